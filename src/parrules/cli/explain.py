"""`parrules explain`: why a node, or the total, has its points."""

from __future__ import annotations

import json
from pathlib import Path

import click

from parrules.cli.common import (
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
from parrules.pipeline import explain, load_criteria, load_evidence
from parrules.scoring import score_record


def explain_command(say: Speaker) -> click.Command:
    """Build the command."""

    @click.command("explain", cls=Command, help=say("help.explain"))
    @click.argument("set_name", metavar="SET")
    @click.argument("evidence", metavar="EVIDENCE", type=click.Path(path_type=Path))
    @click.argument("node", metavar="[NODE]", default="")
    @option_scoring(say)
    @option_form(say)
    @option_strict(say)
    @option_language(say)
    def run(
        *,
        set_name: str,
        evidence: Path,
        node: str,
        stage: str | None,
        reading: str | None,
        form: str,
        strict: bool,
        language: str,
    ) -> int:
        criteria = load_criteria(set_name)
        record = load_evidence(evidence)
        id_ = node.rpartition("#")[2]
        sheet = score_record(criteria, record, stage=stage, reading=reading, changes=[id_])
        told = [finding for finding in (*criteria.findings, *sheet.findings) if not id_ or finding.node in ("", id_)]
        if form == "json":
            explanation = explain(sheet, node, language)
            parts = [
                {"id": part.id, "heading": part.heading, "sentences": list(part.sentences)}
                for part in explanation.parts
            ]
            data = {
                "node": explanation.node,
                "language": language,
                "heading": explanation.heading,
                "parts": parts,
                "short": explanation.short,
            }
            print_out(json.dumps(data, ensure_ascii=False, indent=2))
        else:
            from parrules.report.terminal import TerminalReport

            print_report(TerminalReport(language).explanation(sheet, node))
        errors = [finding for finding in told if finding.severity.value != "note"]
        print_findings(errors, language)
        return exit_code(told, strict=strict)

    return run
