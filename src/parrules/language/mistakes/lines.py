"""Slips in the shape of a line: its first word, its colon, its parentheses, its label, two lines on one."""

from __future__ import annotations

from typing import Any

from parrules.language.folding import fold
from parrules.language.lexicon import STATEMENTS, functions, written
from parrules.language.mistakes.stop import OPERAND_STARTS, RANGE_WORDS, Stop, mistake
from parrules.language.tokens import OPERAND_ENDS, Mistake, Token

_CHANGES = ("AWARD", "DEDUCT", "EVERY_FULL")
_COMPARED = RANGE_WORDS | {
    "COMPARE", "EQUALS", "IS", "IS_NOT", "IN", "WITHIN", "LACKS", "LACKS_NOT", "HAS_NONE", "NONE_AROSE", "IS_MISSING",
    "IS_NOT_MISSING", "IS_NONE", "DID_NOT_ARISE",
}  # fmt: skip


def parenthesis(stop: Stop) -> Mistake | None:
    """Find a parenthesis that closes nothing, is empty, or is still open where the condition ends."""
    opened: list[Token] = []
    for index, token in enumerate(stop.tokens):
        if token.terminal == "LPAR":
            opened.append(token)
        elif token.terminal == "RPAR":
            if not opened and index == stop.index and stop.needs_value:
                return None  # It stands where a value must.
            if not opened:
                return _closes_nothing(stop, index)
            if stop.tokens[index - 1] is opened[-1] and stop.index == index:
                return mistake("PAR203.empty", "PAR203.empty.help", opened[-1], token)
            opened.pop()
        elif (
            token.terminal == "COLON"
            and opened
            and index == stop.index
            and not any(each.terminal == "RPAR" for each in stop.tokens[index:])
        ):
            return mistake("PAR203.parenthesis", "PAR203.parenthesis.help", opened[-1])
    return None


def _closes_nothing(stop: Stop, index: int) -> Mistake:
    for token, behind in zip(stop.tokens[:index], stop.tokens[1 : index + 1], strict=True):
        function = functions(stop.language).get(fold(token.text))
        if (
            function is not None
            and not function.later
            and behind.terminal in OPERAND_STARTS
            and token.terminal != "FUNCTION"
        ):
            return mistake("PAR203.closed", "PAR202.write", stop.tokens[index], written=f"{token.text}(")
    return mistake("PAR203.closed", "PAR203.closed.help", stop.tokens[index])


def twice(stop: Stop) -> Mistake | None:
    """Find a word, sign or text that stands twice in a row."""
    before, token = stop.before, stop.token
    if before is None or token is None or fold(before.text) != fold(token.text):
        return None
    return mistake("PAR202.twice", "PAR202.twice.help", before, token, word=token.text)


def two_lines(stop: Stop) -> Mistake | None:
    """Find a second line on the same line: ``nếu a = 0: 1 nếu b = 0: 2``."""
    token, before = stop.token, stop.before
    if token is None or before is None or token.terminal not in STATEMENTS or before.terminal in STATEMENTS:
        return None
    if "RPAR" in stop.accepted or (stop.first.terminal == "EVERY_FULL" and not stop.has("COLON", before=True)):
        return None  # A parenthesis or the colon is missing.
    if before.terminal == "TEXT" and token.terminal == "WHEN" and stop.first.terminal in _CHANGES:
        return None  # A label before the condition.
    complete = before.terminal in OPERAND_ENDS | {"NOT_APPLICABLE", "REDISTRIBUTE", "UP", "DOWN"}
    if token.terminal == "EVERY_FULL" and stop.first.terminal in ("AWARD", "DEDUCT"):
        return _steps_first(stop, token)
    if complete and token.terminal == "WHEN" and stop.first.terminal in ("WHEN", "OTHERWISE"):
        if any(each.terminal == "COLON" for each in stop.tokens[stop.index :]) and stop.has("COLON", before=True):
            return mistake("PAR202.two-lines", "PAR202.two-lines.help", token, word=token.text)
        return mistake("PAR202.guard", "PAR202.guard.help", token, word=token.text, and_=stop.word("AND"))
    if complete and (stop.first.terminal in STATEMENTS or stop.index > 2):
        return mistake("PAR202.two-lines", "PAR202.two-lines.help", token, word=token.text)
    return None


def _steps_first(stop: Stop, token: Token) -> Mistake:
    phrase = f"{stop.word('EVERY_FULL')} … {stop.word('OF')} …: {stop.first.text} …"
    return mistake("PAR202.steps", "PAR202.write", token, word=token.text, written=phrase)


def full_steps(stop: Stop) -> Mistake | None:
    """Find whole steps in the middle of a line: ``deduct 1 point per full 1% of x``."""
    if (
        stop.language == "en"
        and stop.is_at(-1, "NAME")
        and stop.is_at(-2, "PER")
        and stop.tokens[stop.index - 1].text.lower() == "full"
    ):
        return _steps_first(stop, stop.tokens[stop.index - 1])
    return None


def no_start(stop: Stop) -> Mistake | None:
    """Find a line that begins with none of the words that begin a line."""
    first, second = stop.first, stop.tokens[1] if len(stop.tokens) > 1 else None
    if first.terminal in STATEMENTS or stop.index > 0:
        return None
    if first.terminal == "COLON":
        return mistake(
            "PAR202.start-colon",
            "PAR202.start-colon.help",
            first,
            when=f"{stop.word('WHEN')} …",
            otherwise=stop.word("OTHERWISE"),
        )
    if first.terminal == "EQUALS":
        return mistake("PAR202.start", "PAR202.start.equals", first, word=first.text)
    if first.terminal in RANGE_WORDS and stop.has("COLON"):
        return mistake("PAR202.start", "PAR202.start.range", first, word=first.text, when=stop.word("WHEN"))
    if second is not None and second.terminal in STATEMENTS:
        return mistake("PAR202.first", "PAR202.first.help", first, second, word=second.text, before=first.text)
    if (
        len(stop.tokens) > 2
        and first.terminal == "NAME"
        and stop.tokens[1].terminal == "EQUALS"
        and not stop.has("COLON")
    ):
        return mistake(
            "PAR202.start", "PAR202.start.let", first, word=first.text, let=f"{stop.word('LET')} {first.text} = …"
        )
    starts_operand = first.terminal in OPERAND_STARTS | {"NOT", "MINUS", "LACKS", "HAS_NONE", "NONE_AROSE", "LACKS_NOT"}
    if stop.has("COLON"):
        help_id = "PAR202.start.when" if starts_operand else "PAR202.start.instead"
        return mistake("PAR202.start", help_id, first, word=first.text, when=stop.word("WHEN"))
    if not starts_operand and [each.terminal for each in stop.tokens[1:3]] == ["NAME", "EQUALS"]:
        return mistake("PAR202.start", "PAR202.start.instead", first, word=first.text, when=stop.word("LET"))
    words: dict[str, Any] = {
        name: stop.word(terminal) for name, terminal in (("when", "WHEN"), ("award", "AWARD"), ("deduct", "DEDUCT"))
    }
    return mistake(
        "PAR202.start", "PAR202.start.help", first, word=first.text, otherwise=f"{stop.word('OTHERWISE')}:", **words
    )


def no_outcome(stop: Stop) -> Mistake | None:
    """Find a colon with no points behind it: the line ends, or its label follows at once."""
    before, token = stop.before, stop.token
    if (
        before is None
        or before.terminal != "COLON"
        or stop.first.terminal not in ("WHEN", "OTHERWISE", "FLOOR", "CAP", "START_FROM")
    ):
        return None
    if token is None:
        return mistake("PAR201", "PAR201.points", before, word=before.text)
    if token.terminal == "TEXT":
        return mistake("PAR201.label", "PAR201.points", before, token, word=token.text)
    return None


def no_colon(stop: Stop) -> Mistake | None:
    """Find a line of a scale without its colon."""
    first, before, token = stop.first, stop.before, stop.token
    if first.terminal not in ("WHEN", "OTHERWISE", "EVERY_FULL") or before is None:
        return None
    if stop.has("COLON", before=first.terminal == "EVERY_FULL"):
        return None
    if token is None:
        if "COLON" not in stop.accepted:
            return None
        points = ": 0,5 điểm" if stop.language == "vi" else ": 0.5 points"
        return mistake("PAR201.colon", "PAR201.colon.help", before, word=before.text, points=points)
    if first.terminal == "OTHERWISE" and stop.index == 1:
        return mistake(
            "PAR202.colon", "PAR202.colon.otherwise", first, token, word=first.text, written=f"{first.text}:"
        )
    compared = any(each.terminal in _COMPARED for each in stop.tokens)
    outcome = token.terminal in OPERAND_STARTS or (first.terminal == "EVERY_FULL" and token.terminal in _CHANGES)
    if "COLON" in stop.accepted and outcome and (compared or first.terminal == "EVERY_FULL"):
        return mistake("PAR202.colon", "PAR202.colon.help", before, token, word=before.text)
    return None


def two_colons(stop: Stop) -> Mistake | None:
    """Find a colon where the line has had its own, or where its kind of line has none."""
    token = stop.token
    if token is None or token.terminal != "COLON" or (stop.needs_value and stop.index > 1):
        return None
    if stop.has("COLON", before=True):
        return mistake("PAR202.two-colons", "PAR202.two-colons.help", token)
    if stop.first.terminal in ("LET", "REQUIRE", "AWARD", "DEDUCT", "ZERO"):
        return mistake("PAR202.no-colon", "PAR202.no-colon.help", token, word=stop.first.text)
    return None


def label_first(stop: Stop) -> Mistake | None:
    """Find a label with something behind it."""
    before, token = stop.before, stop.token
    if before is None or token is None or before.terminal != "TEXT" or "$END" not in stop.accepted:
        return None
    if stop.accepted <= {"$END", "TEXT", "SEP"}:
        return mistake("PAR202.label", "PAR202.label.help", before, word=before.text, behind=token.text)
    return None


def stray_text(stop: Stop) -> Mistake | None:
    """Find a quoted text where a value must stand; only options and labels are quoted."""
    token, before = stop.token, stop.before
    if token is None or token.terminal != "TEXT" or before is None:
        return None
    in_condition = stop.first.terminal in ("WHEN", "REQUIRE") and not stop.has("COLON", before=True)
    if before.terminal in ("COMPARE", "EQUALS") and in_condition:
        is_ = stop.word("IS") if before.text in ("=", "==") else stop.word("IS_NOT")
        return mistake(
            "PAR202.text", "PAR202.text.option", before, token, word=token.text, written=f"{is_} {token.text}"
        )
    if stop.first.terminal in ("WHEN", "EVERY_FULL") and not stop.has("COLON", before=True):
        return mistake("PAR202.text", "PAR202.text.help", token, word=token.text)
    return None


def cap(stop: Stop) -> Mistake | None:
    """Find the cap of a line without its comma, or behind its condition."""
    token = stop.token
    if token is None or stop.first.terminal not in _CHANGES:
        return None
    if token.terminal == "LINE_CAP" and stop.has("WHEN", before=True):
        when = f"{stop.word('WHEN')} …"
        return mistake("PAR202.cap-last", "PAR202.cap-last.help", token, word=token.text, when=when)
    if (
        token.terminal in ("AT_MOST", "CAP", "AT_LEAST")
        and stop.before is not None
        and stop.before.terminal in OPERAND_ENDS
    ):
        return mistake(
            "PAR202.cap", "PAR202.write", token, word=token.text, written=f", {written('LINE_CAP', stop.language)}"
        )
    return None


def per_full(stop: Stop) -> Mistake | None:
    """Find whole steps without *of*, or without what they add or take: ``cứ đủ 3 ngày: 1 điểm``."""
    if stop.first.terminal != "EVERY_FULL":
        return None
    phrase = f"{stop.word('EVERY_FULL')} … {stop.word('OF')} …: {stop.word('DEDUCT')} …"
    if stop.is_at(0, "COLON") and "OF" in stop.accepted:
        return mistake(
            "PAR202.steps-of", "PAR202.steps-of.help", stop.first, stop.token, of=stop.word("OF"), phrase=phrase
        )
    if stop.is_at(-1, "COLON") and "DEDUCT" in stop.accepted:
        words: dict[str, Any] = {"award": stop.word("AWARD"), "deduct": stop.word("DEDUCT")}
        last = stop.token or stop.tokens[-1]
        return mistake("PAR202.steps-change", "PAR202.steps-change.help", last, word=last.text, **words)
    return None
