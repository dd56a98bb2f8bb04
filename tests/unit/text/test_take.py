"""Scalars read in the format of the file's language."""

from __future__ import annotations

import datetime

import pytest

from parrules.diagnostics import Findings, render_findings
from parrules.messages import Title
from parrules.spans import Source
from parrules.text import Node, parse_yaml
from parrules.text.take import Taker
from parrules.values import Exact


def node(text: str) -> Node:
    found = parse_yaml(Source("x", text), Findings())
    assert found is not None
    return found


class Case:
    """A taker with the findings that it notes."""

    def __init__(self, language: str) -> None:
        self.findings = Findings()
        self.take = Taker(language, self.findings)

    @property
    def ids(self) -> list[str]:
        """The ids of what was found, all of which can be told."""
        for language in ("vi", "en"):
            render_findings(self.findings.sorted(), language)
        return [finding.message.id for finding in self.findings]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("8,5", "vi", Exact(17, 2)),
        ("8.5", "vi", Exact(17, 2)),
        ("'8,5'", "vi", Exact(17, 2)),
        ("8.5", "en", Exact(17, 2)),
    ],
)
def test_a_figure_is_read_quoted_or_not(text: str, language: str, expected: Exact) -> None:
    case = Case(language)
    assert case.take.figure(node(text)) == expected
    assert case.ids == []


@pytest.mark.parametrize(
    ("text", "language", "message", "written"),
    [
        ("1.234", "vi", "PAR110.thousands", "1234"),
        ("1,234", "en", "PAR110.thousands", "1234"),
        ("8,5", "en", "PAR110.mark", "8.5"),
        ("1,234.5", "vi", "PAR110.mark", "1234,5"),
        (".nan", "vi", "PAR110", ""),
        ("1e3", "vi", "PAR110", ""),
        ("1:30", "vi", "PAR110", ""),
        ("no", "vi", "PAR110", ""),
        ("0x10", "vi", "PAR110", ""),
        ("9" * 100, "vi", "PAR110", ""),
    ],
)
def test_a_figure_that_is_not_clear_is_a_finding(text: str, language: str, message: str, written: str) -> None:
    case = Case(language)
    assert case.take.figure(node(text)) is None
    assert case.ids == [message]
    (finding,) = case.findings
    assert finding.message.arguments["written"].text == written  # type: ignore[union-attr]


def test_what_could_be_thousands_is_refused_with_both_readings() -> None:
    case = Case("vi")
    case.take.figure(node("1.234"))
    (finding,) = case.findings
    told = {name: argument.text for name, argument in finding.message.arguments.items()}  # type: ignore[union-attr]
    assert told == {"found": "1.234", "written": "1234", "other": "1,234"}


def test_a_percentage_is_told_apart_from_a_number() -> None:
    case = Case("vi")
    assert case.take.figure_or_percent(node("79,1%")) == (Exact(791, 1000), True)
    assert case.take.figure_or_percent(node("0,5")) == (Exact(1, 2), False)
    assert case.take.figure_or_percent(node("1.234%")) is None
    assert case.take.figure_or_percent(None) is None
    assert case.ids == ["PAR110.thousands"]


def test_a_date_is_read_or_refused_with_the_way_to_write_it() -> None:
    case = Case("vi")
    assert case.take.date(node("28/12/2020")) == datetime.date(2020, 12, 28)
    assert case.take.date(node("2020-12-28")) is None
    assert case.take.date(node("30/02/2021")) is None
    assert case.take.date(node("tháng 12")) is None
    assert case.ids == ["PAR111.format", "PAR111.day", "PAR111"]
    assert case.findings.errors[0].message.arguments["written"].text == "28/12/2020"  # type: ignore[union-attr]


def test_a_title_is_in_both_languages_or_in_that_of_the_file() -> None:
    assert Case("vi").take.title(node("{vi: Kế hoạch, en: Plan}")) == Title("Kế hoạch", "Plan")
    assert Case("vi").take.title(node("Kế  hoạch\n  năm")) == Title(vi="Kế hoạch năm")
    assert Case("en").take.title(node("Plan")) == Title(en="Plan")
    assert Case("en").take.title(None) == Title()


def test_texts_are_a_list_or_one() -> None:
    take = Case("vi").take
    assert take.texts(node("[a, b]")) == ("a", "b")
    assert take.texts(node("a")) == ("a",)
    assert take.texts(None) == ()


def test_truth_and_whole_numbers_have_what_stands_for_nothing() -> None:
    take = Case("vi").take
    assert take.truth(node("true"), False)
    assert not take.truth(node("false"), True)
    assert take.truth(None, True)
    assert take.whole(node("2021"), 0) == 2021
    assert take.whole(None, 7) == 7
