"""Values and formulas of a score sheet as arguments of messages: plain data becomes something that each language can write."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from parrules.messages import Argument, Day, Figure, Joined, Message, Nested, Noun, Style, Title, Words
from parrules.values import Exact, exact_text, from_exact_text, product, round_to_digits, whole

Data = Mapping[str, Any]

_STRENGTH = {"plus": 1, "minus": 1, "times": 2, "over": 2, "negative": 3}


def say(message_id: str, **arguments: Argument | str) -> Nested:
    """Make a message to be put into another one; plain text stands for the reader's own words."""
    filled = {name: Words(value) if isinstance(value, str) else value for name, value in arguments.items()}
    return Nested(Message(message_id, filled))


def exact(text: str) -> Exact:
    """Read an exact figure of the sheet."""
    return from_exact_text(text)


def result(points: Exact) -> Argument:
    """Write points as a result: ``1,00 điểm``."""
    return say("points.result", figure=Figure(points))


def scale(points: Exact) -> Argument:
    """Write points as the rule has them: ``0,25 điểm``."""
    one = points in (1, -1)
    shown = points if product(points, whole(200)).denominator == 1 else round_to_digits(points, 2)
    return say("points.scale-one" if one else "points.scale", figure=Figure(shown, Style.SCALE))


def ratio(value: Exact) -> Figure:
    """Write a ratio: with two decimals where it needs them, else as short as it is."""
    short = product(value, whole(10000)).denominator == 1
    whole_percent = product(value, whole(100)).denominator == 1
    return Figure(value, Style.SCALE_PERCENT if short and whole_percent else Style.PERCENT)


def lowered(text: Title) -> Title:
    """Begin a text with a small letter, for the middle of a sentence; an abbreviation keeps its capitals."""
    return Title(*(_lower_first(each) for each in (text.vi, text.en)))


def _lower_first(text: str) -> str:
    first = text.split(" ", 1)[0]
    return text if len(first) > 1 and not first[1:].islower() else text[:1].lower() + text[1:]


def title_of(sites: Data, field: str) -> Title:
    """Give the title of a field."""
    return Title(**sites["fields"][field]["title"])


def noun_of(sites: Data, field: str) -> Noun | None:
    """Give what a field counts."""
    forms = sites["fields"][field].get("noun")
    return Noun(*forms) if forms else None


def value(sites: Data, field: str | None, data: Data) -> Argument:
    """Write a value with its noun, option title or state."""
    if "absent" in data:
        return say(f"state.{data['absent']}")
    if "missing" in data:
        return say("state.missing")
    if "fault" in data:
        return say("state.fault")
    kind, content = data["kind"], data["value"]
    site = sites["fields"].get(field) if field else None
    match kind:
        case "yes-no":
            key = "yes" if content else "no"
            options = site.get("options", {}) if site else {}
            return Title(**options[key]) if key in options else say(f"word.{key}")
        case "option":
            options = site.get("options", {}) if site else {}
            return Title(**options[content]) if content in options else Words(str(content))
        case "date":
            return Day(datetime.date.fromisoformat(content))
        case "text":
            return Words(str(content))
        case "ratio":
            return ratio(exact(content))
        case "count":
            return Figure(exact(content), Style.COUNT, noun_of(sites, field) if field else None)
        case "points":
            return scale(exact(content))
        case "days" | "working-days":
            number = exact(content)
            return say("day.one" if number == 1 else "day.count", count=Figure(number, Style.COUNT))
        case "condition":
            return say("word.yes" if content else "word.no")
        case _:
            return Figure(exact(content), Style.PLAIN, noun_of(sites, field) if field else None)


def bare(data: Data) -> Argument:
    """Write a value inside a formula: the figure alone."""
    if "value" not in data:
        return value({"fields": {}}, None, data)
    match data["kind"]:
        case "ratio":
            return ratio(exact(data["value"]))
        case "date":
            return Day(datetime.date.fromisoformat(data["value"]))
        case "count" | "amount" | "number" | "points" | "days" | "working-days":
            number = exact(data["value"])
            return Figure(number, Style.PLAIN if _is_short(number) else Style.RESULT)
        case _:
            return value({"fields": {}}, None, data)


def _is_short(number: Exact) -> bool:
    text = exact_text(number)
    return "/" not in text and len(text.partition(".")[2]) <= 4


def formula(worked: Data) -> Argument:
    """Write a worked expression with the figures put in: ``11 ÷ 12``."""
    return _formula(worked, 0)


def is_plain(worked: Data) -> bool:
    """Say whether a worked expression is one figure, with nothing to work out."""
    return worked["form"] in ("constant", "field", "maximum", "let", "node", "parts")


def _formula(worked: Data, least: int) -> Argument:
    form = worked["form"]
    operands = worked.get("of", [])
    match form:
        case "plus" | "minus" | "times" | "over":
            strength = _STRENGTH[form]
            left = _formula(operands[0], strength)
            right = _formula(operands[1], strength + 1)
            text: Argument = say(f"formula.{form}", left=left, right=right)
        case "negative":
            strength, text = 3, say("formula.negative", inner=_formula(operands[0], 3))
        case "largest" | "smallest":
            items = Joined(tuple(_formula(operand, 0) for operand in operands), "and")
            strength, text = 0, say(f"formula.{form}", items=items)
        case "rounded":
            inner = _formula(operands[0], 0)
            if "step" in worked:
                strength, text = 0, say("formula.rounded-step", inner=inner, step=Figure(exact(worked["step"]), Style.SCALE))
            else:
                strength, text = 0, say("formula.rounded", inner=inner, digits=Figure(whole(worked["digits"]), Style.PLAIN))
        case "choose" | "default":
            return _formula(operands[worked["chosen"]], least) if worked["chosen"] is not None else bare(worked)
        case "deadline":
            return bare(worked)
        case "steps":
            inner = operands[0]
            strength, text = 0, say("formula.steps", inner=bare(inner))
        case _:
            return bare(worked)
    return say("formula.parens", inner=text) if strength < least else text


def range_of(worked: Data) -> Argument:
    """Write the range that a test asks for, as the rule has it: ``từ 90% đến dưới 100%``."""
    subject, *ends = worked["of"]
    del subject
    low = ends.pop(0) if worked["lower"] is not None else None
    high = ends.pop(0) if worked["upper"] is not None else None
    if low is not None and high is not None:
        first = "from" if worked["lower"] else "above"
        last = "to" if worked["upper"] else "to-under"
        return say(f"range.{first}-{last}", low=scale_bare(low), high=scale_bare(high))
    if low is not None:
        return say("range.from-up" if worked["lower"] else "range.above", low=scale_bare(low))
    assert high is not None
    return say("range.at-most" if worked["upper"] else "range.under", high=scale_bare(high))


def scale_bare(data: Data) -> Argument:
    """Write a limit as the rule has it."""
    if data.get("kind") == "ratio" and "value" in data:
        return Figure(exact(data["value"]), Style.SCALE_PERCENT)
    return bare(data)
