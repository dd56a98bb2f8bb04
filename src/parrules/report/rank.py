"""Places among several units, as the set declares: by index or total, exact or rounded, ties in one of two ways."""

from __future__ import annotations

from parrules.criteria.model import Ranking
from parrules.scoring import ScoreSheet
from parrules.values import Exact


def rank_sheets(sheets: list[ScoreSheet], ranking: Ranking) -> list[tuple[int | None, ScoreSheet]]:
    """Give the sheets in order of rank; those without a result come last and have no rank.

    Ties have one rank; the next number is skipped (``competition``) or not (``dense``).
    """

    def figure(sheet: ScoreSheet) -> Exact | None:
        score = sheet.total
        if ranking.by == "total":
            return score.points
        return score.exact_index if ranking.on == "exact" else score.index

    ranked = [(value, sheet) for sheet in sheets if (value := figure(sheet)) is not None]
    ranked.sort(key=lambda pair: pair[0], reverse=True)
    placed: list[tuple[int | None, ScoreSheet]] = []
    rank = 0
    for position, (value, sheet) in enumerate(ranked, 1):
        if position == 1 or value != ranked[position - 2][0]:
            rank = position if ranking.ties == "competition" else rank + 1
        placed.append((rank, sheet))
    placed.extend((None, sheet) for sheet in sheets if figure(sheet) is None)
    return placed
