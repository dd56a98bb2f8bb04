"""`format --write` replaces the rules of a file and nothing else of it."""

import codecs
import os
from pathlib import Path

import pytest

from parrules.cli.main import run

UNTIDY = """\
format: parrules/criteria@1
set: vi-du
year: 2026
language: vi
status: example
title: Bộ tiêu chí
maximum: 1
documents: {qd: {title: Quyết định}}
domains:
  - id: "1"
    title: Báo cáo
    maximum: 1
    cite: {document: qd}
    evidence:
      n: {kind: count, title: Báo cáo}
    rule: |
      nếu n = 0: 1 điểm
      còn lại: 0 điểm
"""
TIDY = UNTIDY.replace("n = 0: 1", "n = 0:   1").replace("còn lại: 0", "còn lại:     0 ").replace("0  điểm", "0 điểm")


def write(path: Path) -> int:
    return run(["format", str(path), "--write"])


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_line_ends_and_byte_order_mark_stay(tmp_path: Path, line_end: str, mark: bytes) -> None:
    path = tmp_path / "2026.yaml"
    path.write_bytes(mark + UNTIDY.replace("\n", line_end).encode())
    assert write(path) == 0
    assert path.read_bytes() == mark + TIDY.replace("\n", line_end).encode()
    assert [each.name for each in tmp_path.iterdir()] == ["2026.yaml"]


def test_who_may_read_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "2026.yaml"
    path.write_text(UNTIDY, encoding="utf-8")
    path.chmod(0o640)
    assert write(path) == 0
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "2026.yaml", tmp_path / "link.yaml"
    real.write_text(UNTIDY, encoding="utf-8")
    link.symlink_to(real)
    assert write(link) == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == TIDY


def test_what_cannot_be_written_is_told_and_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "2026.yaml"
    path.write_text(UNTIDY, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    assert run(["format", str(path), "--write", "--language", "en"]) == 1
    assert "could not be written: Permission denied" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == UNTIDY
    assert [each.name for each in tmp_path.iterdir()] == ["2026.yaml"]


def test_json_is_not_formatted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "2026.JSON"
    path.write_text("{}", encoding="utf-8")
    assert write(path) == 1
    assert "chỉ trình bày lại được tệp YAML" in capsys.readouterr().err
