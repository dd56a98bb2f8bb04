"""The lines of a file around a span, with the span underlined, as a finding shows them in a terminal."""

from __future__ import annotations

import unicodedata

from parrules.spans.source import Span

TAB = "    "
LONGEST_LINE = 160


def width(text: str) -> int:
    """Count the cells that a terminal gives to ``text``: a combining mark takes none, a wide character two."""
    cells = 0
    for character in text:
        if character == "\t":
            cells += len(TAB)
        elif unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
            continue
        else:
            cells += 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
    return cells


def render_snippet(span: Span, note: str = "", *, indent: str = "  ") -> str:
    """Draw the line where ``span`` begins with carets under the span, and ``note`` beside the carets.

    Returns: two lines of text, without a final line break; a very long line is cut around the span.
    """
    place = span.place
    line = span.source.line(place.line)
    start = place.column - 1
    end = min(len(line), start + max(1, span.end - span.start))
    if len(line) > LONGEST_LINE:
        cut = max(0, start - LONGEST_LINE // 2)
        line = line[cut : cut + LONGEST_LINE]
        start, end = start - cut, min(end - cut, len(line))
    carets = "^" * max(1, width(line[start:end]))
    number = f"{place.line:>4}"
    shown = line.replace("\t", TAB)
    lead = " " * width(line[:start])
    return f"{indent}{number} | {shown}\n{indent}{' ' * len(number)} | {lead}{carets} {note}".rstrip()
