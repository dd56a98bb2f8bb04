"""YAML with places; each test runs with both loaders of PyYAML."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from parrules.text import Mapping, Scalar, Sequence, Style, to_plain
from parrules.text.from_yaml import DEEPEST, MOST_NODES

Reader = Callable[[str], Any]


def test_a_file_becomes_mappings_lists_and_texts_with_places(read: Reader) -> None:
    file = read("a: 1 # một\n# hai\nb:\n  - x y\n  -   c: d\n      e: 'f'\n# ba\n\ng: {h: [1, 2]}\n")
    assert not len(file.findings)
    assert to_plain(file.root) == {"a": 1, "b": ["x y", {"c": "d", "e": "f"}], "g": {"h": [1, 2]}}
    b = file.root.get("b")
    assert isinstance(b, Sequence)
    assert b.span.text == "- x y\n  -   c: d\n      e: 'f'"
    assert b.items[1].span.text == "c: d\n      e: 'f'"
    assert file.root.get("g").span.text == "{h: [1, 2]}"
    assert file.root.get("g").get("h").span.text == "[1, 2]"
    assert file.root.key("b").span.text == "b"


def test_nothing_changes_silently(read: Reader) -> None:
    words = ["no", "010", "1:30", ".nan", "on", "~", "0x1F", "1e3", "2020-12-28", "1_000", "NULL", "12:30:45"]
    file = read("\n".join(f"- {word}" for word in words))
    assert [item.value for item in file.root.items] == words
    assert to_plain(file.root) == words


def test_a_key_is_text_whatever_it_looks_like(read: Reader) -> None:
    file = read("on: 1\nno: 2\n1: 3\ntrue: 4\nnull: 5\n1.10: 6\n")
    assert [key.value for key, _ in file.root] == ["on", "no", "1", "true", "null", "1.10"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_end_gives_the_same_tree(read: Reader, line_end: str) -> None:
    text = "a: 1\nb: |\n  x\n  y\nc: 'd\n\n  e'\n".replace("\n", line_end)
    file = read(text)
    assert to_plain(file.root) == {"a": 1, "b": "x\ny\n", "c": "d\ne"}
    assert str(file.root.key("c").span) == "x.yaml:5:1"


def test_a_byte_order_mark_at_the_beginning_is_passed_over(read: Reader) -> None:
    file = read("\ufeffa: b\n")
    assert to_plain(file.root) == {"a": "b"}
    assert file.root.key("a").span.text == "a"
    assert file.root.get("a").span.text == "b"


def test_a_byte_order_mark_inside_is_refused(read: Reader) -> None:
    assert read("a: x\ufeffy\n").only == ("PAR116", "\ufeff")
    assert read("\ufeff\ufeffa: b\n").only == ("PAR116", "\ufeff")


@pytest.mark.parametrize("text", ["", "\n\n", "# chỉ có ghi chú\n# hai\n", "   ", "---\n...\n"])
def test_a_file_without_anything_in_it_is_told_so(read: Reader, text: str) -> None:
    file = read(text)
    if file.root is None:
        assert file.ids == ["PAR102.empty"]
    else:
        assert file.root.value == ""


def test_an_empty_value_stands_behind_its_key(read: Reader) -> None:
    file = read("a:\nb:   # ghi chú\nc: {d: , e}\n")
    assert str(file.root.get("a").span) == "x.yaml:1:3"
    assert str(file.root.get("b").span) == "x.yaml:2:3"
    assert str(file.root.get("c").get("d").span) == "x.yaml:3:7"
    assert to_plain(file.root) == {"a": None, "b": None, "c": {"d": None, "e": None}}


@pytest.mark.parametrize(
    ("text", "value", "style"),
    [
        ("a: x y", "x y", Style.PLAIN),
        ("a: 'it''s'", "it's", Style.SINGLE),
        ('a: "tab\\t\\u1ebf"', "tab\tế", Style.DOUBLE),
        ("a: |\n  x\n   y\n", "x\n y\n", Style.LITERAL),
        ("a: |-\n  x\n\n", "x", Style.LITERAL),
        ("a: |+\n  x\n\n", "x\n\n", Style.LITERAL),
        ("a: |2\n    x\n", "  x\n", Style.LITERAL),
        ("a: >\n  x\n  y\n\n  z\n", "x y\nz\n", Style.FOLDED),
    ],
)
def test_every_style_of_text_is_read(read: Reader, text: str, value: str, style: Style) -> None:
    scalar = read(text).root.get("a")
    assert (scalar.value, scalar.style) == (value, style)


def test_a_block_ends_with_its_text(read: Reader) -> None:
    file = read("a: |\n  x\n\n# ghi chú\nb: 1\n")
    assert file.root.get("a").span.text == "|\n  x"


def test_names_that_look_the_same_are_the_same(read: Reader) -> None:
    composed, split = (unicodedata.normalize(form, "ngày_ban_hành") for form in ("NFC", "NFD"))
    file = read(f"{split}: 1\n")
    assert composed in file.root
    assert file.root.key(composed).written == split
    assert read(f"{split}: 1\n{composed}: 2\n").ids == ["PAR103"]


def test_a_key_that_stands_twice_is_refused_with_both_places(read: Reader) -> None:
    file = read("a: 1\n'a': 2\nb: {c: 1, c: 2}\n")
    assert file.root is None
    assert file.ids == ["PAR103", "PAR103"]
    first, second = file.findings.sorted()
    assert str(first.span) == "x.yaml:2:1"
    assert str(first.labels[0].span) == "x.yaml:1:1"
    assert str(second.span) == "x.yaml:3:11"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\n", ("PAR109.anchor", "&x 1")),
        ("a: &x [1]\n", ("PAR109.anchor", "&x [")),
        ("a: *x\n", ("PAR109.alias", "*x")),
        ("a: !!str 1\n", ("PAR109.tag", "!!str 1")),
        ("a: !!python/object:os.system x\n", ("PAR109.tag", "!!python/object:os.system x")),
        ("a: ! x\n", ("PAR109.tag", "! x")),
        ("a: 1\n---\nb: 2\n", ("PAR109.documents", "---")),
        ("%YAML 1.1\n---\na: 1\n", ("PAR109.directive", "%YAML 1.1")),
        ("# c\n\n%FOO x\n---\na: 1\n", ("PAR109.directive", "%FOO x")),
    ],
)
def test_what_makes_a_file_mean_something_else_than_it_shows_is_refused(
    read: Reader, text: str, expected: tuple[str, str]
) -> None:
    assert read(text).only == expected


def test_a_merge_key_is_refused_but_may_be_quoted(read: Reader) -> None:
    assert read("a: 1\n<<: {b: 1}\n").only == ("PAR109.merge", "<<")
    assert to_plain(read("'<<': 1\n").root) == {"<<": 1}


@pytest.mark.parametrize("text", ["{[a]: b}\n", "[[a]: b]\n", "{{a: 1}: b}\n"])
def test_a_key_must_be_a_text(read: Reader, text: str) -> None:
    assert read(text).ids == ["PAR107.key"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("{a: 8,5}", "8,5"),
        ("{a: 8,5, b: 1}", "8,5"),
        ("{b: 1, a: -8,25}", "-8,25"),
        ("{a: 79,1%}", "79,1%"),
        ("{a: 8,5 điểm}", "8,5 điểm"),
        ("{a: 1.234,5}", "1.234,5"),
        ("{a: 8, 5}", "8,5"),
        ("[8,5]", "8,5"),
        ("[79,1%, 2]", "79,1%"),
        ("[1.234,5]", "1.234,5"),
        ("- x: {a: 8,5}\n", "8,5"),
    ],
)
def test_a_figure_cut_in_two_by_a_comma_gets_a_finding_of_its_own(read: Reader, text: str, figure: str) -> None:
    file = read(text)
    assert file.ids == ["PAR112"]
    (finding,) = file.findings
    assert finding.message.arguments["figure"].text == figure
    assert finding.span.text.replace(" ", "") == figure.replace(" ", "")


def test_every_cut_figure_of_a_list_is_told_once(read: Reader) -> None:
    file = read("[0,25,0,5]")
    assert [finding.message.arguments["figure"].text for finding in file.findings] == ["0,25", "0,5"]


@pytest.mark.parametrize(
    "text", ["[8, 5]", '["8","5"]', "{a: 8, b: 5}", '{a: "8",5: x}', "[a,5]", "[8,a]", "- 8,5\n", "a: 8,5\n", "[8 ,5]"]
)
def test_a_comma_that_separates_is_no_cut_figure(read: Reader, text: str) -> None:
    assert "PAR112" not in read(text).ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\tb: 1\n", ("PAR102.tab", "\t")),
        ("a:\tb\n", ("PAR102.tab", "\t")),
        ("a: b\t\n", ("PAR102.tab", "\t")),
        ("a: x\ty\n", ("PAR102.tab", "\t")),
        ("{\n\ta: 1}\n", ("PAR102.tab", "\t")),
        ("a: |\n  x\n\ty\n", ("PAR102.tab", "\t")),
        ("a: |\n  \tx\n", ("PAR102.tab", "\t")),
        ("a: |\t\n  x\n", ("PAR102.tab", "\t")),
        ("a: b: c\n", ("PAR102.colon", ":")),
        ("a: 1\n  b: 2\n", ("PAR102.indent", "b")),
        ('a: "abc\nb: 1\n', ("PAR102.quote", '"')),
        ("a: 'abc\nb: 1\n", ("PAR102.quote", "'")),
        ('a: "b" c\n', ("PAR102.after-quote", "c")),
        ('["a" b]\n', ("PAR102.after-quote", "b")),
        ("a: [1, 2\nb: 3\n", ("PAR102.bracket", ":")),
        ("a: [1, 2\n", ("PAR102.bracket", "[")),
        ("a: {b: 1\n", ("PAR102.bracket", "{")),
        ("a: [,]\n", ("PAR102.bracket", ",")),
        ("a:\n  - 1\n - 2\n", ("PAR102.indent", "-")),
        ("a:\n    b: 1\n  c: 2\n", ("PAR102.indent", "c")),
        ("  a: 1\n b: 2\n", ("PAR102.indent", "b")),
        ("a: 1\nb\nc: 2\n", ("PAR102.no-colon", "b")),
        ("a: 1\nb:2\nc: 3\n", ("PAR102.tight-colon", ":")),
        ('a: "\\q"\n', ("PAR102.escape", "\\")),
        ('a: "\\u12"\n', ("PAR102.escape", "\\")),
        ('a: "\\ud83d\\ude00"\n', ("PAR102.escape", "\\")),
        ('a: "\\UFFFFFFFF"\n', ("PAR102.escape", "\\")),
        ("a: %x\n", ("PAR102.start", "%")),
        ("a: @x\n", ("PAR102.start", "@")),
        ("a: `x`\n", ("PAR102.start", "`")),
        ("a: * x\n", ("PAR102.start", "*")),
        ("a: ]\n", ("PAR102.start", "]")),
        ("a: - b\n", ("PAR102.start", "-")),
        ("a: >5%\n", ("PAR102.start", ">")),
        ("a: |2#x\n", ("PAR102.start", "|")),
        ("{a: b?}\n", ("PAR102.question", "?")),
        ("[?]\n", ("PAR102.question", "?")),
        ("? a\n: b\n", ("PAR102.question", "?")),
        ("[a:, b]\n", ("PAR102.tight-colon", ":")),
        ("{a:[1]}\n", ("PAR102.tight-colon", ":")),
    ],
)
def test_broken_yaml_is_one_finding_where_it_broke(read: Reader, text: str, expected: tuple[str, str]) -> None:
    assert read(text).only == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("rule: nếu a = 0: 1 điểm\n", "x.yaml:1:1"),
        ("- rule: nếu a = 0: 1 điểm\n", "x.yaml:1:3"),
        ("rule:\n  nếu a = 0: 1 điểm\n  cộng 1 điểm\n", "x.yaml:1:1"),
        ("rule:\n  cộng 1 điểm\n  nếu a = 0: 1 điểm\n", "x.yaml:1:1"),
        ("b:\n  - rule:\n      cộng 1 điểm\n      nếu a = 0: 1 điểm\n", "x.yaml:2:5"),
    ],
)
def test_a_rule_without_its_bar_is_told_as_that(read: Reader, text: str, place: str) -> None:
    file = read(text)
    assert file.ids == ["PAR102.rule"]
    assert str(file.findings.errors[0].span) == place


@pytest.mark.parametrize("text", ["rule: |\n  nếu a\nb: c: d\n", "rule: x\ntitle: a: b\n", "rules:\n  a: b: c\n"])
def test_a_colon_outside_a_rule_is_told_as_a_colon(read: Reader, text: str) -> None:
    assert read(text).ids == ["PAR102.colon"]


def test_a_quote_that_swallows_the_lines_below_is_shown_where_it_opened(read: Reader) -> None:
    file = read('a: "x\nb: "y"\n')
    assert file.ids == ["PAR102.quote"]
    assert str(file.findings.errors[0].span) == "x.yaml:1:4"


def test_a_bracket_that_is_not_closed_is_shown_where_it_opened(read: Reader) -> None:
    (finding,) = read("a: [1, 2\nb: 3\n").findings
    assert [label.span.text for label in finding.labels] == ["["]


@pytest.mark.parametrize(
    "text", ["a: 1 #\tghi chú\n", "a: 'x\ty'\n", "a: |\n  x\ty\n", '# \t\na: "\\t"\n', "a: b?\n", "a: ?b\n"]
)
def test_a_tab_in_a_comment_a_quoted_text_or_a_block_is_fine(read: Reader, text: str) -> None:
    assert read(text).ids == []


@pytest.mark.parametrize(
    ("text", "written", "character"),
    [
        ('a: "x\\0y"\n', "\\0", "U+0000"),
        ('a: "x\\x07y"\n', "\\x07", "U+0007"),
        ('a: "\\e"\n', "\\e", "U+001B"),
        ('a: "\\u202e"\n', "\\u202e", "U+202E"),
        ('"\\L": 1\n', "\\L", "U+2028"),
    ],
)
def test_an_escape_for_a_character_that_no_file_may_hold_is_refused(
    read: Reader, text: str, written: str, character: str
) -> None:
    file = read(text)
    assert file.only == ("PAR116", written)
    (finding,) = file.findings
    assert finding.message.arguments["character"].text == character


def test_nesting_up_to_the_limit_is_read_and_one_more_is_refused(read: Reader) -> None:
    assert read("[" * DEEPEST + "]" * DEEPEST).ids == []
    assert read("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)).ids == ["PAR104.depth"]
    assert read("".join(" " * level + "a:\n" for level in range(DEEPEST + 1))).ids == ["PAR104.depth"]
    assert read("- " * (DEEPEST + 1) + "a").ids == ["PAR104.depth"]


def test_more_nodes_than_the_limit_are_refused(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parrules.text.from_yaml.MOST_NODES", 5)
    assert read("[1, 2, 3, 4]").ids == []
    assert read("[1, 2, 3, 4, 5]").ids == ["PAR104.nodes"]
    assert read("{a: 1, b: 2}").ids == []
    assert read("{a: 1, b: 2, c: 3}").ids == ["PAR104.nodes"]
    assert MOST_NODES > 5


def test_a_very_long_line_is_read(read: Reader) -> None:
    words = "điểm " * 20_000
    assert read(f"a: {words}\nb: 1\n").root.get("a").value == words.strip()


def test_several_faults_of_one_file_are_told_together(read: Reader) -> None:
    assert read("a: 1\na: 2\nb: {c: 8,5}\n<<: x\n").ids == ["PAR103", "PAR112", "PAR109.merge"]


def test_a_text_alone_is_a_tree_of_one(read: Reader) -> None:
    root = read("chỉ là chữ\n").root
    assert isinstance(root, Scalar)
    assert root.value == "chỉ là chữ"


def test_flow_style_in_block_style_keeps_places(read: Reader) -> None:
    root = read("a:\n- {b: c,\n   d: [e,\n    f]}\n").root
    inner = root.get("a").items[0]
    assert isinstance(inner, Mapping)
    assert inner.get("d").items[1].span.place.line == 4
    assert inner.span.text == "{b: c,\n   d: [e,\n    f]}"
