"""A node's own result: what a person or profile said of it, else its rule, else its parts taken together."""

from __future__ import annotations

from parrules.criteria import Role, Treatment
from parrules.criteria.model import EnteredBy, MissingPolicy
from parrules.engine.explaining.case import Progress, Said
from parrules.engine.explaining.groups import measure, take_together
from parrules.engine.explaining.limits import declared_limits
from parrules.engine.explaining.monotone import Nodes, rises_with_parts
from parrules.engine.explaining.rule import RuleResult, apply_rule
from parrules.engine.explaining.surroundings import Corner, surroundings
from parrules.engine.result import ZERO, Amount, AmountKind, Awaits, NodeResult, Read, State, StepTaken
from parrules.tree import Rule, TreeNode
from parrules.tree import nodes as tree
from parrules.values import Exact, greatest, least, opposite

_AWAITS = {
    EnteredBy.APPRAISER: Awaits.APPRAISAL,
    EnteredBy.SURVEY: Awaits.SURVEY,
    EnteredBy.SYSTEM: Awaits.SYSTEM,
}


def own_result(progress: Progress, node: TreeNode) -> NodeResult:
    """Work out a node by itself: before maxima of other nodes, vetoes from above and rounding."""
    said = progress.case.said.get(node.id)
    rule = node.rule_under(progress.case.reading)
    has_rule = rule is not None and rule.gives_points
    if said is not None:
        return _as_said(progress, node, said)
    if rule is not None and has_rule:
        return _by_rule(progress, node, rule)
    if not node.is_leaf:
        return take_together(progress, node, _blank(node, State.SCORED))
    if node.role is Role.MONITORED:
        return _blank(node, State.SCORED)
    survey = node.criteria is not None and node.criteria.source == "survey"
    return _waiting(progress, node, State.PENDING, Awaits.SURVEY if survey else Awaits.APPRAISAL)


def _blank(node: TreeNode, state: State) -> NodeResult:
    return NodeResult(
        id=node.id, state=state, low=ZERO, high=ZERO, maximum=node.maximum, applicable_maximum=node.maximum,
        least_applicable=node.maximum, most_applicable=node.maximum,
    )  # fmt: skip


def _waiting(
    progress: Progress, node: TreeNode, state: State, awaits: Awaits | None, causes: tuple[str, ...] = ()
) -> NodeResult:
    result = _blank(node, state)
    result.low, result.high = declared_limits(progress.case, node)
    result.awaits, result.causes = awaits, causes
    return result


# -- said of the whole node ------------------------------------------------------------------------------------------------


def _as_said(progress: Progress, node: TreeNode, said: Said) -> NodeResult:
    if said.state is State.COVERED:
        return _blank(node, State.COVERED)
    if said.state is State.NOT_APPLICABLE:
        says = node.not_applicable
        # What is left out with the group above is left out, whatever the set says of the node alone.
        treatment = Treatment.LEAVE_OUT if said.is_inherited or says is None else says.treatment
        result = _not_applicable(node, treatment)
        result.stage, result.reason = said.stage, said.reason
        return result
    assert said.points is not None
    result = _blank(node, State.ASSESSED).set_points(said.points)
    result.stage, result.reason, result.by = said.stage, said.reason, said.by
    rule = node.rule_under(progress.case.reading)
    if rule is not None and rule.gives_points and node.is_leaf:
        given = apply_rule(rule, surroundings(progress, node))
        result.rule_points = given.points
        result.steps.extend(step for step in given.steps if isinstance(step, Read))
    result.steps.append(Amount(AmountKind.ASSESSED, said.points))
    return result


def _not_applicable(node: TreeNode, treatment: Treatment, given: RuleResult | None = None) -> NodeResult:
    """Treat a node that does not apply; leaving it out, or passing its maximum on, takes that maximum off."""
    result = _blank(node, State.NOT_APPLICABLE)
    result.treatment = treatment
    if given is not None:
        result.steps = _without_amounts(given)
    if treatment in (Treatment.FULL, Treatment.ZERO):
        points = node.maximum if treatment is Treatment.FULL else ZERO
        result.steps.append(Amount(AmountKind.TREATMENT, points))
        return result.set_points(points)
    result.maximum_moved = opposite(node.maximum)
    return result.set_applicable(ZERO)


# -- by rule ---------------------------------------------------------------------------------------------------------------


def _by_rule(progress: Progress, node: TreeNode, rule: Rule) -> NodeResult:
    given = apply_rule(rule, surroundings(progress, node))
    if given.outcome is not None:
        redistributes = given.outcome is tree.Outcome.REDISTRIBUTE
        return _not_applicable(node, Treatment.REDISTRIBUTE if redistributes else Treatment.LEAVE_OUT, given)
    if given.fault is not None:
        if given.fault.fault.code == "PAR701" and (treatment := _stated_treatment(node)) is not None:
            return _not_applicable(node, treatment, given)
        result = _waiting(progress, node, State.FAULT, None)
        result.faults, result.steps = (given.fault,), given.steps
        return measure(progress, node, result)
    if given.missing is not None:
        result = measure(progress, node, _missing(progress, node, rule, given))
        if result.may_be_left_out:
            result.least_applicable = ZERO
        return result
    assert given.points is not None
    result = _blank(node, State.SCORED).set_points(given.points)
    result.steps = given.steps
    return measure(progress, node, result)


def _stated_treatment(node: TreeNode) -> Treatment | None:
    """Give what the set says of a division by zero: a node whose treatment it states does not apply then."""
    says = node.not_applicable
    return says.treatment if says is not None and says.stated else None


def _missing(progress: Progress, node: TreeNode, rule: Rule, given: RuleResult) -> NodeResult:
    """Say what a node waits for, and what that costs by policy."""
    assert given.missing is not None
    case, causes = progress.case, given.missing.causes
    nodes = [cause for cause in causes if cause in case.tree.nodes]
    fields = [field for ref, field in case.tree.fields.items() if str(ref) in causes]
    others = [field for field in fields if field.entered_by is not EnteredBy.UNIT]
    policy = case.policy(node)
    further: list[StepTaken] = []
    if nodes and not fields:
        is_pending = all(progress.results[cause].state is State.PENDING for cause in nodes)
        result = _waiting(progress, node, State.PENDING if is_pending else State.INCOMPLETE, Awaits.PARTS, causes)
        further = _narrow(progress, node, rule, result)
    elif others:
        result = _waiting(progress, node, State.PENDING, _AWAITS[others[0].entered_by], causes)
    elif policy is MissingPolicy.RESPONSE_DUE or case.decisions.get(node.id) == "needs-response":
        result = _waiting(progress, node, State.PENDING, Awaits.RESPONSE, causes)
    else:
        result = _waiting(progress, node, State.MISSING, None, causes)
        if policy is MissingPolicy.ZERO:
            result.steps = _without_amounts(given)
            return result.set_points(ZERO)
    listed = {step.ref for step in given.steps if isinstance(step, Read)}
    result.steps = [*given.steps, *(step for step in further if isinstance(step, Read) and step.ref not in listed)]
    result.open_outcomes = given.open_outcomes | _outcome_of_zero(node, rule)
    return result


def _without_amounts(given: RuleResult) -> list[StepTaken]:
    """Give what a rule read and tried; where it stopped, what it had awarded until then does not count."""
    return [step for step in given.steps if not isinstance(step, Amount)]


def _outcome_of_zero(node: TreeNode, rule: Rule) -> frozenset[tree.Outcome]:
    """Give what a waiting rule may come to by a division whose denominator turns out to be 0."""
    match _stated_treatment(node):
        case Treatment.LEAVE_OUT if _divides_freely(rule):
            return frozenset({tree.Outcome.NOT_APPLICABLE})
        case Treatment.REDISTRIBUTE if _divides_freely(rule):
            return frozenset({tree.Outcome.REDISTRIBUTE})
        case _:
            return frozenset()


def _divides_freely(rule: Rule) -> bool:
    """Say whether a rule has a division by something that no comparison of a `when` line looks at."""

    def plain(expression: tree.Expression) -> tree.Expression:
        return plain(rule.lets[expression.name].value) if isinstance(expression, tree.LetValue) else expression

    looked_at = [
        plain(side)
        for line in rule.scale
        if isinstance(line, tree.When)
        for test in tree.walk(line.condition)
        if isinstance(test, tree.Comparison | tree.RangeTest)
        for side in tree.children(test)
    ]
    below = (
        plain(each.right) for each in rule.expressions() if isinstance(each, tree.Operation) and each.operator == "/"
    )
    return any(not isinstance(each, tree.Constant) and each not in looked_at for each in below)


def _narrow(progress: Progress, node: TreeNode, rule: Rule, result: NodeResult) -> list[StepTaken]:
    """Work out the interval of a rule that waits for other nodes only, where it can but rise with them.

    Gives what was read for it: the interval tells of values that the rule itself had not come to.
    """
    nodes = Nodes(
        is_settled=lambda other: progress.results[other].is_settled,
        is_never_negative=lambda other: progress.results[other].span[0] >= 0,
        parts=node.parts,
    )
    if not rises_with_parts(rule, nodes):
        return []
    least_case, best_case = (
        apply_rule(rule, surroundings(progress, node, corner)) for corner in (Corner.LOW, Corner.HIGH)
    )
    low, high = least_case.points, best_case.points
    if low is not None and high is not None and low <= high:
        result.low, result.high = _within((low, high), (result.low, result.high))
        reads = {step.ref: step for step in (*least_case.steps, *best_case.steps) if isinstance(step, Read)}
        return list(reads.values())
    return []


def _within(inner: tuple[Exact, Exact], outer: tuple[Exact, Exact]) -> tuple[Exact, Exact]:
    """Cut an interval to another; to nothing less than the other where they do not meet."""
    low, high = greatest((inner[0], outer[0])), least((inner[1], outer[1]))
    return (low, high) if low <= high else outer
