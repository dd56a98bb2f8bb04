"""A row whose points follow from another row names that row and its figure, and says where more points come from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import parrules

REFERENCES = Path(__file__).resolve().parent / "references"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("record", ["scored", "left-out"])
def test_a_row_that_follows_from_another_is_told_as_it_was_accepted(
    record: str, language: str, accept: Callable[[Path, str], None]
) -> None:
    criteria = parrules.load_criteria(REFERENCES / "criteria.yaml")
    sheet = parrules.score(criteria, parrules.load_evidence(REFERENCES / f"{record}.yaml"))
    told = "\n\n".join(str(parrules.explain(sheet, node, language=language)) for node in ("", "A.1", "B.2"))
    accept(REFERENCES / f"{record}.expected.{language}.txt", told)


def test_counting_with_a_row_that_is_left_out_is_a_finding_that_says_how_to_ask() -> None:
    criteria = parrules.load_criteria(REFERENCES / "criteria.yaml")
    sheet = parrules.score(criteria, parrules.load_evidence(REFERENCES / "left-out.yaml"))
    (fault,) = [finding for finding in sheet.data["findings"] if finding["severity"] == "error"]
    assert (fault["code"], fault["node"]) == ("PAR704", "B.2")
    assert 'nếu điểm_tối_đa_áp_dụng("A.1") = 0: …' in fault["help"]["vi"]
