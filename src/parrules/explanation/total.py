"""The total told: how the whole set's points, index and grade came about, and the base that a unit is measured by."""

from __future__ import annotations

import datetime
from typing import Any

from parrules.explanation.figures import adding_up, exact, formula, is_plain, numbered, say, signed
from parrules.explanation.listing import parts_told
from parrules.explanation.outcome import share_figure
from parrules.explanation.papers import citation
from parrules.messages import Argument, Day, Figure, Joined, Style, Title, Words
from parrules.scoring import MAIN_READING, NodeScore, ScoreSheet
from parrules.values import absolute, difference, share, total

_VERDICTS = {"agrees": "agrees", "within-rounding": "within", "beyond-rounding": "beyond"}


class TotalTelling:
    """Tells the total of a sheet."""

    def __init__(self, sheet: ScoreSheet) -> None:
        self.sheet = sheet
        self.data = sheet.data["total"]
        self.sites = sheet.sites

    def outcome(self) -> Argument:
        """Tell points, index and grade, or the interval."""
        score, maximum = self.sheet.total, exact(self.data["base"])
        if score.points is None:
            low, high = score.interval or (exact("0"), maximum)
            return say("head.waiting", state=self.state(), low=Figure(low), high=Figure(high), maximum=Figure(maximum))
        figures: dict[str, Argument] = {"points": Figure(score.points), "maximum": Figure(maximum)}
        told = (
            say("head.total-points", index=Figure(score.index, Style.PERCENT), **figures)
            if score.index is not None
            else say("head.no-index", **figures)
        )
        return say("head.grade", outcome=told, grade=self.grade(score.grade)) if score.grade else told

    def state(self) -> Argument:
        """Name the state of a total without points."""
        return say("state.pending-parts") if self.data["state"] == "pending" else say(f"state.{self.data['state']}")

    def grade(self, id_: str) -> Argument:
        """Give a grade with its title."""
        for grade in self.sites["set"]["grades"]:
            title = Title(**grade["title"])
            if grade["id"] == id_ and title:
                return say("formula.titled", figure=id_, title=title)
        return Words(id_)

    def heading(self) -> Argument:
        """Give the heading: unit, set, outcome."""
        return say(
            "head.total", unit=self.sheet.unit_name, title=Title(**self.sites["set"]["title"]), outcome=self.outcome()
        )

    def short(self) -> Argument:
        """Give the outcome in one clause."""
        return say("result.total", outcome=self.outcome()) if self.sheet.total.points is not None else self.outcome()

    def parts(self) -> dict[str, list[Argument]]:
        """Give the parts of the explanation."""
        cite = self.sites["nodes"][""]["cite"]
        note = Title(**self.sites["nodes"][""]["note"])
        return {
            "result": self.result(),
            "how": self.how(),
            "base": base_of_unit(self.sheet, lines=False) if left_out_nodes(self.sheet) else [],
            "basis": [citation(cite, self.sites)] if cite else [],
            "note": [*([note] if note else []), *self.other_readings(), *compared(self.sheet, "")],
            "status": status(self.sheet),
        }

    def result(self) -> list[Argument]:
        """Tell the outcome, and what is waited for."""
        told: list[Argument] = [self.short()]
        if self.sheet.total.points is None:
            waiting = [node for node in self.sheet.parts("") if node.points is None and node.interval is not None]
            told.append(
                say(
                    "result.waits-for",
                    nodes=Joined(tuple(numbered(node.id, self.sites) for node in waiting), "semicolon"),
                )
            )
        return told

    def how(self) -> list[Argument]:
        """Tell the working of the total: the domains, and the lines of its rule."""
        has_rule = any(step["step"] == "amount" and "site" in step for step in self.data["steps"])
        told = parts_told(self.sheet, self.sheet.parts(""), with_sum=not has_rule)
        rounding = next(
            (step for step in self.data["steps"] if step["step"] == "amount" and step["kind"] == "round"), None
        )
        told.extend(total_lines(self.sheet))
        if rounding is not None and self.sheet.total.points is not None:
            amount, points = exact(rounding["amount"]), self.sheet.total.points
            told.append(
                say(
                    "how.round",
                    exact=Figure(difference(points, amount), Style.SCALE),
                    points=Figure(points),
                    amount=signed(amount),
                )
            )
        return told

    def other_readings(self) -> list[Argument]:
        """Tell under which reading the total was scored, and what it would be under each other one that differs."""
        told: list[Argument] = []
        names, used = self.sites["readings"], self.sheet.data["reading"]
        if used != MAIN_READING:
            told.append(say("note.reading-used", title=Title(**names[used])))
            own = self.sites["nodes"][""]["readings"].get(used)
            if own and (note := Title(**own["note"])):
                told.append(note)
        main = self.data["readings"].get(MAIN_READING)
        for reading, other in self.data["readings"].items():
            # A reading that gives what the main rules give is told with them.
            if other["points"] is None or (reading != MAIN_READING and other == main):
                continue
            points: Argument = Figure(exact(other["points"]))
            outcome = (
                say("note.total-grade", points=points, grade=other["grade"])
                if other["grade"]
                else say("note.total", points=points)
            )
            if reading == MAIN_READING:
                told.append(say("note.main-reading-total", outcome=outcome))
            else:
                told.append(say("note.reading-total", title=Title(**names[reading]), outcome=outcome))
        return told


def compared(sheet: ScoreSheet, node: str) -> list[Argument]:
    """Compare with the announced figure, where there is one."""
    published = sheet.data["published"]
    told: list[Argument] = []
    for each in published["comparisons"] if published else []:
        if each["node"] != node:
            continue
        figure, computed, bound = (exact(each[key]) for key in ("published", "computed", "bound"))
        verdict = _VERDICTS[each["verdict"]]
        if verdict == "beyond" and bound == 0:
            verdict = "differs"
        gap = Figure(absolute(difference(figure, computed)))
        told.append(
            say(f"note.published-{verdict}", published=Figure(figure), difference=gap, bound=Figure(bound, Style.PLAIN))
        )
    return told


def status(sheet: ScoreSheet) -> list[Argument]:
    """Say whose result it is, and what it is worth."""
    data = sheet.data
    whose = say("status.whose", unit=sheet.unit_name, year=str(data["year"]), stage=say(f"stage-name.{data['stage']}"))
    return [whose, worth(sheet)]


def worth(sheet: ScoreSheet) -> Argument:
    """Say what a result is worth: provisional or approved, from which criteria and figures."""
    data = sheet.data
    return Joined(
        (approval(sheet), say(f"status.{data['status']}"), say(f"status.{data['evidence_status']}")), "semicolon"
    )


def approval(sheet: ScoreSheet) -> Argument:
    """Say by which decision a result was approved; without its number it is provisional."""
    found = sheet.data["approval"]
    if found is None:
        return say("status.provisional")
    if found["issued"]:
        return say(
            "status.approved-on", number=found["number"], issued=Day(datetime.date.fromisoformat(found["issued"]))
        )
    return say("status.approved", number=found["number"])


# -- the base of a unit ------------------------------------------------------------------------------------------------


def left_out_nodes(sheet: ScoreSheet) -> list[NodeScore]:
    """Give the highest main nodes that do not apply and take their maximum with them."""

    def is_out(id_: str) -> bool:
        return bool(id_) and sheet[id_].state == "not-applicable" and sheet[id_].data["treatment"] == "leave-out"

    return [node for node in sheet if node.role == "main" and is_out(node.id) and not is_out(node.parent)]


def base_of_unit(sheet: ScoreSheet, *, lines: bool = True) -> list[Argument]:
    """Tell the base: the main maxima less those left out, what was obtained of it, how the total came about."""
    main = [node for node in sheet.parts("") if node.role == "main"]
    declared, applicable = total(node.maximum for node in main), sheet.total.applicable_maximum
    told: list[Argument] = []
    left_out = left_out_nodes(sheet)
    if left_out:
        less = Joined(
            tuple(say("base.less", maximum=Figure(node.maximum, Style.SCALE), id=node.id) for node in left_out), "blank"
        )
        told.append(
            say(
                "base.parts",
                nodes=Joined(tuple(Words(node.id) for node in main), "and"),
                declared=Figure(declared, Style.SCALE),
                less=less,
                applicable=Figure(applicable, Style.SCALE),
            )
        )
    points = [node.points for node in main if node.points is not None]
    if len(points) == len([node for node in main if node.state != "not-applicable"]) and applicable > 0:
        part = share(total(points), applicable)
        assert part is not None
        told.append(say("base.got", points=Figure(total(points)), maximum=Figure(applicable), share=share_figure(part)))
    if not lines:
        return told
    told.extend(total_lines(sheet))
    if sheet.total.points is not None:
        figure, grade = Figure(sheet.total.points), sheet.total.grade
        told.append(say("base.total-grade", points=figure, grade=grade) if grade else say("base.total", points=figure))
    return told


def total_lines(sheet: ScoreSheet) -> list[Argument]:
    """Tell the lines of the total's own rule: each amount under its label with its working, then all as one sum."""
    steps: list[dict[str, Any]] = [
        step
        for step in sheet.data["total"]["steps"]
        if step["step"] == "amount"
        and "site" in step
        and step["kind"] in ("outcome", "start", "change", "steps", "floor", "cap")
    ]
    used = [step for step in steps if step["kind"] not in ("floor", "cap") or exact(step["amount"]) != 0]
    amounts = [exact(step["amount"]) for step in used]
    *terms, sum_ = adding_up(amounts, total(amounts))
    told: list[Argument] = []
    for step, term in zip(used, terms, strict=True):
        line = sheet.sites["lines"][step["site"]]
        label = Title(**line["label"]) or Title(vi=line["vi"], en=line["en"])
        is_limit = step["kind"] in ("floor", "cap")
        if not is_limit and step.get("worked") and not is_plain(step["worked"]):
            told.append(say("base.total-line", label=label, formula=formula(step["worked"]), points=term))
        else:
            told.append(say("base.total-amount", label=label, points=term))
    if len(amounts) > 1:
        text: Argument = terms[0]
        for term, amount in zip(terms[1:], amounts[1:], strict=True):
            text = say(
                "formula.plus" if amount >= 0 else "formula.minus",
                left=text,
                right=Figure(absolute(amount), term.style),
            )
        told.append(say("how.equals", formula=text, value=sum_))
    return told
