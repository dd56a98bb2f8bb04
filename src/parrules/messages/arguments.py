"""What a message can be given: typed, so that each language writes it in its own way, years later too."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from parrules.values import Exact, exact_text


class Style(StrEnum):
    """How a figure is written."""

    RESULT = "result"  #: A result of scoring, two decimals: 1,00.
    SCALE = "scale"  #: A figure of a rule, as short as it is there: 0,25.
    PERCENT = "percent"  #: A resulting ratio: 91,67%.
    SCALE_PERCENT = "scale-percent"  #: A ratio of a rule: 90%.
    COUNT = "count"  #: How many: 02 in Vietnamese below ten.
    PLAIN = "plain"  #: As few digits as possible, never a leading zero.


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: one form in Vietnamese, one and many in English."""

    vi: str
    one: str
    many: str

    def to_json(self) -> list[str]:
        """Give the three forms."""
        return [self.vi, self.one, self.many]


@dataclass(frozen=True, slots=True)
class Figure:
    """An exact number with the style to write it in."""

    number: Exact
    style: Style = Style.RESULT
    noun: Noun | None = None

    def to_json(self) -> dict[str, Any]:
        """Give the argument as a score sheet holds it."""
        data: dict[str, Any] = {"figure": exact_text(self.number), "style": self.style.value}
        if self.noun:
            data["noun"] = self.noun.to_json()
        return data


@dataclass(frozen=True, slots=True)
class Day:
    """A date."""

    date: datetime.date

    def to_json(self) -> dict[str, Any]:
        """Give the argument as a score sheet holds it."""
        return {"day": self.date.isoformat()}


@dataclass(frozen=True, slots=True)
class Words:
    """Text of the reader's own, the same in every language."""

    text: str

    def to_json(self) -> dict[str, Any]:
        """Give the argument as a score sheet holds it."""
        return {"words": self.text}


@dataclass(frozen=True, slots=True)
class Title:
    """A text that a file gives in one or both languages."""

    vi: str = ""
    en: str = ""

    def in_(self, language: str) -> str:
        """Give the text in ``language``, or in the other one where there is none."""
        return (self.vi or self.en) if language == "vi" else (self.en or self.vi)

    def __bool__(self) -> bool:
        return bool(self.vi or self.en)

    def to_json(self) -> dict[str, Any]:
        """Give the argument as a score sheet holds it."""
        return {"title": {"vi": self.vi, "en": self.en}}


@dataclass(frozen=True, slots=True)
class Nested:
    """A message inside a message."""

    message: Any  #: A Message; typed loosely, for the two modules know each other.

    def to_json(self) -> dict[str, Any]:
        """Give the argument as a score sheet holds it."""
        return {"message": self.message.to_json()}


@dataclass(frozen=True, slots=True)
class Joined:
    """Several arguments in a row, joined by a comma, a semicolon, *and* or *or*."""

    items: tuple[Argument, ...]
    by: str = "comma"

    def to_json(self) -> dict[str, Any]:
        """Give the argument as a score sheet holds it."""
        return {"joined": [item.to_json() for item in self.items], "by": self.by}


Argument = Figure | Day | Words | Title | Nested | Joined
