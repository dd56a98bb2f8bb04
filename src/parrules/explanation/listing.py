"""The parts of a group with their points, and what they come to."""

from __future__ import annotations

from parrules.explanation.figures import adding_up, numbered, say
from parrules.explanation.outcome import Outcome
from parrules.explanation.view import NodeView
from parrules.messages import Argument, Joined
from parrules.scoring import NodeScore, ScoreSheet
from parrules.values import total


def parts_told(
    sheet: ScoreSheet, parts: list[NodeScore], *, ending: Argument | None = None, with_sum: bool = True
) -> list[Argument]:
    """List parts with their points, or what there is instead, and their sum.

    Args:
        sheet: The sheet.
        parts: The nodes; those that are monitored only are passed over.
        ending: What is said in place of the sum, where the group does not add up its parts.
        with_sum: Whether to say the sum where every part that counts has points.
    """
    counted = [part for part in parts if part.role != "monitored"]
    points = [part.points for part in counted if part.points is not None]
    *figures, sum_ = adding_up(points, total(points))
    shown = iter(figures)
    told: list[Argument] = []
    for part in counted:
        what = next(shown) if part.points is not None else Outcome(NodeView(sheet, part)).state()
        told.append(say("how.part", name=numbered(part.id, sheet.sites), points=what))
    waiting = [part for part in counted if part.points is None and part.state != "not-applicable"]
    if len(points) > 1 and not waiting:
        if ending is not None:
            told.append(ending)
        elif with_sum:
            told.append(say("how.added", sum=sum_))
    return [Joined(tuple(told), "semicolon")] if told else []
