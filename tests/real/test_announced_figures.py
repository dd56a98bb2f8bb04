"""The announced figures of real bodies, reproduced; and an altered digit is named."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
import yaml

import parrules

ROOT = Path(__file__).resolve().parents[2]
BODIES = ("dak-lak", "so-van-hoa", "xa-hoa-xuan", "xa-xuan-lanh")


def score(path: Path) -> parrules.ScoreSheet:
    head = yaml.safe_load(path.read_text(encoding="utf-8"))
    criteria = parrules.load_criteria(ROOT / "criteria" / head["set"] / f"{head['year']}.yaml")
    return parrules.score(criteria, parrules.load_evidence(path))


def test_dien_bien_adds_up_to_what_its_domains_say() -> None:
    sheet = score(ROOT / "docs/examples/dien-bien-2021.yaml")
    assert sheet.total.points == Fraction("87.09")
    lost = [sheet[str(number)].lost for number in range(1, 9)]
    assert lost == [Fraction(text) for text in ["0.71", "0.57", "0.01", "2.22", "1.16", "3.17", "0.79", "4.28"]]


@pytest.mark.parametrize("body", BODIES)
def test_every_published_figure_is_reproduced_to_the_last_digit(body: str) -> None:
    path = ROOT / f"docs/examples/766-{body}-2026.yaml"
    published = yaml.safe_load(path.read_text(encoding="utf-8"))["published"]
    sheet = score(path)
    assert sheet.total.points == Fraction(str(published["total"]))
    assert published["nodes"]
    for node, figure in published["nodes"].items():
        assert sheet[str(node)].points == Fraction(str(figure)), node


@pytest.mark.parametrize(("reading", "points", "grade"), [("main", "76.48", "B"), ("A", "59.5", "C")])
def test_the_worked_commune_in_both_readings(reading: str, points: str, grade: str) -> None:
    criteria = parrules.load_criteria(ROOT / "criteria/commune-resolution-57/2026.yaml")
    record = parrules.load_evidence(ROOT / "docs/examples/xa-vi-du-b-2026.yaml")
    sheet = parrules.score(criteria, record, reading=reading)
    assert sheet.total.points == Fraction(points)
    assert sheet.data["total"]["grade"] == grade or sheet.data["total"]["grade"]["id"] == grade
