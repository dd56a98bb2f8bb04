"""A score sheet told to a person: why a node has its points, in Vietnamese or English, from the sheet alone."""

from __future__ import annotations

from dataclasses import dataclass

from parrules.explanation.figures import exact, result, say
from parrules.explanation.node import NodeTelling
from parrules.explanation.total import TotalTelling, base_of_unit
from parrules.messages import Argument, Title, tell_argument
from parrules.scoring import MAIN_READING, NodeScore, ScoreSheet
from parrules.values import absolute, difference

ORDER = ("result", "how", "base", "claim", "basis", "documents", "gain", "change", "response", "note", "status")
"""The parts of an explanation, always in this order."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its id, its heading and its sentences in the language told."""

    id: str
    heading: str
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentences in a row, each with its full stop."""
        return " ".join(_sentence(sentence) for sentence in self.sentences)


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
        # «Kết quả thay đổi nếu» runs on into its sentence.
        lines.extend(f"{part.heading}{' ' if part.id == 'change' else '. '}{part.text}" for part in self.parts)
        lines.append(f"{self.short_heading}: {_sentence(self.short)}")
        return "\n".join(lines)


def _sentence(text: str) -> str:
    text = text.strip()
    if text and text[0].islower():
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "…")) else text + "."


def explain_node(sheet: ScoreSheet, node: str = "", language: str = "vi") -> Explanation:
    """Tell why a node has its points.

    Args:
        sheet: The score sheet; nothing else is needed.
        node: The node's id or whole address; empty for the total.
        language: ``vi`` or ``en``.

    Returns: the explanation; ``str()`` of it is the whole text.

    Raises: ScoringError where the sheet has no such node.
    """
    if node.rpartition("#")[2] == "":
        telling = TotalTelling(sheet)
        heading, parts, short = telling.heading(), telling.parts(), telling.short()
        id_ = ""
    else:
        score = sheet[node]
        id_ = score.id
        told = NodeTelling(sheet, score)
        heading = say("head.node", id=score.id, title=score.title, outcome=told.outcome())
        parts = _parts(sheet, score, told)
        short = _short(told)
    return Explanation(
        node=id_,
        heading=tell_argument(heading, language),
        parts=tuple(
            Part(
                name,
                tell_argument(say(f"part.{name}"), language),
                tuple(sentence for each in parts[name] if (sentence := tell_argument(each, language).strip())),
            )
            for name in ORDER
            if parts.get(name)
        ),
        short=tell_argument(short, language),
        short_heading=tell_argument(say("part.short"), language),
    )


def _parts(sheet: ScoreSheet, node: NodeScore, told: NodeTelling) -> dict[str, list[Argument]]:
    return {
        "result": told.result(),
        "how": told.how(),
        "base": base_of_unit(sheet) if node.state == "not-applicable" and node.data["treatment"] == "leave-out" else [],
        "claim": told.claim(),
        "basis": told.basis(),
        "documents": told.documents(),
        "gain": told.gains(),
        "change": told.would_change(),
        "response": told.response(),
        "note": _notes(sheet, node),
        "status": status(sheet),
    }


def _notes(sheet: ScoreSheet, node: NodeScore) -> list[Argument]:
    """Tell what the text leaves open, what another reading would give, and how the announced figure compares."""
    told: list[Argument] = []
    if note := Title(**node.site["note"]):
        told.append(note)
    readings = sheet.sites["readings"]
    used = sheet.data["reading"]
    if used != MAIN_READING and used in node.site["readings"]:
        told.append(say("note.reading-used", title=Title(**readings[used])))
    for reading, other in node.data["readings"].items():
        own = reading in node.site["readings"] or (reading == MAIN_READING and used in node.site["readings"])
        if not own:
            continue
        title: Argument = Title(**readings[reading]) if reading in readings else say("note.main-reading")
        if other["points"] is not None:
            told.append(say("note.reading", title=title, points=result(exact(other["points"]))))
        else:
            told.append(say("note.reading-state", title=title, state=say(f"state.{other['state']}")))
    told.extend(_published(sheet, node.id))
    if node.state == "not-applicable":
        total_note = Title(**sheet.sites["nodes"][""]["note"])
        if total_note:
            told.append(total_note)
        told.extend(TotalTelling(sheet).other_readings())
    return told


def _published(sheet: ScoreSheet, node: str) -> list[Argument]:
    published = sheet.data["published"]
    found = [each for each in published["comparisons"] if each["node"] == node] if published else []
    told: list[Argument] = []
    from parrules.messages import Figure, Style

    for each in found:
        figure, computed, bound = (exact(each[key]) for key in ("published", "computed", "bound"))
        verdict = {"agrees": "agrees", "within-rounding": "within", "beyond-rounding": "beyond"}[each["verdict"]]
        gap = absolute(difference(figure, computed))
        told.append(
            say(f"note.published-{verdict}", published=Figure(figure), difference=Figure(gap), bound=Figure(bound, Style.PLAIN))
        )
    return told


def _short(told: NodeTelling) -> Argument:
    """Give the short form: the result in one clause."""
    sentences = told.result()
    return sentences[0] if sentences else told.outcome()


def status(sheet: ScoreSheet) -> list[Argument]:
    """Say what the result is worth: provisional or approved, and what criteria and figures it was made from."""
    from parrules.messages import Joined

    data = sheet.data
    approval = data["approval"]
    if approval is None:
        first = say("status.provisional")
    elif approval["issued"]:
        import datetime

        from parrules.messages import Day

        first = say("status.approved-on", number=approval["number"], issued=Day(datetime.date.fromisoformat(approval["issued"])))
    else:
        first = say("status.approved", number=approval["number"])
    worth: list[Argument] = [first, say(f"status.{data['status']}"), say(f"status.{data['evidence_status']}")]
    return [Joined(tuple(worth), "semicolon")]
