"""The fenced examples of a page: read, built into a criteria set of a few nodes, and scored by the real engine.

An example is a row of fences, each with its language word:

    rule      the rule of a leaf; ``title="…"`` may name its maximum (``điểm tối đa 2``, ``maximum 2``), else it is 1
    node      further keys of that leaf, as a criteria file writes them
    fields    the values that the rule reads, as under ``evidence:``; a title may be left out
    domains   instead of the three: whole domains, for groups
    set       further keys of the set
    cases     one line a case: values → result
    refused   a rule that is not accepted, followed by ``finding``: the code, message and help
    typed     a rule as people type it, followed by ``rule``: what the formatter makes of it
"""

from __future__ import annotations

import contextlib
import io
import itertools
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

import parrules
from parrules.messages import format_number, tell
from parrules.values import round_to_digits

YEAR = 2026

_FENCE = re.compile(
    r"^(?P<indent> *)```(?P<word>[\w-]*)(?: +title=\"(?P<title>[^\"]*)\")?[ \t]*\n"
    r"(?P<text>.*?)^(?P=indent)```[ \t]*$",
    re.M | re.S,
)
_BEGINNERS = ("rule", "domains", "refused", "typed")
_PARTS = ("node", "fields", "set", "cases", "finding")


@dataclass(frozen=True)
class Fence:
    """A fenced block of a page: its language word, title, text and line."""

    word: str
    title: str
    text: str
    line: int
    heading: str
    start: int
    end: int


@dataclass
class Example:
    """Fences that belong together."""

    language: str
    line: int
    heading: str
    parts: dict[str, Fence] = field(default_factory=dict)

    def text(self, word: str) -> str:
        """Give the text of one of its fences, empty where it has none."""
        return self.parts[word].text if word in self.parts else ""

    @property
    def kind(self) -> str:
        """What sort of example it is."""
        return next(word for word in ("refused", "typed", "domains", "rule") if word in self.parts)

    @property
    def name(self) -> str:
        """What a failing test is called."""
        return f"{self.heading} (line {self.line})"


def fences(text: str) -> Iterator[Fence]:
    """Give the fenced blocks of a page, in order."""
    headings = [(match.start(), match[1].strip()) for match in re.finditer(r"^#+ (.+)$", text, re.M)]
    for match in _FENCE.finditer(text):
        heading = next((title for start, title in reversed(headings) if start < match.start()), "")
        indent = len(match["indent"])
        body = "\n".join(line[indent:] for line in match["text"].splitlines())
        line = text.count("\n", 0, match.start()) + 1
        yield Fence(match["word"], match["title"] or "", body, line, heading, match.start("text"), match.end("text"))


def examples(page: Path, language: str) -> list[Example]:
    """Give the examples of a page."""
    found: list[Example] = []
    for fence in fences(page.read_text(encoding="utf-8")):
        begins = fence.word in _BEGINNERS and not (fence.word == "rule" and found and set(found[-1].parts) == {"typed"})
        if begins:
            found.append(Example(language, fence.line, fence.heading))
        if begins or fence.word in (*_PARTS, "rule"):
            assert fence.word not in found[-1].parts, f"{page}:{fence.line}: a second {fence.word} in one example"
            found[-1].parts[fence.word] = fence
    return found


# -- building ----------------------------------------


def criteria_text(example: Example) -> str:
    """Write the criteria file of an example."""
    vi = example.language == "vi"
    head = [
        "format: parrules/criteria@1",
        "set: example",
        f"year: {YEAR}",
        f"language: {example.language}",
        "status: example",
        "title: T",
    ]
    head += example.text("set").splitlines()
    if "domains" in example.parts:
        maximum = _named_maximum(example.parts["domains"].title, vi) or "1"
        return "\n".join([*head, f"maximum: {maximum}", "domains:", *_indented(example.text("domains"), 2)]) + "\n"
    word = "refused" if "refused" in example.parts else "rule"
    maximum = _named_maximum(example.parts[word].title, vi) or "1"
    node = example.text("node")
    deducts = "deduction" in node
    lines = [*head, f"maximum: {'1' if deducts else maximum}", "domains:"]
    if deducts:
        lines += ['  - {id: "0", title: T, maximum: 1}']
    lines += ['  - id: "1"', "    title: T"]
    lines += [] if deducts else [f"    maximum: {maximum}"]
    lines += _indented(node, 4)
    if fields := example.text("fields"):
        lines += ["    evidence:", *_indented(_with_titles(fields), 6)]
    lines += ["    rule: |", *_indented(example.text(word), 6)]
    return "\n".join(lines) + "\n"


def _named_maximum(title: str, vi: bool) -> str:
    found = re.search(r"điểm tối đa ([\d,]+)" if vi else r"maximum ([\d.]+)", title)
    return found[1] if found else ""


def _indented(text: str, by: int) -> list[str]:
    return [(" " * by + line) if line.strip() else "" for line in text.splitlines()]


def _with_titles(fields: str) -> str:
    """Give every field a title, its own name where the example says none."""
    lines: list[str] = []
    for line in fields.splitlines():
        one = re.fullmatch(r"(?P<name>[^\s:#]+): *\{(?P<rest>.*)\}(?P<comment> *#.*)?", line)
        if one and "title:" not in re.sub(r"\{[^{}]*\}", "", one["rest"]):
            line = f"{one['name']}: {{{one['rest']}, title: {one['name']}}}"
        elif re.fullmatch(r"[^\s:#]+:", line):
            lines += [line, f"  title: {line[:-1]}"]
            continue
        lines.append(line)
    return "\n".join(lines)


def criteria_of(example: Example) -> tuple[parrules.CheckedCriteria | None, list[parrules.Finding]]:
    """Read and check the criteria of an example; gives the set, where there is no error, and what was found."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.yaml"
        path.write_text(criteria_text(example), encoding="utf-8")
        try:
            criteria = parrules.load_criteria(path)
        except parrules.CriteriaError as error:
            return None, list(error.findings)
    return criteria, list(criteria.findings)


# -- cases ----------------------------------------


@dataclass(frozen=True)
class Case:
    """One line of ``cases``: what is entered, and what comes out."""

    values: dict[str, Any]
    wanted: str


def cases_of(example: Example) -> list[Case]:
    """Read the cases of an example."""
    found = []
    for line in example.text("cases").splitlines():
        line = re.sub(r"\s+#\s.*$", "", line).strip()
        if not line:
            continue
        left, arrow, right = line.partition("→")
        assert arrow, f"no → in a case: {line}"
        found.append(Case(_values(left.strip(), example.language), right.strip()))
    return found


def _values(text: str, language: str) -> dict[str, Any]:
    if text in ("–", "-", ""):
        return {}
    separator = ";" if language == "vi" else ","
    found: dict[str, Any] = {}
    for part in re.split(rf"{separator}\s+(?=[^\s:{{}}]+:\s)", text):
        name, _, value = part.partition(":")
        value = value.strip()
        found[name.strip()] = yaml.safe_load(value) if value.startswith("{") else value
    return found


def score_case(criteria: parrules.CheckedCriteria, case: Case, language: str) -> parrules.ScoreSheet:
    """Score a case."""
    fields = criteria.tree.fields
    nodes: dict[str, Any] = {}
    for name, value in case.values.items():
        if name in criteria.tree.nodes:
            nodes.setdefault(name, {})["points"] = value
            continue
        refs = [ref for ref in fields if ref.name == name]
        assert len(refs) == 1, f"the example declares no field `{name}`, or several"
        nodes.setdefault(refs[0].node, {}).setdefault("values", {})[name] = value
    record = parrules.load_evidence(
        {
            "format": "parrules/evidence@1",
            "set": "example",
            "year": YEAR,
            "language": language,
            "status": "synthetic",
            "unit": {"id": "u", "name": "U"},
            "stages": {"self-assessment": {"nodes": nodes}},
        }
    )
    return parrules.score(criteria, record, changes=False)


_WORDS = {
    "vi": {
        "missing": "chưa có số liệu",
        "leave-out": "giảm trừ điểm tối đa",
        "redistribute": "phân bổ điểm tối đa",
        "total": "tổng",
        "pending": "đang chờ",
        "incomplete": "chưa đủ số liệu",
        "error": "lỗi",
        "of": "trên",
        "from": "từ",
        "to": "đến",
    },
    "en": {
        "missing": "missing",
        "leave-out": "not applicable",
        "redistribute": "redistribute",
        "total": "total",
        "pending": "pending",
        "incomplete": "incomplete",
        "error": "error",
        "of": "of",
        "from": "from",
        "to": "to",
    },
}


def result_words(sheet: parrules.ScoreSheet, wanted: str, language: str) -> str:
    """Say what came out, about the nodes that ``wanted`` names, in its words."""
    words = _WORDS[language]
    named = re.findall(r"(?:^|; )([\w.]+): (?=[\d−≈]|" + "|".join(words.values()) + ")", wanted)
    named = [name for name in named if name == words["total"] or name in [node.id for node in sheet]]
    if not named:
        return _one(sheet, "1", wanted, language)
    texts = []
    for name in named:
        part = next(part for part in wanted.split("; ") if part.startswith(f"{name}: "))
        texts.append(f"{name}: {_one(sheet, '' if name == words['total'] else name, part, language)}")
    return "; ".join(texts)


def _one(sheet: parrules.ScoreSheet, node: str, wanted: str, language: str) -> str:
    words = _WORDS[language]
    view = sheet[node] if node else sheet.total
    if view.points is not None and view.state in ("scored", "assessed", "not-applicable"):
        written = _points(view.points, language, unit=f" {words['of']} " not in wanted)
        if f" {words['of']} " in wanted:
            written += f" {words['of']} {_points(view.applicable_maximum, language)}"
        return written
    data = view.data
    if view.state == "not-applicable":
        return words[data["treatment"]]
    if view.state == "fault":
        here = [finding for finding in sheet.findings if finding.node == node]
        codes = [finding.code for finding in here if finding.severity.value == "error"]
        return f"{words['error']} {', '.join(codes)}"
    causes = ", ".join(cause.rpartition("/")[2] for cause in data["causes"])
    text = f"{words[view.state]}: {causes}"
    if f"({words['from']} " in wanted:
        low, high = view.interval
        text += f" ({words['from']} {_points(low, language, unit=False)} {words['to']} {_points(high, language)})"
    return text


def _points(number: Fraction, language: str, *, unit: bool = True) -> str:
    exact = round_to_digits(number, 4) == number
    shown = ("" if exact else "≈ ") + format_number(number if exact else round_to_digits(number, 2), language)
    word = "điểm" if language == "vi" else "point" if number == 1 else "points"
    return f"{shown} {word}" if unit else shown


def told(findings: list[parrules.Finding], language: str) -> str:
    """Write findings as a ``finding`` fence shows them."""
    help_word = "gợi ý" if language == "vi" else "help"
    lines: list[str] = []
    for finding in findings:
        if finding.severity.value == "note" or finding.code == "PAR508":
            continue
        lines.append(f"{finding.code}: {tell(finding.message, language)}")
        if finding.help is not None:
            lines.append(f"  {help_word}: {tell(finding.help, language)}")
    return "\n".join(lines)


# -- programs ----------------------------------------


def programs(text: str) -> list[tuple[Fence, Fence]]:
    """Give the Python fences of a page that are followed by their output."""
    pairs = itertools.pairwise(fences(text))
    return [(first, second) for first, second in pairs if first.word == "python" and second.word == "output"]


def printed(program: str) -> str:
    """Run a program at the top of the repository and give what it prints."""
    told_ = io.StringIO()
    with contextlib.chdir(Path(__file__).resolve().parent.parent.parent), contextlib.redirect_stdout(told_):
        exec(compile(program, "docs", "exec"), {"__name__": "docs"})
    return told_.getvalue().rstrip()
