"""Ruling lines and glyphs -> CellGrid: the cells of each ruled table with their text, and the rest.

Every glyph of the page is in exactly one cell or in none.

>>> horizontal = [Edge(top, 10, 90) for top in (10.0, 30.0)]
>>> vertical = [Edge(x, 10, 30) for x in (10.0, 50.0, 90.0)]
>>> glyphs = [Glyph("A", 12, 15, 20, 25), Glyph("B", 52, 15, 60, 25), Glyph("C", 12, 40, 20, 50)]
>>> grids, loose = fill_cells(horizontal, vertical, GlyphColumns.from_glyphs(glyphs), page=1)
>>> [[cell.text for cell in row] for grid in grids for row in grid.table().grid]
[['A', 'B']]
>>> [glyph.text for glyph in loose]
['C']
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from pipeline.reading import Glyph, GlyphColumns, Stretch
from pipeline.records import Cell, Line, Table
from pipeline.tables import edges, header_words, lattice, lines
from pipeline.tables.lattice import Box, TableLimitError
from pipeline.tables.snapping import Edge

# The squares between the lines of a table, whether cells cover them or not.
MAX_SQUARES = 1_000_000
# How far from a cell a glyph may stand and still belong to it, as a share of its height.
NEAR = 1 / 3
# The most lines across the header of a table that has no rules below: two lines of cells and a title.
HEADER_LINES = 4


def fill_cells(
    horizontal: Sequence[Edge], vertical: Sequence[Edge], text: GlyphColumns, page: int
) -> tuple[list[CellGrid], list[Glyph]]:
    """Return the tables between the ruling lines with the glyphs in them, and the glyphs in none."""
    tables = _find_cells(horizontal, vertical)
    if not tables:
        return [], list(text)
    columns = lines.TextColumns(text)
    grids = [CellGrid(cells, columns, page) for cells in tables]
    return grids, text.records(_fill(grids, columns))


def _find_cells(horizontal: Sequence[Edge], vertical: Sequence[Edge]) -> list[list[Box]]:
    """Return the cells of each table."""
    if not horizontal and not vertical:
        return []
    lower, outer = edges.imply_rules(horizontal, vertical)
    return lattice.find_cells([*horizontal, *lower], [*vertical, *outer])


class CellGrid:
    """The cells of one table, with the stretches of glyphs that they gather."""

    def __init__(self, cells: Sequence[Box], text: lines.TextColumns, page: int) -> None:
        self.text = text
        self.page = page
        self.cells = sorted(cells, key=lambda cell: (cell[1], cell[0]))
        self.stretches: list[list[Stretch]] = [[] for _ in cells]
        self.xs = sorted({x for cell in cells for x in (cell[0], cell[2])})
        self.ys = sorted({y for cell in cells for y in (cell[1], cell[3])})
        if len(self.xs) * len(self.ys) > MAX_SQUARES:
            raise TableLimitError(f"ruling lines make a table of {len(self.xs)} by {len(self.ys)}")
        self._owner = self._owners()

    @property
    def box(self) -> Box:
        """Return the outer box of the table."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    @cached_property
    def lines(self) -> list[tuple[Line, ...]]:
        """Return the lines of each cell, once all glyphs are in."""
        return [self.text.lines(own, self.page) for own in self.stretches]

    @property
    def _longest(self) -> int:
        """Return how many glyphs the fullest cell has."""
        return max(map(self.text.columns.count, self.stretches))

    @cached_property
    def is_header(self) -> bool:
        """Tell whether the table is no more than the header of one, once all glyphs are in."""
        # Most tables that are no header are known by their long texts, without making lines.
        if len(self.ys) > HEADER_LINES or self._longest > header_words.LONGEST_CELL:
            return False
        words = ["".join("".join(line.text.split()) for line in own) for own in self.lines]
        roles = [header_words.column_role(word) for word in words if word]
        known = sum(role is not None for role in roles)
        # More than half of them: a header of fewer has its rows in other cells of the frame.
        return header_words.is_header(roles) and 2 * known > len(roles)

    def glyphs(self) -> Iterator[Glyph]:
        """Yield the glyphs of all cells."""
        for own in self.stretches:
            yield from self.text.columns.records(own)

    def _owners(self) -> list[list[int | None]]:
        """Return, for each square between neighbouring rules, the cell that covers it."""
        columns = {x: index for index, x in enumerate(self.xs)}
        rows = {y: index for index, y in enumerate(self.ys)}
        owners: list[list[int | None]] = [[None] * len(self.xs) for _ in self.ys]
        for number, (x0, top, x1, bottom) in enumerate(self.cells):
            for row in range(rows[top], rows[bottom]):
                for column in range(columns[x0], columns[x1]):
                    owners[row][column] = number
        return owners

    def cell_at(self, x: float, y: float) -> int | None:
        """Return the number of the cell at a point."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        return self._owner[row][column] if row >= 0 and column >= 0 else None

    def table(self) -> Table:
        """Return the finished table."""
        lefts = sorted({cell[0] for cell in self.cells})
        tops = sorted({cell[1] for cell in self.cells})
        grid: list[list[Cell | None]] = [[None] * len(lefts) for _ in tops]
        for (x0, top, x1, bottom), own in zip(self.cells, self.lines, strict=True):
            column, row = bisect_left(lefts, x0), bisect_left(tops, top)
            grid[row][column] = Cell(
                x0,
                top,
                x1,
                bottom,
                column,
                bisect_left(lefts, x1) - column,
                bisect_left(tops, bottom) - row,
                own,
            )
        return Table(self.page, *self.box, tuple(tuple(row) for row in grid))


def _fill(grids: Sequence[CellGrid], text: lines.TextColumns) -> list[Stretch]:
    """Put each glyph into its cell; return the stretches of those that are in none."""
    columns, turns = text.columns, text.turns
    x0, tops, x1, bottoms = columns.x0, columns.top, columns.x1, columns.bottom
    loose: list[Stretch] = []
    index = _Index(grids)
    left = right = top = bottom = 0.0
    home = loose
    for stretch in columns.stretches:
        start, end = stretch
        y0, y1 = tops[start], bottoms[start]
        y = (y0 + y1) / 2
        in_order = turns[bisect_right(turns, start)] >= end  # else no two of them are the ends
        low = (x0[start] + x1[start]) / 2 if in_order else -math.inf
        high = (x0[end - 1] + x1[end - 1]) / 2 if in_order else math.inf
        # Most stretches are in the cell of the one before.
        if left <= low and high < right and top <= y < bottom:
            home.append(stretch)
            continue
        begin = start
        for at in range(start, end):
            x = (x0[at] + x1[at]) / 2
            if top <= y < bottom:
                if left <= low and high < right:
                    break
                if left <= x < right:
                    continue
            spot = index.cell_at(x, y) or index.cell_near(x, y, NEAR * (y1 - y0))
            if spot is None:
                before, home = home, loose
                left = right
            else:
                before, home = home, spot.grid.stretches[spot.cell]
                left, top, right, bottom = spot.reach
            if home is not before and at > begin:
                before.append((begin, at))
                begin = at
        home.append((begin, end))
    return loose


class _Spot(NamedTuple):
    """A cell of a grid; every point in ``reach`` is in this cell too."""

    grid: CellGrid
    cell: int
    reach: Box


class _Index:
    """Finds the cell at a point among the tables of a page, the innermost table first."""

    def __init__(self, grids: Sequence[CellGrid]) -> None:
        # A strip is some two lines high, and no page has more than a thousand.
        self._strip = max(24.0, max((grid.box[3] for grid in grids), default=0.0) / 1000)
        self._top = min((grid.box[1] for grid in grids), default=0.0)
        self._bottom = max((grid.box[3] for grid in grids), default=0.0)
        self._strips: defaultdict[int, list[CellGrid]] = defaultdict(list)
        self._alone = _alone(grids)
        for grid in sorted(grids, key=lambda grid: _area(grid.box)):
            _, top, _, bottom = grid.box
            for strip in range(int(top // self._strip), int(bottom // self._strip) + 1):
                self._strips[strip].append(grid)

    def cell_at(self, x: float, y: float) -> _Spot | None:
        """Return the cell at a point, if there is one."""
        for grid in self._strips.get(int(y // self._strip), ()):
            number = grid.cell_at(x, y)
            if number is not None:
                # Beside or inside another table, only this point is known to be in this cell.
                reach = grid.cells[number] if id(grid) in self._alone else (x, y, x, y)
                return _Spot(grid, number, reach)
        return None

    def cell_near(self, x: float, y: float, reach: float) -> _Spot | None:
        """Return a cell within reach above, below or beside a point."""
        if y + reach < self._top or y - reach > self._bottom:
            return None
        steps = ((0.0, reach), (0.0, -reach), (reach, 0.0), (-reach, 0.0))
        spots = (self.cell_at(x + dx, y + dy) for dx, dy in steps)
        return next((spot for spot in spots if spot is not None), None)


def _alone(grids: Iterable[CellGrid]) -> set[int]:
    """Return the ids of the tables that have no other table beside or inside them."""
    alone: set[int] = set()
    last: CellGrid | None = None
    reached = 0.0
    for grid in sorted(grids, key=lambda grid: grid.box[1]):
        _, top, _, bottom = grid.box
        if last is not None and top < reached:
            alone.discard(id(last))
        else:
            alone.add(id(grid))
        if last is None or bottom > reached:
            last, reached = grid, bottom
    return alone


def _area(box: Box) -> float:
    x0, top, x1, bottom = box
    return (x1 - x0) * (bottom - top)
