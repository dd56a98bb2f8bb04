"""Findings as JSON: for editors, CI and score sheets; sentences in both languages, message ids and arguments beside them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from parrules.diagnostics.finding import Finding
from parrules.messages import tell
from parrules.spans import Span


def span_to_json(span: Span) -> dict[str, Any]:
    """Give file, line and column of a span, and where it ends."""
    place, end = span.place, span.source.place(span.end)
    return {
        "file": span.source.name,
        "line": place.line,
        "column": place.column,
        "end_line": end.line,
        "end_column": end.column,
    }


def findings_to_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Give each finding as plain data."""
    return [_finding_to_json(finding) for finding in findings]


def _finding_to_json(finding: Finding) -> dict[str, Any]:
    data: dict[str, Any] = {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message.to_json(),
        "vi": tell(finding.message, "vi"),
        "en": tell(finding.message, "en"),
    }
    if finding.node:
        data["node"] = finding.node
    if finding.span is not None:
        data["place"] = span_to_json(finding.span)
    if finding.labels:
        data["labels"] = [span_to_json(label.span) for label in finding.labels]
    if finding.help is not None:
        data["help"] = {"vi": tell(finding.help, "vi"), "en": tell(finding.help, "en"), **finding.help.to_json()}
    return data
