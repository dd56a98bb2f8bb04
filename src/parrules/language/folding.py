"""Which spellings are one word: letter case, place of the tone mark, i and y, Ð and Đ."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # huyền, sắc, ngã, hỏi, nặng
_CONSONANTS = "bcdđghklmnpqrstvx"
_OPEN_Y = re.compile(rf"(?<![a-zà-ỹđ])([{_CONSONANTS}]*)y(?![a-zà-ỹđ])")
_QUY = re.compile(r"(?<![a-zà-ỹđ])quy(?![a-zà-ỹđ])")
_SYLLABLE = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Give the key under which a name is looked up: ``hoá`` and ``hóa``, ``tỉ_lệ`` and ``tỷ_lệ`` have the same one.

    The tone mark moves to the end of its syllable; an y that is the only vowel of its syllable counts as i (``quý`` and
    ``quí`` too).
    """
    lowered = unicodedata.normalize("NFC", text).replace("Ð", "đ").lower().replace("ð", "đ")
    return _SYLLABLE.sub(lambda syllable: _fold_syllable(syllable[0]), lowered)


def _fold_syllable(syllable: str) -> str:
    if syllable.isascii():
        return _QUY.sub("qui", syllable) if syllable == "quy" else syllable
    tones: list[str] = []
    rest: list[str] = []
    for character in unicodedata.normalize("NFD", syllable):
        (tones if character in _TONES else rest).append(character)
    bare = unicodedata.normalize("NFC", "".join(rest))
    bare = _OPEN_Y.sub(r"\1i", bare)
    bare = _QUY.sub("qui", bare)
    return bare + "".join(tones)
