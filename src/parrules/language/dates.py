"""Dates and periods as rules name them, mostly without a year, and how each language writes them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from parrules.language.lexicon import MONTHS_EN, NEXT_YEAR, PREVIOUS_YEAR, ROMAN_OF
from parrules.values.days import Period

_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class DateParts:
    """A day and month with a year, or with none, which is the set's year moved by ``shift`` (−1: the previous year)."""

    day: int
    month: int
    year: int | None = None
    shift: int = 0

    @property
    def exists(self) -> bool:
        """Whether there can be such a day; 29 February is judged once the year is known."""
        if not (1 <= self.month <= 12 and 1 <= self.day <= _LONGEST_MONTH[self.month - 1]):
            return False
        return self.year is None or self.in_year(self.year) is not None

    def in_year(self, year: int) -> datetime.date | None:
        """Give the date where the set's year is ``year``, nothing where there is no such day."""
        try:
            return datetime.date(self.year if self.year is not None else year + self.shift, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class PeriodParts:
    """A quarter, month, half or whole year, of the set's year moved by ``shift``."""

    period: Period
    shift: int = 0


def month_number(name: str) -> int | None:
    """Give the number of an English month by its name or the first three letters of it."""
    name = name.lower()
    for number, short in enumerate(MONTHS_EN, 1):
        if name == short or (len(name) > 3 and _FULL[number - 1] == name):
            return number
    return None


_FULL = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def write_shift(shift: int, language: str) -> str:
    """Write *of the previous year* or *of the next year* with a blank before it, nothing for the set's own year."""
    if shift == 0:
        return ""
    phrases = (PREVIOUS_YEAR if shift < 0 else NEXT_YEAR)[language]
    return " " + (phrases[-1] if language == "vi" else phrases[0])


def write_date(parts: DateParts, language: str) -> str:
    """Write a date as the formatter does: ``ngày 31/03 năm trước``, ``31 Mar 2021``."""
    if language == "vi":
        text = f"ngày {parts.day:02}/{parts.month:02}"
        if parts.year is not None:
            text += f"/{parts.year:04}"
    else:
        text = f"{parts.day} {MONTHS_EN[parts.month - 1].capitalize()}"
        if parts.year is not None:
            text += f" {parts.year:04}"
    return text + write_shift(parts.shift, language)


def write_period(parts: PeriodParts, language: str) -> str:
    """Write a period as the formatter does: ``quý IV năm trước``, ``first half``."""
    part, number = parts.period.part, parts.period.number
    if language == "vi":
        if part == "year":
            return "năm" + _YEAR_VI[parts.shift]
        if part == "half":
            return f"6 tháng {'đầu' if number == 1 else 'cuối'} năm" + _YEAR_VI[parts.shift]
        text = f"quý {ROMAN_OF[number]}" if part == "quarter" else f"tháng {number:02}"
    else:
        if part == "year":
            return {-1: "previous", 0: "the", 1: "next"}[parts.shift] + " year"
        text = {
            "quarter": f"Q{number}",
            "month": f"month {number}",
            "half": f"{'first' if number == 1 else 'second'} half",
        }[part]
    return text + write_shift(parts.shift, language)


_YEAR_VI = {-1: " trước", 0: "", 1: " sau"}
