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
