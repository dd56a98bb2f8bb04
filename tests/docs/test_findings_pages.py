"""Every code has its page in both languages, whose examples give exactly that code, and mended do not."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from findings_pages import (
    HEADINGS,
    LANGUAGES,
    ROOT,
    WITHOUT_EXAMPLE,
    Example,
    examples_of,
    findings_of,
    folder,
    generated_page,
    index,
    page_of,
)

from parrules.diagnostics import CODES, Finding, Severity

PAGES = [pytest.param(code, language, id=f"{language}-{code}") for code in CODES for language in LANGUAGES]
MOST_LINES = 60


def telling(findings: list[Finding], code: str) -> set[str]:
    """Give the codes that matter: all that stop, and the one that the page is about."""
    return {finding.code for finding in findings if finding.code == code or finding.severity is not Severity.NOTE}


def parts(code: str, language: str, *, mended: bool) -> list[Example]:
    return [example for example in examples_of(code, language) if example.is_mended is mended]


@pytest.mark.parametrize(("code", "language"), PAGES)
def test_the_examples_of_a_page_give_its_code_and_no_other(code: str, language: str) -> None:
    found = parts(code, language, mended=False)
    assert bool(found) is (code not in WITHOUT_EXAMPLE)
    for example in found:
        assert telling(findings_of(example), code) == {code}


@pytest.mark.parametrize(("code", "language"), PAGES)
def test_the_mended_examples_of_a_page_have_nothing_to_mend(code: str, language: str) -> None:
    found = parts(code, language, mended=True)
    assert bool(found) is (code not in WITHOUT_EXAMPLE)
    for example in found:
        assert telling(findings_of(example), code) == set()


def _same(message: str) -> str:
    """Take the message about a word of the other language for the same on both pages."""
    return message.replace(".english", ".other").replace(".vietnamese", ".other")


@pytest.mark.parametrize("code", [code for code in CODES if code not in WITHOUT_EXAMPLE])
def test_both_pages_of_a_code_have_the_same_example(code: str) -> None:
    vi, en = (
        [
            (example.is_mended, sorted(example.parts), [_same(finding.message.id) for finding in findings_of(example)])
            for example in examples_of(code, language)
        ]
        for language in LANGUAGES
    )
    assert vi == en


@pytest.mark.parametrize(("code", "language"), PAGES)
def test_a_page_has_its_parts_in_order_and_is_short(code: str, language: str) -> None:
    text = page_of(code, language).read_text(encoding="utf-8")
    assert text.startswith(f"# {code}: ")
    assert tuple(re.findall(r"^## (.*)$", text, re.M)) == HEADINGS[language]
    assert text.count("\n") <= MOST_LINES
    assert all(fence.text.strip() for example in examples_of(code, language) for fence in example.parts.values())


@pytest.mark.parametrize(("code", "language"), PAGES)
def test_what_a_page_says_about_the_software_is_up_to_date(
    code: str, language: str, request: pytest.FixtureRequest
) -> None:
    fresh = generated_page(code, language)
    if request.config.getoption("--accept"):
        page_of(code, language).write_text(fresh, encoding="utf-8")
    assert page_of(code, language).read_text(encoding="utf-8") == fresh, (
        "stale; run: python tests/docs/findings_pages.py"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_lists_every_code(language: str, request: pytest.FixtureRequest) -> None:
    page = folder(language) / "index.md"
    if request.config.getoption("--accept"):
        page.write_text(index(language), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == index(language), "stale; run: python tests/docs/findings_pages.py"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_left_of_a_code_that_is_gone(language: str) -> None:
    assert {page.stem for page in folder(language).glob("*.md")} == {*CODES, "index"}


def test_codes_of_the_readme_and_the_tutorials_exist() -> None:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for code in re.findall(r"\bPAR\d{3}\b", page.read_text(encoding="utf-8")):
            assert code in CODES, f"{page.relative_to(ROOT)} names {code}"
