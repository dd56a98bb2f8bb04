"""Asks the recognisers of slips in turn, the most telling first, and answers in general where none knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from parrules.language.mistakes import lines, values, words
from parrules.language.mistakes.expected import briefly, joints, nested, wanted
from parrules.language.mistakes.stop import OPERAND_STARTS, Stop, mistake
from parrules.language.tokens import OPERAND_ENDS, Mistake

_RECOGNISERS: tuple[Callable[[Stop], Mistake | None], ...] = (
    # What looks the same wherever it stands
    words.old_font, lines.parenthesis, lines.twice, values.bound_of_points, values.dash, words.option_phrase, words.unmarked,
    words.keyboard_off, words.habit, words.state_behind, words.misspelt, lines.full_steps, values.time_of_day,
    values.dated_period, values.unit_first, values.odd_period, values.half_range, values.until,
    values.reaches, values.not_before_range,
    # What a kind of line lacks or has too much
    values.slash_for_each, lines.cap, lines.two_lines, lines.no_outcome, lines.no_start, lines.per_full,
    values.two_figures, values.open_range, values.comma, values.unit, lines.no_colon, values.times, lines.two_colons,
    lines.label_first, lines.stray_text, words.reserved_name, words.spaced_name,
)  # fmt: skip


def diagnose(stop: Stop) -> Mistake:
    """Say what is wrong with a line."""
    for recognise in _RECOGNISERS:
        found = recognise(stop)
        if found is not None:
            return found
    return _in_general(stop)


def _in_general(stop: Stop) -> Mistake:
    token, before = stop.token, stop.before
    if before is None:
        first = stop.first
        return mistake("PAR202", "PAR202.help.first", first, word=first.text, expected=nested(wanted(stop), stop))
    if token is None:
        if stop.needs_value:
            return mistake("PAR201", "PAR201.help", before, word=before.text, expected=nested(wanted(stop), stop))
        return mistake("PAR201", "PAR201.help", before, word=before.text, expected=joints(stop))
    told: dict[str, Any] = {"word": token.text, "before": before.text}
    if stop.needs_value:
        expected = nested(wanted(stop), stop)
        if token.terminal in OPERAND_STARTS:
            return mistake("PAR202", "PAR202.help", token, expected=expected, **told)
        return mistake(
            "PAR202.value", "PAR202.value.help", before, token, missing=briefly(wanted(stop)), expected=expected, **told
        )
    if token.terminal in OPERAND_STARTS and before.terminal in OPERAND_ENDS | {"UP", "DOWN"}:
        return mistake("PAR202.between", "PAR202.between.help", before, token, expected=joints(stop), **told)
    if "$END" in stop.accepted:
        return mistake("PAR202.surplus", "PAR202.surplus.help", token, **told)
    return mistake("PAR202", "PAR202.help", token, expected=joints(stop), **told)
