"""What a condition asked and what came out, in words: for the line that applied, and for those that did not."""

from __future__ import annotations

import datetime

from parrules.explanation.figures import Data, bare, exact, range_of, say, scale_bare, title_of, value
from parrules.messages import Argument, Day, Figure, Style, Title, Words
from parrules.values import whole

_NEGATED = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def tell_condition(worked: Data, sites: Data, *, holds: bool) -> list[Argument]:
    """Tell the facts that made a condition hold, or fail; one argument for each fact."""
    form, operands = worked["form"], worked.get("of", [])
    match form:
        case "all":
            if holds:
                return [fact for operand in operands for fact in tell_condition(operand, sites, holds=True)]
            failed = [operand for operand in operands if operand.get("value") is not True]
            return tell_condition(failed[-1], sites, holds=False) if failed else []
        case "any":
            if not holds:
                return [fact for operand in operands for fact in tell_condition(operand, sites, holds=False)]
            met = [operand for operand in operands if operand.get("value") is True]
            return tell_condition(met[-1], sites, holds=True) if met else []
        case "not":
            return tell_condition(operands[0], sites, holds=not holds)
        case "range":
            return [_range(worked, sites, holds=holds)]
        case "comparison":
            return [_comparison(worked, sites, holds=holds)]
        case "date":
            how = worked["how"]
            subject = named(operands[0], sites)
            if "value" not in operands[0]:
                return [subject]
            return [say(f"cond.{'' if holds else 'not-'}{how}", subject=subject, limit=bare(operands[1]))]
        case "period":
            subject = named(operands[0], sites)
            if "value" not in operands[0]:
                return [subject]
            period = Title(vi=worked["vi"], en=worked["en"])
            return [say("cond.period" if holds else "cond.not-period", subject=subject, period=period)]
        case "days-after":
            return [_days_after(worked, sites, holds=holds)]
        case "option":
            return [_option(worked, sites, holds=holds)]
        case "state":
            field = worked["field"]
            state = worked["state"] if holds is not worked["negated"] else "scored"
            shown = say(f"state.{state}") if state != "scored" else say("word.yes")
            return [say("cond.state", title=title_of(sites, field), state=shown)]
        case _:
            return [named(worked, sites)]


def named(worked: Data, sites: Data) -> Argument:
    """Tell what a value is and how much: ``Ngày gửi báo cáo: 14/12/2026``; a ratio worked out before stands by its figure."""
    if worked["form"] == "field":
        return say("cond.value", title=title_of(sites, worked["field"]), value=value(sites, worked["field"], worked))
    if worked["form"] == "node":
        return say("cond.value", title=say("word.points-node", id=worked["node"]), value=bare(worked))
    return bare(worked)


def _range(worked: Data, sites: Data, *, holds: bool) -> Argument:
    subject_data, *ends = worked["of"]
    subject = named(subject_data, sites)
    if "value" not in subject_data:
        return subject
    bare_form = "" if subject_data["form"] in ("field", "node") else "-bare"
    if holds:
        return say("cond.in" + bare_form, subject=subject, range=range_of(worked))
    low = ends.pop(0) if worked["lower"] is not None else None
    high = ends.pop(0) if worked["upper"] is not None else None
    content = subject_data["value"]
    if low is not None and "value" in low:
        below = _less(content, low["value"])
        if below or (content == low["value"] and not worked["lower"]):
            return say(("cond.below" if worked["lower"] else "cond.not-above") + bare_form, subject=subject, limit=scale_bare(low))
    assert high is not None
    return say(("cond.beyond" if worked["upper"] else "cond.not-under") + bare_form, subject=subject, limit=scale_bare(high))


def _less(left: str, right: str) -> bool:
    if "-" in left[1:] and "-" in right[1:]:
        return left < right  # Two dates, written year first.
    return exact(left) < exact(right)


def _comparison(worked: Data, sites: Data, *, holds: bool) -> Argument:
    left, right = worked["of"]
    for side in (left, right):
        if "value" not in side:
            return named(side, sites)
    operator = worked["operator"] if holds else _NEGATED[worked["operator"]]
    if worked["operator"] == "=" and right["form"] == "constant":
        # «Số hồ sơ: 0 hồ sơ» says it all.
        return named(left, sites)
    right_side = named(right, sites) if right["form"] == "field" else scale_bare(right)
    return say(f"cond.{operator}", left=named(left, sites), right=right_side)


def _option(worked: Data, sites: Data, *, holds: bool) -> Argument:
    field, said = worked["field"], worked["of"][0]
    title, shown = title_of(sites, field), value(sites, field, said)
    site = sites["fields"][field]
    if holds or site["kind"] == "yes-no" or "value" not in said:
        return say("cond.value", title=title, value=shown)
    asked = value(sites, field, {"kind": site["kind"], "value": worked["option"]})
    if worked["negated"]:
        return say("cond.value", title=title, value=shown)
    return say("cond.option-not", title=title, value=shown, option=asked)


def _days_after(worked: Data, sites: Data, *, holds: bool) -> Argument:
    subject, days, since = worked["of"]
    for side in (subject, since):
        if "value" not in side:
            return named(side, sites)
    date, start = (datetime.date.fromisoformat(side["value"]) for side in (subject, since))
    passed, allowed = (date - start).days, exact(days["value"])
    if passed < 0 and not holds:
        return say("cond.early", since=named(since, sites), subject=named(subject, sites))
    last = Day(start + datetime.timedelta(days=int(allowed))) if days["kind"] == "days" else Words("…")
    return say(
        "cond.days" if holds else "cond.not-days",
        since=named(since, sites),
        subject=named(subject, sites),
        count=_days(passed),
        limit=_days(int(allowed)),
        last=last,
    )


def _days(count: int) -> Argument:
    return say("day.one" if count == 1 else "day.count", count=Figure(whole(count), Style.PLAIN))


