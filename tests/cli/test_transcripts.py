"""Transcripts of the commands: what a person types, what is printed (both streams, as in a terminal), and the exit code.

    # what it shows
    $ parrules check bang.yaml
    …
    exit 1          only where it is not 0

Each file plays in a folder of its own that holds the files of `files/`; `--accept` rewrites what is printed.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from parrules.cli.main import run

HERE = Path(__file__).resolve().parent
TRANSCRIPTS = sorted(HERE.glob("*.txt"))
DATA = HERE.parents[1]


def steps_of(text: str) -> Iterator[tuple[str, str]]:
    """Give each command with the remark above it."""
    remark: list[str] = []
    for line in text.splitlines():
        if line.startswith("# "):
            remark.append(line)
        else:
            if line.startswith("$ "):
                yield "\n".join(remark), line
            remark = []  # What is printed may hold such lines too; a remark stands right above its command.


def printed_by(command: str) -> tuple[str, int]:
    """Run a command in this process and give what it prints, and its exit code."""
    words = shlex.split(command.removeprefix("$ "))
    assert words[0] == "parrules", command
    text = io.StringIO()
    with contextlib.redirect_stdout(text), contextlib.redirect_stderr(text):
        code = run(words[1:])
    return text.getvalue().strip("\n"), code


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_is_printed_as_it_was_accepted(
    transcript: Path, accept: Callable[[Path, str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (HERE / "files").iterdir():
        shutil.copy(path, tmp_path)
    (tmp_path / "docs").symlink_to(DATA / "docs")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARRULES_LANGUAGE", raising=False)
    played = []
    for remark, command in steps_of(transcript.read_text(encoding="utf-8")):
        text, code = printed_by(command)
        assert "Traceback" not in text
        assert text == "\n".join(line.rstrip() for line in text.splitlines()), f"blanks at the ends of lines: {command}"
        played.append("\n".join(part for part in (remark, command, text, f"exit {code}" if code else "") if part))
    accept(transcript, "\n\n".join(played))


def test_every_command_has_a_transcript_in_both_languages_with_each_of_its_exit_codes() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in TRANSCRIPTS}
    for command in ("check", "format", "score", "explain", "codes", "schema"):
        for language in ("vi", "en"):
            text = texts[f"{command}.{language}"]
            codes = {int(code) for code in re.findall(r"^exit (\d)$", text, re.M)}
            assert f"$ parrules {command}" in text
            assert codes >= ({1, 2} if command not in ("codes", "schema") else {2}), (command, language)
