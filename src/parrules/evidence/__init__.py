"""Evidence records as their files say them."""

from parrules.evidence.from_file import (
    NONE_WORDS,
    evidence_from_data,
    evidence_from_source,
    find_evidence,
    read_evidence,
)
from parrules.evidence.model import STAGES, Entry, EvidenceRecord, PaperRef, Published, RawValue, Stage

__all__ = [
    "NONE_WORDS",
    "STAGES",
    "Entry",
    "EvidenceRecord",
    "PaperRef",
    "Published",
    "RawValue",
    "Stage",
    "evidence_from_data",
    "evidence_from_source",
    "find_evidence",
    "read_evidence",
]
