"""The five things that a value can be, and faults as data.

A value is *given*, one of three declared absences (*none*, *not arising*, *not applicable*), or *missing*; an operation
may also end in a *fault*, which is carried as data up to the node and told there. Absent is never zero.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from parrules.values.exact import Exact
from parrules.values.kinds import Kind


class Absence(StrEnum):
    """What a unit may declare instead of a value; each is an answer, not a gap."""

    NONE = "none"  #: Never issued, held or made: `không có`.
    NOT_ARISING = "not-arising"  #: No occasion came in the period: `không phát sinh`.
    NOT_APPLICABLE = "not-applicable"  #: The matter does not concern the unit: `không áp dụng`.


Content = Exact | datetime.date | bool | str
"""Exact number, date, truth, or the key of an option or a text."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value that is there."""

    content: Content
    kind: Kind

    @property
    def number(self) -> Exact:
        """The content of a numeric value."""
        assert isinstance(self.content, Exact)
        return self.content


@dataclass(frozen=True, slots=True)
class Absent:
    """A declared absence of the value of ``field``."""

    state: Absence
    field: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """Nobody has said anything yet; ``causes`` are the addresses of what is awaited, in the order met."""

    causes: tuple[str, ...]

    def with_(self, other: Missing) -> Missing:
        """Join the causes of two missing values."""
        return Missing(tuple(dict.fromkeys(self.causes + other.causes)))


@dataclass(frozen=True, slots=True)
class Fault:
    """An operation that has no result: the code of the finding that will tell it, with its arguments."""

    code: str
    arguments: Mapping[str, str] = field(default_factory=dict)


Value = Given | Absent | Missing | Fault

TRUE = Given(content=True, kind=Kind.CONDITION)
FALSE = Given(content=False, kind=Kind.CONDITION)


def truth(holds: bool) -> Given:
    """Give the value of a condition."""
    return TRUE if holds else FALSE
