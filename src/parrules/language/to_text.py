"""The tree as written becomes text again, in either language, one form of each word, in aligned columns."""

from __future__ import annotations

from parrules.language.expressions_to_text import OR, PRIMARY, SUM, ExpressionWriter
from parrules.language.folding import fold
from parrules.language.syntax import (
    Arithmetic,
    Change,
    Expression,
    Let,
    Limit,
    Line,
    Lone,
    Name,
    Number,
    Otherwise,
    PerFull,
    Require,
    Rule,
    StartFrom,
    Unit,
    When,
    Zero,
)

GAP = "   "
"""Between the columns of a rule: line, outcome, label."""


def format_rule(rule: Rule, language: str) -> str:
    """Write a rule in ``language`` (``vi`` or ``en``), with its comments; ends without a line break."""
    writer = _Writer(language)
    rows = [writer.row(line) for line in rule.lines]
    scale = [(head, outcome) for head, outcome, _ in rows if outcome is not None]
    head_width = max((_last_width(head) for head, _ in scale), default=0)
    outcome_width = max(
        (
            len(outcome)
            for (_, outcome), row in zip(scale, (r for r in rows if r[1] is not None), strict=True)
            if row[2]
        ),
        default=0,
    )
    plain_width = max((_last_width(head) for head, outcome, label in rows if outcome is None and label), default=0)
    texts: list[str] = []
    for line, (head, outcome, label) in zip(rule.lines, rows, strict=True):
        texts.extend(line.comments)
        text = head
        if outcome is not None:
            text = _padded(head, head_width) + GAP + (outcome.ljust(outcome_width) + GAP + label if label else outcome)
        elif label:
            text = _padded(head, plain_width) + GAP + label
        texts.append(text + (f"  {line.trailing}" if line.trailing else ""))
    texts.extend(rule.closing_comments)
    return "\n".join(texts)


def format_line(line: Line, language: str, *, label: bool = True) -> str:
    """Write one line without columns and comments, on one line of text, with or without its label."""
    head, outcome, label_text = _Writer(language, broken=False).row(line)
    parts = [head, *([outcome] if outcome is not None else []), *([label_text] if label_text and label else [])]
    return " ".join(parts)


def _last_width(head: str) -> int:
    return len(head.rsplit("\n", 1)[-1])


def _padded(head: str, width: int) -> str:
    return head + " " * (width - _last_width(head))


def _divides_points(amount: Expression) -> bool:
    """See `3 điểm / n`, which a line that awards or deducts would read as 3 points for each n."""
    if amount.parens or not isinstance(amount, Arithmetic):
        return False
    first, operations = amount.chain()
    before = first
    for each in operations:
        if each.left.parens:
            before = each.left
        if each.operator == "/" and isinstance(before, Number) and before.unit is Unit.POINTS and not before.parens:
            return True
        if _divides_points(each.right):
            return True
        before = each.right
        while isinstance(before, Arithmetic) and not before.parens:
            before = before.right
    return False


class _Writer(ExpressionWriter):
    def row(self, line: Line) -> tuple[str, str | None, str]:
        """Give a line in three columns: head, outcome (of a scale's line only), label."""
        label = f'"{line.label.text}"' if line.label else ""
        match line:
            case Let():
                return f"{self.word('LET')} {line.name} = {self.expression(line.value)}", None, label
            case Require():
                return f"{self.word('REQUIRE')} {self.expression(line.condition)}", None, label
            case When():
                return f"{self.word('WHEN')} {self.expression(line.condition)}:", self.expression(line.outcome), label
            case Otherwise():
                return f"{self.word('OTHERWISE')}:", self.expression(line.outcome), label
            case StartFrom():
                return f"{self.word('START_FROM')} {self.expression(line.amount)}", None, label
            case Change():
                least = PRIMARY if _divides_points(line.amount) else SUM
                text = f"{self.sign(line.sign)} {self.operand(line.amount, least)}"
                if line.per is not None:
                    text += f" {self.word('PER')} {self.operand(line.per, PRIMARY)}"
                return text + self.cap_and_guard(line), None, label
            case PerFull():
                step, quantity = self.operand(line.step, SUM), self.operand(line.quantity, SUM)
                text = f"{self.word('EVERY_FULL')} {step} {self.word('OF')} {quantity}:"
                return (
                    f"{text} {self.sign(line.sign)} {self.operand(line.amount, SUM)}" + self.cap_and_guard(line),
                    None,
                    label,
                )
            case Limit():
                return f"{self.word('FLOOR' if line.floor else 'CAP')}: {self.expression(line.amount)}", None, label
            case Zero():
                ids = self.separator.join(f'"{node.text}"' for node in line.nodes)
                return f"{self.word('ZERO')} {ids} {self.word('WHEN')} {self.expression(line.condition)}", None, label
            case Lone():
                # Before a text, `zero` would begin a line of its own.
                is_zero = isinstance(line.value, Name) and fold(line.value.name) == "zero"
                return self.operand(line.value, PRIMARY + 1 if is_zero else OR), None, label
            case _:
                raise AssertionError(line)

    def sign(self, sign: int) -> str:
        return self.word("AWARD" if sign > 0 else "DEDUCT")

    def cap_and_guard(self, line: Change | PerFull) -> str:
        text = ""
        if line.cap is not None:
            text += f", {self.word('LINE_CAP')} {self.operand(line.cap, SUM)}"
        if line.guard is not None:
            text += f" {self.word('WHEN')} {self.expression(line.guard)}"
        return text
