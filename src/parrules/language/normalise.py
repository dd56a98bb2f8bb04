"""Rule text in one Unicode form: NFC, Ð as Đ; each character still knows its place in the file."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from parrules.spans import MappedText, Span

_ETH = {"Ð": "Đ", "ð": "đ"}


@dataclass(frozen=True, slots=True, eq=False)
class NormalisedText(MappedText):
    """A text some of whose characters stand for several of the source; ``ends`` says where the last of them ends."""

    ends: Sequence[int] = ()

    def span(self, start: int, end: int) -> Span:
        """Give the place in the file of the characters from ``start`` up to ``end``, their marks included."""
        size = len(self.text)
        start = max(0, min(start, size))
        end = max(start, min(end, size))
        first = self.origins[start]
        return Span(self.source, first, first if end == start else max(first, self.ends[end - 1]))


def normalise(text: MappedText) -> MappedText:
    """Give the same text in NFC (*Unicode dựng sẵn*), with Đ for the Icelandic Ð that old fonts leave behind."""
    raw = text.text
    if raw.isascii() or (unicodedata.is_normalized("NFC", raw) and not any(eth in raw for eth in _ETH)):
        return text
    characters: list[str] = []
    origins: list[int] = []
    ends: list[int] = []
    start = 0
    while start < len(raw):
        end = start + 1
        while end < len(raw) and unicodedata.combining(raw[end]):
            end += 1
        cluster = unicodedata.normalize("NFC", raw[start:end])
        for index, character in enumerate(cluster):
            characters.append(_ETH.get(character, character))
            # A mark that found no place in its letter keeps a place of its own.
            origins.append(text.origins[start if index == 0 else min(start + index, end - 1)])
            ends.append(text.origins[end - 1] + 1)
        start = end
    origins.append(text.origins[len(raw)])
    return NormalisedText("".join(characters), text.source, origins, ends)
