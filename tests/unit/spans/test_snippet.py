"""The line of a finding, with carets under what is meant."""

from __future__ import annotations

import unicodedata

import pytest

from parrules.spans import Source, render_snippet
from parrules.spans.snippet import LONGEST_LINE, width


def snippet(text: str, marked: str, note: str = "") -> list[str]:
    start = text.index(marked)
    return render_snippet(Source("x", text).span(start, start + len(marked)), note).split("\n")


def under(lines: list[str], text: str) -> tuple[int, int]:
    """Give where the carets begin, in cells behind the bar, and how many there are."""
    bar = lines[1].index("|") + 2
    carets = lines[1][bar:]
    return len(carets) - len(carets.lstrip()), carets.count("^")


def test_carets_stand_under_the_span_and_a_note_beside_them() -> None:
    assert snippet("a: 1\nngày_ban_hnàh: 2\n", "ngày_ban_hnàh", "not declared") == [
        "     2 | ngày_ban_hnàh: 2",
        "       | ^^^^^^^^^^^^^ not declared",
    ]


def test_an_empty_span_and_one_at_the_end_of_a_line_get_one_caret() -> None:
    source = Source("x", "abc\n")
    assert render_snippet(source.span(1, 1)).endswith("|  ^")
    assert render_snippet(source.span(3, 3)).endswith("|    ^")
    assert render_snippet(source.span(3, 4)).endswith("|    ^")


def test_a_span_over_several_lines_is_drawn_to_the_end_of_its_first() -> None:
    lines = render_snippet(Source("x", "ab cd\nef\n").span(3, 8)).split("\n")
    assert lines == ["     1 | ab cd", "       |    ^^"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_carets_stand_under_the_same_letters_in_either_unicode_form(form: str) -> None:
    text, marked = (unicodedata.normalize(form, word) for word in ("kế hoạch cải cách", "cải"))
    assert under(snippet(text, marked), text) == (9, 3)


def test_a_span_that_begins_inside_a_letter_is_drawn_under_the_letter() -> None:
    text = unicodedata.normalize("NFD", "tiếng")
    mark = next(index for index, character in enumerate(text) if unicodedata.combining(character))
    lines = render_snippet(Source("x", text).span(mark, mark + 1)).split("\n")
    assert under(lines, text) == (2, 1)


def test_wide_characters_take_two_cells_and_two_carets() -> None:
    text = "表: 😀 x"
    assert under(snippet(text, "😀"), text) == (4, 2)
    assert under(snippet(text, "x"), text) == (7, 1)


def test_a_tab_is_four_cells_above_and_below() -> None:
    lines = snippet("\ta:\tb\n", "b")
    assert lines == ["     1 |     a:    b", "       |           ^"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_line_end_is_never_drawn(line_end: str) -> None:
    assert snippet(f"ab{line_end}cd{line_end}", "cd")[0] == "     2 | cd"


def test_a_very_long_line_is_cut_around_the_span_and_says_so() -> None:
    text = "a" * 5000 + "HERE" + "b" * 5000
    lines = snippet(text, "HERE")
    assert len(lines[0]) < LONGEST_LINE + 20
    first, count = under(lines, text)
    assert lines[0][lines[0].index("|") + 2 :][first : first + count] == "HERE"
    assert lines[0].count("…") == 2


def test_the_end_of_a_very_long_line_is_shown_whole() -> None:
    text = "a" * 5000 + "END"
    lines = snippet(text, "END")
    assert lines[0].endswith("aEND")
    assert lines[1].endswith("^^^")
    assert len(lines[1].strip()) < LONGEST_LINE + 20


def test_a_long_span_in_a_long_line_is_cut_with_it() -> None:
    lines = render_snippet(Source("x", "a" * 5000).span(0, 5000)).split("\n")
    assert lines[1].count("^") == LONGEST_LINE


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u2028"])
def test_what_would_steer_the_terminal_is_not_sent_to_it(character: str) -> None:
    rendered = render_snippet(Source("x", f"ab{character}cd").span(2, 3))
    assert character not in rendered
    assert rendered.split("\n") == ["     1 | ab\ufffdcd", "       |   ^"]


def test_width_counts_cells() -> None:
    assert width("điểm") == 4
    assert width(unicodedata.normalize("NFD", "điểm")) == 4
    assert width("a\u200bb") == 2
    assert width("表") == 2
    assert width("\t") == 4
