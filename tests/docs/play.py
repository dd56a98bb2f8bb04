"""Plays a page: writes the files that it shows, runs its commands and programs, and compares what they print with it.

The fences that take part, in the order of the page:

    any word with a path for a title        the file, whole; a later one of the same path replaces it
    ``title="folder/2027.yaml (head)"``     the head of a new year's file; from ``domains:`` on it is the year before
    ``title="record.yaml (at the end)"``    lines to add to a file that is there
    ``command``                             one command a line, as typed into a terminal
    ``output`` after it                     what they print, both streams, blanks at the ends of lines left out
    ``python``, then ``output``             a program, and what it prints
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from examples import Fence, fences

ROOT = Path(__file__).resolve().parent.parent.parent
LANGUAGES = ("vi", "en")
_FILE = re.compile(r"(?P<path>[\w./-]+\.(?:yaml|json|py))(?: \((?P<part>.+)\))?")
_HEAD, _END = ("phần đầu", "head"), ("thêm vào cuối", "at the end")


@dataclass(frozen=True)
class Printed:
    """An ``output`` fence, and what was really printed there."""

    fence: Fence
    text: str

    @property
    def agrees(self) -> bool:
        """Say whether the page shows what was printed."""
        return self.fence.text.rstrip("\n") == self.text


def page_of(language: str, name: str) -> Path:
    """Give the path of a page."""
    return ROOT / "docs" / language / f"{name}.md"


def play(page: Path) -> list[Printed]:
    """Play a page in the current folder."""
    found: list[Printed] = []
    printed = ""
    for fence in fences(page.read_text(encoding="utf-8")):
        if fence.word == "output":
            found.append(Printed(fence, printed))
            printed = ""
            continue
        assert not printed, f"{page}:{fence.line}: something was printed that the page does not show:\n{printed}"
        if match := _FILE.fullmatch(fence.title):
            _write(Path(match["path"]), fence.text, match["part"])
        elif fence.word == "command":
            printed = "\n".join(_run(line, f"{page}:{fence.line}") for line in _commands(fence))
        elif fence.word == "python":
            printed = _run_program(fence.text)
    assert not printed, f"{page}: the last command prints something that the page does not show:\n{printed}"
    return found


def _write(path: Path, text: str, part: str | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    assert part in (None, *_HEAD, *_END), f"which part of {path} is `{part}`?"
    if part in _END:
        text = path.read_text(encoding="utf-8") + text
    elif part in _HEAD:
        before = path.with_stem(str(int(path.stem) - 1)).read_text(encoding="utf-8")
        text += "\n" + before[before.index("\ndomains:\n") :].strip("\n")
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")


def _commands(fence: Fence) -> Iterator[str]:
    for line in fence.text.replace("\\\n", " ").splitlines():
        if line.strip():
            assert line.startswith("parrules "), f"line {fence.line}: not a command of the program: {line}"
            yield line


def _run(command: str, where: str) -> str:
    """Run a command of the program in this process; both streams go to one text, as in a terminal."""
    from parrules.cli.main import run

    text = io.StringIO()
    with contextlib.redirect_stdout(text), contextlib.redirect_stderr(text):
        code = run(shlex.split(command)[1:])
    printed = _bare(text.getvalue())
    fails = re.search(r"^(?:lỗi|error)\[", printed, re.M) is not None
    assert code == int(fails), f"{where}: exit {code} of {command}\n{printed}"
    return printed


def _run_program(text: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(text, "page", "exec"), {"__name__": "page"})
    return _bare(printed.getvalue())


def _bare(text: str) -> str:
    """Leave out what nobody sees: blanks at the ends of lines, empty lines at both ends."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def rewrite(page: Path, printed: list[Printed]) -> None:
    """Put into the page what was really printed."""
    text = page.read_text(encoding="utf-8")
    for each in reversed(printed):
        text = text[: each.fence.start] + each.text + "\n" + text[each.fence.end :]
    page.write_text(text, encoding="utf-8")


def told(page: Path, printed: list[Printed]) -> str:
    """Name the first place where the page shows something else."""
    wrong = next(each for each in printed if not each.agrees)
    return f"{page}:{wrong.fence.line} differs; run `make accept` and read the difference. Printed:\n{wrong.text}"
