"""Rows -> Report: the stages in their order; no file is touched here.

rows -> statements -> indicators -> claims -> checks
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.checks.check_lines import check_claims
from pipeline.checks.records import Check
from pipeline.claims import (
    Claim,
    Indicator,
    claims_from_statements,
    items_from_statements,
    statements_from_row,
)
from pipeline.records import Row

_FIGURES = ("target", "actual", "rate")


def judge_rows(
    rows: Iterable[Row], roc_year: int | None
) -> tuple[Sequence[Indicator], Sequence[Check]]:
    """Return the items of the rows of one report, and its stated rates judged."""
    items: list[Indicator] = []
    return items, check_claims(_claims(rows, roc_year, items))


def _claims(rows: Iterable[Row], roc_year: int | None, items: list[Indicator]) -> Iterator[Claim]:
    """Yield what the rows claim, and add what they measure to the items."""
    for row in rows:
        before = 0
        for period, part in _by_period(row, roc_year):
            statements = statements_from_row(part, period or roc_year)
            part_items = items_from_statements(statements)
            part_claims = claims_from_statements(statements, part_items, period or roc_year)
            if period is not None:
                part_items = tuple(
                    replace(i, item=before + i.item, period=period) for i in part_items
                )
                part_claims = tuple(
                    replace(c, item=before + c.item, period=period) for c in part_claims
                )
            items.extend(part_items)
            yield from part_claims
            before += len(part_items)


def _by_period(row: Row, roc_year: int | None) -> Iterator[tuple[int | None, Row]]:
    """Yield a row as it is or, where it has a column for each year, year by year.

    The running text speaks of the report's own year: of the latest one, where that has no column.
    """
    if not row.periods:
        yield None, row
        return
    spoken_of = roc_year if roc_year in row.periods else max(row.periods)
    for index, period in enumerate(row.periods):
        cells = dict(row.cells)
        for role in _FIGURES:
            cells[role] = row.cell(role)[index : index + 1]
        if period != spoken_of:
            cells["analysis"] = ()
        yield period, replace(row, cells=cells, periods=())
