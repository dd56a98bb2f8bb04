"""The expressions that Lark parsed become nodes of the tree as written."""

# ruff: noqa: D102  # A method is named for the rule of the grammar that it builds, and takes its parts in order.

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any as Anything

from lark import Token as LarkToken
from lark import Transformer, v_args

from parrules.language.dates import DateParts, PeriodParts
from parrules.language.syntax import (
    All,
    Any,
    Arithmetic,
    Bound,
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
    Number,
    PartOfMaximum,
    Parts,
    PartsTaken,
    Percent,
    Range,
    State,
    StateTest,
    Text,
    Unit,
)
from parrules.language.tokens import LogicalLine, Mistake, Token
from parrules.spans import MappedText, Span
from parrules.values import Exact


def token_of(item: Anything) -> Token:
    """Give our token, which Lark's carries."""
    assert isinstance(item, LarkToken)
    value: Anything = item.value
    assert isinstance(value, tuple)
    token = value[1]
    assert isinstance(token, Token)
    return token


@dataclass(frozen=True, slots=True)
class _Step:
    """The argument `đến 0,25` of a rounding, with its first word."""

    step: Expression
    word: Token


@v_args(inline=True)
class ExpressionBuilder(Transformer[LarkToken, Anything]):
    """Turns the parse of expressions into nodes, a method for each rule of the grammar.

    The value of a Lark token is the pair of its index and our token.
    """

    def __init__(self, line: LogicalLine, text: MappedText) -> None:
        super().__init__()
        self.line, self.text = line, text
        self.mistakes: list[Mistake] = []

    # -- places ------------------------------------------------------------------------------------------------------

    def _span(self, *items: Anything) -> Span:
        spans = [self._place(item) for item in items if item is not None]
        return Span(spans[0].source, min(s.start for s in spans), max(s.end for s in spans))

    def _place(self, item: Anything) -> Span:
        if isinstance(item, LarkToken):
            token = token_of(item)
            return self.text.span(token.start, token.end)
        if isinstance(item, Bound):
            return item.value.span
        span = item.span
        assert isinstance(span, Span)
        return span

    def _breaks(self, *joints: LarkToken) -> Breaks:
        found = tuple(self.line.breaks.get(joint.value[0]) for joint in joints)
        return found if any(entry is not None for entry in found) else ()

    def _text(self, token: LarkToken) -> Text:
        return Text(text=str(token_of(token).value), span=self._span(token))

    # -- conditions --------------------------------------------------------------------------------------------------

    def disjunction(self, *items: Anything) -> Any:
        return Any(conditions=tuple(items[::2]), breaks=self._breaks(*items[1::2]), span=self._span(*items))

    def conjunction(self, *items: Anything) -> All:
        return All(conditions=tuple(items[::2]), breaks=self._breaks(*items[1::2]), span=self._span(*items))

    def negated(self, word: LarkToken, operand: Expression) -> Not:
        return Not(operand=operand, span=self._span(word, operand))

    def compare_sign(self, sign: LarkToken) -> LarkToken:
        return sign

    def chain(self, *items: Anything) -> Chain:
        operators = tuple(str(token_of(sign).value) for sign in items[1::2])
        return Chain(operands=tuple(items[::2]), operators=operators, span=self._span(*items))

    def _range(
        self, subject: Expression, lower: Bound | None, upper: Bound | None, last: Anything, *, worded: bool = False
    ) -> Range:
        return Range(subject=subject, lower=lower, upper=upper, worded=worded, span=self._span(subject, last))

    def from_up(self, subject: Expression, _from: LarkToken, low: Expression, up: LarkToken) -> Range:
        return self._range(subject, Bound(value=low, included=True), None, up)

    def from_down(self, subject: Expression, _from: LarkToken, high: Expression, down: LarkToken) -> Range:
        return self._range(subject, None, Bound(value=high, included=True), down)

    def from_to(
        self, subject: Expression, _from: LarkToken, low: Expression, _to: LarkToken, high: Expression
    ) -> Range:
        return self._range(subject, Bound(value=low, included=True), Bound(value=high, included=True), high)

    def from_to_under(
        self, subject: Expression, _from: LarkToken, low: Expression, _to: LarkToken, high: Expression
    ) -> Range:
        return self._range(subject, Bound(value=low, included=True), Bound(value=high, included=False), high)

    def above(self, subject: Expression, _above: LarkToken, low: Expression) -> Range:
        return self._range(subject, Bound(value=low, included=False), None, low)

    def above_to(
        self, subject: Expression, _above: LarkToken, low: Expression, _to: LarkToken, high: Expression
    ) -> Range:
        return self._range(subject, Bound(value=low, included=False), Bound(value=high, included=True), high)

    def above_to_under(
        self, subject: Expression, _above: LarkToken, low: Expression, _to: LarkToken, high: Expression
    ) -> Range:
        return self._range(subject, Bound(value=low, included=False), Bound(value=high, included=False), high)

    def under(self, subject: Expression, _under: LarkToken, high: Expression) -> Range:
        return self._range(subject, None, Bound(value=high, included=False), high)

    def at_least(self, subject: Expression, _word: LarkToken, low: Expression) -> Range:
        return self._range(subject, Bound(value=low, included=True), None, low, worded=True)

    def at_most(self, subject: Expression, _word: LarkToken, high: Expression) -> Range:
        return self._range(subject, None, Bound(value=high, included=True), high, worded=True)

    def days_after(
        self, subject: Expression, _word: LarkToken, days: Expression, _since: LarkToken, since: Expression
    ) -> DaysAfter:
        return DaysAfter(subject=subject, days=days, since=since, within=False, span=self._span(subject, since))

    def days_within(
        self, subject: Expression, _word: LarkToken, days: Expression, _of: LarkToken, since: Expression
    ) -> DaysAfter:
        return DaysAfter(subject=subject, days=days, since=since, within=True, span=self._span(subject, since))

    def option(self, token: LarkToken) -> LarkToken:
        return token

    def is_option(self, subject: Expression, _is: LarkToken, option: LarkToken, *, negated: bool = False) -> IsOption:
        value: str | bool = option.type == "YES" if option.type in ("YES", "NO") else str(token_of(option).value)
        return IsOption(
            subject=subject, option=value, quoted=option.type == "TEXT", negated=negated,
            option_span=self._span(option), span=self._span(subject, option),
        )  # fmt: skip

    def is_not_option(self, subject: Expression, word: LarkToken, option: LarkToken) -> IsOption:
        return self.is_option(subject, word, option, negated=True)

    def _state(self, state: State, subject: Expression, word: LarkToken, *, negated: bool = False) -> StateTest:
        return StateTest(state=state, subject=subject, negated=negated, span=self._span(subject, word))

    def is_missing(self, subject: Expression, word: LarkToken) -> StateTest:
        return self._state(State.MISSING, subject, word)

    def is_not_missing(self, subject: Expression, word: LarkToken) -> StateTest:
        return self._state(State.MISSING, subject, word, negated=True)

    def is_none(self, subject: Expression, word: LarkToken) -> StateTest:
        return self._state(State.NONE, subject, word)

    def did_not_arise(self, subject: Expression, word: LarkToken) -> StateTest:
        return self._state(State.NOT_ARISING, subject, word)

    def lacks(self, word: LarkToken, subject: Expression) -> StateTest:
        return self._state(State.MISSING, subject, word)

    def lacks_not(self, word: LarkToken, subject: Expression) -> StateTest:
        return self._state(State.MISSING, subject, word, negated=True)

    def has_none(self, word: LarkToken, subject: Expression) -> StateTest:
        return self._state(State.NONE, subject, word)

    def none_arose(self, word: LarkToken, subject: Expression) -> StateTest:
        return self._state(State.NOT_ARISING, subject, word)

    def by(self, subject: Expression, _word: LarkToken, limit: Expression) -> DateComparison:
        return DateComparison(how="by", subject=subject, limit=limit, span=self._span(subject, limit))

    def before(self, subject: Expression, _word: LarkToken, limit: Expression) -> DateComparison:
        return DateComparison(how="before", subject=subject, limit=limit, span=self._span(subject, limit))

    def after(self, subject: Expression, _word: LarkToken, limit: Expression) -> DateComparison:
        return DateComparison(how="after", subject=subject, limit=limit, span=self._span(subject, limit))

    def in_period(self, subject: Expression, _word: LarkToken, period: LarkToken) -> InPeriod:
        parts = token_of(period).value
        assert isinstance(parts, PeriodParts)
        return InPeriod(subject=subject, period=parts, span=self._span(subject, period))

    # -- arithmetic --------------------------------------------------------------------------------------------------

    def sum(self, *items: Anything) -> Expression:
        return self._fold_left(items, {"PLUS": "+", "MINUS": "-"})

    def product(self, *items: Anything) -> Expression:
        return self._fold_left(items, {"TIMES": "*", "DIVIDE": "/"})

    def _fold_left(self, items: tuple[Anything, ...], operators: dict[str, str]) -> Expression:
        left: Expression = items[0]
        for sign, right in zip(items[1::2], items[2::2], strict=True):
            left = Arithmetic(
                operator=operators[sign.type],
                left=left,
                right=right,
                breaks=self._breaks(sign),
                span=self._span(left, right),
            )
        return left

    def negative(self, sign: LarkToken, operand: Expression) -> Negative:
        return Negative(operand=operand, span=self._span(sign, operand))

    def _figure(self, token: LarkToken, unit: Unit, *rest: LarkToken) -> Number:
        value = token_of(token).value
        assert isinstance(value, Exact)
        return Number(value=value, unit=unit, span=self._span(token, *rest))

    def number(self, token: LarkToken) -> Number:
        return self._figure(token, Unit.NONE)

    def points_figure(self, token: LarkToken, unit: LarkToken) -> Number:
        return self._figure(token, Unit.POINTS, unit)

    def days_figure(self, token: LarkToken, unit: LarkToken) -> Number:
        return self._figure(token, Unit.DAYS, unit)

    def working_days_figure(self, token: LarkToken, unit: LarkToken) -> Number:
        return self._figure(token, Unit.WORKING_DAYS, unit)

    def digits_figure(self, token: LarkToken, unit: LarkToken) -> Number:
        return self._figure(token, Unit.DIGITS, unit)

    def percent(self, token: LarkToken) -> Percent:
        ratio = token_of(token).value
        assert isinstance(ratio, Exact)
        return Percent(ratio=ratio, span=self._span(token))

    def percent_of_maximum(self, token: LarkToken, word: LarkToken) -> PartOfMaximum:
        part = token_of(token).value
        assert isinstance(part, Exact)
        return PartOfMaximum(part=part, in_percent=True, span=self._span(token, word))

    def part_of_maximum(self, token: LarkToken, word: LarkToken) -> PartOfMaximum:
        pair = token_of(token).value
        assert isinstance(pair, tuple)
        # A zero below the stroke is answered before the grammar is asked.
        return PartOfMaximum(part=pair[0] / pair[1], in_percent=False, span=self._span(token, word))

    def maximum(self, word: LarkToken) -> Maximum:
        return Maximum(span=self._span(word))

    def _parts(self, taken: PartsTaken, word: LarkToken) -> Parts:
        return Parts(taken=taken, span=self._span(word))

    def sum_of_parts(self, word: LarkToken) -> Parts:
        return self._parts(PartsTaken.SUM, word)

    def mean_of_parts(self, word: LarkToken) -> Parts:
        return self._parts(PartsTaken.MEAN, word)

    def highest_part(self, word: LarkToken) -> Parts:
        return self._parts(PartsTaken.HIGHEST, word)

    def lowest_part(self, word: LarkToken) -> Parts:
        return self._parts(PartsTaken.LOWEST, word)

    def name(self, token: LarkToken) -> Name:
        return Name(name=str(token_of(token).value), span=self._span(token))

    def date(self, token: LarkToken) -> Date:
        parts = token_of(token).value
        assert isinstance(parts, DateParts)
        return Date(parts=parts, span=self._span(token))

    def text_argument(self, token: LarkToken) -> Text:
        return self._text(token)

    def step_argument(self, word: LarkToken, step: Expression) -> _Step:
        return _Step(step, token_of(word))

    def call(self, name: LarkToken, _open: LarkToken, arguments: list[Anything], close: LarkToken) -> Call:
        function = str(token_of(name).value)
        given = [item for item in arguments if not isinstance(item, LarkToken)]
        if function in ("round", "round_to") and len(given) == 2:
            if isinstance(given[1], _Step):
                function, given[1] = "round_to", given[1].step  # `làm_tròn(x; đến 0,25)`
            elif function == "round" and isinstance(given[1], Number) and given[1].unit is Unit.NONE:
                given[1] = replace(
                    given[1], unit=Unit.DIGITS
                )  # `chữ số` may be left out, and English has no word for it.
        for item in given:
            if isinstance(item, _Step):
                word = {"word": item.word.text}
                self.mistakes.append(Mistake("PAR202", item.word.start, item.word.end, "PAR202.step.help", word))
        return Call(
            function=function,
            arguments=tuple(item.step if isinstance(item, _Step) else item for item in given),
            breaks=self._breaks(*(item for item in arguments if isinstance(item, LarkToken))),
            name_span=self._span(name),
            span=self._span(name, close),
        )

    def arguments(self, *items: Anything) -> list[Anything]:
        return list(items)

    def parenthesised(self, open_: LarkToken, inner: Expression, close: LarkToken) -> Expression:
        return replace(inner, parens=inner.parens + 1, span=self._span(open_, close))
