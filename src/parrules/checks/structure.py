"""What a set must have apart from its rules: maxima that add up, names that differ, documents that exist, citations, evidence in use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from parrules.criteria import CriteriaNode, CriteriaSet, Role, Treatment
from parrules.criteria.model import Citation
from parrules.diagnostics import Findings, closest
from parrules.language import can_be_name
from parrules.messages import Figure, Joined, Message, Nested, Style, Words
from parrules.spans import Span
from parrules.tree import CriteriaTree, names_fold_together
from parrules.tree import nodes as tree
from parrules.values import Exact, Kind, total, whole

MOST_SHOWN = 12
"""Parts of a group that a finding lists."""


def check_structure(criteria: CriteriaTree, findings: Findings) -> None:
    """Report faults of the set outside its rules (codes PAR3nn and PAR5nn), all of them."""
    set_ = criteria.set
    _check_sums(set_, findings)
    _check_citations(set_, findings)
    _check_references(set_, findings)
    _check_treatments(criteria, findings)
    for node in set_.walk():
        _check_fields(node, set_, findings)
    _check_unused_evidence(criteria, findings)
    _check_constants(criteria, findings)


# -- maxima ----------------------------------------------------------------------------------------------------------------


def _check_sums(set_: CriteriaSet, findings: Findings) -> None:
    misread = _misread_places(findings)
    if set_.maximum_span not in misread:
        _check_sum(
            list(set_.domains),
            set_.maximum,
            "",
            "sum",
            set_.maximum_span,
            "maximum" in set_.stated,
            findings,
            is_total=True,
        )
    for node in set_.walk():
        if node.parts and node.maximum is not None and node.role is not Role.MONITORED:
            _check_sum(
                list(node.parts),
                node.maximum,
                node.id,
                node.combine,
                node.maximum_span,
                "maximum" in node.stated,
                findings,
            )
        if (
            node.is_leaf
            and node.maximum is None
            and node.role in (Role.MAIN, Role.BONUS)
            and node.maximum_span not in misread
        ):
            _note_missing("place.node", node.id, "maximum", "PAR108.help", node.span, node.id, findings)
        if node.maximum is not None and node.maximum < 0:
            findings.add("PAR501.negative", node.maximum_span, help="PAR501.negative.help", node=node.id)
        if node.role is Role.DEDUCTION and node.minimum >= 0 and (node.rule or node.parts):
            findings.add("PAR511.deduction", node.span, help="PAR511.deduction.help", node=node.id, id=node.id)


def _misread_places(findings: Findings) -> list[Span | None]:
    """Give the places of figures that could not be read: what follows from them is no fault of its own."""
    return [finding.span for finding in findings if finding.code == "PAR110"]


def _note_missing(place_id: str, where: str, key: str, help_id: str, span: Span, node: str, findings: Findings) -> None:
    place = Nested(Message(place_id, {"where": Words(where)}))
    findings.add("PAR108", span, help=help_id, node=node, key=key, where=where, place=place)


def _check_sum(
    parts: list[CriteriaNode], stated: Exact, node: str, combine: str, span: Span, acknowledged: bool, findings: Findings,
    *, is_total: bool = False,
) -> None:  # fmt: skip
    if combine in ("mean", "pooled") or acknowledged:
        return
    misread = _misread_places(findings)
    lacking = any(part.is_leaf and part.maximum is None and part.role in (Role.MAIN, Role.BONUS) for part in parts)
    if lacking or any(part.maximum_span in misread for part in parts):
        return  # Told already, by PAR108 or PAR110.
    if combine == "weighted":
        weights = total(part.weight or whole(0) for part in parts)
        if weights != 1:
            findings.add(
                "PAR501.weights", span, help="PAR501.weights.help", node=node, sum=Figure(weights, Style.SCALE_PERCENT)
            )
        return
    own = _role_of_group(parts)
    main = total(part.maximum or whole(0) for part in parts if part.role is own)
    with_bonus = total(
        (main, *(part.maximum or whole(0) for part in parts if part.role is Role.BONUS and own is not Role.BONUS))
    )
    if main == stated or (is_total and with_bonus == stated):
        return
    findings.add(
        "PAR501", span, help="PAR501.help", node=node, sum=Figure(main, Style.SCALE), stated=Figure(stated, Style.SCALE),
        parts=Joined(tuple(Words(part.id) for part in parts[:MOST_SHOWN]) + ((Words("…"),) if len(parts) > MOST_SHOWN else ())),
    )  # fmt: skip


def _role_of_group(parts: list[CriteriaNode]) -> Role:
    roles = {part.role for part in parts}
    return Role.MAIN if Role.MAIN in roles else next(iter(roles), Role.MAIN)


# -- citations and documents -----------------------------------------------------------------------------------------------


def _check_citations(set_: CriteriaSet, findings: Findings) -> None:
    for node in set_.walk():
        gives = node.is_leaf or node.rule is not None
        if gives and node.cite is None and node.role is not Role.MONITORED:
            findings.add("PAR508", node.span, help="PAR508.help", node=node.id, id=node.id)
        _check_document(node.cite, set_, node.id, findings)
    if set_.total is not None:
        if set_.total.cite is None and set_.total.rule is not None:
            findings.add("PAR508.total", set_.total.span, help="PAR508.help")
        _check_document(set_.total.cite, set_, "", findings)


def _check_document(cite: Citation | None, set_: CriteriaSet, node: str, findings: Findings) -> None:
    if cite is not None and cite.document not in set_.documents:
        near = closest(cite.document, set_.documents)
        findings.add(
            "PAR308", cite.span, help="PAR308.near" if near else "PAR308.help", node=node, id=cite.document, near=near or "",
            known=Joined(tuple(Words(f"`{each}`") for each in set_.documents)),
        )  # fmt: skip


# -- references between nodes ----------------------------------------------------------------------------------------------


def _check_references(set_: CriteriaSet, findings: Findings) -> None:
    ids = [node.id for node in set_.walk()]

    def known(id_: str, span: Span, node: str) -> None:
        if id_ not in ids:
            near = closest(id_, ids)
            findings.add(
                "PAR302", span, help="PAR302.near" if near else "PAR302.help", node=node, id=id_, near=near or ""
            )

    for profile in set_.profiles.values():
        for id_, span in zip(profile.leaves_out, profile.leaves_out_spans, strict=True):
            known(id_, span, "")
    by_id = {node.id: node for node in set_.walk()}
    for node in set_.walk():
        if node.not_applicable:
            for id_, span in zip(node.not_applicable.to, node.not_applicable.to_spans, strict=True):
                known(id_, span, node.id)
        for field in node.fields.values():
            if not field.same_as:
                continue
            span = field.same_as_span or field.span
            known(field.same_as, span, node.id)
            owner = by_id.get(field.same_as)
            if owner is None:
                continue
            declared = owner.fields.get(field.name)
            if declared is None:
                findings.add(
                    "PAR301.same-as", span, help="PAR301.same-as.help", node=node.id, name=field.name, id=owner.id
                )
            elif declared.kind is not field.kind:
                findings.add(
                    "PAR401.same-as", span, help="PAR401.same-as.help", node=node.id, name=field.name, id=owner.id
                )


def _check_treatments(criteria: CriteriaTree, findings: Findings) -> None:
    """A line of a rule and `not_applicable` may not say different things (PAR510)."""
    for node in criteria.nodes.values():
        treatment = node.not_applicable
        if treatment is None:
            continue
        if treatment.treatment is Treatment.REDISTRIBUTE and not treatment.to:
            findings.add("PAR510.to", treatment.span, help="PAR510.to.help", node=node.id, id=node.id)
        if not treatment.stated:
            continue
        for line in node.rule.scale if node.rule else ():
            outcome = line.outcome
            redistributes = treatment.treatment is Treatment.REDISTRIBUTE
            disagrees = (outcome is tree.Outcome.NOT_APPLICABLE and treatment.treatment is not Treatment.LEAVE_OUT) or (
                outcome is tree.Outcome.REDISTRIBUTE and not redistributes
            )
            if disagrees:
                findings.add(
                    "PAR510", line.written.span, help="PAR510.help", node=node.id, treatment=treatment.treatment.value
                )


# -- evidence --------------------------------------------------------------------------------------------------------------


def _check_fields(node: CriteriaNode, set_: CriteriaSet, findings: Findings) -> None:
    for one, other in names_fold_together(list(node.fields)):
        findings.add("PAR305", node.fields[other].span, help="PAR305.help", node=node.id, one=one, other=other)
    for field in node.fields.values():
        if not can_be_name(field.name, set_.language):
            written = f"{field.name}_1"
            findings.add(
                "PAR309.word", field.span, help="PAR309.word.help", node=node.id, name=field.name, written=written
            )
        if field.name.lower().startswith(("có_", "không_")):
            findings.add("PAR310", field.span, help="PAR310.help", node=node.id, name=field.name)
        if field.part_of:
            span = field.part_of_span or field.span
            whole_field = node.fields.get(field.part_of)
            if whole_field is None:
                near = closest(field.part_of, node.fields)
                findings.add(
                    "PAR301.part-of",
                    span,
                    help="PAR301.near" if near else "PAR301.help",
                    node=node.id,
                    name=field.part_of,
                    near=near or "",
                    id=node.id,
                )
            elif whole_field.kind is not field.kind:
                findings.add(
                    "PAR401.part-of",
                    span,
                    help="PAR401.part-of.help",
                    node=node.id,
                    name=field.name,
                    other=field.part_of,
                )
        if field.kind is Kind.OPTION:
            if not field.options and not field.same_as:
                _note_missing("place.in", field.name, "options", "PAR108.options.help", field.span, node.id, findings)
            titles = [option.title.in_(set_.language) for option in field.options]
            for one, other in names_fold_together(titles):
                findings.add("PAR305", field.span, help="PAR305.help", node=node.id, one=one, other=other)
        if field.lower is not None and field.upper is not None and field.lower > field.upper:
            findings.add("PAR604.range", field.span, help="PAR604.range.help", node=node.id, name=field.name)


def _check_unused_evidence(criteria: CriteriaTree, findings: Findings) -> None:
    """Evidence that no rule reads is asked of units for nothing (PAR507)."""
    read = {
        ref
        for node in criteria.nodes.values()
        for rule in (node.rule, *node.readings.values())
        if rule is not None
        for ref in rule.fields_read()
    }
    for node in criteria.set.walk():
        resolved = criteria.nodes[node.id].rule
        broken = node.rule is not None and (resolved is None or not resolved.is_complete)
        for field in node.fields.values():
            needed = any(other.part_of == field.name for other in node.fields.values())
            if not broken and not field.same_as and criteria.owner(node.id, field.name) not in read and not needed:
                findings.add(
                    "PAR507",
                    field.span,
                    help="PAR507.help" if node.rule else "PAR507.no-rule.help",
                    node=node.id,
                    name=field.name,
                )


# -- constants of rules ----------------------------------------------------------------------------------------------------


def _check_constants(criteria: CriteriaTree, findings: Findings) -> None:
    """Report figures of points in a rule above the maximum of the node (PAR505) or below its minimum (PAR511)."""
    for node in criteria.nodes.values():
        top = node.maximum
        unknown = node.criteria is not None and node.criteria.maximum is None and node.role is not Role.DEDUCTION
        if node.role is Role.MONITORED or unknown or top < 0:
            continue
        for rule in (node.rule, *node.readings.values()):
            for expression in _outcomes(rule.lines if rule else ()):
                points = _folded(expression, node.maximum)
                if points is not None and points > top:
                    arguments: dict[str, Any] = {
                        "points": Figure(points, Style.SCALE),
                        "maximum": Figure(top, Style.SCALE),
                    }
                    findings.add("PAR505", expression.span, help="PAR505.help", node=node.id, **arguments)
                elif points is not None and points < node.minimum:
                    findings.add(
                        "PAR511", expression.span, help="PAR511.help", node=node.id, points=Figure(points, Style.SCALE),
                        minimum=Figure(node.minimum, Style.SCALE),
                    )  # fmt: skip


def _outcomes(lines: tuple[tree.AnyLine, ...]) -> Iterator[tree.Expression]:
    for line in lines:
        match line:
            case tree.When(outcome=outcome) | tree.Otherwise(outcome=outcome):
                if isinstance(outcome, tree.Expression):
                    yield outcome
            case tree.StartFrom(amount=amount) | tree.Limit(amount=amount):
                yield amount
            case _:
                pass


def _folded(expression: tree.Expression, maximum: Exact) -> Exact | None:
    """Work out an expression of constants alone."""
    from parrules.values import difference, product, quotient

    match expression:
        case tree.Constant() if expression.kind is not Kind.DATE:
            return expression.number
        case tree.NodeMaximum(part=part):
            return product(maximum, part)
        case tree.Opposite(operand=operand):
            inner = _folded(operand, maximum)
            return None if inner is None else difference(whole(0), inner)
        case tree.Operation(operator=operator, left=left, right=right):
            one, other = _folded(left, maximum), _folded(right, maximum)
            if one is None or other is None or (operator == "/" and other == 0):
                return None
            return {
                "+": lambda: total((one, other)),
                "-": lambda: difference(one, other),
                "*": lambda: product(one, other),
                "/": lambda: quotient(one, other),
            }[operator]()
        case _:
            return None
