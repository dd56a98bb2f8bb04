"""The rules of a criteria file, read where they stand in it."""

from __future__ import annotations

from parrules.diagnostics import Findings
from parrules.language import read_rule
from parrules.language.syntax import Rule
from parrules.messages import LANGUAGES
from parrules.spans import Span
from parrules.text import Mapping, Node, Scalar, Sequence, Style


def read_rules(node: Node, language: str, findings: Findings) -> None:
    """Read every rule of a file for its own faults only."""
    match node:
        case Mapping():
            for key, value in node:
                if key.value == "rule" and isinstance(value, Scalar) and value.value and language in LANGUAGES:
                    read_rule_of(value, language, findings)
                else:
                    read_rules(value, language, findings)
        case Sequence(items=items):
            for item in items:
                read_rules(item, language, findings)
        case Scalar():
            pass


def read_rule_of(node: Scalar, language: str, findings: Findings) -> Rule | None:
    """Read a rule; where YAML has joined its lines into one, say that instead of what is wrong with the one line."""
    own = Findings()
    rule = read_rule(node.mapped(), language, own)
    if own.errors and node.style is not Style.LITERAL and "\n" in node.span.text:
        first = node.span.text.partition("\n")[0].rstrip()
        span = Span(node.span.source, node.span.start, node.span.start + len(first))
        findings.add("PAR102.rule", span, help="PAR102.rule.help")
    else:
        findings.take(own)
    return rule
