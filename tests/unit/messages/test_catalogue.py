"""Every text that the code asks for is there, in both languages, in the tone of the product, with its holes filled."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from parrules.diagnostics import CODES
from parrules.language.lexicon import WORDS
from parrules.messages.catalogue import TEXTS
from parrules.messages.texts_findings import FINDINGS
from parrules.messages.texts_language import LANGUAGE
from parrules.tree import words as words_of_rules

SOURCE = Path(__file__).resolve().parent.parent.parent.parent / "src" / "parrules"
ID = re.compile(r"PAR\d{3}(\.[\w-]+)*")
HOLE = re.compile(r"\{(\w+)\}")

NOTING = {"add": (), "_add": ("text",), "bad": ("name", "found", "id"), "note": (), "_note": ("found", "said")}
"""What notes a finding, with the arguments that it puts in itself."""

OF_THE_RULE = {*words_of_rules._TERMINALS, *words_of_rules._FUNCTIONS, *words_of_rules._OTHERS}
PYTHON = re.compile(r"\b(str|int|float|bool|dict|tuple|NoneType|Fraction|Enum|KeyError|Traceback)\b")
TERMINALS = {word.terminal for word in WORDS} | {"LPAR", "RPAR", "NUMBER", "NAME", "COLON", "SEP", "TEXT", "PERCENT"}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        if not path.name.startswith("texts_"):
            yield str(path.relative_to(SOURCE)), ast.parse(path.read_text(encoding="utf-8"))


def literals(node: ast.AST) -> set[str]:
    """Give the ids of messages that stand in a piece of code."""
    return {
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and ID.fullmatch(part.value)
    }


@lru_cache(maxsize=1)
def said() -> tuple[set[str], set[str]]:
    """Give the ids that the code names as a whole, and the beginnings of those that it puts together."""
    whole: set[str] = set()
    begun: set[str] = set()
    ends = {".help"}
    for name, module in modules():
        if name != "diagnostics/catalogue.py":
            whole |= literals(module)
        for node in ast.walk(module):
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                begun.add(str(node.values[0].value))
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
                begun |= {str(node.left.value)} if isinstance(node.left, ast.Constant) else set()
                ends |= {str(node.right.value)} if isinstance(node.right, ast.Constant) else set()
    ends = {end for end in ends if re.fullmatch(r"\.[\w.-]+", end)}
    whole |= {id_ + end for id_ in whole for end in ends if id_ + end in TEXTS}
    return whole, {start for start in begun if re.fullmatch(r"(PAR\d{3}|[a-z]+)\.[\w.-]*", start)}


def test_every_message_that_the_code_names_has_its_text() -> None:
    whole, _ = said()
    assert {id_ for id_ in whole if "." in id_ and id_ not in TEXTS} == set()
    assert {id_ for id_ in whole if "." not in id_ and id_ not in CODES} == set()


def test_every_message_that_is_noted_has_its_text() -> None:
    noted = set()
    for _, module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and name_of(node) in {
                *NOTING,
                "Message",
                "Fault",
                "mistake",
                "Mistake",
                "_refuse",
            }:
                noted |= literals(node.args[0]) if node.args else set()
    assert len(noted) > 150
    assert noted - set(TEXTS) == set()


def test_every_finding_has_a_code() -> None:
    assert {id_[:6] for id_ in (*FINDINGS, *LANGUAGE) if id_.startswith("PAR")} <= set(CODES)


def test_every_code_but_that_of_a_missing_engine_has_a_text() -> None:
    assert {code for code in CODES if not any(id_.startswith(code) for id_ in TEXTS)} == {"PAR801"}


def test_no_text_of_a_finding_is_left_over() -> None:
    whole, begun = said()
    left = {
        id_
        for id_ in FINDINGS
        if id_ not in whole and id_.startswith("PAR") and not any(id_.startswith(start) for start in begun)
    }
    assert left <= {"PAR902", "PAR902.help"}


def test_no_id_stands_in_two_files() -> None:
    from parrules.messages import texts_explanation, texts_interface, texts_report

    files = (LANGUAGE, FINDINGS, texts_explanation.EXPLANATION, texts_report.REPORT, texts_interface.INTERFACE)
    assert sum(len(texts) for texts in files) == len(TEXTS)


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def calls() -> Iterator[tuple[str, ast.Call]]:
    for name, module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and name_of(node) in NOTING and node.args and literals(node.args[0]):
                yield f"{name}:{node.lineno}", node


def test_every_hole_of_a_finding_is_filled_where_it_is_noted() -> None:
    checked = 0
    for place, call in calls():
        if any(keyword.arg is None and "words" not in ast.unparse(keyword.value) for keyword in call.keywords):
            continue  # Some of its arguments are put together elsewhere.
        given = {keyword.arg for keyword in call.keywords if keyword.arg} | set(NOTING[name_of(call)]) | OF_THE_RULE
        helps = [keyword.value for keyword in call.keywords if keyword.arg == "help"]
        for id_ in {*literals(call.args[0]), *(id_ for each in (*helps, *call.args[1:]) for id_ in literals(each))}:
            holes = set(HOLE.findall("".join(TEXTS[id_])))
            assert holes <= given, f"{place}: {id_} has holes that nothing fills: {holes - given}"
            checked += 1
    assert checked > 150


@pytest.mark.parametrize("id_", sorted(TEXTS))
def test_both_languages_have_the_same_holes(id_: str) -> None:
    vi, en = (set(HOLE.findall(text.lower())) for text in TEXTS[id_])
    assert TEXTS[id_][0].strip()
    assert TEXTS[id_][1].strip()
    assert vi <= en or en <= vi


FOR_PROGRAMMERS = {"PAR110.float", "PAR110.float.help"}
"""Said to those who hand over data of their own from Python."""


@pytest.mark.parametrize("id_", sorted(set(TEXTS) - FOR_PROGRAMMERS))
def test_no_text_names_what_only_programmers_know(id_: str) -> None:
    for text in TEXTS[id_]:
        assert not PYTHON.search(text)
        assert not TERMINALS & set(re.findall(r"\b[A-Z_]{2,}\b", text))


@pytest.mark.parametrize("id_", sorted({**FINDINGS, **LANGUAGE}))
def test_a_finding_is_one_plain_clause(id_: str) -> None:
    for text in TEXTS[id_]:
        assert not text.endswith((".", "!"))
        assert "\n" not in text
        assert text.count("`") % 2 == 0
        assert not text[0].isupper() or text.split()[0].strip("`,:") in {"YAML", "JSON"}
        assert not re.search(r"\b(bạn|you must|illegal|invalid|bị lỗi)\b", text)


def test_no_text_ends_in_a_full_stop() -> None:
    ending = {id_ for id_, texts in TEXTS.items() if any(text.endswith(".") for text in texts)}
    assert ending == {"sentence", "column.number"}, "one makes the full stop, the other is an abbreviation"
