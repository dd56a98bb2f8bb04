"""One unit scored: engine, other readings, announced figures, what would change the points, and the receipt, as a score sheet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from parrules.check import BoundEvidence, CheckedCriteria, bind_evidence
from parrules.criteria.model import Grade
from parrules.diagnostics import EvidenceError, Finding, Findings, ScoringError, Severity, closest, findings_to_json
from parrules.engine.explaining import evaluate
from parrules.engine.result import FoundFault, NodeResult, State
from parrules.evidence import STAGES, EvidenceRecord
from parrules.messages import Argument, Figure, Joined, Message, Nested, Style, Words
from parrules.scoring.changes import find_changes
from parrules.scoring.published import Comparison, compare_published
from parrules.scoring.record import change_to_json, node_to_json, text
from parrules.scoring.sheet import FORMAT, ScoreSheet
from parrules.scoring.sites import sites_of, title
from parrules.tree import ROOT
from parrules.values import Exact, absolute, exact_text, from_exact_text, round_to_digits, share
from parrules.version import LANGUAGE_VERSION, VERSION

MAIN_READING = "main"
"""The name under which the main rules stand among the readings of a sheet."""


def score_record(
    criteria: CheckedCriteria,
    record: EvidenceRecord,
    *,
    stage: str | None = None,
    reading: str | None = None,
    changes: bool | Iterable[str] = True,
    sites: dict[str, Any] | None = None,
) -> ScoreSheet:
    """Score one unit.

    Args:
        criteria: A checked set.
        record: The unit's evidence record.
        stage: The stage to score; nothing for the last that the record has.
        reading: Id of another reading; nothing for the main rules.
        changes: Whether to search what would change each leaf's points, or the leaves to search for. It costs most of the time.
        sites: The static half from a sheet of the same set, where many units are scored.

    Returns: the sheet.

    Raises: EvidenceError where the record does not fit the set, ScoringError for an unknown stage or reading.
    """
    findings = Findings()
    bound = bind_evidence(record, criteria, findings)
    if bound is None:
        raise EvidenceError(findings.sorted())
    stage = _stage(record, stage)
    reading = _reading(criteria, reading)
    results = evaluate(criteria, bound, stage, reading)
    return _Sheet(criteria, bound, stage, reading, results, findings).build(changes, sites)


def score_records(
    criteria: CheckedCriteria, records: Iterable[EvidenceRecord], *, stage: str | None = None, reading: str | None = None,
    changes: bool = False,
) -> Iterator[ScoreSheet]:  # fmt: skip
    """Score units one after the other; see `score_record`. The sheets share one static half."""
    sites = sites_of(criteria)
    for record in records:
        yield score_record(criteria, record, stage=stage, reading=reading, changes=changes, sites=sites)


def _stage(record: EvidenceRecord, stage: str | None) -> str:
    names = record.stage_names
    if stage is None:
        return names[-1] if names else STAGES[0]
    if stage not in names:
        findings = Findings()
        near = closest(stage, names)
        findings.add(
            "PAR707.stage", record.head_span, help="PAR707.near" if near else "PAR707.help", found=stage, near=near or "",
            known=Joined(tuple(Words(f"`{name}`") for name in names)),
        )  # fmt: skip
        raise ScoringError(findings.sorted())
    return stage


def _reading(criteria: CheckedCriteria, reading: str | None) -> str | None:
    known = criteria.tree.readings()
    if reading is None or reading == MAIN_READING:
        return None
    if reading not in known:
        findings = Findings()
        near = closest(reading, known)
        findings.add(
            "PAR707.reading", help="PAR707.near" if near else "PAR707.help", found=reading, near=near or "",
            known=Joined(tuple(Words(f"`{name}`") for name in (MAIN_READING, *known))),
        )  # fmt: skip
        raise ScoringError(findings.sorted())
    return reading


class _Sheet:
    def __init__(
        self, criteria: CheckedCriteria, bound: BoundEvidence, stage: str, reading: str | None, results: dict[str, NodeResult],
        findings: Findings,
    ) -> None:  # fmt: skip
        self.criteria, self.bound, self.stage, self.reading = criteria, bound, stage, reading
        self.results, self.findings = results, findings
        self.set, self.tree, self.record = criteria.set, criteria.tree, bound.record

    def build(self, changes: bool | Iterable[str], sites: dict[str, Any] | None) -> ScoreSheet:
        nodes = {
            node.id: node_to_json(node, self.results[node.id], self.criteria, self.bound, self.stage)
            for node in self.tree.nodes.values()
        }
        root = nodes.pop(ROOT)
        total = self.total(root)
        self.note_results()
        published = self.note_published()
        self.add_readings(nodes, total)
        self.add_changes(nodes, changes)
        told = tuple(self.findings.sorted())
        data: dict[str, Any] = {
            "format": FORMAT,
            "set": self.set.id,
            "year": self.set.year,
            "edition": self.set.edition,
            "status": self.set.status.value,
            "evidence_status": self.record.status,
            "unit": {
                "id": self.record.unit.id,
                "name": title(self.record.unit.name),
                "kind": self.record.unit.kind,
                "profiles": list(self.record.unit.profiles),
            },
            "reading": self.reading or MAIN_READING,
            "stage": self.stage,
            "stages": self.record.stage_names,
            "approval": self.approval(),
            "total": total,
            "nodes": list(nodes.values()),
            "papers": self.papers(),
            "published": published,
            "sites": sites if sites is not None else sites_of(self.criteria),
            "findings": findings_to_json(told),
            "receipt": self.receipt(nodes, total),
        }
        return ScoreSheet(data, told)

    # -- the head ----------------------------------------------------------------------------------------------------------

    def approval(self) -> dict[str, Any] | None:
        """Give the approving decision; without its number a result is provisional."""
        if not self.record.approval:
            return None
        issued = self.record.approved_on
        return {"number": self.record.approval, "issued": issued.isoformat() if issued else None}

    def papers(self) -> dict[str, Any]:
        return {
            paper.id: {
                "kind": paper.kind,
                "number": paper.number,
                "issued": paper.issued.isoformat() if paper.issued else None,
                "issuer": paper.issuer,
                "subject": paper.subject,
            }
            for paper in self.record.papers.values()
        }

    def base(self, result: NodeResult) -> Exact:
        declared = self.set.total.base if self.set.total else None
        return declared if declared is not None else result.applicable_maximum

    def index(self, result: NodeResult) -> tuple[Exact | None, Exact | None]:
        """Give the index before and after rounding."""
        if result.points is None:
            return None, None
        exact = share(result.points, self.base(result))
        digits = self.set.rounding.digits.get("index")
        if exact is None or digits is None:
            return exact, exact
        # The digits are those of a percentage: 87.11% has two.
        return exact, round_to_digits(exact, digits + 2, self.set.rounding.mode)

    def grade(self, result: NodeResult) -> str | None:
        if result.points is None:
            return None
        _, index = self.index(result)
        for grade in self.set.grades:
            if grade.least is None or self.reaches(grade, result.points, index):
                return grade.id
        return None

    @staticmethod
    def reaches(grade: Grade, points: Exact, index: Exact | None) -> bool:
        assert grade.least is not None
        return index is not None and index >= grade.least if grade.in_percent else points >= grade.least

    def total(self, root: dict[str, Any]) -> dict[str, Any]:
        result = self.results[ROOT]
        exact, rounded = self.index(result)
        keys = ("points", "exact_points", "maximum", "applicable_maximum", "state", "interval", "awaits", "causes", "reason", "by", "steps")
        data = {key: root[key] for key in keys}
        data.update(
            base=exact_text(self.base(result)), index=text(rounded), exact_index=text(exact), grade=self.grade(result), readings={}
        )
        order = ("points", "maximum", "applicable_maximum", "base", "index", "grade", "state")
        return {**{key: data[key] for key in order}, **{key: value for key, value in data.items() if key not in order}}

    def receipt(self, nodes: dict[str, dict[str, Any]], total: dict[str, Any]) -> dict[str, Any]:
        """Say what made the result, so that it can be made again and compared."""
        lines = [f"{id_}={node['points']}/{node['applicable_maximum']}/{node['state']}" for id_, node in nodes.items()]
        lines.append(f"={total['points']}/{total['applicable_maximum']}/{total['state']}")
        return {
            "parrules": VERSION,
            "language": LANGUAGE_VERSION,
            "engine": "explaining",
            "criteria": {"set": self.set.name, "edition": self.set.edition, "sha256": self.criteria.sha256},
            "evidence": {"unit": self.record.unit.id, "sha256": self.bound.sha256},
            "stage": self.stage,
            "reading": self.reading or MAIN_READING,
            "points_sha256": hashlib.sha256("\n".join(lines).encode()).hexdigest(),
        }

    # -- findings of the run -----------------------------------------------------------------------------------------------

    def note_results(self) -> None:
        for id_, result in self.results.items():
            for fault in result.faults:
                self.note_fault(id_, fault)
            if result.state is State.MISSING or (result.state is State.PENDING and self.tree.nodes[id_].is_leaf and result.causes):
                for cause in result.causes:
                    ref = next((ref for ref in self.tree.fields if str(ref) == cause), None)
                    if ref is not None:
                        message = "PAR602" if result.state is State.MISSING else "PAR602.pending"
                        help_id = "PAR602.help" if result.state is State.MISSING else None
                        self.findings.add(message, help=help_id, node=id_, title=self.tree.fields[ref].title, id=id_ or "Σ", name=ref.name)

    def note_fault(self, node: str, found: FoundFault) -> None:
        fault = found.fault
        arguments: dict[str, Argument | str] = {"id": node or "Σ"}
        for name, value in fault.arguments.items():
            arguments[name] = Nested(Message(f"state.{value}")) if name == "state" else value
        if "field" in fault.arguments:
            ref = next((ref for ref in self.tree.fields if str(ref) == fault.arguments["field"]), None)
            arguments["name"] = self.tree.fields[ref].title if ref else Words(fault.arguments["field"])
        if fault.code == "PAR703":
            for name in ("points", "minimum", "maximum"):
                arguments[name] = Figure(from_exact_text(fault.arguments[name]))
        if fault.code in ("PAR701", "PAR708") and found.span is not None:
            below = found.span.text
            arguments["denominator"] = arguments["name"] = " ".join((below.rpartition("/")[2] if fault.code == "PAR701" else below).split())
        if fault.code == "PAR608" and found.site is not None:
            arguments["label"] = self.tree.lines[found.site].label
        self.findings.add(fault.code, found.span, help=fault.code + ".help" if fault.code in _HELPED else None, node=node, **arguments)

    def note_published(self) -> dict[str, Any] | None:
        published = self.record.published
        if published is None:
            return None
        comparisons = compare_published(self.criteria, self.bound, self.results, self.stage)
        for each in comparisons:
            if not each.agrees:
                message = "PAR615.within" if each.is_within_rounding else "PAR615.beyond"
                span = published.spans.get(each.node or "#total")
                self.findings.add(
                    message, span, node=each.node, name=self.tree.nodes[each.node].title if each.node else Nested(Message("word.total")),
                    computed=Figure(each.computed), published=Figure(each.published), difference=Figure(absolute(each.difference)),
                    bound=Figure(each.bound, _PLAIN),
                )  # fmt: skip
        return {
            "source": published.source,
            "total": text(published.total),
            "index": text(published.index),
            "rank": published.rank,
            "of": published.of,
            "previous_rank": published.previous_rank,
            "comparisons": [_comparison(each) for each in comparisons],
        }

    # -- other readings and changes ----------------------------------------------------------------------------------------

    def add_readings(self, nodes: dict[str, dict[str, Any]], total: dict[str, Any]) -> None:
        """Score under every other reading, and keep what differs."""
        others = [None, *self.tree.readings()]
        for other in others:
            if other == self.reading:
                continue
            results = evaluate(self.criteria, self.bound, self.stage, other, known=self.results)
            name = other or MAIN_READING
            for id_, result in results.items():
                here = self.results[id_]
                if (result.points, result.state, result.applicable_maximum) == (here.points, here.state, here.applicable_maximum):
                    continue
                _, index = self.index(result)
                told = {"points": text(result.points), "state": result.state.value, "applicable_maximum": exact_text(result.applicable_maximum)}
                if id_ == ROOT:
                    total["readings"][name] = {**told, "index": text(index), "grade": self.grade(result)}
                else:
                    nodes[id_]["readings"][name] = told

    def add_changes(self, nodes: dict[str, dict[str, Any]], wanted: bool | Iterable[str]) -> None:
        if wanted is False:
            return
        chosen = set(nodes) if wanted is True else set(wanted)  # type: ignore[arg-type]  # ids
        for id_, node in nodes.items():
            if id_ not in chosen or not self.tree.nodes[id_].is_leaf:
                continue
            found = find_changes(self.criteria, self.bound, self.stage, self.reading, id_, self.results)
            node["changes"] = [
                change_to_json(change, self.criteria, self.grade(change.total), change.total.points) for change in found
            ]


_HELPED = frozenset({"PAR608", "PAR701", "PAR703", "PAR704", "PAR705", "PAR708"})
_PLAIN = Style.PLAIN


def _comparison(each: Comparison) -> dict[str, Any]:
    verdict = "agrees" if each.agrees else "within-rounding" if each.is_within_rounding else "beyond-rounding"
    return {
        "node": each.node,
        "published": exact_text(each.published),
        "computed": exact_text(each.computed),
        "difference": exact_text(each.difference),
        "bound": exact_text(each.bound),
        "rounded_parts": each.rounded_parts,
        "verdict": verdict,
    }


def is_error(finding: Finding) -> bool:
    """Say whether a finding makes a run fail."""
    return finding.severity is Severity.ERROR


