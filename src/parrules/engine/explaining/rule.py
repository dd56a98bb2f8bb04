"""One rule on one unit's evidence, line by line: the meaning of the language's lines, written to be read, not to be fast."""

from __future__ import annotations

from dataclasses import dataclass, field

from parrules.engine.explaining.working import Surroundings, Working, found_fault, holds
from parrules.engine.result import Amount, AmountKind, Decided, FoundFault, StepTaken, Tested, Worked
from parrules.tree import Rule
from parrules.tree import nodes as tree
from parrules.values import (
    Absent,
    Exact,
    Fault,
    Given,
    Missing,
    Value,
    difference,
    is_too_large,
    least,
    opposite,
    product,
    total,
    whole,
)
from parrules.values import operations as operate


@dataclass(slots=True)
class RuleResult:
    """What a rule gave: points, another outcome, what is missing, or a fault; with the steps.

    The steps of a rule that stopped go as far as it came. ``open_outcomes`` are what it may come to instead of points once the
    missing value is there.
    """

    points: Exact | None = None
    outcome: tree.Outcome | None = None
    missing: Missing | None = None
    fault: FoundFault | None = None
    open_outcomes: frozenset[tree.Outcome] = frozenset()
    steps: list[StepTaken] = field(default_factory=list)


class _Stopped(Exception):  # noqa: N818  # an end of the rule, not an error
    """The rule has no points: a value is missing, or an operation has no result."""

    def __init__(self, value: Missing | FoundFault) -> None:
        self.value = value


def apply_rule(rule: Rule, around: Surroundings) -> RuleResult:
    """Apply a rule.

    Args:
        rule: The rule, from a checked set.
        around: What it can see.

    Returns: its result. A missing value ends the rule where it is needed.
    """
    run = _Run(rule, around)
    try:
        run.lines()
    except _Stopped as stopped:
        run.stop(stopped.value)
    return run.result


def try_veto(veto: tree.Veto, rule: Rule, around: Surroundings) -> tuple[bool | None, RuleResult]:
    """Try the condition of a veto: whether it holds, nothing where that is undecided or a fault; the result says which."""
    run = _Run(rule, around)
    try:
        return run.test(veto.site, veto.condition), run.result
    except _Stopped as stopped:
        run.stop(stopped.value)
        return None, run.result


def work_out(expression: tree.Expression, rule: Rule, around: Surroundings) -> Value:
    """Work out one expression of a rule by itself."""
    return Working(rule, around, []).work(expression).value


class _Run:
    def __init__(self, rule: Rule, around: Surroundings) -> None:
        self.rule = rule
        self.result = RuleResult()
        self.steps = self.result.steps
        self.working = Working(rule, around, self.steps)
        self.work = self.working.work
        self.running: Exact | None = None
        self.ahead: tuple[tree.AnyLine, ...] = rule.lines  #: The line at work, and those that may still end the rule.

    def stop(self, why: Missing | FoundFault) -> None:
        """End the rule without points."""
        if isinstance(why, FoundFault):
            self.result.fault = why
            return
        self.result.missing = why
        self.result.open_outcomes = frozenset(
            line.outcome
            for line in (*self.reopened(), *self.ahead)
            if isinstance(line, tree.When | tree.Otherwise) and isinstance(line.outcome, tree.Outcome)
        )

    def reopened(self) -> tuple[tree.AnyLine, ...]:
        """Give the lines from the first on that asks whether a value is missing: it may come out otherwise once the value is there."""
        for number, line in enumerate(self.rule.lines):
            if isinstance(line, tree.When) and _asks_for_gaps(line.condition, self.rule):
                return self.rule.lines[number:]
        return ()

    def lines(self) -> None:
        """Go through the lines until one ends the rule."""
        lines = self.rule.lines
        for line in lines:
            if isinstance(line, tree.Require):
                self.require(line)
        for number, line in enumerate(lines):
            self.ahead = lines[number:]
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
            raise _Stopped(FoundFault(Fault("PAR705"), lines[-1].written.span, lines[-1].site))
        self.result.points = self.running

    def require(self, line: tree.Require) -> None:
        """Try a requirement; one that a missing value leaves open does not stop the rule."""
        worked = self.work(line.condition)
        if isinstance(worked.value, Fault):
            raise _Stopped(found_fault(worked, worked.value, line.site))
        if holds(worked.value) is False:
            self.steps.append(Tested(line.site, worked, holds=False))
            raise _Stopped(FoundFault(Fault("PAR608"), line.written.span, line.site))

    def test(self, site: int, condition: tree.Expression) -> bool:
        """Try a condition; an undecided one stops the rule and never falls through."""
        worked = self.work(condition)
        if isinstance(worked.value, Fault):
            raise _Stopped(found_fault(worked, worked.value, site))
        self.steps.append(Tested(site, worked, holds(worked.value)))
        if isinstance(worked.value, Missing):
            raise _Stopped(worked.value)
        return bool(holds(worked.value))

    def decide(self, site: int, outcome: tree.Expression | tree.Outcome) -> None:
        """End the rule with the outcome of a line."""
        self.ahead = ()
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
                fault = Fault("PAR704", {"field": name, "state": state.value})
                raise _Stopped(found_fault(worked, fault, site))
            case Fault():
                raise _Stopped(found_fault(worked, worked.value, site))

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


def _asks_for_gaps(expression: tree.Expression, rule: Rule) -> bool:
    """Say whether an expression takes a missing value for an answer: `is missing`, `default`."""
    for part in tree.walk(expression):
        match part:
            case tree.StateTest(state=tree.State.MISSING) | tree.Default():
                return True
            case tree.LetValue(name=name):
                if _asks_for_gaps(rule.lets[name].value, rule):
                    return True
    return False
