"""Did you mean: the closest of known names to what was written, Vietnamese marks and typing habits considered."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches


def without_marks(text: str) -> str:
    """Drop every mark of Vietnamese letters and the case: ``Điểm`` becomes ``diem``."""
    lowered = text.lower().replace("đ", "d").replace("ð", "d")
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


def closest(written: str, known: Iterable[str]) -> str | None:
    """Give the known name that ``written`` was most likely meant to be, nothing where none is close.

    A name that differs in its marks alone comes first.
    """
    names = list(dict.fromkeys(known))
    bare = without_marks(written)
    by_bare: dict[str, str] = {}
    for name in names:
        by_bare.setdefault(without_marks(name), name)
    if bare in by_bare:
        return by_bare[bare]
    joined = {key.replace("_", "").replace(" ", "").replace("-", ""): name for key, name in by_bare.items()}
    if (squeezed := bare.replace("_", "").replace(" ", "").replace("-", "")) in joined:
        return joined[squeezed]
    matches = get_close_matches(bare, list(by_bare), n=1, cutoff=0.7)
    return by_bare[matches[0]] if matches else None
