"""The tree as written: lines and expressions of a rule, independent of the language they were written in.

Equality is about meaning: places, parentheses, comments and line breaks travel along for the formatter and do not
count.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from parrules.language.dates import DateParts, PeriodParts
from parrules.spans import Span
from parrules.values import Exact

Breaks = tuple[tuple[str, ...] | None, ...]
"""For each joint of a node: nothing, or a line break with the comments that stand there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """Anything that has a value."""

    span: Span = field(compare=False, repr=False)
    parens: int = field(default=0, compare=False, repr=False)  #: Parentheses written around it.


class Unit(StrEnum):
    """The unit word after a figure."""

    NONE = ""
    POINTS = "points"
    DAYS = "days"
    WORKING_DAYS = "working-days"
    DIGITS = "digits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Expression):
    """A figure with its unit word: ``0,25 điểm``."""

    value: Exact
    unit: Unit = Unit.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Percent(Expression):
    """A ratio written in percent: ``95%`` has the ``ratio`` 0.95."""

    ratio: Exact


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfMaximum(Expression):
    """A part of the node's maximum: ``1/2 điểm tối đa``, or ``75% điểm tối đa`` where ``in_percent``."""

    part: Exact
    in_percent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Maximum(Expression):
    """The node's own maximum."""


class PartsTaken(StrEnum):
    """What a group's rule takes of its parts."""

    SUM = "sum"
    MEAN = "mean"
    HIGHEST = "highest"
    LOWEST = "lowest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts(Expression):
    """The points of a group's parts, taken together."""

    taken: PartsTaken


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Expression):
    """A day, mostly without a year."""

    parts: DateParts


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Expression):
    """A quoted text: an option, a node's id."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Expression):
    """A name of evidence or of a `let`."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Negative(Expression):
    """Minus something."""

    operand: Expression


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arithmetic(Expression):
    """One of ``+ - * /`` between two operands; a chain like ``a + b + c`` nests to the left."""

    operator: str
    left: Expression
    right: Expression
    breaks: Breaks = field(default=(), compare=False, repr=False)

    def chain(self) -> tuple[Expression, list[Arithmetic]]:
        """Give the first operand of the chain, and the operations on it from the innermost to this one."""
        operations: list[Arithmetic] = [self]
        while isinstance(left := operations[-1].left, Arithmetic):
            operations.append(left)
        return left, operations[::-1]

    # A long chain would exhaust the stack if each operation compared or hashed the one on its left.

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Arithmetic):
            return NotImplemented
        (first, ours), (other_first, theirs) = self.chain(), other.chain()
        return first == other_first and [(each.operator, each.right) for each in ours] == [
            (each.operator, each.right) for each in theirs
        ]

    def __hash__(self) -> int:
        first, operations = self.chain()
        return hash((first, *((each.operator, each.right) for each in operations)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain(Expression):
    """Comparisons in a row: ``0 < x <= 5``; operators are ``= != < <= > >=``."""

    operands: tuple[Expression, ...]
    operators: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """An end of a range, itself in the range or not."""

    value: Expression
    included: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Expression):
    """A subject in a range: ``r từ 80% đến dưới 95%``; ``worded`` tells `ít nhất 3` from `từ 3 trở lên`."""

    subject: Expression
    lower: Bound | None
    upper: Bound | None
    worded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IsOption(Expression):
    """``x là "…"``, ``x là có``; ``option`` is a quoted text, a word, or true and false for yes and no."""

    subject: Expression
    option: str | bool
    quoted: bool = field(default=True, compare=False)
    negated: bool = False
    option_span: Span = field(compare=False, repr=False)


class State(StrEnum):
    """A state of a value that a condition may ask for."""

    MISSING = "missing"
    NONE = "none"
    NOT_ARISING = "not-arising"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateTest(Expression):
    """``thiếu x``, ``không có x``, ``không phát sinh x``."""

    state: State
    subject: Expression
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateComparison(Expression):
    """``d chậm nhất ngày 31/3`` (``by``), ``d trước …`` (``before``), ``d sau …`` (``after``)."""

    how: str
    subject: Expression
    limit: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class InPeriod(Expression):
    """``d trong quý IV năm trước``."""

    subject: Expression
    period: PeriodParts


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysAfter(Expression):
    """``d không quá 30 ngày kể từ e``; with ``within`` (`trong`) d may not be before e either."""

    subject: Expression
    days: Expression
    since: Expression
    within: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class All(Expression):
    """Conditions joined by *and*."""

    conditions: tuple[Expression, ...]
    breaks: Breaks = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Any(Expression):
    """Conditions joined by *or*."""

    conditions: tuple[Expression, ...]
    breaks: Breaks = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Not(Expression):
    """A condition turned round."""

    operand: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Expression):
    """A function with its arguments; ``function`` is its key where it is known, else the word as written."""

    function: str
    arguments: tuple[Expression, ...]
    breaks: Breaks = field(default=(), compare=False, repr=False)
    name_span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplicable(Expression):
    """The outcome `giảm trừ điểm tối đa`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redistribute(Expression):
    """The outcome `phân bổ điểm tối đa`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a rule with its label and the comments around it."""

    label: Text | None = None
    comments: tuple[str, ...] = field(default=(), compare=False, repr=False)
    trailing: str | None = field(default=None, compare=False, repr=False)
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Let(Line):
    """Names a value, computed when a line needs it."""

    name: str
    value: Expression
    name_span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Require(Line):
    """Evidence that breaks the condition is refused with the label's text."""

    condition: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class When(Line):
    """Ends the rule with its outcome where the condition is true."""

    condition: Expression
    outcome: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise(Line):
    """The outcome where no line before was true."""

    outcome: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFrom(Line):
    """Where the running points begin."""

    amount: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Line):
    """Awards (``sign`` 1) or deducts (−1): once or per occurrence, with a cap of its own, where a guard holds."""

    sign: int
    amount: Expression
    per: Expression | None = None
    cap: Expression | None = None
    guard: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PerFull(Line):
    """Awards or deducts for each whole ``step`` in ``quantity``."""

    sign: int
    step: Expression
    quantity: Expression
    amount: Expression
    cap: Expression | None = None
    guard: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Line):
    """The lowest (``floor``) or highest running points."""

    floor: bool
    amount: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Zero(Line):
    """Sets parts of a group to zero where the condition holds."""

    nodes: tuple[Text, ...]
    condition: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Lone(Line):
    """A rule that is one expression."""

    value: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A whole rule: its lines in the order written, and the comments after the last.

    Of a rule with lines that could not be read, the others are kept (``is_complete`` is false), so that checks find what else is
    wrong; ``unread_names`` are the names that an unread line may have given.
    """

    lines: tuple[Line, ...]
    is_complete: bool = True
    unread_names: frozenset[str] = frozenset()
    closing_comments: tuple[str, ...] = field(default=(), compare=False, repr=False)
    span: Span = field(compare=False, repr=False)
