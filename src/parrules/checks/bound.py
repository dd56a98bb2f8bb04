"""Evidence as the engine sees it: each declared value, as it stands at each stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parrules.diagnostics import Finding
from parrules.evidence import STAGES, Entry, EvidenceRecord
from parrules.messages import Title
from parrules.spans import Span
from parrules.tree import FieldRef
from parrules.values import Value

_YES = {"có", "yes", "true"}
_NO = {"không", "no", "false"}


@dataclass(frozen=True, slots=True)
class BoundValue:
    """A value with where it came from."""

    value: Value
    stage: str
    reason: Title
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class BoundEvidence:
    """A record whose values are typed; what an engine reads.

    ``values`` holds, for each field that anything is said about, what was said in the order of the stages.
    """

    record: EvidenceRecord
    values: Mapping[FieldRef, tuple[BoundValue, ...]]
    findings: tuple[Finding, ...] = ()
    sha256: str = ""  #: Of the file's text in UTF-8, for receipts.

    def at(self, ref: FieldRef, stage: str) -> BoundValue | None:
        """Give what holds for a field once ``stage`` is over: what was said last, up to that stage."""
        limit = STAGES.index(stage)
        last = None
        for bound in self.values.get(ref, ()):
            if STAGES.index(bound.stage) <= limit:
                last = bound
        return last

    def entries(self, node: str, stage: str) -> list[tuple[str, Entry]]:
        """Give what the stages up to ``stage`` say about a node, in their order."""
        limit = STAGES.index(stage)
        return [
            (name, self.record.stages[name].entries[node])
            for name in self.record.stage_names
            if STAGES.index(name) <= limit and node in self.record.stages[name].entries
        ]
