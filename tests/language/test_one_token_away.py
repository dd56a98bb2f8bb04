"""One token away from every shipped rule: it still is a rule, or a finding on that line says what to mend."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pages import rules_that_are_read
from shipped import shipped_rules

from parrules.diagnostics import Finding, Findings
from parrules.language import parse
from parrules.language.from_text import parser
from parrules.language.lexer import lex
from parrules.language.tokens import LogicalLine
from parrules.messages import tell
from parrules.spans import MappedText, Source

REPLACEMENTS = {
    "vi": ("when", "của", "từ", "số_lạ", "7", "95%", "×", "(", ")", ":", '"chữ"', ";", "="),
    "en": ("nếu", "of", "from", "odd_name", "7", "95%", "×", "(", ")", ":", '"text"', ",", "="),
}
"""Words of either language, an unknown name, a figure, a percent, signs, parentheses, a colon, a text."""


def _shape(line: LogicalLine) -> str:
    """Give what makes two lines alike: their kinds of tokens."""
    return " ".join(token.terminal for token in line.tokens)


@lru_cache(maxsize=1)
def lines_of_each_shape() -> dict[tuple[str, str, str], tuple[str, int]]:
    """Give one rule for each (language, shape, place) of a line: the rule's text and the line's number.

    The rules of the pages beside this file add kinds of lines that no shipped set has yet.
    """
    found: dict[tuple[str, str, str], tuple[str, int]] = {}
    for text, language in [*shipped_rules().values(), *rules_that_are_read()]:
        lines = lex(text, language).lines
        for number, line in enumerate(lines):
            where = "alone" if len(lines) == 1 else "last" if number == len(lines) - 1 else "inside"
            found.setdefault((language, _shape(line), where), (text, number))
    return found


def changed_texts(text: str, line: LogicalLine, language: str) -> Iterator[tuple[str, str]]:
    """Give every text that is one token away in a line, with a word on what was done."""
    places = [(token.start, token.end) for token in line.tokens]
    for number, (start, end) in enumerate(places):
        here = text[start:end]
        yield f"without {here}", text[:start] + text[end:]
        yield f"{here} twice", text[:end] + " " + here + text[end:]
        for other in REPLACEMENTS[language]:
            yield f"{other} for {here}", text[:start] + f" {other} " + text[end:]
        if number + 1 < len(places):
            next_start, next_end = places[number + 1]
            behind = text[next_start:next_end]
            yield f"{here} and {behind} swapped", text[:start] + f" {behind} {here} " + text[next_end:]


def findings_of(text: str, language: str) -> list[Finding]:
    """Parse a rule and give its errors."""
    findings = Findings()
    rule = parse(MappedText.whole(Source("rule", text)), language, findings)
    assert (rule is None) == bool(findings.errors), f"neither a rule nor an error, or both: {text!r}"
    return findings.errors


@lru_cache(maxsize=1)
def forbidden_words() -> re.Pattern[str]:
    """Give the words that no reader knows: terminals of the grammar, and what parsers and Python speak of."""
    terminals = {terminal.name for terminal in parser().terminals} | {"$END"}
    return re.compile(
        r"(?<!\w)("
        + "|".join(map(re.escape, terminals))
        + r"|None|Token|token|Lark|Unexpected\w*|terminal|parser?)(?!\w)"
    )


def complaint(finding: Finding, lines: range, source: Source) -> str:
    """Say what is wrong with a finding, nothing where it is well."""
    assert finding.span is not None
    if finding.span.place.line not in lines:
        return f"stands on line {finding.span.place.line}, not in {lines}"
    if finding.help is None:
        return "has no help"
    for language in ("vi", "en"):
        for told in (tell(finding.message, language), tell(finding.help, language)):
            # What stands in backticks are the reader's own words and those to write.
            plain = re.sub(r"`[^`]*`", "", told)
            if forbidden_words().search(plain) or re.search(r"\b[A-Z]{2,}_[A-Z_]+\b", told):
                return f"speaks of the grammar: {told}"
            if "``" in told or "{" in plain:
                return f"has an empty place: {told}"
    return ""


@pytest.mark.slow
@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_text_one_token_away_is_a_rule_or_gets_a_plain_finding_on_its_line(language: str) -> None:
    complaints: list[str] = []
    for (rule_language, _, _), (text, number) in lines_of_each_shape().items():
        if rule_language != language:
            continue
        line = lex(text, language).lines[number]
        source = Source("rule", text)
        first, last = source.place(line.start).line, source.place(line.end).line
        for what, changed in changed_texts(text, line, language):
            for finding in findings_of(changed, language):
                if said := complaint(finding, range(first, last + 1), source):
                    complaints.append(f"{what} in {text[line.start : line.end]!r}: {said}")
    assert not complaints, f"{len(complaints)} findings, among them:\n" + "\n".join(complaints[:20])


def test_the_shipped_rules_themselves_have_no_findings() -> None:
    for place, (text, language) in shipped_rules().items():
        assert not findings_of(text, language), place
