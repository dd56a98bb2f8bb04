"""A criteria set as its file says it: typed, every text still with its place; names in rules are not resolved yet."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from parrules.language.syntax import Rule
from parrules.messages import Noun, Title
from parrules.spans import MappedText, Source, Span
from parrules.values import Exact, Kind, RoundingMode
from parrules.values.days import WorkingCalendar


class Status(StrEnum):
    """What a file is worth; shown in every output made from it."""

    OFFICIAL = "official"
    TRANSCRIPTION = "transcription"
    DRAFT = "draft"
    RECONSTRUCTION = "reconstruction"
    EXAMPLE = "example"


class Role(StrEnum):
    """How a node enters its group."""

    MAIN = "main"
    BONUS = "bonus"  #: Adds nothing to the base.
    DEDUCTION = "deduction"  #: Points are 0 or less.
    MONITORED = "monitored"  #: Shown and never added.


class Treatment(StrEnum):
    """What becomes of a node that does not apply."""

    LEAVE_OUT = "leave-out"
    FULL = "full"
    ZERO = "zero"
    REDISTRIBUTE = "redistribute"


class MissingPolicy(StrEnum):
    """What a missing value does to its node."""

    ZERO = "zero"
    PENDING = "pending"
    RESPONSE_DUE = "response-due"


class EnteredBy(StrEnum):
    """Who enters a value."""

    UNIT = "unit"
    APPRAISER = "appraiser"
    SURVEY = "survey"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text that criteria are taken from."""

    id: str
    title: Title
    kind: str = ""
    number: str = ""
    issued: datetime.date | None = None
    issuer: str = ""
    link: str = ""
    note: Title = Title()
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a criterion stands: document, annex, row, page or another place."""

    document: str
    annex: str = ""
    row: str = ""
    page: str = ""
    place: str = ""
    note: Title = Title()
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of the phrases that an option field may be."""

    key: str
    title: Title


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A declared value of evidence.

    ``lower`` and ``upper`` are the declared range (days are given as ordinals of the calendar for dates), ``scale`` the decimals that
    a value may have; ``part_of`` names the field that it never exceeds, ``same_as`` the node where the one value of both is entered.
    """

    name: str
    kind: Kind
    title: Title
    noun: Noun | None = None
    lower: Exact | None = None
    upper: Exact | None = None
    scale: int | None = None
    in_percent: bool = False
    options: tuple[Option, ...] = ()
    part_of: str = ""
    same_as: str = ""
    entered_by: EnteredBy = EnteredBy.UNIT
    reason_required: bool = False
    note: Title = Title()
    span: Span = field(repr=False, compare=False)
    part_of_span: Span | None = field(default=None, repr=False, compare=False)
    same_as_span: Span | None = field(default=None, repr=False, compare=False)

    def option(self, key: str) -> Option | None:
        """Give an option by its key."""
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """A rule with its text; ``rule`` is nothing where the text could not be read (findings say why)."""

    text: MappedText = field(repr=False)
    rule: Rule | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Another way to read an open text."""

    id: str
    title: Title
    note: Title
    rule: RuleText
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplicable:
    """What happens where a node does not apply, and who may say so."""

    treatment: Treatment
    stated: bool  #: Whether the file says the treatment itself.
    to: tuple[str, ...] = ()
    by: str = "equal"
    claim: bool = False
    reason: Title = Title()
    span: Span = field(repr=False, compare=False)
    to_spans: tuple[Span, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A figure of the source that does not add up, acknowledged with a reason."""

    value: str
    reason: Title


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaNode:
    """A domain, criterion or component; a node without parts is a leaf."""

    id: str
    title: Title
    level: int  #: 0 for a domain.
    maximum: Exact | None
    minimum: Exact
    role: Role = Role.MAIN
    source: str = ""
    self_scored: bool = True
    appraised_by: Title = Title()
    cite: Citation | None = None
    note: Title = Title()
    missing: MissingPolicy | None = None
    not_applicable: NotApplicable | None = None
    combine: str = "sum"
    weight: Exact | None = None
    stated: dict[str, Stated] = field(default_factory=dict)
    fields: dict[str, Field] = field(default_factory=dict)
    rule: RuleText | None = None
    readings: dict[str, Reading] = field(default_factory=dict)
    parts: tuple[CriteriaNode, ...] = ()
    span: Span = field(repr=False, compare=False)  #: The place of its id.
    maximum_span: Span = field(repr=False, compare=False)

    @property
    def is_leaf(self) -> bool:
        """Whether it has no parts."""
        return not self.parts

    def walk(self) -> Iterator[CriteriaNode]:
        """Give the node and all below it, in the order of the file."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The set's own rule; ``base`` is what the index divides by, nothing for the applicable maximum."""

    rule: RuleText | None = None
    base: Exact | None = None
    cite: Citation | None = None
    note: Title = Title()
    readings: dict[str, Reading] = field(default_factory=dict)
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Rounding:
    """Where rounding happens: a level that ``digits`` does not name does not round."""

    mode: RoundingMode = RoundingMode.HALF_UP
    digits: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DatePolicy:
    """How days are counted: whether a deadline on a day of rest moves, and which days are worked."""

    rest_days_move: bool = False
    calendar: WorkingCalendar = WorkingCalendar()
    counts: Title = Title()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grade and the least that it takes: of the index where ``in_percent``, else points of the total; nothing for the last."""

    id: str
    title: Title
    least: Exact | None
    in_percent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A kind of unit that some nodes do not concern."""

    id: str
    title: Title
    leaves_out: tuple[str, ...]
    span: Span = field(repr=False, compare=False)
    leaves_out_spans: tuple[Span, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Ranking:
    """By what units are ranked and how ties are numbered."""

    by: str = "index"
    ties: str = "competition"
    on: str = "exact"


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaSet:
    """One year's table."""

    source: Source
    id: str
    year: int
    edition: int
    language: str
    status: Status
    title: Title
    short_title: Title = Title()
    unit_kinds: tuple[str, ...]
    maximum: Exact
    minimum: Exact
    maximum_span: Span = field(repr=False, compare=False)
    level_names: tuple[Title, ...] = ()
    documents: dict[str, Document] = field(default_factory=dict)
    provenance: Title = Title()
    rounding: Rounding = Rounding()
    missing: MissingPolicy = MissingPolicy.PENDING
    dates: DatePolicy = DatePolicy()
    ranking: Ranking = Ranking()
    grades: tuple[Grade, ...] = ()
    profiles: dict[str, Profile] = field(default_factory=dict)
    stated: dict[str, Stated] = field(default_factory=dict)
    note: Title = Title()
    labels: dict[str, Title] = field(default_factory=dict)
    total: Total | None = None
    domains: tuple[CriteriaNode, ...] = ()

    @property
    def name(self) -> str:
        """The set and year as people write them: ``par-index-province/2021``."""
        return f"{self.id}/{self.year}"

    def walk(self) -> Iterator[CriteriaNode]:
        """Give every node, in the order of the file."""
        for domain in self.domains:
            yield from domain.walk()
