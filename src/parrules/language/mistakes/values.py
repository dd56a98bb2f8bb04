"""Slips in ranges, figures, units, dates and signs: a dash for a range, `95 trở lên` without `từ`, a sign left out."""

from __future__ import annotations

import re
from itertools import takewhile

from parrules.language.mistakes.expected import nested
from parrules.language.mistakes.stop import FIGURES, OPERAND_STARTS, RANGE_WORDS, Stop, mistake, write_instead
from parrules.language.tokens import OPERAND_ENDS, Mistake, Token

_UNIT_WORDS = {"vi": {"điểm", "đ", "ngày"}, "en": {"points", "point", "days", "day"}}
_UNITS = ("POINT_UNIT", "DAY_UNIT", "WORKING_DAY_UNIT")


def _figure_with_unit(tokens: list[Token], index: int) -> str:
    """Give a figure with the unit word that follows it."""
    if index + 1 < len(tokens) and tokens[index + 1].terminal in _UNITS:
        return f"{tokens[index].text} {tokens[index + 1].text}"
    return tokens[index].text


def dash(stop: Stop) -> Mistake | None:
    """Find a dash used as a range: ``85 - dưới 100%``, ``từ 70% - 90%``."""
    tokens = stop.tokens
    for number in range(1, min(stop.index + 2, len(tokens) - 1)):
        token, before, behind = tokens[number], tokens[number - 1], tokens[number + 1]
        if token.terminal != "MINUS" or before.terminal not in (*FIGURES, *_UNITS):
            continue
        ahead = behind.terminal in RANGE_WORDS
        place = number + 2 if ahead else number + 1
        if place >= len(tokens) or tokens[place].terminal not in FIGURES:
            continue
        start = number - 2 if before.terminal in _UNITS else number - 1
        if start < 0 or tokens[start].terminal not in FIGURES:
            continue
        low, high = _figure_with_unit(tokens, start), _figure_with_unit(tokens, place)
        if "%" in high and "%" not in low:
            low += "%"
        to = stop.word("TO_UNDER" if behind.terminal in ("UNDER", "TO_UNDER") else "TO")
        opens = start > 0 and tokens[start - 1].terminal in ("FROM", "ABOVE")
        from_ = tokens[start - 1].text if opens else stop.word("FROM")
        first = tokens[start - 1] if opens else tokens[start]
        last = tokens[place + 1] if place + 1 < len(tokens) and tokens[place + 1].terminal in _UNITS else tokens[place]
        return mistake(
            "PAR202.dash", "PAR202.write", first, last, word=token.text, written=f"{from_} {low} {to} {high}"
        )
    return None


def half_range(stop: Stop) -> Mistake | None:
    """Find a range with one half: ``x 95% trở lên``, ``x trên 95% trở lên``, ``x 80% đến dưới 95%``."""
    tokens = stop.tokens
    for place in (stop.index, stop.index + 1, stop.index + 2):
        if not 0 < place < len(tokens) or tokens[place].terminal not in ("UP", "DOWN", "TO", "TO_UNDER"):
            continue
        start = place - 1
        if tokens[start].terminal in _UNITS:
            start -= 1
        if start < 0 or tokens[start].terminal not in FIGURES:
            return None
        figure = _figure_with_unit(tokens, start)
        opener = tokens[start - 1] if start else None
        from_, end, behind = stop.word("FROM"), tokens[place], ""
        if end.terminal in ("TO", "TO_UNDER") and place + 1 < len(tokens) and tokens[place + 1].terminal in FIGURES:
            behind, end = f" {tokens[place + 1].text}", tokens[place + 1]
        phrase = f"{figure} {tokens[place].text}{behind}"
        written_ = f"{from_} {phrase}"
        if opener is not None and (
            opener.terminal in ("COMPARE", "EQUALS") or (opener.terminal in RANGE_WORDS and opener.terminal != "FROM")
        ):
            return write_instead(opener, written_, end, word=f"{opener.text} {phrase}")
        if opener is not None and opener.terminal in ("NAME", "RPAR", "UP", "DOWN", *_UNITS):
            return write_instead(tokens[start], written_, end, word=phrase)
        return None
    return None


def open_range(stop: Stop) -> Mistake | None:
    """Find a range that begins and does not end: ``từ 95%`` without `trở lên`."""
    if "UP" not in stop.accepted or not stop.has("FROM", before=True):
        return None
    start = max(index for index, token in enumerate(stop.tokens[: stop.index]) if token.terminal == "FROM")
    before = stop.tokens[start]
    last = stop.tokens[stop.index - 1]
    bound = stop.tokens[start + 1 : stop.index]
    if len(bound) > 2:
        up, to = (f"{before.text} … {stop.word(end)}" for end in ("UP", "TO_UNDER"))
        return mistake("PAR202.range", "PAR202.range.help", before, last, word=f"{before.text} …", up=up, to=f"{to} …")
    text = " ".join(token.text for token in (before, *bound))
    if last.terminal == "DATE":
        return mistake("PAR202.range", "PAR202.write", before, last, word=text, written=f"{text} {stop.word('TO')} …")
    up, to = f"{text} {stop.word('UP')}", f"{text} {stop.word('TO_UNDER')} …"
    return mistake("PAR202.range", "PAR202.range.help", before, last, word=text, up=up, to=to)


_REACHES = {"đạt", "reaches", "reached"}


def reaches(stop: Stop) -> Mistake | None:
    """Find ``tỷ_lệ đạt 100%`` and a sign inside a range: ``từ 80% đến < 90%``."""
    token, before, figure = stop.token, stop.before, stop.at(1)
    if token is None or before is None or figure is None or figure.terminal not in FIGURES:
        return None
    if token.text.lower() in _REACHES and before.terminal == "NAME":
        return write_instead(token, f"{stop.word('FROM')} {figure.text} {stop.word('UP')}", figure)
    if before.terminal == "TO" and token.terminal == "COMPARE" and token.value == "<":
        return write_instead(
            before, f"{stop.word('TO_UNDER')} {figure.text}", figure, word=f"{before.text} {token.text}"
        )
    return None


def until(stop: Stop) -> Mistake | None:
    """Find a day until which something holds: ``n đến ngày 31/3``, ``n to 31 Mar``."""
    token, before, day = stop.token, stop.before, stop.at(1)
    if (
        token is None
        or before is None
        or day is None
        or (before.terminal, token.terminal, day.terminal) != ("NAME", "TO", "DATE")
        or stop.has("FROM", before=True)
    ):
        return None
    return write_instead(token, f"{stop.word('BY')} {day.text}", day, word=f"{token.text} {day.text}")


def not_before_range(stop: Stop) -> Mistake | None:
    """Find ``không dưới 70%`` and ``không trên 70%``, for which the language has other phrases."""
    token, behind, figure = stop.token, stop.at(1), stop.at(2)
    if (
        token is None
        or behind is None
        or token.terminal not in ("NOT", "IS_NOT")
        or behind.terminal not in ("UNDER", "ABOVE", "AT_LEAST")
    ):
        return None
    lower = behind.terminal in ("UNDER", "AT_LEAST")
    phrase = f"{stop.word('FROM')} {figure.text if figure else '…'} {stop.word('UP' if lower else 'DOWN')}"
    if behind.terminal == "AT_LEAST":
        phrase = f"{stop.word('UNDER')} {figure.text if figure else '…'}"
    return write_instead(token, phrase, figure or behind, word=f"{token.text} {behind.text}")


_LEAST = {"dưới", "thấp hơn", "ít hơn", "nhỏ hơn", "under", "below", "less than", "lower than"}
_MOST = {"quá", "vượt", "vượt quá", "trên", "cao hơn", "nhiều hơn", "above", "over", "more than", "higher than"}


def bound_of_points(stop: Stop) -> Mistake | None:
    """Find a line of its own that bounds the points in words of a range: ``không dưới 0 điểm``, ``not above 3``."""
    first = stop.first
    if first.terminal != "NOT" or stop.index or stop.has("COLON"):
        return None
    words = list(takewhile(lambda token: token.is_word, stop.tokens[1:]))
    text = " ".join(word.text.lower() for word in words)
    if text not in _LEAST | _MOST:
        return None
    figure = _figure_with_unit(stop.tokens, len(words) + 1) if len(stop.tokens) > len(words) + 1 else "…"
    written_ = f"{stop.word('FLOOR' if text in _LEAST else 'CAP')} {figure}"
    last = (
        stop.tokens[-1]
        if stop.tokens[-1].terminal in _UNITS
        else stop.tokens[min(len(words) + 1, len(stop.tokens) - 1)]
    )
    return write_instead(first, written_, last, word=f"{first.text} {text} {figure}")


def times(stop: Stop) -> Mistake | None:
    """Find a missing or misspelt sign of multiplication: ``2 x 3``, ``2 điểm tối đa``, ``(a + b) (c + d)``."""
    before, token = stop.before, stop.token
    if (
        before is None
        or token is None
        or before.terminal not in OPERAND_ENDS
        or before.terminal in ("TEXT", "YES", "NO", "PERIOD")
    ):
        return None
    joins = stop.is_at(1, *OPERAND_STARTS)
    if token.terminal in ("NAME", "FUNCTION") and token.text.lower() == "x" and joins:
        return mistake("PAR202", "PAR202.write", token, word=token.text, written="×")
    if (
        token.terminal in ("MAXIMUM", "PART")
        and before.terminal in ("NUMBER", "NAME", "RPAR")
        and "TIMES" in stop.accepted
    ):
        return mistake("PAR202.times", "PAR202.times.help", before, token, word=f"{before.text} {token.text}")
    if (
        token.terminal == "LPAR"
        and before.terminal in ("NUMBER", "PERCENT", "RPAR", "MAXIMUM")
        and "TIMES" in stop.accepted
    ):
        return mistake("PAR202.times", "PAR202.times.help", before, token, word=f"{before.text} {token.text}")
    return None


def slash_for_each(stop: Stop) -> Mistake | None:
    """Find a slash that means *for each* where the lexer reads a division: ``0,25/báo cáo``, ``1 point / 01 report``."""
    tokens = stop.tokens
    if stop.first.terminal not in ("AWARD", "DEDUCT"):
        return None
    slash = next((index for index, token in enumerate(tokens) if token.terminal == "DIVIDE"), len(tokens))
    if slash not in (2, 3) or tokens[1].terminal != "NUMBER" or stop.index <= slash:
        return None
    counted = tokens[slash + 1 :]
    if counted and counted[0].terminal == "NUMBER" and counted[0].value == 1:
        counted = counted[1:]
    words = list(takewhile(lambda token: token.terminal == "NAME", counted))
    if not words:
        return None
    name = "_".join(word.text for word in words)
    amount = _figure_with_unit(tokens, 1)
    written_ = f"{amount} {stop.word('PER')} {name}"
    word = f"{amount}/{' '.join(word.text for word in words)}"
    return mistake("PAR202.per", "PAR202.write", tokens[1], words[-1], word=word, written=written_)


def unit(stop: Stop) -> Mistake | None:
    """Find a unit word that has no figure before it: ``(a + b) điểm``, ``95% điểm``, ``a ngày``."""
    before, token = stop.before, stop.token
    if before is None or token is None or token.terminal != "NAME" or before.terminal not in OPERAND_ENDS:
        return None
    if token.text.lower() not in _UNIT_WORDS[stop.language]:
        return None
    if before.terminal == "PERCENT":
        return mistake(
            "PAR202.unit",
            "PAR202.unit.percent",
            before,
            token,
            word=token.text,
            maximum=f"{before.text} {stop.word('MAXIMUM')}",
            figure=before.text,
        )
    one = token.text.lower().removesuffix("s") if stop.language == "en" else token.text.lower()
    return mistake("PAR202.unit", "PAR202.unit.help", token, word=token.text, written=f"× 1 {one}")


def unit_first(stop: Stop) -> Mistake | None:
    """Find a unit word before its figure: ``trừ điểm 1``, ``trong ngày 30``."""
    before, token = stop.before, stop.token
    if before is None or token is None or before.terminal != "NAME" or token.terminal != "NUMBER":
        return None
    if before.text.lower() not in _UNIT_WORDS[stop.language]:
        return None
    return write_instead(before, f"{token.text} {before.text}", token)


def two_figures(stop: Stop) -> Mistake | None:
    """Find a figure cut in two: ``0, 5``, ``1 000``."""
    tokens, index = stop.tokens, stop.index
    if (
        stop.is_at(0, "SEP")
        and tokens[index].text == ","
        and stop.is_at(-1, "NUMBER")
        and stop.is_at(1, "NUMBER", "PERCENT")
    ):
        mark = "," if stop.language == "vi" else "."
        written_ = f"{tokens[index - 1].text}{mark}{tokens[index + 1].text}"
        text = f"{tokens[index - 1].text}{tokens[index].text} {tokens[index + 1].text}"
        return mistake(
            "PAR202.figure", "PAR202.write", tokens[index - 1], tokens[index + 1], word=text, written=written_
        )
    if (
        stop.is_at(0, "NUMBER")
        and stop.is_at(-1, "NUMBER")
        and re.fullmatch("[0-9]{3}", tokens[index].text)
        and re.fullmatch("[0-9]{1,3}", tokens[index - 1].text)
    ):
        text = f"{tokens[index - 1].text} {tokens[index].text}"
        return mistake(
            "PAR202.figure", "PAR202.write", tokens[index - 1], tokens[index], word=text, written=text.replace(" ", "")
        )
    return None


def comma(stop: Stop) -> Mistake | None:
    """Find a comma or semicolon outside parentheses, where it joins nothing."""
    token = stop.token
    if token is None or token.terminal != "SEP" or stop.needs_value:
        return None
    in_guard = stop.first.terminal in ("AWARD", "DEDUCT", "EVERY_FULL") and stop.has("WHEN", before=True)
    if in_guard or (stop.first.terminal in ("WHEN", "REQUIRE") and not stop.has("COLON", before=True)):
        if "COLON" in stop.accepted and not stop.has("COLON"):
            return mistake("PAR202.colon", "PAR202.write", token, word=stop.tokens[stop.index - 1].text, written=":")
        return mistake(
            "PAR202.comma", "PAR202.comma.condition", token, word=token.text, and_=stop.word("AND"), or_=stop.word("OR")
        )
    if stop.first.terminal in ("AWARD", "DEDUCT", "EVERY_FULL"):
        return mistake("PAR202.comma", "PAR202.comma.cap", token, word=token.text, cap=f", {stop.word('LINE_CAP')} …")
    return mistake("PAR202.comma", "PAR202.comma.help", token, word=token.text)


def time_of_day(stop: Stop) -> Mistake | None:
    """Find a time of day before a date: ``trước 17 giờ 00 ngày 15/12``."""
    for offset in (0, -1):
        token = stop.at(offset)
        if (
            token is not None
            and token.text.lower() in ("giờ", "phút", "hours", "am", "pm", "h")
            and stop.is_at(offset - 1, "NUMBER")
        ):
            return mistake("PAR202.time", "PAR202.time.help", token, word=token.text)
    return None


def dated_period(stop: Stop) -> Mistake | None:
    """Find a year after a quarter or month: ``quý IV năm 2020``."""
    token, before = stop.token, stop.before
    if token is None or before is None or before.terminal != "PERIOD":
        return None
    behind = stop.at(1)
    figure = token if token.terminal == "NUMBER" else behind if token.is_word or token.terminal == "DIVIDE" else None
    if figure is not None and re.fullmatch("[0-9]{4}", figure.text):
        previous, next_ = ("năm trước", "năm sau") if stop.language == "vi" else ("of previous year", "of next year")
        last = figure
        return mistake("PAR202.year", "PAR202.year.help", token, last, word=token.text, previous=previous, next=next_)
    return None


def odd_period(stop: Stop) -> Mistake | None:
    """Find what is no period after `trong`: ``trong tuần 1``."""
    name, token = stop.before, stop.token
    if name is None or name.terminal != "NAME" or not stop.is_at(-2, "IN") or "SINCE" not in stop.accepted:
        return None
    last = token if token is not None and token.terminal in ("NUMBER", "NAME") else name
    text = name.text if last is name else f"{name.text} {last.text}"
    return mistake("PAR202", "PAR202.period.help", name, last, word=text, expected=nested("period", stop))
