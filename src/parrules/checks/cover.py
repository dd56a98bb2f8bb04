"""Whether the lines of a scale leave no case open.

The tests of a rule cut the range of each subject (a ratio, a count, an option) into cells on which no test changes. Every combination
of cells is tried; where no line is true, the rule lacks `otherwise`, or a band. Subjects are taken as independent of each other, which
can only ask for an `otherwise` too many, never miss one.
"""

from __future__ import annotations

import datetime
from itertools import product as combinations
from math import prod
from typing import Any

from parrules.checks.bounds import bounds, expand
from parrules.checks.cases import CaseWords, Cell, Choice, Stretch, Subject, figure_of, name_stretch
from parrules.diagnostics import Findings, Label
from parrules.messages import Argument, Message, Words, tell_argument
from parrules.spans import Span
from parrules.tree import CriteriaTree, Rule, TreeNode
from parrules.tree import nodes as tree
from parrules.tree.words import rule_words
from parrules.values import Exact, Kind, difference, product, quotient, total, whole, whole_part

MOST_LABELS = 3
"""Lines that a finding points at besides its own."""

MOST_COMBINATIONS = 20_000
"""Combinations that are tried; a rule with more needs an `otherwise`."""


def check_cover(criteria: CriteriaTree, findings: Findings) -> None:
    """Report scales that leave cases open (PAR204, PAR503), lines never reached (PAR504) and bands that touch (PAR506)."""
    for node in criteria.nodes.values():
        for rule in (node.rule, *node.readings.values()):
            if rule is not None and rule.scale and rule.is_complete:
                _Cover(criteria, node, rule, findings).check()


class _Cover:
    def __init__(self, criteria: CriteriaTree, node: TreeNode, rule: Rule, findings: Findings) -> None:
        self.criteria, self.node, self.rule, self.findings = criteria, node, rule, findings
        self.subjects: list[Subject] = []
        self.choices: list[Choice] = []
        self.whens = [line for line in rule.scale if isinstance(line, tree.When)]
        self.conditions = [expand(line.condition, rule) for line in self.whens]
        self.names = CaseWords(criteria, rule, self.subjects, self.choices)

    def check(self) -> None:
        for condition in self.conditions:
            self.collect(condition)
        self.check_touching()
        has_otherwise = any(isinstance(line, tree.Otherwise) for line in self.rule.scale)
        open_ended = has_otherwise or bool(self.rule.running)
        axes = [self.cells(subject) for subject in self.subjects] + [
            [Cell(value=value) for value in values] for _, values in self.choices
        ]
        size = 1
        for axis in axes:
            size *= len(axis)
        if size > MOST_COMBINATIONS or not self.whens:
            if not open_ended:
                self.add("PAR204", self.rule.scale[-1].written.span, "PAR204.help")
            return
        reached = [False] * len(self.conditions)
        uncovered: list[tuple[Cell, ...]] = []
        for cells in combinations(*axes):
            first = next(
                (index for index, condition in enumerate(self.conditions) if self.holds(condition, cells)), None
            )
            if first is None:
                uncovered.append(cells)
            else:
                reached[first] = True
        if uncovered and not open_ended:
            self.note_open(axes, uncovered)
        for index, was_reached in enumerate(reached):
            if not was_reached:
                self.note_unreached(index, axes)

    # -- collecting what is tested -----------------------------------------------------------------------------------------

    def collect(self, condition: tree.Expression) -> None:
        match condition:
            case tree.AllOf(conditions=parts) | tree.AnyOf(conditions=parts):
                for part in parts:
                    self.collect(part)
            case tree.NotTrue(operand=operand):
                self.collect(operand)
            case tree.Comparison(left=left, right=right):
                self.collect_numbers(left, [right])
            case tree.RangeTest(subject=subject, lower=lower, upper=upper):
                self.collect_numbers(subject, [bound.value for bound in (lower, upper) if bound])
            case tree.DateTest(subject=subject, limit=limit):
                self.collect_numbers(subject, [limit])
            case tree.PeriodTest(subject=subject, first=first, last=last):
                found = self.subject(subject)
                found.constants |= {whole(first.toordinal()), whole(last.toordinal())}
            case tree.OptionTest(ref=ref):
                field = self.criteria.fields.get(ref)
                if field is not None and field.kind is Kind.YES_NO:
                    self.choice(ref, (True, False))
                elif field is not None and field.options:
                    self.choice(ref, tuple(option.key for option in field.options))
                else:
                    self.choice(condition, (True, False))
            case tree.Constant():
                pass
            case _:
                self.choice(condition, (True, False))

    def collect_numbers(self, left: tree.Expression, others: list[tree.Expression]) -> None:
        for right in others:
            if (number := _number(right)) is not None:
                self.subject(left).constants.add(number)
            elif (number := _number(left)) is not None:
                self.subject(right).constants.add(number)
            else:
                subject = self.subject(_gap(left, right))
                subject.constants.add(whole(0))
                subject.sides = left, right

    def subject(self, expression: tree.Expression) -> Subject:
        for subject in self.subjects:
            if subject.expression == expression:
                return subject
        subject = Subject(expression, set(), self.grid(expression))
        self.subjects.append(subject)
        return subject

    def grid(self, expression: tree.Expression) -> Exact | None:
        """Give the step between two values of a subject: 1 for counts, dates and days, the declared scale of a field, else nothing."""
        if isinstance(expression, tree.FieldValue):
            field = self.criteria.fields.get(expression.ref)
            if field is not None and field.scale is not None and field.kind is not Kind.RATIO:
                return quotient(whole(1), whole(10**field.scale))
            return whole(1) if expression.kind in (Kind.COUNT, Kind.DATE) else None
        counts = all(part.kind in (Kind.COUNT, Kind.DATE, Kind.DAYS, Kind.NUMBER) for part in tree.walk(expression))
        whole_figures = all(
            not isinstance(part, tree.Constant) or part.kind is Kind.DATE or part.number.denominator == 1
            for part in tree.walk(expression)
        )
        no_division = all(
            not isinstance(part, tree.Operation) or part.operator in "+-*" for part in tree.walk(expression)
        )
        return (
            whole(1) if counts and whole_figures and no_division and not isinstance(expression, tree.Constant) else None
        )

    def choice(self, key: object, values: tuple[str | bool, ...]) -> int:
        for index, (known, _) in enumerate(self.choices):
            if known == key:
                return index
        self.choices.append((key, values))
        return len(self.choices) - 1

    def cells(self, subject: Subject) -> list[Cell]:
        """Cut the range of a subject at the constants that it is tested against."""
        inside = bounds(subject.expression, self.criteria, self.node)
        low, high = inside.low, inside.high
        marks = sorted(
            mark for mark in subject.constants | {end for end in (low, high) if end is not None}
            if (low is None or mark >= low) and (high is None or mark <= high)
        )  # fmt: skip
        if not marks:
            return [Cell(low, high)]
        cells: list[Cell] = []
        if low is None:
            cells.append(Cell(None, marks[0]))
        for index, mark in enumerate(marks):
            cells.append(Cell(mark, mark))
            if index + 1 < len(marks) and self.has_between(mark, marks[index + 1], subject.step):
                cells.append(Cell(mark, marks[index + 1]))
        if high is None:
            cells.append(Cell(marks[-1], None))
        return cells

    @staticmethod
    def has_between(low: Exact, high: Exact, step: Exact | None) -> bool:
        if step is None:
            return True
        first = total((whole_part(quotient(low, step)), whole(1)))
        return product(first, step) < high

    # -- what holds --------------------------------------------------------------------------------------------------------

    def cell_of(self, expression: tree.Expression, cells: tuple[Cell, ...]) -> Cell:
        index = next(index for index, subject in enumerate(self.subjects) if subject.expression == expression)
        return cells[index]

    def chosen(self, key: object, cells: tuple[Cell, ...]) -> str | bool | None:
        index = next(index for index, (known, _) in enumerate(self.choices) if known == key)
        return cells[len(self.subjects) + index].value

    def holds(self, condition: tree.Expression, cells: tuple[Cell, ...]) -> bool:
        match condition:
            case tree.AllOf(conditions=parts):
                return all(self.holds(part, cells) for part in parts)
            case tree.AnyOf(conditions=parts):
                return any(self.holds(part, cells) for part in parts)
            case tree.NotTrue(operand=operand):
                return not self.holds(operand, cells)
            case tree.Comparison(operator=operator, left=left, right=right):
                return self.compares(left, operator, right, cells)
            case tree.RangeTest(subject=subject, lower=lower, upper=upper):
                above = lower is None or self.compares(subject, ">=" if lower.included else ">", lower.value, cells)
                return above and (
                    upper is None or self.compares(subject, "<=" if upper.included else "<", upper.value, cells)
                )
            case tree.DateTest(how=how, subject=subject, limit=limit):
                return self.compares(subject, {"by": "<=", "before": "<", "after": ">"}[how], limit, cells)
            case tree.PeriodTest(subject=subject, first=first, last=last):
                cell = self.cell_of(subject, cells)
                return _order(cell, ">=", whole(first.toordinal())) and _order(cell, "<=", whole(last.toordinal()))
            case tree.OptionTest(ref=ref, option=option, negated=negated):
                field = self.criteria.fields.get(ref)
                if field is not None and (field.kind is Kind.YES_NO or field.options):
                    return (self.chosen(ref, cells) == option) is not negated
                return bool(self.chosen(condition, cells))
            case _:
                return bool(self.chosen(condition, cells))

    def compares(self, left: tree.Expression, operator: str, right: tree.Expression, cells: tuple[Cell, ...]) -> bool:
        if (number := _number(right)) is not None:
            constant = _number(left)
            cell = Cell(constant, constant) if constant is not None else self.cell_of(left, cells)
            return _order(cell, operator, number)
        if (number := _number(left)) is not None:
            mirrored = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}[operator]
            return _order(self.cell_of(right, cells), mirrored, number)
        return _order(self.cell_of(_gap(left, right), cells), operator, whole(0))

    # -- findings ----------------------------------------------------------------------------------------------------------

    def add(self, message: str, span: Span, help_id: str, labels: tuple[Label, ...] = (), **arguments: Any) -> None:
        """Note a finding about the rule; words to write in it are in the language of the file."""
        words = rule_words(self.criteria.set.language, message, help_id)
        self.findings.add(message, span, help=help_id, labels=labels, node=self.node.id, **words, **arguments)

    def as_written(self, number: Exact, kind: Kind) -> Argument:
        """Give a figure as the rule writes it, whoever reads the finding."""
        return Words(tell_argument(figure_of(number, kind), self.criteria.set.language))

    def note_open(self, axes: list[list[Cell]], uncovered: list[tuple[Cell, ...]]) -> None:
        """Say which case no line covers: a gap between two bands, or the values of one case."""
        if (gap := self.interior_gap(axes, uncovered)) is not None:
            self.note_gap(*gap)
            return
        case = self.names.case(axes, uncovered)
        span = self.rule.scale[-1].written.span
        if case:
            self.add("PAR204.case", span, "PAR204.help", case=case)
        else:
            self.add("PAR204", span, "PAR204.help")

    def interior_gap(
        self, axes: list[list[Cell]], uncovered: list[tuple[Cell, ...]]
    ) -> tuple[Subject, Cell, Cell] | None:
        """Find cells in a row that no line covers although there are covered ones on both sides; gives the first and the last."""
        for index, subject in enumerate(self.subjects):
            axis = axes[index]
            open_cells = {cells[index] for cells in uncovered}
            positions = [position for position, cell in enumerate(axis) if cell in open_cells]
            if subject.sides or len(positions) == len(axis) or len(open_cells) * _others(axes, index) != len(uncovered):
                continue
            if (
                positions[0] > 0
                and positions[-1] < len(axis) - 1
                and positions == list(range(positions[0], positions[-1] + 1))
            ):
                return subject, axis[positions[0]], axis[positions[-1]]
        return None

    def note_gap(self, subject: Subject, first: Cell, last: Cell) -> None:
        """Report a gap at the band below it, with the mend where one word would close it."""
        kind = subject.expression.kind
        stretch = Stretch(first.low, last.high, first.is_point, last.is_point).on_grid(subject.step)
        below = self.band_ending(subject, first.low, is_upper=True)
        above = self.band_ending(subject, last.high, is_upper=False)
        assert first.low is not None
        assert last.high is not None
        mark, following = self.as_written(first.low, kind), self.as_written(last.high, kind)
        help_id = "PAR503.help"
        if first == last and first.is_point:
            help_id = "PAR503.meet.help"
        elif (
            first == last
            and subject.step is None
            and below
            and below.lower
            and above
            and above.lower
            and above.lower.included
        ):
            # Both bands name their ends and any value may lie between: one word closes the gap.
            help_id = "PAR503.under.help"
        span = below.span if below else self.rule.scale[-1].written.span
        name, gap = self.names.name_of(subject.expression), name_stretch(stretch, kind)
        self.add("PAR503", span, help_id, name=name, gap=gap, mark=mark, next=following)

    def band_ending(self, subject: Subject, mark: Exact | None, *, is_upper: bool) -> tree.RangeTest | None:
        """Find the band of a subject that ends, or begins, at a figure."""
        for condition in self.conditions:
            if isinstance(condition, tree.RangeTest) and condition.subject == subject.expression:
                bound = condition.upper if is_upper else condition.lower
                if bound is not None and _number(bound.value) == mark:
                    return condition
        return None

    def note_unreached(self, index: int, axes: list[list[Cell]]) -> None:
        """Say that a line is never reached, and which lines above cover it."""
        line, covering = self.whens[index], set()
        for cells in combinations(*axes):
            if self.holds(self.conditions[index], cells):
                covering.add(next(other for other in range(index) if self.holds(self.conditions[other], cells)))
        message = "PAR504" if covering else "PAR504.never"
        labels = tuple(
            Label(self.whens[other].written.span, Message("PAR504.here")) for other in sorted(covering)[:MOST_LABELS]
        )
        self.add(message, line.written.span, message + ".help", labels=labels)

    def check_touching(self) -> None:
        """Report two bands of one subject that both hold the figure where they meet."""
        ranges = [
            (condition, line)
            for condition, line in zip(self.conditions, self.whens, strict=True)
            if isinstance(condition, tree.RangeTest)
        ]
        for index, (one, one_line) in enumerate(ranges):
            for other, other_line in ranges[index + 1 :]:
                if one.subject != other.subject:
                    continue
                for first, second in ((one.lower, other.upper), (one.upper, other.lower)):
                    if (
                        first
                        and second
                        and first.included
                        and second.included
                        and (mark := _number(first.value)) is not None
                        and mark == _number(second.value)
                    ):
                        kind = one.subject.kind
                        self.add(
                            "PAR506", other_line.written.span, "PAR506.help", (Label(one_line.written.span, Message("PAR506.here")),),
                            figure=figure_of(mark, kind), mark=self.as_written(mark, kind),
                        )  # fmt: skip


def _number(expression: tree.Expression) -> Exact | None:
    """Give the figure of a constant; a date as its ordinal."""
    if isinstance(expression, tree.Constant):
        content = expression.value.content
        return whole(content.toordinal()) if isinstance(content, datetime.date) else expression.number
    if isinstance(expression, tree.Opposite) and (inner := _number(expression.operand)) is not None:
        return difference(whole(0), inner)
    return None


def _others(axes: list[list[Cell]], index: int) -> int:
    """Count the combinations of all axes but one."""
    return prod(len(axis) for other, axis in enumerate(axes) if other != index)


def _gap(left: tree.Expression, right: tree.Expression) -> tree.Expression:
    return tree.Operation(kind=left.kind, operator="-", left=left, right=right, span=left.span)


def _order(cell: Cell, operator: str, mark: Exact) -> bool:
    """Say whether every value of a cell stands so to a mark; the mark never lies inside an open cell."""
    below = not cell.is_point and cell.high is not None and cell.high <= mark
    above = not cell.is_point and cell.low is not None and cell.low >= mark
    if cell.is_point:
        assert cell.low is not None
        below, above = cell.low < mark, cell.low > mark
    equal = cell.is_point and not below and not above
    return {"=": equal, "!=": below or above, "<": below, "<=": below or equal, ">": above, ">=": above or equal}[
        operator
    ]
