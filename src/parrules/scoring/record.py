"""One node's line of a score sheet: the engine's result and what the record says about the node, as plain data."""

from __future__ import annotations

from typing import Any

from parrules.check import BoundEvidence, CheckedCriteria
from parrules.criteria import Role
from parrules.engine.result import Amount, Decided, Named, NodeResult, Read, State, StepTaken, Tested
from parrules.scoring.changes import ValueChange
from parrules.scoring.sites import title
from parrules.scoring.worked import value_to_json, worked_to_json
from parrules.tree import TreeNode
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
                data["times"] = worked_to_json(step.times)
            if step.capped:
                data["capped"] = True
            return data


def node_to_json(
    node: TreeNode, result: NodeResult, criteria: CheckedCriteria, evidence: BoundEvidence, stage: str
) -> dict[str, Any]:
    """Give a node's result as plain data; see the score sheet's schema."""
    waiting = result.points is None and result.state not in (State.NOT_APPLICABLE, State.COVERED) and node.role is not Role.MONITORED
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
        "treatment": result.treatment.value if result.treatment else None,
        "by": result.by,
        "said": [_entry(name, entry, evidence, node) for name, entry in entries],
        "readings": {},
        "changes": None,
        "steps": [step_to_json(step) for step in result.steps],
    }
    return data


def _entry(stage: str, entry: Any, evidence: BoundEvidence, node: TreeNode) -> dict[str, Any]:
    """Give what one stage says about a node: values, claim, decision, reason, documents, notes."""
    declared = node.criteria.fields if node.criteria else {}
    values = {}
    for name in entry.values:
        for ref, bound_values in evidence.values.items():
            if ref.name == name and (ref.node == node.id or (name in declared and declared[name].same_as)):
                for bound in bound_values:
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


def change_to_json(change: ValueChange, criteria: CheckedCriteria, grade: str | None, total: Exact | None) -> dict[str, Any]:
    """Give a change that was found, with what the node and the whole set would have."""
    del criteria
    return {
        "kind": change.kind,
        "field": str(change.ref),
        "before": value_to_json(change.before),
        "after": value_to_json(change.after),
        "points": text(change.node.points),
        "maximum": exact_text(change.node.applicable_maximum),
        "total": text(total),
        "applicable_maximum": exact_text(change.total.applicable_maximum),
        "grade": grade,
    }
