"""Whether a rule can only rise from one corner of what is open to the other, so that its values there are its interval.

At the low corner the points of waiting nodes are lowest and their applicable maxima highest; at the high corner the other way round.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from parrules.tree import Rule
from parrules.tree import nodes as tree


class Move(Enum):
    """How a value changes from the low corner to the high one."""

    STILL = 0
    RISES = 1
    FALLS = -1
    UNKNOWN = 2

    def turned(self) -> Move:
        """Give the move of the opposite."""
        return {Move.RISES: Move.FALLS, Move.FALLS: Move.RISES}.get(self, self)

    def joined(self, other: Move) -> Move:
        """Give the move of two values that rise together, fall together, or of which one stays."""
        if self is Move.STILL or self is other:
            return other
        return self if other is Move.STILL else Move.UNKNOWN


@dataclass(frozen=True, slots=True)
class Nodes:
    """What is known of other nodes: whether their applicable maximum is settled, whether their points are never below 0."""

    is_settled: Callable[[str], bool]
    is_never_negative: Callable[[str], bool]
    parts: tuple[str, ...]


def rises_with_parts(rule: Rule, nodes: Nodes) -> bool:
    """Say whether a rule never gives fewer points at the high corner, and goes through the same lines, as far as its form tells.

    Sums, means, multiples by figures, shares of applicable maxima, minima, maxima, roundings, floors and caps of points rise; a
    condition on points, a division by points or a deduction of them is taken not to.
    """
    moves = _Moves(rule, nodes)
    for line in rule.lines:
        match line:
            case tree.Let() | tree.Require() | tree.Veto():
                continue
            case tree.When(condition=condition, outcome=outcome):
                if moves.of(condition) is not Move.STILL or not moves.rises(outcome):
                    return False
            case tree.Otherwise(outcome=outcome):
                if not moves.rises(outcome):
                    return False
            case tree.StartFrom(amount=amount) | tree.Limit(amount=amount):
                if not moves.rises(amount):
                    return False
            case tree.Change(sign=sign, amount=amount, per=per, cap=cap, guard=guard):
                others = [each for each in (per, cap, guard) if each is not None]
                if any(moves.of(each) is not Move.STILL for each in others):
                    return False
                move = moves.of(amount) if sign > 0 else moves.of(amount).turned()
                if move not in (Move.STILL, Move.RISES):
                    return False
            case tree.WholeSteps():
                if any(moves.of(each) is not Move.STILL for each in tree.children(line)):
                    return False
    return True


class _Moves:
    def __init__(self, rule: Rule, nodes: Nodes) -> None:
        self.rule, self.nodes = rule, nodes

    def rises(self, outcome: tree.Expression | tree.Outcome) -> bool:
        return isinstance(outcome, tree.Outcome) or self.of(outcome) in (Move.STILL, Move.RISES)

    def of(self, expression: tree.Expression) -> Move:
        """Give the move of an expression."""
        match expression:
            case tree.NodeFigure(figure=tree.Figure.POINTS | tree.Figure.INDEX) | tree.PartsValue():
                return Move.RISES
            case tree.NodeFigure(figure=tree.Figure.APPLICABLE_MAXIMUM, node=node):
                return Move.STILL if self.nodes.is_settled(node) else Move.FALLS
            case tree.LetValue(name=name):
                return self.of(self.rule.lets[name].value)
            case tree.Opposite(operand=operand):
                return self.of(operand).turned()
            case tree.Operation(operator="+", left=left, right=right):
                return self.of(left).joined(self.of(right))
            case tree.Operation(operator="-", left=left, right=right):
                return self.of(left).joined(self.of(right).turned())
            case tree.Operation(operator="*", left=left, right=right):
                return self.times(left, right, self.of(left), self.of(right))
            case tree.Operation(operator="/", left=left, right=right):
                return self.times(left, right, self.of(left), self.of(right).turned())
            case tree.Pick(operands=operands):
                move = Move.STILL
                for operand in operands:
                    move = move.joined(self.of(operand))
                return move
            case tree.Rounded(operand=operand):
                return self.of(operand)
            case tree.Choose(condition=condition, then=then, otherwise=otherwise) if self.of(condition) is Move.STILL:
                return self.of(then).joined(self.of(otherwise))
            case _:
                inside = {self.of(child) for child in tree.children(expression)}
                return Move.STILL if inside <= {Move.STILL} else Move.UNKNOWN

    def times(self, left: tree.Expression, right: tree.Expression, one: Move, other: Move) -> Move:
        """Give the move of a product, ``one`` and ``other`` being those of the factors; a factor below 0 would turn the other."""
        if one is Move.STILL and other is Move.STILL:
            return Move.STILL
        if one is not Move.STILL and not self.is_never_negative(right):
            return Move.UNKNOWN
        if other is not Move.STILL and not self.is_never_negative(left):
            return Move.UNKNOWN
        return one.joined(other)

    def is_never_negative(self, expression: tree.Expression) -> bool:
        """Say whether an expression is never below 0: figures, maxima, points of nodes that promise it, and what is made of them."""
        match expression:
            case tree.Constant():
                return expression.kind.is_numeric and expression.number >= 0
            case tree.NodeMaximum():
                return True
            case tree.NodeFigure(figure=tree.Figure.MAXIMUM | tree.Figure.APPLICABLE_MAXIMUM):
                return True
            case tree.NodeFigure(node=node):
                return self.nodes.is_never_negative(node)
            case tree.PartsValue():
                return all(self.nodes.is_never_negative(part) for part in self.nodes.parts)
            case tree.Operation(operator="+" | "*" | "/", left=left, right=right):
                return self.is_never_negative(left) and self.is_never_negative(right)
            case tree.Pick(operands=operands):
                return all(self.is_never_negative(operand) for operand in operands)
            case tree.Rounded(operand=operand):
                return self.is_never_negative(operand)
            case tree.LetValue(name=name):
                return self.is_never_negative(self.rule.lets[name].value)
            case _:
                return False
