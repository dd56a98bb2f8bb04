"""The order in which nodes are evaluated: what is referred to comes first; what goes round in a circle is found here.

A node is worked out in two steps: its *own* result (its rule, or its parts taken together), and its *final* one, which takes in what
others do to it: a maximum that another node passes on, a veto of a group above, rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter

from parrules.diagnostics import Findings
from parrules.messages import Joined, Words
from parrules.tree import nodes as tree
from parrules.tree.model import CriteriaTree, Rule, TreeNode


class Step(StrEnum):
    """The steps of working out a node."""

    VETO = "veto"  #: Which parts the node's `zero` lines put to zero.
    OWN = "own"
    FINAL = "final"


@dataclass(frozen=True, slots=True, order=True)
class Task:
    """One step of one node."""

    node: str
    step: Step


def evaluation_order(criteria: CriteriaTree, findings: Findings) -> tuple[Task, ...]:
    """Give every step of every node in an order that works for all readings.

    Args:
        criteria: The tree.
        findings: Receives PAR304 where nodes refer to each other in a circle; the order is then empty.
    """
    graph = _graph(criteria)
    try:
        return tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle = [task.node for task in reversed(error.args[1])]
        names = [name for index, name in enumerate(circle) if index == 0 or circle[index - 1] != name]
        if names[0] != names[-1] or len(names) == 1:
            names.append(names[0])
        span = criteria.nodes[names[0]].span
        findings.add(
            "PAR304",
            span,
            help="PAR304.help",
            node=names[0],
            circle=Joined(tuple(Words(name or "Σ") for name in names), "arrow"),
        )
        return ()


def _graph(criteria: CriteriaTree) -> dict[Task, list[Task]]:
    """Give what each step needs."""
    graph: dict[Task, list[Task]] = {Task(node, Step.FINAL): [Task(node, Step.OWN)] for node in criteria.nodes}
    for node in criteria.nodes.values():
        graph[Task(node.id, Step.OWN)] = [Task(part, Step.FINAL) for part in node.parts] + _references(
            node, criteria, vetoes=False
        )
        receivers = node.not_applicable.to if node.not_applicable else ()
        known = [receiver for receiver in receivers if receiver in criteria.nodes]
        for receiver in known:
            graph[Task(receiver, Step.FINAL)] += [Task(node.id, Step.OWN), *(Task(other, Step.OWN) for other in known)]
        if _has_vetoes(node):
            veto = Task(node.id, Step.VETO)
            graph[veto] = _references(node, criteria, vetoes=True)
            for below in _vetoed(node):
                graph[Task(below, Step.FINAL)].append(veto)
    return graph


def dependents(criteria: CriteriaTree) -> dict[str, tuple[str, ...]]:
    """Give, for each node, the nodes whose results may change with its own."""
    found: dict[str, dict[str, None]] = {}
    for task, needs in _graph(criteria).items():
        for need in needs:
            if need.node != task.node:
                found.setdefault(need.node, {})[task.node] = None
    return {node: tuple(fed) for node, fed in found.items()}


def _rules(node: TreeNode) -> list[Rule]:
    return [rule for rule in (node.rule, *node.readings.values()) if rule is not None]


def _has_vetoes(node: TreeNode) -> bool:
    return any(rule.vetoes for rule in _rules(node))


def _vetoed(node: TreeNode) -> list[str]:
    return [below for rule in _rules(node) for veto in rule.vetoes for below in veto.nodes]


def _references(node: TreeNode, criteria: CriteriaTree, *, vetoes: bool) -> list[Task]:
    """Give the final steps that the rules of a node refer to: those of its vetoes, or those of all other lines."""
    found: list[Task] = []
    for rule in _rules(node):
        veto_sites = {line.site for line in rule.vetoes}
        for line in rule.lines:
            if (line.site in veto_sites) is not vetoes and not isinstance(line, tree.Let):
                continue
            for expression in tree.walk(line):
                if isinstance(expression, tree.NodeFigure) and expression.figure is not tree.Figure.MAXIMUM:
                    found.append(Task(expression.node, Step.FINAL))
    return [task for task in dict.fromkeys(found) if task.node in criteria.nodes]
