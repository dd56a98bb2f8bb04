"""Announced figures against computed ones: equal, or apart by no more than rounding can explain, or by more."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.check import BoundEvidence, CheckedCriteria
from parrules.engine.result import NodeResult, State
from parrules.tree import ROOT
from parrules.values import Exact, absolute, difference, half_unit, product, round_to_digits, total, whole

_LEVELS = ("domain", "criterion", "component")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One announced figure beside the computed one; ``bound`` is what rounding can explain at the most."""

    node: str
    published: Exact
    computed: Exact
    difference: Exact  #: Announced less computed.
    bound: Exact
    rounded_parts: int  #: Announced figures that the computed one is made of.

    @property
    def agrees(self) -> bool:
        """Whether both are the same."""
        return self.difference == 0

    @property
    def is_within_rounding(self) -> bool:
        """Whether rounding can explain the difference."""
        return absolute(self.difference) <= self.bound


def compare_published(criteria: CheckedCriteria, evidence: BoundEvidence, results: dict[str, NodeResult], stage: str) -> list[Comparison]:
    """Compare every announced figure of a record that has a computed one, parts first, the total last.

    A figure that the set rounds to the announced decimals must agree to the last digit. Where the set adds what was announced rounded
    (as with the domains of a province), each of these figures hides up to half a unit, and so does the total.
    """
    published = evidence.record.published
    if published is None:
        return []
    figures = dict(published.nodes)
    total_figure = published.total
    if total_figure is None and published.index is not None and results[ROOT].points is not None:
        total_figure = product(published.index, results[ROOT].applicable_maximum)
    if total_figure is not None:
        figures[ROOT] = total_figure
    found = []
    for node, figure in figures.items():
        computed = results[node].points
        if computed is None:
            continue
        hidden, count = _hidden_below(node, criteria, evidence, results, stage)
        own = _declared_digits(criteria, node)
        if own is None:
            shown = round_to_digits(computed, published.digits, criteria.set.rounding.mode)
            computed = shown if hidden == 0 else computed
        bound = whole(0) if hidden == 0 else total((hidden, half_unit(published.digits)))
        found.append(Comparison(node, figure, computed, difference(figure, computed), bound, count))
    return found


def _declared_digits(criteria: CheckedCriteria, node: str) -> int | None:
    digits = criteria.set.rounding.digits
    tree_node = criteria.tree.nodes[node]
    if tree_node.is_total:
        return digits.get("total")
    if tree_node.is_leaf and "leaf" in digits:
        return digits["leaf"]
    return digits.get(_LEVELS[tree_node.level]) if tree_node.level < len(_LEVELS) else None


def _hidden_below(
    node: str, criteria: CheckedCriteria, evidence: BoundEvidence, results: dict[str, NodeResult], stage: str
) -> tuple[Exact, int]:
    """Add up what the rounding of assessed figures below a node can hide: none where the set itself rounds them there."""
    hidden, count = whole(0), 0
    for below in criteria.tree.below(node):
        if results[below].state is not State.ASSESSED or _declared_digits(criteria, below) is not None:
            continue
        written = [entry.points_digits for _, entry in evidence.entries(below, stage) if entry.points is not None]
        announced = evidence.record.published.digits if evidence.record.published else 0
        hidden = total((hidden, half_unit(max(written[-1], announced))))
        count += 1
    return hidden, count
