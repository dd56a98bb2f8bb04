"""What PyYAML says about broken YAML becomes a finding in the reader's words (PAR102), the same with either of its loaders."""

from __future__ import annotations

import re

import yaml

from parrules.diagnostics import Findings, Label
from parrules.messages import Figure, Style
from parrules.spans import Source, Span
from parrules.values import whole

# First what PyYAML was doing, then what it met; the first line that fits both names the message.
_TROUBLES = (
    (r"", r"unknown escape|escape (code|sequence)|expected escape|found invalid Unicode|hexadecimal", "PAR102.escape"),
    (r"quoted scalar", r"", "PAR102.quote"),
    (r"scanning (an alias|an anchor|a tag|a block scalar|a directive)|parsing a tag", r"", "PAR102.start"),
    (r"", r"cannot start any token|sequence entries are not allowed", "PAR102.start"),
    (r"", r"unexpected ':'", "PAR102.tight-colon"),
    (r"", r"mapping values are not allowed", "PAR102.colon"),
    (r"", r"could not find (expected )?':'", "PAR102.no-colon"),
    (r"flow (sequence|mapping)", r"", "PAR102.bracket"),
    (r"", r"expected (the )?node content", "PAR102.bracket"),
    (r"block (mapping|collection|sequence)", r"", "PAR102.indent"),
    (r"", r"document start|unindent|indent", "PAR102.indent"),
)


def note_yaml_error(error: yaml.YAMLError, source: Source, findings: Findings, *, deepest: int) -> None:
    """Note a finding for what PyYAML refused.

    Args:
        error: What it raised.
        source: The file.
        findings: Receives one finding (PAR102, or PAR104 where brackets are nested too deeply for PyYAML itself).
        deepest: The levels of nesting that a file may have.
    """
    context, problem = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    first = 1 if source.text.startswith("\ufeff") else 0
    at = _offset(getattr(error, "problem_mark", None), source, first)
    begun = _offset(getattr(error, "context_mark", None), source, first)
    if "nesting depth" in problem:
        limit = Figure(whole(deepest), Style.PLAIN)
        findings.add("PAR104.depth", _one(source, at), limit=limit, name="")
        return
    name = _name_of(context, problem, source, at)
    labels: tuple[Label, ...] = ()
    match name:
        case "PAR102.escape":
            at = source.text.rfind("\\", max(0, at - 2), at + 1) if at is not None else None
        case "PAR102.quote" | "PAR102.start":
            at = at if begun is None else begun
        case "PAR102.bracket" if begun is not None:
            at, labels = _at_bracket(source, begun, at)
    findings.add(name, _one(source, at), help=name + ".help", labels=labels)
