"""Amounts awarded and deducted in words: how much, for how many of what: ``trừ 0,50 điểm do 02 báo cáo chậm``."""

from __future__ import annotations

import re

from parrules.explanation.figures import Data, bare, exact, lowered, noun_of, say, value
from parrules.explanation.view import NodeView, Step
from parrules.messages import Argument, Figure, Noun, Style, Title, format_figure
from parrules.values import Exact


class Counting:
    """Names what running points were changed for."""

    def __init__(self, view: NodeView) -> None:
        self.view = view

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


def counted_label(count: Exact, noun: Noun, label: Title) -> Title:
    """Join a count with its noun and a label: ``02 báo cáo chậm``, ``2 late reports``; else the label stands in brackets."""
    small = lowered(label)
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
