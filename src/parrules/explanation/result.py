"""What came out for a node and why, in a sentence or two, and the short form for the column *Ghi chú*."""

from __future__ import annotations

from typing import Any

from parrules.explanation.conditions import Conditions
from parrules.explanation.figures import (
    Data,
    bare,
    days,
    exact,
    fine,
    formula,
    is_plain,
    is_plain_answer,
    is_printed_whole,
    length,
    lowered,
    noun_of,
    off,
    own_words,
    range_of,
    result,
    say,
    scale,
    title_of,
    value,
)
from parrules.explanation.outcome import Outcome
from parrules.explanation.running import Running
from parrules.explanation.view import NodeView, Step
from parrules.messages import Argument, Figure, Joined, Style, Title
from parrules.values import Exact, opposite, whole

LONGEST_FORMULA = 5
"""Figures of a formula that a result still holds; a longer one stands under *how* alone."""

LONGEST_REASON = 70
"""Characters of an appraiser's reason that the short form repeats."""


class Result:
    """Tells the result of a node."""

    def __init__(self, view: NodeView) -> None:
        self.view, self.node, self.data, self.sites = view, view.node, view.data, view.sites
        self.outcome = Outcome(view)
        self.conditions = Conditions(view)

    @property
    def points(self) -> Exact:
        """The node's points, 0 where there are none."""
        return self.node.points if self.node.points is not None else whole(0)

    def tell(self) -> list[Argument]:
        """Tell what came out and why."""
        node = self.node
        match node.state:
            case "covered":
                return [say("result.covered", above=self.view.name(self.outcome.covering()))]
            case "not-applicable":
                return self.left_out()
            case "fault":
                return [say("result.fault", why=self.fault_text())]
            case "assessed":
                return self.assessed()
            case "missing" | "pending" | "incomplete":
                return self.waiting()
        if node.role == "monitored" and not self.view.amounts("outcome"):
            return [say("result.monitored")]
        veto = self.view.amounts("veto")
        if veto:
            label = self.view.label(veto[0]["site"])
            why: Argument = lowered(label) if label else say("result.by-veto", node=self.view.name(veto[0]["node"]))
            return [say("result.zeroed", why=why)]
        if self.view.is_group and self.view.decided is None and not self.view.is_running:
            return [self.group()]
        if self.view.decided is not None:
            return [self.line()]
        return [Running(self.view).tell()]

    # -- nothing scored ------------------------------------------------------------------------------------------------

    def fault_text(self) -> Argument:
        """Give the finding that says why a rule had no result."""
        told = [
            each
            for each in self.view.sheet.data["findings"]
            if each.get("node") == self.node.id and each["severity"] == "error"
        ]
        return Title(vi=told[0]["vi"], en=told[0]["en"]) if told else say("state.fault")

    def left_out(self) -> list[Argument]:
        """Tell what becomes of the maximum of a node that does not apply."""
        treatment, reason = self.data["treatment"], self.outcome.claim_reason()
        why: Argument = (
            say("why.claimed-because", reason=lowered(reason)) if reason else self.outcome.why_not_applicable()
        )
        maximum = self.node.maximum
        if treatment == "redistribute":
            return [
                say("result.redistributed", why=why, maximum=Figure(maximum, Style.SCALE), to=self.outcome.receivers())
            ]
        if treatment in ("full", "zero"):
            return [say("result.treated", why=why, points=result(self.points))]
        if self.node.role != "main" or self.is_covered_out():
            return [say("result.left-out-plain", why=why)]
        return [
            say(
                "result.left-out-one" if maximum == 1 else "result.left-out",
                why=why,
                maximum=Figure(maximum, Style.SCALE),
            )
        ]

    def is_covered_out(self) -> bool:
        """Say whether a group above does not apply either, whose maximum goes with it."""
        parent = self.node.parent
        return bool(parent) and self.view.sheet[parent].state == "not-applicable"

    def assessed(self) -> list[Argument]:
        """Tell a figure that a person entered."""
        kind = "group" if self.view.is_group else "leaf"
        points, by = result(self.points), self.data["by"]
        first = (
            say(f"result.assessed-{kind}-by", by=by, points=points)
            if by
            else say(f"result.assessed-{kind}", points=points)
        )
        told: list[Argument] = [first]
        if reason := own_words(Title(**self.data["reason"])):
            told.append(say("result.assessed-reason", reason=lowered(reason)))
        if self.data["rule_points"] is not None:
            told.append(say("result.rule-beside", points=result(exact(self.data["rule_points"]))))
        return told

    def waiting(self) -> list[Argument]:
        """Tell what is waited for, and between what the points lie meanwhile."""
        awaits, causes = self.data["awaits"], list(self.data["causes"])
        told: list[Argument]
        match self.node.state:
            case "missing":
                told = [
                    say(
                        "result.missing" if self.node.points is None else "result.missing-zero",
                        titles=self.view.causes(),
                    )
                ]
            case "incomplete":
                told = [say("result.incomplete", nodes=self.view.causes())]
            case _ if awaits == "parts":
                told = [say("result.pending-parts", nodes=self.view.causes())]
            case _ if awaits in ("appraisal", "survey") and causes:
                told = [say(f"result.pending-{awaits}-value", titles=self.view.causes())]
            case _:
                told = [say(f"result.pending-{awaits}", titles=self.view.causes())]
        if self.node.interval:
            told.append(self.between(*self.node.interval))
        return told

    def between(self, low: Exact, high: Exact) -> Argument:
        """Tell between what the points lie."""
        if self.node.role == "deduction":
            return say("result.between-deduction", least=Figure(opposite(high)), most=Figure(opposite(low)))
        return say("result.between", low=Figure(low), high=Figure(high))

    # -- groups --------------------------------------------------------------------------------------------------------

    def group(self) -> Argument:
        """Tell a group's points: its parts together."""
        parts = self.view.amounts("part")
        count = Figure(whole(len(parts)), Style.COUNT)
        if self.node.role == "deduction":
            if self.points == 0:
                return say("result.no-part-deducts")
            return say("result.sum-deducts", points=result(opposite(self.points)))
        if self.view.amounts("combine"):
            way = self.sites["nodes"][self.node.id].get("combine", "mean")
            return say(f"result.combine-{way}", count=count, points=result(self.points))
        return say("result.sum-one" if len(parts) == 1 else "result.sum", count=count, points=result(self.points))

    # -- one line of a scale -------------------------------------------------------------------------------------------

    def line(self) -> Argument:
        """Tell a result that one line of a scale gave."""
        decided, test = self.view.decided, self.view.deciding_test
        assert decided is not None
        label, band = self.view.label(decided["site"]), self.band(test)
        if self.node.role == "deduction" and label:
            return self.deduction_line(label)
        if band is not None and (not label or "part" in band):
            return self.band_line(band)
        why = lowered(label) if label else self.why_of(test)
        working = self.short_working()
        if not label and (chosen := self.chosen(test)) is not None:
            return say("result.full-title" if self.is_full else "result.line-title", points=self.shown(), **chosen)
        if why is not None and working is not None:
            why = say("result.worked-out", why=why, formula=working)
        if self.is_full:
            return say("result.full", why=why) if why is not None else say("result.full-plain")
        if why is not None:
            return self.partial(why, label)
        if working is not None:
            return say("result.formula", formula=working, points=self.shown())
        return say("result.otherwise" if self.view.steps_of("test") else "result.no-formula", points=self.shown())

    @property
    def is_full(self) -> bool:
        """Whether the maximum was reached."""
        return self.points == self.node.applicable_maximum and self.points > 0

    def partial(self, why: Argument, label: Title) -> Argument:
        """Tell less than full points; where no band of a ratio holds, the ratio is told with the last line's label."""
        missed = self.ratio_missed()
        if missed is not None and label:
            return say("result.missed", **missed, label=lowered(label), points=self.shown())
        return say("result.line", why=why, points=self.shown())

    def shown(self) -> Argument:
        """Write the node's points as a figure of the scale."""
        return scale(self.points) if is_printed_whole(self.points) else fine(self.points)

    def deduction_line(self, label: Title) -> Argument:
        """Tell a line of a deduction."""
        if self.points == 0:
            return say("result.not-deducted", why=lowered(label))
        return say("result.deducted", points=scale(opposite(self.points)), why=lowered(label))

    def band_line(self, band: dict[str, Any]) -> Argument:
        """Tell a band: the counts and their ratio, or the figure, and the range."""
        figures = {key: band[key] for key in ("part", "whole", "value", "title") if key in band}
        kind = "parts" if "part" in band else "title" if "title" in band else "bare"
        if self.is_full:
            return say(f"result.full-{kind}", **figures, range=band["range"])
        if self.is_in_proportion():
            return say(f"result.proportion-{kind}", **figures, range=band["range"], points=self.shown())
        if self.node.role == "deduction":
            kind = "title-plain" if kind == "title" else kind
            return say(f"result.band-{kind}", **figures, range=band["range"], points=off(self.points))
        return say(f"result.band-{kind}", **figures, range=band["range"], points=self.shown())

    def is_in_proportion(self) -> bool:
        """Say whether the line's points were worked out rather than stated."""
        outcome = self.view.outcome
        return outcome is not None and not is_plain(outcome["worked"])

    def band(self, test: Step | None) -> dict[str, Any] | None:
        """Take a band apart: figure, range, and the two counts of a ratio."""
        if test is None or test["worked"]["form"] != "range":
            return None
        worked = test["worked"]
        subject = worked["of"][0]
        if "value" not in subject or subject["kind"] == "date":
            return None
        return {"range": range_of(worked), **self.figures_of(subject)}

    def figures_of(self, subject: Data) -> dict[str, Argument]:
        """Give a figure with its title, or a ratio with the counts that it was worked out from."""
        is_days = subject.get("kind") in ("days", "working-days") and "value" in subject
        told: dict[str, Argument] = {"value": days(exact(subject["value"])) if is_days else bare(subject)}
        counts = self.view.ratio_of_counts(subject)
        if counts is not None and self.view.is_same_thing(*counts):
            above, below = counts
            told["part"] = Figure(exact(above["value"]), Style.PLAIN)
            told["whole"] = Figure(exact(below["value"]), Style.PLAIN, noun_of(self.sites, below["field"]))
        elif subject["form"] == "field":
            told["title"] = title_of(self.sites, subject["field"])
            told["value"] = value(self.sites, subject["field"], subject)
        return told

    def ratio_missed(self) -> dict[str, Argument] | None:
        """Where no line of a scale but the last applied: give the counts and the ratio that fell short."""
        if self.view.deciding_test is not None:
            return None
        tests = [
            step
            for step in self.view.steps_of("test")
            if step["worked"]["form"] == "range" and "value" in step["worked"]["of"][0]
        ]
        if not tests:
            return None
        figures = self.figures_of(tests[-1]["worked"]["of"][0])
        return {key: figures[key] for key in ("part", "whole", "value")} if "part" in figures else None

    def why_of(self, test: Step | None) -> Argument | None:
        """Say why a line without a label applied."""
        if test is None:
            return None
        facts = [fact for fact in self.conditions.facts(test["worked"], holds=True) if fact.field or fact.asked]
        return Joined(tuple(self.conditions.clause(fact) for fact in facts), "semicolon") if facts else None

    def chosen(self, test: Step | None) -> dict[str, Argument] | None:
        """Give title and option where a line without a label asked for one option."""
        facts = self.conditions.facts(test["worked"], holds=True) if test is not None else []
        if len(facts) != 1 or facts[0].asked is not None or not facts[0].field:
            return None
        fact = facts[0]
        if "value" in fact.data and is_plain_answer(self.sites, fact.field):
            return None
        return {"title": title_of(self.sites, fact.field), "value": value(self.sites, fact.field, fact.data)}

    def short_working(self) -> Argument | None:
        """Give the formula of the line that applied, where it is short."""
        outcome = self.view.outcome
        if outcome is None or is_plain(outcome["worked"]) or length(outcome["worked"]) > LONGEST_FORMULA:
            return None
        return formula(outcome["worked"])

    # -- the short form ------------------------------------------------------------------------------------------------

    def short(self) -> Argument:
        """Give the result in one clause, for the column *Ghi chú*."""
        node = self.node
        if (
            node.state == "not-applicable"
            and self.data["treatment"] == "leave-out"
            and node.role == "main"
            and not self.is_covered_out()
        ):
            left = self.view.sheet.total.applicable_maximum
            return say(
                "short.left-out",
                why=self.outcome.why_not_applicable(),
                maximum=Figure(node.maximum, Style.SCALE),
                left=Figure(left, Style.SCALE),
            )
        if node.state == "scored" and node.points is not None and not self.view.amounts("veto"):
            if self.view.decided is not None:
                return self.with_reason(self.short_line())
            if self.view.is_running and (changes := Running(self.view).short()):
                return changes
        sentences = self.tell()
        return sentences[0] if sentences else self.outcome.tell()

    def short_line(self) -> Argument:
        """Give the line that applied in short."""
        decided, test = self.view.decided, self.view.deciding_test
        assert decided is not None
        band, label = self.band(test), self.view.label(decided["site"])
        if band is not None and "part" in band:
            kind = "full" if self.is_full else "points" if self.is_in_proportion() else "band"
            return say(
                f"short.{kind}-parts", part=band["part"], whole=band["whole"], value=band["value"], points=self.shown()
            )
        if self.is_full:
            if test is not None and (lasted := self.short_days(test)) is not None:
                return say("short.full", why=lasted)
            return say("short.full", why=lowered(label)) if label and self.short_working() is None else self.line()
        return self.line()

    def short_days(self, test: Step) -> Argument | None:
        """Give how many days something took and how many it may take, where that is what the line asks."""
        found = _find(test["worked"], "days-after")
        if found is None or any("value" not in side for side in found["of"]) or self.conditions.days_passed(found) < 0:
            return None
        return say(
            "short.days",
            count=days(whole(self.conditions.days_passed(found))),
            limit=self.conditions.days_allowed(found),
        )

    def with_reason(self, text: Argument) -> Argument:
        """Add why the appraisal took points off, where that can be said in a few words."""
        claimed, points = self.node.claimed, self.node.points
        if claimed is None or points is None or points >= claimed:
            return text
        for said in reversed(self.data["said"]):
            if said["stage"] != "self-assessment" and "reason" in said:
                reason = own_words(Title(**said["reason"]))
                return (
                    say("short.reason", text=text, reason=lowered(reason)) if len(reason.vi) <= LONGEST_REASON else text
                )
        return text


def _find(worked: Data, form: str) -> Data | None:
    if worked["form"] == form:
        return worked
    return next((found for operand in worked.get("of", []) if (found := _find(operand, form)) is not None), None)
