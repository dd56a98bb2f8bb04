"""Rooms and their order: imports run one way, one room one subject, heavy libraries stay where they are needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src" / "parrules"

ROOMS = (
    "spans", "values", "messages", "diagnostics", "text", "language", "criteria", "tree", "evidence", "checks", "engine", "scoring",
    "explanation", "report", "pipeline", "cli",
)  # fmt: skip

MODULES = sorted(path for path in SOURCE.rglob("*.py") if "_data" not in path.parts)


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.extend(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_room_uses_only_rooms_above_it(path: Path) -> None:
    room = room_of(path)
    if room not in ROOMS:
        return
    for module in imports_of(path):
        if module.startswith("parrules."):
            other = module.split(".")[1]
            if other in ROOMS:
                assert ROOMS.index(other) <= ROOMS.index(room), f"{path} of {room}/ imports {module}"


def test_every_module_belongs_to_a_room_of_the_map() -> None:
    known = {*ROOMS, "__init__", "__main__", "version"}
    assert {room_of(path) for path in MODULES} <= known
    readme = (SOURCE / "README.md").read_text(encoding="utf-8")
    for room in ROOMS:
        assert f"`{room}" in readme, f"{room} is not on the map"


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("lark", {"language"}),
        ("yaml", {"text"}),
        ("jsonschema", {"text"}),
        ("click", {"cli"}),
        ("rich", {"report", "cli"}),
    ],
)
def test_a_library_is_known_to_its_room_only(library: str, rooms: set[str]) -> None:
    for path in MODULES:
        if any(module.split(".")[0] == library for module in imports_of(path)):
            assert room_of(path) in rooms, f"{path} imports {library}"


def test_importing_the_package_loads_no_heavy_library() -> None:
    code = "import sys, parrules; print([m for m in ('click', 'rich', 'jsonschema', 'lark') if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert shown in ("[]", "['lark']")


def test_no_module_shares_the_name_of_a_public_function() -> None:
    import parrules

    functions = {name for name in parrules.__all__ if name.islower()}
    names = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert not functions & names
    for name in functions - {"__version__"}:
        assert callable(getattr(parrules, name))


def test_a_file_has_one_subject() -> None:
    long = {
        str(path.relative_to(SOURCE)): count
        for path in MODULES
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 420
    }
    texts = {name for name in long if name.startswith("messages/texts_")}
    assert set(long) <= texts, long
