"""Random criteria sets as YAML text with matching evidence records: what reading, checks, engine and scoring are tried on.

A set has two to four levels (the total among them), every way to combine parts, roles, rules of the kinds that real tables have,
references between nodes, vetoes, treatments of what does not apply, profiles, claims, policies for missing values and rounding at any
level. Evidence aims at thresholds, at the steps beside them, and at ties; values are left out, declared absent, withdrawn or entered by
others, over one or two stages. Sets and records that the checks refuse are discarded; `test_laws` says how many.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from rule_forms import YEAR, Draw, Form, Setting, Values, figure, leaf_forms, percent

from parrules.checks import BoundEvidence, CheckedCriteria, bind_evidence, check_criteria
from parrules.criteria import criteria_from_source
from parrules.diagnostics import Findings
from parrules.evidence import EvidenceRecord, evidence_from_source
from parrules.spans import Source

Data = dict[str, Any]

DRAWN: Counter[str] = Counter()
"""How many sets and records were drawn, and how many of them the checks let pass."""

MAXIMA = [Fraction(1), Fraction(2), Fraction(1, 2), Fraction(3), Fraction(10), Fraction(5, 2)]
WEIGHTS = {1: ["100%"], 2: ["25%", "75%"], 3: ["50%", "30%", "20%"]}
PARTS_KEYS = ("criteria", "components")


@dataclass
class Shape:
    """A node as drawn: its YAML without the parts, its form, its parts."""

    data: Data
    form: Form
    parts: list[Shape] = field(default_factory=list)
    role: str = "main"

    @property
    def id(self) -> str:
        return str(self.data["id"])

    def walk(self) -> list[Shape]:
        return [self, *(below for part in self.parts for below in part.walk())]

    def to_yaml(self, level: int) -> Data:
        data = dict(self.data)
        if self.parts:
            data[PARTS_KEYS[min(level, 1)]] = [part.to_yaml(level + 1) for part in self.parts]
        return data


@dataclass(frozen=True)
class Case:
    """A checked set with a unit's evidence, and the plain data that both were written from."""

    set_data: Data
    record_data: Data
    shapes: dict[str, Shape]
    text: str
    checked: CheckedCriteria
    record: EvidenceRecord
    bound: BoundEvidence

    @property
    def stages(self) -> list[str]:
        return self.record.stage_names

    def nodes(self) -> dict[str, Data]:
        """The YAML of each node by its id."""
        return {node["id"]: node for node in nodes_of(self.set_data)}

    def with_record(self, record_data: Data) -> Case:
        """Give the same set with another record."""
        record, bound = read_record(record_data, self.checked)
        return replace(self, record_data=record_data, record=record, bound=bound)

    def with_text(self, text: str) -> Case:
        """Give the same record with the set written otherwise."""
        checked = read_set(text)
        record, bound = read_record(self.record_data, checked)
        return replace(self, text=text, checked=checked, record=record, bound=bound)


def nodes_of(data: Data) -> list[Data]:
    """List the nodes of a set, or below a node, in the order of the file."""
    parts = [part for key in ("domains", *PARTS_KEYS) for part in data.get(key, [])]
    return [each for part in parts for each in (part, *nodes_of(part))]


# -- text ------------------------------------------------------------------------------------------------------------------


def to_yaml(data: Any, indent: int = 0) -> str:
    """Write plain data as block YAML; rules as literal blocks, numbers given as `Fraction` in an English file's form."""
    pad = "  " * indent
    lines = []
    for key, value in data.items():
        name = json.dumps(key, ensure_ascii=False) if re.fullmatch(r"[\d.]+", key) else key
        if isinstance(value, str) and "\n" in value:
            lines.append(f"{pad}{name}: |")
            lines.extend(f"{pad}  {line}" for line in value.splitlines())
        elif isinstance(value, dict) and value:
            lines += [f"{pad}{name}:", to_yaml(value, indent + 1)]
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{pad}{name}:")
            for item in value:
                inner = to_yaml(item, indent + 2)
                lines.append(f"{pad}  - {inner.lstrip()}")
        else:
            lines.append(f"{pad}{name}: {scalar(value)}")
    return "\n".join(lines)


def scalar(value: Any) -> str:
    if isinstance(value, Fraction):
        return figure(value)
    if isinstance(value, bool | int):
        return json.dumps(value)
    if isinstance(value, list):
        return "[" + ", ".join(scalar(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def read_set(text: str) -> CheckedCriteria:
    """Read and check a set; one that the checks refuse is discarded."""
    findings = Findings()
    criteria = criteria_from_source(Source("set.yaml", text), findings)
    checked = check_criteria(criteria, findings) if criteria is not None else None
    DRAWN["sets"] += 1
    for finding in findings.errors:
        DRAWN["set " + finding.message.id] += 1
    assume(checked is not None)
    assert checked is not None
    DRAWN["sets that passed"] += 1
    return checked


def read_record(data: Data, checked: CheckedCriteria) -> tuple[EvidenceRecord, BoundEvidence]:
    """Read a record and bind it to its set; one that the checks refuse is discarded."""
    findings = Findings()
    record = evidence_from_source(Source("record.yaml", to_yaml(data)), findings)
    bound = bind_evidence(record, checked, findings) if record is not None else None
    DRAWN["records"] += 1
    for finding in findings.errors:
        DRAWN["record " + finding.message.id] += 1
    assume(bound is not None)
    assert record is not None
    assert bound is not None
    DRAWN["records that passed"] += 1
    return record, bound


# -- sets ------------------------------------------------------------------------------------------------------------------


@st.composite
def shapes(
    draw: Draw, id_: str, level: int, depth: int, role: str, maximum: Fraction | None, before: tuple[str, ...]
) -> Shape:
    """Draw a node with all below it."""
    is_leaf = level + 1 >= depth or draw(st.integers(0, 3)) == 0
    data: Data = {"id": id_, "title": f"Node {id_}", "cite": {"document": "d"}}
    if role == "monitored":
        data["role"] = role
    if is_leaf:
        return _leaf(draw, data, role, maximum, before)
    return _group(draw, data, level, depth, role, maximum, before)


def _leaf(draw: Draw, data: Data, role: str, maximum: Fraction | None, before: tuple[str, ...]) -> Shape:
    size = maximum if maximum is not None else draw(st.sampled_from(MAXIMA))
    if role == "deduction":
        data["minimum"] = -size
    else:
        data["maximum"] = size
    form = draw(leaf_forms(Setting(size, role == "deduction", before)))
    if form.rule:
        data["rule"] = form.rule + "\n"
    return Shape(data, form, role=role)


def _group(
    draw: Draw, data: Data, level: int, depth: int, role: str, maximum: Fraction | None, before: tuple[str, ...]
) -> Shape:
    combine = draw(st.sampled_from(["sum", "sum", "sum", "mean", "weighted", "pooled"])) if role == "main" else "sum"
    count = draw(st.integers(1, 3))
    same = maximum if maximum is not None else draw(st.sampled_from(MAXIMA))
    parts: list[Shape] = []
    for number in range(1, count + 1):
        part_maximum = same if combine in ("mean", "weighted") else None
        if combine == "sum" and maximum is not None:
            part_maximum = maximum / count if count != 3 else maximum / 4 * (2 if number == 1 else 1)
        known = before + tuple(below.id for part in parts for below in part.walk())
        parts.append(draw(shapes(f"{data['id']}.{number}", level + 1, depth, role, part_maximum, known)))
        if combine == "weighted":
            parts[-1].data["weight"] = WEIGHTS[count][number - 1]
    if role == "main" and combine == "sum":
        parts += _extras(
            draw, data, level, depth, count, before + tuple(below.id for part in parts for below in part.walk())
        )
    if combine != "sum":
        data["combine"] = combine
    main = sum((part.data.get("maximum", Fraction(0)) for part in parts if part.role == role), Fraction(0))
    data["maximum"] = {"sum": main, "pooled": draw(st.sampled_from(MAXIMA)) if maximum is None else maximum}.get(
        combine, same
    )
    if role == "deduction":
        data["maximum"] = Fraction(0)
        data["minimum"] = sum((part.data["minimum"] for part in parts), Fraction(0))
    form = draw(group_forms(data, parts, role, before))
    if form.rule:
        data["rule"] = form.rule + "\n"
    return Shape(data, form, parts, role)


def _extras(draw: Draw, data: Data, level: int, depth: int, count: int, before: tuple[str, ...]) -> list[Shape]:
    """Now and then add a bonus, a deduction or a monitored node to a group of main ones."""
    found = []
    for role in draw(st.sampled_from([(), (), (), ("bonus",), ("deduction",), ("monitored",), ("bonus", "deduction")])):
        extra = draw(
            shapes(
                f"{data['id']}.{count + len(found) + 1}" if data else f"{count + len(found) + 1}",
                level + 1,
                depth,
                role,
                None,
                before,
            )
        )
        extra.data["role"] = role
        found.append(extra)
    return found


@st.composite
def group_forms(draw: Draw, data: Data, parts: list[Shape], role: str, before: tuple[str, ...]) -> Form:
    """Draw what a group does besides adding up: nothing, vetoes, or a rule of its own."""
    shape = draw(st.integers(0, 5))
    if shape <= 2 or role in ("deduction", "monitored"):
        return Form()
    if shape == 3:
        victims = draw(st.sampled_from([[part.id] for part in parts] + [[part.id for part in parts]]))
        test = draw(
            st.sampled_from(
                ["fraud", "fraud", "days_late from 3 up", *(f'points("{id_}") < 1 point' for id_ in before[:3])]
            )
        )
        names = (
            {"fraud": {"kind": "yes-no"}}
            if "fraud" in test
            else {"days_late": {"kind": "count"}}
            if "days_late" in test
            else {}
        )
        rule = f"zero {', '.join(json.dumps(id_) for id_ in victims)} when {test}"
        data.update({"evidence": names} if names else {})
        return Form(
            rule,
            names,
            lambda draw: {
                "fraud": draw(st.sampled_from(["yes", "no", "no"])),
                "days_late": draw(st.sampled_from([0, 2, 3, 4])),
            },
        )
    taken = draw(st.sampled_from(["sum of parts", "mean of parts", "highest part", "lowest part"]))
    if shape == 4:
        return Form(f"max(min({taken}, maximum), 0)")
    points = figure(draw(st.sampled_from([Fraction(1, 4), Fraction(1, 2)])))
    return Form(
        f"start from {taken}\ndeduct {points} points per warnings\nlowest points: 0 points\nhighest points: maximum",
        {"warnings": {"kind": "count"}}, lambda draw: {"warnings": draw(st.integers(0, 3))},
    )  # fmt: skip


TREATMENTS = ["leave-out", "full", "zero", "redistribute"]


def _treat(draw: Draw, shape: Shape, all_: list[Shape]) -> None:
    """Say what happens where a node does not apply, as its rule needs it."""
    form = shape.form
    others = [
        each.id
        for each in all_
        if each.role == "main" and not each.id.startswith(shape.id) and not shape.id.startswith(each.id)
    ]
    if form.outcome == "redistribute" or form.divides or draw(st.integers(0, 2)) == 0:
        treatment = {"": None, "redistribute": "redistribute", "not applicable": "leave-out"}[form.outcome] or draw(
            st.sampled_from(TREATMENTS)
        )
        says: Data = {}
        if form.divides or draw(st.booleans()):
            says["treatment"] = treatment
        if treatment == "redistribute":
            to = draw(st.lists(st.sampled_from(others), min_size=1, max_size=3, unique=True)) if others else []
            says.update({"to": to, "by": draw(st.sampled_from(["equal", "maximum"]))} if to else {})
        says.update({"claim": "allowed"} if draw(st.booleans()) or not says else {})
        shape.data["not_applicable"] = says


@st.composite
def totals(draw: Draw, domains: list[Shape], maximum: Fraction) -> Data:
    """Draw a rule for the total, or none."""
    main = [each.id for each in domains if each.role == "main"]
    others = [each.id for each in domains if each.role in ("bonus", "deduction")]
    shape = draw(st.integers(0, 4))
    if shape <= 1:
        return {}
    points = " + ".join(f'points("{id_}")' for id_ in main)
    measure = " + ".join(f'applicable_maximum("{id_}")' for id_ in main)
    extras = "".join(f'\naward points("{id_}")' for id_ in others)
    rules = {
        2: "max(min(sum of parts, maximum), 0)",
        3: f"let got = {points}\nlet base = {measure}\nwhen base = 0: 0 points\nstart from got / base × maximum{extras}\nlowest points: 0 points\nhighest points: maximum",
        4: f"start from {points}{extras}\nlowest points: 0 points\nhighest points: maximum",
    }
    total: Data = {
        "cite": {"document": "d"},
        "base": draw(st.sampled_from([maximum, "applicable"])),
        "rule": rules[shape] + "\n",
    }
    if draw(st.booleans()):
        total["readings"] = {"B": {"title": "The other way", "rule": "max(min(sum of parts, maximum), 0)\n"}}
    return total


@st.composite
def set_data(draw: Draw) -> tuple[Data, list[Shape]]:
    """Draw a whole set."""
    depth = draw(st.integers(1, 3))
    domains: list[Shape] = []
    count = draw(st.integers(1, 3))
    for number in range(1, count + 1):
        known = tuple(below.id for domain in domains for below in domain.walk())
        domains.append(draw(shapes(f"{number}", 0, depth, "main", None, known)))
    domains += _extras(draw, {}, -1, depth, count, tuple(below.id for domain in domains for below in domain.walk()))
    all_ = [below for domain in domains for below in domain.walk()]
    maximum = sum((domain.data["maximum"] for domain in domains if domain.role == "main"), Fraction(0))
    for shape in all_:
        _treat(draw, shape, all_)
        if shape.form.fields:
            shape.data["evidence"] = {
                name: _field(draw, name, declared) for name, declared in shape.form.fields.items()
            }
        if not shape.parts and shape.form.rule and shape.role == "main" and draw(st.integers(0, 5)) == 0:
            shape.data["readings"] = {
                "B": {"title": "The other way", "rule": draw(st.sampled_from(["1/2 maximum\n", "0 points\n"]))}
            }
        if draw(st.integers(0, 5)) == 0:
            shape.data["missing"] = draw(st.sampled_from(["zero", "pending", "response-due"]))
    rounding: Data = {"mode": draw(st.sampled_from(["half-up", "half-down", "half-even", "up", "down"]))}
    for level in ("leaf", "component", "criterion", "domain", "total", "index"):
        if draw(st.booleans()):
            rounding[level] = draw(st.sampled_from([0, 1, 2, 2]))
    data: Data = {
        "format": "parrules/criteria@1", "set": "drawn", "year": YEAR, "edition": 1, "language": "en", "status": "example",
        "title": "A drawn set", "unit_kind": "unit", "maximum": maximum,
        "documents": {"d": {"title": "A document"}},
        "rounding": rounding,
        "missing": draw(st.sampled_from(["zero", "pending", "pending", "response-due"])),
    }  # fmt: skip
    minimum = sum((domain.data["minimum"] for domain in domains if domain.role == "deduction"), Fraction(0))
    if minimum:
        data["minimum"] = minimum
    if draw(st.booleans()):
        data["dates"] = {"rest_days": draw(st.sampled_from(["stay", "move"])), "holidays": ["2025-03-31", "2025-01-01"]}
    data["grades"] = [{"id": "A", "from": "80%"}, {"id": "B", "from": maximum / 2}, {"id": "C"}]
    data["profiles"] = {
        "small": {
            "title": "Small",
            "leaves_out": draw(
                st.lists(st.sampled_from([each.id for each in all_]), min_size=1, max_size=2, unique=True)
            ),
        }
    }
    if total := draw(totals(domains, maximum)):
        data["total"] = total
    data["domains"] = [domain.to_yaml(0) for domain in domains]
    return data, all_


def _field(draw: Draw, name: str, declared: Data) -> Data:
    field_data: Data = {"title": f"Value {name}", **declared}
    if "part_of" not in declared and draw(st.integers(0, 7)) == 0:
        field_data["entered_by"] = draw(st.sampled_from(["appraiser", "survey", "system"]))
    return field_data


# -- records ---------------------------------------------------------------------------------------------------------------


@st.composite
def entries(draw: Draw, shape: Shape, fields: Data, *, gaps: bool) -> Data:
    """Draw what the unit says of a node."""
    drawn = shape.form.values(draw)
    values: Values = {name: drawn[name] for name in fields if name in drawn}
    for name in list(values):
        kind = fields[name]["kind"]
        fate = draw(st.integers(0, 19)) if gaps else 19
        if fate <= 1:
            del values[name]
        elif fate == 2 and "part_of" not in fields[name]:
            values[name] = {"not-arising": "No occasion"}
        elif fate in (3, 4) and kind not in ("count", "yes-no"):
            values[name] = {"none": "Never issued"} if fate == 3 else "none" if kind == "date" else values[name]
    entry: Data = {"values": values} if values else {}
    says = shape.data.get("not_applicable", {})
    size = shape.data.get("maximum", Fraction(0))
    if says.get("claim") == "allowed" and draw(st.integers(0, 7)) == 0:
        entry["not_applicable"] = {
            "kind": draw(st.sampled_from(["not-arising", "not-applicable"])),
            "reason": "Not here",
        }
    elif shape.role != "deduction" and draw(st.integers(0, 1 if not shape.form.rule and not shape.parts else 24)) == 0:
        entry.update(
            {
                "points": size * draw(st.sampled_from([Fraction(0), Fraction(1, 8), Fraction(1)])),
                "reason": "Seen on site",
            }
        )
    return entry


@st.composite
def second_looks(draw: Draw, shape: Shape, fields: Data, first: Data) -> Data:
    """Draw what an appraisal says of a node: mostly nothing, else another value, a withdrawal, a rejection, a figure."""
    fate = draw(st.integers(0, 11))
    drawn = shape.form.values(draw)
    if fate == 0 and fields:
        return {
            "values": {name: drawn[name] for name in fields if name in drawn},
            "decision": "changed",
            "reason": "Seen otherwise",
        }
    if fate == 1 and first.get("values"):
        name = draw(st.sampled_from(sorted(first["values"])))
        return {"values": {name: {"missing": "No document"}}, "decision": "needs-response", "reason": "No document"}
    if fate == 2 and "not_applicable" in first:
        return {"decision": "rejected", "reason": "It does apply"}
    if fate == 3 and shape.role != "deduction":
        return {"points": shape.data.get("maximum", Fraction(0)) / 2, "reason": "Seen on site"}
    return {}


@st.composite
def cases(draw: Draw, *, gaps: bool = True) -> Case:
    """Draw a set with a record; without ``gaps`` no value is missing or declared absent."""
    data, all_ = draw(set_data())
    text = to_yaml(data) + "\n"
    checked = read_set(text)
    stages: dict[str, Data] = {"self-assessment": {"nodes": {}}}
    looks: Data = {}
    for shape in all_:
        fields = shape.data.get("evidence", {})
        first = draw(entries(shape, fields, gaps=gaps))
        for name in [name for name in first.get("values", {}) if "entered_by" in fields[name]]:
            late = first["values"].pop(name)
            if not gaps or draw(st.booleans()):
                looks.setdefault(shape.id, {}).setdefault("values", {})[name] = late
        if first.get("values") == {}:
            del first["values"]
        if first:
            stages["self-assessment"]["nodes"][shape.id] = first
        if gaps and (second := draw(second_looks(shape, fields, first))):
            looks[shape.id] = {**looks.get(shape.id, {}), **second}
    if looks:
        stages["appraisal-1"] = {"nodes": looks}
    if not stages["self-assessment"]["nodes"]:
        stages["self-assessment"] = {"nodes": {all_[0].id: {"note": "Nothing"}}}
    unit: Data = {"id": "u", "name": "Unit", "kind": "unit"}
    if draw(st.integers(0, 7)) == 0:
        unit["profiles"] = ["small"]
    record_data: Data = {
        "format": "parrules/evidence@1",
        "set": "drawn",
        "year": YEAR,
        "language": "en",
        "status": "synthetic",
        "unit": unit,
        "stages": stages,
    }
    record, bound = read_record(record_data, checked)
    return Case(data, record_data, {shape.id: shape for shape in all_}, text, checked, record, bound)


__all__ = ["DRAWN", "Case", "cases", "nodes_of", "percent", "read_set", "to_yaml"]
