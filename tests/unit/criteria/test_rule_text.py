"""A rule whose lines YAML has joined into one is told as that, not by what is wrong with the one line."""

import pytest

from parrules.criteria import criteria_from_source
from parrules.diagnostics import Findings
from parrules.spans import Source

HEAD = """\
format: parrules/criteria@1
set: vi-du
year: 2026
language: vi
status: example
title: Bộ tiêu chí
maximum: 1
documents: {qd: {title: Quyết định}}
domains:
  - id: "1"
    title: Báo cáo
    maximum: 1
    cite: {document: qd}
    evidence:
      báo_cáo_chậm: {kind: count, title: Báo cáo chậm}
"""


def findings_of(rule: str) -> list[tuple[str, str]]:
    findings = Findings()
    criteria_from_source(Source("x.yaml", HEAD + rule), findings)
    return [(finding.message.id, finding.span.text if finding.span else "") for finding in findings.sorted()]


@pytest.mark.parametrize(
    ("rule", "at"),
    [
        ("    rule:\n      cộng điểm tối đa\n      trừ 0,25 điểm/báo_cáo_chậm\n", "cộng điểm tối đa"),
        ("    rule: >\n      cộng điểm tối đa\n      trừ 0,25 điểm/báo_cáo_chậm\n", ">"),
        ('    rule: "cộng điểm tối đa\n      trừ 0,25 điểm/báo_cáo_chậm"\n', '"cộng điểm tối đa'),
        ("    rule:\n      nếu báo_cáo_chậm = 0: điểm tối đa\n      còn lại: 0 điểm\n", "rule"),
    ],
)
def test_lines_that_yaml_joins(rule: str, at: str) -> None:
    assert findings_of(rule) == [("PAR102.rule", at)]


@pytest.mark.parametrize(
    "rule",
    [
        "    rule: điểm tối đa\n",
        "    rule: điểm tối đa\n      × 1\n",
        "    rule: |\n      cộng điểm tối đa\n      trừ 0,25 điểm/báo_cáo_chậm\n",
    ],
)
def test_a_rule_that_can_be_read_is_left_as_it_is(rule: str) -> None:
    assert findings_of(rule) == []


def test_what_is_wrong_with_a_rule_of_one_line_is_told_itself() -> None:
    assert findings_of("    rule: điểm tối đaa\n") == [("PAR202", "điểm tối đaa")]
