"""Cells of one grid row -> a row part: what one page holds of a logical row.

A part knows for each of its cells the lines, the room that they had, and whether they fill it, which is
what tells whether the row goes on over the page.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.quantities import ListLabel, parse_label
from pipeline.records import Cell, Line, Measure, Place
from pipeline.rows.column_extents import ColumnExtent, column_extent
from pipeline.rows.line_parts import strip_lines
from pipeline.rows.spaces import clean_text

FIGURES = ("target", "actual", "rate")
"""The columns that hold figures."""


class CellPart(NamedTuple):
    """The lines of one column in one part of a row, the room they had, and whether they fill it."""

    lines: tuple[Line, ...]
    columns: tuple[ColumnExtent, ...]
    filled: bool
    text: str
    """The text of the first line that has any, without the spaces of justified setting."""

    @property
    def joined_text(self) -> str:
        """Return the text of all lines without white space."""
        return "".join([word for line in self.lines for word in line.text.split()])

    @property
    def may_go_on(self) -> bool:
        """Tell whether the cell may go on: it is filled, or its text did not fit at all."""
        return self.filled or not self.text


@dataclass(slots=True)  # not frozen, as `records.Line` is not
class RowPart:
    """What one page holds of a row: its cells by role or, without one, by header word; and its box."""

    cells: Mapping[str, CellPart]
    others: Mapping[str, CellPart]
    place: Place
    opens_page: bool = False
    closes_page: bool = False
    units: Mapping[str, str] = field(default_factory=dict)
    """The unit of each role, and of columns without one by their word."""
    measures: tuple[Measure, ...] = ()

    @property
    def filled_cells(self) -> dict[str, CellPart]:
        """Return the cells that hold text, by role."""
        return {role: cell for role, cell in self.cells.items() if cell.text}

    @property
    def goal_label(self) -> ListLabel | None:
        """Return the number in front of the goal; one glued to a figure is none (1.5公里)."""
        goal = self.cells.get("goal")
        label = parse_label(goal.text) if goal else None
        return None if label is None or label.glued else label

    @property
    def opens_analysis(self) -> bool:
        """Tell whether the analysis begins with its first part (一、衡量標準)."""
        analysis = self.cells.get("analysis")
        label = parse_label(analysis.text) if analysis else None
        return label is not None and label.style == "一、" and label.number == 1

    def holds(self, role: str) -> bool:
        """Tell whether the cell of a role is there and holds text."""
        return role in self.cells and bool(self.cells[role].text)

    def follows_over_page(self, before: RowPart) -> bool:
        """Tell whether this part opens the page after the one that another closes."""
        return before.closes_page and self.opens_page and self.place.page == before.place.page + 1

    def without(self, roles: Collection[str]) -> RowPart:
        """Return the part without the cells of some roles."""
        return replace(self, cells={r: cell for r, cell in self.cells.items() if r not in roles})


def cell_part_from_lines(
    lines: tuple[Line, ...], extent: ColumnExtent, *, filled: bool
) -> CellPart:
    """Return lines that all had the same room as a cell part."""
    first = next((line.text for line in lines if line.text.strip()), "")
    return CellPart(lines, (extent,) * len(lines), filled, clean_text(first))


def cell_part_from_cell(cell: Cell) -> CellPart:
    """Return the lines of a ruled cell with their room."""
    lines = tuple(strip_lines(cell.lines))
    extent = column_extent(lines, cell.x0, cell.x1)
    return cell_part_from_lines(lines, extent, filled=_reaches_foot(cell, lines))


def _reaches_foot(cell: Cell, lines: Sequence[Line]) -> bool:
    """Tell whether a cell's text reaches its foot, so that it may go on on the next page.

    Two lines may be missing: word processors keep the first or last two lines of a paragraph
    together. Text set in the middle or at the foot of its cell tells nothing.
    """
    if not lines:
        return False
    steps = [b.top - a.top for a, b in pairwise(lines) if b.top > a.top]
    above, below = lines[0].top - cell.top, cell.bottom - lines[-1].bottom
    if steps and below < 2.5 * min(steps):
        return True  # whatever step is the usual one
    pitch = median(steps) if steps else 1.5 * (lines[-1].bottom - lines[-1].top)
    return below < 2.5 * pitch or above > pitch
