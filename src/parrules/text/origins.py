"""Where each character of a scalar stands in its file.

A scalar's text differs from what the file shows by indentation, folded lines, escapes and doubled quotes only, so that
its visible characters stand in the file in the same order; a blank that folding made is placed at the first blank of
the break.
"""

from __future__ import annotations

import re

from parrules.spans import Source, Span

_PAIR = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = re.compile(
    rf"{_PAIR}|\\x[0-9a-fA-F]{{2}}|\\u[0-9a-fA-F]{{4}}|\\U[0-9a-fA-F]{{8}}|\\(?P<fold>\r\n|\r|\n)[ \t]*|\\.", re.DOTALL
)


def flow_origins(text: str, source: Source, start: int, end: int, *, quote: str = "") -> list[int]:
    """Map a plain, folded or quoted text.

    Args:
        text: The scalar's text.
        source: The file.
        start: Where the writing begins, behind the quotation mark or the header of a folded block.
        end: Where it ends, before the closing mark.
        quote: The mark it is quoted with, empty where there is none.

    Returns: an offset for each character of ``text`` and one for its end.
    """
    walk = _Walk(source.text, start, end, quote)
    origins = [walk.to(character) for character in text]
    origins.append(min(walk.position, end) if text else start)
    return origins


class _Walk:
    """A position in the file that moves on from one character of the text to the next."""

    def __init__(self, written: str, start: int, end: int, quote: str) -> None:
        self.written, self.position, self.end, self.quote = written, start, end, quote

    def to(self, character: str) -> int:
        """Find ``character``, step behind it and give where it stood."""
        while self.position < self.end:
            here = self.written[self.position]
            width = 1
            if self.quote == '"' and here == "\\":
                escape = _ESCAPE.match(self.written, self.position, self.end)
                width = escape.end() - self.position if escape else 1
                if escape and escape["fold"]:
                    self.position += width
                    continue
                return self._step(width)
            if here == character:
                return self._step(2 if self.quote == here == "'" else 1)
            if character.isspace():
                # A break of lines that became a blank, or blank lines that became a break.
                return self._step(1 if here.isspace() else 0)
            self.position += 1
        return self.end

    def _step(self, width: int) -> int:
        here = self.position
        self.position += width
        return here


def literal_origins(text: str, span: Span) -> list[int]:
    """Map the text of a literal block (``|``), whose lines stand in the file as they are, behind an indentation."""
    source = span.source
    number = span.place.line
    indent: int | None = None
    origins: list[int] = []
    for line in text.split("\n"):
        number += 1
        if number > source.line_count:
            break
        start, written = source.offset(number), source.line(number)
        if indent is None and line:
            # The first line with text shows the indentation of the whole block.
            indent = len(written) - len(line)
        first = start + (min(indent or 0, len(written)) if line else len(written))
        origins.extend(range(first, first + len(line) + 1))
    return _ended(origins, text, span)


def _ended(origins: list[int], text: str, span: Span) -> list[int]:
    """Let a text that ends in line breaks end with its last line, not somewhere in the line behind it."""
    if not text:
        return [span.end]
    known = origins[: len(text)] + [span.end] * max(0, len(text) - len(origins))
    visible = len(text.rstrip("\n"))
    last = known[visible - 1] + 1 if visible else span.end
    return [*known, max(last, known[-1])]
