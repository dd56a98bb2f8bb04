"""Expressions of the tree as written become text again, in either language, one form of each word."""

from __future__ import annotations

import re
from functools import lru_cache

from parrules.language.dates import month_number, write_date, write_period
from parrules.language.folding import fold
from parrules.language.lexicon import FUNCTIONS, function_named, words_of, written
from parrules.language.scan import spellings
from parrules.language.syntax import (
    All,
    Any,
    Arithmetic,
    Breaks,
    Call,
    Chain,
    Date,
    DateComparison,
    DaysAfter,
    Expression,
    InPeriod,
    IsOption,
    Maximum,
    Name,
    Negative,
    Not,
    NotApplicable,
    Number,
    PartOfMaximum,
    Parts,
    PartsTaken,
    Percent,
    Range,
    Redistribute,
    State,
    StateTest,
    Text,
    Unit,
)
from parrules.values import Exact, exact_text, product, whole

INDENT = "    "
"""Before the continuation of a broken line."""

# How tightly each form binds; an operand that binds less stands in parentheses.
OR, AND, NOT, PREDICATE, SUM, PRODUCT, UNARY, PRIMARY = range(8)

_PARTS = {
    PartsTaken.SUM: "SUM_OF_PARTS",
    PartsTaken.MEAN: "MEAN_OF_PARTS",
    PartsTaken.HIGHEST: "HIGHEST_PART",
    PartsTaken.LOWEST: "LOWEST_PART",
}
_STATE_EN = {State.MISSING: "IS_MISSING", State.NONE: "IS_NONE", State.NOT_ARISING: "DID_NOT_ARISE"}
_STATE_VI = {State.MISSING: "LACKS", State.NONE: "HAS_NONE", State.NOT_ARISING: "NONE_AROSE"}
_QUARTER = re.compile(r"[qQ][1-4]\b")
_SIGNS = {"*": "×", "/": "/", "+": "+", "-": "-"}
_UNITS = {
    Unit.POINTS: "POINT_UNIT",
    Unit.DAYS: "DAY_UNIT",
    Unit.WORKING_DAYS: "WORKING_DAY_UNIT",
    Unit.DIGITS: "DIGITS",
}
_PERIOD_WORDS = {
    fold(word)
    for word in ("quý", "tháng", "năm", "quarter", "month", "the", "first", "second", "previous", "next", "last")
}


def format_expression(expression: Expression, language: str) -> str:
    """Write an expression on one line."""
    return ExpressionWriter(language, broken=False).expression(expression)


def format_exact(number: Exact, language: str) -> str:
    """Write a figure of a rule: every digit, no grouping."""
    text = exact_text(number)
    assert "/" not in text
    return text.replace(".", ",") if language == "vi" else text


@lru_cache(maxsize=2)
def _after_not(language: str) -> frozenset[str]:
    """Give the words that would make one word of several with a `not` before them."""
    starts = {fold(form) for form in next(words_of("NOT")).forms(language)}
    return frozenset(parts[1] for start in starts for parts, _ in spellings(language)[start] if len(parts) > 1)


class ExpressionWriter:
    """Writes expressions in one language, with the line breaks of the writer where ``broken``."""

    def __init__(self, language: str, *, broken: bool = True) -> None:
        self.language, self.broken = language, broken
        self.separator = "; " if language == "vi" else ", "

    def word(self, terminal: str) -> str:
        """Give the written form of a terminal."""
        return written(terminal, self.language)

    def expression(self, node: Expression) -> str:
        """Write an expression where any may stand."""
        return self.operand(node, OR)

    def operand(self, node: Expression, least: int) -> str:
        """Write a node where the strength ``least`` is wanted, in parentheses where it binds less."""
        strength, text = self._bare(node)
        parens = max(node.parens, 1 if strength < least else 0)
        return "(" * parens + text + ")" * parens

    def _joined(self, parts: list[str], sign: str, breaks: Breaks) -> str:
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

    def _bare(self, node: Expression) -> tuple[int, str]:
        """Give how tightly a node binds and its text without outer parentheses."""
        match node:
            case Number():
                return PRIMARY, self._figure(node)
            case Percent():
                return PRIMARY, self._percent(node.ratio)
            case PartOfMaximum():
                part = self._percent(node.part) if node.in_percent else f"{node.part.numerator}/{node.part.denominator}"
                return PRIMARY, f"{part} {self.word('MAXIMUM')}"
            case Maximum():
                return PRIMARY, self.word("MAXIMUM")
            case Parts():
                return PRIMARY, self.word(_PARTS[node.taken])
            case Date():
                return PRIMARY, write_date(node.parts, self.language)
            case Text():
                return PRIMARY, f'"{node.text}"'
            case Name():
                return PRIMARY, node.name
            case Negative():
                return UNARY, f"-{self.operand(node.operand, UNARY)}"
            case Arithmetic():
                return self._arithmetic(node)
            case Chain():
                operands = [self.operand(operand, SUM) for operand in node.operands]
                text = operands[0]
                for operator, operand in zip(node.operators, operands[1:], strict=True):
                    text += f" {operator} {operand}"
                return PREDICATE, text
            case Range():
                return PREDICATE, self._range(node)
            case IsOption():
                return PREDICATE, self._option(node)
            case StateTest():
                return PREDICATE, self._state(node)
            case DateComparison():
                word = self.word({"by": "BY", "before": "BEFORE", "after": "AFTER"}[node.how])
                return PREDICATE, f"{self.operand(node.subject, SUM)} {word} {self.operand(node.limit, SUM)}"
            case InPeriod():
                return (
                    PREDICATE,
                    f"{self.operand(node.subject, SUM)} {self.word('IN')} {write_period(node.period, self.language)}",
                )
            case DaysAfter():
                return PREDICATE, self._days_after(node)
            case All():
                parts = [self.operand(condition, NOT) for condition in node.conditions]
                return AND, self._joined(parts, f" {self.word('AND')}", node.breaks)
            case Any():
                parts = [self.operand(condition, AND) for condition in node.conditions]
                return OR, self._joined(parts, f" {self.word('OR')}", node.breaks)
            case Not():
                return NOT, self._negation(node)
            case Call():
                return PRIMARY, self._call(node)
            case NotApplicable():
                return PRIMARY, self.word("NOT_APPLICABLE")
            case Redistribute():
                return PRIMARY, self.word("REDISTRIBUTE")
            case _:
                raise AssertionError(node)

    def _arithmetic(self, node: Arithmetic) -> tuple[int, str]:
        """Write a chain of operations from its innermost outward, however long it is."""
        first, operations = node.chain()
        strength = SUM if operations[0].operator in "+-" else PRODUCT
        text = self.operand(first, strength)
        for each in operations:
            outer = SUM if each.operator in "+-" else PRODUCT
            if each is not operations[0]:
                inner = each.left.parens or (1 if strength < outer else 0)
                text = "(" * inner + text + ")" * inner
            strength = outer
            # `a / 1/2 maximum` would be read as two divisions.
            splits = each.operator == "/" and isinstance(each.right, PartOfMaximum) and not each.right.in_percent
            right = self.operand(each.right, PRIMARY + 1 if splits else strength + 1)
            text = self._joined([text, right], f" {_SIGNS[each.operator]}", each.breaks)
        return strength, text

    def _negation(self, node: Not) -> str:
        """Write `not` before its operand, in parentheses where both together would be another word (`không thiếu`)."""
        operand = self.operand(node.operand, NOT)
        if fold(operand.split()[0]) in _after_not(self.language):
            operand = f"({operand})"
        return f"{self.word('NOT')} {operand}"

    def _figure(self, node: Number) -> str:
        text = format_exact(node.value, self.language)
        if node.unit is Unit.NONE:
            return text
        forms = next(words_of(_UNITS[node.unit])).forms(self.language)
        return f"{text} {forms[-1] if node.value == 1 and self.language == 'en' else forms[0]}"

    def _percent(self, ratio: Exact) -> str:
        return format_exact(product(ratio, whole(100)), self.language) + "%"

    def _range(self, node: Range) -> str:
        subject = self.operand(node.subject, SUM)
        low = self.operand(node.lower.value, SUM) if node.lower else ""
        high = self.operand(node.upper.value, SUM) if node.upper else ""
        if node.lower and node.upper:
            first = self.word("FROM" if node.lower.included else "ABOVE")
            second = self.word("TO" if node.upper.included else "TO_UNDER")
            return f"{subject} {first} {low} {second} {high}"
        if node.lower:
            if not node.lower.included:
                return f"{subject} {self.word('ABOVE')} {low}"
            return (
                f"{subject} {self.word('AT_LEAST')} {low}"
                if node.worded
                else f"{subject} {self.word('FROM')} {low} {self.word('UP')}"
            )
        assert node.upper
        if not node.upper.included:
            return f"{subject} {self.word('UNDER')} {high}"
        return (
            f"{subject} {self.word('AT_MOST')} {high}"
            if node.worded
            else f"{subject} {self.word('FROM')} {high} {self.word('DOWN')}"
        )

    def _option(self, node: IsOption) -> str:
        if isinstance(node.option, bool):
            option = self.word("YES" if node.option else "NO")
        else:
            option = f'"{node.option}"' if node.quoted else node.option
        return f"{self.operand(node.subject, SUM)} {self.word('IS_NOT' if node.negated else 'IS')} {option}"

    def _state(self, node: StateTest) -> str:
        subject = self.operand(node.subject, SUM)
        if self.language == "vi":
            word = self.word("LACKS_NOT" if node.negated else _STATE_VI[node.state])
            return f"{word} {subject}"
        return f"{subject} {self.word('IS_NOT_MISSING' if node.negated else _STATE_EN[node.state])}"

    def _days_after(self, node: DaysAfter) -> str:
        subject, days, since = (self.operand(part, SUM) for part in (node.subject, node.days, node.since))
        if node.within and self._begins_like_a_period(days):
            days = f"({days})"
        if self.language == "vi":
            return f"{subject} {self.word('IN' if node.within else 'AT_MOST')} {days} {self.word('SINCE')} {since}"
        if node.within:
            return f"{subject} {self.word('WITHIN')} {days} {self.word('OF')} {since}"
        return f"{subject} {self.word('AT_MOST')} {days} {self.word('AFTER')} {since}"

    @staticmethod
    def _begins_like_a_period(text: str) -> bool:
        """See a name that would begin a period after `trong`; the same in both languages, so that parentheses stay."""
        word = text.split(maxsplit=1)[0]
        return fold(word) in _PERIOD_WORDS or _QUARTER.match(word) is not None or month_number(word) is not None

    def _call(self, node: Call) -> str:
        known = any(function.key == node.function for function in FUNCTIONS)
        name = function_named(node.function).written(self.language) if known else node.function
        arguments = [self.expression(argument) for argument in node.arguments]
        if node.function == "round" and len(node.arguments) == 2:
            digits = node.arguments[1]
            if isinstance(digits, Number) and digits.unit is Unit.DIGITS and self.language == "en":
                arguments[1] = "(" * digits.parens + format_exact(digits.value, "en") + ")" * digits.parens
        return f"{name}({self._joined(arguments, self.separator.rstrip(), node.breaks)})"
