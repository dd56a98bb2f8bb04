"""The pages of this folder as tests: sections with fenced blocks, run in order.

| block | holds | checked |
|---|---|---|
| ``rule vi`` | a rule in that language | it is read without a finding, unless a block ``finding`` follows |
| ``same en`` | the rule before, as the formatter writes it | the text, and that it is read as the same tree |
| ``finding`` | all that is said of the rule before | code, line, column, text, both sentences, both mends |
| ``reads vi`` | lines ``as typed → as written`` | each is read alone, and formatted as the right side |
| ``means vi`` | lines ``phrase → comparison`` | the bounds of the range, and which of them are in it |

With ``--accept`` the blocks ``same``, ``finding``, ``reads`` and ``means`` are rewritten as they come out; the reviewer
reads the difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from parrules.diagnostics import Finding, Findings
from parrules.language import format_expression, format_rule, parse
from parrules.language import syntax as written
from parrules.messages import tell
from parrules.spans import MappedText, Source

FENCE = re.compile(r"^```(\w+)(?: (\w+))?$")
ARROW = " → "
HELP = {"vi": "gợi ý", "en": "help"}


@dataclass
class Block:
    """A fenced block: its kind, its language, its text, and the line of the page that it begins on."""

    kind: str
    language: str
    text: str
    line: int


@dataclass
class Section:
    """What stands under one heading of a page."""

    page: Path
    title: str
    blocks: list[Block] = field(default_factory=list)


def sections_of(page: Path) -> list[Section]:
    """Read the sections of a page that have blocks."""
    found = [Section(page, page.stem)]
    block: Block | None = None
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        if block is not None:
            if line == "```":
                block = None
            else:
                block.text += line + "\n"
        elif fence := FENCE.match(line):
            block = Block(fence[1], fence[2] or "", "", number)
            found[-1].blocks.append(block)
        elif line.startswith("## "):
            found.append(Section(page, line.removeprefix("## ")))
    return [section for section in found if section.blocks]


def read(text: str, language: str) -> tuple[written.Rule | None, list[Finding]]:
    """Parse a rule."""
    findings = Findings()
    rule = parse(MappedText.whole(Source("rule", text)), language, findings)
    return rule, findings.sorted()


def told(finding: Finding) -> str:
    """Write a finding as a page shows it."""
    assert finding.span is not None
    assert finding.help is not None
    place = finding.span.place
    lines = [f"{finding.code} {place.line}:{place.column} {finding.span.text}"]
    for language in ("vi", "en"):
        lines.append(f"{language}: {tell(finding.message, language)}")
        lines.append(f"    {HELP[language]}: {tell(finding.help, language)}")
    return "\n".join(lines)


def bounds_of(text: str, language: str) -> str:
    """Write what a range phrase means as a comparison."""
    rule, findings = read(text, language)
    assert rule is not None, [told(finding) for finding in findings]
    line = rule.lines[0]
    assert isinstance(line, written.Lone)
    match line.value:
        case written.Range() as found:
            low = (
                f"{format_expression(found.lower.value, language)} {'<=' if found.lower.included else '<'} "
                if found.lower
                else ""
            )
            high = (
                f" {'<=' if found.upper.included else '<'} {format_expression(found.upper.value, language)}"
                if found.upper
                else ""
            )
            return low + format_expression(found.subject, language) + high
        case written.DateComparison() as found:
            sign = {"by": "<=", "before": "<", "after": ">"}[found.how]
            return f"{format_expression(found.subject, language)} {sign} {format_expression(found.limit, language)}"
        case other:
            raise AssertionError(f"{text} is no range but {other}")


def results_of(section: Section) -> list[tuple[Block, str]]:
    """Run a section: each block that is checked, with what its text should be."""
    results: list[tuple[Block, str]] = []
    rule: written.Rule | None = None
    findings: list[Finding] = []
    for number, block in enumerate(section.blocks):
        match block.kind:
            case "rule":
                rule, findings = read(block.text, block.language)
                following = section.blocks[number + 1].kind if number + 1 < len(section.blocks) else ""
                assert following == "finding" or not findings, f"line {block.line}:\n" + "\n".join(map(told, findings))
            case "same":
                assert rule is not None, f"line {block.line} follows no rule"
                text = format_rule(rule, block.language)
                assert read(text, block.language)[0] == rule, f"line {block.line}: not read as the same tree"
                results.append((block, text + "\n"))
            case "finding":
                results.append((block, "\n\n".join(map(told, findings)) + "\n"))
            case "reads" | "means":
                results.append((block, _rows(block)))
            case _:
                raise AssertionError(f"line {block.line}: no such block: {block.kind}")
    return results


def _rows(block: Block) -> str:
    typed = [line.partition(ARROW)[0].rstrip() for line in block.text.splitlines()]
    width = max(map(len, typed))
    rows = []
    for text in typed:
        if block.kind == "means":
            right = bounds_of(text, block.language)
        else:
            rule, findings = read(text, block.language)
            assert rule is not None, f"line {block.line}: {text}\n" + "\n".join(map(told, findings))
            right = format_rule(rule, block.language)
            assert read(right, block.language)[0] == rule, f"line {block.line}: {right} is not read as the same tree"
        rows.append(f"{text.ljust(width)}{ARROW}{right}\n")
    return "".join(rows)


def accept(page: Path, results: list[tuple[Block, str]]) -> None:
    """Rewrite blocks of a page."""
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    for block, text in sorted(results, key=lambda result: -result[0].line):
        start, end = block.line, block.line + len(block.text.splitlines())
        lines[start:end] = [text]
    page.write_text("".join(lines), encoding="utf-8")


def rules_that_are_read() -> list[tuple[str, str]]:
    """Give the rules of all pages that are rules, with their language."""
    found: list[tuple[str, str]] = []
    for page in sorted(Path(__file__).resolve().parent.glob("*.md")):
        for section in sections_of(page):
            kinds = [*(block.kind for block in section.blocks[1:]), ""]
            found += [
                (block.text, block.language)
                for block, following in zip(section.blocks, kinds, strict=True)
                if block.kind == "rule" and following != "finding"
            ]
    return found
