"""A source becomes a tree of nodes, by PyYAML's events.

Size, depth and aliases are judged on the event stream, before any tree is built: the C loader's own composer crashes the process on
deep nesting, and an alias bomb is small until somebody expands it. Tags, anchors, aliases and further documents are refused, since
each makes a file mean something else than it shows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from parrules.diagnostics import Findings, Label
from parrules.messages import Figure, Message, Words
from parrules.messages import Style as FigureStyle
from parrules.spans import Source, Span
from parrules.text.node import Mapping, Node, Scalar, Sequence, Style
from parrules.values import whole

DEEPEST = 32
"""Levels of nesting that a file may have; a criteria set has about ten."""

MOST_NODES = 400_000
"""Scalars, lists and mappings that a file may have."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DIGITS = re.compile(r"-?\d+")
_STYLES = {None: Style.PLAIN, "": Style.PLAIN, "'": Style.SINGLE, '"': Style.DOUBLE, "|": Style.LITERAL, ">": Style.FOLDED}


@dataclass
class _Open:
    """A list or mapping whose end has not come yet."""

    start: int
    is_mapping: bool
    is_flow: bool
    nodes: list[Node] = field(default_factory=list)


class _Refused(Exception):
    """Reading ends here; the finding is noted."""


def parse_yaml(source: Source, findings: Findings) -> Node | None:
    """Read one YAML document.

    Returns: the root node, or nothing where a finding says what is wrong and where (PAR102, PAR103, PAR104, PAR109, PAR112).
    """
    try:
        root = _Reader(source, findings).read()
    except _Refused:
        return None
    except yaml.YAMLError as error:
        _note_yaml_error(error, source, findings)
        return None
    return root


class _Reader:
    def __init__(self, source: Source, findings: Findings) -> None:
        self.source, self.findings = source, findings
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.count = 0

    def read(self) -> Node | None:
        documents = 0
        before = len(self.findings.errors)
        for event in yaml.parse(self.source.text, Loader=_LOADER):
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        self._refuse("PAR109.documents", event)
                case yaml.AliasEvent():
                    self._refuse("PAR109.alias", event, name=event.anchor)
                case yaml.ScalarEvent():
                    self._check_event(event)
                    style = _STYLES[event.style]
                    span = self._span(event)
                    if style is Style.LITERAL or style is Style.FOLDED:
                        # The end mark of a block stands behind the line break; a node ends with its text.
                        span = Span(span.source, span.start, span.start + len(span.text.rstrip()))
                    self._close(Scalar(event.value, style, span))
                case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                    self._check_event(event)
                    if len(self.stack) >= DEEPEST:
                        self._refuse("PAR104.depth", event, limit=DEEPEST)
                    is_mapping = isinstance(event, yaml.MappingStartEvent)
                    self.stack.append(_Open(self._span(event).start, is_mapping, bool(event.flow_style)))
                case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                    self._end(self._span(event).end)
        if self.root is None:
            self.findings.add("PAR102.empty", self.source.span(0, 0))
        return self.root if len(self.findings.errors) == before else None

    def _check_event(self, event: yaml.NodeEvent) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            self._refuse("PAR104.nodes", event, limit=MOST_NODES)
        if event.anchor:
            self._refuse("PAR109.anchor", event, name=event.anchor)
        if getattr(event, "tag", None):
            self._refuse("PAR109.tag", event, name=event.tag)  # type: ignore[attr-defined]  # scalars, lists and mappings have one

    def _refuse(self, message: str, event: yaml.Event, *, name: str = "", limit: int = 0) -> None:
        help_id = message + ".help" if message.startswith("PAR109") else None
        self.findings.add(
            message, self._span(event), help=help_id, name=name, limit=Figure(whole(limit), FigureStyle.PLAIN)
        )
        raise _Refused

    def _span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        return self.source.span(
            self.source.offset(start.line + 1, start.column + 1), self.source.offset(end.line + 1, end.column + 1)
        )

    def _end(self, end: int) -> None:
        opened = self.stack.pop()
        span = self.source.span(opened.start, opened.start + len(self.source.text[opened.start : end].rstrip()))
        if not opened.is_mapping:
            if opened.is_flow:
                self._check_cut_items(opened.nodes)
            self._close(Sequence(tuple(opened.nodes), span))
            return
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        for key, value in zip(opened.nodes[::2], opened.nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.findings.add("PAR107.key", key.span)
                continue
            if key.value == "<<" and key.is_plain:
                self.findings.add("PAR109.merge", key.span, help="PAR109.merge.help")
                continue
            if opened.is_flow and self._is_cut(entries[-1][1] if entries else None, key, value):
                self._note_cut(entries[-1][1], key)
                continue
            if key.value in seen:
                first = Label(seen[key.value].span, Message("PAR103.first"))
                self.findings.add("PAR103", key.span, help="PAR103.help", labels=(first,), key=key.value)
                continue
            seen[key.value] = key
            entries.append((key, value))
        self._close(Mapping(tuple(entries), span))

    def _is_cut(self, before: Node | None, key: Scalar, value: Node) -> bool:
        """See whether ``{a: 8,5}`` was meant as one figure: digits, a comma without a blank, digits without a value."""
        return (
            isinstance(before, Scalar)
            and isinstance(value, Scalar)
            and value.is_plain
            and value.value == ""
            and key.is_plain
            and re.fullmatch(r"\d+%?", key.value) is not None
            and _DIGITS.fullmatch(before.value) is not None
            and self.source.text[before.span.end : key.span.start].strip() == ","
        )

    def _check_cut_items(self, items: list[Node]) -> None:
        for left, right in zip(items, items[1:], strict=False):
            if (
                isinstance(left, Scalar)
                and isinstance(right, Scalar)
                and left.is_plain
                and right.is_plain
                and _DIGITS.fullmatch(left.value)
                and re.fullmatch(r"\d+%?", right.value)
                and self.source.text[left.span.end : right.span.start] == ","
            ):
                self._note_cut(left, right)

    def _note_cut(self, left: Node, right: Scalar) -> None:
        assert isinstance(left, Scalar)
        span = self.source.span(left.span.start, right.span.end)
        self.findings.add("PAR112", span, help="PAR112.help", figure=f"{left.value},{right.value}")

    def _close(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].nodes.append(node)
        else:
            self.root = node


_TROUBLES = (
    (r"\\t|'\t'|tab character", "PAR102.tab"),
    (r"mapping values are not allowed", "PAR102.colon"),
    (r"unexpected end of stream|while scanning a quoted scalar", "PAR102.quote"),
    (r"expected ',' or|expected the node content|did not find expected ',' or", "PAR102.bracket"),
    (r"expected <block end>|did not find expected key|did not find expected '-' indicator|bad indentation", "PAR102.indent"),
    (r"could not find expected ':'|could not find ':'", "PAR102.no-colon"),
    (r"unknown escape|escape", "PAR102.escape"),
    (r"cannot start any token", "PAR102.start"),
)


def _note_yaml_error(error: yaml.YAMLError, source: Source, findings: Findings) -> None:
    span = source.span(0, 0)
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        if mark is not None:
            start = source.offset(mark.line + 1, mark.column + 1)
            span = source.span(start, start + 1)
    text = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or error}"
    message = next((name for pattern, name in _TROUBLES if re.search(pattern, text)), "PAR102")
    findings.add(message, span, help=message + ".help", said=Words(" ".join(text.split())))
