"""Reading a text with either of PyYAML's loaders, and looking at what was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml

from parrules.diagnostics import Findings, render_findings
from parrules.spans import Source
from parrules.text import Node, from_yaml, parse_json, parse_yaml

LOADERS = {"C": getattr(yaml, "CSafeLoader", None), "Python": yaml.SafeLoader}


class Read:
    """A text that was read: its source, its tree and what was found."""

    def __init__(self, parse: Callable[[Source, Findings], Node | None], text: str, name: str) -> None:
        self.source, self.findings = Source(name, text), Findings()
        self.root: Any = parse(self.source, self.findings)
        for language in ("vi", "en"):
            render_findings(self.findings.sorted(), language)  # every message and help has its text, with no hole left

    @property
    def ids(self) -> list[str]:
        """The ids of the messages, in the order of the file."""
        return [finding.message.id for finding in self.findings.sorted()]

    @property
    def only(self) -> tuple[str, str]:
        """The id of the one finding, and the text that it stands at."""
        assert len(self.findings) == 1, self.ids
        assert self.root is None
        (finding,) = self.findings
        assert finding.span is not None
        return finding.message.id, finding.span.text


@pytest.fixture(params=LOADERS)
def read(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Read]:
    """Read YAML; the test runs once with each loader."""
    loader = LOADERS[request.param]
    if loader is None:
        pytest.skip("PyYAML was built without its C loader")
    monkeypatch.setattr(from_yaml, "_LOADER", loader)
    return lambda text: Read(parse_yaml, text, "x.yaml")


@pytest.fixture
def read_json() -> Callable[[str], Read]:
    """Read JSON."""
    return lambda text: Read(parse_json, text, "x.json")
