"""Sources and the places in them: what every later room points at when it speaks to a reader."""

from parrules.spans.mapped import MappedText
from parrules.spans.snippet import render_snippet
from parrules.spans.source import Place, Source, Span

__all__ = ["MappedText", "Place", "Source", "Span", "render_snippet"]
