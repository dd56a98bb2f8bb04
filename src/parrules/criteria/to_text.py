"""A criteria file in one form: rules laid out by the formatter, figures and dates in the file's format, in either language.

Only what changes is touched: comments, order and all other text of the file stay as they were written.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from parrules.diagnostics import Findings
from parrules.language import format_rule, parse
from parrules.spans import Source
from parrules.text import Mapping, Node, Scalar, Sequence, parse_yaml
from parrules.text.node import Style
from parrules.values import Exact, exact_text, product, whole
from parrules.values.notation import Misread, read_date, read_number, read_percent

_FIGURES = frozenset({"maximum", "minimum", "weight", "base", "from", "to"})
_DATES = frozenset({"issued", "on", "holidays", "worked"})
_FREE = frozenset({"labels", "stated", "provenance", "not_applicable"})
"""Keys below which there is text or ids only, no figure of ours."""


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def format_criteria(source: Source, language: str, findings: Findings) -> str | None:
    """Write a criteria file in one form.

    Args:
        source: The file as it is.
        language: ``vi`` or ``en``: the language to write rules, figures and dates in.
        findings: Receives what keeps a rule from being read.

    Returns: the new text of the file, or nothing where there is an error.
    """
    root = parse_yaml(source, findings)
    if not isinstance(root, Mapping):
        return None
    written = root.get("language")
    before = written.value if isinstance(written, Scalar) else language
    formatter = _Formatter(source, before, language, findings)
    if isinstance(written, Scalar) and written.value != language:
        formatter.edits.append(_Edit(written.span.start, written.span.end, language))
    formatter.visit(root, "")
    if findings.errors:
        return None
    text = source.text
    for edit in sorted(formatter.edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


class _Formatter:
    def __init__(self, source: Source, before: str, after: str, findings: Findings) -> None:
        self.source, self.before, self.after, self.findings = source, before, after, findings
        self.edits: list[_Edit] = []

    def visit(self, node: Node, key: str) -> None:
        if not isinstance(node, Scalar) and self._is_flow(node) and self._needs_block(node, key):
            self._to_block(node, key)
            return
        match node:
            case Mapping():
                for name, value in node:
                    if name.value in _FREE:
                        continue
                    if name.value == "rule" and isinstance(value, Scalar):
                        self._rule(name, value)
                    else:
                        self.visit(value, name.value)
            case Sequence(items=items):
                for item in items:
                    self.visit(item, key)
            case Scalar():
                new = self._scalar(node, key)
                if new is not None and new != node.span.text:
                    self.edits.append(_Edit(node.span.start, node.span.end, new))

    def _is_flow(self, node: Mapping | Sequence) -> bool:
        return self.source.text[node.span.start : node.span.start + 1] in ("{", "[")

    # -- figures and dates -------------------------------------------------------------------------------------------------

    def _scalar(self, node: Scalar, key: str) -> str | None:
        if not node.is_plain:
            return None
        if key in _FIGURES:
            return self._figure(node)
        if key in _DATES:
            return self._date(node)
        return None

    def _figure(self, node: Scalar) -> str | None:
        percent = node.value.rstrip().endswith("%")
        read = (read_percent if percent else read_number)(node.value, self.before)
        if isinstance(read, Misread):
            return self._date(node)
        return self._write(product(read, whole(100)) if percent else read) + ("%" if percent else "")

    def _write(self, number: Exact) -> str:
        text = exact_text(number)
        return text.replace(".", ",") if self.after == "vi" else text

    def _date(self, node: Scalar) -> str | None:
        date = read_date(node.value, self.before)
        if isinstance(date, Misread):
            date = read_date(node.value, self.after)
        if not isinstance(date, datetime.date):
            return None
        return f"{date.day:02}/{date.month:02}/{date.year}" if self.after == "vi" else date.isoformat()

    # -- braces and brackets -----------------------------------------------------------------------------------------------

    def _needs_block(self, node: Node, key: str) -> bool:
        """See whether a figure inside braces would get a comma, which YAML takes as the end of the figure."""
        match node:
            case Mapping():
                return any(name.value not in _FREE and self._needs_block(value, name.value) for name, value in node)
            case Sequence(items=items):
                return any(self._needs_block(item, key) for item in items)
            case Scalar():
                new = self._scalar(node, key)
                return new is not None and "," in new

    def _to_block(self, node: Mapping | Sequence, key: str) -> None:
        """Write ``{id: A, from: 89.5}`` over several lines."""
        line = self.source.line(node.span.place.line)
        before = line[: node.span.place.column - 1]
        in_list = before.strip() == "-"
        indent = len(before) if in_list else len(before) - len(before.lstrip(" -")) + 2
        lines = self._block_lines(node, key)
        pad = "\n" + " " * indent
        self.edits.append(_Edit(node.span.start, node.span.end, pad.join(lines) if in_list else pad + pad.join(lines)))
        start = node.span.start
        if not in_list and self.source.text[start - 1] == " ":
            # The blank before the brace would be left at the end of the line.
            self.edits.append(_Edit(start - 1, start, ""))

    def _block_lines(self, node: Node, key: str) -> list[str]:
        """Give the lines of a node in block style; what holds no such figure stays in braces."""
        match node:
            case Scalar():
                return [self._scalar(node, key) or node.span.text]
            case Mapping():
                lines: list[str] = []
                for name, value in node:
                    inner = self._inner_lines(value, name.value)
                    if len(inner) == 1:
                        lines.append(f"{name.span.text}: {inner[0]}")
                    else:
                        lines += [f"{name.span.text}:", *("  " + line for line in inner)]
                return lines
            case Sequence(items=items):
                lines = []
                for item in items:
                    first, *rest = self._inner_lines(item, key)
                    lines += [f"- {first}", *("  " + line for line in rest)]
                return lines

    def _inner_lines(self, node: Node, key: str) -> list[str]:
        if isinstance(node, Scalar) or self._needs_block(node, key):
            return self._block_lines(node, key)
        return [" ".join(node.span.text.split())]

    # -- rules -------------------------------------------------------------------------------------------------------------

    def _rule(self, key: Scalar, node: Scalar) -> None:
        rule = parse(node.mapped(), self.before, self.findings)
        if rule is None:
            return
        column = key.span.place.column - 1
        pad = " " * (column + 2)
        body = "\n".join(pad + line if line else "" for line in format_rule(rule, self.after).split("\n"))
        end = node.span.end
        if node.style in (Style.LITERAL, Style.FOLDED):
            # The text of a block reaches to the line break that ends it.
            end = node.span.start + len(self.source.text[node.span.start : end].rstrip())
        self.edits.append(_Edit(node.span.start, end, "|\n" + body))
