"""Plain data out of a tree, and short texts for findings."""

from __future__ import annotations

from typing import Any

import pytest

from parrules.spans import Source
from parrules.text import Mapping, Scalar, Sequence, Style, to_plain
from parrules.text.node import LONGEST_NUMBER, LONGEST_SHOWN, short
from parrules.values import Exact

NOWHERE = Source("x", "").span(0, 0)


def plain(text: str, style: Style = Style.PLAIN) -> Any:
    return to_plain(Scalar(text, style, NOWHERE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0), ("-0", 0), ("12", 12), ("-3", -3), ("8.5", Exact(17, 2)), ("1.0", Exact(1)), ("-0.125", Exact(-1, 8)),
        ("true", True), ("false", False), ("null", None), ("", None),
    ],
)  # fmt: skip
def test_a_plain_json_number_or_word_is_what_json_says(text: str, expected: object) -> None:
    found = plain(text)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    "text",
    [
        "no", "yes", "on", "off", "y", "n", "Null", "NULL", "True", "~", "010", "00", "-01", "0o17", "0x1F", "1_000",
        "1:30", "190:20:30", ".nan", ".inf", "-.inf", "NaN", "Infinity", "1e3", "1E-2", "1.5e3", ".5", "5.", "+5",
        "8,5", "1.234,5", "28/12/2020", "2020-12-28", "2001-12-14t21:59:43.10-05:00", "<<", "=", "٣", "1.٣", "95%",
    ],
)  # fmt: skip
def test_everything_else_is_text_as_it_was_written(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize("style", [style for style in Style if style is not Style.PLAIN])
def test_what_is_quoted_or_in_a_block_is_text(style: Style) -> None:
    for text in ("12", "8.5", "true", "null", ""):
        assert plain(text, style) == text


def test_a_decimal_is_exact_and_no_binary_float() -> None:
    assert plain("0.1") == Exact(1, 10)
    assert isinstance(plain("0.1"), Exact)


def test_a_number_longer_than_any_figure_stays_text() -> None:
    for text in ("9" * (LONGEST_NUMBER + 1), "0." + "9" * 10_000, "9" * 1_000_000):
        assert plain(text) == text


def test_lists_and_mappings_keep_their_order() -> None:
    one, two = Scalar("1", Style.PLAIN, NOWHERE), Scalar("b", Style.PLAIN, NOWHERE)
    mapping = Mapping(((two, one), (Scalar("a", Style.PLAIN, NOWHERE), Sequence((one, two), NOWHERE))), NOWHERE)
    assert list(to_plain(mapping).items()) == [("b", 1), ("a", [1, "b"])]


def test_a_mapping_gives_its_values_and_keys_by_name() -> None:
    key, value = Scalar("a", Style.PLAIN, NOWHERE), Scalar("1", Style.PLAIN, NOWHERE)
    mapping = Mapping(((key, value),), NOWHERE)
    assert mapping.get("a") is value
    assert mapping.key("a") is key
    assert mapping.get("b") is None
    assert mapping.key("b") is None
    assert "a" in mapping
    assert "b" not in mapping


def test_a_finding_repeats_a_text_on_one_line_and_not_all_of_a_long_one() -> None:
    assert short("ngày ban hành") == "ngày ban hành"
    assert short("a\n  b\tc") == "a b c"
    assert short("x" * 10_000) == "x" * LONGEST_SHOWN + "…"
    assert short("x" * LONGEST_SHOWN) == "x" * LONGEST_SHOWN
    assert short(" " * 10_000 + "x").endswith("…")
