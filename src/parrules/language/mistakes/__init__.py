"""Why a line does not parse, in the reader's words; no answer names a terminal of the grammar."""

from parrules.language.mistakes.diagnose import diagnose
from parrules.language.mistakes.stop import Stop

__all__ = ["Stop", "diagnose"]
