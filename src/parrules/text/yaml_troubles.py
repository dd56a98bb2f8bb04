"""What PyYAML says about broken YAML becomes a finding in the reader's words (PAR102), the same with both loaders."""

from __future__ import annotations

import re

import yaml

from parrules.diagnostics import Findings, Label
from parrules.messages import Figure, Style, Words
from parrules.spans import Source, Span
from parrules.text.encoding import start_of
from parrules.text.node import short
from parrules.values import whole

# What PyYAML was doing, what it met, and the message for it; the first line of which both fit is taken.
_TROUBLES = (
    ("", r"escape|hexa?decimal", "PAR102.escape"),
    (r"quoted scalar", "", "PAR102.quote"),
    (r"scanning (an alias|an anchor|a tag|a block scalar)|parsing a tag", "", "PAR102.start"),
    (r"block node", r"node content", "PAR102.start"),
    ("", r"cannot start any token|sequence entries are not allowed", "PAR102.start"),
    ("", r"unexpected ':'", "PAR102.tight-colon"),
    ("", r"mapping values are not allowed", "PAR102.colon"),
    ("", r"could not find (expected )?':'", "PAR102.no-colon"),
    (r"flow (sequence|mapping|node)", "", "PAR102.bracket"),
    (r"block (mapping|collection|sequence)", "", "PAR102.indent"),
    ("", r"document start", "PAR102.indent"),
)


def note_yaml_error(error: yaml.YAMLError, source: Source, findings: Findings, *, deepest: int) -> None:
    """Note a finding for what PyYAML refused.

    Args:
        error: What it raised.
        source: The file.
        findings: Receives one finding: PAR102, or PAR104 where brackets are nested too deeply for PyYAML itself.
        deepest: The levels of nesting that a file may have.
    """
    context, problem = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    begun = _offset(error, "context_mark", source)
    at = _offset(error, "problem_mark", source)
    at = (begun or 0) if at is None else at
    if "nesting depth" in problem:
        findings.add("PAR104.depth", _character(source, at), limit=Figure(whole(deepest), Style.PLAIN), name="")
        return
    name = _name_of(context, problem, source, at)
    labels: tuple[Label, ...] = ()
    if name == "PAR102.escape":
        # The loaders point at the backslash or behind it.
        at = max(source.text.rfind("\\", max(0, at - 2), at + 1), at - 2, 0)
    elif begun is not None and name in ("PAR102.quote", "PAR102.start", "PAR102.no-colon"):
        at = begun
        if name == "PAR102.no-colon" and (tight := _TIGHT_COLON.match(_rest_of_line(source, at))):
            name, at = "PAR102.tight-colon", at + tight.end() - 1
    elif name == "PAR102.after-quote" and (opened := _opened_lines_above(source, at)) is not None:
        name, at = "PAR102.quote", opened
    elif name == "PAR102.colon" and (key := _KEY_ALONE.match(_line_before(source, at))):
        # The line above has its value already; a key one step deeper has nowhere to belong.
        name, at = "PAR102.indent", at - len(key["key"])
    elif begun is not None and name == "PAR102.bracket":
        if source.text[at:].strip():
            labels = (Label(_character(source, begun)),)
        else:
            at = begun
    if name in _LOST_COLONS and (rule := _rule_without_bar(source, at)):
        findings.add("PAR102.rule", rule, help="PAR102.rule.help")
        return
    _note(name, source, at, findings, said=f"{context} {problem}", labels=labels)


def note_bad_escape(source: Source, findings: Findings) -> None:
    """Note that an escape stands for no character (``\\UFFFFFFFF``), which the Python loader does not notice itself."""
    at = next((found.start() for found in re.finditer(r"\\U[0-9a-fA-F]{8}", source.text) if _is_beyond(found[0])), 0)
    _note("PAR102.escape", source, at, findings)


_LOST_COLONS = ("PAR102.colon", "PAR102.no-colon", "PAR102.tight-colon", "PAR102.indent")
_RULE_KEY = re.compile(r"[ -]*(?P<key>rule):(?!\s*[|>])")


def _rule_without_bar(source: Source, at: int) -> Span | None:
    """Give the key `rule` of the text at ``at``, where it does not say with a bar that a text follows."""
    place = source.place(at)
    indent, last = len(source.line(place.line)), place.line
    for number in range(last, 0, -1):
        line = source.line(number)
        own = len(line) - len(line.lstrip(" "))
        if not line.strip() or own >= indent:
            continue
        if key := _RULE_KEY.match(line):
            start = source.offset(number, key.start("key") + 1)
            return source.span(start, start + len("rule"))
        if number < last:
            return None
        indent = own
    return None


_KEY_ALONE = re.compile(r"[ ]+(?P<key>[\w.-]+)$")
_TIGHT_COLON = re.compile(r"[\w.-]+:(?=\S)")


def _line_before(source: Source, at: int) -> str:
    place = source.place(at)
    return source.line(place.line)[: place.column - 1]


def _rest_of_line(source: Source, at: int) -> str:
    place = source.place(at)
    return source.line(place.line)[place.column - 1 :]


def _opened_lines_above(source: Source, at: int) -> int | None:
    """Find where a text opened that ends before ``at`` and goes over several lines: it lacks its own end."""
    closing = len(source.text[:at].rstrip()) - 1
    opening = source.text.rfind(source.text[closing], 0, closing)
    return opening if opening >= 0 and "\n" in source.text[opening:closing] else None


def _is_beyond(escape: str) -> bool:
    return int(escape[2:], 16) > 0x10FFFF


def _note(
    name: str, source: Source, at: int, findings: Findings, *, said: str = "", labels: tuple[Label, ...] = ()
) -> None:
    span = _character(source, at)
    findings.add(name, span, help=name + ".help", labels=labels, found=short(span.text), said=Words(short(said)))


def _offset(error: yaml.YAMLError, which: str, source: Source) -> int | None:
    mark = getattr(error, which, None)
    return None if mark is None else start_of(source) + int(mark.index)


def _character(source: Source, at: int) -> Span:
    return source.span(at, min(at + 1, len(source.text)))


def _name_of(context: str, problem: str, source: Source, at: int) -> str:
    """Choose the message by what stands at the fault, then by what PyYAML says."""
    here = source.text[at : at + 1]
    if here == "\t" and "quoted" not in context:
        return "PAR102.tab"
    if here == "?" and "flow" in context:
        return "PAR102.question"
    before = _line_before(source, at).rstrip()
    if before.endswith(('"', "'")) and here.strip() and re.search("block (mapping|collection)|flow", context):
        return "PAR102.after-quote"
    for doing, met, name in _TROUBLES:
        if re.search(doing, context) and re.search(met, problem):
            return name
    return "PAR102"
