"""A JSON source becomes the same tree of nodes as YAML, with the same places and limits.

The standard library reads JSON but forgets where; this keeps the place of each value and each figure as it was written.
"""

from __future__ import annotations

import re
from json.decoder import JSONDecodeError, scanstring
from typing import NoReturn

from parrules.diagnostics import Findings, Label
from parrules.messages import Figure, Message
from parrules.messages import Style as FigureStyle
from parrules.spans import Source
from parrules.text.from_yaml import DEEPEST, MOST_NODES
from parrules.text.node import Mapping, Node, Scalar, Sequence, Style
from parrules.values import whole

_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_WORD = re.compile(r"\w+")


class _Refused(Exception):
    pass


def parse_json(source: Source, findings: Findings) -> Node | None:
    """Read one JSON document.

    Returns: the root node, or nothing where a finding says what is wrong and where (PAR102, PAR103, PAR104).
    """
    before = len(findings.errors)
    reader = _Reader(source, findings)
    try:
        root = reader.value(0)
        reader.blank()
        if reader.position < len(source.text):
            reader.refuse("PAR102.json-more")
    except _Refused:
        return None
    return root if len(findings.errors) == before else None


class _Reader:
    def __init__(self, source: Source, findings: Findings) -> None:
        self.source, self.text, self.findings = source, source.text, findings
        self.position = 0
        self.count = 0

    def refuse(self, message: str, **arguments: str) -> NoReturn:
        span = self.source.span(self.position, min(len(self.text), self.position + 1))
        self.findings.add(message, span, limit=Figure(whole(DEEPEST), FigureStyle.PLAIN), **arguments)
        raise _Refused

    def blank(self) -> str:
        self.position = _BLANK.match(self.text, self.position).end()  # type: ignore[union-attr]  # matches nothing too
        return self.text[self.position : self.position + 1]

    def value(self, depth: int) -> Node:
        self.count += 1
        if depth > DEEPEST or self.count > MOST_NODES:
            self.refuse("PAR104.depth")
        match self.blank():
            case "{":
                return self.mapping(depth)
            case "[":
                return self.sequence(depth)
            case '"':
                return self.string()
            case "":
                self.refuse("PAR102.json-end")
        start = self.position
        if number := _NUMBER.match(self.text, start):
            self.position = number.end()
            return Scalar(number[0], Style.PLAIN, self.source.span(start, number.end()))
        if (word := _WORD.match(self.text, start)) and word[0] in ("true", "false", "null"):
            self.position = word.end()
            return Scalar(word[0], Style.PLAIN, self.source.span(start, word.end()))
        self.refuse("PAR102.json-value", found=word[0] if word else self.text[start])

    def string(self) -> Scalar:
        start = self.position
        try:
            value, self.position = scanstring(self.text, start + 1, True)
        except JSONDecodeError as error:
            self.position = min(error.pos, len(self.text))
            self.refuse("PAR102.json-string")
        return Scalar(value, Style.DOUBLE, self.source.span(start, self.position))

    def sequence(self, depth: int) -> Sequence:
        start = self.position
        self.position += 1
        items: list[Node] = []
        if self.blank() != "]":
            while True:
                items.append(self.value(depth + 1))
                if self.blank() == "]":
                    break
                self.expect(",")
        self.position += 1
        return Sequence(tuple(items), self.source.span(start, self.position))

    def mapping(self, depth: int) -> Mapping:
        start = self.position
        self.position += 1
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        if self.blank() != "}":
            while True:
                if self.blank() != '"':
                    self.refuse("PAR102.json-key")
                key = self.string()
                self.blank()
                self.expect(":")
                value = self.value(depth + 1)
                if key.value in seen:
                    first = Label(seen[key.value].span, Message("PAR103.first"))
                    self.findings.add("PAR103", key.span, help="PAR103.help", labels=(first,), key=key.value)
                else:
                    seen[key.value] = key
                    entries.append((key, value))
                if self.blank() == "}":
                    break
                self.expect(",")
        self.position += 1
        return Mapping(tuple(entries), self.source.span(start, self.position))

    def expect(self, character: str) -> None:
        if self.text[self.position : self.position + 1] != character:
            self.refuse("PAR102.json-expected", expected=character)
        self.position += 1
