"""The words of the rule language in Vietnamese and English: one row a terminal of the grammar, the written form first.

The lexer reads both columns (the words of either language are reserved everywhere), the formatter writes the first form
of one, and the language table of the docs is generated from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from parrules.language.folding import fold


class Where(StrEnum):
    """Where a word is a word of the language; elsewhere it may be a name."""

    ANYWHERE = "anywhere"
    LINE = "line"  #: first word of a line
    NUMBER = "number"  #: after a figure
    OPERAND = "operand"  #: after something that has a value
    IS = "is"  #: after `is` / `là`
    COMMA = "comma"  #: after the comma or semicolon before a line's cap
    CHANGE = "change"  #: in a line that awards or deducts
    ARGUMENT = "argument"  #: after the separator of arguments, before a figure


@dataclass(frozen=True, slots=True)
class Word:
    """A terminal with its spellings; the first of each language is what the formatter writes."""

    terminal: str
    vi: tuple[str, ...]
    en: tuple[str, ...]
    where: Where = Where.ANYWHERE

    def forms(self, language: str) -> tuple[str, ...]:
        """Give the spellings of one language."""
        return self.vi if language == "vi" else self.en

    def written(self, language: str) -> str:
        """Give the form that the formatter writes; a word that one language lacks is written in the other."""
        return (self.forms(language) or self.en or self.vi)[0]


ANYWHERE, LINE, NUMBER, OPERAND, IS, COMMA, CHANGE, ARGUMENT = Where

WORDS: tuple[Word, ...] = (
    # Lines
    Word("LET", ("đặt", "gọi"), ("let",)),
    Word("REQUIRE", ("yêu cầu",), ("require",)),
    Word("WHEN", ("nếu", "khi", "trường hợp"), ("when", "if")),
    Word("OTHERWISE", ("còn lại", "các trường hợp còn lại", "trường hợp khác"), ("otherwise", "else")),
    Word("START_FROM", ("tính từ", "bắt đầu từ", "điểm ban đầu"), ("start from",)),
    Word("AWARD", ("cộng",), ("award",)),
    Word("DEDUCT", ("trừ",), ("deduct",)),
    Word("PER", ("cho mỗi", "mỗi"), ("per",)),
    Word("EVERY_FULL", ("cứ đủ",), ()),
    Word("EVERY_FULL", (), ("per full",), LINE),  # `full` may be a name: `award 1 per full`
    Word("EVERY", ("cứ mỗi", "cứ"), ()),
    Word("OF", ("của",), ("of",)),
    Word("FLOOR", ("điểm thấp nhất",), ("lowest points",)),
    Word("FLOOR", ("tối thiểu",), ("at least",), LINE),
    Word("CAP", ("điểm cao nhất",), ("highest points",)),
    Word("CAP", ("tối đa",), ("at most",), LINE),
    Word("ZERO", ("cho 0 điểm",), ("zero",), LINE),
    Word(
        "LINE_CAP",
        ("không quá", "tối đa không quá", "nhưng không quá", "nhưng tối đa", "tối đa"),
        ("at most", "but at most"),
        COMMA,
    ),
    Word("LINE_CAP", ("nhưng không quá", "tối đa không quá", "nhưng tối đa"), ("but at most",), CHANGE),
    # Outcomes
    Word(
        "NOT_APPLICABLE",
        ("giảm trừ điểm tối đa", "giảm trừ điểm tối đa tương ứng", "không chấm, giảm trừ điểm tối đa"),
        ("not applicable",),
    ),
    Word("REDISTRIBUTE", ("phân bổ điểm tối đa",), ("redistribute",)),
    # Units and the maximum
    Word("POINT_UNIT", ("điểm", "đ"), ("points", "point"), NUMBER),
    Word("WORKING_DAY_UNIT", ("ngày làm việc",), ("working days", "working day"), NUMBER),
    Word("DAY_UNIT", ("ngày",), ("days", "day"), NUMBER),
    Word("DIGITS", ("chữ số",), ("digits", "digit"), NUMBER),
    Word("MAXIMUM", ("điểm tối đa", "điểm_tối_đa", "điểm chuẩn"), ("maximum",)),
    Word("SUM_OF_PARTS", ("tổng điểm thành phần",), ("sum of parts",)),
    Word("MEAN_OF_PARTS", ("trung bình điểm thành phần",), ("mean of parts",)),
    Word("HIGHEST_PART", ("điểm thành phần cao nhất",), ("highest part",)),
    Word("LOWEST_PART", ("điểm thành phần thấp nhất",), ("lowest part",)),
    # Ranges
    Word("FROM", ("từ",), ("from",)),
    Word("UP", ("trở lên",), ("up",), OPERAND),
    Word("DOWN", ("trở xuống",), ("down",), OPERAND),
    Word("TO_UNDER", ("đến dưới",), ("to under",)),
    Word("TO", ("đến",), ("to",)),
    Word("ABOVE", ("trên",), ("above",)),
    Word("UNDER", ("dưới",), ("under",)),
    Word("AT_LEAST", ("ít nhất", "tối thiểu"), ("at least",), OPERAND),
    Word("AT_MOST", ("không quá",), ("at most",), OPERAND),
    # Conditions
    Word("AND", ("và",), ("and",)),
    Word("OR", ("hoặc",), ("or",)),
    Word("NOT", ("không", "chưa"), ("not",)),
    Word("IS_NOT", ("không là", "không phải là"), ("is not",)),
    Word("IS", ("là",), ("is",)),
    Word("YES", ("có",), ("yes",), IS),
    Word("NO", ("không",), ("no",), IS),
    Word("IS_MISSING", (), ("is missing",)),
    Word("IS_NOT_MISSING", (), ("is not missing",)),
    Word("LACKS", ("thiếu", "chưa có"), ()),
    Word("LACKS_NOT", ("không thiếu",), ()),
    Word("IS_NONE", (), ("is none",)),
    Word("HAS_NONE", ("không có",), ()),
    Word("DID_NOT_ARISE", (), ("did not arise",)),
    Word("NONE_AROSE", ("không phát sinh",), ()),
    # Dates
    Word("BY", ("chậm nhất", "đến hết", "không muộn hơn"), ("by",)),
    Word("BEFORE", ("trước",), ("before",)),
    Word("AFTER", ("sau",), ("after",)),
    Word("IN", ("trong", "trong vòng"), ("in",)),
    Word("WITHIN", (), ("within",)),
    Word("SINCE", ("kể từ",), ()),
    # Arguments
    Word("STEP", ("bước",), ("step",), ARGUMENT),
    # Reserved for what comes next: evidence tables, last year, survey answers
    Word("WHERE", ("trong đó",), ("where",)),
    Word("OF_PREVIOUS_YEAR", ("của năm trước",), ("of previous year",)),
    # Not words of the language, but met often enough to be answered in person
    Word("EXCEPT_WHEN", ("trừ trường hợp", "trừ khi"), ("except when", "except if", "unless")),
)

LATER = {"WHERE": "tables", "OF_PREVIOUS_YEAR": "previous"}
"""Terminals whose words are reserved and not used yet, with what they are for."""

STATEMENTS = frozenset(
    {"LET", "REQUIRE", "WHEN", "OTHERWISE", "START_FROM", "AWARD", "DEDUCT", "EVERY_FULL", "FLOOR", "CAP", "ZERO"}
)
"""Terminals that begin a line."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the language: its key, how it is spelled, how many arguments it takes (``most`` −1: any number)."""

    key: str
    vi: tuple[str, ...]
    en: tuple[str, ...]
    least: int
    most: int
    later: str = ""

    def forms(self, language: str) -> tuple[str, ...]:
        """Give the spellings of one language."""
        return self.vi if language == "vi" else self.en

    def written(self, language: str) -> str:
        """Give the form that the formatter writes."""
        return self.forms(language)[0]


FUNCTIONS: tuple[Function, ...] = (
    Function("min", ("nhỏ_nhất", "min"), ("min",), 1, -1),
    Function("max", ("lớn_nhất", "max"), ("max",), 1, -1),
    Function("choose", ("chọn", "if"), ("choose", "if"), 3, 3),
    Function("default", ("mặc_định",), ("default",), 2, 2),
    Function("round", ("làm_tròn", "round"), ("round",), 2, 2),
    Function("round_to", ("làm_tròn_bậc",), ("round_to",), 2, 2),
    Function("points", ("điểm",), ("points",), 1, 1),
    Function("index", ("chỉ_số", "tỷ_lệ_điểm"), ("index",), 1, 1),
    Function("maximum", ("điểm_tối_đa",), ("maximum",), 1, 1),
    Function("applicable_maximum", ("điểm_tối_đa_áp_dụng",), ("applicable_maximum",), 1, 1),
    # Reserved
    Function("count", ("đếm", "count"), ("count",), 1, 1, "tables"),
    Function("sum_of", ("tổng", "sum"), ("sum_of", "sum"), 1, 1, "tables"),
    Function("share_of", ("tỷ_lệ",), ("share_of", "share_from"), 1, 2, "tables"),
    Function("average", ("trung_bình", "average"), ("average",), 1, 1, "answers"),
    Function("set_index", ("chỉ_số_bộ", "điểm_bộ"), ("set_index",), 1, 2, "sets"),
    Function("clamp", ("giới_hạn", "kẹp"), ("clamp",), 3, 3, "clamp"),
    Function("scale", ("quy_đổi", "nội_suy", "tỷ_lệ_đoạn"), ("scale",), 3, 5, "clamp"),
    Function("cohort", ("khối", "nhóm"), ("cohort",), 1, 1, "cohort"),
    Function("previous", ("năm_trước",), ("previous",), 1, 1, "previous"),
)

MONTHS_EN = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
ROMAN_OF = {number: text.upper() for text, number in ROMAN.items()}

PREVIOUS_YEAR = {
    "vi": ("năm trước liền kề", "năm liền kề trước", "của năm trước", "năm trước"),
    "en": ("of previous year", "of the previous year", "of last year"),
}
NEXT_YEAR = {"vi": ("của năm sau", "năm sau"), "en": ("of next year", "of the next year")}
NO_OPTIONS = frozenset({"yes", "no", "missing", "none", "có", "không", "thiếu"})
"""Words that are no option unless they stand in quotes: they mean a state, in one language or the other."""


def words_of(terminal: str) -> Iterator[Word]:
    """Give the rows of a terminal."""
    return (word for word in WORDS if word.terminal == terminal)


def written(terminal: str, language: str) -> str:
    """Give the form of a terminal that the formatter writes."""
    rows = list(words_of(terminal))
    return next((row for row in rows if row.forms(language)), rows[0]).written(language)


def function_named(key: str) -> Function:
    """Give a function by its key."""
    return next(function for function in FUNCTIONS if function.key == key)


@lru_cache(maxsize=2)
def functions(language: str) -> dict[str, Function]:
    """Give the functions of a language by the folded forms of their names."""
    return {fold(name): function for function in FUNCTIONS for name in function.forms(language)}
