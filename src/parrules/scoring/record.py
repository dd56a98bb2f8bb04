"""One node's line of a score sheet: the engine's result and what the record says about the node, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parrules.checks import BoundEvidence, CheckedCriteria
from parrules.criteria import Role, Treatment
from parrules.engine.result import Amount, AmountKind, Decided, Named, NodeResult, Read, State, StepTaken, Tested
from parrules.evidence import Entry
from parrules.language import fold
from parrules.scoring.changes import ValueChange
from parrules.scoring.sites import title
from parrules.scoring.worked import steps_to_json, value_to_json, worked_to_json
from parrules.tree import CriteriaTree, TreeNode
from parrules.values import Exact, exact_text, share


def text(number: Exact | None) -> str | None:
    """Give a number as exact text."""
    return None if number is None else exact_text(number)


def step_to_json(step: StepTaken) -> dict[str, Any]:
    """Give a step as plain data; ``site`` is the number of a line in the sheet's sites."""
    match step:
        case Read(ref=ref, value=value, stage=stage):
            return {"step": "read", "field": str(ref), "stage": stage, **value_to_json(value)}
        case Named(site=site, name=name, worked=worked):
            return {"step": "let", "site": site, "name": name, "worked": worked_to_json(worked)}
        case Tested(site=site, worked=worked, holds=holds):
            return {"step": "test", "site": site, "holds": holds, "worked": worked_to_json(worked)}
        case Decided(site=site, outcome=outcome):
            return {"step": "decide", "site": site, "outcome": outcome.value if outcome else None}
        case Amount():
            data: dict[str, Any] = {"step": "amount", "kind": step.kind.value, "amount": exact_text(step.amount)}
            if step.site is not None:
                data["site"] = step.site
            if step.node:
                data["node"] = step.node
            if step.worked is not None:
                data["worked"] = worked_to_json(step.worked)
            if step.times is not None:
                is_steps = step.kind is AmountKind.STEPS
                data["times"] = steps_to_json(step.times) if is_steps else worked_to_json(step.times)
            if step.capped:
                data["capped"] = True
            return data


def node_to_json(
    node: TreeNode, results: Mapping[str, NodeResult], criteria: CheckedCriteria, evidence: BoundEvidence, stage: str
) -> dict[str, Any]:
    """Give a node's result as plain data; see the score sheet's schema."""
    result = results[node.id]
    has_none = result.state in (State.NOT_APPLICABLE, State.COVERED) or node.role is Role.MONITORED
    waiting = result.points is None and not has_none
    treatment = _treatment(node, results)
    entries = evidence.entries(node.id, stage)
    claimed = next((entry.claimed for _, entry in reversed(entries) if entry.claimed is not None), None)
    published = evidence.record.published
    data: dict[str, Any] = {
        "id": node.id,
        "parent": node.parent or "",
        "role": node.role.value,
        "points": text(result.points),
        "exact_points": text(result.exact_points),
        "maximum": exact_text(node.maximum),
        "applicable_maximum": exact_text(result.applicable_maximum),
        "share": text(share(result.points, result.applicable_maximum)) if result.points is not None else None,
        "state": result.state.value,
        "stage": result.stage or (entries[-1][0] if entries else ""),
        "claimed": text(claimed),
        "reason": title(result.reason),
        "rule_points": text(result.rule_points),
        "published": text(published.nodes.get(node.id)) if published else None,
        "interval": [exact_text(result.low), exact_text(result.high)] if waiting else None,
        "maximum_moved": exact_text(result.maximum_moved),
        "awaits": result.awaits.value if result.awaits else None,
        "causes": list(result.causes),
        "treatment": treatment.value if treatment else None,
        "by": result.by,
        "said": [_entry(name, entry, evidence, criteria.tree, node) for name, entry in entries],
        "readings": {},
        "changes": None,
        "steps": [step_to_json(step) for step in result.steps],
    }
    return data


def _treatment(node: TreeNode, results: Mapping[str, NodeResult]) -> Treatment | None:
    """Give the treatment as it came out: where nobody is left to take a maximum over, the node is simply left out."""
    treatment = results[node.id].treatment
    to = node.not_applicable.to if node.not_applicable else ()
    if treatment is Treatment.REDISTRIBUTE and not any(results[each].takes_over for each in to):
        return Treatment.LEAVE_OUT
    return treatment


def _entry(stage: str, entry: Entry, evidence: BoundEvidence, tree: CriteriaTree, node: TreeNode) -> dict[str, Any]:
    """Give what one stage says about a node: values, claim, decision, reason, documents, notes."""
    declared = node.criteria.fields if node.criteria else {}
    by_key = {fold(name): name for name in declared}
    values = {}
    for written in entry.values:
        name = written if written in declared else by_key[fold(written)]
        ref = tree.owner(node.id, name)
        for bound in evidence.values.get(ref, ()):
            if bound.stage == stage:
                values[str(ref)] = {**value_to_json(bound.value), "reason": title(bound.reason)}
    data: dict[str, Any] = {"stage": stage}
    if values:
        data["values"] = values
    for key in ("decision", "by"):
        if getattr(entry, key):
            data[key] = getattr(entry, key)
    for key in ("reason", "note"):
        if getattr(entry, key):
            data[key] = title(getattr(entry, key))
    for key in ("claimed", "points"):
        if getattr(entry, key) is not None:
            data[key] = exact_text(getattr(entry, key))
    claim = entry.not_applicable
    if claim is not None:
        data["not_applicable"] = {"kind": claim.kind.value, "reason": title(claim.reason)}
    papers = (*entry.documents, *(claim.documents if claim else ()))
    if papers:
        data["documents"] = [
            {
                key: value
                for key, value in (
                    ("ref", paper.ref), ("place", paper.place), ("shows", list(paper.shows)), ("verdict", paper.verdict),
                    ("because", paper.because), ("note", paper.note),
                )
                if value
            }
            for paper in papers
        ]  # fmt: skip
    return data


def change_to_json(change: ValueChange, grade: str | None) -> dict[str, Any]:
    """Give a change that was found, with what the node and the whole set would have."""
    return {
        "kind": change.kind.value,
        "field": str(change.ref),
        "before": value_to_json(change.before),
        "after": value_to_json(change.after),
        "points": text(change.node.points),
        "maximum": exact_text(change.node.applicable_maximum),
        "total": text(change.total.points),
        "applicable_maximum": exact_text(change.total.applicable_maximum),
        "grade": grade,
    }
