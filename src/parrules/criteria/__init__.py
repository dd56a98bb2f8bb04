"""Criteria sets as their files say them, and the library of shipped ones."""

from parrules.criteria.from_yaml import criteria_from_source, read_criteria
from parrules.criteria.library import find_criteria, list_criteria
from parrules.criteria.model import CriteriaNode, CriteriaSet, Field, Role, Status, Treatment

__all__ = [
    "CriteriaNode",
    "CriteriaSet",
    "Field",
    "Role",
    "Status",
    "Treatment",
    "criteria_from_source",
    "find_criteria",
    "list_criteria",
    "read_criteria",
]
