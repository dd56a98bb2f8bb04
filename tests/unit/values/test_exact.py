"""Exact numbers and their shortest text."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parrules.values import (
    Exact,
    absolute,
    difference,
    exact_text,
    from_exact_text,
    greatest,
    half_unit,
    has_digits,
    hundredth,
    is_too_large,
    least,
    opposite,
    product,
    quotient,
    scaled,
    share,
    total,
    whole,
    whole_part,
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(27, 5), "5.4"),
        (Fraction(-1, 2), "-0.5"),
        (Fraction(59, 66), "59/66"),
        (Fraction(-2, 3), "-2/3"),
        (Fraction(1, 1024), "0.0009765625"),
        (Fraction(1, 5**6), "0.000064"),
        (Fraction(120), "120"),
        (Fraction(-1, 1000), "-0.001"),
    ],
)
def test_the_text_of_a_number_is_the_shortest_that_loses_nothing(number: Fraction, text: str) -> None:
    assert exact_text(number) == text
    assert from_exact_text(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "1.", ".5", "1e3", "1/0", "1/00", "1/-2", "1.5/3", "nan", "inf", " 1", "1\n", "٣", "８", "1/²", "+1", "--1"],
)
def test_what_exact_text_never_writes_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="exact number"):
        from_exact_text(text)


def test_the_largest_number_that_is_carried_on_can_be_written() -> None:
    largest = Exact(2**4095 + 1, 2**4095)
    assert not is_too_large(largest)
    assert from_exact_text(exact_text(largest)) == largest


def test_a_number_of_more_bits_than_the_limit_is_too_large() -> None:
    assert is_too_large(Exact(2**4096))
    assert is_too_large(Exact(1, 2**4096))
    assert not is_too_large(Exact(2**4095))


def test_a_third_of_three_is_one() -> None:
    assert product(whole(3), quotient(whole(1), whole(3))) == 1


def test_nothing_at_all_adds_up_to_zero() -> None:
    assert total([]) == 0
    assert total([Exact(1, 3), Exact(1, 3), Exact(1, 3)]) == 1


def test_the_named_operations_do_what_they_say() -> None:
    third, half = Exact(1, 3), Exact(1, 2)
    assert difference(half, third) == Exact(1, 6)
    assert opposite(half) == -half
    assert absolute(opposite(half)) == half
    assert least([half, third]) == third
    assert greatest([half, third]) == half
    assert scaled(Exact(3), Exact(86), Exact(43)) == 6


def test_there_is_no_share_of_a_maximum_of_zero() -> None:
    assert share(Exact(0), Exact(0)) is None
    assert share(Exact(3), Exact(4)) == Exact(3, 4)


def test_half_a_unit_is_what_rounding_hides_at_most() -> None:
    assert half_unit(0) == Exact(1, 2)
    assert half_unit(2) == Exact(5, 1000)


def test_a_percentage_is_a_hundredth_of_its_figure() -> None:
    assert hundredth(Exact(875, 10)) == Exact(7, 8)


@pytest.mark.parametrize(("number", "expected"), [(Exact(7, 2), 3), (Exact(4), 4), (Exact(-1, 2), -1), (Exact(-3), -3)])
def test_a_whole_part_is_never_above_its_number(number: Exact, expected: int) -> None:
    assert whole_part(number) == expected


def test_a_number_has_so_many_digits_or_more() -> None:
    assert has_digits(Exact(5, 4), 2)
    assert not has_digits(Exact(5, 4), 1)
    assert not has_digits(Exact(1, 3), 12)
