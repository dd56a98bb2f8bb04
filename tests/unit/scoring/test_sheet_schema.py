"""Every sheet of the shipped records is what `schemas/score-sheet.schema.json` describes."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

import parrules

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = Draft202012Validator(json.loads((ROOT / "schemas/score-sheet.schema.json").read_text(encoding="utf-8")))
RECORDS = sorted((ROOT / "docs/examples").glob("*.yaml"))


def sheet_of(path: Path) -> dict[str, Any]:
    head = yaml.safe_load(path.read_text(encoding="utf-8"))
    criteria = parrules.load_criteria(ROOT / "criteria" / head["set"] / f"{head['year']}.yaml")
    sheet = parrules.score(criteria, parrules.load_evidence(path))
    plain: dict[str, Any] = json.loads(json.dumps(sheet.data))
    return plain


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_the_sheet_of_a_shipped_record_is_what_the_schema_describes(path: Path) -> None:
    assert [error.message for error in SCHEMA.iter_errors(sheet_of(path))] == []


def test_what_no_sheet_holds_is_refused() -> None:
    good = sheet_of(ROOT / "docs/examples/dien-bien-2021.yaml")
    for place, key, value in (("total", "points", 87.09), ("total", "stray", "1"), ("total", "state", "fine")):
        bad = copy.deepcopy(good)
        bad[place][key] = value
        assert list(SCHEMA.iter_errors(bad)), key
