"""What the total's points come to: the base they are measured by, the index in percent, the grade."""

from __future__ import annotations

from parrules.criteria import CriteriaSet
from parrules.engine.result import NodeResult
from parrules.values import Exact, round_to_digits, share


def base_of(set_: CriteriaSet, result: NodeResult) -> Exact:
    """Give what the index divides by: the set's declared base, else the total's applicable maximum."""
    declared = set_.total.base if set_.total else None
    return declared if declared is not None else result.applicable_maximum


def index_of(set_: CriteriaSet, result: NodeResult) -> tuple[Exact | None, Exact | None]:
    """Give the index before and after rounding, nothing while the points wait or where there is no base."""
    if result.points is None:
        return None, None
    exact = share(result.points, base_of(set_, result))
    digits = set_.rounding.digits.get("index")
    if exact is None or digits is None:
        return exact, exact
    # The digits are those of a percentage: 87.11% has two.
    return exact, round_to_digits(exact, digits + 2, set_.rounding.mode)


def grade_of(set_: CriteriaSet, result: NodeResult) -> str | None:
    """Give the id of the first grade that is reached: by the index as announced, or by the points."""
    if result.points is None:
        return None
    _, index = index_of(set_, result)
    for grade in set_.grades:
        if grade.least is None:
            return grade.id
        reached = index if grade.in_percent else result.points
        if reached is not None and reached >= grade.least:
            return grade.id
    return None
