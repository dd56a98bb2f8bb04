"""The shape of a file judged by its schema: each fault of jsonschema becomes one finding with its place and a suggestion."""

from __future__ import annotations

import re
from collections.abc import Sequence as Items
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from parrules.diagnostics import Findings, closest
from parrules.messages import Joined, Words
from parrules.spans import Span
from parrules.text.node import Mapping, Node, Scalar, Sequence, to_plain
from parrules.text.resources import schema

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

MOST_SHOWN = 12
"""Values or keys that a suggestion lists."""


@lru_cache(maxsize=8)
def _validator(name: str) -> Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema(name))


def check_shape(root: Node, schema_name: str, findings: Findings) -> bool:
    """Judge a file by a schema.

    Args:
        root: The file's tree.
        schema_name: ``criteria`` or ``evidence``.
        findings: Receives unknown keys (PAR105), unquoted ids (PAR106), wrong shapes (PAR107) and missing keys (PAR108).

    Returns: whether the shape is right.
    """
    before = len(findings.errors)
    errors = sorted(_validator(schema_name).iter_errors(to_plain(root)), key=lambda error: list(map(str, error.absolute_path)))
    unknown = {tuple(error.absolute_path): _unknown_keys(error) for error in errors if error.validator == "additionalProperties"}
    for error in errors:
        _note(error, root, unknown.get(tuple(error.absolute_path), []), findings)
    return len(findings.errors) == before


def _unknown_keys(error: ValidationError) -> list[str]:
    known = error.schema.get("properties", {})
    patterns = error.schema.get("patternProperties", {})
    return [key for key in error.instance if key not in known and not any(re.search(pattern, key) for pattern in patterns)]


def _at(root: Node, path: Items[Any]) -> Node:
    node = root
    for step in path:
        if isinstance(node, Mapping):
            node = node.get(str(step)) or node
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
    return node


def _key_at(root: Node, path: Items[Any]) -> str:
    """Say which key a fault is about, for the message."""
    names = [str(step) for step in path if not isinstance(step, int)]
    return names[-1] if names else ""


def _span_of(root: Node, path: Items[Any]) -> Span:
    """Give the place of a value; of its key where the value is empty or spreads over lines."""
    node = _at(root, path)
    if path and (not isinstance(node, Scalar) or not node.value):
        parent = _at(root, list(path)[:-1])
        if isinstance(parent, Mapping) and (key := parent.key(str(path[-1]))):
            return key.span
    if isinstance(node, Scalar):
        return node.span
    # The first line of a list or mapping says enough.
    first = node.span.text.partition("\n")[0].rstrip()
    return Span(node.span.source, node.span.start, node.span.start + len(first))


def _note(error: ValidationError, root: Node, unknown_here: list[str], findings: Findings) -> None:
    path = list(error.absolute_path)
    node = _at(root, path)
    rule = str(error.validator)
    if "propertyNames" in error.absolute_schema_path:
        entry = node.key(str(error.instance)) if isinstance(node, Mapping) else None
        findings.add("PAR107.name", entry.span if entry else node.span, help="PAR107.name.help", key=str(error.instance))
        return
    match rule:
        case "additionalProperties":
            _note_unknown(error, node, path, findings)
        case "required" | "dependentRequired":
            _note_missing(error, node, root, path, unknown_here, findings)
        case "enum" | "const":
            allowed = [str(value) for value in (error.validator_value if rule == "enum" else [error.validator_value])]
            found = _shown(error.instance)
            near = closest(found, allowed)
            findings.add(
                "PAR107.choice", _span_of(root, path), help="PAR107.choice.near" if near else "PAR107.choice.help",
                key=_key_at(root, path), found=found, near=near or "", allowed=_listed(allowed),
            )  # fmt: skip
        case "type":
            _note_type(error, node, root, path, findings)
        case "pattern":
            _note_pattern(error, root, path, findings)
        case _:
            findings.add("PAR107", _span_of(root, path), help="PAR107.help", key=_key_at(root, path), found=_shown(error.instance))


def _listed(names: Items[str]) -> Joined:
    shown: list[Words] = [Words(f"`{name}`") for name in names[:MOST_SHOWN]]
    if len(names) > MOST_SHOWN:
        shown.append(Words("…"))
    return Joined(tuple(shown))


def _shown(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "…"
    return str(value)[:60]


def _note_unknown(error: ValidationError, node: Node, path: list[Any], findings: Findings) -> None:
    known = list(error.schema.get("properties", {}))
    for key in _unknown_keys(error):
        entry = node.key(key) if isinstance(node, Mapping) else None
        near = closest(key, [name for name in known if name not in error.instance])
        findings.add(
            "PAR105", entry.span if entry else node.span, help="PAR105.near" if near else "PAR105.help",
            key=key, near=near or "", known=_listed([name for name in known if name not in error.instance] or known),
        )  # fmt: skip


def _note_missing(
    error: ValidationError, node: Node, root: Node, path: list[Any], unknown_here: list[str], findings: Findings
) -> None:
    wanted = error.validator_value if isinstance(error.validator_value, list) else []
    for key in wanted:
        if not isinstance(error.instance, dict) or key in error.instance or f"'{key}'" not in error.message:
            continue
        # A misspelt key is told once, as an unknown key with its suggestion.
        if closest(key, unknown_here) is None:
            identity = error.instance.get("id")
            findings.add("PAR108", _span_of(root, path), help="PAR108.help", key=key, where=str(identity or _key_at(root, path)))


_TYPE_WORDS = {"string": "text", "object": "mapping", "array": "list", "integer": "whole", "number": "number", "boolean": "truth"}


def _note_type(error: ValidationError, node: Node, root: Node, path: list[Any], findings: Findings) -> None:
    types = error.validator_value if isinstance(error.validator_value, list) else [error.validator_value]
    key = _key_at(root, path)
    if isinstance(node, Scalar) and node.is_plain and "string" in types and not isinstance(error.instance, dict | list):
        if node.value == "":
            findings.add("PAR107.empty", _span_of(root, path), help="PAR107.empty.help", key=key)
            return
        if path and path[-1] in ("id", "row", "document") or isinstance(path[-1], int):
            findings.add("PAR106", node.span, help="PAR106.help", found=node.value)
            return
        findings.add("PAR107.quotes", node.span, help="PAR106.help", key=key, found=node.value)
        return
    wanted = "PAR107.wanted." + _TYPE_WORDS[types[0]]
    found = "mapping" if isinstance(node, Mapping) else "list" if isinstance(node, Sequence) else "scalar"
    message = "PAR107.empty" if isinstance(node, Scalar) and not node.value else f"PAR107.{found}"
    findings.add(message, _span_of(root, path), help=wanted, key=key, found=_shown(error.instance))


def _note_pattern(error: ValidationError, root: Node, path: list[Any], findings: Findings) -> None:
    key = _key_at(root, path)
    found = _shown(error.instance)
    if not found:
        findings.add("PAR107.empty", _span_of(root, path), help="PAR107.empty.help", key=key)
        return
    if "[0-9]{1,2}/[0-9]{1,2}" in str(error.validator_value):
        findings.add("PAR111", _span_of(root, path), help="PAR111.help", found=found)
    elif "[.,]" in str(error.validator_value):
        findings.add("PAR110", _span_of(root, path), help="PAR110.help", found=found)
    else:
        findings.add("PAR107.pattern", _span_of(root, path), help="PAR107.pattern.help", key=key, found=found)
