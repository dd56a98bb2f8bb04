"""The pages of the shipped criteria sets, written from their files: every row with points, source, values and rule."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from generate_words import table

from parrules.criteria import CriteriaNode, CriteriaSet, Field, read_criteria
from parrules.criteria.model import Citation, RuleText
from parrules.diagnostics import Findings
from parrules.language import format_rule
from parrules.messages import Figure, Message, Style, format_figure, tell
from parrules.values import Exact, Kind

ROOT = Path(__file__).resolve().parent.parent.parent
SETS = tuple(
    str(path.relative_to(ROOT / "criteria").with_suffix("")) for path in sorted((ROOT / "criteria").glob("*/*.yaml"))
)
"""Name of every shipped set: ``par-index-province/2021``."""

_WORDS = {
    "points": ("điểm", "points"),
    "up to": ("trừ tối đa", "at most off:"),
    "no limit": ("điểm trừ", "deduction"),
    "source": ("Căn cứ", "Source"),
    "page": ("trang", "page"),
    "note": ("Lưu ý", "Note"),
    "reading": ("Cách hiểu khác", "Other reading"),
    "given": ("Điểm được ghi thẳng, không có quy tắc.", "The points are entered as one figure; there is no rule."),
    "part of": ("là một phần của", "part of"),
    "as in": ("lấy ở mục", "as in"),
    "document": ("Văn bản", "Document"),
    "number": ("Số, ký hiệu", "Number"),
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "documents": ("Văn bản làm căn cứ", "Documents"),
    "grades": ("Xếp loại", "Grades"),
    "grade": ("Mức", "Grade"),
    "from": ("Từ", "From"),
    "rest": ("còn lại", "below"),
    "total": ("Tổng điểm", "Total"),
    "maximum": ("điểm tối đa", "maximum"),
    "bonus": ("điểm thưởng", "bonus"),
    "file": ("Tệp", "File"),
}


def page_name(name: str) -> str:
    """Give the name of a set's page, without its ending."""
    return f"reference/sets/{name.replace('/', '-')}"


@lru_cache(maxsize=8)
def _read(name: str) -> CriteriaSet:
    criteria = read_criteria(ROOT / "criteria" / f"{name}.yaml", Findings())
    assert criteria is not None
    return criteria


class _Page:
    def __init__(self, criteria: CriteriaSet, language: str) -> None:
        self.set, self.language = criteria, language

    def word(self, key: str) -> str:
        return _WORDS[key][0 if self.language == "vi" else 1]

    def figure(self, number: Exact, style: Style = Style.SCALE) -> str:
        return format_figure(Figure(number, style), self.language)

    def write(self) -> str:
        return "\n\n".join(self.parts())

    def parts(self) -> Iterator[str]:
        criteria, language = self.set, self.language
        status = tell(Message(f"status.{criteria.status.value}"), language)
        yield f"**{status[:1].upper()}{status[1:]}.** {self.word('file')}: `criteria/{criteria.name}.yaml`."
        if criteria.provenance:
            yield criteria.provenance.in_(language).strip()
        yield f"## {self.word('documents')}"
        heads = (self.word("document"), self.word("number"), self.word("issuer"))
        yield table(
            heads, [(each.title.in_(language), each.number, each.issuer) for each in criteria.documents.values()]
        )
        if criteria.grades:
            yield f"## {self.word('grades')}"
            rows = [
                (
                    ". ".join(filter(None, (each.id, each.title.in_(language)))),
                    self.least(each.least, in_percent=each.in_percent),
                )
                for each in criteria.grades
            ]
            yield table((self.word("grade"), self.word("from")), rows)
        yield f"## {self.word('total')}: {self.figure(criteria.maximum)} {self.word('points')}"
        if criteria.total:
            yield from self.rules(
                criteria.total.rule, {each.title.in_(language): each.rule for each in criteria.total.readings.values()}
            )
            if criteria.total.note:
                yield f"*{self.word('note')}.* {criteria.total.note.in_(language).strip()}"
        for domain in criteria.domains:
            yield f"## {domain.id}. {domain.title.in_(language)} ({self.worth(domain)})"
            yield from self.body(domain)
            for node in (each for part in domain.parts for each in part.walk()):
                yield f"**{node.id}. {node.title.in_(language)}** ({self.worth(node)})"
                yield from self.body(node)

    def least(self, number: Exact | None, *, in_percent: bool) -> str:
        if number is None:
            return self.word("rest")
        return self.figure(number, Style.SCALE_PERCENT if in_percent else Style.SCALE)

    def worth(self, node: CriteriaNode) -> str:
        if node.role.value == "deduction":
            return f"{self.word('up to')} {self.figure(-node.minimum)}" if node.minimum else self.word("no limit")
        worth = f"{self.figure(node.maximum)} {self.word('points')}" if node.maximum is not None else ""
        return f"{worth}, {self.word('bonus')}" if node.role.value == "bonus" else worth

    def body(self, node: CriteriaNode) -> Iterator[str]:
        language = self.language
        if node.cite:
            yield f"{self.word('source')}: {self.cited(node.cite)}."
        if node.fields:
            yield "\n".join(self.field(each) for each in node.fields.values())
        if node.rule is None and node.is_leaf:
            yield self.word("given")
        yield from self.rules(node.rule, {each.title.in_(language): each.rule for each in node.readings.values()})
        if node.note:
            yield f"*{self.word('note')}.* {node.note.in_(language).strip()}"

    def cited(self, cite: Citation) -> str:
        document = self.set.documents[cite.document]
        places = [cite.annex, cite.row, f"{self.word('page')} {cite.page}" if cite.page else "", cite.place]
        return ", ".join([document.title.in_(self.language), *(place for place in places if place)])

    def field(self, field: Field) -> str:
        parts = [tell(Message(f"kind.{field.kind.value}"), self.language)]
        if field.kind is Kind.OPTION:
            parts = ["; ".join(f"“{option.title.in_(self.language)}”" for option in field.options)]
        if field.part_of:
            parts.append(f"{self.word('part of')} `{field.part_of}`")
        if field.same_as:
            parts.append(f"{self.word('as in')} {field.same_as}")
        return f"- `{field.name}`: {field.title.in_(self.language)} ({', '.join(part for part in parts if part)})"

    def rules(self, main: RuleText | None, readings: dict[str, RuleText]) -> Iterator[str]:
        if main is not None:
            yield self.rule(main)
        for title, rule in readings.items():
            yield f"{self.word('reading')}: {title}"
            yield self.rule(rule)

    def rule(self, rule: RuleText) -> str:
        assert rule.rule is not None
        text = format_rule(rule.rule, self.language)
        for label, told in self.set.labels.items():
            text = text.replace(f'"{label}"', f'"{told.in_(self.language)}"')
        return f"```text\n{text}\n```"


def set_page(language: str, name: str) -> str:
    """Write what the file of a set holds, for its page."""
    return _Page(_read(name), language).write()


GENERATORS = {"set": set_page}
