"""What a condition asked and what came out: each value with what was asked of it, for lines that applied or did not."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from parrules.explanation.figures import (
    Data,
    bare,
    days,
    definite,
    ends_of,
    exact,
    is_plain_answer,
    lowered,
    option_title,
    range_of,
    say,
    scale_bare,
    title_of,
    value,
)
from parrules.explanation.view import NodeView
from parrules.messages import Argument, Day, Title
from parrules.values import whole

_TURNED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_NEGATED = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a condition asked.

    ``field`` names the value asked about, empty for a figure that was worked out; ``asked`` says how it compares with
    what the rule asks (``chưa đạt 100%``), nothing where the value itself says it.
    """

    field: str
    subject: Argument
    asked: Argument | None
    data: Data
    form: str
    since: str = ""  #: The day that the days of this one are counted from.


class Conditions:
    """Reads the conditions of one node."""

    def __init__(self, view: NodeView) -> None:
        self.view, self.sites = view, view.sites

    def facts(self, worked: Data, *, holds: bool) -> list[Fact]:
        """Give the facts that made a condition hold, or fail."""
        form, operands = worked["form"], worked.get("of", [])
        match form:
            case "all" | "any":
                return self.joined(operands, stops_at=form == "any", holds=holds)
            case "not":
                return self.facts(operands[0], holds=not holds)
            case "let" if worked.get("kind") == "condition" and worked["name"] in self.view.lets:
                return self.facts(self.view.lets[worked["name"]], holds=holds)
            case "range":
                return [self.fact(operands[0], form, lambda: self.in_range(worked, holds=holds))]
            case "comparison":
                return [self.comparison(worked, holds=holds)]
            case "date":
                how = worked["how"] if holds else f"not-{worked['how']}"
                return [self.fact(operands[0], form, lambda: say(f"cond.{how}", limit=bare(operands[1])))]
            case "period":
                return [self.fact(operands[0], form, lambda: self.in_period(worked, holds=holds))]
            case "days-after":
                return [self.days_after(worked, holds=holds)]
            case "option" | "state":
                return [Fact(worked["field"], title_of(self.sites, worked["field"]), None, operands[0], form)]
            case _:
                return [self.fact(worked, form, lambda: None)]

    def joined(self, operands: list[Data], *, stops_at: bool, holds: bool) -> list[Fact]:
        """Give the facts of several conditions; where one was enough to decide, only its."""
        if holds is not stops_at:
            return [fact for operand in operands for fact in self.facts(operand, holds=holds)]
        decisive = [operand for operand in operands if (operand.get("value") is True) is stops_at]
        return self.facts(decisive[-1], holds=holds) if decisive else []

    def fact(self, subject: Data, form: str, asked: object) -> Fact:
        """Name what was asked about; a value that is not there says so itself."""
        assert callable(asked)
        field = subject["field"] if subject["form"] == "field" else ""
        name: Argument = title_of(self.sites, field) if field else bare(subject)
        if subject["form"] == "node":
            name = say("word.points-node", name=self.view.name(subject["node"]))
        return Fact(field, name, asked() if "value" in subject else None, subject, form)

    def in_range(self, worked: Data, *, holds: bool) -> Argument:
        """Say that a figure lies in a range, or on which side of it."""
        if holds:
            return range_of(worked)
        low, high = ends_of(worked)
        content = worked["of"][0]["value"]
        if low is not None and "value" in low:
            is_below = _is_less(content, low["value"])
            if is_below or (content == low["value"] and not worked["lower"]):
                return say("cond.below" if worked["lower"] else "cond.not-above", limit=scale_bare(low))
        assert high is not None
        return say("cond.beyond" if worked["upper"] else "cond.not-under", limit=scale_bare(high))

    @staticmethod
    def in_period(worked: Data, *, holds: bool) -> Argument:
        """Say whether a day lies in a period, with the days that it begins and ends with."""
        first, last = (Day(datetime.date.fromisoformat(worked[key])) for key in ("first", "last"))
        period = Title(vi=worked["vi"], en=worked["en"].replace("of previous year", "of the previous year"))
        return say("cond.period" if holds else "cond.not-period", period=period, first=first, last=last)

    def comparison(self, worked: Data, *, holds: bool) -> Fact:
        """Say how two figures compare; «Số hồ sơ: 0 hồ sơ» says it all by itself."""
        left, right = worked["of"]
        operator = worked["operator"] if holds else _NEGATED[worked["operator"]]
        if left["form"] == "constant" and right["form"] != "constant":
            # Of `0% < growth` the growth is what is spoken of.
            left, right, operator = right, left, _TURNED[operator]
        if "value" not in right:
            return self.fact(right, "comparison", lambda: None)

        def asked() -> Argument | None:
            if operator == "=" and left["form"] == "field" and right["form"] == "constant":
                return None
            is_field = right["form"] == "field"
            return say(
                f"cond.{operator}",
                right=definite(title_of(self.sites, right["field"])) if is_field else scale_bare(right),
            )

        return self.fact(left, "comparison", asked)

    def days_after(self, worked: Data, *, holds: bool) -> Fact:
        """Say how many days lie between two dates, how many may, and the last day."""
        subject, _, since = worked["of"]
        if "value" not in since:
            return self.fact(since, "days-after", lambda: None)

        def asked() -> Argument:
            passed = self.days_passed(worked)
            if passed < 0:
                return say("cond.days-before" if holds else "cond.early", count=days(whole(-passed)))
            text = say(
                "cond.days" if holds else "cond.not-days", count=days(whole(passed)), limit=self.days_allowed(worked)
            )
            last = self.last_day(worked)
            return say("cond.last-day", text=text, last=Day(last)) if last is not None else text

        found = self.fact(subject, "days-after", asked)
        return replace(found, since=since["field"]) if since["form"] == "field" else found

    @staticmethod
    def days_passed(worked: Data) -> int:
        """Count the days from one date to the other."""
        subject, _, since = (side.get("value", "") for side in worked["of"])
        return (datetime.date.fromisoformat(subject) - datetime.date.fromisoformat(since)).days

    @staticmethod
    def days_allowed(worked: Data) -> Argument:
        """Give how many days there may be."""
        return scale_bare(worked["of"][1])

    @staticmethod
    def last_day(worked: Data) -> datetime.date | None:
        """Give the last day that is in time; working days leave it to a calendar that the sheet does not hold."""
        if "last" in worked:
            return datetime.date.fromisoformat(worked["last"])
        _, allowed, since = worked["of"]
        if allowed.get("kind") != "days" or "value" not in allowed:
            return None
        return datetime.date.fromisoformat(since["value"]) + datetime.timedelta(days=int(exact(allowed["value"])))

    # -- as words ------------------------------------------------------------------------------------------------------

    def statement(self, fact: Fact, *, with_asked: bool = True) -> Argument:
        """Write a fact as a statement: ``Ngày gửi báo cáo: 14/12/2026, trước ngày 15/12/2026``."""
        if not fact.field:
            return (
                say("cond.figure", subject=fact.subject, asked=fact.asked) if fact.asked is not None else fact.subject
            )
        text = say("cond.value", title=fact.subject, value=value(self.sites, fact.field, fact.data))
        return say("cond.asked", text=text, asked=fact.asked) if with_asked and fact.asked is not None else text

    def reason(self, fact: Fact, *, named: bool) -> Argument:
        """Write a fact as a reason, for behind *because*: ``chưa đạt 100%``; ``named`` says of what."""
        if fact.asked is None:
            return self.being(fact.field, fact.data) if fact.field else fact.subject
        if not named:
            return say("cond.it", asked=fact.asked)
        subject = definite(fact.subject) if isinstance(fact.subject, Title) else fact.subject
        return say("cond.figure", subject=subject, asked=fact.asked)

    def clause(self, fact: Fact) -> Argument:
        """Write a fact as a clause: ``ngày gửi báo cáo là 14/12/2026, trước ngày 15/12/2026``."""
        if not fact.field:
            return self.statement(fact)
        text = self.being(fact.field, fact.data)
        return say("cond.asked", text=text, asked=fact.asked) if fact.asked is not None else text

    def being(self, field: str, data: Data) -> Argument:
        """Say in the middle of a sentence what a value is: ``chất lượng kế hoạch là “đạt”``."""
        title = title_of(self.sites, field)
        if "value" not in data:
            return say("cond.is", title=definite(title), value=value(self.sites, field, data))
        if data["kind"] in ("yes-no", "option"):
            if is_plain_answer(self.sites, field):
                return answer(title, holds=bool(data["value"]))
            return say("cond.is-quoted", title=definite(title), value=option_title(self.sites, field, data))
        return say("cond.is", title=definite(title), value=value(self.sites, field, data))


def answer(title: Title, *, holds: bool, mood: str = "is") -> Argument:
    """Write a plain yes or no as a clause: ``có gửi đủ báo cáo``; ``mood`` is ``is``, ``were`` or ``bare``."""
    small = lowered(title).vi
    # Of “Có sáng kiến” the contrary is “không có sáng kiến”; of “Gửi đủ báo cáo” and “Có bị phê bình” it has no “có”.
    is_verb = small.startswith(("có bị ", "có được "))
    vi = small.removeprefix("có ") if holds or is_verb else small
    return say(f"answer.{mood}-{'yes' if holds else 'no'}", title=Title(vi=vi, en=title.en))


def _is_less(left: str, right: str) -> bool:
    if "-" in left[1:] and "-" in right[1:]:
        return left < right  # Two dates, written year first.
    return exact(left) < exact(right)
