"""One cold start of `parrules score`, step by step: prints the CPU seconds of each step as JSON; `run.py` runs it."""

from __future__ import annotations

import json
import sys
import time

STARTED = time.process_time()  # before anything else is loaded

import parrules  # noqa: E402  # what is measured


def main(set_: str, evidence: str) -> int:
    """Score one record and print what each step took."""
    marks = [("python", STARTED), ("import", time.process_time())]

    def mark(step: str) -> None:
        marks.append((step, time.process_time()))

    criteria = parrules.load_criteria(set_)
    mark("first")
    parrules.load_criteria(set_)
    mark("criteria")
    record = parrules.load_evidence(evidence)
    mark("evidence")
    parrules.score(criteria, record, changes=False)
    mark("score")
    sheet = parrules.score(criteria, record, changes=True)
    mark("changes")
    from parrules.report.terminal import TerminalReport, console

    out = console()
    with out.capture():
        out.print(TerminalReport("vi").sheet(sheet, deepest=9))
    mark("text")
    sheet.to_json(indent=1)
    mark("json")

    took = {step: now - before for (step, now), (_, before) in zip(marks, [("", 0.0), *marks], strict=False)}
    # What only the first load needs: the grammar is built, jsonschema loaded.
    took["first"] -= took["criteria"]
    took["changes"] -= took["score"]
    sys.stdout.write(json.dumps(took) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
