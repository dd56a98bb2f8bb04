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
        told = Joined(tuple(self.changes(steps) for steps in (awards, deducts) if steps), "semicolon")
        if starts:
            return say("result.running", start=result(exact(starts[0]["amount"])), changes=told)
        if self.node.role == "deduction" and not awards:
            return told
        if is_full:
            return say("result.full-running-award", changes=told)
        return say("result.running-award", changes=told, points=scale(self.points))

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
            amount, why = exact(step["amount"]), self.why(step)
            if amount != 0 and why is not None:
                told.append(
                    say("short.award" if amount > 0 else "short.deduct", why=why, amount=Figure(absolute(amount)))
                )
        return Joined(tuple(told)) if told else None

    def why(self, step: Step) -> Argument | None:
        """Say what an amount was awarded or deducted for; nothing where neither label nor count says it."""
        label, times = self.view.label(step["site"]), step.get("times")
        if times is None:
            return lowered(label) if label else None
        if times["form"] == "field":
            number, noun = exact(times["value"]), noun_of(self.view.sites, times["field"])
            if noun is not None and label:
                return counted_label(number, noun, label)
            if not label:
                return value(self.view.sites, times["field"], times)
            return say("count.labelled", count=Figure(number, Style.COUNT), label=lowered(label))
        if times["form"] == "steps":
            count: Argument = say(
                "count.steps", count=Figure(exact(times["value"]), Style.COUNT), step=self.step_size(times)
            )
            return say("count.labelled", count=count, label=lowered(label)) if label else count
        times_count = Figure(exact(times["value"]), Style.PLAIN)
        return (
            say("count.times", count=times_count, label=lowered(label))
            if label
            else say("count.times-plain", count=times_count)
        )

    @staticmethod
    def step_size(times: Data) -> Argument:
        """Say in what the full steps lie: ``của 3,21%``."""
        return bare(times["of"][0])


_CASES = {"trường hợp", "lần", "vụ", "lượt"}
"""Nouns that a label follows at once: ``01 trường hợp bổ nhiệm sai quy định``."""


def counted_label(count: Exact, noun: Noun, label: Title) -> Title:
    """Join a count with its noun and a label: ``02 báo cáo chậm``, ``2 late reports``; else in brackets."""
    small = lowered(label)
    if noun.vi in _CASES and not re.search(rf"(?<!\w){re.escape(noun.vi)}(?!\w)", small.vi):
        vi, en = (format_figure(Figure(count, Style.COUNT, noun), language) for language in ("vi", "en"))
        return Title(vi=f"{vi} {small.in_('vi')}", en=f"{en} of {small.in_('en')}")
    return Title(
        vi=_counted(format_figure(Figure(count, Style.COUNT), "vi"), noun.vi, noun.vi, small.in_("vi")),
        en=_counted(
            format_figure(Figure(count, Style.COUNT), "en"),
            noun.one,
            noun.one if count == 1 else noun.many,
            small.in_("en"),
            noun.many,
        ),
    )


def _counted(count: str, one: str, here: str, label: str, many: str = "") -> str:
    plain = re.sub(r"^(a|an|each|every) ", "", label)
    for form in (many, one):
        noun = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
        if form and noun.search(plain) and (many or plain.startswith(form)):
            return f"{count} {noun.sub(here, plain, count=1)}"
    return f"{count} {here} ({label})"
