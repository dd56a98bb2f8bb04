"""The kinds of values and what operations make of them; used by the tree to know kinds before any evidence is there."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What a value is.

    The names are those that a criteria set writes under ``kind:``; the last four appear in rules only.
    """

    COUNT = "count"  #: How many; a whole number.
    RATIO = "ratio"  #: A part of something, 0.95 for 95%.
    AMOUNT = "amount"  #: A measured quantity, normally money.
    DAYS = "days"  #: A length of time in days.
    DATE = "date"
    YES_NO = "yes-no"
    OPTION = "option"  #: One of declared phrases.
    TEXT = "text"
    POINTS = "points"
    ANSWERS = "answers"  #: Survey answers; reserved.
    TABLE = "table"  #: Rows of evidence; reserved.
    NUMBER = "number"  #: A bare figure of a rule, which takes the kind of what it meets.
    CONDITION = "condition"  #: True or false, the outcome of a comparison.
    WORKING_DAYS = "working-days"  #: A number of working days, only to be added to a date.
    PHRASE = "phrase"  #: A quoted text of a rule.

    @property
    def is_numeric(self) -> bool:
        """Whether the value is an exact number inside."""
        return self in NUMERIC


NUMERIC = frozenset({Kind.COUNT, Kind.RATIO, Kind.AMOUNT, Kind.DAYS, Kind.POINTS, Kind.NUMBER})

_SUMS = {
    # A count that meets a bare number stays a count, a ratio a ratio; 1 + points are points.
    frozenset({kind, Kind.NUMBER}): kind
    for kind in (Kind.COUNT, Kind.RATIO, Kind.AMOUNT, Kind.POINTS, Kind.NUMBER)
}


def kind_of_sum(left: Kind, right: Kind) -> Kind | None:
    """Give the kind of ``left`` + ``right``, nothing where adding them means nothing."""
    if left == right:
        return left if left.is_numeric else None
    if (left, right) in ((Kind.DATE, Kind.DAYS), (Kind.DAYS, Kind.DATE), (Kind.DATE, Kind.WORKING_DAYS)):
        return Kind.DATE
    return _SUMS.get(frozenset({left, right}))


def kind_of_difference(left: Kind, right: Kind) -> Kind | None:
    """Give the kind of ``left`` − ``right``; two dates are days apart."""
    if left == right == Kind.DATE:
        return Kind.DAYS
    if (left, right) in ((Kind.DATE, Kind.DAYS), (Kind.DATE, Kind.WORKING_DAYS)):
        return Kind.DATE
    if left == right:
        return left if left.is_numeric else None
    if Kind.DATE in (left, right):
        return None
    return _SUMS.get(frozenset({left, right}))


def kind_of_product(left: Kind, right: Kind) -> Kind | None:
    """Give the kind of ``left`` × ``right``: points taken often or in part are points, a part of a count is a count."""
    if not (left.is_numeric and right.is_numeric):
        return None
    pair = {left, right}
    if Kind.POINTS in pair:
        return None if left == right else Kind.POINTS
    if Kind.NUMBER in pair:
        return (pair - {Kind.NUMBER} or {Kind.NUMBER}).pop() if Kind.RATIO not in pair else Kind.NUMBER
    if Kind.RATIO in pair:
        return (pair - {Kind.RATIO} or {Kind.RATIO}).pop()
    return None


def kind_of_quotient(left: Kind, right: Kind) -> Kind | None:
    """Give the kind of ``left`` ÷ ``right``: a thing divided by its like is a ratio, by a number is itself."""
    if not (left.is_numeric and right.is_numeric):
        return None
    if left == right:
        return Kind.NUMBER if left == Kind.NUMBER else Kind.RATIO
    if right in (Kind.NUMBER, Kind.RATIO):
        return Kind.NUMBER if left == Kind.NUMBER else left
    if left == Kind.NUMBER and right == Kind.COUNT:
        return Kind.NUMBER
    if left == Kind.POINTS and right in (Kind.COUNT, Kind.DAYS):
        return Kind.POINTS
    return None


def can_be_points(kind: Kind) -> bool:
    """Say whether a rule may give this as points: points, or a bare number, whose unit word may be left out."""
    return kind in (Kind.POINTS, Kind.NUMBER)


def can_be_compared(left: Kind, right: Kind) -> bool:
    """Say whether one may be less than the other."""
    if left == right:
        return left.is_numeric or left == Kind.DATE
    pair = {left, right}
    if Kind.NUMBER in pair:
        # Days want their unit: a bare 30 beside a difference of two dates is more often a slip than a wish.
        return bool(pair & {Kind.COUNT, Kind.RATIO, Kind.AMOUNT, Kind.POINTS})
    return False
