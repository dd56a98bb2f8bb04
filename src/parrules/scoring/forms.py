"""Where a rule can change as one value of its evidence moves: the figures at which a comparison tips over.

Everything a rule compares is, in most tables, linear in each value or a quotient of two linear forms: (a·x + b) ÷ (c·x + d). Such forms
are carried through the expression exactly; where two of them meet is a *tipping point*. Between tipping points the points of a rule only
rise or only fall, so that a search there may halve the stretch; a rule for which that is not sure is called *rough*.
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
            return Form(
                total((self.a, product(factor, other.a))), total((self.b, product(factor, other.b))), self.c, self.d
            )
        if other.has_plain_bottom and self.has_plain_bottom:
            one, two = self.over_one(), other.over_one()
            return Form(total((one.a, product(factor, two.a))), total((one.b, product(factor, two.b))))
        if other.is_constant:
            shift = product(factor, quotient(other.b, other.d))
            return Form(
                total((self.a, product(shift, self.c))), total((self.b, product(shift, self.d))), self.c, self.d
            )
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
            total((product(self.a, other.d), product(self.b, other.c))),
            total((product(other.a, self.d), product(other.b, self.c))),
        )
        constant = difference(product(self.b, other.d), product(other.b, self.d))
        if square == 0 and linear != 0:
            found.append(quotient(opposite(constant), linear))
        return found


@dataclass(frozen=True, slots=True)
class Tipping:
    """Where a rule can change as one value moves: ``points`` in rising order, dates as ordinals of the calendar.

    ``is_rough`` where the points of the rule may go up and down between them, as far as its form tells.
    """

    points: tuple[Exact, ...]
    is_rough: bool


def tipping_of(
    rule: Rule, variable: FieldRef, value_of: Callable[[tree.Expression], Value], *, rest_days_move: bool
) -> Tipping:
    """List the figures of ``variable`` at which some comparison of a rule may tip over.

    Args:
        rule: The rule.
        variable: The field that moves.
        value_of: Works out an expression on the evidence as it is.
        rest_days_move: Whether a last day that is one of rest becomes the next working day.
    """
    finder = _Finder(rule, variable, value_of, rest_days_move=rest_days_move)
    finder.find()
    return Tipping(tuple(sorted(finder.found)), finder.is_rough)


class _Finder:
    def __init__(
        self, rule: Rule, variable: FieldRef, value_of: Callable[[tree.Expression], Value], *, rest_days_move: bool
    ) -> None:
        self.rule, self.variable, self.value_of, self.rest_days_move = rule, variable, value_of, rest_days_move
        self.found: set[Exact] = set()
        self.is_rough = False

    def find(self) -> None:
        """Visit every line."""
        moving = 0
        for line in self.rule.lines:
            for expression in tree.walk(line):
                self.visit(expression)
            match line:
                case tree.When(outcome=outcome) | tree.Otherwise(outcome=outcome):
                    if isinstance(outcome, tree.Expression):
                        self.is_rough |= not self.is_smooth(outcome)
                case tree.Change(amount=amount, per=per, cap=cap):
                    moving += self.moving_terms(amount, per, cap)
                case tree.WholeSteps(amount=amount, quantity=quantity, cap=cap):
                    moving += self.moving_terms(amount, quantity, cap)
                case tree.StartFrom(amount=amount) | tree.Limit(amount=amount):
                    moving += self.moving_terms(amount)
                case _:
                    pass
        # The sum of two that move may rise first and fall then: whole steps against a plain deduction, a cap against another.
        self.is_rough |= moving > 1

    def moving_terms(self, *terms: tree.Expression | None) -> int:
        moving = [term for term in terms if term is not None and self.depends(term)]
        self.is_rough |= any(not self.is_smooth(term) for term in moving)
        return len(moving)

    # -- comparisons -------------------------------------------------------------------------------------------------------

    def visit(self, expression: tree.Expression) -> None:
        """Note where a test, or the choice of a largest or smallest, tips over."""
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
                self.meet(subject, since)
                self.meet(subject, self.last_day(since, days))
            case tree.Pick(operands=operands):
                for index, one in enumerate(operands):
                    for other in operands[index + 1 :]:
                        self.meet(one, other)
            case _:
                pass

    def last_day(self, since: tree.Expression, days: tree.Expression) -> tree.Expression:
        last = tree.Operation(kind=Kind.DATE, operator="+", left=since, right=days, span=days.span)
        return tree.Deadline(kind=Kind.DATE, operand=last, span=days.span) if self.rest_days_move else last

    def meet(self, left: tree.Expression, right: tree.Expression) -> None:
        """Note where two sides are equal; a rounded side tips over within one unit of its last digit."""
        one, other = self.form(left), self.form(right)
        for shift in self.shifts(left, right):
            moved = None if one is None else one.plus(Form(ZERO, shift))
            self.meet_form(moved, other)
        if self.depends(left) or self.depends(right):
            is_known = one is not None and other is not None
            self.is_rough |= not (is_known and self.is_exact(left) and self.is_exact(right))

    def meet_form(self, left: Form | None, right: Form | None) -> None:
        if left is not None and right is not None and not (left.is_constant and right.is_constant):
            self.found.update(left.meets(right))

    def shifts(self, left: tree.Expression, right: tree.Expression) -> list[Exact]:
        """Give by how much an unrounded side may be off where its rounded one tips over."""
        units = {unit for side in (left, right) if (unit := self.unit(side)) is not None}
        if not units:
            return [ZERO]
        halves = [quotient(unit, whole(2)) for unit in units]
        return [product(half, whole(times)) for half in halves for times in (-2, -1, 0, 1, 2)]

    def unit(self, expression: tree.Expression) -> Exact | None:
        """Give the unit that a side is rounded to as a whole, nothing where it is not."""
        match expression:
            case tree.LetValue(name=name):
                return self.unit(self.rule.lets[name].value)
            case tree.Rounded(digits=digits, step=step) if self.depends(expression):
                return step if step is not None else quotient(ONE, whole(10 ** (digits or 0)))
            case _:
                return None

    # -- what an expression is like ----------------------------------------------------------------------------------------

    def depends(self, expression: tree.Expression) -> bool:
        """Say whether the value that moves is in an expression."""
        for part in tree.walk(expression):
            match part:
                case tree.FieldValue(ref=ref) | tree.OptionTest(ref=ref) | tree.StateTest(ref=ref):
                    if ref == self.variable:
                        return True
                case tree.LetValue(name=name):
                    if self.depends(self.rule.lets[name].value):
                        return True
        return False

    def is_exact(self, expression: tree.Expression) -> bool:
        """Say whether the form of an expression is the expression itself, but for one rounding around the whole."""
        match expression:
            case tree.LetValue(name=name):
                return self.is_exact(self.rule.lets[name].value)
            case tree.Rounded(operand=operand):
                return self.is_plain(operand)
            case _:
                return self.is_plain(expression)

    def is_plain(self, expression: tree.Expression) -> bool:
        """Say whether nothing in an expression rounds the value that moves, moves a day off rest, or counts working days."""
        if not self.depends(expression):
            return True
        match expression:
            case tree.LetValue(name=name):
                return self.is_plain(self.rule.lets[name].value)
            case tree.Rounded() | tree.Deadline():
                return False
            case _:
                return expression.kind is not Kind.WORKING_DAYS and all(
                    self.is_plain(child) and child.kind is not Kind.WORKING_DAYS for child in tree.children(expression)
                )

    def is_smooth(self, expression: tree.Expression) -> bool:
        """Say whether an expression only rises or only falls between tipping points."""
        if not self.depends(expression) or (self.form(expression) is not None and self.is_plain(expression)):
            return True
        match expression:
            case tree.LetValue(name=name):
                return self.is_smooth(self.rule.lets[name].value)
            case tree.Opposite(operand=operand) | tree.Rounded(operand=operand) | tree.Deadline(operand=operand):
                return self.is_smooth(operand)
            case tree.Default(value=value):
                return self.is_smooth(value)
            case tree.Choose(then=then, otherwise=otherwise):
                return self.is_smooth(then) and self.is_smooth(otherwise)
            case tree.Operation(left=left, right=right):
                moving = [side for side in (left, right) if self.depends(side)]
                return len(moving) == 1 and self.is_smooth(moving[0])
            case tree.Pick(operands=operands):
                moving = [operand for operand in operands if self.depends(operand)]
                if len(moving) == 1:
                    return self.is_smooth(moving[0])
                return all(self.form(operand) is not None and self.is_plain(operand) for operand in moving)
            case _:
                return False

    def form(self, expression: tree.Expression) -> Form | None:
        """Give an expression as a form in the value that moves, nothing where it is none; roundings are passed over."""
        match expression:
            case tree.LetValue(name=name):
                return self.form(self.rule.lets[name].value)
            case tree.FieldValue(ref=ref) if ref == self.variable:
                return Form(ONE, ZERO)
        if not self.depends(expression):
            return self.constant(expression)
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

    def constant(self, expression: tree.Expression) -> Form | None:
        value = expression.value if isinstance(expression, tree.Constant) else self.value_of(expression)
        if not isinstance(value, Given):
            return None
        if isinstance(value.content, date):
            return Form(ZERO, whole(value.content.toordinal()))
        return Form(ZERO, value.number) if value.kind.is_numeric or value.kind is Kind.WORKING_DAYS else None
