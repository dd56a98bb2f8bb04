"""The rule language: text in Vietnamese or English becomes the tree as written, and the tree text again."""

from parrules.language.expressions_to_text import format_expression
from parrules.language.folding import fold
from parrules.language.from_text import parse, read_rule
from parrules.language.lexer import can_be_name
from parrules.language.to_text import format_line, format_rule

__all__ = ["can_be_name", "fold", "format_expression", "format_line", "format_rule", "parse", "read_rule"]
