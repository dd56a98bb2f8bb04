"""Expressions as written become expressions of the tree: names resolved, kinds worked out, misfits found."""

from __future__ import annotations

from parrules.language import format_expression
from parrules.language import syntax as written
from parrules.tree import nodes as tree
from parrules.tree.conditions import ConditionResolver
from parrules.tree.figures import FigureResolver
from parrules.values import Given, Kind, whole
from parrules.values.kinds import (
    can_be_points,
)  # fmt: skip


class Resolver(FigureResolver, ConditionResolver):
    """Turns the expressions of one rule into tree expressions; gives nothing where a finding says why."""

    def condition(self, node: written.Expression) -> tree.Expression | None:
        """Resolve something that must be true or false."""
        resolved = self.expression(node)
        if resolved is None:
            return None
        if resolved.kind is Kind.YES_NO and isinstance(resolved, tree.FieldValue):
            return tree.OptionTest(kind=Kind.CONDITION, span=resolved.span, ref=resolved.ref, option=True)
        if resolved.kind is not Kind.CONDITION:
            self._add("PAR403", node, "PAR403.help", kind=self._kind_words(resolved.kind))
            return None
        return resolved

    def points(self, node: written.Expression) -> tree.Expression | None:
        """Resolve something that gives points."""
        resolved = self.expression(node)
        if resolved is None:
            return None
        if not can_be_points(resolved.kind):
            help_id = "PAR404.ratio.help" if resolved.kind is Kind.RATIO else "PAR404.help"
            text = format_expression(node, self.scope.language)
            factor = f"({text})" if isinstance(node, written.Arithmetic) and node.operator in "+-" else text
            self._add("PAR404", node, help_id, kind=self._kind_words(resolved.kind), factor=factor)
            return None
        return resolved

    def occurrences(self, node: written.Expression) -> tree.Expression | None:
        """Resolve how many times something happened."""
        resolved = self.expression(node)
        if resolved is None:
            return None
        if resolved.kind not in (Kind.COUNT, Kind.NUMBER, Kind.DAYS):
            self._add("PAR401.occurrences", node, "PAR401.occurrences.help", kind=self._kind_words(resolved.kind))
            return None
        return resolved

    def expression(self, node: written.Expression) -> tree.Expression | None:
        """Resolve any expression."""
        match node:
            case written.Number():
                return self._number(node)
            case written.Percent():
                return tree.Constant(kind=Kind.RATIO, value=Given(node.ratio, Kind.RATIO), span=node.span)
            case written.Maximum():
                return self._maximum(node, whole(1), in_percent=False)
            case written.PartOfMaximum():
                return self._maximum(node, node.part, in_percent=node.in_percent)
            case written.Parts():
                return self._parts(node)
            case written.Date():
                return self._date(node)
            case written.Text():
                self._add("PAR401.text", node, "PAR401.text.help")
                return None
            case written.Name():
                return self._name(node)
            case written.Negative():
                return self._negative(node)
            case written.Arithmetic():
                return self._arithmetic(node)
            case written.Chain():
                return self._chain(node)
            case written.Range():
                return self._range(node)
            case written.IsOption():
                return self._option(node)
            case written.StateTest():
                return self._state(node)
            case written.DateComparison():
                return self._date_comparison(node)
            case written.InPeriod():
                return self._period(node)
            case written.DaysAfter():
                return self._days_after(node)
            case written.All() | written.Any():
                conditions = [self.condition(condition) for condition in node.conditions]
                resolved = tuple(condition for condition in conditions if condition is not None)
                if len(resolved) < len(conditions):
                    return None
                form = tree.AllOf if isinstance(node, written.All) else tree.AnyOf
                return form(kind=Kind.CONDITION, conditions=resolved, span=node.span)
            case written.Not():
                return self._not(node)
            case written.Call():
                return self._call(node)
            case _:
                raise AssertionError(node)
