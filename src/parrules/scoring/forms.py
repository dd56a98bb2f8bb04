"""Where a rule can change as one value of its evidence moves: the figures at which a comparison tips over.

Everything a rule compares is, in most tables, linear in each value or a quotient of two linear forms: (a·x + b) ÷ (c·x + d). Such forms
are carried through the expression exactly; where two of them meet is a *tipping point*. Between tipping points the points of a rule only
rise or only fall, so that a search there may halve the stretch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from parrules.tree import FieldRef, Rule
from parrules.tree import nodes as tree
from parrules.values import Exact, Given, Kind, Value, difference, opposite, product, quotient, total, whole

ZERO, ONE = whole(0), whole(1)


@dataclass(frozen=True, slots=True)
class Form:
    """(a·x + b) ÷ (c·x + d)."""

    a: Exact
    b: Exact
    c: Exact = ZERO
    d: Exact = ONE

    @property
    def is_constant(self) -> bool:
        """Whether x does not matter."""
        return self.a == 0 and self.c == 0

    @property
    def has_plain_bottom(self) -> bool:
        """Whether x does not occur below the stroke."""
        return self.c == 0

    def plus(self, other: Form, sign: int = 1) -> Form | None:
        """Add or subtract, where the sum is such a form again."""
        factor = whole(sign)
        if (self.c, self.d) == (other.c, other.d):
            return Form(total((self.a, product(factor, other.a))), total((self.b, product(factor, other.b))), self.c, self.d)
        if other.has_plain_bottom and self.has_plain_bottom:
            one, two = self.over_one(), other.over_one()
            return Form(total((one.a, product(factor, two.a))), total((one.b, product(factor, two.b))))
        if other.is_constant:
            shift = product(factor, quotient(other.b, other.d))
            return Form(total((self.a, product(shift, self.c))), total((self.b, product(shift, self.d))), self.c, self.d)
        if self.is_constant:
            turned = other if sign > 0 else Form(opposite(other.a), opposite(other.b), other.c, other.d)
            return turned.plus(self)
        return None

    def over_one(self) -> Form:
        """Divide by a bottom without x."""
        return Form(quotient(self.a, self.d), quotient(self.b, self.d))

    def times(self, other: Form) -> Form | None:
        """Multiply, where the product is such a form again."""
        if other.is_constant:
            factor = quotient(other.b, other.d)
            return Form(product(self.a, factor), product(self.b, factor), self.c, self.d)
        return other.times(self) if self.is_constant else None

    def over(self, other: Form) -> Form | None:
        """Divide, where the quotient is such a form again."""
        if other.is_constant:
            return None if other.b == 0 else self.times(Form(ZERO, other.d, ZERO, other.b))
        if (self.c, self.d) == (other.c, other.d):
            return Form(self.a, self.b, other.a, other.b)
        if self.is_constant:
            factor = quotient(self.b, self.d)
            return Form(product(factor, other.c), product(factor, other.d), other.a, other.b)
        if self.has_plain_bottom and other.has_plain_bottom:
            one, two = self.over_one(), other.over_one()
            return Form(one.a, one.b, two.a, two.b)
        return None

    def meets(self, other: Form) -> list[Exact]:
        """Give the x at which both are equal, where the equation is linear; poles count as well."""
        found = [quotient(opposite(form.d), form.c) for form in (self, other) if form.c != 0]
        square = difference(product(self.a, other.c), product(other.a, self.c))
        linear = difference(
            total((product(self.a, other.d), product(self.b, other.c))), total((product(other.a, self.d), product(other.b, self.c)))
        )
        constant = difference(product(self.b, other.d), product(other.b, self.d))
        if square == 0 and linear != 0:
            found.append(quotient(opposite(constant), linear))
        return found


def tipping_points(rule: Rule, variable: FieldRef, value_of: Callable[[tree.Expression], Value]) -> set[Exact]:
    """List the figures of ``variable`` at which some comparison of a rule may tip over; dates as ordinals of the calendar.

    Args:
        rule: The rule.
        variable: The field that moves.
        value_of: Works out an expression on the evidence as it is.
    """
    return _Finder(rule, variable, value_of).find()


class _Finder:
    def __init__(self, rule: Rule, variable: FieldRef, value_of: Callable[[tree.Expression], Value]) -> None:
        self.rule, self.variable, self.value_of = rule, variable, value_of
        self.found: set[Exact] = set()

    def find(self) -> set[Exact]:
        for line in self.rule.lines:
            for expression in tree.walk(line):
                self.visit(expression)
        return self.found

    def visit(self, expression: tree.Expression) -> None:
        match expression:
            case tree.Comparison(left=left, right=right):
                self.meet(left, right)
            case tree.DateTest(subject=subject, limit=limit):
                self.meet(subject, limit)
            case tree.RangeTest(subject=subject, lower=lower, upper=upper):
                for bound in (lower, upper):
                    if bound is not None:
                        self.meet(subject, bound.value)
            case tree.PeriodTest(subject=subject, first=first, last=last):
                for day in (first, last):
                    self.meet_form(self.form(subject), Form(ZERO, whole(day.toordinal())))
            case tree.DaysAfterTest(subject=subject, days=days, since=since):
                start, length = self.form(since), self.form(days)
                self.meet_form(self.form(subject), start)
                if start is not None and length is not None:
                    self.meet_form(self.form(subject), start.plus(length))
            case tree.Pick(operands=operands):
                for index, one in enumerate(operands):
                    for other in operands[index + 1 :]:
                        self.meet(one, other)
            case _:
                pass

    def meet(self, left: tree.Expression, right: tree.Expression) -> None:
        self.meet_form(self.form(left), self.form(right))

    def meet_form(self, left: Form | None, right: Form | None) -> None:
        if left is not None and right is not None and not (left.is_constant and right.is_constant):
            self.found.update(left.meets(right))

    def depends(self, expression: tree.Expression) -> bool:
        for part in tree.walk(expression):
            match part:
                case tree.FieldValue(ref=ref) | tree.OptionTest(ref=ref) | tree.StateTest(ref=ref):
                    if ref == self.variable:
                        return True
                case tree.LetValue(name=name):
                    if self.depends(self.rule.lets[name].value):
                        return True
        return False

    def form(self, expression: tree.Expression) -> Form | None:
        """Give an expression as a form in the variable, nothing where it is none."""
        match expression:
            case tree.LetValue(name=name):
                return self.form(self.rule.lets[name].value)
            case tree.FieldValue(ref=ref) if ref == self.variable:
                return Form(ONE, ZERO)
        if not self.depends(expression):
            value = self.value_of(expression)
            if not isinstance(value, Given):
                return None
            if isinstance(value.content, date):
                return Form(ZERO, whole(value.content.toordinal()))
            return Form(ZERO, value.number) if value.kind.is_numeric or value.kind is Kind.WORKING_DAYS else None
        match expression:
            case tree.Opposite(operand=operand):
                inner = self.form(operand)
                return inner and inner.times(Form(ZERO, opposite(ONE)))
            case tree.Operation(operator=operator, left=left, right=right):
                one, other = self.form(left), self.form(right)
                if one is None or other is None:
                    return None
                match operator:
                    case "+":
                        return one.plus(other)
                    case "-":
                        return one.plus(other, -1)
                    case "*":
                        return one.times(other)
                    case _:
                        return one.over(other)
            case tree.Default(value=value_expression):
                return self.form(value_expression)
            case tree.Deadline(operand=operand) | tree.Rounded(operand=operand):
                return self.form(operand)
            case _:
                return None
