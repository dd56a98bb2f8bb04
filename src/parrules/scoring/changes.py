"""What would change a node's points: for each value that its rule read, the nearest value that gives more, or fewer.

Found by evaluating, proved by scoring again: a change is only reported with the points that the whole set gives with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from parrules.check import BoundEvidence, CheckedCriteria
from parrules.criteria import Field
from parrules.engine.explaining import evaluate, evaluate_node
from parrules.engine.result import NodeResult, Read, State
from parrules.scoring.forms import tipping_points
from parrules.tree import ROOT, FieldRef
from parrules.tree import nodes as tree
from parrules.values import Exact, Given, Kind, Missing, Value, difference, greatest, least, opposite, product, quotient, total, whole

FARTHEST = 2**40
"""Grid steps that are searched in an open direction."""


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One value changed, and what the set then gives.

    ``kind`` is ``gain``, ``loss`` or ``applies`` (the node would apply); ``total`` the whole set's result with the change.
    """

    kind: str
    ref: FieldRef
    before: Value
    after: Given
    node: NodeResult
    total: NodeResult
    steps: Exact  #: How far the value moves, in steps of its grid.


def find_changes(
    criteria: CheckedCriteria, evidence: BoundEvidence, stage: str, reading: str | None, node: str, known: dict[str, NodeResult]
) -> list[ValueChange]:
    """Find the nearest changes of one declared value that change a leaf's points.

    Args:
        criteria: The set.
        evidence: The unit's evidence.
        stage: The stage that was scored.
        reading: The reading that was scored.
        node: The leaf.
        known: The results to compare with.

    Returns: gains, nearest first, then losses; at most one of each for every value read. Empty where no rule gave the points.
    """
    return _Search(criteria, evidence, stage, reading, node, known).run()


class _Search:
    def __init__(
        self, criteria: CheckedCriteria, evidence: BoundEvidence, stage: str, reading: str | None, node: str, known: dict[str, NodeResult]
    ) -> None:
        self.criteria, self.evidence, self.stage, self.reading = criteria, evidence, stage, reading
        self.node, self.known = criteria.tree.nodes[node], known
        self.result = known[node]
        self.again = evaluate_node(criteria, evidence, stage, reading, node, known)
        self.rule = self.node.rule_under(reading)
        self.cache: dict[tuple[FieldRef, object], NodeResult] = {}

    def run(self) -> list[ValueChange]:
        by_line = self.result.state is State.NOT_APPLICABLE and any(not isinstance(step, Read) for step in self.result.steps)
        scored = self.result.state is State.SCORED and self.result.points is not None
        if self.rule is None or not self.rule.gives_points or not self.node.is_leaf or not (scored or by_line):
            return []
        found: list[ValueChange] = []
        for step in self.result.steps:
            if isinstance(step, Read):
                found.extend(self.changes_of(step.ref, step.value))
        gains = sorted((change for change in found if change.kind != "loss"), key=lambda change: self.rank(change))
        losses = sorted((change for change in found if change.kind == "loss"), key=lambda change: self.rank(change))
        return [*gains, *losses]

    def rank(self, change: ValueChange) -> tuple[int, Exact]:
        """Order changes: what the unit can do (a part) before what it is given (a whole), then by how far the value moves."""
        is_whole = any(
            field.part_of and self.criteria.tree.owner(ref.node, field.part_of) == change.ref
            for ref, field in self.criteria.tree.fields.items()
        )
        return (1 if is_whole else 0, change.steps)

    # -- trying ------------------------------------------------------------------------------------------------------------

    def try_value(self, ref: FieldRef, value: Given) -> NodeResult:
        key = (ref, value.content)
        if key not in self.cache:
            self.cache[key] = self.again({ref: value})
        return self.cache[key]

    def is_change(self, kind: str, result: NodeResult) -> bool:
        if result.points is None or result.state is not State.SCORED:
            return False
        if kind == "applies" or self.result.points is None:
            return kind == "applies"
        return result.points > self.result.points if kind == "gain" else result.points < self.result.points

    def changes_of(self, ref: FieldRef, before: Value) -> list[ValueChange]:
        declared = self.criteria.tree.fields.get(ref)
        if declared is None or isinstance(before, Missing):
            return []
        kinds = ("applies",) if self.result.points is None else ("gain", "loss")
        found = []
        for kind in kinds:
            nearest = self.nearest(kind, ref, declared, before)
            if nearest is not None:
                after, steps = nearest
                proved = self.prove(kind, ref, before, after, steps)
                if proved is not None:
                    found.append(proved)
        return found

    def prove(self, kind: str, ref: FieldRef, before: Value, after: Given, steps: Exact) -> ValueChange | None:
        """Score the whole set with the change; it is only believed if the node's points change as found."""
        results = evaluate(self.criteria, self.evidence, self.stage, self.reading, known=self.known, changed={ref: after})
        node = results[self.node.id]
        if not self.is_change(kind, node):
            return None
        return ValueChange(kind, ref, before, after, node, results[ROOT], steps)

    def nearest(self, kind: str, ref: FieldRef, declared: Field, before: Value) -> tuple[Given, Exact] | None:
        match declared.kind:
            case Kind.YES_NO:
                options: list[str | bool] = [True, False]
            case Kind.OPTION:
                options = [option.key for option in declared.options]
            case Kind.TEXT:
                return None
            case _:
                return self.nearest_figure(kind, ref, declared, before)
        now = before.content if isinstance(before, Given) else None
        best: tuple[Exact, Given] | None = None
        for option in options:
            value = Given(option, declared.kind)
            if option == now or not self.is_change(kind, result := self.try_value(ref, value)):
                continue
            assert result.points is not None
            gap = difference(result.points, self.result.points or whole(0))
            size = gap if gap >= 0 else opposite(gap)
            if best is None or size < best[0]:
                best = (size, value)
        return None if best is None else (best[1], whole(1))

    # -- figures and dates -------------------------------------------------------------------------------------------------

    def grid(self, declared: Field, before: Value) -> Exact:
        """Give the step in which a value may move: one for counts and days, else its declared or written decimals."""
        if declared.kind in (Kind.COUNT, Kind.DATE, Kind.DAYS):
            return whole(1)
        if declared.scale is not None:
            return quotient(whole(1), whole(10**declared.scale))
        least_digits = {Kind.RATIO: 4, Kind.POINTS: 2}.get(declared.kind, 0)
        digits = least_digits
        if isinstance(before, Given):
            while digits < 9 and product(before.number, whole(10**digits)).denominator != 1:
                digits += 1
        return quotient(whole(1), whole(10**digits))

    def nearest_figure(self, kind: str, ref: FieldRef, declared: Field, before: Value) -> tuple[Given, Exact] | None:
        step = self.grid(declared, before)
        low, high = self.limits(ref, declared)
        marks = sorted(tipping_points(self.rule, ref, self.value_of)) if self.rule else []
        if isinstance(before, Given):
            start = whole(before.content.toordinal()) if isinstance(before.content, date) else before.number
        else:
            # Nothing was there: any value is as far as another, so the first mark stands for the way up and down.
            start = marks[0] if marks else whole(0)
        best: tuple[Exact, Given] | None = None
        for direction in (1, -1):
            found = self.walk(kind, ref, declared, start, step, direction, low if direction < 0 else high, marks)
            if found is None:
                continue
            distance = difference(found[0], start) if direction > 0 else difference(start, found[0])
            if best is None or distance < best[0]:
                best = (distance, found[1])
        return None if best is None else (best[1], quotient(best[0], step))

    def limits(self, ref: FieldRef, declared: Field) -> tuple[Exact | None, Exact | None]:
        """Give the range that a value may move in: the declared one, narrowed by its whole and by its parts."""
        low = declared.lower if declared.lower is not None else whole(0) if declared.kind in (Kind.COUNT, Kind.DAYS) else None
        high = declared.upper
        if declared.part_of:
            above = self.evidence.at(self.criteria.tree.owner(ref.node, declared.part_of), self.stage)
            if above is not None and isinstance(above.value, Given):
                high = above.value.number if high is None else least((high, above.value.number))
        for other, field in self.criteria.tree.fields.items():
            if field.part_of and self.criteria.tree.owner(other.node, field.part_of) == ref:
                below = self.evidence.at(other, self.stage)
                if below is not None and isinstance(below.value, Given):
                    low = below.value.number if low is None else greatest((low, below.value.number))
        return low, high

    def value_of(self, expression: tree.Expression) -> Value:
        """Work out an expression on the evidence as it is."""
        from parrules.engine.explaining.evaluate import surroundings_of
        from parrules.engine.explaining.rule import work_out

        assert self.rule is not None
        around = surroundings_of(self.criteria, self.evidence, self.stage, self.reading, self.node.id, self.known)
        return work_out(expression, self.rule, around)

    def given(self, declared: Field, figure: Exact) -> Given | None:
        if declared.kind is not Kind.DATE:
            return Given(figure, declared.kind)
        ordinal = int(figure)
        return Given(date.fromordinal(ordinal), Kind.DATE) if 1 <= ordinal <= date.max.toordinal() else None

    def walk(
        self, kind: str, ref: FieldRef, declared: Field, start: Exact, step: Exact, direction: int, limit: Exact | None, marks: list[Exact]
    ) -> tuple[Exact, Given] | None:
        """Walk from a figure in one direction, stretch by stretch between tipping points, to the first figure that changes the points."""

        def at(count: int) -> Exact:
            return total((start, product(step, whole(direction * count))))

        def changes(count: int) -> bool:
            value = self.given(declared, at(count))
            return value is not None and self.is_change(kind, self.try_value(ref, value))

        last = FARTHEST if limit is None else _steps_between(start, limit, step, direction)
        ends = {1, last}
        for mark in marks:
            away = _steps_between(start, mark, step, direction)
            ends.update(count for count in (away - 1, away, away + 1, away + 2) if 1 <= count <= last)
        ordered = sorted(end for end in ends if 1 <= end <= last)
        position = 0
        for end in ordered:
            if changes(end):
                first = _first_change(changes, position, end)
                value = self.given(declared, at(first))
                return None if value is None else (at(first), value)
            position = end
        return None


def _steps_between(start: Exact, mark: Exact, step: Exact, direction: int) -> int:
    """Count the whole steps from ``start`` to ``mark`` in a direction, rounded towards the start; negative behind it."""
    distance = difference(mark, start) if direction > 0 else difference(start, mark)
    steps = quotient(distance, step)
    return steps.numerator // steps.denominator


def _first_change(changes: Callable[[int], bool], before: int, found: int) -> int:
    """Halve the stretch between a count without a change and one with it; the points only rise or only fall there."""
    while found - before > 1:
        middle = (before + found) // 2
        if changes(middle):
            found = middle
        else:
            before = middle
    return found


