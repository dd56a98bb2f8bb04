"""Checks before any scoring: of a criteria set by itself, and of an evidence record against its set."""

from parrules.checks.bound import BoundEvidence
from parrules.checks.checked import CheckedCriteria, check_criteria
from parrules.checks.evidence import bind_evidence

__all__ = ["BoundEvidence", "CheckedCriteria", "bind_evidence", "check_criteria"]
