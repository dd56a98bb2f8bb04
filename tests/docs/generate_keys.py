"""The key tables of the file pages, from the JSON schemas: what each key means and may hold, whether it is required."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from generate_words import code, table

SCHEMAS = Path(__file__).resolve().parent.parent.parent / "schemas"

_FORMS = {
    "text": ("chữ, hoặc `{vi: …, en: …}`", "text, or `{vi: …, en: …}`"),
    "line": ("chữ", "text"),
    "mark": ("chữ hoặc số", "text or a whole number"),
    "figure": ("số", "a number"),
    "figure_or_percent": ("số hoặc `%`", "a number or `%`"),
    "bound": ("số, `%` hoặc ngày", "a number, `%` or a date"),
    "date": ("ngày", "a date"),
    "moment": ("ngày và giờ", "a date and time"),
    "date_or_moment": ("ngày, có thể kèm giờ", "a date, a time may follow"),
    "id": ("mã", "an id"),
    "set_id": ("mã", "an id"),
    "reading_id": ("mã", "an id"),
    "name": ("tên số liệu", "a value's name"),
    "word": ("từ", "a word"),
    "year": ("năm", "a year"),
    "rank": ("số nguyên từ 1", "a whole number from 1"),
    "digits": ("số nguyên 0–12", "a whole number 0–12"),
    "rule": ("quy tắc", "a rule"),
    "person": ("tên, hoặc `{name: …, position: …}`", "a name, or `{name: …, position: …}`"),
    "paper": ("mã tài liệu, hoặc số, ngày", "a document's id, or its number and date"),
    "maybe_exact": ("số chính xác dạng chữ, hoặc `null`", "an exact number as text, or `null`"),
    "title": ("`{vi: …, en: …}`", "`{vi: …, en: …}`"),
    "day": ('ngày, ví dụ `"2020-12-28"`', 'a date, such as `"2020-12-28"`'),
    "exact": ('số chính xác dạng chữ, ví dụ `"5.4"`, `"59/66"`', 'an exact number as text, such as `"5.4"`, `"59/66"`'),
}
"""What the named types of the schemas hold, in words."""

_TYPES = {
    "string": ("chữ", "text"),
    "number": ("số", "a number"),
    "integer": ("số nguyên", "a whole number"),
    "boolean": ("`true`, `false`", "`true`, `false`"),
    "object": ("khóa và giá trị", "keys with values"),
    "array": ("danh sách", "a list"),
    "null": ("`null`", "`null`"),
}


@lru_cache(maxsize=4)
def schema(name: str) -> dict[str, Any]:
    """Read a schema."""
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


def resolved(node: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """Follow ``$ref``; what stands beside it wins."""
    merged = node
    while "$ref" in merged:
        target: Any = whole
        for step in merged["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        merged = {**target, **{key: value for key, value in merged.items() if key != "$ref"}}
    return merged


def at(name: str, path: str) -> dict[str, Any]:
    """Give a place of a schema: ``/``, ``node``, ``field``, ``/rounding``, ``node/values``."""
    whole = schema(name)
    first, *rest = path.split("/")
    found = whole if not first else whole["$defs"][first]
    for step in rest:
        if step:
            found = resolved(resolved(found, whole)["properties"][step], whole)
    if "properties" not in found and isinstance(found.get("additionalProperties"), dict):
        found = resolved(found["additionalProperties"], whole)
    if "properties" not in found and isinstance(found.get("items"), dict):
        found = resolved(found["items"], whole)
    return found


def _literal(value: str | None) -> str:
    """Show a value as JSON has it where it is no plain word."""
    return "`null`" if value is None else code(value or '""')


def _side(text: str, language: str) -> str:
    vi, _, en = text.partition(" · ")
    return vi if language == "vi" or not en else en


def _form(node: dict[str, Any], whole: dict[str, Any], language: str) -> str:
    """Say what a key may hold."""
    side = 0 if language == "vi" else 1
    name = node.get("$ref", "").rpartition("/")[2]
    full = resolved(node, whole)
    if "const" in full:
        return code(str(full["const"]))
    if "enum" in full:
        said = full.get("enumDescriptions", [""] * len(full["enum"]))
        pairs = zip(full["enum"], said, strict=True)
        return "<br>".join(f"{_literal(value)} {_side(text, language)}".strip() for value, text in pairs)
    if name in _FORMS:
        return _FORMS[name][side]
    types = full.get("type", "object")
    types = [types] if isinstance(types, str) else types
    if types == ["array"] and isinstance(full.get("items"), dict):
        inner = resolved(full["items"], whole)
        item = _form(full["items"], whole, language) if inner.get("type") not in ("object", None) else ""
        return (("danh sách", "a list of")[side] + " " + item).strip() if item else ("danh sách", "a list")[side]
    if "text" in full.get("$comment", "") and "string" in types and "object" in types:
        return _FORMS["text"][side]
    return (" hoặc ", " or ")[side].join(dict.fromkeys(_TYPES[kind][side] for kind in types))


def keys(language: str, what: str) -> str:
    """Write the table of an object's keys: ``criteria /`` for a whole file, ``criteria field`` for a part of it."""
    name, path = what.split()
    whole, node = schema(name), at(name, path)
    required = set(node.get("required", ()))
    rows = []
    for key, declared in node["properties"].items():
        full = resolved(declared, whole)
        means = _side(full.get("description", ""), language)
        mark = {"vi": "bắt buộc", "en": "required"}[language] if key in required else ""
        rows.append((code(key), means, _form(declared, whole, language), mark))
    heads = {"vi": ("Khóa", "Nghĩa", "Giá trị", ""), "en": ("Key", "Meaning", "Holds", "")}
    return table(heads[language], rows)


def documented(page: str) -> set[str]:
    """List the places of schemas that a page has tables of."""
    return set(re.findall(r"<!-- generated: keys ([\w-]+ [\w/-]+) -->", page))


def objects(name: str) -> set[str]:
    """List the places of a schema that are objects with keys of their own, those in the text of a type left out."""
    whole = schema(name)
    found = {"/"}
    for place, node in whole["$defs"].items():
        if "properties" in node and place not in _FORMS:
            found.add(place)
    return found


GENERATORS = {"keys": keys}
