"""Days, quarters, periods and working days, as a criteria set declares them."""

from __future__ import annotations

import calendar as _calendar
import datetime
from collections.abc import Collection
from dataclasses import dataclass

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days are worked: Monday to Friday without ``holidays``, and weekend days that are ``worked`` instead."""

    holidays: frozenset[datetime.date] = frozenset()
    worked: frozenset[datetime.date] = frozenset()

    @classmethod
    def of(cls, holidays: Collection[datetime.date], worked: Collection[datetime.date] = ()) -> WorkingCalendar:
        """Build a calendar from declared days."""
        return cls(frozenset(holidays), frozenset(worked))

    def is_working_day(self, day: datetime.date) -> bool:
        """Say whether ``day`` is worked."""
        return day in self.worked or (day.weekday() < SATURDAY and day not in self.holidays)

    def add_working_days(self, day: datetime.date, count: int) -> datetime.date:
        """Move ``count`` working days on from ``day`` (back where it is negative); the first day is not counted.

        Raises: OverflowError where the calendar ends before (year 1 or 9999).
        """
        step = datetime.timedelta(days=1 if count >= 0 else -1)
        left = abs(count)
        if left > datetime.date.max.toordinal():
            # No calendar has so many days; walking to its end to find out would take seconds.
            raise OverflowError("beyond the calendar")
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def moved_off_rest(self, day: datetime.date) -> datetime.date:
        """Give ``day``, or the next working day where it is one of rest (Civil Code 2015, Article 148)."""
        while not self.is_working_day(day):
            day += datetime.timedelta(days=1)
        return day


@dataclass(frozen=True, slots=True)
class Period:
    """A part of a year: ``part`` is ``year``, ``half``, ``quarter`` or ``month``, ``number`` says which one."""

    part: str
    number: int = 1

    def days_of(self, year: int) -> tuple[datetime.date, datetime.date]:
        """Give the first and the last day of the period in ``year``."""
        months = {"year": 12, "half": 6, "quarter": 3, "month": 1}[self.part]
        first = months * (self.number - 1) + 1
        last = first + months - 1
        return datetime.date(year, first, 1), datetime.date(year, last, _calendar.monthrange(year, last)[1])
