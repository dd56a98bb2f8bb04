"""Conditions as written become expressions of the tree: comparisons, ranges, options, states, dates."""

from __future__ import annotations

from dataclasses import replace

from parrules.criteria import Field
from parrules.diagnostics import closest
from parrules.language import fold, format_expression
from parrules.language import syntax as written
from parrules.language.dates import DateParts
from parrules.messages import Joined, Words
from parrules.spans import Span
from parrules.tree import nodes as tree
from parrules.tree.scope import Resolving
from parrules.tree.words import rule_words
from parrules.values import Kind
from parrules.values.kinds import (
    can_be_compared,
)  # fmt: skip


class ConditionResolver(Resolving):
    """Resolves what is true or false: comparisons, ranges, options, states of values, dates."""

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
        if self._is_option_by_sign(node):
            return None
        operands = [self.expression(operand) for operand in node.operands]
        if any(operand is None for operand in operands):
            return None
        tests: list[tree.Expression] = []
        for index, operator in enumerate(node.operators):
            left, right = operands[index], operands[index + 1]
            assert left is not None
            assert right is not None
            if not self._comparable(left, right, node.operands[index], node.operands[index + 1]):
                return None
            span = Span(node.span.source, node.operands[index].span.start, node.operands[index + 1].span.end)
            tests.append(tree.Comparison(kind=Kind.CONDITION, operator=operator, left=left, right=right, span=span))
        if len(tests) == 1:
            return tests[0]
        return tree.AllOf(kind=Kind.CONDITION, conditions=tuple(tests), span=node.span)

    def _is_option_by_sign(self, node: written.Chain) -> bool:
        """Find ``mức_độ = tốt`` and ``sáng_kiến = có``, where the language says `là`."""
        subject, option = node.operands[0], node.operands[-1]
        if (
            node.operators not in (("=",), ("!=",))
            or not isinstance(subject, written.Name)
            or not isinstance(option, written.Name)
            or self.scope.field_named(option.name) is not None
            or self.scope.let_named(option.name) is not None
        ):
            return False
        field = self.scope.field_named(subject.name)
        if field is None or field.kind not in (Kind.OPTION, Kind.YES_NO):
            return False
        test = written.IsOption(
            subject=subject,
            option=option.name,
            quoted=False,
            negated=node.operators == ("!=",),
            option_span=option.span,
            span=node.span,
        )
        self._add("PAR401.option", node, "PAR202.write", written=format_expression(test, self.scope.language))
        return True

    def _range(self, node: written.Range) -> tree.Expression | None:
        subject = self.expression(node.subject)
        bounds: list[tree.Bound | None] = []
        fits = subject is not None
        for bound in (node.lower, node.upper):
            if bound is None:
                bounds.append(None)
                continue
            value = self.expression(bound.value)
            if value is None or (
                subject is not None and not self._comparable(subject, value, node.subject, bound.value)
            ):
                fits = False
            else:
                bounds.append(tree.Bound(value=value, included=bound.included))
        if subject is None or not fits:
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
