"""A criteria file becomes a criteria set: shape by the schema, figures and dates in the file's format, rules parsed."""

from __future__ import annotations

from pathlib import Path

from parrules.criteria.model import (
    Citation,
    CriteriaNode,
    CriteriaSet,
    DatePolicy,
    Document,
    EnteredBy,
    Field,
    Grade,
    MissingPolicy,
    NotApplicable,
    Option,
    Profile,
    Ranking,
    Reading,
    Role,
    Rounding,
    RuleText,
    Stated,
    Status,
    Total,
    Treatment,
)  # fmt: skip
from parrules.criteria.rule_text import read_rule_of, read_rules
from parrules.diagnostics import Finding, Findings, Label
from parrules.messages import Message, Noun, Title, Words
from parrules.spans import Source, Span
from parrules.text import Mapping, Node, Scalar, Sequence, parse_json, parse_yaml, read_source
from parrules.text.encoding import check_encoding
from parrules.text.shape import check_shape
from parrules.text.take import Taker
from parrules.values import Exact, Kind, RoundingMode, whole
from parrules.values.days import WorkingCalendar

FORMAT = "parrules/criteria@1"

_PARTS_KEYS = ("criteria", "components")


def read_criteria(path: Path, findings: Findings) -> CriteriaSet | None:
    """Read a criteria file.

    Args:
        path: The file.
        findings: Receives what is wrong with text, shape, figures and rules (codes PAR1nn and PAR2nn).

    Returns: the set as the file says it, or nothing where it could not be understood at all. Rules that could not be parsed are
    left out; the findings about them are errors.
    """
    source = read_source(path, findings)
    return None if source is None else criteria_from_source(source, findings)


def criteria_from_source(source: Source, findings: Findings) -> CriteriaSet | None:
    """Read a criteria set from text in memory; see `read_criteria`."""
    if not check_encoding(source, findings):
        return None
    is_json = source.name.lower().endswith(".json")
    root = parse_json(source, findings) if is_json else parse_yaml(source, findings)
    if root is None:
        return None
    found = root.get("format") if isinstance(root, Mapping) else None
    if not isinstance(root, Mapping) or _text(found) != FORMAT:
        start = found.span.start if found is not None else root.span.start
        is_record = _text(found).startswith("parrules/evidence@")
        help_id = "PAR114.criteria.evidence.help" if is_record else "PAR114.criteria.help"
        findings.add("PAR114.criteria", _first_line(source, start), help=help_id, found=_text(found))
        return None
    before = len(findings.errors)
    if not check_shape(root, "criteria", findings) and not all(map(_can_be_passed_over, findings.errors[before:])):
        # What hangs on the shape cannot be read; rules can, so that one fault does not hide the others.
        read_rules(root, _text(root.get("language")), findings)
        return None
    # An unknown key is told and passed over; all else of the file is there to be checked.
    return _Reader(source, root, findings).read()


_MISSED = {"language", "maximum"}  #: Keys whose loss makes other faults appear, where there are none.


def _can_be_passed_over(fault: Finding) -> bool:
    """Tell whether the rest of a file can be read as if an unknown key were not there."""
    near = fault.message.arguments.get("near")
    return fault.code == "PAR105" and not (isinstance(near, Words) and near.text in _MISSED)


def _text(node: Node | None) -> str:
    return node.value if isinstance(node, Scalar) else ""


def _first_line(source: Source, start: int) -> Span:
    end = source.text.find("\n", start)
    return source.span(start, len(source.text) if end < 0 else end)


class _Reader:
    def __init__(self, source: Source, root: Mapping, findings: Findings) -> None:
        self.source, self.root, self.findings = source, root, findings
        self.language = _text(root.get("language"))
        self.take = Taker(self.language, findings)
        self.seen: dict[str, Scalar] = {}

    def read(self) -> CriteriaSet:
        root, take = self.root, self.take
        documents = {key.value: self._document(key, value) for key, value in self._entries("documents")}
        maximum_node = root.get("maximum")
        assert maximum_node is not None
        return CriteriaSet(
            source=self.source,
            id=take.text(root.get("set")),
            year=take.whole(root.get("year"), 0),
            edition=take.whole(root.get("edition"), 1),
            language=self.language,
            status=Status(take.text(root.get("status"))),
            title=take.title(root.get("title")),
            short_title=take.title(root.get("short_title")),
            unit_kinds=take.texts(root.get("unit_kind")),
            maximum=take.figure(maximum_node) or whole(0),
            minimum=take.figure(root.get("minimum")) or whole(0),
            maximum_span=maximum_node.span,
            level_names=tuple(take.title(item) for item in self._items(root.get("levels"))),
            documents=documents,
            provenance=take.title(root.get("provenance")),
            rounding=self._rounding(root.get("rounding")),
            missing=MissingPolicy(take.text(root.get("missing")) or "pending"),
            dates=self._dates(root.get("dates")),
            ranking=self._ranking(root.get("ranking")),
            grades=tuple(self._grade(item) for item in self._items(root.get("grades"))),
            profiles={key.value: self._profile(key, value) for key, value in self._entries("profiles")},
            stated=self._stated(root.get("stated")),
            note=take.title(root.get("note")),
            labels={key.value: self._label(key.value, value) for key, value in self._entries("labels")},
            total=self._total(root.get("total")),
            domains=tuple(self._node(item, 0, Role.MAIN) for item in self._items(root.get("domains"))),
        )

    # -- helpers -----------------------------------------------------------------------------------------------------------

    def _entries(self, key: str) -> tuple[tuple[Scalar, Mapping], ...]:
        node = self.root.get(key)
        if not isinstance(node, Mapping):
            return ()
        return tuple((entry, value) for entry, value in node if isinstance(value, Mapping))

    @staticmethod
    def _items(node: Node | None) -> tuple[Node, ...]:
        return node.items if isinstance(node, Sequence) else ()

    # -- the head of the set -----------------------------------------------------------------------------------------------

    def _document(self, key: Scalar, node: Mapping) -> Document:
        take = self.take
        return Document(
            id=key.value,
            title=take.title(node.get("title")),
            kind=take.text(node.get("kind")),
            number=take.text(node.get("number")),
            issued=take.date(node.get("issued")),
            issuer=take.text(node.get("issuer")),
            link=take.text(node.get("link")),
            note=take.title(node.get("note")),
            span=key.span,
        )

    def _rounding(self, node: Node | None) -> Rounding:
        if not isinstance(node, Mapping):
            return Rounding()
        mode = RoundingMode(self.take.text(node.get("mode")) or "half-up")
        return Rounding(mode, {key.value: self.take.whole(value, 0) for key, value in node if key.value != "mode"})

    def _dates(self, node: Node | None) -> DatePolicy:
        if not isinstance(node, Mapping):
            return DatePolicy()
        days = [[self.take.date(item) for item in self._items(node.get(key))] for key in ("holidays", "worked")]
        calendar = WorkingCalendar.of(*([day for day in listed if day is not None] for listed in days))
        return DatePolicy(
            self.take.text(node.get("rest_days")) == "move", calendar, self.take.title(node.get("counts"))
        )

    def _ranking(self, node: Node | None) -> Ranking:
        if not isinstance(node, Mapping):
            return Ranking()
        take = self.take
        return Ranking(
            take.text(node.get("by")) or "index",
            take.text(node.get("ties")) or "competition",
            take.text(node.get("on")) or "exact",
        )

    def _grade(self, node: Node) -> Grade:
        assert isinstance(node, Mapping)
        least = self.take.figure_or_percent(node.get("from"))
        identity = self.take.text(node.get("id"))
        title = self.take.title(node.get("title"))
        return Grade(id=identity, title=title, least=least[0] if least else None, in_percent=bool(least and least[1]))

    def _profile(self, key: Scalar, node: Mapping) -> Profile:
        return Profile(
            id=key.value,
            title=self.take.title(node.get("title")),
            leaves_out=self.take.texts(node.get("leaves_out")),
            span=key.span,
            leaves_out_spans=tuple(item.span for item in self._items(node.get("leaves_out"))),
        )

    def _stated(self, node: Node | None) -> dict[str, Stated]:
        if not isinstance(node, Mapping):
            return {}
        return {
            key.value: Stated(value=self.take.text(value.get("value")), reason=self.take.title(value.get("reason")))
            for key, value in node
            if isinstance(value, Mapping)
        }

    def _label(self, label: str, node: Mapping) -> Title:
        told = self.take.title(node)
        # The label itself stands for the language that its entry does not give, whatever language the rules are in.
        if not told.vi and not told.en:
            return Title(vi=label) if self.language == "vi" else Title(en=label)
        return Title(told.vi or label, told.en or label)

    def _total(self, node: Node | None) -> Total | None:
        if not isinstance(node, Mapping):
            return None
        base_node = node.get("base")
        base = None if _text(base_node) in ("", "applicable") else self.take.figure(base_node)
        key = self.root.key("total")
        assert key is not None
        return Total(
            rule=self._rule(node.get("rule")),
            base=base,
            cite=self._citation(node.get("cite")),
            note=self.take.title(node.get("note")),
            readings=self._readings(node.get("readings")),
            span=key.span,
        )

    # -- nodes -------------------------------------------------------------------------------------------------------------

    def _node(self, node: Node, level: int, role: Role) -> CriteriaNode:
        assert isinstance(node, Mapping)
        take = self.take
        id_node, maximum_node = node.get("id"), node.get("maximum")
        assert isinstance(id_node, Scalar)
        if id_node.value in self.seen:
            first = Label(self.seen[id_node.value].span, Message("PAR103.here"))
            self.findings.add("PAR303", id_node.span, help="PAR303.help", labels=(first,), id=id_node.value)
        self.seen.setdefault(id_node.value, id_node)
        own_role = Role(take.text(node.get("role"))) if "role" in node else role
        parts_node = next((node.get(key) for key in _PARTS_KEYS if key in node), None)
        fields_node = node.get("evidence")
        fields = (
            {key.value: self._field(key, value) for key, value in fields_node if isinstance(value, Mapping)}
            if isinstance(fields_node, Mapping)
            else {}
        )
        weight = take.figure_or_percent(node.get("weight"))
        return CriteriaNode(
            id=id_node.value,
            title=take.title(node.get("title")),
            level=level,
            maximum=take.figure(maximum_node),
            minimum=take.figure(node.get("minimum")) or whole(0),
            role=own_role,
            source=take.text(node.get("source")),
            self_scored=take.truth(node.get("self_scored"), True),
            appraised_by=take.title(node.get("appraised_by")),
            cite=self._citation(node.get("cite")),
            note=take.title(node.get("note")),
            missing=MissingPolicy(take.text(node.get("missing"))) if "missing" in node else None,
            not_applicable=self._not_applicable(node),
            combine=take.text(node.get("combine")) or "sum",
            weight=weight[0] if weight else None,
            stated=self._stated(node.get("stated")),
            fields=fields,
            rule=self._rule(node.get("rule")),
            readings=self._readings(node.get("readings")),
            parts=tuple(self._node(item, level + 1, own_role) for item in self._items(parts_node)),
            span=id_node.span,
            maximum_span=maximum_node.span if maximum_node is not None else id_node.span,
        )

    def _citation(self, node: Node | None) -> Citation | None:
        if not isinstance(node, Mapping):
            return None
        take = self.take
        document = node.get("document")
        assert document is not None
        return Citation(
            document=take.text(document),
            annex=take.text(node.get("annex")),
            row=take.text(node.get("row")),
            page=take.text(node.get("page")),
            place=take.text(node.get("place")),
            note=take.title(node.get("note")),
            span=document.span,
        )

    def _not_applicable(self, parent: Mapping) -> NotApplicable | None:
        node, key = parent.get("not_applicable"), parent.key("not_applicable")
        if not isinstance(node, Mapping) or key is None:
            return None
        take = self.take
        return NotApplicable(
            treatment=Treatment(take.text(node.get("treatment")) or "leave-out"),
            stated="treatment" in node,
            to=take.texts(node.get("to")),
            by=take.text(node.get("by")) or "equal",
            claim=take.text(node.get("claim")) == "allowed",
            reason=take.title(node.get("reason")),
            span=key.span,
            to_spans=tuple(item.span for item in self._items(node.get("to"))),
        )

    def _field(self, key: Scalar, node: Mapping) -> Field:
        take = self.take
        kind = Kind(take.text(node.get("kind")))
        scale = take.text(node.get("scale"))
        options, part_of, same_as = node.get("options"), node.get("part_of"), node.get("same_as")
        return Field(
            name=key.value,
            kind=kind,
            title=take.title(node.get("title")),
            noun=self._noun(node.get("unit")),
            lower=self._bound(node.get("from"), kind),
            upper=self._bound(node.get("to"), kind),
            scale=int(scale) if scale.isdigit() else None,
            in_percent=scale == "percent",
            options=tuple(
                Option(key=option.value, title=take.title(value.get("title")))
                for option, value in options
                if isinstance(value, Mapping)
            )
            if isinstance(options, Mapping)
            else (),
            part_of=take.text(part_of),
            same_as=take.text(same_as),
            entered_by=EnteredBy(take.text(node.get("entered_by")) or "unit"),
            reason_required=take.text(node.get("reason")) == "required",
            note=take.title(node.get("note")),
            span=key.span,
            part_of_span=part_of.span if part_of else None,
            same_as_span=same_as.span if same_as else None,
        )

    def _noun(self, node: Node | None) -> Noun | None:
        if node is None:
            return None
        if isinstance(node, Scalar):
            return Noun(node.value, node.value, node.value)
        assert isinstance(node, Mapping)
        vi = self.take.text(node.get("vi"))
        forms = self.take.texts(node.get("en"))
        return Noun(vi or (forms or ("",))[-1], (forms or (vi,))[0], (forms or (vi,))[-1])

    def _bound(self, node: Node | None, kind: Kind) -> Exact | None:
        if node is None:
            return None
        if kind is Kind.DATE:
            date = self.take.date(node)
            return whole(date.toordinal()) if date else None
        read = self.take.figure_or_percent(node)
        return read[0] if read else None

    # -- rules -------------------------------------------------------------------------------------------------------------

    def _rule(self, node: Node | None) -> RuleText | None:
        if not isinstance(node, Scalar):
            return None
        return RuleText(text=node.mapped(), rule=read_rule_of(node, self.language, self.findings))

    def _readings(self, node: Node | None) -> dict[str, Reading]:
        if not isinstance(node, Mapping):
            return {}
        readings = {}
        for key, value in node:
            assert isinstance(value, Mapping)
            rule = self._rule(value.get("rule"))
            assert rule is not None
            readings[key.value] = Reading(
                id=key.value,
                title=self.take.title(value.get("title")),
                note=self.take.title(value.get("note")),
                rule=rule,
                span=key.span,
            )
        return readings
