"""Text that was changed on its way (unescaped, dedented, normalised) and still knows where its characters stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parrules.spans.source import Source, Span


@dataclass(frozen=True, slots=True, eq=False)
class MappedText:
    """A text and, for each of its characters, the offset in the source that the character came from.

    ``origins`` has one entry more than ``text``: the last is where the text ends in the source. They never go back.
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
        return Span(self.source, first, max(first, self._behind(end - 1)))

    def _behind(self, index: int) -> int:
        """Say where the writing of one character ends: an escape like ``\\u1ec7`` has six characters in the file."""
        here, following = self.origins[index], self.origins[index + 1]
        written = self.source.text[here:following]
        return following if written and not any(character.isspace() for character in written) else here + 1
