"""The verdicts on a stated rate, and the levels of what a rule has to say."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """How a stated rate compares with the printed figures."""

    CONSISTENT = "consistent"
    TRUNCATED = "truncated"
    CAPPED = "capped"
    INCONSISTENT = "inconsistent"
    UNVERIFIABLE = "unverifiable"
    UNSTATED = "unstated"


class Level(StrEnum):
    """How much a finding matters; in rising order."""

    NONE = "none"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Return 0 for none up to 3 for error."""
        return _RANKS[self]


_RANKS = {level: rank for rank, level in enumerate(Level)}
