"""The header of a year table -> which column holds the figures of which year.

The years stand side by side in one line, behind the words of the columns that lead (項目, 單位,
關鍵績效指標); or they stand in the first column, under a line of target, actual figure and rate.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from pipeline.patterns import late
from pipeline.quantities import ERA, YEAR_DIGITS, roc_year
from pipeline.records import Cell
from pipeline.rows.forms.line_labels import label_role, without_space
from pipeline.rows.row_parts import FIGURES
from pipeline.tables import column_role

_YEAR = late(
    rf"""
    (?P<era>{ERA}|西元)? (?P<year>{YEAR_DIGITS}) (?P<word>學?年度?)?
    (?: [(（] [^()（）]* [)）] )?
    """,
    regex.VERBOSE,
)
_LEADS = late(r"(?:項目|年度?別?|項次|類別|指標|區分|名稱|內容|\W)*")
"""What may stand in front of bare years: 項目, 年度, 項目／年度."""
_LEAST_BARE_YEAR = 80
"""A smaller number without 年 is no year of a report."""


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


def parse_year(text: str) -> int | None:
    """Return the ROC year that a cell names and nothing else.

    >>> parse_year("104 年度"), parse_year("2015"), parse_year("30場")
    (104, 104, None)
    """
    match = _YEAR.fullmatch(without_space(text))
    return roc_year(int(match["year"])) if match else None


def _years_across(cells: Sequence[Cell], reaching: Sequence[Cell]) -> YearColumns | None:
    """Return the columns of a line that names years side by side, None for another line."""
    matches = [(cell, _YEAR.fullmatch(without_space(cell.text))) for cell in cells]
    named = [(cell, match) for cell, match in matches if match]
    leads = [cell for cell, match in matches if not match]
    if not named:
        return None
    first = min(cell.column for cell, _ in named)
    if leads and max(cell.column for cell in leads) > first:
        return None
    leads += [cell for cell in reaching if cell.column < first]
    if named[0][0].column == 0 or any(label_role(cell.text) in FIGURES for cell in leads):
        return None
    years = [roc_year(int(match["year"])) for _, match in named]
    said = all(match["word"] or match["era"] for _, match in named)
    if not said and not _are_bare_years(years, leads):
        return None
    if len(set(years)) < len(years):
        return None
    return YearColumns(
        {cell.column: year for (cell, _), year in zip(named, years, strict=True)},
        {cell.column: cell.text for cell in leads},
    )


def _are_bare_years(years: Sequence[int], leads: Sequence[Cell]) -> bool:
    """Tell whether bare numbers are years: they follow one another, under a word that says so."""
    steps = {b - a for a, b in pairwise(years)}
    return (
        len(years) > 1
        and steps in ({1}, {-1})
        and all(_LEADS.fullmatch(without_space(c.text)) or column_role(c.text) for c in leads)
        and min(years) >= _LEAST_BARE_YEAR
    )


def _years_down(rows: Sequence[Sequence[Cell]], r: int) -> YearColumns | None:
    """Return the columns of a line that names target, actual figure and rate over lines of years."""
    cells = rows[r]
    if len(cells) < 3 or cells[0].column or not _LEADS.fullmatch(without_space(cells[0].text)):
        return None
    roles = {label_role(cell.text) for cell in cells[1:]}
    if "target" not in roles or roles.isdisjoint(("actual", "rate")):
        return None
    below = next((own for own in rows[r + 1 :] if own and own[0].column == 0), None)
    if below is not None and parse_year(below[0].text) is None:
        return None
    return YearColumns({}, {cell.column: cell.text for cell in cells[1:]})
