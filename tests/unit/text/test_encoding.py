"""Vietnamese in an old font encoding is recognised, and nothing else is taken for it."""

from __future__ import annotations

import pytest

from parrules.diagnostics import Findings
from parrules.spans import Source
from parrules.text.encoding import LEAST, check_encoding, find_old_encoding

TCVN3 = "C«ng t¸c chØ ®¹o, ®iÒu hµnh c¶i c¸ch hµnh chÝnh"
VNI = "Coâng taùc chæ ñaïo, ñieàu haønh caûi caùch haønh chính"
UNICODE = "Công tác chỉ đạo, điều hành cải cách hành chính"


@pytest.mark.parametrize(("text", "word"), [(TCVN3, "C«ng"), (VNI, "chæ")])
def test_text_in_an_old_font_encoding_is_refused_at_its_first_word(text: str, word: str) -> None:
    findings = Findings()
    assert not check_encoding(Source("x", f"title: {text}\n"), findings)
    (finding,) = findings
    assert finding.message.id == "PAR115"
    assert finding.span is not None
    assert finding.span.text == word


def test_a_few_words_of_tcvn3_in_a_unicode_file_are_found() -> None:
    text = "\n".join([UNICODE] * 50 + [TCVN3] + [UNICODE] * 50)
    assert find_old_encoding(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        UNICODE,
        UNICODE.upper(),
        "Ngày ban hành kế hoạch: ăn ở, ưu đãi, Ê-đê, Đắk Lắk, Quỳ Hợp, Hoằng Hóa, thuở, khuỷu",
        "ASCII only: nothing to see here",
        "10 µm, 5 µg, 20 °C, m², CO₂, ½, ±3, §12, Intel® Core™, Windows® 11, Adobe® PDF",
        "«Kế hoạch» «cải cách» «hành chính»",
        "Hỗ trợ: Universität Zürich, Österreich, Côte d'Ivoire, São Tomé, Curaçao, Åland, Malmö",
        "Funded by Universität Zürich and Köln in the course of a programme of technical assistance with the ministry, "
        "which ended in the year before the one assessed here, and of which nothing but this note remains.",
        "admin\u00adistra\u00adtive re\u00adform pro\u00adgramme, indi\u00adca\u00adtors",
        "1ª 2º ¹ ² ³ chú thích¹ nguồn² khác³",
        "é à è ù â ê î ô û ç",
    ],
)
def test_other_text_is_not_taken_for_it(text: str) -> None:
    findings = Findings()
    assert check_encoding(Source("x", text), findings)
    assert len(findings) == 0


def test_fewer_words_than_needed_to_be_sure_are_let_pass() -> None:
    words = TCVN3.split()
    suspicious = [word for word in words if not word.isascii()]
    assert find_old_encoding(" ".join(suspicious[: LEAST - 1])) is None


def test_a_long_run_of_letters_is_judged_at_once() -> None:
    assert find_old_encoding("a" * 5_000_000 + "é") is None
