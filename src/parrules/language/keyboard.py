"""What was meant when the Vietnamese keyboard was off: Telex (``ddieemr``) and VNI (``d9ie6m3``) read as letters."""

from __future__ import annotations

import re
import unicodedata

from parrules.language.folding import fold

_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_TELEX_SHAPES = {"a": "â", "e": "ê", "o": "ô", "d": "đ"}
_HORNS = {"a": "ă", "o": "ơ", "u": "ư"}
_VNI_SHAPES = {"6": {"a": "â", "e": "ê", "o": "ô"}, "7": {"u": "ư", "o": "ơ"}, "8": {"a": "ă"}, "9": {"d": "đ"}}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_VOWELS = "aeiouyâăêôơư"
_SYLLABLES = re.compile(r"[a-z0-9]+")

LONGEST = 80
"""Characters that are worth decoding; no word of the language has more."""


def keys_meant(text: str) -> set[str]:
    """Give the folded texts that ``text`` may stand for if the keyboard was off; empty where nothing changes."""
    lowered = text.lower()
    if not lowered.isascii() or len(lowered) > LONGEST:
        return set()
    telex = _SYLLABLES.sub(lambda part: _telex(part[0]), lowered)
    vni = _SYLLABLES.sub(lambda part: _vni(part[0]), lowered)
    return {fold(telex), fold(vni)} - {fold(text)}


def _telex(syllable: str) -> str:
    """Read keys in turn: a second a, e, o, d shapes the first, w shapes a, o, u; after a vowel s f r x j are tones."""
    letters: list[str] = []
    tone = ""
    for key in syllable:
        has_vowel = any(letter in _VOWELS for letter in letters)
        if key in _TELEX_TONES and has_vowel:
            tone = _TELEX_TONES[key]
        elif key in _TELEX_SHAPES and key in letters and (key != "d" or letters[0] == "d"):
            letters[letters.index(key)] = _TELEX_SHAPES[key]
        elif key == "w" and (places := _horn_places(letters)):
            for place in places:
                letters[place] = _HORNS[letters[place]]
        else:
            letters.append(key)
    return _with_tone("".join(letters), tone)


def _horn_places(letters: list[str]) -> list[int]:
    """Say which letters a horn or breve goes to: the last that can have one, both of ``uo``."""
    places = [index for index, letter in enumerate(letters) if letter in _HORNS]
    return places[-2:] if "".join(letters[place] for place in places[-2:]) == "uo" else places[-1:]


def _vni(syllable: str) -> str:
    letters: list[str] = []
    tone = ""
    for key in syllable:
        if key in _VNI_TONES and letters:
            tone = _VNI_TONES[key]
        elif key in _VNI_SHAPES and letters:
            shapes = _VNI_SHAPES[key]
            places = [index for index, letter in enumerate(letters) if letter in shapes]
            for place in _horn_places(letters) if key == "7" and "u" in letters else places[-1:]:
                letters[place] = shapes[letters[place]]
        else:
            letters.append(key)
    return _with_tone("".join(letters), tone)


def _with_tone(syllable: str, tone: str) -> str:
    for index, letter in enumerate(syllable):
        if tone and letter in _VOWELS:
            return unicodedata.normalize("NFC", syllable[: index + 1] + tone) + syllable[index + 1 :]
    return syllable
