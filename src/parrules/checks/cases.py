"""The cases that a scale tells apart, and how findings name them: `trên 94,99% đến dưới 95%`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import product as combinations

from parrules.checks.bounds import expand
from parrules.messages import Argument, Day, Figure, Joined, Message, Nested, Style, Words
from parrules.tree import CriteriaTree, Rule
from parrules.tree import nodes as tree
from parrules.values import Exact, Kind, difference, product, quotient, total, whole, whole_part


@dataclass(frozen=True, slots=True)
class Cell:
    """A point (``low`` = ``high``) or an open interval of a subject's range; for options and truths, ``value``."""

    low: Exact | None = None
    high: Exact | None = None
    value: str | bool | None = None

    @property
    def is_point(self) -> bool:
        """Whether it is one value."""
        return self.low is not None and self.low == self.high


@dataclass(slots=True)
class Subject:
    """Something that is tested: its expression, the constants it is tested against, the step between its values."""

    expression: tree.Expression
    constants: set[Exact]
    step: Exact | None
    sides: tuple[tree.Expression, tree.Expression] | None = None  #: Of two values that are compared with each other.


Choice = tuple[object, tuple[str | bool, ...]]
"""A field with options, or a condition that is true or false, with what it can be."""


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
            low = product(total((whole_part(quotient(low, step)), whole(1))), step)
        if high is not None and not self.has_high:
            below = whole_part(quotient(high, step))
            high = product(difference(below, whole(1)) if product(below, step) == high else below, step)
        return Stretch(low, high, low is not None, high is not None)


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


class CaseWords:
    """Names the cases of one rule."""

    def __init__(self, criteria: CriteriaTree, rule: Rule, subjects: list[Subject], choices: list[Choice]) -> None:
        self.criteria, self.rule, self.subjects, self.choices = criteria, rule, subjects, choices

    def name_of(self, expression: tree.Expression) -> Argument:
        """Name what is tested: by its name of the rule or the evidence, else by its text."""
        for let in self.rule.lets.values():
            if expand(let.value, self.rule) == expression:
                return Words(let.name)
        if isinstance(expression, tree.FieldValue):
            return Words(expression.ref.name)
        return Words(" ".join(expression.span.text.split()))

    def case(self, axes: list[list[Cell]], uncovered: list[tuple[Cell, ...]]) -> Argument | None:
        """Name a case that no line covers, as large as can be said by one range for each value."""
        open_cases = set(uncovered)
        box = [[cell] for cell in uncovered[0]]
        for index, axis in enumerate(axes):
            before, behind = box[:index], box[index + 1 :]

            def is_open(cell: Cell, before: list[list[Cell]] = before, behind: list[list[Cell]] = behind) -> bool:
                return all(cells in open_cases for cells in combinations(*before, [cell], *behind))

            start = axis.index(box[index][0])
            if index < len(self.subjects):
                first = last = start
                while first > 0 and is_open(axis[first - 1]):
                    first -= 1
                while last + 1 < len(axis) and is_open(axis[last + 1]):
                    last += 1
                box[index] = axis[first : last + 1]
            else:
                box[index] = [cell for cell in axis if is_open(cell)]
        parts = [
            self._words(index, axis, cells)
            for index, (axis, cells) in enumerate(zip(axes, box, strict=True))
            if len(cells) < len(axis) and not self._goes_without_saying(index, cells)
        ]
        return Joined(tuple(parts), "and") if parts else None

    def _goes_without_saying(self, index: int, cells: list[Cell]) -> bool:
        """See that a value is there, which every range of it says already."""
        key = self.choices[index - len(self.subjects)][0] if index >= len(self.subjects) else None
        return isinstance(key, tree.StateTest) and cells[0].value is key.negated

    def _words(self, index: int, axis: list[Cell], cells: list[Cell]) -> Argument:
        """Say what a subject or choice is in some of its cells."""
        if index < len(self.subjects):
            return self._subject_words(self.subjects[index], axis, cells)
        key, _ = self.choices[index - len(self.subjects)]
        if isinstance(key, tree.FieldRef):
            field = self.criteria.fields[key]
            options = [field.option(cell.value) for cell in cells if isinstance(cell.value, str)]
            if options:
                quoted = [Nested(Message("cover.quoted", {"option": option.title})) for option in options if option]
                return Nested(
                    Message("cover.option", {"name": Words(key.name), "options": Joined(tuple(quoted), "or")})
                )
            truth = Nested(Message("word.yes" if cells[0].value else "word.no"))
            return Nested(Message("cover.truth", {"name": Words(key.name), "truth": truth}))
        assert isinstance(key, tree.Expression)
        text = Words(" ".join(key.span.text.split()))
        return Nested(Message("cover.holds" if cells[0].value else "cover.fails", {"text": text}))

    def _subject_words(self, subject: Subject, axis: list[Cell], cells: list[Cell]) -> Argument:
        first, last, kind = cells[0], cells[-1], subject.expression.kind
        if subject.sides and subject.constants == {whole(0)}:
            left, right = (self.name_of(side) for side in subject.sides)
            sides = {"left": left, "right": right}
            is_date = subject.sides[0].kind is Kind.DATE
            if first == last and first.is_point:
                return Nested(Message("cover.same", sides))
            below = last.high is not None and last.high <= 0
            word = ("earlier" if is_date else "less") if below else ("later" if is_date else "more")
            if first != last:
                word = "not-" + (("later" if is_date else "more") if below else ("earlier" if is_date else "less"))
            return Nested(Message(f"cover.{word}", sides))
        # An end where the range of the value itself ends need not be said.
        low = None if first == axis[0] and last != axis[-1] and first != last else first.low
        high = None if last == axis[-1] and first != axis[0] and first != last else last.high
        stretch = Stretch(low, high, first.is_point, last.is_point).on_grid(subject.step)
        return Nested(
            Message("cover.case", {"name": self.name_of(subject.expression), "range": name_stretch(stretch, kind)})
        )
