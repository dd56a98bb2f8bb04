"""Every case folder: the points that its file expects, and the explanations as they were read and accepted.

expected-scores.yaml            evidence, points, groups, total, grade, not_applicable, states, intervals, other readings;
                                `explain:` names the nodes that are told in full
expected-explanation.vi.txt     the total in full, those nodes in full, then every leaf's short form; `.en.txt` in English
README.md                       what the case shows and where its figures come from
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import parrules
from parrules.checks import CheckedCriteria

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("*/*/*/expected-scores.yaml"))
KEYS = {
    "evidence", "points", "groups", "total", "grade", "not_applicable", "states", "intervals", "readings", "explain",
}  # fmt: skip

each_case = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: "/".join(folder.parts[-3:]))


@lru_cache(maxsize=4)
def criteria_of(folder: Path) -> CheckedCriteria:
    """Load the set that a folder's year belongs to."""
    return parrules.load_criteria(ROOT / "criteria" / folder.parent.name / f"{folder.name}.yaml")


@lru_cache(maxsize=32)
def sheet_of(folder: Path, reading: str | None = None) -> parrules.ScoreSheet:
    """Score a case; with what would change the points where it is told."""
    record = parrules.load_evidence(ROOT / expected_of(folder)["evidence"])
    return parrules.score(criteria_of(folder.parent), record, reading=reading, changes=reading is None)


def expected_of(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((folder / "expected-scores.yaml").read_text(encoding="utf-8"))
    return loaded


def assert_points(sheet: parrules.ScoreSheet, expected: Mapping[str, Any]) -> None:
    for node, points in {**expected.get("points", {}), **expected.get("groups", {})}.items():
        assert sheet[node].points == Fraction(points), node
    if "total" in expected:
        assert sheet.total.points == Fraction(expected["total"])
    if "grade" in expected:
        assert sheet.total.grade == expected["grade"]


@each_case
def test_a_case_gives_the_points_that_its_file_expects(folder: Path) -> None:
    expected, sheet = expected_of(folder), sheet_of(folder)
    assert set(expected) <= KEYS
    assert_points(sheet, expected)
    for node in expected.get("not_applicable", ()):
        assert (sheet[node].state, sheet[node].points) == ("not-applicable", None), node
    for node, state in expected.get("states", {}).items():
        assert (sheet[node].state, sheet[node].points) == (state, None), node
    for node, (low, high) in expected.get("intervals", {}).items():
        interval = sheet.total.interval if node == "total" else sheet[node].interval
        assert interval == (Fraction(low), Fraction(high)), node


@each_case
def test_a_case_says_something_of_every_leaf(folder: Path) -> None:
    expected, sheet = expected_of(folder), sheet_of(folder)
    said = {*expected.get("points", {}), *expected.get("not_applicable", ()), *expected.get("states", {})}
    leaves = {node.id for node in sheet if not sheet.parts(node.id) and node.state != "covered"}
    published = set(expected.get("groups", {}))
    assert {leaf for leaf in leaves - said if sheet[leaf].parent not in published and leaf not in published} == set()


@each_case
def test_a_case_gives_the_expected_points_in_the_other_readings(folder: Path) -> None:
    for reading, expected in expected_of(folder).get("readings", {}).items():
        assert_points(sheet_of(folder, reading), expected)


@pytest.mark.parametrize("language", ["vi", "en"])
@each_case
def test_a_case_is_explained_as_it_was_accepted(
    folder: Path, language: str, accept: Callable[[Path, str], None]
) -> None:
    sheet = sheet_of(folder)
    in_full = [parrules.explain(sheet, node, language=language) for node in ("", *expected_of(folder)["explain"])]
    leaves = [node.id for node in sheet if not sheet.parts(node.id) and node.state != "covered"]
    shorts = [f"{node}: {parrules.explain(sheet, node, language=language).short}" for node in leaves]
    text = "\n\n".join([*(str(told) for told in in_full), "\n".join(shorts)])
    accept(folder / f"expected-explanation.{language}.txt", text)


@each_case
def test_a_case_says_what_it_shows(folder: Path) -> None:
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert readme.startswith("# ")
    assert "(real)" in readme or "synthetic" in readme or "invented" in readme
