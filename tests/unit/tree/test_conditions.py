"""What a condition compares must fit: each side that does not is told with what to write."""

from collections.abc import Callable

import pytest

from parrules.criteria import criteria_from_source
from parrules.diagnostics import Findings
from parrules.messages import tell
from parrules.spans import Source
from parrules.tree import build_tree

FIELDS = """\
mức_độ: {kind: option, title: Mức độ, options: {tốt: {title: Tốt}, khá: {title: Khá}}}
sáng_kiến: {kind: yes-no, title: Sáng kiến}
tỷ_lệ: {kind: ratio, title: Tỷ lệ}
ngày: {kind: date, title: Ngày ban hành}
"""

Told = Callable[..., list[tuple[str, str, str]]]


@pytest.fixture
def told(small_set: Callable[..., str]) -> Told:
    """Give the errors of a rule: code, text at the place, and help."""

    def read(rule: str, language: str = "vi") -> list[tuple[str, str, str]]:
        findings = Findings()
        text = small_set(f"rule: |\n  {rule}", FIELDS, language=language)
        criteria = criteria_from_source(Source("x.yaml", text), findings)
        assert criteria is not None
        assert not findings.errors
        build_tree(criteria, findings)
        return [
            (each.code, each.span.text if each.span else "", tell(each.help, language) if each.help else "")
            for each in findings.errors
        ]

    return read


@pytest.mark.parametrize(
    ("rule", "language", "expected"),
    [
        ("nếu mức_độ = tốt: 1 điểm", "vi", [("PAR401", "mức_độ = tốt", "viết `mức_độ là tốt`")]),
        (
            "nếu mức_độ khác tốt: 1 điểm".replace("khác", "!="),
            "vi",
            [("PAR401", "mức_độ != tốt", "viết `mức_độ không là tốt`")],
        ),
        ("when mức_độ = tốt: 1 point", "en", [("PAR401", "mức_độ = tốt", "write `mức_độ is tốt`")]),
        ("nếu sáng_kiến = có: 1 điểm", "vi", [("PAR401", "sáng_kiến = có", "viết `sáng_kiến là có`")]),
    ],
)
def test_an_option_is_not_compared_by_a_sign(
    told: Told, rule: str, language: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(rule, language) == expected


def test_both_ends_of_a_range_are_told(told: Told) -> None:
    assert told("nếu tỷ_lệ từ 70 đến dưới 90: 1 điểm") == [
        ("PAR402", "70", "viết `70%`"),
        ("PAR402", "90", "viết `90%`"),
    ]


def test_a_date_without_its_word_is_told_with_the_date_that_was_meant(told: Told) -> None:
    assert told("nếu ngày trước 31/3: 1 điểm") == [("PAR401", "31/3", "so sánh với một ngày, ví dụ `ngày 31/03`")]
