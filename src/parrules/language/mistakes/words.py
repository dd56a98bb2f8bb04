"""Slips in words: marks left out, the keyboard off, a letter wrong, everyday words that the language does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from parrules.diagnostics import closest, without_marks
from parrules.language.folding import fold
from parrules.language.keyboard import keys_meant
from parrules.language.lexicon import STATEMENTS, WORDS, Where
from parrules.language.mistakes.stop import Stop, mistake, write_instead
from parrules.language.tokens import Mistake, Token

LONGEST_KEYWORD = 6
"""Words that the longest word of the language has."""

_PERIOD_WORDS = (
    "quý",
    "tháng",
    "năm",
    "đầu năm",
    "cuối năm",
    "tháng đầu năm",
    "tháng cuối năm",
    "năm trước",
    "năm sau",
)

# Letters that Vietnamese does not have, or a capital with a mark inside a word: ``kÞp``, ``nÕu``.
_OLD_FONT = re.compile("[ßäåæçëñöîïøûüþÞÖÑËÏÜÛØÆÇÅÄ]|(?<=[a-zà-ỹ])[À-ÖØ-Þ]")

_HABITS: dict[str, dict[str, str]] = {
    "vi": {
        "thì": ":", "bằng": "=", "khác": "!=", "lớn hơn": "trên", "nhiều hơn": "trên", "cao hơn": "trên",
        "nhỏ hơn": "dưới", "ít hơn": "dưới", "thấp hơn": "dưới", "bé hơn": "dưới", "ngược lại": "còn lại",
        "tối đa": "không quá", "phần trăm": "%", "nhân": "×", "nhân với": "×", "chia": "/", "chia cho": "/",
        "cộng với": "+", "trừ đi": "-", "được": ":", "hay": "hoặc", "vượt quá": "trên", "vượt": "trên", "quá": "trên",
        "kể từ ngày": "kể từ", "trong khoảng từ": "từ", "muộn nhất": "chậm nhất",
        "không áp dụng": "giảm trừ điểm tối đa", "không đánh giá": "giảm trừ điểm tối đa",
        "không phải chấm": "giảm trừ điểm tối đa", "trở đi": "trở lên",
        "trễ hơn": "sau", "muộn hơn": "sau", "sớm hơn": "trước",
    },
    "en": {
        "then": ":", "equals": "=", "equal to": "=", "greater than": "above", "more than": "above", "over": "above",
        "less than": "under", "fewer than": "under", "below": "under", "otherwise if": "when", "elif": "when",
        "percent": "%", "through": "to", "until": "by", "plus": "+", "minus": "-", "times": "×", "divided by": "/",
        "x": "×", "but": "and", "on or before": "by", "no later than": "by", "not later than": "by",
        "no more than": "at most", "not more than": "at most", "no less than": "at least", "not less than": "at least",
        "since": "after", "upwards": "up", "or more": "up",
        "does not apply": "not applicable", "later than": "after", "earlier than": "before", "onwards": "up",
    },
}  # fmt: skip


@lru_cache(maxsize=2)
def _keywords(language: str) -> dict[str, tuple[str, str]]:
    """Give the words of a language, each with its terminal, by their text without marks."""
    table: dict[str, tuple[str, str]] = {}
    for word in WORDS:
        for spelling in word.forms(language):
            if word.where is not Where.COMMA and word.terminal != "EXCEPT_WHEN":
                table.setdefault(without_marks(spelling), (spelling, word.terminal))
    for spelling in _PERIOD_WORDS if language == "vi" else ():
        table.setdefault(without_marks(spelling), (spelling, "PERIOD"))
    return table


@lru_cache(maxsize=1)
def _by_keys() -> dict[str, str]:
    return {fold(spelling): spelling for spelling, _ in _keywords("vi").values()}


def _windows(stop: Stop, *, longest: int = LONGEST_KEYWORD) -> Iterator[list[Token]]:
    """Give the stretches of words that begin at the stop, before it or with the line, the longest first."""
    for start in dict.fromkeys((stop.index - 1, stop.index, 0)):
        if not 0 <= start < len(stop.tokens) or not stop.tokens[start].is_word:
            continue
        for length in range(min(longest, len(stop.tokens) - start), 0, -1):
            window = stop.tokens[start : start + length]
            if all(token.is_word for token in window):
                yield window


def old_font(stop: Stop) -> Mistake | None:
    """Find text in an old font's encoding at the stop: ``nÕu``, ``®iÓm``."""
    for token in (stop.token, stop.before, stop.first):
        if token is not None and token.terminal in ("NAME", "FUNCTION") and _OLD_FONT.search(token.text):
            return mistake("PAR202.font", "PAR202.font.help", token, word=token.text)
    return None


def unmarked(stop: Stop) -> Mistake | None:
    """Find a word typed without its marks or with some of them: ``va``, ``con lai``, ``điêm``."""
    if stop.language != "vi":
        return None
    for window in _windows(stop):
        text = " ".join(token.text for token in window)
        if len(text) < 2 or all(token.terminal not in ("NAME", "FUNCTION", "NOT", "IS") for token in window):
            continue
        spelling, terminal = _keywords("vi").get(without_marks(text), ("", ""))
        if not spelling or fold(spelling) == fold(text):
            continue
        if text.isascii():
            return mistake("PAR202", "PAR202.marks.help", window[0], window[-1], word=text, written=spelling)
        # With marks it may be another word; then it is only taken for one that could stand there.
        if (window[0] is stop.token and terminal in stop.accepted) or (
            window[0] is stop.first and terminal in STATEMENTS
        ):
            return write_instead(window[0], spelling, window[-1], word=text)
    return None


def keyboard_off(stop: Stop) -> Mistake | None:
    """Find a word typed with the Vietnamese keyboard off: ``ddieemr``, ``d9ie6m3``."""
    if stop.language != "vi":
        return None
    for window in _windows(stop):
        text = " ".join(token.text for token in window)
        if all(token.terminal in ("NAME", "FUNCTION") for token in window):
            spelling = next((_by_keys()[key] for key in keys_meant(text) if key in _by_keys()), None)
            if spelling is not None:
                return mistake("PAR202", "PAR202.keyboard.help", window[0], window[-1], word=text, written=spelling)
    return None


def habit(stop: Stop) -> Mistake | None:
    """Find words of everyday speech at the stop: ``thì``, ``bằng``, ``greater than``."""
    for offset in (0, -1, -2):
        start = stop.index + offset
        for length in (3, 2, 1) if offset > -2 else (3,):
            window = stop.tokens[max(start, 0) : max(start, 0) + length]
            if start < 0 or len(window) < length or not window[0].is_word or window[0].terminal in STATEMENTS - {"CAP"}:
                continue
            if offset < 0 and (length == 1 or stop.needs_value):
                continue
            text = " ".join(token.text for token in window)
            ours = _HABITS[stop.language].get(text.lower())
            if ours is not None:
                behind = stop.tokens[start + length].terminal if start + length < len(stop.tokens) else ""
                ours = _OF_DATES.get(ours, ours) if behind == "DATE" else ours
                return write_instead(window[0], ours, window[-1], word=text)
    return None


_OF_DATES = {"trên": "sau", "dưới": "trước", "above": "after", "under": "before"}
"""What is said of figures, and what of dates."""


def misspelt(stop: Stop) -> Mistake | None:
    """Find a word with a letter wrong: ``othrwise``, ``tở lên``; at the stop only words that could stand there."""
    accepted = STATEMENTS if stop.index == 0 else stop.accepted
    forms = [(form, word.terminal) for word in WORDS for form in word.forms(stop.language)]
    here = [form for form, terminal in forms if terminal in accepted and len(form) > 3]
    windows = [window for window in _windows(stop, longest=3) if all(_is_name(token) for token in window)]
    for window in windows:
        if window[0] is stop.token and (found := _near(window, here)):
            return found
    # Of a phrase the first word was read as a name, and the stop is inside it: `điểm tối đaa`.
    for window in windows:
        if window[0] is stop.before and len(window) > 1:
            phrases = [form for form, _ in forms if form.count(" ") == len(window) - 1]
            if found := _near(window, phrases):
                return found
    return None


def _is_name(token: Token) -> bool:
    return token.terminal in ("NAME", "FUNCTION")


def _near(window: list[Token], known: list[str]) -> Mistake | None:
    text = " ".join(token.text for token in window)
    if len(text) < 4:
        return None
    near = closest(text, [form for form in known if abs(len(form) - len(text)) < 3])
    return write_instead(window[0], near, window[-1], word=text) if near else None


def option_phrase(stop: Stop) -> Mistake | None:
    """Find an option of several words without its quotes: ``x là Đạt yêu cầu``, ``x is not met``."""
    for place in range(stop.index, max(-1, stop.index - 3), -1):
        if not 0 < place < len(stop.tokens) or stop.tokens[place - 1].terminal not in ("IS", "IS_NOT"):
            continue
        end = place
        while (
            end < len(stop.tokens)
            and stop.tokens[end].is_word
            and stop.tokens[end].terminal not in ("AND", "OR", "WHEN")
        ):
            end += 1
        window = stop.tokens[place:end]
        if stop.index < end and (state := _state(stop, place)):
            return state
        if stop.index < end and _is_phrase(window):
            text = " ".join(token.text for token in window)
            return mistake("PAR202.phrase", "PAR202.write", window[0], window[-1], word=text, written=f'"{text}"')
    return None


def _is_phrase(window: list[Token]) -> bool:
    """See words that may be the title of an option; a name with an underscore is one of evidence."""
    names = [token for token in window if token.terminal in ("NAME", "FUNCTION")]
    others = {"IS", "IS_NOT", "MAXIMUM", "POINT_UNIT", "NOT_APPLICABLE", "REDISTRIBUTE"}
    return (
        bool(names)
        and not any("_" in name.text for name in names)
        and not any(token.terminal in others for token in window)
    )


def _state(stop: Stop, place: int) -> Mistake | None:
    """See `x là không có`, `x là thiếu`: Vietnamese says the state before the value."""
    token, subject = stop.tokens[place], stop.at(place - 2 - stop.index)
    if (
        token.terminal in ("LACKS", "HAS_NONE", "NONE_AROSE", "LACKS_NOT")
        and subject is not None
        and subject.terminal == "NAME"
    ):
        return write_instead(
            subject,
            f"{token.text} {subject.text}",
            token,
            word=f"{subject.text} {stop.tokens[place - 1].text} {token.text}",
        )
    return None


def state_behind(stop: Stop) -> Mistake | None:
    """Find ``x thiếu``, which Vietnamese says the other way round."""
    before, token = stop.before, stop.token
    if stop.language != "vi" or before is None or token is None or before.terminal != "NAME":
        return None
    if token.terminal in ("LACKS", "HAS_NONE", "NONE_AROSE", "LACKS_NOT"):
        return write_instead(before, f"{token.text} {before.text}", token)
    return None


def spaced_name(stop: Stop) -> Mistake | None:
    """Find a name whose words are not joined: ``báo cáo chậm``."""
    start = end = stop.index
    if not (stop.is_at(0, "NAME") and stop.is_at(-1, "NAME")):
        return None
    while start > 0 and stop.tokens[start - 1].terminal == "NAME":
        start -= 1
    while end + 1 < len(stop.tokens) and stop.tokens[end + 1].terminal == "NAME":
        end += 1
    window = [token.text for token in stop.tokens[start : end + 1]]
    first, last = stop.tokens[start], stop.tokens[end]
    if stop.language == "vi" and "có" in (window[0].lower(), window[-1].lower()) and len(window) > 1:
        # A yes or no is asked by its name alone.
        name = window[1:] if window[0].lower() == "có" else window[:-1]
        return write_instead(first, "_".join(name), last, word=" ".join(window))
    if any(len(word) == 1 or "_" in word.strip("_") for word in window):
        return None  # Between two letters, or behind a name that is whole, a sign is the likelier loss.
    # A blank of no width, as copied texts have it, may stand beside an underscore.
    joined = re.sub("_+", "_", "_".join(window))
    return mistake("PAR202.spaced", "PAR202.spaced.help", first, last, word=" ".join(window), written=joined)


def reserved_name(stop: Stop) -> Mistake | None:
    """Find a word of the language where a name must stand: ``đặt trên = …``."""
    if stop.accepted == {"NAME"} and stop.token is not None and stop.token.is_word:
        return mistake(
            "PAR202.name",
            "PAR202.name.help",
            stop.token,
            word=stop.token.text,
            let=stop.word("LET"),
            example="tỷ_lệ" if stop.language == "vi" else "rate",
        )
    return None
