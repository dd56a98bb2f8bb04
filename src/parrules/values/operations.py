"""Every operation of the rule language on values, absences included.

The explaining engine calls it, other engines must equal it. Absence: a missing operand makes the result missing (but
for `and` and `or`, which are Kleene's); a comparison with a declared absence is false, whatever the other side is;
arithmetic with one is a fault (PAR704), for nobody may count with what was declared not to be. A fault goes before all.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from parrules.values.days import WorkingCalendar
from parrules.values.exact import Exact, is_too_large
from parrules.values.kinds import Kind
from parrules.values.rounding import RoundingMode, round_to_digits, round_to_step
from parrules.values.value import FALSE, TRUE, Absent, Fault, Given, Missing, Value, truth


def _obstacle(operands: Sequence[Value]) -> Value | None:
    """Give what keeps ``operands`` from being counted with: a fault, else an absence, else all that is missing."""
    for operand in operands:
        if isinstance(operand, Fault):
            return operand
    for operand in operands:
        if isinstance(operand, Absent):
            return Fault("PAR704", {"field": operand.field, "state": operand.state.value})
    return _joined_missing(operands)


def _joined_missing(operands: Sequence[Value]) -> Missing | None:
    missing: Missing | None = None
    for operand in operands:
        if isinstance(operand, Missing):
            missing = operand if missing is None else missing.with_(operand)
    return missing


def _pair(left: Value, right: Value) -> tuple[Given, Given] | Value:
    """Give both operands where both are there, else what keeps them from being counted with."""
    if isinstance(left, Given) and isinstance(right, Given):
        return left, right
    obstacle = _obstacle((left, right))
    assert obstacle is not None
    return obstacle


def _number(number: Exact, kind: Kind) -> Value:
    return Fault("PAR702") if is_too_large(number) else Given(number, kind)


def add(left: Value, right: Value, kind: Kind, calendar: WorkingCalendar) -> Value:
    """Add two numbers, or days to a date."""
    pair = _pair(left, right)
    if not isinstance(pair, tuple):
        return pair
    left, right = pair
    if kind is Kind.DATE:
        date, shift = (left, right) if isinstance(left.content, datetime.date) else (right, left)
        return _shift_date(date, shift, 1, calendar)
    return _number(left.number + right.number, kind)


def subtract(left: Value, right: Value, kind: Kind, calendar: WorkingCalendar) -> Value:
    """Subtract numbers, days from a date, or one date from another (which gives days)."""
    pair = _pair(left, right)
    if not isinstance(pair, tuple):
        return pair
    left, right = pair
    if kind is Kind.DATE:
        return _shift_date(left, right, -1, calendar)
    if isinstance(left.content, datetime.date) and isinstance(right.content, datetime.date):
        return Given(Exact((left.content - right.content).days), Kind.DAYS)
    return _number(left.number - right.number, kind)


def _shift_date(date: Given, shift: Given, sign: int, calendar: WorkingCalendar) -> Value:
    assert isinstance(date.content, datetime.date)
    if shift.number.denominator != 1:
        return Fault("PAR706", {"days": str(shift.number)})
    days = sign * int(shift.number)
    try:
        if shift.kind is Kind.WORKING_DAYS:
            return Given(calendar.add_working_days(date.content, days), Kind.DATE)
        return Given(date.content + datetime.timedelta(days=days), Kind.DATE)
    except OverflowError:
        return Fault("PAR702")


def multiply(left: Value, right: Value, kind: Kind) -> Value:
    """Multiply two numbers."""
    pair = _pair(left, right)
    if not isinstance(pair, tuple):
        return pair
    left, right = pair
    return _number(left.number * right.number, kind)


def divide(left: Value, right: Value, kind: Kind) -> Value:
    """Divide two numbers; a zero denominator is a fault (PAR701) that no node passes over in silence."""
    pair = _pair(left, right)
    if not isinstance(pair, tuple):
        return pair
    left, right = pair
    if right.number == 0:
        return Fault("PAR701")
    return _number(left.number / right.number, kind)


def negate(operand: Value, kind: Kind) -> Value:
    """Turn the sign of a number."""
    if blocked := _obstacle((operand,)):
        return blocked
    assert isinstance(operand, Given)
    return Given(-operand.number, kind)


def pick(operands: Sequence[Value], kind: Kind, *, largest: bool) -> Value:
    """Give the largest or the smallest of numbers or dates; all of them must be known."""
    if blocked := _obstacle(operands):
        return blocked
    given = [operand for operand in operands if isinstance(operand, Given)]
    best = max(given, key=_rank) if largest else min(given, key=_rank)
    return Given(best.content, kind)


def _rank(value: Given) -> Exact:
    return Exact(value.content.toordinal()) if isinstance(value.content, datetime.date) else value.number


def round_number(
    operand: Value, kind: Kind, mode: RoundingMode, *, digits: int | None = None, step: Exact | None = None
) -> Value:
    """Round a number to ``digits`` decimals or to multiples of ``step`` (above 0), exactly one of which is given."""
    if blocked := _obstacle((operand,)):
        return blocked
    assert isinstance(operand, Given)
    if step is not None:
        return _number(round_to_step(operand.number, step, mode), kind)
    assert digits is not None
    return _number(round_to_digits(operand.number, digits, mode), kind)


def whole_steps(quantity: Value, step: Exact) -> Value:
    """Count how many whole steps of ``step`` (above 0) are in ``quantity``; a quantity under 0 has none."""
    if blocked := _obstacle((quantity,)):
        return blocked
    assert isinstance(quantity, Given)
    return _number(Exact(max(0, quantity.number // step)), Kind.COUNT)


_COMPARISONS: dict[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "!=": lambda order: order != 0,
    "<": lambda order: order < 0,
    "<=": lambda order: order <= 0,
    ">": lambda order: order > 0,
    ">=": lambda order: order >= 0,
}


def compare(left: Value, operator: str, right: Value) -> Value:
    """Compare numbers with numbers or dates with dates by one of ``= != < <= > >=``."""
    pair = _pair(left, right)
    if isinstance(pair, tuple):
        one, other = (_rank(operand) for operand in pair)
        return truth(_COMPARISONS[operator]((one > other) - (one < other)))
    if Absent in (type(left), type(right)) and Fault not in (type(left), type(right)):
        return FALSE
    return pair


def is_within(date: Value, start: datetime.date, end: datetime.date) -> Value:
    """Say whether a date lies in a period, both days included."""
    if isinstance(date, Fault | Missing):
        return date
    if isinstance(date, Absent):
        return FALSE
    assert isinstance(date.content, datetime.date)
    return truth(start <= date.content <= end)


def equals_option(value: Value, option: str | bool) -> Value:
    """Say whether an option, a text or a yes-no value is ``option``."""
    if isinstance(value, Fault | Missing):
        return value
    if isinstance(value, Absent):
        return FALSE
    return truth(value.content == option)


def negate_truth(condition: Value) -> Value:
    """Turn a condition round; an absence counts as not fulfilled before it is turned."""
    if isinstance(condition, Fault | Missing):
        return condition
    if isinstance(condition, Absent):
        return TRUE
    return truth(not condition.content)


def all_of(conditions: Sequence[Value]) -> Value:
    """Kleene's and: one that is false decides, whatever else is missing."""
    return _kleene(conditions, deciding=False)


def any_of(conditions: Sequence[Value]) -> Value:
    """Kleene's or: one that is true decides, whatever else is missing."""
    return _kleene(conditions, deciding=True)


def _kleene(conditions: Sequence[Value], *, deciding: bool) -> Value:
    if any(_holds(condition) is deciding for condition in conditions):
        return truth(deciding)
    fault = next((condition for condition in conditions if isinstance(condition, Fault)), None)
    return fault or _joined_missing(conditions) or truth(not deciding)


def _holds(condition: Value) -> bool | None:
    """Say whether a condition is fulfilled (a declared absence is not), nothing where that is not known."""
    if isinstance(condition, Fault | Missing):
        return None
    return isinstance(condition, Given) and bool(condition.content)
