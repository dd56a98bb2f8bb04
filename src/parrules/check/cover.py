"""Whether the lines of a scale leave no case open.

The tests of a rule cut the range of each subject (a ratio, a count, an option) into cells on which no test changes. Every combination
of cells is tried; where no line is true, the rule lacks `otherwise`, or a band. Subjects are taken as independent of each other, which
can only ask for an `otherwise` too many, never miss one.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import product as combinations
from math import prod

from parrules.check.bounds import bounds, expand
from parrules.check.cases import Stretch, figure_of, name_stretch
from parrules.diagnostics import Findings, Label
from parrules.messages import Argument, Joined, Message, Nested, Words
from parrules.tree import CriteriaTree, Rule, TreeNode
from parrules.tree import nodes as tree
from parrules.values import Exact, Kind, difference, quotient, total, whole

MOST_LABELS = 3
"""Lines that a finding points at besides its own."""

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
    sides: tuple[tree.Expression, tree.Expression] | None = None  #: Of two values that are compared with each other.


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
                self.findings.add("PAR204", self.rule.scale[-1].written.span, help="PAR204.help", node=self.node.id)
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

    def note_open(self, axes: list[list[Cell]], uncovered: list[tuple[Cell, ...]]) -> None:
        """Say which case no line covers: a gap between two bands, or the values of one case."""
        if (gap := self.interior_gap(axes, uncovered)) is not None:
            self.note_gap(*gap)
            return
        case = self.case(axes, uncovered)
        self.findings.add(
            "PAR204.case" if case else "PAR204", self.rule.scale[-1].written.span, help="PAR204.help", node=self.node.id,
            case=case or Words(""),
        )  # fmt: skip

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
            if positions[0] > 0 and positions[-1] < len(axis) - 1 and positions == list(range(positions[0], positions[-1] + 1)):
                return subject, axis[positions[0]], axis[positions[-1]]
        return None

    def note_gap(self, subject: Subject, first: Cell, last: Cell) -> None:
        """Report a gap at the band below it, with the mend where one word would close it."""
        kind = subject.expression.kind
        stretch = Stretch(first.low, last.high, first.is_point, last.is_point).on_grid(subject.step)
        below = self.band_ending(subject, first.low, is_upper=True)
        above = self.band_ending(subject, last.high, is_upper=False)
        assert first.low is not None and last.high is not None
        mark, following = figure_of(first.low, kind), figure_of(last.high, kind)
        help_id = "PAR503.help"
        if first == last and first.is_point:
            help_id = "PAR503.meet.help"
        elif first == last and subject.step is None and below and below.lower and above and above.lower and above.lower.included:
            # Both bands name their ends and any value may lie between: one word closes the gap.
            help_id = "PAR503.under.help"
        span = below.span if below else self.rule.scale[-1].written.span
        self.findings.add(
            "PAR503", span, help=help_id, node=self.node.id, name=self.name_of(subject.expression), gap=name_stretch(stretch, kind),
            mark=mark, next=following,
        )  # fmt: skip

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
            Label(self.whens[other].written.span, Message("PAR504.first")) for other in sorted(covering)[:MOST_LABELS]
        )
        self.findings.add(message, line.written.span, help=message + ".help", labels=labels, node=self.node.id)

    def name_of(self, expression: tree.Expression) -> Argument:
        for let in self.rule.lets.values():
            if expand(let.value, self.rule) == expression:
                return Words(let.name)
        if isinstance(expression, tree.FieldValue):
            return Words(expression.ref.name)
        return Words(" ".join(expression.span.text.split()))

    def case(self, axes: list[list[Cell]], uncovered: list[tuple[Cell, ...]]) -> Argument | None:
        """Name a case that no line covers, as large as can be said by one range for each value."""
        open_cases = set(uncovered)
        box = [[cell] for cell in uncovered[0]]
        for index, axis in enumerate(axes):
            before, behind = box[:index], box[index + 1 :]

            def is_open(cell: Cell, before: list[list[Cell]] = before, behind: list[list[Cell]] = behind) -> bool:
                return all(cells in open_cases for cells in combinations(*before, [cell], *behind))

            start = axis.index(box[index][0])
            if index < len(self.subjects):
                first = last = start
                while first > 0 and is_open(axis[first - 1]):
                    first -= 1
                while last + 1 < len(axis) and is_open(axis[last + 1]):
                    last += 1
                box[index] = axis[first : last + 1]
            else:
                box[index] = [cell for cell in axis if is_open(cell)]
        parts = [
            self.words(index, axis, cells)
            for index, (axis, cells) in enumerate(zip(axes, box, strict=True))
            if len(cells) < len(axis) and not self.goes_without_saying(index, cells)
        ]
        return Joined(tuple(parts), "and") if parts else None

    def goes_without_saying(self, index: int, cells: list[Cell]) -> bool:
        """See that a value is there, which every range of it says already."""
        key = self.choices[index - len(self.subjects)][0] if index >= len(self.subjects) else None
        return isinstance(key, tree.StateTest) and cells[0].value is key.negated

    def words(self, index: int, axis: list[Cell], cells: list[Cell]) -> Argument:
        """Say what a subject or choice is in some of its cells."""
        if index < len(self.subjects):
            return self.subject_words(self.subjects[index], axis, cells)
        key, _ = self.choices[index - len(self.subjects)]
        if isinstance(key, tree.FieldRef):
            field = self.criteria.fields[key]
            options = [field.option(cell.value) for cell in cells if isinstance(cell.value, str)]
            if options:
                quoted = [Nested(Message("cover.quoted", {"option": option.title})) for option in options if option]
                return Nested(Message("cover.option", {"name": Words(key.name), "options": Joined(tuple(quoted), "or")}))
            truth = Nested(Message("word.yes" if cells[0].value else "word.no"))
            return Nested(Message("cover.truth", {"name": Words(key.name), "truth": truth}))
        assert isinstance(key, tree.Expression)
        text = Words(" ".join(key.span.text.split()))
        return Nested(Message("cover.holds" if cells[0].value else "cover.fails", {"text": text}))

    def subject_words(self, subject: Subject, axis: list[Cell], cells: list[Cell]) -> Argument:
        first, last, kind = cells[0], cells[-1], subject.expression.kind
        if subject.sides and subject.constants == {whole(0)}:
            left, right = (self.name_of(side) for side in subject.sides)
            sides = {"left": left, "right": right}
            is_date = subject.sides[0].kind is Kind.DATE
            if first == last and first.is_point:
                return Nested(Message("cover.same", sides))
            below = last.high is not None and last.high <= 0
            word = ("earlier" if is_date else "less") if below else ("later" if is_date else "more")
            if first != last:
                word = "not-" + (("later" if is_date else "more") if below else ("earlier" if is_date else "less"))
            return Nested(Message(f"cover.{word}", sides))
        # An end where the range of the value itself ends need not be said.
        low = None if first == axis[0] and last != axis[-1] and not first == last else first.low
        high = None if last == axis[-1] and first != axis[0] and not first == last else last.high
        stretch = Stretch(low, high, first.is_point, last.is_point).on_grid(subject.step)
        return Nested(
            Message("cover.case", {"name": self.name_of(subject.expression), "range": name_stretch(stretch, kind)})
        )

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
                            "PAR506", other_line.written.span, help="PAR506.help", node=self.node.id, figure=figure_of(mark, kind),
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
    return {"=": equal, "!=": below or above, "<": below, "<=": below or equal, ">": above, ">=": above or equal}[operator]
