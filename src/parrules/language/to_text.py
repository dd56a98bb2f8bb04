"""The tree as written becomes text again, in either language, one form of each word, in aligned columns."""

from __future__ import annotations

from typing import assert_never

from parrules.language.dates import DateParts, PeriodParts
from parrules.language.lexicon import FUNCTIONS, MONTHS_EN, NEXT_YEAR, PREVIOUS_YEAR, ROMAN_OF, function_named, written
from parrules.language.syntax import (
    All, Any, Arithmetic, Breaks, Call, Chain, Change, Date, DateComparison, DaysAfter, Expression, InPeriod, IsOption, Let, Limit,
    Line, Lone, Maximum, Name, Negative, Not, NotApplicable, Number, Otherwise, PartOfMaximum, Parts, PartsTaken, Percent, PerFull,
    Range, Redistribute, Require, Rule, StartFrom, State, StateTest, Text, Unit, When, Zero,
)  # fmt: skip
from parrules.messages import format_number
from parrules.values import Exact, exact_text, product, whole

GAP = "   "
"""Between the columns of a rule: line, outcome, label."""

INDENT = "    "
"""Before the continuation of a broken line."""

# How tightly each form binds; an operand that binds less stands in parentheses.
_OR, _AND, _NOT, _PREDICATE, _SUM, _PRODUCT, _UNARY, _PRIMARY = range(8)

_PARTS = {
    PartsTaken.SUM: "SUM_OF_PARTS",
    PartsTaken.MEAN: "MEAN_OF_PARTS",
    PartsTaken.HIGHEST: "HIGHEST_PART",
    PartsTaken.LOWEST: "LOWEST_PART",
}
_STATE_EN = {State.MISSING: "IS_MISSING", State.NONE: "IS_NONE", State.NOT_ARISING: "DID_NOT_ARISE"}
_STATE_VI = {State.MISSING: "LACKS", State.NONE: "HAS_NONE", State.NOT_ARISING: "NONE_AROSE"}
_SIGNS = {"*": "×", "/": "/", "+": "+", "-": "-"}
_CLOSED_WORDS = {"yes", "no", "missing", "none", "có", "không"}


def format_rule(rule: Rule, language: str) -> str:
    """Write a rule in ``language`` (``vi`` or ``en``), with its comments; ends without a line break."""
    writer = _Writer(language)
    rows = [writer.row(line) for line in rule.lines]
    scale = [(head, outcome) for head, outcome, _ in rows if outcome is not None]
    head_width = max((_last_width(head) for head, _ in scale), default=0)
    outcome_width = max((len(outcome) for (_, outcome), row in zip(scale, (r for r in rows if r[1] is not None), strict=True) if row[2]), default=0)
    plain_width = max((_last_width(head) for head, outcome, label in rows if outcome is None and label), default=0)
    texts: list[str] = []
    for line, (head, outcome, label) in zip(rule.lines, rows, strict=True):
        texts.extend(line.comments)
        text = head
        if outcome is not None:
            text = _padded(head, head_width) + GAP + (outcome.ljust(outcome_width) + GAP + label if label else outcome)
        elif label:
            text = _padded(head, plain_width) + GAP + label
        texts.append(text + (f"  {line.trailing}" if line.trailing else ""))
    texts.extend(rule.closing_comments)
    return "\n".join(texts)


def format_line(line: Line, language: str, *, label: bool = True) -> str:
    """Write one line without columns and comments, on one line of text, with or without its label."""
    head, outcome, label_text = _Writer(language, broken=False).row(line)
    parts = [head, *([outcome] if outcome is not None else []), *([label_text] if label_text and label else [])]
    return " ".join(parts)


def format_expression(expression: Expression, language: str) -> str:
    """Write an expression on one line."""
    return _Writer(language, broken=False).expression(expression)


def format_exact(number: Exact, language: str) -> str:
    """Write a figure of a rule: every digit, no grouping."""
    text = exact_text(number)
    assert "/" not in text
    return text.replace(".", ",") if language == "vi" else text


def _last_width(head: str) -> int:
    return len(head.rsplit("\n", 1)[-1])


def _padded(head: str, width: int) -> str:
    return head + " " * (width - _last_width(head))


class _Writer:
    def __init__(self, language: str, *, broken: bool = True) -> None:
        self.language, self.broken = language, broken
        self.separator = "; " if language == "vi" else ", "

    def word(self, terminal: str) -> str:
        return written(terminal, self.language)

    # -- lines -------------------------------------------------------------------------------------------------------------

    def row(self, line: Line) -> tuple[str, str | None, str]:
        """Give a line in three columns: head, outcome (of a scale's line only), label."""
        label = f'"{line.label.text}"' if line.label else ""
        match line:
            case Let():
                return f"{self.word('LET')} {line.name} = {self.expression(line.value)}", None, label
            case Require():
                return f"{self.word('REQUIRE')} {self.expression(line.condition)}", None, label
            case When():
                return f"{self.word('WHEN')} {self.expression(line.condition)}:", self.expression(line.outcome), label
            case Otherwise():
                return f"{self.word('OTHERWISE')}:", self.expression(line.outcome), label
            case StartFrom():
                return f"{self.word('START_FROM')} {self.expression(line.amount)}", None, label
            case Change():
                text = f"{self.sign(line.sign)} {self.operand(line.amount, _SUM)}"
                if line.per is not None:
                    text += f" {self.word('PER')} {self.operand(line.per, _UNARY if self._bare(line.per) else _PRIMARY)}"
                return text + self.cap_and_guard(line), None, label
            case PerFull():
                text = f"{self.word('EVERY_FULL')} {self.operand(line.step, _SUM)} {self.word('OF')} {self.operand(line.quantity, _SUM)}:"
                return f"{text} {self.sign(line.sign)} {self.operand(line.amount, _SUM)}" + self.cap_and_guard(line), None, label
            case Limit():
                return f"{self.word('FLOOR' if line.floor else 'CAP')}: {self.expression(line.amount)}", None, label
            case Zero():
                ids = self.separator.join(f'"{node.text}"' for node in line.nodes)
                return f"{self.word('ZERO')} {ids} {self.word('WHEN')} {self.expression(line.condition)}", None, label
            case Lone():
                return self.expression(line.value), None, label
            case _:
                raise AssertionError(line)

    def sign(self, sign: int) -> str:
        return self.word("AWARD" if sign > 0 else "DEDUCT")

    def cap_and_guard(self, line: Change | PerFull) -> str:
        text = ""
        if line.cap is not None:
            text += f", {self.word('LINE_CAP')} {self.operand(line.cap, _SUM)}"
        if line.guard is not None:
            text += f" {self.word('WHEN')} {self.expression(line.guard)}"
        return text

    @staticmethod
    def _bare(expression: Expression) -> bool:
        return isinstance(expression, Name | Call)

    # -- expressions -------------------------------------------------------------------------------------------------------

    def expression(self, node: Expression) -> str:
        return self.operand(node, _OR)

    def operand(self, node: Expression, least: int) -> str:
        """Write a node where something of at least the strength ``least`` is wanted, in parentheses where it binds less."""
        strength, text = self.bare(node)
        parens = max(node.parens, 1 if strength < least else 0)
        return "(" * parens + text + ")" * parens

    def joined(self, parts: list[str], sign: str, breaks: Breaks) -> str:
        """Join operands, with the line breaks and comments that the writer put after signs."""
        text = parts[0]
        for number, part in enumerate(parts[1:]):
            text += sign
            comments = breaks[number] if self.broken and number < len(breaks) else None
            if comments is None:
                text += " " + part
            else:
                first = f"  {comments[0]}" if comments else ""
                rest = "".join(f"\n{INDENT}{comment}" for comment in comments[1:])
                text += first + rest + "\n" + INDENT + part
        return text

    def bare(self, node: Expression) -> tuple[int, str]:
        """Give how tightly a node binds and its text without outer parentheses."""
        match node:
            case Number():
                return _PRIMARY, self.figure(node)
            case Percent():
                return _PRIMARY, self.percent(node.ratio)
            case PartOfMaximum():
                part = self.percent(node.part) if node.in_percent else f"{node.part.numerator}/{node.part.denominator}"
                return _PRIMARY, f"{part} {self.word('MAXIMUM')}"
            case Maximum():
                return _PRIMARY, self.word("MAXIMUM")
            case Parts():
                return _PRIMARY, self.word(_PARTS[node.taken])
            case Date():
                return _PRIMARY, self.date(node.parts)
            case Text():
                return _PRIMARY, f'"{node.text}"'
            case Name():
                return _PRIMARY, node.name
            case Negative():
                return _UNARY, f"-{self.operand(node.operand, _UNARY)}"
            case Arithmetic():
                strength = _SUM if node.operator in "+-" else _PRODUCT
                left, right = self.operand(node.left, strength), self.operand(node.right, strength + 1)
                return strength, self.joined([left, right], f" {_SIGNS[node.operator]}", node.breaks)
            case Chain():
                operands = [self.operand(operand, _SUM) for operand in node.operands]
                text = operands[0]
                for operator, operand in zip(node.operators, operands[1:], strict=True):
                    text += f" {operator} {operand}"
                return _PREDICATE, text
            case Range():
                return _PREDICATE, self.range(node)
            case IsOption():
                return _PREDICATE, self.option(node)
            case StateTest():
                return _PREDICATE, self.state(node)
            case DateComparison():
                word = self.word({"by": "BY", "before": "BEFORE", "after": "AFTER"}[node.how])
                return _PREDICATE, f"{self.operand(node.subject, _SUM)} {word} {self.operand(node.limit, _SUM)}"
            case InPeriod():
                return _PREDICATE, f"{self.operand(node.subject, _SUM)} {self.word('IN')} {self.period(node.period)}"
            case DaysAfter():
                return _PREDICATE, self.days_after(node)
            case All():
                parts = [self.operand(condition, _NOT) for condition in node.conditions]
                return _AND, self.joined(parts, f" {self.word('AND')}", node.breaks)
            case Any():
                parts = [self.operand(condition, _AND) for condition in node.conditions]
                return _OR, self.joined(parts, f" {self.word('OR')}", node.breaks)
            case Not():
                return _NOT, f"{self.word('NOT')} {self.operand(node.operand, _NOT)}"
            case Call():
                return _PRIMARY, self.call(node)
            case NotApplicable():
                return _PRIMARY, self.word("NOT_APPLICABLE")
            case Redistribute():
                return _PRIMARY, self.word("REDISTRIBUTE")
            case _:
                raise AssertionError(node)

    def figure(self, node: Number) -> str:
        text = format_exact(node.value, self.language)
        one = node.value == 1
        match node.unit:
            case Unit.NONE:
                return text
            case Unit.POINTS:
                unit = "điểm" if self.language == "vi" else "point" if one else "points"
            case Unit.DAYS:
                unit = "ngày" if self.language == "vi" else "day" if one else "days"
            case Unit.WORKING_DAYS:
                unit = "ngày làm việc" if self.language == "vi" else "working day" if one else "working days"
            case Unit.DIGITS:
                unit = "chữ số"
            case _:
                assert_never(node.unit)
        return f"{text} {unit}"

    def percent(self, ratio: Exact) -> str:
        return format_exact(product(ratio, whole(100)), self.language) + "%"

    def date(self, parts: DateParts) -> str:
        if self.language == "vi":
            text = f"ngày {parts.day:02}/{parts.month:02}"
            if parts.year is not None:
                return f"{text}/{parts.year}"
        else:
            text = f"{parts.day} {MONTHS_EN[parts.month - 1].capitalize()}"
            if parts.year is not None:
                return f"{text} {parts.year}"
        return text + self.shift(parts.shift)

    def shift(self, shift: int) -> str:
        if shift == 0:
            return ""
        phrases = (PREVIOUS_YEAR if shift < 0 else NEXT_YEAR)[self.language]
        return " " + (phrases[-1] if self.language == "vi" else phrases[0])

    def period(self, parts: PeriodParts) -> str:
        part, number = parts.period.part, parts.period.number
        if self.language == "vi":
            if part == "year":
                return ("năm" + {-1: " trước", 0: "", 1: " sau"}[parts.shift]) if parts.shift else "năm"
            text = {
                "quarter": f"quý {ROMAN_OF.get(number, number)}",
                "month": f"tháng {number:02}",
                "half": f"6 tháng {'đầu' if number == 1 else 'cuối'} năm",
            }[part]
        else:
            if part == "year":
                return {-1: "previous", 0: "the", 1: "next"}[parts.shift] + " year"
            text = {"quarter": f"Q{number}", "month": f"month {number}", "half": f"{'first' if number == 1 else 'second'} half"}[part]
        return text + self.shift(parts.shift)

    def range(self, node: Range) -> str:
        subject = self.operand(node.subject, _SUM)
        low = self.operand(node.lower.value, _SUM) if node.lower else ""
        high = self.operand(node.upper.value, _SUM) if node.upper else ""
        if node.lower and node.upper:
            first = self.word("FROM" if node.lower.included else "ABOVE")
            second = self.word("TO" if node.upper.included else "TO_UNDER")
            return f"{subject} {first} {low} {second} {high}"
        if node.lower:
            if not node.lower.included:
                return f"{subject} {self.word('ABOVE')} {low}"
            return f"{subject} {self.word('AT_LEAST')} {low}" if node.worded else f"{subject} {self.word('FROM')} {low} {self.word('UP')}"
        assert node.upper
        if not node.upper.included:
            return f"{subject} {self.word('UNDER')} {high}"
        return f"{subject} {self.word('AT_MOST')} {high}" if node.worded else f"{subject} {self.word('FROM')} {high} {self.word('DOWN')}"

    def option(self, node: IsOption) -> str:
        if isinstance(node.option, bool):
            option = self.word("YES" if node.option else "NO")
        else:
            option = f'"{node.option}"' if node.quoted else node.option
        return f"{self.operand(node.subject, _SUM)} {self.word('IS_NOT' if node.negated else 'IS')} {option}"

    def state(self, node: StateTest) -> str:
        subject = self.operand(node.subject, _SUM)
        if self.language == "vi":
            word = self.word("LACKS_NOT" if node.negated else _STATE_VI[node.state])
            return f"{word} {subject}"
        return f"{subject} {self.word('IS_NOT_MISSING' if node.negated else _STATE_EN[node.state])}"

    def days_after(self, node: DaysAfter) -> str:
        subject, days, since = (self.operand(part, _SUM) for part in (node.subject, node.days, node.since))
        if self.language == "vi":
            return f"{subject} {self.word('IN' if node.within else 'AT_MOST')} {days} {self.word('SINCE')} {since}"
        if node.within:
            return f"{subject} {self.word('WITHIN')} {days} {self.word('OF')} {since}"
        return f"{subject} {self.word('AT_MOST')} {days} {self.word('AFTER')} {since}"

    def call(self, node: Call) -> str:
        known = any(function.key == node.function for function in FUNCTIONS)
        name = function_named(node.function).written(self.language) if known else node.function
        arguments = [self.expression(argument) for argument in node.arguments]
        if node.function == "round" and len(node.arguments) == 2:
            digits = node.arguments[1]
            if isinstance(digits, Number):
                text = format_number(digits.value, self.language, grouped=False)
                arguments[1] = f"{text} chữ số" if self.language == "vi" else text
        return f"{name}({self.joined(arguments, self.separator.rstrip(), node.breaks)})"
