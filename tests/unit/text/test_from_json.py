"""JSON with places: what Python's json reads, and a finding for everything else."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from parrules.text import Style, to_plain
from parrules.text.from_yaml import DEEPEST
from parrules.values import Exact

Reader = Callable[[str], Any]


def test_a_document_becomes_the_tree_that_yaml_would_give(read_json: Reader, read: Reader) -> None:
    text = '{"a": [1, 8.5, true, null, "x"],\n "b": {"c": {}}, "d": []}\n'
    expected = {"a": [1, Exact(17, 2), True, None, "x"], "b": {"c": {}}, "d": []}
    assert to_plain(read_json(text).root) == expected
    assert to_plain(read(text).root) == expected


def test_every_value_has_its_place(read_json: Reader) -> None:
    root = read_json('{"a": [1, "x"],\r\n  "b": {"c": -8.50}}').root
    assert root.span.text.startswith("{")
    assert root.span.text.endswith("}")
    assert root.get("a").span.text == '[1, "x"]'
    assert root.get("a").items[1].span.text == '"x"'
    assert str(root.key("b").span) == "x.json:2:3"
    assert root.get("b").get("c").span.text == "-8.50"


def test_a_number_keeps_the_digits_that_it_was_written_with(read_json: Reader) -> None:
    root = read_json('{"a": 8.50, "b": -0, "c": 12345678901234567890.123456789}').root
    assert [value.value for _, value in root] == ["8.50", "-0", "12345678901234567890.123456789"]
    assert to_plain(root)["c"] == Exact(12345678901234567890123456789, 10**9)


@pytest.mark.parametrize("text", ["1e3", "1E+3", "2.5e-1", "-1e0"])
def test_a_number_with_an_exponent_stays_text_and_never_becomes_another(read_json: Reader, text: str) -> None:
    root = read_json(f'{{"a": {text}}}').root
    assert root.get("a").value == text
    assert root.get("a").style is Style.PLAIN
    assert to_plain(root) == {"a": text}


@pytest.mark.parametrize(
    "written",
    [
        '"\\u1ebf"', '"\\ud83d\\ude00"', '"\\"\\\\\\/\\b"', '"\\n\\r\\t"', '"tiếng Việt 😀"', '""', '"\\u0041"',
        '"a\u00a0b"', '"\\f"',
    ],
)  # fmt: skip
def test_escapes_are_read_as_python_reads_them(read_json: Reader, written: str) -> None:
    text = json.loads(written)
    file = read_json(f"[{written}]")
    if any(character in text for character in "\b\f"):
        assert file.ids == ["PAR116"]
    else:
        assert to_plain(file.root) == [text]


@pytest.mark.parametrize("blank", [" ", "\n", "\t", "\r", "\r\n", " \n\t "])
def test_blanks_may_stand_between_any_two_marks(read_json: Reader, blank: str) -> None:
    text = blank.join(["", "{", '"a"', ":", "[", "1", ",", "2", "]", ",", '"b"', ":", "{", "}", "}", ""])
    assert to_plain(read_json(text).root) == {"a": [1, 2], "b": {}}


def test_a_byte_order_mark_at_the_beginning_is_passed_over(read_json: Reader) -> None:
    root = read_json('\ufeff{"a": 1}').root
    assert root.key("a").span.text == '"a"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("PAR102.empty", "")),
        (" \n", ("PAR102.empty", "")),
        ('{"a": NaN}', ("PAR102.json-nan", "NaN")),
        ("[Infinity]", ("PAR102.json-nan", "Infinity")),
        ("[-Infinity]", ("PAR102.json-nan", "-Infinity")),
        ("[nan]", ("PAR102.json-nan", "nan")),
        ("[010]", ("PAR102.json-value", "010")),
        ("[+1]", ("PAR102.json-value", "+1")),
        ("[.5]", ("PAR102.json-value", ".5")),
        ("[5.]", ("PAR102.json-value", "5.")),
        ("[1.2.3]", ("PAR102.json-value", "1.2.3")),
        ("[1_000]", ("PAR102.json-value", "1_000")),
        ("[٣]", ("PAR102.json-value", "٣")),
        ("[True]", ("PAR102.json-value", "True")),
        ("[truex]", ("PAR102.json-value", "truex")),
        ("['a']", ("PAR102.json-value", "'a'")),
        ("[1] // ghi chú", ("PAR102.json-more", "/")),
        ("[1, /* x */ 2]", ("PAR102.json-value", "/*")),
        ("[1,]", ("PAR102.json-value", "]")),
        ("[,1]", ("PAR102.json-value", ",")),
        ('{"a": 1,}', ("PAR102.json-key", "}")),
        ("{a: 1}", ("PAR102.json-key", "a")),
        ("{1: 1}", ("PAR102.json-key", "1")),
        ('{"a" 1}', ("PAR102.json-expected", "1")),
        ("[1 2]", ("PAR102.json-expected", "2")),
        ('{"a": 1]', ("PAR102.json-expected", "]")),
        ("[1", ("PAR102.json-end", "")),
        ('{"a"', ("PAR102.json-end", "")),
        ('{"a": 1', ("PAR102.json-end", "")),
        ("[", ("PAR102.json-end", "")),
        ("{", ("PAR102.json-end", "")),
        ('{"a":', ("PAR102.json-end", "")),
        ('{"a": 8,5}', ("PAR102.json-key", "5")),
        ('["abc', ("PAR102.json-string", '"abc')),
        ('["abc\n"]', ("PAR102.json-string", '"abc')),
        ('["a\tb"]', ("PAR116", "\t")),
        ('["a\\qb"]', ("PAR102.escape", "\\q")),
        ('["a\\u12"]', ("PAR102.escape", "\\u")),
        ('["\\ud800"]', ("PAR116", "\\ud800")),
        ('["x\\udc00y"]', ("PAR116", "\\udc00")),
        ('["\\u0000"]', ("PAR116", "\\u0000")),
        ('["a\x00b"]', ("PAR116", "\x00")),
        ("[1] [2]", ("PAR102.json-more", "[")),
        ("1 2", ("PAR102.json-more", "2")),
    ],
)
def test_what_is_no_json_is_one_finding_where_it_stops_being_json(
    read_json: Reader, text: str, expected: tuple[str, str]
) -> None:
    assert read_json(text).only == expected


def test_a_key_that_stands_twice_is_refused_with_both_places(read_json: Reader) -> None:
    file = read_json('{"a": 1,\n "\\u0061": 2}')
    assert file.ids == ["PAR103"]
    assert file.root is None
    (finding,) = file.findings
    assert str(finding.span) == "x.json:2:2"
    assert str(finding.labels[0].span) == "x.json:1:2"


def test_nesting_up_to_the_limit_is_read_and_one_more_is_refused(read_json: Reader) -> None:
    assert read_json("[" * DEEPEST + "]" * DEEPEST).ids == []
    assert read_json("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)).ids == ["PAR104.depth"]
    assert read_json('{"a": ' * 100_000).ids == ["PAR104.depth"]


def test_more_nodes_than_the_limit_are_refused(read_json: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parrules.text.from_json.MOST_NODES", 5)
    assert read_json("[1, 2, 3, 4]").ids == []
    assert read_json("[1, 2, 3, 4, 5]").ids == ["PAR104.nodes"]
    assert read_json('{"a": 1, "b": 2}').ids == []
    assert read_json('{"a": 1, "b": 2, "c": 3}').ids == ["PAR104.nodes"]


def test_a_finding_repeats_no_more_of_a_long_word_than_a_line_holds(read_json: Reader) -> None:
    (finding,) = read_json("[" + "x" * 1_000_000 + "]").findings
    assert all(len(argument.text) < 100 for argument in finding.message.arguments.values() if hasattr(argument, "text"))
