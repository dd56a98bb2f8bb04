"""Announced figures against computed ones: equal, or apart by no more than rounding can explain, or by more."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.checks import BoundEvidence, CheckedCriteria
from parrules.engine.result import NodeResult, State
from parrules.engine.rounding import declared_digits
from parrules.scoring.total import base_of
from parrules.tree import ROOT
from parrules.values import Exact, absolute, difference, half_unit, product, round_to_digits, total, whole

_HUNDRED = whole(100)


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


def compare_published(
    criteria: CheckedCriteria, evidence: BoundEvidence, results: dict[str, NodeResult], stage: str
) -> list[Comparison]:
    """Compare every announced figure of a record that has a computed one, parts first, the total last.

    A figure that the set rounds to the announced decimals must agree to the last digit. Where the set adds what was announced rounded
    (as with the domains of a province), each of these figures hides up to half a unit, and so does the total.
    """
    published = evidence.record.published
    if published is None:
        return []
    figures = dict(published.nodes)
    index_slack = whole(0)
    if published.total is not None:
        figures[ROOT] = published.total
    elif published.index is not None:
        base = base_of(criteria.set, results[ROOT])
        figures[ROOT] = product(published.index, base)
        # An announced percentage hides up to half a unit of its own last digit, whatever the points are rounded to.
        index_slack = product(half_unit(published.digits + 2), base) if base != _HUNDRED else whole(0)
    found = []
    for node, figure in figures.items():
        computed = results[node].points
        if computed is None:
            continue
        hidden, count = _hidden_below(node, criteria, evidence, results, stage)
        own = declared_digits(criteria.set, criteria.tree.nodes[node])
        if own is None:
            shown = round_to_digits(computed, published.digits, criteria.set.rounding.mode)
            computed = shown if hidden == 0 else computed
        slack = index_slack if node == ROOT else whole(0)
        bound = slack if hidden == 0 else total((hidden, slack, half_unit(published.digits)))
        found.append(Comparison(node, figure, computed, difference(figure, computed), bound, count))
    return found


def _hidden_below(
    node: str, criteria: CheckedCriteria, evidence: BoundEvidence, results: dict[str, NodeResult], stage: str
) -> tuple[Exact, int]:
    """Add up what the rounding of assessed figures below a node can hide: none where the set itself rounds them there."""
    hidden, count = whole(0), 0
    for below in criteria.tree.below(node):
        if (
            results[below].state is not State.ASSESSED
            or declared_digits(criteria.set, criteria.tree.nodes[below]) is not None
        ):
            continue
        written = [entry.points_digits for _, entry in evidence.entries(below, stage) if entry.points is not None]
        announced = evidence.record.published.digits if evidence.record.published else 0
        hidden = total((hidden, half_unit(max(written[-1], announced))))
        count += 1
    return hidden, count
