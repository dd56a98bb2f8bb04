"""What would change a node's points: for each value that its rule read, the nearest value that gives more, or fewer.

Found by evaluating, proved by scoring again: a change is only reported with the points that the whole set gives with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from parrules.criteria import Field
from parrules.engine.explaining import Evaluation, Results
from parrules.engine.result import NodeResult, Read, State
from parrules.scoring.forms import Tipping, tipping_of
from parrules.scoring.search import ChangeKind, Level, Ray, first_change, level_of
from parrules.tree import ROOT, FieldRef, Rule
from parrules.tree.nodes import Figure, NodeFigure
from parrules.values import (
    Exact,
    Given,
    Kind,
    Missing,
    Value,
    absolute,
    difference,
    greatest,
    least,
    product,
    quotient,
    total,
    whole,
    whole_part,
)  # fmt: skip

FARTHEST = 2**40
"""Grid steps that are searched in an open direction."""

FARTHEST_YEARS = 50
"""Years before and after that of the set in which a date is searched."""

MOST_DIGITS = 9
"""Decimals of the finest grid."""

_LEAST_DIGITS = {Kind.RATIO: 4, Kind.POINTS: 2}


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One value changed, and what the set then gives: ``total`` is the whole set's result with the change."""

    kind: ChangeKind
    ref: FieldRef
    before: Value
    after: Given
    node: NodeResult
    total: NodeResult
    steps: Exact  #: How far the value moves, in steps of its grid.


class ChangeFinder:
    """Finds changes of one declared value in a set that has been scored."""

    def __init__(self, evaluation: Evaluation, known: Results) -> None:
        self.evaluation, self.known = evaluation, known
        self.tree = evaluation.case.tree
        #: Of each value that others are parts of: those.
        self.parts: dict[FieldRef, list[FieldRef]] = {}
        for ref, field in self.tree.fields.items():
            if field.part_of:
                self.parts.setdefault(self.tree.owner(ref.node, field.part_of), []).append(ref)

    def changes_of(self, node: str) -> list[ValueChange]:
        """Find the nearest changes of one declared value that change a leaf's points.

        Args:
            node: The leaf.

        Returns: gains (or changes by which the node applies), nearest first, then losses; at most one of each for every value read by
            the node's rule, or by that of a leaf whose figures it counts with.
        Empty where no rule gave the points.
        """
        tree_node, result = self.tree.nodes[node], self.known[node]
        rule = tree_node.rule_under(self.evaluation.case.reading)
        is_out_by_rule = result.state is State.NOT_APPLICABLE and any(
            not isinstance(step, Read) for step in result.steps
        )
        is_scored = result.state is State.SCORED and result.points is not None
        if rule is None or not rule.gives_points or not tree_node.is_leaf or not (is_scored or is_out_by_rule):
            return []
        kinds = (ChangeKind.APPLIES,) if result.points is None else (ChangeKind.GAIN, ChangeKind.LOSS)
        sources = self._sources(node, rule)
        reads: dict[FieldRef, tuple[str, Read]] = {}
        for source in sources:
            for step in self._reads(source):
                reads.setdefault(step.ref, (source, step))
        found = [
            change
            for source, step in reads.values()
            for change in self._changes_of_value(node, source, sources[source], step, kinds)
        ]
        gains = [change for change in found if change.kind is not ChangeKind.LOSS]
        losses = [change for change in found if change.kind is ChangeKind.LOSS]
        return [*sorted(gains, key=self._rank), *sorted(losses, key=self._rank)]

    def _sources(self, node: str, rule: Rule) -> dict[str, Rule]:
        """Give the node with its rule, then every leaf whose figures it counts with, directly or through others."""
        sources, waiting = {node: rule}, [rule]
        while waiting:
            for expression in waiting.pop().expressions():
                if not isinstance(expression, NodeFigure) or expression.figure is Figure.MAXIMUM:
                    continue
                other = self.tree.nodes[expression.node]
                other_rule = other.rule_under(self.evaluation.case.reading)
                if other.is_leaf and other_rule is not None and other.id not in sources:
                    sources[other.id] = other_rule
                    waiting.append(other_rule)
        return sources

    def _reads(self, node: str) -> list[Read]:
        return [step for step in self.known[node].steps if isinstance(step, Read)]

    def figure_of(self, ref: FieldRef) -> Exact | None:
        """Give a figure of the record, nothing where there is none."""
        value, _ = self.evaluation.case.value_of(ref)
        return value.number if isinstance(value, Given) and value.kind.is_numeric else None

    def _rank(self, change: ValueChange) -> tuple[int, Exact]:
        """Order changes: what the unit can do (a part) before what it is given (a whole), then by how far the value moves."""
        return (1 if change.ref in self.parts else 0, change.steps)

    def _changes_of_value(
        self, node: str, source: str, rule: Rule, read: Read, kinds: tuple[ChangeKind, ...]
    ) -> list[ValueChange]:
        declared = self.tree.fields[read.ref]
        if declared.kind is Kind.TEXT:
            return []
        if isinstance(read.value, Missing):
            # The rule went on without it; handing it in can only be told as a way to more.
            kinds = tuple(kind for kind in kinds if kind is not ChangeKind.LOSS)
        trials = _Trials(self, node, source, rule, read.ref, declared, read.value)
        found = []
        for kind in kinds:
            nearest = trials.nearest(kind)
            if nearest is not None and (proved := self._prove(kind, node, read, *nearest)) is not None:
                found.append(proved)
        return found

    def _prove(self, kind: ChangeKind, node: str, read: Read, after: Given, steps: Exact) -> ValueChange | None:
        """Score the whole set with the change; it is only believed if the node's points change as found."""
        results = self.evaluation.again(self.known, {read.ref: after})
        if level_of(results[node], kind, self.known[node].points) is not Level.CHANGE:
            return None
        return ValueChange(kind, read.ref, read.value, after, results[node], results[ROOT], steps)


class _Trials:
    """Tries other values of one field on one node; ``rule`` is that of ``source``, the node that reads the field."""

    def __init__(
        self, finder: ChangeFinder, node: str, source: str, rule: Rule, ref: FieldRef, declared: Field, before: Value
    ) -> None:
        self.finder, self.node, self.source, self.rule = finder, node, source, rule
        self.ref, self.declared, self.before = ref, declared, before
        self.points = finder.known[node].points
        self.cache: dict[object, NodeResult] = {}
        self.known_tipping: Tipping | None = None

    def result_with(self, value: Given) -> NodeResult:
        if value.content not in self.cache:
            results = self.finder.evaluation.again(self.finder.known, {self.ref: value}, only=self.node)
            self.cache[value.content] = results[self.node]
        return self.cache[value.content]

    def nearest(self, kind: ChangeKind) -> tuple[Given, Exact] | None:
        """Find the nearest value that makes the change, with the grid steps to it."""
        match self.declared.kind:
            case Kind.YES_NO:
                return self.nearest_option(kind, [True, False])
            case Kind.OPTION:
                return self.nearest_option(kind, [option.key for option in self.declared.options])
            case _:
                return self.nearest_figure(kind)

    def nearest_option(self, kind: ChangeKind, options: list[bool] | list[str]) -> tuple[Given, Exact] | None:
        """Options have no order: the one that changes the points least is the nearest."""
        now = self.before.content if isinstance(self.before, Given) else None
        best: tuple[Exact, Given] | None = None
        for option in options:
            value = Given(option, self.declared.kind)
            result = self.result_with(value)
            if option == now or level_of(result, kind, self.points) is not Level.CHANGE or result.points is None:
                continue
            size = absolute(difference(result.points, self.points or whole(0)))
            if best is None or size < best[0]:
                best = (size, value)
        return None if best is None else (best[1], whole(1))

    # -- figures and dates -------------------------------------------------------------------------------------------------

    def nearest_figure(self, kind: ChangeKind) -> tuple[Given, Exact] | None:
        """Walk up and down from the value to the nearer of the first changes."""
        low, high = self.limits()
        if isinstance(self.before, Given):
            start = _number(self.before)
            ups, downs = self.walk(kind, start, 1, high), self.walk(kind, start, -1, low)
            found = [each for each in (ups, downs) if each is not None]
            return min(found, key=lambda each: each[1], default=None)
        # A value that was declared absent is as far from one as from another: a date is looked for from the latest
        # back, since late is nearest to never; a figure from the least up.
        if self.declared.kind is Kind.DATE:
            start = self.latest(high)
            return self.walk(kind, start, -1, low, first=0) or self.walk(kind, start, 1, high)
        start = low if low is not None else whole(0)
        return self.walk(kind, start, 1, high, first=0) or self.walk(kind, start, -1, low)

    def walk(
        self, kind: ChangeKind, start: Exact, direction: int, limit: Exact | None, *, first: int = 1
    ) -> tuple[Given, Exact] | None:
        """Walk from a figure in one direction, in steps of its grid, to the first that makes the change."""
        step = product(self.grid, whole(direction))
        last = FARTHEST if limit is None else _steps_between(start, limit, step)
        tipping = self.tipping()
        marks = tuple(_steps_between(start, mark, step) for mark in tipping.points)
        ray = Ray(first, last, marks, is_rough=tipping.is_rough)

        def value_at(count: int) -> Given:
            return self.given(total((start, product(step, whole(count)))))

        found = first_change(ray, lambda count: level_of(self.result_with(value_at(count)), kind, self.points))
        return None if found is None else (value_at(found), whole(found))

    def tipping(self) -> Tipping:
        """Give where the rule can change as the value moves."""
        if self.known_tipping is None:
            evaluation, known = self.finder.evaluation, self.finder.known
            tipping = tipping_of(
                self.rule, self.ref, lambda each: evaluation.value_of(self.source, self.rule, each, known),
                rest_days_move=evaluation.case.set.dates.rest_days_move,
            )  # fmt: skip
            # Where another node's rule comes after this one, it may tip over between the marks.
            self.known_tipping = replace(tipping, is_rough=tipping.is_rough or self.source != self.node)
        return self.known_tipping

    def given(self, figure: Exact) -> Given:
        if self.declared.kind is Kind.DATE:
            return Given(date.fromordinal(int(figure)), Kind.DATE)
        return Given(figure, self.declared.kind)

    def latest(self, high: Exact | None) -> Exact:
        """Give the day from which dates are looked for backwards: the year's end, or later where the rule looks beyond."""
        year = self.finder.evaluation.case.set.year
        end = whole(int(greatest([_ordinal(date(year, 12, 31)), *self.tipping().points])))
        return end if high is None else least((high, end))

    @property
    def grid(self) -> Exact:
        """The step in which the value may move: one for counts and days, else its declared or written decimals."""
        declared = self.declared
        if declared.kind in (Kind.COUNT, Kind.DATE, Kind.DAYS):
            return whole(1)
        digits = declared.scale
        if digits is None:
            digits = _LEAST_DIGITS.get(declared.kind, 0)
            if isinstance(self.before, Given):
                while digits < MOST_DIGITS and product(self.before.number, whole(10**digits)).denominator != 1:
                    digits += 1
        return quotient(whole(1), whole(10**digits))

    def limits(self) -> tuple[Exact | None, Exact | None]:
        """Give the range that the value may move in: the declared one, narrowed by its whole and by its parts."""
        declared, tree = self.declared, self.finder.tree
        low, high = declared.lower, declared.upper
        if declared.kind is Kind.DATE:
            year = tree.set.year
            first, last = date(max(1, year - FARTHEST_YEARS), 1, 1), date(year + FARTHEST_YEARS, 12, 31)
            return (low or _ordinal(first)), (high or _ordinal(last))
        if low is None and declared.kind in (Kind.COUNT, Kind.DAYS):
            low = whole(0)
        if declared.part_of:
            above = self.finder.figure_of(tree.owner(self.ref.node, declared.part_of))
            high = high if above is None else above if high is None else least((high, above))
        for part in self.finder.parts.get(self.ref, ()):
            below = self.finder.figure_of(part)
            low = low if below is None else below if low is None else greatest((low, below))
        return low, high


def _number(value: Given) -> Exact:
    return _ordinal(value.content) if isinstance(value.content, date) else value.number


def _ordinal(day: date) -> Exact:
    return whole(day.toordinal())


def _steps_between(start: Exact, mark: Exact, step: Exact) -> int:
    """Count the whole steps from ``start`` to ``mark``, rounded towards the start; negative behind it."""
    return whole_part(quotient(difference(mark, start), step)).numerator
