"""What people and mishaps put into a file: one clear finding each, within seconds, no traceback, nothing written.

Every input is made here and read in a process of its own, since some of them are known to bring a process down.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SECONDS = 20
"""More than any of these files may take on a slow machine; on a usual one none takes two."""

LARGEST_MEMORY = 700
"""Mebibytes that reading may take at its peak."""

CHILD = """
import json, sys
from pathlib import Path
from parrules.criteria import read_criteria
from parrules.diagnostics import Findings, render_findings
from parrules.evidence import read_evidence

findings = Findings()
found = {"criteria": read_criteria, "evidence": read_evidence}[sys.argv[1]](Path(sys.argv[2]), findings)
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
except ImportError:
    peak = 0
told = {language: render_findings(findings.sorted(), language) for language in ("vi", "en")}
codes = [finding.code for finding in findings.sorted()]
print(json.dumps({"read": found is not None, "codes": codes, "peak": peak, **told}))
"""

CRITERIA = """\
format: parrules/criteria@1
set: vi-du
year: 2021
language: vi
status: example
title: {vi: Ví dụ, en: Example}
maximum: 1
documents: {qd-1: {title: Quyết định}}
domains:
  - id: "1"
    title: Công tác chỉ đạo
    maximum: 1
    cite: {document: qd-1}
    rule: |
      1 điểm
"""

EVIDENCE = """\
format: parrules/evidence@1
set: vi-du
year: 2021
language: vi
status: synthetic
unit: {id: tinh-mau, name: Tỉnh Mẫu, kind: province}
stages:
  self-assessment:
    nodes:
      "1": {values: {x: 1}, claimed: 1}
"""

FILES = {"criteria": CRITERIA, "evidence": EVIDENCE}
MEBIBYTE = 2**20

TCVN3 = "C«ng t¸c chØ ®¹o, ®iÒu hµnh c¶i c¸ch hµnh chÝnh, QuyÕt ®Þnh cña ñy ban nh©n d©n tØnh"
VNI = "Coâng taùc chæ ñaïo, ñieàu haønh caûi caùch haønh chính, Quyeát ñònh cuûa UÛy ban nhaân daân tænh"


def laughs(levels: int = 30) -> str:
    """Write an alias bomb: each level names the one before nine times."""
    lines = ["a0: &a0 ha"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, levels)]
    return "\n".join(lines) + "\n"


def read(kind: str, path: Path) -> dict[str, Any]:
    """Read a file in a process of its own, and see that it ends well, in time, and leaves nothing behind."""
    before = sorted(path.parent.iterdir())
    started = time.monotonic()
    child = subprocess.run(
        [sys.executable, "-c", CHILD, kind, path.name],
        cwd=path.parent,
        capture_output=True,
        timeout=3 * SECONDS,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    taken = time.monotonic() - started
    assert child.returncode == 0, child.stderr.decode()[-2000:]
    assert child.stderr == b""
    assert taken < SECONDS
    assert sorted(path.parent.iterdir()) == before
    told: dict[str, Any] = json.loads(child.stdout)
    assert told["peak"] < LARGEST_MEMORY
    return told


def check_told(told: dict[str, Any], code: str, name: str) -> None:
    """See that there is one finding of this code, told in both languages in a few short lines."""
    assert told["codes"] == [code], told["en"]
    assert not told["read"]
    for language, word in (("vi", "lỗi"), ("en", "error")):
        text = told[language]
        assert text.startswith(f"{word}[{code}]: ")
        assert name in text
        assert "Traceback" not in text
        lines = text.split("\n")
        assert len(lines) <= 12
        assert all(len(line) < 400 for line in lines)
        assert not re.search(r"\{\w+\}", text.replace(name, "")), "a hole of the message was not filled"


Made = str | bytes | Callable[[], str | bytes]

ANY: dict[str, tuple[str, Made]] = {
    # Broken YAML.
    "a quotation mark that is not closed": ("PAR102", 'title: "Kế hoạch\nyear: 2021\n'),
    "a bracket that is not closed": ("PAR102", "a: [1, 2\nb: 3\n"),
    "a brace that is not closed": ("PAR102", "a: {vi: Kế hoạch\n"),
    "an indentation that fits nothing": ("PAR102", "a:\n    b: 1\n  c: 2\n"),
    "a tab as indentation": ("PAR102", "a:\n\tb: 1\n"),
    "two colons on a line": ("PAR102", "title: Kế hoạch: năm 2021\n"),
    "a line without its colon": ("PAR102", "title: a\nyear\nset: b\n"),
    "text behind a quoted text": ("PAR102", 'title: "Kế hoạch" năm\n'),
    "an unknown escape": ("PAR102", 'title: "C:\\quy"\n'),
    "a sign that begins nothing": ("PAR102", "title: @năm\n"),
    "a question mark inside braces": ("PAR102", "title: {vi: Có không?, en: Is it?}\n"),
    "no text at all": ("PAR102", ""),
    "comments only": ("PAR102", "# chỉ có ghi chú\n# và một ghi chú nữa\n"),
    "a figure cut in two": ("PAR112", "a: {maximum: 8,5}\n"),
    "a key twice": ("PAR103", "year: 2021\nyear: 2022\n"),
    # What makes a file mean something else than it shows.
    "an alias bomb": ("PAR109", laughs),
    "an alias of nothing": ("PAR109", "a: *b\n"),
    "a tag that would run code": ("PAR109", "a: !!python/object/apply:os.system ['echo gotcha > written']\n"),
    "two documents": ("PAR109", "a: 1\n---\nb: 2\n"),
    "a merge key": ("PAR109", "a: 1\n<<: {b: 1}\n"),
    "a directive": ("PAR109", "%YAML 1.1\n---\na: 1\n"),
    # Size and depth.
    "a file of 50 MB": ("PAR104", lambda: ("# " + "x" * 97 + "\n") * (MEBIBYTE // 2)),
    "a file of 50 MB on one line": ("PAR104", lambda: "a: " + "x" * (50 * MEBIBYTE)),
    "100,000 nested brackets": ("PAR104", "[" * 100_000),
    "100,000 nested brackets that are closed": ("PAR104", "[" * 100_000 + "]" * 100_000),
    "100,000 nested brackets under a key": ("PAR104", "a: " + "[" * 100_000 + "]" * 100_000),
    "100,000 nested braces": ("PAR104", "{a: " * 100_000),
    "100,000 nested dashes": ("PAR104", "- " * 100_000),
    "3,000 indented keys": ("PAR104", "".join(" " * level + "a:\n" for level in range(3000))),
    "more items than a file may have": ("PAR104", lambda: "a:\n" + "- 1\n" * 500_000),
    "a key of a mebibyte": ("PAR102", lambda: "k" * MEBIBYTE + ": 1\n"),
    # Encodings.
    "TCVN3 as Unicode letters": ("PAR115", f"title: {TCVN3}\n"),
    "TCVN3 as bytes": ("PAR115", f"title: {TCVN3}\n".encode("latin-1")),
    "VNI as Unicode letters": ("PAR115", f"title: {VNI}\n"),
    "VNI as bytes": ("PAR115", f"title: {VNI}\n".encode("latin-1")),
    "Windows-1258": ("PAR101", "title: Công tác chi đao, điêu hành cua tinh\n".encode("cp1258")),
    "UTF-16": ("PAR101", "title: Kế hoạch\n".encode("utf-16")),
    "UTF-16 without a mark": ("PAR101", "title: Kế hoạch\n".encode("utf-16-le")),
    "a picture": ("PAR101", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))),
    "a NUL": ("PAR116", "title: Kế\x00hoạch\n"),
    "a control character": ("PAR116", "title: \x1b[31mKế hoạch\n"),
    "a turned reading direction": ("PAR116", "title: \u202eKế hoạch\n"),
    "an escaped NUL": ("PAR116", 'title: "Kế\\0hoạch"\n'),
}

JSON: dict[str, tuple[str, Made]] = {
    "no text at all": ("PAR102", ""),
    "YAML under the name of JSON": ("PAR102", "year: 2021\n"),
    "a brace that is not closed": ("PAR102", '{"year": 2021'),
    "a trailing comma": ("PAR102", '{"year": 2021,}'),
    "a comment": ("PAR102", '{"year": 2021} // năm\n'),
    "a text that is not closed": ("PAR102", '{"title": "Kế hoạch\n}'),
    "NaN": ("PAR102", '{"maximum": NaN}'),
    "Infinity": ("PAR102", '{"maximum": -Infinity}'),
    "a leading zero": ("PAR102", '{"maximum": 010}'),
    "a key twice": ("PAR103", '{"year": 2021, "year": 2022}'),
    "100,000 nested brackets": ("PAR104", "[" * 100_000 + "]" * 100_000),
    "100,000 nested braces": ("PAR104", '{"a":' * 100_000),
    "a file of 50 MB": ("PAR104", lambda: '["' + "x" * (50 * MEBIBYTE) + '"]'),
    "more items than a file may have": ("PAR104", lambda: "[" + "1," * 500_000 + "1]"),
    "half a surrogate pair": ("PAR116", '{"title": "\\ud800"}'),
    "TCVN3": ("PAR115", json.dumps({"title": TCVN3}, ensure_ascii=False)),
    "UTF-16": ("PAR101", '{"year": 2021}'.encode("utf-16")),
}


def write(path: Path, made: Made) -> None:
    content = made() if callable(made) else made
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize("name", ANY)
@pytest.mark.parametrize("kind", FILES)
def test_a_bad_yaml_file_is_one_clear_finding(kind: str, name: str, tmp_path: Path) -> None:
    code, made = ANY[name]
    path = tmp_path / f"{kind}.yaml"
    write(path, made)
    check_told(read(kind, path), code, path.name)


@pytest.mark.parametrize("name", JSON)
@pytest.mark.parametrize("kind", FILES)
def test_a_bad_json_file_is_one_clear_finding(kind: str, name: str, tmp_path: Path) -> None:
    code, made = JSON[name]
    path = tmp_path / f"{kind}.json"
    write(path, made)
    check_told(read(kind, path), code, path.name)


# One slip in a file that is right otherwise.
SLIPS = [
    ("criteria", "maximum: 1\ndoc", "maximum: .nan\ndoc", "PAR110"),
    ("criteria", "maximum: 1\ndoc", "maximum: NaN\ndoc", "PAR110"),
    ("criteria", "maximum: 1\ndoc", "maximum: .inf\ndoc", "PAR110"),
    ("criteria", "maximum: 1\ndoc", "maximum: 1e3\ndoc", "PAR110"),
    ("criteria", "maximum: 1\ndoc", "maximum: 1.234\ndoc", "PAR110"),
    ("criteria", "maximum: 1\ndoc", "maximum: 1:30\ndoc", "PAR110"),
    ("criteria", "maximum: 1\ndoc", "maximum: 0x10\ndoc", "PAR110"),
    ("criteria", "maximum: 1\ndoc", "maximum: no\ndoc", "PAR110"),
    ("criteria", "maximum: 1\ndoc", "maximum: " + "9" * 1_000_000 + "\ndoc", "PAR110"),
    ("criteria", "maximum: 1\ndoc", "maximum: 0." + "9" * 1_000_000 + "\ndoc", "PAR110"),
    ("criteria", 'id: "1"', "id: 1.10", "PAR106"),
    ("criteria", "language: vi", "langauge: vi", "PAR105"),
    ("criteria", "{title: Quyết định}", "{title: Quyết định, issued: 30/02/2021}", "PAR111"),
    ("criteria", "{title: Quyết định}", "{title: Quyết định, issued: 2021-02-03}", "PAR111"),
    ("evidence", "claimed: 1", "claimed: .nan", "PAR110"),
    ("evidence", "claimed: 1", "claimed: NaN", "PAR110"),
    ("evidence", "claimed: 1", "claimed: 1e3", "PAR110"),
    ("evidence", "claimed: 1", "claimed: 1.234", "PAR110"),
    ("evidence", "claimed: 1", "claimed: 0,5", "PAR112"),
    ("evidence", "year: 2021", "yaer: 2021", "PAR105"),
]


@pytest.mark.parametrize(
    ("kind", "old", "new", "code"), SLIPS, ids=[f"{kind}: {new[:30]}" for kind, _, new, _ in SLIPS]
)
def test_a_slip_in_a_good_file_is_one_clear_finding(kind: str, old: str, new: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / f"{kind}.yaml"
    assert FILES[kind].count(old) == 1
    write(path, FILES[kind].replace(old, new))
    told = read(kind, path)
    assert told["codes"] == [code], told["en"]
    assert path.name in told["vi"]


@pytest.mark.parametrize("kind", FILES)
def test_the_files_that_the_slips_are_made_in_are_good(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"{kind}.yaml"
    write(path, FILES[kind])
    told = read(kind, path)
    assert told["codes"] == []
    assert told["read"]


def test_a_json_figure_with_an_exponent_is_refused_and_not_read_as_a_thousand(tmp_path: Path) -> None:
    record = {
        "format": "parrules/evidence@1",
        "set": "vi-du",
        "year": 2021,
        "language": "en",
        "status": "synthetic",
        "unit": {"id": "a", "name": "A", "kind": "province"},
        "stages": {"self-assessment": {"nodes": {"1": {"claimed": 1000}}}},
    }
    path = tmp_path / "evidence.json"
    write(path, json.dumps(record))
    assert read("evidence", path)["codes"] == []
    write(path, json.dumps(record).replace("1000", "1e3"))
    told = read("evidence", path)
    assert told["codes"] == ["PAR110"]
    assert "1e3" in told["en"]


@pytest.mark.parametrize("kind", FILES)
def test_a_large_file_of_another_kind_is_told_a_bounded_number_of_findings(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"{kind}.yaml"
    write(path, FILES[kind] + "".join(f"key{number}: 1\n" for number in range(100_000)))
    told = read(kind, path)
    assert set(told["codes"]) == {"PAR105", "PAR107"}
    assert len(told["codes"]) <= 101


@pytest.mark.parametrize("kind", FILES)
def test_a_folder_and_a_file_that_is_not_there_are_told(kind: str, tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    for name in ("folder.yaml", "absent.yaml"):
        check_told(read(kind, tmp_path / name), "PAR101", name)
