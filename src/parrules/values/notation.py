"""Figures and dates as people write them in a file of one language, read exactly or refused with a reason.

With ``vi`` a figure is written ``8,5`` and ``1.234.567,5``, a date ``28/12/2020``; with ``en`` they are ``8.5`` and
``2020-12-28``. A figure that could be two (``1.234``) is refused with both readings, never guessed.
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
"""Characters of a figure; more are refused, since no table has them and a reader could not check them."""

_MINUS = str.maketrans({"−": "-", "–": "-"})
_WHOLE = re.compile(r"-?[0-9]+")
_BLANKS = "[ \u00a0\u2009\u202f]"


@dataclass(frozen=True, slots=True)
class _Marks:
    """The shapes of figures whose decimals stand behind ``decimal`` and whose thousands are parted by ``thousands``."""

    decimal: str
    thousands: str
    with_decimals: re.Pattern[str]
    one_group: re.Pattern[str]
    grouped: re.Pattern[str]
    spaced: re.Pattern[str]

    @classmethod
    def of(cls, decimal: str, thousands: str) -> _Marks:
        mark, group = re.escape(decimal), re.escape(thousands)
        lead = "-?[1-9][0-9]{0,2}"
        return cls(
            decimal=decimal,
            thousands=thousands,
            with_decimals=re.compile(f"-?[0-9]+{mark}[0-9]+"),
            one_group=re.compile(f"{lead}{group}[0-9]{{3}}"),
            grouped=re.compile(f"{lead}({group}[0-9]{{3}})+({mark}[0-9]+)?"),
            spaced=re.compile(f"{lead}({_BLANKS}[0-9]{{3}})+({mark}[0-9]+)?"),
        )

    def plain(self, text: str, decimal: str) -> str:
        """Take the marks of thousands out and write ``decimal`` before the decimals."""
        return re.sub(_BLANKS, "", text.replace(self.thousands, "")).replace(self.decimal, decimal)


_MARKS = {"vi": _Marks.of(",", "."), "en": _Marks.of(".", ",")}


def read_number(text: str, language: str) -> Exact | Misread:
    """Read a figure as a file in ``language`` (``vi`` or ``en``) writes it.

    A vi file may also hold ``8.5`` and ``0.125`` (plain YAML numbers); ``1.234`` is refused, for it could be 1234.
    Leading zeros are read as tables print them (``02`` is 2), blanks only as marks of thousands (``1 234 567``).
    """
    text = text.strip().translate(_MINUS)
    if len(text) > LONGEST_FIGURE:
        return Misread(Trouble.TOO_LONG)
    own, other = (_MARKS["vi"], _MARKS["en"]) if language == "vi" else (_MARKS["en"], _MARKS["vi"])
    if _WHOLE.fullmatch(text) or own.with_decimals.fullmatch(text):
        return Fraction(own.plain(text, "."))
    if own.one_group.fullmatch(text):
        return Misread(Trouble.AMBIGUOUS_THOUSANDS, (own.plain(text, "."), text.replace(own.thousands, own.decimal)))
    if own.grouped.fullmatch(text) or own.spaced.fullmatch(text):
        return Fraction(own.plain(text, "."))
    if other.with_decimals.fullmatch(text):
        if language == "vi":
            return Fraction(text)
        return Misread(Trouble.OTHER_DECIMAL_MARK, (other.plain(text, own.decimal),))
    if other.grouped.fullmatch(text) or other.spaced.fullmatch(text):
        return Misread(Trouble.THOUSANDS_MARK, (other.plain(text, own.decimal),))
    return Misread(Trouble.NOT_A_NUMBER)


def decimals_of(text: str) -> int:
    """Count the decimals that a figure is written with, be its mark a comma or a point: 1 of ``1.234,5``."""
    mark = max(",.", key=text.rfind)
    return 0 if text.count(mark) != 1 else len(text.rpartition(mark)[2].strip().rstrip("%"))


def read_percent(text: str, language: str) -> Exact | Misread:
    """Read ``79,1%`` as the ratio 0.791; what does not end in a percent sign is no percentage."""
    text = text.strip()
    if not text.endswith("%"):
        return Misread(Trouble.NOT_A_NUMBER)
    number = read_number(text[:-1], language)
    if isinstance(number, Misread):
        return Misread(number.trouble, tuple(suggestion + "%" for suggestion in number.suggestions))
    return number / 100


_SLASHED = re.compile(r"(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")


def read_date(text: str, language: str) -> datetime.date | Misread:
    """Read a date with its year as a file in ``language`` writes it: ``28/12/2020`` with vi, ``2020-12-28`` with en."""
    slashed, iso = _SLASHED.fullmatch(text.strip()), _ISO.fullmatch(text.strip())
    found = slashed or iso
    if found is None:
        return Misread(Trouble.NOT_A_DATE)
    try:
        date = datetime.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return Misread(Trouble.NO_SUCH_DAY)
    if language == "vi" and iso:
        return Misread(Trouble.OTHER_DATE_FORMAT, (f"{date.day:02}/{date.month:02}/{date.year:04}",))
    if language != "vi" and slashed:
        return Misread(Trouble.OTHER_DATE_FORMAT, (date.isoformat(),))
    return date
