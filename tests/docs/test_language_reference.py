"""The examples of the reference pages run, and give what the page says, the same in both languages."""

from __future__ import annotations

import contextlib
import datetime
import io
import sys
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import generate_words
from examples import Case, Example, cases_of, criteria_of, examples, fences, result_words, score_case, told

import parrules
from parrules.diagnostics import Findings
from parrules.language import format_rule, parse
from parrules.language.lexicon import FUNCTIONS, WORDS
from parrules.spans import MappedText, Source
from parrules.tree import FieldRef
from parrules.tree import nodes as tree

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"
LANGUAGES = ("vi", "en")


@lru_cache(maxsize=2)
def page(language: str) -> tuple[Example, ...]:
    return tuple(examples(DOCS / language / "reference" / "language.md", language))


def of_kind(*kinds: str) -> list[Any]:
    return [
        pytest.param(example, id=f"{language}: {example.name}")
        for language in LANGUAGES
        for example in page(language)
        if example.kind in kinds
    ]


# -- each example ----------------------------------------


@pytest.mark.parametrize("example", of_kind("rule", "domains"))
def test_an_example_passes_the_check_without_a_warning(example: Example) -> None:
    criteria, found = criteria_of(example)
    assert told(found, example.language) == ""
    assert criteria is not None


@pytest.mark.parametrize("example", of_kind("rule", "domains"))
def test_the_cases_of_an_example_give_what_the_page_says(example: Example) -> None:
    criteria, _ = criteria_of(example)
    assert criteria is not None
    cases = cases_of(example)
    assert cases, "an example without cases shows nothing"
    for case in cases:
        sheet = score_case(criteria, case, example.language)
        assert result_words(sheet, case.wanted, example.language) == case.wanted, case.values


@pytest.mark.parametrize("example", of_kind("rule"))
def test_the_page_writes_rules_as_the_formatter_does(example: Example) -> None:
    assert format_rule(_parsed(example.text("rule"), example.language), example.language) == example.text(
        "rule"
    ).rstrip("\n")


@pytest.mark.parametrize("example", of_kind("typed"))
def test_a_rule_as_typed_becomes_the_rule_below_it(example: Example) -> None:
    assert format_rule(_parsed(example.text("typed"), example.language), example.language) == example.text(
        "rule"
    ).rstrip("\n")


@pytest.mark.parametrize("example", of_kind("refused"))
def test_a_refused_rule_has_a_finding_that_is_no_note(example: Example) -> None:
    assert any(finding.severity.value != "note" and finding.code != "PAR508" for finding in criteria_of(example)[1])


def in_both_languages() -> list[Any]:
    pairs = zip(page("vi"), page("en"), strict=False)
    return [pytest.param(vi, en, id=vi.name) for vi, en in pairs if vi.kind in ("rule", "domains")]


def _parsed(text: str, language: str) -> Any:
    findings = Findings()
    rule = parse(MappedText.whole(Source("docs", text)), language, findings)
    assert rule is not None, told(findings.sorted(), language)
    return rule


# -- both languages ----------------------------------------


def test_both_pages_have_the_same_examples_in_the_same_order() -> None:
    vi, en = page("vi"), page("en")
    shapes = [[(example.kind, sorted(example.parts)) for example in examples_] for examples_ in (vi, en)]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize(("vi", "en"), in_both_languages())
def test_an_example_is_the_same_tree_in_both_languages(vi: Example, en: Example) -> None:
    one, other = (criteria_of(example)[0] for example in (vi, en))
    assert one is not None
    assert other is not None
    assert list(one.tree.nodes) == list(other.tree.nodes)
    assert _meaning(one) == _meaning(other)


@pytest.mark.parametrize(("vi", "en"), in_both_languages())
def test_an_example_gives_the_same_results_in_both_languages(vi: Example, en: Example) -> None:
    totals = []
    for example in (vi, en):
        criteria, _ = criteria_of(example)
        assert criteria is not None
        sheets = [score_case(criteria, case, example.language) for case in cases_of(example)]
        totals.append(
            [[(node.id, node.state, node.points, node.applicable_maximum) for node in sheet] for sheet in sheets]
        )
    assert totals[0] == totals[1]


def _meaning(criteria: parrules.CheckedCriteria) -> Any:
    """Give a set's rules with names, labels and places taken out: fields and lets by their number."""
    left_out = ("written", "label", "site", "parts")
    numbers = {ref: f"field {ref.node} {index}" for index, ref in enumerate(criteria.tree.fields)}

    def plain(value: Any, lets: dict[str, str]) -> Any:
        match value:
            case FieldRef():
                return numbers[value]
            case tree.LetValue(name=name):
                return lets[name]
            case tree.Let(name=name, value=inner):
                return ("let", lets[name], plain(inner, lets))
            case Enum():
                return value.value
            case tuple() | list():
                return [plain(item, lets) for item in value]
            case _ if is_dataclass(value):
                names = [each.name for each in fields(value) if each.compare and each.name not in left_out]
                return [type(value).__name__, *((name, plain(getattr(value, name), lets)) for name in names)]
            case _:
                return value

    told_by_node = {}
    for node in criteria.tree.nodes.values():
        if node.rule is not None:
            lets = {name: f"let {index}" for index, name in enumerate(node.rule.lets)}
            labelled = [bool(line.label) for line in node.rule.lines]
            told_by_node[node.id] = (plain(node.rule.lines, lets), labelled, node.maximum, node.minimum, node.role)
    return told_by_node


# -- the tables ----------------------------------------


def test_every_word_of_the_lexicon_stands_on_the_page() -> None:
    rows = [row for group in generate_words.GROUPS.values() for row in group]
    shown = {terminal for row in rows for language in LANGUAGES for terminal in row.terminals(language)}
    for word in WORDS:
        assert word.terminal in shown or word.terminal in generate_words.ELSEWHERE, word


def test_every_function_of_the_lexicon_stands_on_the_page() -> None:
    shown = {key for keys in generate_words.FUNCTION_GROUPS.values() for key in keys}
    for function in FUNCTIONS:
        assert function.later in generate_words._LATER if function.later else function.key in shown, function


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_table_is_on_the_page(language: str) -> None:
    text = (DOCS / language / "reference" / "language.md").read_text(encoding="utf-8")
    for group in generate_words.GROUPS:
        assert f"<!-- generated: words {group} -->" in text
    for group in generate_words.FUNCTION_GROUPS:
        assert f"<!-- generated: functions {group} -->" in text
    for name in ("ranges", "dates", "kinds", "habits", "later"):
        assert f"<!-- generated: {name} -->" in text


@pytest.mark.parametrize("row", generate_words.DATE_ROWS, ids=lambda row: row[0])
def test_a_date_condition_is_true_for_the_days_that_the_page_says(row: Any) -> None:
    text, first, last = row
    example = Example("vi", 1, "dates")
    rule, declared = f"nếu {text}: 1\ncòn lại: 0", "d: {kind: date}"
    example.parts = {fence.word: fence for fence in fences(f"```rule\n{rule}\n```\n```fields\n{declared}\n```\n")}
    criteria, found = criteria_of(example)
    assert criteria is not None, told(found, "vi")
    day = datetime.timedelta(days=1)
    inside = [each for each in (first, last) if each]
    outside = [edge for edge in (first and first - day, last and last + day) if edge]
    inside.append(first + day if first else last - day)
    for date, points in [*((date, 1) for date in inside), *((date, 0) for date in outside)]:
        case = Case({"d": date.strftime("%d/%m/%Y")}, "")
        assert score_case(criteria, case, "vi")["1"].points == points, date


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_of_the_ranges_table_is_read_as_what_it_stands_for(language: str) -> None:
    from parrules.language import format_expression

    for row in generate_words.range_rows():
        assert generate_words.expression_of(format_expression(row, language), language) == row


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_habit_that_the_page_calls_refused_is_refused(language: str) -> None:
    for text in generate_words.HABITS[language]:
        findings = Findings()
        assert parse(MappedText.whole(Source("docs", text)), language, findings) is None, text


# -- whole files and programs ----------------------------------------


def whole_files(language: str) -> dict[str, str]:
    """Give the whole files of the reference pages by their path."""
    found = {}
    for name in ("criteria-file", "evidence-record"):
        for fence in fences((DOCS / language / "reference" / f"{name}.md").read_text(encoding="utf-8")):
            kind, _, path = fence.title.partition(": ")
            if kind in ("Tệp đầy đủ", "Whole file"):
                found[path] = fence.text + "\n"
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_files_pass_the_check_and_score(language: str, tmp_path: Path) -> None:
    paths = {}
    for name, text in whole_files(language).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        paths["criteria" if "parrules/criteria@1" in text else "evidence"] = path
    assert parrules.check(paths["criteria"]) == []
    sheet = parrules.score(parrules.load_criteria(paths["criteria"]), parrules.load_evidence(paths["evidence"]))
    assert sheet.findings == ()
    assert sheet.total.state == "scored"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_criteria_file_is_laid_out_as_the_formatter_does(language: str, tmp_path: Path) -> None:
    from parrules.cli.main import run

    text = next(text for text in whole_files(language).values() if "parrules/criteria@1" in text)
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()):
        assert run(["format", str(path), "--check"]) == 0
