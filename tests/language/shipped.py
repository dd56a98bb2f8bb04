"""Every rule that is shipped, with its language, for the tests that walk through all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from parrules.diagnostics import Findings
from parrules.spans import Source
from parrules.text import Mapping, Node, Scalar, Sequence, parse_yaml

CRITERIA = Path(__file__).resolve().parents[2] / "criteria"


def shipped_rules() -> dict[str, tuple[str, str]]:
    """Give every rule under ``criteria/`` with its language, by its place in the files."""
    rules: dict[str, tuple[str, str]] = {}
    for path in sorted(CRITERIA.glob("*/*.yaml")):
        source = Source(f"{path.parent.name}/{path.stem}", path.read_text(encoding="utf-8"))
        root = parse_yaml(source, Findings())
        assert isinstance(root, Mapping), f"{path} is no YAML mapping"
        language = root.get("language")
        assert isinstance(language, Scalar)
        for rule in _rules_in(root):
            rules[str(rule.span)] = rule.value, language.value
    return rules


def _rules_in(node: Node) -> Iterator[Scalar]:
    match node:
        case Mapping():
            for key, value in node:
                if key.value == "rule" and isinstance(value, Scalar):
                    yield value
                else:
                    yield from _rules_in(value)
        case Sequence():
            for item in node.items:
                yield from _rules_in(item)
