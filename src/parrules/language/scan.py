"""Rule text cut into raw pieces, and what can be read at a place of them: words of several words, the end of a line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from parrules.language.folding import fold
from parrules.language.lexicon import WORDS, Where, Word

LONGEST_PHRASE = 12
"""Raw pieces that a word of several words may have; a date with its year has the most."""

# Letters as the schema of criteria files lists them for names: `\w` would take ½ and ² too.
_LETTERS = r"_A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u3040-\ud7ff"

_RAW = re.compile(
    rf"""
    (?P<blank>[ \t\r\v\f\u0085\u00a0\u00ad\u2000-\u200f\u2028\u2029\u202f\u2060\u3000\ufeff]+)
  | (?P<comment>\#[^\n]*)
  | (?P<newline>\n)
  | (?P<text>"(?:[^"“”«»\n]|“[^"“”\n]*”|«[^"«»\n]*»)*["”»]|"[^"\n]*"
            |[“„](?:[^"“”«»\n]|«[^"“”«»\n]*»)*["”“]|«(?:[^"“”«»\n]|“[^"“”«»\n]*”)*[»"])
  | (?P<single>'[^'"\n]*'|‘[^’"\n]*’)
  | (?P<iso>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![0-9]))
  | (?P<number>[0-9]+(?:[.,][0-9]+)*)
  | (?P<word>[{_LETTERS}][{_LETTERS}0-9]*)
  | (?P<mark>=>|=<|==|<=|>=|!=|<>|->|&&|\|\||\.\.\.|[-=<>≤≥≠+−–—‑‐×*·/÷():;,.%&|!\[\]{{}}~…→])
  | (?P<odd>.)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Raw:
    """A piece of the text: blank, comment, newline, text, number, word, mark or something odd."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word of the language found in the text: its row, the raw position behind it, the offset of its end."""

    word: Word
    behind: int
    end: int


@lru_cache(maxsize=2)
def spellings(language: str) -> dict[str, list[tuple[tuple[str, ...], Word]]]:
    """Give the spellings of a language by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Word]]] = defaultdict(list)
    for word in WORDS:
        for spelling in word.forms(language):
            parts = tuple(fold(part) for part in spelling.replace(",", " ,").split())
            table[parts[0]].append((parts, word))
    for entries in table.values():
        # The longest first; where a word is two things, the one that the place before decides.
        entries.sort(key=lambda entry: (-len(entry[0]), entry[1].where is Where.ANYWHERE))
    return dict(table)


class Scanner:
    """The raw pieces of a rule, with ways to look ahead on the same line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.raws = [
            Raw(match.lastgroup or "odd", match[0], match.start(), match.end()) for match in _RAW.finditer(text)
        ]

    def skip_blanks(self, position: int) -> int:
        """Give the position of the next piece that is no blank."""
        while position < len(self.raws) and self.raws[position].kind == "blank":
            position += 1
        return position

    def next(self, position: int) -> Raw | None:
        """Give the next piece that is no blank, from ``position`` on; nothing at the end of the text."""
        position = self.skip_blanks(position)
        return self.raws[position] if position < len(self.raws) else None

    def kind_at(self, position: int) -> str:
        """Say what the next piece that is no blank is; a newline at the end of the text."""
        raw = self.next(position)
        return raw.kind if raw else "newline"

    def text_at(self, position: int) -> str:
        """Give the text of the next piece that is no blank."""
        raw = self.next(position)
        return raw.text if raw else ""

    def ends_line(self, position: int) -> bool:
        """See whether nothing but blanks and a comment follows on the line."""
        return self.kind_at(position) in ("newline", "comment")

    def ahead(self, position: int, most: int = LONGEST_PHRASE) -> list[tuple[str, int, Raw]]:
        """Give what follows on the line up to a quoted text: folded text, the raw position behind, the piece."""
        found: list[tuple[str, int, Raw]] = []
        while position < len(self.raws) and len(found) < most:
            raw = self.raws[position]
            position += 1
            if raw.kind == "blank":
                continue
            if raw.kind in ("newline", "comment", "text", "single"):
                break
            found.append((fold(raw.text), position, raw))
        return found

    def phrase_at(self, position: int, phrases: Iterable[str]) -> tuple[int, int] | None:
        """Find the longest of ``phrases`` at a position; gives the raw position behind and the offset of its end."""
        ahead = self.ahead(position)
        for phrase in sorted(phrases, key=lambda text: -len(text)):
            parts = fold(phrase).split()
            if [text for text, _, _ in ahead[: len(parts)]] == parts:
                _, behind, raw = ahead[len(parts) - 1]
                return behind, raw.end
        return None

    def spelling_at(self, position: int, language: str, fits: Callable[[Word, int], bool]) -> Spelling | None:
        """Find the longest spelling of a language at a position that is a word there.

        Args:
            position: Where to look.
            language: Whose words to look for.
            fits: Says of a row and the position behind its spelling whether it is a word in this place.
        """
        if position >= len(self.raws):
            return None
        entries = spellings(language).get(fold(self.raws[position].text))
        if not entries:
            return None
        ahead = self.ahead(position)
        values = tuple(text for text, _, _ in ahead)
        for parts, word in entries:
            if values[: len(parts)] == parts:
                _, behind, raw = ahead[len(parts) - 1]
                if fits(word, behind):
                    return Spelling(word, behind, raw.end)
        return None
