"""What would give more points, and which facts, were they otherwise, would give another result."""

from __future__ import annotations

import datetime
from typing import Any

from parrules.explanation.conditions import answer
from parrules.explanation.figures import (
    Data,
    adding_up,
    days,
    definite,
    exact,
    is_plain_answer,
    is_word,
    lowered,
    noun_of,
    off,
    option_title,
    ratio,
    say,
    scale,
    title_of,
    value,
)
from parrules.explanation.view import NodeView
from parrules.messages import Argument, Day, Figure, Joined, Style, Title
from parrules.values import Exact, absolute, difference, half_unit, opposite, share, whole

MOST_GAINS = 3
"""Ways to more points that are told."""

LEAST_SHOWN = half_unit(2)
"""Changes of points below this are told as less than 0.01: no table shows them."""


class Changes:
    """Tells the trials of a sheet for one node."""

    def __init__(self, view: NodeView) -> None:
        self.view, self.node, self.sites = view, view.node, view.sites
        self.found: list[dict[str, Any]] = list(view.data["changes"] or [])

    @property
    def is_deduction(self) -> bool:
        """Whether points are taken off here."""
        return self.node.role == "deduction"

    @property
    def is_best(self) -> bool:
        """Whether there is nothing more to gain."""
        points = self.node.points
        return points is not None and points == (whole(0) if self.is_deduction else self.node.applicable_maximum)

    def title(self, field: str) -> Title:
        """Give the title of a value; that of one which another node reads says so."""
        title = title_of(self.sites, field)
        node = field.rpartition("/")[0]
        if field in self.view.reads or node == self.node.id:
            return title
        if is_word(node):
            named = Title(**self.sites["nodes"][node]["title"])
            return Title(vi=f"{title.in_('vi')} ({named.in_('vi')})", en=f"{title.in_('en')} ({named.in_('en')})")
        return Title(vi=f"{title.in_('vi')} (mục {node})", en=f"{title.in_('en')} ({node})")

    # -- more points ---------------------------------------------------------------------------------------------------

    def gains(self) -> list[Argument]:
        """Tell the nearest changes that give more points, and the nearest on the first value that gives fewer."""
        node = self.node
        if (
            node.points is None
            or node.state != "scored"
            or node.role == "monitored"
            or self.is_best
            or self.view.is_group
        ):
            return []
        if self.view.amounts("veto") or (self.view.decided is None and not self.view.is_running):
            return []
        if self.view.data["changes"] is None:
            return [say("change.unknown")]
        gains = self.nearest_gains()
        if not gains and self.view.node_figures:
            others = list(dict.fromkeys(worked["node"] for worked in self.view.node_figures))
            return [say("change.through", nodes=self.view.names(others))]
        if not gains:
            return [say("change.none-off" if self.is_deduction else "change.none")]
        first = self.gain(gains[0], begins=True)
        for change in gains[1:]:
            first = say("change.either", first=first, other=self.gain(change, begins=False))
        told = [first]
        if (fewer := self.fewer(gains[0])) is not None:
            told.append(fewer)
        return told

    def nearest_gains(self) -> list[dict[str, Any]]:
        """Give the gains worth telling, the nearest first; what a unit is given only where nothing else helps."""
        gains = [change for change in self.found if change["kind"] == "gain"]
        own = [change for change in gains if not self.view.is_whole(change["field"])] or gains
        seen = [change for change in own if not self.is_tiny(change)]
        return seen[:MOST_GAINS] if seen else own[:1]

    def is_tiny(self, change: dict[str, Any]) -> bool:
        """Say whether a change moves the points by less than a table shows."""
        return absolute(difference(exact(change["points"]), self.node.points or whole(0))) < LEAST_SHOWN

    def gain(self, change: dict[str, Any], *, begins: bool) -> Argument:
        """Tell one change with the points that it gives and by how much they rise."""
        what = self.what(change, begins=begins)
        before, after = self.node.points or whole(0), exact(change["points"])
        if self.is_tiny(change):
            return say("change.outcome-tiny-off" if self.is_deduction else "change.outcome-tiny", what=what)
        if self.is_deduction and after == 0:
            return say("change.outcome-none-off", what=what)
        _, rise, reached = adding_up([before, difference(after, before)], after)
        outcome = "change.outcome-off" if self.is_deduction else "change.outcome"
        return say(outcome, what=what, points=self.points(reached, after), gain=rise)

    def points(self, figure: Figure, points: Exact) -> Argument:
        """Write points as the rule has them, with more decimals where two would hide the change."""
        if self.is_deduction:
            points = opposite(points)
        if figure.style is Style.SCALE:
            return say("points.scale", figure=Figure(points, Style.SCALE))
        return scale(points)

    def what(self, change: dict[str, Any], *, begins: bool) -> Argument:
        """Say what would be otherwise; ``begins`` where it stands at the beginning of a sentence."""
        counted = self.counted(change)
        if counted is not None and counted["moved"] > 0:
            if not counted["is_named"]:
                title = self.title(change["field"])
                before = Figure(exact(change["before"]["value"]), Style.PLAIN)
                return say(
                    "change.up-parts", title=title if begins else lowered(title), before=before, **counted["arguments"]
                )
            if counted["several"]:
                return say("change.more-of", title=self.title(change["field"]), **counted["arguments"])
            return say("change.more", **counted["arguments"])
        field, before, after = change["field"], change["before"], change["after"]
        title = self.title(field) if begins else lowered(self.title(field))
        if "missing" in before:
            return say("change.handed-in", title=self.title(field), after=self.handed_in(field, after))
        if "value" not in before:
            if before.get("absent") == "none" and self.view.site(field)["kind"] == "date":
                return say("change.with", title=lowered(title), after=value(self.sites, field, after))
            return say(
                "change.instead",
                title=title,
                after=value(self.sites, field, after),
                before=value(self.sites, field, before),
            )
        match after["kind"]:
            case "yes-no" if is_plain_answer(self.sites, field):
                return answer(self.title(field), holds=bool(after["value"]), mood="bare")
            case "yes-no" | "option":
                options = (option_title(self.sites, field, each) for each in (after, before))
                return say("change.option", title=title, after=next(options), before=next(options))
            case "date":
                up = after["value"] > before["value"]
                limit = Day(datetime.date.fromisoformat(after["value"]))
                return say(
                    "change.date-later" if up else "change.date-earlier",
                    title=title,
                    after=limit,
                    before=value(self.sites, field, before),
                )
            case _:
                up = exact(after["value"]) > exact(before["value"])
                first, last = self.figure(field, before, with_noun=False), self.figure(field, after, with_noun=True)
                return say("change.up" if up else "change.down", title=title, before=first, after=last)

    def handed_in(self, field: str, after: Data) -> Argument:
        """Write a value that is not there yet."""
        is_chosen = after["kind"] in ("yes-no", "option")
        return option_title(self.sites, field, after) if is_chosen else value(self.sites, field, after)

    def figure(self, field: str, data: Data, *, with_noun: bool) -> Argument:
        """Write a figure of a value, its noun only where it is asked for."""
        shown = value(self.sites, field, data)
        if isinstance(shown, Figure) and not with_noun:
            return Figure(shown.number, shown.style)
        if not with_noun and data["kind"] == "days":
            return Figure(exact(data["value"]), Style.PLAIN)
        return shown

    def fewer(self, best: dict[str, Any]) -> Argument | None:
        """Tell what a loss on the same value would leave, where parts of a whole are counted."""
        counted = self.counted(best)
        if counted is None or counted["moved"] <= 0:
            return None
        worse = next(
            (change for change in self.found if change["kind"] == "loss" and change["field"] == best["field"]), None
        )
        down = self.counted(worse) if worse is not None else None
        if worse is None or down is None or down["moved"] >= 0:
            return None
        before, after = self.node.points or whole(0), exact(worse["points"])
        if self.is_tiny(worse):
            return None
        left, _, _ = adding_up([after, difference(before, after)], before)
        points = say("points.scale", figure=Figure(after, Style.SCALE)) if left.style is Style.SCALE else scale(after)
        if not down["is_named"]:
            title = lowered(self.title(worse["field"]))
            return say("change.fewer-parts", title=title, points=points, **down["arguments"])
        return say("change.fewer", points=points, **down["arguments"])

    def counted(self, change: dict[str, Any]) -> dict[str, Any] | None:
        """Write a change of a count that is part of another as so many more, with the ratio that comes out."""
        field = change["field"]
        site = self.view.site(field)
        if site["kind"] != "count" or "part_of" not in site or "value" not in change["before"]:
            return None
        whole_field = f"{field.rpartition('/')[0]}/{site['part_of']}"
        read = self.view.reads.get(whole_field)
        if read is None or "value" not in read or exact(read["value"]) == 0:
            return None
        before, after, all_ = (exact(data["value"]) for data in (change["before"], change["after"], read))
        moved = difference(after, before)
        noun = noun_of(self.sites, field)
        arguments: dict[str, Argument] = {
            "count": Figure(absolute(moved), Style.COUNT, noun),
            "part": Figure(after, Style.PLAIN),
            "whole": Figure(all_, Style.PLAIN),
            "value": ratio(share(after, all_) or whole(0)),
        }
        fields = self.sites["fields"].items()
        parts = [key for key, each in fields if key.startswith(f"{self.node.id}/") and "part_of" in each]
        return {"moved": moved, "arguments": arguments, "several": len(parts) > 1, "is_named": noun is not None}

    # -- another result ------------------------------------------------------------------------------------------------

    def would_change(self) -> list[Argument]:
        """Tell for full points, or a node that does not apply, which facts would have to be otherwise."""
        applies = [change for change in self.found if change["kind"] == "applies"]
        if applies:
            return [self.applies(applies[0])]
        if not self.is_best or self.view.is_group:
            return []
        seen: set[str] = set()
        told: list[Argument] = []
        for change in self.found:
            field = change["field"]
            if change["kind"] != "loss" or field in seen or self.view.is_whole(field):
                continue
            seen.add(field)
            told.append(say("change.would", what=self.were(change), points=self.left(exact(change["points"]))))
        return [Joined(tuple(told), "or")] if told else []

    def left(self, points: Exact) -> Argument:
        """Write what would be left of the points."""
        if self.is_deduction:
            return off(points)
        before = self.node.points or whole(0)
        if difference(before, points) < LEAST_SHOWN:
            return say("change.left-tiny")
        figure, _, _ = adding_up([points, difference(before, points)], before)
        shown = (
            say("points.scale", figure=Figure(points, Style.SCALE)) if figure.style is Style.SCALE else scale(points)
        )
        return say("change.left", points=shown) if points > 0 else shown

    def were(self, change: dict[str, Any]) -> Argument:
        """Say what would be otherwise, in the middle of a sentence."""
        field, before, after = change["field"], change["before"], change["after"]
        title = definite(self.title(field))
        if "value" not in before:
            return say("change.were", title=title, after=value(self.sites, field, after))
        match after["kind"]:
            case "yes-no" if is_plain_answer(self.sites, field):
                return answer(self.title(field), holds=bool(after["value"]), mood="were")
            case "yes-no" | "option":
                named = Title(vi=title.vi, en=self.title(field).en)
                return say("change.were-option", title=named, after=option_title(self.sites, field, after))
            case "date":
                day = datetime.date.fromisoformat(after["value"])
                is_later = after["value"] > before["value"]
                edge = Day(day - datetime.timedelta(days=1) if is_later else day + datetime.timedelta(days=1))
                return say("change.were-later" if is_later else "change.were-earlier", title=title, edge=edge)
            case _:
                up = exact(after["value"]) > exact(before["value"])
                shown = days(exact(after["value"])) if after["kind"] == "days" else value(self.sites, field, after)
                return say("change.were-up" if up else "change.were-down", title=title, after=shown)

    def applies(self, change: dict[str, Any]) -> Argument:
        """Tell what the node, the base and the total would be if the node applied."""
        field, after = change["field"], change["after"]
        shown = value(self.sites, field, after)
        is_zero = (
            "value" in change["before"]
            and change["before"].get("kind") == "amount"
            and exact(change["before"]["value"]) == 0
        )
        condition = say(
            "change.were-above-zero" if is_zero else "change.were",
            title=definite(self.title(field)),
            after=shown,
        )
        text = say(
            "change.applies",
            condition=condition,
            node=self.view.name(self.node.id),
            points=Figure(exact(change["points"])),
            maximum=Figure(exact(change["maximum"])),
        )
        base = change["applicable_maximum"]
        if base != self.view.sheet.data["total"]["applicable_maximum"]:
            text = say("change.applies-base", text=text, applicable=Figure(exact(base)))
        if change["total"] is None:
            return text
        total = say("change.applies-total", text=text, total=Figure(exact(change["total"])))
        return say("change.grade", text=total, grade=change["grade"]) if change["grade"] else total
