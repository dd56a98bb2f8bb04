"""Every code that a finding can have: one row here, one page in the docs; a code is never used again for something else."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.diagnostics.finding import Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Code:
    """A code: its short name, what it does, the room that gives it and the version since when."""

    code: str
    name: str
    severity: Severity
    room: str
    since: str = "0.1.0"


_ROWS = (
    # text, files
    ("PAR101", "unreadable-file", ERROR, "text"),
    ("PAR102", "broken-yaml", ERROR, "text"),
    ("PAR103", "duplicate-key", ERROR, "text"),
    ("PAR104", "too-large", ERROR, "text"),
    ("PAR105", "unknown-key", ERROR, "criteria"),
    ("PAR106", "unquoted-identifier", ERROR, "criteria"),
    ("PAR107", "wrong-shape", ERROR, "criteria"),
    ("PAR108", "missing-key", ERROR, "criteria"),
    ("PAR109", "yaml-feature-refused", ERROR, "text"),
    ("PAR110", "unclear-figure", ERROR, "criteria"),
    ("PAR111", "unclear-date", ERROR, "criteria"),
    ("PAR112", "figure-cut-by-comma", ERROR, "text"),
    ("PAR113", "no-such-set-or-year", ERROR, "criteria"),
    ("PAR114", "not-this-format", ERROR, "criteria"),
    ("PAR115", "old-font-encoding", ERROR, "text"),
    ("PAR116", "odd-character", ERROR, "text"),
    # language
    ("PAR201", "unfinished-rule", ERROR, "language"),
    ("PAR202", "unexpected-word", ERROR, "language"),
    ("PAR203", "unclosed", ERROR, "language"),
    ("PAR204", "missing-otherwise", ERROR, "check"),
    ("PAR205", "reserved-word", ERROR, "language"),
    ("PAR206", "unclear-figure-in-rule", ERROR, "language"),
    ("PAR207", "other-language", ERROR, "language"),
    ("PAR208", "too-deep-or-long", ERROR, "language"),
    ("PAR209", "misplaced-line", ERROR, "tree"),
    ("PAR210", "unclear-steps", ERROR, "language"),
    ("PAR211", "no-such-day", ERROR, "language"),
    # names
    ("PAR301", "unknown-evidence", ERROR, "tree"),
    ("PAR302", "unknown-node", ERROR, "tree"),
    ("PAR303", "duplicate-identifier", ERROR, "criteria"),
    ("PAR304", "circular-reference", ERROR, "tree"),
    ("PAR305", "names-fold-together", ERROR, "check"),
    ("PAR306", "unknown-function", ERROR, "tree"),
    ("PAR307", "unknown-option", ERROR, "tree"),
    ("PAR308", "unknown-document", ERROR, "check"),
    ("PAR309", "name-taken", ERROR, "tree"),
    ("PAR310", "name-looks-like-a-state", NOTE, "check"),
    ("PAR311", "unused-name", WARNING, "tree"),
    # kinds
    ("PAR401", "kinds-differ", ERROR, "tree"),
    ("PAR402", "ratio-against-number", ERROR, "tree"),
    ("PAR403", "not-a-condition", ERROR, "tree"),
    ("PAR404", "not-points", ERROR, "tree"),
    ("PAR405", "wrong-arguments", ERROR, "tree"),
    # soundness of criteria
    ("PAR501", "maximum-mismatch", ERROR, "check"),
    ("PAR502", "division-can-be-by-zero", ERROR, "check"),
    ("PAR503", "band-gap", ERROR, "check"),
    ("PAR504", "unreachable-band", WARNING, "check"),
    ("PAR505", "over-maximum", ERROR, "check"),
    ("PAR506", "touching-bands", WARNING, "check"),
    ("PAR507", "unused-evidence", WARNING, "check"),
    ("PAR508", "missing-citation", WARNING, "check"),
    ("PAR509", "no-starting-points", ERROR, "check"),
    ("PAR510", "treatment-disagrees", ERROR, "check"),
    ("PAR511", "below-minimum", ERROR, "check"),
    # evidence
    ("PAR601", "undeclared-value", ERROR, "check"),
    ("PAR602", "missing-evidence", NOTE, "scoring"),
    ("PAR603", "unreadable-value", ERROR, "check"),
    ("PAR604", "impossible-value", ERROR, "check"),
    ("PAR605", "claimed-over-maximum", ERROR, "check"),
    ("PAR606", "other-set-or-year", ERROR, "check"),
    ("PAR607", "other-kind-of-unit", ERROR, "check"),
    ("PAR608", "requirement-not-met", ERROR, "scoring"),
    ("PAR609", "reason-missing", ERROR, "check"),
    ("PAR610", "two-values-of-one-fact", ERROR, "check"),
    ("PAR611", "assessed-out-of-range", ERROR, "check"),
    ("PAR612", "unknown-paper", ERROR, "check"),
    ("PAR613", "not-the-one-to-enter", WARNING, "check"),
    ("PAR614", "claim-not-open", ERROR, "check"),
    ("PAR615", "differs-from-published", NOTE, "scoring"),
    # scoring
    ("PAR701", "division-by-zero", ERROR, "scoring"),
    ("PAR702", "number-too-large", ERROR, "scoring"),
    ("PAR703", "points-out-of-range", ERROR, "scoring"),
    ("PAR704", "counted-with-an-absence", ERROR, "scoring"),
    ("PAR705", "no-line-applies", ERROR, "scoring"),
    ("PAR706", "part-of-a-day", ERROR, "scoring"),
    ("PAR707", "no-such-request", ERROR, "scoring"),
    ("PAR708", "negative-occurrences", ERROR, "scoring"),
    # engines, ours
    ("PAR801", "engine-lacks-node", ERROR, "engine"),
    ("PAR902", "internal", ERROR, "cli"),
)

CODES: dict[str, Code] = {row[0]: Code(*row) for row in _ROWS}
"""The codes by their number."""
