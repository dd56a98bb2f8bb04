"""The pages of the findings: their examples become small files that are read, checked and scored.

`python tests/docs/findings_pages.py` rewrites what the software answers (the fences named ``finding``) and both index
pages; `test_findings_pages.py` fails where they are stale. An example is a row of fences, each with its language word:

    rule      the rule of a leaf, in the language of the page unless its ``title="…"`` says ``in Vietnamese``; the title
              may name its maximum (``điểm tối đa 2``, ``maximum 2``), else it is 1
    fields    the values that the rule reads, as under ``evidence:``; a title may be left out
    node      further keys of that leaf
    domains   instead of the three: whole domains
    set       further keys of the set
    criteria  a whole criteria set
    evidence  what the record says about the nodes at the self-assessment
    record    further keys of the record, or a whole record
    file      the text of a criteria file, not to be completed
    command   what is typed: the set's name, ``--stage``, ``--reading`` or the node to explain
    finding   what the software answers
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from examples import Fence, fences

from parrules.checks import CheckedCriteria, bind_evidence, check_criteria
from parrules.criteria import criteria_from_source, find_criteria, read_criteria
from parrules.diagnostics import CODES, Finding, Findings, ScoringError, Severity, severity_word
from parrules.evidence import evidence_from_source
from parrules.messages import tell
from parrules.scoring import score_record
from parrules.spans import Source

ROOT = Path(__file__).resolve().parent.parent.parent
LANGUAGES = ("vi", "en")
HEADINGS = {
    "vi": ("Nghĩa là gì", "Vì sao quan trọng", "Ví dụ", "Cách sửa"),
    "en": ("What it means", "Why it matters", "Example", "How to mend it"),
}
WITHOUT_EXAMPLE = {"PAR701", "PAR801", "PAR902"}
"""Codes of which no file of a reader gives an example: the check of PAR502 keeps PAR701 from arising."""

_SINCE = {"vi": "từ phiên bản", "en": "since version"}
_HELP = {"vi": "gợi ý", "en": "help"}
_BEGINNERS = ("rule", "domains", "criteria", "file", "command")
_WORDS = {*_BEGINNERS, "fields", "node", "set", "evidence", "record", "finding"}


def folder(language: str) -> Path:
    """Give the folder of the pages."""
    return ROOT / "docs" / language / "reference" / "findings"


def page_of(code: str, language: str) -> Path:
    """Give the page of a code."""
    return folder(language) / f"{code}.md"


# -- reading a page ----------------------------------------------------------------------------------------------------


@dataclass
class Example:
    """Fences that belong together."""

    code: str
    language: str
    is_mended: bool
    parts: dict[str, Fence] = field(default_factory=dict)

    def text(self, word: str) -> str:
        """Give the text of one of its fences, empty where it has none."""
        return self.parts[word].text if word in self.parts else ""


def examples_of(code: str, language: str) -> list[Example]:
    """Give the examples of a page: the faulty ones first, then the mended, which keep what they do not say anew."""
    found: list[Example] = []
    for fence in fences(page_of(code, language).read_text(encoding="utf-8")):
        assert fence.word in _WORDS, f"{code}: a fence of the unknown kind {fence.word}"
        is_mended = fence.heading == HEADINGS[language][3]
        last = found[-1] if found else None
        if last is None or last.is_mended is not is_mended or {fence.word, "finding"} & set(last.parts):
            found.append(Example(code, language, is_mended))
        found[-1].parts[fence.word] = fence
    faulty = [example for example in found if not example.is_mended]
    for example in found:
        if example.is_mended and faulty:
            example.parts = {**_kept(faulty[-1].parts, set(example.parts)), **example.parts}
    return found


def _kept(before: dict[str, Fence], own: set[str]) -> dict[str, Fence]:
    """Choose what a mended example takes over from the faulty one."""
    replaced = {"finding", "command"}
    if own & {"criteria", "file"}:
        replaced |= {*_BEGINNERS, "fields", "node", "set"}
    if own & {"rule", "domains"}:
        replaced |= {"criteria", "file"}
    if "domains" in own:
        replaced |= {"rule", "fields", "node"}
    return {word: fence for word, fence in before.items() if word not in replaced}


# -- building its files ------------------------------------------------------------------------------------------------


def criteria_text(example: Example) -> str:
    """Write the criteria file of an example."""
    for word in ("file", "criteria"):
        if word in example.parts:
            return example.text(word) + "\n"
    title = "".join(example.parts[word].title for word in ("domains", "rule") if word in example.parts)
    language = "vi" if "in Vietnamese" in title else example.language
    vi = language == "vi"
    named = re.search(r"(?:điểm tối đa|maximum) ([\d.,]+\d|\d)", title)
    maximum = named[1] if named else "1"
    lines = [
        "format: parrules/criteria@1", "set: vi-du", "year: 2026", f"language: {language}", "status: example",
        "title: Ví dụ" if vi else "title: Example", f"maximum: {maximum}",
        "documents: {qd-1: {title: Quyết định}}" if vi else "documents: {qd-1: {title: Decision}}",
        *example.text("set").splitlines(),
    ]  # fmt: skip
    if "domains" in example.parts:
        return "\n".join([*lines, "domains:", *_indented(example.text("domains"), 2)]) + "\n"
    node = example.text("node")
    is_deduction = "role: deduction" in node
    lines += ["domains:"]
    if is_deduction:
        lines += ['  - {id: "0", title: T, maximum: 1, cite: {document: qd-1}}']
    lines += ['  - id: "1"', "    title: Mục một" if vi else "    title: Node one"]
    lines += [] if is_deduction else [f"    maximum: {maximum}"]
    lines += [] if "cite:" in node else ["    cite: {document: qd-1}"]
    lines += _indented(node, 4)
    if fields := example.text("fields"):
        lines += ["    evidence:", *_indented(_with_titles(fields), 6)]
    if "rule" in example.parts:
        lines += ["    rule: |", *_indented(example.text("rule"), 6)]
    return "\n".join(lines) + "\n"


def _indented(text: str, by: int) -> list[str]:
    return [" " * by + line if line.strip() else "" for line in text.splitlines()]


def _with_titles(fields: str) -> str:
    """Give every field on one line a title, its own name where the example says none."""
    lines = []
    for line in fields.splitlines():
        one = re.fullmatch(r"(?P<name>[^\s:#]+): *\{(?P<rest>.*)\}", line)
        if one and not one["rest"].startswith("title:") and ", title:" not in re.sub(r"\{[^{}]*\}", "", one["rest"]):
            line = f"{one['name']}: {{{one['rest']}, title: {one['name']}}}"
        lines.append(line)
    return "\n".join(lines)


def record_text(example: Example) -> str:
    """Write the record of an example."""
    record = example.text("record")
    if "format:" in record:
        return record + "\n"
    own = {line.partition(":")[0] for line in record.splitlines()}
    head = {
        "format": "parrules/evidence@1", "set": "vi-du", "year": "2026", "language": example.language,
        "status": "synthetic", "unit": "{id: xa-a, name: Xã A}",
    }  # fmt: skip
    lines = [f"{key}: {value}" for key, value in head.items() if key not in own] + record.splitlines()
    if "stages" not in own:
        nodes = example.text("evidence")
        lines += ["stages:", "  self-assessment:", "    nodes:" if nodes else "    nodes: {}", *_indented(nodes, 6)]
    return "\n".join(lines) + "\n"


# -- running it --------------------------------------------------------------------------------------------------------


def findings_of(example: Example) -> list[Finding]:
    """Say what the software finds in an example."""
    findings = Findings()
    criteria = _criteria_of(example, findings)
    is_set_alone = not {"evidence", "record"} & set(example.parts) and "--" not in example.text("command")
    if criteria is None or is_set_alone:
        return findings.sorted()
    findings = Findings()
    record = evidence_from_source(Source("ho-so.yaml", record_text(example)), findings)
    bound = bind_evidence(record, criteria, findings) if record is not None else None
    if record is None or bound is None:
        return findings.sorted()
    asked = dict(re.findall(r"--(stage|reading) (\S+)", example.text("command")))
    try:
        sheet = score_record(criteria, record, stage=asked.get("stage"), reading=asked.get("reading"))
        for node in re.findall(r"explain \S+ \S+ ([\w.]+)", example.text("command")):
            sheet[node]
    except ScoringError as error:
        return list(error.findings)
    return list(sheet.findings)


def _criteria_of(example: Example, findings: Findings) -> CheckedCriteria | None:
    if typed := re.search(r"parrules check (\S+)", example.text("command")):
        path = find_criteria(typed[1], findings)
        criteria = read_criteria(path, findings) if path is not None else None
    else:
        criteria = criteria_from_source(Source("vi-du.yaml", criteria_text(example)), findings)
    return check_criteria(criteria, findings) if criteria is not None else None


def answer(findings: list[Finding], code: str, language: str) -> str:
    """Write what the software answers about a code, without the places, which the reader of a page does not have."""
    lines = []
    for finding in findings:
        if finding.code == code or finding.severity is not Severity.NOTE:
            lines.append(
                f"{severity_word(finding.severity, language)}[{finding.code}]: {tell(finding.message, language)}"
            )
            if finding.help is not None:
                lines.append(f"  {_HELP[language]}: {tell(finding.help, language)}")
    return "\n".join(lines)


# -- generating --------------------------------------------------------------------------------------------------------


def generated_page(code: str, language: str) -> str:
    """Give a page with the answers as they are now, and its second line from the catalogue."""
    text = page_of(code, language).read_text(encoding="utf-8")
    for example in reversed(examples_of(code, language)):
        if "finding" in example.parts:
            fence = example.parts["finding"]
            said = answer(findings_of(example), code, language)
            text = text[: fence.start] + said + "\n" + text[fence.end :]
    lines = text.split("\n")
    lines[2] = head_line(code, language)
    return "\n".join(lines)


def head_line(code: str, language: str) -> str:
    """Write the line under the heading: name, severity, version."""
    row = CODES[code]
    return f"`{row.name}` · {severity_word(row.severity, language)} · {_SINCE[language]} {row.since}"


_INDEX = {
    "vi": (
        "# Mã của các kết quả kiểm tra",
        "Mỗi lỗi, cảnh báo hay lưu ý mà phần mềm đưa ra đều có một mã. Trang của mã giải thích vì sao có kết quả đó và"
        " cách sửa, kèm một ví dụ sai và ví dụ đã sửa; cả hai được chạy thật mỗi lần dự án kiểm thử. Gõ"
        " `parrules codes PAR301` để xem nhanh ngay trên màn hình.",
        "**Lỗi** thì phải sửa mới chấm được. **Cảnh báo** không dừng việc chấm, trừ khi thêm `--strict`. **Lưu ý** chỉ"
        " để đọc.",
        "Bảng dưới đây được tạo ra từ danh mục mã bằng lệnh `python tests/docs/findings_pages.py`.",
        "| Mã | Nội dung | Mức | Tên |",
    ),
    "en": (
        "# Codes of findings",
        "Every error, warning and note has a code. The page of a code says why it is given and how to mend it, with an"
        " example that is wrong and the same one mended; both run each time the project is tested."
        " `parrules codes PAR301` shows the short form.",
        "An **error** must be mended before anything is scored. A **warning** does not stop, unless `--strict` is"
        " given. A **note** is for reading.",
        "The tables are made from the catalogue of codes by `python tests/docs/findings_pages.py`.",
        "| Code | About | Severity | Name |",
    ),
}
_ROOMS = {
    "1": ("Tệp", "Files"),
    "2": ("Ngôn ngữ quy tắc", "Rule language"),
    "3": ("Tên gọi", "Names"),
    "4": ("Loại giá trị", "Kinds of values"),
    "5": ("Tính đúng đắn của bộ tiêu chí", "Soundness of criteria"),
    "6": ("Hồ sơ đánh giá", "Evidence"),
    "7": ("Chấm điểm", "Scoring"),
    "8": ("Bộ máy chấm", "Engines"),
    "9": ("Phần mềm", "The software"),
}


def index(language: str) -> str:
    """Write the index page of a language."""
    title, about, severities, made, columns = _INDEX[language]
    lines = [title, "", about, "", severities, "", made]
    for digit, names in _ROOMS.items():
        rows = [row for row in CODES.values() if row.code[3] == digit]
        lines += [
            "",
            f"## {names[0 if language == 'vi' else 1]}: PAR{digit}nn",
            "",
            columns,
            "| --- | --- | --- | --- |",
        ]
        for row in rows:
            about = title_of(row.code, language)
            lines.append(
                f"| [{row.code}]({row.code}.md) | {about} | {severity_word(row.severity, language)} | `{row.name}` |"
            )
    return "\n".join(lines) + "\n"


def title_of(code: str, language: str) -> str:
    """Give the heading of a page without its code."""
    first = page_of(code, language).read_text(encoding="utf-8").partition("\n")[0]
    return first.removeprefix(f"# {code}: ")


def generated() -> dict[Path, str]:
    """Give every page as it should be."""
    pages = {page_of(code, language): generated_page(code, language) for code in CODES for language in LANGUAGES}
    return {**pages, **{folder(language) / "index.md": index(language) for language in LANGUAGES}}


def main() -> None:
    """Rewrite the pages that are stale."""
    for path, text in generated().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"rewritten: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
