"""Each section of each page of this folder is one test; what the blocks mean stands in `pages`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pages import accept, results_of, sections_of

PAGES = sorted(Path(__file__).resolve().parent.glob("*.md"))
SECTIONS = [section for page in PAGES for section in sections_of(page)]


@pytest.fixture(scope="session", autouse=True)
def accepted_first(request: pytest.FixtureRequest) -> None:
    """With `--accept`, rewrite the pages before they are judged."""
    if request.config.getoption("--accept", default=False):
        for page in PAGES:
            accept(page, [result for section in sections_of(page) for result in results_of(section)])
        SECTIONS[:] = [section for page in PAGES for section in sections_of(page)]


@pytest.mark.parametrize(
    "number", range(len(SECTIONS)), ids=lambda number: f"{SECTIONS[number].page.stem}: {SECTIONS[number].title}"
)
def test_the_page_says_what_happens(number: int) -> None:
    for block, text in results_of(SECTIONS[number]):
        assert block.text == text, f"{SECTIONS[number].page.name}:{block.line}"


def test_the_twelve_rules_are_those_of_the_handbook() -> None:
    titles = {section.title.partition(".")[0] for section in SECTIONS if section.page.stem == "twelve-rules"}
    assert titles == {str(number) for number in range(1, 13)}


def test_sections_of_a_page_have_titles_of_their_own() -> None:
    names = [(section.page, section.title) for section in SECTIONS]
    assert len(names) == len(set(names))
