"""Rule text becomes the tree as written, or findings in the reader's words; the only road from text to rules.

Each logical line is parsed by itself, so that one slip hides no other and its finding stays on its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from lark import Lark, UnexpectedInput, UnexpectedToken
from lark import Token as LarkToken
from lark.lexer import Lexer

from parrules.diagnostics import Findings
from parrules.language.build import build_line
from parrules.language.lexer import lex
from parrules.language.lexicon import STATEMENTS, written
from parrules.language.mistakes import Stop, diagnose
from parrules.language.normalise import normalise
from parrules.language.syntax import Line, Rule
from parrules.language.tokens import LONGEST_RULE, LogicalLine, Mistake
from parrules.spans import MappedText


class _ReadyTokens(Lexer):
    """Hands our tokens to Lark; the value of each is the pair of its index and the token."""

    def __init__(self, _configuration: object) -> None:
        pass

    def lex(self, data: Any) -> Iterator[LarkToken]:  # type: ignore[override]  # our input is a line of tokens, not text
        for index, token in enumerate(data):
            yield LarkToken(token.terminal, (index, token))


@lru_cache(maxsize=1)
def parser() -> Lark:
    """Give the parser of the grammar, built once."""
    grammar = (Path(__file__).parent / "grammar.lark").read_text(encoding="utf-8")
    # Strict: a conflict in the grammar is an error, not settled silently.
    return Lark(
        grammar, parser="lalr", lexer=_ReadyTokens, start=["line", "lone"], maybe_placeholders=True, strict=True
    )


def parse(text: MappedText, language: str, findings: Findings) -> Rule | None:
    """Read a whole rule; see `read_rule`.

    Returns: the rule, or nothing where a finding was an error.
    """
    rule = read_rule(text, language, findings)
    return rule if rule is not None and rule.is_complete else None


def read_rule(text: MappedText, language: str, findings: Findings) -> Rule | None:
    """Read as much of a rule as can be read.

    Args:
        text: The rule as it stands in its file.
        language: ``vi`` or ``en``.
        findings: Receives what is wrong (codes PAR201 to PAR211), each on the line concerned.

    Returns: the rule, without the lines that could not be read; nothing where none could.
    """
    if len(text.text) > LONGEST_RULE:
        first_line = text.text.find("\n", 0, 200)
        place = text.span(0, first_line if first_line > 0 else 1)
        findings.add("PAR208", place, help="PAR208.help", let=written("LET", language))
        return None
    text = normalise(text)
    before = len(findings.errors)
    lexed = lex(text.text, language)
    for mistake in lexed.mistakes:
        _note(mistake, text, findings)
    lines: list[Line] = []
    unread: set[str] = set()
    alone = len(lexed.lines) == 1
    for line in lexed.lines:
        for mistake in line.mistakes:
            _note(mistake, text, findings)
        if not line.mistakes and (built := _parse_line(line, text, language, findings, alone=alone)):
            lines.append(built)
        else:
            unread |= _names_given(line)
    if not lexed.lines and not lexed.mistakes:
        findings.add("PAR201.empty", text.span(0, len(text.text)), help="PAR201.empty.help")
    if not lines:
        return None
    return Rule(
        lines=tuple(lines),
        is_complete=len(findings.errors) == before,
        unread_names=frozenset(unread),
        closing_comments=tuple(_without_edges(lexed.closing_comments)),
        span=text.span(lexed.lines[0].start, lexed.lines[-1].end),
    )


def _names_given(line: LogicalLine) -> set[str]:
    """Give the names before an equals sign, which the line may have meant to give."""
    return {one.text for one, sign in pairwise(line.tokens) if one.terminal == "NAME" and sign.terminal == "EQUALS"}


def _without_edges(comments: list[str]) -> list[str]:
    while comments and comments[-1] == "":
        comments = comments[:-1]
    return comments


def _parse_line(line: LogicalLine, text: MappedText, language: str, findings: Findings, *, alone: bool) -> Line | None:
    # An expression has no colon; with one, the line is one of a scale whose first word is missing or misspelt.
    alone = (
        alone and line.tokens[0].terminal not in STATEMENTS and all(token.terminal != "COLON" for token in line.tokens)
    )
    try:
        built = build_line(parser().parse(line.tokens, start="lone" if alone else "line"), line, text)
    except UnexpectedInput as error:
        index = len(line.tokens)
        if isinstance(error, UnexpectedToken) and isinstance(error.token.value, tuple):
            index = error.token.value[0]
        accepted = frozenset(getattr(error, "accepts", None) or getattr(error, "expected", None) or ())
        built = diagnose(Stop(line.tokens, index, accepted, language))
    if isinstance(built, Mistake):
        _note(built, text, findings)
        return None
    return built


def _note(mistake: Mistake, text: MappedText, findings: Findings) -> None:
    told: dict[str, Any] = dict(mistake.arguments)
    findings.add(mistake.message, text.span(mistake.start, mistake.end), help=mistake.help, **told)
