"""The header of a year table -> which column holds the figures of which year.

The years stand side by side in one line, behind the words of the columns that lead (項目, 單位,
關鍵績效指標); or they stand in the first column, under a line of target, actual figure and rate.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.records import Cell
from pipeline.rows.row_parts import FIGURES
from pipeline.tables import column_role, label_role, leads_years, match_years, read_header_year


class YearColumns(NamedTuple):
    """What the columns of a table are, told by its header."""

    years: Mapping[int, int]
    """ROC years by column; empty where they stand in the first one."""
    words: Mapping[int, str]
    """Header words of the other columns."""

    @property
    def first(self) -> int:
        """Return the first column with a year."""
        return min(self.years)

    def role(self, column: int) -> str | None:
        """Return the role of a column by its header word."""
        return column_role(self.words.get(column, ""))


def find_year_headers(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, YearColumns]]:
    """Yield the lines of a table that name its columns, each with what it tells."""
    for r, cells in enumerate(rows):
        reaching = [cell for n, above in enumerate(rows[:r]) for cell in above if n + cell.rows > r]
        columns = _years_across(cells, reaching) or _years_down(rows, r)
        if columns:
            yield r, columns


def upper_header_rows(
    rows: Sequence[Sequence[Cell]], headers: Mapping[int, YearColumns]
) -> set[int]:
    """Return the lines that are the upper part of a header of two lines: 項目 beside 年度."""
    return {
        r
        for r, cells in enumerate(rows)
        for header in headers
        if r < header and any(r + cell.rows > header for cell in cells)
    }


def _years_across(cells: Sequence[Cell], reaching: Sequence[Cell]) -> YearColumns | None:
    """Return the columns of a line that names years side by side, None for another line."""
    leads = [cell for cell in cells if read_header_year(cell.text) is None]
    named = [cell for cell in cells if cell not in leads]
    if not named or named[0].column == 0:
        return None
    first = min(cell.column for cell in named)
    if leads and max(cell.column for cell in leads) > first:
        return None
    leads += [cell for cell in reaching if cell.column < first]
    if any(label_role(cell.text) in FIGURES for cell in leads):
        return None
    years = match_years([cell.text for cell in named], [cell.text for cell in leads])
    if years is None:
        return None
    return YearColumns(
        {cell.column: year for cell, year in zip(named, years, strict=True)},
        {cell.column: cell.text for cell in leads},
    )


def _years_down(rows: Sequence[Sequence[Cell]], r: int) -> YearColumns | None:
    """Return the columns of a line that names target, actual figure and rate over lines of years."""
    cells = rows[r]
    if len(cells) < 3 or cells[0].column or not leads_years(cells[0].text):
        return None
    roles = {label_role(cell.text) for cell in cells[1:]}
    if "target" not in roles or roles.isdisjoint(("actual", "rate")):
        return None
    below = next((own for own in rows[r + 1 :] if own and own[0].column == 0), None)
    if below is not None and read_header_year(below[0].text) is None:
        return None
    return YearColumns({}, {cell.column: cell.text for cell in cells[1:]})
