"""Each character of a text knows where it stands in the file, however it is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from parrules.text import Scalar

Reader = Callable[[str], Any]


def only_scalar(root: Any) -> Scalar:
    scalar = root.get("a")
    assert isinstance(scalar, Scalar)
    return scalar


def shown(scalar: Scalar) -> list[str]:
    """Give what stands in the file for each visible character of the text."""
    text = scalar.mapped()
    return [text.span(at, at + 1).text for at, character in enumerate(text.text) if not character.isspace()]


STYLES = {
    "plain": "a: một hai\n",
    "plain over lines": "a: một\n   hai\n\n   ba\nb: 1\n",
    "plain with a comment": "a: một # hai\n",
    "single": "a: 'một hai'\n",
    "single over lines": "a: 'một\n\n  hai'\n",
    "double": 'a: "một hai"\n',
    "double over lines": 'a: "một\n  hai  \n\n  ba"\n',
    "literal": "a: |\n  một\n   hai\n\n  ba\n",
    "literal with a comment in its header": "a: | # ghi chú\n  một\n",
    "literal, stripped": "a: |-\n  một\n  hai\n\n\nb: 1\n",
    "literal, kept": "a: |+\n  một\n\n\nb: 1\n",
    "literal with an indentation indicator": "a: |2\n    một\n   hai\n  ba\n",
    "literal, indicator and chomping": "a: |2-\n    một\n  hai\n",
    "literal after blank lines": "a: |\n\n\n  một\n    \n  hai\n",
    "literal without a last line break": "a: |\n  một",
    "literal with trailing blanks": "a: |\n  một  \n  hai\n",
    "literal under a list": "a: |\n    nếu x:  1\n    còn lại: 0\nb:\n  - c\n",
    "folded": "a: >\n  một\n  hai\n\n  ba\n",
    "folded, stripped": "a: >-\n  một\n  hai\n",
    "folded, kept": "a: >+\n  một\n\n\nb: 1\n",
    "folded with an indented line": "a: >\n  một\n    hai\n  ba\n",
    "folded with an indicator": "a: >1\n   một\n hai\n",
    "hash inside a block": "a: |\n  một # không phải ghi chú\n",
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", STYLES)
def test_a_visible_character_stands_in_the_file_where_it_is_said_to(read: Reader, name: str, line_end: str) -> None:
    scalar = only_scalar(read(STYLES[name].replace("\n", line_end)).root)
    text = scalar.mapped()
    assert shown(scalar) == [character for character in text.text if not character.isspace()]
    assert len(text.origins) == len(text.text) + 1
    assert list(text.origins) == sorted(text.origins)


@pytest.mark.parametrize(
    ("written", "value", "pieces"),
    [
        ("'it''s'", "it's", ["i", "t", "''", "s"]),
        ("''''", "'", ["''"]),
        ("'''a'''", "'a'", ["''", "a", "''"]),
        ('"k\\u1ebf"', "kế", ["k", "\\u1ebf"]),
        ('"\\x41b"', "Ab", ["\\x41", "b"]),
        ('"\\U0001F600b"', "😀b", ["\\U0001F600", "b"]),
        ('"a\\\\b"', "a\\b", ["a", "\\\\", "b"]),
        ('"a\\\\\\\\b"', "a\\\\b", ["a", "\\\\", "\\\\", "b"]),
        ('"\\"a\\""', '"a"', ['\\"', "a", '\\"']),
        ('"a\\/b"', "a/b", ["a", "\\/", "b"]),
        ('"một \\\n   hai"', "một hai", ["m", "ộ", "t", "h", "a", "i"]),
        ('"một\\\n\\  hai"', "một  hai", ["m", "ộ", "t", "h", "a", "i"]),
    ],
)
def test_an_escape_or_a_doubled_quote_is_covered_whole(
    read: Reader, written: str, value: str, pieces: list[str]
) -> None:
    scalar = only_scalar(read(f"a: {written}\n").root)
    assert scalar.value == value
    assert shown(scalar) == pieces


def test_a_blank_that_is_escaped_has_its_escape(read: Reader) -> None:
    scalar = only_scalar(read('a: "x\\ty\\nz"\n').root)
    text = scalar.mapped()
    assert [text.span(at, at + 1).text for at in range(5)] == ["x", "\\t", "y", "\\n", "z"]


@pytest.mark.parametrize("chomp", ["", "-", "+"])
@pytest.mark.parametrize("mark", ["|", ">"])
def test_the_end_of_a_block_is_the_end_of_its_last_line_not_the_next_key(read: Reader, mark: str, chomp: str) -> None:
    file = read(f"a: {mark}{chomp}\n  một\n  hai\nnext: 1\n")
    text = only_scalar(file.root).mapped()
    end = text.span(len(text.text), len(text.text))
    assert (end.place.line, end.place.column) == (3, 6)


def test_an_empty_text_has_a_place(read: Reader) -> None:
    for written in ("''", '""', "|", ">", "|-", ""):
        file = read(f"b: 1\na: {written}\n")
        text = only_scalar(file.root).mapped()
        assert text.span(0, 0).place.line == 2


def test_a_text_in_decomposed_unicode_maps_mark_by_mark(read: Reader) -> None:
    split = unicodedata.normalize("NFD", "cải cách")
    scalar = only_scalar(read(f"a: {split}\n").root)
    assert scalar.value == "cải cách"
    text = scalar.mapped()
    assert text.text == split
    assert shown(scalar) == [character for character in split if character != " "]


@pytest.mark.parametrize(
    ("written", "value", "pieces"),
    [
        ('"k\\u1ebf ho"', "kế ho", ["k", "\\u1ebf", "h", "o"]),
        ('"\\ud83d\\ude00x"', "😀x", ["\\ud83d\\ude00", "x"]),
        ('"a\\\\b\\/"', "a\\b/", ["a", "\\\\", "b", "\\/"]),
        ('"\\"\\n"', '"\n', ['\\"']),
        ('"😀 é"', "😀 é", ["😀", "é"]),
    ],
)
def test_the_escapes_of_json_are_covered_whole(read_json: Reader, written: str, value: str, pieces: list[str]) -> None:
    scalar = only_scalar(read_json(f'{{"a": {written}}}').root)
    assert scalar.value == value
    assert shown(scalar) == pieces
