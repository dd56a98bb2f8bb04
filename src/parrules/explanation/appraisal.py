"""What unit and appraisal said about a node: the claim beside the points, and what a response can be about."""

from __future__ import annotations

from typing import Any

from parrules.explanation.figures import adding_up, lowered, own_words, say, title_of, told_in, value
from parrules.explanation.view import NodeView
from parrules.messages import Argument, Figure, Style, Title
from parrules.values import absolute, difference, half_unit, opposite


def claim(view: NodeView) -> list[Argument]:
    """Compare with what the unit claimed, and say what the appraisal changed and why."""
    node = view.node
    if node.state in ("covered", "not-applicable") or node.role == "monitored":
        return []
    if not view.sites["nodes"][node.id].get("self_scored", True):
        return [say("claim.not-self-scored")]
    claimed = node.claimed
    if claimed is None:
        return []
    if node.points is None:
        return [say("claim.waiting", claimed=Figure(claimed))]
    if node.role == "deduction":
        return _claim_of_deduction(view)
    stage, points = view.sheet.data["stage"], node.points
    if view.amounts("redistribute"):
        new = Figure(node.applicable_maximum)
        return [say("claim.rescaled", claimed=Figure(claimed), maximum=Figure(node.maximum), new=new)]
    gap = difference(points, claimed)
    if gap == 0:
        return [say("claim.same", claimed=Figure(claimed), points=Figure(points), done=say(f"done.{stage}"))]
    if absolute(gap) <= half_unit(2):
        return [
            say("claim.rounded", claimed=Figure(claimed), points=Figure(points, Style.SCALE), done=say(f"done.{stage}"))
        ]
    least, most = (claimed, points) if gap > 0 else (points, claimed)
    low, step, high = adding_up([least, absolute(gap)], most)
    first = low if gap > 0 else high
    if stage == "self-assessment":
        return [say("claim.rule-differs", claimed=first, points=high if gap > 0 else low, difference=step)]
    text = say("claim.more" if gap > 0 else "claim.less", claimed=first, difference=step, **_stage_words(stage))
    return _with_reason(text, view)


def _claim_of_deduction(view: NodeView) -> list[Argument]:
    claimed, points, stage = view.node.claimed, view.node.points, view.sheet.data["stage"]
    assert claimed is not None
    assert points is not None
    before = say("claim.off-none") if claimed == 0 else say("claim.off", points=Figure(opposite(claimed)))
    after = say("claim.off-none") if points == 0 else say("claim.off", points=Figure(opposite(points)))
    if claimed == points:
        return [say("claim.same-off", claimed=before, done=say(f"done.{stage}"))]
    if stage == "self-assessment":
        return [say("claim.rule-differs-off", claimed=before, points=after)]
    return _with_reason(say("claim.changed-off", claimed=before, points=after, **_stage_words(stage)), view)


def _stage_words(stage: str) -> dict[str, Argument]:
    return {"stage": say(f"stage.{stage}"), "Stage": say(f"Stage.{stage}")}


def _with_reason(text: Argument, view: NodeView) -> list[Argument]:
    reason = last_reason(view)
    return [say("claim.reason", text=text, reason=lowered(reason)) if reason else text]


def last_reason(view: NodeView) -> Title:
    """Give the last reason that a later stage than the unit's own wrote."""
    for said in reversed(view.data["said"]):
        if said["stage"] != "self-assessment" and "reason" in said:
            return own_words(Title(**said["reason"]))
    return Title()


def response(view: NodeView) -> list[Argument]:
    """Name what the unit may answer: what it was asked, values that were changed, papers that were not accepted."""
    told: list[Argument] = []
    own: dict[str, Any] = {}
    for said in view.data["said"]:
        is_own = said["stage"] == "self-assessment"
        if said.get("decision") == "needs-response" and "reason" in said and view.data["awaits"] == "response":
            told.append(
                say("response.asked", reason=lowered(own_words(Title(**said["reason"]))), **_stage_words(said["stage"]))
            )
        for field, entered in said.get("values", {}).items():
            plain = {key: entry for key, entry in entered.items() if key != "reason"}
            if is_own:
                own[field] = plain
            elif field in own and own[field] != plain:
                told.append(
                    _changed(view, field, own[field], plain, stage=said["stage"], reason=Title(**entered["reason"]))
                )
        for paper in said.get("documents", []):
            if paper.get("verdict") in ("partly", "rejected") and paper.get("note"):
                told.append(own_words(told_in(paper["note"])))
    return told


def _changed(
    view: NodeView, field: str, before: dict[str, Any], after: dict[str, Any], *, stage: str, reason: Title
) -> Argument:
    arguments: dict[str, Argument] = {
        "title": title_of(view.sites, field),
        "before": value(view.sites, field, before),
        **_stage_words(stage),
    }
    if "missing" in after:
        text = say("response.withdrawn", **arguments)
    else:
        text = say("response.value", after=value(view.sites, field, after), **arguments)
    return say("claim.reason", text=text, reason=lowered(own_words(reason))) if reason else text
