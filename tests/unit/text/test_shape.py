"""The shape of a file: each fault is one finding with its place and a suggestion."""

from __future__ import annotations

from typing import Any

import pytest

from parrules.diagnostics import Findings, render_findings
from parrules.messages import Words
from parrules.spans import Source
from parrules.text import parse_yaml, resources
from parrules.text.shape import MOST_FAULTS, check_shape

CRITERIA = """
format: parrules/criteria@1
set: par-index-province
year: 2021
language: vi
status: example
title: {vi: Chỉ số, en: Index}
maximum: 1
documents: {qd-1: {title: Quyết định}}
domains:
  - id: "1"
    title: Công tác chỉ đạo
    maximum: 1
    cite: {document: qd-1}
    rule: |
      1 điểm
"""

EVIDENCE = """
format: parrules/evidence@1
set: par-index-province
year: 2021
language: vi
status: synthetic
unit: {id: tinh-mau, name: Tỉnh Mẫu, kind: province}
stages:
  self-assessment:
    nodes:
      "1": {values: {x: 1}, claimed: 1}
"""


def shape(text: str, name: str = "criteria") -> list[Any]:
    root = parse_yaml(Source("x", text), Findings())
    assert root is not None
    findings = Findings()
    assert check_shape(root, name, findings) == (not len(findings))
    for language in ("vi", "en"):
        render_findings(findings.sorted(), language)  # every message and help has its text, with no hole left
    return findings.sorted()


def only(text: str, name: str = "criteria") -> Any:
    found = shape(text, name)
    assert len(found) == 1, [(finding.message.id, str(finding.span)) for finding in found]
    return found[0]


def changed(old: str, new: str, text: str = CRITERIA) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def told(finding: Any, name: str) -> str:
    argument = finding.message.arguments[name]
    assert isinstance(argument, Words)
    return argument.text


def test_files_of_the_right_shape_have_no_findings() -> None:
    assert shape(CRITERIA) == []
    assert shape(EVIDENCE, "evidence") == []


def test_every_schema_can_be_loaded() -> None:
    assert {"criteria", "evidence"} <= set(resources.schema_names())
    for name in resources.schema_names():
        assert resources.schema(name)["type"] == "object"


def test_an_unknown_key_is_told_with_the_key_that_was_meant() -> None:
    finding = only(changed("language: vi", "langauge: vi"))
    assert finding.message.id == "PAR105"
    assert finding.help.id == "PAR105.near"
    assert told(finding, "near") == "language"
    assert finding.span.text == "langauge"


def test_an_unknown_key_that_resembles_nothing_lists_the_known_ones() -> None:
    finding = only(changed("status: example", "status: example\nzzz: 1"))
    assert (finding.message.id, finding.help.id, finding.span.text) == ("PAR105", "PAR105.help", "zzz")


def test_a_missing_key_is_told_once_for_each() -> None:
    found = shape(changed("year: 2021\n", "").replace("status: example\n", ""))
    assert [finding.message.id for finding in found] == ["PAR108", "PAR108"]
    assert sorted(told(finding, "key") for finding in found) == ["status", "year"]


def test_a_missing_key_of_a_node_names_the_node() -> None:
    finding = only(changed("    title: Công tác chỉ đạo\n", ""))
    assert (finding.message.id, told(finding, "key"), told(finding, "where")) == ("PAR108", "title", "1")


def test_a_key_that_another_key_asks_for_is_told() -> None:
    finding = only(changed("{x: 1}", "{x: {reason: vì sao}}", EVIDENCE), "evidence")
    assert (finding.message.id, told(finding, "key")) == ("PAR108", "value")


def test_an_unquoted_identifier_is_a_finding_of_its_own() -> None:
    finding = only(changed('id: "1"', "id: 1.10"))
    assert (finding.message.id, finding.span.text, told(finding, "found")) == ("PAR106", "1.10", "1.10")


@pytest.mark.parametrize(
    ("old", "written", "meant"),
    [
        ("    maximum: ", "    điểm tối đa: ", "maximum"),
        ("    maximum: ", "    diem toi da: ", "maximum"),
        ("rule: ", "quy tắc: ", "rule"),
        ("title: Công", "tên: Công", "title"),
        ("year: ", "năm đánh giá: ", "year"),
    ],
)
def test_a_key_in_the_words_of_its_description_is_told_with_the_key(old: str, written: str, meant: str) -> None:
    found = shape(changed(old, written))
    assert meant in [told(finding, "near") for finding in found if finding.message.id == "PAR105"]


def test_a_stage_in_vietnamese_is_told_with_its_key() -> None:
    for written in ("thẩm định", "thẩm định lần 1", "tham_dinh"):
        text = changed("self-assessment:", f"{written}:", EVIDENCE)
        (finding,) = [each for each in shape(text, "evidence") if each.message.id == "PAR105"]
        assert told(finding, "near") == "appraisal-1"


def test_a_wrong_choice_is_told_with_the_choice_that_was_meant() -> None:
    finding = only(changed("status: example", "status: exmaple"))
    assert (finding.message.id, finding.help.id) == ("PAR107.choice", "PAR107.choice.near")
    assert told(finding, "near") == "example"
    for words in ("ví dụ", "vi du", "ví dụ minh họa", "ví dụ minh hoạ"):
        finding = only(changed("status: example", f"status: {words}"))
        assert (finding.help.id, told(finding, "near")) == ("PAR107.choice.near", "example"), words
    finding = only(changed("status: example", "status: 1"))
    assert (finding.message.id, finding.help.id, finding.span.text) == ("PAR107.choice", "PAR107.choice.help", "1")


@pytest.mark.parametrize(
    ("old", "new", "message", "help_id", "at"),
    [
        ("year: 2021", "year: '2021'", "PAR107.scalar", "PAR107.wanted.whole", "'2021'"),
        ("year: 2021", "year: 2021.0", "PAR107.scalar", "PAR107.wanted.whole", "2021.0"),
        ("year: 2021", "year: 2e3", "PAR107.scalar", "PAR107.wanted.whole", "2e3"),
        ("year: 2021", "year:", "PAR107.empty", "PAR107.wanted.whole", "year"),
        ("year: 2021", "year: [2021]", "PAR107.list", "PAR107.wanted.whole", "year"),
        ("year: 2021", "year: 99999", "PAR107", "PAR107.help", "99999"),
        ("maximum: 1\ndoc", "maximum: {a: 1}\ndoc", "PAR107.mapping", "PAR107.wanted.number", "maximum"),
        ("maximum: 1\ndoc", "maximum:\ndoc", "PAR107.empty", "PAR107.empty.help", "maximum"),
        ("maximum: 1\ndoc", "maximum: true\ndoc", "PAR107.quotes", "PAR106.help", "true"),
        ("maximum: 1\ndoc", "maximum: .nan\ndoc", "PAR110", "PAR110.help", ".nan"),
        ("maximum: 1\ndoc", "maximum: 1e3\ndoc", "PAR110", "PAR110.help", "1e3"),
        ("maximum: 1\ndoc", "maximum: '8 5'\ndoc", "PAR110", "PAR110.help", "'8 5'"),
        ("{title: Quyết định}", "{title: Quyết định, issued: 2020}", "PAR107.quotes", "PAR106.help", "2020"),
        ("{title: Quyết định}", "{title: Quyết định, issued: hôm qua}", "PAR111", "PAR111.help", "hôm qua"),
        ("set: par-index-province", "set: 'a b'", "PAR107.pattern", "PAR107.pattern.help", "'a b'"),
        ("qd-1: {title: Quyết định}", "'a b': {title: Quyết định}", "PAR107.name", "PAR107.name.help", "'a b'"),
    ],
)
def test_every_wrong_shape_is_told_where_it_stands(old: str, new: str, message: str, help_id: str, at: str) -> None:
    finding = only(changed(old, new))
    assert (finding.message.id, finding.help.id, finding.span.text) == (message, help_id, at)


def test_a_figure_is_repeated_as_it_was_written() -> None:
    finding = only(changed("year: 2021", "year: 2021.50"))
    assert told(finding, "found") == "2021.50"


def test_items_that_stand_twice_are_told() -> None:
    finding = only(changed("maximum: 1\ndoc", "maximum: 1\ndates: {holidays: [1/1/2021, 1/1/2021]}\ndoc"))
    assert finding.message.id == "PAR107"


def test_a_file_with_too_many_faults_is_told_the_first_and_that_there_are_more() -> None:
    found = shape(CRITERIA + "\n".join(f"k{number}: 1" for number in range(5000)))
    assert [finding.message.id for finding in found].count("PAR105") == MOST_FAULTS
    assert [finding.message.id for finding in found].count("PAR107.more") == 1
    found = shape(changed("domains:\n", "domains:\n" + "  - {id: '9'}\n" * 5000))
    assert len(found) == MOST_FAULTS + 1


def test_a_long_list_of_items_that_cannot_be_sorted_is_judged_at_once() -> None:
    items = ", ".join(f"{{a{number}: 1}}" for number in range(20_000))
    assert shape(changed("maximum: 1\ndoc", f"maximum: 1\ndates: {{holidays: [{items}]}}\ndoc"))
