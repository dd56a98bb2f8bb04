"""Periods of a year and working days."""

from __future__ import annotations

import datetime

import pytest

from parrules.values.days import Period, WorkingCalendar

FRIDAY = datetime.date(2021, 1, 8)
SATURDAY = datetime.date(2021, 1, 9)
MONDAY = datetime.date(2021, 1, 11)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period("year"), "2020-01-01", "2020-12-31"),
        (Period("half", 2), "2020-07-01", "2020-12-31"),
        (Period("quarter", 1), "2020-01-01", "2020-03-31"),
        (Period("quarter", 4), "2020-10-01", "2020-12-31"),
        (Period("month", 2), "2020-02-01", "2020-02-29"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(period: Period, first: str, last: str) -> None:
    assert [day.isoformat() for day in period.days_of(2020)] == [first, last]


def test_february_has_28_days_in_a_common_year() -> None:
    assert Period("month", 2).days_of(2021)[1] == datetime.date(2021, 2, 28)


def test_working_days_pass_over_weekends_in_both_directions() -> None:
    calendar = WorkingCalendar()
    assert calendar.add_working_days(FRIDAY, 1) == MONDAY
    assert calendar.add_working_days(MONDAY, -1) == FRIDAY
    assert calendar.add_working_days(FRIDAY, 0) == FRIDAY
    assert calendar.add_working_days(FRIDAY, 5) == datetime.date(2021, 1, 15)


def test_working_days_pass_over_holidays_and_count_swapped_saturdays() -> None:
    holiday = WorkingCalendar.of([MONDAY])
    assert holiday.add_working_days(FRIDAY, 1) == datetime.date(2021, 1, 12)
    swapped = WorkingCalendar.of([MONDAY], [SATURDAY])
    assert swapped.add_working_days(FRIDAY, 1) == SATURDAY


def test_a_deadline_on_a_day_of_rest_moves_to_the_next_working_day() -> None:
    calendar = WorkingCalendar.of([MONDAY])
    assert calendar.moved_off_rest(SATURDAY) == datetime.date(2021, 1, 12)
    assert calendar.moved_off_rest(FRIDAY) == FRIDAY


@pytest.mark.parametrize("count", [10**8, -(10**8), 10**40])
def test_more_working_days_than_the_calendar_has_are_refused_without_walking_there(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WorkingCalendar, "is_working_day", lambda _self, _day: pytest.fail("walked"))
    with pytest.raises(OverflowError):
        WorkingCalendar().add_working_days(FRIDAY, count)
