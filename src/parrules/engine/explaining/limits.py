"""The least and the most that a node may have: what the set promises, widened by bonuses and deductions among its parts."""

from __future__ import annotations

from parrules.criteria import Role
from parrules.engine.explaining.case import Case
from parrules.engine.result import ZERO, NodeResult, State
from parrules.tree import TreeNode
from parrules.values import Exact, difference, greatest, least, total


def declared_limits(case: Case, node: TreeNode) -> tuple[Exact, Exact]:
    """Give the range that a node's points are promised to stay in, before maxima of other nodes come to it.

    A bonus among the parts, however deep, may lift a group above its maximum, a deduction may take it below its minimum; a rule of
    the group's own must keep to both.
    """
    if node.role is Role.DEDUCTION:
        return node.minimum, ZERO
    rule = node.rule_under(case.reading)
    if node.is_leaf or (rule is not None and rule.gives_points):
        return node.minimum, node.maximum
    low, high = ZERO, node.maximum
    parts = [case.tree.nodes[part] for part in node.parts]
    # Some tables print a total that has its bonuses in it.
    bonus_is_in = node.is_total and total(part.maximum for part in parts if part.role is Role.MAIN) != node.maximum
    for part in parts:
        if part.role is Role.MONITORED and node.role is not Role.MONITORED:
            continue
        part_low, part_high = declared_limits(case, part)
        low = total((low, least((ZERO, part_low))))
        on_top = part.role is Role.BONUS and node.role is not Role.BONUS and not bonus_is_in
        high = total((high, part_high if on_top else greatest((ZERO, difference(part_high, part.maximum)))))
    return least((node.minimum, low)), high


def limits(case: Case, node: TreeNode, result: NodeResult) -> tuple[Exact, Exact]:
    """Give the least and the most that a result may be, with the maxima that came to it from other nodes."""
    if result.state is State.ASSESSED and node.role is not Role.DEDUCTION:
        low, high = node.minimum, node.maximum
    else:
        low, high = declared_limits(case, node)
    return low, total((high, result.raised))
