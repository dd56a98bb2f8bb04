"""A source becomes a tree of nodes, by PyYAML's events.

Size, depth and aliases are judged on the event stream, before any tree is built: the C loader's own composer crashes
the process on deep nesting, and an alias bomb is small until somebody expands it. Tags, anchors, aliases, directives
and further documents are refused, since each makes a file mean something else than it shows.

The two loaders of PyYAML, in C and in Python, differ on a few things: tabs between words, a `?` or a tight `:` inside
`{ }`. What one of them refuses is refused here with either, so that a file means the same on every machine.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import yaml

from parrules.diagnostics import Findings, Label
from parrules.messages import Figure, Message
from parrules.messages import Style as FigureStyle
from parrules.spans import Source, Span
from parrules.text.encoding import character_name, check_characters, find_odd_character, start_of
from parrules.text.node import Mapping, Node, Scalar, Sequence, Style, short
from parrules.text.yaml_troubles import note_bad_escape, note_yaml_error
from parrules.values import whole

DEEPEST = 32
"""Levels of nesting that a file may have; a criteria set has about ten."""

MOST_NODES = 400_000
"""Scalars, lists and mappings that a file may have."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_STYLES = {
    None: Style.PLAIN,
    "": Style.PLAIN,
    "'": Style.SINGLE,
    '"': Style.DOUBLE,
    "|": Style.LITERAL,
    ">": Style.FOLDED,
}
_OUTSIDE_COMMENT = re.compile(r"#[^\r\n]*|(?P<tab>\t)|(?P<question>\?)")
_EXPLICIT_KEY = re.compile(r"\?(?=[\s,\[\]{}]|$)")
_HEADER = re.compile(r"[|>][+-]?(?P<indent>[0-9])?[+-]?(?P<comment>#)?[^\r\n]*")
_BEFORE_TEXT = re.compile(r"[ \r\n]*")
_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*+(?P<line>%[^\r\n]*)")


@dataclass
class _Open:
    """A list or mapping whose end has not come yet."""

    start: int
    is_mapping: bool
    is_flow: bool
    nodes: list[Node] = field(default_factory=list)


class RefusedError(Exception):
    """Reading ends here; the finding is noted."""


def parse_yaml(source: Source, findings: Findings) -> Node | None:
    """Read one YAML document.

    Returns: the root node, or nothing where a finding says what is wrong and where (PAR102, PAR103, PAR104, PAR107,
    PAR109, PAR112, PAR116).
    """
    if not check_characters(source, findings):
        return None
    try:
        return _Reader(source, findings).read()
    except RefusedError:
        return None
    except yaml.YAMLError as error:
        note_yaml_error(error, source, findings, deepest=DEEPEST)
    except (ValueError, OverflowError):
        # The Python loader stumbles over `\UFFFFFFFF`.
        note_bad_escape(source, findings)
    return None


class _Reader:
    def __init__(self, source: Source, findings: Findings) -> None:
        self.source, self.findings = source, findings
        self.first = start_of(source)
        self.has_tabs, self.has_questions = "\t" in source.text, "?" in source.text
        self.behind = self.first  #: Up to here everything belongs to an event that was read.
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.count = 0
        self.documents = 0

    def read(self) -> Node | None:
        before = len(self.findings.errors)
        self._check_directives()
        for event in yaml.parse(self.source.text[self.first :], Loader=_LOADER):
            span = self._span(event)
            self._check_gap(span.start)
            self._take(event, span)
            self.behind = max(self.behind, span.end)
        if self.root is None:
            self.findings.add("PAR102.empty", self.source.span(self.first, self.first))
        return self.root if len(self.findings.errors) == before else None

    def _take(self, event: yaml.Event, span: Span) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._refuse("PAR109.documents", span)
            case yaml.AliasEvent():
                self._refuse("PAR109.alias", span, name=event.anchor or "")
            case yaml.ScalarEvent():
                self._check_node(event, span)
                self._close(self._scalar(event, span))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._check_node(event, span)
                if len(self.stack) >= DEEPEST:
                    self._refuse("PAR104.depth", span, limit=DEEPEST)
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                if is_mapping and _EXPLICIT_KEY.match(self.source.text, span.start):
                    self._refuse("PAR102.question", self.source.span(span.start, span.start + 1))
                self.stack.append(_Open(span.start, is_mapping, bool(event.flow_style)))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._end(span.end)

    def _check_directives(self) -> None:
        found = _DIRECTIVE.match(self.source.text, self.first)
        if found:
            self._refuse("PAR109.directive", self.source.span(*found.span("line")), name=found["line"].rstrip())

    def _check_gap(self, end: int) -> None:
        """Refuse a tab between two words and the `?` of an explicit key, unless they stand in a comment."""
        if self.has_tabs or self.has_questions:
            self._refuse_between(self.behind, end)

    def _refuse_between(self, start: int, end: int) -> None:
        for found in _OUTSIDE_COMMENT.finditer(self.source.text, start, end):
            if found.lastgroup:
                self._refuse(f"PAR102.{found.lastgroup}", self.source.span(*found.span()))

    def _check_node(
        self, event: yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent, span: Span
    ) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            self._refuse("PAR104.nodes", span, limit=MOST_NODES)
        if event.anchor:
            self._refuse("PAR109.anchor", span, name=event.anchor)
        if event.tag:
            self._refuse("PAR109.tag", span, name=event.tag)

    def _refuse(self, message: str, span: Span, *, name: str = "", limit: int = 0) -> None:
        help_id = None if message.startswith("PAR104") else message + ".help"
        figure = Figure(whole(limit), FigureStyle.PLAIN)
        self.findings.add(message, span, help=help_id, name=short(name), found=short(span.text), limit=figure)
        raise RefusedError

    def _span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        return self.source.span(self.first + start.index, self.first + end.index)

    def _scalar(self, event: yaml.ScalarEvent, span: Span) -> Scalar:
        style = _STYLES[event.style]
        match style:
            case Style.PLAIN:
                span = self._checked_plain(span)
            case Style.LITERAL | Style.FOLDED:
                self._check_header(span)
                # The end mark of a block stands behind the line break; a node ends with its text.
                span = self.source.span(span.start, span.start + len(span.text.rstrip()))
        composed = unicodedata.normalize("NFC", event.value)
        scalar = Scalar(composed, style, span, None if composed == event.value else event.value)
        if style is Style.DOUBLE:
            self._check_escapes(scalar)
        return scalar

    def _checked_plain(self, span: Span) -> Span:
        """Refuse in an unquoted text what one of the two loaders would not read; place an empty one behind its key."""
        text = self.source.text
        if span.start == span.end:
            at = len(text[max(self.behind, self.first) : span.start].rstrip()) + max(self.behind, self.first)
            return self.source.span(at, at)
        if self.has_tabs:
            at = text.find("\t", span.start, span.end)
            if at >= 0:
                self._refuse("PAR102.tab", self.source.span(at, at + 1))
        if self.stack and self.stack[-1].is_flow:
            at = text.find("?", span.start, span.end)
            if at >= 0:
                self._refuse("PAR102.question", self.source.span(at, at + 1))
            if text.startswith(":", span.end) and text[span.end + 1 : span.end + 2] in ",?[]{}":
                self._refuse("PAR102.tight-colon", self.source.span(span.end, span.end + 1))
        return span

    def _check_header(self, span: Span) -> None:
        """Refuse in the header of a block, and before its first word, what one of the two loaders would not read."""
        header = _HEADER.match(self.source.text, span.start, span.end)
        if header and header["comment"]:
            self._refuse("PAR102.start", self.source.span(span.start, span.start + 1))
        if header and self.has_tabs:
            self._refuse_between(span.start, header.end())
            at = header.end() + len(_BEFORE_TEXT.match(self.source.text, header.end(), span.end)[0])  # type: ignore[index]  # matches nothing too
            if self.source.text.startswith("\t", at) and not header["indent"]:
                self._refuse("PAR102.tab", self.source.span(at, at + 1))

    def _check_escapes(self, scalar: Scalar) -> None:
        """Refuse an escape that stands for a character that no file may hold (PAR116), as `\\0` does."""
        at = find_odd_character(scalar.value)
        if at is None:
            return
        text = scalar.mapped()
        at = find_odd_character(text.text)
        assert at is not None
        span, character = text.span(at, at + 1), text.text[at]
        if "\ud800" <= character <= "\udfff":
            # The C loader refuses these itself.
            self._refuse("PAR102.escape", self.source.span(span.start, span.start + 1))
        self.findings.add("PAR116", span, help="PAR116.help", character=character_name(character))

    def _close(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].nodes.append(node)
        else:
            self.root = node

    def _end(self, end: int) -> None:
        opened = self.stack.pop()
        if not opened.is_flow and opened.nodes:
            # The end mark of a block stands before the next word, with comments between.
            end = max(opened.start, opened.nodes[-1].span.end)
        span = self.source.span(opened.start, end)
        if opened.is_mapping:
            self._close(Mapping(self._entries(opened), span))
        else:
            self._close(Sequence(tuple(self._items(opened)), span))

    def _entries(self, opened: _Open) -> tuple[tuple[Scalar, Node], ...]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        before: Node | None = None
        for key, value in zip(opened.nodes[::2], opened.nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.findings.add("PAR107.key", key.span)
            elif key.value == "<<" and key.is_plain:
                self.findings.add("PAR109.merge", key.span, help="PAR109.merge.help")
            elif opened.is_flow and _is_empty(value) and is_cut(before, key):
                assert isinstance(before, Scalar)
                self._note_cut(before, key)
            elif key.value in entries:
                note_duplicate(entries[key.value][0], key, self.findings)
            else:
                entries[key.value] = (key, value)
            before = value
        return tuple(entries.values())

    def _items(self, opened: _Open) -> list[Node]:
        cut: Node | None = None
        for left, right in pairwise(opened.nodes) if opened.is_flow else ():
            if left is not cut and is_cut(left, right, tight=True):
                assert isinstance(left, Scalar)
                assert isinstance(right, Scalar)
                self._note_cut(left, right)
                cut = right
        return opened.nodes

    def _note_cut(self, left: Scalar, right: Scalar) -> None:
        span = self.source.span(left.span.start, right.span.end)
        self.findings.add("PAR112", span, help="PAR112.help", figure=short(f"{left.value},{right.value}"))


_WHOLE_PART = re.compile(r"-?([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+)")
_DECIMALS = re.compile(r"[0-9]+ ?(%|[^\W\d_].*)?")


def is_cut(left: Node | None, right: Node, *, tight: bool = False) -> bool:
    """See whether a comma inside `{ }` or `[ ]` cut a figure in two: digits, a comma, digits, nothing quoted.

    Args:
        left: What stands before the comma.
        right: What stands behind it.
        tight: Whether a blank behind the comma means that it does separate, as in ``[8, 5]``.
    """
    if not (isinstance(left, Scalar) and isinstance(right, Scalar) and left.is_plain and right.is_plain):
        return False
    between = left.span.source.text[left.span.end : right.span.start]
    return (
        (between if tight else between.strip()) == ","
        and _WHOLE_PART.fullmatch(left.value) is not None
        and _DECIMALS.fullmatch(right.value) is not None
    )


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_plain and node.value == ""


def note_duplicate(first: Scalar, again: Scalar, findings: Findings) -> None:
    """Say that a key stands twice (PAR103), and where it stood first."""
    label = Label(first.span, Message("PAR103.here"))
    findings.add("PAR103", again.span, help="PAR103.help", labels=(label,), key=short(again.value))
