"""The command page, from ``--help``."""

from __future__ import annotations

GENERATORS = {}
