"""Measure parrules against the same work written by hand, as ratios of CPU time within one run; `make bench` runs this.

Both sides take turns (by hand, parrules, by hand, …), so that the machine's mood hits both. CPU time is counted, not
the clock on the wall, so that other programs disturb less. Units are synthetic and made in memory; nothing is written
but what `--json FILE` and `--pages` ask for, and Python's own bytecode into a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from functools import partial
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import by_hand
import changes_by_hand
import units
import yaml
from figures import write_pages
from measure import Progress, Row, child, clock, functions, processes, python_environment, table

import parrules
from parrules.diagnostics import Findings
from parrules.evidence import EvidenceRecord, evidence_from_source
from parrules.spans import Source

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROVINCE_SET, COMMUNE_SET = "par-index-province/2021", "commune-resolution-57/2026"
EXAMPLE = "docs/examples/tinh-mau-2021-day-du.yaml"
PROVINCES, COMMUNES, SHARE = 63, 3000, 500
"""How many units; the communes are made, read and scored in shares, each of which is one run of its rows."""

NOTES = {
    "process": (
        "Whole processes, from the start of Python to its end. parrules also reads, parses and checks the "
        "criteria file, which the program by hand has built in."
    ),
    "import": "Whole processes: `import parrules` against `import by_hand, yaml`.",
    "check": (
        "There is no check by hand: its side reads the same YAML with PyYAML's C loader and scores one province "
        "once. parrules reads with places, parses all rules, and proves names, kinds, cover, bounds and "
        "divisions."
    ),
    "read": (
        "YAML text in memory. By hand it becomes dicts; parrules also judges the shape by the schema and keeps "
        "the place of every value."
    ),
    "score": (
        "Evidence already read; both turn text into values, and score. parrules counts in exact fractions, holds "
        "every value against its declaration, records every step, scores the other readings, and writes sheet and "
        "receipt."
    ),
    "changes": (
        "One province scored, and of each value read the nearest one that gives more and the nearest that gives "
        "fewer. parrules finds the tipping points of the rules and proves each change by scoring the set again; "
        "by hand values are tried on the leaf alone, in strides."
    ),
    "explain": (
        "Leaf 1.1.2 in Vietnamese. parrules makes the sentences from the sheet's steps, with claim, documents, "
        "what would give more, and status; by hand it is one f-string for this leaf."
    ),
}
"""What parrules does beyond the work by hand."""


def cold_starts(say: Progress) -> Iterator[Row]:
    """Compare the command with the program by hand, each as a process of its own."""
    command = ("-m", "parrules", "score", PROVINCE_SET, EXAMPLE)
    with TemporaryDirectory() as bytecode:
        python = partial(child, folder=ROOT, modules=HERE, bytecode=bytecode)
        hand = python("-m", "by_hand", EXAMPLE)
        for form in ("text", "json"):
            row = Row(f"cold-{form}", f"cold start: score a province, {form}", "process")
            yield processes(row, hand, python(*command, "--format", form), runs=7, say=say)


def imports(say: Progress) -> Iterator[Row]:
    """Compare what loading the library costs."""
    with TemporaryDirectory() as bytecode:
        python = partial(child, folder=ROOT, modules=HERE, bytecode=bytecode)
        row = Row("import", "cold start: import parrules", "import")
        yield processes(row, python("-c", "import by_hand, yaml"), python("-c", "import parrules"), runs=15, say=say)


def checks(say: Progress) -> Iterator[Row]:
    """Compare reading and checking the set with reading it and scoring once."""
    path = ROOT / "criteria" / f"{PROVINCE_SET}.yaml"
    unit = units.province(1)

    def hand() -> None:
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        by_hand.province(by_hand.values_of(unit))

    row = Row("check", "check the provincial set", "check")
    yield functions(row, hand, lambda: parrules.check(path), runs=9, say=say)


# -- many units ----------------------------------------


def yaml_of(data: units.Data) -> str:
    """Write a record as the text of a YAML file."""
    return str(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False))


def read(text: str) -> EvidenceRecord:
    """Read a record from YAML text, as `parrules score` does with a file."""
    findings = Findings()
    record = evidence_from_source(Source("unit.yaml", text), findings)
    assert record is not None, findings.sorted()
    return record


class Share:
    """Some units of a cohort, which both sides read and score."""

    def __init__(
        self,
        data: Iterable[units.Data],
        criteria: parrules.CheckedCriteria,
        by_hand_score: Callable[[by_hand.Values], by_hand.Result],
    ) -> None:
        self.texts = [yaml_of(each) for each in data]
        self.criteria, self.by_hand_score = criteria, by_hand_score
        self.data: list[units.Data] = []
        self.records: list[EvidenceRecord] = []
        self.hand_totals: list[Decimal] = []
        self.our_totals: list[Fraction | None] = []

    def read_by_hand(self) -> None:
        """Turn texts into dicts."""
        self.data = [yaml.load(text, Loader=yaml.CSafeLoader) for text in self.texts]

    def read(self) -> None:
        """Turn texts into records."""
        self.records = [read(text) for text in self.texts]

    def score_by_hand(self) -> None:
        """Score the dicts."""
        self.hand_totals = [self.by_hand_score(by_hand.values_of(each)).total for each in self.data]

    def score(self) -> None:
        """Score the records; the sheets are used and dropped one by one."""
        self.our_totals = [sheet.total.points for sheet in parrules.score_all(self.criteria, self.records)]

    def measure(self, reading: Row, scoring: Row) -> None:
        """Add a run to both rows."""
        size = len(self.texts)
        reading.add(clock(self.read_by_hand) / size, clock(self.read) / size)
        scoring.add(clock(self.score_by_hand) / size, clock(self.score) / size)

    @property
    def unlike(self) -> int:
        """How many totals differ: Decimal has 28 digits, and may fall short of a tie."""
        return sum(Fraction(hand) != ours for hand, ours in zip(self.hand_totals, self.our_totals, strict=True))


def cohort(shares: list[Share], reading: Row, scoring: Row, say: Progress) -> Iterator[Row]:
    """Measure reading and scoring share by share."""
    for done, share in enumerate(shares, 1):
        share.measure(reading, scoring)
        say(reading, done, len(shares))
        say(scoring, done, len(shares))
        if share.unlike:
            sys.stderr.write(f"{share.unlike} totals differ between the two sides, see test_by_hand.py\n")
        shares[done - 1].records = []
    yield reading
    yield scoring


def provinces(say: Progress) -> Iterator[Row]:
    """Measure 63 provinces, other ones in each run."""
    criteria = parrules.load_criteria(PROVINCE_SET)
    shares = [Share(units.provinces(PROVINCES, seed), criteria, by_hand.province) for seed in (1, 2, 3)]
    reading = Row("read-provinces", f"read the evidence of {PROVINCES} provinces", "read", PROVINCES)
    scoring = Row("score-provinces", f"score {PROVINCES} provinces with full traces", "score", PROVINCES)
    yield from cohort(shares, reading, scoring, say)


def communes(say: Progress) -> Iterator[Row]:
    """Measure 3,000 communes once; each share of them is a run."""
    criteria = parrules.load_criteria(COMMUNE_SET)
    starts = range(1, COMMUNES + 1, SHARE)
    shares = [Share(map(units.commune, range(first, first + SHARE)), criteria, by_hand.commune) for first in starts]
    reading = Row("read-communes", f"read the evidence of {COMMUNES:,} communes", "read", COMMUNES)
    scoring = Row("score-communes", f"score {COMMUNES:,} communes with full traces", "score", COMMUNES)
    yield from cohort(shares, reading, scoring, say)


# -- one unit ----------------------------------------


def changes(say: Progress) -> Iterator[Row]:
    """Compare the search of what would change the points of one province."""
    criteria = parrules.load_criteria(PROVINCE_SET)
    text = (ROOT / EXAMPLE).read_text(encoding="utf-8")
    record = read(text)
    values = by_hand.values_of(yaml.load(text, Loader=yaml.CSafeLoader))

    def hand() -> None:
        changes_by_hand.changes(values, by_hand.province(values))

    row = Row("changes", "score a province, search its changes", "changes")
    yield functions(row, hand, lambda: parrules.score(criteria, record, changes=True), runs=5, calls=(5, 1), say=say)


def explanations(say: Progress) -> Iterator[Row]:
    """Compare the telling of one leaf."""
    criteria = parrules.load_criteria(PROVINCE_SET)
    text = (ROOT / EXAMPLE).read_text(encoding="utf-8")
    sheet = parrules.score(criteria, read(text), changes=["1.1.2"])
    entry = by_hand.values_of(yaml.load(text, Loader=yaml.CSafeLoader))["1.1.2"]
    points = by_hand.PROVINCE["1.1.2"](entry, {})

    def hand() -> str:
        return by_hand.explain_plan(entry, points)

    def ours() -> str:
        return str(parrules.explain(sheet, "1.1.2", language="vi"))

    row = Row("explain", "explain one leaf from a sheet", "explain")
    yield functions(row, hand, ours, runs=9, calls=(2000, 100), say=say)


MEASUREMENTS: dict[str, Callable[[Progress], Iterator[Row]]] = {
    "cold": cold_starts,
    "import": imports,
    "check": checks,
    "provinces": provinces,
    "communes": communes,
    "changes": changes,
    "explain": explanations,
}


def phases(runs: int = 5) -> dict[str, float]:
    """Measure the steps of a cold start in processes of their own; the best time of each, in seconds."""
    with TemporaryDirectory() as bytecode:
        command = [sys.executable, str(HERE / "phases.py"), PROVINCE_SET, EXAMPLE]
        environment = python_environment(HERE, bytecode)
        printed = [
            subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout
            for _ in range(runs + 1)
        ]
    found = [json.loads(each) for each in printed[1:]]
    return {step: min(each[step] for each in found) for step in found[0]}


def machine() -> dict[str, str]:
    """Describe the machine and the versions."""
    model = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        lines = information.read_text(encoding="utf-8").splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
    packages = ("parrules", "lark", "PyYAML", "jsonschema", "click", "rich")
    return {
        "processor": f"{model}, {os.cpu_count()} cores; load {os.getloadavg()[0]:.1f} at the start",
        "system": platform.platform(),
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "packages": ", ".join(f"{name} {version(name)}" for name in packages),
    }


def main(arguments: list[str] | None = None) -> int:
    """Run the measurements and print them."""
    parser = argparse.ArgumentParser(description="Measure parrules as ratios to the same work written by hand.")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures to a file as well")
    parser.add_argument("--pages", action="store_true", help="write the figures into the two pages on performance")
    names = tuple(MEASUREMENTS)
    parser.add_argument("--only", metavar="NAME", action="append", choices=names, help="one of " + ", ".join(names))
    chosen = parser.parse_args(arguments)
    if chosen.pages and chosen.only:
        parser.error("the pages show all figures")
    said, today, say = machine(), datetime.now(UTC).date().isoformat(), Progress()
    rows: list[Row] = []
    for name in chosen.only or names:
        rows.extend(MEASUREMENTS[name](say))
    print(f"CPU times, the best of all runs; a ratio is parrules ÷ by hand. {today}")
    print("\n".join(f"{name}: {value}" for name, value in said.items()))
    print(f"\n{table(rows, NOTES)}\n\nOne cold start, step by step (the last two stand for each other):")
    steps = phases()
    print("\n".join(f"  {step:10}{1000 * took:8.1f} ms" for step, took in steps.items()))
    print(f"\nTook {say.seconds:.0f} s.")
    if chosen.pages:
        write_pages(ROOT, today, said, rows, steps)
    if chosen.json:
        figures = {
            "date": today,
            "machine": said,
            "rows": [row.to_json() for row in rows],
            "notes": NOTES,
            "cold start": steps,
        }
        chosen.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
