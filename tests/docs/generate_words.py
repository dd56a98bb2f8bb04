"""The word tables of the language page, from the lexicons, the kinds and the parser itself."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from fractions import Fraction

from parrules.diagnostics import Findings
from parrules.language import format_expression, parse
from parrules.language.lexicon import FUNCTIONS, LATER, NEXT_YEAR, PREVIOUS_YEAR, WORDS, Function, written
from parrules.language.syntax import Bound, Expression, Lone, Name, Percent, Range
from parrules.messages import tell
from parrules.spans import MappedText, Source, Span
from parrules.values.kinds import Kind, kind_of_difference, kind_of_product, kind_of_quotient, kind_of_sum


@dataclass(frozen=True)
class Row:
    """A row of a word table: how the words stand in a rule of each language, and what they mean."""

    vi: str
    en: str
    means_vi: str
    means_en: str

    def pattern(self, language: str) -> str:
        """Give the pattern with the written form of each word."""
        return re.sub(r"\{(\w+)\}", lambda hole: written(hole[1], language), self.vi if language == "vi" else self.en)

    def terminals(self, language: str) -> list[str]:
        """Give the words that the pattern uses."""
        return re.findall(r"\{(\w+)\}", self.vi if language == "vi" else self.en)

    def also(self, language: str) -> list[str]:
        """Give the other spellings that are read as the same words."""
        if self.vi.startswith("1/2"):
            return []  # The row above has them.
        first = {written(terminal, language) for terminal in self.terminals(language)}
        forms = [
            form for word in WORDS if word.terminal in self.terminals(language)[:1] for form in word.forms(language)
        ]
        return [form for form in dict.fromkeys(forms) if form not in first]


GROUPS: dict[str, tuple[Row, ...]] = {
    "lines": (
        Row(
            "{WHEN} c: e",
            "{WHEN} c: e",
            "điều kiện c đúng thì kết quả là e, quy tắc kết thúc",
            "where the condition c is true the result is e, and the rule ends",
        ),
        Row(
            "{OTHERWISE}: e",
            "{OTHERWISE}: e",
            "kết quả khi không dòng nào ở trên đúng",
            "the result where no line above was true",
        ),
        Row("{LET} x = …", "{LET} x = …", "đặt tên cho một phép tính", "names a calculation"),
        Row("{START_FROM} e", "{START_FROM} e", "điểm ban đầu", "where the running points begin"),
        Row("{AWARD} e", "{AWARD} e", "cộng thêm điểm", "adds points"),
        Row("{DEDUCT} e", "{DEDUCT} e", "trừ bớt điểm", "takes points off"),
        Row(
            "{EVERY_FULL} k {OF} x: {DEDUCT} e",
            "{EVERY_FULL} k {OF} x: {DEDUCT} e",
            "trừ (hoặc cộng) e cho mỗi bậc đủ k",
            "takes off (or adds) e for each whole step k",
        ),
        Row("{FLOOR}: e", "{FLOOR}: e", "mức sàn của điểm cộng dồn", "the floor of the running points"),
        Row("{CAP}: e", "{CAP}: e", "mức trần của điểm cộng dồn", "the cap of the running points"),
        Row(
            '{ZERO} "1.1" {WHEN} c',
            '{ZERO} "1.1" {WHEN} c',
            "điều kiện khống chế, trong quy tắc của nhóm",
            "a veto, in the rule of a group",
        ),
        Row(
            '{REQUIRE} c "…"',
            '{REQUIRE} c "…"',
            "không thỏa mãn c thì không chấm",
            "evidence that breaks c is not scored",
        ),
    ),
    "figures": (
        Row("0,25 {POINT_UNIT}", "0.25 {POINT_UNIT}", "số điểm; bỏ chữ cũng được", "points; the word may be left out"),
        Row("95%", "95%", "tỷ lệ, bằng 0,95", "a ratio, 0.95"),
        Row("5 {DAY_UNIT}", "5 {DAY_UNIT}", "số ngày theo lịch", "calendar days"),
        Row(
            "5 {WORKING_DAY_UNIT}",
            "5 {WORKING_DAY_UNIT}",
            "số ngày làm việc, chỉ để cộng vào một ngày",
            "working days, only to be added to a date",
        ),
        Row("{MAXIMUM}", "{MAXIMUM}", "điểm tối đa của mục", "the node's own maximum"),
        Row(
            "1/2 {MAXIMUM} · 75% {MAXIMUM}",
            "1/2 {MAXIMUM} · 75% {MAXIMUM}",
            "một phần của điểm tối đa",
            "a part of the maximum",
        ),
    ),
    "dates": (
        Row("d {BY} ngày 15/12", "d {BY} 15 Dec", "tính cả ngày 15", "the 15th is in"),
        Row("d {BEFORE} ngày 15/12", "d {BEFORE} 15 Dec", "không tính ngày 15", "the 15th is out"),
        Row("d {AFTER} ngày 15/12", "d {AFTER} 15 Dec", "không tính ngày 15", "the 15th is out"),
        Row("d {IN} quý I", "d {IN} Q1", "trong quý, tháng, nửa năm hoặc năm", "in a quarter, month, half or year"),
        Row(
            "d {AT_MOST} 30 ngày {SINCE} e",
            "d {AT_MOST} 30 days {AFTER} e",
            "không muộn hơn ngày thứ 30 sau e",
            "not later than the 30th day after e",
        ),
        Row(
            "d {IN} 30 ngày {SINCE} e",
            "d {WITHIN} 30 days {OF} e",
            "như trên, và không sớm hơn e",
            "the same, and not before e",
        ),
    ),
    "options": (
        Row('x {IS} "…"', 'x {IS} "…"', "đúng phương án này", "is this option"),
        Row('x {IS_NOT} "…"', 'x {IS_NOT} "…"', "là một phương án khác", "is another option"),
        Row(
            "x {IS} {YES}",
            "x {IS} {YES}",
            "trả lời là có; cũng viết được `x`",
            "the answer is yes; `x` alone says the same",
        ),
        Row(
            "x {IS} {NO}",
            "x {IS} {NO}",
            "trả lời là không; cũng viết được `không x`",
            "the answer is no; `not x` says the same",
        ),
    ),
    "states": (
        Row("{LACKS} x", "x {IS_MISSING}", "chưa ai ghi gì về x", "nobody has said anything about x"),
        Row(
            "{LACKS_NOT} x",
            "x {IS_NOT_MISSING}",
            "đã có câu trả lời, kể cả câu trả lời *không có*",
            "something was said, be it that there is none",
        ),
        Row("{HAS_NONE} x", "x {IS_NONE}", "đơn vị khai là không có", "the unit declares that there is none"),
        Row(
            "{NONE_AROSE} x",
            "x {DID_NOT_ARISE}",
            "đơn vị khai là không phát sinh",
            "the unit declares that it did not arise",
        ),
    ),
    "conditions": (
        Row("c {AND} d", "c {AND} d", "cả hai cùng đúng", "both are true"),
        Row("c {OR} d", "c {OR} d", "ít nhất một vế đúng", "at least one is true"),
        Row("{NOT} c", "{NOT} c", "c không đúng", "c is not true"),
    ),
    "running": (
        Row(
            "{START_FROM} e",
            "{START_FROM} e",
            "điểm ban đầu, đứng trước các dòng cộng trừ",
            "where the points begin; stands before what awards and deducts",
        ),
        Row("{AWARD} e {WHEN} c", "{AWARD} e {WHEN} c", "cộng e nếu c đúng", "adds e where c is true"),
        Row("{DEDUCT} e {WHEN} c", "{DEDUCT} e {WHEN} c", "trừ e nếu c đúng", "takes e off where c is true"),
        Row(
            "{PER} n",
            "{PER} n",
            "nhân với số lần n: `trừ 0,25 điểm cho mỗi báo_cáo_chậm`",
            "times the count n: `deduct 0.25 points per late_reports`",
        ),
        Row(
            ", {LINE_CAP} e",
            ", {LINE_CAP} e",
            "mức chặn của riêng dòng đó; phải có dấu phẩy",
            "the cap of that one line; its comma is required",
        ),
        Row("{FLOOR}: e", "{FLOOR}: e", "điểm cộng dồn không xuống dưới e", "the running points do not fall below e"),
        Row("{CAP}: e", "{CAP}: e", "điểm cộng dồn không lên quá e", "the running points do not rise above e"),
    ),
    "steps": (
        Row(
            "{EVERY_FULL} k {OF} x: {DEDUCT} e",
            "{EVERY_FULL} k {OF} x: {DEDUCT} e",
            "số bậc đủ k trong x, nhân với e; `cộng` cũng được, thêm được `, không quá` và `nếu`",
            "the whole steps k in x, times e; `award` works too, `, at most` and `when` may follow",
        ),
    ),
    "outcomes": (
        Row(
            "…: {NOT_APPLICABLE}",
            "…: {NOT_APPLICABLE}",
            "không chấm; điểm tối đa của mục không tính vào cơ sở tính",
            "not scored; the node's maximum leaves the base",
        ),
        Row(
            "…: {REDISTRIBUTE}",
            "…: {REDISTRIBUTE}",
            "không chấm; điểm tối đa chuyển sang mục khác",
            "not scored; the maximum goes to other nodes",
        ),
    ),
    "groups": (
        Row(
            "{SUM_OF_PARTS}", "{SUM_OF_PARTS}", "cộng điểm các phần được chấm", "the points of the scored parts, added"
        ),
        Row("{MEAN_OF_PARTS}", "{MEAN_OF_PARTS}", "trung bình cộng điểm các phần", "their mean"),
        Row("{HIGHEST_PART}", "{HIGHEST_PART}", "điểm của phần cao nhất", "the highest of them"),
        Row("{LOWEST_PART}", "{LOWEST_PART}", "điểm của phần thấp nhất", "the lowest of them"),
        Row(
            '{ZERO} "1.1"; "1.2" {WHEN} c',
            '{ZERO} "1.1", "1.2" {WHEN} c',
            "các phần nêu tên được 0 điểm nếu c đúng",
            "the parts named get 0 points where c is true",
        ),
    ),
}
"""The word tables, each with its rows in the order of the page."""

ELSEWHERE = {
    "DIGITS": "functions",
    "STEP": "functions",
    "WHERE": "later",
    "OF_PREVIOUS_YEAR": "later",
    "EVERY": "habits",
    "EXCEPT_WHEN": "habits",
    "FROM": "ranges",
    "UP": "ranges",
    "DOWN": "ranges",
    "TO_UNDER": "ranges",
    "TO": "ranges",
    "ABOVE": "ranges",
    "UNDER": "ranges",
    "AT_LEAST": "ranges",
}
"""Words that stand in another table of the page than the word tables."""

_HEADS = {
    "vi": ("Viết", "Cũng đọc được", "Tiếng Anh", "Nghĩa"),
    "en": ("Write", "Also read", "Vietnamese", "Means"),
}


def _other(language: str) -> str:
    return "en" if language == "vi" else "vi"


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Write a table; a column that is empty throughout is left out."""
    kept = [index for index in range(len(heads)) if any(row[index] for row in rows)]
    lines = [[heads[index] for index in kept], ["---" for _ in kept], *([row[index] for index in kept] for row in rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def code(text: str) -> str:
    """Write as code."""
    return " · ".join(f"`{part}`" for part in text.split(" · ")) if text else ""


def words(language: str, group: str) -> str:
    """Write the word table of a group."""
    rows = []
    for row in GROUPS[group]:
        also = ", ".join(code(form) for form in row.also(language))
        means = row.means_vi if language == "vi" else row.means_en
        rows.append((code(row.pattern(language)), also, code(row.pattern(_other(language))), means))
    return table(_HEADS[language], rows)


# -- ranges ----------------------------------------


def _nowhere() -> Span:
    return Source("docs", "").span(0, 0)


def _percent(figure: int) -> Percent:
    return Percent(ratio=Fraction(figure, 100), span=_nowhere())


def range_rows() -> list[Range]:
    """Give one range of each form."""
    x = Name(name="r", span=_nowhere())

    def between(low: int | None, low_in: bool, high: int | None, high_in: bool, worded: bool = False) -> Range:
        lower = Bound(value=_percent(low), included=low_in) if low is not None else None
        upper = Bound(value=_percent(high), included=high_in) if high is not None else None
        return Range(subject=x, lower=lower, upper=upper, worded=worded, span=_nowhere())

    return [
        between(95, True, None, False),
        between(90, False, None, False),
        between(80, True, 95, False),
        between(70, True, 90, True),
        between(70, False, 90, True),
        between(70, False, 90, False),
        between(None, False, 70, False),
        between(None, False, 70, True),
        between(80, True, None, False, worded=True),
        between(None, False, 80, True, worded=True),
    ]


def ranges(language: str, _: str) -> str:
    """Write what each phrase of a range means."""
    said = {True: {"vi": "có", "en": "in"}, False: {"vi": "không", "en": "out"}, None: {"vi": "", "en": ""}}
    rows = []
    for each in range_rows():
        low, high = each.lower, each.upper
        signs = []
        if low:
            signs.append(f"{'≥' if low.included else '>'} {format_expression(low.value, language)}")
        if high:
            signs.append(f"{'≤' if high.included else '<'} {format_expression(high.value, language)}")
        ends = []
        for bound in (low, high):
            if bound:
                end = format_expression(bound.value, language)
                ends.append(
                    f"{end} {said[bound.included][language]}"
                    if language == "en"
                    else f"{said[bound.included][language]} {end}"
                )
        joint = " và " if language == "vi" else " and "
        rows.append(
            (
                code(format_expression(each, language)),
                joint.join(signs),
                ", ".join(ends),
                code(format_expression(each, _other(language))),
            )
        )
    heads = {
        "vi": ("Cụm từ", "Nghĩa", "Ngưỡng", "Tiếng Anh"),
        "en": ("Phrase", "Means", "The threshold is", "Vietnamese"),
    }
    also = [form for word in WORDS if word.terminal == "AT_LEAST" for form in word.forms(language)[1:]]
    note = (
        f"\n\n{ {'vi': 'Cũng đọc được', 'en': 'Also read'}[language] }: {', '.join(code(form) for form in also)}."
        if also
        else ""
    )
    return table(heads[language], rows) + note


# -- dates ----------------------------------------

YEAR = 2026
_D = datetime.date

DATE_ROWS: tuple[tuple[str, datetime.date | None, datetime.date | None], ...] = (
    ("d trước ngày 15/12", None, _D(2026, 12, 14)),
    ("d chậm nhất ngày 15/12", None, _D(2026, 12, 15)),
    ("d sau ngày 20/12", _D(2026, 12, 21), None),
    ("d từ ngày 01/01 đến ngày 31/03", _D(2026, 1, 1), _D(2026, 3, 31)),
    ("d trong quý I", _D(2026, 1, 1), _D(2026, 3, 31)),
    ("d trong quý IV năm trước", _D(2025, 10, 1), _D(2025, 12, 31)),
    ("d trong tháng 01", _D(2026, 1, 1), _D(2026, 1, 31)),
    ("d trong 6 tháng đầu năm", _D(2026, 1, 1), _D(2026, 6, 30)),
    ("d trong năm", _D(2026, 1, 1), _D(2026, 12, 31)),
    ("d chậm nhất ngày 31/12 năm trước", None, _D(2025, 12, 31)),
    ("d chậm nhất ngày 10/01 năm sau", None, _D(2027, 1, 10)),
    ("d chậm nhất ngày 15/12/2024", None, _D(2024, 12, 15)),
    ("d không quá 30 ngày kể từ ngày 15/01", None, _D(2026, 2, 14)),
    ("d trong 30 ngày kể từ ngày 15/01", _D(2026, 1, 15), _D(2026, 2, 14)),
)
"""A condition on a date, with the first and the last day for which it is true in the page's year, as tested."""


def expression_of(text: str, language: str) -> Expression:
    """Parse a text as one expression."""
    findings = Findings()
    rule = parse(MappedText.whole(Source("docs", text)), language, findings)
    assert rule is not None, [finding.message.id for finding in findings]
    line = rule.lines[0]
    assert isinstance(line, Lone)
    return line.value


def dates(language: str, _: str) -> str:
    """Write for which days each condition is true."""
    from parrules.messages.formats import format_date

    rows = []
    for text, first, last in DATE_ROWS:
        expression = expression_of(text, "vi")
        start, end = (format_date(day, language) if day else "" for day in (first, last))
        if language == "vi":
            days = f"{start} đến {end}" if start and end else f"đến hết {end}" if end else f"từ {start}"
        else:
            days = f"{start} to {end}" if start and end else f"up to {end}" if end else f"from {start}"
        rows.append(
            (code(format_expression(expression, language)), days, code(format_expression(expression, _other(language))))
        )
    heads = {
        "vi": ("Điều kiện", f"Với năm {YEAR}, nhận các ngày", "Tiếng Anh"),
        "en": ("Condition", f"True in {YEAR} for", "Vietnamese"),
    }
    forms = PREVIOUS_YEAR["vi"][:-1] if language == "vi" else (*PREVIOUS_YEAR["en"][1:], *NEXT_YEAR["en"][1:])
    spelled = ", ".join(code(form) for form in forms)
    also = {
        "vi": f"Cũng đọc được: `quý 4`, `quí IV`, `Q4`; {spelled}.",
        "en": f"Also read: `month 4`, `Apr`; {spelled}.",
    }
    return table(heads[language], rows) + "\n\n" + also[language]


# -- kinds ----------------------------------------

KIND_WORDS = {
    Kind.COUNT: ("số lượng", "count"),
    Kind.RATIO: ("tỷ lệ", "ratio"),
    Kind.AMOUNT: ("số tiền", "amount"),
    Kind.DAYS: ("số ngày", "days"),
    Kind.DATE: ("ngày", "date"),
    Kind.POINTS: ("điểm", "points"),
    Kind.NUMBER: ("số thường", "bare number"),
    Kind.WORKING_DAYS: ("số ngày làm việc", "working days"),
}

_SIGNS = {"+": kind_of_sum, "−": kind_of_difference, "×": kind_of_product, "÷": kind_of_quotient}
_PAIRS = (
    (Kind.COUNT, "÷", Kind.COUNT),
    (Kind.AMOUNT, "÷", Kind.AMOUNT),
    (Kind.RATIO, "×", Kind.POINTS),
    (Kind.COUNT, "×", Kind.POINTS),
    (Kind.POINTS, "÷", Kind.POINTS),
    (Kind.POINTS, "÷", Kind.COUNT),
    (Kind.RATIO, "×", Kind.COUNT),
    (Kind.COUNT, "+", Kind.COUNT),
    (Kind.DATE, "−", Kind.DATE),
    (Kind.DATE, "+", Kind.DAYS),
    (Kind.DATE, "+", Kind.WORKING_DAYS),
    (Kind.NUMBER, "+", Kind.POINTS),
    (Kind.COUNT, "+", Kind.POINTS),
    (Kind.COUNT, "÷", Kind.AMOUNT),
    (Kind.POINTS, "×", Kind.POINTS),
    (Kind.DATE, "+", Kind.NUMBER),
)


def kinds(language: str, _: str) -> str:
    """Write what operations make of kinds."""
    at = 0 if language == "vi" else 1
    none = ("không tính được", "means nothing: refused")[at]
    rows: dict[str, list[str]] = {}
    for left, sign, right in _PAIRS:
        kind = _SIGNS[sign](left, right)
        result = KIND_WORDS[kind][at] if kind else none
        rows.setdefault(result, []).append(f"{KIND_WORDS[left][at]} {sign} {KIND_WORDS[right][at]}")
    heads = {"vi": ("Phép tính", "Kết quả"), "en": ("Operation", "Gives")}
    return table(heads[language], [("; ".join(operations), result) for result, operations in rows.items()])


# -- functions ----------------------------------------

_FUNCTIONS: dict[str, tuple[str, str, str, str]] = {
    "min": ("a; b; …", "a, b, …", "số nhỏ nhất (hoặc ngày sớm nhất)", "the smallest number, or the earliest date"),
    "max": ("a; b; …", "a, b, …", "số lớn nhất (hoặc ngày muộn nhất)", "the largest number, or the latest date"),
    "choose": (
        "c; a; b",
        "c, a, b",
        "a nếu điều kiện c đúng, còn không thì b",
        "a where the condition c is true, else b",
    ),
    "default": ("x; e", "x, e", "x, hoặc e khi chưa có số liệu x", "x, or e where x is missing"),
    "round": ("x; 2 chữ số", "x, 2", "làm tròn đến số chữ số thập phân này", "rounded to so many decimals"),
    "round_to": ("x; 0,25", "x, 0.25", "làm tròn đến bội số của bậc này", "rounded to a multiple of this step"),
    "points": ('"1.1"', '"1.1"', "điểm của mục", "the points of a node"),
    "index": (
        '"1.1"',
        '"1.1"',
        "tỷ lệ điểm đạt trên điểm tối đa áp dụng của mục",
        "its points as a part of its applicable maximum",
    ),
    "maximum": ('"1.1"', '"1.1"', "điểm tối đa ghi trong bộ tiêu chí", "its maximum as declared"),
    "applicable_maximum": (
        '"1.1"',
        '"1.1"',
        "điểm tối đa còn lại sau giảm trừ, phân bổ",
        "what is left of it, or added to it",
    ),
}

FUNCTION_GROUPS = {
    "values": ("min", "max", "choose", "default", "round", "round_to"),
    "nodes": ("points", "index", "maximum", "applicable_maximum"),
}


def _function(key: str) -> Function:
    return next(function for function in FUNCTIONS if function.key == key)


def functions(language: str, group: str) -> str:
    """Write a table of functions."""
    rows = []
    for key in FUNCTION_GROUPS[group]:
        function = _function(key)
        vi, en, means_vi, means_en = _FUNCTIONS[key]
        arguments = {"vi": vi, "en": en}
        names = function.vi if language == "vi" else function.en
        also = [code(name.upper() if name in ("min", "max", "if", "round") else name) for name in names[1:]]
        if key == "round_to":
            also.append(code("làm_tròn(x; đến 0,25)" if language == "vi" else "round(x, to 0.25)"))
            also.append(code("làm_tròn(x; bước 0,25)" if language == "vi" else "round(x, step 0.25)"))
        call = {each: f"{function.written(each)}({arguments[each]})" for each in ("vi", "en")}
        means = means_vi if language == "vi" else means_en
        rows.append((code(call[language]), ", ".join(also), code(call[_other(language)]), means))
    return table(_HEADS[language], rows)


# -- what is answered, what is reserved ----------------------------------------

HABITS = {
    "vi": (
        "nếu r từ 85% - dưới 100%: 1",
        "nếu r không dưới 70%: 1",
        "nếu r => 70%: 1",
        "nếu r từ 95% trở lên va r dưới 99%: 1",
        "trừ trường hợp r dưới 70%: 0",
        "cứ mỗi 1% của r: trừ 0,1",
        "trừ 0,25 điểm cho mỗi n không quá 1 điểm",
        "nếu r trên 0.5: 1",
        "nếu n > 1.234: 1",
        "nếu r trên 50%: ½ điểm tối đa",
        "nếu r trên 50%: 2 x 3",
        "nếu x thiếu: 0",
        "when r dưới 70%: 0",
    ),
    "en": (
        "when r from 85% - under 100%: 1",
        "when r not under 70%: 1",
        "when r => 70%: 1",
        "except when r under 70%: 0",
        "deduct 0.25 points per n at most 1 point",
        "when r above 0,5: 1",
        "when n > 1,234: 1",
        "when r above 50%: ½ maximum",
        "when r above 50%: 2 x 3",
        "nếu r under 70%: 0",
    ),
}
"""Lines as people type them that are refused, each with one slip."""


def habits(language: str, _: str) -> str:
    """Write what the parser says to lines as people type them."""
    rows = []
    for text in HABITS[language]:
        findings = Findings()
        parse(MappedText.whole(Source("docs", text)), language, findings)
        first = findings.sorted()[0]
        help_ = tell(first.help, language) if first.help else ""
        rows.append((code(text), f"[{first.code}](findings/{first.code}.md)", tell(first.message, language), help_))
    heads = {"vi": ("Gõ", "Mã", "Phần mềm trả lời", "Gợi ý"), "en": ("Typed", "Code", "The answer", "Help")}
    return table(heads[language], rows)


_LATER = {
    "tables": ("số liệu dạng bảng: đếm, cộng theo dòng", "evidence tables: counting and adding rows"),
    "previous": ("số liệu năm trước của cùng đơn vị", "the same unit's evidence a year before"),
    "answers": ("phiếu điều tra", "survey answers"),
    "sets": ("kết quả của bộ tiêu chí khác", "another set's result"),
    "clamp": ("giới hạn, quy đổi thang điểm", "limits and scales"),
    "cohort": ("so với các đơn vị cùng khối", "the units ranked together"),
}


def later(language: str, _: str) -> str:
    """Write which words are reserved, by what they are for."""
    names: dict[str, list[str]] = {what: [] for what in _LATER}
    for word in WORDS:
        if word.terminal in LATER:
            names[LATER[word.terminal]].extend(word.forms(language))
    for function in FUNCTIONS:
        if function.later:
            mark = ".…" if function.later in ("cohort", "previous") else "(…)"
            names[function.later].extend(name + mark for name in (function.vi if language == "vi" else function.en))
    rows = [
        (what[0 if language == "vi" else 1], ", ".join(code(name) for name in dict.fromkeys(names[key])))
        for key, what in _LATER.items()
    ]
    heads = {"vi": ("Để làm gì", "Từ được giữ chỗ"), "en": ("For", "Reserved words")}
    return table(heads[language], rows)


GENERATORS = {
    "words": words,
    "ranges": ranges,
    "dates": dates,
    "kinds": kinds,
    "functions": functions,
    "habits": habits,
    "later": later,
}
