"""What names mean in one rule, and what every resolver of its expressions needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from parrules.criteria import CriteriaNode, CriteriaSet, Field
from parrules.diagnostics import Findings
from parrules.language import fold, format_expression
from parrules.language import syntax as written
from parrules.messages import Message, Nested
from parrules.spans import Span
from parrules.tree import nodes as tree
from parrules.tree.nodes import FieldRef
from parrules.tree.words import rule_words
from parrules.values import Kind


@dataclass
class Scope:
    """What names mean in one rule: the node's fields, the lets so far, the nodes of the set."""

    criteria: CriteriaSet
    node: CriteriaNode | None  #: Nothing for the total.
    owner: Callable[[str, str], FieldRef]
    node_ids: tuple[str, ...]
    lets: dict[str, tree.Expression]
    later_lets: tuple[str, ...] = ()
    broken_lets: set[str] = dataclass_field(
        default_factory=set
    )  #: Lets that could not be resolved: what uses them is passed over.

    @property
    def language(self) -> str:
        """The language of the rule."""
        return self.criteria.language

    @property
    def id(self) -> str:
        """The node's id; that of the total is empty."""
        return self.node.id if self.node else ""

    @property
    def fields(self) -> dict[str, Field]:
        """The node's fields."""
        return self.node.fields if self.node else {}

    def field_named(self, name: str) -> Field | None:
        """Find a field by its name, whatever the place of its tone marks."""
        if name in self.fields:
            return self.fields[name]
        key = fold(name)
        return next((field for declared, field in self.fields.items() if fold(declared) == key), None)

    def let_named(self, name: str) -> str | None:
        """Find a let by its name, whatever the place of its tone marks."""
        if name in self.lets:
            return name
        key = fold(name)
        return next((declared for declared in self.lets if fold(declared) == key), None)


class Resolving:
    """What the resolvers share: the scope, the findings, and the way back to any expression."""

    def __init__(self, scope: Scope, findings: Findings) -> None:
        self.scope, self.findings = scope, findings
        self.used_lets: set[str] = set()

    def expression(self, node: written.Expression) -> tree.Expression | None:
        """Resolve any expression; nothing where a finding says why."""
        raise NotImplementedError

    def condition(self, node: written.Expression) -> tree.Expression | None:
        """Resolve something that must be true or false; nothing where a finding says why."""
        raise NotImplementedError

    def _add(
        self, message: str, node: written.Expression | Span, help_id: str | None = None, **arguments: object
    ) -> None:
        span = node if isinstance(node, Span) else node.span
        text = " ".join(span.text.split()) if isinstance(node, Span) else format_expression(node, self.scope.language)
        words = rule_words(self.scope.language, message, help_id)
        self.findings.add(message, span, help=help_id, node=self.scope.id, text=text, **words, **arguments)  # type: ignore[arg-type]  # words and arguments

    def _kind_words(self, kind: Kind) -> Nested:
        return Nested(Message(f"kind.{kind.value}"))

    def _note_days(self, node: written.Expression) -> None:
        """Say that a figure lacks its unit, days."""
        figure = format_expression(node, self.scope.language)
        unit = "ngày" if self.scope.language == "vi" else "days"
        self._add("PAR401.days", node, "PAR401.days.help", figure=f"{figure} {unit}")
