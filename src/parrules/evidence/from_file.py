"""An evidence file, YAML or JSON, becomes a record: shape by the schema, figures and dates in the file's format."""

from __future__ import annotations

import datetime
import json
from collections import abc
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from parrules.diagnostics import Findings
from parrules.evidence.model import (
    STAGES,
    Entry,
    EvidenceRecord,
    NotApplicableClaim,
    Paper,
    PaperRef,
    Published,
    RawValue,
    Stage,
    Unit,
)  # fmt: skip
from parrules.spans import Source, Span
from parrules.text import Mapping, Node, Scalar, Sequence, parse_json, parse_yaml, read_source
from parrules.text.encoding import check_encoding
from parrules.text.shape import check_shape
from parrules.text.take import Taker
from parrules.values import Absence, Exact, exact_text, hundredth
from parrules.values.notation import decimals_of

FORMAT = "parrules/evidence@1"

NONE_WORDS = {"vi": "không có", "en": "none"}
"""What a file writes where a value was never issued or held."""


def read_evidence(path: Path, findings: Findings) -> EvidenceRecord | None:
    """Read an evidence file.

    Args:
        path: A YAML or JSON file.
        findings: Receives what is wrong with text, shape and figures (codes PAR1nn).

    Returns: the record, or nothing where it could not be understood.
    """
    source = read_source(path, findings)
    return None if source is None else evidence_from_source(source, findings)


def evidence_from_data(data: Any, findings: Findings, name: str = "evidence") -> EvidenceRecord | None:
    """Read a record from plain data: dicts, lists, text, whole numbers, truths, dates and exact decimals.

    A binary float is refused (PAR110): 0.1 is not what it seems, and what was meant cannot be told from it any more.
    """
    language = data.get("language", "vi") if isinstance(data, abc.Mapping) else "vi"
    try:
        text = json.dumps(_plain(data, language), ensure_ascii=False, indent=1)
    except _FloatError as error:
        findings.add("PAR110.float", help="PAR110.float.help", found=str(error))
        return None
    except (TypeError, ValueError) as error:
        findings.add("PAR107.data", help="PAR107.data.help", found=str(error))
        return None
    return evidence_from_source(Source(name + ".json", text), findings)


class _FloatError(ValueError):
    """A binary float among the data."""


def _plain(data: Any, language: str) -> Any:
    """Give data as JSON holds it: dates in the format of the record's language, exact decimals as their text."""
    match data:
        case bool() | int() | str() | None:
            return data
        case float():
            raise _FloatError(repr(data))
        case datetime.date():
            return f"{data.day:02}/{data.month:02}/{data.year}" if language == "vi" else data.strftime("%Y-%m-%d")
        case list() | tuple():
            return [_plain(item, language) for item in data]
        case abc.Mapping():
            return {str(key): _plain(value, language) for key, value in data.items()}
        case _ if type(data).__name__ in ("Decimal", "Fraction"):
            return _decimal_text(data)
    raise TypeError(f"{type(data).__name__} {data!r}"[:80])


def _decimal_text(number: Any) -> str:
    """Write an exact decimal out in full; a fraction that no decimal text can hold is refused."""
    text = exact_text(Exact(number))
    if "/" in text:
        raise ValueError(text)
    return text


def find_evidence(paths: Iterable[Path], findings: Findings) -> list[Path]:
    """List the evidence files among files and folders; a folder gives all its YAML and JSON files, in order of name."""
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(
            each for each in path.rglob("*") if each.suffix.lower() in (".yaml", ".yml", ".json") and each.is_file()
        )
        if not inside:
            findings.add("PAR101.no-files", help="PAR101.no-files.help", file=str(path))
        found.extend(inside)
    return list(dict.fromkeys(found))


def evidence_from_source(source: Source, findings: Findings) -> EvidenceRecord | None:
    """Read a record from text in memory; see `read_evidence`."""
    if not check_encoding(source, findings):
        return None
    root = parse_json(source, findings) if source.name.lower().endswith(".json") else parse_yaml(source, findings)
    if root is None:
        return None
    found = root.get("format") if isinstance(root, Mapping) else None
    if not isinstance(root, Mapping) or not isinstance(found, Scalar) or found.value != FORMAT:
        span = found.span if isinstance(found, Scalar) else source.span(0, min(len(source.text), 1))
        shown = found.value if isinstance(found, Scalar) else ""
        is_set = str(shown).startswith("parrules/criteria@")
        help_id = "PAR114.evidence.criteria.help" if is_set else "PAR114.evidence.help"
        findings.add("PAR114.evidence", span, help=help_id, found=shown)
        return None
    if not check_shape(root, "evidence", findings):
        return None
    before = len(findings.errors)
    record = _Reader(source, root, findings).read()
    return record if len(findings.errors) == before else None


def _places(node: Node | None) -> tuple[Span, ...]:
    """Give the place of each text that `Taker.texts` gives."""
    if isinstance(node, Sequence):
        return tuple(item.span for item in node.items)
    return (node.span,) if isinstance(node, Scalar) and node.value else ()


class _Reader:
    def __init__(self, source: Source, root: Mapping, findings: Findings) -> None:
        self.source, self.root, self.findings = source, root, findings
        language = root.get("language")
        self.language = language.value if isinstance(language, Scalar) else "vi"
        self.take = Taker(self.language, findings)

    def read(self) -> EvidenceRecord:
        root, take = self.root, self.take
        set_node, year_node = root.get("set"), root.get("year")
        approval = root.get("approval")
        assert set_node is not None
        assert year_node is not None
        return EvidenceRecord(
            source=self.source,
            set=take.text(set_node),
            year=take.whole(year_node, 0),
            language=self.language,
            status=take.text(root.get("status")),
            unit=self._unit(root.get("unit")),
            published=self._published(root.get("published")),
            papers={key.value: self._paper(key, value) for key, value in self._entries(root.get("documents"))},
            note=take.title(root.get("note")),
            approval=take.text(approval.get("number")) if isinstance(approval, Mapping) else "",
            approved_on=take.date(approval.get("issued")) if isinstance(approval, Mapping) else None,
            stages=self._stages(root.get("stages")),
            head_span=set_node.span,
            year_span=year_node.span,
        )

    @staticmethod
    def _entries(node: Node | None) -> list[tuple[Scalar, Mapping]]:
        return [(key, value) for key, value in node if isinstance(value, Mapping)] if isinstance(node, Mapping) else []

    def _unit(self, node: Node | None) -> Unit:
        assert isinstance(node, Mapping)
        take = self.take
        kind = node.get("kind")
        return Unit(
            id=take.text(node.get("id")),
            name=take.title(node.get("name")),
            kind=take.text(kind),
            profiles=take.texts(node.get("profiles")),
            kind_span=kind.span if kind else None,
            profile_spans=_places(node.get("profiles")),
        )

    def _published(self, node: Node | None) -> Published | None:
        if not isinstance(node, Mapping):
            return None
        take = self.take
        nodes, previous = node.get("nodes"), node.get("previous")
        figures = {key.value: take.figure(value) for key, value in nodes} if isinstance(nodes, Mapping) else {}
        spans = {key.value: value.span for key, value in nodes} if isinstance(nodes, Mapping) else {}
        for name in ("total", "index"):
            if (value := node.get(name)) is not None:
                spans["#" + name] = value.span
        index = take.figure_or_percent(node.get("index"))
        rank, of = node.get("rank"), node.get("of")
        return Published(
            source=take.title(node.get("source")).in_(self.language),
            total=take.figure(node.get("total")),
            index=(index[0] if index[1] else hundredth(index[0])) if index else None,
            rank=take.whole(rank, 0) if rank else None,
            of=take.whole(of, 0) if of else None,
            previous_rank=take.whole(previous.get("rank"), 0) or None if isinstance(previous, Mapping) else None,
            nodes={key: figure for key, figure in figures.items() if figure is not None},
            digits=take.whole(node.get("decimals"), 2),
            spans=spans,
        )

    def _paper(self, key: Scalar, node: Mapping) -> Paper:
        take = self.take
        return Paper(
            id=key.value,
            kind=take.text(node.get("kind")),
            number=take.text(node.get("number")),
            issued=take.date(node.get("issued")),
            issuer=take.text(node.get("issuer")),
            subject=take.text(node.get("subject")),
            span=key.span,
        )

    def _stages(self, node: Node | None) -> dict[str, Stage]:
        found = {}
        for key, value in self._entries(node):
            entries = {inner.value: self._entry(inner, entry) for inner, entry in self._entries(value.get("nodes"))}
            found[key.value] = Stage(name=key.value, entries=entries, span=key.span)
        return {name: found[name] for name in STAGES if name in found}

    def _entry(self, key: Scalar, node: Mapping) -> Entry:
        take = self.take
        values, points, claimed = node.get("values"), node.get("points"), node.get("claimed")
        return Entry(
            node=key.value,
            values={name.value: self._value(value) for name, value in values} if isinstance(values, Mapping) else {},
            value_spans={name.value: name.span for name, _ in values} if isinstance(values, Mapping) else {},
            claimed=take.figure(claimed),
            points=take.figure(points),
            points_digits=decimals_of(take.text(points)),
            documents=self._paper_refs(node.get("documents")),
            decision=take.text(node.get("decision")),
            reason=take.title(node.get("reason")),
            by=take.text(node.get("by")),
            note=take.title(node.get("note")),
            not_applicable=self._claim(node),
            span=key.span,
            claimed_span=claimed.span if claimed else None,
            points_span=points.span if points else None,
        )

    def _paper_refs(self, node: Node | None) -> tuple[PaperRef, ...]:
        take = self.take
        items = node.items if isinstance(node, Sequence) else ()
        return tuple(
            PaperRef(
                ref=take.text(item.get("ref")),
                place=take.text(item.get("place")),
                shows=take.texts(item.get("shows")),
                verdict=take.text(item.get("verdict")),
                because=take.text(item.get("because")),
                note=take.title(item.get("note")).in_(self.language),
                span=item.get("ref").span,  # type: ignore[union-attr]  # the schema requires it
                shows_spans=_places(item.get("shows")),
            )
            for item in items
            if isinstance(item, Mapping)
        )

    def _claim(self, parent: Mapping) -> NotApplicableClaim | None:
        node, key = parent.get("not_applicable"), parent.key("not_applicable")
        if not isinstance(node, Mapping) or key is None:
            return None
        return NotApplicableClaim(
            kind=Absence(self.take.text(node.get("kind")) or "not-applicable"),
            reason=self.take.title(node.get("reason")),
            documents=self._paper_refs(node.get("documents")),
            span=key.span,
        )

    def _value(self, node: Node) -> RawValue:
        if isinstance(node, Mapping):
            for state in (Absence.NONE, Absence.NOT_ARISING):
                if state.value in node:
                    return RawValue(absence=state, reason=self.take.title(node.get(state.value)), span=node.span)
            if "missing" in node:
                return RawValue(withdrawn=True, reason=self.take.title(node.get("missing")), span=node.span)
            inner = node.get("value")
            assert inner is not None
            return RawValue(text=self.take.text(inner), reason=self.take.title(node.get("reason")), span=inner.span)
        assert isinstance(node, Scalar)
        return RawValue(text=node.value.strip(), span=node.span)
