"""Lines, columns and offsets of a text."""

from __future__ import annotations

import pytest

from parrules.spans import Place, Source, Span


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_line_ends_where_an_editor_ends_it(line_end: str) -> None:
    source = Source("x", line_end.join(["một", "hai", "", "bốn"]))
    assert source.line_count == 4
    assert [source.line(number) for number in range(1, 5)] == ["một", "hai", "", "bốn"]
    assert source.place(source.text.index("hai")) == Place(2, 1)
    assert source.place(source.text.index("bốn") + 2) == Place(4, 3)


def test_breaks_that_only_unicode_knows_stay_inside_their_line() -> None:
    source = Source("x", "a\u2028b\x85c\nd")
    assert source.line_count == 2
    assert source.line(1) == "a\u2028b\x85c"


def test_an_empty_text_has_one_empty_line() -> None:
    source = Source("x", "")
    assert source.line_count == 1
    assert source.line(1) == ""
    assert source.place(0) == Place(1, 1)


def test_a_text_that_ends_in_a_break_has_an_empty_last_line() -> None:
    source = Source("x", "a\n")
    assert source.line_count == 2
    assert source.line(2) == ""
    assert source.place(2) == Place(2, 1)


def test_columns_are_characters_not_bytes_and_not_cells() -> None:
    source = Source("x", "điểm 😀 tối đa")
    assert source.place(source.text.index("tối")) == Place(1, 8)


def test_a_place_outside_the_text_is_its_nearest_end() -> None:
    source = Source("x", "ab\ncd")
    assert source.place(-5) == Place(1, 1)
    assert source.place(99) == Place(2, 3)


def test_an_offset_is_the_opposite_of_a_place() -> None:
    source = Source("x", "ab\r\ncd\n\nef")
    for offset in range(len(source.text) + 1):
        if source.text[offset - 1 : offset] not in ("\r", "\n") or offset in source._line_starts:
            place = source.place(offset)
            assert source.offset(place.line, place.column) == offset


def test_an_offset_beyond_a_line_is_the_end_of_that_line() -> None:
    source = Source("x", "ab\ncd\n")
    assert source.offset(1, 99) == 2
    assert source.offset(0, 1) == 0
    assert source.offset(99, 99) == 6
    assert source.offset(2, -3) == 3


def test_a_span_knows_its_text_and_names_its_place() -> None:
    span = Source("criteria.yaml", "a: 1\nb: 2\n").span(5, 9)
    assert span.text == "b: 2"
    assert span.place == Place(2, 1)
    assert str(span) == "criteria.yaml:2:1"


def test_a_span_never_ends_before_it_begins() -> None:
    span = Source("x", "abc").span(2, 1)
    assert (span.start, span.end) == (2, 2)


def test_two_sources_of_the_same_text_are_two() -> None:
    one, other = Source("x", "a"), Source("x", "a")
    assert one != other
    assert one.span(0, 1) != other.span(0, 1)
    assert one.span(0, 1) == Span(one, 0, 1)
