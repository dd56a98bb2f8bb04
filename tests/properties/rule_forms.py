"""Rules of single nodes as the tables have them, each with its evidence fields and values that aim at thresholds and ties."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

Values = dict[str, Any]
Draw = st.DrawFn

YEAR = 2025


@dataclass
class Form:
    """A rule with its fields, and a way to draw values for them.

    ``outcome`` is set where a line of the rule leaves the node out or passes its maximum on; ``divides`` where a denominator may be
    zero and no line looks at it, so that `not_applicable` must say what happens then.
    """

    rule: str | None = None
    fields: dict[str, dict[str, Any]] = field(default_factory=dict)
    values: Callable[[Draw], Values] = field(default=lambda draw: {})
    outcome: str = ""
    divides: bool = False


@dataclass(frozen=True)
class Setting:
    """What a form may use: the node's maximum, whether it only deducts, and nodes that stand before it."""

    maximum: Fraction
    deducts: bool = False
    before: tuple[str, ...] = ()

    def points(self, part: Fraction) -> str:
        """Write a part of the maximum as points; what a deduction node takes off is written without a sign."""
        return f"{figure(self.maximum * part)} points"


def figure(number: Fraction) -> str:
    """Write an exact decimal as an English file has it."""
    if number.denominator == 1:
        return str(number.numerator)
    digits = 0
    while (number * 10**digits).denominator != 1:
        digits += 1
    assert digits <= 9, number
    text = str(abs(number.numerator) * 10**digits // number.denominator).rjust(digits + 1, "0")
    return f"{'-' if number < 0 else ''}{text[:-digits]}.{text[-digits:]}"


def percent(number: Fraction) -> str:
    return figure(number * 100) + "%"


def around(*marks: int, low: int = 0, high: int = 10**6) -> list[int]:
    """List whole numbers at and one step beside some marks, both ends, and a few others."""
    near = {mark + step for mark in marks for step in (-1, 0, 1)} | {0, 1, 2, 5, 17}
    return sorted(number for number in near if low <= number <= high)


def counts(names: dict[str, list[int]]) -> Callable[[Draw], Values]:
    return lambda draw: {name: draw(st.sampled_from(aims)) for name, aims in names.items()}


PARTS = [Fraction(0), Fraction(1, 4), Fraction(1, 2), Fraction(3, 4), Fraction(1)]
parts = st.sampled_from(PARTS)


@st.composite
def falling(draw: Draw, size: int) -> list[Fraction]:
    """Give parts of the maximum, the largest first."""
    return sorted(draw(st.lists(parts, min_size=size, max_size=size)), reverse=True)


# -- scales ----------------------------------------------------------------------------------------------------------------


@st.composite
def bands_of_a_ratio(draw: Draw, setting: Setting) -> Form:
    """A part of a whole, worked out and put into bands; a whole of nothing comes first."""
    marks = sorted(
        draw(st.sets(st.sampled_from([Fraction(n, 20) for n in (2, 10, 13, 16, 18, 19, 20)]), min_size=1, max_size=3)),
        reverse=True,
    )
    points = draw(falling(len(marks)))
    guard = draw(st.sampled_from(["0 points", "maximum", "not applicable", "redistribute"]))
    lines = [f"when planned = 0: {guard}", "let rate = done / planned"]
    upper = ""
    for mark, part in zip(marks, points, strict=True):
        how = f"from {percent(mark)} up" if not upper else f"from {percent(mark)} to under {upper}"
        outcome = setting.points(part) if draw(st.booleans()) else f"{percent(part)} maximum"
        lines.append(f'when rate {how}: {outcome} "Band {percent(mark)}"')
        upper = percent(mark)
    lines.append("otherwise: " + draw(st.sampled_from(["0 points", f"rate × {setting.points(Fraction(1, 4))}"])))

    def values(draw: Draw) -> Values:
        planned = draw(st.sampled_from([0, 1, 3, 7, 8, 10, 20, 40, 60]))
        aims = {int(mark * planned) + step for mark in marks for step in (-1, 0, 1)} | {0, planned}
        done = draw(st.sampled_from(sorted(aim for aim in aims if 0 <= aim <= planned)))
        return {"done": done, "planned": planned}

    outcome = guard if guard in ("not applicable", "redistribute") else ""
    return Form(
        "\n".join(lines),
        {"done": {"kind": "count", "part_of": "planned"}, "planned": {"kind": "count"}},
        values,
        outcome,
    )


@st.composite
def covered_bands(draw: Draw, setting: Setting) -> Form:
    """A ratio field whose bands cover its declared range, without `otherwise`."""
    high, low = draw(
        st.sampled_from(
            [(Fraction(9, 10), Fraction(7, 10)), (Fraction(1), Fraction(1, 2)), (Fraction(4, 5), Fraction(1, 3))]
        )
    )
    low = Fraction(round(low * 100), 100)
    top, middle, bottom = draw(falling(3))
    lines = [
        f"when r from {percent(high)} up: {setting.points(top)}",
        f"when r from {percent(low)} to under {percent(high)}: {setting.points(middle)}",
        f"when r under {percent(low)}: {setting.points(bottom)}",
    ]
    grid = Fraction(1, 1000)
    aims = [low - grid, low, low + grid, high - grid, high, min(high + grid, Fraction(1)), Fraction(0), Fraction(1)]
    return Form(
        "\n".join(lines),
        {"r": {"kind": "ratio", "from": "0%", "to": "100%", "scale": 3}},
        lambda draw: {"r": percent(draw(st.sampled_from(aims)))},
    )


@st.composite
def count_ranges(draw: Draw, setting: Setting) -> Form:
    """A count in ranges with all kinds of ends."""
    low = draw(st.integers(1, 6))
    high = low + draw(st.integers(2, 8))
    top, middle, bottom = draw(falling(3))
    rises = draw(st.booleans())
    order = (top, middle, bottom) if rises else (bottom, middle, top)
    first, second = draw(
        st.sampled_from(
            [
                (f"x from {high} up", f"x from {low} to under {high}"),
                (f"x > {high}", f"{low} < x <= {high}"),
                (f"x above {high}", f"x above {low} to {high}"),
                (f"x = {high}", f"x >= {low} and not x = {high}"),
                (f"not x < {high}", f"x = {low} or x = {low + 1}"),
            ]
        )
    )
    rule = f"when {first}: {setting.points(order[0])}\nwhen {second}: {setting.points(order[1])}\notherwise: {setting.points(order[2])}"
    return Form(rule, {"x": {"kind": "count"}}, counts({"x": around(low, high)}))


@st.composite
def options(draw: Draw, setting: Setting) -> Form:
    """An option, all of them handled."""
    top, middle, bottom = draw(falling(3))
    rule = (
        f'when how is "good": {setting.points(top)}\nwhen how is "fair": {setting.points(middle)}\n'
        f'when how is "poor": {setting.points(bottom)}'
    )
    if draw(st.booleans()):
        rule = f'when how is not "good" and how is not "fair": {setting.points(bottom)}\n' + rule.rpartition("\n")[0]
    fields = {"how": {"kind": "option", "options": {key: {"title": key.title()} for key in ("good", "fair", "poor")}}}
    return Form(rule, fields, lambda draw: {"how": draw(st.sampled_from(["good", "fair", "poor"]))})


@st.composite
def yes_or_no(draw: Draw, setting: Setting) -> Form:
    """One or two yes-no values."""
    half = draw(parts)
    shape = draw(st.integers(0, 2))
    one = {"issued": {"kind": "yes-no"}}
    both = {**one, "checked": {"kind": "yes-no"}}
    if shape == 0:
        rule, fields = f"when issued: maximum\notherwise: {setting.points(Fraction(0))}", one
    elif shape == 1:
        rule = f"when issued and checked: maximum\nwhen issued or checked: {setting.points(half)}\notherwise: 0 points"
        fields = both
    else:
        rule = f"when issued is yes and checked is no: {setting.points(half)}\nwhen issued: maximum\nwhen not issued: 0 points"
        fields = both
    return Form(rule, fields, lambda draw: {name: draw(st.sampled_from(["yes", "no"])) for name in fields})


DAYS = [
    "2024-12-30", "2024-12-31", "2025-01-01", "2025-02-27", "2025-02-28", "2025-03-01", "2025-03-29", "2025-03-30", "2025-03-31",
    "2025-04-01", "2025-06-30", "2025-07-01", "2025-12-31", "2026-01-10",
]  # fmt: skip


@st.composite
def dates(draw: Draw, setting: Setting) -> Form:
    """A day against deadlines, periods or another day."""
    top, middle, bottom = draw(falling(3))
    shape = draw(st.integers(0, 3))
    one = {"issued": {"kind": "date"}}
    both = {**one, "received": {"kind": "date"}}
    if shape == 0:
        rule = f"when issued by 31 Dec of previous year: {setting.points(top)}\nwhen issued by 30 Mar: {setting.points(middle)}\notherwise: {setting.points(bottom)}"
        fields = one
    elif shape == 1:
        rule = f"when issued is none: {setting.points(bottom)}\nwhen issued in Q1: {setting.points(top)}\notherwise: {setting.points(middle)}"
        fields = one
    elif shape == 2:
        how = draw(st.sampled_from(["at most 30 days after", "within 30 days of"]))
        rule = f"when issued {how} received: {setting.points(top)}\notherwise: {setting.points(bottom)}"
        fields = both
    else:
        rule = (
            f"let late = issued - received\nwhen late under 1 day: {setting.points(top)}\nwhen late from 1 day to 30 days: {setting.points(middle)}\n"
            f"otherwise: {setting.points(bottom)}"
        )
        fields = both
    return Form(rule, fields, lambda draw: {name: draw(st.sampled_from(DAYS)) for name in fields})


# -- figures ---------------------------------------------------------------------------------------------------------------


@st.composite
def in_proportion(draw: Draw, setting: Setting) -> Form:
    """A share of the maximum, guarded by a line, by the declared range, or by what the set says of a zero denominator."""
    how = draw(st.sampled_from(["line", "range", "treatment"]))
    cap = draw(
        st.sampled_from(
            ["done / planned × maximum", "min(done / planned, 80%) × maximum", "min(done / planned / 80%, 1) × maximum"]
        )
    )
    rounded = draw(st.sampled_from(["{}", "{}", "round({}, 1)", "round_to({}, 0.25)"])).format(cap)
    fields: dict[str, dict[str, Any]] = {"done": {"kind": "count", "part_of": "planned"}, "planned": {"kind": "count"}}
    rule, outcome = rounded, ""
    if how == "line":
        outcome = draw(st.sampled_from(["0 points", "not applicable", "redistribute"]))
        rule = f"when planned = 0: {outcome}\notherwise: {rounded}"
    elif how == "range":
        fields["planned"]["from"] = 1

    def values(draw: Draw) -> Values:
        # Eighths and the like give ties of rounding.
        planned = draw(st.sampled_from([8, 16, 3, 7, 40, 1] + ([0] if how != "range" else [])))
        return {"done": draw(st.integers(0, planned)), "planned": planned}

    return Form(
        rule, fields, values, outcome if outcome in ("not applicable", "redistribute") else "", how == "treatment"
    )


@st.composite
def running(draw: Draw, setting: Setting) -> Form:
    """Points that begin somewhere and change line by line, with guards, caps of single lines, a floor and a cap."""
    fields: dict[str, dict[str, Any]] = {}
    aims: dict[str, list[Any]] = {}
    lines: list[str] = []

    def count(name: str, *marks: int) -> str:
        fields[name] = {"kind": "count"}
        aims[name] = around(*marks)
        return name

    if draw(st.booleans()):
        guard = draw(st.sampled_from(["not applicable", "maximum", "0 points"]))
        lines.append(f"when {count('due')} = 0: {guard}")
    else:
        guard = ""
    step = setting.maximum * draw(st.sampled_from([Fraction(1, 4), Fraction(1, 8), Fraction(1, 2)]))
    deducting = setting.deducts or draw(st.booleans())
    if deducting:
        if not setting.deducts:
            lines.append("start from maximum")
        lines.append(f"deduct {figure(step)} points per {count('late', 2, 4)}" + draw(cap_of_a_line(setting)))
        if draw(st.booleans()):
            lines.append(f"deduct {figure(step)} points when {count('lost', 3)} from 3 up")
        if draw(st.booleans()):
            size = draw(st.integers(2, 5))
            lines.append(
                f"per full {size} of {count('files', size, 2 * size)}: deduct {figure(step)} points"
                + draw(cap_of_a_line(setting))
            )
    else:
        lines.append(f"award {figure(step)} points per {count('done', 2, 4, 8)}" + draw(cap_of_a_line(setting)))
        if draw(st.booleans()):
            fields["prize"] = {"kind": "yes-no"}
            aims["prize"] = ["yes", "no"]
            lines.append(f"award {figure(step)} points when prize")
        if draw(st.booleans()):
            size = draw(st.integers(2, 5))
            lines.append(
                f"per full {size} of {count('files', size, 2 * size)}: award {figure(step)} points"
                + draw(cap_of_a_line(setting))
            )
    if draw(st.integers(0, 3)):
        lines.append(f"lowest points: {figure(-setting.maximum) + ' points' if setting.deducts else '0 points'}")
        if not setting.deducts:
            lines.append("highest points: maximum")
    return Form("\n".join(lines), fields, counts(aims), guard if guard == "not applicable" else "")


@st.composite
def cap_of_a_line(draw: Draw, setting: Setting) -> str:
    part = draw(st.sampled_from([None, Fraction(1, 2), Fraction(3, 4)]))
    return "" if part is None else f", at most {figure(setting.maximum * part)} points"


@st.composite
def optional_values(draw: Draw, setting: Setting) -> Form:
    """Values that need not be there: `default`, `choose`, and lines that ask for their states."""
    shape = draw(st.integers(0, 2))
    part = draw(parts)
    if shape == 0:
        return Form(
            "min(max(default(mark, 0.5), 0), 1) × maximum", {"mark": {"kind": "ratio", "from": "0%", "to": "200%"}},
            lambda draw: {"mark": draw(st.sampled_from(["0%", "12.5%", "100%", "150%"]))},
        )  # fmt: skip
    if shape == 1:
        rule = f"when x is missing: 0 points\nwhen x did not arise: {draw(st.sampled_from(['maximum', 'not applicable']))}\notherwise: choose(x from 3 up, maximum, {setting.points(part)})"
        return Form(
            rule,
            {"x": {"kind": "count"}},
            counts({"x": around(3)}),
            "not applicable" if "not applicable" in rule else "",
        )
    rule = f"choose(x is missing, {setting.points(part)}, choose(y from 2 up, maximum, 0 points))"
    return Form(
        rule,
        {"x": {"kind": "yes-no"}, "y": {"kind": "count"}},
        lambda draw: {"x": draw(st.sampled_from(["yes", "no"])), "y": draw(st.integers(0, 4))},
    )


@st.composite
def referring(draw: Draw, setting: Setting) -> Form:
    """Points that depend on another node."""
    other = draw(st.sampled_from(setting.before))
    part = draw(parts)
    rule = draw(
        st.sampled_from(
            [
                f'when points("{other}") from {figure(setting.maximum / 2)} points up: maximum\notherwise: {setting.points(part)}',
                f'when index("{other}") from 80% up: maximum\nwhen index("{other}") from 50% to under 80%: {setting.points(part)}\notherwise: 0 points',
                f'min(index("{other}"), 1) × maximum',
                f'let m = applicable_maximum("{other}")\nwhen m = 0: not applicable\notherwise: max(min(points("{other}") / m, 1), 0) × maximum',
                f'start from {percent(part)} maximum\naward 25% × points("{other}")\nlowest points: 0 points\nhighest points: maximum',
                f'when maximum("{other}") > 2 points and x from 1 up: maximum\notherwise: {setting.points(part)}',
            ]
        )
    )
    fields = {"x": {"kind": "count"}} if " x " in rule else {}
    return Form(
        rule, fields, counts({name: [0, 1, 2] for name in fields}), "not applicable" if "not applicable" in rule else ""
    )


def assessed(setting: Setting) -> st.SearchStrategy[Form]:
    """No rule: a person enters the points."""
    return st.just(Form())


def leaf_forms(setting: Setting) -> st.SearchStrategy[Form]:
    """Draw any form that suits a node."""
    if setting.deducts:
        return running(setting)
    forms = [
        bands_of_a_ratio,
        covered_bands,
        count_ranges,
        options,
        yes_or_no,
        dates,
        in_proportion,
        running,
        optional_values,
    ]
    choices = [form(setting) for form in forms] + [assessed(setting)]
    if setting.before:
        choices.append(referring(setting))
    return st.one_of(choices)
