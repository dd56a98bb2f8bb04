"""The command page, from ``--help``: what a person sees in a terminal of 80 columns."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import lru_cache

from generate_words import code, table

COLUMNS = "80"


@lru_cache(maxsize=64)
def help_text(command: str, language: str) -> str:
    """Give what ``parrules command --help`` prints."""
    words = [*command.split(), "--help", "--language", language]
    environment = {**os.environ, "COLUMNS": COLUMNS, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "parrules", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=True,
    )
    return done.stdout.rstrip()


@lru_cache(maxsize=2)
def command_names() -> tuple[str, ...]:
    """List the commands in the order of the program's own help."""
    from parrules.cli.main import build_cli

    return tuple(build_cli("en").commands)


def help_fence(language: str, command: str) -> str:
    """Write the help of a command as a fenced block; of the program itself where no command is named."""
    return f"```text\n{help_text(command, language)}\n```"


def command_table(language: str, _: str) -> str:
    """Write the commands, each with its line of help."""
    from parrules.cli.main import build_cli

    rows = [
        (code(f"parrules {name}"), (command.help or "").strip())
        for name, command in build_cli(language).commands.items()
    ]
    heads = {"vi": ("Lệnh", "Làm gì"), "en": ("Command", "Does")}
    return table(heads[language], rows)


GENERATORS = {"help": help_fence, "commands": command_table}
