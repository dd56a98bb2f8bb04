"""The whole road on one page: a criteria file and an evidence file become a score sheet, and the sheet becomes sentences.

    criteria/<set>/<year>.yaml ─► CriteriaSet ─► CriteriaTree ─► CheckedCriteria ─┐
                                                                                  ├─► results of every node ─► ScoreSheet ─► Explanation
    evidence.yaml ─────────────► EvidenceRecord ──────────────► BoundEvidence ────┘

These functions are what `import parrules` offers. Each raises a child of `ParrulesError` that carries the findings, where there is an
error; notes and warnings travel along in what they return.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from parrules.checks import CheckedCriteria, check_criteria
from parrules.criteria import find_criteria, read_criteria
from parrules.diagnostics import CriteriaError, EvidenceError, Finding, Findings
from parrules.evidence import EvidenceRecord, evidence_from_data, read_evidence
from parrules.explanation import Explanation, explain_node
from parrules.scoring import ScoreSheet, score_record, score_records


def check(name: str | Path) -> list[Finding]:
    """Check a criteria set without scoring anything.

    Args:
        name: A path to a criteria file, or ``set/year`` of a shipped one.

    Returns: all findings, errors among them, in the order of the file; empty where there is nothing to say.
    """
    findings = Findings()
    _read_and_check(name, findings)
    return findings.sorted()


def load_criteria(name: str | Path) -> CheckedCriteria:
    """Read and check a criteria set.

    Args:
        name: A path to a criteria file, or ``set/year`` of a shipped one: ``par-index-province/2021``.

    Returns: the checked set, the only thing that an engine accepts.

    Raises: CriteriaError with all findings where there is an error.
    """
    findings = Findings()
    checked = _read_and_check(name, findings)
    if checked is None:
        raise CriteriaError(findings.sorted())
    return checked


def _read_and_check(name: str | Path, findings: Findings) -> CheckedCriteria | None:
    path = find_criteria(str(name), findings)
    criteria = read_criteria(path, findings) if path is not None else None
    return check_criteria(criteria, findings) if criteria is not None else None


def load_evidence(source: str | Path | Mapping[str, Any]) -> EvidenceRecord:
    """Read one unit's evidence.

    Args:
        source: A path to a YAML or JSON file, or the same data as plain Python: dicts, lists, text and whole numbers.

    Returns: the record; its values are read as their kinds once it meets its set.

    Raises: EvidenceError with all findings where there is an error.
    """
    findings = Findings()
    if isinstance(source, str | Path):
        record = read_evidence(Path(source), findings)
    else:
        record = evidence_from_data(source, findings)
    if record is None:
        raise EvidenceError(findings.sorted())
    return record


def score(
    criteria: CheckedCriteria,
    evidence: EvidenceRecord,
    *,
    stage: str | None = None,
    reading: str | None = None,
    changes: bool | Iterable[str] = True,
) -> ScoreSheet:
    """Score one unit.

    Args:
        criteria: A checked set, from `load_criteria`.
        evidence: The unit's record, from `load_evidence`.
        stage: ``self-assessment``, ``appraisal-1``, ``response``, ``appraisal-2``, ``final`` or ``review``; nothing for the last that
            the record has.
        reading: Id of another reading of the set; nothing for its main rules.
        changes: Whether to search what would change each leaf's points (or the ids of the leaves to search for); the costly part.

    Returns: the score sheet, with points, states, steps and findings.

    Raises: EvidenceError where the record does not fit the set; ScoringError for an unknown stage or reading.

    Example:
        >>> import parrules
        >>> criteria = parrules.load_criteria("par-index-province/2021")
        >>> record = parrules.load_evidence("docs/examples/dien-bien-2021.yaml")
        >>> str(parrules.score(criteria, record).total.points)
        '8709/100'
    """
    return score_record(criteria, evidence, stage=stage, reading=reading, changes=changes)


def score_all(
    criteria: CheckedCriteria,
    records: Iterable[EvidenceRecord],
    *,
    stage: str | None = None,
    reading: str | None = None,
    changes: bool = False,
) -> Iterator[ScoreSheet]:
    """Score many units one after the other, as they are asked for; see `score`.

    What would change the points is not searched unless asked for; `score` does it for the unit that somebody looks at.
    """
    return score_records(criteria, records, stage=stage, reading=reading, changes=changes)


def explain(sheet: ScoreSheet, node: str = "", language: str = "vi") -> Explanation:
    """Tell why a node has its points, from the sheet alone.

    Args:
        sheet: A score sheet, fresh or read back from JSON.
        node: A node's id (``3.2.1``) or address (``par-index-province/2021#3.2.1``); empty for the total.
        language: ``vi`` or ``en``.

    Returns: the explanation in parts; ``str()`` of it is the text.

    Raises: ScoringError with a suggestion where the sheet has no such node, ValueError for any other language.
    """
    return explain_node(sheet, node, language)
