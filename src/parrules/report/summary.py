"""A score sheet in the sentences of an announcement: index and rank, best and worst, what was lost, what is open."""

from __future__ import annotations

from typing import Any

from parrules.explanation.figures import adding_up, exact, figure_of, is_word, lowered, node_name, node_names, say
from parrules.explanation.total import TotalTelling, left_out_nodes
from parrules.messages import Argument, Figure, Joined, Noun, Style, Title, Words
from parrules.scoring import NodeScore, ScoreSheet
from parrules.values import Exact, absolute, difference, half_unit, round_to_digits, share, total, whole


def announce(sheet: ScoreSheet) -> list[Argument]:
    """Tell a whole sheet in a few sentences, each an argument to be told in either language."""
    told: list[Argument] = [_headline(sheet)]
    told.extend(_best_and_worst(sheet))
    told.extend(_published(sheet))
    told.extend(_left_out(sheet))
    told.extend(_waiting(sheet))
    told.extend(_claims(sheet))
    told.extend(TotalTelling(sheet).other_readings())
    return told


def _level(sheet: ScoreSheet, *, capital: bool = False) -> Argument:
    levels = sheet.sites["set"]["levels"]
    if levels:
        name = Title(**levels[0])
        return Title(name.vi[:1].upper() + name.vi[1:], name.en) if capital else lowered(name)
    return say("Level.0" if capital else "level.0")


def _headline(sheet: ScoreSheet) -> Argument:
    """Tell the index or points of the unit; as announced, with the rank, where they were."""
    published = sheet.data["published"] or {}
    short = Title(**sheet.sites["set"]["short_title"])
    announced = published.get("total") or published.get("index")
    unit = Title(lowered(sheet.unit_name).vi, sheet.unit_name.en) if short else sheet.unit_name
    facts: dict[str, Argument] = {"index": short, "year": Words(str(sheet.data["year"])), "unit": unit}
    name = "index" if short else "unit"
    if announced is None:
        waits = sheet.total.points is None
        return say(
            f"announce.{name}-waiting" if waits else f"announce.{name}", value=TotalTelling(sheet).outcome(), **facts
        )
    text: Argument = say(f"announce.{name}", value=_announced(sheet, exact(announced)), **facts)
    if published.get("rank") and published.get("of"):
        kind = sheet.data["unit"]["kind"]
        units = say(f"kind-of-unit.{kind}" if kind in _KINDS else "kind-of-unit.other")
        text = say("announce.ranked", text=text, rank=str(published["rank"]), of=str(published["of"]), units=units)
        if published.get("previous_rank"):
            text = _moved(text, published["previous_rank"] - published["rank"], sheet.data["year"] - 1)
    return text


def _announced(sheet: ScoreSheet, figure: Exact) -> Argument:
    """Write an announced total; out of 100 it is the index in percent."""
    published = sheet.data["published"]
    if published.get("total") is None:
        return Figure(figure, Style.PERCENT)
    if exact(sheet.data["total"]["base"]) == 100:
        return Figure(share(figure, whole(100)) or whole(0), Style.PERCENT)
    return say("points.result", figure=Figure(figure))


def _moved(text: Argument, places: int, year: int) -> Argument:
    if places == 0:
        return say("announce.same", text=text, year=str(year))
    message = "announce.up" if places > 0 else "announce.down"
    if abs(places) == 1:
        message += "-one"
    return say(message, text=text, places=Figure(whole(abs(places)), Style.COUNT), year=str(year))


_KINDS = ("province", "department", "district", "commune", "ministry")


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
    wrong = [each for each in others if each["verdict"] != "agrees"]
    count = Figure(whole(len(others)), Style.PLAIN)
    if wrong:
        told.append(
            say(
                "announce.published-one" if len(wrong) == 1 else "announce.published-some",
                count=count,
                wrong=Figure(whole(len(wrong)), Style.PLAIN),
                figures=Joined(tuple(_disagreement(each, sheet) for each in wrong), "semicolon"),
            )
        )
    elif others:
        told.append(say("announce.published-all", count=count))
    return told


def _disagreement(each: dict[str, Any], sheet: ScoreSheet) -> Argument:
    """Name an announced figure that does not agree, with the computed one."""
    name = node_name(each["node"], sheet.sites) if each["node"] else say("word.total")
    published, computed = (exact(each[key]) for key in ("published", "computed"))
    return say("announce.disagreement", node=name, published=figure_of(published), computed=figure_of(computed))


def _left_out(sheet: ScoreSheet) -> list[Argument]:
    left = left_out_nodes(sheet)
    if not left:
        return []
    nodes = node_names([node.id for node in left], sheet.sites)
    return [say("announce.not-applicable", nodes=nodes, maximum=Figure(sheet.total.applicable_maximum))]


def _waiting(sheet: ScoreSheet) -> list[Argument]:
    every = [node for node in sheet if not sheet.parts(node.id)]
    leaves = [node for node in every if node.points is None]
    told: list[Argument] = []
    if zeros := [node for node in every if node.state == "missing" and node.points is not None]:
        told.append(say("announce.missing-zero", **_counted(zeros)))
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
            told.append(say("announce.waiting", state=word, **_counted(found)))
    return told


def _counted(nodes: list[NodeScore]) -> dict[str, Argument]:
    """Count nodes and name them."""
    names = Joined(tuple(node.title if is_word(node.id) else Words(node.id) for node in nodes))
    return {"count": Figure(whole(len(nodes)), Style.COUNT), "nodes": names}


def _claims(sheet: ScoreSheet) -> list[Argument]:
    """Compare claims with points over the nodes that were claimed, and say over which maximum."""
    claimed = [
        node for node in sheet if node.claimed is not None and node.points is not None and not sheet.parts(node.id)
    ]
    if not claimed or sheet.data["stage"] == "self-assessment":
        return []
    claims, points = (
        total(each or whole(0) for each in column)
        for column in zip(*((node.claimed, node.points) for node in claimed), strict=True)
    )
    gap = difference(points, claims)
    if gap == 0:
        message = "announce.claims"
    elif absolute(gap) <= half_unit(2):
        message = "announce.claims-rounding"
    else:
        message = "announce.claims-more" if gap > 0 else "announce.claims-less"
    *_, sum_ = figures = adding_up([claims, gap], points)
    return [
        say(
            message,
            count=Figure(whole(len(claimed)), Style.PLAIN, Noun("mục", "row", "rows")),
            maximum=Figure(total(node.maximum for node in claimed if node.role != "deduction")),
            claimed=figures[0],
            points=sum_,
            difference=Figure(absolute(gap), figures[1].style),
        )
    ]
