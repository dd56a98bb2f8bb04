"""A file's text with its name, and places in it: made by the readers, used by findings and the sites of a trace."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

# What editors take as the end of a line. Other breaks of Unicode stay inside their line.
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position as an editor shows it: line and column, both counted from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, eq=False)
class Source:
    """The text of one file as it was read.

    ``name`` is what the user typed or would recognise, normally a path. Two sources are equal only as one object.
    """

    name: str
    text: str = field(repr=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in _LINE_BREAK.finditer(self.text))]

    @property
    def line_count(self) -> int:
        """How many lines the text has; an empty text has one."""
        return len(self._line_starts)

    def place(self, offset: int) -> Place:
        """Say in which line and column the character at ``offset`` stands."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1)

    def offset(self, line: int, column: int = 1) -> int:
        """Give the offset of a line and column, both from 1; the opposite of `place`.

        A line or column that is not there becomes the nearest one.
        """
        line = max(1, min(line, self.line_count))
        start = self._line_starts[line - 1]
        return start + max(0, min(column - 1, len(self.line(line))))

    def line(self, number: int) -> str:
        """Give line ``number`` without its line break."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < self.line_count else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def span(self, start: int, end: int) -> Span:
        """Give the span of the characters from ``start`` up to, not including, ``end``."""
        return Span(self, start, max(start, end))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source, from ``start`` up to, not including, ``end``."""

    source: Source
    start: int
    end: int

    @property
    def place(self) -> Place:
        """Where the stretch begins."""
        return self.source.place(self.start)

    @property
    def text(self) -> str:
        """The characters of the stretch as they stand in the file."""
        return self.source.text[self.start : self.end]

    def __str__(self) -> str:
        place = self.place
        return f"{self.source.name}:{place.line}:{place.column}"
