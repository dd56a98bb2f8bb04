"""One node of a score sheet as its telling looks at it: steps by kind, the line that decided, labels, names."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from parrules.explanation.figures import Data, exact, node_name, node_names, own_words, say, title_of
from parrules.messages import Argument, Joined, Title
from parrules.scoring import NodeScore, ScoreSheet

_SCALE_LINES = ("nếu ", "còn lại")
_GAP = 4
"""Lines of a file that lie at least between a rule and the rule of a reading below it."""

Step = dict[str, Any]


class NodeView:
    """Finds its way among the steps of a node; holds no words of its own but names."""

    def __init__(self, sheet: ScoreSheet, node: NodeScore) -> None:
        self.sheet, self.node = sheet, node
        self.sites = sheet.sites
        self.data = node.data
        self.steps: list[Step] = list(node.data["steps"])

    # -- steps ---------------------------------------------------------------------------------------------------------

    def steps_of(self, kind: str) -> list[Step]:
        """Give the steps of one kind, in their order."""
        return [step for step in self.steps if step["step"] == kind]

    def amounts(self, *kinds: str) -> list[Step]:
        """Give the amounts of some kinds."""
        return [step for step in self.steps_of("amount") if step["kind"] in kinds]

    @cached_property
    def decided(self) -> Step | None:
        """The line that ended the rule."""
        found = self.steps_of("decide")
        return found[-1] if found else None

    @cached_property
    def deciding_test(self) -> Step | None:
        """The condition of the line that ended the rule; `otherwise` has none."""
        if self.decided is None:
            return None
        tests = self.steps_of("test")
        return next((step for step in tests if step["site"] == self.decided["site"] and step["holds"]), None)

    @cached_property
    def outcome(self) -> Step | None:
        """The points of the line that ended the rule."""
        if self.decided is None:
            return None
        return next((step for step in self.amounts("outcome") if step["site"] == self.decided["site"]), None)

    @cached_property
    def lets(self) -> dict[str, Data]:
        """What was worked out before, by its name."""
        return {step["name"]: step["worked"] for step in self.steps_of("let")}

    @cached_property
    def reads(self) -> dict[str, Data]:
        """The values that were read, by field."""
        return {step["field"]: step for step in self.steps_of("read")}

    @cached_property
    def node_figures(self) -> list[Data]:
        """The figures of other nodes that the rule counted with, each once."""
        found: dict[tuple[str, str], Data] = {}

        def look(worked: Data) -> None:
            if worked["form"] == "node":
                found.setdefault((worked["figure"], worked["node"]), worked)
            for operand in worked.get("of", ()):
                look(operand)

        for step in self.steps:
            for key in ("worked", "times"):
                if step.get(key) is not None:
                    look(step[key])
        return list(found.values())

    @cached_property
    def is_running(self) -> bool:
        """Whether running points gave the result."""
        return self.decided is None and bool(self.amounts("start", "change", "steps", "floor", "cap"))

    @cached_property
    def is_group(self) -> bool:
        """Whether the node has parts."""
        return bool(self.sheet.parts(self.node.id))

    # -- lines ---------------------------------------------------------------------------------------------------------

    def line(self, site: int) -> Data:
        """Give a line of the rules."""
        line: Data = self.sites["lines"][site]
        return line

    def label(self, site: int) -> Title:
        """Give the label of a line, between quotation marks in a language that it is not written in; empty for none."""
        return own_words(Title(**self.line(site)["label"]))

    def line_number(self, site: int) -> int:
        """Count a line among those of its rule that can apply, as a reader counts them in the table."""
        number = 1 if self.is_scale_line(site) else 0
        while site > 0 and self.follows(site - 1, site):
            site -= 1
            number += self.is_scale_line(site)
        return max(number, 1)

    def is_scale_line(self, site: int) -> bool:
        """Say whether a line is one of those of which the first true one applies."""
        text: str = self.line(site)["vi"]
        return text.startswith(_SCALE_LINES)

    def follows(self, before: int, after: int) -> bool:
        """Say whether two lines in a row are of one rule; rules of other readings stand further down in the file."""
        first, second = self.line(before), self.line(after)
        if first["node"] != second["node"] or first["vi"].startswith("còn lại"):
            return False
        return bool(0 < second["place"]["line"] - first["place"]["line"] <= _GAP)

    # -- names ---------------------------------------------------------------------------------------------------------

    def name(self, id_: str) -> Argument:
        """Name a node in a sentence."""
        return node_name(id_, self.sites)

    def names(self, ids: list[str]) -> Argument:
        """Name nodes in a row."""
        return node_names(ids, self.sites)

    def causes(self) -> Argument:
        """Name what is waited for: titles of values, or nodes."""
        causes = list(self.data["causes"])
        if all(cause not in self.sites["fields"] for cause in causes):
            return self.names(causes)
        named = [self.value_name(cause) if cause in self.sites["fields"] else self.name(cause) for cause in causes]
        return Joined(tuple(named), "and")

    def value_name(self, field: str) -> Argument:
        """Name a value by its title, and the node that asks for it where that is another one."""
        title = say("word.quoted", text=title_of(self.sites, field))
        node = field.rpartition("/")[0]
        return title if node == self.node.id else say("formula.titled", figure=title, title=self.name(node))

    def site(self, field: str) -> Data:
        """Give what the set declares of a value."""
        site: Data = self.sites["fields"][field]
        return site

    def is_whole(self, field: str) -> bool:
        """Say whether other values are parts of this one: a unit does not choose how much it was given."""
        node, _, name = field.rpartition("/")
        return any(
            key.rpartition("/")[0] == node and site.get("part_of") == name for key, site in self.sites["fields"].items()
        )

    def ratio_of_counts(self, subject: Data) -> tuple[Data, Data] | None:
        """Give the two values whose quotient a ratio is."""
        worked = self.lets.get(subject["name"]) if subject["form"] == "let" else subject
        if worked is None or worked["form"] != "over":
            return None
        above, below = worked["of"]
        if above["form"] != "field" or below["form"] != "field" or "value" not in above or "value" not in below:
            return None
        return above, below

    def is_same_thing(self, above: Data, below: Data) -> bool:
        """Say whether two values count the same things, so that ``11/12 nhiệm vụ`` can be said."""
        first, second = self.site(above["field"]), self.site(below["field"])
        return bool(first["kind"] == second["kind"] and first.get("noun") == second.get("noun") and first.get("noun"))

    def ends_at_zero(self, worked: Data) -> bool:
        """Say whether a condition only asks whether a figure is 0."""
        if worked["form"] != "comparison" or worked["operator"] not in ("=", "!=", ">"):
            return False
        right = worked["of"][1]
        return (
            "value" in right and right["kind"] != "date" and right["form"] == "constant" and exact(right["value"]) == 0
        )
