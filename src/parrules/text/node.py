"""The tree of a YAML or JSON file: scalars as text with their style, sequences and mappings, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from parrules.spans import MappedText, Source, Span

_JSON_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
_LITERALS = {"true": True, "false": False, "null": None, "": None}


class Style(StrEnum):
    """How a scalar is written."""

    PLAIN = "plain"
    SINGLE = "'"
    DOUBLE = '"'
    LITERAL = "|"
    FOLDED = ">"


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """A text, a figure or a word, kept as it was written."""

    value: str
    style: Style
    span: Span

    @property
    def is_plain(self) -> bool:
        """Whether it stands without quotes, so that YAML readers differ on what it is."""
        return self.style is Style.PLAIN

    def mapped(self) -> MappedText:
        """Give the text with the place in the file of each of its characters."""
        return MappedText(self.value, self.span.source, _origins(self))


@dataclass(frozen=True, slots=True, eq=False)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Mapping:
    """Keys with values, in the order of the file; no key stands twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span
    _by_key: dict[str, tuple[Scalar, Node]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {key.value: (key, value) for key, value in self.entries})

    def get(self, key: str) -> Node | None:
        """Give the value of ``key``, nothing where it is not there."""
        entry = self._by_key.get(key)
        return entry[1] if entry else None

    def key(self, key: str) -> Scalar | None:
        """Give the key itself, with its place."""
        entry = self._by_key.get(key)
        return entry[0] if entry else None

    def __contains__(self, key: str) -> bool:
        return key in self._by_key

    def __iter__(self) -> Iterator[tuple[Scalar, Node]]:
        return iter(self.entries)


Node = Scalar | Sequence | Mapping


def to_plain(node: Node) -> Any:
    """Give plain data for a schema: plain JSON numbers become numbers, `true`, `false` and `null` themselves, all else text."""
    match node:
        case Scalar(value=value):
            if not node.is_plain:
                return value
            if value in _LITERALS:
                return _LITERALS[value]
            if _JSON_NUMBER.fullmatch(value):
                return Decimal(value) if "." in value else int(value) if len(value) < 4000 else value
            return value
        case Sequence(items=items):
            return [to_plain(item) for item in items]
        case Mapping(entries=entries):
            return {key.value: to_plain(value) for key, value in entries}


_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|.)", re.DOTALL)


def _origins(scalar: Scalar) -> list[int]:
    """Find where each character of a scalar's value stands in the file.

    A value differs from its text in the file by indentation, folding, escapes and doubled quotes only, so that its visible
    characters stand there in the same order; blanks are placed just after the character before them.
    """
    text, source = scalar.value, scalar.span.source
    if scalar.style is Style.LITERAL:
        return _literal_origins(text, source, scalar.span)
    position, end = scalar.span.start, scalar.span.end
    if scalar.style in (Style.SINGLE, Style.DOUBLE):
        position, end = position + 1, end - 1
    elif scalar.style is Style.FOLDED:
        position = source.text.find("\n", position) + 1
    origins: list[int] = []
    for character in text:
        while position < end:
            here = source.text[position]
            if here == character:
                origins.append(position)
                position += 2 if scalar.style is Style.SINGLE and here == "'" else 1
                break
            if scalar.style is Style.DOUBLE and here == "\\":
                escape = _ESCAPE.match(source.text, position, end)
                width = len(escape[0]) if escape else 1
                if escape and escape[1][0] in "\r\n":
                    position += width
                    continue
                origins.append(position)
                position += width
                break
            if character.isspace():
                origins.append(position)
                if here.isspace():
                    position += 1
                break
            position += 1
        else:
            origins.append(end)
    origins.append(position)
    return origins


def _literal_origins(text: str, source: Source, span: Span) -> list[int]:
    line = source.place(span.start).line + 1
    origins: list[int] = []
    indent = None
    ends = span.end
    for value_line in text.split("\n"):
        if line > source.line_count:
            break
        start = source.offset(line)
        written = source.line(line)
        if indent is None and value_line:
            # The first line with text sets the indentation of the whole block.
            indent = len(written) - len(value_line)
        skipped = min(indent or 0, len(written)) if value_line else len(written)
        origins.extend(range(start + skipped, start + skipped + len(value_line)))
        origins.append(start + skipped + len(value_line))
        ends = start + len(written)
        line += 1
    while len(origins) < len(text) + 1:
        origins.append(ends)
    return origins[: len(text) + 1]
