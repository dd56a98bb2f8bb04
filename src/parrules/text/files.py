"""A file becomes a source: size, encoding and odd characters are judged before anything reads the text."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from parrules.diagnostics import Findings, closest
from parrules.messages import Figure, Style
from parrules.spans import Source
from parrules.text.encoding import check_characters, find_old_encoding
from parrules.text.node import short
from parrules.values import whole

LARGEST_FILE = 8 * 2**20
"""Bytes that a criteria set or an evidence record may have; the largest real ones have a tenth of a mebibyte."""

MEBIBYTE = 2**20


def read_source(path: Path, findings: Findings) -> Source | None:
    """Read a file as UTF-8 text (a byte order mark is dropped, every line break becomes ``\\n``).

    Returns: the source, or nothing where a finding says why not (PAR101, PAR104, PAR115, PAR116).
    """
    name = os.fsencode(path).decode("utf-8", "replace")
    try:
        if path.is_dir():
            findings.add("PAR101.folder", help="PAR101.folder.help", file=name)
            return None
        size = path.stat().st_size
        if size <= LARGEST_FILE:
            # A pipe or a device states no size: no more is read than a file may have.
            with path.open("rb") as file:
                raw = file.read(LARGEST_FILE + 1)
            size = len(raw)
    except FileNotFoundError:
        near = _file_near(path)
        findings.add("PAR101.absent", help="PAR101.near" if near else "PAR101.absent.help", file=name, near=near or "")
        return None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        findings.add("PAR101.system", file=name, reason=reason)
        return None
    if size > LARGEST_FILE:
        _note_size(name, size, findings)
        return None
    return source_of(raw, name, findings)


def _file_near(path: Path) -> str | None:
    """Find the file of the same folder that was most likely meant."""
    try:
        beside = [each.name for each in path.parent.iterdir() if each.is_file()]
    except OSError:
        return None
    near = closest(path.name, beside)
    return None if near is None else str(path.with_name(near))


def _note_size(name: str, size: int, findings: Findings) -> None:
    findings.add(
        "PAR104.size",
        help="PAR104.size.help",
        file=name,
        size=Figure(whole(-(-size // MEBIBYTE)), Style.PLAIN),
        limit=Figure(whole(LARGEST_FILE // MEBIBYTE), Style.PLAIN),
    )


def source_of(raw: bytes, name: str, findings: Findings) -> Source | None:
    """Decode the bytes of a file; see `read_source`."""
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if _is_utf_16(raw):
        _note_encoding(Source(name, ""), 0, findings)
        return None
    try:
        source = Source(name, _with_plain_breaks(raw.decode("utf-8")))
    except UnicodeDecodeError as error:
        if _is_no_text(raw):
            findings.add("PAR101.no-text", help="PAR101.no-text.help", file=name)
            return None
        _note_undecodable(raw, error.start, name, findings)
        return None
    return source if check_characters(source, findings) else None


_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-")  #: How files of Word, Excel and PDF begin, new and old.


def _is_no_text(raw: bytes) -> bool:
    """See what no editor of texts has saved: a file of Word, Excel or PDF, a picture, an archive."""
    return raw.startswith(_OFFICE) or b"\0" in raw


def _with_plain_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_utf_16(raw: bytes) -> bool:
    """See whether a file was saved as what Windows calls Unicode: where it is ASCII, every second byte is 0."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    head = raw[:16]
    return len(head) >= 4 and any(not any(head[first::2]) and all(head[1 - first :: 2]) for first in (0, 1))


def _note_undecodable(raw: bytes, start: int, name: str, findings: Findings) -> None:
    """Say that a file is not UTF-8, or is in an old font encoding, which saving it as UTF-8 alone would not mend."""
    readable = raw.decode("utf-8", "ignore")
    unicode_letters = sum(not character.isascii() for character in readable)
    as_latin = Source(name, _with_plain_breaks(raw.decode("latin-1")))
    is_mostly_utf_8 = unicode_letters * 10 >= len(raw) - len(readable.encode())
    old = None if is_mostly_utf_8 else find_old_encoding(as_latin.text)
    if old is not None:
        findings.add("PAR115", as_latin.span(*old), help="PAR115.help", word=short(as_latin.text[slice(*old)]))
        return
    before = _with_plain_breaks(raw[:start].decode("utf-8"))
    _note_encoding(Source(name, _with_plain_breaks(raw.decode("utf-8", "replace"))), len(before), findings)


def _note_encoding(source: Source, at: int, findings: Findings) -> None:
    span = source.span(at, min(at + 1, len(source.text)))
    line = Figure(whole(span.place.line), Style.PLAIN)
    findings.add("PAR101.encoding", span, help="PAR101.encoding.help", file=source.name, line=line)
