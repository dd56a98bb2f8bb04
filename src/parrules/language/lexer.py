"""Rule text becomes tokens: words of several words, figures, dates and marks, in one of the two languages.

The lexer is contextual by what stands before: `điểm` is a unit after a figure, a function before a parenthesis and a name elsewhere.
It drops line breaks at once inside parentheses and after `and`/`or`, and answers what can be answered without the grammar: figures in
the other language's format, its words, dashes as ranges.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from parrules.diagnostics import without_marks
from parrules.language.dates import DateParts, PeriodParts, month_number
from parrules.language.folding import fold
from parrules.language.lexicon import (
    FUNCTIONS, LATER, NEXT_YEAR, PREVIOUS_YEAR, ROMAN, STATEMENTS, WORDS, Function, Where, Word,
)  # fmt: skip
from parrules.language.tokens import JOINTS, OPERAND_ENDS, Lexed, LogicalLine, Mistake, Token
from parrules.values.days import Period
from parrules.values.notation import Misread, Trouble, read_number

DEEPEST = 100
"""Parentheses and prefixes that may stand inside one another."""

LONGEST_LINE = 400
"""Tokens of one line."""

MOST_LINES = 400
"""Lines of one rule."""

_RAW = re.compile(
    r"""
    (?P<blank>[ \t\u00a0\u2000-\u200b\u202f\u3000\ufeff]+)
  | (?P<comment>\#[^\n]*)
  | (?P<newline>\n)
  | (?P<text>["“„«][^"”“»\n]*["”“»])
  | (?P<iso>\d{4}-\d{2}-\d{2}(?!\d))
  | (?P<number>\d+(?:[.,]\d+)*)
  | (?P<word>[^\W\d][\w\u0300-\u036f]*)
  | (?P<mark>=>|=<|==|<=|>=|!=|<>|[-=<>≤≥≠+−–—×*·/÷():;,.%])
  | (?P<odd>.)
    """,
    re.VERBOSE,
)

_MARKS = {
    "=": "COMPARE", "!=": "COMPARE", "<": "COMPARE", "<=": "COMPARE", ">": "COMPARE", ">=": "COMPARE", "<>": "COMPARE",
    "≤": "COMPARE", "≥": "COMPARE", "≠": "COMPARE", "+": "PLUS", "-": "MINUS", "−": "MINUS", "–": "MINUS", "—": "MINUS",
    "×": "TIMES", "*": "TIMES", "·": "TIMES", "/": "DIVIDE", "÷": "DIVIDE", "(": "LPAR", ")": "RPAR", ":": "COLON",
}  # fmt: skip
_COMPARISONS = {"≤": "<=", "≥": ">=", "≠": "!=", "<>": "!="}
_WRONG_COMPARISONS = {"=>": ">=", "=<": "<=", "==": "="}
_FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_PREFIXES = frozenset({"NOT", "MINUS"})


@dataclass(frozen=True, slots=True)
class _Raw:
    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=2)
def _spellings(language: str) -> dict[str, list[tuple[tuple[str, ...], Word]]]:
    """Give the spellings of a language by their first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Word]]] = defaultdict(list)
    for word in WORDS:
        for spelling in word.vi if language == "vi" else word.en:
            parts = tuple(fold(part) for part in spelling.replace(",", " ,").split())
            table[parts[0]].append((parts, word))
    for entries in table.values():
        # The longest first; where a word is two things, the one that the place before decides.
        entries.sort(key=lambda entry: (-len(entry[0]), entry[1].where is Where.ANYWHERE))
    return dict(table)


@lru_cache(maxsize=2)
def _functions(language: str) -> dict[str, Function]:
    return {fold(name): function for function in FUNCTIONS for name in (function.vi if language == "vi" else function.en)}


@lru_cache(maxsize=2)
def _unmarked(language: str) -> dict[str, str]:
    """Give the keywords of a language by their text without marks, for those who typed with the keyboard off."""
    table: dict[str, str] = {}
    for word in WORDS:
        for spelling in word.vi if language == "vi" else ():
            if word.where is Where.ANYWHERE and not spelling.isascii():
                table.setdefault(without_marks(spelling), spelling)
    return table


def lex(text: str, language: str) -> Lexed:
    """Cut a rule into logical lines of tokens.

    Args:
        text: The rule, in NFC; see `normalise`.
        language: ``vi`` or ``en``, whose words and figure format the rule is written in.
    """
    return _Lexer(text, language).run()


class _Lexer:
    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.other = "en" if language == "vi" else "vi"
        self.raws = [_Raw(match.lastgroup or "odd", match[0], match.start(), match.end()) for match in _RAW.finditer(text)]
        self.position = 0
        self.lines: list[LogicalLine] = []
        self.line = LogicalLine()
        self.parens: list[Token] = []
        self.pending_breaks: list[str] | None = None
        self.comments: list[str] = []
        self.mistakes: list[Mistake] = []

    # -- the walk ---------------------------------------------------------------------------------------------------------

    def run(self) -> Lexed:
        while self.position < len(self.raws):
            raw = self.raws[self.position]
            match raw.kind:
                case "blank":
                    self.position += 1
                case "comment":
                    self._comment(raw)
                case "newline":
                    self._newline()
                case "text":
                    self._emit("TEXT", raw, raw.text[1:-1].strip())
                case "iso":
                    self._iso_date(raw)
                case "number":
                    self._number(raw)
                case "word":
                    self._word(raw)
                case "mark":
                    self._mark(raw)
                case _:
                    self._odd(raw)
            if len(self.line.tokens) > LONGEST_LINE or len(self.lines) > MOST_LINES or len(self.parens) > DEEPEST:
                self.mistakes.append(Mistake("PAR208", raw.start, raw.end, "PAR208.help"))
                return Lexed([], [], self.mistakes)
        self._end_line()
        return Lexed(self.lines, self.comments, self.mistakes)

    @property
    def before(self) -> str:
        """The terminal before this place in the line, empty at its beginning."""
        return self.line.tokens[-1].terminal if self.line.tokens else ""

    def _emit(self, terminal: str, raw: _Raw, value: object = None, *, end: int | None = None, raws: int = 1) -> Token:
        token = Token(terminal, self.text[raw.start : end or raw.end], value, raw.start, end or raw.end)
        if not self.line.tokens:
            self.line.start = raw.start
            self.line.comments, self.comments = self.comments, []
        self.line.tokens.append(token)
        self.line.end = token.end
        self.position += raws
        if terminal == "LPAR":
            self.parens.append(token)
        elif terminal == "RPAR" and self.parens:
            self.parens.pop()
        if terminal in JOINTS and self.pending_breaks is not None:
            self.line.breaks[len(self.line.tokens) - 1] = tuple(self.pending_breaks)
            self.pending_breaks = None
        return token

    def _mistake(self, message: str, start: int, end: int, help_id: str | None = None, **arguments: str) -> None:
        self.line.mistakes.append(Mistake(message, start, end, help_id, arguments))
        if not self.line.tokens:
            self.line.start = start
        self.line.end = max(self.line.end, end)

    # -- lines and comments -----------------------------------------------------------------------------------------------

    def _comment(self, raw: _Raw) -> None:
        text = raw.text.rstrip()
        if self.pending_breaks is not None:
            self.pending_breaks.append(text)
        elif not self.line.tokens:
            self.comments.append(text)
        elif self._goes_on():
            self._break([text])
        else:
            self.line.trailing = text
        self.position += 1

    def _goes_on(self) -> bool:
        """See whether the line goes on after the next line break."""
        return bool(self.parens) or self.before in ("AND", "OR")

    def _newline(self) -> None:
        self.position += 1
        if not self.line.tokens and not self.line.mistakes:
            if (self.comments or self.lines) and (not self.comments or self.comments[-1] != ""):
                self.comments.append("")
            return
        if self._goes_on() and not self._next_line_is_a_statement():
            if self.pending_breaks is None:
                self._break([])
            return
        self._end_line()

    def _break(self, comments: list[str]) -> None:
        last = len(self.line.tokens) - 1
        if self.before in JOINTS:
            self.line.breaks[last] = self.line.breaks.get(last, ()) + tuple(comments)
        else:
            self.pending_breaks = (self.pending_breaks or []) + comments

    def _next_line_is_a_statement(self) -> bool:
        position = self.position
        while position < len(self.raws) and self.raws[position].kind in ("blank", "newline", "comment"):
            position += 1
        found = self._spelling_at(position, self.language, at_line_start=True)
        return found is None and position >= len(self.raws) or (found is not None and found[0].terminal in STATEMENTS)

    def _end_line(self) -> None:
        line = self.line
        # Punctuation at the end of a line is a habit of printed tables.
        if self.pending_breaks:
            line.comments = [*line.comments, *self.pending_breaks]
        for paren in self.parens:
            line.mistakes.append(Mistake("PAR203.parenthesis", paren.start, paren.end, "PAR203.parenthesis.help"))
        if line.tokens or line.mistakes:
            _merge_parts(line)
            _check_depth(line)
            self.lines.append(line)
        self.line, self.parens, self.pending_breaks = LogicalLine(), [], None

    def _rest_of_line_is_empty(self) -> bool:
        for raw in self.raws[self.position + 1 :]:
            if raw.kind in ("newline", "comment"):
                return True
            if raw.kind != "blank":
                return False
        return True

    # -- figures and dates ------------------------------------------------------------------------------------------------

    def _number(self, raw: _Raw) -> None:
        if self.language == "en" and self._english_date(raw):
            return
        zero = self._spelling_at(self.position, self.language, at_line_start=not self.line.tokens)
        if zero is not None:
            self._emit(zero[0].terminal, raw, end=zero[2], raws=zero[1])
            return
        number = read_number(raw.text, self.language)
        if isinstance(number, Misread):
            self._misread(raw, number)
            self._emit("NUMBER", raw, None)
            return
        if self.language == "vi" and "." in raw.text and "," not in raw.text and raw.text.count(".") == 1:
            self._mistake("PAR206.mark", raw.start, raw.end, "PAR206.mark.help", figure=raw.text, written=raw.text.replace(".", ","))
        following = self._skip_blanks(self.position + 1)
        if following < len(self.raws) and self.raws[following].text == "%":
            end = self.raws[following].end
            self._emit("PERCENT", raw, number / 100, end=end, raws=following - self.position + 1)
        else:
            self._emit("NUMBER", raw, number)

    def _misread(self, raw: _Raw, misread: Misread) -> None:
        first = misread.suggestions[0] if misread.suggestions else ""
        second = misread.suggestions[1] if len(misread.suggestions) > 1 else ""
        match misread.trouble:
            case Trouble.AMBIGUOUS_THOUSANDS:
                name = "PAR206.thousands"
            case Trouble.OTHER_DECIMAL_MARK | Trouble.THOUSANDS_MARK:
                name = "PAR206.mark"
            case _:
                name = "PAR206"
        self._mistake(name, raw.start, raw.end, name + ".help", figure=raw.text, written=first, other=second)

    def _skip_blanks(self, position: int) -> int:
        while position < len(self.raws) and self.raws[position].kind == "blank":
            position += 1
        return position

    def _texts_from(self, position: int, most: int = 12) -> list[tuple[str, int, _Raw]]:
        """Give the folded texts that follow on this line, with the raw position behind each."""
        texts: list[tuple[str, int, _Raw]] = []
        while position < len(self.raws) and len(texts) < most:
            raw = self.raws[position]
            position += 1
            if raw.kind == "blank":
                continue
            if raw.kind in ("newline", "comment", "text"):
                break
            texts.append((fold(raw.text), position, raw))
        return texts

    def _match_phrases(self, position: int, phrases: tuple[str, ...]) -> tuple[int, int] | None:
        """Find the longest of ``phrases`` at a raw position; gives the position behind and the offset of its end."""
        texts = self._texts_from(position)
        for phrase in sorted(phrases, key=lambda text: -len(text)):
            parts = fold(phrase).split()
            if [text for text, _, _ in texts[: len(parts)]] == parts:
                _, behind, raw = texts[len(parts) - 1]
                return behind, raw.end
        return None

    def _year_shift(self, position: int) -> tuple[int, int, int] | None:
        """Read `năm trước` / `of previous year` and the like: the shift, the raw position behind and the offset of its end."""
        for shift, phrases in ((-1, PREVIOUS_YEAR), (1, NEXT_YEAR)):
            if found := self._match_phrases(position, phrases[self.language]):
                return shift, *found
        return None

    def _date(self, raw: _Raw, day: int, month: int, year: int | None, position: int, end: int) -> None:
        shift = 0
        if year is None and (shifted := self._year_shift(position)):
            shift, position, end = shifted
        parts = DateParts(day, month, year, shift)
        if not parts.exists:
            self._mistake("PAR211", raw.start, end, "PAR211.help", date=" ".join(self.text[raw.start : end].split()))
        self._emit("DATE", raw, parts, end=end, raws=position - self.position)

    def _iso_date(self, raw: _Raw) -> None:
        year, month, day = (int(part) for part in raw.text.split("-"))
        self._date(raw, day, month, year, self.position + 1, raw.end)

    def _english_date(self, raw: _Raw) -> bool:
        texts = self._texts_from(self.position, 3)
        if len(texts) < 2 or not raw.text.isdigit() or (month := month_number(texts[1][2].text)) is None:
            return False
        if len(texts) > 2 and re.fullmatch(r"\d{4}", texts[2][0]):
            self._date(raw, int(raw.text), month, int(texts[2][0]), texts[2][1], texts[2][2].end)
        else:
            self._date(raw, int(raw.text), month, None, texts[1][1], texts[1][2].end)
        return True

    def _vietnamese_date(self, raw: _Raw) -> bool:
        """Read ``ngày 31/3``, ``ngày 31/03/2021``, ``ngày 31 tháng 12 năm trước``."""
        texts = self._texts_from(self.position + 1, 6)
        values = [text for text, _, _ in texts]
        if len(values) < 3 or not values[0].isdigit() or not values[2].isdigit() or values[1] not in ("/", fold("tháng"), "-"):
            return False
        day, month, last = int(values[0]), int(values[2]), 2
        year: int | None = None
        if len(values) > 4 and values[3] in ("/", fold("năm"), "-") and re.fullmatch(r"\d{4}", values[4]):
            year, last = int(values[4]), 4
        if values[1] == "-" and year is None:
            return False
        _, behind, end_raw = texts[last]
        self._date(raw, day, month, year, behind, end_raw.end)
        return True

    def _period(self, raw: _Raw) -> bool:
        """Read what may follow `in`: a quarter, a month, a half or the year, with the previous or next year."""
        texts = self._texts_from(self.position, 8)
        values = [text for text, _, _ in texts]
        period: Period | None = None
        used = 0
        if self.language == "vi":
            if len(values) > 1 and values[0] == fold("quý") and (number := _ordinal(values[1], 4)):
                period, used = Period("quarter", number), 2
            elif len(values) > 1 and values[0] == fold("tháng") and (number := _ordinal(values[1], 12)):
                period, used = Period("month", number), 2
            elif values[:4] in ([half := "6", fold("tháng"), fold("đầu"), fold("năm")], [half, fold("tháng"), fold("cuối"), fold("năm")]):
                period, used = Period("half", 1 if values[2] == fold("đầu") else 2), 4
            elif values[:1] == [fold("năm")]:
                period, used = Period("year"), 1
        elif len(values) > 1 and values[0] == "month" and (number := _ordinal(values[1], 12)):
            period, used = Period("month", number), 2
        elif values[:2] in (["first", "half"], ["second", "half"]):
            period, used = Period("half", 1 if values[0] == "first" else 2), 2
        elif values[:2] in (["the", "year"], ["previous", "year"], ["next", "year"]):
            period, used = Period("year"), 2
        elif values and (month := month_number(values[0])):
            period, used = Period("month", month), 1
        if period is None and values and (quarter := re.fullmatch(r"q([1-4])", values[0])):
            period, used = Period("quarter", int(quarter[1])), 1
        if period is None:
            return False
        _, behind, last = texts[used - 1]
        end, shift = last.end, 0
        if self.language == "en" and period.part == "year":
            shift = {"previous": -1, "next": 1}.get(values[0], 0)
        elif shifted := self._year_shift(behind - 1 if self.language == "vi" and period.part == "year" else behind):
            shift, behind, end = shifted
        self._emit("PERIOD", raw, PeriodParts(period, shift), end=end, raws=behind - self.position)
        return True

    # -- words ------------------------------------------------------------------------------------------------------------

    def _spelling_at(self, position: int, language: str, *, at_line_start: bool) -> tuple[Word, int, int] | None:
        """Find the longest spelling of the language at a raw position that is a word there.

        Returns: the row, how many raws it takes, the offset of its end.
        """
        if position >= len(self.raws):
            return None
        entries = _spellings(language).get(fold(self.raws[position].text))
        if not entries:
            return None
        texts = self._texts_from(position)
        values = [text for text, _, _ in texts]
        for parts, word in entries:
            if tuple(values[: len(parts)]) == parts and self._fits(word, at_line_start):
                _, behind, raw = texts[len(parts) - 1]
                return word, behind - position, raw.end
        return None

    def _fits(self, word: Word, at_line_start: bool) -> bool:
        before = self.before
        match word.where:
            case Where.ANYWHERE:
                return True
            case Where.LINE:
                return at_line_start
            case Where.NUMBER:
                return before == "NUMBER"
            case Where.OPERAND:
                return before in OPERAND_ENDS
            case Where.IS:
                return before in ("IS", "IS_NOT")
            case Where.EVERY:
                return before == "EVERY"
            case Where.COMMA:
                return False

    def _word(self, raw: _Raw) -> None:
        following = self._skip_blanks(self.position + 1)
        opens = following < len(self.raws) and self.raws[following].text == "("
        folded = fold(raw.text)
        at_start = not self.line.tokens
        if self._bad_word(raw, folded, following):
            return
        if folded == fold("ngày") and self.language == "vi" and self._vietnamese_date(raw):
            return
        if self.before == "IN" and self._period(raw):
            return
        if opens and not at_start and self.before != "NUMBER" and folded in _functions(self.language):
            self._function(raw, _functions(self.language)[folded])
            return
        if self._is_noise(folded, following):
            self.position += 1
            return
        found = self._spelling_at(self.position, self.language, at_line_start=at_start)
        if found is not None and not (found[0].terminal == "ZERO" and not self._text_follows(found[1])):
            self._keyword(raw, *found)
            return
        if opens and folded in _functions(self.language):
            self._function(raw, _functions(self.language)[folded])
            return
        other = self._spelling_at(self.position, self.other, at_line_start=at_start)
        if other is not None and other[0].where is not Where.OPERAND and other[0].where is not Where.IS:
            word, raws, end = other
            ours = word.written(self.language)
            text = self.text[raw.start : end]
            self._mistake("PAR207", raw.start, end, "PAR207.help", word=text, written=ours)
            self._emit(word.terminal, raw, end=end, raws=raws)
            return
        if opens and folded in _functions(self.other):
            ours = _functions(self.other)[folded].written(self.language)
            self._mistake("PAR207", raw.start, raw.end, "PAR207.help", word=raw.text, written=ours)
            self._emit("FUNCTION", raw, _functions(self.other)[folded].key)
            return
        self._emit("FUNCTION" if opens else "NAME", raw, raw.text)

    def _text_follows(self, raws: int) -> bool:
        position = self._skip_blanks(self.position + raws)
        return position < len(self.raws) and self.raws[position].kind == "text"

    def _keyword(self, raw: _Raw, word: Word, raws: int, end: int) -> None:
        text = self.text[raw.start : end]
        if word.terminal in LATER:
            self._mistake("PAR205", raw.start, end, "PAR205.help", word=text)
        elif word.terminal == "EXCEPT_WHEN":
            self._mistake("PAR202.except", raw.start, end, "PAR202.except.help", word=text)
        elif word.terminal == "EVERY":
            self._mistake("PAR210", raw.start, end, "PAR210.help", word=text)
        self._emit(word.terminal, raw, end=end, raws=raws)

    def _function(self, raw: _Raw, function: Function) -> None:
        if function.later:
            self._mistake("PAR205", raw.start, raw.end, "PAR205.help", word=raw.text)
        self._emit("FUNCTION", raw, function.key)

    def _bad_word(self, raw: _Raw, folded: str, following: int) -> bool:
        """Answer `cohort.best(x)` and `năm_trước.x`, which are reserved and not used yet."""
        dotted = self.position + 2 < len(self.raws) and self.raws[self.position + 1].text == "."
        if not dotted or self.raws[self.position + 2].kind != "word":
            return False
        table = _functions(self.language) | _functions(self.other)
        if folded in table and table[folded].later in ("cohort", "previous"):
            end = self.raws[self.position + 2].end
            self._mistake("PAR205", raw.start, end, "PAR205.help", word=self.text[raw.start : end])
            self._emit("NAME", raw, raw.text, end=end, raws=3)
            return True
        return False

    def _is_noise(self, folded: str, following: int) -> bool:
        """See `đạt` before a range (*đạt từ 85% trở lên*) and `ngày` before a name (*trước ngày hạn_nộp*), which say nothing more."""
        if self.language != "vi" or following >= len(self.raws):
            return False
        if folded == fold("đạt") and self.before in OPERAND_ENDS:
            ahead = self._spelling_at(following, "vi", at_line_start=False)
            return ahead is not None and ahead[0].terminal in ("FROM", "ABOVE", "UNDER", "AT_LEAST", "AT_MOST")
        if folded == fold("ngày") and self.before in ("BY", "BEFORE", "AFTER", "SINCE", "TO", "FROM"):
            return self.raws[following].kind == "word"
        return False

    # -- marks ------------------------------------------------------------------------------------------------------------

    def _mark(self, raw: _Raw) -> None:
        text = raw.text
        if text in _WRONG_COMPARISONS:
            written_as = _WRONG_COMPARISONS[text]
            self._mistake("PAR202.comparison", raw.start, raw.end, "PAR202.write", word=text, written=written_as)
            self._emit("COMPARE", raw, written_as)
        elif text in ",;":
            self._separator(raw)
        elif text == "." and self._rest_of_line_is_empty() and self.line.tokens:
            self.position += 1
        elif text in ("-", "+", "–", "—") and self._is_bullet():
            self.position += 1
        elif text in _MARKS:
            terminal = _MARKS[text]
            if text == "/" and self._is_per():
                self._emit("PER", raw)
                return
            self._emit(terminal, raw, _COMPARISONS.get(text, text))
        else:
            self._mistake("PAR202", raw.start, raw.end, None, word=text)
            self.position += 1

    def _is_bullet(self) -> bool:
        """See a bullet before a line: ``- nếu …``."""
        if self.line.tokens:
            return False
        ahead = self._spelling_at(self._skip_blanks(self.position + 1), self.language, at_line_start=True)
        return ahead is not None and ahead[0].terminal in STATEMENTS

    def _is_per(self) -> bool:
        """See ``0,25 điểm/báo_cáo``, which printed tables write for *cho mỗi*."""
        following = self._skip_blanks(self.position + 1)
        return (
            self.before == "POINT_UNIT"
            and self.line.tokens[0].terminal in ("AWARD", "DEDUCT")
            and following < len(self.raws)
            and self.raws[following].kind == "word"
        )

    def _separator(self, raw: _Raw) -> None:
        position = self._skip_blanks(self.position + 1)
        if not self.parens and self.line.tokens and self.line.tokens[0].terminal != "ZERO":
            texts = self._texts_from(position)
            values = tuple(text for text, _, _ in texts)
            for word in WORDS:
                if word.where is not Where.COMMA:
                    continue
                for spelling in sorted(word.vi if self.language == "vi" else word.en, key=len, reverse=True):
                    parts = tuple(fold(part) for part in spelling.split())
                    if values[: len(parts)] == parts:
                        _, behind, last = texts[len(parts) - 1]
                        self._emit("LINE_CAP", raw, end=last.end, raws=behind - self.position)
                        return
        if self._rest_of_line_is_empty() and not self.parens and self.line.tokens:
            self.position += 1  # Punctuation at the end of a line, as in printed tables.
            return
        ours = ";" if self.language == "vi" else ","
        if raw.text != ours:
            self._mistake("PAR202.separator", raw.start, raw.end, "PAR202.write", word=raw.text, written=ours)
        self._emit("SEP", raw, ours)

    def _odd(self, raw: _Raw) -> None:
        if raw.text in _FRACTIONS:
            self._mistake("PAR202.fraction", raw.start, raw.end, "PAR202.write", word=raw.text, written=_FRACTIONS[raw.text])
            self._emit("NUMBER", raw, None)
        elif raw.text in '"“„«':
            end = self.text.find("\n", raw.start)
            end = len(self.text) if end < 0 else end
            self._mistake("PAR203.quote", raw.start, end, "PAR203.quote.help")
            while self.position < len(self.raws) and self.raws[self.position].start < end:
                self.position += 1
        else:
            self._mistake("PAR202.character", raw.start, raw.end, "PAR202.character.help", word=raw.text)
            self.position += 1


def _ordinal(text: str, most: int) -> int | None:
    number = ROMAN.get(text) or (int(text) if text.isdigit() and len(text) < 3 else None)
    return number if number and number <= most else None


def _merge_parts(line: LogicalLine) -> None:
    """Read ``1/2 maximum`` as one part of the maximum, not as a division."""
    tokens = line.tokens
    for index in range(len(tokens) - 3):
        one, slash, two, maximum = tokens[index : index + 4]
        before = tokens[index - 1].terminal if index else ""
        if (
            (one.terminal, slash.terminal, two.terminal, maximum.terminal) == ("NUMBER", "DIVIDE", "NUMBER", "MAXIMUM")
            and before not in ("DIVIDE", *OPERAND_ENDS)
            and index + 1 not in line.breaks
        ):
            merged = Token("PART", one.text + "/" + two.text, (one.value, two.value), one.start, two.end)
            line.tokens = [*tokens[:index], merged, *tokens[index + 3 :]]
            line.breaks = {key - 2 if key > index else key: comments for key, comments in line.breaks.items()}
            _merge_parts(line)
            return


def _check_depth(line: LogicalLine) -> None:
    run = 0
    for token in line.tokens:
        run = run + 1 if token.terminal in _PREFIXES else 0
        if run > DEEPEST:
            line.mistakes.append(Mistake("PAR208", token.start, token.end, "PAR208.help"))
            return


