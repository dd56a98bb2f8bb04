"""Whether a group's rule can only rise where its parts rise, so that the interval of waiting parts gives the interval of the group."""

from __future__ import annotations

from parrules.tree import Rule
from parrules.tree import nodes as tree


def rises_with_parts(rule: Rule) -> bool:
    """Say whether more points of other nodes never give fewer points of this rule, as far as its form tells.

    Sums, means, multiples by figures, minima, maxima, roundings, floors and caps of points rise with them; a condition on points, a
    division by points or a deduction of them is taken not to.
    """
    for line in rule.lines:
        match line:
            case tree.Let() | tree.Require() | tree.Veto():
                continue
            case tree.When(condition=condition, outcome=outcome):
                if _depends(condition, rule) or (isinstance(outcome, tree.Expression) and not _rises(outcome, rule)):
                    return False
            case tree.Otherwise(outcome=outcome):
                if isinstance(outcome, tree.Expression) and not _rises(outcome, rule):
                    return False
            case tree.StartFrom(amount=amount) | tree.Limit(amount=amount):
                if not _rises(amount, rule):
                    return False
            case tree.Change(sign=sign, amount=amount, per=per, cap=cap, guard=guard):
                others = [each for each in (per, cap, guard) if each is not None]
                if any(_depends(each, rule) for each in others):
                    return False
                if not (_rises(amount, rule) if sign > 0 else not _depends(amount, rule)):
                    return False
            case tree.WholeSteps():
                if any(_depends(each, rule) for each in tree.children(line)):
                    return False
    return True


def _depends(expression: tree.Expression, rule: Rule) -> bool:
    """Say whether an expression reads points of other nodes."""
    for part in tree.walk(expression):
        if isinstance(part, tree.PartsValue):
            return True
        if isinstance(part, tree.NodeFigure) and part.figure in (tree.Figure.POINTS, tree.Figure.INDEX):
            return True
        if isinstance(part, tree.LetValue) and _depends(rule.lets[part.name].value, rule):
            return True
    return False


def _rises(expression: tree.Expression, rule: Rule) -> bool:
    if not _depends(expression, rule):
        return True
    match expression:
        case tree.NodeFigure() | tree.PartsValue():
            return True
        case tree.LetValue(name=name):
            return _rises(rule.lets[name].value, rule)
        case tree.Operation(operator="+", left=left, right=right):
            return _rises(left, rule) and _rises(right, rule)
        case tree.Operation(operator="-", left=left, right=right):
            return _rises(left, rule) and not _depends(right, rule)
        case tree.Operation(operator="*", left=left, right=right):
            one, other = (left, right) if _depends(left, rule) else (right, left)
            return _rises(one, rule) and not _depends(other, rule) and _is_positive(other, rule)
        case tree.Operation(operator="/", left=left, right=right):
            return _rises(left, rule) and not _depends(right, rule) and _is_positive(right, rule)
        case tree.Pick(operands=operands):
            return all(_rises(operand, rule) for operand in operands)
        case tree.Rounded(operand=operand):
            return _rises(operand, rule)
        case tree.Choose(condition=condition, then=then, otherwise=otherwise):
            return not _depends(condition, rule) and _rises(then, rule) and _rises(otherwise, rule)
        case _:
            return False


def _is_positive(expression: tree.Expression, rule: Rule) -> bool:
    """Say whether an expression is never below 0: maxima, figures, and sums, products and quotients of them."""
    match expression:
        case tree.Constant():
            return expression.kind.is_numeric and expression.number >= 0
        case tree.NodeMaximum():
            return True
        case tree.NodeFigure(figure=figure):
            return figure in (tree.Figure.MAXIMUM, tree.Figure.APPLICABLE_MAXIMUM)
        case tree.Operation(operator="+" | "*" | "/", left=left, right=right):
            return _is_positive(left, rule) and _is_positive(right, rule)
        case tree.LetValue(name=name):
            return _is_positive(rule.lets[name].value, rule)
        case _:
            return False
