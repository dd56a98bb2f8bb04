"""Files on a disk: what cannot be read, is too large, or is not UTF-8."""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path

import pytest

from parrules.diagnostics import Findings, render_findings
from parrules.spans import Source
from parrules.text import read_source
from parrules.text.files import LARGEST_FILE, source_of


def read(raw: bytes) -> tuple[Source | None, list[str]]:
    findings = Findings()
    source = source_of(raw, "x.yaml", findings)
    for language in ("vi", "en"):
        render_findings(findings.sorted(), language)
    return source, [finding.message.id for finding in findings]


def test_a_file_is_read_as_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "tệp.yaml"
    path.write_bytes("tên: Điện Biên\n".encode())
    source = read_source(path, Findings())
    assert source is not None
    assert source.text == "tên: Điện Biên\n"
    assert source.name == str(path)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_break_becomes_one_and_a_byte_order_mark_is_dropped(line_end: str) -> None:
    source, ids = read(b"\xef\xbb\xbf" + line_end.join(["a: 1", "b: 2", ""]).encode())
    assert ids == []
    assert source is not None
    assert source.text == "a: 1\nb: 2\n"


@pytest.mark.parametrize("raw", [b"", b"\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_empty_source(raw: bytes) -> None:
    source, ids = read(raw)
    assert ids == []
    assert source is not None
    assert source.text.strip() == ""


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    findings = Findings()
    assert read_source(tmp_path / "không có.yaml", findings) is None
    assert read_source(tmp_path, findings) is None
    assert read_source(Path("a\0b.yaml"), findings) is None
    assert read_source(tmp_path / ("x" * 5000), findings) is None
    ids = [finding.message.id for finding in findings]
    assert ids == ["PAR101.absent", "PAR101.folder", "PAR101.system", "PAR101.system"]


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: 1")
    path.chmod(0)
    findings = Findings()
    assert read_source(path, findings) is None
    assert [finding.message.id for finding in findings] == ["PAR101.system"]


def test_a_file_as_large_as_the_limit_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    findings = Findings()
    path.write_bytes(b"#" * LARGEST_FILE)
    assert read_source(path, findings) is not None
    path.write_bytes(b"#" * (LARGEST_FILE + 1))
    assert read_source(path, findings) is None
    assert [finding.message.id for finding in findings] == ["PAR104.size"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_states_no_size_and_is_read_no_further_than_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)

    was_read_to_its_end = []

    def fill() -> None:
        with contextlib.suppress(BrokenPipeError):
            path.write_bytes(b"#" * (4 * LARGEST_FILE))
            was_read_to_its_end.append(True)

    writer = threading.Thread(target=fill)
    writer.start()
    findings = Findings()
    assert read_source(path, findings) is None
    writer.join(timeout=10)
    assert not writer.is_alive()
    assert not was_read_to_its_end
    assert [finding.message.id for finding in findings] == ["PAR104.size"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_what_windows_calls_unicode_is_told_as_another_encoding(encoding: str) -> None:
    source, ids = read("format: parrules/criteria@1\nset: x\n".encode(encoding))
    assert source is None
    assert ids == ["PAR101.encoding"]


def test_bytes_that_are_no_utf_8_are_shown_where_they_stand() -> None:
    findings = Findings()
    text = "a: 1\r\ntên: Điện Biên ".encode() + b"\xff" + b" x\r\n"
    assert source_of(text, "x.yaml", findings) is None
    (finding,) = findings
    assert finding.message.id == "PAR101.encoding"
    assert str(finding.span) == "x.yaml:2:16"
    assert finding.span is not None
    assert finding.span.text == "\ufffd"


def test_a_file_in_windows_1258_is_told_as_another_encoding() -> None:
    source, ids = read("title: Công tác chi đao điêu hành cua tinh, năm nay\nđơn vi: Đăng Văn Ân\n".encode("cp1258"))
    assert source is None
    assert ids == ["PAR101.encoding"]


def test_one_bad_byte_in_vietnamese_text_is_not_taken_for_an_old_font_encoding() -> None:
    text = "Ban hành kế hoạch cải cách hành chính, chỉ đạo điều hành\n".encode() * 20
    assert read(text + b"\xfe\n")[1] == ["PAR101.encoding"]


def test_bytes_in_tcvn3_are_told_as_an_old_font_encoding() -> None:
    raw = "title: C«ng t¸c chØ ®¹o, ®iÒu hµnh c¶i c¸ch hµnh chÝnh\n".encode("latin-1")
    assert read(raw) == (None, ["PAR115"])


@pytest.mark.parametrize(
    ("character", "name"),
    [("\x00", "U+0000"), ("\x0b", "U+000B"), ("\x1b", "U+001B"), ("\x85", "U+0085"), ("\u2028", "U+2028"),
     ("\u202e", "U+202E"), ("\ufeff", "U+FEFF"), ("\uffff", "U+FFFF"), ("\x7f", "U+007F")],
)  # fmt: skip
def test_a_character_that_no_file_may_hold_is_named_and_shown(character: str, name: str) -> None:
    findings = Findings()
    assert source_of(f"a: 1\nb: x{character}y\n".encode(), "x.yaml", findings) is None
    (finding,) = findings
    assert finding.message.id == "PAR116"
    assert str(finding.span) == "x.yaml:2:5"
    assert finding.message.arguments["character"].text == name  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["a\tb", "\u00a0", "\u200b", "\u200d", "\u00ad", "e\u0301", "😀", "\ufffd", "\ue000"])
def test_blanks_marks_and_signs_of_every_language_may_stand(text: str) -> None:
    source, ids = read(text.encode())
    assert ids == []
    assert source is not None
    assert source.text == text


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04\x14\x00\xff", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.4\n%\xe2\xe3\n", b"a\x00\xff"]
)
def test_what_is_no_text_is_told_as_that(raw: bytes) -> None:
    assert read(raw)[1] == ["PAR101.no-text"]
