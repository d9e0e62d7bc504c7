"""The cells of one line of a year table -> its role, its label, and its cells by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.records import Cell, Place
from pipeline.rows.forms.line_labels import TEXTS, entry_key
from pipeline.rows.forms.year_headers import YearColumns
from pipeline.tables import header_unit, label_role

NO_YEAR = 0
"""Stands for the year of a text that is for all years."""


@dataclass(frozen=True, slots=True)
class YearLine:
    """A line of a form's table: its role, or its word where that has none, and its cells by year.

    ``leads`` are the cells of columns that stand before the label, by role (the indicator of several
    lines); ``goes_on`` tells that a page cut the line, and this is its rest.
    """

    role: str
    label: str
    cells: Mapping[int, Cell]
    place: Place
    unit: str = ""
    leads: Mapping[str, Cell] = field(default_factory=dict)
    goes_on: bool = False
    leads_go_on: bool = False


def read_year_line(
    cells: Sequence[Cell], place: Place, columns: YearColumns | None
) -> YearLine | None:
    """Return the entry of a line, None of a blank one."""
    if columns is not None and not columns.years:
        columns = None
    label, leads, values = _split_line(cells, columns)
    text = label.text if label else ""
    role = entry_key(text)
    roles = {c: columns.role(c) for c in leads} if columns else {}
    units = [cell.text for c, cell in leads.items() if roles[c] == "unit"]
    unit = next(filter(None, units), header_unit(text))
    named = {
        roles[c] or f"column {c + 1}": cell
        for c, cell in leads.items()
        if roles[c] != "unit" and cell.text
    }
    if not (text or named or any(cell.text for cell in values)):
        return None
    years = columns.years if columns and role not in TEXTS else {}
    by_year: dict[int, Cell] = {}
    for cell in values:
        year = years.get(cell.column, NO_YEAR)
        before = by_year[year].lines if year in by_year else ()
        by_year[year] = replace(cell, lines=(*before, *cell.lines))
    return YearLine(role, text, by_year, place, unit, named)


def _split_line(
    cells: Sequence[Cell], columns: YearColumns | None
) -> tuple[Cell | None, dict[int, Cell], list[Cell]]:
    """Split a line into its label, the cells before that, and those of the years."""
    if columns is None:
        return cells[0], {}, list(cells[1:])
    before = [cell for cell in cells if cell.column < columns.first]
    values = [cell for cell in cells if cell.column >= columns.first]
    labels = [cell for cell in before if columns.role(cell.column) not in (*TEXTS, "unit")]
    # The label is the last of them, or all there is where one cell covers the columns that lead.
    label = labels[-1] if labels else None
    if label is None and before and label_role(before[0].text):
        label = before[0]
    return label, {cell.column: cell for cell in before if cell is not label}, values
