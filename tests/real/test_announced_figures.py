"""The announced figures of real bodies, reproduced; and an altered digit is named."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
import yaml

import parrules
from parrules.report.terminal import TerminalReport, rendered

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


SAID = {
    "vi": [
        "Chỉ số CCHC năm 2021 của tỉnh Điện Biên đạt 87,11%, xếp thứ 24/63 tỉnh, thành phố, tăng 01 bậc so với năm 2020.",
        "Lĩnh vực đạt tỷ lệ cao nhất: Cải cách thủ tục hành chính, 13,49/13,50 điểm (99,93%).",
        "Lĩnh vực đạt tỷ lệ thấp nhất: Tác động của CCHC đến người dân, tổ chức và KT-XH, 11,72/16,00 điểm (73,25%).",
        "chiếm 74,9% tổng điểm mất.",
        "Cộng điểm 8 lĩnh vực đã công bố được 87,09; số công bố 87,11; chênh 0,02, trong phạm vi làm tròn (tối đa 0,045).",
        "bộ tiêu chí phục dựng, không phải văn bản chính thức",
    ],
    "en": [
        "Điện Biên province: 87.11%, rank 24 of 63 provinces, up 1 place on 2020.",
        "The 8 announced parts add up to 87.09, announced 87.11: 0.02 apart, within rounding (at most 0.045).",
        "the criteria set is a reconstruction, not an official text",
    ],
}


@pytest.mark.parametrize("language", SAID)
def test_dien_bien_is_announced_in_the_words_of_an_announcement(language: str) -> None:
    sheet = score(ROOT / "docs/examples/dien-bien-2021.yaml")
    told = " ".join(rendered(TerminalReport(language).sheet(sheet)).split())
    for words in SAID[language]:
        assert words in told, words


def test_dien_bien_loses_what_its_domains_lose() -> None:
    rows = [
        line.split()
        for line in rendered(TerminalReport("vi").sheet(score(ROOT / "docs/examples/dien-bien-2021.yaml"))).splitlines()
    ]
    table = {
        row[0]: row[-4:] for row in rows if len(row) > 4 and row[-1][-1].isdigit() and row[0] in {*"12345678", "Cộng"}
    }
    assert table["4"] == ["11,50", "9,28", "80,70", "2,22"]
    assert table["8"] == ["16,00", "11,72", "73,25", "4,28"]
    assert table["Cộng"] == ["100,00", "87,09", "87,09", "12,91"]


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


@pytest.mark.parametrize(
    ("written", "altered", "node"),
    [('"4.1": 3.72', '"4.1": 3.73', "4.1"), ("digitised: 8.87", "digitised: 8.88", "digitised"), ("total: 64.08", "total: 64.09", "")],
    ids=["leaf", "group", "total"],
)  # fmt: skip
def test_an_altered_published_digit_is_named(written: str, altered: str, node: str, tmp_path: Path) -> None:
    text = (ROOT / "docs/examples/766-dak-lak-2026.yaml").read_text(encoding="utf-8")
    assert text.count(written) == 1
    path = tmp_path / "altered.yaml"
    path.write_text(text.replace(written, altered), encoding="utf-8")
    comparisons = score(path).data["published"]["comparisons"]
    assert [each["node"] for each in comparisons if each["verdict"] != "agrees"] == [node]


def test_one_of_48_on_a_maximum_of_6_is_0_13(tmp_path: Path) -> None:
    criteria, record = tmp_path / "set.yaml", tmp_path / "unit.yaml"
    criteria.write_text(ONE_OF_48_SET, encoding="utf-8")
    record.write_text(ONE_OF_48_UNIT, encoding="utf-8")
    sheet = parrules.score(parrules.load_criteria(criteria), parrules.load_evidence(record))
    assert sheet["1"].points == Fraction("0.13")


ONE_OF_48_SET = """\
format: parrules/criteria@1
set: one-of-48
year: 2026
edition: 1
language: en
status: example
title: {vi: Ví dụ, en: Example}
unit_kind: commune
maximum: 6
documents: {d: {title: A paper}}
rounding: {mode: half-up, leaf: 2}
domains:
  - id: "1"
    title: {vi: Tỷ lệ, en: Share}
    maximum: 6
    cite: {document: d}
    evidence:
      done: {kind: count, title: Done, part_of: due}
      due: {kind: count, title: Due, from: 1}
    rule: done / due × maximum
"""
ONE_OF_48_UNIT = """\
format: parrules/evidence@1
set: one-of-48
year: 2026
language: en
status: synthetic
unit: {id: u, name: U, kind: commune}
stages:
  self-assessment:
    nodes:
      "1": {values: {done: 1, due: 48}}
"""
