"""One rule on one unit's evidence, every step recorded. This is the meaning of the language: written to be read, not to be fast."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from parrules.engine.result import Amount, AmountKind, Decided, FoundFault, Named, Read, StepTaken, Tested, Worked
from parrules.spans import Span
from parrules.tree import FieldRef, Rule
from parrules.tree import nodes as tree
from parrules.values import (
    Absence, Absent, Exact, Fault, Given, Kind, Missing, RoundingMode, Value, difference, is_too_large, least, opposite, product,
    total, whole,
)  # fmt: skip
from parrules.values import operations as operate
from parrules.values.days import WorkingCalendar
from parrules.values.value import FALSE, truth


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a rule can see: evidence, other nodes, its own maximum and the set's ways of counting."""

    value_of: Callable[[FieldRef], tuple[Value, str]]  #: A value and the stage it comes from.
    figure_of: Callable[[tree.Figure, str], Value]
    parts: Callable[[tree.PartsValue], Value]
    maximum: Exact
    mode: RoundingMode
    calendar: WorkingCalendar


@dataclass(slots=True)
class RuleResult:
    """What a rule gave: points, another outcome, what is missing, or a fault; with the steps."""

    points: Exact | None = None
    outcome: tree.Outcome | None = None
    missing: Missing | None = None
    fault: FoundFault | None = None
    steps: list[StepTaken] = field(default_factory=list)


class _Stopped(Exception):
    """The rule has no points: a value is missing, or an operation has no result."""

    def __init__(self, value: Missing | FoundFault) -> None:
        self.value = value


def apply_rule(rule: Rule, around: Surroundings) -> RuleResult:
    """Apply a rule.

    Args:
        rule: The rule, from a checked set.
        around: What it can see.

    Returns: its result. A missing value ends the rule where it is needed; the steps up to there are kept.
    """
    run = _Run(rule, around)
    try:
        run.lines()
    except _Stopped as stopped:
        if isinstance(stopped.value, Missing):
            run.result.missing = stopped.value
        else:
            run.result.fault = stopped.value
    return run.result


def test_veto(veto: tree.Veto, rule: Rule, around: Surroundings) -> tuple[bool, RuleResult]:
    """Try the condition of a veto; one that is undecided vetoes nothing yet, and the steps say so."""
    run = _Run(rule, around)
    try:
        return run.test(veto.site, veto.condition), run.result
    except _Stopped as stopped:
        if isinstance(stopped.value, FoundFault):
            run.result.fault = stopped.value
        else:
            run.result.missing = stopped.value
        return False, run.result


def work_out(expression: tree.Expression, rule: Rule, around: Surroundings) -> Value:
    """Work out one expression of a rule by itself."""
    return _Run(rule, around).work(expression).value


class _Run:
    def __init__(self, rule: Rule, around: Surroundings) -> None:
        self.rule, self.around = rule, around
        self.result = RuleResult()
        self.steps = self.result.steps
        self.lets: dict[str, Worked] = {}
        self.reads: set[FieldRef] = set()
        self.running: Exact | None = None

    # -- lines -------------------------------------------------------------------------------------------------------------

    def lines(self) -> None:
        for line in self.rule.lines:
            if isinstance(line, tree.Require):
                self.require(line)
        for line in self.rule.lines:
            match line:
                case tree.When(site=site, condition=condition, outcome=outcome):
                    if self.test(site, condition):
                        self.decide(site, outcome)
                        return
                case tree.Otherwise(site=site, outcome=outcome):
                    self.decide(site, outcome)
                    return
                case tree.StartFrom() | tree.Change() | tree.WholeSteps() | tree.Limit():
                    self.run_on(line)
                case tree.Let() | tree.Require() | tree.Veto():
                    continue
        if self.running is None:
            raise _Stopped(FoundFault(Fault("PAR705"), self.rule.lines[-1].written.span, self.rule.lines[-1].site))
        self.result.points = self.running

    def require(self, line: tree.Require) -> None:
        worked = self.work(line.condition)
        holds = _holds(worked.value)
        if isinstance(worked.value, Fault):
            raise _Stopped(FoundFault(worked.value, _origin(worked), line.site))
        if holds is False:
            self.steps.append(Tested(line.site, worked, holds=False))
            raise _Stopped(FoundFault(Fault("PAR608"), line.written.span, line.site))

    def test(self, site: int, condition: tree.Expression) -> bool:
        worked = self.work(condition)
        if isinstance(worked.value, Fault):
            raise _Stopped(FoundFault(worked.value, _origin(worked), site))
        self.steps.append(Tested(site, worked, _holds(worked.value)))
        if isinstance(worked.value, Missing):
            raise _Stopped(worked.value)
        return bool(_holds(worked.value))

    def decide(self, site: int, outcome: tree.Expression | tree.Outcome) -> None:
        if isinstance(outcome, tree.Outcome):
            self.steps.append(Decided(site, outcome))
            self.result.outcome = outcome
            return
        worked = self.work(outcome)
        self.steps.append(Decided(site))
        points = self.number(worked, site)
        self.steps.append(Amount(AmountKind.OUTCOME, points, site, worked))
        self.result.points = points

    def number(self, worked: Worked, site: int) -> Exact:
        """Give the number that was worked out; stop the rule where there is none."""
        match worked.value:
            case Given():
                return worked.value.number
            case Missing():
                raise _Stopped(worked.value)
            case Absent(state=state, field=name):
                raise _Stopped(FoundFault(Fault("PAR704", {"field": name, "state": state.value}), _origin(worked), site))
            case Fault():
                raise _Stopped(FoundFault(worked.value, _origin(worked), site))

    def run_on(self, line: tree.StartFrom | tree.Change | tree.WholeSteps | tree.Limit) -> None:
        running = self.running if self.running is not None else whole(0)
        match line:
            case tree.StartFrom():
                worked = self.work(line.amount)
                amount = Amount(AmountKind.START, self.number(worked, line.site), line.site, worked)
            case tree.Limit():
                worked = self.work(line.amount)
                limit = self.number(worked, line.site)
                outside = running < limit if line.floor else running > limit
                kind = AmountKind.FLOOR if line.floor else AmountKind.CAP
                amount = Amount(kind, difference(limit, running) if outside else whole(0), line.site, worked)
            case tree.Change() | tree.WholeSteps():
                if line.guard is not None and not self.test(line.site, line.guard):
                    self.running = running
                    return
                amount = self.change(line)
        if is_too_large(amount.amount):
            raise _Stopped(FoundFault(Fault("PAR702"), line.written.span, line.site))
        self.steps.append(amount)
        self.running = total((running, amount.amount))

    def change(self, line: tree.Change | tree.WholeSteps) -> Amount:
        worked = self.work(line.amount)
        points = self.number(worked, line.site)
        times: Worked | None = None
        kind = AmountKind.CHANGE
        if isinstance(line, tree.WholeSteps):
            quantity = self.work(line.quantity)
            self.number(quantity, line.site)
            times = Worked(line.quantity, operate.whole_steps(quantity.value, line.step), (quantity,))
            kind = AmountKind.STEPS
        elif line.per is not None:
            times = self.work(line.per)
        if times is not None:
            count = self.number(times, line.site)
            if count < 0:
                raise _Stopped(FoundFault(Fault("PAR708", {"count": str(count)}), times.expression.span, line.site))
            points = product(points, count)
        capped = False
        if line.cap is not None:
            cap = self.number(self.work(line.cap), line.site)
            capped = points > cap
            points = least((points, cap))
        return Amount(kind, points if line.sign > 0 else opposite(points), line.site, worked, times, capped)

    # -- expressions -------------------------------------------------------------------------------------------------------

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
            case tree.Choose(condition=condition, then=then, otherwise=otherwise):
                return self.choose(expression, condition, then, otherwise)
            case tree.Default(value=value, otherwise=otherwise):
                inner = self.work(value)
                if not isinstance(inner.value, Missing):
                    return Worked(expression, _as_kind(inner.value, expression.kind), (inner,), chosen=0)
                other = self.work(otherwise)
                return Worked(expression, _as_kind(other.value, expression.kind), (inner, other), chosen=1)
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
        if name not in self.lets:
            line = self.rule.lets[name]
            self.lets[name] = self.work(line.value)
            self.steps.append(Named(line.site, name, self.lets[name]))
        return Worked(expression, self.lets[name].value, name=name)

    def operation(self, expression: tree.Operation) -> Worked:
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
        if isinstance(day, Given) and isinstance(day.content, datetime.date):
            return Given(self.around.calendar.moved_off_rest(day.content), Kind.DATE)
        return day

    def choose(self, expression: tree.Choose, condition: tree.Expression, then: tree.Expression, otherwise: tree.Expression) -> Worked:
        tried = self.work(condition)
        if isinstance(tried.value, Missing | Fault):
            return Worked(expression, tried.value, (tried,))
        taken = self.work(then if _holds(tried.value) else otherwise)
        return Worked(expression, _as_kind(taken.value, expression.kind), (tried, taken), chosen=1)

    def condition(self, expression: tree.Expression) -> Worked:
        match expression:
            case tree.Comparison(operator=operator, left=left, right=right):
                one, other = self.work(left), self.work(right)
                return Worked(expression, operate.compare(one.value, operator, other.value), (one, other))
            case tree.DateTest(how=how, subject=subject, limit=limit):
                one, other = self.work(subject), self.work(limit)
                operator = {"by": "<=", "before": "<", "after": ">"}[how]
                return Worked(expression, operate.compare(one.value, operator, other.value), (one, other))
            case tree.RangeTest(subject=subject, lower=lower, upper=upper):
                return self.range(expression, subject, lower, upper)
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
            if _holds(tried[-1].value) is stops_at:
                break
        combine = operate.any_of if stops_at else operate.all_of
        return Worked(expression, combine([one.value for one in tried]), tuple(tried))

    def range(self, expression: tree.RangeTest, subject: tree.Expression, lower: tree.Bound | None, upper: tree.Bound | None) -> Worked:
        one = self.work(subject)
        low = self.work(lower.value) if lower else None
        high = self.work(upper.value) if upper else None
        tests: list[Value] = []
        if lower and low:
            tests.append(operate.compare(one.value, ">=" if lower.included else ">", low.value))
        if upper and high:
            tests.append(operate.compare(one.value, "<=" if upper.included else "<", high.value))
        return Worked(expression, operate.all_of(tests), tuple(each for each in (one, low, high) if each))

    def days_after(self, expression: tree.DaysAfterTest) -> Worked:
        subject, days, since = self.work(expression.subject), self.work(expression.days), self.work(expression.since)
        operands = (subject, days, since)
        if isinstance(subject.value, Absent) or isinstance(since.value, Absent):
            return Worked(expression, FALSE, operands)
        last = operate.add(since.value, days.value, Kind.DATE, self.around.calendar)
        tests = [operate.compare(subject.value, "<=", last)]
        if expression.within:
            tests.append(operate.compare(subject.value, ">=", since.value))
        return Worked(expression, operate.all_of(tests), operands)


def _holds(value: Value) -> bool | None:
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


def _origin(worked: Worked) -> Span:
    """Find the place where a fault arose: the innermost expression that ends in it."""
    for operand in worked.operands:
        if isinstance(operand.value, Fault):
            return _origin(operand)
    return worked.expression.span
