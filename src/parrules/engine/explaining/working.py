"""Expressions worked out on one unit's evidence, every value read recorded: the meaning of the language, written to be read."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from parrules.engine.result import FoundFault, Named, Read, StepTaken, Worked
from parrules.tree import FieldRef, Rule
from parrules.tree import nodes as tree
from parrules.values import Absence, Absent, Exact, Fault, Given, Kind, Missing, RoundingMode, Value, product
from parrules.values import operations as operate
from parrules.values.days import WorkingCalendar
from parrules.values.value import FALSE, truth

_DATE_OPERATORS = {"by": "<=", "before": "<", "after": ">"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a rule can see: evidence, other nodes, its own maximum and the set's ways of counting."""

    value_of: Callable[[FieldRef], tuple[Value, str]]  #: A value and the stage it comes from.
    figure_of: Callable[[tree.Figure, str], Value]
    parts: Callable[[tree.PartsValue], Value]
    maximum: Exact
    mode: RoundingMode
    calendar: WorkingCalendar
    rest_days_move: bool  #: Whether a last day that is one of rest becomes the next working day.


class Working:
    """Works out the expressions of one rule; values read and `let` lines worked out go into ``steps``, each once."""

    def __init__(self, rule: Rule, around: Surroundings, steps: list[StepTaken]) -> None:
        self.rule, self.around, self.steps = rule, around, steps
        self.lets: dict[str, Worked] = {}
        self.reads: set[FieldRef] = set()

    def work(self, expression: tree.Expression) -> Worked:
        """Work out an expression; the value may be missing or a fault, which is carried on as data."""
        match expression:
            case tree.Constant(value=value):
                return Worked(expression, value)
            case tree.FieldValue(ref=ref):
                return Worked(expression, self.read(ref))
            case tree.LetValue(name=name):
                return self.let(expression, name)
            case tree.NodeMaximum(part=part):
                return Worked(expression, Given(product(self.around.maximum, part), Kind.POINTS))
            case tree.PartsValue():
                return Worked(expression, self.around.parts(expression))
            case tree.NodeFigure(figure=figure, node=node):
                return Worked(expression, self.around.figure_of(figure, node))
            case tree.Operation():
                return self.operation(expression)
            case tree.Opposite(operand=operand):
                inner = self.work(operand)
                return Worked(expression, operate.negate(inner.value, expression.kind), (inner,))
            case tree.Deadline(operand=operand):
                inner = self.work(operand)
                return Worked(expression, self.moved(inner.value), (inner,))
            case tree.Choose():
                return self.choose(expression)
            case tree.Default():
                return self.default(expression)
            case tree.Pick(largest=largest, operands=operands):
                each = tuple(self.work(operand) for operand in operands)
                picked = operate.pick([one.value for one in each], expression.kind, largest=largest)
                return Worked(expression, picked, each)
            case tree.Rounded(operand=operand, digits=digits, step=step):
                inner = self.work(operand)
                rounded = operate.round_number(inner.value, expression.kind, self.around.mode, digits=digits, step=step)
                return Worked(expression, rounded, (inner,))
            case _:
                return self.condition(expression)

    def read(self, ref: FieldRef) -> Value:
        """Give the value of a field; the first time, note that it was read."""
        value, stage = self.around.value_of(ref)
        if ref not in self.reads:
            self.reads.add(ref)
            self.steps.append(Read(ref, value, stage))
        return value

    def field(self, test: tree.Expression, ref: FieldRef) -> Worked:
        """Read the value that a test asks about, as an operand of the test."""
        said = self.read(ref)
        kind = said.kind if isinstance(said, Given) else Kind.TEXT
        return Worked(tree.FieldValue(kind=kind, ref=ref, span=test.span), said)

    def let(self, expression: tree.LetValue, name: str) -> Worked:
        """Work a named value out, once."""
        if name not in self.lets:
            line = self.rule.lets[name]
            self.lets[name] = self.work(line.value)
            self.steps.append(Named(line.site, name, self.lets[name]))
        return Worked(expression, self.lets[name].value, name=name)

    def operation(self, expression: tree.Operation) -> Worked:
        """Add, subtract, multiply or divide."""
        left, right = self.work(expression.left), self.work(expression.right)
        kind, calendar = expression.kind, self.around.calendar
        match expression.operator:
            case "+":
                value = operate.add(left.value, right.value, kind, calendar)
            case "-":
                value = operate.subtract(left.value, right.value, kind, calendar)
            case "*":
                value = operate.multiply(left.value, right.value, kind)
            case _:
                value = operate.divide(left.value, right.value, kind)
        return Worked(expression, value, (left, right))

    def moved(self, day: Value) -> Value:
        """Move a day off days of rest, by the calendar of the set."""
        if not (isinstance(day, Given) and isinstance(day.content, datetime.date)):
            return day
        try:
            return Given(self.around.calendar.moved_off_rest(day.content), Kind.DATE)
        except OverflowError:
            return Fault("PAR702")

    def choose(self, expression: tree.Choose) -> Worked:
        """Work out the branch that a condition picks."""
        tried = self.work(expression.condition)
        if isinstance(tried.value, Missing | Fault):
            return Worked(expression, tried.value, (tried,))
        taken = self.work(expression.then if holds(tried.value) else expression.otherwise)
        return Worked(expression, _as_kind(taken.value, expression.kind), (tried, taken), chosen=1)

    def default(self, expression: tree.Default) -> Worked:
        """Give a value, or what stands for it while it is missing."""
        inner = self.work(expression.value)
        if not isinstance(inner.value, Missing):
            return Worked(expression, _as_kind(inner.value, expression.kind), (inner,), chosen=0)
        other = self.work(expression.otherwise)
        return Worked(expression, _as_kind(other.value, expression.kind), (inner, other), chosen=1)

    def condition(self, expression: tree.Expression) -> Worked:
        """Work out something true, false or undecided."""
        match expression:
            case tree.Comparison(operator=operator, left=left, right=right):
                one, other = self.work(left), self.work(right)
                return Worked(expression, operate.compare(one.value, operator, other.value), (one, other))
            case tree.DateTest(how=how, subject=subject, limit=limit):
                one, other = self.work(subject), self.work(limit)
                return Worked(expression, operate.compare(one.value, _DATE_OPERATORS[how], other.value), (one, other))
            case tree.RangeTest():
                return self.range(expression)
            case tree.OptionTest(ref=ref, option=option, negated=negated):
                said = self.field(expression, ref)
                value = operate.equals_option(said.value, option)
                if negated and not isinstance(said.value, Absent):
                    value = operate.negate_truth(value)
                return Worked(expression, value, (said,))
            case tree.StateTest(ref=ref, state=state, negated=negated):
                said = self.field(expression, ref)
                return Worked(expression, truth(_is_in_state(said.value, state) is not negated), (said,))
            case tree.PeriodTest(subject=subject, first=first, last=last):
                one = self.work(subject)
                return Worked(expression, operate.is_within(one.value, first, last), (one,))
            case tree.DaysAfterTest():
                return self.days_after(expression)
            case tree.AllOf(conditions=conditions) | tree.AnyOf(conditions=conditions):
                return self.joined(expression, conditions, stops_at=isinstance(expression, tree.AnyOf))
            case tree.NotTrue(operand=operand):
                inner = self.work(operand)
                return Worked(expression, operate.negate_truth(inner.value), (inner,))
            case _:
                raise AssertionError(expression)

    def joined(self, expression: tree.Expression, conditions: tuple[tree.Expression, ...], *, stops_at: bool) -> Worked:
        """Try conditions in order, only as far as is needed to decide."""
        tried: list[Worked] = []
        for condition in conditions:
            tried.append(self.work(condition))
            if holds(tried[-1].value) is stops_at:
                break
        combine = operate.any_of if stops_at else operate.all_of
        return Worked(expression, combine([one.value for one in tried]), tuple(tried))

    def range(self, expression: tree.RangeTest) -> Worked:
        """Test a value against the ends of a range."""
        lower, upper = expression.lower, expression.upper
        one = self.work(expression.subject)
        low = self.work(lower.value) if lower else None
        high = self.work(upper.value) if upper else None
        tests: list[Value] = []
        if lower and low:
            tests.append(operate.compare(one.value, ">=" if lower.included else ">", low.value))
        if upper and high:
            tests.append(operate.compare(one.value, "<=" if upper.included else "<", high.value))
        return Worked(expression, operate.all_of(tests), tuple(each for each in (one, low, high) if each))

    def days_after(self, expression: tree.DaysAfterTest) -> Worked:
        """Test how many days lie between two dates."""
        subject, days, since = self.work(expression.subject), self.work(expression.days), self.work(expression.since)
        operands = (subject, days, since)
        if isinstance(subject.value, Absent) or isinstance(since.value, Absent):
            return Worked(expression, FALSE, operands)
        last = operate.add(since.value, days.value, Kind.DATE, self.around.calendar)
        if self.around.rest_days_move:
            last = self.moved(last)
        tests = [operate.compare(subject.value, "<=", last)]
        if expression.within:
            tests.append(operate.compare(subject.value, ">=", since.value))
        return Worked(expression, operate.all_of(tests), operands)


def holds(value: Value) -> bool | None:
    """Read a condition: true, false (an absence is false), or nothing where it is undecided."""
    if isinstance(value, Given):
        return bool(value.content)
    return False if isinstance(value, Absent) else None


def _as_kind(value: Value, kind: Kind) -> Value:
    return Given(value.content, kind) if isinstance(value, Given) else value


def _is_in_state(value: Value, state: tree.State) -> bool:
    match state:
        case tree.State.MISSING:
            return isinstance(value, Missing)
        case tree.State.NONE:
            return isinstance(value, Absent) and value.state is Absence.NONE
        case tree.State.NOT_ARISING:
            return isinstance(value, Absent) and value.state is Absence.NOT_ARISING


def found_fault(worked: Worked, fault: Fault, site: int) -> FoundFault:
    """Give a fault with the place where it arose: the innermost expression that ends in one."""
    inner = next((operand for operand in worked.operands if isinstance(operand.value, Fault)), None)
    if inner is not None:
        return found_fault(inner, fault, site)
    expression = worked.expression
    if fault.code == "PAR701" and isinstance(expression, tree.Operation):
        fault = Fault(fault.code, {"denominator": " ".join(expression.right.span.text.split())})
    return FoundFault(fault, expression.span, site)
