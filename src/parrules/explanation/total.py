"""The total told: how the whole set's points, index and grade came about, and the base that a unit is measured by."""

from __future__ import annotations

from typing import Any

from parrules.explanation.figures import exact, formula, is_plain, say
from parrules.messages import Argument, Figure, Joined, Style, Title
from parrules.scoring import MAIN_READING, ScoreSheet
from parrules.values import difference, share, total, whole


class TotalTelling:
    """Tells the total of a sheet."""

    def __init__(self, sheet: ScoreSheet) -> None:
        self.sheet = sheet
        self.data = sheet.data["total"]
        self.sites = sheet.sites

    def outcome(self) -> Argument:
        """Tell points, index and grade, or the interval."""
        score = self.sheet.total
        maximum = exact(self.data["base"])
        if score.points is None:
            low, high = score.interval or (whole(0), maximum)
            return say("head.waiting", state=say(f"state.{score.state}"), low=Figure(low), high=Figure(high), maximum=Figure(maximum))
        told = (
            say("head.total-points", points=Figure(score.points), maximum=Figure(maximum), index=Figure(score.index, Style.PERCENT))
            if score.index is not None
            else say("head.no-index", points=Figure(score.points), maximum=Figure(maximum))
        )
        return say("head.grade", outcome=told, grade=self.grade(score.grade)) if score.grade else told

    def grade(self, id_: str) -> Argument:
        """Give a grade with its title."""
        for grade in self.sites["set"]["grades"]:
            title = Title(**grade["title"])
            if grade["id"] == id_ and title:
                return say("formula.titled", figure=id_, title=title)
        return say("formula.titled", figure=id_, title="") if not id_ else _words(id_)

    def heading(self) -> Argument:
        """Give the heading: unit, set, outcome."""
        return say("head.total", unit=self.sheet.unit_name, title=Title(**self.sites["set"]["title"]), outcome=self.outcome())

    def short(self) -> Argument:
        """Give the outcome in one clause."""
        return self.outcome()

    def parts(self) -> dict[str, list[Argument]]:
        """Give the parts of the explanation."""
        from parrules.explanation.explain import status
        from parrules.explanation.node import citation

        cite = self.sites["nodes"][""]["cite"]
        note = Title(**self.sites["nodes"][""]["note"])
        return {
            "result": [self.outcome()],
            "how": self.how(),
            "base": base_of_unit(self.sheet, lines=False) if self.data["applicable_maximum"] != self.declared() else [],
            "basis": [citation(cite, self.sites)] if cite else [],
            "note": [*([note] if note else []), *self.other_readings(), *self.published()],
            "status": status(self.sheet),
        }

    def declared(self) -> str:
        """Give the sum of the maxima of the main nodes below the total."""
        from parrules.values import exact_text

        return exact_text(total(node.maximum for node in self.sheet.parts("") if node.role == "main"))

    def how(self) -> list[Argument]:
        """Tell the working of the total: the domains, or the lines of its rule."""
        told: list[Argument] = []
        told.extend(
            say("how.part", id=node.id, title=node.title, points=Figure(node.points))
            if node.points is not None
            else say("how.part", id=node.id, title=node.title, points=self.state(node.data))
            for node in self.sheet.parts("")
        )
        told.extend(total_lines(self.data["steps"], self.sites))
        for step in self.data["steps"]:
            if step["step"] == "amount" and step["kind"] == "round" and self.sheet.total.points is not None:
                amount = exact(step["amount"])
                points = self.sheet.total.points
                told.append(
                    say("how.round", exact=Figure(difference(points, amount), Style.SCALE), points=Figure(points), amount=Figure(amount, Style.SCALE))
                )
        return told

    def state(self, data: dict[str, Any]) -> Argument:
        """Name the state of a node without points."""
        if data["state"] == "pending" and data["awaits"]:
            return say(f"state.pending-{data['awaits']}")
        return say(f"state.{data['treatment'] or data['state']}")

    def other_readings(self) -> list[Argument]:
        """Tell what the total would be under each other reading that differs."""
        told: list[Argument] = []
        names = self.sites["readings"]
        for reading, other in self.data["readings"].items():
            if other["points"] is None:
                continue
            title: Argument = Title(**names[reading]) if reading in names else say("note.main-reading")
            points = Figure(exact(other["points"]))
            if other["grade"]:
                told.append(say("note.reading-total-grade", title=title, points=points, grade=other["grade"]))
            else:
                told.append(say("note.reading-total", title=title, points=points))
        used = self.sheet.data["reading"]
        if used != MAIN_READING:
            told.insert(0, say("note.reading-used", title=Title(**names[used])))
        return told

    def published(self) -> list[Argument]:
        """Compare with the announced total."""
        from parrules.explanation.explain import _published

        return _published(self.sheet, "")


def _words(text: str) -> Argument:
    from parrules.messages import Words

    return Words(text)


def base_of_unit(sheet: ScoreSheet, *, lines: bool = True) -> list[Argument]:
    """Tell the base: the maxima of the main nodes, less those left out; what was obtained of it; and how the total came about."""
    left_out = [
        node for node in sheet
        if node.state == "not-applicable" and node.data["treatment"] == "leave-out" and node.role == "main"
        and not (node.parent and sheet[node.parent].state == "not-applicable")
    ]  # fmt: skip
    main = [node for node in sheet.parts("") if node.role == "main"]
    declared = total(node.maximum for node in main)
    applicable = sheet.total.applicable_maximum
    told: list[Argument] = []
    if left_out:
        less = Joined(tuple(say("base.less", maximum=Figure(node.maximum, Style.SCALE), id=node.id) for node in left_out), "blank")
        told.append(say("base.parts", declared=Figure(declared, Style.SCALE), less=less, applicable=Figure(applicable, Style.SCALE)))
    points = [node.points for node in main if node.points is not None]
    if len(points) == len([node for node in main if node.state != "not-applicable"]) and applicable > 0:
        got = total(points)
        part = share(got, applicable)
        assert part is not None
        told.append(say("base.got", points=Figure(got), maximum=Figure(applicable), share=Figure(part, Style.PERCENT)))
    if not lines:
        return told
    told.extend(total_lines(sheet.data["total"]["steps"], sheet.sites))
    if sheet.total.points is not None:
        figure = Figure(sheet.total.points)
        grade = sheet.total.grade
        told.append(say("base.total-grade", points=figure, grade=grade) if grade else say("base.total", points=figure))
    return told


def total_lines(steps: list[dict[str, Any]], sites: dict[str, Any]) -> list[Argument]:
    """Tell the lines of the total's own rule: each amount under its label, with its working."""
    told: list[Argument] = []
    for step in steps:
        if step["step"] != "amount" or "site" not in step or step["kind"] not in ("outcome", "start", "change", "steps", "floor", "cap"):
            continue
        line = sites["lines"][step["site"]]
        label: Argument = Title(**line["label"]) if line["label"]["vi"] or line["label"]["en"] else Title(vi=line["vi"], en=line["en"])
        amount = exact(step["amount"])
        if step["kind"] in ("floor", "cap"):
            if amount != 0:
                told.append(say("base.total-amount", label=label, points=Figure(amount)))
            continue
        if step.get("worked") and not is_plain(step["worked"]):
            told.append(say("base.total-line", label=label, formula=formula(step["worked"]), points=Figure(amount)))
        else:
            told.append(say("base.total-amount", label=label, points=Figure(amount)))
    return told
