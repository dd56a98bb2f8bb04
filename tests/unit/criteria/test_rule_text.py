"""A rule whose lines YAML has joined into one is told as that, not by what is wrong with the one line."""

from collections.abc import Callable

import pytest

from parrules.criteria import criteria_from_source
from parrules.diagnostics import Findings
from parrules.spans import Source

SmallSet = Callable[..., str]


def findings_of(text: str) -> list[tuple[str, str]]:
    findings = Findings()
    criteria_from_source(Source("x.yaml", text), findings)
    return [(finding.message.id, finding.span.text if finding.span else "") for finding in findings.sorted()]


@pytest.mark.parametrize(
    ("rule", "at"),
    [
        ("rule:\n  cộng điểm tối đa\n  trừ 0,25 điểm/n\n", "cộng điểm tối đa"),
        ("rule: >\n  cộng điểm tối đa\n  trừ 0,25 điểm/n\n", ">"),
        ('rule: "cộng điểm tối đa\n  trừ 0,25 điểm/n"\n', '"cộng điểm tối đa'),
        ("rule:\n  nếu n = 0: điểm tối đa\n  còn lại: 0 điểm\n", "rule"),
    ],
)
def test_lines_that_yaml_joins(small_set: SmallSet, rule: str, at: str) -> None:
    assert findings_of(small_set(rule)) == [("PAR102.rule", at)]


@pytest.mark.parametrize(
    "rule",
    [
        "rule: điểm tối đa\n",
        "rule: điểm tối đa\n  × 1\n",
        "rule: |\n  cộng điểm tối đa\n  trừ 0,25 điểm/n\n",
    ],
)
def test_a_rule_that_can_be_read_is_left_as_it_is(small_set: SmallSet, rule: str) -> None:
    assert findings_of(small_set(rule)) == []


def test_what_is_wrong_with_a_rule_of_one_line_is_told_itself(small_set: SmallSet) -> None:
    assert findings_of(small_set("rule: điểm tối đaa\n")) == [("PAR202", "điểm tối đaa")]
