"""The figures of a run as the two pages on performance show them; `run.py --pages` writes them between the marks."""

from __future__ import annotations

import re
from pathlib import Path

from measure import Row, digits, seconds

PAGES = {language: Path("docs") / language / "explanation" / "performance.md" for language in ("vi", "en")}

TABLE = {
    "vi": ("Đo gì", "Viết tay", "parrules", "Tỷ số, tốt nhất", "Tỷ số, trung vị", "Ghi chú"),
    "en": ("What", "By hand", "parrules", "Ratio, best", "Ratio, median", "Note"),
}
ROWS = {
    "cold-text": ("Khởi động nguội: chấm một tỉnh, in bảng", "Cold start: score a province, text"),
    "cold-json": ("Khởi động nguội: chấm một tỉnh, JSON", "Cold start: score a province, JSON"),
    "import": ("Khởi động nguội: `import parrules`", "Cold start: `import parrules`"),
    "check": ("Kiểm tra bộ tiêu chí cấp tỉnh", "Check the provincial set"),
    "read-provinces": ("Đọc hồ sơ của 63 tỉnh", "Read the evidence of 63 provinces"),
    "score-provinces": ("Chấm 63 tỉnh, đủ các bước", "Score 63 provinces with full traces"),
    "read-communes": ("Đọc hồ sơ của 3.000 xã", "Read the evidence of 3,000 communes"),
    "score-communes": ("Chấm 3.000 xã, đủ các bước", "Score 3,000 communes with full traces"),
    "changes": ("Chấm một tỉnh, tìm các thay đổi", "Score a province, search its changes"),
    "explain": ("Diễn giải một mục từ bảng điểm", "Explain one leaf from a sheet"),
}
PHASES = {
    "python": ("Python khởi động", "Python starts"),
    "import": ("`import parrules`, cả Lark và PyYAML", "`import parrules`, with Lark and PyYAML"),
    "first": ("Lần nạp đầu: dựng ngữ pháp, nạp jsonschema", "First load: build the grammar, load jsonschema"),
    "criteria": ("Đọc và kiểm tra bộ tiêu chí", "Read and check the criteria set"),
    "evidence": ("Đọc hồ sơ", "Read the evidence"),
    "score": ("Chấm, đủ các bước", "Score, with full traces"),
    "changes": ("Tìm thay đổi làm điểm thay đổi", "Search what would change the points"),
    "text": ("Nạp rich, in bảng", "Load rich, print the table"),
    "json": ("hoặc: ghi JSON", "or: write JSON"),
}


def write_pages(root: Path, today: str, machine: dict[str, str], rows: list[Row], phases: dict[str, float]) -> None:
    """Replace what stands between the marks of both pages."""
    for at, (language, path) in enumerate((language, root / path) for language, path in PAGES.items()):
        text = path.read_text(encoding="utf-8")
        text = _between(text, "figures", f"{_said(language, today, machine)}\n\n{_figures(language, at, rows)}")
        text = _between(text, "phases", _phases(language, at, phases))
        path.write_text(text, encoding="utf-8")


def _between(text: str, mark: str, wanted: str) -> str:
    pattern = rf"(<!-- {mark} -->\n).*?(\n<!-- /{mark} -->)"
    replaced, count = re.subn(pattern, lambda found: found[1] + wanted + found[2], text, flags=re.S)
    if count != 1:
        raise ValueError(f"the marks of {mark} stand {count} times")
    return replaced


def _said(language: str, today: str, machine: dict[str, str]) -> str:
    year, month, day = today.split("-")
    date = f"{day}/{month}/{year}" if language == "vi" else today
    processor, _, cores = machine["processor"].rpartition(", ")
    cores = cores.partition(";")[0].replace("cores", "nhân") if language == "vi" else cores.partition(";")[0]
    head = "Ngày đo" if language == "vi" else "Date"
    return f"{head}: {date}. {processor}, {cores}; {machine['Python']}; {machine['packages']}."


def _local(text: str, language: str) -> str:
    return text.translate(str.maketrans(".,", ",.")) if language == "vi" else text


def _lines(cells: list[list[str]]) -> str:
    rule = ["---", *("--:" for _ in cells[0][1:])]
    return "\n".join("| " + " | ".join(line) + " |" for line in [cells[0], rule, *cells[1:]])


def _figures(language: str, at: int, rows: list[Row]) -> str:
    notes = list(dict.fromkeys(row.note for row in rows))
    cells = [list(TABLE[language])]
    for row in rows:
        figures = (seconds(min(row.hand)), seconds(min(row.ours)), digits(row.best_ratio), digits(row.median_ratio))
        shown = [_local(figure, language) for figure in figures]
        cells.append([ROWS[row.id][at], *shown, str(notes.index(row.note) + 1)])
    return _lines(cells)


def _phases(language: str, at: int, phases: dict[str, float]) -> str:
    head = ["Bước", "ms"] if language == "vi" else ["Step", "ms"]
    return _lines([head, *([PHASES[step][at], f"{1000 * phases[step]:.0f}"] for step in PHASES)])
