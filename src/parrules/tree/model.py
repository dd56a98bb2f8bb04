"""The evaluation tree of a whole set, up to and with the total; what checks examine and engines evaluate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from parrules.criteria import CriteriaNode, CriteriaSet, Field, Role
from parrules.criteria.model import NotApplicable
from parrules.messages import Title
from parrules.spans import Span
from parrules.tree.nodes import (  # fmt: skip
    AnyLine,
    Change,
    Expression,
    FieldRef,
    FieldValue,
    Let,
    Limit,
    OptionTest,
    Otherwise,
    StartFrom,
    StateTest,
    Veto,
    When,
    WholeSteps,
    walk,
)
from parrules.values import Exact

ROOT = ""
"""The id of the total."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule with its names resolved; ``lets`` by name, in the order written.

    ``is_complete`` tells whether every line could be resolved; of a broken rule the rest is kept, so that checks find what else is wrong.
    """

    lines: tuple[AnyLine, ...]
    lets: dict[str, Let]
    is_complete: bool = True
    lost_a_condition: bool = False  #: A line that might have guarded what comes below it could not be resolved.

    @property
    def scale(self) -> tuple[When | Otherwise, ...]:
        """The lines that end the rule."""
        return tuple(line for line in self.lines if isinstance(line, When | Otherwise))

    @property
    def running(self) -> tuple[StartFrom | Change | WholeSteps | Limit, ...]:
        """The lines of running points."""
        return tuple(line for line in self.lines if isinstance(line, StartFrom | Change | WholeSteps | Limit))

    @property
    def vetoes(self) -> tuple[Veto, ...]:
        """The lines that zero parts."""
        return tuple(line for line in self.lines if isinstance(line, Veto))

    @property
    def gives_points(self) -> bool:
        """Whether the rule says the node's points, so that its parts are not simply combined."""
        return bool(self.scale or self.running)

    def expressions(self) -> Iterator[Expression]:
        """Give every expression of the rule."""
        for line in self.lines:
            yield from walk(line)

    def fields_read(self) -> list[FieldRef]:
        """List the fields that the rule may read, each once, in reading order."""
        found = (node.ref for node in self.expressions() if isinstance(node, FieldValue | OptionTest | StateTest))
        return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeNode:
    """A node with its place in the tree and its rules; ``id`` of the total is empty."""

    id: str
    title: Title
    level: int  #: −1 for the total, 0 for a domain.
    parent: str | None
    parts: tuple[str, ...]
    role: Role
    maximum: Exact
    minimum: Exact
    rule: Rule | None
    readings: dict[str, Rule] = field(default_factory=dict)
    combine: str = "sum"
    weight: Exact | None = None
    not_applicable: NotApplicable | None = None
    criteria: CriteriaNode | None = field(default=None, repr=False)  #: Nothing for the total.
    span: Span = field(repr=False, compare=False)

    @property
    def is_leaf(self) -> bool:
        """Whether it has no parts."""
        return not self.parts

    @property
    def is_total(self) -> bool:
        """Whether it is the set's total."""
        return self.id == ROOT

    def rule_under(self, reading: str | None) -> Rule | None:
        """Give the rule of a reading, the main one where the node has none of that name."""
        return self.readings.get(reading, self.rule) if reading else self.rule


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaTree:
    """A set as an engine sees it: nodes by id in the order of the file, the total last."""

    set: CriteriaSet
    nodes: dict[str, TreeNode]
    fields: dict[FieldRef, Field]
    lines: tuple[AnyLine, ...]  #: Every line of every rule and reading; its place in the tuple is its site.
    line_nodes: tuple[str, ...]  #: The node of each line.

    @property
    def root(self) -> TreeNode:
        """The total."""
        return self.nodes[ROOT]

    def readings(self) -> dict[str, Title]:
        """Give the readings of the set with their titles, in the order of the file."""
        found: dict[str, Title] = {}
        if self.set.total is not None:
            found.update({key: reading.title for key, reading in self.set.total.readings.items()})
        for node in self.set.walk():
            for key, reading in node.readings.items():
                found.setdefault(key, reading.title)
        return found

    def owner(self, node: str, name: str) -> FieldRef:
        """Give the address where a field of a node is entered, following `same_as`."""
        seen = {node}
        while True:
            criteria = self.nodes[node].criteria
            declared = criteria.fields.get(name) if criteria else None
            if (
                declared is None
                or not declared.same_as
                or declared.same_as in seen
                or declared.same_as not in self.nodes
            ):
                return FieldRef(node, name)
            node = declared.same_as
            seen.add(node)

    def ancestors(self, node: str) -> Iterator[str]:
        """Give the nodes above a node, nearest first, the total last."""
        parent = self.nodes[node].parent
        while parent is not None:
            yield parent
            parent = self.nodes[parent].parent

    def below(self, node: str) -> Iterator[str]:
        """Give the nodes below a node, in the order of the file."""
        for part in self.nodes[node].parts:
            yield part
            yield from self.below(part)
