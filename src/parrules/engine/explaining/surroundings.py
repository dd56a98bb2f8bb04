"""What the rule of a node can see of other nodes, and what it could see at either end of what is still open."""

from __future__ import annotations

from enum import StrEnum

from parrules.engine.explaining.case import Progress
from parrules.engine.explaining.working import Surroundings
from parrules.engine.result import ZERO, NodeResult, State
from parrules.language.syntax import PartsTaken
from parrules.tree import TreeNode
from parrules.tree import nodes as tree
from parrules.values import (
    Absence,
    Absent,
    Exact,
    Given,
    Kind,
    Missing,
    Value,
    greatest,
    least,
    quotient,
    share,
    total,
    whole,
)

WAITING = frozenset({State.PENDING, State.MISSING, State.INCOMPLETE, State.FAULT})


class Corner(StrEnum):
    """An end of what is open: there, points are lowest and applicable maxima highest, or the other way round."""

    LOW = "low"
    HIGH = "high"


def surroundings(progress: Progress, node: TreeNode, corner: Corner | None = None) -> Surroundings:
    """Give what the rule of a node can see.

    Args:
        progress: The results so far.
        node: The node.
        corner: Nothing for what is known (what waits is missing); else an end, where nothing that waits has a fault of its own.
    """
    set_ = progress.case.set
    return Surroundings(
        value_of=progress.value_of,
        figure_of=lambda figure, other: _figure_of(progress, figure, other, corner),
        parts=lambda expression: _parts_value(progress, node, expression, corner),
        maximum=node.maximum,
        mode=set_.rounding.mode,
        calendar=set_.dates.calendar,
        rest_days_move=set_.dates.rest_days_move,
    )


def _end(result: NodeResult, corner: Corner) -> Exact:
    return result.span[0 if corner is Corner.LOW else 1]


def _figure_of(progress: Progress, figure: tree.Figure, other: str, corner: Corner | None) -> Value:
    if figure is tree.Figure.MAXIMUM:
        return Given(progress.case.tree.nodes[other].maximum, Kind.POINTS)
    result = progress.results[other]
    if figure is tree.Figure.APPLICABLE_MAXIMUM:
        if result.is_settled:
            return Given(result.applicable_maximum, Kind.POINTS)
        if corner is None:
            return Missing((other,))
        return Given(result.most_applicable if corner is Corner.LOW else result.least_applicable, Kind.POINTS)
    if result.is_left_out:
        return Absent(Absence.NOT_APPLICABLE, other)
    is_open = result.points is None or (figure is tree.Figure.INDEX and not result.is_settled)
    if is_open and (corner is None or (result.state not in WAITING and result.points is None)):
        return Missing((other,))
    if figure is tree.Figure.INDEX:
        return _index(result, corner)
    return Given(
        result.points if corner is None and result.points is not None else _end(result, corner or Corner.LOW),
        Kind.POINTS,
    )


def _index(result: NodeResult, corner: Corner | None) -> Value:
    """Give points over applicable maximum; at a corner the least or the greatest that they can be."""
    if corner is None or (result.points is not None and result.is_settled):
        assert result.points is not None
        part = share(result.points, result.applicable_maximum)
        return Absent(Absence.NOT_APPLICABLE, result.id) if part is None else Given(part, Kind.RATIO)
    if result.least_applicable <= 0:
        return Missing((result.id,))
    shares = [quotient(_end(result, corner), maximum) for maximum in (result.least_applicable, result.most_applicable)]
    return Given(least(shares) if corner is Corner.LOW else greatest(shares), Kind.RATIO)


def _parts_value(progress: Progress, node: TreeNode, expression: tree.PartsValue, corner: Corner | None) -> Value:
    parts = progress.parts(node)
    waiting = tuple(part.id for part in parts if part.points is None)
    if waiting and (corner is None or any(part.points is None and part.state not in WAITING for part in parts)):
        return Missing(waiting)
    if not parts:
        return Given(ZERO, Kind.POINTS)
    if corner is None or not waiting:
        points = [part.span[0] for part in parts]
        return Given(_taken(expression.taken, points), Kind.POINTS)
    ends = [_end(part, corner) for part in parts]
    if expression.taken is PartsTaken.SUM or not any(part.may_be_left_out for part in parts):
        return Given(_taken(expression.taken, ends), Kind.POINTS)
    # Who is counted is open; whatever is taken lies between the lowest and the highest of all.
    return Given(least(ends) if corner is Corner.LOW else greatest(ends), Kind.POINTS)


def _taken(taken: PartsTaken, points: list[Exact]) -> Exact:
    match taken:
        case PartsTaken.SUM:
            return total(points)
        case PartsTaken.MEAN:
            return quotient(total(points), whole(len(points)))
        case PartsTaken.HIGHEST:
            return greatest(points)
        case PartsTaken.LOWEST:
            return least(points)
