"""`parrules check`: a criteria set by itself, or evidence records against their set, all findings at once."""

from __future__ import annotations

import json
from pathlib import Path

import click

from parrules.checks import CheckedCriteria, bind_evidence, check_criteria
from parrules.cli.common import (
    Command,
    Speaker,
    exit_code,
    option_form,
    option_language,
    option_strict,
    print_findings,
    print_out,
)
from parrules.criteria import find_criteria, read_criteria
from parrules.diagnostics import Finding, Findings, Severity, findings_to_json
from parrules.evidence import find_evidence, read_evidence
from parrules.messages import Figure, Noun, Style
from parrules.scoring import score_record
from parrules.values import whole

_NOUNS = {
    Severity.ERROR: Noun("lỗi", "error", "errors"),
    Severity.WARNING: Noun("cảnh báo", "warning", "warnings"),
    Severity.NOTE: Noun("lưu ý", "note", "notes"),
}


def check_command(say: Speaker) -> click.Command:
    """Build the command."""

    @click.command("check", cls=Command, help=say("help.check"))
    @click.argument("set_name", metavar="SET")
    @click.argument("evidence", metavar="[EVIDENCE…]", nargs=-1, type=click.Path(path_type=Path))
    @option_form(say)
    @option_strict(say)
    @option_language(say)
    def run(set_name: str, evidence: tuple[Path, ...], form: str, strict: bool, language: str) -> int:
        checked, found = _check_set(set_name)
        name = set_name
        if checked is not None:
            name = checked.set.name
            for path in find_evidence(evidence, found):
                found.take(_check_record(path, checked))
        told = found.sorted()
        if form == "json":
            print_out(json.dumps({"name": name, "findings": findings_to_json(told)}, ensure_ascii=False, indent=2))
        else:
            print_findings(told, language)
            print_out(_verdict(Speaker(language), ", ".join((name, *map(str, evidence))), told))
        return exit_code(told, strict=strict)

    return run


def _check_set(name: str) -> tuple[CheckedCriteria | None, Findings]:
    findings = Findings()
    path = find_criteria(name, findings)
    criteria = read_criteria(path, findings) if path is not None else None
    return (check_criteria(criteria, findings) if criteria is not None else None), findings


def _check_record(path: Path, checked: CheckedCriteria) -> Findings:
    findings = Findings()
    record = read_evidence(path, findings)
    if record is None or bind_evidence(record, checked, Findings()) is None:
        if record is not None:
            bind_evidence(record, checked, findings)
        return findings
    # What is missing, and what the rules cannot do with the values, shows once they are applied.
    findings.take(list(score_record(checked, record, changes=False).findings))
    return findings


def _verdict(say: Speaker, name: str, findings: list[Finding]) -> str:
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    if not findings:
        return say("check.fine", name=name)
    told = [
        say("check.count", count=Figure(whole(count), Style.PLAIN, _NOUNS[severity]))
        for severity, count in counts.items()
        if count
    ]
    return "\n" + say("check.counts", name=name, counts=", ".join(told))
