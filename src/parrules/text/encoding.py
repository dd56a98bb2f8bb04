"""Text in an old Vietnamese font encoding (TCVN3, VNI), which looks like accented Latin letters until it is converted."""

from __future__ import annotations

import re

from parrules.diagnostics import Findings
from parrules.spans import Source

# Letters that neither Vietnamese nor English uses, but that these encodings make of Vietnamese text.
_FOREIGN = "µ¸¶¹¨ª¬®¦ßäåæçëñöîïøûüþÞÖÑÊËÏÜÛØÆÇÅÄ"
_WORD = re.compile(rf"[A-Za-zÀ-ÿ]*[{_FOREIGN}][A-Za-zÀ-ÿµ¸¶¹¨ª¬®¦]*")

LEAST = 3
"""Words that must look so before the text is refused: a foreign name may have one such letter."""


def check_encoding(source: Source, findings: Findings) -> bool:
    """Refuse text in TCVN3 or VNI with one finding at its first word (PAR115).

    Returns: whether the text is Unicode Vietnamese, as far as can be seen.
    """
    if source.text.isascii():
        return True
    found = []
    for word in _WORD.finditer(source.text):
        if len(word[0]) > 1 and not _is_vietnamese(word[0]):
            found.append(word)
            if len(found) == LEAST:
                first = found[0]
                findings.add("PAR115", source.span(first.start(), first.end()), help="PAR115.help", word=first[0])
                return False
    return True


def _is_vietnamese(word: str) -> bool:
    """Ê is Vietnamese; the other letters of the list are not."""
    return not any(letter in word for letter in _FOREIGN if letter not in "Ê")
