"""`parrules codes`: what a code of a finding means and how to mend it."""

from __future__ import annotations

import json

import click

from parrules.cli.common import FINE, USAGE, Command, Speaker, option_form, option_language, print_out
from parrules.diagnostics import CODES, closest, severity_word
from parrules.messages.catalogue import TEXTS

_HOLES = "{", "}"


def codes_command(say: Speaker) -> click.Command:
    """Build the command."""

    @click.command("codes", cls=Command, help=say("help.codes"))
    @click.argument("code", metavar="[CODE]", default="")
    @option_form(say)
    @option_language(say)
    def run(code: str, form: str, language: str) -> int:
        say = Speaker(language)
        wanted = code.upper() if code.upper().startswith("PAR") or not code else f"PAR{code}"
        if wanted and wanted not in CODES:
            near = closest(wanted, CODES)
            hint = f" {say('usage.did-you-mean', near=near)}" if near else ""
            click.echo(f"{say('usage.error')}: {say('codes.unknown', code=code)}{hint}", err=True)
            return USAGE
        chosen = [CODES[wanted]] if wanted else list(CODES.values())
        if form == "json":
            print_out(
                json.dumps(
                    [
                        {
                            "code": row.code,
                            "name": row.name,
                            "severity": row.severity.value,
                            "room": row.room,
                            "since": row.since,
                            "messages": [{"vi": vi, "en": en} for vi, en in _messages(row.code)],
                        }
                        for row in chosen
                    ],
                    ensure_ascii=False,
                    indent=2,
                )
            )
            return FINE
        for row in chosen:
            print_out(f"{row.code}  {row.name}  ({severity_word(row.severity, language)})")
            if wanted:
                for pair in _messages(row.code):
                    print_out(f"  - {_plain(pair[0] if language == 'vi' else pair[1])}")
                mends = _mends(row.code)
                for pair in mends:
                    print_out(f"    → {_plain(pair[0] if language == 'vi' else pair[1])}")
                print_out(
                    f"  {say('codes.since', version=row.since)} · {say('codes.page', page=_page(row.code, language))}"
                )
        return FINE

    return run


def _messages(code: str) -> list[tuple[str, str]]:
    return [text for id_, text in TEXTS.items() if (id_ == code or id_.startswith(code + ".")) and not _is_mend(id_)]


def _mends(code: str) -> list[tuple[str, str]]:
    return list(dict.fromkeys(text for id_, text in TEXTS.items() if id_.startswith(code + ".") and _is_mend(id_)))


def _is_mend(id_: str) -> bool:
    return id_.endswith((".help", ".near", ".write", ".known", ".elsewhere")) or ".help." in id_


def _plain(text: str) -> str:
    """Show a text with its holes as dots."""
    import re

    return re.sub(r"\{\w+\}", "…", text)


def _page(code: str, language: str) -> str:
    return f"docs/{language}/reference/findings/{code}.md"
