"""The installed package: sets and schemas are inside, and it works from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PARRULES_LANGUAGE"}
    return subprocess.run(
        [sys.executable, "-m", "parrules", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )


def test_a_shipped_set_is_found_from_an_empty_folder(tmp_path: Path) -> None:
    record = ROOT / "docs" / "examples" / "dien-bien-2021.yaml"
    done = run("score", "par-index-province/2021", str(record), "--format", "json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["total"]["points"] == "87.09"
    assert list(tmp_path.iterdir()) == []


def test_the_schemas_are_printed_from_an_empty_folder(tmp_path: Path) -> None:
    assert run("schema", folder=tmp_path).stdout.split() == ["criteria", "evidence", "score-sheet"]
    assert json.loads(run("schema", "criteria", folder=tmp_path).stdout)["$schema"].startswith(
        "https://json-schema.org"
    )


def test_the_version_is_one_everywhere() -> None:
    from importlib.metadata import version

    import parrules

    assert version("parrules") == parrules.__version__
