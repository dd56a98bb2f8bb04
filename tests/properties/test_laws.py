"""Laws of scoring that hold for every set and every record, whatever their rules: tried on whole drawn sets, text to sheet."""

from __future__ import annotations

import copy
import json
import random
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

sys.path.insert(0, str(Path(__file__).parent))
from oracle import Oracle, number
from sets import DRAWN, Case, Data, cases, nodes_of, to_yaml

import parrules
from parrules.criteria.to_text import format_criteria
from parrules.diagnostics import Findings
from parrules.engine.explaining import Evaluation, evaluate
from parrules.engine.result import NodeResult, State
from parrules.evidence import STAGES
from parrules.explanation import explain_node
from parrules.scoring import ScoreSheet, score_record, sheets_from_json, sheets_to_json
from parrules.scoring.changes import ChangeFinder
from parrules.scoring.search import ChangeKind
from parrules.spans import Source
from parrules.tree import ROOT, FieldRef, Rule
from parrules.tree.nodes import Figure, NodeFigure
from parrules.values import Given, Kind, Missing, Value

law = settings(
    deadline=None, max_examples=25, derandomize=True, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)  # fmt: skip
SHEET_SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[2] / "schemas/score-sheet.schema.json").read_text(encoding="utf-8"))
)


def sheet_of(case: Case, *, changes: bool = False, reading: str | None = None) -> ScoreSheet:
    return score_record(case.checked, case.record, changes=changes, reading=reading)


def results_of(case: Case, changed: dict[FieldRef, Value] | None = None) -> dict[str, NodeResult]:
    return evaluate(case.checked, case.bound, case.stages[-1], changed=changed)


def with_total(sheet: ScoreSheet) -> list[tuple[str, Any]]:
    """The nodes of a sheet, and its total."""
    return [*((node["id"], node) for node in sheet.data["nodes"]), ("total", sheet.data["total"])]


def scores(sheet: ScoreSheet) -> dict[str, tuple[Any, ...]]:
    """What a sheet says of each node, but for its steps."""
    keys = ("points", "exact_points", "applicable_maximum", "state", "interval", "awaits")
    found = {id_: tuple(node[key] for key in keys) for id_, node in with_total(sheet)}
    return {**found, "index": (sheet.data["total"]["exact_index"], sheet.data["total"]["grade"])}


# -- what a sheet says -----------------------------------------------------------------------------------------------------


@law
@given(cases())
def test_the_listed_amounts_add_up_to_the_points(case: Case) -> None:
    for id_, node in with_total(sheet_of(case)):
        if node["points"] is not None:
            listed = [Fraction(step["amount"]) for step in node["steps"] if step["step"] == "amount"]
            assert sum(listed, Fraction(0)) == Fraction(node["points"]), id_


@law
@given(cases(), st.integers(0, 3))
def test_a_value_that_is_not_listed_as_read_changes_nothing(case: Case, pick: int) -> None:
    before = results_of(case)
    sheet = sheet_of(case)
    listed = {step["field"] for _, node in with_total(sheet) for step in node["steps"] if step["step"] == "read"}
    for ref, field in case.checked.tree.fields.items():
        if str(ref) in listed:
            continue
        choice = others(field.kind, [option.key for option in field.options])
        for value in (choice[pick % len(choice)], Missing((str(ref),))):
            after = results_of(case, {ref: value})
            assert {id_: told(result) for id_, result in after.items()} == {
                id_: told(result) for id_, result in before.items()
            }, ref


def others(kind: Kind, options: list[str]) -> list[Value]:
    """Some values of a kind."""
    import datetime

    plain: dict[Kind, list[Any]] = {
        Kind.YES_NO: [True, False],
        Kind.OPTION: options,
        Kind.DATE: [datetime.date(2025, 3, 31), datetime.date(2024, 12, 30)],
        Kind.RATIO: [Fraction(1, 2), Fraction(1)],
    }
    return [Given(content, kind) for content in plain.get(kind, [Fraction(0), Fraction(3), Fraction(40)])]


def told(result: NodeResult) -> tuple[Any, ...]:
    """What is told of a result, but for its steps."""
    return (result.state, result.points, result.low, result.high, result.applicable_maximum, result.causes)


@law
@given(cases())
def test_points_stay_in_their_range_or_the_run_says_so(case: Case) -> None:
    sheet = sheet_of(case)
    out_of_range = {finding.node for finding in sheet.findings if finding.code == "PAR703"}
    nodes = case.nodes()
    oracle = Oracle(case.set_data, sheet.data)
    for id_, node in with_total(sheet):
        if node["state"] == "fault" and id_ in out_of_range:
            assert node["points"] is None
        if node["points"] is None or id_ == "total" or oracle.roles[id_] == "monitored":
            continue
        points = Fraction(node["points"])
        data = nodes[id_]
        widens = [below for below in nodes_of(data) if oracle.roles[below["id"]] in ("bonus", "deduction")]
        slack = sum((Fraction(below.get("maximum", 0)) for below in widens), Fraction(0))
        moved = any(sheet[below["id"]].data["maximum_moved"] != "0" for below in (data, *nodes_of(data)))
        if not moved:
            assert points <= Fraction(data.get("maximum", 0)) + slack, id_
        depth = sum((Fraction(below.get("minimum", 0)) for below in (data, *widens)), Fraction(0))
        assert points >= depth, id_


# -- what must not matter --------------------------------------------------------------------------------------------------


@law
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_keys_changes_nothing(case: Case, shuffle: random.Random) -> None:
    other = case.with_text(to_yaml(shuffled(case.set_data, shuffle)) + "\n").with_record(
        shuffled(case.record_data, shuffle)
    )
    here, there = sheet_of(case), sheet_of(other)
    assert scores(here) == scores(there)
    assert [node["steps"] for node in here.data["nodes"]] == [node["steps"] for node in there.data["nodes"]]


def shuffled(data: Any, shuffle: random.Random) -> Any:
    """Write the keys of every mapping in another order."""
    if isinstance(data, dict):
        keys = list(data)
        shuffle.shuffle(keys)
        return {key: shuffled(data[key], shuffle) for key in keys}
    return [shuffled(item, shuffle) for item in data] if isinstance(data, list) else data


@law
@given(cases(), st.sampled_from(["en", "vi"]))
def test_formatting_and_comments_change_no_score(case: Case, language: str) -> None:
    text = case.text.replace("rule: |", "rule: |  # as the text has it").replace(
        "\ndomains:", "\n# the table\ndomains:"
    )
    findings = Findings()
    formatted = format_criteria(Source("set.yaml", text), language, findings)
    assert formatted is not None, [finding.message.id for finding in findings]
    here, there = sheet_of(case), sheet_of(case.with_text(formatted))
    assert scores(here) == scores(there)
    assert [node["steps"] for node in here.data["nodes"]] == [node["steps"] for node in there.data["nodes"]]


@law
@given(cases())
def test_a_sheet_told_twice_or_read_back_reads_the_same(case: Case) -> None:
    sheet = sheet_of(case, changes=True)
    back = ScoreSheet.from_json(sheet.to_json())
    (other,) = sheets_from_json(sheets_to_json([sheet]))
    for language in ("vi", "en"):
        for id_ in ("", *(node.id for node in sheet)):
            text = str(explain_node(sheet, id_, language))
            assert text == str(explain_node(sheet, id_, language))
            assert text == str(explain_node(back, id_, language))
            assert text == str(explain_node(other, id_, language))


@law
@given(cases())
def test_a_sheet_is_what_its_schema_describes(case: Case) -> None:
    sheet = sheet_of(case, changes=True)
    assert [
        f"{error.json_path}: {error.message}" for error in SHEET_SCHEMA.iter_errors(json.loads(sheet.to_json()))
    ] == []


@law
@given(cases(), st.sampled_from(["appraisal-1", "response", "final"]))
def test_a_stage_that_changes_nothing_changes_no_score(case: Case, stage: str) -> None:
    assume(STAGES.index(stage) > STAGES.index(case.stages[-1]))
    record = copy.deepcopy(case.record_data)
    said: Data = {}
    for told_before in record["stages"].values():
        for id_, entry in told_before["nodes"].items():
            said.setdefault(id_, {}).update(entry.get("values", {}))
    claimed = {
        id_ for each in record["stages"].values() for id_, entry in each["nodes"].items() if "not_applicable" in entry
    }
    record["stages"][stage] = {
        "nodes": {
            id_: {"note": "Seen"} if id_ in claimed or not values else {"values": values}
            for id_, values in said.items()
        }
    }
    assert scores(sheet_of(case)) == scores(sheet_of(case.with_record(record)))


@law
@given(cases())
def test_a_monitored_node_may_as_well_not_be_there(case: Case) -> None:
    monitored = [node for node in nodes_of(case.set_data) if node.get("role") == "monitored"]
    assume(monitored)
    gone = {below["id"] for node in monitored for below in (node, *nodes_of(node))}
    set_data, record = copy.deepcopy(case.set_data), copy.deepcopy(case.record_data)
    drop(set_data, gone)
    for stage in record["stages"].values():
        stage["nodes"] = {id_: entry for id_, entry in stage["nodes"].items() if id_ not in gone}
    profile = set_data["profiles"]["small"]
    profile["leaves_out"] = [id_ for id_ in profile["leaves_out"] if id_ not in gone]
    assume(profile["leaves_out"] and all(stage["nodes"] for stage in record["stages"].values()))
    other = replace(case, set_data=set_data).with_text(to_yaml(set_data) + "\n").with_record(record)
    here, there = scores(sheet_of(case)), scores(sheet_of(other))
    assert {id_: each for id_, each in here.items() if id_ not in gone} == there


def drop(data: Data, gone: set[str]) -> None:
    for key in ("domains", "criteria", "components"):
        if key in data:
            data[key] = [part for part in data[key] if part["id"] not in gone]
            for part in data[key]:
                drop(part, gone)


# -- groups ----------------------------------------------------------------------------------------------------------------


@law
@given(cases())
def test_groups_follow_from_their_parts(case: Case) -> None:
    sheet = sheet_of(case)
    oracle = Oracle(case.set_data, sheet.data)
    for node in sheet.data["nodes"]:
        if node["state"] == "fault" or any(
            below["state"] == "fault" for below in sheet.data["nodes"] if below["parent"] == node["id"]
        ):
            continue
        if node["points"] is not None or oracle.is_out(node["id"]):
            assert Fraction(node["applicable_maximum"]) == oracle.applicable(node["id"]), node["id"]
        if node["points"] is not None:
            assert Fraction(node["points"]) == oracle.points(node["id"]), node["id"]
    total = sheet.data["total"]
    if total["points"] is None:
        return
    points = Fraction(total["points"])
    assert Fraction(total["applicable_maximum"]) == oracle.total_applicable()
    if "total" not in case.set_data:
        assert points == oracle.total()
    index = oracle.index(points)
    assert number(total["index"]) == index
    assert total["grade"] == oracle.grade(points, index)


# -- what waits ------------------------------------------------------------------------------------------------------------


@law
@given(cases(), st.data())
def test_what_comes_in_leaves_every_interval_right(case: Case, data: st.DataObject) -> None:
    before = results_of(case)
    assume(any(result.points is None and result.causes for result in before.values()))
    complete = case
    for _ in range(4):
        record = completed(complete, results_of(complete), data)
        if record is None:
            break
        complete = complete.with_record(record)
    after = results_of(complete)
    by_policy = policy_touched(case, before)
    for id_, result in before.items():
        then = after[id_]
        if id_ in by_policy or then.points is None:
            continue
        if result.points is not None:
            assert then.points == result.points, id_
        elif (
            result.state not in (State.NOT_APPLICABLE, State.COVERED, State.FAULT)
            and case.checked.tree.nodes[id_].role != "monitored"
        ):
            assert result.low <= then.points <= result.high, id_


def policy_touched(case: Case, results: dict[str, NodeResult]) -> set[str]:
    """List the nodes whose missing values count as nothing by policy, and all that depend on them: those may still change."""
    queue = [id_ for id_, result in results.items() if result.state is State.MISSING and result.points is not None]
    found: set[str] = set()
    while queue:
        id_ = queue.pop()
        if id_ not in found:
            found.add(id_)
            queue.extend(case.checked.dependents.get(id_, ()))
    return found


def completed(case: Case, results: dict[str, NodeResult], data: st.DataObject) -> Data | None:
    """Enter what nodes wait for, in the last stage; nothing where there is no more."""
    record = copy.deepcopy(case.record_data)
    entries = record["stages"][case.stages[-1]]["nodes"]
    is_more = False
    for id_, result in results.items():
        if result.points is not None or result.state not in (State.MISSING, State.PENDING, State.INCOMPLETE):
            continue
        node = case.checked.tree.nodes[id_]
        if node.is_leaf and node.rule is None and not result.causes and node.minimum >= 0:
            part = data.draw(st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1)]))
            entries.setdefault(id_, {}).update({"points": node.maximum * part, "reason": "Seen"})
            is_more = True
        for ref in case.checked.tree.fields:
            if str(ref) in result.causes:
                drawn = data.draw(values_of(case, ref.node))
                if ref.name in drawn:
                    entries.setdefault(ref.node, {}).setdefault("values", {})[ref.name] = drawn[ref.name]
                    is_more = True
    return record if is_more else None


@st.composite
def values_of(draw: st.DrawFn, case: Case, node: str) -> Data:
    return case.shapes[node].form.values(draw)


# -- parts of the work -----------------------------------------------------------------------------------------------------


@law
@given(cases(), st.data())
def test_working_out_what_changed_gives_what_working_out_all_gives(case: Case, data: st.DataObject) -> None:
    known = results_of(case)
    fields = list(case.checked.tree.fields.items())
    assume(fields)
    changed: dict[FieldRef, Value] = {}
    for ref, field in data.draw(
        st.lists(st.sampled_from(fields), min_size=1, max_size=2, unique_by=lambda entry: str(entry[0]))
    ):
        changed[ref] = data.draw(
            st.sampled_from([*others(field.kind, [option.key for option in field.options]), Missing((str(ref),))])
        )
    stage = case.stages[-1]
    for reading in (None, *case.checked.tree.readings()):
        whole = evaluate(case.checked, case.bound, stage, reading, changed=changed)
        part = evaluate(case.checked, case.bound, stage, reading, known=known, changed=changed)
        assert part == whole
    assert known == results_of(case)
    evaluation = Evaluation(case.checked, case.bound, stage, None)
    whole = evaluation.all(changed)
    for id_ in whole:
        assert evaluation.again(known, changed, only=id_)[id_] == whole[id_]


# -- what would change the points ------------------------------------------------------------------------------------------

FARTHEST = 24


@law
@given(cases(gaps=False))
def test_the_nearest_changes_are_real_nearest_and_all(case: Case) -> None:
    known = results_of(case)
    evaluation = Evaluation(case.checked, case.bound, case.stages[-1], None)
    finder = ChangeFinder(evaluation, known)
    for id_, node in case.checked.tree.nodes.items():
        if not node.is_leaf:
            continue
        found = {(change.ref, change.kind): change for change in finder.changes_of(id_)}
        for change in found.values():
            again = results_of(case, {change.ref: change.after})
            assert again[id_].points == change.node.points
            assert again[ROOT].points == change.total.points
            assert is_change(change.kind, known[id_], again[id_])
        if known[id_].state is not State.SCORED or node.rule is None or known[id_].points is None:
            continue
        for step in [each for source in (id_, *leaves_counted_with(case, node.rule)) for each in known[source].steps]:
            ref = getattr(step, "ref", None)
            field = case.checked.tree.fields.get(ref) if ref is not None else None
            if field is None or field.kind not in (Kind.COUNT, Kind.DATE) or not isinstance(step.value, Given):
                continue
            tried = neighbours(case, ref, step.value)
            for kind in (ChangeKind.GAIN, ChangeKind.LOSS):
                distances = [
                    distance
                    for distance, value in tried
                    if is_change(kind, known[id_], evaluation.again(known, {ref: value}, only=id_)[id_])
                ]
                nearest = min(distances, default=None)
                if (ref, kind) in found:
                    assert nearest is None or found[ref, kind].steps == nearest, (id_, ref, kind)
                    assert nearest is not None or found[ref, kind].steps > FARTHEST, (id_, ref, kind)
                else:
                    assert nearest is None, (id_, ref, kind)


def leaves_counted_with(case: Case, rule: Rule) -> list[str]:
    """List the leaves whose points or index a rule counts with."""
    nodes = case.checked.tree.nodes
    named = {
        each.node for each in rule.expressions() if isinstance(each, NodeFigure) and each.figure is not Figure.MAXIMUM
    }
    return [id_ for id_ in sorted(named) if nodes[id_].is_leaf and nodes[id_].rule is not None]


def is_change(kind: ChangeKind, before: NodeResult, after: NodeResult) -> bool:
    if after.points is None or after.state is not State.SCORED:
        return False
    if before.points is None:
        return kind is ChangeKind.APPLIES
    return after.points > before.points if kind is ChangeKind.GAIN else after.points < before.points


def neighbours(case: Case, ref: FieldRef, value: Given) -> list[tuple[int, Given]]:
    """List the values up to some steps away that the record could hold, with their distance."""
    import datetime

    field = case.checked.tree.fields[ref]
    if isinstance(value.content, datetime.date):
        return [
            (abs(step), Given(value.content + datetime.timedelta(days=step), Kind.DATE))
            for step in range(-FARTHEST, FARTHEST + 1)
            if step
        ]
    low, high = field.lower or 0, field.upper
    for other, declared in case.checked.tree.fields.items():
        said = case.bound.at(other, case.stages[-1])
        if (
            said is None
            or not isinstance(said.value, Given)
            or not said.value.kind.is_numeric
            or other.node != ref.node
        ):
            continue
        if declared.part_of == ref.name:
            low = max(low, said.value.number)
        if field.part_of == other.name:
            high = said.value.number if high is None else min(high, said.value.number)
    numbers = [value.number + step for step in range(-FARTHEST, FARTHEST + 1) if step]
    return [
        (int(abs(each - value.number)), Given(each, field.kind))
        for each in numbers
        if each >= low and (high is None or each <= high)
    ]


# -- the generator itself --------------------------------------------------------------------------------------------------


def test_most_drawn_sets_and_records_pass_the_checks() -> None:
    @settings(law, max_examples=25)
    @given(cases())
    def draw_some(case: Case) -> None:
        assert case.checked

    DRAWN.clear()
    draw_some()
    assert DRAWN["sets that passed"] > 0.7 * DRAWN["sets"], DRAWN
    assert DRAWN["records that passed"] > 0.9 * DRAWN["records"], DRAWN


assert parrules
