"""The heading of a node: its points and maximum, or what there is instead."""

from __future__ import annotations

from parrules.explanation.figures import adding_up, lowered, own_words, say
from parrules.explanation.view import NodeView
from parrules.messages import Argument, Figure, Joined, Style, Title
from parrules.values import Exact, opposite, whole


class Outcome:
    """Tells what became of a node in one clause."""

    def __init__(self, view: NodeView) -> None:
        self.view, self.node, self.data = view, view.node, view.data

    def tell(self) -> Argument:
        """Tell points and maximum, or what there is instead."""
        node = self.node
        if node.role == "monitored":
            return say("head.monitored")
        if node.state == "covered":
            return say("head.covered", above=self.view.name(self.covering()))
        if node.state == "not-applicable":
            return self.left_out()
        if node.points is None:
            low, high = node.interval or (whole(0), node.applicable_maximum)
            if node.role == "deduction":
                return say(
                    "head.waiting-deduction",
                    state=self.state(),
                    least=Figure(opposite(high)),
                    most=Figure(opposite(low)),
                )
            return say(
                "head.waiting",
                state=self.state(),
                low=Figure(low),
                high=Figure(high),
                maximum=Figure(node.applicable_maximum),
            )
        if node.role == "deduction":
            off = opposite(node.points)
            return say("head.deduction", lost=Figure(off)) if off != 0 else say("head.no-deduction")
        if node.state == "missing":
            return say(
                "head.missing-zero", state=self.state(), points=Figure(node.points), maximum=Figure(node.maximum)
            )
        return self.scored(node.points)

    def scored(self, points: Exact) -> Argument:
        """Tell points, maximum, share and what was lost; a bonus loses nothing."""
        node, part = self.node, self.node.share
        if part is None:
            return say("head.zero-maximum", points=Figure(points))
        if node.role == "bonus":
            return say("head.bonus", points=Figure(points), maximum=Figure(node.applicable_maximum))
        lost = node.lost or whole(0)
        if lost <= 0:
            return say(
                "head.full", points=Figure(points), maximum=Figure(node.applicable_maximum), share=share_figure(part)
            )
        shown, missing, maximum = adding_up([points, lost], node.applicable_maximum)
        return say("head.lost", points=shown, maximum=maximum, share=share_figure(part), lost=missing)

    def left_out(self) -> Argument:
        """Tell why a node does not apply, and what becomes of its maximum."""
        node, treatment, why = self.node, self.data["treatment"], self.why_not_applicable()
        if treatment == "redistribute":
            return say("head.redistributed", why=why, maximum=Figure(node.maximum), to=self.receivers())
        if treatment in ("full", "zero"):
            return say("head.treated", why=why, points=Figure(node.points or whole(0)), maximum=Figure(node.maximum))
        if node.role != "main":
            return say("head.left-out-plain", why=why)
        return say("head.left-out", why=why, maximum=Figure(node.maximum))

    def why_not_applicable(self) -> Argument:
        """Say why a node does not apply: the line's label, the claim's reason, the unit's kind."""
        decided = self.view.decided
        if decided is not None:
            label = self.view.label(decided["site"])
            return lowered(label) if label else say("why.not-arising")
        if self.claim_reason():
            return say("why.claimed")
        above = self.node.parent
        while above:
            over = self.view.sheet[above]
            if over.state == "not-applicable" and (Title(**over.data["reason"]) or over.data["steps"]):
                return say("why.above", above=self.view.name(above))
            above = over.parent
        if self.view.is_group and any(
            part.data["steps"] or part.data["said"] for part in self.view.sheet.parts(self.node.id)
        ):
            return say("why.no-part")
        if self.view.steps_of("read"):
            return say("why.zero-below")
        return say("why.profile")

    def claim_reason(self) -> Title:
        """Give the reason of a claim that the node does not apply."""
        return own_words(Title(**self.data["reason"]))

    def receivers(self) -> Argument:
        """Name the nodes that take the maximum over."""
        to = self.view.sites["nodes"][self.node.id].get("not_applicable", {}).get("to", [])
        return Joined(tuple(self.view.name(each) for each in to), "and")

    def covering(self) -> str:
        """Give the node above that was assessed as one figure; empty for the total."""
        parent = self.node.parent
        while parent and self.view.sheet[parent].state == "covered":
            parent = self.view.sheet[parent].parent
        return parent

    def state(self) -> Argument:
        """Name the state, for headings and tables."""
        state, data = self.node.state, self.data
        if state == "pending" and data["awaits"]:
            return say(f"state.pending-{data['awaits']}")
        if state == "not-applicable":
            return say(f"state.{data['treatment'] or 'not-applicable'}")
        return say(f"state.{state}")


def share_figure(part: Exact) -> Figure:
    """Write a share: ``100%``, else with two decimals."""
    return Figure(part, Style.SCALE_PERCENT if part in (0, 1) else Style.PERCENT)
