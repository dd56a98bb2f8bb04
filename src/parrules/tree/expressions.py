"""Expressions as written become expressions of the tree: names resolved, kinds worked out, misfits found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field

from parrules.criteria import CriteriaNode, CriteriaSet, Field
from parrules.diagnostics import Findings, closest
from parrules.language import fold, format_expression
from parrules.language import syntax as written
from parrules.language.dates import DateParts
from parrules.language.lexicon import FUNCTIONS, function_named
from parrules.messages import Joined, Words
from parrules.spans import Span
from parrules.tree import nodes as tree
from parrules.tree.nodes import FieldRef
from parrules.tree.words import rule_words
from parrules.values import Exact, Given, Kind, whole
from parrules.values.kinds import (
    can_be_compared,
    can_be_points,
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


@dataclass
class Scope:
    """What names mean in one rule: the node's fields, the lets so far, the nodes of the set."""

    criteria: CriteriaSet
    node: CriteriaNode | None  #: Nothing for the total.
    owner: Callable[[str, str], FieldRef]
    node_ids: tuple[str, ...]
    lets: dict[str, tree.Expression]
    later_lets: tuple[str, ...] = ()
    broken_lets: set[str] = dataclass_field(
        default_factory=set
    )  #: Lets that could not be resolved: what uses them is passed over.

    @property
    def language(self) -> str:
        """The language of the rule."""
        return self.criteria.language

    @property
    def id(self) -> str:
        """The node's id; that of the total is empty."""
        return self.node.id if self.node else ""

    @property
    def fields(self) -> dict[str, Field]:
        """The node's fields."""
        return self.node.fields if self.node else {}

    def field_named(self, name: str) -> Field | None:
        """Find a field by its name, whatever the place of its tone marks."""
        if name in self.fields:
            return self.fields[name]
        key = fold(name)
        return next((field for declared, field in self.fields.items() if fold(declared) == key), None)

    def let_named(self, name: str) -> str | None:
        """Find a let by its name, whatever the place of its tone marks."""
        if name in self.lets:
            return name
        key = fold(name)
        return next((declared for declared in self.lets if fold(declared) == key), None)


class Resolver:
    """Turns the expressions of one rule into tree expressions; gives nothing where a finding says why."""

    def __init__(self, scope: Scope, findings: Findings) -> None:
        self.scope, self.findings = scope, findings
        self.used_lets: set[str] = set()

    # -- by what is wanted -------------------------------------------------------------------------------------------------

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

    # -- findings ----------------------------------------------------------------------------------------------------------

    def _add(
        self, message: str, node: written.Expression | Span, help_id: str | None = None, **arguments: object
    ) -> None:
        span = node if isinstance(node, Span) else node.span
        text = " ".join(span.text.split()) if isinstance(node, Span) else format_expression(node, self.scope.language)
        words = rule_words(self.scope.language, message, help_id)
        self.findings.add(message, span, help=help_id, node=self.scope.id, text=text, **words, **arguments)  # type: ignore[arg-type]  # words and arguments

    def _kind_words(self, kind: Kind) -> object:
        from parrules.messages import Message, Nested

        return Nested(Message(f"kind.{kind.value}"))

    # -- one by one --------------------------------------------------------------------------------------------------------

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

    def _note_days(self, node: written.Expression) -> None:
        """Say that a figure lacks its unit, days."""
        figure = format_expression(node, self.scope.language)
        unit = "ngày" if self.scope.language == "vi" else "days"
        self._add("PAR401.days", node, "PAR401.days.help", figure=f"{figure} {unit}")

    # -- comparisons -------------------------------------------------------------------------------------------------------

    def _comparable(
        self,
        left: tree.Expression,
        right: tree.Expression,
        left_node: written.Expression,
        right_node: written.Expression,
    ) -> bool:
        for one, other, other_node, one_node in (
            (left, right, right_node, left_node),
            (right, left, left_node, right_node),
        ):
            if (
                one.kind is Kind.RATIO
                and other.kind is Kind.NUMBER
                and isinstance(other, tree.Constant)
                and other.number > 1
            ):
                figure = format_expression(other_node, self.scope.language)
                name = format_expression(one_node, self.scope.language)
                self._add("PAR402", other_node, "PAR402.help", name=name, figure=figure)
                return False
        if can_be_compared(left.kind, right.kind):
            return True
        pair = {left.kind, right.kind}
        bad, bad_node = (left, left_node) if left.kind is Kind.NUMBER else (right, right_node)
        if Kind.DATE in pair and pair & {Kind.NUMBER, Kind.RATIO}:
            suggestion = self._as_date(left_node if left.kind is not Kind.DATE else right_node)
            self._add("PAR401.date", bad_node, "PAR401.date.help", date=suggestion)
        elif Kind.DAYS in pair and Kind.NUMBER in pair and isinstance(bad, tree.Constant):
            self._note_days(bad_node)
        elif pair & {Kind.OPTION, Kind.YES_NO, Kind.TEXT}:
            self._add("PAR401.option", right_node, "PAR401.option.help")
        else:
            self._add(
                "PAR401.compare", right_node, "PAR401.compare.help",
                left=self._kind_words(left.kind), right=self._kind_words(right.kind),
            )  # fmt: skip
        return False

    def _as_date(self, node: written.Expression) -> str:
        """Give the date that ``31/3`` was meant to be, else an example."""
        if (
            isinstance(node, written.Arithmetic)
            and node.operator == "/"
            and isinstance(node.left, written.Number)
            and isinstance(node.right, written.Number)
            and node.left.value.denominator == node.right.value.denominator == 1
        ):
            parts = DateParts(int(node.left.value), int(node.right.value))
            if parts.exists:
                return format_expression(written.Date(parts=parts, span=node.span), self.scope.language)
        example = written.Date(parts=DateParts(31, 3), span=node.span)
        return format_expression(example, self.scope.language)

    def _chain(self, node: written.Chain) -> tree.Expression | None:
        operands = [self.expression(operand) for operand in node.operands]
        if any(operand is None for operand in operands):
            return None
        tests: list[tree.Expression] = []
        for index, operator in enumerate(node.operators):
            left, right = operands[index], operands[index + 1]
            assert left is not None and right is not None
            if not self._comparable(left, right, node.operands[index], node.operands[index + 1]):
                return None
            span = Span(node.span.source, node.operands[index].span.start, node.operands[index + 1].span.end)
            tests.append(tree.Comparison(kind=Kind.CONDITION, operator=operator, left=left, right=right, span=span))
        if len(tests) == 1:
            return tests[0]
        return tree.AllOf(kind=Kind.CONDITION, conditions=tuple(tests), span=node.span)

    def _range(self, node: written.Range) -> tree.Expression | None:
        subject = self.expression(node.subject)
        bounds: list[tree.Bound | None] = []
        for bound in (node.lower, node.upper):
            value = self.expression(bound.value) if bound else None
            if bound and value is None:
                return None
            if (
                bound
                and value is not None
                and subject is not None
                and not self._comparable(subject, value, node.subject, bound.value)
            ):
                return None
            bounds.append(tree.Bound(value=value, included=bound.included) if bound and value is not None else None)
        if subject is None:
            return None
        return tree.RangeTest(
            kind=Kind.CONDITION, subject=subject, lower=bounds[0], upper=bounds[1], worded=node.worded, span=node.span
        )

    def _option(self, node: written.IsOption) -> tree.Expression | None:
        subject = self.expression(node.subject)
        if subject is None:
            return None
        if not isinstance(subject, tree.FieldValue) or subject.kind not in (Kind.OPTION, Kind.YES_NO, Kind.TEXT):
            self._add("PAR401.is", node.subject, "PAR401.is.help", kind=self._kind_words(subject.kind))
            return None
        field = self.scope.field_named(node.subject.name) if isinstance(node.subject, written.Name) else None
        assert field is not None
        option = self._option_key(node, field)
        if option is None:
            return None
        return tree.OptionTest(
            kind=Kind.CONDITION, ref=subject.ref, option=option, negated=node.negated, span=node.span
        )

    def _option_key(self, node: written.IsOption, field: Field) -> str | bool | None:
        said = node.option
        if field.kind is Kind.YES_NO:
            if isinstance(said, bool):
                return said
            words = rule_words(self.scope.language, "PAR307.yes-no", "PAR307.yes-no.help")
            self.findings.add(
                "PAR307.yes-no",
                node.option_span,
                help="PAR307.yes-no.help",
                node=self.scope.id,
                option=said,
                name=field.name,
                **words,
            )
            return None
        if isinstance(said, bool):
            said = " ".join(node.option_span.text.split())
        if field.kind is Kind.TEXT:
            return said
        key = fold(said)
        for option in field.options:
            if key in (fold(option.key), fold(option.title.vi), fold(option.title.en)):
                return option.key
        known = [option.title.in_(self.scope.language) for option in field.options]
        near = closest(said, known)
        self.findings.add(
            "PAR307", node.option_span, help="PAR307.near" if near else "PAR307.help", node=self.scope.id, option=said, name=field.name,
            near=near or "", known=Joined(tuple(Words(f"`{each}`") for each in known)),
        )  # fmt: skip
        return None

    def _state(self, node: written.StateTest) -> tree.Expression | None:
        subject = self.expression(node.subject)
        if subject is None:
            return None
        if not isinstance(subject, tree.FieldValue):
            self._add("PAR401.state", node.subject, "PAR401.state.help")
            return None
        return tree.StateTest(
            kind=Kind.CONDITION,
            ref=subject.ref,
            state=tree.State(node.state.value),
            negated=node.negated,
            span=node.span,
        )

    def _date_operand(self, node: written.Expression) -> tree.Expression | None:
        resolved = self.expression(node)
        if resolved is None:
            return None
        if resolved.kind is not Kind.DATE:
            self._add(
                "PAR401.no-date",
                node,
                "PAR401.date.help",
                kind=self._kind_words(resolved.kind),
                date=self._as_date(node),
            )
            return None
        return resolved

    def _date_comparison(self, node: written.DateComparison) -> tree.Expression | None:
        subject, limit = self._date_operand(node.subject), self._date_operand(node.limit)
        if subject is None or limit is None:
            return None
        if node.how == "by" and self.scope.criteria.dates.rest_days_move:
            limit = tree.Deadline(kind=Kind.DATE, operand=limit, span=limit.span)
        return tree.DateTest(kind=Kind.CONDITION, how=node.how, subject=subject, limit=limit, span=node.span)

    def _period(self, node: written.InPeriod) -> tree.Expression | None:
        subject = self._date_operand(node.subject)
        if subject is None:
            return None
        first, last = node.period.period.days_of(self.scope.criteria.year + node.period.shift)
        return tree.PeriodTest(
            kind=Kind.CONDITION, subject=subject, first=first, last=last, parts=node.period, span=node.span
        )

    def _days_after(self, node: written.DaysAfter) -> tree.Expression | None:
        subject, since = self._date_operand(node.subject), self._date_operand(node.since)
        days = self.expression(node.days)
        if subject is None or since is None or days is None:
            return None
        if days.kind not in (Kind.DAYS, Kind.WORKING_DAYS):
            if days.kind is Kind.NUMBER and isinstance(days, tree.Constant):
                self._note_days(node.days)
            else:
                example = "30 ngày" if self.scope.language == "vi" else "30 days"
                self._add(
                    "PAR401.no-days", node.days, "PAR401.no-days.help", kind=self._kind_words(days.kind), figure=example
                )
            return None
        return tree.DaysAfterTest(
            kind=Kind.CONDITION, subject=subject, days=days, since=since, within=node.within, span=node.span
        )

    def _not(self, node: written.Not) -> tree.Expression | None:
        operand = self.condition(node.operand)
        if operand is None:
            return None
        if (
            isinstance(operand, tree.OptionTest)
            and operand.option is True
            and not isinstance(node.operand, written.IsOption)
        ):
            # `không x` of a yes-no value means that it is no, not that it was never said.
            return replace(operand, option=False, span=node.span)
        return tree.NotTrue(kind=Kind.CONDITION, operand=operand, span=node.span)

    # -- functions ---------------------------------------------------------------------------------------------------------

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
        )  # type: ignore[misc]  # messages are arguments
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
