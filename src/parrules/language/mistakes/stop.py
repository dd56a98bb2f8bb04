"""The place where the grammar stopped in a line, as every recogniser of a slip sees it."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.language.lexicon import written
from parrules.language.tokens import Mistake, Token, shown
from parrules.messages import Argument

CONDITION_STARTS = frozenset({"WHEN", "REQUIRE", "AND", "OR", "NOT"})
RANGE_WORDS = frozenset({"FROM", "ABOVE", "UNDER", "AT_LEAST", "AT_MOST", "TO", "TO_UNDER", "BY", "BEFORE", "AFTER"})
FIGURES = frozenset({"NUMBER", "PERCENT"})
OPERAND_STARTS = frozenset(
    {
        "NUMBER", "PERCENT", "PART", "NAME", "FUNCTION", "LPAR", "DATE", "MAXIMUM", "TEXT", "PERIOD", "YES", "NO",
        "SUM_OF_PARTS", "MEAN_OF_PARTS", "HIGHEST_PART", "LOWEST_PART", "NOT_APPLICABLE", "REDISTRIBUTE",
    }
)  # fmt: skip
NEEDS_VALUE = frozenset({"NUMBER", "NAME", "TEXT", "PERIOD", "YES", "NOT_APPLICABLE"})
"""What the grammar accepts where something with a value, a text or a name must come."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where and why the grammar could not go on.

    ``index`` is the token that it could not use, or the number of tokens where the line ended too early; ``accepted``
    is what it could have used instead; ``language`` that of the rule, whose words the suggestions use.
    """

    tokens: list[Token]
    index: int
    accepted: frozenset[str]
    language: str

    @property
    def token(self) -> Token | None:
        """The token that could not be used, nothing at the end of the line."""
        return self.at(0)

    @property
    def before(self) -> Token | None:
        """The token before it."""
        return self.at(-1)

    @property
    def first(self) -> Token:
        """The first token of the line."""
        return self.tokens[0]

    def at(self, offset: int) -> Token | None:
        """Give the token so many places from the stop."""
        index = self.index + offset
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def is_at(self, offset: int, *terminals: str) -> bool:
        """See whether one of ``terminals`` stands so many places from the stop."""
        token = self.at(offset)
        return token is not None and token.terminal in terminals

    def has(self, terminal: str, *, before: bool = False) -> bool:
        """See whether the line has a token of a kind, anywhere or before the stop."""
        tokens = self.tokens[: self.index] if before else self.tokens
        return any(token.terminal == terminal for token in tokens)

    def word(self, terminal: str) -> str:
        """Give the word for a terminal in the language of the rule."""
        return written(terminal, self.language)

    @property
    def needs_value(self) -> bool:
        """Whether something with a value, a text or a name must come here, and nothing else can."""
        return bool(self.accepted & NEEDS_VALUE) and not self.accepted & {"$END", "PLUS", "COMPARE", "FROM"}


def mistake(
    message: str, help_id: str, first: Token, last: Token | None = None, **arguments: Argument | str
) -> Mistake:
    """Make a mistake at a token, or from one token to another; texts are shortened for the message."""
    told = {name: shown(value) if isinstance(value, str) else value for name, value in arguments.items()}
    return Mistake(message, first.start, (last or first).end, help_id, told)


def write_instead(first: Token, written_: str, last: Token | None = None, *, word: str = "") -> Mistake:
    """Say that something is not understood, and what to write in its place."""
    text = word or (first.text if last is None or last is first else f"{first.text} {last.text}")
    return mistake("PAR202", "PAR202.write", first, last, word=text, written=written_)
