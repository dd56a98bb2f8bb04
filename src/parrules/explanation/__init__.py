"""Score sheets told in Vietnamese and English."""

from parrules.explanation.explain import Explanation, Part, explain_node

__all__ = ["Explanation", "Part", "explain_node"]
