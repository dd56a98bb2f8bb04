"""A name that rules take for a word of their own is told where it is declared."""

from collections.abc import Callable

import pytest

from parrules.checks import check_criteria
from parrules.criteria import criteria_from_source
from parrules.diagnostics import Findings
from parrules.spans import Source


def told(text: str) -> list[tuple[str, str, str]]:
    findings = Findings()
    criteria = criteria_from_source(Source("x.yaml", text), findings)
    assert criteria is not None
    check_criteria(criteria, findings)
    return [
        (each.message.id, each.severity.value, each.span.text if each.span else "")
        for each in findings.sorted()
        if each.code == "PAR309"
    ]


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("before", "en", [("PAR309.word", "error", "before")]),
        ("before", "vi", [("PAR309.word", "error", "before")]),
        ("trước", "vi", [("PAR309.word", "error", "trước")]),
        ("trước", "en", [("PAR309.word", "error", "trước")]),
        ("where", "en", [("PAR309.word", "error", "where")]),
        ("before_1", "en", []),
        ("round", "en", []),
        ("điểm", "vi", []),
        ("làm_tròn", "vi", []),
        ("n", "vi", []),
    ],
)
def test_a_name_that_is_a_word_of_rules(
    small_set: Callable[..., str], name: str, language: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(small_set("", f"{name}: {{kind: count, title: Số báo cáo}}", language=language)) == expected
