"""The generated parts of the pages are up to date, and nothing that they are made from is left out."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import generate_commands
import generate_keys
from generate_reference import GENERATORS, LANGUAGES, PAGES, ROOT, generated


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_generated_parts_of_a_page_are_up_to_date(page: Path, request: pytest.FixtureRequest) -> None:
    fresh = generated(page)
    if request.config.getoption("--accept"):
        page.write_text(fresh, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == fresh, "stale; run: python tests/docs/generate_reference.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_marker_of_a_page_is_known_and_closed(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    opened = re.findall(r"<!-- generated: ([\w-]+)", text)
    assert set(opened) <= set(GENERATORS)
    assert len(opened) == text.count("<!-- /generated -->")


IN_PROSE = {
    "criteria": {"translation", "group", "option", "reading/title", "domain", "criterion", "component"},
    "evidence": {"paper", "person"},
    "score-sheet": {"/"},  # one unit's sheet or that of several, each with its table
}
"""Objects of one or two keys, which the pages describe in a sentence; the three levels share the table of a node."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "page"), [("criteria", "criteria-file"), ("evidence", "evidence-record"), ("score-sheet", "score-sheet")]
)
def test_every_object_of_a_schema_has_its_table_of_keys(name: str, page: str, language: str) -> None:
    text = (ROOT / "docs" / language / "reference" / f"{page}.md").read_text(encoding="utf-8")
    shown = generate_keys.documented(text)
    for place in generate_keys.objects(name) - IN_PROSE[name]:
        assert f"{name} {place}" in shown, place


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_its_help_on_the_page(language: str) -> None:
    text = (ROOT / "docs" / language / "reference" / "command-line.md").read_text(encoding="utf-8")
    shown = re.findall(r"<!-- generated: help ([\w-]+) -->", text)
    assert shown == list(generate_commands.command_names())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_of_a_command_line_has_its_help_in_the_page_s_language(language: str) -> None:
    for command in generate_commands.command_names():
        text = generate_commands.help_text(command, language)
        assert text.startswith("Cách dùng" if language == "vi" else "Usage")
