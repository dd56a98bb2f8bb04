"""The words of the lexicons: each is read as what it is for, none is two things in one place; every text is told."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from parrules.language import fold, lexicon
from parrules.language.keyboard import keys_meant
from parrules.language.lexer import lex
from parrules.language.lexicon import FUNCTIONS, WORDS, Where, functions
from parrules.messages.texts_language import LANGUAGE

FORMS = [(word, language, form) for word in WORDS for language in ("vi", "en") for form in word.forms(language)]

BEFORE = {
    Where.ANYWHERE: "", Where.LINE: "", Where.NUMBER: "1 ", Where.OPERAND: "a ", Where.COMMA: "{award} 1, ",
    Where.CHANGE: "{award} 1 ", Where.IS: "a {is_} ", Where.ARGUMENT: "f(a{separator} ",
}  # fmt: skip
AFTER = {"ZERO": ' "1"', "STEP": " 1"}


@pytest.mark.parametrize(
    ("word", "language", "form"), FORMS, ids=lambda value: value if isinstance(value, str) else value.terminal
)
def test_each_form_is_read_as_its_word(word: lexicon.Word, language: str, form: str) -> None:
    words = {
        "award": lexicon.written("AWARD", language),
        "is_": lexicon.written("IS", language),
        "separator": ";" if language == "vi" else ",",
    }
    before = BEFORE[word.where].format(**words)
    text = before + form.upper() + AFTER.get(word.terminal, "")
    terminals = [token.terminal for token in lex(text, language).lines[0].tokens]
    assert word.terminal in terminals, f"{text}: {terminals}"


def test_no_form_is_two_words_in_one_place() -> None:
    for (one, language, form), (other, other_language, other_form) in combinations(FORMS, 2):
        if language == other_language and fold(form) == fold(other_form) and one.terminal != other.terminal:
            assert one.where is not other.where, form


def test_each_written_form_is_of_its_language() -> None:
    for word in WORDS:
        for language in ("vi", "en"):
            if word.forms(language):
                assert lexicon.written(word.terminal, language) in {
                    form for each in lexicon.words_of(word.terminal) for form in each.forms(language)
                }


def test_function_names_are_unique_in_each_language() -> None:
    for language in ("vi", "en"):
        names = [fold(name) for function in FUNCTIONS for name in function.forms(language)]
        assert len(names) == len(set(names))
        assert set(functions(language)) == set(names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hóa", "hoá"), ("Ủy", "Uỷ"), ("thỏa", "thoả"), ("tỷ_lệ", "tỉ_lệ"), ("quý", "quí"), ("kỳ", "kì"), ("lý", "lí"),
        ("Ðiều", "điều"), ("ĐIỀU", "điều"), ("hoà_giải", "Hòa_giải"), ("e\u0302\u0301", "ế"), ("quy_định", "qui_định"),
        ("thuý", "thúy"),
    ],
)  # fmt: skip
def test_spellings_of_one_word_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoa", "hòa"), ("ma", "má"), ("d", "đ"), ("tai", "tay"), ("yêu", "iêu_"), ("a", "ă"), ("u", "ư")],
)
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddieemr", "điểm"), ("tuwf", "từ"), ("truwowcs", "trước"), ("truocws", "trước"), ("khoong quas", "không quá"),
        ("tyr_leej", "tỷ_lệ"), ("ngafy", "ngày"), ("coonjg", "cộng"), ("did", "đi"), ("d9ie63m", "điểm"),
        ("tu72", "từ"), ("tru7o71c", "trước"), ("tro73 le6n", "trở lên"), ("ty3_le65", "tỷ_lệ"), ("nga2y", "ngày"),
    ],
)  # fmt: skip
def test_keys_of_a_keyboard_that_was_off_are_decoded(typed: str, meant: str) -> None:
    assert fold(meant) in keys_meant(typed)


def test_plain_words_are_no_keys() -> None:
    assert keys_meant("abc") == set()
    assert keys_meant("điểm") == set()
    assert keys_meant("a" * 200) == set()


def test_every_text_is_used_and_every_text_used_is_there() -> None:
    room = Path(lexicon.__file__).parent
    code = "\n".join(path.read_text(encoding="utf-8") for path in room.rglob("*.py"))
    used = set(re.findall(r'"(PAR2\d\d(?:\.[a-z-]+)*)"', code))
    assert used <= set(LANGUAGE)
    classes = set(re.findall(r'"([a-z-]+)"', (room / "mistakes" / "expected.py").read_text(encoding="utf-8")))
    for name in LANGUAGE:
        group, _, rest = name.partition(".")
        assert name in used or (group in ("expected", "missing") and rest in classes), f"nobody says {name}"


def test_both_languages_of_a_text_have_the_same_places() -> None:
    for name, (vietnamese, english) in LANGUAGE.items():
        assert set(re.findall(r"\{(\w+)\}", vietnamese)) == set(re.findall(r"\{(\w+)\}", english)), name
        for told in (vietnamese, english):
            assert not told.endswith("."), name
            assert told[0].islower() or not told[0].isalpha(), name
            assert "bạn" not in told.split(), f"{name} addresses somebody"
