"""What an announcement says of the claims: the same, the same within rounding, more, or less than the points."""

from collections.abc import Callable

import pytest

from parrules.checks import check_criteria
from parrules.criteria import criteria_from_source
from parrules.diagnostics import Findings
from parrules.evidence import evidence_from_source
from parrules.messages import Message, Nested, tell
from parrules.report.summary import announce
from parrules.scoring import score_record
from parrules.spans import Source

RECORD = """\
format: parrules/evidence@1
set: vi-du
year: 2026
language: en
status: synthetic
unit: {{id: x, name: X}}
stages:
  self-assessment: {{nodes: {{"1": {{claimed: {claimed}, values: {{n: 1}}}}}}}}
  appraisal-1: {{nodes: {{}}}}
"""


def sentences(text: str, claimed: str) -> list[str]:
    findings = Findings()
    criteria = criteria_from_source(Source("set.yaml", text), findings)
    record = evidence_from_source(Source("record.yaml", RECORD.format(claimed=claimed)), findings)
    assert criteria is not None
    assert record is not None
    checked = check_criteria(criteria, findings)
    assert checked is not None, list(findings)
    sheet = score_record(checked, record)
    return [
        tell(each.message, "en")
        for each in announce(sheet)
        if isinstance(each, Nested) and isinstance(each.message, Message)
    ]


@pytest.mark.parametrize(
    ("claimed", "expected"),
    [
        ("0.33", "Claims in 1 row (maximum 1.00) add up to 0.33; these rows have 0.3333: the same within rounding"),
        ("0.34", "Claims in 1 row (maximum 1.00) add up to 0.34; these rows have 0.33: claims exceed points by 0.01"),
        ("0.30", "Claims in 1 row (maximum 1.00) add up to 0.30; these rows have 0.33: claims fall short by 0.03"),
    ],
)
def test_claims_are_compared_with_points(small_set: Callable[..., str], claimed: str, expected: str) -> None:
    text = small_set("rule: n / 3 × điểm tối đa", "n: {kind: count, title: Số báo cáo, to: 3}")
    (said,) = [each for each in sentences(text, claimed) if each.startswith(("Claims", "claims"))]
    assert said == expected
