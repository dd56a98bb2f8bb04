"""Divisions whose denominator can be zero: each must be kept from it by a line before, a declared range, or `not_applicable`."""

from __future__ import annotations

from parrules.checks.bounds import bounds, expand, is_part_of
from parrules.diagnostics import Findings, Label
from parrules.spans import Span
from parrules.tree import CriteriaTree, Rule, TreeNode
from parrules.tree import nodes as tree
from parrules.tree.words import rule_words
from parrules.values import Exact, Kind


class _Facts:
    """What is known to be true or false where an expression is worked out."""

    def __init__(self, true: tuple[tree.Expression, ...] = (), false: tuple[tree.Expression, ...] = ()) -> None:
        self.true, self.false = true, false

    def with_true(self, condition: tree.Expression) -> _Facts:
        match condition:
            case tree.AllOf(conditions=conditions):
                facts = self
                for each in conditions:
                    facts = facts.with_true(each)
                return facts
            case tree.NotTrue(operand=operand):
                return self.with_false(operand)
        return _Facts((*self.true, condition), self.false)

    def with_false(self, condition: tree.Expression) -> _Facts:
        match condition:
            case tree.AnyOf(conditions=conditions):
                facts = self
                for each in conditions:
                    facts = facts.with_false(each)
                return facts
            case tree.NotTrue(operand=operand):
                return self.with_true(operand)
        return _Facts(self.true, (*self.false, condition))


def check_divisions(criteria: CriteriaTree, findings: Findings) -> None:
    """Report each division that can be by zero (PAR502).

    Where `not_applicable` of a node states a treatment, a zero denominator makes it not applicable; only its vetoes over
    parts, which are tried apart from the rule, need a guard of their own.
    """
    for node in criteria.nodes.values():
        is_treated = node.not_applicable is not None and node.not_applicable.stated
        for rule in (node.rule, *node.readings.values()):
            if rule is not None and not rule.lost_a_condition:
                checker = _Checker(criteria, node, rule, findings)
                checker.check_vetoes()
                if not is_treated:
                    checker.check()
                checker.report()


class _Checker:
    def __init__(self, criteria: CriteriaTree, node: TreeNode, rule: Rule, findings: Findings) -> None:
        self.criteria, self.node, self.rule, self.findings = criteria, node, rule, findings
        self.found: dict[str, list[Span]] = {}  #: Where each denominator, as written, can be zero.

    def report(self) -> None:
        """Report each denominator once, at the first place where it can be zero, with the others."""
        words = rule_words(self.criteria.set.language, "PAR502.help")
        for text, (first, *others) in self.found.items():
            labels = tuple(Label(span) for span in dict.fromkeys(others) if span != first)
            self.findings.add(
                "PAR502", first, help="PAR502.help", labels=labels, node=self.node.id, denominator=text, **words
            )

    def check_vetoes(self) -> None:
        """Check the conditions of vetoes, which no other line guards."""
        for veto in self.rule.vetoes:
            self.visit(veto.condition, _Facts())

    def check(self) -> None:
        """Check the other lines: the requirements first, as they are tried first, then each line under those above it."""
        facts = _Facts()
        for line in self.rule.lines:
            if isinstance(line, tree.Require):
                self.visit(line.condition, facts)
                facts = facts.with_true(expand(line.condition, self.rule))
        for line in self.rule.lines:
            match line:
                case tree.Let() | tree.Require() | tree.Veto():
                    continue  # A name is worked out, and checked, where it is used.
                case tree.When(condition=condition, outcome=outcome):
                    self.visit(condition, facts)
                    expanded = expand(condition, self.rule)
                    if isinstance(outcome, tree.Expression):
                        self.visit(outcome, facts.with_true(expanded))
                    facts = facts.with_false(expanded)
                case tree.Change() | tree.WholeSteps():
                    inner = facts
                    if line.guard is not None:
                        self.visit(line.guard, facts)
                        inner = facts.with_true(expand(line.guard, self.rule))
                    for child in tree.children(line):
                        if child is not line.guard:
                            self.visit(child, inner)
                case _:
                    for child in tree.children(line):
                        self.visit(child, facts)

    def visit(self, expression: tree.Expression, facts: _Facts) -> None:
        match expression:
            case tree.LetValue(name=name):
                let = self.rule.lets.get(name)
                if let is not None:
                    self.visit(let.value, facts)
            case tree.Choose(condition=condition, then=then, otherwise=otherwise):
                self.visit(condition, facts)
                expanded = expand(condition, self.rule)
                self.visit(then, facts.with_true(expanded))
                self.visit(otherwise, facts.with_false(expanded))
            case tree.AllOf(conditions=conditions) | tree.AnyOf(conditions=conditions):
                # A condition that decides alone covers a fault of the others, so each may rely on those before it.
                inner = facts
                for condition in conditions:
                    self.visit(condition, inner)
                    expanded = expand(condition, self.rule)
                    inner = (
                        inner.with_true(expanded) if isinstance(expression, tree.AllOf) else inner.with_false(expanded)
                    )
            case _:
                if isinstance(expression, tree.Operation) and expression.operator == "/":
                    self.denominator(expression, facts)
                for child in tree.children(expression):
                    self.visit(child, facts)

    def denominator(self, division: tree.Operation, facts: _Facts) -> None:
        below = expand(division.right, self.rule)
        if self.never_zero(below, facts):
            return
        written = division.right.span.text
        text = " ".join(written.split()) if written else ""
        self.found.setdefault(text, []).append(division.span)

    def never_zero(self, expression: tree.Expression, facts: _Facts) -> bool:
        """Say whether an expression cannot be zero here."""
        match expression:
            case tree.Operation(operator="*" | "/", left=left, right=right):
                if self.never_zero(left, facts) and self.never_zero(right, facts):
                    return True
            case tree.Choose(condition=condition, then=then, otherwise=otherwise):
                if self.never_zero(then, facts.with_true(condition)) and self.never_zero(
                    otherwise, facts.with_false(condition)
                ):
                    return True
        inside = bounds(expression, self.criteria, self.node)
        if (inside.low is not None and inside.low > 0) or (inside.high is not None and inside.high < 0):
            return True
        nonnegative = inside.low is not None and inside.low >= 0
        if any(self._true_excludes_zero(fact, expression) for fact in facts.true):
            return True
        if any(self._false_excludes_zero(fact, expression, nonnegative=nonnegative) for fact in facts.false):
            return True
        # A part that is not zero has a whole that is not zero.
        return isinstance(expression, tree.FieldValue) and any(
            is_part_of(part, expression, self.criteria) and part != expression and self.never_zero(part, facts)
            for part in self._parts_of(expression)
        )

    def _parts_of(self, expression: tree.FieldValue) -> list[tree.FieldValue]:
        return [
            tree.FieldValue(kind=Kind.COUNT, ref=ref, span=expression.span)
            for ref, field in self.criteria.fields.items()
            if field.part_of and self.criteria.owner(ref.node, field.part_of) == expression.ref
        ]

    def _true_excludes_zero(self, fact: tree.Expression, expression: tree.Expression) -> bool:
        match fact:
            case tree.Comparison(operator=operator, left=left, right=right):
                if _same(left, expression) and (limit := _constant(right)) is not None:
                    return _excludes(operator, limit)
                if _same(right, expression) and (limit := _constant(left)) is not None:
                    return _excludes(_MIRRORED[operator], limit)
            case tree.RangeTest(subject=subject, lower=lower, upper=upper) if _same(subject, expression):
                if (
                    lower is not None
                    and (limit := _constant(lower.value)) is not None
                    and (limit > 0 or (limit == 0 and not lower.included))
                ):
                    return True
                return (
                    upper is not None
                    and (limit := _constant(upper.value)) is not None
                    and (limit < 0 or (limit == 0 and not upper.included))
                )
        return False

    def _false_excludes_zero(self, fact: tree.Expression, expression: tree.Expression, *, nonnegative: bool) -> bool:
        del nonnegative
        match fact:
            case tree.Comparison(operator=operator, left=left, right=right):
                opposite = _NEGATED[operator]
                if _same(left, expression) and (limit := _constant(right)) is not None:
                    return _excludes(opposite, limit)
                if _same(right, expression) and (limit := _constant(left)) is not None:
                    return _excludes(_MIRRORED[opposite], limit)
            case tree.RangeTest(subject=subject, lower=None, upper=upper) if (
                _same(subject, expression) and upper is not None
            ):
                return (limit := _constant(upper.value)) is not None and (limit > 0 or (limit == 0 and upper.included))
        return False


_MIRRORED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_NEGATED = {"=": "!=", "!=": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def _same(left: tree.Expression, right: tree.Expression) -> bool:
    return left == right


def _constant(expression: tree.Expression) -> Exact | None:
    if isinstance(expression, tree.Constant) and expression.kind is not Kind.DATE:
        return expression.number
    return None


def _excludes(operator: str, limit: Exact) -> bool:
    """Say whether ``x operator limit`` keeps x from being 0."""
    match operator:
        case "=":
            return limit != 0
        case "!=":
            return limit == 0
        case ">":
            return limit >= 0
        case ">=":
            return limit > 0
        case "<":
            return limit <= 0
        case _:
            return limit < 0
