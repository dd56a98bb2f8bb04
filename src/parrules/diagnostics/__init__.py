"""Findings: what a check says, as data with a code and places; told as text or JSON in either language."""

from parrules.diagnostics.catalogue import CODES, Code
from parrules.diagnostics.errors import CriteriaError, EvidenceError, ParrulesError, ScoringError
from parrules.diagnostics.finding import Finding, Findings, Label, Severity
from parrules.diagnostics.similar import closest, without_marks
from parrules.diagnostics.to_json import findings_to_json
from parrules.diagnostics.to_text import render_finding, render_findings, severity_word

__all__ = [
    "CODES",
    "Code",
    "CriteriaError",
    "EvidenceError",
    "Finding",
    "Findings",
    "Label",
    "ParrulesError",
    "ScoringError",
    "Severity",
    "closest",
    "findings_to_json",
    "render_finding",
    "render_findings",
    "severity_word",
    "without_marks",
]
