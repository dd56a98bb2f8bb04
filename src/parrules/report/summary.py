"""A score sheet in the sentences of an announcement: index and rank, best and worst, what was lost, what is open."""

from __future__ import annotations

from typing import Any

from parrules.explanation.figures import exact, lowered, say
from parrules.explanation.total import TotalTelling
from parrules.messages import Argument, Figure, Joined, Style, Title, Words
from parrules.scoring import NodeScore, ScoreSheet
from parrules.values import Exact, absolute, difference, share, total, whole


def announce(sheet: ScoreSheet) -> list[Argument]:
    """Tell a whole sheet in a few sentences, each an argument to be told in either language."""
    told: list[Argument] = [_headline(sheet)]
    told.extend(_best_and_worst(sheet))
    told.extend(_published(sheet))
    told.extend(_left_out(sheet))
    told.extend(_waiting(sheet))
    told.extend(_claims(sheet))
    told.extend(_readings(sheet))
    return told


def _level(sheet: ScoreSheet, *, capital: bool = False) -> Argument:
    levels = sheet.sites["set"]["levels"]
    if levels:
        name = Title(**levels[0])
        return Title(name.vi[:1].upper() + name.vi[1:], name.en) if capital else lowered(name)
    return say("Level.0" if capital else "level.0")


def _headline(sheet: ScoreSheet) -> Argument:
    published = sheet.data["published"] or {}
    short = Title(**sheet.sites["set"].get("short_title", {"vi": "", "en": ""}))
    index_name = short or Title(**sheet.sites["set"]["title"])
    announced = published.get("total") or published.get("index")
    value: Argument
    if announced is not None:
        figure = exact(published["total"]) if published.get("total") else exact(published["index"])
        value = (
            Figure(share(figure, whole(100)) or whole(0), Style.PERCENT)
            if published.get("total") and _is_out_of_hundred(sheet)
            else Figure(figure)
        )
    else:
        value = TotalTelling(sheet).outcome()
    unit = Title(lowered(sheet.unit_name).vi, sheet.unit_name.en)
    waits = announced is None and sheet.total.points is None
    message = "announce.index-waiting" if waits else "announce.index"
    text = say(message, index=index_name, year=str(sheet.data["year"]), unit=unit, value=value)
    if published.get("rank") and published.get("of"):
        kind = sheet.data["unit"]["kind"]
        units = say(f"kind-of-unit.{kind}" if kind in _KINDS else "kind-of-unit.other")
        text = say("announce.ranked", text=text, rank=str(published["rank"]), of=str(published["of"]), units=units)
        before = published.get("previous_rank")
        if before:
            moved = before - published["rank"]
            message = "announce.up" if moved > 0 else "announce.down" if moved < 0 else "announce.same"
            places = Figure(whole(abs(moved)), Style.COUNT)
            text = say(message, text=text, places=places, year=str(sheet.data["year"] - 1))
    return text


_KINDS = ("province", "department", "district", "commune", "ministry")


def _is_out_of_hundred(sheet: ScoreSheet) -> bool:
    return exact(sheet.data["total"]["base"]) == 100


def _best_and_worst(sheet: ScoreSheet) -> list[Argument]:
    parts = [node for node in sheet.parts("") if node.role == "main" and node.share is not None]
    whole_set = [node for node in sheet.parts("") if node.role == "main" and node.state != "not-applicable"]
    if len(parts) < 3 or len(parts) < len(whole_set):
        return []
    by_share = sorted(parts, key=lambda node: node.share or whole(0))
    told = [_extreme("announce.highest", by_share[-1], sheet), _extreme("announce.lowest", by_share[0], sheet)]
    full = [node for node in parts if node.share == 1]
    if full:
        told.append(
            say(
                "announce.full",
                count=Figure(whole(len(full)), Style.COUNT),
                all=Figure(whole(len(parts)), Style.COUNT),
                level=_level(sheet),
            )
        )
    lost = sorted((node for node in parts if node.lost), key=lambda node: -(node.lost or whole(0)))
    all_lost = total(node.lost or whole(0) for node in parts)
    if len(lost) >= 3 and all_lost > 0:
        top = lost[:3]
        part = share(total(node.lost or whole(0) for node in top), all_lost)
        assert part is not None
        nodes = Joined(
            tuple(say("announce.lost-node", title=node.title, lost=Figure(node.lost or whole(0))) for node in top)
        )
        told.append(say("announce.lost", level=_level(sheet), nodes=nodes, share=_one_decimal(part)))
    return told


def _one_decimal(part: Exact) -> Figure:
    from parrules.values import round_to_digits

    return Figure(round_to_digits(part, 3), Style.SCALE_PERCENT)


def _extreme(message: str, node: NodeScore, sheet: ScoreSheet) -> Argument:
    assert node.points is not None
    assert node.share is not None
    return say(
        message,
        Level=_level(sheet, capital=True),
        title=node.title,
        points=Figure(node.points),
        maximum=Figure(node.applicable_maximum),
        share=Figure(node.share, Style.SCALE_PERCENT if node.share == 1 else Style.PERCENT),
    )


def _published(sheet: ScoreSheet) -> list[Argument]:
    published = sheet.data["published"]
    if not published or not published["comparisons"]:
        return []
    told: list[Argument] = []
    comparisons: list[dict[str, Any]] = published["comparisons"]
    whole_set = next((each for each in comparisons if each["node"] == ""), None)
    if whole_set is not None and whole_set["rounded_parts"]:
        verdict = {"agrees": "agrees", "within-rounding": "within", "beyond-rounding": "beyond"}[whole_set["verdict"]]
        told.append(
            say(
                f"announce.sum-{verdict}",
                count=Figure(whole(whole_set["rounded_parts"]), Style.PLAIN),
                level=_level(sheet),
                computed=Figure(exact(whole_set["computed"])),
                published=Figure(exact(whole_set["published"])),
                difference=Figure(absolute(exact(whole_set["difference"]))),
                bound=Figure(exact(whole_set["bound"]), Style.PLAIN),
            )
        )
    others = [each for each in comparisons if each is not whole_set or not whole_set["rounded_parts"]]
    if others:
        wrong = [each for each in others if each["verdict"] != "agrees"]
        count = Figure(whole(len(others)), Style.PLAIN)
        if wrong:
            told.append(say("announce.published-some", count=count, wrong=Figure(whole(len(wrong)), Style.PLAIN)))
        else:
            told.append(say("announce.published-all", count=count))
    return told


def _left_out(sheet: ScoreSheet) -> list[Argument]:
    left = [
        node
        for node in sheet
        if node.state == "not-applicable"
        and node.data["treatment"] == "leave-out"
        and not (node.parent and sheet[node.parent].state == "not-applicable")
    ]
    if not left:
        return []
    nodes = Joined(tuple(Words(node.id) for node in left))
    return [say("announce.not-applicable", nodes=nodes, maximum=Figure(sheet.total.applicable_maximum))]


def _waiting(sheet: ScoreSheet) -> list[Argument]:
    leaves = [node for node in sheet if not sheet.parts(node.id) and node.points is None]
    told: list[Argument] = []
    for state, awaits in (
        ("missing", None),
        ("pending", "survey"),
        ("pending", "appraisal"),
        ("pending", "response"),
        ("pending", "system"),
        ("fault", None),
    ):
        found = [node for node in leaves if node.state == state and (awaits is None or node.data["awaits"] == awaits)]
        if found:
            word = say(f"state.{state}-{awaits}" if awaits else f"state.{state}")
            nodes = Joined(tuple(Words(node.id) for node in found))
            told.append(say("announce.waiting", count=Figure(whole(len(found)), Style.COUNT), state=word, nodes=nodes))
    return told


def _claims(sheet: ScoreSheet) -> list[Argument]:
    """Compare claims with points over the nodes that were claimed, and say over which maximum."""
    claimed = [
        node for node in sheet if node.claimed is not None and node.points is not None and not sheet.parts(node.id)
    ]
    if not claimed or sheet.data["stage"] == "self-assessment":
        return []
    sums = [
        total(values)
        for values in ((node.claimed or whole(0) for node in claimed), (node.points or whole(0) for node in claimed))
    ]
    maximum = total(node.maximum for node in claimed if node.role != "deduction")
    return [
        say(
            "announce.claims",
            claimed=Figure(sums[0]),
            maximum=Figure(maximum),
            points=Figure(sums[1]),
            difference=Figure(difference(sums[0], sums[1])),
        )
    ]


def _readings(sheet: ScoreSheet) -> list[Argument]:
    told: list[Argument] = []
    names = sheet.sites["readings"]
    for reading, other in sheet.data["total"]["readings"].items():
        if other["points"] is None:
            continue
        title: Argument = Title(**names[reading]) if reading in names else say("note.main-reading")
        points = Figure(exact(other["points"]))
        if other["grade"]:
            told.append(say("announce.reading-grade", title=title, points=points, grade=other["grade"]))
        else:
            told.append(say("announce.reading", title=title, points=points))
    return told
