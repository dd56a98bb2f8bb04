"""The shape of a file judged by its schema: each fault becomes one finding with its place and a suggestion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as Items
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from parrules.diagnostics import Findings, closest, without_marks
from parrules.messages import Figure, Joined, Message, Nested, Title, Words
from parrules.messages import Style as FigureStyle
from parrules.spans import Span
from parrules.text.node import Mapping, Node, Scalar, Sequence, short, to_plain
from parrules.text.resources import schema
from parrules.values import whole

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

MOST_SHOWN = 12
"""Values or keys that a suggestion lists."""

MOST_FAULTS = 100
"""Faults of shape that are told; a file with more is not the kind of file that it was taken for."""


@lru_cache(maxsize=8)
def _validator(name: str) -> Validator:
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    # jsonschema's own test compares every item with every other one, which takes minutes for a long list.
    # Its own way with references is made for documents of many files; ours point inside one, thousands of times for a file.
    keywords = {"uniqueItems": _unique_items, "$ref": partial(_local_reference, schema(name), {})}
    judge = extend(Draft202012Validator, keywords)  # type: ignore[no-untyped-call]
    validator: Validator = judge(schema(name))
    return validator


def _local_reference(
    root: dict[str, Any], known: dict[str, Any], validator: Any, pointer: str, instance: object, _schema: object
) -> Iterator[ValidationError]:
    """Follow ``#/$defs/…`` inside the schema."""
    if pointer not in known:
        known[pointer] = _pointed_at(pointer, root)
    yield from validator.descend(instance, known[pointer])


def _pointed_at(pointer: str, root: dict[str, Any]) -> Any:
    found: Any = root
    for step in pointer.removeprefix("#/").split("/"):
        found = found[step]
    return found


def _unique_items(_validator: object, wanted: object, instance: object, _schema: object) -> Iterator[ValidationError]:
    from jsonschema.exceptions import ValidationError

    if wanted and isinstance(instance, list) and len({repr(item) for item in instance}) < len(instance):
        yield ValidationError("an item stands twice")


def check_shape(root: Node, schema_name: str, findings: Findings) -> bool:
    """Judge a file by a schema.

    Args:
        root: The file's tree.
        schema_name: ``criteria`` or ``evidence``.
        findings: Receives unknown keys (PAR105), unquoted ids (PAR106), wrong shapes (PAR107), missing keys (PAR108),
            figures and dates of no known form (PAR110, PAR111).

    Returns: whether the shape is right.
    """
    errors = list(islice(_validator(schema_name).iter_errors(to_plain(root)), MOST_FAULTS + 1))
    faults = [_Fault.of(error, root, schema(schema_name)) for error in errors[:MOST_FAULTS]]
    unknown = {fault.path: fault.unknown_keys() for fault in faults if fault.rule == "additionalProperties"}
    for fault in faults:
        _note(fault, unknown.get(fault.path, []), findings)
    if len(errors) > MOST_FAULTS:
        limit = Figure(whole(MOST_FAULTS), FigureStyle.PLAIN)
        findings.add("PAR107.more", root.span.source.span(root.span.start, root.span.start), limit=limit)
    return not errors


@dataclass(frozen=True, slots=True)
class _Fault:
    """One error of jsonschema: the rule of the schema that was broken, by what, and where in the file that stands."""

    rule: str
    wanted: Any  #: What the schema writes under the rule.
    schema: dict[str, Any]  #: The part of the schema that holds the rule.
    instance: Any  #: The plain data that broke it.
    path: tuple[str | int, ...]
    node: Node
    parent: Node | None
    is_about_name: bool  #: Whether a key itself is at fault, not its value.
    said: str  #: The sentence of jsonschema, which alone names the key that is missing.
    whole_schema: dict[str, Any]

    @classmethod
    def of(cls, error: ValidationError, root: Node, whole_schema: dict[str, Any]) -> _Fault:
        path = tuple(error.absolute_path)
        return cls(
            rule=str(error.validator),
            wanted=error.validator_value,
            schema=error.schema if isinstance(error.schema, dict) else {},
            instance=error.instance,
            path=path,
            node=_at(root, path),
            parent=_at(root, path[:-1]) if path else None,
            is_about_name="propertyNames" in error.absolute_schema_path,
            said=error.message,
            whole_schema=whole_schema,
        )

    @property
    def key(self) -> str:
        """The key that the fault is about, for the message."""
        names = [step for step in self.path if isinstance(step, str)]
        return names[-1] if names else ""

    @property
    def found(self) -> str:
        """What stands in the file, in the reader's own writing."""
        return short(self.node.value) if isinstance(self.node, Scalar) else "…"

    @property
    def is_empty(self) -> bool:
        return isinstance(self.node, Scalar) and (
            not self.node.value or (self.node.is_plain and self.node.value.lower() == "null")
        )

    @property
    def span(self) -> Span:
        """The place of the value; of its key where the value is empty or spreads over lines."""
        if isinstance(self.parent, Mapping) and (self.is_empty or not isinstance(self.node, Scalar)):
            key = self.parent.key(str(self.path[-1]))
            if key:
                return key.span
        if isinstance(self.node, Scalar):
            return self.node.span
        # The first line of a list or mapping says enough.
        first = self.node.span.text.partition("\n")[0].rstrip()
        return Span(self.node.span.source, self.node.span.start, self.node.span.start + len(first))

    def unknown_keys(self) -> list[str]:
        known, patterns = self.schema.get("properties", {}), self.schema.get("patternProperties", {})
        return [
            key
            for key in self.instance
            if key not in known and not any(re.search(pattern, key) for pattern in patterns)
        ]


def _at(root: Node, path: Items[str | int]) -> Node:
    node = root
    for step in path:
        if isinstance(node, Mapping):
            node = node.get(str(step)) or node
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
    return node


def _note(fault: _Fault, unknown_here: list[str], findings: Findings) -> None:
    if fault.is_about_name:
        _note_name(fault, findings)
        return
    match fault.rule:
        case "additionalProperties":
            _note_unknown(fault, findings)
        case "required" | "dependentRequired":
            _note_missing(fault, unknown_here, findings)
        case "enum" | "const":
            _note_choice(fault, findings)
        case "type":
            _note_type(fault, findings)
        case "pattern":
            _note_pattern(fault, findings)
        case _:
            reason = Nested(_reason(fault))
            help_id = "PAR107.beside.help" if fault.rule == "not" else "PAR107.help"
            findings.add("PAR107", fault.span, help=help_id, key=fault.key, found=fault.found, reason=reason)


_REASONS = {
    "minimum": "reason.least",
    "maximum": "reason.most",
    "minItems": "reason.few",
    "maxItems": "reason.many",
    "minLength": "reason.blank",
    "minProperties": "reason.blank",
    "uniqueItems": "reason.repeats",
    "not": "reason.beside",
}


def _reason(fault: _Fault) -> Message:
    """Say which rule of the schema a value breaks."""
    name = _REASONS.get(fault.rule, "reason.other")
    if name == "reason.few" and not fault.instance:
        name = "reason.blank"
    bounded = isinstance(fault.wanted, int) and not isinstance(fault.wanted, bool)
    return Message(name, {"limit": Figure(whole(fault.wanted if bounded else 0), FigureStyle.PLAIN)})


def _form(fault: _Fault) -> Title:
    """Give what the schema says about the form of a text, in both languages."""
    vi, _, en = str(fault.schema.get("patternErrorMessage", "")).partition(" · ")
    return Title(*(text[:1].lower() + text[1:] for text in (vi, en)))


def _note_name(fault: _Fault, findings: Findings) -> None:
    name = str(fault.instance)
    entry = fault.node.key(name) if isinstance(fault.node, Mapping) else None
    span = entry.span if entry else fault.span
    wanted = _form(fault)
    findings.add("PAR107.name", span, help="PAR107.name.help" if wanted else None, key=short(name), wanted=wanted)


def _listed(names: Items[str]) -> Joined:
    shown: list[Words] = [Words(f"`{name}`") for name in names[:MOST_SHOWN]]
    if len(names) > MOST_SHOWN:
        shown.append(Words("…"))
    return Joined(tuple(shown))


def _note_choice(fault: _Fault, findings: Findings) -> None:
    allowed = [str(value) for value in (fault.wanted if fault.rule == "enum" else [fault.wanted])]
    near = closest(fault.found, allowed) or _value_described(fault, allowed)
    findings.add(
        "PAR107.choice",
        fault.span,
        help="PAR107.choice.near" if near else "PAR107.choice.help",
        key=fault.key,
        found=fault.found,
        near=near or "",
        allowed=_listed_with_meaning(fault, allowed),
    )


def _listed_with_meaning(fault: _Fault, allowed: Items[str]) -> Joined:
    """List values, each with what the schema says of it where the value itself does not say it."""
    meanings = fault.schema.get("enumDescriptions", ())
    if len(meanings) != len(allowed) or len(allowed) > MOST_SHOWN:
        return _listed(allowed)
    shown = []
    for value, meaning in zip(allowed, meanings, strict=True):
        vi, _, en = meaning.partition(" · ")
        shown.append(
            Title(*(f"`{value}`" if without_marks(told) == value else f"`{value}` ({told})" for told in (vi, en)))
        )
    return Joined(tuple(shown), by="semicolon")


def _value_described(fault: _Fault, allowed: Items[str]) -> str | None:
    """Find the value that the file names by the words of its description: ``ví dụ`` for ``example``."""
    return _described(fault.found, dict(zip(allowed, fault.schema.get("enumDescriptions", ()), strict=False)))


def _key_described(key: str, fault: _Fault, left: Items[str]) -> str | None:
    """Find the key that the file names by the words of its description: ``điểm tối đa`` for ``maximum``."""
    properties = fault.schema.get("properties", {})
    return _described(key, {name: _description(properties[name], fault.whole_schema) for name in left}, alone=True)


def _description(property_: dict[str, Any], whole_schema: dict[str, Any]) -> str:
    if "description" not in property_ and "$ref" in property_:
        property_ = _pointed_at(property_["$ref"], whole_schema)
    return str(property_.get("description", ""))


def _described(written: str, descriptions: dict[str, str], *, alone: bool = False) -> str | None:
    """Find what a description speaks of in just these words, or in words that begin with them.

    Where a single word may stand ``alone`` for them, only one description begins with it.
    """
    by_words: dict[str, str] = {}
    for name, description in descriptions.items():
        for told in description.split(" · "):
            for words in {told, *re.split("[,:;(]", told)} - {""}:
                by_words.setdefault(without_marks(words.strip()), name)
    key = without_marks(written.strip().replace("_", " "))
    if key in by_words:
        return by_words[key]
    begun = list(dict.fromkeys(name for words, name in by_words.items() if words.startswith(key + " ")))
    if begun and (" " in key or (alone and len(begun) == 1)):
        return begun[0]
    near = closest(key, by_words)
    return by_words[near] if near else None


def _note_unknown(fault: _Fault, findings: Findings) -> None:
    known = list(fault.schema.get("properties", {}))
    left = [name for name in known if name not in fault.instance]
    for count, key in enumerate(fault.unknown_keys()):
        entry = fault.node.key(key) if isinstance(fault.node, Mapping) else None
        span = entry.span if entry else fault.span
        if count == MOST_FAULTS:
            findings.add("PAR107.more", span, limit=Figure(whole(MOST_FAULTS), FigureStyle.PLAIN))
            return
        near = closest(short(key), left) or _key_described(short(key), fault, left)
        findings.add(
            "PAR105",
            span,
            help="PAR105.near" if near else "PAR105.values" if "values" in left else "PAR105.help",
            key=short(key),
            near=near or "",
            known=_listed(left or known),
        )


def _note_missing(fault: _Fault, unknown_here: list[str], findings: Findings) -> None:
    wanted = fault.wanted if fault.rule == "required" else [key for keys in fault.wanted.values() for key in keys]
    key = next(key for key in wanted if fault.said.startswith(repr(key)))
    # A misspelt key is told once, as an unknown key with its suggestion.
    if closest(key, unknown_here) is None:
        identity = fault.instance.get("id")
        where = short(str(identity)) if isinstance(identity, str | int) else fault.key
        is_node = identity is not None and len(fault.path) > 1 and fault.path[-2] in _LISTS_OF_NODES
        name = "place.node" if is_node else "place.in" if where else "place.file"
        place = Nested(Message(name, {"where": Words(where)}))
        findings.add("PAR108", fault.span, help="PAR108.help", key=key, where=where, place=place)


_LISTS_OF_NODES = ("domains", "criteria", "components")

_TYPE_WORDS = {
    "string": "text",
    "object": "mapping",
    "array": "list",
    "integer": "whole",
    "number": "number",
    "boolean": "truth",
}
_IDENTIFIERS = ("id", "row", "document")


def _note_type(fault: _Fault, findings: Findings) -> None:
    types = fault.wanted if isinstance(fault.wanted, list) else [fault.wanted]
    node, key = fault.node, fault.key
    if fault.is_empty and isinstance(node, Scalar) and node.is_plain:
        help_id = "PAR107.empty.help" if "string" in types else "PAR107.wanted." + _TYPE_WORDS[types[0]]
        findings.add("PAR107.empty", fault.span, help=help_id, key=key)
    elif isinstance(node, Scalar) and node.is_plain and "string" in types:
        is_identifier = bool(fault.path) and (fault.path[-1] in _IDENTIFIERS or isinstance(fault.path[-1], int))
        findings.add(
            "PAR106" if is_identifier else "PAR107.quotes", node.span, help="PAR106.help", key=key, found=fault.found
        )
    else:
        found = "mapping" if isinstance(node, Mapping) else "list" if isinstance(node, Sequence) else "scalar"
        if fault.path[-1:] == ("rule",) and found == "mapping":
            findings.add("PAR102.rule", fault.span, help="PAR102.rule.help")
            return
        help_id, need = _wanted(fault, types[0])
        findings.add(f"PAR107.{found}", fault.span, help=help_id, key=key, found=fault.found, need=need)


def _wanted(fault: _Fault, wanted: str) -> tuple[str, str]:
    """Choose the help that shows the form which is wanted, and the key of which it may be made."""
    needed = fault.schema.get("required", ())
    if wanted == "object" and fault.key == "options":
        return "PAR107.wanted.options", ""
    if wanted == "object" and isinstance(fault.node, Scalar) and len(needed) == 1:
        return ("PAR107.wanted.item" if isinstance(fault.parent, Sequence) else "PAR107.wanted.under"), needed[0]
    return "PAR107.wanted." + _TYPE_WORDS[wanted], ""


def _note_pattern(fault: _Fault, findings: Findings) -> None:
    pattern = str(fault.wanted)
    if not fault.found:
        findings.add("PAR107.empty", fault.span, help="PAR107.empty.help", key=fault.key)
        return
    is_date, is_figure = "[0-9]{1,2}/[0-9]{1,2}" in pattern, "[.,]" in pattern
    if is_date and not is_figure and ":" not in pattern:
        name = "PAR111"
    elif is_figure and "|" not in pattern:
        name = "PAR110"
    else:
        name = "PAR107.pattern"
    findings.add(name, fault.span, help=name + ".help", key=fault.key, found=fault.found, wanted=_form(fault))
