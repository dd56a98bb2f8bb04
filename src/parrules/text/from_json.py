"""A JSON source becomes the same tree of nodes as YAML, with the same places and limits.

The standard library reads JSON but forgets where; this keeps the place of each value and each figure as it was written.
Only JSON itself is read: `NaN`, `Infinity`, comments, trailing commas, leading zeros and control characters in texts
are refused. A number with an exponent stays as it was written, which no figure may be (PAR110): ``1e3`` never becomes
1000.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import NoReturn

from parrules.diagnostics import Findings
from parrules.messages import Figure, Words
from parrules.messages import Style as FigureStyle
from parrules.spans import Source, Span
from parrules.text.encoding import character_name, check_characters, find_odd_character, start_of
from parrules.text.from_yaml import DEEPEST, MOST_NODES, RefusedError, note_duplicate
from parrules.text.node import Mapping, Node, Scalar, Sequence, Style, short
from parrules.values import whole

_BLANK = re.compile(r"[ \t\n\r]*")
_BARE = re.compile(r"[^\s,:\[\]{}\"]+")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[+-]?(nan|inf|infinity)", re.IGNORECASE)
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*')


def parse_json(source: Source, findings: Findings) -> Node | None:
    """Read one JSON document.

    Returns: the root node, or nothing where a finding says what is wrong and where (PAR102, PAR103, PAR104, PAR116).
    """
    if not check_characters(source, findings):
        return None
    before = len(findings.errors)
    try:
        root = _Reader(source, findings).document()
    except RefusedError:
        return None
    return root if len(findings.errors) == before else None


class _Reader:
    def __init__(self, source: Source, findings: Findings) -> None:
        self.source, self.text, self.findings = source, source.text, findings
        self.position = start_of(source)
        self.count = 0

    def document(self) -> Node:
        if not self._next():
            self._refuse("PAR102.empty", self._here(), help_id=None)
        root = self._value(0)
        if self._next():
            self._refuse("PAR102.json-more", self._here())
        return root

    def _next(self) -> str:
        """Pass over blanks and give the character behind them, empty at the end of the file."""
        blank = _BLANK.match(self.text, self.position)
        assert blank is not None
        self.position = blank.end()
        return self.text[self.position : self.position + 1]

    def _here(self) -> Span:
        return self.source.span(self.position, min(self.position + 1, len(self.text)))

    def _expect(self, character: str) -> None:
        if (here := self._next()) != character:
            self._refuse("PAR102.json-expected" if here else "PAR102.json-end", self._here(), word=character)
        self.position += 1

    def _refuse(
        self, message: str, span: Span, *, word: str = "", limit: int = 0, help_id: str | None = ""
    ) -> NoReturn:
        figure = Figure(whole(limit), FigureStyle.PLAIN)
        help_id = message + ".help" if help_id == "" else help_id
        self.findings.add(
            message, span, help=help_id, found=short(word), expected=Words(short(word)), name="", limit=figure
        )
        raise RefusedError

    def _value(self, depth: int) -> Node:
        self.count += 1
        start = self._next()
        if self.count > MOST_NODES:
            self._refuse("PAR104.nodes", self._here(), limit=MOST_NODES, help_id=None)
        if start in ("{", "[") and depth >= DEEPEST:
            self._refuse("PAR104.depth", self._here(), limit=DEEPEST, help_id=None)
        match start:
            case "{":
                return self._mapping(depth)
            case "[":
                return self._sequence(depth)
            case '"':
                return self._string()
            case "":
                self._refuse("PAR102.json-end", self._here())
        return self._bare()

    def _bare(self) -> Scalar:
        """Read a number or one of the three words; a number keeps the digits that it was written with."""
        found = _BARE.match(self.text, self.position)
        word = found[0] if found else self.text[self.position]
        span = self.source.span(self.position, self.position + len(word))
        if word not in ("true", "false", "null") and not _NUMBER.fullmatch(word):
            self._refuse("PAR102.json-nan" if _NO_NUMBER.fullmatch(word) else "PAR102.json-value", span, word=word)
        self.position = span.end
        return Scalar(word, Style.PLAIN, span)

    def _string(self) -> Scalar:
        start = self.position
        found = _STRING.match(self.text, start)
        assert found is not None
        if not self.text.startswith('"', found.end()):
            self._refuse_string(start, found.end())
        self.position = found.end() + 1
        span = self.source.span(start, self.position)
        text = json.loads(self.text[start : self.position])
        assert isinstance(text, str)
        composed = unicodedata.normalize("NFC", text)
        scalar = Scalar(composed, Style.DOUBLE, span, None if composed == text else text)
        at = find_odd_character(text)
        if at is not None:
            # An escape can stand for a character that no file may hold, or for half of one.
            self.findings.add(
                "PAR116", scalar.mapped().span(at, at + 1), help="PAR116.help", character=character_name(text[at])
            )
        return scalar

    def _refuse_string(self, start: int, stopped: int) -> NoReturn:
        here = self.text[stopped : stopped + 1]
        if here == "\\":
            self._refuse("PAR102.escape", self.source.span(stopped, min(stopped + 2, len(self.text))), word=here)
        if here in ("", "\n", "\r"):
            self._refuse("PAR102.json-string", self.source.span(start, stopped))
        # A tab: JSON wants it escaped.
        span = self.source.span(stopped, stopped + 1)
        self.findings.add("PAR116", span, help="PAR116.help", character=character_name(here))
        raise RefusedError

    def _sequence(self, depth: int) -> Sequence:
        start = self.position
        self.position += 1
        items: list[Node] = []
        if self._next() != "]":
            items.append(self._value(depth + 1))
            while self._next() != "]":
                self._expect(",")
                items.append(self._value(depth + 1))
        self.position += 1
        return Sequence(tuple(items), self.source.span(start, self.position))

    def _mapping(self, depth: int) -> Mapping:
        start = self.position
        self.position += 1
        entries: dict[str, tuple[Scalar, Node]] = {}
        if self._next() != "}":
            self._entry(entries, depth)
            while self._next() != "}":
                self._expect(",")
                self._entry(entries, depth)
        self.position += 1
        return Mapping(tuple(entries.values()), self.source.span(start, self.position))

    def _entry(self, entries: dict[str, tuple[Scalar, Node]], depth: int) -> None:
        if self._next() != '"':
            self._refuse("PAR102.json-key" if self._next() else "PAR102.json-end", self._here())
        self.count += 1
        key = self._string()
        self._expect(":")
        value = self._value(depth + 1)
        if key.value in entries:
            note_duplicate(entries[key.value][0], key, self.findings)
        else:
            entries[key.value] = (key, value)
