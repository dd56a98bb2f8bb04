"""The first value along a line of values that changes a node's points, found in few trials.

Between the figures where a comparison of the rule tips over, points only rise or only fall, so a stretch between them is halved. What
lies beyond the promised range does not count, but still shows in which direction the points go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from parrules.engine.result import NodeResult, State
from parrules.values import Exact, from_exact_text

SCANNED = 400
"""Values next to the present one that are tried one by one where points may go up and down between tipping points."""


class ChangeKind(StrEnum):
    """What a change does to a node."""

    GAIN = "gain"
    LOSS = "loss"
    APPLIES = "applies"  #: The node did not apply, and would.


class Level(StrEnum):
    """Where a trial lies."""

    SHORT = "short"  #: No change, or one the other way.
    CHANGE = "change"  #: What is looked for.
    BEYOND = "beyond"  #: The right way, but out of the promised range.
    OTHER = "other"  #: No points at all.


def level_of(result: NodeResult, kind: ChangeKind, before: Exact | None) -> Level:
    """Say whether a result is the change that is looked for; ``before`` are the points without it."""
    if kind is ChangeKind.APPLIES or before is None:
        is_scored = kind is ChangeKind.APPLIES and result.state is State.SCORED and result.points is not None
        return Level.CHANGE if is_scored else Level.OTHER
    points = result.points if result.state is State.SCORED else None
    found = Level.CHANGE
    if points is None:
        out_of_range = next((each.fault for each in result.faults if each.fault.code == "PAR703"), None)
        if out_of_range is None:
            return Level.OTHER
        points, found = from_exact_text(out_of_range.arguments["points"]), Level.BEYOND
    is_right_way = points > before if kind is ChangeKind.GAIN else points < before
    return found if is_right_way else Level.SHORT


@dataclass(frozen=True, slots=True)
class Ray:
    """Values in one direction, counted in steps of their grid from ``first`` to ``last``.

    ``marks`` are the counts at or before tipping points; ``is_rough`` where points may go up and down between them.
    """

    first: int
    last: int
    marks: tuple[int, ...]
    is_rough: bool

    def ends(self) -> Iterable[int]:
        """Give the counts that are tried in any case, nearest first: the ends, and those around each tipping point."""
        near = {count for mark in self.marks for count in (mark - 1, mark, mark + 1, mark + 2)}
        return sorted(count for count in {self.first, self.last, *near} if self.first <= count <= self.last)


def first_change(ray: Ray, level_at: Callable[[int], Level]) -> int | None:
    """Find the first count at which there is the change, nothing where there is none."""
    found = _by_stretches(ray, level_at)
    if not ray.is_rough:
        return found
    farthest = min(ray.last, ray.first + SCANNED, *(() if found is None else (found,)))
    return next((count for count in range(ray.first, farthest + 1) if level_at(count) is Level.CHANGE), found)


def _by_stretches(ray: Ray, level_at: Callable[[int], Level]) -> int | None:
    position: int | None = None
    for end in ray.ends():
        first = end
        if position is not None and level_at(end) is not level_at(position):
            first = _first_other(level_at, position, end)
        if level_at(first) is Level.CHANGE:
            return first
        position = end
    return None


def _first_other(level_at: Callable[[int], Level], before: int, end: int) -> int:
    """Halve the stretch between two counts of different levels to the first whose level is not that of ``before``."""
    start = level_at(before)
    while end - before > 1:
        middle = (before + end) // 2
        if level_at(middle) is start:
            before = middle
        else:
            end = middle
    return end
