"""Laws of exact numbers, rounding, notation and values that hold for all input."""

from __future__ import annotations

import datetime
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parrules.messages import format_number
from parrules.values import (
    Absence,
    Absent,
    Exact,
    Fault,
    Given,
    Kind,
    Missing,
    RoundingMode,
    Value,
    exact_text,
    from_exact_text,
    half_unit,
    round_to_digits,
    round_to_step,
    total,
)
from parrules.values import operations as operate
from parrules.values.days import WorkingCalendar
from parrules.values.notation import Misread, Trouble, read_date, read_number, read_percent
from parrules.values.value import FALSE, TRUE

# The same for every law here: machines that test in parallel are slow at times.
settings.register_profile("patient", deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

LANGUAGES = st.sampled_from(["vi", "en"])
MODES = st.sampled_from(list(RoundingMode))
HALF_MODES = st.sampled_from([RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.HALF_EVEN])
DIGITS = st.integers(0, 6)
SIGNS = st.sampled_from([1, -1])

fractions = st.builds(Fraction, st.integers(-(10**12), 10**12), st.integers(1, 10**6))
decimals = st.builds(
    lambda whole, places: Fraction(whole, 10**places), st.integers(-(10**15), 10**15), st.integers(0, 12)
)


@st.composite
def near_ties(draw: st.DrawFn) -> tuple[Fraction, int]:
    """Give a number at, or a hair beside, the middle between two numbers of so many digits."""
    digits = draw(DIGITS)
    middle = Fraction(2 * draw(st.integers(-(10**6), 10**6)) + 1, 2 * 10**digits)
    hair = draw(st.sampled_from([Fraction(0), Fraction(1, 10**30), Fraction(-1, 10**30), Fraction(1, 3 * 10**20)]))
    return middle + hair, digits


numbers_with_digits = st.one_of(st.tuples(st.one_of(fractions, decimals), DIGITS), near_ties())


@given(st.one_of(fractions, decimals))
def test_the_text_of_a_number_gives_the_number_back(number: Fraction) -> None:
    assert from_exact_text(exact_text(number)) == number


@given(st.one_of(fractions, decimals))
def test_the_text_of_a_number_has_nothing_to_spare(number: Fraction) -> None:
    text = exact_text(number)
    assert "e" not in text.lower()
    if "." in text:
        assert not text.endswith("0")
        assert text.lstrip("-")[0].isdigit()
    if "/" in text:
        numerator, denominator = (int(part) for part in text.split("/"))
        assert (numerator, denominator) == (number.numerator, number.denominator)


@given(numbers_with_digits, MODES)
def test_rounding_moves_by_less_than_a_unit_and_the_half_modes_by_half_at_most(
    case: tuple[Fraction, int], mode: RoundingMode
) -> None:
    number, digits = case
    distance = abs(round_to_digits(number, digits, mode) - number)
    assert distance < 2 * half_unit(digits)
    if mode not in (RoundingMode.UP, RoundingMode.DOWN):
        assert distance <= half_unit(digits)


@given(numbers_with_digits, MODES)
def test_a_rounded_number_has_no_more_digits_and_rounding_it_again_changes_nothing(
    case: tuple[Fraction, int], mode: RoundingMode
) -> None:
    number, digits = case
    rounded = round_to_digits(number, digits, mode)
    assert (rounded * 10**digits).denominator == 1
    assert round_to_digits(rounded, digits, mode) == rounded
    assert round_to_digits(rounded, digits + 1, mode) == rounded


@given(st.integers(-(10**9), 10**9), DIGITS)
def test_a_tie_goes_where_its_mode_says(below: int, digits: int) -> None:
    unit = Fraction(1, 10**digits)
    tie = (below + Fraction(1, 2)) * unit
    towards_zero, away = sorted((below * unit, (below + 1) * unit), key=abs)
    assert round_to_digits(tie, digits, RoundingMode.HALF_UP) == away
    assert round_to_digits(tie, digits, RoundingMode.HALF_DOWN) == towards_zero
    assert (round_to_digits(tie, digits, RoundingMode.HALF_EVEN) / unit) % 2 == 0
    assert round_to_digits(tie, digits, RoundingMode.UP) == away
    assert round_to_digits(tie, digits, RoundingMode.DOWN) == towards_zero


@given(near_ties(), HALF_MODES)
def test_what_is_a_hair_beside_a_tie_goes_to_the_nearer_side(case: tuple[Fraction, int], mode: RoundingMode) -> None:
    number, digits = case
    rounded = round_to_digits(number, digits, mode)
    unit = 2 * half_unit(digits)
    assert abs(rounded - number) <= min(abs(rounded + unit - number), abs(rounded - unit - number))


@given(st.one_of(fractions, decimals), st.one_of(fractions, decimals), DIGITS, MODES)
def test_rounding_never_turns_an_order_round(one: Fraction, other: Fraction, digits: int, mode: RoundingMode) -> None:
    low, high = sorted((one, other))
    assert round_to_digits(low, digits, mode) <= round_to_digits(high, digits, mode)


@given(numbers_with_digits, MODES)
def test_rounding_does_not_care_for_the_sign(case: tuple[Fraction, int], mode: RoundingMode) -> None:
    number, digits = case
    assert round_to_digits(-number, digits, mode) == -round_to_digits(number, digits, mode)


@given(numbers_with_digits, MODES)
def test_rounding_to_a_step_of_one_unit_is_rounding_to_digits(case: tuple[Fraction, int], mode: RoundingMode) -> None:
    number, digits = case
    assert round_to_step(number, Fraction(1, 10**digits), mode) == round_to_digits(number, digits, mode)


@given(fractions, st.builds(Fraction, st.integers(1, 10**4), st.integers(1, 10**4)), HALF_MODES)
def test_rounding_to_a_step_gives_the_nearest_multiple(number: Fraction, step: Fraction, mode: RoundingMode) -> None:
    rounded = round_to_step(number, step, mode)
    assert (rounded / step).denominator == 1
    assert abs(rounded - number) <= step / 2
    assert round_to_step(rounded, step, mode) == rounded


@given(st.lists(fractions, max_size=20).flatmap(lambda numbers: st.tuples(st.just(numbers), st.permutations(numbers))))
def test_a_sum_is_the_same_in_any_order(case: tuple[list[Fraction], list[Fraction]]) -> None:
    numbers, shuffled = case
    assert total(numbers) == total(shuffled)


@given(fractions, st.integers(1, 600), st.integers(1, 600))
def test_parts_of_a_number_add_up_to_it(number: Fraction, numerator: int, denominator: int) -> None:
    part = number * Fraction(numerator, denominator)
    assert total([part] * denominator) == number * numerator


@given(decimals, LANGUAGES)
def test_a_figure_written_without_marks_of_thousands_is_read_back(number: Fraction, language: str) -> None:
    written = format_number(number, language, most=12, grouped=False)
    read = read_number(written, language)
    ambiguous = language == "vi" and "," not in written and "." in written
    assert read == number or ambiguous


@given(decimals, LANGUAGES)
def test_a_figure_written_with_marks_of_thousands_is_read_back_or_refused_with_it_among_the_readings(
    number: Fraction, language: str
) -> None:
    read = read_number(format_number(number, language, most=12), language)
    if isinstance(read, Misread):
        assert read.trouble is Trouble.AMBIGUOUS_THOUSANDS
        assert number in [read_number(suggestion, language) for suggestion in read.suggestions]
    else:
        assert read == number


@given(decimals, LANGUAGES)
def test_a_percentage_is_read_back(number: Fraction, language: str) -> None:
    written = format_number(number, language, most=12, grouped=False)
    assert read_percent(written + "%", language) == number / 100


@given(st.text(max_size=30), LANGUAGES)
def test_any_text_is_a_number_or_misread_and_never_anything_else(text: str, language: str) -> None:
    assert isinstance(read_number(text, language), Exact | Misread)
    assert isinstance(read_percent(text + "%", language), Exact | Misread)
    assert isinstance(read_date(text, language), datetime.date | Misread)


@given(st.text(alphabet="0123456789.,- \u00a0%−", max_size=14), LANGUAGES)
def test_a_figure_that_is_read_has_just_the_digits_that_were_written(text: str, language: str) -> None:
    read = read_number(text, language)
    if isinstance(read, Exact):
        digits = "".join(character for character in text if character.isdigit())
        assert abs(read) * 10 ** (len(digits)) % 1 == 0
        assert int(digits) == 0 or int(digits) == abs(read) * 10 ** _decimals(abs(read), int(digits))


def _decimals(number: Fraction, digits: int) -> int:
    places = 0
    while number * 10**places < digits:
        places += 1
    return places


@given(st.dates(), LANGUAGES)
def test_a_date_is_read_back_in_its_own_language_and_refused_in_the_other(date: datetime.date, language: str) -> None:
    written = {"vi": f"{date.day:02}/{date.month:02}/{date.year:04}", "en": date.isoformat()}
    assert read_date(written[language], language) == date
    refused = read_date(written["en" if language == "vi" else "vi"], language)
    assert isinstance(refused, Misread)
    assert refused.suggestions == (written[language],)


causes = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3, unique=True).map(
    lambda names: Missing(tuple(names))
)
absences = st.builds(Absent, st.sampled_from(list(Absence)), st.just("1.1/x"))
faults = st.sampled_from([Fault("PAR701"), Fault("PAR702")])
amounts = st.builds(Given, fractions, st.just(Kind.AMOUNT))
operands = st.one_of(amounts, amounts, causes, absences, faults)
truths = st.sampled_from([TRUE, FALSE])
conditions = st.one_of(truths, truths, causes, absences)

# Kleene's order: false, unknown, true. And is the least, or the greatest; a declared absence is not fulfilled.
LOW, UNKNOWN, HIGH = 0, 1, 2


def rank(condition: Value) -> int:
    if isinstance(condition, Missing):
        return UNKNOWN
    return HIGH if condition == TRUE else LOW


@given(st.lists(conditions, max_size=6))
def test_and_is_the_least_and_or_the_greatest_in_the_order_of_kleene(tested: list[Value]) -> None:
    assert rank(operate.all_of(tested)) == min([rank(each) for each in tested], default=HIGH)
    assert rank(operate.any_of(tested)) == max([rank(each) for each in tested], default=LOW)


@given(st.lists(conditions, max_size=6))
def test_not_turns_and_into_or(tested: list[Value]) -> None:
    turned = [operate.negate_truth(each) for each in tested]
    assert rank(operate.negate_truth(operate.all_of(tested))) == rank(operate.any_of(turned))
    assert rank(operate.negate_truth(operate.any_of(tested))) == rank(operate.all_of(turned))


@given(st.lists(conditions, max_size=6))
def test_what_is_undecided_names_everything_that_is_missing_and_nothing_else(tested: list[Value]) -> None:
    names = {cause for each in tested if isinstance(each, Missing) for cause in each.causes}
    for combined in (operate.all_of(tested), operate.any_of(tested)):
        if isinstance(combined, Missing):
            assert set(combined.causes) == names
            assert len(combined.causes) == len(names)


@given(
    st.lists(st.one_of(conditions, faults), max_size=6).flatmap(
        lambda all_: st.tuples(st.just(all_), st.permutations(all_))
    )
)
def test_the_order_of_conditions_decides_nothing_but_which_fault_is_told(case: tuple[list[Value], list[Value]]) -> None:
    tested, shuffled = case
    for combine in (operate.all_of, operate.any_of):
        one, other = combine(tested), combine(shuffled)
        assert type(one) is type(other)
        if isinstance(one, Given):
            assert one == other


CALENDAR = WorkingCalendar()


@pytest.mark.parametrize("operation", ["add", "subtract", "multiply", "divide", "pick"])
@given(left=operands, right=operands)
def test_arithmetic_gives_a_number_only_where_both_are_numbers(operation: str, left: Value, right: Value) -> None:
    result = {
        "add": lambda: operate.add(left, right, Kind.AMOUNT, CALENDAR),
        "subtract": lambda: operate.subtract(left, right, Kind.AMOUNT, CALENDAR),
        "multiply": lambda: operate.multiply(left, right, Kind.AMOUNT),
        "divide": lambda: operate.divide(left, right, Kind.RATIO),
        "pick": lambda: operate.pick([left, right], Kind.AMOUNT, largest=True),
    }[operation]()
    kinds = (type(left), type(right))
    if Fault in kinds:
        assert result in (left, right)
    elif Absent in kinds:
        assert isinstance(result, Fault)
        assert result.code == "PAR704"
    elif Missing in kinds:
        assert isinstance(result, Missing)
    elif operation == "divide" and isinstance(right, Given) and right.number == 0:
        assert result == Fault("PAR701")
    else:
        assert isinstance(result, Given)


@given(amounts, amounts)
def test_arithmetic_is_that_of_exact_numbers(left: Given, right: Given) -> None:
    one, other = left.number, right.number
    assert operate.add(left, right, Kind.AMOUNT, CALENDAR) == Given(one + other, Kind.AMOUNT)
    assert operate.subtract(left, right, Kind.AMOUNT, CALENDAR) == Given(one - other, Kind.AMOUNT)
    assert operate.multiply(left, right, Kind.AMOUNT) == Given(one * other, Kind.AMOUNT)
    if other:
        assert operate.divide(left, right, Kind.RATIO) == Given(one / other, Kind.RATIO)
    assert operate.negate(left, Kind.AMOUNT) == Given(-one, Kind.AMOUNT)


@given(operands, operands)
def test_exactly_one_of_less_equal_and_more_is_true_of_two_numbers_and_none_of_an_absence(
    left: Value, right: Value
) -> None:
    results = [operate.compare(left, operator, right) for operator in ("<", "=", ">")]
    if isinstance(left, Given) and isinstance(right, Given):
        assert sorted(map(rank, results)) == [LOW, LOW, HIGH]
        assert operate.compare(left, "!=", right) == operate.negate_truth(results[1])
    elif Fault in (type(left), type(right)):
        assert all(isinstance(result, Fault) for result in results)
    elif Absent in (type(left), type(right)):
        assert results == [FALSE] * 3
    else:
        assert all(isinstance(result, Missing) for result in results)


@given(
    st.builds(Fraction, st.integers(0, 10**9), st.integers(1, 1000)),
    st.builds(Fraction, st.integers(1, 999), st.integers(1, 99)),
)
def test_whole_steps_are_as_many_as_fit(quantity: Fraction, step: Fraction) -> None:
    steps = operate.whole_steps(Given(quantity, Kind.AMOUNT), step)
    assert isinstance(steps, Given)
    assert steps.number * step <= quantity < (steps.number + 1) * step


@given(
    st.dates(datetime.date(1950, 1, 1), datetime.date(2100, 1, 1)),
    st.integers(-500, 500),
    st.sets(st.dates(datetime.date(2000, 1, 1), datetime.date(2000, 12, 31)), max_size=20),
)
def test_so_many_working_days_lie_between_a_day_and_the_day_so_many_working_days_on(
    day: datetime.date, count: int, holidays: set[datetime.date]
) -> None:
    calendar = WorkingCalendar.of(holidays)
    reached = calendar.add_working_days(day, count)
    low, high = sorted((day, reached))
    days = [low + datetime.timedelta(days=each) for each in range((high - low).days + 1)]
    walked = [each for each in days if each != day and calendar.is_working_day(each)]
    assert len(walked) == abs(count)
    assert count == 0 or calendar.is_working_day(reached)
