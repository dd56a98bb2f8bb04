"""Two sides measured in turn, as CPU time, and told as a table of ratios; knows nothing of what is measured."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

Work = Callable[[], object]
Timer = Callable[[], float]


@dataclass
class Row:
    """One line of the table: CPU seconds of each run, for ``count`` units."""

    id: str
    what: str
    note: str  #: Id of the footnote.
    count: int = 1
    hand: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)

    def add(self, hand: float, ours: float) -> None:
        """Add a run of both sides, in seconds for one unit."""
        self.hand.append(hand * self.count)
        self.ours.append(ours * self.count)

    @property
    def best_ratio(self) -> float:
        """The ratio of the best times."""
        return min(self.ours) / min(self.hand)

    @property
    def median_ratio(self) -> float:
        """The median of the ratios of the pairs."""
        return median(ours / hand for hand, ours in zip(self.hand, self.ours, strict=True))

    def to_json(self) -> dict[str, Any]:
        """Give the row as plain data, times in seconds."""
        sides = {"by_hand": self.hand, "parrules": self.ours}
        return {
            "id": self.id,
            "what": self.what,
            "runs": len(self.ours),
            **{side: {"best": min(times), "median": median(times)} for side, times in sides.items()},
            "ratio": {"best": self.best_ratio, "median": self.median_ratio},
            "note": self.note,
        }


class Progress:
    """Says on standard error what is being measured."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    @property
    def seconds(self) -> float:
        """Time since the start, on the wall."""
        return time.monotonic() - self._start

    def __call__(self, row: Row, done: int, of: int) -> None:
        """Say how far a row is."""
        ratio = f"  ×{digits(row.best_ratio)}" if row.ours else ""
        sys.stderr.write(f"{self.seconds:6.1f} s  {row.what}: {done}/{of}{ratio}\n")
        sys.stderr.flush()


# -- clocks ----------------------------------------


def clock(work: Work, calls: int = 1) -> float:
    """Measure the CPU time of a call in this process, in seconds."""
    gc.collect()
    start = time.process_time_ns()
    for _ in range(calls):
        work()
    return (time.process_time_ns() - start) / calls / 1e9


def python_environment(modules: Path, bytecode: str) -> dict[str, str]:
    """Give the environment of a child process.

    Args:
        modules: A folder whose modules can be imported.
        bytecode: A folder that keeps bytecode, so that a second run is what users have, also where the environment
            tells Python to write none.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(modules), os.environ.get("PYTHONPATH"))))
    return environment | {"PYTHONPYCACHEPREFIX": bytecode, "PYTHONUTF8": "1", "PARRULES_LANGUAGE": "vi"}


def child(*arguments: str, folder: Path, modules: Path, bytecode: str) -> Timer:
    """Give a function that runs Python with these arguments and measures the CPU time of the whole process, in seconds.

    Its output is thrown away; ``modules`` and ``bytecode`` are those of `python_environment`.
    """
    command = [sys.executable, *arguments]
    environment = python_environment(modules, bytecode)
    nowhere = subprocess.DEVNULL

    def run() -> float:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"exit code {process.returncode}: {' '.join(command)}")
        return usage.ru_utime + usage.ru_stime

    return run


def processes(row: Row, hand: Timer, ours: Timer, *, runs: int, say: Progress) -> Row:
    """Measure two commands in turn; a first run of each warms the caches of Python and of the machine."""
    hand(), ours()
    for run in range(runs):
        row.add(hand(), ours())
        say(row, run + 1, runs)
    return row


def functions(
    row: Row, hand: Work, ours: Work, *, runs: int, say: Progress, calls: tuple[int, int] = (1, 1)
) -> Row:  # fmt: skip
    """Measure two functions in turn; ``calls`` says how often each is called in a run."""
    for run in range(runs):
        row.add(clock(hand, calls[0]), clock(ours, calls[1]))
        say(row, run + 1, runs)
    return row


# -- telling ----------------------------------------


def seconds(time_: float) -> str:
    """Write a time with three digits."""
    if time_ >= 1:
        return f"{digits(time_)} s"
    return f"{digits(time_ * 1e3)} ms" if time_ >= 1e-3 else f"{digits(time_ * 1e6)} µs"


def digits(number: float) -> str:
    """Write a number with three digits, but never fewer than the whole ones."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def table(rows: list[Row], notes: dict[str, str]) -> str:
    """Write the rows as a Markdown table, with the footnotes under it."""
    used = list(dict.fromkeys(row.note for row in rows))
    cells = [["what", "by hand", "parrules", "ratio, best", "ratio, median", "runs", "note"]]
    for row in rows:
        times = [seconds(min(row.hand)), seconds(min(row.ours))]
        ratios = [digits(row.best_ratio), digits(row.median_ratio)]
        cells.append([row.what, *times, *ratios, str(len(row.ours)), str(used.index(row.note) + 1)])
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    cells.insert(1, ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])])
    lines = [
        f"| {line[0]:{widths[0]}} | "
        + " | ".join(f"{cell:>{width}}" for cell, width in zip(line[1:], widths[1:], strict=True))
        + " |"
        for line in cells
    ]
    return "\n".join([*lines, "", *(f"{number}. {notes[note]}" for number, note in enumerate(used, 1))])
