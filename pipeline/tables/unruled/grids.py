"""Draft -> Table: header cells, the cells of each row, and the lines that run across all columns.

>>> from pipeline.tables.unruled import drafts, header_bands, ink
>>> from pipeline.reading.pages import Glyph
>>> def piece(text, x0, top):
...     glyphs = [Glyph(c, x0 + 10 * n, top, x0 + 10 * n + 10, top + 10) for n, c in enumerate(text)]
...     return ink.cut_pieces(glyphs)[0]
>>> header = [piece("衡量指標", 0, 0), piece("目標值", 60, 0), piece("實際值", 120, 0)]
>>> row = [piece("參訪人次", 0, 20), piece("90", 60, 20), piece("95", 120, 20)]
>>> sheet = Sheet([tuple(header), tuple(row)], (), (), ())
>>> draft = drafts.draft_below(sheet, header_bands.read_band(sheet, 0, 1), 2, None)
>>> [[cell.text for cell in row] for row in grid_from_draft(draft, sheet, 1).grid]
[['衡量指標', '目標值', '實際值'], ['參訪人次', '90', '95']]
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline.records import Cell, Table
from pipeline.tables import lines
from pipeline.tables.unruled import merged_cells
from pipeline.tables.unruled.drafts import Draft
from pipeline.tables.unruled.ink import Piece, Sheet
from pipeline.tables.unruled.row_boundaries import Cut, RowBoundaries


def grid_from_draft(draft: Draft, sheet: Sheet, page: int) -> Table:
    """Return the finished table."""
    return _Grid(draft, sheet, page).table()


class _Grid:
    """Puts the items of a draft into cells."""

    def __init__(self, draft: Draft, sheet: Sheet, page: int) -> None:
        self.draft = draft
        self.page = page
        self.boundaries = RowBoundaries(draft, sheet)
        self.edges = draft.columns.edges
        self.count = len(draft.columns.roles)

    def table(self) -> Table:
        """Return the table: header cells, then those of each row."""
        boundaries = self.boundaries
        cuts = boundaries.cuts()
        heights = [at for at, _ in cuts]
        bounds = [boundaries.top, *heights, boundaries.bottom]
        cells: defaultdict[tuple[int, int], list[Piece]] = defaultdict(list)
        runs = {column: self._runs(column, cuts, cells) for column in range(self.count)}
        grid = [
            tuple(
                self._cell(column, row, runs[column].get(row, 0), bounds, cells[column, row])
                if row in runs[column]
                else None
                for column in range(self.count)
            )
            for row in range(len(bounds) - 1)
        ]
        grid = self._with_across(grid if boundaries.items else [], bounds)
        head = self._header()
        top = head[0][1] if head else boundaries.top
        edges = self.edges
        return Table(
            self.page,
            edges[0],
            top,
            edges[-1],
            boundaries.bottom,
            (*(row for row, _ in head), *grid),
        )

    def _runs(
        self,
        column: int,
        cuts: Sequence[Cut],
        cells: dict[tuple[int, int], list[Piece]],
    ) -> dict[int, int]:
        """Put the items of a column into its cells; return how many rows each of them covers."""
        heights = [at for at, _ in cuts]
        rows = len(heights) + 1
        if column in self.boundaries.merged_columns and not all(
            column in parted for _, parted in cuts
        ):
            homes = merged_cells.find_first_rows(self.boundaries, column, cuts)
            starts = sorted({0, *homes.values()})
        else:
            starts = [0] + [n + 1 for n, (_, parted) in enumerate(cuts) if column in parted]
            homes = {}
        for item in self.boundaries.items:
            if item.column == column:
                row = homes.get(item, bisect_right(heights, item.middle))
                start = starts[bisect_right(starts, row) - 1]
                cells[column, start].extend(item.pieces)
        return {a: b - a for a, b in pairwise([*starts, rows])}

    def _cell(
        self,
        column: int,
        row: int,
        deep: int,
        bounds: Sequence[float],
        pieces: Sequence[Piece],
    ) -> Cell:
        edges = self.edges
        glyphs = [glyph for piece in pieces for glyph in piece.glyphs]
        return Cell(
            edges[column],
            bounds[row],
            edges[column + 1],
            bounds[row + deep],
            column,
            1,
            deep,
            lines.lines_from_glyphs(glyphs, self.page),
        )

    def _with_across(
        self, grid: list[tuple[Cell | None, ...]], bounds: Sequence[float]
    ) -> list[tuple[Cell | None, ...]]:
        """Put in the lines that run across all columns."""
        edges = self.edges
        for strip in sorted(self.draft.across, key=lambda s: -s[0].top):
            top, bottom = strip[0].top, max(piece.bottom for piece in strip)
            at = sum((a + b) / 2 < strip[0].middle for a, b in pairwise(bounds))
            glyphs = [glyph for piece in strip for glyph in piece.glyphs]
            wide = Cell(
                edges[0],
                top,
                edges[-1],
                bottom,
                0,
                self.count,
                1,
                lines.lines_from_glyphs(glyphs, self.page),
            )
            grid = [*grid[:at], (wide, *[None] * (self.count - 1)), *grid[at:]]
        return grid

    def _header(self) -> list[tuple[tuple[Cell | None, ...], float]]:
        """Return the lines of header cells, each with its top."""
        band = self.draft.band
        if band is None:
            return []
        top = min(piece.top for piece in self.draft.header_pieces()) - 0.2 * self.boundaries.em
        under = {n for g in band.groups for n in range(g.first, g.last + 1)}
        cut = max((group.piece.bottom for group in band.groups), default=top)
        first: list[Cell | None] = [None] * self.count
        second: list[Cell | None] = [None] * self.count
        edges = self.edges
        for n, word in enumerate(band.words):
            glyphs = [g for piece in word.pieces for g in piece.glyphs]
            start, deep = (cut, 1) if n in under else (top, 2 if under else 1)
            cell = Cell(
                edges[n],
                start,
                edges[n + 1],
                self.boundaries.top,
                n,
                1,
                deep,
                lines.lines_from_glyphs(glyphs, self.page),
            )
            (second if n in under else first)[n] = cell
        for group in band.groups:
            first[group.first] = Cell(
                edges[group.first],
                top,
                edges[group.last + 1],
                cut,
                group.first,
                group.last - group.first + 1,
                1,
                lines.lines_from_glyphs(group.piece.glyphs, self.page),
            )
        rows = [(tuple(first), top)]
        return [*rows, (tuple(second), cut)] if under else rows
