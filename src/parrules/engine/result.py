"""What an engine gives: a result for each node, with the steps that led to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from parrules.criteria.model import Treatment
from parrules.messages import Title
from parrules.spans import Span
from parrules.tree import FieldRef
from parrules.tree import nodes as tree
from parrules.values import Exact, Fault, Value


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

    ``worked`` is the figure awarded or deducted once, ``times`` how often; ``capped`` where the line's own cap cut it to ``amount``.
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


@dataclass(slots=True)
class NodeResult:
    """One node's result; ``points`` is nothing while it is an interval from ``low`` to ``high``, or does not apply."""

    id: str
    state: State
    points: Exact | None
    exact_points: Exact | None
    low: Exact
    high: Exact
    maximum: Exact
    applicable_maximum: Exact
    maximum_moved: Exact
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
