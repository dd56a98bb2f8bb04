"""To how many digits a set rounds a node's points; engines and the comparison with announced figures ask here."""

from __future__ import annotations

from parrules.criteria import CriteriaSet
from parrules.tree import TreeNode

_LEVELS = ("domain", "criterion", "component")


def declared_digits(set_: CriteriaSet, node: TreeNode) -> int | None:
    """Give the digits that a node's points are rounded to, nothing where they are not.

    What the set says of leaves goes before what it says of their level.
    """
    declared = set_.rounding.digits
    if node.is_total:
        return declared.get("total")
    if node.is_leaf and "leaf" in declared:
        return declared["leaf"]
    return declared.get(_LEVELS[node.level]) if node.level < len(_LEVELS) else None
