"""Whether the lines of a scale leave no case open.

The tests of a rule cut the range of each subject (a ratio, a count, an option) into cells on which no test changes. Every combination
of cells is tried; where no line is true, the rule lacks `otherwise`, or a band. Subjects are taken as independent of each other, which
can only ask for an `otherwise` too many, never miss one.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import product as combinations

from parrules.check.bounds import bounds, expand
from parrules.diagnostics import Findings, Label
from parrules.messages import Argument, Day, Figure, Message, Nested, Style, Words
from parrules.tree import CriteriaTree, Rule, TreeNode
from parrules.tree import nodes as tree
from parrules.values import Exact, Kind, difference, quotient, total, whole

MOST_COMBINATIONS = 20_000
"""Combinations that are tried; a rule with more needs an `otherwise`."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A point (``low`` = ``high``) or an open interval of a subject's range; for options and truths, ``value``."""

    low: Exact | None = None
    high: Exact | None = None
    value: str | bool | None = None

    @property
    def is_point(self) -> bool:
        """Whether it is one value."""
        return self.low is not None and self.low == self.high


@dataclass(slots=True)
class Subject:
    """Something that is tested: its expression, the constants that it is tested against, whether it takes whole numbers only."""

    expression: tree.Expression
    constants: set[Exact]
    step: Exact | None


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
        self.choices: list[tuple[object, tuple[str | bool, ...]]] = []
        self.whens = [line for line in rule.scale if isinstance(line, tree.When)]
        self.conditions = [expand(line.condition, rule) for line in self.whens]

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
                self.note_open(None)
            return
        reached = [False] * len(self.conditions)
        uncovered: list[tuple[Cell, ...]] = []
        for cells in combinations(*axes):
            first = next((index for index, condition in enumerate(self.conditions) if self.holds(condition, cells)), None)
            if first is None:
                uncovered.append(cells)
            else:
                reached[first] = True
        if uncovered and not open_ended:
            self.note_open(uncovered)
        for index, was_reached in enumerate(reached):
            if not was_reached:
                line = self.whens[index]
                self.findings.add("PAR504", line.written.span, help="PAR504.help", node=self.node.id)

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
                self.subject(_gap(left, right)).constants.add(whole(0))

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
        whole_figures = all(not isinstance(part, tree.Constant) or part.kind is Kind.DATE or part.number.denominator == 1 for part in tree.walk(expression))
        no_division = all(not isinstance(part, tree.Operation) or part.operator in "+-*" for part in tree.walk(expression))
        return whole(1) if counts and whole_figures and no_division and not isinstance(expression, tree.Constant) else None

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
        following = quotient(low, step)
        first = total((whole(following.numerator // following.denominator), whole(1)))
        return first * step < high

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
                return above and (upper is None or self.compares(subject, "<=" if upper.included else "<", upper.value, cells))
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

    def note_open(self, uncovered: list[tuple[Cell, ...]] | None) -> None:
        last = self.rule.scale[-1].written
        gap = self.interior_gap(uncovered) if uncovered else None
        if gap is not None:
            subject, first, final = gap
            self.findings.add(
                "PAR503", last.span, help="PAR503.help", node=self.node.id,
                gap=_stretch(first, final, subject.expression.kind), name=self.name_of(subject.expression),
            )  # fmt: skip
            return
        witness = self.witness(uncovered[0]) if uncovered else None
        message = "PAR204.case" if witness is not None else "PAR204"
        self.findings.add(message, last.span, help="PAR204.help", node=self.node.id, case=witness or Words(""))

    def interior_gap(self, uncovered: list[tuple[Cell, ...]]) -> tuple[Subject, Cell, Cell] | None:
        """Find cells in a row that no line covers although there are covered ones on both sides; gives the first and the last."""
        for index, subject in enumerate(self.subjects):
            axis = self.cells(subject)
            open_cells = {cells[index] for cells in uncovered}
            positions = [position for position, cell in enumerate(axis) if cell in open_cells]
            if len(positions) == len(axis):
                continue
            first, last = axis[positions[0]], axis[positions[-1]]
            if positions[0] > 0 and positions[-1] < len(axis) - 1 and positions == list(range(positions[0], positions[-1] + 1)):
                return subject, first, last
        return None

    def name_of(self, expression: tree.Expression) -> Argument:
        for let in self.rule.lets.values():
            if expand(let.value, self.rule) == expression:
                return Words(let.name)
        if isinstance(expression, tree.FieldValue):
            return Words(expression.ref.name)
        return Words(" ".join(expression.span.text.split()))

    def witness(self, cells: tuple[Cell, ...]) -> Argument | None:
        """Name one case that no line covers, where it can be said in a few words."""
        for index, subject in enumerate(self.subjects):
            return Nested(
                Message(
                    "cover.case",
                    {"name": self.name_of(subject.expression), "range": _interval(cells[index], subject.expression.kind)},
                )
            )
        for index, (key, _) in enumerate(self.choices):
            value = cells[len(self.subjects) + index].value
            if isinstance(key, tree.FieldRef):
                field = self.criteria.fields[key]
                option = field.option(value) if isinstance(value, str) else None
                said: Argument = option.title if option else Nested(Message("word.yes" if value else "word.no"))
                return Nested(Message("cover.option", {"name": Words(key.name), "option": said}))
        return None

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
                    if first and second and first.included and second.included and (mark := _number(first.value)) is not None and mark == _number(second.value):
                        kind = one.subject.kind
                        self.findings.add(
                            "PAR506", other_line.written.span, help="PAR506.help", node=self.node.id, figure=_figure(mark, kind),
                            labels=(Label(one_line.written.span, Message("PAR506.first")),),
                        )  # fmt: skip


def _number(expression: tree.Expression) -> Exact | None:
    """Give the figure of a constant; a date as its ordinal."""
    if isinstance(expression, tree.Constant):
        content = expression.value.content
        return whole(content.toordinal()) if isinstance(content, datetime.date) else expression.number
    if isinstance(expression, tree.Opposite) and (inner := _number(expression.operand)) is not None:
        return difference(whole(0), inner)
    return None


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
    return {"=": equal, "!=": below or above, "<": below, "<=": below or equal, ">": above, ">=": above or equal}[operator]


def _figure(number: Exact, kind: Kind) -> Argument:
    if kind is Kind.DATE:
        return Day(datetime.date.fromordinal(int(number)))
    return Figure(number, Style.SCALE_PERCENT if kind is Kind.RATIO else Style.SCALE)


def _stretch(first: Cell, last: Cell, kind: Kind) -> Argument:
    """Say from which figure to which some cells in a row reach."""
    if first == last:
        return _interval(first, kind)
    assert first.low is not None and last.high is not None
    ends = {"low": _figure(first.low, kind), "high": _figure(last.high, kind)}
    low, high = "from" if first.is_point else "above", "to" if last.is_point else "to-under"
    return Nested(Message(f"range.{low}-{high}", ends))


def _interval(cell: Cell, kind: Kind) -> Argument:
    if cell.is_point:
        assert cell.low is not None
        return _figure(cell.low, kind)
    if cell.low is None and cell.high is None:
        return Nested(Message("range.any"))
    if cell.low is None:
        assert cell.high is not None
        return Nested(Message("range.under", {"high": _figure(cell.high, kind)}))
    if cell.high is None:
        return Nested(Message("range.above", {"low": _figure(cell.low, kind)}))
    return Nested(Message("range.above-to-under", {"low": _figure(cell.low, kind), "high": _figure(cell.high, kind)}))
