"""Findings as a terminal shows them: message, place, the line with the fault underlined, the mend, where to read on."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.diagnostics.finding import Finding, Severity
from parrules.messages import tell
from parrules.spans import render_snippet

_WORDS = {
    ("vi", Severity.ERROR): "lỗi",
    ("vi", Severity.WARNING): "cảnh báo",
    ("vi", Severity.NOTE): "lưu ý",
    ("en", Severity.ERROR): "error",
    ("en", Severity.WARNING): "warning",
    ("en", Severity.NOTE): "note",
}
_HELP = {"vi": "gợi ý", "en": "help"}
_MORE = {"vi": "xem thêm", "en": "more"}


def severity_word(severity: Severity, language: str) -> str:
    """Give the word for a severity."""
    return _WORDS[language, severity]


def render_finding(finding: Finding, language: str, *, more: bool = True) -> str:
    """Write one finding as several lines of text."""
    is_named = finding.span is not None or "id" in finding.message.arguments
    node = f" ({finding.node})" if finding.node and not is_named else ""
    lines = [f"{severity_word(finding.severity, language)}[{finding.code}]: {tell(finding.message, language)}{node}"]
    if finding.span is not None:
        lines.append(f"  {finding.span}")
        if finding.span.source.text:
            lines.append(render_snippet(finding.span))
    for label in finding.labels:
        note = tell(label.message, language) if label.message else ""
        lines.append(f"  {label.span}")
        lines.append(render_snippet(label.span, note))
    if finding.help is not None:
        lines.append(f"  {_HELP[language]}: {tell(finding.help, language)}")
    if more:
        lines.append(f"  {_MORE[language]}: parrules codes {finding.code}")
    return "\n".join(lines)


def render_findings(findings: Sequence[Finding], language: str) -> str:
    """Write findings one after the other, a blank line between two; where to read on stands once for each code."""
    seen: set[str] = set()
    texts = []
    for finding in findings:
        texts.append(render_finding(finding, language, more=finding.code not in seen))
        seen.add(finding.code)
    return "\n\n".join(texts)
