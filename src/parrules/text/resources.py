"""Where the shipped criteria sets and schemas are: inside an installed wheel, or at the top of the repository."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder(name: str) -> Path:
    """Give the folder ``criteria`` or ``schemas``, as packed into the wheel or as it stands in a checkout."""
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent.parent / name


@lru_cache(maxsize=8)
def schema(name: str) -> dict[str, Any]:
    """Read a schema by its name: ``criteria``, ``evidence`` or ``score-sheet``."""
    text = (data_folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def schema_names() -> list[str]:
    """List the schemas there are."""
    return sorted(path.name.removesuffix(".schema.json") for path in data_folder("schemas").glob("*.schema.json"))
