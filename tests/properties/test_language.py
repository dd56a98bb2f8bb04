"""Laws of the rule language: what can be written comes back the same, and nothing that is typed breaks it."""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parrules.diagnostics import Findings
from parrules.language import format_expression, format_line, format_rule, parse
from parrules.language import syntax as written
from parrules.language.lexer import lex
from parrules.language.lexicon import FUNCTIONS, WORDS
from parrules.language.normalise import normalise
from parrules.messages import tell
from parrules.spans import MappedText, Source
from parrules.text import Mapping, Scalar, parse_yaml

sys.path.insert(0, str(Path(__file__).parent))
from rule_trees import NOWHERE, expressions, rules

LANGUAGES = ("vi", "en")
languages = st.sampled_from(LANGUAGES)
generous = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def read(text: str, language: str) -> written.Rule:
    findings = Findings()
    rule = parse(MappedText.whole(Source("rule", text)), language, findings)
    assert rule is not None, (
        f"{[(finding.message.id, finding.span and finding.span.text) for finding in findings]} in\n{text}"
    )
    return rule


def comments_of(rule: written.Rule) -> list[str]:
    found: list[str] = []
    for line in rule.lines:
        found += [comment for comment in line.comments if comment]
        found += [line.trailing] if line.trailing else []
    return found + [comment for comment in rule.closing_comments if comment]


@generous
@given(rules(), languages)
def test_what_is_written_is_read_as_the_same_tree(rule: written.Rule, language: str) -> None:
    assert read(format_rule(rule, language), language) == rule


@generous
@given(rules())
def test_translated_there_and_back_the_text_is_the_same(rule: written.Rule) -> None:
    vietnamese = format_rule(rule, "vi")
    english = format_rule(read(vietnamese, "vi"), "en")
    assert format_rule(read(english, "en"), "vi") == vietnamese


@generous
@given(rules(), languages)
def test_comments_and_line_breaks_survive(rule: written.Rule, language: str) -> None:
    text = format_rule(rule, language)
    again = read(text, language)
    assert comments_of(again) == comments_of(rule)
    assert format_rule(again, language) == text
    assert text.count("#") >= sum(comment.count("#") for comment in comments_of(rule))


@generous
@given(rules(), languages)
def test_equal_rules_have_one_hash(rule: written.Rule, language: str) -> None:
    again = read(format_rule(rule, language), language)
    assert [hash(line) for line in again.lines] == [hash(line) for line in rule.lines]


@generous
@given(rules(), languages)
def test_one_line_forms_are_read_as_the_same_line(rule: written.Rule, language: str) -> None:
    for line in rule.lines:
        text = format_line(line, language)
        assert "\n" not in text
        assert read(text, language).lines == (line,)


@generous
@given(expressions(2), languages)
def test_an_expression_on_one_line_is_read_as_the_same_expression(
    expression: written.Expression, language: str
) -> None:
    lone = written.Lone(value=expression, span=NOWHERE)
    assert read(format_expression(expression, language), language).lines == (lone,)


# -- places ------------------------------------------------------------------------------------------------------------


@st.composite
def _files(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw a rule's text, its language, and a YAML file where it stands indented, decomposed, with tabs."""
    language = draw(languages)
    text = format_rule(draw(rules()), language)
    written_ = "".join(
        draw(st.sampled_from([" ", "\t", "  "])) if character == " " else character for character in text
    )
    if draw(st.booleans()):
        written_ = unicodedata.normalize("NFD", written_)
    indent = " " * draw(st.integers(1, 9))
    lines = [indent + line.lstrip(" \t") if line.strip() else line for line in written_.split("\n")]
    head = draw(st.sampled_from(["rule: |\n", "tiêu_đề: Ngày ban hành\n# ghi chú\nrule:   |\n", "a: 1\nrule: |-\n"]))
    tail = draw(st.sampled_from(["", "\n", "\nsau: 1\n"]))
    return text, language, head + "\n".join(lines) + tail


@generous
@given(_files())
def test_each_token_is_found_where_it_stands_in_the_file(drawn: tuple[str, str, str]) -> None:
    text, language, file = drawn
    source = Source("file.yaml", file)
    root = parse_yaml(source, Findings())
    assert isinstance(root, Mapping)
    scalar = root.get("rule")
    assert isinstance(scalar, Scalar)
    mapped = normalise(scalar.mapped())
    tokens = [token for line in lex(mapped.text, language).lines for token in line.tokens]
    assert [token.terminal for token in tokens] == [
        token.terminal for line in lex(text, language).lines for token in line.tokens
    ]
    for token in tokens:
        span = mapped.span(token.start, token.end)
        assert unicodedata.normalize("NFC", span.text) == token.text
    findings = Findings()
    rule = parse(scalar.mapped(), language, findings)
    assert rule is not None
    assert not len(findings)
    assert unicodedata.normalize("NFC", rule.lines[0].span.text).startswith(tokens[0].text)


# -- whatever is typed -------------------------------------------------------------------------------------------------

_KEYWORDS = sorted(
    {form for word in WORDS for form in (*word.vi, *word.en)}
    | {form for each in FUNCTIONS for form in (*each.vi, *each.en)}
)
_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyfwjzÁÀẢÃẠÐðµ½²①_"
_SIGNS = " \t\n\r\u00a0\u200b()[]{}\"'“”„«»:;,.%+-−–—×*·/÷=<>≤≥≠#!?&|~^$@\\…\u0301\u0323\x00\x85\u2028٣"
_pieces = st.one_of(
    st.sampled_from(_KEYWORDS),
    st.text(st.sampled_from(_LETTERS + _SIGNS + "0123456789"), max_size=6),
    st.sampled_from(
        ["0,25", "1.234", "1,5", "95%", "31/3", "28/12/2020", "2020-12-28", "ngày 31/02", "99999999999", "1/2", "1/0"]
    ),
    st.text(max_size=4),
)
typed = st.lists(_pieces, max_size=14).map(" ".join)


@st.composite
def _nearly_rules(draw: st.DrawFn) -> str:
    """Draw a rule's text with pieces left out, put in and moved."""
    pieces = format_rule(draw(rules()), draw(languages)).split(" ")
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(pieces) - 1))
        match draw(st.sampled_from(["drop", "put", "move", "join"])):
            case "drop" if len(pieces) > 1:
                del pieces[place]
            case "put":
                pieces.insert(place, draw(_pieces))
            case "move":
                pieces.append(pieces.pop(place))
            case "join" if place:
                pieces[place - 1 : place + 1] = ["".join(pieces[place - 1 : place + 1])]
    return " ".join(pieces)


nearly = _nearly_rules()


@generous
@given(typed | nearly, languages)
def test_any_text_is_a_rule_or_gets_an_error_inside_it(text: str, language: str) -> None:
    source = Source("rule", text)
    findings = Findings()
    rule = parse(MappedText.whole(source), language, findings)
    assert (rule is None) == bool(findings.errors)
    for finding in findings:
        assert finding.span is not None
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert finding.help is not None
        for told_in in LANGUAGES:
            assert "{" not in re.sub(r"`[^`]*`", "", tell(finding.message, told_in)).replace(text, "")
            assert tell(finding.help, told_in)


@generous
@given(typed | nearly, languages)
def test_a_text_that_is_a_rule_is_formatted_as_the_same_rule(text: str, language: str) -> None:
    rule = parse(MappedText.whole(Source("rule", text)), language, Findings())
    if rule is not None:
        for other in LANGUAGES:
            formatted = format_rule(rule, other)
            assert read(formatted, other) == rule
            assert format_rule(read(formatted, other), other) == formatted
