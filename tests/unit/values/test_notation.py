"""Figures and dates as a Vietnamese or an English file writes them."""

from __future__ import annotations

import datetime

import pytest

from parrules.values import Exact, from_exact_text
from parrules.values.notation import LONGEST_FIGURE, Misread, Trouble, decimals_of, read_date, read_number, read_percent


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("8,5", "vi", "8.5"),
        ("8.5", "vi", "8.5"),
        ("0.125", "vi", "0.125"),
        ("1,234", "vi", "1.234"),
        ("1234.567", "vi", "1234.567"),
        ("1.234.567", "vi", "1234567"),
        ("1.234,5", "vi", "1234.5"),
        ("1.234.567,25", "vi", "1234567.25"),
        ("8.5", "en", "8.5"),
        ("1.234", "en", "1.234"),
        ("1,234,567", "en", "1234567"),
        ("1,234.5", "en", "1234.5"),
        ("100", "vi", "100"),
        ("02", "vi", "2"),
        ("010", "vi", "10"),
        ("-5", "vi", "-5"),
        ("−5", "vi", "-5"),
        ("–0,5", "vi", "-0.5"),
        ("-0", "en", "0"),
        ("  7  ", "en", "7"),
        ("\u00a07\n", "vi", "7"),
        ("1 234 567", "vi", "1234567"),
        ("1\u00a0234,5", "vi", "1234.5"),
        ("1\u202f234.5", "en", "1234.5"),
        ("9" * LONGEST_FIGURE, "vi", "9" * LONGEST_FIGURE),
    ],
)
def test_a_figure_is_read_exactly(text: str, language: str, expected: str) -> None:
    assert read_number(text, language) == from_exact_text(expected)


@pytest.mark.parametrize(
    ("text", "language", "trouble", "suggestions"),
    [
        ("1.234", "vi", Trouble.AMBIGUOUS_THOUSANDS, ("1234", "1,234")),
        ("-12.345", "vi", Trouble.AMBIGUOUS_THOUSANDS, ("-12345", "-12,345")),
        ("100.000", "vi", Trouble.AMBIGUOUS_THOUSANDS, ("100000", "100,000")),
        ("1,234", "en", Trouble.AMBIGUOUS_THOUSANDS, ("1234", "1.234")),
        ("8,5", "en", Trouble.OTHER_DECIMAL_MARK, ("8.5",)),
        ("0,125", "en", Trouble.OTHER_DECIMAL_MARK, ("0.125",)),
        ("1,234.5", "vi", Trouble.THOUSANDS_MARK, ("1234,5",)),
        ("1,234,567", "vi", Trouble.THOUSANDS_MARK, ("1234567",)),
        ("1.234,5", "en", Trouble.THOUSANDS_MARK, ("1234.5",)),
        ("1.234.567", "en", Trouble.THOUSANDS_MARK, ("1234567",)),
        ("1 234.5", "vi", Trouble.THOUSANDS_MARK, ("1234,5",)),
        ("9" * (LONGEST_FIGURE + 1), "vi", Trouble.TOO_LONG, ()),
    ],
)
def test_a_figure_that_could_be_another_is_refused_with_what_may_be_meant(
    text: str, language: str, trouble: Trouble, suggestions: tuple[str, ...]
) -> None:
    assert read_number(text, language) == Misread(trouble, suggestions)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-", "no", "1:30", ".nan", "NaN", "Infinity", "1e3", "1E-2", "0x10", "0o17", "1_000", ".5", "5.", "5,",
        ",5", "+5", "--5", "8 5", "12 34", "1 23", "8 ,5", "8, 5", "1..5", "1,,5", "1.23.456", "0.123.456", "1/2", "½",
        "٣", "８,５", "8,5 điểm", "5%", "1.234.56", "1,234,56",
    ],
)  # fmt: skip
def test_what_is_no_figure_is_never_guessed_into_one(text: str, language: str) -> None:
    assert read_number(text, language) == Misread(Trouble.NOT_A_NUMBER)


def test_a_figure_suggested_instead_is_one_that_can_be_read() -> None:
    for language in ("vi", "en"):
        for text in ("1.234", "1,234", "8,5", "1,234.5", "1.234,5", "1.234.567", "1,234,567", "1 234.5", "1 234,5"):
            found = read_number(text, language)
            for suggestion in found.suggestions if isinstance(found, Misread) else ():
                assert isinstance(read_number(suggestion, language), Exact)


def test_a_percentage_is_a_hundredth() -> None:
    assert read_percent("79,1%", "vi") == Exact(791, 1000)
    assert read_percent(" 79.1 % ", "en") == Exact(791, 1000)
    assert read_percent("100%", "vi") == 1


def test_a_percentage_that_could_be_two_is_refused_with_percent_signs() -> None:
    assert read_percent("1.234%", "vi") == Misread(Trouble.AMBIGUOUS_THOUSANDS, ("1234%", "1,234%"))
    assert read_percent("8,5%", "en") == Misread(Trouble.OTHER_DECIMAL_MARK, ("8.5%",))


@pytest.mark.parametrize("text", ["79", "%", "79%%", "79 % điểm", ""])
def test_what_has_no_percent_sign_at_its_end_is_no_percentage(text: str) -> None:
    assert read_percent(text, "vi") == Misread(Trouble.NOT_A_NUMBER)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("28/12/2020", "vi", datetime.date(2020, 12, 28)),
        ("5/1/2021", "vi", datetime.date(2021, 1, 5)),
        ("05.01.2021", "vi", datetime.date(2021, 1, 5)),
        ("05-01-2021", "vi", datetime.date(2021, 1, 5)),
        ("29/02/2020", "vi", datetime.date(2020, 2, 29)),
        ("2020-12-28", "en", datetime.date(2020, 12, 28)),
        (" 2020-1-5 ", "en", datetime.date(2020, 1, 5)),
    ],
)
def test_a_date_is_read_in_the_format_of_the_file(text: str, language: str, expected: datetime.date) -> None:
    assert read_date(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("2020-12-28", "vi", Misread(Trouble.OTHER_DATE_FORMAT, ("28/12/2020",))),
        ("28/12/2020", "en", Misread(Trouble.OTHER_DATE_FORMAT, ("2020-12-28",))),
        ("29/02/2021", "vi", Misread(Trouble.NO_SUCH_DAY)),
        ("31/4/2021", "vi", Misread(Trouble.NO_SUCH_DAY)),
        ("12/28/2020", "vi", Misread(Trouble.NO_SUCH_DAY)),
        ("2020-13-01", "en", Misread(Trouble.NO_SUCH_DAY)),
        ("0000-01-01", "en", Misread(Trouble.NO_SUCH_DAY)),
        ("28/12-2020", "vi", Misread(Trouble.NOT_A_DATE)),
        ("28/12", "vi", Misread(Trouble.NOT_A_DATE)),
        ("28/12/20", "vi", Misread(Trouble.NOT_A_DATE)),
        ("28 tháng 12", "vi", Misread(Trouble.NOT_A_DATE)),
        ("٢٨/١٢/٢٠٢٠", "vi", Misread(Trouble.NOT_A_DATE)),
        ("2020-12-28 16:05", "en", Misread(Trouble.NOT_A_DATE)),
        ("", "vi", Misread(Trouble.NOT_A_DATE)),
    ],
)
def test_any_other_date_is_refused_with_the_reason(text: str, language: str, expected: Misread) -> None:
    assert read_date(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("8", 0), ("8,5", 1), ("8.50", 2), ("1.234,5", 1), ("1,234.56", 2), ("1.234.567", 0), ("87,11%", 2), ("", 0)],
)
def test_the_decimals_of_a_figure_are_those_that_it_is_written_with(text: str, expected: int) -> None:
    assert decimals_of(text) == expected
