"""Small tables that exist only to be read: each record's total and every row, told as it was accepted in both languages."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

import parrules
from parrules.scoring import ScoreSheet

TABLES = Path(__file__).resolve().parent / "tables"
RECORDS = sorted(f"{path.parent.name}/{path.stem}" for path in TABLES.glob("*/*.yaml") if path.name != "criteria.yaml")


@lru_cache(maxsize=8)
def sheet_of(record: str) -> ScoreSheet:
    path = TABLES / f"{record}.yaml"
    return parrules.score(parrules.load_criteria(path.with_name("criteria.yaml")), parrules.load_evidence(path))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("record", RECORDS)
def test_every_row_is_told_as_it_was_accepted(record: str, language: str, accept: Callable[[Path, str], None]) -> None:
    sheet = sheet_of(record)
    nodes = ("", *(node.id for node in sheet))
    told = "\n\n".join(str(parrules.explain(sheet, node, language=language)) for node in nodes)
    accept(TABLES / f"{record}.expected.{language}.txt", told)


def test_counting_with_a_row_that_is_left_out_is_a_finding_that_says_how_to_ask() -> None:
    sheet = sheet_of("references/left-out")
    (fault,) = [finding for finding in sheet.data["findings"] if finding["severity"] == "error"]
    assert (fault["code"], fault["node"]) == ("PAR704", "B.2")
    assert 'nếu điểm_tối_đa_áp_dụng("A.1") = 0: …' in fault["help"]["vi"]
