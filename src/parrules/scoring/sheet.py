"""The score sheet: one unit's result as plain data, with typed views on it; everything told derives from it alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from parrules.diagnostics import Finding, Findings, ScoringError, closest
from parrules.messages import Joined, Title, Words
from parrules.values import Exact, difference, from_exact_text

FORMAT = "parrules/score-sheet@1"
FORMAT_MANY = "parrules/score-sheets@1"


def _exact(text: str | None) -> Exact | None:
    return None if text is None else from_exact_text(text)


@dataclass(frozen=True, slots=True)
class NodeScore:
    """One node of a sheet; figures are exact fractions, `None` where there is none (yet)."""

    data: Mapping[str, Any]
    site: Mapping[str, Any]

    @property
    def id(self) -> str:
        """The node's id."""
        return str(self.data["id"])

    @property
    def title(self) -> Title:
        """The node's title in both languages."""
        return Title(**self.site["title"])

    @property
    def level(self) -> int:
        """0 for a domain, 1 for a criterion, 2 for a component."""
        return int(self.site["level"])

    @property
    def parent(self) -> str:
        """The node above; empty for the total."""
        return str(self.data["parent"])

    @property
    def role(self) -> str:
        """`main`, `bonus`, `deduction` or `monitored`."""
        return str(self.data["role"])

    @property
    def state(self) -> str:
        """What became of the node: `scored`, `assessed`, `missing`, `pending`, `not-applicable`, `covered`, `incomplete`, `fault`."""
        return str(self.data["state"])

    @property
    def points(self) -> Exact | None:
        """Points after the node's own rounding."""
        return _exact(self.data["points"])

    @property
    def exact_points(self) -> Exact | None:
        """Points before the node's own rounding."""
        return _exact(self.data["exact_points"])

    @property
    def maximum(self) -> Exact:
        """The declared maximum."""
        return from_exact_text(self.data["maximum"])

    @property
    def applicable_maximum(self) -> Exact:
        """What is left of the maximum where parts do not apply, or what other nodes passed on."""
        return from_exact_text(self.data["applicable_maximum"])

    @property
    def interval(self) -> tuple[Exact, Exact] | None:
        """The least and the most that the points can become while something waits."""
        ends = self.data["interval"]
        return None if ends is None else (from_exact_text(ends[0]), from_exact_text(ends[1]))

    @property
    def share(self) -> Exact | None:
        """Points as a part of the applicable maximum; nothing where that is 0."""
        return _exact(self.data["share"])

    @property
    def lost(self) -> Exact | None:
        """Points short of the applicable maximum; of a deduction, what was taken off."""
        if self.points is None or self.state == "not-applicable":
            return None
        if self.role == "monitored":
            return None
        return (
            difference(self.applicable_maximum, self.points)
            if self.role != "deduction"
            else difference(self.maximum, self.points)
        )

    @property
    def claimed(self) -> Exact | None:
        """Points that the unit claimed."""
        return _exact(self.data["claimed"])

    @property
    def published(self) -> Exact | None:
        """Points as announced."""
        return _exact(self.data["published"])


@dataclass(frozen=True, slots=True)
class Total:
    """The whole set's result."""

    data: Mapping[str, Any]

    @property
    def points(self) -> Exact | None:
        """Points after rounding, as the set declares it."""
        return _exact(self.data["points"])

    @property
    def maximum(self) -> Exact:
        """The set's maximum."""
        return from_exact_text(self.data["maximum"])

    @property
    def applicable_maximum(self) -> Exact:
        """The maximum of what applies to the unit."""
        return from_exact_text(self.data["applicable_maximum"])

    @property
    def index(self) -> Exact | None:
        """Points over the base, as a ratio."""
        return _exact(self.data["index"])

    @property
    def exact_index(self) -> Exact | None:
        """The index before rounding; ranks are taken on it unless the set says otherwise."""
        return _exact(self.data["exact_index"])

    @property
    def grade(self) -> str | None:
        """The grade's id."""
        grade = self.data["grade"]
        return None if grade is None else str(grade)

    @property
    def state(self) -> str:
        """What became of the total; see `NodeScore.state`."""
        return str(self.data["state"])

    @property
    def interval(self) -> tuple[Exact, Exact] | None:
        """The least and the most that the total can become while something waits."""
        ends = self.data["interval"]
        return None if ends is None else (from_exact_text(ends[0]), from_exact_text(ends[1]))


class ScoreSheet:
    """One unit's result.

    ``data`` is the sheet as ``schemas/score-sheet.schema.json`` describes it; all else are views on it. ``findings`` are those of
    this run, with places; a sheet read back from JSON has them as plain data only.
    """

    def __init__(self, data: dict[str, Any], findings: tuple[Finding, ...] = ()) -> None:
        self.data = data
        self.findings = findings
        self._nodes = {node["id"]: node for node in data["nodes"]}

    @property
    def total(self) -> Total:
        """The whole set's result."""
        return Total(self.data["total"])

    @property
    def set_name(self) -> str:
        """The set and year: ``par-index-province/2021``."""
        return f"{self.data['set']}/{self.data['year']}"

    @property
    def unit_name(self) -> Title:
        """The unit's name in both languages."""
        return Title(**self.data["unit"]["name"])

    @property
    def sites(self) -> dict[str, Any]:
        """The static half: titles, rule lines, citations."""
        sites: dict[str, Any] = self.data["sites"]
        return sites

    def __getitem__(self, node: str) -> NodeScore:
        """Give a node by its id, or by its whole address ``set/year#id``.

        Raises: ScoringError with a suggestion where there is no such node.
        """
        id_ = node.rpartition("#")[2]
        if id_ not in self._nodes:
            findings = Findings()
            near = closest(id_, self._nodes)
            findings.add(
                "PAR707.node",
                help="PAR707.near" if near else "PAR707.node.help",
                found=id_,
                near=near or "",
                known=self.set_name,
                ids=Joined(tuple(Words(f"`{node.id}`") for node in self.parts(""))),
            )
            raise ScoringError(findings.sorted())
        return NodeScore(self._nodes[id_], self.sites["nodes"][id_])

    def __iter__(self) -> Iterator[NodeScore]:
        """Give the nodes in the order of the set."""
        return (NodeScore(node, self.sites["nodes"][node["id"]]) for node in self.data["nodes"])

    def parts(self, node: str) -> list[NodeScore]:
        """Give the nodes directly below a node; below the total where ``node`` is empty."""
        return [each for each in self if each.parent == node]

    def to_json(self, *, indent: int | None = None) -> str:
        """Write the sheet as JSON text."""
        return json.dumps(self.data, ensure_ascii=False, indent=indent)

    @classmethod
    def from_json(cls, text: str) -> ScoreSheet:
        """Read a sheet that `to_json` wrote.

        Raises: ValueError where the text is no score sheet.
        """
        data = json.loads(text)
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise ValueError(f"not a {FORMAT}")
        return cls(data)


def sheets_to_json(sheets: list[ScoreSheet], *, indent: int | None = None) -> str:
    """Write several sheets of one set as one JSON text, what they share standing once."""
    sites = sheets[0].sites if sheets else {}
    without = [{key: value for key, value in sheet.data.items() if key not in ("sites", "format")} for sheet in sheets]
    return json.dumps({"format": FORMAT_MANY, "sites": sites, "sheets": without}, ensure_ascii=False, indent=indent)


def sheets_from_json(text: str) -> list[ScoreSheet]:
    """Read what `sheets_to_json` wrote, or one sheet by itself.

    Raises: ValueError where the text is neither.
    """
    data = json.loads(text)
    if isinstance(data, dict) and data.get("format") == FORMAT_MANY:
        return [ScoreSheet({"format": FORMAT, **sheet, "sites": data["sites"]}) for sheet in data["sheets"]]
    return [ScoreSheet.from_json(text)]
