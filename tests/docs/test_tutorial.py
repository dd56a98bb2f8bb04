"""The tutorial is played: its files are written, its commands run, and they print what the page says."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from play import LANGUAGES, ROOT, page_of, play, rewrite, told

import parrules

EXAMPLES = ROOT / "docs" / "examples" / "tutorial"
SET = {"vi": "cchc-xa", "en": "commune-reform"}
RECORD = {"vi": "ho-so/xa-vi-du.yaml", "en": "communes/vi-du.yaml"}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, as the reader begins with; the program speaks as it does by itself."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARRULES_LANGUAGE", raising=False)
    return tmp_path


def test_the_tutorial_prints_what_the_page_says(language: str, folder: Path, request: pytest.FixtureRequest) -> None:
    page = page_of(language, "tutorial")
    printed = play(page)
    if request.config.getoption("--accept"):
        rewrite(page, printed)
        return
    assert all(each.agrees for each in printed), told(page, printed)


def test_the_files_that_the_tutorial_makes_are_the_examples(
    language: str, folder: Path, accept: Callable[[Path, str], None]
) -> None:
    play(page_of(language, "tutorial"))
    made = {path.relative_to(folder): path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}
    for path, text in made.items():
        accept(EXAMPLES / language / path, text)
    shown = {path.relative_to(EXAMPLES / language) for path in (EXAMPLES / language).rglob("*") if path.is_file()}
    assert shown == set(made), "a file of docs/examples/tutorial is not made by the page"


def test_both_tutorials_come_to_the_same_points() -> None:
    results = []
    for language in LANGUAGES:
        criteria = parrules.load_criteria(EXAMPLES / language / SET[language] / "2026.yaml")
        record = parrules.load_evidence(EXAMPLES / language / RECORD[language])
        for stage in ("self-assessment", "appraisal-1"):
            sheet = parrules.score(criteria, record, stage=stage)
            nodes = [(node.id, node.state, node.points, node.claimed) for node in sheet]
            results.append((stage, nodes, sheet.total.index, sheet.total.grade))
    half = len(results) // 2
    assert results[:half] == results[half:]


@pytest.mark.parametrize("year", [2026, 2027])
def test_the_criteria_of_the_tutorial_have_no_fault_and_no_warning(language: str, year: int) -> None:
    assert parrules.check(EXAMPLES / language / SET[language] / f"{year}.yaml") == []
