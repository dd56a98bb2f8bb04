"""One node told, part by part, from the sheet alone."""

from __future__ import annotations

from parrules.explanation.appraisal import claim, response
from parrules.explanation.changes import Changes
from parrules.explanation.figures import exact, numbered, result, say
from parrules.explanation.outcome import Outcome
from parrules.explanation.papers import citation, documents
from parrules.explanation.result import Result
from parrules.explanation.total import TotalTelling, base_of_unit, compared, status
from parrules.explanation.view import NodeView
from parrules.explanation.working import Working
from parrules.messages import Argument, Title
from parrules.scoring import MAIN_READING, NodeScore, ScoreSheet


class NodeTelling:
    """Tells one node of a sheet; each part is a list of sentences as arguments of messages."""

    def __init__(self, sheet: ScoreSheet, node: NodeScore) -> None:
        self.sheet, self.node = sheet, node
        self.view = NodeView(sheet, node)

    def outcome(self) -> Argument:
        """Tell points and maximum, or what there is instead."""
        return Outcome(self.view).tell()

    def state_word(self) -> Argument:
        """Name the node's state."""
        return Outcome(self.view).state()

    def heading(self) -> Argument:
        """Give the heading: id, title, outcome."""
        return say("head.node", name=numbered_heading(self.node, self.sheet), outcome=self.outcome())

    def short(self) -> Argument:
        """Give the result in one clause."""
        return Result(self.view).short()

    def parts(self) -> dict[str, list[Argument]]:
        """Give the parts of the explanation."""
        node, changes = self.node, Changes(self.view)
        cite = self.view.sites["nodes"][node.id]["cite"]
        left_out = node.state == "not-applicable" and node.data["treatment"] == "leave-out" and node.role == "main"
        return {
            "result": Result(self.view).tell(),
            "how": Working(self.view).tell(),
            "base": base_of_unit(self.sheet) if left_out else [],
            "claim": claim(self.view),
            "basis": [citation(cite, self.view.sites)] if cite else [],
            "documents": documents(self.view),
            "gain": changes.gains(),
            "change": changes.would_change(),
            "response": response(self.view),
            "note": self.notes(left_out=left_out),
            "status": status(self.sheet),
        }

    def notes(self, *, left_out: bool) -> list[Argument]:
        """Tell what the text leaves open, what another reading would give, and how the announced figure compares."""
        told: list[Argument] = []
        if note := Title(**self.node.site["note"]):
            told.append(note)
        names, used = self.sheet.sites["readings"], self.sheet.data["reading"]
        own = self.node.site["readings"]
        if used != MAIN_READING and used in own:
            told.append(say("note.reading-used", title=Title(**names[used])))
            if note := Title(**own[used]["note"]):
                told.append(note)
        for reading, other in self.node.data["readings"].items():
            if reading not in own and not (reading == MAIN_READING and used in own):
                continue
            figures = (
                say("note.points", points=result(exact(other["points"])))
                if other["points"] is not None
                else say("note.state", state=say(f"state.{other['state']}"))
            )
            if reading == MAIN_READING:
                told.append(say("note.main-reading-node", outcome=figures))
            else:
                told.append(say("note.reading-node", title=Title(**names[reading]), outcome=figures))
        told.extend(compared(self.sheet, self.node.id))
        if left_out:
            if total_note := Title(**self.sheet.sites["nodes"][""]["note"]):
                told.append(total_note)
            told.extend(TotalTelling(self.sheet).other_readings())
        return told


def numbered_heading(node: NodeScore, sheet: ScoreSheet) -> Argument:
    """Name a node in a heading: ``I.1. Ban hành kế hoạch``."""
    named = numbered(node.id, sheet.sites)
    return named if isinstance(named, Title) else say("head.numbered", id=node.id, title=node.title)
