"""Random rules as trees, built so that each can be written: the generators of the property tests of the language."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from parrules.language import syntax as written
from parrules.language.dates import DateParts, PeriodParts
from parrules.spans import Source, Span
from parrules.values.days import Period

NOWHERE = Span(Source("nowhere", ""), 0, 0)

NAMES = (
    "a", "b", "e", "đ", "x", "tỷ_lệ", "Tỷ_lệ", "hoá_đơn", "báo_cáo_chậm", "ngày_ban_hành", "số_hồ_sơ_2", "_riêng",
    "có_kế_hoạch", "không_đạt",
    # Words that mean something in one place only, and are names elsewhere
    "điểm", "ngày", "tổng", "trung_bình", "nhỏ_nhất", "năm", "tháng", "quý", "q1", "có", "đạt", "bước", "tối", "đa",
    "quá", "phát", "points", "days", "point", "up", "down", "full", "zero", "yes", "no", "missing", "none", "step",
    "digits", "month", "first", "may", "cohort",
)  # fmt: skip

OPTION_WORDS = ("on_time", "trung_bình", "điểm", "đạt", "up", "a1", "Đúng_hạn")

letters = st.sampled_from(sorted(set("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạểỗựABĐÊ019 _-+×=<>()[]{}%#,.;:/'“”½?!&")))
quoted_texts = st.text(letters, min_size=1, max_size=16).map(lambda text: _balanced(text).strip()).filter(bool)
comments = st.text(letters, max_size=12).map(lambda text: ("#" + text).rstrip())


def _balanced(text: str) -> str:
    """Close each curly quote, as it must be inside straight ones."""
    return text.replace("”", "").replace("“", "“x”")


def _make(kind: type, **fields: Any) -> st.SearchStrategy[Any]:
    return st.builds(kind, span=st.just(NOWHERE), **fields)


decimals = st.one_of(
    st.integers(0, 12).map(Fraction),
    st.integers(0, 10**9).map(Fraction),
    st.builds(lambda units, digits: Fraction(units, 10**digits), st.integers(0, 10**6), st.integers(1, 6)),
)
positive = st.integers(1, 40)
dates = st.builds(DateParts, st.integers(1, 28), st.integers(1, 12), st.none() | st.integers(1990, 2099)).flatmap(
    lambda parts: (
        st.just(parts)
        if parts.year
        else st.sampled_from([-1, 0, 1]).map(lambda shift: DateParts(parts.day, parts.month, None, shift))
    )
)
periods = st.builds(
    PeriodParts,
    st.one_of(
        st.just(Period("year")),
        st.builds(Period, st.just("half"), st.integers(1, 2)),
        st.builds(Period, st.just("quarter"), st.integers(1, 4)),
        st.builds(Period, st.just("month"), st.integers(1, 12)),
    ),
    st.sampled_from([-1, 0, 1]),
)

names = _make(written.Name, name=st.sampled_from(NAMES))
numbers = _make(written.Number, value=decimals, unit=st.sampled_from(list(written.Unit)))
leaves = st.one_of(
    names,
    numbers,
    _make(written.Percent, ratio=decimals),
    _make(written.Maximum),
    _make(written.PartOfMaximum, part=st.builds(Fraction, st.integers(0, 40), positive), in_percent=st.just(False)),
    _make(written.PartOfMaximum, part=decimals, in_percent=st.just(True)),
    _make(written.Parts, taken=st.sampled_from(list(written.PartsTaken))),
    _make(written.Date, parts=dates),
)
texts = _make(written.Text, text=quoted_texts)
breaks = st.one_of(st.none(), st.lists(comments, max_size=2).map(tuple))


def _breaks(joints: int) -> st.SearchStrategy[written.Breaks]:
    found = st.tuples(*([breaks] * joints))
    return st.one_of(st.just(()), found.filter(lambda entries: any(entry is not None for entry in entries)))


def _arithmetic(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    plain = _make(written.Arithmetic, operator=st.sampled_from("+-*/"), left=inner, right=inner)
    broken = _make(
        written.Arithmetic,
        operator=st.sampled_from("+-*/"),
        left=inner,
        right=inner,
        breaks=_breaks(1),
        parens=st.integers(1, 2),
    )
    return plain | broken


def _calls(values: st.SearchStrategy[Any], conditions: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    digits = _make(written.Number, value=st.integers(0, 6).map(Fraction), unit=st.just(written.Unit.DIGITS))
    others = _make(written.Number, value=decimals, unit=st.just(written.Unit.POINTS))

    def call(function: str, *arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return _breaks(len(arguments) - 1).flatmap(
            lambda found: _make(
                written.Call,
                function=st.just(function),
                arguments=st.tuples(*arguments),
                breaks=st.just(found),
                name_span=st.just(NOWHERE),
            )
        )

    several = st.integers(1, 3)
    return st.one_of(
        several.flatmap(lambda count: call("min", *[values] * count)),
        several.flatmap(lambda count: call("max", *[values] * count)),
        call("choose", conditions, values, values),
        call("default", values, values),
        call("round", values, digits | others),
        call("round_to", values, values),
        st.sampled_from(["points", "index", "maximum", "applicable_maximum"]).flatmap(lambda name: call(name, texts)),
        call("hàm_lạ", values),
    )


def _conditions(values: st.SearchStrategy[Any], inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    bound = st.builds(written.Bound, value=values, included=st.booleans())
    included = st.builds(written.Bound, value=values, included=st.just(True))
    nothing = st.none()

    def joined(kind: type) -> st.SearchStrategy[Any]:
        return st.integers(2, 3).flatmap(
            lambda count: _breaks(count - 1).flatmap(
                lambda found: _make(kind, conditions=st.tuples(*[inner] * count), breaks=st.just(found))
            )
        )

    def chain(count: int) -> st.SearchStrategy[Any]:
        signs = st.tuples(*[st.sampled_from(["=", "!=", "<", "<=", ">", ">="])] * count)
        return _make(written.Chain, operands=st.tuples(*[values] * (count + 1)), operators=signs)

    return st.one_of(
        st.integers(1, 2).flatmap(chain),
        _make(written.Range, subject=values, lower=bound, upper=bound),
        _make(written.Range, subject=values, lower=bound, upper=nothing),
        _make(written.Range, subject=values, lower=nothing, upper=bound),
        _make(written.Range, subject=values, lower=included, upper=nothing, worded=st.just(True)),
        _make(written.Range, subject=values, lower=nothing, upper=included, worded=st.just(True)),
        _make(
            written.IsOption,
            subject=values,
            option=quoted_texts | st.booleans(),
            quoted=st.just(True),
            negated=st.booleans(),
            option_span=st.just(NOWHERE),
        ),
        _make(
            written.IsOption,
            subject=values,
            option=st.sampled_from(OPTION_WORDS),
            quoted=st.just(False),
            negated=st.booleans(),
            option_span=st.just(NOWHERE),
        ),
        _make(written.StateTest, state=st.sampled_from(list(written.State)), subject=values),
        _make(written.StateTest, state=st.just(written.State.MISSING), subject=values, negated=st.just(True)),
        _make(written.DateComparison, how=st.sampled_from(["by", "before", "after"]), subject=values, limit=values),
        _make(written.InPeriod, subject=values, period=periods),
        _make(written.DaysAfter, subject=values, days=values, since=values, within=st.booleans()),
        joined(written.All),
        joined(written.Any),
        _make(written.Not, operand=inner),
    )


@st.composite
def expressions(draw: st.DrawFn, depth: int = 2, *, condition: bool | None = None) -> Any:
    """Draw an expression: one with a value, one that is true or false, or either."""
    if condition is None:
        condition = draw(st.booleans())
    if depth == 0:
        return draw(leaves)
    values = st.deferred(lambda: expressions(depth - 1, condition=False) | expressions(depth - 1))
    inner = st.deferred(lambda: expressions(depth - 1, condition=True) | expressions(depth - 1))
    if condition:
        return draw(_conditions(values, inner))
    return draw(
        st.one_of(
            leaves,
            _arithmetic(values),
            _arithmetic(values),
            _make(written.Negative, operand=values),
            _calls(values, inner),
        )
    )


def _line(kind: type, **fields: Any) -> st.SearchStrategy[Any]:
    above = st.lists(st.one_of(comments, st.just("")), max_size=2).filter(lambda found: found != ["", ""]).map(tuple)
    label = st.none() | texts
    return _make(kind, label=label, comments=above, trailing=st.none() | comments, **fields)


_values = expressions(2, condition=False)
_anything = expressions(2)
_outcomes = _anything | _make(written.NotApplicable) | _make(written.Redistribute)
_maybe = st.none() | _values

lines = st.one_of(
    _line(written.Let, name=st.sampled_from(NAMES), value=_anything, name_span=st.just(NOWHERE)),
    _line(written.Require, condition=_anything),
    _line(written.When, condition=_anything, outcome=_outcomes),
    _line(written.Otherwise, outcome=_outcomes),
    _line(written.StartFrom, amount=_anything),
    _line(
        written.Change,
        sign=st.sampled_from([1, -1]),
        amount=_values,
        per=_maybe,
        cap=_maybe,
        guard=st.none() | _anything,
    ),
    _line(
        written.PerFull,
        sign=st.sampled_from([1, -1]),
        step=_values,
        quantity=_values,
        amount=_values,
        cap=_maybe,
        guard=st.none() | _anything,
    ),
    _line(written.Limit, floor=st.booleans(), amount=_anything),
    _line(written.Zero, nodes=st.lists(texts, min_size=1, max_size=3).map(tuple), condition=_anything),
)


@st.composite
def rules(draw: st.DrawFn) -> written.Rule:
    """Draw a rule: one expression alone, or lines, with comments above, beside and below them."""
    alone = draw(st.booleans())
    found = [draw(_line(written.Lone, value=_anything))] if alone else draw(st.lists(lines, min_size=1, max_size=4))
    while found[0].comments[:1] == ("",):
        found[0] = replace(found[0], comments=found[0].comments[1:])  # A rule does not begin with a blank line.
    closing = draw(st.lists(comments, max_size=2).map(tuple))
    return written.Rule(lines=tuple(found), closing_comments=closing, span=NOWHERE)
