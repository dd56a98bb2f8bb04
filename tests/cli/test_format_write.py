"""`format --write` replaces the rules of a file and nothing else of it."""

import codecs
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from parrules.cli.main import run

RULE = "rule: |\n  nếu n = 0: 1 điểm\n  còn lại: 0 điểm\n"
TIDY_RULE = "rule: |\n  nếu n = 0:   1 điểm\n  còn lại:     0 điểm\n"


@pytest.fixture
def untidy(small_set: Callable[..., str]) -> str:
    """A file as an officer wrote it."""
    return small_set(RULE)


@pytest.fixture
def tidy(small_set: Callable[..., str]) -> str:
    """The same as the formatter writes it."""
    return small_set(TIDY_RULE)


def write(path: Path) -> int:
    return run(["format", str(path), "--write"])


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_line_ends_and_byte_order_mark_stay(tmp_path: Path, line_end: str, mark: bytes, untidy: str, tidy: str) -> None:
    path = tmp_path / "2026.yaml"
    path.write_bytes(mark + untidy.replace("\n", line_end).encode())
    assert write(path) == 0
    assert path.read_bytes() == mark + tidy.replace("\n", line_end).encode()
    assert [each.name for each in tmp_path.iterdir()] == ["2026.yaml"]


def test_who_may_read_the_file_stays(tmp_path: Path, untidy: str) -> None:
    path = tmp_path / "2026.yaml"
    path.write_text(untidy, encoding="utf-8")
    path.chmod(0o640)
    assert write(path) == 0
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path, untidy: str, tidy: str) -> None:
    real, link = tmp_path / "2026.yaml", tmp_path / "link.yaml"
    real.write_text(untidy, encoding="utf-8")
    link.symlink_to(real)
    assert write(link) == 0
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == tidy


def test_what_cannot_be_written_is_told_and_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], untidy: str
) -> None:
    path = tmp_path / "2026.yaml"
    path.write_text(untidy, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    assert run(["format", str(path), "--write", "--language", "en"]) == 1
    assert "could not be written: Permission denied" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == untidy
    assert [each.name for each in tmp_path.iterdir()] == ["2026.yaml"]


def test_json_is_not_formatted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "2026.JSON"
    path.write_text("{}", encoding="utf-8")
    assert write(path) == 1
    assert "chỉ trình bày lại được tệp YAML" in capsys.readouterr().err


def test_a_shipped_set_is_not_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["format", "par-index-province/2021", "--to", "en", "--write"]) == 1
    assert "không ghi đè" in capsys.readouterr().err
