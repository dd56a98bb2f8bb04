"""Figures as written become expressions of the tree: numbers, dates, names, arithmetic, functions."""

from __future__ import annotations

from collections.abc import Callable

from parrules.diagnostics import closest
from parrules.language import fold, format_expression
from parrules.language import syntax as written
from parrules.language.lexicon import FUNCTIONS, function_named
from parrules.messages import Joined, Words
from parrules.spans import Span
from parrules.tree import nodes as tree
from parrules.tree.scope import Resolving
from parrules.tree.words import rule_words
from parrules.values import Exact, Given, Kind
from parrules.values.kinds import (
    kind_of_difference,
    kind_of_product,
    kind_of_quotient,
    kind_of_sum,
)  # fmt: skip

_SUM_KINDS: dict[str, Callable[[Kind, Kind], Kind | None]] = {
    "+": kind_of_sum,
    "-": kind_of_difference,
    "*": kind_of_product,
    "/": kind_of_quotient,
}
_FIGURES = {
    "points": (tree.Figure.POINTS, Kind.POINTS),
    "index": (tree.Figure.INDEX, Kind.RATIO),
    "maximum": (tree.Figure.MAXIMUM, Kind.POINTS),
    "applicable_maximum": (tree.Figure.APPLICABLE_MAXIMUM, Kind.POINTS),
}


class FigureResolver(Resolving):
    """Resolves what gives a value: figures, names, arithmetic, functions."""

    def _number(self, node: written.Number) -> tree.Expression | None:
        kind = {
            written.Unit.NONE: Kind.NUMBER,
            written.Unit.POINTS: Kind.POINTS,
            written.Unit.DAYS: Kind.DAYS,
            written.Unit.WORKING_DAYS: Kind.WORKING_DAYS,
        }.get(node.unit)
        if kind is None:
            self._add("PAR401.digits", node, "PAR401.digits.help")
            return None
        return tree.Constant(kind=kind, value=Given(node.value, kind), span=node.span)

    def _maximum(self, node: written.Expression, part: Exact, *, in_percent: bool) -> tree.Expression:
        return tree.NodeMaximum(kind=Kind.POINTS, part=part, in_percent=in_percent, span=node.span)

    def _parts(self, node: written.Parts) -> tree.Expression | None:
        if self.scope.node is not None and self.scope.node.is_leaf:
            self._add("PAR209.parts", node, "PAR209.parts.help")
            return None
        return tree.PartsValue(kind=Kind.POINTS, taken=node.taken, span=node.span)

    def _date(self, node: written.Date) -> tree.Expression | None:
        date = node.parts.in_year(self.scope.criteria.year)
        if date is None:
            self._add(
                "PAR211.year",
                node,
                "PAR211.help",
                date=format_expression(node, self.scope.language),
                year=str(self.scope.criteria.year),
            )
            return None
        return tree.Constant(kind=Kind.DATE, value=Given(date, Kind.DATE), parts=node.parts, span=node.span)

    def _name(self, node: written.Name) -> tree.Expression | None:
        scope = self.scope
        if (let := scope.let_named(node.name)) is not None:
            self.used_lets.add(let)
            return tree.LetValue(kind=scope.lets[let].kind, name=let, span=node.span)
        if (field := scope.field_named(node.name)) is not None:
            return tree.FieldValue(kind=field.kind, ref=scope.owner(scope.id, field.name), span=node.span)
        if fold(node.name) not in scope.broken_lets:
            self._unknown_name(node.name, node.span)
        return None

    def _unknown_name(self, name: str, span: Span) -> None:
        scope = self.scope
        if any(fold(later) == fold(name) for later in scope.later_lets):
            self.used_lets.update(later for later in scope.later_lets if fold(later) == fold(name))
            words = rule_words(scope.language, "PAR301.later.help")
            self.findings.add("PAR301.later", span, help="PAR301.later.help", node=scope.id, name=name, **words)
            return
        known = [*scope.lets, *scope.fields]
        near = closest(name, known)
        elsewhere = next((each.id for each in scope.criteria.walk() if name in each.fields), "")
        if scope.node is None:
            help_id = "PAR301.near" if near else "PAR301.total.help"
        else:
            help_id = (
                "PAR301.near"
                if near
                else "PAR301.elsewhere"
                if elsewhere
                else "PAR301.known"
                if known
                else "PAR301.help"
            )
        self.findings.add(
            "PAR301" if scope.node else "PAR301.total", span, help=help_id, node=scope.id, name=name, id=scope.id, near=near or "",
            elsewhere=elsewhere, known=Joined(tuple(Words(f"`{each}`") for each in known[:12])), **rule_words(scope.language, help_id),
        )  # fmt: skip

    def _negative(self, node: written.Negative) -> tree.Expression | None:
        operand = self.expression(node.operand)
        if operand is None:
            return None
        if not operand.kind.is_numeric:
            self._add("PAR401.negative", node, "PAR401.negative.help", kind=self._kind_words(operand.kind))
            return None
        return tree.Opposite(kind=operand.kind, operand=operand, span=node.span)

    def _arithmetic(self, node: written.Arithmetic) -> tree.Expression | None:
        if node.operator == "-" and isinstance(node.left, written.Percent) and isinstance(node.right, written.Percent):
            from parrules.language.lexicon import written as word

            left, right = (format_expression(side, self.scope.language) for side in (node.left, node.right))
            phrase = f"{word('FROM', self.scope.language)} {left} {word('TO', self.scope.language)} {right}"
            self.findings.add(
                "PAR202.dash", node.span, help="PAR202.write", node=self.scope.id, word="-", written=phrase
            )
            return None
        left_side, right_side = self.expression(node.left), self.expression(node.right)
        if left_side is None or right_side is None:
            return None
        kind = _SUM_KINDS[node.operator](left_side.kind, right_side.kind)
        if kind is None and (bare := self._bare_days(node, left_side, right_side)) is not None:
            self._note_days(bare)
            return None
        if kind is None:
            self._add(
                f"PAR401.{ {'+': 'plus', '-': 'minus', '*': 'times', '/': 'over'}[node.operator] }".replace(" ", ""),
                node, "PAR401.arithmetic.help", left=self._kind_words(left_side.kind), right=self._kind_words(right_side.kind),
            )  # fmt: skip
            return None
        if node.operator == "/" and isinstance(right_side, tree.Constant) and right_side.value.content == 0:
            self._add("PAR502.zero", node, "PAR502.zero.help")
            return None
        return tree.Operation(kind=kind, operator=node.operator, left=left_side, right=right_side, span=node.span)

    @staticmethod
    def _bare_days(
        node: written.Arithmetic, left: tree.Expression, right: tree.Expression
    ) -> written.Expression | None:
        """Find the bare figure in ``date + 5`` or ``days - 2``, which was meant to be a number of days."""
        if node.operator not in "+-":
            return None
        for one, other, other_node in ((left, right, node.right), (right, left, node.left)):
            if one.kind in (Kind.DATE, Kind.DAYS) and other.kind is Kind.NUMBER and isinstance(other, tree.Constant):
                return other_node
        return None

    def _call(self, node: written.Call) -> tree.Expression | None:
        known = {function.key: function for function in FUNCTIONS if not function.later}
        if node.function not in known:
            names = [function.written(self.scope.language) for function in known.values()]
            near = closest(node.function, names)
            self.findings.add(
                "PAR306", node.name_span, help="PAR306.near" if near else "PAR306.help", node=self.scope.id, name=node.function,
                near=near or "", known=Joined(tuple(Words(f"`{name}`") for name in names)),
            )  # fmt: skip
            return None
        function = known[node.function]
        count = len(node.arguments)
        if count < function.least or (function.most >= 0 and count > function.most):
            self._add(
                "PAR405.count",
                node,
                "PAR405.count.help",
                name=function.written(self.scope.language),
                wanted=str(function.least),
                given=str(count),
            )
            return None
        if node.function in _FIGURES:
            return self._node_figure(node)
        match node.function:
            case "min" | "max":
                operands = [self.expression(argument) for argument in node.arguments]
                kind = self._common_kind(operands, node)
                if kind is None:
                    return None
                given = tuple(operand for operand in operands if operand is not None)
                return tree.Pick(kind=kind, largest=node.function == "max", operands=given, span=node.span)
            case "choose":
                condition = self.condition(node.arguments[0])
                branches = [self.expression(argument) for argument in node.arguments[1:]]
                kind = self._common_kind(branches, node)
                if condition is None or kind is None or branches[0] is None or branches[1] is None:
                    return None
                return tree.Choose(
                    kind=kind, condition=condition, then=branches[0], otherwise=branches[1], span=node.span
                )
            case "default":
                value, otherwise = self.expression(node.arguments[0]), self.expression(node.arguments[1])
                kind = self._common_kind([value, otherwise], node)
                if kind is None or value is None or otherwise is None:
                    return None
                return tree.Default(kind=kind, value=value, otherwise=otherwise, span=node.span)
            case _:
                return self._rounding(node)

    def _common_kind(self, operands: list[tree.Expression | None], node: written.Call) -> Kind | None:
        """Give the one kind of several operands; a bare number takes the kind of the others."""
        if any(operand is None for operand in operands):
            return None
        kinds = {operand.kind for operand in operands if operand is not None}
        special = kinds - {Kind.NUMBER}
        numeric = all(kind.is_numeric for kind in kinds)
        if (numeric and len(special) <= 1) or kinds == {Kind.DATE}:
            return next(iter(special), Kind.NUMBER)
        self._add(
            "PAR401.common",
            node,
            "PAR401.common.help",
            kinds=Joined(tuple(self._kind_words(kind) for kind in sorted(kinds))),
        )
        return None

    def _rounding(self, node: written.Call) -> tree.Expression | None:
        operand = self.expression(node.arguments[0])
        place = node.arguments[1]
        if operand is None:
            return None
        message = "PAR405.round" if node.function == "round" else "PAR405.step"
        name = function_named(node.function).written(self.scope.language)
        if not operand.kind.is_numeric or not isinstance(place, written.Number | written.Percent):
            self._add(message, node, message + ".help", name=name)
            return None
        if node.function == "round":
            if isinstance(place, written.Percent) or place.value.denominator != 1 or not 0 <= place.value <= 10:
                self._add(message, place, message + ".help", name=name)
                return None
            return tree.Rounded(kind=operand.kind, operand=operand, digits=int(place.value), span=node.span)
        step = place.ratio if isinstance(place, written.Percent) else place.value
        if step <= 0:
            self._add(message, place, message + ".help", name=name)
            return None
        return tree.Rounded(kind=operand.kind, operand=operand, step=step, span=node.span)

    def _node_figure(self, node: written.Call) -> tree.Expression | None:
        argument = node.arguments[0]
        if not isinstance(argument, written.Text):
            self._add("PAR405.node", argument.span, "PAR405.node.help")
            return None
        if argument.text not in self.scope.node_ids:
            near = closest(argument.text, self.scope.node_ids)
            self.findings.add(
                "PAR302",
                argument.span,
                help="PAR302.near" if near else "PAR302.help",
                node=self.scope.id,
                id=argument.text,
                near=near or "",
            )
            return None
        figure, kind = _FIGURES[node.function]
        return tree.NodeFigure(kind=kind, figure=figure, node=argument.text, span=node.span)
