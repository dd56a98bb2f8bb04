"""Text that was changed on its way (unescaped, dedented, normalised) and still knows where in the file each character stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parrules.spans.source import Source, Span


@dataclass(frozen=True, slots=True, eq=False)
class MappedText:
    """A text and, for each of its characters, the offset in the source that the character came from.

    ``origins`` has one entry more than ``text``: the last is where the text ends in the source.
    """

    text: str
    source: Source
    origins: Sequence[int]

    @classmethod
    def whole(cls, source: Source) -> MappedText:
        """Map a source onto itself."""
        return cls(source.text, source, range(len(source.text) + 1))

    def span(self, start: int, end: int) -> Span:
        """Give the place in the file of the characters from ``start`` up to, not including, ``end``."""
        size = len(self.text)
        start = max(0, min(start, size))
        end = max(start, min(end, size))
        first = self.origins[start]
        if end == start:
            return Span(self.source, first, first)
        return Span(self.source, first, max(first, self.origins[end - 1] + 1))
