"""Dates and periods read from the pieces of a rule, as each language writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from parrules.language.dates import DateParts, PeriodParts, month_number
from parrules.language.folding import fold
from parrules.language.lexicon import NEXT_YEAR, PREVIOUS_YEAR, ROMAN
from parrules.language.scan import Raw, Scanner
from parrules.values.days import Period

_ONE_OR_TWO_DIGITS = re.compile(r"[0-9]{1,2}")
_YEAR = re.compile(r"[0-9]{4}")
_QUARTER = re.compile(r"q([1-4])")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_DAY, _MONTH, _YEAR_WORD, _QUARTER_WORD = fold("ngày"), fold("tháng"), fold("năm"), fold("quý")
_HALVES = {fold("đầu"): 1, fold("cuối"): 2}
_SIX = ("6", "06", fold("sáu"))

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What was read, the raw position behind it and the offset of its end."""

    value: T
    behind: int
    end: int


def iso_date(raw: Raw, position: int) -> Found[DateParts]:
    """Read a piece like ``2020-12-28``."""
    year, month, day = (int(part) for part in raw.text.split("-"))
    return Found(DateParts(day, month, year), position + 1, raw.end)


def date_at(scan: Scanner, position: int, language: str) -> Found[DateParts] | None:
    """Read a date where it begins: at ``ngày`` in Vietnamese, at the day's figure in English."""
    return _vietnamese_date(scan, position) if language == "vi" else _english_date(scan, position)


def slashed_date_at(scan: Scanner, position: int, language: str) -> Found[DateParts] | None:
    """Read ``15/12/2021`` and ``31/12 năm trước`` with no word before, which the grammar would take for divisions."""
    raws = scan.raws[position : position + 5]
    if len(raws) < 3 or raws[1].text not in "/-":
        return None
    day, month = raws[0].text, raws[2].text
    if not (_ONE_OR_TWO_DIGITS.fullmatch(day) and _ONE_OR_TWO_DIGITS.fullmatch(month)):
        return None
    if len(raws) == 5 and raws[3].text == raws[1].text and _YEAR.fullmatch(raws[4].text):
        return Found(DateParts(int(day), int(month), int(raws[4].text)), position + 5, raws[4].end)
    if shift := year_shift_at(scan, position + 3, language):
        return Found(DateParts(int(day), int(month), shift=shift.value), shift.behind, shift.end)
    return None


def year_shift_at(scan: Scanner, position: int, language: str) -> Found[int] | None:
    """Read *of the previous year* or *of the next year*."""
    for shift, phrases in ((-1, PREVIOUS_YEAR), (1, NEXT_YEAR)):
        if found := scan.phrase_at(position, phrases[language]):
            return Found(shift, *found)
    return None


def _vietnamese_date(scan: Scanner, position: int) -> Found[DateParts] | None:
    ahead = scan.ahead(position, 7)
    values = [text for text, _, _ in ahead]
    if len(values) < 2 or values[0] != _DAY:
        return None
    if dotted := _DOTTED.fullmatch(values[1]):
        return Found(DateParts(int(dotted[1]), int(dotted[2]), int(dotted[3])), ahead[1][1], ahead[1][2].end)
    if len(values) < 4 or not (_ONE_OR_TWO_DIGITS.fullmatch(values[1]) and _ONE_OR_TWO_DIGITS.fullmatch(values[3])):
        return None
    if values[2] not in ("/", "-", _MONTH):
        return None
    year, last = None, 3
    if len(values) > 5 and _YEAR.fullmatch(values[5]) and _joins_year(ahead, values[2]):
        year, last = int(values[5]), 5
    if values[2] == "-" and year is None:
        return None
    return _with_shift(scan, DateParts(int(values[1]), int(values[3]), year), ahead[last], "vi")


def _joins_year(ahead: list[tuple[str, int, Raw]], between: str) -> bool:
    """See the year of ``31/12/2021`` and ``31 tháng 12 năm 2021``, not the figure of ``ngày 31/12 - 2021``."""
    month, sign, year = (raw for _, _, raw in ahead[3:6])
    if ahead[4][0] == _YEAR_WORD:
        return True
    return ahead[4][0] == between and month.end == sign.start and sign.end == year.start


def _english_date(scan: Scanner, position: int) -> Found[DateParts] | None:
    ahead = scan.ahead(position, 3)
    if (
        len(ahead) < 2
        or not _ONE_OR_TWO_DIGITS.fullmatch(ahead[0][0])
        or (month := month_number(ahead[1][2].text)) is None
    ):
        return None
    year, last = None, 1
    if len(ahead) > 2 and _YEAR.fullmatch(ahead[2][0]):
        year, last = int(ahead[2][0]), 2
    return _with_shift(scan, DateParts(int(ahead[0][0]), month, year), ahead[last], "en")


def _with_shift(scan: Scanner, parts: DateParts, last: tuple[str, int, Raw], language: str) -> Found[DateParts]:
    _, behind, raw = last
    if parts.year is None and (shift := year_shift_at(scan, behind, language)):
        return Found(DateParts(parts.day, parts.month, shift=shift.value), shift.behind, shift.end)
    return Found(parts, behind, raw.end)


def period_at(scan: Scanner, position: int, language: str) -> Found[PeriodParts] | None:
    """Read what may follow `in`: a quarter, a month, a half or the year, mostly of the set's year."""
    ahead = scan.ahead(position, 8)
    values = [text for text, _, _ in ahead] + [""] * 4
    read = _vietnamese_period(values) if language == "vi" else _english_period(values)
    if read is None and (quarter := _QUARTER.fullmatch(values[0])):
        read = Period("quarter", int(quarter[1])), 1
    if read is None:
        return None
    period, used = read
    _, behind, raw = ahead[used - 1]
    if language == "vi" and period.part in ("year", "half"):
        # `năm` is part of both: `trong năm trước`, `6 tháng đầu năm trước`.
        shift = year_shift_at(scan, behind - 1, language) or year_shift_at(scan, behind, language)
    elif language == "en" and period.part == "year":
        return Found(PeriodParts(period, _shift_of_year(values)), behind, raw.end)
    else:
        shift = year_shift_at(scan, behind, language)
    if shift:
        return Found(PeriodParts(period, shift.value), shift.behind, shift.end)
    return Found(PeriodParts(period), behind, raw.end)


def _vietnamese_period(values: list[str]) -> tuple[Period, int] | None:
    if values[0] == _QUARTER_WORD and (number := _ordinal(values[1], 4)):
        return Period("quarter", number), 2
    if values[0] == _MONTH and (number := _ordinal(values[1], 12)):
        return Period("month", number), 2
    if values[0] in _SIX and values[1] == _MONTH and values[2] in _HALVES and values[3] == _YEAR_WORD:
        return Period("half", _HALVES[values[2]]), 4
    if values[0] == _YEAR_WORD:
        return Period("year"), 1
    return None


def _english_period(values: list[str]) -> tuple[Period, int] | None:
    if values[0] == "the" and values[1] in ("first", "second", "previous", "next", "last"):
        read = _english_period(values[1:])
        return None if read is None else (read[0], read[1] + 1)
    if values[0] == "quarter" and (number := _ordinal(values[1], 4)):
        return Period("quarter", number), 2
    if values[0] == "month" and (number := _ordinal(values[1], 12)):
        return Period("month", number), 2
    if values[0] in ("first", "second") and values[1] == "half":
        return Period("half", 1 if values[0] == "first" else 2), 2
    if values[0] in ("the", "previous", "next", "last") and values[1] == "year":
        return Period("year"), 2
    if month := month_number(values[0]):
        return Period("month", month), 1
    return None


def _shift_of_year(values: list[str]) -> int:
    word = values[1] if values[0] == "the" else values[0]
    return {"previous": -1, "last": -1, "next": 1}.get(word, 0)


def _ordinal(text: str, most: int) -> int | None:
    number = ROMAN.get(text) or (int(text) if _ONE_OR_TWO_DIGITS.fullmatch(text) else None)
    return number if number and number <= most else None
