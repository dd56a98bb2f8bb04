"""`parrules schema`: the JSON schemas, for editors and for those who read score sheets."""

from __future__ import annotations

import json

import click

from parrules.cli.common import FINE, USAGE, Command, Speaker, option_language, print_out
from parrules.text.resources import schema, schema_names


def schema_command(say: Speaker) -> click.Command:
    """Build the command."""

    @click.command("schema", cls=Command, help=say("help.schema"))
    @click.argument("name", metavar="[NAME]", default="")
    @option_language(say)
    def run(name: str, language: str) -> int:
        known = schema_names()
        if not name:
            for each in known:
                print_out(each)
            return FINE
        if name not in known:
            text = Speaker(language)("schema.unknown", name=name, known=", ".join(known))
            click.echo(f"{Speaker(language)('usage.error')}: {text}", err=True)
            return USAGE
        print_out(json.dumps(schema(name), ensure_ascii=False, indent=2))
        return FINE

    return run
