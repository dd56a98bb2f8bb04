"""Rounding modes, digits and steps."""

from __future__ import annotations

import pytest

from parrules.values import Exact, RoundingMode, from_exact_text, round_to_digits, round_to_step

MODES = ("half-up", "half-down", "half-even", "up", "down")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        # Two decimals, in the order of MODES.
        ("1.125", ("1.13", "1.12", "1.12", "1.13", "1.12")),
        ("-1.125", ("-1.13", "-1.12", "-1.12", "-1.13", "-1.12")),
        ("1.135", ("1.14", "1.13", "1.14", "1.14", "1.13")),
        ("-1.135", ("-1.14", "-1.13", "-1.14", "-1.14", "-1.13")),
        ("1.1249", ("1.12", "1.12", "1.12", "1.13", "1.12")),
        ("1.1251", ("1.13", "1.13", "1.13", "1.13", "1.12")),
        ("0.005", ("0.01", "0", "0", "0.01", "0")),
        ("-0.005", ("-0.01", "0", "0", "-0.01", "0")),
        ("0.0001", ("0", "0", "0", "0.01", "0")),
        ("-0.0001", ("0", "0", "0", "-0.01", "0")),
        ("1/3", ("0.33", "0.33", "0.33", "0.34", "0.33")),
        ("7", ("7", "7", "7", "7", "7")),
        ("0", ("0", "0", "0", "0", "0")),
    ],
)
def test_each_mode_decides_the_last_digit_as_its_name_says(number: str, expected: tuple[str, ...]) -> None:
    rounded = [round_to_digits(from_exact_text(number), 2, RoundingMode(mode)) for mode in MODES]
    assert rounded == [from_exact_text(text) for text in expected]


def test_half_up_is_the_mode_where_none_is_declared() -> None:
    assert round_to_digits(Exact(1, 8), 2) == Exact(13, 100)
    assert round_to_step(Exact(1, 8), Exact(1, 4)) == Exact(1, 4)


def test_digits_under_zero_round_to_tens_and_stay_exact() -> None:
    rounded = round_to_digits(Exact(125), -1)
    assert rounded == 130
    assert isinstance(rounded, Exact)


@pytest.mark.parametrize(
    ("number", "step", "expected"),
    [
        ("1.125", "0.25", "1.25"),
        ("1.124", "0.25", "1"),
        ("-1.125", "0.25", "-1.25"),
        ("7", "3", "6"),
        ("7.5", "3", "9"),
        ("0.5", "1/3", "2/3"),
    ],
)
def test_rounding_to_a_step_gives_a_multiple_of_it(number: str, step: str, expected: str) -> None:
    assert round_to_step(from_exact_text(number), from_exact_text(step)) == from_exact_text(expected)


def test_the_example_of_the_design_rounds_to_six_hundredths() -> None:
    assert round_to_digits(Exact(3) * (Exact(11) / 600), 2) == Exact(6, 100)
