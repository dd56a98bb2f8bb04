"""Every text that parrules says, in Vietnamese and English, by its id; gathered from the files beside this one."""

from __future__ import annotations

from parrules.messages.texts_explanation import EXPLANATION
from parrules.messages.texts_findings import FINDINGS
from parrules.messages.texts_interface import INTERFACE
from parrules.messages.texts_language import LANGUAGE
from parrules.messages.texts_report import REPORT

TEXTS: dict[str, tuple[str, str]] = {**LANGUAGE, **FINDINGS, **EXPLANATION, **REPORT, **INTERFACE}
"""Id → Vietnamese, English. A text has holes like ``{name}`` that arguments fill."""
