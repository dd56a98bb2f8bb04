"""Synthetic evidence for many units, in memory: plain data like the example files, the same for the same seed.

Figures crowd around the thresholds of the rules: parts a little under, at and over a rate, dates at the ends of a
quarter. Parts are never above their wholes, some rows do not arise, and the appraisal changes some values. No unit,
paper or figure is real.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

Data = dict[str, Any]
Make = Callable[[Random], Data]

NOTE = {
    "vi": "Số liệu giả định do chương trình sinh ra để đo tốc độ. Không có đơn vị, văn bản, số liệu nào là thật.",
    "en": "Synthetic figures made by a program to measure speed. No unit, paper or figure is real.",
}


# -- values as a Vietnamese file writes them ----------------------------------------


def written(hundredths: int) -> int | str:
    """Write a figure given in hundredths: whole numbers as numbers, others as text with a comma."""
    whole, rest = divmod(hundredths, 100)
    return whole if rest == 0 else f"{whole},{rest:02}".rstrip("0")


def yes_no(*names: str, likely: float = 0.85) -> Make:
    return lambda rng: {name: "có" if rng.random() < likely else "không" for name in names}


def option(name: str, *keys: str) -> Make:
    """Choose an option; the first is the likeliest."""
    return lambda rng: {name: rng.choice((*keys[:1] * 3, *keys))}


def count(name: str, *choices: int) -> Make:
    return lambda rng: {name: rng.choice(choices)}


def part_at(rng: Random, whole: int, rates: tuple[int, ...]) -> int:
    """Choose a part of a whole: near one of the rates (in percent), or anywhere."""
    if rng.random() < 0.3:
        return rng.randint(0, whole)
    return max(0, min(whole, whole * rng.choice(rates) // 100 + rng.choice((-1, 0, 0, 1))))


def share(part: str, whole: str, most: int, *rates: int, least: int = 1, money: bool = False) -> Make:
    """Make a whole and a part of it; where the whole may be 0 (``least=0``), it sometimes is."""

    def make(rng: Random) -> Data:
        above = 0 if least == 0 and rng.random() < 0.08 else rng.randint(max(least, 1), most)
        above = above * 100 + rng.choice((0, 0, 50, 25)) if money and above else above
        below = part_at(rng, above, rates)
        return {whole: written(above), part: written(below)} if money else {whole: above, part: below}

    return make


def handled(rng: Random) -> Data:
    """Make the pattern a, b, c: problems, handled in full, handled in part."""
    a = rng.choice((0, 1, 2, 3, 4, 6, 7, 8, 9, 11, 12))
    b = part_at(rng, a, (50, 80, 100))
    return {"a": a, "b": b, "c": rng.randint(0, a - b)}


def compared(before: str, now: str, most: int, *changes: int, money: bool = False) -> Make:
    """Make a figure of an earlier year and one of this year, which differs from it by about one of the percentages."""

    def make(rng: Random) -> Data:
        old = rng.randint(most // 10 or 1, most) * (100 if money else 1)
        new = max(0, old * (100 + rng.choice(changes)) // 100 + rng.choice((-1, 0, 0, 1)))
        return {before: written(old), now: written(new)} if money else {before: old, now: new}

    return make


def day(name: str, *days: str, none: float = 0) -> Make:
    return lambda rng: {name: "không có" if rng.random() < none else rng.choice(days)}


def both(*makes: Make) -> Make:
    return lambda rng: {name: value for make in makes for name, value in make(rng).items()}


def percent(rng: Random, low: int, high: int) -> str:
    """Write a ratio, given in hundredths of a percent."""
    return str(written(rng.randint(low, high))) + "%"


def documents_checked(rng: Random) -> Data:
    checked = share("văn_bản_đã_kiểm_tra", "văn_bản_phải_kiểm_tra", 90, 100, least=0)
    return both(yes_no("xây_dựng_kế_hoạch", "báo_cáo_kết_quả"), checked)(rng)


def promotion(rng: Random) -> Data:
    if rng.random() < 0.2:
        return {"việc_thi_xét": {"not-arising": "Trong năm không tổ chức thi, xét (giả định)"}}
    return option("việc_thi_xét", "đúng", "không_đúng")(rng)


def electronic(rng: Random) -> Data:
    levels = ("cấp_tỉnh", "cấp_huyện", "cấp_xã")
    makes = [share(f"văn_bản_điện_tử_{level}", f"văn_bản_{level}", 30000, 80, 90, 100, least=500) for level in levels]
    return both(*makes)(rng)


def growth(rng: Random) -> Data:
    plan = rng.randint(400, 900)
    done = plan + rng.choice((-120, -1, 0, 1, 85))
    return {"tốc_độ_theo_kế_hoạch": f"{written(plan)}%", "tốc_độ_thực_hiện": f"{written(done)}%"}


def own_plan(rng: Random) -> Data:
    days = count("days_after_provincial_plan", 0, 28, 30, 31, 60, 61, 75)
    return both(yes_no("plan_issued", "quality_ok"), days)(rng)


def problems(rng: Random) -> Data:
    found = rng.randint(0, 6)
    return {"problems_found": found, "problems_left": rng.choice((0, found))}


def allotted(rng: Random) -> Data:
    if rng.random() < 0.15:
        return {"allotted": 0, "disbursed": 0}
    return share("disbursed", "allotted", 2000, 60, 70, 85, 90)(rng)


def rates(rng: Random) -> Data:
    last = rng.randint(0, 9000)
    now = max(0, last + rng.choice((-100, 0, 1, 250)))
    return {"rate_this_year": f"{written(now)}%", "rate_last_year": f"{written(last)}%"}


PLANNED = ("30/09/2020", "01/10/2020", "31/12/2020", "01/01/2021", "31/03/2021", "01/04/2021")
INSPECTED = ("31/12/2020", "01/01/2021", "17/06/2021", "31/12/2021", "01/01/2022")
SENT = ("12/12/2026", "14/12/2026", "15/12/2026")
"""Days around deadlines."""

PROVINCE: dict[str, tuple[str, Make]] = {
    "1.1.1": ("0,5", day("ngày_ban_hành", *PLANNED, none=0.05)),
    "1.1.2": ("1", share("nhiệm_vụ_hoàn_thành", "nhiệm_vụ_theo_kế_hoạch", 60, 80, 97, 100, least=0)),
    "1.2": ("0,5", yes_no("gửi_đầy_đủ", "đúng_nội_dung", "đúng_thời_gian")),
    "1.3.1": ("0,5", share("đã_kiểm_tra", "tổng_cơ_quan", 40, 20, 30, 40)),
    "1.3.2": ("1", handled),
    "1.4": ("0,5", share("nhiệm_vụ_hoàn_thành", "nhiệm_vụ_theo_kế_hoạch", 30, 80, 100, least=0)),
    "1.5": ("1", count("sáng_kiến_được_công_nhận", 0, 1, 2, 3, 5)),
    "1.6": ("1,5", option("kết_quả", "đúng_tiến_độ", "muộn_tiến_độ", "chưa_hoàn_thành")),
    "2.1.1": ("1", yes_no("thu_thập_thông_tin", "kiểm_tra_thi_hành", "điều_tra_khảo_sát", "báo_cáo_đúng_hạn")),
    "2.1.2": ("1", option("kết_quả_xử_lý", "đầy_đủ", "chưa_đầy_đủ")),
    "2.2.1": ("0,5", share("văn_bản_đã_rà_soát", "văn_bản_phải_rà_soát", 160, 70, 90, 100, least=0)),
    "2.2.2": ("1", handled),
    "2.3.1": ("0,5", documents_checked),
    "2.3.2": ("1", count("văn_bản_chưa_xử_lý", 0, 0, 1, 2, 4, 5)),
    "3.1.1": ("0,5", share("thủ_tục_đã_rà_soát", "thủ_tục_theo_kế_hoạch", 40, 80, 100, least=0)),
    "3.1.2": ("0,5", handled),
    "3.2.1": ("0,5", option("việc_công_bố", "đúng_quy_định", "sai_quy_định")),
    "3.2.2": ("1", yes_no("công_khai_cấp_tỉnh", "công_khai_cấp_huyện", "công_khai_cấp_xã")),
    "3.2.3": ("1", share("hồ_sơ_công_khai", "hồ_sơ_tiếp_nhận", 250000, 50, 80, 100, least=1000)),
    "3.3.1": ("1", share("thủ_tục_một_cửa", "tổng_thủ_tục", 2200, 80, 95, 100, least=1200)),
    "3.3.2": ("1", count("thủ_tục_liên_thông", 12, 19, 20, 29, 30, 44)),
    "3.4.1": ("1", share("hồ_sơ_đúng_hạn", "hồ_sơ_đã_giải_quyết", 80000, 95, 99, 100, least=900)),
    "3.4.2": ("1", share("hồ_sơ_đúng_hạn", "hồ_sơ_đã_giải_quyết", 90000, 95, 99, 100, least=900)),
    "3.4.3": ("1", share("hồ_sơ_đúng_hạn", "hồ_sơ_đã_giải_quyết", 60000, 95, 99, 100, least=900)),
    "3.4.4": ("1", share("hồ_sơ_đã_xin_lỗi", "hồ_sơ_quá_hạn", 8000, 90, 100, least=0)),
    "3.5.1": ("0,5", option("việc_tiếp_nhận", "đúng_quy_định", "sai_quy_định")),
    "3.5.2": ("0,5", share("phản_ánh_đã_xử_lý", "phản_ánh_tiếp_nhận", 90, 90, 100, least=0)),
    "4.1.1": ("1,5", option("việc_sắp_xếp", "đúng_quy_định", "sai_quy_định")),
    "4.1.2": ("1", count("cơ_quan_vượt_số_lượng", 0, 0, 1, 3, 4, 6)),
    "4.1.3": ("1", compared("đơn_vị_năm_2015", "đơn_vị_hiện_có", 800, -15, -10, -5, 2)),
    "4.2.1": ("0,5", compared("biên_chế_được_giao", "biên_chế_sử_dụng", 3000, -4, 0, 0, 1)),
    "4.2.2": ("0,5", option("số_người_làm_việc", "không_vượt", "vượt")),
    "4.2.3": ("1,5", count("biên_chế_năm_2015", 900, 1500, 2137, 2500, 3400)),
    "4.3.1": ("0,5", option("việc_thực_hiện", "đầy_đủ", "chưa_đầy_đủ")),
    "4.3.2": ("0,5", yes_no("kiểm_tra_định_kỳ")),
    "4.3.3": ("0,5", handled),
    "5.1.1": ("1", share("cơ_quan_bố_trí_đúng", "tổng_cơ_quan", 40, 60, 80, 100)),
    "5.1.2": ("1", share("đơn_vị_bố_trí_đúng", "tổng_đơn_vị", 700, 60, 80, 100)),
    "5.2.1": ("0,5", option("việc_tuyển_dụng", "đúng", "sai_phạm")),
    "5.2.2": ("0,5", option("việc_tuyển_dụng", "đúng", "sai_phạm")),
    "5.3": ("0,5", promotion),
    "5.4": ("1", count("bổ_nhiệm_sai_quy_định", 0, 0, 0, 1, 2, 3)),
    "5.5.1": ("0,5", option("trình_tự_đánh_giá", "đúng", "không_đúng")),
    "5.5.2": ("1", count("lãnh_đạo_bị_kỷ_luật", 0, 0, 1, 2)),
    "5.6.1": ("0,5", share("lớp_đã_mở", "lớp_theo_kế_hoạch", 40, 70, 100, least=0)),
    "5.6.2": ("0,5", share("công_chức_được_bồi_dưỡng", "tổng_công_chức", 2500, 70, 80, 90, least=300)),
    "5.7.1": ("0,5", share("công_chức_đạt_chuẩn", "tổng_công_chức", 2500, 95, 100, least=300)),
    "5.7.2": ("0,5", share("cán_bộ_đạt_chuẩn", "tổng_cán_bộ", 2500, 95, 100, least=300)),
    "6.1.1": ("2", share("đã_giải_ngân", "kế_hoạch_vốn", 6000, 80, 90, 95, 100, least=800, money=True)),
    "6.1.2": ("1", option("việc_sử_dụng_kinh_phí", "không_sai_phạm", "sai_phạm")),
    "6.1.3": ("1,5", share("số_tiền_đã_thực_hiện", "số_tiền_phải_thực_hiện", 40, 70, 100, least=0, money=True)),
    "6.2.1": ("0,5", share("đơn_vị_đã_ban_hành", "đơn_vị_phải_ban_hành", 60, 100)),
    "6.2.2": ("0,5", day("ngày_kết_luận_kiểm_tra", *INSPECTED, none=0.1)),
    "6.3.1": ("1,5", compared("đơn_vị_năm_trước", "đơn_vị_năm_nay", 30, 0, 3, 6)),
    "6.3.2": ("1", compared("chi_năm_2015", "chi_năm_nay", 1500, -14, -10, -5, 3, money=True)),
    "6.3.3": ("1", option("việc_phân_phối", "không_sai_phạm", "sai_phạm")),
    "7.1.1": ("0,5", yes_no("cập_nhật_kiến_trúc")),
    "7.1.2": ("1", share("nhiệm_vụ_hoàn_thành", "nhiệm_vụ_theo_kế_hoạch", 40, 80, 100, least=0)),
    "7.1.3": ("1,5", electronic),
    "7.1.4": ("1", yes_no("vận_hành_nền_tảng", "kết_nối_trục_quốc_gia")),
    "7.2.1": ("1,5", share("thủ_tục_phát_sinh_hồ_sơ", "thủ_tục_trực_tuyến", 900, 40, 60, 80, least=0)),
    "7.2.2": ("1", share("hồ_sơ_trực_tuyến", "tổng_hồ_sơ", 40000, 20, 40, 60, least=0)),
    "7.2.3": ("1", share("hồ_sơ_trực_tuyến", "tổng_hồ_sơ", 40000, 15, 30, 50, least=0)),
    "7.2.4": ("1", share("hồ_sơ_thanh_toán_trực_tuyến", "hồ_sơ_phải_nộp_phí", 30000, 10, 30, 50)),
    "7.3.1": ("1", share("thủ_tục_phát_sinh_hồ_sơ", "tổng_thủ_tục", 1800, 50, 70, 100)),
    "7.3.2": ("1", share("hồ_sơ_trả_qua_bưu_chính", "hồ_sơ_đã_trả", 90000, 10, 20, 30)),
    "7.4.1": ("0,5", share("cơ_quan_đã_công_bố", "tổng_cơ_quan", 40, 100)),
    "7.4.2": ("0,5", share("xã_đã_công_bố", "tổng_xã", 200, 60, 80, 100)),
    "7.4.3": ("0,5", handled),
    "8.2.1": ("1", compared("vốn_năm_trước", "vốn_năm_nay", 6000, -5, 0, 0, 8, money=True)),
    "8.2.2": ("1", compared("doanh_nghiệp_năm_trước", "doanh_nghiệp_năm_nay", 2000, -3, 0, 5, 10)),
    "8.2.3": ("1,5", compared("dự_toán_được_giao", "số_thực_thu", 9000, -2, 0, 5, 12, money=True)),
    "8.2.4": ("1,5", share("chỉ_tiêu_đạt", "chỉ_tiêu_được_giao", 24, 80, 90, 100)),
    "8.2.5": ("1", growth),
}
"""What a province states: leaf → its maximum, and how its values are made."""

SURVEYED = {
    "1.7.1": 100, "1.7.2": 100, "2.4.1": 125, "2.4.2": 125, "2.4.3": 125, "2.4.4": 125, "3.6.1": 150, "3.6.2": 150,
    "4.4.1": 125, "4.4.2": 125, "4.4.3": 150, "5.8.1": 150, "5.8.2": 150, "5.8.3": 125, "5.8.4": 125, "6.4.1": 150,
    "6.4.2": 150, "7.5.1": 150, "7.5.2": 150,
}  # fmt: skip
"""Leaves of the survey, entered as points: leaf → its maximum in hundredths."""

COMMUNE: dict[str, tuple[str, Make]] = {
    "I.1": ("3", own_plan),
    "I.2.1": ("1", share("inspected", "subjects", 30, 25, 30, 50, least=0)),
    "I.2.2": ("1", problems),
    "I.3": ("3", yes_no("count_complete", "content_complete", "all_on_time")),
    "I.4": ("2", count("initiatives", 0, 1, 2, 4)),
    "II.1.1": ("10", share("done", "assigned", 30, 70, 80, 90, 100, 100, least=0)),
    "II.1.2": ("10", share("done", "assigned", 30, 70, 80, 90, 100, 100, least=0)),
    "II.1.3": ("10", option("platform_use", "effective_regular", "irregular", "none")),
    "II.2": ("8", share("answered_on_time", "requests", 9, 100, least=0)),
    "II.3.1": ("4", yes_no("staff_number_right")),
    "II.3.2": ("4", yes_no("staff_number_right")),
    "II.4.1": ("3", yes_no("training_plan")),
    "II.4.2": ("5", both(count("classes_held", 0, 2, 3, 5, 6, 17, 20), count("classes_planned", 0, 5, 6, 7, 20))),
    "II.5.1": ("4", count("participants", 0, 49, 50, 99, 100, 260)),
    "II.5.2": ("4", count("items", 0, 49, 50, 99, 100, 130)),
    "II.6": ("10", allotted),
    "II.7": ("3", both(day("report_date", *SENT, none=0.03), yes_no("evidence_complete"))),
    "IV.1": ("2", count("solutions", 0, 1, 2, 3)),
    "IV.2": ("1", rates),
    "IV.3.1": ("6", option("breakthrough", "none", "improved_model", "pioneering")),
    "IV.3.2": ("3", count("press_articles", 0, 1, 2, 4, 5, 9)),
    "IV.3.3": ("1", count("best_star", 0, 2, 3, 4, 5)),
    "IV.3.4": ("1", count("registrations", 0, 0, 1, 2)),
    "IV.3.5": ("1", yes_no("approved_task", likely=0.3)),
    "V.2": ("0", yes_no("failed", likely=0.1)),
}
"""What a commune states: row → its maximum, and how its values are made."""

CLAIMABLE = {"I.2.1", "II.2", "II.6", "5.3"}
"""Nodes whose maxima a unit may claim not to apply."""


# -- records ----------------------------------------


def papers(rng: Random, year: int) -> Data:
    """Make the register of documents."""
    return {
        f"bc-{number}": {
            "kind": "Báo cáo",
            "number": f"{100 + 7 * number + rng.randint(0, 6)}/BC-UBND",
            "issued": f"{rng.randint(1, 28):02}/12/{year}",
            "issuer": "UBND (giả định)",
            "signed_by": "Phó Chủ tịch",
            "subject": f"Báo cáo giả định số {number} dùng để đo tốc độ",
        }
        for number in range(1, 13)
    }


def stated(rng: Random, table: dict[str, tuple[str, Make]], register: list[str]) -> Data:
    """Make what the unit states: values a document for each leaf, the full maximum claimed, some rows not arising."""
    nodes: Data = {}
    for node, (maximum, make) in table.items():
        values = make(rng)
        if node in CLAIMABLE and rng.random() < 0.1:
            claim = {"kind": "not-arising", "reason": "Trong năm không phát sinh (giả định)"}
            nodes[node] = {"not_applicable": claim}
            continue
        shown = {"ref": rng.choice(register), "place": f"biểu {rng.randint(1, 9):02}, trang {rng.randint(1, 30)}"}
        nodes[node] = {
            "values": values,
            "claimed": int(maximum) if maximum.isdigit() else maximum,
            "documents": [{**shown, "shows": list(values)}],
        }
    return nodes


def appraised(rng: Random, table: dict[str, tuple[str, Make]], nodes: Data) -> Data:
    """Make what the appraisal says of the same leaves: most confirmed, some with other values."""
    said: Data = {}
    for node, entry in nodes.items():
        if "values" in entry and rng.random() < 0.12:
            said[node] = {
                "values": table[node][1](rng),
                "decision": "changed",
                "reason": "Số liệu thẩm định khác số liệu tự khai (giả định)",
                "by": "Tổ thẩm định",
            }
        else:
            said[node] = {"decision": "confirmed"}
    return said


def _record(set_: str, unit: Data, register: Data, stated_: Data, appraised_: Data) -> Data:
    name, _, year = set_.partition("/")
    return {
        "format": "parrules/evidence@1",
        "set": name,
        "year": int(year),
        "language": "vi",
        "status": "synthetic",
        "unit": unit,
        "note": NOTE,
        "documents": register,
        "stages": {"self-assessment": {"nodes": stated_}, "appraisal-1": {"nodes": appraised_}},
    }


def province(number: int, seed: int = 1) -> Data:
    """Make the record of one province."""
    rng = Random(f"province {seed} {number}")
    register = papers(rng, 2021)
    mine = stated(rng, PROVINCE, list(register))
    theirs = appraised(rng, PROVINCE, mine)
    by_survey = {"reason": "Kết quả điều tra xã hội học (giả định)", "by": "Đơn vị điều tra xã hội học"}
    for node, most in SURVEYED.items():
        theirs[node] = {"points": written(rng.randint(most // 2, most)), **by_survey}
    theirs["8.1"] = {
        "values": {"chỉ_số_sipas": percent(rng, 7500, 9500)},
        "reason": "Chỉ số SIPAS (giả định)",
        "by": "Tổ thẩm định",
    }
    unit = {
        "id": f"tinh-gia-dinh-{number:02}",
        "name": {"vi": f"Tỉnh Giả Định {number:02}", "en": f"Synthetic province {number:02}"},
        "kind": "province",
    }
    return _record("par-index-province/2021", unit, register, mine, theirs)


def commune(number: int, seed: int = 1) -> Data:
    """Make the record of one commune."""
    rng = Random(f"commune {seed} {number}")
    register = papers(rng, 2026)
    mine = stated(rng, COMMUNE, list(register))
    theirs = appraised(rng, COMMUNE, mine)
    decided = {"reason": "Theo biên bản thẩm định (giả định)", "by": "Tổ thẩm định"}
    theirs["IV.3.1"] = {
        "values": {**theirs["IV.3.1"].get("values", {}), "granted": written(rng.randint(0, 300))},
        "decision": "changed",
        **decided,
    }
    late = {"days_late": rng.choice((0, 0, 0, 1, 2, 3, 9)), "excused": rng.choice(("không", "không", "có"))}
    theirs["V.1"] = {"values": late, **decided}
    theirs["V.3"] = {"values": yes_no("missed", likely=0.1)(rng), **decided}
    theirs["V.4"] = {"values": yes_no("imposed", likely=0.03)(rng), **decided}
    unit = {
        "id": f"xa-gia-dinh-{number:04}",
        "name": {"vi": f"Xã Giả Định {number:04}", "en": f"Synthetic commune {number:04}"},
        "kind": "commune",
    }
    return _record("commune-resolution-57/2026", unit, register, mine, theirs)


def provinces(count: int, seed: int = 1) -> Iterator[Data]:
    """Make the records of a cohort of provinces."""
    return (province(number, seed) for number in range(1, count + 1))


def communes(count: int, seed: int = 1) -> Iterator[Data]:
    """Make the records of a cohort of communes."""
    return (commune(number, seed) for number in range(1, count + 1))
