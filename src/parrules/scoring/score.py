"""One unit scored: engine, other readings, announced figures, what would change the points, and the receipt, as a score sheet."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from parrules.checks import BoundEvidence, CheckedCriteria, bind_evidence
from parrules.criteria import Field
from parrules.criteria.model import EnteredBy
from parrules.diagnostics import EvidenceError, Findings, ScoringError, closest, findings_to_json
from parrules.engine.explaining import Evaluation, evaluate
from parrules.engine.result import FoundFault, NodeResult, State
from parrules.evidence import STAGES, EvidenceRecord
from parrules.messages import LANGUAGES, Figure, Joined, Message, Nested, Style, Words, tell
from parrules.scoring.changes import ChangeFinder
from parrules.scoring.published import Comparison, compare_published
from parrules.scoring.record import change_to_json, node_to_json, text
from parrules.scoring.sheet import FORMAT, ScoreSheet
from parrules.scoring.sites import sites_of, title
from parrules.scoring.total import base_of, grade_of, index_of
from parrules.tree import ROOT, FieldRef
from parrules.values import Exact, absolute, exact_text, from_exact_text
from parrules.version import LANGUAGE_VERSION, VERSION

MAIN_READING = "main"
"""The name under which the main rules stand among the readings of a sheet."""

_HELPED = frozenset({"PAR608", "PAR701", "PAR703", "PAR704", "PAR705", "PAR708"})
"""Codes of faults whose finding says how to mend them."""


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
    return _Sheet(criteria, bound, stage, reading, findings).build(changes, sites)


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
        near = closest(stage, names) or _stage_named(stage, names)
        findings.add(
            "PAR707.stage", record.head_span, help="PAR707.near" if near else "PAR707.help", found=stage, near=near or "",
            known=Joined(tuple(Words(f"`{name}`") for name in names)),
        )  # fmt: skip
        raise ScoringError(findings.sorted())
    return stage


def _stage_named(words: str, names: list[str]) -> str | None:
    """Find the stage that is called so in either language: *tự chấm*."""
    called = {tell(Message(f"stage-name.{name}"), language): name for language in LANGUAGES for name in names}
    near = closest(words, called)
    return None if near is None else called[near]


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
        self, criteria: CheckedCriteria, bound: BoundEvidence, stage: str, reading: str | None, findings: Findings
    ) -> None:
        self.criteria, self.bound, self.stage, self.reading = criteria, bound, stage, reading
        self.findings = findings
        self.set, self.tree, self.record = criteria.set, criteria.tree, bound.record
        self.evaluation = Evaluation(criteria, bound, stage, reading)
        self.results = self.evaluation.all()

    def build(self, changes: bool | Iterable[str], sites: dict[str, Any] | None) -> ScoreSheet:
        nodes = {
            node.id: node_to_json(node, self.results, self.criteria, self.bound, self.stage)
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

    def total(self, root: dict[str, Any]) -> dict[str, Any]:
        result = self.results[ROOT]
        exact, rounded = index_of(self.set, result)
        return {
            "points": root["points"],
            "maximum": root["maximum"],
            "applicable_maximum": root["applicable_maximum"],
            "base": exact_text(base_of(self.set, result)),
            "index": text(rounded),
            "grade": grade_of(self.set, result),
            "state": root["state"],
            "exact_points": root["exact_points"],
            "interval": root["interval"],
            "awaits": root["awaits"],
            "causes": root["causes"],
            "reason": root["reason"],
            "by": root["by"],
            "steps": root["steps"],
            "exact_index": text(exact),
            "readings": {},
        }

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
        """Note faults, and values that are missing, or awaited from others, once for each node that waits for them."""
        fields = {str(ref): (ref, field) for ref, field in self.tree.fields.items()}
        for id_, result in self.results.items():
            for found in result.faults:
                self.note_fault(id_, found, fields)
            for ref, field in (fields[cause] for cause in result.causes if cause in fields):
                is_of_unit = field.entered_by is EnteredBy.UNIT
                message, help_id = ("PAR602", "PAR602.help") if is_of_unit else ("PAR602.pending", None)
                where = id_ if self.is_asked_at(id_, ref) else ref.node
                self.findings.add(message, help=help_id, node=where, title=field.title, id=where or "Σ", name=ref.name)

    def is_asked_at(self, node: str, ref: FieldRef) -> bool:
        """Say whether a node declares a field, be it as the same as another's; a part may wait for a value of its group."""
        declared = self.tree.nodes[node].criteria
        return declared is not None and ref.name in declared.fields and self.tree.owner(node, ref.name) == ref

    def note_fault(self, node: str, found: FoundFault, fields: dict[str, tuple[FieldRef, Field]]) -> None:
        fault = found.fault
        arguments: dict[str, Any] = {"id": node or "Σ"}
        match fault.code:
            case "PAR701":
                arguments["denominator"] = fault.arguments["denominator"]
            case "PAR708":
                arguments["name"] = " ".join(found.span.text.split()) if found.span is not None else ""
            case "PAR703":
                for name in ("points", "minimum", "maximum"):
                    arguments[name] = Figure(from_exact_text(fault.arguments[name]))
            case "PAR704":
                name = fault.arguments["field"]
                if name in self.tree.nodes:
                    self.findings.add(
                        "PAR704.node", found.span, help="PAR704.node.help", node=node, other=name,
                        written=_line_for_no_base(name, self.tree.set.language), **arguments,
                    )  # fmt: skip
                    return
                arguments["name"] = fields[name][1].title if name in fields else Words(name)
                arguments["state"] = Nested(Message(f"state.{fault.arguments['state']}"))
            case "PAR608" if found.site is not None:
                arguments["label"] = self.tree.lines[found.site].label
        help_id = fault.code + ".help" if fault.code in _HELPED else None
        self.findings.add(fault.code, found.span, help=help_id, node=node, **arguments)

    def note_published(self) -> dict[str, Any] | None:
        published = self.record.published
        if published is None:
            return None
        comparisons = compare_published(self.criteria, self.bound, self.results, self.stage)
        for each in comparisons:
            if not each.agrees:
                message = "PAR615.within" if each.is_within_rounding else "PAR615.beyond"
                span = published.spans.get(each.node or "#total")
                name = self.tree.nodes[each.node].title if each.node else Nested(Message("word.total"))
                self.findings.add(
                    message, span, node=each.node, name=name, computed=Figure(each.computed),
                    published=Figure(each.published), difference=Figure(absolute(each.difference)),
                    bound=Figure(each.bound, Style.PLAIN),
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
        for other in (None, *self.tree.readings()):
            if other == self.reading:
                continue
            name = other or MAIN_READING
            results = evaluate(self.criteria, self.bound, self.stage, other, known=self.results)
            for id_, result in results.items():
                here = self.results[id_]
                if result is here or _outcome(result) == _outcome(here):
                    continue
                told = {
                    "points": text(result.points),
                    "state": result.state.value,
                    "applicable_maximum": exact_text(result.applicable_maximum),
                }
                if id_ == ROOT:
                    _, index = index_of(self.set, result)
                    total["readings"][name] = {**told, "index": text(index), "grade": grade_of(self.set, result)}
                else:
                    nodes[id_]["readings"][name] = told

    def add_changes(self, nodes: dict[str, dict[str, Any]], wanted: bool | Iterable[str]) -> None:
        """Search what would change the points of leaves."""
        if wanted is False:
            return
        chosen = set(nodes) if isinstance(wanted, bool) else set(wanted)
        finder = ChangeFinder(self.evaluation, self.results)
        for id_, node in nodes.items():
            if id_ in chosen and self.tree.nodes[id_].is_leaf:
                found = finder.changes_of(id_)
                node["changes"] = [change_to_json(change, grade_of(self.set, change.total)) for change in found]


def _outcome(result: NodeResult) -> tuple[Exact | None, State, Exact]:
    """Give what a reading is told by."""
    return result.points, result.state, result.applicable_maximum


def _line_for_no_base(node: str, language: str) -> str:
    """Write how a line of a rule begins that asks whether another node is left out."""
    when = {"vi": "nếu điểm_tối_đa_áp_dụng", "en": "when applicable_maximum"}[language]
    return f'{when}("{node}") = 0: …'


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
