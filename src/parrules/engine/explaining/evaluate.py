"""The explaining engine: the whole tree on one unit's evidence, the total included, every step recorded.

Each node is worked out in two steps (see `tree.order`): its own result, and the final one, which takes in maxima passed on by other
nodes, vetoes of groups above, rounding, and the promise that points stay within minimum and maximum.
"""

from __future__ import annotations

from collections.abc import Callable


from parrules.check import BoundEvidence, CheckedCriteria
from parrules.criteria import Role, Treatment
from parrules.criteria.model import EnteredBy, MissingPolicy
from parrules.engine.explaining.monotone import rises_with_parts
from parrules.engine.explaining.rule import RuleResult, Surroundings, apply_rule, test_veto
from parrules.engine.result import Amount, AmountKind, Awaits, FoundFault, NodeResult, Read, State, Tested
from parrules.language.syntax import PartsTaken
from parrules.messages import Title
from parrules.tree import FieldRef, Rule, Step, TreeNode
from parrules.tree import nodes as tree
from parrules.values import (
    Absence, Absent, Exact, Fault, Given, Kind, Missing, Value, difference, greatest, least, opposite, product, quotient,
    round_to_digits, scaled, share, total, whole,
)  # fmt: skip

_LEVELS = ("domain", "criterion", "component")
_AWAITS = {
    EnteredBy.APPRAISER: Awaits.APPRAISAL,
    EnteredBy.SURVEY: Awaits.SURVEY,
    EnteredBy.SYSTEM: Awaits.SYSTEM,
}
_WAITING = (State.PENDING, State.MISSING, State.INCOMPLETE, State.FAULT)


def evaluate(
    criteria: CheckedCriteria,
    evidence: BoundEvidence,
    stage: str,
    reading: str | None = None,
    *,
    known: dict[str, NodeResult] | None = None,
    changed: dict[FieldRef, Value] | None = None,
) -> dict[str, NodeResult]:
    """Work out every node of a set for one unit.

    Args:
        criteria: A checked set.
        evidence: The unit's evidence, bound to the set.
        stage: The stage to score: what was said up to it counts.
        reading: Id of the reading to score with; nothing for the main rules.
        known: Results of the same set and evidence to start from, under other readings or before ``changed``.
        changed: Values that replace the record's.

    Returns: a result for each node by its id, the total's under the empty id.
    """
    return _Evaluation(criteria, evidence, stage, reading, changed or {}).run(known)


def evaluate_node(
    criteria: CheckedCriteria,
    evidence: BoundEvidence,
    stage: str,
    reading: str | None,
    node: str,
    known: dict[str, NodeResult],
) -> Callable[[dict[FieldRef, Value]], NodeResult]:
    """Prepare to work out one node again and again, with other values of its evidence; all other nodes stay as ``known``."""
    evaluation = _Evaluation(criteria, evidence, stage, reading, {})
    tree_node = criteria.tree.nodes[node]

    def again(changed: dict[FieldRef, Value]) -> NodeResult:
        evaluation.changed = changed
        evaluation.results = dict(known)
        result = evaluation.own(tree_node)
        evaluation.final(tree_node, result)
        return result

    return again


def surroundings_of(
    criteria: CheckedCriteria, evidence: BoundEvidence, stage: str, reading: str | None, node: str, known: dict[str, NodeResult]
) -> Surroundings:
    """Give what the rule of a node can see, all results known."""
    evaluation = _Evaluation(criteria, evidence, stage, reading, {})
    evaluation.results = known
    return evaluation.surroundings(criteria.tree.nodes[node])


class _Evaluation:
    def __init__(
        self, criteria: CheckedCriteria, evidence: BoundEvidence, stage: str, reading: str | None, changed: dict[FieldRef, Value]
    ) -> None:
        self.criteria, self.evidence, self.stage, self.reading, self.changed = criteria, evidence, stage, reading, changed
        self.tree = criteria.tree
        self.set = criteria.set
        self.results: dict[str, NodeResult] = {}
        self.vetoed: dict[str, tuple[str, tree.Veto, Tested | None]] = {}
        self.vetoes_waiting: dict[str, RuleResult] = {}
        self.left_out = {
            id_ for profile in evidence.record.unit.profiles for id_ in self.set.profiles[profile].leaves_out
        }
        self.assessed_above: set[str] = set()
        for node in self.tree.nodes:
            if self.assessment(node) is not None:
                self.assessed_above.update(self.tree.below(node))

    def run(self, known: dict[str, NodeResult] | None) -> dict[str, NodeResult]:
        if known is not None:
            self.results.update(known)
        stale = self.stale_nodes() if known is not None else None
        for task in self.criteria.order:
            if stale is not None and task.node not in stale:
                continue
            node = self.tree.nodes[task.node]
            match task.step:
                case Step.OWN:
                    self.results[node.id] = self.own(node)
                case Step.VETO:
                    self.veto(node)
                case Step.FINAL:
                    self.final(node, self.results[node.id])
        return self.results

    def stale_nodes(self) -> set[str]:
        """List the nodes that must be worked out again: those touched, and all that depend on them."""
        touched = {ref.node for ref in self.changed}
        touched |= {
            node.id
            for node in self.tree.nodes.values()
            for rule in (node.rule, *node.readings.values())
            if rule is not None and any(ref in self.changed for ref in rule.fields_read())
        }
        touched |= {node.id for node in self.tree.nodes.values() if node.readings}
        stale: set[str] = set()
        queue = list(touched)
        while queue:
            id_ = queue.pop()
            if id_ in stale:
                continue
            stale.add(id_)
            queue.extend(self.criteria.dependents.get(id_, ()))
        return stale

    # -- evidence ----------------------------------------------------------------------------------------------------------

    def value_of(self, ref: FieldRef) -> tuple[Value, str]:
        if ref in self.changed:
            return self.changed[ref], "what-if"
        bound = self.evidence.at(ref, self.stage)
        if bound is None:
            return Missing((str(ref),)), ""
        return bound.value, bound.stage

    def assessment(self, node: str) -> tuple[str, Exact, Title, str] | None:
        """Give the figure that a person entered for a whole node: stage, points, reason, by whom."""
        found = None
        for stage, entry in self.evidence.entries(node, self.stage):
            if entry.points is not None:
                found = (stage, entry.points, entry.reason, entry.by)
        return found

    def claim(self, node: str) -> tuple[str, Title] | None:
        """Give the claim that a node does not apply, where it still stands: stage and reason."""
        found = None
        for stage, entry in self.evidence.entries(node, self.stage):
            if entry.not_applicable is not None:
                found = (stage, entry.not_applicable.reason)
            elif found and (entry.decision == "rejected" or entry.values or entry.points is not None):
                found = None
        return found

    # -- own results -------------------------------------------------------------------------------------------------------

    def own(self, node: TreeNode) -> NodeResult:
        if node.id in self.assessed_above:
            return self.blank(node, State.COVERED, high=whole(0), low=whole(0))
        if not node.is_total and (node.id in self.left_out or any(above in self.left_out for above in self.tree.ancestors(node.id))):
            return self.not_applicable(node, "", Title())
        if (assessed := self.assessment(node.id)) is not None:
            return self.assessed(node, *assessed)
        if not node.is_total and (claim := self.claim(node.id)) is not None:
            return self.not_applicable(node, *claim)
        rule = node.rule_under(self.reading)
        if rule is not None and rule.gives_points:
            return self.by_rule(node, rule)
        if node.is_leaf:
            if node.role is Role.MONITORED:
                return self.blank(node, State.SCORED, low=whole(0), high=whole(0))
            survey = node.criteria is not None and node.criteria.source == "survey"
            return self.waiting(node, State.PENDING, Awaits.SURVEY if survey else Awaits.APPRAISAL)
        return self.by_parts(node)

    def blank(self, node: TreeNode, state: State, *, low: Exact, high: Exact) -> NodeResult:
        return NodeResult(
            id=node.id, state=state, points=None, exact_points=None, low=low, high=high, maximum=node.maximum,
            applicable_maximum=node.maximum, maximum_moved=whole(0),
        )  # fmt: skip

    def waiting(self, node: TreeNode, state: State, awaits: Awaits | None, causes: tuple[str, ...] = ()) -> NodeResult:
        high = whole(0) if node.role is Role.DEDUCTION else node.maximum
        result = self.blank(node, state, low=node.minimum, high=high)
        result.awaits, result.causes = awaits, causes
        return result

    def with_points(self, result: NodeResult, points: Exact) -> NodeResult:
        result.points = result.exact_points = result.low = result.high = points
        return result

    def assessed(self, node: TreeNode, stage: str, points: Exact, reason: Title, by: str) -> NodeResult:
        result = self.with_points(self.blank(node, State.ASSESSED, low=points, high=points), points)
        result.stage, result.reason, result.by = stage, reason, by
        rule = node.rule_under(self.reading)
        if rule is not None and rule.gives_points and node.is_leaf:
            given = apply_rule(rule, self.surroundings(node))
            result.rule_points = given.points
            result.steps.extend(step for step in given.steps if isinstance(step, Read))
        result.steps.append(Amount(AmountKind.ASSESSED, points))
        return result

    def not_applicable(self, node: TreeNode, stage: str, reason: Title, steps: RuleResult | None = None) -> NodeResult:
        """Treat a node that does not apply as the set says; leaving it out takes its maximum off."""
        says = node.not_applicable
        treatment = says.treatment if says is not None else Treatment.LEAVE_OUT
        if steps is not None and steps.outcome is not None:
            treatment = Treatment.REDISTRIBUTE if steps.outcome is tree.Outcome.REDISTRIBUTE else Treatment.LEAVE_OUT
        result = self.blank(node, State.NOT_APPLICABLE, low=whole(0), high=whole(0))
        result.treatment, result.stage, result.reason = treatment, stage, reason
        if steps is not None:
            result.steps = steps.steps
        if treatment in (Treatment.FULL, Treatment.ZERO):
            points = node.maximum if treatment is Treatment.FULL else whole(0)
            result.steps.append(Amount(AmountKind.TREATMENT, points))
            return self.with_points(result, points)
        result.applicable_maximum = whole(0)
        result.maximum_moved = opposite(node.maximum)
        return result

    def by_rule(self, node: TreeNode, rule: Rule) -> NodeResult:
        given = apply_rule(rule, self.surroundings(node))
        if given.outcome is not None:
            return self.not_applicable(node, "", Title(), given)
        if given.fault is not None:
            zero_below = given.fault.fault.code == "PAR701"
            if zero_below and node.not_applicable is not None and node.not_applicable.stated:
                return self.not_applicable(node, "", Title(), given)
            result = self.waiting(node, State.FAULT, None)
            result.faults, result.steps = (given.fault,), given.steps
            return self.with_parts_maximum(node, result)
        if given.missing is not None:
            return self.with_parts_maximum(node, self.missing(node, rule, given))
        assert given.points is not None
        result = self.with_points(self.blank(node, State.SCORED, low=given.points, high=given.points), given.points)
        result.steps = given.steps
        return self.with_parts_maximum(node, result)

    def missing(self, node: TreeNode, rule: Rule, given: RuleResult) -> NodeResult:
        """Say what a node waits for, and what that costs by policy."""
        assert given.missing is not None
        causes = given.missing.causes
        nodes = [cause for cause in causes if cause in self.tree.nodes]
        fields = [cause for cause in causes if cause not in self.tree.nodes]
        if nodes and not fields:
            pending = all(self.results[cause].state is State.PENDING for cause in nodes)
            result = self.waiting(node, State.PENDING if pending else State.INCOMPLETE, Awaits.PARTS, causes)
            if rises_with_parts(rule):
                low, high = (apply_rule(rule, self.surroundings(node, corner)).points for corner in ("low", "high"))
                if low is not None and high is not None:
                    result.low, result.high = low, high
            result.steps = given.steps
            return result
        declared = [self.tree.fields[ref] for ref in self.tree.fields if str(ref) in fields]
        others = [field for field in declared if field.entered_by is not EnteredBy.UNIT]
        policy = self.policy(node)
        if others:
            result = self.waiting(node, State.PENDING, _AWAITS[others[0].entered_by], causes)
        elif policy is MissingPolicy.RESPONSE_DUE or self.last_decision(node.id) == "needs-response":
            result = self.waiting(node, State.PENDING, Awaits.RESPONSE, causes)
        else:
            result = self.waiting(node, State.MISSING, None, causes)
            if policy is MissingPolicy.ZERO:
                self.with_points(result, whole(0))
        result.steps = given.steps
        return result

    def policy(self, node: TreeNode) -> MissingPolicy:
        for id_ in (node.id, *self.tree.ancestors(node.id)):
            criteria = self.tree.nodes[id_].criteria
            if criteria is not None and criteria.missing is not None:
                return criteria.missing
        return self.set.missing

    def last_decision(self, node: str) -> str:
        decisions = [entry.decision for _, entry in self.evidence.entries(node, self.stage) if entry.decision]
        return decisions[-1] if decisions else ""

    # -- groups ------------------------------------------------------------------------------------------------------------

    def counted(self, node: TreeNode) -> list[NodeResult]:
        """Give the results of the parts that enter the sum: neither monitored nor left out."""
        parts = (self.results[part] for part in node.parts if self.tree.nodes[part].role is not Role.MONITORED)
        return [part for part in parts if not part.is_left_out]

    def by_parts(self, node: TreeNode) -> NodeResult:
        parts = self.counted(node)
        result = self.blank(node, State.SCORED, low=whole(0), high=whole(0))
        result = self.with_parts_maximum(node, result)
        if not parts and any(self.results[part].state is State.NOT_APPLICABLE for part in node.parts):
            result.state, result.treatment = State.NOT_APPLICABLE, Treatment.LEAVE_OUT
            result.applicable_maximum, result.maximum_moved = whole(0), opposite(node.maximum)
            return result
        low = self.combined(node, parts, [part.low for part in parts])
        high = self.combined(node, parts, [part.high for part in parts])
        result.low, result.high = low, high
        waiting = [part for part in parts if part.points is None]
        for part in parts:
            if part.points is not None:
                result.steps.append(Amount(AmountKind.PART, part.points, node=part.id))
        if waiting:
            lacking = any(part.state in (State.MISSING, State.INCOMPLETE, State.FAULT) for part in waiting)
            result.state = State.INCOMPLETE if lacking else State.PENDING
            result.awaits, result.causes = Awaits.PARTS, tuple(part.id for part in waiting)
            return result
        plain = total(part.points or whole(0) for part in parts)
        if node.combine != "sum":
            result.steps.append(Amount(AmountKind.COMBINE, difference(low, plain)))
        return self.with_points(result, low)

    def combined(self, node: TreeNode, parts: list[NodeResult], points: list[Exact]) -> Exact:
        """Take the points of parts together as the group says."""
        if not parts:
            return whole(0)
        match node.combine:
            case "mean":
                return quotient(total(points), whole(len(points)))
            case "weighted":
                weights = [self.tree.nodes[part.id].weight or whole(0) for part in parts]
                below = total(weights)
                above = total(product(weight, point) for weight, point in zip(weights, points, strict=True))
                return whole(0) if below == 0 else quotient(above, below)
            case "pooled":
                below = total(part.applicable_maximum for part in parts)
                return whole(0) if below == 0 else scaled(total(points), node.maximum, below)
            case _:
                return total(points)

    def with_parts_maximum(self, node: TreeNode, result: NodeResult) -> NodeResult:
        """Work out a group's applicable maximum: what is left of its parts' maxima; for a leaf its own."""
        if node.is_leaf:
            return result
        same = [self.tree.nodes[part] for part in node.parts if self.tree.nodes[part].role is node.role]
        declared = total(part.maximum for part in same)
        applicable = total(self.results[part.id].applicable_maximum for part in same)
        if node.combine in ("mean", "weighted", "pooled"):
            result.applicable_maximum = node.maximum if applicable > 0 or not same else whole(0)
        elif declared == node.maximum or node.is_total:
            result.applicable_maximum = applicable
        else:
            result.applicable_maximum = difference(node.maximum, difference(declared, applicable))
        return result

    # -- final results -----------------------------------------------------------------------------------------------------

    def veto(self, node: TreeNode) -> None:
        rule = node.rule_under(self.reading)
        if rule is None:
            return
        for line in rule.vetoes:
            holds, given = test_veto(line, rule, self.surroundings(node))
            for below in line.nodes:
                if holds:
                    tested = next((step for step in given.steps if isinstance(step, Tested)), None)
                    self.vetoed[below] = (node.id, line, tested)
                elif given.missing is not None:
                    self.vetoes_waiting[below] = given

    def final(self, node: TreeNode, result: NodeResult) -> None:
        if result.state is State.COVERED:
            return
        self.receive(node, result)
        if node.id in self.vetoed:
            self.put_to_zero(node, result)
        elif node.id in self.vetoes_waiting and result.points is not None and result.state is State.SCORED:
            result.low, result.points = least((whole(0), result.low)), None
            result.state, result.awaits = State.PENDING, Awaits.PARTS
        if result.state is not State.ASSESSED:
            self.round(node, result)
        self.keep_promise(node, result)

    def put_to_zero(self, node: TreeNode, result: NodeResult) -> None:
        by, line, tested = self.vetoed[node.id]
        if result.is_left_out:
            return
        if tested is not None:
            result.steps.append(tested)
        result.steps.append(Amount(AmountKind.VETO, opposite(result.points or whole(0)), line.site, node=by))
        result.state = State.SCORED
        self.with_points(result, whole(0))

    def receive(self, node: TreeNode, result: NodeResult) -> None:
        """Take over the maxima that other nodes pass on, and carry the points to the new scale."""
        if result.is_left_out:
            return
        moved: list[tuple[str, Exact]] = []
        for giver in self.tree.nodes.values():
            if giver.not_applicable is None or node.id not in giver.not_applicable.to:
                continue
            given = self.results[giver.id]
            if given.state is not State.NOT_APPLICABLE or given.treatment is not Treatment.REDISTRIBUTE:
                continue
            takers = [self.tree.nodes[id_] for id_ in giver.not_applicable.to if id_ in self.results and not self.results[id_].is_left_out]
            if giver.not_applicable.by == "maximum":
                part = share(node.maximum, total(taker.maximum for taker in takers)) or whole(0)
            else:
                part = quotient(whole(1), whole(len(takers)))
            moved.append((giver.id, product(giver.maximum, part)))
        for giver_id, amount in moved:
            old, new = result.applicable_maximum, total((result.applicable_maximum, amount))
            result.applicable_maximum = new
            result.maximum_moved = total((result.maximum_moved, amount))
            if old == 0:
                continue
            if result.points is not None:
                grown = scaled(result.points, new, old)
                result.steps.append(Amount(AmountKind.REDISTRIBUTE, difference(grown, result.points), node=giver_id))
                self.with_points(result, grown)
            else:
                result.low, result.high = scaled(result.low, new, old), scaled(result.high, new, old)

    def digits(self, node: TreeNode) -> int | None:
        declared = self.set.rounding.digits
        if node.is_total:
            return declared.get("total")
        if node.is_leaf and "leaf" in declared:
            return declared["leaf"]
        return declared.get(_LEVELS[node.level]) if node.level < len(_LEVELS) else None

    def round(self, node: TreeNode, result: NodeResult) -> None:
        digits = self.digits(node)
        if digits is None or result.is_left_out:
            return
        mode = self.set.rounding.mode
        result.low, result.high = (round_to_digits(end, digits, mode) for end in (result.low, result.high))
        if result.points is None:
            return
        rounded = round_to_digits(result.points, digits, mode)
        if rounded != result.points:
            result.steps.append(Amount(AmountKind.ROUND, difference(rounded, result.points)))
        result.points = rounded

    def keep_promise(self, node: TreeNode, result: NodeResult) -> None:
        """Points that leave the range from minimum to maximum are a fault, never clamped (PAR703)."""
        if result.points is None or node.role is Role.MONITORED or result.state is State.FAULT:
            return
        low, high = self.limits(node, result)
        if low <= result.points <= high:
            return
        arguments = {"points": str(result.points), "minimum": str(low), "maximum": str(high)}
        result.faults = (*result.faults, FoundFault(Fault("PAR703", arguments), node.span))
        result.state, result.points, result.exact_points = State.FAULT, None, None
        result.low, result.high = low, high

    def limits(self, node: TreeNode, result: NodeResult) -> tuple[Exact, Exact]:
        """Give the least and the most that a node may have; a bonus and a deduction among its parts widen the range."""
        if node.role is Role.DEDUCTION:
            return node.minimum, whole(0)
        low, high = node.minimum, total((node.maximum, greatest((result.maximum_moved, whole(0)))))
        rule = node.rule_under(self.reading)
        if not node.is_leaf and not (rule is not None and rule.gives_points) and result.state is not State.ASSESSED:
            parts = [self.tree.nodes[part] for part in node.parts]
            if node.is_total and total(part.maximum for part in parts if part.role is Role.MAIN) == node.maximum:
                high = total((high, *(part.maximum for part in parts if part.role is Role.BONUS)))
            elif not node.is_total and node.role is Role.MAIN:
                high = total((high, *(part.maximum for part in parts if part.role is Role.BONUS)))
            low = least((low, total(part.minimum for part in parts if part.role is not Role.MONITORED)))
        return low, high

    # -- what rules see ----------------------------------------------------------------------------------------------------

    def surroundings(self, node: TreeNode, corner: str = "") -> Surroundings:
        return Surroundings(
            value_of=self.value_of,
            figure_of=lambda figure, other: self.figure_of(figure, other, corner),
            parts=lambda expression: self.parts_value(node, expression, corner),
            maximum=node.maximum,
            mode=self.set.rounding.mode,
            calendar=self.set.dates.calendar,
        )

    def points_at(self, result: NodeResult, corner: str) -> Exact | None:
        if result.points is None and corner and result.state in _WAITING:
            return result.low if corner == "low" else result.high
        return result.points

    def figure_of(self, figure: tree.Figure, other: str, corner: str) -> Value:
        result, node = self.results.get(other), self.tree.nodes[other]
        if figure is tree.Figure.MAXIMUM or result is None:
            return Given(node.maximum, Kind.POINTS)
        if figure is tree.Figure.APPLICABLE_MAXIMUM:
            return Given(result.applicable_maximum, Kind.POINTS)
        if result.is_left_out:
            return Absent(Absence.NOT_APPLICABLE, other)
        points = self.points_at(result, corner)
        if points is None:
            return Missing((other,))
        if figure is tree.Figure.POINTS:
            return Given(points, Kind.POINTS)
        part = share(points, result.applicable_maximum)
        return Absent(Absence.NOT_APPLICABLE, other) if part is None else Given(part, Kind.RATIO)

    def parts_value(self, node: TreeNode, expression: tree.PartsValue, corner: str) -> Value:
        parts = self.counted(node)
        points = [self.points_at(part, corner) for part in parts]
        known = [point for point in points if point is not None]
        if len(known) < len(points):
            return Missing(tuple(part.id for part, point in zip(parts, points, strict=True) if point is None))
        if not known:
            return Given(whole(0), Kind.POINTS)
        match expression.taken:
            case PartsTaken.SUM:
                return Given(total(known), Kind.POINTS)
            case PartsTaken.MEAN:
                return Given(quotient(total(known), whole(len(known))), Kind.POINTS)
            case PartsTaken.HIGHEST:
                return Given(greatest(known), Kind.POINTS)
            case PartsTaken.LOWEST:
                return Given(least(known), Kind.POINTS)


