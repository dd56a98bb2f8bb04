"""parrules: scoring criteria of public administration reform as text that is checked, executed and explained.

import parrules
criteria = parrules.load_criteria("par-index-province/2021")
record = parrules.load_evidence("docs/examples/dien-bien-2021.yaml")
sheet = parrules.score(criteria, record)
print(parrules.explain(sheet, "3", language="vi"))
"""

from parrules.checks import CheckedCriteria
from parrules.diagnostics import CriteriaError, EvidenceError, Finding, ParrulesError, ScoringError
from parrules.evidence import EvidenceRecord
from parrules.explanation import Explanation
from parrules.pipeline import check, explain, load_criteria, load_evidence, score, score_all
from parrules.scoring import NodeScore, ScoreSheet, sheets_from_json, sheets_to_json
from parrules.version import LANGUAGE_VERSION, VERSION

__version__ = VERSION

__all__ = [
    "LANGUAGE_VERSION",
    "CheckedCriteria",
    "CriteriaError",
    "EvidenceError",
    "EvidenceRecord",
    "Explanation",
    "Finding",
    "NodeScore",
    "ParrulesError",
    "ScoreSheet",
    "ScoringError",
    "__version__",
    "check",
    "explain",
    "load_criteria",
    "load_evidence",
    "score",
    "score_all",
    "sheets_from_json",
    "sheets_to_json",
]
