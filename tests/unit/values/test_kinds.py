"""The kinds that operations make of kinds."""

from __future__ import annotations

import itertools

import pytest

from parrules.values import Kind
from parrules.values.kinds import (
    NUMERIC,
    can_be_compared,
    can_be_points,
    kind_of_difference,
    kind_of_product,
    kind_of_quotient,
    kind_of_sum,
)

COUNT, RATIO, AMOUNT, DAYS, DATE = Kind.COUNT, Kind.RATIO, Kind.AMOUNT, Kind.DAYS, Kind.DATE
POINTS, NUMBER, WORKING, TEXT, YES_NO = Kind.POINTS, Kind.NUMBER, Kind.WORKING_DAYS, Kind.TEXT, Kind.YES_NO


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (COUNT, COUNT, COUNT),
        (POINTS, POINTS, POINTS),
        (POINTS, NUMBER, POINTS),
        (COUNT, NUMBER, COUNT),
        (DATE, DAYS, DATE),
        (DAYS, DATE, DATE),
        (DATE, WORKING, DATE),
        (DATE, DATE, None),
        (DAYS, NUMBER, None),
        (COUNT, RATIO, None),
        (POINTS, COUNT, None),
        (TEXT, TEXT, None),
        (YES_NO, YES_NO, None),
        (WORKING, WORKING, None),
    ],
)
def test_only_like_is_added_to_like(left: Kind, right: Kind, expected: Kind | None) -> None:
    assert kind_of_sum(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (DATE, DATE, DAYS),
        (DATE, DAYS, DATE),
        (DATE, WORKING, DATE),
        (DAYS, DATE, None),
        (DATE, NUMBER, None),
        (COUNT, COUNT, COUNT),
        (NUMBER, RATIO, RATIO),
        (DAYS, NUMBER, None),
        (POINTS, RATIO, None),
    ],
)
def test_a_difference_of_dates_is_days(left: Kind, right: Kind, expected: Kind | None) -> None:
    assert kind_of_difference(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (COUNT, POINTS, POINTS),
        (RATIO, POINTS, POINTS),
        (NUMBER, POINTS, POINTS),
        (DAYS, POINTS, POINTS),
        (POINTS, POINTS, None),
        (RATIO, RATIO, RATIO),
        (RATIO, COUNT, COUNT),
        (RATIO, NUMBER, NUMBER),
        (NUMBER, NUMBER, NUMBER),
        (NUMBER, DAYS, DAYS),
        (COUNT, COUNT, None),
        (COUNT, DATE, None),
    ],
)
def test_points_taken_often_or_in_part_are_points(left: Kind, right: Kind, expected: Kind | None) -> None:
    assert kind_of_product(left, right) == expected
    assert kind_of_product(right, left) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (COUNT, COUNT, RATIO),
        (POINTS, POINTS, RATIO),
        (AMOUNT, AMOUNT, RATIO),
        (NUMBER, NUMBER, NUMBER),
        (COUNT, NUMBER, COUNT),
        (POINTS, COUNT, POINTS),
        (NUMBER, COUNT, NUMBER),
        (COUNT, POINTS, None),
        (DATE, NUMBER, None),
        (TEXT, NUMBER, None),
    ],
)
def test_a_thing_divided_by_its_like_is_a_ratio(left: Kind, right: Kind, expected: Kind | None) -> None:
    assert kind_of_quotient(left, right) == expected


def test_sums_and_products_do_not_depend_on_the_order_but_for_working_days() -> None:
    for left, right in itertools.product(Kind, Kind):
        assert kind_of_product(left, right) == kind_of_product(right, left)
        if WORKING not in (left, right):
            assert kind_of_sum(left, right) == kind_of_sum(right, left)


def test_what_arithmetic_gives_is_a_number_or_a_date() -> None:
    for left, right in itertools.product(Kind, Kind):
        for made in (kind_of_sum, kind_of_difference, kind_of_product, kind_of_quotient):
            kind = made(left, right)
            assert kind is None or kind in NUMERIC or kind is DATE


def test_a_bare_number_stands_in_for_what_it_meets_but_not_for_days() -> None:
    assert can_be_compared(COUNT, NUMBER)
    assert can_be_compared(NUMBER, POINTS)
    assert not can_be_compared(DAYS, NUMBER)
    assert not can_be_compared(COUNT, RATIO)
    assert not can_be_compared(TEXT, TEXT)
    assert can_be_compared(DATE, DATE)


def test_a_bare_number_may_be_points_and_a_count_may_not() -> None:
    assert can_be_points(POINTS)
    assert can_be_points(NUMBER)
    assert not can_be_points(COUNT)
    assert not can_be_points(RATIO)
