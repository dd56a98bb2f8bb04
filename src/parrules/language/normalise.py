"""Rule text in one Unicode form: NFC, Ð as Đ; each character still knows its place in the file."""

from __future__ import annotations

import unicodedata

from parrules.spans import MappedText

_ETH = {"Ð": "Đ", "ð": "đ"}


def normalise(text: MappedText) -> MappedText:
    """Give the same text in NFC (*Unicode dựng sẵn*), with Đ for the Icelandic Ð that old fonts leave behind."""
    raw = text.text
    if raw.isascii() or (unicodedata.is_normalized("NFC", raw) and not any(eth in raw for eth in _ETH)):
        return text
    characters: list[str] = []
    origins: list[int] = []
    start = 0
    while start < len(raw):
        end = start + 1
        while end < len(raw) and unicodedata.combining(raw[end]):
            end += 1
        cluster = unicodedata.normalize("NFC", raw[start:end])
        for index, character in enumerate(cluster):
            characters.append(_ETH.get(character, character))
            # The last character of a cluster stands for its marks too, so that carets cover them.
            origins.append(text.origins[start if index < len(cluster) - 1 or index == 0 else end - 1])
        start = end
    origins.append(text.origins[len(raw)])
    return MappedText("".join(characters), text.source, origins)
