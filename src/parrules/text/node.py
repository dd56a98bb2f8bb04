"""The tree of a YAML or JSON file: scalars as text with their style, sequences and mappings, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from parrules.spans import MappedText, Span
from parrules.text.origins import flow_origins, literal_origins
from parrules.values import from_exact_text

_JSON_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_LITERALS = {"true": True, "false": False, "null": None, "": None}

LONGEST_NUMBER = 1000
"""Characters up to which a plain number is one for the schema; what is longer stays text, which no figure may be."""

LONGEST_SHOWN = 60
"""Characters of the reader's own text that a finding repeats."""


class Style(StrEnum):
    """How a scalar is written."""

    PLAIN = "plain"
    SINGLE = "'"
    DOUBLE = '"'
    LITERAL = "|"
    FOLDED = ">"


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """A text, a figure or a word, kept as it was written.

    ``value`` is in Unicode's composed form (NFC), so that names that look the same are the same; ``written`` is the
    text before that, where it differs.
    """

    value: str
    style: Style
    span: Span
    written: str | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it stands without quotes, so that YAML readers differ on what it is."""
        return self.style is Style.PLAIN

    def mapped(self) -> MappedText:
        """Give the text as it was written, with the place in the file of each of its characters."""
        text = self.value if self.written is None else self.written
        return MappedText(text, self.span.source, self._origins(text))

    def _origins(self, text: str) -> list[int]:
        source, start, end = self.span.source, self.span.start, self.span.end
        match self.style:
            case Style.LITERAL:
                return literal_origins(text, self.span)
            case Style.SINGLE | Style.DOUBLE:
                return flow_origins(text, source, start + 1, end - 1, quote=self.style.value)
            case Style.FOLDED:
                header = source.place(start).line
                first = source.offset(header + 1) if header < source.line_count else end
                return flow_origins(text, source, min(first, end), end)
            case Style.PLAIN:
                return flow_origins(text, source, start, end)


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
    """Give plain data for a schema.

    Plain JSON numbers become whole numbers or exact decimals, `true`, `false` and `null` themselves, all else text:
    ``010``, ``1:30``, ``1e3``, ``.nan`` and ``no`` are texts.
    """
    match node:
        case Scalar():
            return _plain_scalar(node)
        case Sequence(items=items):
            return [to_plain(item) for item in items]
        case Mapping(entries=entries):
            return {key.value: to_plain(value) for key, value in entries}


def _plain_scalar(scalar: Scalar) -> Any:
    text = scalar.value
    if not scalar.is_plain:
        return text
    if text in _LITERALS:
        return _LITERALS[text]
    if len(text) > LONGEST_NUMBER or not _JSON_NUMBER.fullmatch(text):
        return text
    return from_exact_text(text) if "." in text else int(text)


def short(text: str) -> str:
    """Give a text as a finding repeats it: one line, cut where it is long."""
    line = " ".join(text[: 2 * LONGEST_SHOWN].split())
    return line if len(line) <= LONGEST_SHOWN and len(text) <= 2 * LONGEST_SHOWN else line[:LONGEST_SHOWN] + "…"
