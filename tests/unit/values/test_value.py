"""The five things that a value can be."""

from __future__ import annotations

import dataclasses

import pytest

from parrules.values import Absence, Absent, Exact, Fault, Given, Kind, Missing
from parrules.values.value import FALSE, TRUE, truth


def test_a_value_is_one_of_five_things() -> None:
    given = Given(Exact(0), Kind.COUNT)
    absences = [Absent(state) for state in Absence]
    missing = Missing(("1.1/x",))
    five = [given, *absences, missing]
    assert len(five) == 5
    assert all(one != other for index, one in enumerate(five) for other in five[index + 1 :])


def test_the_states_are_named_as_evidence_files_write_them() -> None:
    assert [state.value for state in Absence] == ["none", "not-arising", "not-applicable"]


def test_absent_is_not_zero() -> None:
    zero = Given(Exact(0), Kind.COUNT)
    assert all(Absent(state) != zero for state in Absence)
    assert Missing(()) != zero


def test_causes_of_what_is_missing_are_joined_in_order_and_once() -> None:
    joined = Missing(("a", "b")).with_(Missing(("b", "c")))
    assert joined.causes == ("a", "b", "c")


def test_a_value_cannot_be_changed_in_place() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Given(Exact(0), Kind.COUNT).content = Exact(1)  # type: ignore[misc]


def test_only_a_number_has_a_number() -> None:
    assert Given(Exact(3, 2), Kind.AMOUNT).number == Exact(3, 2)
    with pytest.raises(AssertionError):
        _ = Given("text", Kind.TEXT).number


def test_truth_is_a_condition() -> None:
    assert truth(True) is TRUE
    assert truth(False) is FALSE
    assert TRUE.kind is Kind.CONDITION


def test_a_fault_carries_the_code_that_will_tell_it() -> None:
    assert Fault("PAR704", {"field": "x", "state": "none"}).arguments["state"] == "none"
