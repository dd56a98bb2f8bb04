"""Groups worked out anew from their parts, with nothing of the engine: from the YAML of a set and the leaves of a sheet alone."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

Data = dict[str, Any]
LEVELS = ["domain", "criterion", "component"]


def number(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def rounded(value: Fraction, digits: int | None, mode: str) -> Fraction:
    """Round on a number line of whole units: how far the value is from the unit nearer to zero decides."""
    if digits is None:
        return value
    units = abs(value) * 10**digits
    lower = units.__floor__()
    rest = units - lower
    goes_up = {
        "half-up": rest >= Fraction(1, 2),
        "half-down": rest > Fraction(1, 2),
        "half-even": rest > Fraction(1, 2) or (rest == Fraction(1, 2) and lower % 2 == 1),
        "up": rest > 0,
        "down": False,
    }[mode]
    size = Fraction(lower + goes_up, 10**digits)
    return -size if value < 0 else size


class Oracle:
    """Says what each group, each receiver of a maximum, the total, the index and the grade must be."""

    def __init__(self, set_data: Data, sheet: Data) -> None:
        self.set = set_data
        self.sheet = {node["id"]: node for node in sheet["nodes"]}
        self.nodes: dict[str, Data] = {}
        self.levels: dict[str, int] = {}
        self.roles: dict[str, str] = {}
        for domain in set_data["domains"]:
            self._learn(domain, 0, "main")

    def _learn(self, node: Data, level: int, role: str) -> None:
        self.nodes[node["id"]], self.levels[node["id"]] = node, level
        self.roles[node["id"]] = node.get("role", role)
        for part in self.parts(node):
            self._learn(part, level + 1, self.roles[node["id"]])

    @staticmethod
    def parts(node: Data) -> list[Data]:
        return node.get("criteria") or node.get("components") or []

    def maximum(self, id_: str) -> Fraction:
        return Fraction(self.nodes[id_].get("maximum", 0))

    # -- what is left out, and what goes over to others --------------------------------------------------------------------

    def is_out(self, id_: str) -> bool:
        return self.sheet[id_]["state"] == "not-applicable" and self.sheet[id_]["points"] is None

    def takers(self, giver: str) -> list[str]:
        to = dict.fromkeys(self.nodes[giver].get("not_applicable", {}).get("to", []))
        return [id_ for id_ in to if not self.is_out(id_) and self.sheet[id_]["state"] != "covered"]

    def taken_over(self, id_: str) -> Fraction:
        """Give the sum of the maxima that nodes pass on to one."""
        found = Fraction(0)
        for giver, node in self.nodes.items():
            if self.sheet[giver]["treatment"] != "redistribute" or id_ not in self.takers(giver):
                continue
            takers = self.takers(giver)
            if node["not_applicable"].get("by", "equal") == "maximum":
                weight = self.maximum(id_) / sum(self.maximum(taker) for taker in takers)
            else:
                weight = Fraction(1, len(takers))
            found += self.maximum(giver) * weight
        return found

    def applicable(self, id_: str) -> Fraction:
        """Give the maximum that is left of a node's, with what it takes over."""
        node, state = self.nodes[id_], self.sheet[id_]["state"]
        if self.is_out(id_):
            return Fraction(0)
        own = self.maximum(id_)
        is_whole = state in ("assessed", "covered", "not-applicable")
        same = [part["id"] for part in self.parts(node) if self.roles[part["id"]] == self.roles[id_]]
        if self.parts(node) and not is_whole:
            left = sum((self.applicable(part) for part in same), Fraction(0))
            if node.get("combine", "sum") == "sum":
                own = own - sum((self.maximum(part) for part in same), Fraction(0)) + left
            elif left == 0 and same:
                own = Fraction(0)
        return own + (Fraction(0) if state == "covered" else self.taken_over(id_))

    # -- points ------------------------------------------------------------------------------------------------------------

    def digits(self, id_: str) -> int | None:
        rounding, node = self.set["rounding"], self.nodes[id_]
        if not self.parts(node) and "leaf" in rounding:
            return int(rounding["leaf"])
        found = rounding.get(LEVELS[self.levels[id_]])
        return None if found is None else int(found)

    def points(self, id_: str) -> Fraction:
        """Give the points of a node that its sheet says it has, from its own working or from its parts."""
        sheet, node = self.sheet[id_], self.nodes[id_]
        if any(step.get("kind") == "veto" for step in sheet["steps"]):
            return Fraction(0)
        by_parts = sheet["state"] == "scored" and self.parts(node) and not self._gives_points(node)
        own = self._combined(node) if by_parts else self._own_amounts(sheet)
        before = self.applicable(id_) - self.taken_over(id_)
        grown = own * self.applicable(id_) / before if before else own
        if sheet["state"] == "assessed" and not self.taken_over(id_):
            return grown
        return rounded(grown, self.digits(id_), self.set["rounding"]["mode"])

    @staticmethod
    def _gives_points(node: Data) -> bool:
        return any(not line.startswith("zero ") for line in node.get("rule", "").splitlines())

    @staticmethod
    def _own_amounts(sheet: Data) -> Fraction:
        later = ("redistribute", "round", "veto")
        amounts = [step for step in sheet["steps"] if step["step"] == "amount" and step["kind"] not in later]
        return sum((Fraction(step["amount"]) for step in amounts), Fraction(0))

    def counted(self, parts: list[Data], of: str) -> list[str]:
        ids = [part["id"] for part in parts if self.roles[part["id"]] != "monitored" or of == "monitored"]
        return [
            id_
            for id_ in ids
            if not self.is_out(id_) and not (self.sheet[id_]["state"] == "scored" and self.sheet[id_]["points"] is None)
        ]

    def _combined(self, node: Data) -> Fraction:
        ids = self.counted(self.parts(node), self.roles[node["id"]])
        got = [Fraction(self.sheet[id_]["points"]) for id_ in ids]
        match node.get("combine", "sum"):
            case "mean":
                return sum(got, Fraction(0)) / len(got)
            case "weighted":
                weights = [Fraction(self.nodes[id_]["weight"].rstrip("%")) for id_ in ids]
                return sum((weight * each for weight, each in zip(weights, got, strict=True)), Fraction(0)) / sum(
                    weights
                )
            case "pooled":
                measure = sum(
                    (self.applicable(id_) for id_ in ids if self.roles[id_] == self.roles[node["id"]]), Fraction(0)
                )
                return sum(got, Fraction(0)) * self.maximum(node["id"]) / measure if measure else Fraction(0)
            case _:
                return sum(got, Fraction(0))

    # -- the whole set -----------------------------------------------------------------------------------------------------

    def total_applicable(self) -> Fraction:
        return sum(
            (self.applicable(domain["id"]) for domain in self.set["domains"] if self.roles[domain["id"]] == "main"),
            Fraction(0),
        )

    def total(self) -> Fraction:
        """Give the sum of the domains, rounded; for sets without a rule for the total."""
        ids = self.counted(self.set["domains"], "main")
        got = sum((Fraction(self.sheet[id_]["points"]) for id_ in ids), Fraction(0))
        return rounded(got, self.set["rounding"].get("total"), self.set["rounding"]["mode"])

    def index(self, points: Fraction) -> Fraction | None:
        base = self.set.get("total", {}).get("base", "applicable")
        measure = self.total_applicable() if base == "applicable" else Fraction(base)
        if measure == 0:
            return None
        digits = self.set["rounding"].get("index")
        return rounded(points / measure * 100, digits, self.set["rounding"]["mode"]) / 100

    def grade(self, points: Fraction, index: Fraction | None) -> str:
        for grade in self.set["grades"]:
            least = grade.get("from")
            if least is None:
                return str(grade["id"])
            if isinstance(least, str):
                if index is not None and index >= Fraction(least.rstrip("%")) / 100:
                    return str(grade["id"])
            elif points >= least:
                return str(grade["id"])
        raise AssertionError("no grade")
