"""The evaluation tree: a criteria set with names resolved and kinds known, up to and with the total."""

from parrules.tree.from_criteria import build_tree, names_fold_together
from parrules.tree.model import ROOT, CriteriaTree, Rule, TreeNode
from parrules.tree.nodes import FieldRef
from parrules.tree.order import Step, Task, dependents, evaluation_order

__all__ = [
    "ROOT",
    "CriteriaTree",
    "FieldRef",
    "Rule",
    "Step",
    "Task",
    "TreeNode",
    "build_tree",
    "dependents",
    "evaluation_order",
    "names_fold_together",
]
