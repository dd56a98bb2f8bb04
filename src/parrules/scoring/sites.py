"""The static half of a score sheet, once for a set: titles in both languages, rule lines, citations, places; steps point at it."""

from __future__ import annotations

from typing import Any

from parrules.checks import CheckedCriteria
from parrules.criteria.model import Citation, Field
from parrules.language import format_line
from parrules.messages import Title
from parrules.spans import Span
from parrules.tree import ROOT, TreeNode
from parrules.values import exact_text


def sites_of(criteria: CheckedCriteria) -> dict[str, Any]:
    """Give everything about a set that its sheets need to be told years later, without the set."""
    tree, set_ = criteria.tree, criteria.set
    return {
        "set": {
            "id": set_.id,
            "year": set_.year,
            "title": title(set_.title),
            "short_title": title(set_.short_title),
            "language": set_.language,
            "status": set_.status.value,
            "levels": [title(name) for name in set_.level_names],
            "note": title(set_.note),
            "provenance": title(set_.provenance),
            "rounding": {"mode": set_.rounding.mode.value, **set_.rounding.digits},
            "date_counts": title(set_.dates.counts),
            "grades": [{"id": grade.id, "title": title(grade.title)} for grade in set_.grades],
        },
        "documents": {
            document.id: {
                "title": title(document.title),
                "kind": document.kind,
                "number": document.number,
                "issued": document.issued.isoformat() if document.issued else None,
                "issuer": document.issuer,
            }
            for document in set_.documents.values()
        },
        "readings": {key: title(name) for key, name in tree.readings().items()},
        "nodes": {node.id: _node(node, criteria) for node in tree.nodes.values()},
        "fields": {str(ref): _field(field) for ref, field in tree.fields.items()},
        "lines": [
            {
                "node": node,
                "place": place(line.written.span),
                "vi": format_line(line.written, "vi", label=False),
                "en": format_line(line.written, "en", label=False),
                "label": title(line.label),
            }
            for line, node in zip(tree.lines, tree.line_nodes, strict=True)
        ],
    }


def title(text: Title) -> dict[str, str]:
    """Give a text in both languages; empty where there is none."""
    return {"vi": text.vi, "en": text.en}


def place(span: Span) -> dict[str, Any]:
    """Give file, line and column."""
    at = span.place
    return {"file": span.source.name, "line": at.line, "column": at.column}


def _node(node: TreeNode, criteria: CheckedCriteria) -> dict[str, Any]:
    set_ = criteria.set
    declared = node.criteria
    cite = declared.cite if declared else set_.total.cite if set_.total else None
    note = declared.note if declared else set_.total.note if set_.total else Title()
    readings = declared.readings if declared else set_.total.readings if set_.total else {}
    data: dict[str, Any] = {
        "title": title(node.title),
        "level": node.level,
        "maximum": exact_text(node.maximum),
        "minimum": exact_text(node.minimum),
        "place": place(node.span),
        "cite": _cite(cite),
        "note": title(note),
        "has_rule": node.rule is not None and node.rule.gives_points,
        "readings": {
            key: {"title": title(reading.title), "note": title(reading.note)} for key, reading in readings.items()
        },
    }
    if declared is not None:
        data["source"] = declared.source
        data["self_scored"] = declared.self_scored
        data["combine"] = declared.combine
        if declared.not_applicable is not None:
            data["not_applicable"] = {
                "reason": title(declared.not_applicable.reason),
                "to": list(declared.not_applicable.to),
            }
    if node.id == ROOT and set_.total is not None and set_.total.base is not None:
        data["base"] = exact_text(set_.total.base)
    return data


def _cite(cite: Citation | None) -> dict[str, Any] | None:
    if cite is None:
        return None
    plain = {"document": cite.document, "annex": cite.annex, "row": cite.row, "page": cite.page, "place": cite.place}
    data: dict[str, Any] = {key: value for key, value in plain.items() if value}
    if cite.note:
        data["note"] = title(cite.note)
    return data


def _field(field: Field) -> dict[str, Any]:
    data: dict[str, Any] = {"title": title(field.title), "kind": field.kind.value, "entered_by": field.entered_by.value}
    if field.noun:
        data["noun"] = field.noun.to_json()
    if field.options:
        data["options"] = {option.key: title(option.title) for option in field.options}
    if field.part_of:
        data["part_of"] = field.part_of
    if field.scale is not None:
        data["scale"] = field.scale
    return data
