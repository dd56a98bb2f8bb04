"""Score sheets: an engine's results with everything needed to tell them years later."""

from parrules.scoring.score import MAIN_READING, score_record, score_records
from parrules.scoring.sheet import NodeScore, ScoreSheet, Total, sheets_from_json, sheets_to_json

__all__ = [
    "MAIN_READING",
    "NodeScore",
    "ScoreSheet",
    "Total",
    "score_record",
    "score_records",
    "sheets_from_json",
    "sheets_to_json",
]
