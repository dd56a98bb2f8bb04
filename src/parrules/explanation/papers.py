"""Documents and places in them, as explanations name them: what a criterion is taken from, and what shows a value."""

from __future__ import annotations

import datetime
import re
from typing import Any

from parrules.explanation.figures import Data, lowered, own_words, say, title_of
from parrules.explanation.view import NodeView
from parrules.messages import Argument, Day, Joined, Title, Words

_KINDS = {
    "Quyết định": "Decision",
    "Kế hoạch": "Plan",
    "Báo cáo": "Report",
    "Tờ trình": "Proposal",
    "Công văn": "Letter",
    "Thông báo": "Notice",
    "Biên bản": "Minutes",
    "Nghị quyết": "Resolution",
    "Quy định": "Regulation",
    "Bảng trích xuất": "Data extract",
    "Kết luận thanh tra": "Inspection conclusion",
    "Chỉ thị": "Directive",
    "Hướng dẫn": "Guidance",
    "Giấy chứng nhận": "Certificate",
    "Sổ văn bản đến": "Register of incoming papers",
}

_PLACES = (
    ("trang", "page"),
    ("biểu", "form"),
    ("phụ lục", "annex"),
    ("mục", "section"),
    ("dòng", "row"),
    ("danh sách", "list"),
    ("Điều", "Article"),
    ("bảng", "table"),
)

_PHRASES = {
    "phần hướng dẫn chấm điểm": "scoring guide",
    "danh sách kèm theo": "attached list",
    "danh mục kèm theo": "attached list",
    "biểu kèm theo": "attached form",
    "thông tin chữ ký số": "data of the digital signature",
}

_BODIES = (
    (re.compile(r"UBND (?:xã|phường|huyện|quận|tỉnh|thành phố|thị trấn) (.+)"), r"People's Committee of \1"),
    (re.compile(r"HĐND (?:xã|phường|huyện|quận|tỉnh|thành phố|thị trấn) (.+)"), r"People's Council of \1"),
    (re.compile(r"UBND tỉnh"), "provincial People's Committee"),
    (re.compile(r"Tổ thẩm định"), "appraisal panel"),
)


def citation(cite: Data, sites: Data) -> Argument:
    """Write a citation: document with its date, annex, row, page, place."""
    document = sites["documents"].get(cite["document"], {"title": {"vi": cite["document"], "en": ""}, "issued": None})
    known = Title(**document["title"])
    if not known.en and document.get("kind") in _KINDS and document.get("number"):
        known = Title(vi=known.vi, en=f"{_KINDS[document['kind']]} {document['number']}")
    title: Argument = own_words(known)
    if document.get("issued"):
        title = say("basis.dated", document=title, issued=Day(datetime.date.fromisoformat(document["issued"])))
    places: list[Argument] = []
    for key in ("annex", "row", "page", "place"):
        if cite.get(key):
            words = place_words(cite[key]) if key in ("annex", "place") else Words(cite[key])
            places.append(say(f"basis.{key}", **{key: words}))
    return say("basis.cite", document=title, places=Joined(tuple(places), "nothing"))


def paper_name(paper: Data, ref: str) -> Argument:
    """Name a document: kind, number, date, issuer."""
    if not paper:
        return Words(ref)
    kind = Title(vi=paper.get("kind") or "", en=_KINDS.get(paper.get("kind") or "", paper.get("kind") or ""))
    issued = Day(datetime.date.fromisoformat(paper["issued"])) if paper.get("issued") else None
    issuer = body_name(paper["issuer"]) if paper.get("issuer") else None
    if not paper.get("number"):
        if not kind:
            return Words(paper.get("subject") or ref)
        name: Argument = kind
        named = [("issued", issued), ("issuer", issuer)]
        for key, part in named:
            if part is not None:
                name = say(f"paper.with-{key}", paper=name, **{key: part})
        return name
    name = say("paper.number", kind=kind, number=paper["number"])
    if issued is not None:
        name = say("paper.with-issued", paper=name, issued=issued)
    return say("paper.with-issuer", paper=name, issuer=issuer) if issuer is not None else name


def body_name(body: str) -> Title:
    """Give a body's name in both languages, where it is a common one."""
    for pattern, english in _BODIES:
        if pattern.fullmatch(body):
            return Title(vi=body, en=pattern.sub(english, body))
    return Title(vi=body, en=body)


def documents(view: NodeView) -> list[Argument]:
    """List the papers that show the values of a node, with place and verdict; the last word on a place counts."""
    by_paper: dict[str, dict[str, dict[str, Any]]] = {}
    for said in view.data["said"]:
        for paper in said.get("documents", []):
            by_paper.setdefault(paper["ref"], {}).setdefault(paper.get("place", ""), {}).update(paper)
    told: list[Argument] = []
    for ref, by_place in by_paper.items():
        name = paper_name(view.sheet.data["papers"].get(ref, {}), ref)
        named = len(by_place) > 1 and all("shows" in paper for paper in by_place.values())
        notes = [note for paper in by_place.values() if (note := _note(paper, view, named=named)) is not None]
        told.append(say("paper.place", paper=name, place=Joined(tuple(notes), "semicolon")) if notes else name)
    return [Joined(tuple(told), "semicolon")] if told else []


def _note(paper: dict[str, Any], view: NodeView, *, named: bool) -> Argument | None:
    """Tell a place in a paper: what it shows where there are several, the place, the verdict and why."""
    place = place_words(paper["place"]) if paper.get("place") else None
    told: Argument | None = place
    shown = [title for name in paper.get("shows", []) if (title := _shown(name, view)) is not None] if named else []
    if shown and place is not None and ":" not in paper["place"]:
        told = say("paper.shows", titles=Joined(tuple(lowered(title) for title in shown)), place=place)
    if paper.get("verdict"):
        verdict: Argument = say(f"verdict.{paper['verdict']}")
        if paper.get("because"):
            verdict = say("paper.because", verdict=verdict, because=say(f"because.{paper['because']}"))
        told = Joined((told, verdict)) if told is not None else verdict
    return told


def _shown(name: str, view: NodeView) -> Title | None:
    field = f"{view.node.id}/{name}"
    return title_of(view.sites, field) if field in view.sites["fields"] else None


def place_words(place: str) -> Title:
    """Give a place in a document; ``trang 3`` and the like have an English form, other words stay as written."""
    segments = re.split(r"(, |: |; )", place)
    return Title(vi=place, en="".join(_english_place(segment) for segment in segments))


def _english_place(segment: str) -> str:
    if segment.lower() in _PHRASES:
        return _PHRASES[segment.lower()]
    for vi, en in _PLACES:
        if segment.lower() == vi.lower():
            return en
        if re.fullmatch(rf"{vi} [\w.–/-]+", segment, re.IGNORECASE):
            rest = segment[len(vi) :].strip()
            several = any(dash in rest for dash in "–") and en in ("page", "row", "section", "table")
            name = en if segment[0].islower() or en == "Article" else en.capitalize()
            return f"{name}{'s' if several else ''} {rest}"
    return segment
