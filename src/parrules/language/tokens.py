"""The pieces of a rule: tokens with their place, grouped in logical lines; made by the lexer, eaten by the grammar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parrules.messages import Argument

LONGEST_RULE = 60_000
"""Characters of a rule; the longest of a real table has about two thousand."""

LONGEST_LINE = 400
"""Tokens of one line."""

MOST_LINES = 400
"""Lines of one rule."""

DEEPEST = 100
"""Parentheses and prefixes (`not`, minus) that may stand inside one another."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word, figure or mark: the terminal it is for the grammar, its text, its value and its place in the rule."""

    terminal: str
    text: str
    value: object
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is written with letters, quoted texts excepted."""
        return self.text[:1].isalpha() or self.text[:1] == "_"


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in a rule that is not right, before it is tied to a file: ids of message and help, place, arguments."""

    message: str
    start: int
    end: int
    help: str | None = None
    arguments: Mapping[str, Argument | str] = field(default_factory=dict)


@dataclass(slots=True)
class LogicalLine:
    """A line of a rule; one that goes on after an open parenthesis or `and` is still one line.

    ``breaks`` holds, for the index of a joint (an operator or separator), the comments where the text breaks after it.
    """

    tokens: list[Token] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)  #: Comment lines above; an empty text is a blank line.
    trailing: str | None = None
    breaks: dict[int, tuple[str, ...]] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Lexed:
    """A whole rule in logical lines, with the comments that stand after the last."""

    lines: list[LogicalLine]
    closing_comments: list[str]
    mistakes: list[Mistake]


OPERAND_ENDS = frozenset(
    {
        "NUMBER", "PERCENT", "NAME", "MAXIMUM", "DATE", "RPAR", "POINT_UNIT", "DAY_UNIT", "WORKING_DAY_UNIT", "DIGITS",
        "TEXT", "SUM_OF_PARTS", "MEAN_OF_PARTS", "HIGHEST_PART", "LOWEST_PART", "YES", "NO", "PERIOD",
        "OF_PREVIOUS_YEAR",
    }
)  # fmt: skip
"""Terminals that end something with a value: after them an operator may come, and `up` is a word of the language."""

JOINTS = frozenset({"AND", "OR", "PLUS", "MINUS", "TIMES", "DIVIDE", "SEP"})
"""Terminals after which the formatter keeps a line break."""


def shown(text: str, most: int = 50) -> str:
    """Give a stretch of rule text for a message: on one line, and not too long."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
