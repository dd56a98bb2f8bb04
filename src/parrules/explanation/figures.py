"""Values and formulas of a score sheet as arguments of messages: plain data that each language can write."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from parrules.messages import Argument, Day, Figure, Joined, Message, Nested, Noun, Style, Title, Words
from parrules.values import Exact, difference, from_exact_text, opposite, product, round_to_digits, total, whole

Data = Mapping[str, Any]

_STRENGTH = {"plus": 1, "minus": 1, "times": 2, "over": 2, "negative": 3}
_PLAIN_FORMS = ("constant", "field", "maximum", "let", "node", "parts")
_KEEP_CAPITAL = (
    "Ban Chỉ đạo",
    "Bộ ",
    "Chính phủ",
    "Cổng ",
    "Đảng",
    "Hội đồng nhân dân",
    "Kho bạc",
    "Nhà nước",
    "Quốc hội",
    "Sở ",
    "Thủ tướng",
    "Trung ương",
    "Ủy ban",
    "Việt Nam",
)
"""Names that keep their capital in the middle of a Vietnamese sentence."""


_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u00e0-\u00fd\u1ea0-\u1ef9]")


def say(message_id: str, **arguments: Argument | str) -> Nested:
    """Make a message to be put into another one; plain text stands for the reader's own words."""
    filled = {name: Words(value) if isinstance(value, str) else value for name, value in arguments.items()}
    return Nested(Message(message_id, filled))


def exact(text: str) -> Exact:
    """Read an exact figure of the sheet."""
    return from_exact_text(text)


# -- points ------------------------------------------------------------------------------------------------------------


def result(points: Exact) -> Argument:
    """Write points as a result: ``1,00 điểm``."""
    return say("points.result", figure=Figure(points))


def scale(points: Exact) -> Argument:
    """Write points as the rule has them: ``0,25 điểm``."""
    shown = points if is_printed_whole(points) else round_to_digits(points, 2)
    return say("points.scale-one" if shown in (1, -1) else "points.scale", figure=Figure(shown, Style.SCALE))


def fine(points: Exact) -> Argument:
    """Write points with up to four decimals: ``0,9167 điểm``."""
    return say("points.scale-one" if points in (1, -1) else "points.scale", figure=Figure(points, Style.SCALE))


def off(points: Exact) -> Argument:
    """Write points of a deduction: ``trừ 1 điểm``, ``không trừ điểm``."""
    return say("points.off", points=scale(opposite(points))) if points != 0 else say("points.off-none")


def is_printed_whole(points: Exact) -> bool:
    """Say whether two decimals, or the three of a tie, hide nothing of a figure."""
    return product(points, whole(200)).denominator == 1


def adding_up(parts: list[Exact], sum_: Exact) -> list[Figure]:
    """Write figures so that they add up as they are printed: with two decimals, or with more where these would not.

    Args:
        parts: Figures that make ``sum_``.
        sum_: Their exact sum.

    Returns: the figures of ``parts``, then that of ``sum_``.
    """
    everything = [*parts, sum_]
    printed = [number if is_printed_whole(number) else round_to_digits(number, 2) for number in everything]
    hides = any(shown == 0 != number for shown, number in zip(printed, everything, strict=True))
    if total(printed[:-1]) == printed[-1] and not hides:
        return [Figure(number) for number in everything]
    return [Figure(number) if is_printed_whole(number) else Figure(number, Style.SCALE) for number in everything]


def figure_of(number: Exact) -> Figure:
    """Write a figure of a sum: two decimals, or more where these would hide something."""
    return Figure(number) if is_printed_whole(number) else Figure(number, Style.SCALE)


def signed(number: Exact) -> Argument:
    """Write an amount with its sign: ``+0,005``, ``−0,0048``."""
    figure = Figure(number, Style.SCALE)
    return say("formula.positive", inner=figure) if number > 0 else figure


# -- ratios ------------------------------------------------------------------------------------------------------------


def ratio(value: Exact) -> Figure:
    """Write a ratio: as short as it is where that is exact, else with two decimals; with more near a round figure.

    A ratio of 94.998% is not printed as 95.00%, for it falls short of the 95% that tables ask for.
    """
    if product(value, whole(100)).denominator == 1:
        return Figure(value, Style.SCALE_PERCENT)
    for digits in (4, 5):
        shown = round_to_digits(value, digits)
        if shown == value or product(shown, whole(200)).denominator != 1:
            return Figure(value, Style.PERCENT) if digits == 4 else Figure(shown, Style.SCALE_PERCENT)
    return Figure(value, Style.SCALE_PERCENT)


# -- texts in the middle of a sentence ---------------------------------------------------------------------------------


def lowered(text: Title) -> Title:
    """Begin a text with a small letter, for the middle of a sentence; names and abbreviations keep their capitals."""
    return Title(*(_lower_first(each) for each in (text.vi, text.en)))


def _lower_first(text: str) -> str:
    first = text.split(" ", 1)[0]
    keeps = len(text) == 1 or (len(first) > 1 and not first[1:].islower()) or text.startswith(_KEEP_CAPITAL)
    return text if keeps else text[:1].lower() + text[1:]


def definite(text: Title) -> Title:
    """Name a value in the middle of a sentence; in English with its article."""
    small = lowered(text)
    has_one = small.en.split(" ", 1)[0] in ("the", "a", "an", "how", "whether", "what")
    return Title(vi=small.vi, en=small.en if has_one or not small.en else f"the {small.en}")


def own_words(text: Title) -> Title:
    """Give a person's own words; in the language that they were not written in they stand between quotation marks."""
    if bool(text.vi) is bool(text.en):
        return text
    words = (text.vi or text.en).strip().rstrip(".")
    return Title(vi=text.vi.strip().rstrip(".") or f"“{words}”", en=text.en.strip().rstrip(".") or f"“{words}”")


def told_in(text: str) -> Title:
    """Give a text whose language is not declared as that of its letters."""
    return Title(vi=text) if _VIETNAMESE.search(text) else Title(vi=text, en=text)


def title_of(sites: Data, field: str) -> Title:
    """Give the title of a field."""
    return Title(**sites["fields"][field]["title"])


def noun_of(sites: Data, field: str) -> Noun | None:
    """Give what a field counts."""
    forms = sites["fields"][field].get("noun")
    return Noun(*forms) if forms else None


def is_word(id_: str) -> bool:
    """Say whether an id is a word of the program (``transparency``) rather than a number of the table (``II.6``)."""
    return len(id_) > 3 and id_.replace("-", "").isalpha() and id_.islower()


def numbered(id_: str, sites: Data) -> Argument:
    """Name a node with its title: ``1.1 Kế hoạch CCHC năm``."""
    title = Title(**sites["nodes"][id_]["title"])
    return title if is_word(id_) else say("node.numbered", id=id_, title=title)


def node_name(id_: str, sites: Data) -> Argument:
    """Name a node in a sentence: ``mục 1.1``, or by its title where the id is a word."""
    if is_word(id_):
        return say("node.titled", title=Title(**sites["nodes"][id_]["title"]))
    return say("node.name", id=id_)


def node_names(ids: list[str], sites: Data) -> Argument:
    """Name nodes in a row: ``các mục 6.3, 6.4``."""
    if len(ids) > 1 and not any(is_word(each) for each in ids):
        return say("node.names", ids=Joined(tuple(Words(each) for each in ids)))
    return Joined(tuple(node_name(each, sites) for each in ids), "and")


# -- values ------------------------------------------------------------------------------------------------------------


def value(sites: Data, field: str | None, data: Data) -> Argument:
    """Write a value with its noun, option title or state."""
    if "absent" in data:
        return say(f"state.{data['absent']}")
    if "missing" in data:
        return say("state.missing")
    if "fault" in data:
        return say("state.fault")
    kind, content = data["kind"], data["value"]
    match kind:
        case "yes-no" | "option":
            title = option_title(sites, field, data)
            return lowered(title) if isinstance(title, Title) else title
        case "date":
            return Day(datetime.date.fromisoformat(content))
        case "text":
            return Words(str(content))
        case "ratio":
            return ratio(exact(content))
        case "count":
            return Figure(exact(content), Style.COUNT, noun_of(sites, field) if field else None)
        case "points":
            return scale(exact(content))
        case "days" | "working-days":
            return days(exact(content))
        case "condition":
            return say("word.yes" if content else "word.no")
        case _:
            return Figure(exact(content), Style.PLAIN, noun_of(sites, field) if field else None)


def days(count: Exact) -> Argument:
    """Write a number of days: ``30 ngày``."""
    return say("day.one" if count == 1 else "day.count", count=Figure(count, Style.PLAIN))


def option_title(sites: Data, field: str | None, data: Data) -> Argument:
    """Give the title of a chosen option as the set writes it."""
    key = data["value"]
    if isinstance(key, bool):
        key = "yes" if key else "no"
    options = sites["fields"][field].get("options", {}) if field else {}
    if key in options:
        return Title(**options[key])
    return say(f"word.{key}") if data["kind"] == "yes-no" else Words(str(key))


def is_plain_answer(sites: Data, field: str) -> bool:
    """Say whether a value is a yes or no without words of its own."""
    site = sites["fields"][field]
    return site["kind"] == "yes-no" and not site.get("options")


def bare(data: Data) -> Argument:
    """Write a value inside a formula: the figure alone."""
    if "value" not in data:
        return value({"fields": {}}, None, data)
    match data["kind"]:
        case "ratio":
            return ratio(exact(data["value"]))
        case "date":
            return Day(datetime.date.fromisoformat(data["value"]))
        case "count" | "amount" | "number" | "points" | "days" | "working-days":
            return Figure(exact(data["value"]), Style.PLAIN)
        case _:
            return value({"fields": {}}, None, data)


def scale_bare(data: Data) -> Argument:
    """Write a limit as the rule has it."""
    if data.get("kind") == "ratio" and "value" in data:
        return Figure(exact(data["value"]), Style.SCALE_PERCENT)
    if data.get("kind") in ("days", "working-days") and "value" in data:
        return days(exact(data["value"]))
    return bare(data)


# -- formulas ----------------------------------------------------------------------------------------------------------


def formula(worked: Data) -> Argument:
    """Write a worked expression with the figures put in: ``11 ÷ 12``; the rounding that ends it is told apart."""
    return _formula(unrounded(worked), 0)


def unrounded(worked: Data) -> Data:
    """Give a worked expression without the rounding at its end."""
    return worked["of"][0] if worked["form"] == "rounded" else worked


def is_plain(worked: Data) -> bool:
    """Say whether a worked expression is one figure, with nothing to work out."""
    if worked["form"] in ("choose", "default"):
        chosen = worked.get("chosen")
        return chosen is None or is_plain(worked["of"][chosen])
    if worked["form"] == "negative":
        return bool(worked["of"][0]["form"] == "constant")
    return worked["form"] in _PLAIN_FORMS


def length(worked: Data) -> int:
    """Count the figures of a formula."""
    if is_plain(worked) or "of" not in worked:
        return 1
    return sum(length(operand) for operand in worked["of"])


def _formula(worked: Data, least: int) -> Argument:
    form = worked["form"]
    operands = worked.get("of", [])
    match form:
        case "plus" | "minus" | "times" | "over":
            strength = _STRENGTH[form]
            left = _formula(operands[0], strength)
            right = _formula(operands[1], strength + 1)
            text: Argument = say(f"formula.{form}", left=left, right=right)
        case "negative":
            strength, text = 3, say("formula.negative", inner=_formula(operands[0], 3))
        case "largest" | "smallest":
            items = Joined(tuple(_formula(operand, 0) for operand in operands), "semicolon")
            return say(f"formula.{form}", items=items)
        case "rounded":
            inner = _formula(operands[0], 0)
            strength = 0
            if "step" in worked:
                text = say("formula.rounded-step", inner=inner, step=Figure(exact(worked["step"]), Style.SCALE))
            else:
                text = say("formula.rounded", inner=inner, digits=Figure(whole(worked["digits"]), Style.PLAIN))
        case "choose" | "default":
            return _formula(operands[worked["chosen"]], least) if worked["chosen"] is not None else bare(worked)
        case "steps":
            return say("formula.steps", inner=bare(operands[0]))
        case _:
            return bare(worked)
    return say("formula.parens", inner=text) if strength < least else text


def range_of(worked: Data) -> Argument:
    """Write the range that a test asks for, as the rule has it: ``từ 90% đến dưới 100%``."""
    low, high = ends_of(worked)
    if low is not None and high is not None:
        first = "from" if worked["lower"] else "above"
        last = "to" if worked["upper"] else "to-under"
        return say(f"range.{first}-{last}", low=scale_bare(low), high=scale_bare(high))
    if low is not None:
        return say("range.from-up" if worked["lower"] else "range.above", low=scale_bare(low))
    assert high is not None
    return say("range.at-most" if worked["upper"] else "range.under", high=scale_bare(high))


def ends_of(worked: Data) -> tuple[Data | None, Data | None]:
    """Give the lower and the upper limit of a range."""
    ends = list(worked["of"][1:])
    low = ends.pop(0) if worked["lower"] is not None else None
    high = ends.pop(0) if worked["upper"] is not None else None
    return low, high


def short_of(subject: Data, limit: Data) -> Exact | None:
    """Give by how much a figure is short of a limit."""
    if "value" not in subject or "value" not in limit or subject.get("kind") == "date":
        return None
    gap = difference(exact(limit["value"]), exact(subject["value"]))
    return gap if gap > 0 else None
