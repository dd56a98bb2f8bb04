"""The rule language: text in Vietnamese or English becomes the tree as written, and the tree text again."""

from parrules.language.folding import fold
from parrules.language.parse import parse
from parrules.language.to_text import format_expression, format_line, format_rule

__all__ = ["fold", "format_expression", "format_line", "format_rule", "parse"]
