"""The how-to pages run: recipes are checked and scored, the commands and programs print what the pages say."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent))

from examples import Example, Fence, cases_of, criteria_of, fences, result_words, score_case, told
from play import LANGUAGES, ROOT, page_of, play, rewrite
from play import told as told_of_page

from parrules.diagnostics import Findings
from parrules.language import format_rule, parse
from parrules.spans import MappedText, Source

NODE = {"vi": ("Mục", "Các mục"), "en": ("Row", "Rows")}
HEAD = {"vi": "Ở đầu tệp", "en": "At the head of the file"}
_FORGET = re.compile(r"<!-- forget: (?P<old>.+?) ⇒(?: (?P<new>.+?))? -->")
"""Something forgotten: a text and what stands there instead (``""`` for nothing), or one whose lines are left out."""


# -- recipes ----------------------------------------


@dataclass
class Recipe:
    """A row of a table as YAML, with its cases, and what the check says where something is forgotten."""

    example: Example
    forgotten: list[tuple[Example, Fence]]


def recipes(language: str) -> list[Recipe]:
    """Read the recipes of the page."""
    text = page_of(language, "how-to/write-a-criteria-file").read_text(encoding="utf-8")
    found: list[Recipe] = []
    for fence in fences(text):
        if fence.word == "yaml" and fence.title in NODE[language]:
            found.append(Recipe(_example(fence, language), []))
        elif fence.word == "yaml" and fence.title == HEAD[language]:
            found[-1].example.parts["set"] = fence
        elif fence.word == "cases" and "cases" not in found[-1].example.parts:
            found[-1].example.parts["cases"] = fence
        elif fence.word in ("cases", "finding"):
            slip = [match for match in _FORGET.finditer(text) if match.end() < fence.start][-1]
            found[-1].forgotten.append((_forgetful(found[-1].example, slip, fence), fence))
    return found


def _example(fence: Fence, language: str) -> Example:
    """Make an example of whole domains, out of their YAML."""
    nodes = yaml.safe_load(fence.text)
    total = sum((_figure(node.get("maximum", 0)) for node in nodes if node.get("role") in (None, "main")), Fraction(0))
    word = "điểm tối đa" if language == "vi" else "maximum"
    figure = f"{float(total):g}".replace(".", "," if language == "vi" else ".")
    domains = replace(fence, word="domains", title=f"{word} {figure}")
    return Example(language, fence.line, fence.heading, {"domains": domains})


def _figure(value: Any) -> Fraction:
    return Fraction(str(value).replace(",", "."))


def _forgetful(example: Example, slip: re.Match[str], answer: Fence) -> Example:
    """Make the example as it is with something forgotten; ``answer`` is the finding, or cases of their own."""
    domains = example.parts["domains"]
    old, new = slip["old"], slip["new"]
    assert old in domains.text, f"page line {domains.line}: nothing to forget, `{old}` does not stand there"
    kept = [line for line in domains.text.splitlines() if new or old not in line]
    lines = [line.replace(old, "" if new == '""' else new) if new else line for line in kept]
    changed = {"domains": replace(domains, text="\n".join(lines)), answer.word: answer}
    return Example(example.language, answer.line, example.heading, {**example.parts, **changed})


@lru_cache(maxsize=2)
def _recipes(language: str) -> tuple[Recipe, ...]:
    return tuple(recipes(language))


def all_recipes() -> list[Any]:
    return [
        pytest.param(recipe, id=f"{language}: {recipe.example.name}")
        for language in LANGUAGES
        for recipe in _recipes(language)
    ]


@pytest.mark.parametrize("recipe", all_recipes())
def test_a_recipe_passes_the_check_without_a_warning(recipe: Recipe) -> None:
    criteria, found = criteria_of(recipe.example)
    assert told(found, recipe.example.language) == ""
    assert criteria is not None


@pytest.mark.parametrize("recipe", all_recipes())
def test_the_cases_of_a_recipe_give_what_the_page_says(recipe: Recipe) -> None:
    wrong = [example for example, fence in recipe.forgotten if fence.word == "cases"]
    for example in (recipe.example, *wrong):
        criteria, found = criteria_of(example)
        assert criteria is not None, told(found, example.language)
        cases = cases_of(example)
        assert cases, "a recipe without cases shows nothing"
        for case in cases:
            sheet = score_case(criteria, case, example.language)
            assert result_words(sheet, case.wanted, example.language) == case.wanted, case.values


@pytest.mark.parametrize("recipe", all_recipes())
def test_the_rules_of_a_recipe_are_written_as_the_formatter_does(recipe: Recipe) -> None:
    for text in _rules(yaml.safe_load(recipe.example.text("domains"))):
        findings = Findings()
        rule = parse(MappedText.whole(Source("docs", text)), recipe.example.language, findings)
        assert rule is not None
        assert format_rule(rule, recipe.example.language).rstrip("\n") == text.rstrip("\n")


def _rules(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("rule"), str):
            yield value["rule"]
        for each in value.values():
            yield from _rules(each)
    elif isinstance(value, list):
        for each in value:
            yield from _rules(each)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_check_says_of_something_forgotten_is_on_the_page(
    language: str, request: pytest.FixtureRequest
) -> None:
    page = page_of(language, "how-to/write-a-criteria-file")
    pairs = [pair for recipe in recipes(language) for pair in recipe.forgotten if pair[1].word == "finding"]
    answers = [(fence, told(criteria_of(wrong)[1], language)) for wrong, fence in pairs]
    assert all(answer for _, answer in answers), "something forgotten must be found"
    if request.config.getoption("--accept"):
        text = page.read_text(encoding="utf-8")
        for fence, answer in reversed(answers):
            text = text[: fence.start] + answer + "\n" + text[fence.end :]
        page.write_text(text, encoding="utf-8")
        return
    for fence, answer in answers:
        assert fence.text.rstrip("\n") == answer, f"{page}:{fence.line}; run `make accept`"


def test_both_pages_have_the_same_recipes_with_the_same_results() -> None:
    pages = []
    for language in LANGUAGES:
        shapes = []
        for recipe in _recipes(language):
            criteria, _ = criteria_of(recipe.example)
            assert criteria is not None
            sheets = [score_case(criteria, case, language) for case in cases_of(recipe.example)]
            points = [
                [(node.id, node.state, node.points, node.applicable_maximum) for node in sheet] for sheet in sheets
            ]
            codes = [[finding.code for finding in criteria_of(wrong)[1]] for wrong, _ in recipe.forgotten]
            shapes.append((points, codes))
        pages.append(shapes)
    assert pages[0] == pages[1]


# -- commands and programs ----------------------------------------


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of what the pages read, as the current folder."""
    for name in ("criteria", "docs/examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARRULES_LANGUAGE", raising=False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["how-to/read-an-explanation", "how-to/embed-the-library", "index"])
@pytest.mark.usefixtures("repository")
def test_a_page_prints_what_it_says(name: str, language: str, request: pytest.FixtureRequest) -> None:
    page = page_of(language, name)
    printed = play(page)
    if request.config.getoption("--accept"):
        rewrite(page, printed)
        return
    assert all(each.agrees for each in printed), told_of_page(page, printed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_program_of_a_page_is_left_without_its_output(language: str) -> None:
    for name in ("how-to/embed-the-library", "how-to/read-an-explanation"):
        words = [fence.word for fence in fences(page_of(language, name).read_text(encoding="utf-8"))]
        for word, following in zip(words, [*words[1:], ""], strict=True):
            assert word not in ("python", "command") or following == "output", f"{name}: {word} without output"


def test_recipes_are_named_by_their_headings() -> None:
    for language in LANGUAGES:
        headings = re.findall(r"^### (.+)$", page_of(language, "how-to/write-a-criteria-file").read_text(), re.M)
        assert len(headings) == len(set(headings))


# -- glossary ----------------------------------------


def terms(language: str) -> list[list[tuple[str, str]]]:
    """Read the pairs of terms of each group, Vietnamese first."""
    text = page_of(language, "reference/glossary").read_text(encoding="utf-8")
    groups: list[list[tuple[str, str]]] = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|---"):
            groups.append([])
        elif line.startswith("| ") and len(cells) == 3 and cells[2] not in ("Nghĩa", "Meaning"):
            groups[-1].append((cells[0], cells[1]) if language == "vi" else (cells[1], cells[0]))
    return groups


def test_both_glossaries_have_the_same_terms() -> None:
    assert terms("vi") == terms("en")
    assert sum(map(len, terms("vi"))) > 100


def test_a_term_stands_in_the_glossary_once() -> None:
    for column in (0, 1):
        words = [pair[column] for group in terms("vi") for pair in group]
        assert not [word for word in words if words.count(word) > 1]
