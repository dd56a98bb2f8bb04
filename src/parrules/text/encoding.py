"""What characters a file may hold: no control characters, and no text in an old Vietnamese font encoding (TCVN3, VNI).

Such text looks like accented Latin letters until it is converted: ``C«ng t¸c chØ ®¹o`` is *Công tác chỉ đạo* in TCVN3,
``Coâng taùc chæ ñaïo`` in VNI.
"""

from __future__ import annotations

import re

from parrules.diagnostics import Findings
from parrules.spans import Source
from parrules.text.node import short

BYTE_ORDER_MARK = "\ufeff"

# Control characters, line ends that only some programs see, marks that turn the reading direction (so that a file shows
# something else than it holds), a byte order mark inside a text, halves of surrogate pairs, and no characters at all.
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def find_odd_character(text: str, start: int = 0) -> int | None:
    """Give the offset of the first character that no file may hold, nothing where there is none."""
    found = _ODD.search(text, start)
    return found.start() if found else None


def character_name(character: str) -> str:
    """Name a character that cannot be shown: ``U+0007``."""
    return f"U+{ord(character):04X}"


def check_characters(source: Source, findings: Findings) -> bool:
    """Refuse a text with characters that no file may hold, with one finding at the first (PAR116).

    A byte order mark at the very beginning is passed over.

    Returns: whether every character may stand.
    """
    at = find_odd_character(source.text, start_of(source))
    if at is None:
        return True
    findings.add("PAR116", source.span(at, at + 1), help="PAR116.help", character=character_name(source.text[at]))
    return False


def start_of(source: Source) -> int:
    """Say where the text begins: behind a byte order mark, if it has one."""
    return 1 if source.text.startswith(BYTE_ORDER_MARK) else 0


LEAST = 3
"""Words that must look so before a text is refused: a foreign name or a trade mark may have one such letter."""

_ONLY_VIETNAMESE = "ĂăĐđĨĩŨũƠơƯưẠ-ỹ"
_VIETNAMESE = re.compile(f"[{_ONLY_VIETNAMESE}]")
_SIGNS = "¡-¬®-¿"  # The soft hyphen between them stands in many a copied text.
_WORD = re.compile(f"[A-Za-zÀ-ÿ{_SIGNS}{_ONLY_VIETNAMESE}]+")

# TCVN3 puts signs where Vietnamese letters were (® is đ, ¸ is á, µ is à): no language writes them between two letters.
_SIGN_IN_WORD = re.compile(f"[A-Za-zÀ-ÿ][{_SIGNS}]+[A-Za-zÀ-ÿ]|[®¦][{_SIGNS}A-Za-zÀ-ÿ]")

# VNI writes a letter and its tone as two (aø is à, oä is ộ) and đ as ñ; other languages have a few such pairs too.
_VNI_PAIR = re.compile("^ñ|[aeo][øåä]|[aeouyöô][øûï]|a[üë]|[æî]$", re.IGNORECASE)

_ONE_IN = 10
"""One word in so many has such a pair where a text is in VNI; one that names foreign places has far fewer."""


def check_encoding(source: Source, findings: Findings) -> bool:
    """Refuse text in TCVN3 or VNI with one finding at its first word (PAR115).

    Returns: whether the text is Unicode Vietnamese, as far as can be seen.
    """
    found = find_old_encoding(source.text)
    if found is None:
        return True
    start, end = found
    findings.add("PAR115", source.span(start, end), help="PAR115.help", word=short(source.text[start:end]))
    return False


def find_old_encoding(text: str) -> tuple[int, int] | None:
    """Give the place of the first word in TCVN3 or VNI, nothing where the text has too few to be sure."""
    if text.isascii():
        return None
    certain: list[tuple[int, int]] = []
    likely: list[tuple[int, int]] = []
    words = vietnamese = 0
    for word in _WORD.finditer(text):
        words += 1
        if word[0].isascii():
            continue
        if _SIGN_IN_WORD.search(word[0]):
            certain.append(word.span())
        elif _VIETNAMESE.search(word[0]):
            vietnamese += 1
        elif _VNI_PAIR.search(word[0]):
            likely.append(word.span())
    if len(certain) >= LEAST:
        return certain[0]
    if len(likely) >= LEAST and len(likely) > vietnamese and len(likely) * _ONE_IN > words:
        return likely[0]
    return None
