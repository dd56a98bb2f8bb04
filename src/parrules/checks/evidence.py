"""An evidence record against its criteria set: every value read as its declared kind, everything else that does not fit found."""

from __future__ import annotations

import hashlib
from typing import Any

from parrules.checks.bound import BoundEvidence, BoundValue
from parrules.checks.cases import Stretch, name_stretch
from parrules.checks.checked import CheckedCriteria
from parrules.criteria import Field, Role
from parrules.criteria.model import EnteredBy
from parrules.diagnostics import Findings, Label, closest
from parrules.evidence import NONE_WORDS, STAGES, Entry, EvidenceRecord, PaperRef, RawValue
from parrules.language import fold
from parrules.messages import Figure, Joined, Message, Style, Words
from parrules.spans import Span
from parrules.tree import ROOT, FieldRef
from parrules.values import Absence, Absent, Exact, Given, Kind, Missing, Value, has_digits, hundredth, whole
from parrules.values.notation import Misread, Trouble, read_date, read_number, read_percent

_YES = {"có", "yes", "true"}
_NO = {"không", "no", "false"}


def bind_evidence(record: EvidenceRecord, criteria: CheckedCriteria, findings: Findings) -> BoundEvidence | None:
    """Read every value of a record as the kind that the set declares.

    Args:
        record: The record as read.
        criteria: Its set.
        findings: Receives what does not fit (codes PAR6nn), all of it.

    Returns: the bound evidence, or nothing where there is an error.

    """
    binder = _Binder(record, criteria, findings)
    values = binder.bind()
    if findings.errors:
        return None
    digest = hashlib.sha256(record.source.text.encode("utf-8")).hexdigest()
    return BoundEvidence(record, values, tuple(findings.sorted()), digest)


class _Binder:
    def __init__(self, record: EvidenceRecord, criteria: CheckedCriteria, findings: Findings) -> None:
        self.record, self.criteria, self.findings = record, criteria, findings
        self.tree = criteria.tree
        self.values: dict[FieldRef, list[BoundValue]] = {}

    def bind(self) -> dict[FieldRef, tuple[BoundValue, ...]]:
        if not self.check_head():
            return {}
        for stage in self.record.stages.values():
            for entry in stage.entries.values():
                self.entry(stage.name, entry)
        self.check_parts()
        return {ref: tuple(values) for ref, values in self.values.items()}

    # -- the head ----------------------------------------------------------------------------------------------------------

    def check_head(self) -> bool:
        record, set_ = self.record, self.criteria.set
        if (record.set, record.year) != (set_.id, set_.year):
            span = record.year_span if record.set == set_.id else record.head_span
            self.findings.add("PAR606", span, help="PAR606.help", found=f"{record.set}/{record.year}", wanted=set_.name)
            return False
        unit = record.unit
        if set_.unit_kinds and unit.kind and unit.kind not in set_.unit_kinds:
            self.findings.add(
                "PAR607", unit.kind_span or record.head_span, help="PAR607.help", found=unit.kind,
                wanted=Joined(tuple(Words(f"`{kind}`") for kind in set_.unit_kinds)),
            )  # fmt: skip
        for profile, span in zip(unit.profiles, unit.profile_spans, strict=True):
            if profile not in set_.profiles:
                self.findings.add(
                    "PAR607.profile", span, help="PAR607.profile.help" if set_.profiles else "PAR607.no-profiles.help",
                    found=profile, wanted=Joined(tuple(Words(f"`{known}`") for known in set_.profiles)),
                )  # fmt: skip
        if record.published:
            for node in record.published.nodes:
                if node not in self.tree.nodes or node == ROOT:
                    self.unknown_node(node, record.published.spans[node])
        return True

    def unknown_node(self, node: str, span: Span) -> None:
        known = [id_ for id_ in self.tree.nodes if id_ != ROOT]
        near = closest(node, known)
        self.findings.add(
            "PAR601.node",
            span,
            help="PAR302.near" if near else "PAR601.node.help",
            id=node,
            near=near or "",
            set=self.criteria.set.name,
        )

    # -- entries -----------------------------------------------------------------------------------------------------------

    def entry(self, stage: str, entry: Entry) -> None:
        if entry.node not in self.tree.nodes or entry.node == ROOT:
            self.unknown_node(entry.node, entry.span)
            return
        node = self.tree.nodes[entry.node]
        fields = node.criteria.fields if node.criteria else {}
        for name, raw in entry.values.items():
            declared = self.field_named(name, fields)
            if declared is None:
                self.undeclared(name, entry, fields)
            else:
                self.value(stage, entry, declared, raw)
        if entry.claimed is not None:
            self.check_points(entry.claimed, entry, "PAR605", entry.claimed_span)
            if node.criteria and not node.criteria.self_scored:
                self.findings.add(
                    "PAR613.claim", entry.claimed_span, help="PAR613.claim.help", node=entry.node, id=entry.node
                )
        if entry.points is not None:
            self.check_points(entry.points, entry, "PAR611", entry.points_span)
            if not entry.reason and stage != "self-assessment":
                self.findings.add(
                    "PAR609.points", entry.points_span, help="PAR609.points.help", node=entry.node, id=entry.node
                )
        self.check_papers(entry, entry.documents, fields)
        claim = entry.not_applicable
        if claim is not None:
            self.check_papers(entry, claim.documents, fields)
            if node.not_applicable is None or not node.not_applicable.claim:
                self.findings.add("PAR614", claim.span, help="PAR614.help", node=entry.node, id=entry.node)
            elif not claim.reason:
                self.findings.add("PAR609.claim", claim.span, help="PAR609.claim.help", node=entry.node, id=entry.node)

    @staticmethod
    def field_named(name: str, fields: dict[str, Field]) -> Field | None:
        if name in fields:
            return fields[name]
        key = fold(name)
        return next((declared for declared in fields.values() if fold(declared.name) == key), None)

    def undeclared(self, name: str, entry: Entry, fields: dict[str, Field]) -> None:
        near = closest(name, fields)
        help_id = "PAR301.near" if near else "PAR601.help" if fields else "PAR601.none.help"
        self.findings.add(
            "PAR601", entry.value_spans[name], help=help_id, node=entry.node, name=name, id=entry.node, near=near or "",
            known=Joined(tuple(Words(f"`{each}`") for each in list(fields)[:12])),
        )  # fmt: skip

    def check_points(self, points: Exact, entry: Entry, code: str, span: Span | None) -> None:
        node = self.tree.nodes[entry.node]
        shown: dict[str, Any] = {
            "points": Figure(points), "maximum": Figure(node.maximum), "minimum": Figure(node.minimum), "id": Words(node.id),
        }  # fmt: skip
        if node.role is not Role.DEDUCTION and points > node.maximum:
            self.findings.add(code, span, help=code + ".help", node=node.id, **shown)
        elif points < node.minimum:
            self.findings.add(code + ".low", span, help=code + ".help", node=node.id, **shown)
        elif node.role is Role.DEDUCTION and points > 0:
            self.findings.add(code + ".deduction", span, help=code + ".help", node=node.id, **shown)

    def check_papers(self, entry: Entry, papers: tuple[PaperRef, ...], fields: dict[str, Field]) -> None:
        for paper in papers:
            if paper.ref not in self.record.papers:
                near = closest(paper.ref, self.record.papers)
                self.findings.add(
                    "PAR612",
                    paper.span,
                    help="PAR612.near" if near else "PAR612.help",
                    node=entry.node,
                    id=paper.ref,
                    near=near or "",
                )
            for name, span in zip(paper.shows, paper.shows_spans, strict=True):
                if self.field_named(name, fields) is None:
                    near = closest(name, fields)
                    self.findings.add(
                        "PAR612.shows",
                        span,
                        help="PAR301.near" if near else "PAR612.shows.help",
                        node=entry.node,
                        name=name,
                        id=entry.node,
                        near=near or "",
                    )

    # -- values ------------------------------------------------------------------------------------------------------------

    def value(self, stage: str, entry: Entry, declared: Field, raw: RawValue) -> None:
        value = self.read(entry, declared, raw)
        if value is None:
            return
        ref = self.tree.owner(entry.node, declared.name)
        earlier = self.values.setdefault(ref, [])
        same_stage = next((bound for bound in earlier if bound.stage == stage), None)
        if same_stage is not None:
            if same_stage.value != value:
                label = Label(same_stage.span, Message("PAR610.here"))
                self.findings.add(
                    "PAR610",
                    raw.span,
                    help="PAR610.help",
                    node=entry.node,
                    name=declared.name,
                    id=ref.node,
                    labels=(label,),
                )
            return
        early_hand = declared.entered_by in (EnteredBy.APPRAISER, EnteredBy.SURVEY) and stage == "self-assessment"
        if early_hand:
            self.findings.add("PAR613", raw.span, help="PAR613.help", node=entry.node, name=declared.name)
        reason = raw.reason or entry.reason
        if declared.reason_required and not reason and isinstance(value, Given):
            self.findings.add("PAR609", raw.span, help="PAR609.help", node=entry.node, name=declared.name)
        earlier.append(BoundValue(value, stage, raw.reason, raw.span))

    def read(self, entry: Entry, declared: Field, raw: RawValue) -> Value | None:
        """Read one value; gives nothing where a finding says why not."""
        address = str(self.tree.owner(entry.node, declared.name))
        if raw.withdrawn:
            return Missing((address,))
        text = raw.text
        state = raw.absence
        if (
            state is None
            and fold(text) in {fold(word) for word in NONE_WORDS.values()}
            and declared.kind not in (Kind.TEXT, Kind.OPTION)
        ):
            state = Absence.NONE
        if state is not None:
            if state is Absence.NONE and declared.kind is Kind.COUNT:
                self.bad("PAR604.none", entry, declared, raw, "PAR604.none.help")
                return None
            if state is Absence.NONE and declared.kind is Kind.YES_NO:
                self.bad("PAR603.yes-no", entry, declared, raw, "PAR603.yes-no.help")
                return None
            return Absent(state, address)
        if text == "":
            self.bad("PAR603.empty", entry, declared, raw, "PAR603.empty.help")
            return None
        match declared.kind:
            case Kind.DATE:
                return self.read_date(entry, declared, raw)
            case Kind.YES_NO:
                if fold(text) in {fold(word) for word in _YES}:
                    return Given(content=True, kind=Kind.YES_NO)
                if fold(text) in {fold(word) for word in _NO}:
                    return Given(content=False, kind=Kind.YES_NO)
                self.bad("PAR603.yes-no", entry, declared, raw, "PAR603.yes-no.help")
                return None
            case Kind.OPTION:
                return self.read_option(entry, declared, raw)
            case Kind.TEXT:
                return Given(text, Kind.TEXT)
            case _:
                return self.read_number(entry, declared, raw)

    def bad(
        self,
        message: str,
        entry: Entry,
        declared: Field,
        raw: RawValue,
        help_id: str | None,
        **arguments: Any,
    ) -> None:
        found = raw.text or " ".join(raw.span.text.split())
        self.findings.add(
            message,
            raw.span,
            help=help_id,
            node=entry.node,
            name=declared.name,
            found=found,
            id=entry.node,
            **arguments,
        )

    def read_date(self, entry: Entry, declared: Field, raw: RawValue) -> Value | None:
        date = read_date(raw.text, self.record.language)
        if isinstance(date, Misread):
            name = {Trouble.NO_SUCH_DAY: "PAR111.day", Trouble.OTHER_DATE_FORMAT: "PAR111.format"}.get(date.trouble)
            if name is None:
                example = "28/12/2020" if self.record.language == "vi" else "2020-12-28"
                none = NONE_WORDS[self.record.language]
                self.bad("PAR603.date", entry, declared, raw, "PAR603.date.help", example=example, none=none)
            else:
                self.bad(name, entry, declared, raw, name + ".help", written=(*date.suggestions, "")[0])
            return None
        ordinal = whole(date.toordinal())
        if (declared.lower is not None and ordinal < declared.lower) or (
            declared.upper is not None and ordinal > declared.upper
        ):
            stretch = Stretch(declared.lower, declared.upper, declared.lower is not None, declared.upper is not None)
            self.bad("PAR604.date", entry, declared, raw, "PAR604.help", range=name_stretch(stretch, Kind.DATE))
            return None
        return Given(date, Kind.DATE)

    def read_option(self, entry: Entry, declared: Field, raw: RawValue) -> Value | None:
        key = fold(raw.text)
        for option in declared.options:
            if key in (fold(option.key), fold(option.title.vi), fold(option.title.en)):
                return Given(option.key, Kind.OPTION)
        known = [option.key for option in declared.options]
        near = closest(raw.text, known)
        self.bad(
            "PAR603.option", entry, declared, raw, "PAR307.near" if near else "PAR603.option.help",
            near=near or "", known=Joined(tuple(Words(f"`{each}`") for each in known)),
        )  # fmt: skip
        return None

    def read_number(self, entry: Entry, declared: Field, raw: RawValue) -> Value | None:
        language = self.record.language
        percent = raw.text.rstrip().endswith("%")
        if percent and declared.kind is not Kind.RATIO:
            self.bad("PAR603.percent", entry, declared, raw, "PAR603.percent.help")
            return None
        number = read_percent(raw.text, language) if percent else read_number(raw.text, language)
        if isinstance(number, Misread):
            thousands = number.trouble is Trouble.AMBIGUOUS_THOUSANDS
            marks = number.trouble in (Trouble.OTHER_DECIMAL_MARK, Trouble.THOUSANDS_MARK)
            name = "PAR110.thousands" if thousands else "PAR110.mark" if marks else "PAR603"
            written, other = (*number.suggestions, "", "")[:2]
            self.bad(name, entry, declared, raw, name + ".help", written=written, other=other)
            return None
        if declared.kind is Kind.RATIO and not percent:
            if declared.in_percent:
                number = hundredth(number)
            elif number > 1 or number < -1:
                self.bad("PAR603.ratio", entry, declared, raw, "PAR603.ratio.help")
                return None
        if declared.kind is Kind.COUNT and number.denominator != 1:
            self.bad("PAR604.whole", entry, declared, raw, "PAR604.whole.help")
            return None
        if not self.in_range(number, entry, declared, raw):
            return None
        return Given(number, declared.kind)

    def in_range(self, number: Exact, entry: Entry, declared: Field, raw: RawValue) -> bool:
        lower = (
            declared.lower
            if declared.lower is not None
            else whole(0)
            if declared.kind in (Kind.COUNT, Kind.DAYS)
            else None
        )
        style = Style.SCALE_PERCENT if declared.kind is Kind.RATIO else Style.SCALE
        if lower is not None and number < lower:
            self.bad("PAR604.low", entry, declared, raw, "PAR604.help", limit=Figure(lower, style))
            return False
        if declared.upper is not None and number > declared.upper:
            self.bad("PAR604.high", entry, declared, raw, "PAR604.help", limit=Figure(declared.upper, style))
            return False
        if declared.scale is not None and not has_digits(number, declared.scale):
            self.bad(
                "PAR604.scale",
                entry,
                declared,
                raw,
                "PAR604.scale.help",
                limit=Figure(whole(declared.scale), Style.PLAIN),
            )
            return False
        return True

    # -- between values ----------------------------------------------------------------------------------------------------

    def check_parts(self) -> None:
        """A part is never more than its whole, at any stage (PAR604)."""
        for ref in list(self.values):
            declared = self.tree.fields.get(ref)
            if declared is None or not declared.part_of:
                continue
            whole_ref = self.tree.owner(ref.node, declared.part_of)
            told: set[tuple[object, object]] = set()
            for stage in self.record.stage_names:
                part, whole_ = self.last(ref, stage), self.last(whole_ref, stage)
                if (
                    part is None
                    or whole_ is None
                    or not isinstance(part.value, Given)
                    or not isinstance(whole_.value, Given)
                ):
                    continue
                if part.value.number > whole_.value.number and (part, whole_) not in told:
                    told.add((part, whole_))
                    whole_field = self.tree.fields[whole_ref]
                    self.findings.add(
                        "PAR604.part", part.span, help="PAR604.part.help", node=ref.node, name=declared.title, whole=whole_field.title,
                        part_figure=Figure(part.value.number, Style.PLAIN), whole_figure=Figure(whole_.value.number, Style.PLAIN),
                        labels=(Label(whole_.span, Message("PAR604.part.here")),),
                    )  # fmt: skip

    def last(self, ref: FieldRef, stage: str) -> BoundValue | None:
        limit = STAGES.index(stage)
        found = [bound for bound in self.values.get(ref, ()) if STAGES.index(bound.stage) <= limit]
        return found[-1] if found else None
