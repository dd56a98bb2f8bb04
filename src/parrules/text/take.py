"""Small readers that both kinds of files share: a title, a figure, a date out of a node.

Figures and dates are read in the format of the file's language.
"""

from __future__ import annotations

import datetime

from parrules.diagnostics import Findings
from parrules.messages import Title
from parrules.text.node import Mapping, Node, Scalar, Sequence, short
from parrules.values import Exact
from parrules.values.notation import Misread, Trouble, read_date, read_number, read_percent


class Taker:
    """Reads scalars of one file; ``language`` decides the format of figures and dates."""

    def __init__(self, language: str, findings: Findings) -> None:
        self.language, self.findings = language, findings

    def text(self, node: Node | None) -> str:
        """Give the text of a scalar, empty where there is none."""
        return node.value.strip() if isinstance(node, Scalar) else ""

    def title(self, node: Node | None) -> Title:
        """Give a text that stands in one or in both languages; a plain text is in the file's language."""
        if isinstance(node, Mapping):
            return Title(vi=" ".join(self.text(node.get("vi")).split()), en=" ".join(self.text(node.get("en")).split()))
        text = " ".join(self.text(node).split())
        return Title(vi=text) if self.language == "vi" else Title(en=text)

    def texts(self, node: Node | None) -> tuple[str, ...]:
        """Give the texts of a list, or the one of a scalar."""
        if isinstance(node, Sequence):
            return tuple(self.text(item) for item in node.items)
        return (self.text(node),) if isinstance(node, Scalar) and node.value else ()

    def truth(self, node: Node | None, otherwise: bool) -> bool:
        """Give `true` or `false`."""
        return node.value == "true" if isinstance(node, Scalar) else otherwise

    def whole(self, node: Node | None, otherwise: int) -> int:
        """Give a small whole number that the schema has judged already."""
        return int(node.value) if isinstance(node, Scalar) else otherwise

    def figure(self, node: Node | None) -> Exact | None:
        """Give an exact number; a figure that could be two is a finding (PAR110)."""
        if not isinstance(node, Scalar):
            return None
        read = read_number(node.value, self.language)
        return self._figure_or_finding(node, read)

    def figure_or_percent(self, node: Node | None) -> tuple[Exact, bool] | None:
        """Give an exact number and whether it was written in percent (``79,1%`` is 0.791)."""
        if not isinstance(node, Scalar):
            return None
        percent = node.value.rstrip().endswith("%")
        read = read_percent(node.value, self.language) if percent else read_number(node.value, self.language)
        figure = self._figure_or_finding(node, read)
        return None if figure is None else (figure, percent)

    def _figure_or_finding(self, node: Scalar, read: Exact | Misread) -> Exact | None:
        if not isinstance(read, Misread):
            return read
        names = {
            Trouble.AMBIGUOUS_THOUSANDS: "PAR110.thousands",
            Trouble.OTHER_DECIMAL_MARK: "PAR110.mark",
            Trouble.THOUSANDS_MARK: "PAR110.mark",
        }
        name = names.get(read.trouble, "PAR110")
        written, other = (*read.suggestions, "", "")[:2]
        self.findings.add(name, node.span, help=name + ".help", found=short(node.value), written=written, other=other)
        return None

    def date(self, node: Node | None) -> datetime.date | None:
        """Give a date; one that does not exist or stands in the other format is a finding (PAR111)."""
        if not isinstance(node, Scalar):
            return None
        read = read_date(node.value, self.language)
        if not isinstance(read, Misread):
            return read
        names = {Trouble.NO_SUCH_DAY: "PAR111.day", Trouble.OTHER_DATE_FORMAT: "PAR111.format"}
        name = names.get(read.trouble, "PAR111")
        written = read.suggestions[0] if read.suggestions else ""
        self.findings.add(name, node.span, help=name + ".help", found=short(node.value), written=written)
        return None
