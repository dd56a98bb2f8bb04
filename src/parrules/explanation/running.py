"""Running points in words: what was awarded and deducted, for how many of what: ``trừ 0,50 điểm do 02 báo cáo``."""

from __future__ import annotations

import re

from parrules.explanation.figures import (
    Data,
    bare,
    exact,
    fine,
    is_printed_whole,
    lowered,
    noun_of,
    result,
    say,
    scale,
    title_of,
    value,
)
from parrules.explanation.view import NodeView, Step
from parrules.messages import Argument, Figure, Joined, Noun, Style, Title, format_figure
from parrules.values import Exact, absolute, whole


class Running:
    """Tells the running points of a node."""

    def __init__(self, view: NodeView) -> None:
        self.view, self.node = view, view.node
        self.points = view.node.points if view.node.points is not None else whole(0)

    def tell(self) -> Argument:
        """Tell running points: where they began, what was awarded and deducted."""
        changes = [step for step in self.view.amounts("change", "steps") if exact(step["amount"]) != 0]
        starts = self.view.amounts("start")
        awards = [step for step in changes if exact(step["amount"]) > 0]
        deducts = [step for step in changes if exact(step["amount"]) < 0]
        is_full = self.points == self.node.applicable_maximum and self.points > 0
        if not changes:
            if self.node.role == "deduction":
                return say("result.nothing-deducted")
            if starts and is_full:
                return say("result.full-running")
            return say("result.no-change", points=scale(self.points))
        told: Argument = Joined(tuple(self.changes(steps) for steps in (awards, deducts) if steps), "semicolon")
        if starts:
            told = say("result.running", start=result(exact(starts[0]["amount"])), changes=told)
        if limited := self.limited():
            told = say(limited[0], text=told, limit=scale(limited[1]))
            return say("result.full-running-award", changes=told) if is_full and not starts else told
        if starts or (self.node.role == "deduction" and not awards):
            return told
        if is_full:
            return say("result.full-running-award", changes=told)
        if len(changes) == 1:
            return told
        return say("result.running-award", changes=told, points=scale(self.points))

    def limited(self) -> tuple[str, Exact] | None:
        """Give the floor or the cap that the running points ended at."""
        used = [step for step in self.view.amounts("floor", "cap") if exact(step["amount"]) != 0]
        return (f"result.at-{used[-1]['kind']}", exact(used[-1]["worked"]["value"])) if used else None

    def changes(self, steps: list[Step]) -> Argument:
        """Tell amounts of one direction in a row."""
        word = "award" if exact(steps[0]["amount"]) > 0 else "deduct"
        told = []
        for step in steps:
            amount, why = self.amount(step), self.why(step)
            told.append(
                say(f"result.{word}-one", amount=amount, why=why)
                if why is not None
                else say(f"result.{word}-bare", amount=amount)
            )
        return say(f"result.{word}", amounts=Joined(tuple(told), "and"))

    @staticmethod
    def amount(step: Step) -> Argument:
        """Write one amount of running points."""
        size = absolute(exact(step["amount"]))
        return result(size) if step.get("times") is not None else scale(size) if is_printed_whole(size) else fine(size)

    def short(self) -> Argument | None:
        """Give the amounts of running points in short: ``02 báo cáo chậm (−0,50)``."""
        told = []
        for step in self.view.amounts("change", "steps"):
            amount, why = exact(step["amount"]), self.why(step, bracketed=False)
            if amount != 0 and why is not None:
                message = "short.award" if amount > 0 else "short.deduct"
                told.append(say(message, why=why, amount=Figure(absolute(amount))))
        if told and (limited := self.limited()):
            return say(limited[0], text=Joined(tuple(told)), limit=scale(limited[1]))
        return Joined(tuple(told)) if told else None

    def why(self, step: Step, *, bracketed: bool = True) -> Argument | None:
        """Say what an amount was awarded or deducted for; nothing where neither label nor count says it.

        Args:
            step: The amount.
            bracketed: Whether what is said beside may stand in brackets; else behind a colon.
        """
        label, times = self.view.label(step["site"]), step.get("times")
        if times is None:
            return lowered(label) if label else None
        beside = "count.labelled" if bracketed else "count.labelled-plain"
        number = exact(times["value"])
        match times["form"]:
            case "field":
                count = value(self.view.sites, times["field"], times)
                noun = noun_of(self.view.sites, times["field"])
                if not label:
                    title = lowered(title_of(self.view.sites, times["field"]))
                    if noun is None:
                        return counted_title(number, title)
                    label = Title(vi=title.vi.removeprefix("số "), en=title.en)
                joined = counted_label(number, noun, label) if noun is not None else None
                return joined if joined is not None else say(beside, count=count, label=lowered(label))
            case "steps":
                steps = say("count.steps", count=Figure(number, Style.COUNT), figure=self.stepped(times["of"][0]))
                return say(beside, count=lowered(label), label=steps) if label else steps
            case _:
                often = say("count.times", count=Figure(number, Style.PLAIN))
                return say(beside, count=often, label=lowered(label)) if label else often

    def stepped(self, quantity: Data) -> Argument:
        """Write what whole steps were counted of: with its noun or its title where it is a value."""
        if quantity["form"] != "field" or "value" not in quantity:
            return bare(quantity)
        shown = value(self.view.sites, quantity["field"], quantity)
        if noun_of(self.view.sites, quantity["field"]) is not None:
            return shown
        return say("count.titled", title=lowered(title_of(self.view.sites, quantity["field"])), figure=shown)


_CASES = {"trường hợp", "lần", "vụ", "lượt"}
"""Nouns that a label follows at once: ``01 trường hợp bổ nhiệm sai quy định``."""


def counted_title(count: Exact, title: Title) -> Title:
    """Join a count with the title of what is counted, where no noun is declared: ``01 báo cáo gửi chậm``."""
    vi, en = (format_figure(Figure(count, Style.COUNT), language) for language in ("vi", "en"))
    counted = title.in_("vi").removeprefix("số ")
    has_word = counted != title.in_("vi")
    return Title(vi=f"{vi} {counted}" if has_word else f"{counted}: {vi}", en=f"{title.in_('en')}: {en}")


def counted_label(count: Exact, noun: Noun, label: Title) -> Title | None:
    """Join a count with its noun and a label: ``02 báo cáo chậm``; nothing where they do not join."""
    small = lowered(label)
    vi = _vietnamese(format_figure(Figure(count, Style.COUNT), "vi"), noun.vi, small.in_("vi"))
    en = _english(count, noun, re.sub(r"^(a|an|each|every) ", "", small.in_("en")))
    return Title(vi=vi, en=en) if vi and en else None


def _vietnamese(count: str, noun: str, label: str) -> str:
    if label == noun or label.startswith(noun + " "):
        return f"{count} {label}"
    return f"{count} {noun} {label}" if noun in _CASES and noun not in label else ""


def _english(count: Exact, noun: Noun, label: str) -> str:
    here = noun.one if count == 1 else noun.many
    shown = format_figure(Figure(count, Style.COUNT), "en")
    for form in (noun.many, noun.one):
        found = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
        if found.search(label):
            return f"{shown} {found.sub(here, label, count=1)}"
    return f"{shown} {here} of {label}" if noun.vi in _CASES else ""
