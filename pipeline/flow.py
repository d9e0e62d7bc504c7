"""Rows -> Report: the stages in their order; no file is touched here.

rows -> statements -> indicators -> claims -> checks
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline import checks, claims, indicators, statements
from pipeline.model import Check, Claim, Indicator, Row


def judge(
    rows: Sequence[Row], roc_year: int | None
) -> tuple[tuple[Indicator, ...], tuple[Check, ...]]:
    """Return the items of the rows of one report, and its stated rates judged."""
    items: list[Indicator] = []
    asserted: list[Claim] = []
    for row in rows:
        found = statements.from_row(row, roc_year)
        own = indicators.from_statements(found)
        items.extend(own)
        asserted.extend(claims.from_statements(found, own, roc_year))
    return tuple(items), checks.from_claims(asserted)
