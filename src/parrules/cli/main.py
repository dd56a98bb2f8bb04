"""The program `parrules`: builds its commands in one language, runs one, turns every failure into words and a code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from parrules.cli.check import check_command
from parrules.cli.codes import codes_command
from parrules.cli.common import ERROR, FINE, INTERNAL, USAGE, Group, Speaker, chosen_language, print_findings
from parrules.cli.explain import explain_command
from parrules.cli.format import format_command
from parrules.cli.schema import schema_command
from parrules.cli.score import score_command
from parrules.diagnostics import ParrulesError, closest
from parrules.version import LANGUAGE_VERSION, VERSION


def build_cli(language: str) -> click.Group:
    """Build the program with all help in one language."""
    say = Speaker(language)

    @click.group(
        cls=Group,
        help=say("help.parrules"),
        context_settings={"help_option_names": ["--help"]},
        no_args_is_help=False,
        invoke_without_command=True,
    )
    @click.option("--version", is_flag=True, help=say("help.version"))
    @click.option(
        "--language", type=click.Choice(("vi", "en")), default=language, metavar="vi|en", help=say("help.language")
    )
    @click.pass_context
    def program(ctx: click.Context, version: bool, language: str) -> int:
        del language
        if version:
            click.echo(f"parrules {VERSION} · language {LANGUAGE_VERSION}")
        elif ctx.invoked_subcommand is None:
            click.echo(ctx.get_help())
        return FINE

    for build in (check_command, format_command, score_command, explain_command, codes_command, schema_command):
        program.add_command(build(say))
    for command in (program, *program.commands.values()):
        help_option = command.get_help_option(click.Context(command))
        if help_option is not None:
            help_option.help = say("help.help")
            command.params = [parameter for parameter in command.params if parameter.name != "help"] + [help_option]
            command.add_help_option = False
    return program


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and leave with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(run(given))


def run(arguments: Sequence[str]) -> int:
    """Run the program.

    Args:
        arguments: The words after the program's name.

    Returns: the exit code: 0 fine, 1 an error (or with --strict a warning), 2 wrong usage, 3 a fault of the program.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    language = chosen_language(arguments)
    say = Speaker(language)
    program = build_cli(language)
    try:
        code = program.main(args=list(arguments), prog_name="parrules", standalone_mode=False, obj=say)
        return int(code) if isinstance(code, int) else FINE
    except ParrulesError as error:
        print_findings(error.findings, language)
        return ERROR
    except click.UsageError as error:
        click.echo(f"{say('usage.error')}: {_usage_text(error, say, program)}", err=True)
        command = error.ctx.command_path if error.ctx else "parrules"
        click.echo(f"  {say('usage.try', command=command)}", err=True)
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        return FINE
    except (
        Exception
    ) as error:  # the last net: no traceback reaches a user, and nothing is hidden from those who maintain the program
        text = f"{type(error).__name__}: {error}"
        click.echo(f"{say('usage.error')}[PAR902]: {say('internal')}", err=True)
        click.echo(f"  {say('internal.help', error=text)}", err=True)
        if os.environ.get("PARRULES_DEBUG"):
            raise
        return INTERNAL


def _usage_text(error: click.UsageError, say: Speaker, program: click.Group) -> str:
    """Say a fault of usage in the reader's language."""
    match error:
        case click.NoSuchOption():
            known = [name for parameter in (error.ctx.command.params if error.ctx else []) for name in parameter.opts]
            near = closest(error.option_name, known)
            text = say("usage.no-such-option", option=error.option_name)
        case click.MissingParameter():
            parameter = error.param
            name = (parameter.metavar or parameter.name or "") if parameter is not None else ""
            return say("usage.missing", name=name)
        case click.BadParameter() if error.param is not None and isinstance(error.param.type, click.Choice):
            value = error.message.partition("'")[2].partition("'")[0]
            choices = ", ".join(error.param.type.choices)
            return say("usage.bad-value", value=value, name=error.param.opts[0], choices=choices)
        case _:
            words = error.format_message()
            if words.startswith("No such command"):
                wanted = words.partition("'")[2].partition("'")[0]
                near = closest(wanted, program.commands)
                text = say("usage.no-such-command", command=wanted)
            elif words.startswith("Got unexpected extra argument"):
                return say("usage.extra", value=words.partition("(")[2].removesuffix(")"))
            else:
                return say("usage.bad", message=words)
    return text + (" — " + say("usage.did-you-mean", near=near) if near else "")


if __name__ == "__main__":
    main()
