"""Words of the rule language for findings: what to write in a rule stands in the language of its file."""

from __future__ import annotations

import re
from typing import Any

from parrules.language.lexicon import function_named, written
from parrules.messages import Words
from parrules.messages.catalogue import TEXTS

_HOLE = re.compile(r"\{(\w+)\}")

_TERMINALS = {
    "when": "WHEN", "otherwise": "OTHERWISE", "let": "LET", "start": "START_FROM", "award": "AWARD", "zero": "ZERO",
    "per": "PER", "full": "EVERY_FULL", "of": "OF", "is_": "IS", "yes": "YES", "no": "NO", "maximum_": "MAXIMUM",
    "points_": "POINT_UNIT", "days": "DAY_UNIT", "from_": "FROM", "up": "UP", "under": "UNDER", "above": "ABOVE",
    "to": "TO", "to_under": "TO_UNDER",
}  # fmt: skip
_FUNCTIONS = {"points_of": "points", "round_": "round"}
_OTHERS = {
    "missing": ("thiếu …", "… is missing"),
    "none": ("không có …", "… is none"),
    "half": ("0,5 điểm", "0.5 points"),
    "nought": ("0 điểm", "0 points"),
    "quarter": ("0,25", "0.25"),
    "sep": (";", ","),
}


def rule_words(language: str, *messages: str | None) -> dict[str, Any]:
    """Give the words that some texts of the catalogue have holes for.

    Args:
        language: The language of the file.
        messages: Ids of a message and of its mend.

    """
    holes = {hole for message in messages if message for hole in _HOLE.findall(TEXTS[message][0] + TEXTS[message][1])}
    found = {name: written(terminal, language) for name, terminal in _TERMINALS.items() if name in holes}
    found.update({name: function_named(key).written(language) for name, key in _FUNCTIONS.items() if name in holes})
    found.update({name: texts[0 if language == "vi" else 1] for name, texts in _OTHERS.items() if name in holes})
    return {name: Words(text) for name, text in found.items()}
