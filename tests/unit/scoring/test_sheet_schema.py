"""Every sheet, of one unit or of several, is what `schemas/score-sheet.schema.json` describes, and nothing else passes for one."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

import parrules
from parrules.checks import CheckedCriteria
from parrules.scoring import ScoreSheet, sheets_to_json

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = Draft202012Validator(json.loads((ROOT / "schemas/score-sheet.schema.json").read_text(encoding="utf-8")))
RECORDS = sorted((ROOT / "docs/examples").glob("*.yaml"))
STATES = ROOT / "tests/explanation/states"


@lru_cache(maxsize=4)
def criteria_of(name: str) -> CheckedCriteria:
    return parrules.load_criteria(ROOT / f"criteria/{name}.yaml")


def set_of(path: Path) -> CheckedCriteria:
    head = yaml.safe_load(path.read_text(encoding="utf-8"))
    return criteria_of(f"{head['set']}/{head['year']}")


def faults(sheet: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in SCHEMA.iter_errors(sheet)]


def plain(sheet: ScoreSheet) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(sheet.to_json())
    return data


@lru_cache(maxsize=1)
def many_states() -> dict[str, Any]:
    """The sheet of a small record with most of the states that a node can have."""
    criteria = parrules.load_criteria(STATES / "criteria.yaml")
    return plain(parrules.score(criteria, parrules.load_evidence(STATES / "first.yaml")))


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_the_sheets_of_a_shipped_record_are_what_the_schema_describes(path: Path) -> None:
    criteria, record = set_of(path), parrules.load_evidence(path)
    assert faults(plain(parrules.score(criteria, record))) == []
    for stage in record.stage_names:
        assert faults(plain(parrules.score(criteria, record, stage=stage, changes=False))) == [], stage
    for reading in criteria.tree.readings():
        assert faults(plain(parrules.score(criteria, record, reading=reading, changes=False))) == [], reading


def test_a_sheet_with_many_states_is_what_the_schema_describes() -> None:
    assert faults(many_states()) == []
    states = {node["state"] for node in many_states()["nodes"]}
    assert {"scored", "missing", "pending", "not-applicable", "assessed"} <= states


def test_the_sheets_of_several_units_in_one_file_are_what_the_schema_describes() -> None:
    records = [parrules.load_evidence(ROOT / f"docs/examples/xa-vi-du-{letter}-2026.yaml") for letter in "ab"]
    many = json.loads(sheets_to_json(list(parrules.score_all(criteria_of("commune-resolution-57/2026"), records))))
    assert faults(many) == []
    assert len(many["sheets"]) == 2
    assert faults({**many, "sheets": [{**many["sheets"][0], "stray": "1"}]})
    assert faults({**many, "sheets": [many_states()]}), "a sheet inside a file of several has no static half of its own"


def objects(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the paths of a few objects of every place."""
    if isinstance(data, dict):
        yield path
        for key, value in data.items():
            yield from objects(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from objects(value, (*path, number))


def shape_of(path: tuple[Any, ...], data: dict[str, Any]) -> tuple[Any, ...]:
    """What kind of object stands there: the steps of its path that are no numbers, and its keys."""
    return (*(step for step in path if isinstance(step, str) and step.islower() and step.isalpha()), *sorted(data))


def at(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def test_a_stray_key_is_refused_wherever_it_stands() -> None:
    sheet = copy.deepcopy(many_states())
    seen = set()
    for path in list(objects(sheet)):
        target = at(sheet, path)
        shape = shape_of(path, target)
        if shape in seen:
            continue
        seen.add(shape)
        target["stray"] = None
        assert not SCHEMA.is_valid(sheet), path
        del target["stray"]
    assert len(seen) > 100


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("total", "points"), 87.09),
        (("total", "points"), "87,09"),
        (("total", "state"), "fine"),
        (("stage",), "appraisal"),
        (("nodes", 0, "interval"), ["1"]),
        (("nodes", 0, "steps", 0, "step"), "leap"),
        (("nodes", 0, "steps", 0, "amount"), 1),
        (("receipt", "points_sha256"), "abc"),
        (("sites", "lines", 0, "place", "line"), "3"),
        (("findings",), [{"code": "703"}]),
        (("format",), "parrules/score-sheets@1"),
    ],
    ids=str,
)
def test_a_value_that_no_sheet_holds_is_refused(path: tuple[Any, ...], wrong: Any) -> None:
    sheet = copy.deepcopy(many_states())
    at(sheet, path[:-1])[path[-1]] = wrong
    assert faults(sheet)


def test_a_sheet_without_one_of_its_keys_is_refused() -> None:
    sheet = many_states()
    for key in sheet:
        assert not SCHEMA.is_valid({name: value for name, value in sheet.items() if name != key}), key
    for key in sheet["total"]:
        assert not SCHEMA.is_valid(
            {**sheet, "total": {name: value for name, value in sheet["total"].items() if name != key}}
        ), key
