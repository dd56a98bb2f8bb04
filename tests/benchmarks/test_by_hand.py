"""The functions by hand do the same work as parrules: the same points on every leaf, or whole numbers say who is right.

Nothing here measures time; `make bench` does.
"""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

import parrules

sys.path.insert(0, str(Path(__file__).resolve().parent))

import by_hand
import changes_by_hand
import figures
import measure
import run
import units

UNITS = 20
EXACT_ENOUGH = Fraction(1, 10**24)
"""Decimal keeps 28 digits; some are lost with every operation."""

KINDS = {
    "province": ("par-index-province/2021", units.provinces, by_hand.province),
    "commune": ("commune-resolution-57/2026", units.communes, by_hand.commune),
}
EXAMPLES = ("tinh-mau-2021-day-du.yaml", "xa-vi-du-a-2026.yaml", "xa-vi-du-b-2026.yaml")


@pytest.fixture(scope="module")
def sets() -> dict[str, parrules.CheckedCriteria]:
    return {kind: parrules.load_criteria(name) for kind, (name, _, _) in KINDS.items()}


def assert_same(hand: by_hand.Result, sheet: parrules.ScoreSheet) -> None:
    """Compare leaves and domains as far as Decimal is exact, and the total to the last digit or at a proved tie."""
    leaves = {node.id for node in sheet if not sheet.parts(node.id)}
    assert leaves == set(hand.leaves)
    for node, points in (*hand.leaves.items(), *hand.domains.items()):
        score = sheet[node]
        if points is None:
            assert score.state == "not-applicable", node
            assert score.points is None, node
        else:
            assert score.points is not None, (node, score.state)
            assert abs(Fraction(points) - score.points) < EXACT_ENOUGH, node
    if Fraction(hand.total) != sheet.total.points:
        assert_is_tie(hand, sheet)
    else:
        assert hand.grade == sheet.total.grade


def assert_is_tie(hand: by_hand.Result, sheet: parrules.ScoreSheet) -> None:
    """The exact total lies midway between two hundredths; parrules went up, and Decimal fell short."""
    exact = sum((sheet[node].points or Fraction(0) for node in hand.domains), Fraction(0))
    hundredths, rest = divmod(exact.numerator * 100, exact.denominator)
    assert 2 * rest == exact.denominator, f"no tie: {exact}"
    assert sheet.total.points == Fraction(hundredths + 1, 100)
    assert Fraction(hand.total) == Fraction(hundredths, 100)


# -- the same points ----------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_both_give_the_same_points_on_every_leaf(kind: str, sets: dict[str, parrules.CheckedCriteria]) -> None:
    _, make, score = KINDS[kind]
    data = list(make(UNITS))
    records = [parrules.load_evidence(each) for each in data]
    states = set()
    for each, sheet in zip(data, parrules.score_all(sets[kind], records), strict=True):
        assert_same(score(by_hand.values_of(each)), sheet)
        states |= {node.state for node in sheet}
    assert "not-applicable" in states, "the units should have rows that do not arise"


@pytest.mark.parametrize("name", EXAMPLES)
def test_both_agree_on_the_shipped_examples(name: str, root: Path, sets: dict[str, parrules.CheckedCriteria]) -> None:
    path = root / "docs" / "examples" / name
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    kind = data["unit"]["kind"]
    sheet = parrules.score(sets[kind], parrules.load_evidence(path), changes=False)
    assert_same(KINDS[kind][2](by_hand.values_of(data)), sheet)


SEVENTHS = {
    "1.3.2": {"a": 7, "b": 4, "c": 0},
    "2.2.2": {"a": 7, "b": 1, "c": 0},
    "7.2.2": {"tổng_hồ_sơ": 35, "hồ_sơ_trực_tuyến": 10},
    "7.2.3": {"tổng_hồ_sơ": 70, "hồ_sơ_trực_tuyến": 12},
}
"""Leaves of 4/7, 1/7, 5/7 and 4/7 of a point: 2 points together."""

ENDING = {
    "3.5.2": {"phản_ánh_tiếp_nhận": 60, "phản_ánh_đã_xử_lý": 57},
    "4.2.1": {"biên_chế_được_giao": 2000, "biên_chế_sử_dụng": 2000},
    "4.2.3": {"biên_chế_năm_2015": 2000},
}
"""Leaves of 0.475, 0.5 and 0 points."""


@pytest.fixture
def tied() -> units.Data:
    """Make a province whose total lies midway between two hundredths: four leaves in sevenths, all others ending."""
    data = copy.deepcopy(units.province(1))
    mine, theirs = (data["stages"][stage]["nodes"] for stage in ("self-assessment", "appraisal-1"))
    for node, parts in changes_by_hand.PARTS.items():
        values = mine[node]["values"]
        for part, whole in parts.items():
            values[part] = 0 if part == "c" else values[whole]
        theirs[node] = {"decision": "confirmed"}
    for node, values in {**SEVENTHS, **ENDING}.items():
        mine[node]["values"] = values
        theirs[node] = {"decision": "confirmed"}
    return data


def test_at_a_tie_whole_numbers_say_that_parrules_is_right(
    tied: units.Data, sets: dict[str, parrules.CheckedCriteria]
) -> None:
    hand = by_hand.province(by_hand.values_of(tied))
    sheet = parrules.score(sets["province"], parrules.load_evidence(tied), changes=False)

    # In whole thousandths of a point: all leaves but those in sevenths end after three decimals.
    ending = [1000 * points for node, points in hand.leaves.items() if node not in SEVENTHS]
    assert all(thousandths == int(thousandths) for thousandths in ending)
    hundredths, rest = divmod(sum(map(int, ending)) + 2 * 1000, 10)
    assert rest == 5, "midway between two hundredths"

    assert sheet.total.points == Fraction(hundredths + 1, 100)
    assert Fraction(hand.total) == Fraction(hundredths, 100), "28 digits fell short of the tie"
    assert_same(hand, sheet)


# -- the same search, the same telling ----------------------------------------


def test_what_is_found_by_hand_to_change_a_leaf_is_found_no_farther_by_parrules(
    root: Path, sets: dict[str, parrules.CheckedCriteria]
) -> None:
    path = root / "docs" / "examples" / EXAMPLES[0]
    values = by_hand.values_of(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
    result = by_hand.province(values)
    sheet = parrules.score(sets["province"], parrules.load_evidence(path))
    theirs: dict[tuple[str, str], Any] = {
        (change["field"], change["kind"]): change for node in sheet for change in node.data["changes"] or ()
    }
    found = changes_by_hand.changes(values, result)
    assert len(found) > 100
    for change in found:
        before, points = values[change.node][change.name], result.leaves[change.node]
        assert points is not None
        kind = "gain" if change.points > points else "loss"
        nearest = theirs[f"{change.node}/{change.name}", kind]["after"]["value"]
        if isinstance(before, bool | str):
            continue
        assert distance(before, nearest) <= distance(before, change.after), (change, nearest)


def distance(before: Any, after: Any) -> Any:
    """Say how far a figure or a date moved; a date in a sheet is ISO text, a figure exact text."""
    if isinstance(before, date):
        return abs((date.fromisoformat(after) if isinstance(after, str) else after) - before)
    return abs(Fraction(after) - Fraction(before))


def test_the_sentence_by_hand_says_the_same_points(root: Path, sets: dict[str, parrules.CheckedCriteria]) -> None:
    for data in units.provinces(UNITS):
        values = by_hand.values_of(data)
        points = by_hand.PROVINCE["1.1.2"](values["1.1.2"], values)
        said = by_hand.explain_plan(values["1.1.2"], points)
        assert f"{by_hand.told(points)}/1,00 điểm" in said


# -- the bench itself ----------------------------------------


def test_units_are_the_same_for_the_same_seed_and_say_that_they_are_synthetic() -> None:
    assert units.province(3) == units.province(3)
    assert units.province(3) != units.province(3, seed=2)
    assert {units.province(1)["status"], units.commune(1)["status"]} == {"synthetic"}


def test_the_functions_by_hand_import_nothing_of_parrules() -> None:
    for module in (by_hand, changes_by_hand):
        assert "import parrules" not in Path(module.__file__).read_text(encoding="utf-8")
        assert "from parrules" not in Path(module.__file__).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_a_share_is_read_and_scored_by_both_sides(kind: str, sets: dict[str, parrules.CheckedCriteria]) -> None:
    _, make, score = KINDS[kind]
    share = run.Share(make(2), sets[kind], score)
    reading, scoring = (measure.Row(name, name, "read", 2) for name in ("reading", "scoring"))
    share.measure(reading, scoring)
    assert share.unlike == 0
    assert [len(each) for row in (reading, scoring) for each in (row.hand, row.ours)] == [1, 1, 1, 1]


def test_figures_are_written_between_the_marks_of_both_pages(root: Path, tmp_path: Path) -> None:
    for path in figures.PAGES.values():
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text((root / path).read_text(encoding="utf-8"), encoding="utf-8")
    rows = [measure.Row(name, name, "read", 1, [0.002], [0.0125]) for name in figures.ROWS]
    said = {"processor": "Abacus, 2 cores; load 0.0", "Python": "CPython 3.11", "packages": "parrules 0"}
    figures.write_pages(tmp_path, "2026-01-31", said, rows, dict.fromkeys(figures.PHASES, 0.1))
    english, vietnamese = ((tmp_path / figures.PAGES[each]).read_text(encoding="utf-8") for each in ("en", "vi"))
    assert "Date: 2026-01-31. Abacus, 2 cores; CPython 3.11; parrules 0." in english
    assert "Ngày đo: 31/01/2026. Abacus, 2 nhân; CPython 3.11; parrules 0." in vietnamese
    assert "| 2.00 ms | 12.5 ms | 6.25 | 6.25 | 1 |" in english
    assert "| 2,00 ms | 12,5 ms | 6,25 | 6,25 | 1 |" in vietnamese


def test_sides_take_turns_and_a_ratio_is_ours_over_by_hand() -> None:
    calls = ""

    def side(name: str) -> Callable[[], float]:
        def work() -> float:
            nonlocal calls
            calls += name
            return {"h": 2.0, "p": 6.0}[name]

        return work

    row = measure.processes(measure.Row("a", "what", "n"), side("h"), side("p"), runs=2, say=measure.Progress())
    assert calls == "hp" * 3, "the first pair warms up"
    assert (row.best_ratio, row.median_ratio) == (3, 3)
    assert measure.table([row], {"n": "Note."}).splitlines()[2:] == [
        "| what |  2.00 s |   6.00 s |        3.00 |          3.00 |    2 |    1 |",
        "",
        "1. Note.",
    ]
