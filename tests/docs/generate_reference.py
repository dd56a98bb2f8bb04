"""The generated parts of the pages: words of the lexicons, keys of the schemas, help of commands, criteria sets, findings.

`python tests/docs/generate_reference.py` rewrites them between their markers, `<!-- generated: words lines -->` and
`<!-- /generated -->`, and in the fences ``finding`` and ``output``; `test_generated.py` fails where a page is stale.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import generate_commands
import generate_keys
import generate_sets
import generate_words
from examples import criteria_of, examples, fences, printed, programs, told

ROOT = Path(__file__).resolve().parent.parent.parent
LANGUAGES = ("vi", "en")
NAMES = (
    *(f"reference/{name}" for name in ("language", "criteria-file", "evidence-record", "score-sheet", "command-line")),
    *(f"explanation/{name}" for name in ("architecture", "exactness")),
    *(generate_sets.page_name(name) for name in generate_sets.SETS),
)
PAGES = tuple(ROOT / "docs" / language / f"{name}.md" for name in NAMES for language in LANGUAGES)
_MARKED = re.compile(
    r"(?P<open><!-- generated: (?P<name>[\w-]+)(?: (?P<what>[^>]+?))? -->\n)"
    r"(?P<text>.*?)(?P<close><!-- /generated -->)",
    re.S,
)

GENERATORS = {
    **generate_words.GENERATORS,
    **generate_keys.GENERATORS,
    **generate_commands.GENERATORS,
    **generate_sets.GENERATORS,
}
"""Name of a marker → what writes its text, given the page's language and the rest of the marker."""


def generated(page: Path) -> str:
    """Give a page as it should be."""
    language = page.relative_to(ROOT / "docs").parts[0]

    def fresh(found: re.Match[str]) -> str:
        made = GENERATORS[found["name"]](language, found["what"] or "")
        return found["open"] + made.strip("\n") + "\n" + found["close"]

    return _with_outputs(_with_findings(page, _MARKED.sub(fresh, page.read_text(encoding="utf-8")), language))


def _with_findings(page: Path, text: str, language: str) -> str:
    """Put into every ``finding`` fence what the checks say about the rule before it."""
    refused = [example for example in examples(page, language) if example.kind == "refused"]
    answers = [told(criteria_of(example)[1], language) for example in refused]
    places = [fence for fence in fences(text) if fence.word == "finding"]
    assert len(places) == len(answers), f"{page}: {len(answers)} refused rules, {len(places)} findings"
    for fence, answer in reversed(list(zip(places, answers, strict=True))):
        text = text[: fence.start] + answer + "\n" + text[fence.end :]
    return text


def _with_outputs(text: str) -> str:
    """Put behind every program what it prints."""
    for program, output in reversed(programs(text)):
        text = text[: output.start] + printed(program.text) + "\n" + text[output.end :]
    return text


def main() -> None:
    """Rewrite the pages that are stale."""
    for page in PAGES:
        if page.exists() and (text := generated(page)) != page.read_text(encoding="utf-8"):
            page.write_text(text, encoding="utf-8")
            print(f"rewritten: {page.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
