"""What is given before any rule is applied (the set, a unit's evidence, what persons decided), and the results so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from parrules.checks import BoundEvidence, CheckedCriteria
from parrules.criteria import CriteriaSet, Role
from parrules.criteria.model import MissingPolicy
from parrules.engine.result import FoundFault, NodeResult, State, StepTaken
from parrules.evidence import STAGES, Entry
from parrules.messages import Title
from parrules.tree import CriteriaTree, FieldRef, TreeNode
from parrules.tree import nodes as tree
from parrules.values import Exact, Missing, Value

WHAT_IF = "what-if"
"""The stage of a value that stands in the place of the record's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a profile, a claim or an assessor says of a whole node, in place of its rule and its parts.

    ``state`` is *assessed* (with ``points``), *not applicable*, or *covered* by the assessment of a node above; ``is_inherited`` where
    it was said of a node above.
    """

    state: State
    points: Exact | None = None
    stage: str = ""
    reason: Title = Title()
    by: str = ""
    is_inherited: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One unit at one stage under one reading; made by `case_of`, never changed."""

    criteria: CheckedCriteria
    stage: str
    reading: str | None
    held: dict[FieldRef, tuple[Value, str]] = field(repr=False)  #: Each value with the stage that it comes from.
    said: dict[str, Said] = field(repr=False)
    decisions: dict[str, str] = field(repr=False)  #: The last decision of an appraiser on a node.
    givers: dict[str, tuple[str, ...]] = field(
        repr=False
    )  #: For each node, those that may pass their maximum on to it.

    @property
    def tree(self) -> CriteriaTree:
        """The evaluation tree."""
        return self.criteria.tree

    @property
    def set(self) -> CriteriaSet:
        """The criteria set."""
        return self.criteria.tree.set

    def value_of(self, ref: FieldRef) -> tuple[Value, str]:
        """Give a value with the stage that it comes from; one that nobody gave is missing."""
        return self.held.get(ref) or (Missing((str(ref),)), "")

    def policy(self, node: TreeNode) -> MissingPolicy:
        """Give what a missing value does to a node: what the nearest node above says, else the set."""
        for id_ in (node.id, *self.tree.ancestors(node.id)):
            criteria = self.tree.nodes[id_].criteria
            if criteria is not None and criteria.missing is not None:
                return criteria.missing
        return self.set.missing


def case_of(criteria: CheckedCriteria, evidence: BoundEvidence, stage: str, reading: str | None) -> Case:
    """Gather what is given.

    Args:
        criteria: A checked set.
        evidence: The unit's evidence, bound to the set.
        stage: The stage to score: what was said up to it counts, a later stage lies over the earlier.
        reading: Id of the reading; nothing for the main rules.
    """
    limit = STAGES.index(stage)
    held: dict[FieldRef, tuple[Value, str]] = {}
    for ref, values in evidence.values.items():
        for bound in values:
            if STAGES.index(bound.stage) <= limit:
                held[ref] = bound.value, bound.stage
    entries: dict[str, list[tuple[str, Entry]]] = {}
    for name in evidence.record.stage_names:
        if STAGES.index(name) <= limit:
            for node, entry in evidence.record.stages[name].entries.items():
                entries.setdefault(node, []).append((name, entry))
    decisions = {node: entry.decision for node, told in entries.items() for _, entry in told if entry.decision}
    givers: dict[str, list[str]] = {}
    for giver in criteria.tree.nodes.values():
        for receiver in giver.not_applicable.to if giver.not_applicable else ():
            givers.setdefault(receiver, []).append(giver.id)
    return Case(
        criteria, stage, reading, held, _said(criteria, evidence, entries), decisions,
        {receiver: tuple(dict.fromkeys(each)) for receiver, each in givers.items()},
    )  # fmt: skip


def _said(
    criteria: CheckedCriteria, evidence: BoundEvidence, entries: dict[str, list[tuple[str, Entry]]]
) -> dict[str, Said]:
    """Find what is said of whole nodes; what is said of a node holds for all below it, whatever is said there."""
    profiles = criteria.tree.set.profiles
    left_out = {id_ for profile in evidence.record.unit.profiles for id_ in profiles[profile].leaves_out}
    found: dict[str, Said] = {}

    def visit(id_: str, above: Said | None) -> None:
        said = above
        if above is not None:
            found[id_] = above
        elif id_ in left_out:
            said = found[id_] = Said(state=State.NOT_APPLICABLE)
        elif (own := _last_word(entries.get(id_, []))) is not None:
            said = found[id_] = own
        below = None if said is None else said if said.is_inherited else _inherited(said)
        for part in criteria.tree.nodes[id_].parts:
            visit(part, below)

    for domain in criteria.tree.root.parts:
        visit(domain, None)
    return found


def _inherited(said: Said) -> Said:
    """Give what a word on a node means for its parts."""
    if said.state is State.ASSESSED:
        return Said(state=State.COVERED, is_inherited=True)
    return Said(state=said.state, stage=said.stage, reason=said.reason, is_inherited=True)


def _last_word(entries: list[tuple[str, Entry]]) -> Said | None:
    """Give what the stages come to for a whole node: a figure entered for it, or a claim that still stands.

    A claim lies over a figure of an earlier stage until it is rejected, or values or a figure are entered after it.
    """
    figure: Said | None = None
    claim: Said | None = None
    for stage, entry in entries:
        if entry.points is not None:
            figure = Said(state=State.ASSESSED, points=entry.points, stage=stage, reason=entry.reason, by=entry.by)
            claim = None
        elif entry.not_applicable is not None:
            claim = Said(state=State.NOT_APPLICABLE, stage=stage, reason=entry.not_applicable.reason)
        elif entry.decision == "rejected" or entry.values:
            claim = None
    return claim or figure


@dataclass(frozen=True, slots=True)
class VetoTried:
    """A veto line with what its condition came to; ``holds`` is nothing where it is undecided, ``steps`` are reads and the test."""

    group: str
    line: tree.Veto
    holds: bool | None
    steps: tuple[StepTaken, ...] = ()
    missing: Missing | None = None


@dataclass(slots=True)
class Progress:
    """How far a case has been worked out: the results so far, and values that stand in the place of the record's."""

    case: Case
    results: dict[str, NodeResult]
    changed: dict[FieldRef, Value] = field(default_factory=dict)
    vetoes: dict[str, list[VetoTried]] = field(default_factory=dict)  #: By the node that would be zeroed.
    veto_steps: dict[str, list[StepTaken]] = field(default_factory=dict)  #: By the group whose lines were tried.
    veto_faults: dict[str, list[FoundFault]] = field(default_factory=dict)

    def value_of(self, ref: FieldRef) -> tuple[Value, str]:
        """Give a value with the stage that it comes from."""
        if ref in self.changed:
            return self.changed[ref], WHAT_IF
        return self.case.value_of(ref)

    def parts(self, node: TreeNode) -> list[NodeResult]:
        """Give the results of a group's parts that count: not left out, and not monitored unless the whole group is."""
        found = []
        for id_ in node.parts:
            part = self.results[id_]
            if self.case.tree.nodes[id_].role is Role.MONITORED and node.role is not Role.MONITORED:
                continue
            is_blank = part.state is State.SCORED and part.points is None  # A monitored leaf without a rule.
            if not part.is_left_out and not is_blank:
                found.append(part)
        return found
