"""`parrules format`: rules of a criteria file in one form, in the language of the file or in the other one."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import click

from parrules.cli.common import ERROR, FINE, Command, Speaker, option_language, print_findings, print_out
from parrules.criteria import CriteriaSet, criteria_from_source, find_criteria
from parrules.criteria.to_text import format_criteria
from parrules.diagnostics import Findings
from parrules.spans import Source
from parrules.text import read_source
from parrules.text.encoding import BYTE_ORDER_MARK


def format_command(say: Speaker) -> click.Command:
    """Build the command."""

    @click.command("format", cls=Command, help=say("help.format"))
    @click.argument("file", metavar="FILE", type=str)
    @click.option("--to", "target", type=click.Choice(("vi", "en")), metavar="vi|en", help=say("help.to"))
    @click.option("--write", is_flag=True, help=say("help.write"))
    @click.option("--check", "only_check", is_flag=True, help=say("help.format-check"))
    @option_language(say)
    def run(file: str, target: str | None, write: bool, only_check: bool, language: str) -> int:
        say = Speaker(language)
        findings = Findings()
        path = find_criteria(file, findings)
        if write and path is not None and not Path(file).exists():
            click.echo(say("format.shipped", file=file), err=True)
            return ERROR
        if path is not None and path.suffix.lower() == ".json":
            click.echo(say("format.only-yaml", file=str(path)), err=True)
            return ERROR
        source = read_source(path, findings) if path is not None else None
        before = criteria_from_source(source, findings) if source is not None else None
        if source is None or before is None or findings.errors:
            print_findings(findings.sorted(), language)
            return ERROR
        text = format_criteria(source, target or before.language, findings)
        if text is None:
            print_findings(findings.sorted(), language)
            return ERROR
        if not _says_the_same(before, text, source.name):
            click.echo(say("format.lost", file=str(path)), err=True)
            return ERROR
        changed = text != source.text
        if only_check:
            print_out(say("format.would-change" if changed else "format.unchanged", file=str(path)))
            return ERROR if changed else FINE
        if write:
            if changed and (reason := _write(Path(source.name), text)):
                click.echo(say("format.not-written", file=str(path), reason=reason), err=True)
                return ERROR
            print_out(say("format.written" if changed else "format.unchanged", file=str(path)))
        else:
            print_out(text)
        return FINE

    return run


def _says_the_same(before: CriteriaSet, text: str, name: str) -> bool:
    """Read the new text and compare every rule and figure with the old: nothing is written that changed its meaning."""
    findings = Findings()
    after = criteria_from_source(Source(name, text), findings)
    if after is None or findings.errors:
        return False
    rules = [
        [
            (
                node.id,
                node.maximum,
                node.minimum,
                node.rule and node.rule.rule,
                [r.rule.rule for r in node.readings.values()],
                {n: (f.lower, f.upper) for n, f in node.fields.items()},
            )
            for node in each.walk()
        ]
        for each in (before, after)
    ]
    heads = [
        (
            each.id,
            each.year,
            each.maximum,
            [(grade.id, grade.least, grade.in_percent) for grade in each.grades],
            each.total and each.total.rule and each.total.rule.rule,
        )
        for each in (before, after)
    ]
    return rules[0] == rules[1] and heads[0] == heads[1]


def _write(path: Path, text: str) -> str:
    """Replace a file whole or not at all; its byte order mark, its line ends and who may read it stay as they are.

    Returns: what the system said where it could not be written, else nothing.
    """
    try:
        path = path.resolve()
        raw = path.read_bytes()
        mark = BYTE_ORDER_MARK if raw.startswith(BYTE_ORDER_MARK.encode()) else ""
        line_end = "\r\n" if b"\r\n" in raw else "\n"
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline=line_end) as out:
                out.write(mark + text)
            shutil.copymode(path, temporary)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
    except OSError as error:
        return error.strerror or str(error)
    return ""
