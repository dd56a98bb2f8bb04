"""A criteria set becomes the evaluation tree: rules resolved line by line, the order of evaluation found, cycles named."""

from __future__ import annotations

from parrules.criteria import CriteriaNode, CriteriaSet, Role
from parrules.criteria.model import RuleText
from parrules.diagnostics import Findings, Label, closest
from parrules.language import fold, format_expression
from parrules.language import syntax as written
from parrules.messages import LANGUAGES, Message, Nested, Title
from parrules.spans import Span
from parrules.tree import nodes as tree
from parrules.tree.expressions import Resolver
from parrules.tree.model import ROOT, CriteriaTree, Rule, TreeNode
from parrules.tree.nodes import AnyLine, FieldRef, Outcome
from parrules.tree.scope import Scope
from parrules.tree.words import rule_words
from parrules.values import Kind, whole
from parrules.values.kinds import can_be_compared


def build_tree(criteria: CriteriaSet, findings: Findings) -> CriteriaTree:
    """Build the evaluation tree of a set.

    Args:
        criteria: The set as its file says it.
        findings: Receives unknown names (PAR3nn), misfits of kinds (PAR4nn) and lines in the wrong place (PAR209).

    Returns: the tree; of a rule with errors only the lines that could be resolved are in it, and the findings say why.
    """
    return _Builder(criteria, findings).build()


class _Builder:
    def __init__(self, criteria: CriteriaSet, findings: Findings) -> None:
        self.criteria, self.findings = criteria, findings
        self.nodes: dict[str, TreeNode] = {}
        self.lines: list[AnyLine] = []
        self.line_nodes: list[str] = []
        self.by_id = {node.id: node for node in reversed(list(criteria.walk()))}
        self.ids = tuple(reversed(self.by_id))

    def build(self) -> CriteriaTree:
        criteria = self.criteria
        for domain in criteria.domains:
            self._node(domain, ROOT)
        total = criteria.total
        rule = self._rule(total.rule, None) if total else None
        readings = {key: self._rule(reading.rule, None) for key, reading in total.readings.items()} if total else {}
        self.nodes[ROOT] = TreeNode(
            id=ROOT,
            title=criteria.title,
            level=-1,
            parent=None,
            parts=tuple(dict.fromkeys(domain.id for domain in criteria.domains)),
            role=Role.MAIN,
            maximum=criteria.maximum,
            minimum=criteria.minimum,
            rule=rule,
            readings={key: reading for key, reading in readings.items() if reading is not None},
            span=total.span if total else criteria.maximum_span,
        )
        return CriteriaTree(
            set=criteria,
            nodes=self.nodes,
            fields={
                FieldRef(node.id, name): field
                for node in criteria.walk()
                for name, field in node.fields.items()
                if not field.same_as
            },
            lines=tuple(self.lines),
            line_nodes=tuple(self.line_nodes),
        )

    def _node(self, node: CriteriaNode, parent: str) -> None:
        if node.id in self.nodes:
            return  # Declared twice: PAR303 has said so.
        rule = self._rule(node.rule, node)
        readings = {key: self._rule(reading.rule, node) for key, reading in node.readings.items()}
        self.nodes[node.id] = TreeNode(
            id=node.id,
            title=node.title,
            level=node.level,
            parent=parent,
            parts=tuple(dict.fromkeys(part.id for part in node.parts)),
            role=node.role,
            maximum=node.maximum if node.maximum is not None else whole(0),
            minimum=node.minimum,
            rule=rule,
            readings={key: reading for key, reading in readings.items() if reading is not None},
            combine=node.combine,
            weight=node.weight,
            not_applicable=node.not_applicable,
            criteria=node,
            span=node.span,
        )
        for part in node.parts:
            self._node(part, node.id)

    # -- rules -------------------------------------------------------------------------------------------------------------

    def _owner(self, node: str, name: str) -> FieldRef:
        """Follow `same_as` to where a value is entered."""
        seen = {node}
        while (
            (declared := self.by_id[node].fields.get(name))
            and declared.same_as in self.by_id
            and declared.same_as not in seen
        ):
            node = declared.same_as
            seen.add(node)
        return FieldRef(node, name)

    def _rule(self, text: RuleText | None, node: CriteriaNode | None) -> Rule | None:
        if text is None or text.rule is None:
            return None
        lets = tuple(line.name for line in text.rule.lines if isinstance(line, written.Let))
        scope = Scope(
            criteria=self.criteria,
            node=node,
            owner=self._owner,
            node_ids=self.ids,
            lets={},
            later_lets=lets,
            broken_lets={fold(name) for name in text.rule.unread_names},
        )
        before = len(self.findings.errors)
        resolver = Resolver(scope, self.findings)
        lines: list[AnyLine] = []
        lost = not text.rule.is_complete
        first_site = len(self.lines)
        if text.rule.is_complete:
            _check_order(text.rule, node, self.criteria.language, self.findings)
        for line in text.rule.lines:
            resolved = self._line(line, resolver, node, first_site + len(lines))
            lost = lost or (resolved is None and isinstance(line, written.When))
            if resolved is not None:
                lines.append(resolved)
                if isinstance(resolved, tree.Let):
                    scope.lets[resolved.name] = resolved.value
        if text.rule.is_complete:
            self._check_unused_lets(text.rule, resolver, node)
        self.lines.extend(lines)
        self.line_nodes.extend((node.id if node else ROOT) for _ in lines)
        return Rule(
            lines=tuple(lines),
            lets={line.name: line for line in lines if isinstance(line, tree.Let)},
            is_complete=text.rule.is_complete and len(self.findings.errors) == before,
            lost_a_condition=lost,
        )

    def _check_unused_lets(self, rule: written.Rule, resolver: Resolver, node: CriteriaNode | None) -> None:
        for line in rule.lines:
            if (
                isinstance(line, written.Let)
                and line.name in resolver.scope.lets
                and line.name not in resolver.used_lets
            ):
                self.findings.add(
                    "PAR311", line.name_span, help="PAR311.help", node=node.id if node else "", name=line.name
                )

    def _label(self, line: written.Line) -> Title:
        if line.label is None:
            return Title()
        text = line.label.text
        if text in self.criteria.labels:
            return self.criteria.labels[text]
        return Title(vi=text) if self.criteria.language == "vi" else Title(en=text)

    def _line(self, line: written.Line, resolve: Resolver, node: CriteriaNode | None, site: int) -> AnyLine | None:
        label = self._label(line)
        match line:
            case written.Let():
                return self._let(line, resolve, site, label)
            case written.Require():
                condition = resolve.condition(line.condition)
                said = label or Title(*(format_expression(line.condition, language) for language in LANGUAGES))
                return (
                    None
                    if condition is None
                    else tree.Require(site=site, label=said, written=line, condition=condition)
                )
            case written.When():
                condition, outcome = resolve.condition(line.condition), self._outcome(line.outcome, resolve, node)
                if condition is None or outcome is None:
                    return None
                return tree.When(site=site, label=label, written=line, condition=condition, outcome=outcome)
            case written.Otherwise():
                outcome = self._outcome(line.outcome, resolve, node)
                return (
                    None if outcome is None else tree.Otherwise(site=site, label=label, written=line, outcome=outcome)
                )
            case written.Lone():
                value = resolve.points(line.value)
                return None if value is None else tree.Otherwise(site=site, label=label, written=line, outcome=value)
            case written.StartFrom():
                amount = resolve.points(line.amount)
                return None if amount is None else tree.StartFrom(site=site, label=label, written=line, amount=amount)
            case written.Change():
                amount = resolve.points(line.amount)
                per = resolve.occurrences(line.per) if line.per else None
                cap = resolve.points(line.cap) if line.cap else None
                guard = resolve.condition(line.guard) if line.guard else None
                if amount is None or (line.per and not per) or (line.cap and not cap) or (line.guard and not guard):
                    return None
                return tree.Change(
                    site=site, label=label, written=line, sign=line.sign, amount=amount, per=per, cap=cap, guard=guard
                )
            case written.PerFull():
                return self._whole_steps(line, resolve, site, label)
            case written.Limit():
                amount = resolve.points(line.amount)
                return (
                    None
                    if amount is None
                    else tree.Limit(site=site, label=label, written=line, floor=line.floor, amount=amount)
                )
            case written.Zero():
                return self._veto(line, resolve, node, site, label)
            case _:
                raise AssertionError(line)

    def _let(self, line: written.Let, resolve: Resolver, site: int, label: Title) -> tree.Let | None:
        scope = resolve.scope
        if scope.field_named(line.name) is not None or scope.let_named(line.name) is not None:
            scope.broken_lets.add(fold(line.name))
            self.findings.add("PAR309", line.name_span, help="PAR309.help", node=scope.id, name=line.name)
            return None
        value = resolve.expression(line.value)
        if value is None:
            scope.broken_lets.add(fold(line.name))
            return None
        return tree.Let(site=site, label=label, written=line, name=line.name, value=value)

    def _outcome(
        self, outcome: written.Expression, resolve: Resolver, node: CriteriaNode | None
    ) -> tree.Expression | Outcome | None:
        match outcome:
            case written.NotApplicable() | written.Redistribute():
                redistributes = isinstance(outcome, written.Redistribute)
                if node is None:
                    self.findings.add("PAR209.total-outcome", outcome.span, help="PAR209.total-outcome.help")
                    return None
                if redistributes and not (node.not_applicable and node.not_applicable.to):
                    self.findings.add("PAR510.to", outcome.span, help="PAR510.to.help", node=node.id, id=node.id)
                    return None
                return Outcome.REDISTRIBUTE if redistributes else Outcome.NOT_APPLICABLE
            case _:
                return resolve.points(outcome)

    def _whole_steps(self, line: written.PerFull, resolve: Resolver, site: int, label: Title) -> tree.WholeSteps | None:
        step, quantity, amount = (
            resolve.expression(line.step),
            resolve.expression(line.quantity),
            resolve.points(line.amount),
        )
        cap = resolve.points(line.cap) if line.cap else None
        guard = resolve.condition(line.guard) if line.guard else None
        if step is None or quantity is None or amount is None or (line.cap and not cap) or (line.guard and not guard):
            return None
        if not isinstance(step, tree.Constant) or not step.kind.is_numeric or step.number <= 0:
            words = rule_words(self.criteria.language, "PAR401.step", "PAR401.step.help")
            self.findings.add("PAR401.step", line.step.span, help="PAR401.step.help", node=resolve.scope.id, **words)
            return None
        if quantity.kind is Kind.RATIO and step.kind is Kind.NUMBER and step.number > 1:
            name, figure = (format_expression(side, self.criteria.language) for side in (line.quantity, line.step))
            self.findings.add(
                "PAR402", line.step.span, help="PAR402.help", node=resolve.scope.id, name=name, figure=figure
            )
            return None
        if not can_be_compared(step.kind, quantity.kind) or Kind.DATE in (step.kind, quantity.kind):
            kinds = [Nested(Message(f"kind.{kind.value}")) for kind in (quantity.kind, step.kind)]
            self.findings.add(
                "PAR401.compare", line.step.span, help="PAR401.step.help", node=resolve.scope.id, left=kinds[0], right=kinds[1],
                **rule_words(self.criteria.language, "PAR401.step.help"),
            )  # fmt: skip
            return None
        return tree.WholeSteps(
            site=site, label=label, written=line, sign=line.sign, step=step.number, step_kind=step.kind, quantity=quantity,
            amount=amount, cap=cap, guard=guard,
        )  # fmt: skip

    def _veto(
        self, line: written.Zero, resolve: Resolver, node: CriteriaNode | None, site: int, label: Title
    ) -> tree.Veto | None:
        condition = resolve.condition(line.condition)
        if node is not None and node.is_leaf:
            return None  # It has no parts: PAR209 has said so.
        parts = node.walk() if node else self.criteria.walk()
        below = [part.id for part in parts if node is None or part.id != node.id]
        known = True
        for text in line.nodes:
            if text.text not in below:
                known = False
                near = closest(text.text, below)
                help_id = "PAR302.near" if near else "PAR302.part.help"
                self.findings.add(
                    "PAR302.part", text.span, help=help_id, node=resolve.scope.id, id=text.text, near=near or ""
                )
        if condition is None or not known:
            return None
        ids = tuple(text.text for text in line.nodes)
        return tree.Veto(site=site, label=label, written=line, nodes=ids, condition=condition)


def _check_order(rule: written.Rule, node: CriteriaNode | None, language: str, findings: Findings) -> None:
    """Report lines that stand where they cannot work (PAR209), and deductions that begin nowhere (PAR509)."""

    def note(message: str, place: Span, *here: tuple[written.Line, str]) -> None:
        labels = tuple(Label(line.span, Message(told, rule_words(language, told))) for line, told in here)
        words = rule_words(language, message, message + ".help")
        findings.add(message, place, help=message + ".help", labels=labels, node=node.id if node else "", **words)

    otherwise: written.Line | None = None
    started: written.Line | None = None
    running: list[written.Line] = []
    for line in rule.lines:
        place = line.span
        if isinstance(line, written.Zero) and node is not None and node.is_leaf:
            note("PAR209.zero", place)
        if otherwise is not None and not isinstance(line, written.Let | written.Require):
            note("PAR209.otherwise", place, (otherwise, "PAR209.otherwise.here"))
            return
        match line:
            case written.Otherwise():
                if running:
                    note("PAR209.running", place, (running[0], "PAR209.running.here"))
                    return
                otherwise = line
            case written.When() if running:
                note("PAR209.guard", place, (running[0], "PAR209.running.here"))
                return
            case written.StartFrom():
                if running:
                    note("PAR209.start", place, (running[0], "PAR209.running.here"))
                    return
                started = line
                running.append(line)
            case written.Change() | written.PerFull() | written.Limit():
                running.append(line)
            case _:
                pass
    changes = [line for line in running if isinstance(line, written.Change | written.PerFull)]
    deducts_only = bool(changes) and all(line.sign < 0 for line in changes)
    if deducts_only and started is None and not (node is not None and node.role is Role.DEDUCTION):
        note("PAR509", changes[0].span)
    scale = any(isinstance(line, written.When | written.Otherwise | written.Lone) for line in rule.lines)
    vetoes = any(isinstance(line, written.Zero) for line in rule.lines)
    if not scale and not running and not vetoes:
        note("PAR209.nothing", rule.span)


def names_fold_together(names: list[str]) -> list[tuple[str, str]]:
    """Give the pairs of names that are one name under the folding of tone marks and i/y."""
    seen: dict[str, str] = {}
    pairs = []
    for name in names:
        key = fold(name)
        if key in seen and seen[key] != name:
            pairs.append((seen[key], name))
        seen.setdefault(key, name)
    return pairs
