"""What could have stood where the grammar stopped, in classes that a reader knows."""

from __future__ import annotations

from parrules.language.mistakes.stop import RANGE_WORDS, Stop
from parrules.messages import Argument, Joined, Message, Nested, Words

MOST = 3
"""Things that a help lists; more would be a grammar."""

_AFTER = {
    "WHEN": "condition", "REQUIRE": "condition", "AND": "condition", "OR": "condition", "NOT": "condition",
    "COLON": "points", "AWARD": "points", "DEDUCT": "points", "START_FROM": "points", "FLOOR": "points",
    "CAP": "points", "LINE_CAP": "points", "PER": "count", "OF": "value", "EVERY_FULL": "value", "IS": "option",
    "IS_NOT": "option", "IN": "period", "BY": "date", "BEFORE": "date", "AFTER": "date", "SINCE": "date", "LET": "name",
    "ZERO": "id",
}  # fmt: skip


_COMPARISONS = RANGE_WORDS | {
    "COMPARE",
    "EQUALS",
    "IS",
    "IS_NOT",
    "IN",
    "WITHIN",
    "IS_MISSING",
    "IS_NONE",
    "DID_NOT_ARISE",
}


def wanted(stop: Stop) -> str:
    """Name the class of what must come after the token before the stop."""
    before = stop.before.terminal if stop.before else ""
    name = _AFTER.get(before, "value")
    if before == "SEP" and stop.accepted == {"TEXT"}:
        name = "id"
    if name == "condition" and stop.is_at(0, *_COMPARISONS):
        name = "value"  # `nếu … = 0`: what is compared is missing.
    return name


def words_for(stop: Stop) -> dict[str, Argument]:
    """Give the words of the rule's language that the texts of the classes have holes for."""
    vi = stop.language == "vi"
    word = stop.word
    return {
        "maximum": Words(word("MAXIMUM")),
        "not_applicable": Words(word("NOT_APPLICABLE")),
        "yes": Words(word("YES")),
        "no": Words(word("NO")),
        "and": Words(word("AND")),
        "when": Words(word("WHEN")),
        "up": Words(word("UP")),
        "under": Words(f"{word('TO_UNDER')} …"),
        "range": Words(f"{word('FROM')} … {word('UP')}"),
        "points": Words("0,5 điểm" if vi else "0.5 points"),
        "period": Words("quý I" if vi else "Q1"),
        "date": Words("ngày 31/03" if vi else "31 Mar"),
        "separator": Words(";" if vi else ","),
        "of": Words(word("OF")),
        "award": Words(word("AWARD")),
        "deduct": Words(word("DEDUCT")),
        "since": Words(word("SINCE") if vi else word("AFTER")),
    }


def nested(name: str, stop: Stop) -> Argument:
    """Give the text of a class, with an example, as an argument of a message."""
    return Nested(Message(f"expected.{name}", words_for(stop)))


def briefly(name: str) -> Argument:
    """Give the text of a class without an example."""
    return Nested(Message(f"missing.{name}"))


def joints(stop: Stop) -> Argument:
    """List what may come after something with a value: a comparison, a colon, a sign; at the most three."""
    accepted = stop.accepted
    names: list[str] = []
    if "UP" in accepted:
        names.append("range-end")
    elif "SINCE" in accepted and "COLON" not in accepted and stop.has("IN", before=True):
        names.append("since")
    elif accepted & {"EQUALS", "OF", "AWARD"} and not accepted & {"PLUS", "COLON"}:
        names.append("equals" if "EQUALS" in accepted else "of" if "OF" in accepted else "change")
    else:
        is_condition = stop.first.terminal in ("WHEN", "REQUIRE") and not stop.has("COLON", before=True)
        if "FROM" in accepted and is_condition:
            names.append("comparison")
        for terminal, name in (
            ("COLON", "colon"),
            ("RPAR", "closing"),
            ("SEP", "separator"),
            ("OF", "of"),
            ("AND", "and"),
            ("PLUS", "operator"),
        ):
            if terminal in accepted and not (name == "and" and not is_condition):
                names.append(name)
    if not names:
        names.append("label" if "TEXT" in accepted else "guard" if "WHEN" in accepted else "other")
    return Joined(tuple(nested(name, stop) for name in names[:MOST]), "or")
