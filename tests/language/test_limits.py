"""A rule that is too long or too deep ends in one finding at once, and a long one that is allowed costs nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from shipped import shipped_rules

from parrules.diagnostics import Findings
from parrules.language import format_expression, format_rule, parse
from parrules.language import syntax as written
from parrules.language.from_text import parser
from parrules.language.tokens import DEEPEST, LONGEST_LINE, LONGEST_RULE, MOST_LINES
from parrules.spans import MappedText, Source, Span

NOWHERE = Span(Source("nowhere", ""), 0, 0)


def codes_of(text: str, language: str = "en") -> list[str]:
    findings = Findings()
    rule = parse(MappedText.whole(Source("rule", text)), language, findings)
    assert (rule is None) == bool(len(findings))
    return [finding.code for finding in findings]


@contextmanager
def within(seconds: float) -> Iterator[None]:
    start = time.process_time()
    yield
    taken = time.process_time() - start
    assert taken < seconds, f"{taken:.2f} s"


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000 + "a" + ")" * 10_000,
        "(" * 10_000,
        "a + " * 250_000 + "a",
        "a, " * 350_000,
        "nếu a = 0: 1\n" * 80_000,
        "x" * 1_000_000,
        "#" * 1_000_000,
        '"' * 1_000_000,
        "not " * 10_000 + "a",
        "-" * 10_000 + "a",
        "not (" * 200 + "a" + ")" * 200,
        "min(" * 200 + "a" + ")" * 200,
        "when a = 0: 1\n" * (MOST_LINES + 1),
        "9" * 1_000_000,
        "e\u0302\u0301" * 400_000,
    ],
    ids=lambda text: text[:12].replace("\n", " "),
)
def test_too_much_is_one_finding_within_a_second(text: str) -> None:
    with within(1):
        assert codes_of(text) == ["PAR208"]


def test_the_longest_text_is_judged_quickly_whatever_it_holds() -> None:
    for piece in ("từ ", "không quá ", '"', "“", "ngày 31/3 ", "a", "\n", "#\n", "½", "0,5 ", ".", ";", "(\n"):
        with within(3):
            codes_of(piece * (LONGEST_RULE // len(piece)), "vi")


@pytest.mark.parametrize(
    ("text", "too_deep"),
    [
        ("(" * DEEPEST + "a" + ")" * DEEPEST, False),
        ("(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1), True),
        ("-" * DEEPEST + "a", False),
        ("-" * (DEEPEST + 1) + "a", True),
        ("not (" * (DEEPEST // 2) + "a" + ")" * (DEEPEST // 2), False),
        ("(a) + " * 60 + "(-a)", False),
    ],
)
def test_the_depth_is_what_the_grammar_nests(text: str, too_deep: bool) -> None:
    assert (codes_of(text) == ["PAR208"]) == too_deep


def test_the_deepest_and_longest_rules_are_formatted_and_compared() -> None:
    texts = ["(" * DEEPEST + "a" + ")" * DEEPEST, "-" * DEEPEST + "a", "not (" * 50 + "a = 0" + ")" * 50]
    texts += [sign.join(["a"] * (LONGEST_LINE // 2)) for sign in (" + ", " / ", " and ", " < ")]
    texts.append("a + b × ".join(["c"] * 60))
    for text in texts:
        findings = Findings()
        rules = [parse(MappedText.whole(Source("rule", text)), "en", findings) for _ in range(2)]
        assert rules[0] is not None, text[:40]
        assert rules[1] is not None
        with within(0.5):
            assert format_rule(rules[0], "en").replace(" ", "") == text.replace(" ", "")
            assert rules[0] == rules[1]
            assert hash(rules[0].lines[0]) == hash(rules[1].lines[0])


def chain(length: int, last: str = "b") -> written.Expression:
    expression: written.Expression = written.Name(name="a", span=NOWHERE)
    for number in range(length):
        right = written.Name(name=last if number == length - 1 else "a", span=NOWHERE)
        expression = written.Arithmetic(operator="+-*/"[number % 4], left=expression, right=right, span=NOWHERE)
    return expression


def test_a_chain_of_thousands_neither_crashes_nor_takes_seconds() -> None:
    with within(1):
        assert chain(5000) == chain(5000)
        assert chain(5000) != chain(5000, last="c")
        assert chain(5000) != chain(4999)
        assert chain(3) != written.Name(name="a", span=NOWHERE)
        assert hash(chain(5000)) == hash(chain(5000))
        assert format_expression(chain(5000), "vi").endswith("/ b")


def test_a_figure_of_sixty_digits_is_a_figure_and_a_longer_one_is_not() -> None:
    findings = Findings()
    rule = parse(MappedText.whole(Source("rule", "9" * 60)), "en", findings)
    assert rule is not None
    line = rule.lines[0]
    assert isinstance(line, written.Lone)
    assert line.value == written.Number(value=Fraction(10**60 - 1), span=NOWHERE)
    assert codes_of("9" * 5000) == ["PAR206"]


def test_shipped_rules_are_read_quickly_and_the_parser_is_built_once() -> None:
    parser.cache_clear()
    with within(1):
        parser()
    assert parser() is parser()
    rules = shipped_rules()
    with within(3):
        for text, language in rules.values():
            assert not codes_of(text, language)
