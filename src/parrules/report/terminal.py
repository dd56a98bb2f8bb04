"""Score sheets as tables in a terminal; a person should like to read them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from parrules.criteria.model import Ranking
from parrules.explanation.explain import explain_node, sentence
from parrules.explanation.figures import exact, say
from parrules.explanation.node import NodeTelling
from parrules.explanation.total import TotalTelling, worth
from parrules.messages import Argument, Figure, Joined, Style, Title, Words, format_number, tell_argument
from parrules.report.rank import rank_sheets
from parrules.report.summary import announce
from parrules.scoring import MAIN_READING, NodeScore, ScoreSheet
from parrules.values import Exact, difference, product, round_to_digits, whole

NONE = ""  #: Not scored.
NOT_APPLICABLE = "–"
_QUIET = ("scored", "assessed")  #: States that by themselves are no reason for a column.


class TerminalReport:
    """Renders sheets in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def tell(self, argument: Argument) -> str:
        """Write an argument in the report's language."""
        return tell_argument(argument, self.language)

    def word(self, message: str, **arguments: Argument | str) -> str:
        """Write a message of the catalogue."""
        return self.tell(say(message, **arguments))

    def points(self, number: Exact | None, otherwise: str = NONE) -> str:
        """Write points with two decimals."""
        return otherwise if number is None else format_number(number, self.language, digits=2)

    def percent(self, part: Exact | None) -> str:
        """Write a share as a number of percent with two decimals."""
        return NONE if part is None else format_number(product(part, whole(100)), self.language, digits=2)

    # -- one unit ------------------------------------------------------------------------------------------------------

    def sheet(self, sheet: ScoreSheet, *, deepest: int = 9) -> RenderableType:
        """Render one unit: head, table of nodes, sentences."""
        parts: list[RenderableType] = [self.head(sheet), Text(), self.nodes(sheet, deepest), Text()]
        parts.extend(Text(sentence(self.tell(each))) for each in announce(sheet))
        parts.append(Text(sentence(self.word("head.status", status=worth(sheet))), style="italic"))
        return Group(*parts)

    def head(self, sheet: ScoreSheet) -> RenderableType:
        """Render title, unit, stage and reading."""
        lines = [Text(self.tell(Title(**sheet.sites["set"]["title"])), style="bold")]
        facts = [
            self.word("head.unit", name=sheet.unit_name),
            self.word("head.stage", stage=say(f"stage-name.{sheet.data['stage']}")),
        ]
        if sheet.data["reading"] != MAIN_READING:
            reading = Title(**sheet.sites["readings"][sheet.data["reading"]])
            facts.append(self.word("head.reading", reading=reading))
        lines.append(Text(" · ".join(facts)))
        return Group(*lines)

    def nodes(self, sheet: ScoreSheet, deepest: int) -> Table:
        """Render the table of nodes; what is covered by a figure above is not listed."""
        listed = [node for node in sheet if node.state != "covered" and node.level <= deepest]
        claims = any(node.claimed is not None for node in listed)
        bases = any(node.applicable_maximum != node.maximum for node in listed)
        states = (
            any(node.role == "monitored" or node.state not in _QUIET for node in listed)
            or sheet.total.state != "scored"
        )
        table = _table()
        table.add_column(self.word("column.id"), no_wrap=True)
        table.add_column(self.word("column.title"), ratio=1, min_width=32)
        waits = any(node.interval is not None for node in listed)
        columns = [
            "maximum",
            *(["applicable"] if bases else []),
            *(["claimed"] if claims else []),
            "points",
            "share",
            "lost",
        ]
        self.add_figures(table, *columns, waits=waits)
        if states:
            table.add_column(self.word("column.state"), width=16)
        for node in listed:
            self.add_node(table, sheet, node, bases=bases, claims=claims, states=states)
        self.add_total(table, sheet, bases=bases, claims=claims, states=states)
        return table

    def add_figures(self, table: Table, *columns: str, waits: bool = False) -> None:
        """Add columns of figures, narrow, their headings over several lines."""
        for column in columns:
            width = 13 if waits and column in ("points", "total") else 10 if column == "applicable" else 7
            table.add_column(self.word(f"column.{column}"), justify="right", width=width)

    def add_node(
        self, table: Table, sheet: ScoreSheet, node: NodeScore, *, bases: bool, claims: bool, states: bool
    ) -> None:
        """Add the row of a node."""
        left_out = node.state == "not-applicable" and node.points is None
        title = Text("  " * node.level + self.tell(node.title), style="bold" if node.level == 0 else "")
        cells: list[Text | str] = [node.id, title, self.points(node.maximum)]
        if bases:
            cells.append(self.points(node.applicable_maximum))
        if claims:
            cells.append(self.points(node.claimed))
        interval = node.interval
        if left_out:
            shown = NOT_APPLICABLE
        elif node.points is None and interval is not None and node.role != "monitored":
            shown = f"{self.points(interval[0])} … {self.points(interval[1])}"
        else:
            shown = self.points(node.points)
        lost = node.lost if node.role == "main" else None
        cells += [
            shown,
            NOT_APPLICABLE if left_out else self.percent(node.share),
            self.lost(node, lost, left_out=left_out),
        ]
        if states:
            state = self.state(sheet, node)
            cells.append(Text(state, style="yellow" if node.points is None and not left_out and state else ""))
        table.add_row(*cells, style="bold" if node.level == 0 else "")

    def state(self, sheet: ScoreSheet, node: NodeScore) -> str:
        """Say what became of a node, where it is not simply scored."""
        if node.role == "monitored":
            return self.word("state.monitored")
        return "" if node.state == "scored" else self.tell(NodeTelling(sheet, node).state_word())

    def lost(self, node: NodeScore, lost: Exact | None, *, left_out: bool) -> str:
        """Write the points lost so that the row adds up as it is printed: printed maximum less printed points."""
        if left_out:
            return NOT_APPLICABLE
        if lost is None or node.points is None:
            return NONE
        return self.points(_printed_difference(node.applicable_maximum, node.points))

    def add_total(self, table: Table, sheet: ScoreSheet, *, bases: bool, claims: bool, states: bool) -> None:
        """Add the last row."""
        score = sheet.total
        table.add_section()
        cells = ["", self.word("row.total"), self.points(score.maximum)]
        if bases:
            cells.append(self.points(score.applicable_maximum))
        if claims:
            cells.append("")
        if score.points is None and score.interval is not None:
            cells += [f"{self.points(score.interval[0])} … {self.points(score.interval[1])}", "", ""]
        else:
            base = exact(sheet.data["total"]["base"])
            # Where points are carried to another base, what was lost in the rows is not what is lost of the base.
            comparable = score.points is not None and base == score.applicable_maximum
            lost = _printed_difference(base, score.points) if comparable and score.points is not None else None
            cells += [self.points(score.points), self.percent(score.index), self.points(lost)]
        if states:
            cells.append("" if score.state == "scored" else self.word(f"state.{score.state}"))
        table.add_row(*cells, style="bold")

    # -- several units -------------------------------------------------------------------------------------------------

    def sheets(
        self, sheets: Sequence[ScoreSheet], ranking: Ranking, *, not_scored: Sequence[str] = ()
    ) -> RenderableType:
        """Render several units of one set in order of rank; ``not_scored`` are files that gave no sheet."""
        first = sheets[0]
        table = _table()
        table.add_column(self.word("column.rank"), justify="right")
        table.add_column(self.word("column.unit"), ratio=1, min_width=20)
        # The index of some sets is out of another base than what applies to the unit; then both are shown.
        based = any(sheet.data["total"]["base"] != sheet.data["total"]["applicable_maximum"] for sheet in sheets)
        figures = ("total", "applicable", *(("base",) if based else ()), "index")
        self.add_figures(table, *figures, waits=any(sheet.total.points is None for sheet in sheets))
        grades = any(sheet.total.grade for sheet in sheets)
        if grades:
            table.add_column(self.word("column.grade"))
        states = any(sheet.total.state != "scored" for sheet in sheets)
        if states:
            table.add_column(self.word("column.state"), max_width=30)
        for rank, sheet in rank_sheets(list(sheets), ranking):
            score = sheet.total
            shown = self.points(score.points)
            if score.points is None and score.interval is not None:
                shown = f"{self.points(score.interval[0])} … {self.points(score.interval[1])}"
            cells = [
                str(rank) if rank else NOT_APPLICABLE,
                self.tell(sheet.unit_name),
                shown,
                self.points(score.applicable_maximum),
                *([self.points(exact(score.data["base"]))] if based else []),
                self.percent(score.index),
            ]
            if grades:
                cells.append(score.grade or "")
            if states:
                cells.append("" if score.state == "scored" else self.word(f"state.{score.state}"))
            table.add_row(*cells)
        head = Text(self.tell(Title(**first.sites["set"]["title"])), style="bold")
        count = Text(self.word("head.units", count=Figure(whole(len(sheets)), Style.PLAIN)))
        lines = self.statuses(sheets)
        if not_scored:
            number = Figure(whole(len(not_scored)), Style.COUNT)
            text = self.word("head.not-scored", count=number, files=Joined(tuple(map(Words, not_scored))))
            lines.insert(0, Text(sentence(text), style="bold"))
        return Group(head, count, Text(), table, Text(), *lines)

    def statuses(self, sheets: Sequence[ScoreSheet]) -> list[Text]:
        """Say what the results are worth; of which units, where that differs."""
        units: dict[str, list[str]] = {}
        for sheet in sheets:
            units.setdefault(self.tell(worth(sheet)), []).append(self.tell(sheet.unit_name))
        if len(units) == 1:
            return [Text(sentence(self.word("head.status", status=each)), style="italic") for each in units]
        return [
            Text(sentence(self.word("head.status-of", units="; ".join(names), status=each)), style="italic")
            for each, names in units.items()
        ]

    # -- an explanation ------------------------------------------------------------------------------------------------

    def explanation(self, sheet: ScoreSheet, node: str) -> RenderableType:
        """Render why a node has its points, part by part."""
        told = explain_node(sheet, node, self.language)
        parts: list[RenderableType] = [Text(told.heading, style="bold"), Text()]
        for part in told.parts:
            text = Text()
            text.append(part.lead, style="bold")
            text.append(part.text)
            parts.append(Padding(text, (0, 0, 0, 0)))
        short = Text()
        short.append(told.short_heading + ": ", style="bold")
        short.append(sentence(told.short))
        parts.append(short)
        return Group(*parts)

    def outcome(self, sheet: ScoreSheet) -> str:
        """Write the total in one line."""
        return self.tell(TotalTelling(sheet).outcome())


def _printed_difference(maximum: Exact, points: Exact) -> Exact:
    """Take printed points from a printed maximum."""
    return difference(round_to_digits(maximum, 2), round_to_digits(points, 2))


def _table() -> Table:
    from rich import box

    return Table(
        box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), collapse_padding=True, header_style="bold", expand=True
    )


def console(*, stderr: bool = False) -> Console:
    """Open a console; without a terminal there is no colour and lines are as wide as a table likes."""
    found = Console(stderr=stderr, highlight=False, soft_wrap=False)
    return found if found.is_terminal else Console(stderr=stderr, highlight=False, width=120, no_color=True)


def rendered(*parts: RenderableType) -> str:
    """Render for a file or a pipe: no blanks at the ends of lines, and no two empty lines in a row."""
    out = console()
    with out.capture() as captured:
        out.print(*parts, sep="\n")
    kept: list[str] = []
    for line in captured.get().splitlines():
        bare = line.rstrip()
        if bare or (kept and kept[-1]):
            kept.append(bare)
    return "\n".join(kept).strip("\n") + "\n"
