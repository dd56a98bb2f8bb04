"""A node's final result: maxima that other nodes pass on, vetoes of groups above, rounding, and the promised range."""

from __future__ import annotations

from parrules.criteria import Role, Treatment
from parrules.engine.explaining.case import Progress, VetoTried
from parrules.engine.explaining.groups import LACKING
from parrules.engine.explaining.limits import limits
from parrules.engine.explaining.rule import try_veto
from parrules.engine.explaining.surroundings import surroundings
from parrules.engine.result import ZERO, Amount, AmountKind, FoundFault, NodeResult, State
from parrules.engine.rounding import declared_digits
from parrules.tree import TreeNode
from parrules.tree import nodes as tree
from parrules.values import (
    Exact,
    Fault,
    difference,
    greatest,
    least,
    opposite,
    product,
    quotient,
    round_to_digits,
    scaled,
    share,
    total,
    whole,
)  # fmt: skip


def try_vetoes(progress: Progress, node: TreeNode) -> None:
    """Try the `zero` lines of a group, before its parts are final."""
    rule = node.rule_under(progress.case.reading)
    if rule is None or node.id in progress.case.said:
        return
    for line in rule.vetoes:
        holds, given = try_veto(line, rule, surroundings(progress, node))
        progress.veto_steps.setdefault(node.id, []).extend(given.steps)
        if given.fault is not None:
            progress.veto_faults.setdefault(node.id, []).append(given.fault)
        for below in line.nodes:
            tried = VetoTried(node.id, line, holds, tuple(given.steps), given.missing)
            progress.vetoes.setdefault(below, []).append(tried)


def finish(progress: Progress, node: TreeNode, result: NodeResult) -> None:
    """Turn a node's own result into its final one."""
    result.faults = (*result.faults, *progress.veto_faults.get(node.id, ()))
    result.steps[:0] = progress.veto_steps.get(node.id, ())
    if not result.takes_over:
        return
    rule = node.rule_under(progress.case.reading)
    is_entered = result.state is State.ASSESSED or (node.is_leaf and (rule is None or not rule.gives_points))
    _receive(progress, node, result)
    _obey_vetoes(progress, node, result)
    # A figure that a person entered, or is yet to enter, is taken as it is, unless it was carried to another scale here.
    if not is_entered or result.maximum_moved != 0:
        _round(progress, node, result)
    elif result.points is None:
        low, high = result.low, result.high
        _round(progress, node, result)
        result.low, result.high = least((low, result.low)), greatest((high, result.high))
    _keep_promise(progress, node, result)


# -- maxima passed on ------------------------------------------------------------------------------------------------------


def _receive(progress: Progress, node: TreeNode, result: NodeResult) -> None:
    """Take over the maxima that other nodes pass on, and carry the points to the new scale: times new ÷ old, before rounding."""
    open_givers: list[str] = []
    low = high = ZERO
    for id_ in progress.case.givers.get(node.id, ()):
        giver, given = progress.case.tree.nodes[id_], progress.results[id_]
        gives = given.state is State.NOT_APPLICABLE and given.treatment is Treatment.REDISTRIBUTE
        if not gives and tree.Outcome.REDISTRIBUTE not in given.open_outcomes:
            continue
        least_part, greatest_part = _parts_taken(progress, node, giver)
        if gives and least_part == greatest_part and (result.is_settled or node.is_leaf):
            _grow(result, giver.id, product(giver.maximum, least_part))
        else:
            open_givers.append(id_)
            low = total((low, product(giver.maximum, least_part) if gives else ZERO))
            high = total((high, product(giver.maximum, greatest_part)))
    _raise(progress, node, result)
    if high != 0:
        _leave_open(progress, node, result, (low, high), open_givers)


def _parts_taken(progress: Progress, node: TreeNode, giver: TreeNode) -> tuple[Exact, Exact]:
    """Give the least and the greatest part of a giver's maximum that a node takes: others may yet be left out themselves."""
    assert giver.not_applicable is not None
    takers = [
        progress.case.tree.nodes[id_]
        for id_ in dict.fromkeys(giver.not_applicable.to)
        if progress.results[id_].takes_over
    ]
    sure = [taker for taker in takers if taker.id == node.id or not progress.results[taker.id].may_be_left_out]
    if giver.not_applicable.by == "maximum":
        ends = [share(node.maximum, total(taker.maximum for taker in those)) or ZERO for those in (takers, sure)]
        return ends[0], ends[1]
    return quotient(whole(1), whole(len(takers))), quotient(whole(1), whole(len(sure)))


def _grow(result: NodeResult, giver: str, amount: Exact) -> None:
    old = result.applicable_maximum
    new = total((old, amount))
    result.applicable_maximum = new
    result.least_applicable = total((result.least_applicable, amount)) if result.least_applicable != 0 else ZERO
    result.most_applicable = total((result.most_applicable, amount))
    result.maximum_moved = total((result.maximum_moved, amount))
    if old == 0:
        return
    if result.points is None:
        result.low, result.high = scaled(result.low, new, old), scaled(result.high, new, old)
        return
    grown = scaled(result.points, new, old)
    result.steps.append(Amount(AmountKind.REDISTRIBUTE, difference(grown, result.points), node=giver))
    result.set_points(grown)


def _raise(progress: Progress, node: TreeNode, result: NodeResult) -> None:
    """Let the most that the node may have rise with its maximum, to where full points are rounded."""
    if result.maximum_moved <= 0 or node.role is Role.DEDUCTION:
        return
    top = total((node.maximum, result.maximum_moved))
    digits = declared_digits(progress.case.set, node)
    if digits is not None:
        top = greatest((top, round_to_digits(top, digits, progress.case.set.rounding.mode)))
    result.raised = total((result.raised, difference(top, node.maximum)))


def _leave_open(
    progress: Progress, node: TreeNode, result: NodeResult, moved: tuple[Exact, Exact], givers: list[str]
) -> None:
    """Wait for nodes that may pass their maximum on, or take a share of it: points and maximum may grow by what that comes to."""
    measures = {result.applicable_maximum} if node.is_leaf else {result.least_applicable, result.most_applicable}
    ends = [*result.span]
    ends.extend(
        scaled(end, total((old, each)), old) for end in result.span for old in measures if old > 0 for each in moved
    )
    if min(measures) <= 0 < result.span[1]:
        # How far a group grows that may come to next to nothing has no bound but the maxima themselves.
        ends.append(total((result.span[1], result.most_applicable, moved[1])))
    if result.least_applicable > 0:
        result.least_applicable = total((result.least_applicable, moved[0]))
    result.most_applicable = total((result.most_applicable, moved[1]))
    low, high = least(ends), greatest(ends)
    if result.points is None:
        result.low, result.high = low, high
    elif low != high:
        is_lacking = any(progress.results[giver].state in LACKING for giver in givers)
        result.wait(State.INCOMPLETE if is_lacking else State.PENDING, low, high, tuple(givers))


# -- vetoes ----------------------------------------------------------------------------------------------------------------


def _obey_vetoes(progress: Progress, node: TreeNode, result: NodeResult) -> None:
    tried = progress.vetoes.get(node.id, [])
    holding = next((veto for veto in tried if veto.holds), None)
    if holding is not None:
        result.steps.extend(holding.steps)
        result.steps.append(Amount(AmountKind.VETO, opposite(result.amounts), holding.line.site, node=holding.group))
        if result.may_be_left_out:
            result.low = result.high = ZERO  # Nothing in any case, but whether it counts in the base is still open.
            return
        result.state, result.awaits, result.causes = State.SCORED, None, ()
        result.set_points(ZERO)
        return
    undecided = [veto for veto in tried if veto.holds is None]
    if not undecided:
        return
    low, high = least((ZERO, result.low)), greatest((ZERO, result.high))
    if result.points is None:
        result.low, result.high = low, high
    elif result.points != 0:
        causes = tuple(dict.fromkeys(cause for veto in undecided if veto.missing for cause in veto.missing.causes))
        is_lacking = any(_is_lacking(progress, cause) for cause in causes) or not causes
        result.wait(State.INCOMPLETE if is_lacking else State.PENDING, low, high, causes or (undecided[0].group,))


def _is_lacking(progress: Progress, cause: str) -> bool:
    """Say whether a veto waits for something of the unit's: a value that it has not entered, or a node that lacks one."""
    if cause in progress.results:
        return progress.results[cause].state in LACKING
    return True


# -- rounding and the promised range ---------------------------------------------------------------------------------------


def _round(progress: Progress, node: TreeNode, result: NodeResult) -> None:
    digits = declared_digits(progress.case.set, node)
    if digits is None:
        return
    mode = progress.case.set.rounding.mode
    result.low, result.high = (round_to_digits(end, digits, mode) for end in (result.low, result.high))
    if result.points is None:
        return
    rounded = round_to_digits(result.points, digits, mode)
    if rounded != result.points:
        result.steps.append(Amount(AmountKind.ROUND, difference(rounded, result.points)))
    result.points = rounded


def _keep_promise(progress: Progress, node: TreeNode, result: NodeResult) -> None:
    """Points that leave the range from minimum to maximum are a fault, never clamped (PAR703)."""
    if node.role is Role.MONITORED or result.state is State.FAULT:
        return
    low, high = limits(progress.case, node, result)
    if result.points is None:
        if result.state is not State.NOT_APPLICABLE and result.most_applicable == result.applicable_maximum:
            result.low, result.high = greatest((low, result.low)), least((high, result.high))
            if result.low > result.high:
                result.low, result.high = low, high
        return
    if low <= result.points <= high:
        return
    arguments = {"points": str(result.points), "minimum": str(low), "maximum": str(high)}
    result.faults = (*result.faults, FoundFault(Fault("PAR703", arguments), node.span))
    result.state, result.points, result.exact_points = State.FAULT, None, None
    result.low, result.high = low, high
