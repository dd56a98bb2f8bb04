"""The evaluation tree: expressions and lines with names resolved and kinds known, independent of the language they were written in.

A node holds no evaluation code: meaning lives in the engines, so that a second engine has somewhere to go.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from enum import StrEnum

from parrules.language.dates import DateParts, PeriodParts
from parrules.language.syntax import Line as WrittenLine
from parrules.language.syntax import PartsTaken
from parrules.messages import Title
from parrules.spans import Span
from parrules.values import Exact, Given, Kind


@dataclass(frozen=True, slots=True)
class FieldRef:
    """The address of an evidence field: the node where it is entered and its name."""

    node: str
    name: str

    def __str__(self) -> str:
        return f"{self.node}/{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """Anything that has a value; ``kind`` is what the value is."""

    kind: Kind
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Constant(Expression):
    """A figure, ratio or date of the rule itself.

    Gives: itself.
    """

    value: Given
    parts: DateParts | None = field(default=None, compare=False)  #: How a date was written.

    @property
    def number(self) -> Exact:
        """The figure."""
        return self.value.number


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldValue(Expression):
    """A value of the evidence.

    Gives: the value as the record has it at the stage that is scored.
    Absence: whatever the record says; nothing there is missing.
    """

    ref: FieldRef


@dataclass(frozen=True, slots=True, kw_only=True)
class LetValue(Expression):
    """A value that the rule named before.

    Gives: the value of the `let`, worked out where a line first needs it.
    """

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeMaximum(Expression):
    """The node's own maximum, or a part of it.

    Gives: the declared maximum times ``part``.
    """

    part: Exact
    in_percent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsValue(Expression):
    """The points of a group's parts, taken together.

    Gives: the sum, mean, highest or lowest of the parts that apply; monitored parts are passed over.
    """

    taken: PartsTaken


class Figure(StrEnum):
    """What is asked of another node."""

    POINTS = "points"
    INDEX = "index"
    MAXIMUM = "maximum"
    APPLICABLE_MAXIMUM = "applicable_maximum"


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeFigure(Expression):
    """Points, index or a maximum of another node.

    Gives: that node's figure after its own rounding.
    Absence: points and index of a node that is left out are *not applicable*; of one that waits, missing.
    """

    figure: Figure
    node: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Expression):
    """One of ``+ - * /``.

    Absence: a missing operand makes it missing; counting with a declared absence is a fault (PAR704), dividing by 0 too (PAR701).
    """

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposite(Expression):
    """Minus something."""

    operand: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Expression):
    """A last day, moved to the next working day where the set says so and it is one of rest."""

    operand: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Expression):
    """``= != < <= > >=`` between numbers or dates.

    Absence: false where a side was declared absent; missing where one is missing.
    """

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTest(Expression):
    """A date ``by`` (up to and with), ``before`` or ``after`` another."""

    how: str
    subject: Expression
    limit: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """An end of a range, itself in the range or not."""

    value: Expression
    included: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeTest(Expression):
    """A subject between two ends, one of which may be open."""

    subject: Expression
    lower: Bound | None
    upper: Bound | None
    worded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionTest(Expression):
    """A yes-no value, option or text is ``option`` (the key of an option).

    Absence: false, negated or not, where the value was declared absent.
    """

    ref: FieldRef
    option: str | bool
    negated: bool = False


class State(StrEnum):
    """A state of a value."""

    MISSING = "missing"
    NONE = "none"
    NOT_ARISING = "not-arising"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateTest(Expression):
    """Whether a value is missing, declared none, or did not arise; never missing itself."""

    ref: FieldRef
    state: State
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodTest(Expression):
    """Whether a date lies in a period, both days included."""

    subject: Expression
    first: datetime.date
    last: datetime.date
    parts: PeriodParts


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysAfterTest(Expression):
    """Whether a date comes at most so many days after another; with ``within`` not before it either."""

    subject: Expression
    days: Expression
    since: Expression
    within: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf(Expression):
    """Kleene's *and*."""

    conditions: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf(Expression):
    """Kleene's *or*."""

    conditions: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTrue(Expression):
    """A condition turned round."""

    operand: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose(Expression):
    """One of two values by a condition; only the chosen one is worked out."""

    condition: Expression
    then: Expression
    otherwise: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Default(Expression):
    """A value, or another where it is missing (a declared absence is no gap and stays)."""

    value: Expression
    otherwise: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick(Expression):
    """The largest or smallest of several; all must be known."""

    largest: bool
    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounded(Expression):
    """A number rounded to ``digits`` decimals or to multiples of ``step``, in the set's mode."""

    operand: Expression
    digits: int | None = None
    step: Exact | None = None


class Outcome(StrEnum):
    """An outcome that is no number of points."""

    NOT_APPLICABLE = "not-applicable"
    REDISTRIBUTE = "redistribute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a rule; ``site`` is its stable number in the tree, in reading order, kept in traces."""

    site: int
    label: Title
    written: WrittenLine = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Let(Line):
    """Names a value."""

    name: str
    value: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Require(Line):
    """Evidence that breaks the condition is refused (PAR608)."""

    condition: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class When(Line):
    """Ends the rule with its outcome where the condition is true.

    Absence: an undecided condition makes the node missing and never falls through.
    """

    condition: Expression
    outcome: Expression | Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise(Line):
    """The outcome where no condition before was true; a rule of one expression is such a line alone."""

    outcome: Expression | Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class StartFrom(Line):
    """Where the running points begin."""

    amount: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Line):
    """Awards (``sign`` 1) or deducts (−1) points.

    Gives: ``amount``, times ``per`` where there is one, at most ``cap``, where ``guard`` holds or is absent.
    Kinds: amount and cap are points, per is a count.
    Absence: a missing count makes the node missing; it is not zero occurrences.
    """

    sign: int
    amount: Expression
    per: Expression | None
    cap: Expression | None
    guard: Expression | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeSteps(Line):
    """Awards or deducts for each whole ``step`` in ``quantity``: ⌊quantity ÷ step⌋ × amount, at most ``cap``."""

    sign: int
    step: Exact
    step_kind: Kind
    quantity: Expression
    amount: Expression
    cap: Expression | None
    guard: Expression | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Line):
    """Floor or cap of the running points at this line."""

    floor: bool
    amount: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto(Line):
    """Sets parts of the group to zero before it adds up."""

    nodes: tuple[str, ...]
    condition: Expression


AnyLine = Let | Require | When | Otherwise | StartFrom | Change | WholeSteps | Limit | Veto


def children(node: object) -> Iterator[Expression]:
    """Give the expressions directly inside an expression or line, in reading order."""
    for item in fields(node):  # type: ignore[arg-type]  # every node is a dataclass
        if item.name in ("written", "span"):
            continue
        value = getattr(node, item.name)
        if isinstance(value, Expression):
            yield value
        elif isinstance(value, Bound):
            yield value.value
        elif isinstance(value, tuple):
            yield from (entry for entry in value if isinstance(entry, Expression))


def walk(node: object) -> Iterator[Expression]:
    """Give every expression inside an expression or line, outer ones first."""
    if isinstance(node, Expression):
        yield node
    for child in children(node):
        yield from walk(child)
