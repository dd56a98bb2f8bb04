"""An evidence record as its file says it: values as written, with their places; what they mean is known once a set is there."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from parrules.messages import Title
from parrules.spans import Source, Span
from parrules.values import Absence, Exact

STAGES = ("self-assessment", "appraisal-1", "response", "appraisal-2", "final", "review")
"""The stages in their order; a later one lies over the earlier, value by value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawValue:
    """A value as written, or what was declared instead of one.

    Exactly one of ``text``, ``absence`` and ``withdrawn`` says something.
    """

    text: str = ""
    absence: Absence | None = None
    withdrawn: bool = False
    reason: Title = Title()
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document of the register."""

    id: str
    kind: str = ""
    number: str = ""
    issued: datetime.date | None = None
    issuer: str = ""
    subject: str = ""
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRef:
    """A place in a document that shows values of a node, with the verdict on it."""

    ref: str
    place: str = ""
    shows: tuple[str, ...] = ()
    verdict: str = ""
    because: str = ""
    note: str = ""
    span: Span = field(repr=False, compare=False)
    shows_spans: tuple[Span, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplicableClaim:
    """A node said not to apply."""

    kind: Absence
    reason: Title
    documents: tuple[PaperRef, ...]
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one stage says about one node."""

    node: str
    values: dict[str, RawValue] = field(default_factory=dict)
    value_spans: dict[str, Span] = field(default_factory=dict)
    claimed: Exact | None = None
    points: Exact | None = None
    points_digits: int = 0  #: Decimals that the figure was written with.
    documents: tuple[PaperRef, ...] = ()
    decision: str = ""
    reason: Title = Title()
    by: str = ""
    note: Title = Title()
    not_applicable: NotApplicableClaim | None = None
    span: Span = field(repr=False, compare=False)  #: The place of its key.
    claimed_span: Span | None = field(default=None, repr=False, compare=False)
    points_span: Span | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One round: its head and its entries by node."""

    name: str
    entries: dict[str, Entry]
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Announced figures, compared and never used; ``decimals`` of each as announced."""

    source: str = ""
    total: Exact | None = None
    index: Exact | None = None
    rank: int | None = None
    of: int | None = None
    previous_rank: int | None = None
    nodes: dict[str, Exact] = field(default_factory=dict)
    digits: int = 2
    spans: dict[str, Span] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The one assessed."""

    id: str
    name: Title
    kind: str = ""
    profiles: tuple[str, ...] = ()
    kind_span: Span | None = field(default=None, repr=False, compare=False)
    profile_spans: tuple[Span, ...] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRecord:
    """One unit in one year, in stages."""

    source: Source
    set: str
    year: int
    language: str
    status: str
    unit: Unit
    published: Published | None = None
    papers: dict[str, Paper] = field(default_factory=dict)
    note: Title = Title()
    approval: str = ""  #: Number of the approving decision; empty while the result is provisional.
    approved_on: datetime.date | None = None
    stages: dict[str, Stage] = field(default_factory=dict)
    head_span: Span = field(repr=False, compare=False)  #: The place of `set`.
    year_span: Span = field(repr=False, compare=False)

    @property
    def stage_names(self) -> list[str]:
        """The stages that the record has, in their order."""
        return [name for name in STAGES if name in self.stages]
