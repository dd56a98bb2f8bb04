"""The parts of a node's explanation, each told from the sheet alone: heading, result, how, claim, basis, documents, what would change it."""

from __future__ import annotations

import datetime
import re
from typing import Any

from parrules.explanation.conditions import tell_condition
from parrules.explanation.figures import (
    Data, bare, exact, formula, is_plain, lowered, range_of, result, say, scale, title_of, value,
)  # fmt: skip
from parrules.messages import Argument, Day, Figure, Joined, Noun, Style, Title, Words
from parrules.scoring import NodeScore, ScoreSheet
from parrules.values import Exact, absolute, difference, opposite, share, total, whole

_ENGLISH_PLACES = (("trang", "page"), ("biểu", "form"), ("phụ lục", "annex"), ("mục", "section"), ("dòng", "row"), ("danh sách", "list"))


class NodeTelling:
    """Tells one node of a sheet, part by part; each part is a list of sentences as arguments of messages."""

    def __init__(self, sheet: ScoreSheet, node: NodeScore) -> None:
        self.sheet, self.node = sheet, node
        self.sites = sheet.sites
        self.data = node.data
        self.steps: list[dict[str, Any]] = list(node.data["steps"])

    # -- helpers -----------------------------------------------------------------------------------------------------------

    def line(self, site: int) -> Data:
        line: Data = self.sites["lines"][site]
        return line

    def label(self, site: int) -> Title:
        """Give the label of a line; without one, its text in each language."""
        return Title(**self.line(site)["label"])

    def line_number(self, site: int) -> int:
        """Count a line among the lines of its node's rule that can apply."""
        lines = [number for number, line in enumerate(self.sites["lines"]) if line["node"] == self.node.id and number <= site]
        scale_lines = [n for n in lines if self.line(n)["vi"].startswith(("nếu", "còn lại"))]
        return len(scale_lines) if scale_lines else 1

    def steps_of(self, kind: str) -> list[dict[str, Any]]:
        return [step for step in self.steps if step["step"] == kind]

    def amounts(self, *kinds: str) -> list[dict[str, Any]]:
        return [step for step in self.steps_of("amount") if step["kind"] in kinds]

    def decided(self) -> dict[str, Any] | None:
        found = self.steps_of("decide")
        return found[-1] if found else None

    def deciding_test(self) -> dict[str, Any] | None:
        decided = self.decided()
        if decided is None:
            return None
        return next((step for step in self.steps_of("test") if step["site"] == decided["site"] and step["holds"]), None)

    def titles(self, causes: list[str]) -> Argument:
        """Name what is missing: titles of values, or nodes."""
        named: list[Argument] = []
        if all(cause not in self.sites["fields"] for cause in causes):
            message = "word.nodes" if len(causes) > 1 else "word.node"
            return say(message, id=Joined(tuple(Words(cause) for cause in causes)))
        for cause in causes:
            if cause in self.sites["fields"]:
                title = title_of(self.sites, cause)
                named.append(say("formula.titled", figure=title, title=say("word.node", id=cause.rpartition("/")[0])) if not cause.startswith(self.node.id + "/") else title)
            else:
                named.append(say("word.node", id=cause))
        return Joined(tuple(named), "semicolon" if len(named) > 1 else "comma")

    def state_word(self) -> Argument:
        state = self.node.state
        if state == "pending" and self.data["awaits"]:
            return say(f"state.pending-{self.data['awaits']}")
        if state == "not-applicable":
            return say(f"state.{self.data['treatment'] or 'not-applicable'}")
        return say(f"state.{state}")

    # -- heading -----------------------------------------------------------------------------------------------------------

    def outcome(self) -> Argument:
        """Tell points and maximum, or what there is instead."""
        node = self.node
        if node.role == "monitored":
            return say("head.monitored")
        if node.state == "covered":
            return say("head.covered", above=say("word.node", id=self.covering()))
        if node.state == "not-applicable":
            return self.outcome_left_out()
        if node.points is None:
            low, high = node.interval or (whole(0), node.applicable_maximum)
            return say("head.waiting", state=self.state_word(), low=Figure(low), high=Figure(high), maximum=Figure(node.applicable_maximum))
        if node.state == "missing":
            return say("head.missing-zero", state=self.state_word(), points=Figure(node.points), maximum=Figure(node.maximum))
        if node.role == "deduction":
            off = opposite(node.points)
            return say("head.deduction", lost=Figure(off)) if off != 0 else say("head.no-deduction")
        part = node.share
        if part is None:
            return say("head.zero-maximum", points=Figure(node.points))
        figures: dict[str, Argument] = {
            "points": Figure(node.points), "maximum": Figure(node.applicable_maximum), "share": self.share_figure(part),
        }  # fmt: skip
        lost = node.lost
        if lost is None or lost <= 0:
            return say("head.full", **figures)
        return say("head.lost", lost=Figure(lost), **figures)

    @staticmethod
    def share_figure(part: Exact) -> Figure:
        return Figure(part, Style.SCALE_PERCENT if part in (0, 1) else Style.PERCENT)

    def outcome_left_out(self) -> Argument:
        node, treatment = self.node, self.data["treatment"]
        why = self.why_not_applicable()
        if treatment == "redistribute":
            return say("head.redistributed", why=why, maximum=Figure(node.maximum), to=self.receivers())
        if treatment in ("full", "zero"):
            return say("head.treated", why=why, points=Figure(node.points or whole(0)), maximum=Figure(node.maximum))
        return say("head.left-out", why=why, maximum=Figure(node.maximum))

    def receivers(self) -> Argument:
        to = self.sites["nodes"][self.node.id].get("not_applicable", {}).get("to", [])
        return Joined(tuple(say("word.node", id=each) for each in to), "and")

    def covering(self) -> str:
        parent = self.node.parent
        while parent and self.sheet[parent].state == "covered":
            parent = self.sheet[parent].parent
        return parent

    def why_not_applicable(self) -> Argument:
        """Say why a node does not apply: the line's label, the claim's reason, the unit's kind."""
        decided = self.decided()
        if decided is not None:
            label = self.label(decided["site"])
            return lowered(label) if label else say("result.not-arising")
        reason = Title(**self.data["reason"])
        if reason:
            return say("result.claimed-out", reason=reason)
        if self.sheet.parts(self.node.id):
            return say("result.none-apply")
        if self.steps_of("read"):
            return say("result.zero-denominator")
        return say("result.profile")

    # -- result ------------------------------------------------------------------------------------------------------------

    def result(self) -> list[Argument]:
        """Tell what came out and why, in a sentence or two."""
        node = self.node
        match node.state:
            case "covered":
                return [say("result.covered", above=say("word.node", id=self.covering()))]
            case "not-applicable":
                return self.result_left_out()
            case "fault":
                return [say("result.fault", why=self.fault_text())]
            case "assessed":
                return self.result_assessed()
            case "missing" | "pending" | "incomplete":
                return self.result_waiting()
        if node.role == "monitored" and not self.amounts("outcome"):
            return [say("result.monitored")]
        veto = self.amounts("veto")
        if veto:
            return [say("result.zeroed", why=self.label(veto[0]["site"]) or say("word.node", id=veto[0]["node"]))]
        if self.sheet.parts(node.id) and not self.decided() and not self.amounts("start", "change"):
            return [say("result.sum", count=Figure(whole(len(self.amounts("part"))), Style.COUNT), points=result(node.points or whole(0)))]
        if self.decided() is not None:
            return self.result_line()
        return self.result_running()

    def fault_text(self) -> Argument:
        told = [finding for finding in self.sheet.data["findings"] if finding.get("node") == self.node.id and finding["severity"] == "error"]
        return Title(vi=told[0]["vi"], en=told[0]["en"]) if told else say("state.fault")

    def result_left_out(self) -> list[Argument]:
        why, treatment = self.why_not_applicable(), self.data["treatment"]
        if treatment == "redistribute":
            return [say("result.redistributed", why=why, maximum=Figure(self.node.maximum), to=self.receivers())]
        if treatment in ("full", "zero"):
            return [say("result.treated", why=why, points=result(self.node.points or whole(0)))]
        return [say("result.left-out", why=why, maximum=Figure(self.node.maximum, Style.SCALE))]

    def result_assessed(self) -> list[Argument]:
        by: Argument = Words(self.data["by"]) if self.data["by"] else say("word.assessor")
        told = [say("result.assessed", by=by, points=result(self.node.points or whole(0)))]
        if reason := Title(**self.data["reason"]):
            told.append(say("result.assessed-reason", reason=reason))
        if self.data["rule_points"] is not None:
            told.append(say("result.rule-beside", points=result(exact(self.data["rule_points"]))))
        return told

    def result_waiting(self) -> list[Argument]:
        causes, awaits = list(self.data["causes"]), self.data["awaits"]
        told: list[Argument]
        if self.node.state == "missing":
            message = "result.missing" if self.node.points is None else "result.missing-zero"
            told = [say(message, titles=self.titles(causes))]
        elif self.node.state == "incomplete":
            told = [say("result.incomplete", nodes=self.titles(causes))]
        elif awaits == "parts":
            told = [say("result.pending-parts", nodes=self.titles(causes))]
        elif awaits == "appraisal" and causes:
            told = [say("result.pending-value", titles=self.titles(causes))]
        else:
            told = [say(f"result.pending-{awaits}", titles=self.titles(causes))]
        if self.node.interval:
            low, high = self.node.interval
            told.append(say("result.between", low=Figure(low), high=result(high)))
        return told

    def result_line(self) -> list[Argument]:
        """Tell a result that one line of a scale gave."""
        decided = self.decided()
        assert decided is not None
        points = self.node.points if self.node.points is not None else whole(0)
        label, test = self.label(decided["site"]), self.deciding_test()
        is_full = points == self.node.applicable_maximum and points > 0
        band = self.band(test)
        if band is not None:
            if is_full:
                return [say("result.full-parts", **{key: band[key] for key in ("part", "whole", "value")}) if "part" in band else say("result.full", why=band["plain"])]
            if "part" not in band and band["bare"]:
                return [say("result.band", value=band["value"], range=band["range"], points=scale(points))]
            if "part" in band:
                return [say("result.band-parts", part=band["part"], whole=band["whole"], value=band["value"], range=band["range"], points=scale(points))]
        why: Argument | None = lowered(label) if label else None
        if why is None and test is not None:
            facts = tell_condition(test["worked"], self.sites, holds=True)
            why = Joined(tuple(facts), "semicolon")
        if is_full:
            return [say("result.full", why=why) if why is not None else say("result.full-plain")]
        if why is not None:
            return [say("result.line", why=label or why, points=scale(points))]
        if self.steps_of("test"):
            return [say("result.otherwise", points=scale(points))]
        return [say("result.formula", points=scale(points))]

    def band(self, test: dict[str, Any] | None) -> dict[str, Any] | None:
        """Take a band of a ratio of two counts apart: part, whole, ratio, range."""
        if test is None or test["worked"]["form"] != "range":
            return None
        worked = test["worked"]
        subject = worked["of"][0]
        if "value" not in subject:
            return None
        told: dict[str, Any] = {"range": range_of(worked), "value": bare(subject)}
        parts = self.parts_of_ratio(subject)
        if parts is not None:
            told["part"], told["whole"] = parts
        told["bare"] = subject["form"] not in ("field", "node")
        told["plain"] = Joined(tuple(tell_condition(worked, self.sites, holds=True)), "semicolon")
        return told

    def parts_of_ratio(self, subject: Data) -> tuple[Argument, Argument] | None:
        """Give the two counts of a ratio that a `let` worked out, the noun with the second."""
        if subject["form"] != "let":
            return None
        let = next((step for step in self.steps_of("let") if step["name"] == subject["name"]), None)
        if let is None or let["worked"]["form"] != "over":
            return None
        above, below = let["worked"]["of"]
        if above["form"] != "field" or below["form"] != "field" or "value" not in above or "value" not in below:
            return None
        return Figure(exact(above["value"]), Style.PLAIN), Figure(exact(below["value"]), Style.PLAIN, self.noun(below["field"]))

    def noun(self, field: str) -> Noun | None:
        forms = self.sites["fields"][field].get("noun")
        return Noun(*forms) if forms else None

    def result_running(self) -> list[Argument]:
        """Tell running points: where they began, what was awarded and deducted."""
        points = self.node.points if self.node.points is not None else whole(0)
        starts = self.amounts("start")
        changes = [step for step in self.amounts("change", "steps") if exact(step["amount"]) != 0]
        start = say("result.start", points=scale(exact(starts[0]["amount"]))) if starts else None
        if not changes:
            if start is not None and self.node.points == self.node.maximum:
                return [say("result.running-none", start=start)]
            return [say("result.no-change", points=scale(points))]
        told = Joined(tuple(self.change(step) for step in changes), "semicolon" if len(changes) > 2 else "and")
        if start is None:
            return [say("result.running-award", changes=told, points=scale(points))]
        return [say("result.running", start=start, changes=told, points=scale(points))]

    def change(self, step: dict[str, Any]) -> Argument:
        """Tell one amount awarded or deducted: how much, for how many of what."""
        amount = exact(step["amount"])
        why = self.change_why(step)
        word = "award" if amount > 0 else "deduct"
        size = scale(absolute(amount))
        return say(f"result.{word}", amount=size, why=why) if why is not None else say(f"result.{word}-plain", amount=size)

    def change_why(self, step: dict[str, Any]) -> Argument | None:
        label = self.label(step["site"])
        times = step.get("times")
        if times is None:
            return label if label else None
        if times["form"] == "field":
            count = value(self.sites, times["field"], times)
        elif times["form"] == "steps":
            count = say("how.steps", count=Figure(exact(times["value"]), Style.COUNT))
        else:
            count = bare(times)
        return say("result.occurrences", count=count, label=label) if label else count

    # -- how ---------------------------------------------------------------------------------------------------------------

    def how(self) -> list[Argument]:
        """Tell the working: ratios, lines not taken and why, the line taken, formulas, floors and caps, rounding."""
        told: list[Argument] = []
        told.extend(self.how_lets())
        told.extend(self.how_lines())
        told.extend(self.how_running())
        told.extend(self.how_parts())
        told.extend(self.how_after())
        return told

    def how_lets(self) -> list[Argument]:
        told: list[Argument] = []
        for step in self.steps_of("let"):
            worked = step["worked"]
            if is_plain(worked) or "value" not in worked or worked["kind"] == "condition":
                continue
            told.append(say("how.ratio", formula=formula(worked), value=bare(worked)))
        return told

    def how_lines(self) -> list[Argument]:
        decided = self.decided()
        if decided is None or self.node.state == "not-applicable":
            if decided is not None:
                return self.facts_of_line(decided)
            return []
        told: list[Argument] = []
        outcome = next((step for step in self.amounts("outcome") if step["site"] == decided["site"]), None)
        points = scale(exact(outcome["amount"])) if outcome else None
        test = self.deciding_test()
        tests = self.steps_of("test")
        in_bands = test is not None and test["worked"]["form"] == "range"
        for step in tests:
            if step["holds"] is False and step["site"] != decided["site"]:
                told.extend(self.line_not_taken(step, in_bands=in_bands))
        if test is not None:
            facts = Joined(tuple(tell_condition(test["worked"], self.sites, holds=True)), "semicolon")
            told.append(say("how.in-band", points=points, why=facts) if in_bands and points is not None else facts)
        number = Figure(whole(self.line_number(decided["site"])), Style.PLAIN)
        if points is None:
            told.append(say("how.applies-line", number=number))
        elif outcome is not None and not is_plain(outcome["worked"]):
            told.append(say("how.outcome", formula=formula(outcome["worked"]), points=points))
        elif not in_bands and (tests or test is not None):
            told.append(say("how.applies", number=number, points=points))
        return told

    def facts_of_line(self, decided: dict[str, Any]) -> list[Argument]:
        test = next((step for step in self.steps_of("test") if step["site"] == decided["site"]), None)
        return list(tell_condition(test["worked"], self.sites, holds=True)) if test else []

    def line_not_taken(self, step: dict[str, Any], *, in_bands: bool) -> list[Argument]:
        """Tell why a line before did not apply; guards of values that are simply there are passed over."""
        worked = step["worked"]
        facts = tell_condition(worked, self.sites, holds=False)
        if not facts:
            return []
        why = Joined(tuple(facts), "semicolon")
        if worked["form"] == "range" and in_bands:
            outcome = self.points_of_line(step["site"])
            return [say("how.not-band", points=outcome, why=why)] if outcome is not None else []
        if in_bands:
            return []
        number = Figure(whole(self.line_number(step["site"])), Style.PLAIN)
        return [say("how.not-line", number=number, why=why)]

    def points_of_line(self, site: int) -> Argument | None:
        """Give the outcome of a line as the rule has it, in both languages."""
        line = self.line(site)
        if line["vi"].endswith(": điểm tối đa"):
            return scale(self.node.maximum)
        vi, en = (line[language].partition(":")[2].strip() for language in ("vi", "en"))
        return Title(vi=vi, en=en) if vi and en else None

    def how_running(self) -> list[Argument]:
        """Tell running points as one sum, then guards, floors and caps."""
        told: list[Argument] = []
        steps = [step for step in self.amounts("start", "change", "steps")]
        if steps and not self.decided():
            text: Argument | None = None
            for step in steps:
                amount = exact(step["amount"])
                term = self.term(step)
                if text is None:
                    text = term if step["kind"] == "start" or amount >= 0 else say("formula.negative", inner=term)
                else:
                    text = say("formula.plus" if amount >= 0 else "formula.minus", left=text, right=term)
            running = total(exact(step["amount"]) for step in steps)
            if text is not None and (len(steps) > 1 or not is_plain(steps[0]["worked"])):
                told.append(say("how.running", formula=text, points=Figure(running)))
            told.extend(
                say("how.line-capped", label=self.label(step["site"]) or say("result.award-plain", amount=""), amount=scale(absolute(exact(step["amount"]))))
                for step in steps
                if step.get("capped")
            )
            taken = {step["site"] for step in steps}
            for step in self.steps_of("test"):
                if step["holds"] is False and step["site"] not in taken:
                    facts = tell_condition(step["worked"], self.sites, holds=False)
                    label = self.label(step["site"])
                    if facts and label:
                        told.append(say("how.guard-not", label=label, why=Joined(tuple(facts), "semicolon")))
        for step in self.amounts("floor", "cap"):
            amount = exact(step["amount"])
            used = "used" if amount != 0 else "unused"
            told.append(say(f"how.{step['kind']}-{used}", limit=scale(exact(step["worked"]["value"])), amount=Figure(absolute(amount))))
        return told

    def term(self, step: dict[str, Any]) -> Argument:
        """Write one amount of a running sum: ``2,00``, ``(02 × 0,25)``."""
        if step["kind"] == "start":
            worked = step["worked"]
            return formula(worked) if not is_plain(worked) else Figure(exact(step["amount"]))
        if step.get("capped") or step.get("times") is None:
            return Figure(absolute(exact(step["amount"])))
        times = Figure(exact(step["times"]["value"]), Style.COUNT)
        return say("formula.occurrence", times=times, amount=Figure(exact(step["worked"]["value"])))

    def how_parts(self) -> list[Argument]:
        told: list[Argument] = []
        for step in self.amounts("part"):
            site = self.sites["nodes"][step["node"]]
            told.append(say("how.part", id=step["node"], title=Title(**site["title"]), points=Figure(exact(step["amount"]))))
        combine = self.amounts("combine")
        if combine:
            way = self.sites["nodes"][self.node.id].get("combine", "mean")
            told.append(say(f"how.combine.{way}", points=Figure(self.node.exact_points or whole(0))))
        return told

    def how_after(self) -> list[Argument]:
        """Tell what other nodes and rounding did to the points."""
        told: list[Argument] = []
        for step in self.amounts("redistribute"):
            told.append(
                say(
                    "how.redistribute", node=say("word.node", id=step["node"]), maximum=Figure(self.node.applicable_maximum),
                    amount=Figure(exact(step["amount"])),
                )
            )  # fmt: skip
        for step in self.amounts("round"):
            amount = exact(step["amount"])
            before = difference(self.node.points or whole(0), amount)
            told.append(say("how.round", exact=Figure(before, Style.SCALE), points=Figure(self.node.points or whole(0)), amount=Figure(amount, Style.SCALE)))
        return told

    # -- claim -------------------------------------------------------------------------------------------------------------

    def claim(self) -> list[Argument]:
        """Compare with what the unit claimed, and say what the appraisal changed and why."""
        node = self.node
        site = self.sites["nodes"][node.id]
        if not site.get("self_scored", True):
            return [say("claim.not-self-scored")]
        claimed = node.claimed
        if claimed is None:
            return []
        if node.points is None:
            return [say("claim.waiting", claimed=Figure(claimed))]
        stage = self.sheet.data["stage"]
        gap = difference(node.points, claimed)
        if gap == 0:
            return [say("claim.same", claimed=Figure(claimed), points=Figure(node.points), done=say(f"done.{stage}"))]
        if stage == "self-assessment":
            return [say("claim.rule-differs", claimed=Figure(claimed), points=result(node.points), difference=Figure(absolute(gap)))]
        message = "claim.less" if gap < 0 else "claim.more"
        words = {"stage": say(f"stage.{stage}"), "Stage": say(f"Stage.{stage}")}
        text = say(message, claimed=Figure(claimed), difference=Figure(absolute(gap)), **words)
        reason = self.reason()
        return [say("claim.reason", text=text, reason=reason) if reason else text]

    def reason(self) -> Title:
        """Give the last reason that a later stage than the unit's own wrote."""
        for said in reversed(self.data["said"]):
            if said["stage"] != "self-assessment" and "reason" in said:
                return Title(**said["reason"])
        return Title()

    # -- basis and documents -----------------------------------------------------------------------------------------------

    def basis(self) -> list[Argument]:
        """Cite where the criterion stands."""
        cite = self.sites["nodes"][self.node.id]["cite"]
        return [citation(cite, self.sites)] if cite else []

    def documents(self) -> list[Argument]:
        """List the papers that show the values, with place and verdict; the last word on a paper counts."""
        places: dict[str, dict[str, dict[str, Any]]] = {}
        for said in self.data["said"]:
            for paper in said.get("documents", []):
                places.setdefault(paper["ref"], {})[paper.get("place", "")] = paper
        told: list[Argument] = []
        for ref, by_place in places.items():
            name = paper_name(self.sheet.data["papers"].get(ref, {}), ref)
            notes = [note for paper in by_place.values() if (note := self.paper_note(paper)) is not None]
            told.append(say("paper.place", paper=name, place=Joined(tuple(notes), "semicolon")) if notes else name)
        return [Joined(tuple(told), "semicolon")] if told else []

    @staticmethod
    def paper_note(paper: dict[str, Any]) -> Argument | None:
        """Tell a place in a paper with the verdict on it."""
        notes: list[Argument] = []
        if paper.get("place"):
            notes.append(place_words(paper["place"]))
        if paper.get("verdict"):
            notes.append(say(f"verdict.{paper['verdict']}"))
        if paper.get("because"):
            notes.append(say(f"because.{paper['because']}"))
        return Joined(tuple(notes)) if notes else None

    # -- what would change it ----------------------------------------------------------------------------------------------

    def gains(self) -> list[Argument]:
        """Tell the nearest change that gives more points, and beside it the nearest on the same value that gives fewer."""
        node = self.node
        changes = self.data["changes"]
        if node.points is None or node.state != "scored" or node.role == "monitored":
            return []
        if node.points == node.applicable_maximum and node.role != "deduction":
            return []
        if node.role == "deduction" and node.points == 0:
            return []
        if changes is None:
            return [say("change.unknown")] if not self.sheet.parts(node.id) else []
        gains = [change for change in changes if change["kind"] == "gain"]
        if not gains:
            return [say("change.none")]
        best = gains[0]
        told = [self.gain(best)]
        worse = next((change for change in changes if change["kind"] == "loss" and change["field"] == best["field"]), None)
        if worse is not None and (fewer := self.fewer(worse)) is not None:
            told.append(fewer)
        return told

    def gain(self, change: dict[str, Any]) -> Argument:
        points = exact(change["points"])
        rise = difference(points, self.node.points or whole(0))
        counted = self.counted_change(change)
        if counted is not None and counted["more"]:
            return say("change.more", points=scale(points), gain=Figure(rise), **counted["arguments"])
        before = change["before"]
        title, after = title_of(self.sites, change["field"]), value(self.sites, change["field"], change["after"])
        if "value" not in before:
            return say("change.to-from-none", title=title, after=after, points=scale(points), gain=Figure(rise))
        shown = value(self.sites, change["field"], before)
        return say("change.to", title=title, after=after, before=shown, points=scale(points), gain=Figure(rise))

    def fewer(self, change: dict[str, Any]) -> Argument | None:
        counted = self.counted_change(change)
        if counted is None or counted["more"]:
            return None
        return say("change.fewer", points=scale(exact(change["points"])), **counted["arguments"])

    def counted_change(self, change: dict[str, Any]) -> dict[str, Any] | None:
        """Write a change of a count that is part of another as so many more, with the ratio that comes out."""
        field = change["field"]
        site = self.sites["fields"][field]
        if site["kind"] != "count" or "part_of" not in site or "value" not in change["before"]:
            return None
        whole_field = f"{field.rpartition('/')[0]}/{site['part_of']}"
        read = next((step for step in self.steps_of("read") if step["field"] == whole_field and "value" in step), None)
        if read is None or exact(read["value"]) == 0:
            return None
        before, after, all_ = (exact(data["value"]) for data in (change["before"], change["after"], read))
        moved = difference(after, before)
        part = share(after, all_) or whole(0)
        arguments: dict[str, Argument] = {
            "count": Figure(absolute(moved), Style.COUNT, self.noun(field)),
            "part": Figure(after, Style.PLAIN),
            "whole": Figure(all_, Style.PLAIN),
            "value": Figure(part, Style.SCALE_PERCENT if part in (0, 1) else Style.PERCENT),
        }
        return {"more": moved > 0, "arguments": arguments}

    def would_change(self) -> list[Argument]:
        """For full points, or a node that does not apply: which facts, were they otherwise, would give another result."""
        changes = self.data["changes"] or []
        applies = [change for change in changes if change["kind"] == "applies"]
        if applies:
            return [self.applies(applies[0])]
        full = self.node.points is not None and (self.node.points == self.node.applicable_maximum or (self.node.role == "deduction" and self.node.points == 0))
        if not full:
            return []
        seen: set[str] = set()
        told: list[Argument] = []
        for change in changes:
            if change["kind"] != "loss" or change["field"] in seen or self.is_whole(change["field"]):
                continue
            seen.add(change["field"])
            after = value(self.sites, change["field"], change["after"])
            told.append(say("change.would", title=title_of(self.sites, change["field"]), after=after, points=scale(exact(change["points"]))))
        return [Joined(tuple(told), "or")] if told else []

    def is_whole(self, field: str) -> bool:
        """Say whether other values are parts of this one: a unit does not choose how much it was given."""
        node, _, name = field.rpartition("/")
        return any(key.rpartition("/")[0] == node and site.get("part_of") == name for key, site in self.sites["fields"].items())

    def applies(self, change: dict[str, Any]) -> Argument:
        text = say(
            "change.applies",
            title=title_of(self.sites, change["field"]),
            after=value(self.sites, change["field"], change["after"]),
            id=self.node.id,
            points=Figure(exact(change["points"])),
            maximum=Figure(exact(change["maximum"])),
            applicable=Figure(exact(change["applicable_maximum"])),
            total=Figure(exact(change["total"])) if change["total"] is not None else say("state.pending"),
        )
        return say("change.grade", text=text, grade=change["grade"]) if change["grade"] else text

    def response(self) -> list[Argument]:
        """Name what the unit may answer: values that the appraisal changed, papers that it did not accept."""
        told: list[Argument] = []
        own: dict[str, Any] = {}
        for said in self.data["said"]:
            for field, entered in said.get("values", {}).items():
                plain = {key: entry for key, entry in entered.items() if key != "reason"}
                if said["stage"] == "self-assessment":
                    own[field] = plain
                elif field in own and own[field] != plain:
                    told.append(
                        say(
                            "response.value", title=title_of(self.sites, field), before=value(self.sites, field, own[field]),
                            stage=say(f"stage.{said['stage']}"), after=value(self.sites, field, plain),
                        )
                    )  # fmt: skip
            for paper in said.get("documents", []):
                if paper.get("verdict") in ("partly", "rejected") and paper.get("note"):
                    told.append(Words(paper["note"]))
        return told


def citation(cite: Data, sites: Data) -> Argument:
    """Write a citation: document with its date, annex, row, page, place."""
    document = sites["documents"].get(cite["document"], {"title": {"vi": cite["document"], "en": ""}, "issued": None})
    known = Title(**document["title"])
    if not known.en and document.get("kind") in _KINDS and document.get("number"):
        known = Title(vi=known.vi, en=f"{_KINDS[document['kind']]} {document['number']}")
    title: Argument = known
    if document.get("issued"):
        title = say("basis.dated", document=title, issued=Day(datetime.date.fromisoformat(document["issued"])))
    places: list[Argument] = []
    for key in ("annex", "row", "page", "place"):
        if cite.get(key):
            words = place_words(cite[key]) if key in ("annex", "place") else Words(cite[key])
            places.append(say(f"basis.{key}", **{key: words}))
    return say("basis.cite", document=title, places=Joined(tuple(places), "nothing"))


def paper_name(paper: Data, ref: str) -> Argument:
    """Name a document: kind, number, date, issuer."""
    if not paper or not paper.get("number"):
        return Words(ref)
    kind = paper_kind(paper.get("kind") or "")
    if paper.get("issued") and paper.get("issuer"):
        issued = Day(datetime.date.fromisoformat(paper["issued"]))
        return say("paper.full", kind=kind, number=paper["number"], issued=issued, issuer=paper["issuer"])
    if paper.get("issuer"):
        return say("paper.undated", kind=kind, number=paper["number"], issuer=paper["issuer"])
    return say("paper.later", kind=kind, number=paper["number"])


_KINDS = {
    "Quyết định": "Decision", "Kế hoạch": "Plan", "Báo cáo": "Report", "Tờ trình": "Proposal", "Công văn": "Letter",
    "Thông báo": "Notice", "Biên bản": "Minutes", "Nghị quyết": "Resolution", "Quy định": "Regulation", "Bảng trích xuất": "Data extract",
    "Kết luận thanh tra": "Inspection conclusion", "Chỉ thị": "Directive", "Hướng dẫn": "Guidance",
}  # fmt: skip


def paper_kind(kind: str) -> Argument:
    """Give the kind of a document in both languages, where it is a common one."""
    return Title(vi=kind, en=_KINDS.get(kind, kind))


def place_words(place: str) -> Argument:
    """Give a place in a document; ``trang 3`` and the like have an English form, other words stay as they were written."""
    segments = [segment.strip() for segment in place.split(",")]
    return Title(vi=place, en=", ".join(_english_place(segment) for segment in segments))


def _english_place(segment: str) -> str:
    for vi, en in _ENGLISH_PLACES:
        if segment.lower() == vi:
            return en
        if re.fullmatch(rf"{vi} [\w.–-]+", segment, re.IGNORECASE):
            rest = segment[len(vi) :].strip()
            several = en == "page" and any(dash in rest for dash in "–-")
            return f"{en}{'s' if several else ''} {rest}" if segment[0].islower() else f"{en.capitalize()} {rest}"
    return segment
