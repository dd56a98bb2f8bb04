"""What values an expression can have, from the declared ranges of the evidence: outer bounds, sound but not always tight."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parrules.tree import CriteriaTree, Rule, TreeNode
from parrules.tree import nodes as tree
from parrules.values import (
    Exact,
    Kind,
    difference,
    greatest,
    least,
    opposite,
    product,
    quotient,
    round_to_digits,
    whole,
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the greatest value; nothing where there is no bound on that side."""

    low: Exact | None = None
    high: Exact | None = None


ANY = Bounds()


def expand(expression: tree.Expression, rule: Rule) -> tree.Expression:
    """Put in the place of every `let` what it stands for, so that expressions can be compared."""
    if isinstance(expression, tree.LetValue):
        let = rule.lets.get(expression.name)
        return expand(let.value, rule) if let else expression
    changes: dict[str, object] = {}
    for name in expression.__dataclass_fields__:
        value = getattr(expression, name)
        if isinstance(value, tree.Expression):
            changes[name] = expand(value, rule)
        elif isinstance(value, tree.Bound):
            changes[name] = replace(value, value=expand(value.value, rule))
        elif isinstance(value, tuple) and value and isinstance(value[0], tree.Expression):
            changes[name] = tuple(expand(item, rule) for item in value)
    return replace(expression, **changes) if changes else expression  # type: ignore[arg-type]  # fields keep their types


def bounds(expression: tree.Expression, criteria: CriteriaTree, node: TreeNode) -> Bounds:
    """Bound an expression whose lets are expanded."""
    match expression:
        case tree.Constant():
            if expression.kind is Kind.DATE:
                return ANY
            return Bounds(expression.number, expression.number)
        case tree.FieldValue(ref=ref):
            field = criteria.fields.get(ref)
            if field is None or not field.kind.is_numeric:
                return ANY
            low = field.lower if field.lower is not None else whole(0) if field.kind is Kind.COUNT else None
            return Bounds(low, field.upper)
        case tree.NodeMaximum(part=part):
            maximum = product(node.maximum, part)
            return Bounds(maximum, maximum)
        case tree.NodeFigure(figure=figure, node=other):
            return _figure_bounds(figure, criteria.nodes[other])
        case tree.Opposite(operand=operand):
            inner = bounds(operand, criteria, node)
            return Bounds(
                None if inner.high is None else opposite(inner.high), None if inner.low is None else opposite(inner.low)
            )
        case tree.Operation():
            return _operation_bounds(expression, criteria, node)
        case tree.Choose(then=then, otherwise=otherwise):
            return _union(bounds(then, criteria, node), bounds(otherwise, criteria, node))
        case tree.Default(value=value, otherwise=otherwise):
            return _union(bounds(value, criteria, node), bounds(otherwise, criteria, node))
        case tree.Pick(largest=largest, operands=operands):
            return _pick_bounds([bounds(operand, criteria, node) for operand in operands], largest=largest)
        case tree.Rounded(operand=operand, digits=digits):
            inner = bounds(operand, criteria, node)
            if digits is None:
                return ANY
            mode = criteria.set.rounding.mode
            low, high = (None if end is None else round_to_digits(end, digits, mode) for end in (inner.low, inner.high))
            return Bounds(low, high)
        case _:
            return ANY


def _figure_bounds(figure: tree.Figure, node: TreeNode) -> Bounds:
    match figure:
        case tree.Figure.POINTS:
            return Bounds(node.minimum, node.maximum)
        case tree.Figure.INDEX:
            return Bounds(whole(0) if node.minimum >= 0 else None, whole(1))
        case tree.Figure.MAXIMUM:
            return Bounds(node.maximum, node.maximum)
        case tree.Figure.APPLICABLE_MAXIMUM:
            return Bounds(whole(0), None)


def _union(left: Bounds, right: Bounds) -> Bounds:
    low = None if left.low is None or right.low is None else least((left.low, right.low))
    high = None if left.high is None or right.high is None else greatest((left.high, right.high))
    return Bounds(low, high)


def _pick_bounds(operands: list[Bounds], *, largest: bool) -> Bounds:
    lows, highs = [each.low for each in operands], [each.high for each in operands]
    known_lows, known_highs = [low for low in lows if low is not None], [high for high in highs if high is not None]
    if largest:
        return Bounds(
            greatest(known_lows) if known_lows else None,
            greatest(known_highs) if len(known_highs) == len(highs) else None,
        )
    return Bounds(
        least(known_lows) if len(known_lows) == len(lows) else None, least(known_highs) if known_highs else None
    )


def is_part_of(part: tree.Expression, whole_: tree.Expression, criteria: CriteriaTree) -> bool:
    """Say whether the evidence declares that one value never exceeds the other (`part_of`, also over several steps)."""
    if not (isinstance(part, tree.FieldValue) and isinstance(whole_, tree.FieldValue)):
        return False
    ref, seen = part.ref, set()
    while ref not in seen and (field := criteria.fields.get(ref)) is not None and field.part_of:
        seen.add(ref)
        ref = criteria.owner(ref.node, field.part_of)
        if ref == whole_.ref:
            return True
    return False


def _operation_bounds(expression: tree.Operation, criteria: CriteriaTree, node: TreeNode) -> Bounds:
    left, right = bounds(expression.left, criteria, node), bounds(expression.right, criteria, node)
    match expression.operator:
        case "+":
            return Bounds(_sum(left.low, right.low), _sum(left.high, right.high))
        case "-":
            if is_part_of(expression.right, expression.left, criteria):
                return Bounds(whole(0), _minus(left.high, right.low))
            return Bounds(_minus(left.low, right.high), _minus(left.high, right.low))
        case "*":
            if left.low is not None and right.low is not None and left.low >= 0 and right.low >= 0:
                high = None if left.high is None or right.high is None else product(left.high, right.high)
                return Bounds(product(left.low, right.low), high)
            if None not in (left.low, left.high, right.low, right.high):
                ends = [product(a, b) for a in (left.low, left.high) for b in (right.low, right.high)]  # type: ignore[arg-type]  # none is nothing
                return Bounds(least(ends), greatest(ends))
            return ANY
        case _:
            return _quotient_bounds(expression, left, right, criteria)


def _quotient_bounds(expression: tree.Operation, left: Bounds, right: Bounds, criteria: CriteriaTree) -> Bounds:
    if is_part_of(expression.left, expression.right, criteria) and left.low is not None and left.low >= 0:
        return Bounds(whole(0), whole(1))
    if left.low is not None and left.low >= 0 and right.low is not None and right.low >= 0:
        high = None if left.high is None or right.low == 0 else quotient(left.high, right.low)
        low = whole(0) if right.high is None or right.high == 0 else quotient(left.low, right.high)
        return Bounds(low, high)
    return ANY


def _sum(left: Exact | None, right: Exact | None) -> Exact | None:
    return None if left is None or right is None else difference(left, opposite(right))


def _minus(left: Exact | None, right: Exact | None) -> Exact | None:
    return None if left is None or right is None else difference(left, right)
