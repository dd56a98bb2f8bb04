"""How findings name a stretch of values, or a case of several: `trên 94,99% đến dưới 95%`, `từ ngày 01/04/2021 trở đi`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from parrules.messages import Argument, Day, Figure, Message, Nested, Style
from parrules.values import Exact, Kind, difference, product, quotient, total, whole


@dataclass(frozen=True, slots=True)
class Stretch:
    """Values from ``low`` to ``high``, nothing where that side is open; an end is in the stretch or not."""

    low: Exact | None
    high: Exact | None
    has_low: bool
    has_high: bool

    def on_grid(self, step: Exact | None) -> Stretch:
        """Give the same stretch with its ends on the values that can be: for whole numbers, above 2 is from 3."""
        if step is None:
            return self
        low, high = self.low, self.high
        if low is not None and not self.has_low:
            low = product(total((_floor(quotient(low, step)), whole(1))), step)
        if high is not None and not self.has_high:
            below = _floor(quotient(high, step))
            high = product(difference(below, whole(1)) if product(below, step) == high else below, step)
        return Stretch(low, high, low is not None, high is not None)


def _floor(number: Exact) -> Exact:
    return whole(number.numerator // number.denominator)


def figure_of(number: Exact, kind: Kind) -> Argument:
    """Give a figure as a rule writes it: a date, a percentage or a number."""
    if kind is Kind.DATE:
        return Day(datetime.date.fromordinal(int(number)))
    return Figure(number, Style.SCALE_PERCENT if kind is Kind.RATIO else Style.SCALE)


def name_stretch(stretch: Stretch, kind: Kind) -> Argument:
    """Say from which figure to which a stretch reaches."""
    low, high = stretch.low, stretch.high
    ends = {name: figure_of(end, kind) for name, end in (("low", low), ("high", high)) if end is not None}
    is_date = kind is Kind.DATE
    if low is None and high is None:
        return Nested(Message("range.any"))
    if low == high:
        return Nested(Message("range.on" if is_date else "range.at", {"value": ends["low"]}))
    if high is None:
        name = "since" if is_date else "from-up" if stretch.has_low else "above"
    elif low is None:
        name = "until" if is_date else "at-most" if stretch.has_high else "under"
    elif is_date:
        name = "days"
    else:
        name = f"{'from' if stretch.has_low else 'above'}-{'to' if stretch.has_high else 'to-under'}"
    return Nested(Message(f"range.{name}", ends))
