"""All checks of a set, and the proof of having passed them: the only thing that an engine accepts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from parrules.checks.cover import check_cover
from parrules.checks.division import check_divisions
from parrules.checks.structure import check_structure
from parrules.criteria import CriteriaSet
from parrules.diagnostics import Finding, Findings
from parrules.tree import CriteriaTree, Task, build_tree, dependents, evaluation_order


@dataclass(frozen=True, slots=True)
class CheckedCriteria:
    """A criteria set without errors, ready to score.

    ``tree`` is the evaluation tree, ``order`` the steps in which it is worked out, ``findings`` the warnings and notes that are left.
    """

    tree: CriteriaTree
    order: tuple[Task, ...] = field(repr=False)
    findings: tuple[Finding, ...] = ()
    sha256: str = ""  #: Of the file's text in UTF-8, for receipts.
    dependents: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)  #: Which nodes each node feeds.

    @property
    def set(self) -> CriteriaSet:
        """The set as its file says it."""
        return self.tree.set


def check_criteria(criteria: CriteriaSet, findings: Findings) -> CheckedCriteria | None:
    """Run every check on a set, all findings at once.

    Args:
        criteria: The set as read; what reading found must be in ``findings`` already.
        findings: Receives errors, warnings and notes.

    Returns: the checked set, or nothing where there is an error.

    """
    tree = build_tree(criteria, findings)
    order = evaluation_order(tree, findings)
    check_structure(tree, findings)
    check_divisions(tree, findings)
    check_cover(tree, findings)
    if findings.errors:
        return None
    digest = hashlib.sha256(criteria.source.text.encode("utf-8")).hexdigest()
    return CheckedCriteria(tree, order, tuple(findings.sorted()), digest, dependents(tree))
