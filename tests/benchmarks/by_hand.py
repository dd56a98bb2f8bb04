"""The two tables as a careful programmer writes them once, with `decimal.Decimal` and nothing of parrules.

Comes in: an evidence file as PyYAML's C loader gives it. Goes out: points of every leaf, the domains, the total, the
grade. It knows these two tables only; a missing value is a KeyError, and nothing is traced, cited or explained. It is
what parrules is measured against.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

Value = Decimal | date | bool | str | None
Entry = dict[str, Value]
Values = dict[str, Entry]
Leaf = Callable[[Entry, Values], Decimal]

D = Decimal
ZERO, ONE, HALF, QUARTER = D(0), D(1), D("0.5"), D("0.25")
CENT = D("0.01")

POINTS, CLAIM = "#points", "#does-not-apply"
"""Beside the values of an entry: points that a person entered, and the accepted claim that the row does not apply."""

STAGES = ("self-assessment", "appraisal-1", "response", "appraisal-2", "final", "review")


@dataclass(frozen=True, slots=True)
class Result:
    """Points of one unit; a leaf that does not apply has none."""

    leaves: dict[str, Decimal | None]
    domains: dict[str, Decimal]
    total: Decimal
    grade: str


def rounded(number: Decimal) -> Decimal:
    """Round to two digits, a tie away from zero."""
    return number.quantize(CENT, ROUND_HALF_UP)


# -- evidence ----------------------------------------

_NUMBER = re.compile(r"-?\d+(?:,\d+)?%?")
_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_WORDS: dict[str, Value] = {"có": True, "không": False, "không có": None}


def value_of(raw: Any) -> Value:
    """Read one value of a Vietnamese file; none and not arising are `None`."""
    if isinstance(raw, dict):
        return value_of(raw["value"]) if "value" in raw else None
    if isinstance(raw, bool):
        return raw
    if not isinstance(raw, str):
        return D(str(raw))
    text = raw.strip()
    if text in _WORDS:
        return _WORDS[text]
    if _NUMBER.fullmatch(text):
        number = D(text.rstrip("%").replace(",", "."))
        return number / 100 if text.endswith("%") else number
    if _DATE.fullmatch(text):
        day, month, year = text.split("/")
        return date(int(year), int(month), int(day))
    return text


def values_of(data: Mapping[str, Any]) -> Values:
    """Lay the stages of a record over each other, value by value."""
    values: Values = {}
    for stage in STAGES:
        for node, said in data["stages"].get(stage, {}).get("nodes", {}).items():
            entry = values.setdefault(node, {})
            for name, raw in said.get("values", {}).items():
                entry[name] = value_of(raw)
            if "points" in said:
                entry[POINTS] = value_of(said["points"])
            if "not_applicable" in said:
                entry[CLAIM] = True
    return values


# -- what rows of both tables do ----------------------------------------


def proportion(part: Decimal, whole: Decimal, least: str, maximum: Decimal, empty: Decimal = ZERO) -> Decimal:
    """Give the share of the maximum, from a least rate up."""
    if whole == 0:
        return empty
    rate = part / whole
    return rate * maximum if rate >= D(least) else ZERO


def towards(part: Decimal, whole: Decimal, goal: str, maximum: Decimal) -> Decimal:
    """Give the maximum once the goal is reached, else the share of the goal."""
    if whole == 0:
        return ZERO
    rate = part / whole
    return maximum if rate >= D(goal) else rate / D(goal) * maximum


def band(figure: Decimal, *bands: tuple[str, Decimal]) -> Decimal:
    """Give the points of the first bound, from the highest down, that the figure reaches."""
    for least, points in bands:
        if figure >= D(least):
            return points
    return ZERO


def handled(entry: Entry, full: Decimal, partly: Decimal) -> Decimal:
    """Give points by how many of ``a`` problems were handled in full (``b``) and in part (``c``)."""
    a, b, c = entry["a"], entry["b"], entry["c"]
    if b + c > a:
        raise ValueError("b + c > a")
    return full if a == 0 else b / a * full + c / a * partly


def taken_off(maximum: Decimal, each: Decimal, times: Decimal) -> Decimal:
    """Take something off for each occurrence, down to 0."""
    return max(maximum - each * times, ZERO)


def survey(entry: Entry, values: Values) -> Decimal:
    """Take what was entered; there is no rule."""
    return entry[POINTS]


# -- the provincial table: criteria/par-index-province/2021.yaml ----------------------------------------


def plan_issued(entry: Entry, values: Values) -> Decimal:
    """1.1.1."""
    day = entry["ngày_ban_hành"]
    if day is None:
        return ZERO
    if date(2020, 10, 1) <= day <= date(2020, 12, 31):
        return HALF
    return QUARTER if date(2021, 1, 1) <= day <= date(2021, 3, 31) else ZERO


def documents_checked(entry: Entry, values: Values) -> Decimal:
    """2.3.1."""
    done = entry["văn_bản_đã_kiểm_tra"] == entry["văn_bản_phải_kiểm_tra"]
    return HALF if entry["xây_dựng_kế_hoạch"] and done and entry["báo_cáo_kết_quả"] else ZERO


def posts_cut(entry: Entry, values: Values) -> Decimal:
    """4.2.3; the posts allotted are those of 4.2.1."""
    before = entry["biên_chế_năm_2015"]
    cut = (before - values["4.2.1"]["biên_chế_được_giao"]) / before
    if cut >= D("0.1"):
        return D("1.5")
    return cut / D("0.1") * D("1.5") if cut > 0 else ZERO


def promotion_examined(entry: Entry, values: Values) -> Decimal:
    """5.3: none held in the year gives the maximum, whether a value or a claim says so."""
    if CLAIM in entry or entry["việc_thi_xét"] is None:
        return HALF
    return HALF if entry["việc_thi_xét"] == "đúng" else ZERO


def electronic_documents(entry: Entry, values: Values) -> Decimal:
    """7.1.3: three levels, each from 80% up."""
    return sum(
        (
            proportion(entry[f"văn_bản_điện_tử_{level}"], entry[f"văn_bản_{level}"], "0.8", HALF)
            for level in ("cấp_tỉnh", "cấp_huyện", "cấp_xã")
        ),
        ZERO,
    )


def enterprises_grown(entry: Entry, values: Values) -> Decimal:
    """8.2.2."""
    before = entry["doanh_nghiệp_năm_trước"]
    growth = (entry["doanh_nghiệp_năm_nay"] - before) / before
    if growth >= D("0.1"):
        return ONE
    return HALF if growth > 0 else ZERO


def saving(before: Decimal, now: Decimal) -> Decimal:
    """4.1.3 and 6.3.2: a cut of 10% or of 5% since 2015."""
    return band((before - now) / before, ("0.1", ONE), ("0.05", HALF))


PROVINCE: dict[str, Leaf] = {
    "1.1.1": plan_issued,
    "1.1.2": lambda e, v: proportion(e["nhiệm_vụ_hoàn_thành"], e["nhiệm_vụ_theo_kế_hoạch"], "0.8", ONE),
    "1.2": lambda e, v: HALF if e["gửi_đầy_đủ"] and e["đúng_nội_dung"] and e["đúng_thời_gian"] else ZERO,
    "1.3.1": lambda e, v: band(e["đã_kiểm_tra"] / e["tổng_cơ_quan"], ("0.3", HALF), ("0.2", QUARTER)),
    "1.3.2": lambda e, v: handled(e, ONE, HALF),
    "1.4": lambda e, v: (
        band(e["nhiệm_vụ_hoàn_thành"] / e["nhiệm_vụ_theo_kế_hoạch"], ("1", HALF), ("0.8", QUARTER))
        if e["nhiệm_vụ_theo_kế_hoạch"]
        else ZERO
    ),
    "1.5": lambda e, v: band(e["sáng_kiến_được_công_nhận"], ("3", ONE), ("1", HALF)),
    "1.6": lambda e, v: {"đúng_tiến_độ": D("1.5"), "muộn_tiến_độ": ONE, "chưa_hoàn_thành": ZERO}[e["kết_quả"]],
    "1.7.1": survey,
    "1.7.2": survey,
    "2.1.1": lambda e, v: (
        QUARTER * (e["thu_thập_thông_tin"] + e["kiểm_tra_thi_hành"] + e["điều_tra_khảo_sát"] + e["báo_cáo_đúng_hạn"])
    ),
    "2.1.2": lambda e, v: {"đầy_đủ": ONE, "chưa_đầy_đủ": ZERO}[e["kết_quả_xử_lý"]],
    "2.2.1": lambda e, v: proportion(e["văn_bản_đã_rà_soát"], e["văn_bản_phải_rà_soát"], "0.7", HALF, empty=HALF),
    "2.2.2": lambda e, v: handled(e, ONE, HALF),
    "2.3.1": documents_checked,
    "2.3.2": lambda e, v: taken_off(ONE, QUARTER, e["văn_bản_chưa_xử_lý"]),
    "2.4.1": survey,
    "2.4.2": survey,
    "2.4.3": survey,
    "2.4.4": survey,
    "3.1.1": lambda e, v: proportion(e["thủ_tục_đã_rà_soát"], e["thủ_tục_theo_kế_hoạch"], "0.8", HALF),
    "3.1.2": lambda e, v: handled(e, HALF, QUARTER),
    "3.2.1": lambda e, v: {"đúng_quy_định": HALF, "sai_quy_định": ZERO}[e["việc_công_bố"]],
    "3.2.2": lambda e, v: (
        HALF * e["công_khai_cấp_tỉnh"] + QUARTER * e["công_khai_cấp_huyện"] + QUARTER * e["công_khai_cấp_xã"]
    ),
    "3.2.3": lambda e, v: proportion(e["hồ_sơ_công_khai"], e["hồ_sơ_tiếp_nhận"], "0.5", ONE),
    "3.3.1": lambda e, v: proportion(e["thủ_tục_một_cửa"], e["tổng_thủ_tục"], "0.8", ONE),
    "3.3.2": lambda e, v: band(e["thủ_tục_liên_thông"], ("30", ONE), ("20", HALF)),
    "3.4.1": lambda e, v: proportion(e["hồ_sơ_đúng_hạn"], e["hồ_sơ_đã_giải_quyết"], "0.95", ONE),
    "3.4.2": lambda e, v: proportion(e["hồ_sơ_đúng_hạn"], e["hồ_sơ_đã_giải_quyết"], "0.95", ONE),
    "3.4.3": lambda e, v: proportion(e["hồ_sơ_đúng_hạn"], e["hồ_sơ_đã_giải_quyết"], "0.95", ONE),
    "3.4.4": lambda e, v: proportion(e["hồ_sơ_đã_xin_lỗi"], e["hồ_sơ_quá_hạn"], "0.9", ONE, empty=ONE),
    "3.5.1": lambda e, v: {"đúng_quy_định": HALF, "sai_quy_định": ZERO}[e["việc_tiếp_nhận"]],
    "3.5.2": lambda e, v: proportion(e["phản_ánh_đã_xử_lý"], e["phản_ánh_tiếp_nhận"], "0.9", HALF, empty=HALF),
    "3.6.1": survey,
    "3.6.2": survey,
    "4.1.1": lambda e, v: {"đúng_quy_định": D("1.5"), "sai_quy_định": ZERO}[e["việc_sắp_xếp"]],
    "4.1.2": lambda e, v: taken_off(ONE, QUARTER, e["cơ_quan_vượt_số_lượng"]),
    "4.1.3": lambda e, v: saving(e["đơn_vị_năm_2015"], e["đơn_vị_hiện_có"]),
    "4.2.1": lambda e, v: HALF if e["biên_chế_sử_dụng"] <= e["biên_chế_được_giao"] else ZERO,
    "4.2.2": lambda e, v: {"không_vượt": HALF, "vượt": ZERO}[e["số_người_làm_việc"]],
    "4.2.3": posts_cut,
    "4.3.1": lambda e, v: {"đầy_đủ": HALF, "chưa_đầy_đủ": ZERO}[e["việc_thực_hiện"]],
    "4.3.2": lambda e, v: HALF if e["kiểm_tra_định_kỳ"] else ZERO,
    "4.3.3": lambda e, v: handled(e, HALF, QUARTER),
    "4.4.1": survey,
    "4.4.2": survey,
    "4.4.3": survey,
    "5.1.1": lambda e, v: proportion(e["cơ_quan_bố_trí_đúng"], e["tổng_cơ_quan"], "0.6", ONE),
    "5.1.2": lambda e, v: proportion(e["đơn_vị_bố_trí_đúng"], e["tổng_đơn_vị"], "0.6", ONE),
    "5.2.1": lambda e, v: {"đúng": HALF, "sai_phạm": ZERO}[e["việc_tuyển_dụng"]],
    "5.2.2": lambda e, v: {"đúng": HALF, "sai_phạm": ZERO}[e["việc_tuyển_dụng"]],
    "5.3": promotion_examined,
    "5.4": lambda e, v: taken_off(ONE, HALF, e["bổ_nhiệm_sai_quy_định"]),
    "5.5.1": lambda e, v: {"đúng": HALF, "không_đúng": ZERO}[e["trình_tự_đánh_giá"]],
    "5.5.2": lambda e, v: ZERO if e["lãnh_đạo_bị_kỷ_luật"] >= 1 else ONE,
    "5.6.1": lambda e, v: proportion(e["lớp_đã_mở"], e["lớp_theo_kế_hoạch"], "0.7", HALF),
    "5.6.2": lambda e, v: towards(e["công_chức_được_bồi_dưỡng"], e["tổng_công_chức"], "0.8", HALF),
    "5.7.1": lambda e, v: band(e["công_chức_đạt_chuẩn"] / e["tổng_công_chức"], ("1", HALF), ("0.95", QUARTER)),
    "5.7.2": lambda e, v: band(e["cán_bộ_đạt_chuẩn"] / e["tổng_cán_bộ"], ("1", HALF), ("0.95", QUARTER)),
    "5.8.1": survey,
    "5.8.2": survey,
    "5.8.3": survey,
    "5.8.4": survey,
    "6.1.1": lambda e, v: band(e["đã_giải_ngân"] / e["kế_hoạch_vốn"], ("0.95", D(2)), ("0.9", D("1.5")), ("0.8", ONE)),
    "6.1.2": lambda e, v: {"không_sai_phạm": ONE, "sai_phạm": ZERO}[e["việc_sử_dụng_kinh_phí"]],
    "6.1.3": lambda e, v: proportion(
        e["số_tiền_đã_thực_hiện"], e["số_tiền_phải_thực_hiện"], "0.7", D("1.5"), empty=D("1.5")
    ),
    "6.2.1": lambda e, v: band(e["đơn_vị_đã_ban_hành"] / e["đơn_vị_phải_ban_hành"], ("1", HALF)),
    "6.2.2": lambda e, v: (
        HALF if e["ngày_kết_luận_kiểm_tra"] is not None and e["ngày_kết_luận_kiểm_tra"].year == 2021 else ZERO
    ),
    "6.3.1": lambda e, v: band(e["đơn_vị_năm_nay"] - e["đơn_vị_năm_trước"], ("2", D("1.5")), ("1", ONE)),
    "6.3.2": lambda e, v: saving(e["chi_năm_2015"], e["chi_năm_nay"]),
    "6.3.3": lambda e, v: {"không_sai_phạm": ONE, "sai_phạm": ZERO}[e["việc_phân_phối"]],
    "6.4.1": survey,
    "6.4.2": survey,
    "7.1.1": lambda e, v: HALF if e["cập_nhật_kiến_trúc"] else ZERO,
    "7.1.2": lambda e, v: proportion(e["nhiệm_vụ_hoàn_thành"], e["nhiệm_vụ_theo_kế_hoạch"], "0.8", ONE),
    "7.1.3": electronic_documents,
    "7.1.4": lambda e, v: HALF * (e["vận_hành_nền_tảng"] + e["kết_nối_trục_quốc_gia"]),
    "7.2.1": lambda e, v: towards(e["thủ_tục_phát_sinh_hồ_sơ"], e["thủ_tục_trực_tuyến"], "0.6", D("1.5")),
    "7.2.2": lambda e, v: towards(e["hồ_sơ_trực_tuyến"], e["tổng_hồ_sơ"], "0.4", ONE),
    "7.2.3": lambda e, v: towards(e["hồ_sơ_trực_tuyến"], e["tổng_hồ_sơ"], "0.3", ONE),
    "7.2.4": lambda e, v: band(e["hồ_sơ_thanh_toán_trực_tuyến"] / e["hồ_sơ_phải_nộp_phí"], ("0.3", ONE), ("0.1", HALF)),
    "7.3.1": lambda e, v: proportion(e["thủ_tục_phát_sinh_hồ_sơ"], e["tổng_thủ_tục"], "0.5", ONE),
    "7.3.2": lambda e, v: towards(e["hồ_sơ_trả_qua_bưu_chính"], e["hồ_sơ_đã_trả"], "0.2", ONE),
    "7.4.1": lambda e, v: HALF if e["cơ_quan_đã_công_bố"] == e["tổng_cơ_quan"] else ZERO,
    "7.4.2": lambda e, v: band(e["xã_đã_công_bố"] / e["tổng_xã"], ("0.8", HALF), ("0.6", QUARTER)),
    "7.4.3": lambda e, v: handled(e, HALF, QUARTER),
    "7.5.1": survey,
    "7.5.2": survey,
    "8.1": lambda e, v: rounded(e["chỉ_số_sipas"] * 10),
    "8.2.1": lambda e, v: ONE if e["vốn_năm_nay"] > e["vốn_năm_trước"] else ZERO,
    "8.2.2": enterprises_grown,
    "8.2.3": lambda e, v: band(e["số_thực_thu"] / e["dự_toán_được_giao"], ("1.05", D("1.5")), ("1", ONE)),
    "8.2.4": lambda e, v: band(
        e["chỉ_tiêu_đạt"] / e["chỉ_tiêu_được_giao"], ("1", D("1.5")), ("0.9", ONE), ("0.8", HALF)
    ),
    "8.2.5": lambda e, v: ONE if e["tốc_độ_thực_hiện"] >= e["tốc_độ_theo_kế_hoạch"] else ZERO,
}


def province(values: Values) -> Result:
    """Score a province: 94 leaves, 8 domains, the total rounded to two digits, the group."""
    leaves: dict[str, Decimal | None] = {}
    domains = dict.fromkeys("12345678", ZERO)
    for node, rule in PROVINCE.items():
        entry = values[node]
        points = entry[POINTS] if POINTS in entry else rule(entry, values)
        leaves[node] = points
        domains[node[0]] += points
    total = rounded(sum(domains.values(), ZERO))
    grade = "A" if total >= 90 else "B" if total >= 80 else "C" if total >= 70 else "D"
    return Result(leaves, domains, total, grade)


# -- the communes' table: criteria/commune-resolution-57/2026.yaml ----------------------------------------


def commune_plan(entry: Entry, values: Values) -> Decimal:
    """I.1."""
    days = entry["days_after_provincial_plan"]
    if not (entry["plan_issued"] and entry["quality_ok"]) or days > 60:
        return ZERO
    return D(3) if days <= 30 else D("1.5")


def inspected(entry: Entry, values: Values) -> Decimal | None:
    """I.2.1."""
    if CLAIM in entry or entry["subjects"] == 0:
        return None
    if entry["inspected"] == 0:
        return ZERO
    return band(entry["inspected"] / entry["subjects"], ("0.3", ONE), ("0.25", HALF), ("0", QUARTER))


def problems(entry: Entry, values: Values) -> Decimal:
    """I.2.2."""
    return ONE if entry["problems_found"] == 0 or entry["problems_left"] == 0 else ZERO


def tasks_done(entry: Entry, values: Values) -> Decimal | None:
    """II.1.1 and II.1.2."""
    if entry["assigned"] == 0:
        return None
    return band(entry["done"] / entry["assigned"], ("1", D(10)), ("0.9", D(8)), ("0.8", D(6)), ("0.7", D(4)))


def requests_answered(entry: Entry, values: Values) -> Decimal | None:
    """II.2."""
    if CLAIM in entry or entry["requests"] == 0:
        return None
    return D(8) if entry["answered_on_time"] == entry["requests"] else ZERO


def classes(entry: Entry, values: Values) -> Decimal:
    """II.4.2; whether there is a plan is said in II.4.1."""
    if entry["classes_held"] == 0:
        return ZERO
    if not values["II.4.1"]["training_plan"] or entry["classes_planned"] == 0:
        return D(2)
    rate = entry["classes_held"] / entry["classes_planned"]
    return band(rate, ("1", D(5)), ("0.85", D(4)), ("0.6", D(3)), ("0", D(2)))


def numbers(figure: Decimal) -> Decimal:
    """II.5.1 and II.5.2."""
    return ZERO if figure == 0 else band(figure, ("100", D(4)), ("50", D(3)), ("0", D(2)))


def disbursed(entry: Entry, values: Values) -> Decimal | None:
    """II.6."""
    if CLAIM in entry or entry["allotted"] == 0:
        return None
    rate = entry["disbursed"] / entry["allotted"]
    if rate >= D("0.85"):
        return D(10)
    return rounded(rate / D("0.85") * 10) if rate >= D("0.6") else ZERO


def report_sent(entry: Entry, values: Values) -> Decimal:
    """II.7."""
    day = entry["report_date"]
    return D(3) if day is not None and day < date(2026, 12, 15) and entry["evidence_complete"] else ZERO


def breakthrough(entry: Entry, values: Values) -> Decimal:
    """IV.3.1."""
    if entry["breakthrough"] == "improved_model":
        return entry["granted"]
    return {"pioneering": D(6), "none": ZERO}[entry["breakthrough"]]


def late(entry: Entry, values: Values) -> Decimal:
    """V.1: 1 point for the first two days, 1 more for each day from the third."""
    days = entry["days_late"]
    if days == 0 or entry["excused"]:
        return ZERO
    return -ONE - (days - 2 if days >= 3 else ZERO)


COMMUNE: dict[str, Callable[[Entry, Values], Decimal | None]] = {
    "I.1": commune_plan,
    "I.2.1": inspected,
    "I.2.2": problems,
    "I.3": lambda e, v: D(3) if e["count_complete"] and e["content_complete"] and e["all_on_time"] else ZERO,
    "I.4": lambda e, v: band(e["initiatives"], ("2", D(2)), ("1", ONE)),
    "II.1.1": tasks_done,
    "II.1.2": tasks_done,
    "II.1.3": lambda e, v: {"effective_regular": D(10), "irregular": D(3), "none": ZERO}[e["platform_use"]],
    "II.2": requests_answered,
    "II.3.1": lambda e, v: D(4) if e["staff_number_right"] else ZERO,
    "II.3.2": lambda e, v: D(4) if e["staff_number_right"] else ZERO,
    "II.4.1": lambda e, v: D(3) if e["training_plan"] else ZERO,
    "II.4.2": classes,
    "II.5.1": lambda e, v: numbers(e["participants"]),
    "II.5.2": lambda e, v: numbers(e["items"]),
    "II.6": disbursed,
    "II.7": report_sent,
    "IV.1": lambda e, v: band(e["solutions"], ("2", D(2)), ("1", ONE)),
    "IV.2": lambda e, v: ONE if e["rate_this_year"] > e["rate_last_year"] else ZERO,
    "IV.3.1": breakthrough,
    "IV.3.2": lambda e, v: band(e["press_articles"], ("5", D(3)), ("2", D("1.5"))),
    "IV.3.3": lambda e, v: band(e["best_star"], ("4", ONE), ("3", HALF)),
    "IV.3.4": lambda e, v: ONE if e["registrations"] >= 1 else ZERO,
    "IV.3.5": lambda e, v: ONE if e["approved_task"] else ZERO,
    "V.1": late,
    "V.2": lambda e, v: -ONE if e["failed"] else ZERO,
    "V.3": lambda e, v: -HALF if e["missed"] else ZERO,
    "V.4": lambda e, v: -ONE if e["imposed"] else ZERO,
}
MAXIMA = {"I.2.1": ONE, "II.1.1": D(10), "II.1.2": D(10), "II.2": D(8), "II.6": D(10)}
"""Maxima of the rows that may not apply."""


def commune(values: Values) -> Result:
    """Score a commune: all rows, the parts, the total on the scale of 85 with bonus and deductions, the grade."""
    leaves: dict[str, Decimal | None] = {}
    domains = dict.fromkeys(("I", "II", "IV", "V"), ZERO)
    base = D(85)
    for node, rule in COMMUNE.items():
        entry = values[node]
        points = entry[POINTS] if POINTS in entry else rule(entry, values)
        leaves[node] = points
        if points is None:
            base -= MAXIMA[node]
        else:
            domains[node.partition(".")[0]] += points
    # Rows that do not apply are taken off the 85 points of parts I and II; I.1 always applies, so the base is never 0.
    running = (domains["I"] + domains["II"]) / base * 85 + min(domains["IV"], D(15)) + domains["V"]
    total = rounded(min(max(running, ZERO), D(100)))
    grade = "A" if total >= 90 else "B" if total >= 75 else "C" if total >= 50 else "D"
    return Result(leaves, domains, total, grade)


# -- telling ----------------------------------------


def told(number: Decimal) -> str:
    """Write a figure with two digits and a decimal comma."""
    return f"{number:.2f}".replace(".", ",")


def explain_plan(entry: Entry, points: Decimal) -> str:
    """Tell why a province has its points of 1.1.2, in Vietnamese."""
    done, planned = entry["nhiệm_vụ_hoàn_thành"], entry["nhiệm_vụ_theo_kế_hoạch"]
    head = f"1.1.2. Mức độ hoàn thành kế hoạch CCHC: {told(points)}/1,00 điểm, mất {told(1 - points)} điểm\n"
    if planned == 0:
        return head + "Kế hoạch không có nhiệm vụ: 0 điểm."
    rate = done / planned
    where = "từ 100% trở lên" if rate >= 1 else "từ 80% đến dưới 100%" if rate >= D("0.8") else "dưới 80%"
    more = "" if done >= planned else f" Thêm {planned - done} nhiệm vụ thì đạt điểm tối đa."
    return (
        f"{head}{done}/{planned} nhiệm vụ, đạt {told(100 * rate)}%, thuộc mức {where}: {told(points)} điểm. "
        f"{done} ÷ {planned} = {told(100 * rate)}%; {told(100 * rate)}% × 1 điểm.{more}"
    )


def lines(data: Mapping[str, Any], result: Result) -> Iterator[str]:
    """Write a result as a table."""
    yield f"{data['set']}/{data['year']}  {data['unit']['id']}"
    for node, points in result.leaves.items():
        yield f"  {node:8}{'–' if points is None else told(points):>8}"
    for node, points in result.domains.items():
        yield f"{node:10}{told(points):>8}"
    yield f"{'':10}{told(result.total):>8}  {result.grade}"


SCORE = {"par-index-province": province, "commune-resolution-57": commune}


def main(arguments: list[str]) -> int:
    """Read an evidence file, score it and print the table."""
    import yaml

    data = yaml.load(Path(arguments[0]).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    result = SCORE[data["set"]](values_of(data))
    sys.stdout.write("\n".join(lines(data, result)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
