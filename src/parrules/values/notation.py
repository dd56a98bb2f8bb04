"""Figures and dates as people write them in a file of one language, read exactly or refused with a reason.

With ``vi`` a figure is written ``8,5`` and ``1.234.567,5``, a date ``28/12/2020``; with ``en`` they are ``8.5`` and ``2020-12-28``.
A figure that could be two (``1.234``) is refused with both readings, never guessed.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from parrules.values.exact import Exact


class Trouble(StrEnum):
    """Why a figure or date was refused."""

    NOT_A_NUMBER = "not-a-number"
    AMBIGUOUS_THOUSANDS = "ambiguous-thousands"
    OTHER_DECIMAL_MARK = "other-decimal-mark"
    THOUSANDS_MARK = "thousands-mark"
    TOO_LONG = "too-long"
    NOT_A_DATE = "not-a-date"
    NO_SUCH_DAY = "no-such-day"
    OTHER_DATE_FORMAT = "other-date-format"


@dataclass(frozen=True, slots=True)
class Misread:
    """A figure or date that was not understood, with the ways it may be written instead."""

    trouble: Trouble
    suggestions: tuple[str, ...] = ()


LONGEST_FIGURE = 60

_MINUS = str.maketrans({"−": "-", "–": "-"})
_BLANKS = re.compile(r"[\s\u00a0\u2009\u202f]+")
_INTEGER = re.compile(r"-?\d+")
_COMMA = re.compile(r"-?\d+,\d+")
_POINT = re.compile(r"-?\d+\.\d+")
_COULD_BE_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}")
_POINTED_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(\.\d{3}){2,}(,\d+)?|-?[1-9]\d{0,2}(\.\d{3})+,\d+")
_COMMA_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(,\d{3}){2,}(\.\d+)?|-?[1-9]\d{0,2}(,\d{3})+\.\d+")


def read_number(text: str, language: str) -> Exact | Misread:
    """Read a figure as a file in ``language`` (``vi`` or ``en``) writes it.

    A vi file may also hold ``8.5`` and ``0.125`` (plain YAML numbers); ``1.234`` is refused, for it could be 1234.
    """
    text = _BLANKS.sub("", text).translate(_MINUS)
    if len(text) > LONGEST_FIGURE:
        return Misread(Trouble.TOO_LONG)
    if _INTEGER.fullmatch(text):
        return Fraction(text)
    if language == "vi":
        if _COMMA.fullmatch(text):
            return Fraction(text.replace(",", "."))
        if _COULD_BE_THOUSANDS.fullmatch(text):
            return Misread(Trouble.AMBIGUOUS_THOUSANDS, (text.replace(".", ""), text.replace(".", ",")))
        if _POINT.fullmatch(text):
            return Fraction(text)
        if _POINTED_THOUSANDS.fullmatch(text):
            return Fraction(text.replace(".", "").replace(",", "."))
        if _COMMA_THOUSANDS.fullmatch(text):
            return Misread(Trouble.THOUSANDS_MARK, (text.replace(",", "").replace(".", ","),))
    else:
        if _POINT.fullmatch(text):
            return Fraction(text)
        if _COULD_BE_THOUSANDS.fullmatch(text):
            return Misread(Trouble.AMBIGUOUS_THOUSANDS, (text.replace(",", ""), text.replace(",", ".")))
        if _COMMA.fullmatch(text):
            return Misread(Trouble.OTHER_DECIMAL_MARK, (text.replace(",", "."),))
        if _COMMA_THOUSANDS.fullmatch(text):
            return Fraction(text.replace(",", ""))
        if _POINTED_THOUSANDS.fullmatch(text):
            return Misread(Trouble.THOUSANDS_MARK, (text.replace(".", "").replace(",", "."),))
    return Misread(Trouble.NOT_A_NUMBER)


def read_percent(text: str, language: str) -> Exact | Misread:
    """Read ``79,1%`` as the ratio 0.791; ``text`` must end in a percent sign."""
    number = read_number(text.strip().removesuffix("%"), language)
    return number if isinstance(number, Misread) else number / 100


_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def read_date(text: str, language: str) -> datetime.date | Misread:
    """Read a date with its year as a file in ``language`` writes it: ``28/12/2020`` with vi, ``2020-12-28`` with en."""
    text = text.strip()
    slashed, iso = _SLASHED.fullmatch(text), _ISO.fullmatch(text)
    if slashed is None and iso is None:
        return Misread(Trouble.NOT_A_DATE)
    if slashed:
        day, month, year = (int(part) for part in slashed.groups())
    else:
        assert iso is not None
        year, month, day = (int(part) for part in iso.groups())
    try:
        date = datetime.date(year, month, day)
    except ValueError:
        return Misread(Trouble.NO_SUCH_DAY)
    if (slashed is None) == (language == "vi"):
        return Misread(Trouble.OTHER_DATE_FORMAT, (f"{day:02}/{month:02}/{year}" if language == "vi" else date.isoformat(),))
    return date
