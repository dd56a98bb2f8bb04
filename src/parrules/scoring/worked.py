"""Worked expressions and values as plain data: what a score sheet holds of a step, independent of language."""

from __future__ import annotations

import datetime
from typing import Any

from parrules.engine.result import Worked
from parrules.language import format_expression
from parrules.language.dates import PeriodParts
from parrules.language.syntax import InPeriod, Name
from parrules.tree import nodes as tree
from parrules.values import Absent, Fault, Given, Missing, Value, exact_text

_OPERATORS = {"+": "plus", "-": "minus", "*": "times", "/": "over"}


def value_to_json(value: Value) -> dict[str, Any]:
    """Give a value as plain data: its kind with what it is, or what there is instead."""
    match value:
        case Given(content=content, kind=kind):
            if isinstance(content, bool):
                plain: Any = content
            elif isinstance(content, datetime.date):
                plain = content.isoformat()
            elif isinstance(content, str):
                plain = content
            else:
                plain = exact_text(content)
            return {"kind": kind.value, "value": plain}
        case Absent(state=state):
            return {"absent": state.value}
        case Missing(causes=causes):
            return {"missing": list(causes)}
        case Fault(code=code):
            return {"fault": code}


def worked_to_json(worked: Worked) -> dict[str, Any]:
    """Give a worked expression: its form, its value, and the same for each operand."""
    data: dict[str, Any] = {"form": "", **value_to_json(worked.value)}
    expression = worked.expression
    match expression:
        case tree.Constant():
            data["form"] = "constant"
        case tree.FieldValue(ref=ref):
            data.update(form="field", field=str(ref))
        case tree.LetValue(name=name):
            data.update(form="let", name=name)
        case tree.NodeMaximum(part=part):
            data.update(form="maximum", part=exact_text(part))
        case tree.PartsValue(taken=taken):
            data.update(form="parts", taken=taken.value)
        case tree.NodeFigure(figure=figure, node=node):
            data.update(form="node", figure=figure.value, node=node)
        case tree.Operation(operator=operator):
            data["form"] = _OPERATORS[operator]
        case tree.Opposite():
            data["form"] = "negative"
        case tree.Deadline():
            data["form"] = "deadline"
        case tree.Choose():
            data.update(form="choose", chosen=worked.chosen)
        case tree.Default():
            data.update(form="default", chosen=worked.chosen)
        case tree.Pick(largest=largest):
            data["form"] = "largest" if largest else "smallest"
        case tree.Rounded(digits=digits, step=step):
            data.update(form="rounded", **({"digits": digits} if step is None else {"step": exact_text(step)}))
        case tree.Comparison(operator=operator):
            data.update(form="comparison", operator=operator)
        case tree.DateTest(how=how):
            data.update(form="date", how=how)
        case tree.RangeTest(lower=lower, upper=upper, worded=at_words):
            data.update(
                form="range", lower=None if lower is None else lower.included, upper=None if upper is None else upper.included,
                worded=at_words,
            )  # fmt: skip
        case tree.OptionTest(ref=ref, option=option, negated=negated):
            data.update(form="option", field=str(ref), option=option, negated=negated)
        case tree.StateTest(ref=ref, state=state, negated=negated):
            data.update(form="state", field=str(ref), state=state.value, negated=negated)
        case tree.PeriodTest(first=first, last=last, parts=parts):
            data.update(
                form="period", first=first.isoformat(), last=last.isoformat(), **_period_words(parts, expression)
            )
        case tree.DaysAfterTest(within=within):
            data.update(form="days-after", within=within)
        case tree.AllOf():
            data["form"] = "all"
        case tree.AnyOf():
            data["form"] = "any"
        case tree.NotTrue():
            data["form"] = "not"
        case _:
            raise AssertionError(expression)
    if worked.operands:
        data["of"] = [worked_to_json(operand) for operand in worked.operands]
    return data


def steps_to_json(worked: Worked) -> dict[str, Any]:
    """Give a number of whole steps with the quantity that they are in."""
    return {
        "form": "steps",
        **value_to_json(worked.value),
        "of": [worked_to_json(operand) for operand in worked.operands],
    }


def _period_words(parts: PeriodParts, expression: tree.PeriodTest) -> dict[str, str]:
    """Name a period in both languages, as rules write it."""
    test = InPeriod(subject=Name(name="x", span=expression.span), period=parts, span=expression.span)
    return {
        "vi": format_expression(test, "vi").removeprefix("x trong "),
        "en": format_expression(test, "en").removeprefix("x in "),
    }
