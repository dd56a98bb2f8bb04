"""What an engine gives: a result for each node, with the steps that led to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from parrules.criteria.model import Treatment
from parrules.messages import Title
from parrules.spans import Span
from parrules.tree import FieldRef
from parrules.tree import nodes as tree
from parrules.values import Exact, Fault, Value, greatest, least, total, whole

ZERO = whole(0)


class State(StrEnum):
    """What became of a node."""

    SCORED = "scored"
    ASSESSED = "assessed"  #: A person's figure and reason; the rule's own result stands beside it.
    MISSING = "missing"  #: Awaits a value of the unit; counts 0 or is an interval, by the set's policy.
    PENDING = "pending"  #: Awaits appraisal, survey or response.
    NOT_APPLICABLE = "not-applicable"
    COVERED = "covered"  #: A node above was assessed as one figure.
    INCOMPLETE = "incomplete"  #: A group with a missing part.
    FAULT = "fault"  #: The rule has no result on this evidence; a finding says why.


class Awaits(StrEnum):
    """What a pending node waits for."""

    APPRAISAL = "appraisal"
    SURVEY = "survey"
    RESPONSE = "response"
    SYSTEM = "system"
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class Worked:
    """An expression with the value that came out, and how: the same for each operand.

    ``expression`` is the node of the tree; ``chosen`` tells which operand a `choose` or `default` took.
    """

    expression: tree.Expression
    value: Value
    operands: tuple[Worked, ...] = ()
    chosen: int | None = None
    name: str = ""  #: Of a `let`, whose working is a step of its own.


@dataclass(frozen=True, slots=True)
class Read:
    """A value of the evidence that was read, with the stage that it comes from (empty where nothing was there)."""

    ref: FieldRef
    value: Value
    stage: str


@dataclass(frozen=True, slots=True)
class Named:
    """A `let` that was worked out."""

    site: int
    name: str
    worked: Worked


@dataclass(frozen=True, slots=True)
class Tested:
    """A condition that was tried: of a line of the scale, a guard, a requirement or a veto."""

    site: int
    worked: Worked
    holds: bool | None  #: Nothing where a missing value left it open.


class AmountKind(StrEnum):
    """Where an amount comes from; the amounts of a node add up to its points."""

    OUTCOME = "outcome"
    START = "start"
    CHANGE = "change"
    STEPS = "steps"
    FLOOR = "floor"
    CAP = "cap"
    ROUND = "round"
    PART = "part"
    COMBINE = "combine"
    VETO = "veto"
    REDISTRIBUTE = "redistribute"
    ASSESSED = "assessed"
    TREATMENT = "treatment"


@dataclass(frozen=True, slots=True)
class Amount:
    """Points awarded or deducted at one place.

    ``worked`` is the figure awarded or deducted once, ``times`` how often (whole steps have their quantity as its one operand);
    ``capped`` where the line's own cap cut it to ``amount``.
    """

    kind: AmountKind
    amount: Exact
    site: int | None = None
    worked: Worked | None = None
    times: Worked | None = None
    capped: bool = False
    node: str = ""  #: The part, or the node that passed its maximum on.


@dataclass(frozen=True, slots=True)
class Decided:
    """The line that ended the rule; ``outcome`` where it is no number of points."""

    site: int
    outcome: tree.Outcome | None = None


StepTaken = Read | Named | Tested | Amount | Decided


@dataclass(frozen=True, slots=True)
class FoundFault:
    """A fault with the place in the rule where it arose."""

    fault: Fault
    span: Span | None
    site: int | None = None


@dataclass(slots=True, kw_only=True)
class NodeResult:
    """One node's result; ``points`` is nothing while it is an interval from ``low`` to ``high``, or does not apply.

    ``applicable_maximum`` is what the node is measured by as far as is known; while something waits, it can still become anything
    from ``least_applicable`` to ``most_applicable``. The listed amounts of a node that has points add up to them.
    """

    id: str
    state: State
    points: Exact | None = None
    exact_points: Exact | None = None  #: Before the node's own rounding.
    low: Exact
    high: Exact
    maximum: Exact
    applicable_maximum: Exact
    least_applicable: Exact
    most_applicable: Exact
    maximum_moved: Exact = (
        ZERO  #: Taken over from other nodes; below 0 where the node gave its own away or is left out.
    )
    raised: Exact = ZERO  #: By how much maxima of other nodes raise the most that the node may have.
    open_outcomes: frozenset[tree.Outcome] = frozenset()  #: What the node may come to instead of points while it waits.
    awaits: Awaits | None = None
    causes: tuple[str, ...] = ()
    treatment: Treatment | None = None
    rule_points: Exact | None = None
    reason: Title = Title()
    by: str = ""
    stage: str = ""
    faults: tuple[FoundFault, ...] = ()
    steps: list[StepTaken] = field(default_factory=list)

    @property
    def is_left_out(self) -> bool:
        """Whether the node does not apply and takes its maximum with it."""
        return self.state is State.NOT_APPLICABLE and self.points is None

    @property
    def may_be_left_out(self) -> bool:
        """Whether the node waits, and may yet turn out not to apply."""
        return bool(self.open_outcomes)

    @property
    def takes_over(self) -> bool:
        """Whether the node would take over a maximum that another passes on: it applies, and is not covered by a figure above."""
        return not self.is_left_out and self.state is not State.COVERED

    @property
    def is_settled(self) -> bool:
        """Whether the applicable maximum is known."""
        return self.least_applicable == self.most_applicable

    @property
    def span(self) -> tuple[Exact, Exact]:
        """The least and the most that the node can come to add to its group; a node that may be left out may add nothing."""
        if self.points is not None:
            return self.points, self.points
        if self.may_be_left_out:
            return least((ZERO, self.low)), greatest((ZERO, self.high))
        return self.low, self.high

    def set_points(self, points: Exact) -> NodeResult:
        """Give the node its points."""
        self.points = self.exact_points = self.low = self.high = points
        return self

    def set_applicable(self, maximum: Exact) -> NodeResult:
        """Say by what the node is measured, once it is known."""
        self.applicable_maximum = self.least_applicable = self.most_applicable = maximum
        return self

    def wait(self, state: State, low: Exact, high: Exact, causes: tuple[str, ...]) -> None:
        """Take the points back: other nodes decide, and the points lie between ``low`` and ``high``."""
        self.points = self.exact_points = None
        self.low, self.high = low, high
        self.state, self.awaits, self.causes = state, Awaits.PARTS, causes

    @property
    def amounts(self) -> Exact:
        """What the listed amounts add up to."""
        return total(step.amount for step in self.steps if isinstance(step, Amount))
