"""Dates and periods as rules name them: mostly without a year, which is then the set's."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from parrules.language.lexicon import MONTHS_EN
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
