"""Changed text that still knows where it stood."""

from __future__ import annotations

from parrules.spans import MappedText, Source


def test_a_whole_source_maps_onto_itself() -> None:
    source = Source("x", "điểm tối đa")
    text = MappedText.whole(source)
    assert text.text == source.text
    assert text.span(5, 8).text == "tối"
    assert text.span(0, len(source.text)).text == source.text


def test_a_span_of_changed_text_is_where_it_stands_in_the_file() -> None:
    source = Source("x", "  a\n  b\n")
    text = MappedText("a\nb\n", source, [2, 3, 6, 7, 7])
    assert text.span(2, 3).text == "b"
    assert text.span(0, 3).text == "a\n  b"


def test_a_span_covers_the_whole_escape_of_its_last_character() -> None:
    source = Source("x", '"k\\u1ebf ho"')
    text = MappedText("kế ho", source, [1, 2, 8, 9, 10, 11])
    assert text.span(1, 2).text == "\\u1ebf"
    assert text.span(0, 2).text == "k\\u1ebf"


def test_a_span_does_not_run_into_the_next_line() -> None:
    source = Source("x", "ab\n   cd")
    text = MappedText("ab cd", source, [0, 1, 2, 6, 7, 8])
    assert text.span(0, 2).text == "ab"
    assert text.span(2, 3).text == "\n"


def test_an_empty_span_stands_where_its_text_would_go_on() -> None:
    source = Source("x", "  a\n")
    text = MappedText("a\n", source, [2, 3, 3])
    assert text.span(2, 2).start == 3
    assert text.span(2, 2).text == ""


def test_a_span_outside_the_text_is_cut_to_it() -> None:
    text = MappedText.whole(Source("x", "abc"))
    assert text.span(-3, 99).text == "abc"
    assert text.span(99, 120).text == ""
    assert text.span(2, 1).text == ""
