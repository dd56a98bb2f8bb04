"""How numbers, dates and counted things are written in each language; used by every sentence, table and report."""

from __future__ import annotations

import datetime

from parrules.messages.arguments import Figure, Noun, Style
from parrules.values import Exact, exact_text, product, round_to_digits, whole

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MINUS = "−"


def format_number(
    number: Exact, language: str, *, digits: int | None = None, most: int = 4, grouped: bool = True
) -> str:
    """Write a number with the marks of ``language``: ``1.234,5`` in vi, ``1,234.5`` in en.

    With ``digits`` it is written with exactly so many decimals; without, with as few as are exact, at the ``most`` so many.
    This rounds for the eye only: what is scored is never taken from what is printed.
    """
    if digits is None:
        shown = exact_text(number)
        if "/" in shown or len(shown.partition(".")[2]) > most:
            shown = exact_text(round_to_digits(number, most))
    else:
        shown = exact_text(round_to_digits(number, digits))
    negative = shown.startswith("-")
    integer, _, decimals = shown.removeprefix("-").partition(".")
    if digits is not None:
        decimals = decimals.ljust(digits, "0")
    if grouped and len(integer) > 4:
        integer = f"{int(integer):,}"
    if language == "vi":
        integer = integer.replace(",", ".")
    mark = "," if language == "vi" else "."
    written = integer + (mark + decimals if decimals else "")
    return MINUS + written if negative and any(c not in "0.," for c in written) else written


def format_percent(ratio: Exact, language: str, *, digits: int | None = 2) -> str:
    """Write a ratio as a percentage: 0.9167 is ``91,67%``."""
    return format_number(product(ratio, whole(100)), language, digits=digits) + "%"


def format_count(number: Exact, language: str) -> str:
    """Write how many: a whole number below ten has two digits in Vietnamese (``02``)."""
    if language == "vi" and number.denominator == 1 and 0 < number < 10:
        return f"0{number}"
    return format_number(number, language)


def noun_for(number: Exact, noun: Noun, language: str) -> str:
    """Give the noun that goes with ``number``."""
    if language == "vi":
        return noun.vi
    return noun.one if number == 1 else noun.many


def format_figure(figure: Figure, language: str) -> str:
    """Write a figure in its style, with its noun."""
    match figure.style:
        case Style.RESULT:
            # A tie at the third decimal is shown whole: 0.975 of 1 and 0.025 lost add up, 0.98 and 0.03 would not.
            tie = (
                product(figure.number, whole(200)).denominator == 1
                and product(figure.number, whole(100)).denominator != 1
            )
            text = format_number(figure.number, language, digits=3 if tie else 2)
        case Style.SCALE | Style.PLAIN:
            text = format_number(figure.number, language)
        case Style.PERCENT:
            text = format_percent(figure.number, language)
        case Style.SCALE_PERCENT:
            text = format_percent(figure.number, language, digits=None)
        case Style.COUNT:
            text = format_count(figure.number, language)
    if figure.noun:
        text += " " + noun_for(figure.number, figure.noun, language)
    return text


def format_date(date: datetime.date, language: str) -> str:
    """Write a date: ``05/01/2021`` in vi, ``5 January 2021`` in en."""
    if language == "vi":
        return f"{date.day:02}/{date.month:02}/{date.year}"
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"
