"""A file becomes a source: size, encoding and odd characters are judged before anything reads the text."""

from __future__ import annotations

import re
from pathlib import Path

from parrules.diagnostics import Findings
from parrules.messages import Figure, Style
from parrules.spans import Source
from parrules.values import whole

LARGEST_FILE = 8 * 2**20
"""Bytes that a criteria set or an evidence record may have; the largest real ones have a tenth of a mebibyte."""

_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")


def read_source(path: Path, findings: Findings) -> Source | None:
    """Read a file as UTF-8 text (a byte order mark is dropped, every line break becomes ``\\n``).

    Returns: the source, or nothing where a finding says why not (PAR101, PAR104, PAR116).
    """
    name = str(path)
    nowhere = Source(name, "").span(0, 0)
    try:
        if path.is_dir():
            findings.add("PAR101.folder", nowhere, file=name)
            return None
        size = path.stat().st_size
        if size > LARGEST_FILE:
            findings.add(
                "PAR104.size", nowhere, help="PAR104.size.help", file=name,
                size=Figure(whole(-(-size // 2**20)), Style.PLAIN), limit=Figure(whole(LARGEST_FILE // 2**20), Style.PLAIN),
            )  # fmt: skip
            return None
        raw = path.read_bytes()
    except FileNotFoundError:
        findings.add("PAR101.absent", nowhere, file=name)
        return None
    except OSError as error:
        findings.add("PAR101.system", nowhere, file=name, reason=error.strerror or type(error).__name__)
        return None
    return source_of(raw, name, findings)


def source_of(raw: bytes, name: str, findings: Findings) -> Source | None:
    """Decode the bytes of a file; see `read_source`."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        findings.add(
            "PAR101.encoding", Source(name, "").span(0, 0), help="PAR101.encoding.help", file=name,
            line=Figure(whole(line), Style.PLAIN),
        )  # fmt: skip
        return None
    source = Source(name, text.replace("\r\n", "\n").replace("\r", "\n"))
    odd = _ODD.search(source.text)
    if odd:
        findings.add(
            "PAR116", source.span(odd.start(), odd.end()), help="PAR116.help", character=f"U+{ord(odd[0]):04X}"
        )
        return None
    return source
