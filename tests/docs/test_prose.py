"""What prose names exists: links, paths of the repository, tests, and command lines, which run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from examples import Fence, fences

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = (
    ROOT / "README.md",
    ROOT / "criteria" / "README.md",
    ROOT / "src" / "parrules" / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
)
PLACES = {"src", "tests", "docs", "criteria", "schemas", ".ci", ".github", "records"}
"""Folders at the top of the repository: a text in backticks that begins with one of them is a path."""

_FENCED = re.compile(r"^ *```.*?^ *```", re.M | re.S)
_LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)(?: \"[^\"]*\")?\)")
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_PATH = re.compile(r"[\w.*<>{},…-]+(?:/[\w.*<>{},…-]+)*/?")
_SUFFIXES = (".py", ".lark", ".md", ".toml")


def pages() -> list[Any]:
    return [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES]


def prose(page: Path) -> str:
    return _FENCED.sub("", page.read_text(encoding="utf-8"))


# -- links ----------------------------------------


@pytest.mark.parametrize("page", pages())
def test_relative_links_lead_to_files(page: Path) -> None:
    for match in _LINK.finditer(_CODE.sub("", prose(page))):
        target = match["target"]
        if re.match(r"[a-z]+:", target) or target.startswith("#"):
            continue
        path = page.parent / target.partition("#")[0]
        assert path.exists(), f"{page.relative_to(ROOT)}: no file behind the link {target}"


# -- paths ----------------------------------------


def rooms() -> set[str]:
    """List the rooms of the library and the files beside them, which prose names without `src/parrules/`."""
    return {path.name for path in (ROOT / "src" / "parrules").iterdir() if not path.name.startswith("__")}


def paths_named(page: Path) -> list[str]:
    """List the texts in backticks that are paths of the repository."""
    found = []
    for text in _CODE.findall(prose(page)):
        name = text.partition("::")[0]
        if not _PATH.fullmatch(name):
            continue
        first = name.partition("/")[0]
        is_place = "/" in name and (first in PLACES or first in rooms() or first.rstrip("/") in rooms())
        if is_place or name.endswith(_SUFFIXES) or re.fullmatch(r"mkdocs\..*yml|Makefile|LICENSE", name):
            found.append(text)
    return found


def exists(name: str, page: Path) -> bool:
    """See whether a path exists; `<…>`, `…` and `*` stand for anything."""
    pattern = re.sub(r"<[^>]*>|…|\{[^}]*\}", "*", name).rstrip("/")
    library = ROOT / "src" / "parrules"
    places = [ROOT, library, ROOT / "docs", page.parent, *sorted(path for path in library.iterdir() if path.is_dir())]
    if "/" not in pattern and any(ROOT.glob(f"tests/**/{pattern}")):
        return True
    return any(True for place in places for _ in place.glob(pattern))


@pytest.mark.parametrize("page", pages())
def test_paths_that_prose_names_exist(page: Path) -> None:
    missing = [text for text in paths_named(page) if not exists(text.partition("::")[0], page)]
    assert not missing, f"{page.relative_to(ROOT)} names what does not exist: {missing}"


@pytest.mark.parametrize("page", pages())
def test_tests_that_prose_names_exist(page: Path) -> None:
    for named in paths_named(page):
        path, _, test = named.partition("::")
        if test:
            text = (ROOT / path).read_text(encoding="utf-8")
            assert f"def {test}(" in text, f"{page.relative_to(ROOT)}: no test {test} in {path}"


# -- commands ----------------------------------------

_SHELLS = {"", "sh", "shell", "bash", "console", "text"}


def commands(page: Path) -> list[tuple[str, int]]:
    """List the command lines of a page with the exit code that they leave with.

    A line that ends in ``# exit 1`` leaves with 1; one with a placeholder (``…``, ``<…>``) is for reading.
    """
    found = []
    for fence in fences(page.read_text(encoding="utf-8")):
        if fence.word not in _SHELLS:
            continue
        for line in _whole_lines(fence):
            command, _, comment = line.partition("  #")
            command = command.strip().removeprefix("$ ")
            if re.match(r"(\w+=\S+ )*parrules( |$)", command) and not re.search(r"…|\.\.\.|<\S+>|\[", command):
                code = re.search(r"exit (\d)", comment)
                found.append((command, int(code[1]) if code else 0))
    return found


def _whole_lines(fence: Fence) -> list[str]:
    lines = fence.text.replace("\\\n", " ").splitlines()
    prompts = [line for line in lines if line.startswith("$ ")]
    if prompts:
        return prompts
    return lines if fence.word != "text" else []


def files_of(page: Path) -> dict[str, str]:
    """List the files that a page shows whole: fences whose title ends in a path."""
    found = {}
    for fence in fences(page.read_text(encoding="utf-8")):
        match = re.search(r"(?:^|: )([\w./-]+\.(?:yaml|json|py))$", fence.title)
        if match:
            found[match[1]] = fence.text + "\n"
    return found


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what commands read and write, so that they may write."""
    folder = tmp_path_factory.mktemp("workshop")
    for name in ("criteria", "schemas", "docs/examples"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.mark.parametrize("page", [each for each in pages() if commands(each.values[0])])
def test_command_lines_run(page: Path, workshop: Path) -> None:
    for name, text in files_of(page).items():
        (workshop / name).parent.mkdir(parents=True, exist_ok=True)
        (workshop / name).write_text(text, encoding="utf-8")
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs, "PYTHONUTF8": "1"}
    for command, code in commands(page):
        done = subprocess.run(
            command, shell=True, cwd=workshop, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == code, f"{page.relative_to(ROOT)}: {command}\n{done.stdout}\n{done.stderr}"
