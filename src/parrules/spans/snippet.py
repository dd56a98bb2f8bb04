"""The line of a file where a span begins, with the span underlined, as a finding shows it in a terminal."""

from __future__ import annotations

import re
import unicodedata

from parrules.spans.source import Span

TAB = "    "
LONGEST_LINE = 160
"""Characters of a line that are shown; of a longer one the part around the span."""

_CUT = "…"
# Written out, these would move the cursor, end the line or turn the reading direction of a terminal.
_UNSHOWABLE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def width(text: str) -> int:
    """Count the cells that a terminal gives to ``text``: a combining mark takes none, a wide character two."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if character == "\t":
        return len(TAB)
    if _is_mark(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _is_mark(character: str) -> bool:
    """Whether a character is drawn on the one before it, or not at all."""
    return unicodedata.combining(character) > 0 or unicodedata.category(character) in ("Cf", "Mn", "Me")


def render_snippet(span: Span, note: str = "", *, indent: str = "  ") -> str:
    """Draw the line where ``span`` begins with carets under the span, and ``note`` beside the carets.

    Returns: two lines of text, without a final line break; a very long line is cut around the span.
    """
    place = span.place
    line = _UNSHOWABLE.sub("\ufffd", span.source.line(place.line))
    start = min(place.column - 1, len(line))
    end = min(len(line), start + max(1, span.end - span.start))
    # Carets stand under whole letters: a mark belongs to the letter before it.
    while 0 < start < len(line) and _is_mark(line[start]):
        start -= 1
    while end < len(line) and _is_mark(line[end]):
        end += 1
    line, start, end = _cut(line, start, end)
    carets = "^" * max(1, width(line[start:end]))
    number = f"{place.line:>4}"
    lead = " " * width(line[:start])
    shown = line.replace("\t", TAB).rstrip()
    return f"{indent}{number} | {shown}".rstrip() + f"\n{indent}{' ' * len(number)} | {lead}{carets} {note}".rstrip()


def _cut(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Cut a long line to the part around the span, and say where the span stands in it."""
    if len(line) <= LONGEST_LINE:
        return line, start, end
    first = min(max(0, start - LONGEST_LINE // 2), len(line) - LONGEST_LINE)
    while 0 < first < start and _is_mark(line[first]):
        first += 1
    last = first + LONGEST_LINE
    before, behind = _CUT if first else "", _CUT if last < len(line) else ""
    shift = len(before) - first
    return before + line[first:last] + behind, start + shift, min(end, last) + shift
