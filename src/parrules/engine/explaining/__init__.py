"""The reference engine: it walks the tree, records every step, and is the meaning of the language."""

from parrules.engine.explaining.evaluate import Evaluation, Results, evaluate

__all__ = ["Evaluation", "Results", "evaluate"]
