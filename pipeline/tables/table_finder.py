"""Page -> PageTables: which glyph is in which cell of which table, and which in none.

Each entry of `STRATEGIES` reads the page as one kind of table is set, and builds on the best reading
so far; the reading that leaves the fewest glyphs outside of cells is kept. A new layout is a new entry,
with a module of its own.

>>> from pipeline.reading import Glyph, GlyphColumns, Rule
>>> rules = [Rule(10, top, 90, top) for top in (10, 30)]
>>> rules += [Rule(x, 10, x, 30) for x in (10, 50, 90)]
>>> glyphs = [Glyph("A", 12, 15, 20, 25), Glyph("B", 52, 15, 60, 25), Glyph("C", 12, 40, 20, 50)]
>>> tables = find_tables(Page(1, 100, 100, GlyphColumns.from_glyphs(glyphs), tuple(rules)))
>>> [[cell.text for cell in row] for table in tables.tables for row in table.grid]
[['A', 'B']]
>>> [line.text for line in tables.loose]
['C']
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import compress
from operator import sub
from statistics import median
from typing import NamedTuple

from pipeline.reading import Glyph, GlyphColumns, Page
from pipeline.records import Cell, Line, PageTables, Table
from pipeline.tables import cell_grids, edges, level_lines, lines, shades, underlines
from pipeline.tables.page_readings import PageContent, Reading
from pipeline.tables.snapping import Edge
from pipeline.tables.unruled import label_lines
from pipeline.tables.unruled.finder import UnruledTables
from pipeline.tables.unruled.gutters import Columns

# After so many pages without one, a table that has no rules is over.
FORGET = 2
# Glyphs this high are no text of a table.
HUGE = 30.0
# A table of more columns may have one of goals before that of indicators.
_WITH_GOALS = 3


# --------------------------------------------------------------------------- strategies


def _read_ruled(page: PageContent, _: Reading) -> Reading:
    """Read the cells that ruling lines close."""
    horizontal, vertical = edges.edges_from_rules(underlines.drop_underlines(page.rules, page.text))
    grids, outside = cell_grids.fill_cells(horizontal, vertical, page.text, page.number)
    return Reading(outside, horizontal, vertical, grids)


def _read_shaded(page: PageContent, best: Reading) -> Reading | None:
    """Read the rows between shaded ones, if the glyphs there keep to the columns of the shades."""
    shaded = [grid for grid in best.grids if len(grid.ys) == 2] if best.outside else []
    if all(grid.is_header for grid in shaded):  # two, where tables stand side by side
        return None
    missing = shades.find_sides([(tuple(g.xs), g.box[1], g.box[3]) for g in shaded], best.outside)
    if not missing.vertical:
        return None
    horizontal = [*best.horizontal, *(Edge(*stroke) for stroke in missing.horizontal)]
    vertical = [*best.vertical, *(Edge(*stroke) for stroke in missing.vertical)]
    grids, outside = cell_grids.fill_cells(horizontal, vertical, page.text, page.number)
    return Reading(outside, horizontal, vertical, grids)


def _read_unruled(page: PageContent, best: Reading) -> Reading:
    """Read the tables that are ruled only across, or not at all."""
    return best.with_unruled(page)


def _read_framed_headers(page: PageContent, best: Reading) -> Reading | None:
    """Read grids that are header cells alone as the headers of tables without rules below.

    Each of them must get rows, and no table be lost.
    """
    headers = [grid for grid in best.grids if grid.is_header]
    if not headers:
        return None
    others = [grid for grid in best.grids if grid not in headers]
    outside = [*best.outside, *(glyph for grid in headers for glyph in grid.glyphs())]
    reading = replace(best, outside=outside, grids=others).with_unruled(page)
    whole = reading.unruled_tables
    least = max(len(best.unruled_tables), len(headers))
    return reading if len(whole) >= least and all(len(t.grid) > 1 for t in whole) else None


def _read_level_lines(page: PageContent, best: Reading) -> Reading | None:
    """Read grids with rules between columns alone, where all columns hold as many lines at the same heights."""
    rules = list(level_lines.find_rules(best.grids))
    if not rules:
        return None
    horizontal = [*best.horizontal, *rules]
    grids, outside = cell_grids.fill_cells(horizontal, best.vertical, page.text, page.number)
    return Reading(outside, horizontal, best.vertical, grids).with_unruled(page)


def _read_down_ruled(page: PageContent, best: Reading) -> Reading | None:
    """Read grids with rules between columns alone, whose rows stand in one tall cell of each, by their lines.

    Each line of them must have a text in all columns: else they are the lists of one row.
    """
    few = [grid for grid in best.grids if 3 <= len(grid.ys) <= cell_grids.HEADER_LINES + 1]
    tall = [grid for grid in few if _may_hold_rows(grid.table())]
    if not tall:
        return None
    others = [grid for grid in best.grids if grid not in tall]
    outside = [*best.outside, *(glyph for grid in tall for glyph in grid.glyphs())]
    reading = replace(best, outside=outside, grids=others).with_unruled(page)
    found = [
        (table, len(grid.ys) - 2)
        for grid in tall
        for table in reading.unruled_tables
        if grid.box[1] <= table.top <= grid.box[3]
    ]
    filled = [_is_filled(table.grid[header:]) for table, header in found]
    return reading if len(found) == len(tall) and all(filled) else None


def _may_hold_rows(table: Table) -> bool:
    """Tell whether most cells below the header hold as many lines, three or more."""
    counts = [len(cell.lines) for cell in table.grid[-1] if cell]
    return len(counts) > 2 and max(counts) > 2 and 2 * counts.count(max(counts)) > len(counts)


def _is_filled(rows: Sequence[Sequence[Cell | None]]) -> bool:
    """Tell whether three rows and more have a text in all columns; goals may stand for several rows."""
    body = [[bool(cell and cell.text) for cell in cells] for cells in rows]
    return len(body) > 2 and all(
        all(cells[1:]) and (cells[0] or len(cells) > _WITH_GOALS) for cells in body
    )


def _read_label_lines(page: PageContent, best: Reading) -> Reading | None:
    """Read the lines that begin with the headers of target, actual figure and rate."""
    tables, loose = label_lines.find_labelled(best.loose, page.number)
    if not tables:
        return None
    columns = best.unruled.columns if best.unruled else None
    return replace(best, unruled=UnruledTables((*best.unruled_tables, *tables), loose, columns))


class Strategy(NamedTuple):
    """A way to read a page: from its content and the best reading so far to another, if it applies."""

    name: str
    read: Callable[[PageContent, Reading], Reading | None]
    reason: str


STRATEGIES: tuple[Strategy, ...] = (
    Strategy("ruled", _read_ruled, "most tables have a rule on each side of each cell"),
    Strategy("shaded", _read_shaded, "where every other row is shaded, only the shades have sides"),
    Strategy("unruled", _read_unruled, "rules only across, or none: what is left may be a table"),
    Strategy("framed header", _read_framed_headers, "rules about the header, none about its rows"),
    Strategy("level lines", _read_level_lines, "rules between the columns, as many lines in each"),
    Strategy("down ruled", _read_down_ruled, "rules between the columns, none between the rows"),
    Strategy("label lines", _read_label_lines, "headers down the first column, no vertical rules"),
)
"""The ways to read a page, in order: each builds on the best of those before it."""


# --------------------------------------------------------------------------- pages


def find_tables(page: Page) -> PageTables:
    """Return the tables of a page, and the lines outside of them."""
    return TableFinder().read(page)


class TableFinder:
    """Reads the pages of a document in order; a table may go on without a header or rules."""

    def __init__(self) -> None:
        self._columns_before: Columns | None = None
        self._pages_without = 0

    def read(self, page: Page) -> PageTables:
        """Return the tables of the next page, and the lines outside of them."""
        text, watermark = _split_watermark(page.glyphs)
        best = _best_reading(PageContent(page.number, text, page.rules, self._columns_before))
        unruled, columns = best.unruled_tables, best.unruled.columns if best.unruled else None
        # A table may go on after pages of pictures, but not after a whole chapter.
        self._pages_without = 0 if unruled else self._pages_without + 1
        self._columns_before = columns if self._pages_without <= FORGET else None
        return PageTables(
            page.number,
            page.width,
            page.height,
            _in_order([grid.table() for grid in best.grids], unruled),
            _loose_lines(best.loose, watermark, page.number),
            len("".join(page.glyphs.text.split())),
        )


def _best_reading(page: PageContent) -> Reading:
    """Return the best of what the strategies make of a page; of equals, the later one."""
    best, score = Reading(()), -len(page.text)  # nothing read: all glyphs are loose
    for strategy in STRATEGIES:
        reading = strategy.read(page, best)
        if reading is not None and reading.score >= score:
            best, score = reading, reading.score
    return best


def _split_watermark(text: GlyphColumns) -> tuple[GlyphColumns, list[Glyph]]:
    """Part the text of a page from glyphs so large that they lie under it rather than in it."""
    tops, bottoms = text.top, text.bottom
    if all(bottoms[first] - tops[first] < HUGE for first, _ in text.stretches):
        return text, []
    heights = list(map(sub, bottoms, tops))
    least = 2.5 * median(heights)
    under = [height >= HUGE and height > least for height in heights]
    if not any(under):
        return text, []
    over = [not one for one in under]
    return GlyphColumns.from_glyphs(compress(text, over)), [*compress(text, under)]


def _loose_lines(
    glyphs: Sequence[Glyph], watermark: Sequence[Glyph], page: int
) -> tuple[Line, ...]:
    """Return the lines outside of tables, top to bottom; a watermark shares none with the text."""
    own = lines.lines_from_glyphs(glyphs, page)
    under = lines.lines_from_glyphs(sorted(watermark, key=lambda g: (g.top, g.x0)), page)
    return tuple(sorted((*own, *under), key=lambda line: line.top)) if under else own


def _in_order(ruled: Sequence[Table], unruled: Sequence[Table]) -> tuple[Table, ...]:
    """Return the tables of a page as they are read, top to bottom."""
    if not unruled:
        return tuple(ruled)
    return tuple(sorted((*ruled, *unruled), key=lambda table: (table.top, table.x0)))
