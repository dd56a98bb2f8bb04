"""The explaining engine: the whole tree on one unit's evidence, the total included, every step recorded.

Each node is worked out in two steps (see `tree.order`): its own result, and the final one, which takes in maxima passed on by other
nodes, vetoes of groups above, rounding, and the promise that points stay within minimum and maximum.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parrules.checks import BoundEvidence, CheckedCriteria
from parrules.engine.explaining.case import Progress, case_of
from parrules.engine.explaining.final import finish, try_vetoes
from parrules.engine.explaining.own import own_result
from parrules.engine.explaining.rule import work_out
from parrules.engine.explaining.surroundings import surroundings
from parrules.engine.result import NodeResult
from parrules.tree import FieldRef, Rule, Step, Task
from parrules.tree import nodes as tree
from parrules.values import Value

Results = dict[str, NodeResult]


def evaluate(
    criteria: CheckedCriteria,
    evidence: BoundEvidence,
    stage: str,
    reading: str | None = None,
    *,
    known: Results | None = None,
    changed: Mapping[FieldRef, Value] | None = None,
) -> Results:
    """Work out every node of a set for one unit.

    Args:
        criteria: A checked set.
        evidence: The unit's evidence, bound to the set.
        stage: The stage to score: what was said up to it counts.
        reading: Id of the reading to score with; nothing for the main rules.
        known: Results of the same set, evidence and stage to start from, under any reading and before ``changed``.
        changed: Values that replace the record's.

    Returns: a result for each node by its id, the total's under the empty id.
    """
    evaluation = Evaluation(criteria, evidence, stage, reading)
    if known is None:
        return evaluation.all(changed)
    with_readings = (node.id for node in criteria.tree.nodes.values() if node.readings)
    return evaluation.again(known, changed or {}, touched=with_readings)


class Evaluation:
    """One unit at one stage under one reading, to be worked out once, or again and again with some values changed."""

    def __init__(self, criteria: CheckedCriteria, evidence: BoundEvidence, stage: str, reading: str | None) -> None:
        self.criteria = criteria
        self.case = case_of(criteria, evidence, stage, reading)
        self._readers: dict[FieldRef, list[str]] | None = None
        self._plans: dict[tuple[frozenset[str], str | None], tuple[Task, ...]] = {}

    def all(self, changed: Mapping[FieldRef, Value] | None = None) -> Results:
        """Work out every node."""
        return self._run(self.criteria.order, Progress(self.case, {}, dict(changed or {})))

    def again(
        self, known: Results, changed: Mapping[FieldRef, Value], *, touched: Iterable[str] = (), only: str | None = None
    ) -> Results:
        """Work out what some values change.

        Args:
            known: All results before.
            changed: Values that replace the record's.
            touched: Further nodes to begin from.
            only: The one node that is asked for; others are worked out only where it depends on them.

        Returns: all results; with ``only``, those that it does not depend on are as they were.
        """
        started = frozenset((*touched, *(node for ref in changed for node in self._readers_of(ref))))
        key = (started, only)
        if key not in self._plans:
            self._plans[key] = self._plan(started, only)
        return self._run(self._plans[key], Progress(self.case, dict(known), dict(changed)))

    def value_of(self, node: str, rule: Rule, expression: tree.Expression, known: Results) -> Value:
        """Work out an expression of a node's rule on the evidence as it is, all results known."""
        return work_out(expression, rule, surroundings(Progress(self.case, known), self.criteria.tree.nodes[node]))

    def _run(self, tasks: tuple[Task, ...], progress: Progress) -> Results:
        nodes = self.criteria.tree.nodes
        for task in tasks:
            node = nodes[task.node]
            match task.step:
                case Step.OWN:
                    progress.results[node.id] = own_result(progress, node)
                case Step.VETO:
                    try_vetoes(progress, node)
                case Step.FINAL:
                    finish(progress, node, progress.results[node.id])
        return progress.results

    def _readers_of(self, ref: FieldRef) -> list[str]:
        """List the nodes whose rules may read a field."""
        if self._readers is None:
            self._readers = {}
            for node in self.criteria.tree.nodes.values():
                for rule in (node.rule, *node.readings.values()):
                    for read in rule.fields_read() if rule is not None else ():
                        self._readers.setdefault(read, []).append(node.id)
        return self._readers.get(ref, [])

    def _plan(self, started: frozenset[str], only: str | None) -> tuple[Task, ...]:
        """List the steps to go through again: of nodes that depend on those touched and, for one node, that it depends on."""
        feeds = self.criteria.dependents
        stale = _reach(started, feeds)
        if only is not None:
            needs: dict[str, list[str]] = {}
            for node, fed in feeds.items():
                for each in fed:
                    needs.setdefault(each, []).append(node)
            stale &= _reach({only}, needs)
        return tuple(task for task in self.criteria.order if task.node in stale)


def _reach(started: Iterable[str], edges: Mapping[str, Iterable[str]]) -> set[str]:
    """Give the nodes that can be reached, those begun from among them."""
    found: set[str] = set()
    queue = list(started)
    while queue:
        node = queue.pop()
        if node not in found:
            found.add(node)
            queue.extend(edges.get(node, ()))
    return found
