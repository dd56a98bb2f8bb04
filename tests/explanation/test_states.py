"""Every state that a node can have, told in full and in short; a set that exists only to be read (states/criteria.yaml)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

import parrules
from parrules.scoring import ScoreSheet

STATES = Path(__file__).resolve().parent / "states"

in_both_languages = pytest.mark.parametrize("language", ["vi", "en"])
of_both_units = pytest.mark.parametrize("record", ["first", "second"])


@lru_cache(maxsize=4)
def sheet_of(record: str) -> ScoreSheet:
    criteria = parrules.load_criteria(STATES / "criteria.yaml")
    return parrules.score(criteria, parrules.load_evidence(STATES / f"{record}.yaml"))


def told(sheet: ScoreSheet, language: str) -> str:
    """Tell the total and every node."""
    nodes = ("", *(node.id for node in sheet))
    return "\n\n".join(str(parrules.explain(sheet, node, language=language)) for node in nodes)


@in_both_languages
@of_both_units
def test_every_state_is_told_as_it_was_accepted(
    record: str, language: str, accept: Callable[[Path, str], None]
) -> None:
    accept(STATES / f"{record}.expected.{language}.txt", told(sheet_of(record), language))


@in_both_languages
@of_both_units
def test_a_sheet_read_back_is_told_the_same(record: str, language: str) -> None:
    sheet = sheet_of(record)
    assert told(ScoreSheet.from_json(sheet.to_json()), language) == told(sheet, language)


SAYINGS = {
    "first": [
        ("4.1", "vi", "Chưa có số liệu"),
        ("4.3", "vi", "giảm trừ 4,00 điểm tối đa"),
        ("4.4", "vi", "chờ thẩm định, tạm tính từ 0,00 đến 4,00 trên 4,00 điểm"),
        ("4.5", "vi", "chờ kết quả điều tra XHH, tạm tính từ 0,00 đến 4,00 trên 4,00 điểm"),
        ("5.3", "vi", "6,00 điểm tối đa phân bổ cho mục 5.4 và mục 5.5"),
        ("1.3", "vi", "Không khớp với số công bố (3,50), chênh 0,50"),
        ("4.5", "en", "pending survey, provisional, between 0.00 and 4.00 of 4.00 points"),
    ],
    "second": [
        ("2.1", "vi", "Bị tính 0 điểm: bị kỷ luật thì cả hai mục được 0 điểm"),
        ("5.1", "en", "pending appraisal"),
    ],
}
"""What must be said, whatever else changes in the accepted texts: record → node, language, words."""


@pytest.mark.parametrize(
    ("record", "node", "language", "words"), [(record, *saying) for record, all_ in SAYINGS.items() for saying in all_]
)
def test_a_state_is_named_in_its_explanation(record: str, node: str, language: str, words: str) -> None:
    assert words in str(parrules.explain(sheet_of(record), node, language=language))


def test_a_language_that_is_not_spoken_is_refused() -> None:
    with pytest.raises(ValueError, match="vi, en, not 'fr'"):
        parrules.explain(sheet_of("first"), "", language="fr")
