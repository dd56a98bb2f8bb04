"""A message: an id of the catalogue with typed arguments; told in a language only when somebody reads it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from parrules.messages.arguments import Argument, Day, Figure, Joined, Nested, Noun, Style, Title, Words
from parrules.messages.catalogue import TEXTS
from parrules.messages.formats import format_date, format_figure
from parrules.values import from_exact_text

_HOLE = re.compile(r"\{(\w+)\}")
_AND = {"vi": " và ", "en": " and "}
_OR = {"vi": " hoặc ", "en": " or "}


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence or clause, independent of language.

    ``id`` names a pair of texts in the catalogue; ``arguments`` fill its holes.
    """

    id: str
    arguments: Mapping[str, Argument] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Give the message as a score sheet holds it."""
        return {"id": self.id, "arguments": {name: argument.to_json() for name, argument in self.arguments.items()}}

    def __hash__(self) -> int:
        return hash((self.id, tuple(sorted(self.arguments))))


def tell(message: Message, language: str) -> str:
    """Write ``message`` in ``language`` (``vi`` or ``en``)."""
    text = TEXTS[message.id][0 if language == "vi" else 1]
    return _HOLE.sub(lambda hole: tell_argument(message.arguments[hole[1]], language), text)


def tell_argument(argument: Argument, language: str) -> str:
    """Write one argument in ``language``."""
    match argument:
        case Figure():
            return format_figure(argument, language)
        case Day(date=date):
            return format_date(date, language)
        case Words(text=text):
            return text
        case Title():
            return argument.in_(language)
        case Nested(message=message):
            return tell(message, language)
        case Joined(items=items, by=by):
            told = [tell_argument(item, language) for item in items]
            if by in ("and", "or") and len(told) > 1:
                last = (_AND if by == "and" else _OR)[language]
                return ", ".join(told[:-1]) + last + told[-1]
            return {"semicolon": "; ", "arrow": " → ", "blank": " ", "nothing": ""}.get(by, ", ").join(told)


def message_from_json(data: Mapping[str, Any]) -> Message:
    """Read what `Message.to_json` wrote."""
    return Message(data["id"], {name: argument_from_json(value) for name, value in data["arguments"].items()})


def argument_from_json(data: Mapping[str, Any]) -> Argument:
    """Read what an argument's ``to_json`` wrote."""
    if "figure" in data:
        noun = Noun(*data["noun"]) if "noun" in data else None
        return Figure(from_exact_text(data["figure"]), Style(data["style"]), noun)
    if "day" in data:
        return Day(datetime.date.fromisoformat(data["day"]))
    if "words" in data:
        return Words(data["words"])
    if "title" in data:
        return Title(data["title"].get("vi", ""), data["title"].get("en", ""))
    if "message" in data:
        return Nested(message_from_json(data["message"]))
    return Joined(tuple(argument_from_json(item) for item in data["joined"]), data["by"])
