"""What would change the points of a province, searched by hand: each value moved until the leaf gives more, or fewer.

Figures are tried 1, 2, 4, 8 … steps away and the stretch with a change is halved. That steps over a band narrower than
the stride, and a leaf that reads a value of another leaf is not tried for it; a programmer would leave it at that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from by_hand import CLAIM, ONE, POINTS, PROVINCE, ZERO, D, Entry, Leaf, Result, Value, Values, rounded

PARTS = {
    "1.1.2": {"nhiệm_vụ_hoàn_thành": "nhiệm_vụ_theo_kế_hoạch"},
    "1.3.1": {"đã_kiểm_tra": "tổng_cơ_quan"},
    "1.3.2": {"b": "a", "c": "a"},
    "1.4": {"nhiệm_vụ_hoàn_thành": "nhiệm_vụ_theo_kế_hoạch"},
    "2.2.1": {"văn_bản_đã_rà_soát": "văn_bản_phải_rà_soát"},
    "2.2.2": {"b": "a", "c": "a"},
    "2.3.1": {"văn_bản_đã_kiểm_tra": "văn_bản_phải_kiểm_tra"},
    "3.1.1": {"thủ_tục_đã_rà_soát": "thủ_tục_theo_kế_hoạch"},
    "3.1.2": {"b": "a", "c": "a"},
    "3.2.3": {"hồ_sơ_công_khai": "hồ_sơ_tiếp_nhận"},
    "3.3.1": {"thủ_tục_một_cửa": "tổng_thủ_tục"},
    "3.4.1": {"hồ_sơ_đúng_hạn": "hồ_sơ_đã_giải_quyết"},
    "3.4.2": {"hồ_sơ_đúng_hạn": "hồ_sơ_đã_giải_quyết"},
    "3.4.3": {"hồ_sơ_đúng_hạn": "hồ_sơ_đã_giải_quyết"},
    "3.4.4": {"hồ_sơ_đã_xin_lỗi": "hồ_sơ_quá_hạn"},
    "3.5.2": {"phản_ánh_đã_xử_lý": "phản_ánh_tiếp_nhận"},
    "4.3.3": {"b": "a", "c": "a"},
    "5.1.1": {"cơ_quan_bố_trí_đúng": "tổng_cơ_quan"},
    "5.1.2": {"đơn_vị_bố_trí_đúng": "tổng_đơn_vị"},
    "5.6.1": {"lớp_đã_mở": "lớp_theo_kế_hoạch"},
    "5.6.2": {"công_chức_được_bồi_dưỡng": "tổng_công_chức"},
    "5.7.1": {"công_chức_đạt_chuẩn": "tổng_công_chức"},
    "5.7.2": {"cán_bộ_đạt_chuẩn": "tổng_cán_bộ"},
    "6.1.1": {"đã_giải_ngân": "kế_hoạch_vốn"},
    "6.1.3": {"số_tiền_đã_thực_hiện": "số_tiền_phải_thực_hiện"},
    "6.2.1": {"đơn_vị_đã_ban_hành": "đơn_vị_phải_ban_hành"},
    "7.1.2": {"nhiệm_vụ_hoàn_thành": "nhiệm_vụ_theo_kế_hoạch"},
    "7.1.3": {f"văn_bản_điện_tử_{level}": f"văn_bản_{level}" for level in ("cấp_tỉnh", "cấp_huyện", "cấp_xã")},
    "7.2.1": {"thủ_tục_phát_sinh_hồ_sơ": "thủ_tục_trực_tuyến"},
    "7.2.2": {"hồ_sơ_trực_tuyến": "tổng_hồ_sơ"},
    "7.2.3": {"hồ_sơ_trực_tuyến": "tổng_hồ_sơ"},
    "7.2.4": {"hồ_sơ_thanh_toán_trực_tuyến": "hồ_sơ_phải_nộp_phí"},
    "7.3.1": {"thủ_tục_phát_sinh_hồ_sơ": "tổng_thủ_tục"},
    "7.3.2": {"hồ_sơ_trả_qua_bưu_chính": "hồ_sơ_đã_trả"},
    "7.4.1": {"cơ_quan_đã_công_bố": "tổng_cơ_quan"},
    "7.4.2": {"xã_đã_công_bố": "tổng_xã"},
    "7.4.3": {"b": "a", "c": "a"},
    "8.2.4": {"chỉ_tiêu_đạt": "chỉ_tiêu_được_giao"},
}
"""Values of the provincial table that may not be more than another one: part → whole."""

OPTIONS = {
    "1.6": ("đúng_tiến_độ", "muộn_tiến_độ", "chưa_hoàn_thành"),
    "2.1.2": ("đầy_đủ", "chưa_đầy_đủ"),
    "3.2.1": ("đúng_quy_định", "sai_quy_định"),
    "3.5.1": ("đúng_quy_định", "sai_quy_định"),
    "4.1.1": ("đúng_quy_định", "sai_quy_định"),
    "4.2.2": ("không_vượt", "vượt"),
    "4.3.1": ("đầy_đủ", "chưa_đầy_đủ"),
    "5.2.1": ("đúng", "sai_phạm"),
    "5.2.2": ("đúng", "sai_phạm"),
    "5.3": ("đúng", "không_đúng"),
    "5.5.1": ("đúng", "không_đúng"),
    "6.1.2": ("không_sai_phạm", "sai_phạm"),
    "6.3.3": ("không_sai_phạm", "sai_phạm"),
}
"""The words of each choice of the provincial table."""

AMOUNTS = ("6.1.1", "6.1.3", "6.3.2", "8.2.1", "8.2.3")
"""Leaves whose values are money, which moves in its last written decimal; all other figures but rates are counts."""

FARTHEST = 2**20
"""Steps that are tried where no whole is an end."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value changed, the leaf's points with it, and the total."""

    node: str
    name: str
    after: Value
    points: Decimal
    total: Decimal


def changes(values: Values, result: Result) -> list[Change]:
    """Find the nearest value that gives more points, and the nearest that gives fewer, for each value of each leaf."""
    exact = sum(result.domains.values(), ZERO)
    found = []
    for node, rule in PROVINCE.items():
        entry, points = values[node], result.leaves[node]
        if POINTS in entry or CLAIM in entry:
            continue
        for name, before in entry.items():
            for wanted in (1, -1):
                after = _nearest(rule, node, entry, name, before=before, points=points, wanted=wanted, values=values)
                if after is not None:
                    new = rule({**entry, name: after}, values)
                    found.append(Change(node, name, after, new, rounded(exact - points + new)))
    return found


def _nearest(
    rule: Leaf, node: str, entry: Entry, name: str, *, before: Value, points: Decimal, wanted: int, values: Values
) -> Value:
    def changed(value: Value) -> bool:
        try:
            new = rule({**entry, name: value}, values)
        except (ValueError, ArithmeticError):
            return False
        return new > points if wanted > 0 else new < points

    if before is None:
        return None
    if isinstance(before, bool):
        return (not before) if changed(not before) else None
    if isinstance(before, str):
        return next((option for option in OPTIONS[node] if changed(option)), None)
    best: tuple[int, Value] | None = None
    for direction in (1, -1):
        steps = _first(changed, before, _step(node, before), direction, _room(node, entry, name, before, direction))
        if steps is not None and (best is None or steps[0] < best[0]):
            best = steps
    return best[1] if best is not None else None


def _step(node: str, before: Decimal | date) -> Decimal | timedelta:
    if isinstance(before, date):
        return timedelta(days=1)
    if node in ("8.1", "8.2.5"):
        return D("0.0001")
    return min(ONE, ONE.scaleb(before.as_tuple().exponent)) if node in AMOUNTS else ONE


def _room(node: str, entry: Entry, name: str, before: Decimal | date, direction: int) -> int:
    """Count the steps to the end: of a part its whole, of a whole its parts, else 0 or far away."""
    if isinstance(before, date):
        return 366
    parts = PARTS.get(node, {})
    if direction > 0:
        end = entry[parts[name]] if name in parts else ONE if node == "8.1" else None
    else:
        end = max((entry[part] for part, whole in parts.items() if whole == name), default=ZERO)
    return FARTHEST if end is None else int(abs(end - before) / _step(node, before))


def _first(
    changed: Callable[[Value], bool], start: Decimal | date, step: Decimal | timedelta, direction: int, room: int
) -> tuple[int, Value] | None:
    if room == 0:
        return None
    low, high = 0, 1
    while not changed(start + direction * high * step):
        if high == room:
            return None
        low, high = high, min(2 * high, room)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if changed(start + direction * middle * step) else (middle, high)
    return high, start + direction * high * step
