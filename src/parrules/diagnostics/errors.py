"""The exceptions of the library: one root, a child for each kind of input; each carries the findings that explain it."""

from __future__ import annotations

from collections.abc import Sequence

from parrules.diagnostics.finding import Finding


class ParrulesError(Exception):
    """Something that a reader can mend; ``findings`` say what, where and how."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = list(findings)
        super().__init__(findings)

    def __str__(self) -> str:
        from parrules.diagnostics.to_text import render_findings

        return "\n" + render_findings(self.findings, "en")


class CriteriaError(ParrulesError):
    """A criteria set that cannot be read or does not pass its checks."""


class EvidenceError(ParrulesError):
    """An evidence record that cannot be read or does not fit its criteria set."""


class ScoringError(ParrulesError):
    """A request that cannot be carried out: an unknown reading, stage or node."""
