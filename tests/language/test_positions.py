"""A finding about a rule stands where the fault is in the file: block scalars, tabs, both Unicode forms, quotes."""

from __future__ import annotations

import unicodedata

import pytest

from parrules.diagnostics import Findings
from parrules.language import parse
from parrules.spans import Source
from parrules.text import Mapping, Scalar, parse_yaml

BLOCK = """\
rule: |
  # thang điểm

  nếu tỷ_lệ từ 95% trở lên:\t1 điểm   "Đạt"
  nếu\ttỷ_lệ => 80%:  0,5 điểm
  còn lại: 0 điểm
"""


def place_of(file: str) -> tuple[int, int, str]:
    root = parse_yaml(Source("file.yaml", file), Findings())
    assert isinstance(root, Mapping)
    rule = root.get("rule")
    assert isinstance(rule, Scalar)
    findings = Findings()
    assert parse(rule.mapped(), "vi", findings) is None
    (finding,) = findings
    assert finding.span is not None
    return finding.span.place.line, finding.span.place.column, finding.span.text


def test_in_a_block_scalar_with_tabs() -> None:
    assert place_of(BLOCK) == (5, 13, "=>")


def test_in_a_decomposed_file_columns_count_what_stands_in_the_file() -> None:
    line, column, text = place_of(unicodedata.normalize("NFD", BLOCK))
    assert (line, text) == (5, "=>")
    before = unicodedata.normalize("NFD", BLOCK).split("\n")[4]
    assert before[column - 1 :].startswith("=>")


def test_a_decomposed_word_is_covered_with_its_last_mark() -> None:
    file = unicodedata.normalize("NFD", "rule: |\n  còn lai: 0 điểm\n  nếu a = 0: 1 điểm\n")
    line, column, text = place_of(file)
    assert (line, column) == (2, 3)
    assert unicodedata.normalize("NFC", text) == "còn lai"
    file = unicodedata.normalize("NFD", "rule: |\n  nếu a = 0: 1 điểm\n  nếu b là đó đó: 1 điểm\n")
    assert unicodedata.normalize("NFC", place_of(file)[2]) == "đó đó"


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("rule: tỷ_lệ => 3\n", (1, 13)),
        ('rule: "tỷ_lệ => 3"\n', (1, 14)),
        ("rule: 'tỷ_lệ  =>  3'\n", (1, 15)),
        ('rule: "\\u0061 => 3"\n', (1, 15)),
        ("rule: >\n    tỷ_lệ\n    => 3\n", (3, 5)),
        ("rule: |2\n     tỷ_lệ => 3\n", (2, 12)),
        ("rule: |-\n\n\n   tỷ_lệ => 3", (4, 10)),
        ("a: 1\nrule:   |+\n tỷ_lệ => 3\n\n\n", (3, 8)),
    ],
)
def test_in_each_style_of_scalar(file: str, place: tuple[int, int]) -> None:
    assert place_of(file) == (*place, "=>")
