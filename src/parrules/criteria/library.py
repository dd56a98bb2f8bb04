"""Finding a criteria file by what a person types: a path, or a set and year that is shipped."""

from __future__ import annotations

from pathlib import Path

from parrules.diagnostics import Findings, closest
from parrules.messages import Joined, Words
from parrules.text.resources import data_folder


def list_criteria() -> dict[str, list[int]]:
    """Give the shipped sets with their years."""
    folder = data_folder("criteria")
    sets: dict[str, list[int]] = {}
    for path in sorted(folder.glob("*/*.yaml")):
        if path.stem.isdigit():
            sets.setdefault(path.parent.name, []).append(int(path.stem))
    return sets


def find_criteria(name: str, findings: Findings) -> Path | None:
    """Find a criteria file.

    Args:
        name: A path to a file, or ``set/year`` of a shipped set. A year is never guessed.
        findings: Receives PAR113 with the sets or years that there are.

    Returns: the path, or nothing.
    """
    path = Path(name)
    if path.suffix in (".yaml", ".yml", ".json") or path.is_file():
        return path
    if (local := Path(f"{name}.yaml")).is_file():
        findings.add("PAR113.local", help="PAR113.near", set=name, near=str(local))
        return None
    sets = list_criteria()
    wanted, _, year = name.strip("/").partition("/")
    if wanted in sets:
        if year.isdigit() and int(year) in sets[wanted]:
            return data_folder("criteria") / wanted / f"{year}.yaml"
        years = Joined(tuple(Words(f"{wanted}/{known}") for known in sets[wanted]))
        message = "PAR113.year" if year else "PAR113.no-year"
        findings.add(message, help="PAR113.year.help", set=wanted, year=year, years=years)
        return None
    known = Joined(tuple(Words(f"{each}/{last}") for each, years_of in sets.items() for last in years_of))
    near = closest(wanted, sets)
    if near and year.isdigit() and int(year) in sets[near]:
        near = f"{near}/{year}"
    findings.add("PAR113", help="PAR113.near" if near else "PAR113.help", set=name, near=near or "", known=known)
    return None
