"""The marks of the rule language, and those that people write in their place."""

from __future__ import annotations

from collections.abc import Callable

from parrules.language.lexicon import written

MARKS = {
    "=": "EQUALS", "!=": "COMPARE", "<": "COMPARE", "<=": "COMPARE", ">": "COMPARE", ">=": "COMPARE", "<>": "COMPARE",
    "≤": "COMPARE", "≥": "COMPARE", "≠": "COMPARE", "+": "PLUS", "-": "MINUS", "−": "MINUS", "–": "MINUS", "—": "MINUS",
    "‑": "MINUS", "‐": "MINUS", "×": "TIMES", "*": "TIMES", "·": "TIMES", "/": "DIVIDE", "÷": "DIVIDE", "(": "LPAR",
    ")": "RPAR", ":": "COLON",
}  # fmt: skip
"""Mark → terminal."""

COMPARISONS = {"≤": "<=", "≥": ">=", "≠": "!=", "<>": "!="}
"""Comparisons that have another written form."""


def _as(text: str) -> Callable[[str], str]:
    return lambda _language: text


def _word(terminal: str) -> Callable[[str], str]:
    return lambda language: written(terminal, language)


WRONG_MARKS: dict[str, tuple[str, Callable[[str], str]]] = {
    "=>": ("COMPARE", _as(">=")),
    "=<": ("COMPARE", _as("<=")),
    "==": ("EQUALS", _as("=")),
    "->": ("COLON", _as(":")),
    "→": ("COLON", _as(":")),
    "&": ("AND", _word("AND")),
    "&&": ("AND", _word("AND")),
    "|": ("OR", _word("OR")),
    "||": ("OR", _word("OR")),
    "!": ("NOT", _word("NOT")),
    "[": ("LPAR", _as("(")),
    "{": ("LPAR", _as("(")),
    "]": ("RPAR", _as(")")),
    "}": ("RPAR", _as(")")),
    "~": ("TO", _word("TO")),
}
"""Mark that no rule has → the terminal it is taken for, and what to write in its place in a language."""

FRACTIONS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅛": "1/8"}
"""Fractions in one character."""

OLD_FONT_SIGNS = "µ¸¶¹¨ª¬®¦"
"""Signs that the old encoding TCVN3 has for Vietnamese letters: ``®iÓm``."""


def is_visible(character: str) -> bool:
    """Say whether a reader can see a character, so that a message may show it."""
    return character.isprintable() and not character.isspace()
