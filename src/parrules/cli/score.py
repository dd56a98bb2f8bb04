"""`parrules score`: one or several evidence records; a table for one unit, the ranking for several, or JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from parrules.checks import CheckedCriteria
from parrules.cli.common import (
    ERROR,
    FINE,
    Command,
    Speaker,
    exit_code,
    option_form,
    option_language,
    option_scoring,
    option_strict,
    print_findings,
    print_out,
    print_report,
)
from parrules.diagnostics import EvidenceError, Finding, Findings, ParrulesError
from parrules.evidence import EvidenceRecord, find_evidence, read_evidence
from parrules.pipeline import load_criteria
from parrules.scoring import ScoreSheet, score_record, sheets_to_json
from parrules.scoring.sites import sites_of

_IN_THE_REPORT = ("PAR602", "PAR615")
"""Notes that the report says in its own sentences."""

_LEVELS = {"domain": 0, "criterion": 1, "all": 9}


def score_command(say: Speaker) -> click.Command:
    """Build the command."""

    @click.command("score", cls=Command, help=say("help.score"))
    @click.argument("set_name", metavar="SET")
    @click.argument("evidence", metavar="EVIDENCE…", nargs=-1, required=True, type=click.Path(path_type=Path))
    @option_scoring(say)
    @click.option(
        "--level",
        type=click.Choice(tuple(_LEVELS)),
        default="all",
        metavar="domain|criterion|all",
        help=say("help.level"),
    )
    @option_form(say)
    @option_strict(say)
    @option_language(say)
    def run(
        *,
        set_name: str,
        evidence: tuple[Path, ...],
        stage: str | None,
        reading: str | None,
        level: str,
        form: str,
        strict: bool,
        language: str,
    ) -> int:
        criteria = load_criteria(set_name)
        found = Findings()
        paths = find_evidence(evidence, found)
        told: list[Finding] = [*criteria.findings, *found.sorted()]
        # The table tells no changes, and the sheets of many units are for figures: searching them is most of the work.
        changes = form == "json" and len(paths) == 1
        failed: list[Path] = []
        scored = _score_files(
            criteria, paths, stage, reading, changes=changes, told=told, failed=failed, say=Speaker(language)
        )
        sheets = list(scored)
        # What the record and the run have to say, after what checks of the set left over.
        shown = told if form == "json" else [finding for finding in told if finding.code not in _IN_THE_REPORT]
        print_findings(shown, language, followed=bool(sheets) and form != "json")
        code = max(exit_code(told, strict=strict), ERROR if failed else FINE)
        if not sheets:
            return ERROR
        if form == "json":
            print_out(sheets[0].to_json(indent=1) if len(paths) == 1 else sheets_to_json(sheets, indent=1))
        else:
            scored_paths = [path for path in paths if path not in failed]
            _print_report(
                criteria,
                sheets,
                scored_paths,
                failed=failed,
                set_name=set_name,
                deepest=_LEVELS[level],
                language=language,
            )
        return code

    return run


def _score_files(
    criteria: CheckedCriteria,
    paths: list[Path],
    stage: str | None,
    reading: str | None,
    *,
    changes: bool,
    told: list[Finding],
    failed: list[Path],
    say: Speaker,
) -> Iterator[ScoreSheet]:
    """Score files one after the other; one that cannot be scored is told and does not stop the others."""
    sites = sites_of(criteria)
    with progress(say("progress.scoring"), len(paths)) as step:
        for path in paths:
            try:
                record = _read(path)
                sheet = score_record(criteria, record, stage=stage, reading=reading, changes=changes, sites=sites)
                told.extend(sheet.findings)
                yield sheet
            except ParrulesError as error:
                told.extend(error.findings)
                failed.append(path)
            step()


def _read(path: Path) -> EvidenceRecord:
    findings = Findings()
    record = read_evidence(path, findings)
    if record is None:
        raise EvidenceError(findings.sorted())
    return record


class _Step:
    """Moves a progress bar on by one, where there is a bar."""

    def __init__(self, advance: object = None) -> None:
        self._advance = advance

    def __call__(self) -> None:
        if callable(self._advance):
            self._advance()


@contextmanager
def progress(title: str, count: int) -> Iterator[_Step]:
    """Show a progress bar on standard error while many things are done, where somebody looks."""
    if count < 20 or not sys.stderr.isatty():
        yield _Step()
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from parrules.report.terminal import console

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=count)
        yield _Step(lambda: bar.advance(task))


def _print_report(
    criteria: CheckedCriteria,
    sheets: list[ScoreSheet],
    paths: list[Path],
    *,
    failed: list[Path],
    set_name: str,
    deepest: int,
    language: str,
) -> None:
    from parrules.report.terminal import TerminalReport

    report = TerminalReport(language)
    if len(paths) + len(failed) > 1:
        print_report(report.sheets(sheets, criteria.set.ranking, not_scored=list(map(str, failed))))
        return
    sheet = sheets[0]
    leaf = next((node.id for node in sheet if node.lost and not sheet.parts(node.id) and node.state != "covered"), "")
    command = report.word("foot.explain", set=set_name, file=str(paths[0]), id=leaf) if leaf else ""
    print_report(report.sheet(sheet, deepest=deepest), command=command)
