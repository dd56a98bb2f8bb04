"""Laws of reading that hold for every text: no text raises anything, both loaders agree, places are true."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from parrules.criteria import criteria_from_source
from parrules.diagnostics import Findings
from parrules.evidence import evidence_from_source
from parrules.spans import MappedText, Source, render_snippet
from parrules.text import Mapping, Node, Scalar, Sequence, Style, from_yaml, parse_json, parse_yaml, to_plain
from parrules.text.encoding import find_odd_character
from parrules.text.files import source_of
from parrules.values import Exact, exact_text

# The same for every law here: machines that test in parallel are slow at times.
settings.register_profile("patient", deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

LOADERS = [loader for loader in (getattr(yaml, "CSafeLoader", None), yaml.SafeLoader) if loader is not None]

# Pieces of YAML that mean something, so that random texts are often nearly right.
PIECES = st.sampled_from(
    ["a", "b", "1", "8", ",5", "8,5", "0.25", "một", "e\u0301", "😀", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ",
     "{", "}", "[", "]", ", ", ",", "'", '"', "''", "\\n", "\\u1ec7", "\\ud83d", "\\0", "\\q", "\\\n", "|", "|-", "|2",
     "|+\n", ">", ">-\n", " #c", "#", "\t", " ", "? ", "?", "&x ", "*x", "!t ", "%", "@", "---\n", "...\n", "~",
     "<<: ", "key: ", "x: y\n", "- z\n", "\r\n", "\r", "\u00a0", "\ufeff", "`", "\x00", "\u2028", "NaN", "null",
     '"a": ', "µ", "®¹o "]
)  # fmt: skip
nearly_yaml = st.lists(PIECES, max_size=25).map("".join)
texts = st.one_of(st.text(max_size=60), nearly_yaml)

HEADS = {
    "criteria": "format: parrules/criteria@1\nlanguage: vi\n",
    "evidence": "format: parrules/evidence@1\nlanguage: vi\n",
}


def told(findings: Findings) -> list[tuple[str, int, int]]:
    return [(each.message.id, each.span.start, each.span.end) for each in findings if each.span]


def tree(node: Node | None) -> Any:
    """Give a tree with its places, to compare two readings."""
    match node:
        case None:
            return None
        case Scalar(value=value, style=style, span=span):
            return value, style, span.start, span.end
        case Sequence(items=items, span=span):
            return [tree(item) for item in items], span.start, span.end
        case Mapping(entries=entries, span=span):
            return [(tree(key), tree(value)) for key, value in entries], span.start, span.end


def scalars(node: Node | None) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence(items=items):
            for item in items:
                yield from scalars(item)
        case Mapping(entries=entries):
            for key, value in entries:
                yield key
                yield from scalars(value)


def parse_with(loader: Any, source: Source) -> tuple[Node | None, Findings]:
    before, findings = from_yaml._LOADER, Findings()
    from_yaml._LOADER = loader
    try:
        return parse_yaml(source, findings), findings
    finally:
        from_yaml._LOADER = before


@pytest.mark.parametrize("loader", LOADERS)
@given(text=texts)
@example(text='"\\UFFFFFFFF"')
@example(text='"\\ud800"')
@example(text="\ud800")
@example(text="%YAML 999999999999999999999999.1\n---\na")
def test_any_text_as_yaml_is_a_tree_or_a_finding_inside_the_text(loader: Any, text: str) -> None:
    source = Source("x", text)
    root, findings = parse_with(loader, source)
    assert (root is None) == bool(findings.errors)
    for finding in findings:
        assert finding.span is not None
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        render_snippet(finding.span)


@given(text=texts)
def test_any_text_as_json_is_a_tree_or_a_finding_inside_the_text(text: str) -> None:
    findings = Findings()
    root = parse_json(Source("x", text), findings)
    assert (root is None) == bool(findings.errors)
    for finding in findings:
        assert finding.span is not None
        assert 0 <= finding.span.start <= finding.span.end <= len(text)


@pytest.mark.parametrize("name", ["x.yaml", "x.json"])
@pytest.mark.parametrize("kind", HEADS)
@given(text=texts, with_head=st.booleans())
def test_any_text_as_a_file_of_ours_is_told_in_findings(kind: str, name: str, text: str, with_head: bool) -> None:
    read = {"criteria": criteria_from_source, "evidence": evidence_from_source}[kind]
    findings = Findings()
    assert read(Source(name, HEADS[kind] + text if with_head else text), findings) is None  # type: ignore[operator]
    assert findings.errors


@given(st.binary(max_size=200))
def test_any_bytes_are_a_source_or_a_finding(raw: bytes) -> None:
    findings = Findings()
    assert (source_of(raw, "x", findings) is None) == (len(findings) == 1)


@pytest.mark.skipif(len(LOADERS) < 2, reason="PyYAML was built without its C loader")
@settings(max_examples=500)
@given(text=st.one_of(nearly_yaml, st.text(alphabet="ab1:-,{}[]'\"|> \n#?\t", max_size=40)))
@example(text="a: |+\n  \tx\n")
@example(text="{a: b?, c:d}\n")
@example(text="[ ?, {}]")
@example(text="|2#")
@example(text="[a:, b]")
@example(text="%FOO x\n---\na")
def test_what_one_loader_reads_the_other_reads_too_with_the_same_places(text: str) -> None:
    source = Source("x", text)
    (one, one_found), (other, other_found) = (parse_with(loader, source) for loader in LOADERS)
    assert tree(one) == tree(other)
    assert bool(told(one_found)) == bool(told(other_found))


def test_both_loaders_read_every_shipped_file_alike(root: Path) -> None:
    files = sorted([*root.glob("criteria/*/*.yaml"), *root.glob("docs/examples/*.yaml")])
    assert files
    for path in files:
        source = Source(path.name, path.read_text(encoding="utf-8"))
        readings = [parse_with(loader, source) for loader in LOADERS]
        assert all(not len(findings) for _, findings in readings), path
        assert all(tree(node) == tree(readings[0][0]) for node, _ in readings), path


WORDS = st.sampled_from(["a", "nếu", "8,5", "it's", 'q"q', "x:y", "#b", "-", "e\u0301", "😀", "\\", "'", "95%"])
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=4)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
BLANK_LINES = st.lists(st.sampled_from(["", "  "]), max_size=2)


@st.composite
def written_scalars(draw: st.DrawFn) -> str:
    """Write a mapping with one text, in any style that YAML has."""
    lines = draw(LINES)
    indent = " " * draw(st.integers(1, 6))
    style = draw(st.sampled_from(list(Style)))
    if style is Style.SINGLE:
        body = "'" + f"\n{indent}".join(line.replace("'", "''") for line in lines) + "'"
    elif style is Style.DOUBLE:
        body = '"' + f"\n{indent}".join(_escaped(draw, line) for line in lines) + '"'
    elif style is Style.PLAIN:
        body = f"\n{indent}".join(["x", *("y" + line.replace("#", "").replace(":", "") for line in lines)])
    else:
        body = _block(draw, style, lines, indent)
    return f"a: {body}\nb: 1\n".replace("\n", draw(LINE_ENDS))


def _escaped(draw: st.DrawFn, line: str) -> str:
    written = line.replace("\\", "\\\\").replace('"', '\\"')
    return written.replace("ế", draw(st.sampled_from(["ế", "\\u1ebf", "\\U00001ebf"])))


def _block(draw: st.DrawFn, style: Style, lines: list[str], indent: str) -> str:
    indicator = draw(st.sampled_from(["", str(len(indent))]))
    chomp = draw(st.sampled_from(["", "-", "+"]))
    comment = draw(st.sampled_from(["", " # ghi chú"]))
    first = draw(BLANK_LINES) if not indicator else []
    deeper = [draw(st.sampled_from(["", "", "  "])) if number or indicator else "" for number in range(len(lines))]
    body = [indent + more + line for more, line in zip(deeper, lines, strict=True)]
    return "\n".join(
        [f"{style.value}{indicator}{chomp}{comment}", *(" " * 0 for _ in first), *body, *draw(BLANK_LINES)]
    )


@pytest.mark.parametrize("loader", LOADERS)
@given(text=written_scalars())
def test_a_visible_character_of_a_text_stands_in_the_file_where_it_is_said_to(loader: Any, text: str) -> None:
    root, findings = parse_with(loader, Source("x", text))
    assert not told(findings)
    for scalar in scalars(root):
        check_places(scalar)


def check_places(scalar: Scalar) -> None:
    text = scalar.mapped()
    assert len(text.origins) == len(text.text) + 1
    assert list(text.origins) == sorted(text.origins)
    visible = [at for at, character in enumerate(text.text) if not character.isspace()]
    assert len({text.origins[at] for at in visible}) == len(visible)
    for at in visible:
        here = scalar.span.source.text[text.origins[at]]
        escaped = scalar.style is Style.DOUBLE and here == "\\"
        assert here == text.text[at] or escaped
        assert scalar.span.start <= text.origins[at] < scalar.span.end
        shown = text.span(at, at + 1).text
        assert shown == text.text[at] or escaped or (scalar.style is Style.SINGLE and shown == "''")


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\r\n")), max_size=60))
def test_every_offset_has_a_place_and_every_place_its_offset(text: str) -> None:
    source = Source("x", text)
    places = [source.place(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    for offset, place in enumerate(places):
        assert 1 <= place.line <= source.line_count
        if place.column - 1 <= len(source.line(place.line)):
            assert source.offset(place.line, place.column) == offset
    assert "".join(source.line(number) for number in range(1, source.line_count + 1)) == text.replace("\r", "").replace(
        "\n", ""
    )


@given(st.text(alphabet=st.characters(), max_size=400), st.integers(0, 400), st.integers(0, 50))
def test_a_snippet_of_any_text_is_two_lines_with_carets(text: str, start: int, length: int) -> None:
    source = Source("x", text)
    start = min(start, len(text))
    lines = render_snippet(source.span(start, min(start + length, len(text)))).split("\n")
    assert len(lines) == 2
    assert lines[1].rstrip().endswith("^")
    assert find_odd_character("".join(lines)) is None or "\ufeff" in text


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_a_span_of_a_whole_source_is_the_text_itself(text: str, start: int, end: int) -> None:
    assert MappedText.whole(Source("x", text)).span(start, end).text == text[start : max(start, end)]


plain_texts = st.text(max_size=12).filter(lambda text: find_odd_character(text) is None)
keys = plain_texts.map(lambda text: unicodedata.normalize("NFC", text))
figures = st.one_of(
    st.integers(-(10**20), 10**20),
    st.builds(Exact, st.integers(-(10**9), 10**9), st.sampled_from([10, 100, 1000, 2**10])),
)
data = st.recursive(
    st.one_of(plain_texts, figures, st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=12,
)


def to_json_text(value: Any, *, ascii_only: bool) -> str:
    if isinstance(value, dict):
        pairs = (
            json.dumps(key, ensure_ascii=ascii_only) + ": " + to_json_text(each, ascii_only=ascii_only)
            for key, each in value.items()
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(to_json_text(each, ascii_only=ascii_only) for each in value) + "]"
    return figure_text(value) if isinstance(value, Exact) else json.dumps(value, ensure_ascii=ascii_only)


def figure_text(value: Exact) -> str:
    text = exact_text(value)
    return text if "." in text else text + ".0"


def to_yaml_text(value: Any, indent: str = "") -> str:
    """Write data as block YAML, with the texts in double quotes."""
    if isinstance(value, dict) and value:
        return "".join(
            f"\n{indent}{json.dumps(key, ensure_ascii=False)}: {to_yaml_text(each, indent + '  ')}"
            for key, each in value.items()
        )
    if isinstance(value, list) and value:
        return "".join(f"\n{indent}- {to_yaml_text(each, indent + '  ')}" for each in value)
    return to_json_text(value, ascii_only=False)


def composed(value: Any) -> Any:
    """Give data as it is read: texts in Unicode's composed form."""
    if isinstance(value, dict):
        return {unicodedata.normalize("NFC", key): composed(each) for key, each in value.items()}
    if isinstance(value, list):
        return [composed(each) for each in value]
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def same_kinds(one: Any, other: Any) -> bool:
    """Whether plain data is the same down to the kinds: 1, 1.0 and true are three things."""
    if isinstance(one, dict):
        return (
            isinstance(other, dict)
            and list(one) == list(other)
            and all(same_kinds(one[key], other[key]) for key in one)
        )
    if isinstance(one, list):
        return isinstance(other, list) and len(one) == len(other) and all(map(same_kinds, one, other))
    return type(one) is type(other) and one == other


@given(data)
def test_yaml_and_json_of_the_same_data_give_the_same_plain_data(value: Any) -> None:
    expected = composed(value)
    found = Findings()
    for ascii_only in (False, True):
        root = parse_json(Source("x", to_json_text(value, ascii_only=ascii_only)), found)
        assert root is not None
        assert same_kinds(to_plain(root), expected)
    for text in (to_yaml_text(value).lstrip("\n"), to_json_text(value, ascii_only=False)):
        for loader in LOADERS:
            root, findings = parse_with(loader, Source("x", text))
            assert root is not None, told(findings)
            assert same_kinds(to_plain(root), expected)


@given(st.text())
def test_a_text_written_by_json_is_read_back_and_each_character_has_its_place(text: str) -> None:
    findings = Findings()
    for ascii_only in (False, True):
        root = parse_json(Source("x", json.dumps(text, ensure_ascii=ascii_only)), findings)
        if find_odd_character(text) is None:
            assert isinstance(root, Scalar)
            assert root.mapped().text == text
            check_places(root)
        else:
            assert root is None
