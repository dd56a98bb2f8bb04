"""A score sheet told to a person: why a node has its points, in Vietnamese or English, from the sheet alone."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.explanation.figures import say
from parrules.explanation.node import NodeTelling
from parrules.explanation.total import TotalTelling
from parrules.messages import LANGUAGES, Argument, tell_argument
from parrules.scoring import ScoreSheet

ORDER = ("result", "how", "base", "claim", "basis", "documents", "gain", "change", "response", "note", "status")
"""The parts of an explanation, always in this order."""

RUNS_ON = "change"
"""The part whose heading runs on into its sentence: «Kết quả thay đổi nếu …»."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its id, its heading and its sentences in the language told."""

    id: str
    heading: str
    sentences: tuple[str, ...]

    @property
    def lead(self) -> str:
        """The heading with what parts it from the sentences."""
        return self.heading + (" " if self.id == RUNS_ON else ". ")

    @property
    def text(self) -> str:
        """The sentences in a row, each with its full stop."""
        return " ".join(sentence(each, begins=self.id != RUNS_ON) for each in self.sentences)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a node has its points: heading, parts in their order, and the short form for the column *Ghi chú*."""

    node: str
    heading: str
    parts: tuple[Part, ...]
    short: str
    short_heading: str

    def __str__(self) -> str:
        lines = [self.heading, ""]
        lines.extend(part.lead + part.text for part in self.parts)
        lines.append(f"{self.short_heading}: {sentence(self.short)}")
        return "\n".join(lines)


def sentence(text: str, *, begins: bool = True) -> str:
    """Make a sentence of a text: a capital where it begins, and one full stop."""
    text = text.strip()
    if begins:
        text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def explain_node(sheet: ScoreSheet, node: str = "", language: str = "vi") -> Explanation:
    """Tell why a node has its points.

    Args:
        sheet: The score sheet; nothing else is needed.
        node: The node's id or whole address; empty for the total.
        language: ``vi`` or ``en``.

    Returns: the explanation; ``str()`` of it is the whole text.

    Raises: ScoringError where the sheet has no such node, ValueError for any other language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, not {language!r}")
    id_ = node.rpartition("#")[2]
    told = NodeTelling(sheet, sheet[node]) if id_ else TotalTelling(sheet)
    parts = told.parts()

    def tell(argument: Argument) -> str:
        return tell_argument(argument, language).strip()

    def heading_of(name: str) -> str:
        is_deduction = name == "gain" and id_ != "" and sheet[node].role == "deduction"
        return tell(say("part.gain-deduction" if is_deduction else f"part.{name}"))

    return Explanation(
        node=id_,
        heading=tell(told.heading()),
        parts=tuple(
            Part(name, heading_of(name), tuple(each for each in map(tell, parts[name]) if each))
            for name in ORDER
            if parts.get(name)
        ),
        short=tell(told.short()),
        short_heading=tell(say("part.short")),
    )
