"""How points were worked out: values read, lines that did not apply, the one that did, sums, limits, rounding."""

from __future__ import annotations

from parrules.explanation.conditions import Conditions, Fact
from parrules.explanation.figures import (
    Data,
    adding_up,
    bare,
    exact,
    figure_of,
    fine,
    formula,
    is_plain,
    lowered,
    noun_of,
    off,
    range_of,
    result,
    say,
    scale,
    signed,
    title_of,
    unrounded,
)
from parrules.explanation.listing import parts_told
from parrules.explanation.result import Result
from parrules.explanation.running import Running
from parrules.explanation.view import NodeView, Step
from parrules.messages import Argument, Figure, Joined, Style
from parrules.values import Exact, absolute, difference, opposite, product, total, whole, whole_part


class Working:
    """Tells the working of a node."""

    def __init__(self, view: NodeView) -> None:
        self.view, self.node, self.data, self.sites = view, view.node, view.data, view.sites
        self.conditions = Conditions(view)
        self.running = Running(view)
        self.result = Result(view)

    def tell(self) -> list[Argument]:
        """Tell the working, sentence by sentence."""
        if self.node.state == "covered":
            return []
        told = self.values()
        told.extend(self.worked_before())
        if self.node.state == "not-applicable" and self.view.decided is not None:
            number = Figure(whole(self.view.line_number(self.view.decided["site"])), Style.PLAIN)
            return [*told, say("how.applies-line", number=number)]
        if self.node.points is not None or self.view.is_group:
            told.extend(self.lines())
            told.extend(self.sum())
            told.extend(self.limits())
            told.extend(self.parts())
        told.extend(self.after())
        return told

    # -- values --------------------------------------------------------------------------------------------------------

    def values(self) -> list[Argument]:
        """Name every value that was read, each with what the line that applied asked of it."""
        test, asked = self.view.deciding_test, dict[str, Fact]()
        if test is not None and not self.is_band(test):
            for fact in self.conditions.facts(test["worked"], holds=True):
                if fact.field and fact.asked is not None:
                    asked[fact.field] = fact
        shown = self.shown_by_result()
        told = []
        for field, read in self.in_order(asked):
            if field not in shown:
                fact = asked.get(field) or Fact(field, title_of(self.sites, field), None, read, "")
                told.append(self.conditions.statement(fact))
        told.extend(self.of_nodes())
        return [Joined(tuple(told), "semicolon")] if told else []

    def of_nodes(self) -> list[Argument]:
        """Name the figures of other nodes that the rule counted with: ``điểm mục 1.1: 0,5``."""
        return [
            say(f"how.node-{worked['figure']}", name=self.view.name(worked["node"]), value=bare(worked))
            for worked in self.view.node_figures
        ]

    def in_order(self, asked: dict[str, Fact]) -> list[tuple[str, Data]]:
        """Give the values in the order read; a day that others are counted from stands before them."""
        reads = dict(self.view.reads)
        ordered: list[tuple[str, Data]] = []
        for field in self.view.reads:
            if field in reads:
                since = asked[field].since if field in asked else ""
                if since in reads:
                    ordered.append((since, reads.pop(since)))
                ordered.append((field, reads.pop(field)))
        return ordered

    def shown_by_result(self) -> set[str]:
        """Give the two counts of a ratio that the result names already: ``11/12 nhiệm vụ``."""
        if self.view.decided is None or self.node.state != "scored" or self.view.amounts("veto"):
            return set()
        for step in [self.view.deciding_test, *reversed(self.view.steps_of("test"))]:
            if step is None or step["worked"]["form"] != "range":
                continue
            counts = self.view.ratio_of_counts(step["worked"]["of"][0])
            if counts is None or not self.view.is_same_thing(*counts):
                continue
            named = self.view.deciding_test is step or (
                self.result.ratio_missed() is not None and self.view.label(self.view.decided["site"])
            )
            return {count["field"] for count in counts} if named else set()
        return set()

    def worked_before(self) -> list[Argument]:
        """Tell what lets worked out: ``11 ÷ 12 = 91,67%``."""
        told: list[Argument] = []
        for worked in self.view.lets.values():
            if is_plain(worked) or "value" not in worked or worked["kind"] in ("condition", "date"):
                continue
            told.append(say("how.equals", formula=formula(worked), value=bare(worked)))
        return told

    # -- lines of a scale ----------------------------------------------------------------------------------------------

    def is_band(self, test: Step) -> bool:
        """Say whether a line is a band: a range of one figure."""
        worked = test["worked"]
        return bool(worked["form"] == "range" and worked["of"][0].get("kind") != "date")

    def lines(self) -> list[Argument]:
        """Tell in one sentence which lines did not apply and why, and which one did."""
        decided = self.view.decided
        if decided is None:
            return []
        test = self.view.deciding_test
        clauses = [
            clause
            for step in self.view.steps_of("test")
            if step["holds"] is False
            and step["site"] != decided["site"]
            and (clause := self.line_missed(step, test)) is not None
        ]
        outcome = self.view.outcome
        if outcome is None:
            return [Joined(tuple(clauses), "semicolon")] if clauses else []
        clauses.extend(self.line_taken(test, outcome, told_before=bool(clauses)))
        return [Joined(tuple(clauses), "semicolon")] if clauses else []

    def line_missed(self, step: Step, taken: Step | None) -> Argument | None:
        """Tell why a line did not apply; a guard against nothing, and an answer that is named anyway, need no words."""
        worked = step["worked"]
        if self.view.ends_at_zero(worked):
            return None
        # What was declared absent or is missing is named among the values already.
        facts = [fact for fact in self.conditions.facts(worked, holds=False) if "value" in fact.data]
        if taken is not None:
            same = {fact.field for fact in self.conditions.facts(taken["worked"], holds=True)}
            facts = [fact for fact in facts if fact.asked is not None or fact.field not in same]
        if not facts:
            return None
        if self.is_band(step):
            subject, gap = worked["of"][0], self.still_missing(worked)
            same_figure = taken is not None and self.is_band(taken) and taken["worked"]["of"][0] == subject
            why = self.conditions.reason(facts[0], named=not same_figure and self.needs_name(facts[0]))
            if gap is not None:
                why = say("how.gap", why=why, gap=gap)
            if taken is not None and self.is_band(taken):
                return say("how.not-band", band=self.band_name(step), why=why)
            return say("how.not-line", number=self.number(step["site"]), why=why)
        why = Joined(tuple(self.conditions.reason(fact, named=self.needs_name(fact)) for fact in facts), "and")
        return say("how.not-line", number=self.number(step["site"]), why=why)

    def needs_name(self, fact: Fact) -> bool:
        """Say whether a reason must name its figure: where it is no value, or where other values could be meant."""
        return not fact.field or len(self.view.reads) > 1

    def number(self, site: int) -> Figure:
        """Give the number of a line."""
        return Figure(whole(self.view.line_number(site)), Style.PLAIN)

    def still_missing(self, worked: Data) -> Argument | None:
        """Say how many more would reach the band that was missed: ``còn thiếu 01 nhiệm vụ``."""
        subject, *ends = worked["of"]
        if not worked["lower"] or "value" not in ends[0]:
            return None
        counts = self.view.ratio_of_counts(subject)
        if counts is None or not self.view.is_same_thing(*counts):
            return None
        above, below = counts
        if self.view.site(above["field"])["kind"] != "count":
            return None
        wanted = product(exact(ends[0]["value"]), exact(below["value"]))
        needed = difference(opposite(whole_part(opposite(wanted))), exact(above["value"]))
        if needed <= 0 or total((exact(above["value"]), needed)) > exact(below["value"]):
            return None
        return say("how.lacking", count=Figure(needed, Style.COUNT, noun_of(self.sites, below["field"])))

    def band_name(self, step: Step) -> Argument:
        """Name a band by its points, or by its range where these are worked out."""
        points = self.points_of_line(step["site"])
        return (
            say("how.band-points", points=points)
            if points is not None
            else say("how.band-range", range=range_of(step["worked"]))
        )

    def points_of_line(self, site: int) -> Figure | None:
        """Give the points that a line states; nothing where they are worked out."""
        stated = self.view.line(site)["vi"].rpartition(": ")[2]
        if stated == "điểm tối đa":
            return Figure(self.node.maximum, Style.SCALE)
        figure = stated.removesuffix(" điểm").replace(",", ".")
        try:
            return Figure(exact(figure), Style.SCALE)
        except ValueError:
            return None

    def line_taken(self, test: Step | None, outcome: Step, *, told_before: bool) -> list[Argument]:
        """Tell the line that applied, with the working of its points."""
        site, worked = outcome["site"], outcome["worked"]
        points = exact(outcome["amount"])
        if test is not None and self.is_band(test):
            if is_plain(worked):
                return [self.in_band(test, points, told_before=told_before)]
            return [say("how.in-proportion", range=range_of(test["worked"]), working=self.equation(worked, points))]
        if not is_plain(worked):
            if test is None and not self.view.steps_of("test"):
                return [self.equation(worked, points)]
            return [say("how.applies-worked", number=self.number(site), working=self.equation(worked, points))]
        if test is None and not self.view.steps_of("test"):
            return []
        return [say("how.applies", number=self.number(site), points=self.points(points))]

    def in_band(self, test: Step, points: Exact, *, told_before: bool) -> Argument:
        """Tell the band: with its range, or with its lower end where the bands above were told to be out of reach."""
        worked, band = test["worked"], say("how.band-points", points=Figure(points, Style.SCALE))
        if told_before and worked["lower"] and worked["of"][0].get("kind") == "ratio":
            low = Figure(exact(worked["of"][1]["value"]), Style.SCALE_PERCENT)
            return say("how.in-band-reached", band=band, low=low)
        return say("how.in-band", band=band, range=range_of(worked))

    def points(self, points: Exact) -> Argument:
        """Write points of a line; those of a deduction as points taken off."""
        return off(points) if self.node.role == "deduction" else scale(points)

    def equation(self, worked: Data, points: Exact) -> Argument:
        """Write a formula with what comes out, and the rounding that the rule or the set adds to it."""
        inner = unrounded(worked)
        before = exact(inner["value"]) if "value" in inner else points
        rounded = self.view.amounts("round")
        told = say("how.equals", formula=formula(worked), value=fine(before))
        if inner is not worked:
            if before == points:
                return told
            one = "-one" if worked.get("digits") == 1 else ""
            digits = f"how.rounded-rule{one}" if "digits" in worked else "how.rounded-step"
            size = (
                Figure(whole(worked["digits"]), Style.PLAIN)
                if "digits" in worked
                else Figure(exact(worked["step"]), Style.SCALE)
            )
            return say(
                digits,
                text=say("how.equals", formula=formula(worked), value=Figure(before, Style.SCALE)),
                size=size,
                points=scale(points),
            )
        if rounded and not self.view.amounts("redistribute"):
            text = say("how.equals", formula=formula(worked), value=Figure(before, Style.SCALE))
            return say(
                "how.rounded", text=text, points=result(self.result.points), amount=signed(exact(rounded[0]["amount"]))
            )
        return told

    # -- running points ------------------------------------------------------------------------------------------------

    def sum(self) -> list[Argument]:
        """Tell running points as one sum, then the lines that gave nothing."""
        if not self.view.is_running:
            return []
        told: list[Argument] = []
        steps = self.view.amounts("start", "change", "steps")
        # Beside what was added or taken off, what came to nothing is named among the values and has no place in the sum.
        counted = [step for step in steps if step["kind"] == "start" or exact(step["amount"]) != 0]
        if all(step["kind"] == "start" for step in counted):
            counted = steps
        terms, running = self.sum_of(counted)
        if terms is not None and (len(counted) > 1 or self.is_worked_out(counted[0])):
            told.append(say("how.equals", formula=terms, value=running))
        told.extend(self.capped(step) for step in steps if step.get("capped"))
        taken = {step["site"] for step in steps}
        tests = [step for step in self.view.steps_of("test") if step["holds"] is False and step["site"] not in taken]
        told.extend(clause for step in tests if (clause := self.no_amount(step)) is not None)
        return told

    @staticmethod
    def is_worked_out(step: Step) -> bool:
        """Say whether an amount is more than one figure."""
        return not step.get("capped") and (step.get("times") is not None or not is_plain(step["worked"]))

    def takes(self, step: Step) -> bool:
        """Say whether an amount is taken off."""
        line: str = self.view.line(step["site"])["vi"]
        return exact(step["amount"]) < 0 or line.startswith("trừ") or ": trừ" in line

    def sum_of(self, steps: list[Step]) -> tuple[Argument | None, Argument]:
        """Write the terms of a running sum, and what they come to."""
        amounts = [exact(step["amount"]) for step in steps]
        *shown, running = adding_up(amounts, total(amounts))
        text: Argument | None = None
        for step, amount, figure in zip(steps, amounts, shown, strict=True):
            term, takes = self.term(step, Figure(absolute(amount), figure.style)), self.takes(step)
            if self.is_worked_out(step) and step["kind"] != "start" and (takes or len(steps) > 1):
                term = say("formula.parens", inner=term)
            if text is None:
                text = say("formula.negative", inner=term) if takes else term
            else:
                text = say("formula.minus" if takes else "formula.plus", left=text, right=term)
        return text, running

    def term(self, step: Step, figure: Figure) -> Argument:
        """Write one amount of a running sum: ``2,00``, ``02 × 0,25``, ``98% × 0,5``."""
        worked, times = step["worked"], step.get("times")
        if step.get("capped") or (times is None and is_plain(worked)):
            return figure
        if times is None:
            return formula(worked)
        once = figure_of(exact(worked["value"])) if is_plain(worked) else say("formula.parens", inner=formula(worked))
        count: Argument = Figure(
            exact(times["value"]), Style.COUNT if times["form"] in ("field", "steps") else Style.PLAIN
        )
        if times["form"] not in ("field", "steps") and not is_plain(times):
            count = say("formula.parens", inner=formula(times))
        return say("formula.occurrence", times=count, amount=once)

    def capped(self, step: Step) -> Argument:
        """Tell that the cap of a line cut its amount."""
        times = step.get("times")
        once = exact(step["worked"]["value"])
        before = product(once, exact(times["value"])) if times is not None else once
        why = self.running.why(step) or say("word.line", number=self.number(step["site"]))
        return say("how.line-capped", why=why, before=scale(before), amount=scale(absolute(exact(step["amount"]))))

    def no_amount(self, step: Step) -> Argument | None:
        """Tell that a line awarded or deducted nothing, and why."""
        label = self.view.label(step["site"])
        facts = [fact for fact in self.conditions.facts(step["worked"], holds=False) if "missing" not in fact.data]
        if not facts:
            return None
        word = "award" if self.view.line(step["site"])["vi"].startswith("cộng") else "deduct"
        why = Joined(tuple(self.conditions.reason(fact, named=self.needs_name(fact)) for fact in facts), "and")
        if all(fact.asked is None for fact in facts):
            return say(f"how.no-{word}", label=lowered(label)) if label else None
        return (
            say(f"how.no-{word}-because", label=lowered(label), why=why)
            if label
            else say(f"how.no-{word}-plain", why=why)
        )

    def limits(self) -> list[Argument]:
        """Tell floors and caps, needed or not."""
        told: list[Argument] = []
        for step in self.view.amounts("floor", "cap"):
            amount = exact(step["amount"])
            limit = exact(step["worked"]["value"])
            if amount == 0:
                told.append(say(f"how.{step['kind']}-unused", limit=scale(limit)))
            else:
                told.append(say(f"how.{step['kind']}-used", limit=scale(limit), amount=figure_of(absolute(amount))))
        return told

    # -- groups and what comes after -----------------------------------------------------------------------------------

    def parts(self) -> list[Argument]:
        """List the parts of a group with their points, or their states, and what they come to."""
        if self.node.state == "assessed" or not (self.view.amounts("part") or self.node.points is None):
            return []
        combined = None
        if self.view.amounts("combine") and self.node.exact_points is not None:
            way = self.sites["nodes"][self.node.id].get("combine", "mean")
            combined = say(f"how.combine-{way}", points=figure_of(self.node.exact_points))
        return parts_told(self.view.sheet, self.view.sheet.parts(self.node.id), ending=combined)

    def after(self) -> list[Argument]:
        """Tell what other nodes and rounding did to the points."""
        told: list[Argument] = []
        points = self.result.points
        for step in self.view.amounts("redistribute"):
            told.append(
                say(
                    "how.redistribute",
                    node=self.view.name(step["node"]),
                    maximum=Figure(self.node.applicable_maximum),
                    amount=signed(exact(step["amount"])),
                )
            )
        for step in self.view.amounts("veto"):
            test = next((test for test in self.view.steps_of("test") if test["site"] == step["site"]), None)
            if test is not None:
                facts = self.conditions.facts(test["worked"], holds=True)
                why = Joined(tuple(self.conditions.reason(fact, named=True) for fact in facts), "and")
                if exact(step["amount"]) == 0:
                    told.append(say("how.veto-too", node=self.view.name(step["node"]), why=why))
                    continue
                told.append(
                    say(
                        "how.veto",
                        node=self.view.name(step["node"]),
                        why=why,
                        before=scale(opposite(exact(step["amount"]))),
                    )
                )
        outcome = self.view.outcome
        is_told = (
            outcome is not None and not is_plain(outcome["worked"]) and not self.view.amounts("redistribute", "veto")
        )
        for step in [] if is_told else self.view.amounts("round"):
            amount = exact(step["amount"])
            before = Figure(difference(points, amount), Style.SCALE)
            told.append(say("how.round", exact=before, points=result(points), amount=signed(amount)))
        return told
