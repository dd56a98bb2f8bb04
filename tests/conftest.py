"""What every test shares: where the repository is, loaded sets, and the `--accept` switch that rewrites expected files."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

import parrules

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="rewrite expected files; read the difference before committing"
    )


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT


@lru_cache(maxsize=8)
def shipped(name: str) -> parrules.CheckedCriteria:
    """Load a shipped set once for all tests."""
    return parrules.load_criteria(ROOT / "criteria" / f"{name}.yaml")


SMALL_SET = """\
format: parrules/criteria@1
set: vi-du
year: 2026
language: {language}
status: example
title: Bộ tiêu chí
maximum: 1
documents: {{qd: {{title: Quyết định}}}}
domains:
  - id: "1"
    title: Báo cáo
    maximum: 1
    cite: {{document: qd}}
    evidence:
{fields}{rule}"""


@pytest.fixture(scope="session")
def small_set() -> Callable[..., str]:
    """Write a criteria set of one row, for 1 point: its fields, a line each, and its key `rule` as it stands in a file."""

    def write(rule: str, fields: str = "n: {kind: count, title: Số báo cáo}", *, language: str = "vi") -> str:
        indented = [
            "".join(f"{blanks}{line}\n" for line in text.splitlines())
            for text, blanks in ((fields, " " * 6), (rule, " " * 4))
        ]
        return SMALL_SET.format(language=language, fields=indented[0], rule=indented[1])

    return write


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare text with an expected file, or rewrite the file with `--accept`."""

    def compare(path: Path, text: str) -> None:
        text = text if text.endswith("\n") else text + "\n"
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        assert text == expected, f"{path} differs; run `make accept` and read the difference"

    return compare
