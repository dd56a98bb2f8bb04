"""The four models of an explanation, told in both languages from criteria and evidence as they would be handed in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import parrules

MODELS = Path(__file__).resolve().parent / "models"
NODES = {"full-points": "I.1", "band": "II.1.2", "deductions": "1.3.1", "not-applicable": "II.6"}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("model", NODES)
def test_a_model_is_told(model: str, language: str, accept: Callable[[Path, str], None]) -> None:
    criteria = parrules.load_criteria(MODELS / model / "criteria.yaml")
    sheet = parrules.score(criteria, parrules.load_evidence(MODELS / model / "evidence.yaml"))
    told = str(parrules.explain(sheet, NODES[model], language=language))
    accept(MODELS / model / f"expected.{language}.txt", told)
