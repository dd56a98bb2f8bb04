"""What every command shares: options, errors in the reader's language, where output goes, exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from parrules.diagnostics import Finding, Severity, render_findings
from parrules.messages import LANGUAGES, Argument, Message, Words, tell

FINE, ERROR, USAGE, INTERNAL = 0, 1, 2, 3
"""Exit codes: fine; an error, or with --strict a warning; wrong usage; a fault of the program."""

_F = TypeVar("_F", bound=Callable[..., Any])


def chosen_language(arguments: Sequence[str]) -> str:
    """Find the language before the command line is parsed: ``--language``, then PARRULES_LANGUAGE, else Vietnamese."""
    for index, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--language=") else ""
        if argument == "--language" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in LANGUAGES:
            return value
    named = os.environ.get("PARRULES_LANGUAGE", "")
    return named if named in LANGUAGES else "vi"


class Speaker:
    """Says texts of the catalogue in the language chosen."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, message: str, /, **arguments: Argument | str) -> str:
        """Say a text."""
        filled = {name: Words(value) if isinstance(value, str) else value for name, value in arguments.items()}
        return tell(Message(message, filled), self.language)


class Command(click.Command):
    """A command whose help page speaks the language chosen."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(
            ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=speaker(ctx)("usage.usage") + ": "
        )

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        rows = [
            record
            for parameter in self.get_params(ctx)
            if isinstance(parameter, click.Option) and (record := parameter.get_help_record(ctx)) is not None
        ]
        if rows:
            with formatter.section(speaker(ctx)("usage.options")):
                formatter.write_dl(rows)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Give the pieces of the usage line."""
        pieces = super().collect_usage_pieces(ctx)
        return [piece.replace("[OPTIONS]", "[…]") for piece in pieces]


class Group(Command, click.Group):
    """The program itself."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands in the order of the work."""
        Command.format_options(self, ctx, formatter)
        rows = [(name, command.get_short_help_str(90)) for name, command in self.commands.items()]
        with formatter.section(speaker(ctx)("usage.commands")):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Keep the commands in their order."""
        del ctx
        return list(self.commands)


def speaker(ctx: click.Context) -> Speaker:
    """Give the speaker of a context."""
    found = ctx.find_object(Speaker)
    return found if found is not None else Speaker("vi")


def option_language(say: Speaker) -> Callable[[_F], _F]:
    """Add ``--language``."""
    return click.option(
        "--language", type=click.Choice(LANGUAGES), default=say.language, metavar="vi|en", help=say("help.language")
    )


def option_form(say: Speaker) -> Callable[[_F], _F]:
    """Add ``--format``."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(("text", "json")),
        default="text",
        metavar="text|json",
        help=say("help.output-format"),
    )


def option_strict(say: Speaker) -> Callable[[_F], _F]:
    """Add ``--strict``."""
    return click.option("--strict", is_flag=True, help=say("help.strict"))


def option_scoring(say: Speaker) -> Callable[[_F], _F]:
    """Add ``--stage`` and ``--reading``."""

    def add(function: _F) -> _F:
        function = click.option("--reading", metavar="ID", help=say("help.reading"))(function)
        return click.option("--stage", metavar="STAGE", help=say("help.stage"))(function)

    return add


def print_out(text: str) -> None:
    """Write to standard output; a reader that stopped reading is no fault."""
    try:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # stays open to the end


def print_report(*parts: Any, command: str = "") -> None:
    """Write what `TerminalReport` renders; ``command`` stands below on one line, to be copied."""
    from parrules.report.terminal import console, rendered

    out = console()
    if not out.is_terminal:
        print_out(rendered(*parts) + (f"\n{command}\n" if command else ""))
        return
    out.print(*parts, sep="\n")
    if command:
        out.print(f"\n{command}", style="dim", soft_wrap=True, markup=False)


def print_findings(findings: Sequence[Finding], language: str, *, followed: bool = False) -> None:
    """Write findings to standard error, with an empty line behind them where something follows."""
    if findings:
        sys.stderr.write(render_findings(findings, language) + ("\n\n" if followed else "\n"))


def exit_code(findings: Sequence[Finding], *, strict: bool) -> int:
    """Give the exit code that findings ask for."""
    severities = {finding.severity for finding in findings}
    stops = Severity.ERROR in severities or (strict and Severity.WARNING in severities)
    return ERROR if stops else FINE
