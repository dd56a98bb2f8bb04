"""What a condition compares must fit: each side that does not is told with what to write."""

import pytest

from parrules.criteria import criteria_from_source
from parrules.diagnostics import Findings
from parrules.messages import tell
from parrules.spans import Source
from parrules.tree import build_tree

SET = """\
format: parrules/criteria@1
set: vi-du
year: 2026
language: {language}
status: example
title: Bộ tiêu chí
maximum: 3
documents: {{qd: {{title: Quyết định}}}}
domains:
  - id: "1"
    title: Ví dụ
    maximum: 3
    cite: {{document: qd}}
    evidence:
      mức_độ: {{kind: option, title: Mức độ, options: {{tốt: {{title: Tốt}}, khá: {{title: Khá}}}}}}
      sáng_kiến: {{kind: yes-no, title: Sáng kiến}}
      tỷ_lệ: {{kind: ratio, title: Tỷ lệ}}
      ngày: {{kind: date, title: Ngày ban hành}}
    rule: |
      {rule}
"""


def told(rule: str, language: str = "vi") -> list[tuple[str, str, str]]:
    findings = Findings()
    criteria = criteria_from_source(Source("x.yaml", SET.format(language=language, rule=rule)), findings)
    assert criteria is not None, list(findings)
    assert not findings.errors
    build_tree(criteria, findings)
    return [
        (finding.code, finding.span.text if finding.span else "", tell(finding.help, language) if finding.help else "")
        for finding in findings.errors
    ]


@pytest.mark.parametrize(
    ("rule", "language", "expected"),
    [
        ("nếu mức_độ = tốt: 3 điểm", "vi", [("PAR401", "mức_độ = tốt", "viết `mức_độ là tốt`")]),
        (
            "nếu mức_độ khác tốt: 3 điểm".replace("khác", "!="),
            "vi",
            [("PAR401", "mức_độ != tốt", "viết `mức_độ không là tốt`")],
        ),
        ("when mức_độ = tốt: 3 points", "en", [("PAR401", "mức_độ = tốt", "write `mức_độ is tốt`")]),
        ("nếu sáng_kiến = có: 3 điểm", "vi", [("PAR401", "sáng_kiến = có", "viết `sáng_kiến là có`")]),
    ],
)
def test_an_option_is_not_compared_by_a_sign(rule: str, language: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(rule, language) == expected


def test_both_ends_of_a_range_are_told() -> None:
    assert told("nếu tỷ_lệ từ 70 đến dưới 90: 3 điểm") == [
        ("PAR402", "70", "viết `70%`"),
        ("PAR402", "90", "viết `90%`"),
    ]


def test_a_date_without_its_word_is_told_with_the_date_that_was_meant() -> None:
    assert told("nếu ngày trước 31/3: 3 điểm") == [("PAR401", "31/3", "so sánh với một ngày, ví dụ `ngày 31/03`")]
