"""The reference engine: it walks the tree, records every step, and is the meaning of the language."""

from parrules.engine.explaining.evaluate import evaluate, evaluate_node

__all__ = ["evaluate", "evaluate_node"]
