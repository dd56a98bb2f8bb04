"""The logical lines of a rule as the lexer fills them: tokens, comments, line breaks, how deep it nests."""

from __future__ import annotations

from parrules.language.scan import Raw, Scanner
from parrules.language.tokens import JOINTS, OPERAND_ENDS, LogicalLine, Mistake, Token, shown
from parrules.messages import Argument

_PREFIXES = ("NOT", "MINUS")


class LineBuilder:
    """Gathers tokens in logical lines; the reader of words and figures is its child."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.scan = Scanner(text)
        self.raws = self.scan.raws
        self.position = 0
        self.lines: list[LogicalLine] = []
        self.line = LogicalLine()
        self.parens: list[tuple[Token, int]] = []  #: Open parentheses with the depth inside each.
        self.depth = 0
        self.pending_breaks: list[str] | None = None
        self.comments: list[str] = []
        self.line_is_bare = True  #: Nothing on this line of text yet, not even a comment.

    @property
    def before(self) -> str:
        """The terminal before this place in the line, empty at its beginning."""
        return self.line.tokens[-1].terminal if self.line.tokens else ""

    def _emit(
        self, terminal: str, raw: Raw, value: object = None, *, end: int | None = None, behind: int | None = None
    ) -> None:
        token = Token(terminal, self.text[raw.start : end or raw.end], value, raw.start, end or raw.end)
        line = self.line
        if not line.tokens:
            line.start = min(raw.start, line.start) if line.mistakes else raw.start
            line.comments, self.comments = self.comments, []
        self._count_depth(token)
        line.tokens.append(token)
        line.end = max(line.end, token.end)
        self.line_is_bare = False
        self.position = self.position + 1 if behind is None else behind
        if terminal in JOINTS and self.pending_breaks is not None:
            line.breaks[len(line.tokens) - 1] = tuple(self.pending_breaks)
            self.pending_breaks = None

    def _count_depth(self, token: Token) -> None:
        """Count how deep the grammar will nest: parentheses, and `not` and minus signs right before an operand."""
        if token.terminal == "LPAR":
            self.depth += 1
            self.parens.append((token, self.depth))
        elif token.terminal in _PREFIXES and self.before not in OPERAND_ENDS:
            self.depth += 1
        else:
            if token.terminal == "RPAR" and self.parens:
                self.parens.pop()
            self.depth = self.parens[-1][1] if self.parens else 0

    def _mistake(self, message: str, start: int, end: int, help_id: str, **arguments: Argument | str) -> None:
        if not self.line.tokens and not self.line.mistakes:
            self.line.start = start
        self.line.mistakes.append(Mistake(message, start, end, help_id, arguments))
        self.line.end = max(self.line.end, end)
        self.line_is_bare = False

    # -- lines and comments ------------------------------------------------------------------------------------------

    def _comment(self, raw: Raw) -> None:
        text = raw.text.rstrip()
        if self.pending_breaks is not None:
            self.pending_breaks.append(text)
        elif not self.line.tokens:
            self.comments.append(text)
        elif self._goes_on():
            self._break([text])
        else:
            self.line.trailing = text
        self.line_is_bare = False
        self.position += 1

    def _next_line_is_a_statement(self) -> bool:
        raise NotImplementedError

    def _goes_on(self) -> bool:
        """See whether the line goes on after the next line break."""
        return bool(self.parens) or self.before in ("AND", "OR")

    def _newline(self) -> None:
        self.position += 1
        was_bare, self.line_is_bare = self.line_is_bare, True
        if not self.line.tokens and not self.line.mistakes:
            if was_bare and (self.comments or self.lines) and self.comments[-1:] != [""]:
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

    def _end_line(self) -> None:
        line = self.line
        if self.pending_breaks:
            line.comments = [*line.comments, *self.pending_breaks]
        if self.parens:
            # A comma or a function with a parenthesis that was forgotten or not meant is no second mistake.
            line.mistakes = [each for each in line.mistakes if each.message not in ("PAR202.separator", "PAR205")]
        if self.parens and not line.mistakes:
            opened = self.parens[-1][0]
            line.mistakes.append(Mistake("PAR203.parenthesis", opened.start, opened.end, "PAR203.parenthesis.help"))
        if line.tokens or line.mistakes:
            self._merge_parts()
            self.lines.append(line)
        self.line, self.parens, self.depth, self.pending_breaks = LogicalLine(), [], 0, None

    def _merge_parts(self) -> None:
        """Read ``1/2 maximum`` as one part of the maximum, not as a division."""
        line, merged, breaks = self.line, list[Token](), dict[int, tuple[str, ...]]()
        index = 0
        while index < len(line.tokens):
            token = line.tokens[index]
            if self._is_part(index):
                two = line.tokens[index + 2]
                token = Token("PART", self.text[token.start : two.end], (token.value, two.value), token.start, two.end)
                if two.value == 0:
                    zero = {"figure": shown(token.text)}
                    line.mistakes.append(Mistake("PAR206.zero", token.start, two.end, "PAR206.zero.help", zero))
                index += 2
            if index in line.breaks:
                breaks[len(merged)] = line.breaks[index]
            merged.append(token)
            index += 1
        line.tokens, line.breaks = merged, breaks

    def _is_part(self, index: int) -> bool:
        window = tuple(token.terminal for token in self.line.tokens[index : index + 4])
        before = self.line.tokens[index - 1].terminal if index else ""
        return (
            window == ("NUMBER", "DIVIDE", "NUMBER", "MAXIMUM")
            and before not in ("DIVIDE", *OPERAND_ENDS)
            and index + 1 not in self.line.breaks
        )
