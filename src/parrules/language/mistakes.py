"""Why a line does not parse, in the reader's words: the slips that people make, most telling first, and a general answer last.

Each recogniser looks at the tokens and the place where the grammar stopped; none names a terminal.
"""

from __future__ import annotations

from collections.abc import Callable

from parrules.diagnostics import without_marks
from parrules.language.lexicon import STATEMENTS, WORDS, Where, written
from parrules.language.tokens import OPERAND_ENDS, LogicalLine, Mistake, Token
from parrules.messages import Argument, Joined, Message, Nested

_RANGE_WORDS = frozenset({"FROM", "ABOVE", "UNDER", "AT_LEAST", "AT_MOST", "TO", "TO_UNDER"})
_FIGURES = frozenset({"NUMBER", "PERCENT"})


def diagnose(line: LogicalLine, index: int, accepted: frozenset[str], language: str) -> Mistake:
    """Say what is wrong with a line.

    Args:
        line: The line.
        index: Which token the grammar could not use; the number of tokens where the line ended too early.
        accepted: What the grammar could have used instead.
        language: The language of the rule, whose words the suggestions use.
    """
    for recognise in _RECOGNISERS:
        mistake = recognise(line, index, accepted, language)
        if mistake is not None:
            return mistake
    return _general(line, index, accepted, language)


def _mistake(message: str, token: Token, help_id: str | None = None, **arguments: Argument | str) -> Mistake:
    return Mistake(message, token.start, token.end, help_id, arguments)


def _at_end(line: LogicalLine, message: str, help_id: str, **arguments: Argument | str) -> Mistake:
    last = line.tokens[-1]
    return Mistake(message, last.start, last.end, help_id, arguments)


def _unmarked_keyword(line: LogicalLine, index: int, accepted: frozenset[str], language: str) -> Mistake | None:
    """Find a keyword typed without its marks at or before the place: ``va``, ``con lai``, ``neu``."""
    del accepted
    if language != "vi":
        return None
    names = [number for number, token in enumerate(line.tokens) if token.terminal in ("NAME", "FUNCTION")]
    for number in [n for n in (index, index - 1, 0, *names) if 0 <= n < len(line.tokens) and n in names]:
        for length in (4, 3, 2, 1):
            window = line.tokens[number : number + length]
            if len(window) < length or any(token.terminal not in ("NAME", "FUNCTION", "NUMBER", "IN") for token in window):
                continue
            bare = " ".join(without_marks(token.text) for token in window)
            spelling = _UNMARKED.get(bare)
            if spelling is not None and bare == " ".join(token.text.lower() for token in window):
                text = " ".join(token.text for token in window)
                return Mistake("PAR202.marks", window[0].start, window[-1].end, "PAR202.write", {"word": text, "written": spelling})
    return None


_UNMARKED = {
    without_marks(spelling): spelling
    for word in WORDS
    for spelling in word.vi
    if not spelling.isascii() and word.where is not Where.COMMA
}


def _dash(line: LogicalLine, index: int, accepted: frozenset[str], language: str) -> Mistake | None:
    """Find a dash used as a range: ``85 - dưới 100%``, ``từ 70% - 90%``."""
    del accepted
    tokens = line.tokens
    for number, token in enumerate(tokens[: index + 1]):
        if token.terminal != "MINUS" or number == 0 or number + 1 >= len(tokens):
            continue
        before, behind = tokens[number - 1], tokens[number + 1]
        if before.terminal in _FIGURES and (behind.terminal in _RANGE_WORDS or behind.terminal in _FIGURES):
            ahead = behind.terminal in _RANGE_WORDS and number + 2 < len(tokens)
            figure = tokens[number + 2] if ahead else behind
            low, high = before.text, figure.text
            if "%" in high and "%" not in low:
                low += "%"
            to = written("TO_UNDER" if behind.terminal in ("UNDER", "TO_UNDER") else "TO", language)
            range_ = f"{written('FROM', language)} {low} {to} {high}"
            return Mistake("PAR202.dash", before.start, figure.end, "PAR202.write", {"word": token.text, "written": range_})
    return None


def _parenthesis(line: LogicalLine, index: int, accepted: frozenset[str], language: str) -> Mistake | None:
    """Find a parenthesis that is never closed, or closed without having been opened."""
    del accepted, language
    depth = 0
    opened: list[Token] = []
    for token in line.tokens:
        if token.terminal == "LPAR":
            opened.append(token)
        elif token.terminal == "RPAR":
            if not opened:
                return _mistake("PAR203.closed", token, "PAR203.closed.help")
            opened.pop()
        elif token.terminal in ("COLON", "TEXT") and opened and token.terminal == "COLON":
            return _mistake("PAR203.parenthesis", opened[-1], "PAR203.parenthesis.help")
        depth += 1
    if opened and index >= len(line.tokens) - 1:
        return _mistake("PAR203.parenthesis", opened[-1], "PAR203.parenthesis.help")
    return None


def _two_lines(line: LogicalLine, index: int, accepted: frozenset[str], language: str) -> Mistake | None:
    """Find a second line on the same line: ``nếu a = 0: 1 nếu b = 0: 2``."""
    del accepted, language
    if index == 0 or index >= len(line.tokens):
        return None
    token = line.tokens[index]
    if token.terminal in STATEMENTS - {"WHEN", "FLOOR", "CAP"} and line.tokens[index - 1].terminal in OPERAND_ENDS | {"NOT_APPLICABLE"}:
        return _mistake("PAR202.two-lines", token, "PAR202.two-lines.help", word=token.text)
    return None


def _no_start(line: LogicalLine, index: int, accepted: frozenset[str], language: str) -> Mistake | None:
    """Find a line that begins with none of the words that begin a line."""
    del accepted
    first = line.tokens[0]
    if index > 0 or first.terminal in STATEMENTS:
        return None
    if first.terminal == "COLON":
        return _mistake("PAR202.start-colon", first, "PAR202.start-colon.help", written=written("OTHERWISE", language))
    return _mistake(
        "PAR202.start", first, "PAR202.start.help", word=first.text, when=written("WHEN", language),
        otherwise=written("OTHERWISE", language), award=written("AWARD", language), deduct=written("DEDUCT", language),
    )  # fmt: skip


def _missing_colon(line: LogicalLine, index: int, accepted: frozenset[str], language: str) -> Mistake | None:
    """Find a line of a scale without its colon."""
    first = line.tokens[0]
    if first.terminal not in ("WHEN", "OTHERWISE", "EVERY_FULL") or any(token.terminal == "COLON" for token in line.tokens):
        return None
    if "COLON" not in accepted and first.terminal != "OTHERWISE" and index < len(line.tokens):
        return None
    if index >= len(line.tokens):
        last = line.tokens[-1]
        return Mistake("PAR201.colon", last.start, last.end, "PAR201.colon.help", {"word": last.text})
    before = line.tokens[index - 1] if index else first
    return Mistake("PAR202.colon", before.start, line.tokens[index].end, "PAR202.colon.help", {"word": before.text})


def _cap_without_comma(line: LogicalLine, index: int, accepted: frozenset[str], language: str) -> Mistake | None:
    """Find the cap of a line without its comma."""
    del accepted
    if index >= len(line.tokens) or line.tokens[0].terminal not in ("AWARD", "DEDUCT", "EVERY_FULL"):
        return None
    token = line.tokens[index]
    if token.terminal in ("AT_MOST", "CAP", "AT_LEAST"):
        cap = f", {written('LINE_CAP', language)}"
        return _mistake("PAR202.cap", token, "PAR202.write", word=token.text, written=cap)
    return None


def _not_before_range(line: LogicalLine, index: int, accepted: frozenset[str], language: str) -> Mistake | None:
    """Find ``không dưới 70%``, for which the language has another phrase."""
    del accepted
    if index + 1 >= len(line.tokens) or line.tokens[index].terminal != "NOT":
        return None
    behind = line.tokens[index + 1]
    if behind.terminal not in ("UNDER", "ABOVE") or index == 0:
        return None
    figure = line.tokens[index + 2].text if index + 2 < len(line.tokens) else "…"
    lower = behind.terminal == "UNDER"
    phrase = f"{written('FROM', language)} {figure} {written('UP' if lower else 'DOWN', language)}"
    word = f"{line.tokens[index].text} {behind.text}"
    return Mistake("PAR202.word", line.tokens[index].start, behind.end, "PAR202.write", {"word": word, "written": phrase})


def _times(line: LogicalLine, index: int, accepted: frozenset[str], language: str) -> Mistake | None:
    """Find a missing or misspelt sign of multiplication: ``2 x 3``, ``2 điểm tối đa``, ``(a + b) điểm``."""
    del accepted, language
    if index == 0 or index >= len(line.tokens):
        return None
    before, token = line.tokens[index - 1], line.tokens[index]
    if token.terminal == "NAME" and token.text.lower() == "x" and before.terminal in OPERAND_ENDS:
        return _mistake("PAR202.word", token, "PAR202.write", word=token.text, written="×")
    if token.terminal in ("MAXIMUM", "LPAR", "PART") and before.terminal in OPERAND_ENDS:
        return Mistake("PAR202.times", before.start, token.end, "PAR202.times.help", {"word": f"{before.text} {token.text}"})
    return None


def _is_state(line: LogicalLine, index: int, accepted: frozenset[str], language: str) -> Mistake | None:
    """Find ``x là không có`` and ``x thiếu``, which Vietnamese says before the value."""
    del accepted
    if index == 0 or index >= len(line.tokens) or language != "vi":
        return None
    before, token = line.tokens[index - 1], line.tokens[index]
    if token.terminal in ("LACKS", "HAS_NONE", "NONE_AROSE", "LACKS_NOT") and before.terminal == "NAME":
        phrase = f"{token.text} {before.text}"
        return Mistake("PAR202.word", before.start, token.end, "PAR202.write", {"word": f"{before.text} {token.text}", "written": phrase})
    return None


def _unfinished(line: LogicalLine, index: int, accepted: frozenset[str], language: str) -> Mistake | None:
    """Answer a line that ends too early."""
    if index < len(line.tokens) or not line.tokens:
        return None
    last = line.tokens[-1]
    if last.terminal == "COLON":
        return _at_end(line, "PAR201", "PAR201.points", word=last.text)
    return _at_end(line, "PAR201", "PAR201.help", word=last.text, expected=_expectations(accepted, language))


_RECOGNISERS: tuple[Callable[[LogicalLine, int, frozenset[str], str], Mistake | None], ...] = (
    _parenthesis, _dash, _unmarked_keyword, _no_start, _two_lines, _is_state, _cap_without_comma, _not_before_range, _times, _missing_colon,
    _unfinished,
)  # fmt: skip


def _general(line: LogicalLine, index: int, accepted: frozenset[str], language: str) -> Mistake:
    token = line.tokens[min(index, len(line.tokens) - 1)]
    expected = _expectations(accepted, language)
    if index == 0:
        return _mistake("PAR202", token, "PAR202.help.first", word=token.text, expected=expected)
    before = line.tokens[index - 1].text
    return _mistake("PAR202", token, "PAR202.help", word=token.text, before=before, expected=expected)


_CLASSES: tuple[tuple[str, frozenset[str]], ...] = (
    ("expected.value", frozenset({"NUMBER", "NAME", "LPAR", "FUNCTION", "MAXIMUM", "PERCENT"})),
    ("expected.outcome", frozenset({"NOT_APPLICABLE", "REDISTRIBUTE"})),
    ("expected.option", frozenset({"YES", "NO"})),
    ("expected.period", frozenset({"PERIOD"})),
    ("expected.colon", frozenset({"COLON"})),
    ("expected.comparison", frozenset({"COMPARE", "FROM", "IS", "UNDER"})),
    ("expected.operator", frozenset({"PLUS", "TIMES"})),
    ("expected.closing", frozenset({"RPAR"})),
    ("expected.equals", frozenset({"EQUALS"})),
    ("expected.up", frozenset({"UP"})),
    ("expected.end", frozenset({"$END"})),
)


def _expectations(accepted: frozenset[str], language: str) -> Argument:
    """Put what could have stood there in classes that a reader knows; at the most four."""
    del language
    found = [name for name, terminals in _CLASSES if terminals & accepted]
    if accepted == {"EQUALS"}:
        found = ["expected.equals"]
    elif "expected.comparison" in found and "expected.equals" in found:
        found.remove("expected.equals")
    if "TEXT" in accepted and "expected.option" not in found and "$END" not in accepted:
        found.append("expected.text")
    if accepted == {"NAME"}:
        found = ["expected.name"]
    if not found:
        found = ["expected.other"]
    return Joined(tuple(Nested(Message(name)) for name in found[:4]), "or")
