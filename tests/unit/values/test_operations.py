"""Operations on values: what is there, what is declared absent, what is missing, what went wrong."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from parrules.values import Absence, Absent, Exact, Fault, Given, Kind, Missing, RoundingMode, Value
from parrules.values import operations as operate
from parrules.values.days import WorkingCalendar
from parrules.values.value import FALSE, TRUE

CALENDAR = WorkingCalendar()
MISSING = Missing(("1.1/x",))
OTHER_MISSING = Missing(("1.2/y",))
ABSENCES = [Absent(state, "1.1/x") for state in Absence]
FAULT = Fault("PAR701")


def count(number: int) -> Given:
    return Given(Exact(number), Kind.COUNT)


def day(text: str) -> Given:
    return Given(datetime.date.fromisoformat(text), Kind.DATE)


ARITHMETIC: dict[str, Callable[[Value, Value], Value]] = {
    "add": lambda left, right: operate.add(left, right, Kind.COUNT, CALENDAR),
    "subtract": lambda left, right: operate.subtract(left, right, Kind.COUNT, CALENDAR),
    "multiply": lambda left, right: operate.multiply(left, right, Kind.COUNT),
    "divide": lambda left, right: operate.divide(left, right, Kind.RATIO),
    "min": lambda left, right: operate.pick([left, right], Kind.COUNT, largest=False),
    "max": lambda left, right: operate.pick([left, right], Kind.COUNT, largest=True),
}
OF_ONE: dict[str, Callable[[Value], Value]] = {
    "negate": lambda operand: operate.negate(operand, Kind.COUNT),
    "round": lambda operand: operate.round_number(operand, Kind.COUNT, RoundingMode.HALF_UP, digits=2),
    "round to a step": lambda operand: operate.round_number(
        operand, Kind.COUNT, RoundingMode.HALF_UP, step=Exact(1, 4)
    ),
    "whole steps": lambda operand: operate.whole_steps(operand, Exact(1)),
}
COMPARISONS = ("=", "!=", "<", "<=", ">", ">=")


@pytest.mark.parametrize("name", ARITHMETIC)
def test_arithmetic_with_a_missing_operand_is_missing(name: str) -> None:
    assert ARITHMETIC[name](count(1), MISSING) == MISSING
    assert ARITHMETIC[name](MISSING, count(1)) == MISSING


@pytest.mark.parametrize("name", ARITHMETIC)
def test_what_is_missing_on_both_sides_is_told_of_both(name: str) -> None:
    assert ARITHMETIC[name](MISSING, OTHER_MISSING) == Missing(("1.1/x", "1.2/y"))
    assert ARITHMETIC[name](MISSING, MISSING) == MISSING


@pytest.mark.parametrize("absent", ABSENCES)
@pytest.mark.parametrize("name", ARITHMETIC)
def test_arithmetic_with_a_declared_absence_is_a_fault(name: str, absent: Absent) -> None:
    for other in (count(1), MISSING):
        for operands in ((absent, other), (other, absent)):
            result = ARITHMETIC[name](*operands)
            assert result == Fault("PAR704", {"field": "1.1/x", "state": absent.state.value})


@pytest.mark.parametrize("name", ARITHMETIC)
def test_a_fault_goes_before_everything_else(name: str) -> None:
    for other in (count(1), MISSING, *ABSENCES):
        assert ARITHMETIC[name](FAULT, other) == FAULT
        assert ARITHMETIC[name](other, FAULT) == FAULT


@pytest.mark.parametrize("name", OF_ONE)
def test_an_operation_on_one_value_passes_on_what_is_not_there(name: str) -> None:
    assert OF_ONE[name](MISSING) == MISSING
    assert OF_ONE[name](FAULT) == FAULT
    assert OF_ONE[name](ABSENCES[0]) == Fault("PAR704", {"field": "1.1/x", "state": "none"})


@pytest.mark.parametrize("absent", ABSENCES)
@pytest.mark.parametrize("operator", COMPARISONS)
def test_a_comparison_with_a_declared_absence_is_false_whatever_the_other_side(operator: str, absent: Absent) -> None:
    for other in (count(1), MISSING, *ABSENCES):
        assert operate.compare(absent, operator, other) == FALSE
        assert operate.compare(other, operator, absent) == FALSE


@pytest.mark.parametrize("operator", COMPARISONS)
def test_a_comparison_with_something_missing_is_missing(operator: str) -> None:
    assert operate.compare(MISSING, operator, count(1)) == MISSING
    assert operate.compare(count(1), operator, MISSING) == MISSING
    assert operate.compare(MISSING, operator, OTHER_MISSING) == Missing(("1.1/x", "1.2/y"))


@pytest.mark.parametrize("operator", COMPARISONS)
def test_a_comparison_with_a_fault_is_that_fault(operator: str) -> None:
    for other in (count(1), MISSING, *ABSENCES):
        assert operate.compare(FAULT, operator, other) == FAULT
        assert operate.compare(other, operator, FAULT) == FAULT


@pytest.mark.parametrize(
    ("operator", "expected"),
    [
        ("=", (False, True, False)),
        ("!=", (True, False, True)),
        ("<", (True, False, False)),
        ("<=", (True, True, False)),
        (">", (False, False, True)),
        (">=", (False, True, True)),
    ],
)
def test_numbers_and_dates_are_compared_in_their_order(operator: str, expected: tuple[bool, ...]) -> None:
    numbers = [operate.compare(count(n), operator, count(2)) for n in (1, 2, 3)]
    dates = [operate.compare(day(f"2021-01-0{n}"), operator, day("2021-01-02")) for n in (1, 2, 3)]
    assert [value == TRUE for value in numbers] == list(expected)
    assert [value == TRUE for value in dates] == list(expected)


def test_dividing_by_zero_is_a_fault_and_zero_by_zero_too() -> None:
    assert operate.divide(count(1), count(0), Kind.RATIO) == Fault("PAR701")
    assert operate.divide(count(0), count(0), Kind.RATIO) == Fault("PAR701")


def test_a_quotient_is_exact() -> None:
    third = operate.divide(count(1), count(3), Kind.RATIO)
    assert third == Given(Exact(1, 3), Kind.RATIO)
    assert operate.multiply(third, count(3), Kind.RATIO) == Given(Exact(1), Kind.RATIO)


def test_a_number_that_grows_too_large_is_a_fault() -> None:
    large = Given(Exact(2**4000), Kind.COUNT)
    small = Given(Exact(1, 2**4000), Kind.COUNT)
    assert operate.multiply(large, large, Kind.COUNT) == Fault("PAR702")
    assert operate.divide(large, small, Kind.COUNT) == Fault("PAR702")
    assert operate.add(
        Given(Exact(2**4095), Kind.COUNT), Given(Exact(2**4095), Kind.COUNT), Kind.COUNT, CALENDAR
    ) == Fault("PAR702")


def test_days_are_added_to_a_date_and_taken_from_it() -> None:
    days = Given(Exact(30), Kind.DAYS)
    assert operate.add(day("2021-01-31"), days, Kind.DATE, CALENDAR) == day("2021-03-02")
    assert operate.add(days, day("2021-01-31"), Kind.DATE, CALENDAR) == day("2021-03-02")
    assert operate.subtract(day("2021-03-02"), days, Kind.DATE, CALENDAR) == day("2021-01-31")


def test_working_days_pass_over_the_weekend() -> None:
    assert operate.add(day("2021-01-08"), Given(Exact(1), Kind.WORKING_DAYS), Kind.DATE, CALENDAR) == day("2021-01-11")


def test_two_dates_are_days_apart() -> None:
    assert operate.subtract(day("2021-03-02"), day("2021-01-31"), Kind.DAYS, CALENDAR) == Given(Exact(30), Kind.DAYS)


def test_part_of_a_day_cannot_be_added_to_a_date() -> None:
    half = Given(Exact(1, 2), Kind.DAYS)
    assert operate.add(day("2021-01-31"), half, Kind.DATE, CALENDAR) == Fault("PAR706", {"days": "1/2"})


@pytest.mark.parametrize("kind", [Kind.DAYS, Kind.WORKING_DAYS])
@pytest.mark.parametrize("days", [10**7, 10**30, -(10**30)])
def test_a_date_beyond_the_calendar_is_a_fault_at_once(days: int, kind: Kind) -> None:
    assert operate.add(day("2021-01-31"), Given(Exact(days), kind), Kind.DATE, CALENDAR) == Fault("PAR702")


def test_the_largest_and_smallest_are_picked_among_numbers_and_dates() -> None:
    numbers = [count(2), count(3), count(1)]
    assert operate.pick(numbers, Kind.COUNT, largest=True) == count(3)
    assert operate.pick(numbers, Kind.COUNT, largest=False) == count(1)
    dates = [day("2021-02-01"), day("2020-12-31")]
    assert operate.pick(dates, Kind.DATE, largest=False) == day("2020-12-31")


def test_whole_steps_are_counted_down_and_a_quantity_under_zero_has_none() -> None:
    quantity = Given(Exact(7, 2), Kind.DAYS)
    assert operate.whole_steps(quantity, Exact(1)) == count(3)
    assert operate.whole_steps(Given(Exact(-7, 2), Kind.DAYS), Exact(1)) == count(0)
    assert operate.whole_steps(Given(Exact(1), Kind.DAYS), Exact(1, 3)) == count(3)


def test_a_period_includes_both_its_days() -> None:
    first, last = datetime.date(2021, 1, 1), datetime.date(2021, 3, 31)
    assert operate.is_within(day("2021-01-01"), first, last) == TRUE
    assert operate.is_within(day("2021-03-31"), first, last) == TRUE
    assert operate.is_within(day("2020-12-31"), first, last) == FALSE
    assert operate.is_within(day("2021-04-01"), first, last) == FALSE


def test_what_is_not_there_is_in_no_period_and_no_option() -> None:
    period = (datetime.date(2021, 1, 1), datetime.date(2021, 3, 31))
    for absent in ABSENCES:
        assert operate.is_within(absent, *period) == FALSE
        assert operate.equals_option(absent, "on_time") == FALSE
    for other in (MISSING, FAULT):
        assert operate.is_within(other, *period) == other
        assert operate.equals_option(other, "on_time") == other


def test_an_option_equals_itself_alone() -> None:
    option = Given("on_time", Kind.OPTION)
    assert operate.equals_option(option, "on_time") == TRUE
    assert operate.equals_option(option, "late") == FALSE
    assert operate.equals_option(TRUE, True) == TRUE
    assert operate.equals_option(FALSE, True) == FALSE


# Kleene's tables: T true, F false, M missing. A declared absence is not fulfilled and counts as F.
KLEENE = {"T": TRUE, "F": FALSE, "M": MISSING}


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        ("T", "T", "T", "T"),
        ("T", "F", "F", "T"),
        ("T", "M", "M", "T"),
        ("F", "T", "F", "T"),
        ("F", "F", "F", "F"),
        ("F", "M", "F", "M"),
        ("M", "T", "M", "T"),
        ("M", "F", "F", "M"),
        ("M", "M", "M", "M"),
    ],
)
def test_and_and_or_follow_the_tables_of_kleene(left: str, right: str, both: str, either: str) -> None:
    operands = [KLEENE[left], KLEENE[right]]
    assert operate.all_of(operands) == KLEENE[both]
    assert operate.any_of(operands) == KLEENE[either]


def test_not_turns_what_is_known_and_leaves_what_is_missing() -> None:
    assert operate.negate_truth(TRUE) == FALSE
    assert operate.negate_truth(FALSE) == TRUE
    assert operate.negate_truth(MISSING) == MISSING
    assert operate.negate_truth(FAULT) == FAULT


@pytest.mark.parametrize("absent", ABSENCES)
def test_a_declared_absence_is_a_condition_that_is_not_fulfilled(absent: Absent) -> None:
    assert operate.all_of([TRUE, absent]) == FALSE
    assert operate.any_of([FALSE, absent]) == FALSE
    assert operate.any_of([absent, TRUE]) == TRUE
    assert operate.negate_truth(absent) == TRUE


def test_a_condition_that_decides_goes_before_a_fault_and_a_fault_before_what_is_missing() -> None:
    assert operate.all_of([FAULT, FALSE]) == FALSE
    assert operate.any_of([FAULT, TRUE]) == TRUE
    assert operate.all_of([MISSING, FAULT, TRUE]) == FAULT
    assert operate.any_of([MISSING, FAULT, FALSE]) == FAULT


def test_no_condition_at_all_is_fulfilled_by_all_and_by_none() -> None:
    assert operate.all_of([]) == TRUE
    assert operate.any_of([]) == FALSE
