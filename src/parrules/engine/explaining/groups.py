"""Groups: the points of parts taken together as the group says, and the maximum that is left of theirs."""

from __future__ import annotations

from parrules.criteria import Treatment
from parrules.engine.explaining.case import Progress
from parrules.engine.explaining.limits import declared_limits
from parrules.engine.result import ZERO, Amount, AmountKind, NodeResult, State
from parrules.tree import TreeNode
from parrules.tree import nodes as tree
from parrules.values import Exact, difference, greatest, least, opposite, product, quotient, scaled, total, whole

LACKING = frozenset({State.MISSING, State.INCOMPLETE, State.FAULT})
"""States of a part that make its group incomplete rather than pending."""


def take_together(progress: Progress, node: TreeNode, result: NodeResult) -> NodeResult:
    """Work out a group from its parts.

    Args:
        progress: The results so far; those of the parts are final.
        node: The group.
        result: A blank result, filled in here.
    """
    parts = progress.parts(node)
    measure(progress, node, result)
    if not parts and any(progress.results[part].state is State.NOT_APPLICABLE for part in node.parts):
        result.state, result.treatment = State.NOT_APPLICABLE, Treatment.LEAVE_OUT
        result.maximum_moved = opposite(node.maximum)
        return result.set_applicable(ZERO)
    waiting = [part for part in parts if part.points is None or (node.combine == "pooled" and not part.is_settled)]
    for part in parts:
        if part.points is not None:
            result.steps.append(Amount(AmountKind.PART, part.points, node=part.id))
    if waiting:
        low, high = _open_range(progress, node, parts)
        is_lacking = any(part.state in LACKING for part in waiting)
        result.wait(State.INCOMPLETE if is_lacking else State.PENDING, low, high, tuple(part.id for part in waiting))
        if all(part.may_be_left_out for part in parts):
            result.open_outcomes = frozenset({tree.Outcome.NOT_APPLICABLE})
        return result
    points = [part.span[0] for part in parts]
    combined = _combined(progress, node, parts, points)
    if node.combine != "sum":
        result.steps.append(Amount(AmountKind.COMBINE, difference(combined, total(points))))
    return result.set_points(combined)


def _combined(progress: Progress, node: TreeNode, parts: list[NodeResult], points: list[Exact]) -> Exact:
    """Take points together as the group says."""
    if not parts:
        return ZERO
    match node.combine:
        case "mean":
            return quotient(total(points), whole(len(points)))
        case "weighted":
            weights = [progress.case.tree.nodes[part.id].weight or ZERO for part in parts]
            below = total(weights)
            above = total(product(weight, point) for weight, point in zip(weights, points, strict=True))
            return ZERO if below == 0 else quotient(above, below)
        case "pooled":
            below = total(part.applicable_maximum for part in _measured(progress, node, parts))
            return ZERO if below == 0 else scaled(total(points), node.maximum, below)
        case _:
            return total(points)


def _open_range(progress: Progress, node: TreeNode, parts: list[NodeResult]) -> tuple[Exact, Exact]:
    """Give the least and the most that a group can come to while parts wait; parts that may be left out count either way."""
    lows, highs = [part.span[0] for part in parts], [part.span[1] for part in parts]
    if node.combine == "sum":
        return total(lows), total(highs)
    measured = _measured(progress, node, parts)
    if not any(part.may_be_left_out or (node.combine == "pooled" and not part.is_settled) for part in parts):
        return _combined(progress, node, parts, lows), _combined(progress, node, parts, highs)
    if node.combine in ("mean", "weighted"):
        return least((ZERO, *lows)), greatest((ZERO, *highs))
    smallest = total(ZERO if part.may_be_left_out else part.least_applicable for part in measured)
    if smallest <= 0:
        return declared_limits(progress.case, node)
    ends = [
        scaled(points, node.maximum, below)
        for points in (total(lows), total(highs))
        for below in (smallest, total(part.most_applicable for part in measured))
    ]
    return least(ends), greatest(ends)


def _measured(progress: Progress, node: TreeNode, parts: list[NodeResult]) -> list[NodeResult]:
    """Give the parts whose maxima make the group's: those of its own role; a bonus adds nothing to the base."""
    nodes = progress.case.tree.nodes
    return [part for part in parts if nodes[part.id].role is node.role]


def measure(progress: Progress, node: TreeNode, result: NodeResult) -> NodeResult:
    """Work out a group's applicable maximum: what is left of its parts' maxima. That of a leaf stays its own."""
    if node.is_leaf:
        return result
    nodes = progress.case.tree.nodes
    same = [progress.results[part] for part in node.parts if nodes[part].role is node.role]
    declared = total(part.maximum for part in same)

    def left_of(applicable: Exact) -> Exact:
        if node.combine in ("mean", "weighted", "pooled"):
            return node.maximum if applicable > 0 or not same else ZERO
        if declared == node.maximum or node.is_total:
            return applicable
        # The source's sum is off and acknowledged: what falls away is taken off the stated maximum.
        return difference(node.maximum, difference(declared, applicable))

    result.applicable_maximum = left_of(total(part.applicable_maximum for part in same))
    result.least_applicable = left_of(total(part.least_applicable for part in same))
    result.most_applicable = left_of(total(part.most_applicable for part in same))
    result.raised = total(progress.results[part].raised for part in node.parts)
    return result
