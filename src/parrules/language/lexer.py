"""Rule text becomes tokens: words of several words, figures, dates and marks, in one of the two languages.

The lexer is contextual by what stands before: `điểm` is a unit after a figure, a function before a parenthesis and a
name elsewhere. It drops line breaks at once inside parentheses and after `and`/`or`, and answers what can be answered
without the grammar: figures in the other language's format, its words, marks that no rule has.
"""

from __future__ import annotations

from parrules.language.dates import DateParts, PeriodParts, write_date, write_period, write_shift
from parrules.language.dates_from_text import Found, date_at, iso_date, period_at, slashed_date_at, year_shift_at
from parrules.language.folding import fold
from parrules.language.lexicon import (
    LATER,
    NO_OPTIONS,
    STATEMENTS,
    Function,
    Where,
    Word,
    functions,
    written,
)
from parrules.language.line_builder import LineBuilder
from parrules.language.marks import COMPARISONS, FRACTIONS, MARKS, OLD_FONT_SIGNS, WRONG_MARKS, is_visible
from parrules.language.scan import Raw, Spelling
from parrules.language.tokens import DEEPEST, LONGEST_LINE, MOST_LINES, OPERAND_ENDS, Lexed, Mistake, shown
from parrules.values import Exact, hundredth
from parrules.values.notation import Misread, Trouble, read_number

_DAY, _REACHES = fold("ngày"), fold("đạt")
_BEHIND_A_NAME = (Where.ANYWHERE, Where.OPERAND, Where.CHANGE)
_CHANGES = ("AWARD", "DEDUCT", "EVERY_FULL")


def lex(text: str, language: str) -> Lexed:
    """Cut a rule into logical lines of tokens.

    Args:
        text: The rule, in NFC; see `normalise`.
        language: ``vi`` or ``en``, whose words and figure format the rule is written in.
    """
    return _Lexer(text, language).run()


def can_be_name(text: str, language: str) -> bool:
    """Say whether rules of a language read a word as a name, not as a word of their own or of the other language."""
    if "_" in text:
        return True  # No word of a rule has one.
    lexed = lex(f"{written('WHEN', language)} {text} = 0: 0", language)
    tokens = lexed.lines[0].tokens if len(lexed.lines) == 1 and not lexed.lines[0].mistakes else []
    return len(tokens) > 2 and tokens[1].terminal == "NAME" and tokens[2].terminal == "EQUALS" and not lexed.mistakes


class _Lexer(LineBuilder):
    def __init__(self, text: str, language: str) -> None:
        super().__init__(text, language)
        self.other = "en" if language == "vi" else "vi"

    # -- the walk ----------------------------------------------------------------------------------------------------

    def run(self) -> Lexed:
        while self.position < len(self.raws):
            raw = self.raws[self.position]
            self._step(raw)
            if len(self.line.tokens) > LONGEST_LINE or len(self.lines) >= MOST_LINES or self.depth > DEEPEST:
                too_much = Mistake("PAR208", raw.start, raw.end, "PAR208.help", {"let": written("LET", self.language)})
                return Lexed([], [], [too_much])
        self._end_line()
        return Lexed(self.lines, self.comments, [])

    def _step(self, raw: Raw) -> None:
        match raw.kind:
            case "blank":
                self.position += 1
            case "comment":
                self._comment(raw)
            case "newline":
                self._newline()
            case "text":
                self._emit("TEXT", raw, raw.text[1:-1].strip())
            case "single":
                inner = f'"{raw.text[1:-1].strip()}"'
                self._mistake(
                    "PAR202.quotes", raw.start, raw.end, "PAR202.write", word=shown(raw.text), written=shown(inner)
                )
                self._emit("TEXT", raw, raw.text[1:-1].strip())
            case "iso":
                self._date(raw, iso_date(raw, self.position), foreign=self.language == "vi")
            case "number":
                self._number(raw)
            case "word":
                self._word(raw)
            case "mark":
                self._mark(raw)
            case _:
                self._odd(raw)

    def _next_line_is_a_statement(self) -> bool:
        position = self.position
        while position < len(self.raws) and self.raws[position].kind in ("blank", "newline", "comment"):
            position += 1
        if position >= len(self.raws):
            return True
        found = self.scan.spelling_at(position, self.language, self._fits_at_start)
        found = found or self.scan.spelling_at(position, self.other, self._fits_at_start)
        return found is not None and found.word.terminal in STATEMENTS

    def _other_language(self, start: int, end: int, ours: str) -> None:
        name = "PAR207.english" if self.language == "vi" else "PAR207.vietnamese"
        self._mistake(name, start, end, "PAR202.write", word=shown(self.text[start:end]), written=ours)

    # -- figures and dates -------------------------------------------------------------------------------------------

    def _number(self, raw: Raw) -> None:
        if self.before == "IN" and self._period(raw):
            return
        if self.scan.kind_at(self.position + 1) == "word" and (date := date_at(self.scan, self.position, "en")):
            self._date(raw, date, foreign=self.language == "vi")
            return
        if slashed := slashed_date_at(self.scan, self.position, self.language):
            self._date(raw, slashed, foreign=True)
            return
        number = read_number(raw.text, self.language)
        if isinstance(number, Misread):
            self._misread(raw, number)
            self._emit("NUMBER", raw)
            return
        if self.language == "vi" and "." in raw.text and "," not in raw.text and raw.text.count(".") == 1:
            self._mistake(
                "PAR206.mark", raw.start, raw.end, "PAR202.write", figure=raw.text, written=raw.text.replace(".", ",")
            )
        following = self.scan.skip_blanks(self.position + 1)
        if self.scan.text_at(following) == "%":
            self._emit("PERCENT", raw, hundredth(number), end=self.raws[following].end, behind=following + 1)
        else:
            self._emit("NUMBER", raw, number)

    def _misread(self, raw: Raw, misread: Misread) -> None:
        first, second = (*misread.suggestions, "", "")[:2]
        match misread.trouble:
            case Trouble.AMBIGUOUS_THOUSANDS:
                name, help_id = "PAR206.thousands", "PAR206.thousands.help"
            case Trouble.OTHER_DECIMAL_MARK if self.parens:
                # In `min(1,2)` the comma may separate two arguments.
                name, help_id, second = "PAR206.mark", "PAR206.two.help", raw.text.replace(",", ", ")
            case Trouble.OTHER_DECIMAL_MARK | Trouble.THOUSANDS_MARK:
                name, help_id = "PAR206.mark", "PAR202.write"
            case _:
                name, help_id, first = "PAR206", "PAR206.help", "0,25" if self.language == "vi" else "0.25"
        self._mistake(name, raw.start, raw.end, help_id, figure=shown(raw.text), written=first, other=second)

    def _date(self, raw: Raw, found: Found[DateParts], *, foreign: bool) -> None:
        """Emit a date; ``foreign`` says that it is written as no rule of this language writes it."""
        parts, behind, end = found.value, found.behind, found.end
        shift = year_shift_at(self.scan, behind, self.other) if parts.year is None and parts.shift == 0 else None
        if not parts.exists:
            self._mistake("PAR211", raw.start, end, "PAR211.help", date=shown(self.text[raw.start : end]))
        elif foreign:
            ours = write_date(parts, self.language)
            self._mistake(
                "PAR207.date", raw.start, end, "PAR202.write", word=shown(self.text[raw.start : end]), written=ours
            )
        elif shift:
            self._foreign_shift(behind, shift)
            behind, end = shift.behind, shift.end
        self._emit("DATE", raw, parts, end=end, behind=behind)

    def _foreign_shift(self, position: int, shift: Found[int]) -> None:
        start = self.raws[self.scan.skip_blanks(position)].start
        self._other_language(start, shift.end, write_shift(shift.value, self.language).strip())

    def _period(self, raw: Raw) -> bool:
        ours = period_at(self.scan, self.position, self.language)
        found = ours or period_at(self.scan, self.position, self.other)
        if found is None or self._is_since(found):
            return False
        if ours is None:
            self._other_language(raw.start, found.end, write_period(found.value, self.language))
        behind, end = found.behind, found.end
        if found.value.shift == 0 and (shift := year_shift_at(self.scan, behind, self.other)):
            self._foreign_shift(behind, shift)
            behind, end = shift.behind, shift.end
        self._emit("PERIOD", raw, found.value, end=end, behind=behind)
        return True

    def _is_since(self, found: Found[PeriodParts]) -> bool:
        """See `trong năm kể từ d`, where `năm` is a name of days."""
        ahead = self.scan.spelling_at(self.scan.skip_blanks(found.behind), self.language, self._fits)
        return ahead is not None and ahead.word.terminal == "SINCE"

    # -- words -------------------------------------------------------------------------------------------------------

    def _fits(self, word: Word, behind: int) -> bool:
        """Say whether a row is a word of the language in this place."""
        before = self.before
        match word.where:
            case Where.ANYWHERE:
                return True
            case Where.LINE:
                return not self.line.tokens and (word.terminal != "ZERO" or self.scan.kind_at(behind) == "text")
            case Where.NUMBER:
                return before == "NUMBER"
            case Where.OPERAND:
                return before in OPERAND_ENDS
            case Where.IS:
                return before in ("IS", "IS_NOT")
            case Where.CHANGE:
                return bool(self.line.tokens) and self.line.tokens[0].terminal in _CHANGES and not self.parens
            case Where.ARGUMENT:
                return before == "SEP" and self.scan.kind_at(behind) == "number"
            case Where.COMMA:
                return False

    def _fits_at_start(self, word: Word, behind: int) -> bool:
        """Say whether a row is a word of the language at the beginning of a line."""
        if word.where is Where.LINE:
            return word.terminal != "ZERO" or self.scan.kind_at(behind) == "text"
        return word.where is Where.ANYWHERE

    def _word(self, raw: Raw) -> None:
        opens = self.scan.text_at(self.position + 1) == "("
        folded = fold(raw.text)
        if self._dotted(raw, folded):
            return
        if folded == _DAY and (date := date_at(self.scan, self.position, "vi")):
            self._date(raw, date, foreign=self.language == "en")
            return
        if self.before == "IN" and self._period(raw):
            return
        found = self.scan.spelling_at(self.position, self.language, self._fits)
        if opens and self.before != "NUMBER" and not self._is_statement(found) and folded in functions(self.language):
            self._function(raw, functions(self.language)[folded])
            return
        if self._is_noise(folded):
            self.position += 1
            return
        if found is not None:
            self._keyword(raw, found)
            return
        other = self.scan.spelling_at(self.position, self.other, self._fits)
        if other is not None:
            self._other_language(raw.start, other.end, other.word.written(self.language))
            self._emit(other.word.terminal, raw, end=other.end, behind=other.behind)
            return
        if opens and folded in functions(self.other):
            function = functions(self.other)[folded]
            self._other_language(raw.start, raw.end, function.written(self.language))
            self._emit("FUNCTION", raw, function.key)
            return
        if self.before in ("IS", "IS_NOT") and folded in NO_OPTIONS:
            self._no_option(raw, folded)
        self._emit("FUNCTION" if opens else "NAME", raw, raw.text)

    def _no_option(self, raw: Raw, folded: str) -> None:
        """Answer `x là missing`: a state has words of its own."""
        subject = self.line.tokens[-2].text if len(self.line.tokens) > 1 else "…"
        ours = f"{written('LACKS' if folded == 'missing' else 'HAS_NONE', self.language)} {subject}"
        self._mistake("PAR202.option", raw.start, raw.end, "PAR202.write", word=raw.text, written=ours)

    def _is_statement(self, found: Spelling | None) -> bool:
        """See a word that begins a line, not the function IF: ``if (a + b) < 3: …`` against ``if(c, a, b)``."""
        if self.line.tokens or found is None or found.word.terminal not in STATEMENTS:
            return False
        depth, position = 0, found.behind
        while position < len(self.raws) and self.raws[position].kind != "newline":
            text = self.raws[position].text
            depth += (text == "(") - (text == ")")
            if text in ",;" and depth == 1:
                return False
            if depth == 0 and text == ")":
                return True
            position += 1
        return True

    def _keyword(self, raw: Raw, found: Spelling) -> None:
        text = shown(self.text[raw.start : found.end])
        terminal = found.word.terminal
        if terminal in LATER:
            self._mistake("PAR205", raw.start, found.end, "PAR205.help", word=text)
        elif terminal == "EXCEPT_WHEN":
            phrase = f"{written('WHEN', self.language)} {written('NOT', self.language)} …"
            self._mistake("PAR202.except", raw.start, found.end, "PAR202.except.help", word=text, phrase=phrase)
        elif terminal == "EVERY" or (terminal == "PER" and not self.line.tokens):
            words = [written(word, self.language) for word in ("EVERY_FULL", "OF", "PER")]
            full, per = f"{words[0]} … {words[1]} …: …", f"{words[2]} …"
            self._mistake("PAR210", raw.start, found.end, "PAR210.help", word=text, full=full, per=per)
        self._emit(terminal, raw, end=found.end, behind=found.behind)

    def _function(self, raw: Raw, function: Function) -> None:
        if function.later:
            self._mistake("PAR205", raw.start, raw.end, "PAR205.help", word=raw.text)
        self._emit("FUNCTION", raw, function.key)

    def _dotted(self, raw: Raw, folded: str) -> bool:
        """Answer `cohort.best(x)` and `năm_trước.x`, which are reserved and not used yet."""
        parts = self.raws[self.position + 1 : self.position + 3]
        if len(parts) < 2 or parts[0].text != "." or parts[1].kind != "word":
            return False
        table = functions(self.other) | functions(self.language)
        end = parts[1].end
        word = shown(self.text[raw.start : end])
        if folded in table and table[folded].later in ("cohort", "previous"):
            self._mistake("PAR205", raw.start, end, "PAR205.help", word=word)
        else:
            self._mistake("PAR202.dotted", raw.start, end, "PAR202.write", word=word, written=word.replace(".", "_"))
        self._emit("NAME", raw, raw.text, end=end, behind=self.position + 3)
        return True

    def _is_noise(self, folded: str) -> bool:
        """See words that say nothing more: *đạt từ 85% trở lên*, *trước ngày hạn_nộp*."""
        if self.language != "vi":
            return False
        following = self.scan.skip_blanks(self.position + 1)
        if folded == _REACHES and self.before in OPERAND_ENDS:
            ahead = self.scan.spelling_at(following, "vi", self._fits)
            return ahead is not None and ahead.word.terminal in ("FROM", "ABOVE", "UNDER", "AT_LEAST", "AT_MOST")
        if folded == _DAY and self.before in ("BY", "BEFORE", "AFTER", "SINCE", "TO", "FROM"):
            # Before a word of the language it is a name itself: `trước ngày và …`, `từ ngày trở lên`.
            ahead = self.scan.spelling_at(following, "vi", lambda word, _: word.where in _BEHIND_A_NAME)
            return ahead is None and self.scan.kind_at(following) == "word"
        return False

    # -- marks -------------------------------------------------------------------------------------------------------

    def _mark(self, raw: Raw) -> None:
        text = raw.text
        if text in WRONG_MARKS:
            terminal, suggest = WRONG_MARKS[text]
            self._mistake("PAR202.mark", raw.start, raw.end, "PAR202.write", word=text, written=suggest(self.language))
            self._emit(terminal, raw, suggest(self.language))
        elif text in ",;":
            self._separator(raw)
        elif (text in "-+–—−" and self._is_bullet()) or (text == "." and self._is_last()):
            self.position += 1
        elif text == "/" and self._is_per():
            self._emit("PER", raw)
        elif text in MARKS:
            self._emit(MARKS[text], raw, COMPARISONS.get(text, text))
        else:
            self._odd(raw)

    def _is_last(self) -> bool:
        """See punctuation at the end of a line, as in printed tables."""
        return bool(self.line.tokens) and self.scan.ends_line(self.position + 1)

    def _is_bullet(self) -> bool:
        """See a bullet before a line: ``- nếu …``."""
        if self.line.tokens:
            return False
        ahead = self.scan.spelling_at(self.scan.skip_blanks(self.position + 1), self.language, self._fits_at_start)
        return ahead is not None and ahead.word.terminal in STATEMENTS

    def _is_per(self) -> bool:
        """See ``0,25 điểm/báo_cáo``, printed for *cho mỗi*; a division of points stands in parentheses."""
        return (
            self.before == "POINT_UNIT"
            and not self.parens
            and self.line.tokens[0].terminal in ("AWARD", "DEDUCT")
            and self.scan.kind_at(self.position + 1) == "word"
        )

    def _separator(self, raw: Raw) -> None:
        outside = not self.parens and bool(self.line.tokens)
        if outside and (cap := self._cap_after(self.scan.skip_blanks(self.position + 1))):
            self._emit("LINE_CAP", raw, end=cap[1], behind=cap[0])
            return
        if outside and self._is_last():
            self.position += 1
            return
        ours = ";" if self.language == "vi" else ","
        if raw.text != ours and (self.parens or (outside and self.line.tokens[0].terminal == "ZERO")):
            self._mistake("PAR202.separator", raw.start, raw.end, "PAR202.write", word=raw.text, written=ours)
        self._emit("SEP", raw, ours)

    def _cap_after(self, position: int) -> tuple[int, int] | None:
        """Read the words of a line's cap behind their comma: the raw position behind and the offset of their end."""
        if self.line.tokens[0].terminal == "ZERO":
            return None
        found = self.scan.spelling_at(position, self.language, lambda word, _behind: word.where is Where.COMMA)
        return (found.behind, found.end) if found else None

    def _odd(self, raw: Raw) -> None:
        if raw.text in FRACTIONS:
            self._mistake("PAR202.mark", raw.start, raw.end, "PAR202.write", word=raw.text, written=FRACTIONS[raw.text])
            self._emit("NUMBER", raw, Exact(1))
        elif raw.text in '"“”„«»':
            end = self.text.find("\n", raw.start)
            end = len(self.text) if end < 0 else end
            self._mistake("PAR203.quote", raw.start, end, "PAR203.quote.help")
            while self.position < len(self.raws) and self.raws[self.position].start < end:
                self.position += 1
        elif (
            raw.text in OLD_FONT_SIGNS
            and self.raws[self.position + 1 : self.position + 2]
            and self.raws[self.position + 1].kind == "word"
        ):
            word = raw.text + self.raws[self.position + 1].text
            end = self.raws[self.position + 1].end
            self._mistake("PAR202.font", raw.start, end, "PAR202.font.help", word=shown(word))
            self._emit("NAME", raw, word, end=end, behind=self.position + 2)
        else:
            word = raw.text if is_visible(raw.text) else f"U+{ord(raw.text[0]):04X}"
            help_id = {
                "%": "PAR202.percent.help",
                ".": "PAR202.point.help",
                "…": "PAR202.dots.help",
                "...": "PAR202.dots.help",
            }.get(word, "PAR202.character.help")
            figure = "95%" if word == "%" else "0,5" if self.language == "vi" else "0.5"
            self._mistake("PAR202.character", raw.start, raw.end, help_id, word=word, figure=figure)
            self.position += 1
