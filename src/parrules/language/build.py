"""The lines that Lark parsed become the tree as written."""

# ruff: noqa: D102  # A method is named for the rule of the grammar that it builds, and takes its parts in order.

from __future__ import annotations

from typing import Any as Anything

from lark import Token as LarkToken
from lark import Tree, v_args

from parrules.language.build_expressions import ExpressionBuilder, token_of
from parrules.language.syntax import (
    Change,
    Expression,
    Let,
    Limit,
    Line,
    Lone,
    NotApplicable,
    Otherwise,
    PerFull,
    Redistribute,
    Require,
    StartFrom,
    Text,
    When,
    Zero,
)
from parrules.language.tokens import LogicalLine, Mistake
from parrules.spans import MappedText


@v_args(inline=True)
class Builder(ExpressionBuilder):
    """Turns the parse of one line into its node, a method for each rule of the grammar."""

    def _line_rest(self, *items: Anything) -> dict[str, Anything]:
        return {
            "label": items[-1],
            "comments": tuple(self.line.comments),
            "trailing": self.line.trailing,
            "span": self.text.span(self.line.start, self.line.end),
        }

    def label(self, text: LarkToken | None) -> Text | None:
        return None if text is None else self._text(text)

    def let(self, _let: LarkToken, name: LarkToken, _equals: LarkToken, value: Expression, label: Text | None) -> Let:
        return Let(name=str(token_of(name).value), value=value, name_span=self._span(name), **self._line_rest(label))

    def require(self, _require: LarkToken, condition: Expression, label: Text | None) -> Require:
        return Require(condition=condition, **self._line_rest(label))

    def when(
        self, _when: LarkToken, condition: Expression, _colon: LarkToken, outcome: Expression, label: Text | None
    ) -> When:
        return When(condition=condition, outcome=outcome, **self._line_rest(label))

    def otherwise(self, _otherwise: LarkToken, _colon: LarkToken, outcome: Expression, label: Text | None) -> Otherwise:
        return Otherwise(outcome=outcome, **self._line_rest(label))

    def start_from(
        self, _start: LarkToken, _colon: LarkToken | None, amount: Expression, label: Text | None
    ) -> StartFrom:
        return StartFrom(amount=amount, **self._line_rest(label))

    def award(self, _word: LarkToken, *rest: Anything) -> Change:
        return self._change(1, *rest)

    def deduct(self, _word: LarkToken, *rest: Anything) -> Change:
        return self._change(-1, *rest)

    def _change(
        self, sign: int, amount: Expression, per: Anything, cap: Anything, guard: Anything, label: Text | None
    ) -> Change:
        return Change(sign=sign, amount=amount, per=per, cap=cap, guard=guard, **self._line_rest(label))

    def per(self, _word: LarkToken | None, count: Expression | None) -> Expression | None:
        return count

    line_cap = guard = per

    def per_full(
        self, _every: LarkToken, step: Expression, _of: LarkToken, quantity: Expression, _colon: LarkToken,
        word: LarkToken,
        amount: Expression, cap: Expression | None, guard: Expression | None, label: Text | None,
    ) -> PerFull:  # fmt: skip
        sign = 1 if word.type == "AWARD" else -1
        return PerFull(
            sign=sign, step=step, quantity=quantity, amount=amount, cap=cap, guard=guard, **self._line_rest(label)
        )

    def floor(self, _word: LarkToken, _colon: LarkToken | None, amount: Expression, label: Text | None) -> Limit:
        return Limit(floor=True, amount=amount, **self._line_rest(label))

    def cap(self, _word: LarkToken, _colon: LarkToken | None, amount: Expression, label: Text | None) -> Limit:
        return Limit(floor=False, amount=amount, **self._line_rest(label))

    def zero(self, _word: LarkToken, *rest: Anything) -> Zero:
        *ids, _when, condition, label = rest
        nodes = tuple(self._text(token) for token in ids if token.type == "TEXT")
        return Zero(nodes=nodes, condition=condition, **self._line_rest(label))

    def lone(self, value: Expression, label: Text | None) -> Lone:
        return Lone(value=value, **self._line_rest(label))

    def not_applicable(self, word: LarkToken) -> NotApplicable:
        return NotApplicable(span=self._span(word))

    def redistribute(self, word: LarkToken) -> Redistribute:
        return Redistribute(span=self._span(word))


def build_line(parsed: Tree[LarkToken], line: LogicalLine, text: MappedText) -> Line | Mistake:
    """Give the line that Lark parsed as a node of the tree as written, or a slip that the grammar lets pass."""
    builder = Builder(line, text)
    built: Line = builder.transform(parsed)
    return builder.mistakes[0] if builder.mistakes else built
