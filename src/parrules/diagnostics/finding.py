"""A finding and the collector that a check fills; rendering is another matter (`to_text`, `to_json`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from parrules.messages import Argument, Message, Words
from parrules.spans import Span


class Severity(StrEnum):
    """What a finding does: an error stops, a warning stops with ``--strict``, a note is for reading."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Label:
    """A place that belongs to a finding, with a word on what stands there."""

    span: Span
    message: Message | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or remark.

    ``code`` is a row of the catalogue, ``message`` what was found and expected, ``span`` where (none for a fault of no file),
    ``labels`` further places, ``help`` the mend, ``node`` the address of the node concerned.
    """

    code: str
    message: Message
    severity: Severity
    span: Span | None = None
    labels: tuple[Label, ...] = ()
    help: Message | None = None
    node: str = ""


class Findings:
    """Gathers findings, so that a reader mends ten faults in one go."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []

    def add(
        self,
        message_id: str,
        span: Span | None = None,
        *,
        help: str | Message | None = None,  # noqa: A002  # the word that readers see
        labels: tuple[Label, ...] = (),
        node: str = "",
        severity: Severity | None = None,
        **arguments: Any,
    ) -> Finding:
        """Note a finding.

        Args:
            message_id: Id of the message; its part before the first dot is the code (``PAR202.dash``).
            span: Where the fault stands.
            help: Id of the help message (it shares ``arguments``), or a whole message.
            labels: Further places.
            node: Address of the node concerned.
            severity: Given where it differs from the catalogue's.
            **arguments: Fill the message; plain text is taken as the reader's own words.

        Returns: the finding that was added.
        """
        from parrules.diagnostics.catalogue import CODES

        code = message_id.partition(".")[0]
        filled: dict[str, Argument] = {
            name: Words(value) if isinstance(value, str) else value for name, value in arguments.items()
        }
        finding = Finding(
            code=code,
            message=Message(message_id, filled),
            severity=severity or CODES[code].severity,
            span=span,
            labels=labels,
            help=Message(help, filled) if isinstance(help, str) else help,
            node=node,
        )
        self._findings.append(finding)
        return finding

    def take(self, others: Findings | list[Finding]) -> None:
        """Take over the findings of another collector."""
        self._findings.extend(others)

    def sorted(self) -> list[Finding]:
        """Give the findings in the order of their files and places, those of no place last; the same finding once."""
        unique: dict[tuple[object, ...], Finding] = {}
        for finding in self._findings:
            place = (finding.span.source.name, finding.span.start, finding.span.end) if finding.span else ("~", 0, 0)
            told = tuple(sorted((name, repr(value)) for name, value in finding.message.arguments.items()))
            unique.setdefault((*place, finding.code, finding.message.id, told, finding.node), finding)
        return [unique[key] for key in sorted(unique, key=lambda key: key[:4])]

    @property
    def errors(self) -> list[Finding]:
        """The findings that stop."""
        return [finding for finding in self._findings if finding.severity is Severity.ERROR]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._findings)

    def __len__(self) -> int:
        return len(self._findings)
