"""Page -> PageTables: which glyph is in which cell of which ruled table, and which in none.

`edges` snaps and joins the ruling lines and closes tables that a page end left open, and `lattice`
makes the cells. Every glyph of the page is in exactly one cell or in one loose line.

>>> rules = [Rule(10, top, 90, top) for top in (10, 30)]
>>> rules += [Rule(x, 10, x, 30) for x in (10, 50, 90)]
>>> glyphs = [Glyph("A", 12, 15, 20, 25), Glyph("B", 52, 15, 60, 25), Glyph("C", 12, 40, 20, 50)]
>>> found = find_tables(Page(1, 100, 100, GlyphColumns.of(glyphs), tuple(rules)))
>>> [[cell.text for cell in row] for table in found.tables for row in table.grid]
[['A', 'B']]
>>> [line.text for line in found.loose]
['C']
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import compress
from operator import sub
from statistics import median
from typing import NamedTuple

from pipeline.reading import Glyph, GlyphColumns, Page, Rule, Stretch
from pipeline.records import Cell, Line, PageTables, Table
from pipeline.tables import edges, header_words, lattice, lines, shades
from pipeline.tables.lattice import Box, Edge, TableLimitError
from pipeline.tables.unruled import header_bands, table_finder
from pipeline.tables.unruled.gutters import Columns

# A rule that ends this near to another one is drawn up to it; so is an underline to a letter.
FLUSH = 0.5
# The shortest line under a word, in points; what is shorter is a dot or dash of a longer line.
UNDERLINE = 5.0
# After so many pages without one, a table that has no rules is over.
FORGET = 2
# The squares between the lines of a table, whether cells cover them or not.
MAX_SQUARES = 1_000_000
# Glyphs this high are no text of a table.
HUGE = 30.0
# How far from a cell a glyph may stand and still belong to it, as a share of its height.
NEAR = 1 / 3

Spot = tuple[int, int]


def find_tables(page: Page) -> PageTables:
    """Return the tables of a page, and the lines outside of them."""
    return TableFinder().read(page)


class TableFinder:
    """Reads the pages of a document in order; a table may go on without a header or rules."""

    def __init__(self) -> None:
        self._before: Columns | None = None
        self._since = 0

    def read(self, page: Page) -> PageTables:
        """Return the tables of the next page, and the lines outside of them."""
        text, under = _without_watermark(page.glyphs)
        lying, standing = edges.edges_from_rules(_without_underlines(page.rules, text))
        grids, loose = _filled(lying, standing, text, page.number)
        striped = [grid for grid in grids if len(grid.ys) == 2] if loose else []
        if all(grid.is_header for grid in striped):  # two, where tables stand side by side
            striped = []
        missing = shades.find_sides([(tuple(g.xs), g.box[1], g.box[3]) for g in striped], loose)
        if missing.standing:
            lying = [*lying, *(Edge(*stroke) for stroke in missing.lying)]
            standing = [*standing, *(Edge(*stroke) for stroke in missing.standing)]
            grids, loose = _filled(lying, standing, text, page.number)
        found = self._unruled(page, lying, grids, loose)
        boxed = [grid for grid in grids if grid.is_header]
        if boxed:
            # Header cells with a frame or a shade, over rows without: one table, if rows are found.
            others = [grid for grid in grids if grid not in boxed]
            whole = self._unruled(page, lying, others, [*loose, *_glyphs(boxed)])
            if len(whole.tables) >= max(len(found.tables), len(boxed)) and all(
                len(table.grid) > 1 for table in whole.tables
            ):
                grids, found = others, whole
        plain = [grid for grid in grids if len(grid.cells) == 1]
        if plain:
            # A shade behind a whole row, or a frame round the page, is no table of its own.
            others = [grid for grid in grids if len(grid.cells) > 1]
            whole = self._unruled(page, lying, others, [*loose, *_glyphs(plain)])
            if _rows(whole) > _rows(found):
                grids, found = others, whole
        # A table may go on after pages of pictures, but not after a whole chapter.
        self._since = 0 if found.tables else self._since + 1
        self._before = found.columns if self._since <= FORGET else None
        ruled = tuple(grid.table() for grid in grids)
        return PageTables(
            page.number,
            page.width,
            page.height,
            _in_order(ruled, found.tables),
            _loose(found.loose, under, page.number),
            len("".join(page.glyphs.text.split())),
        )

    def _unruled(
        self, page: Page, lying: Sequence[Edge], grids: Sequence[_Grid], loose: Sequence[Glyph]
    ) -> table_finder.UnruledTables:
        """Find the tables among the glyphs that are in no grid."""
        return table_finder.find_unruled(
            loose,
            page.rules,
            page.number,
            lying=lying,
            tops=[grid.box[1] for grid in grids],
            before=self._before,
        )


def _rows(found: table_finder.UnruledTables) -> int:
    return sum(len(table.grid) for table in found.tables)


def _without_watermark(text: GlyphColumns) -> tuple[GlyphColumns, list[Glyph]]:
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
    return GlyphColumns.of(compress(text, over)), [*compress(text, under)]


def _loose(glyphs: Sequence[Glyph], marks: Sequence[Glyph], page: int) -> tuple[Line, ...]:
    """Return the lines outside of tables, top to bottom; a watermark shares none with the text."""
    own = lines.lines_from_glyphs(glyphs, page)
    under = lines.lines_from_glyphs(sorted(marks, key=lambda glyph: (glyph.top, glyph.x0)), page)
    return tuple(sorted((*own, *under), key=lambda line: line.top)) if under else own


def _glyphs(grids: Iterable[_Grid]) -> Iterator[Glyph]:
    """Yield the glyphs in the cells of some grids."""
    for grid in grids:
        for own in grid.stretches:
            yield from grid.text.columns.records(own)


def _in_order(ruled: tuple[Table, ...], others: tuple[Table, ...]) -> tuple[Table, ...]:
    """Return the tables of a page as they are read, top to bottom."""
    if not others:
        return ruled
    return tuple(sorted((*ruled, *others), key=lambda table: (table.top, table.x0)))


# --------------------------------------------------------------------------- rules -> cells


def _find_cells(lying: Sequence[Edge], standing: Sequence[Edge]) -> list[list[Box]]:
    """Return the cells of each table."""
    if not lying and not standing:
        return []
    lower, outer = edges.imply_rules(lying, standing)
    return lattice.find_cells([*lying, *lower], [*standing, *outer])


def _without_underlines(rules: Sequence[Rule], text: GlyphColumns) -> Sequence[Rule]:
    """Leave out the lines under words: they begin and end with a character right above them.

    In a cell with little padding they come near enough to its sides to cut it in two.
    """
    sides = sorted({rule.x0 for rule in rules if not rule.horizontal})
    loose = {
        rule
        for rule in rules
        if rule.horizontal and rule.x1 - rule.x0 >= UNDERLINE and not _at_a_side(rule, sides)
    }
    if not loose:
        return rules
    levels = {int(rule.top) for rule in loose}
    begins: set[Spot] = set()
    ends: set[Spot] = set()
    x0, tops, x1, bottoms = text.x0, text.top, text.x1, text.bottom
    for start, end in text.stretches:
        rows = _foot(tops[start], bottoms[start])
        if not levels.isdisjoint(rows):
            for left, right in zip(x0[start:end], x1[start:end], strict=True):
                begins.update(_spots(left, rows))
                ends.update(_spots(right, rows))
    if not begins:
        return rules
    return [
        rule
        for rule in rules
        if rule not in loose
        or begins.isdisjoint(_spots(rule.x0, (int(rule.top),)))
        or ends.isdisjoint(_spots(rule.x1, (int(rule.top),)))
    ]


def _foot(top: float, bottom: float) -> range:
    """Return the rows, a point high, in which the line under a character may be."""
    height = bottom - top
    low, high = bottom - 0.2 * height, bottom + 0.1 * height
    return range(int(low), int(min(high, low + 20)) + 1)  # whatever the font size says


def _at_a_side(rule: Rule, sides: Sequence[float]) -> bool:
    """Tell whether one end of a lying rule is at a standing rule."""
    x0, _, x1, _ = rule
    return bisect_left(sides, x0 - FLUSH) < bisect_right(sides, x0 + FLUSH) or bisect_left(
        sides, x1 - FLUSH
    ) < bisect_right(sides, x1 + FLUSH)


def _spots(x: float, rows: Iterable[int]) -> Iterator[Spot]:
    """Yield the squares, a point wide and high, that an upright stroke and its sides touch."""
    first, last = int(x - FLUSH), int(x + FLUSH)
    for row in rows:
        yield first, row
        if last != first:
            yield last, row


# --------------------------------------------------------------------------- glyphs -> cells


class _Grid:
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

    @cached_property
    def is_header(self) -> bool:
        """Tell whether the table is no more than the header of one, once all glyphs are in."""
        # Most tables that are no header are known by their long texts, without making lines.
        if (
            len(self.ys) > 4
            or max(map(self.text.columns.count, self.stretches)) > header_bands.LONGEST
        ):
            return False
        words = ["".join("".join(line.text.split()) for line in own) for own in self.lines]
        roles = [header_words.column_role(word) for word in words if word]
        return header_words.is_header(roles) and 2 * sum(role is not None for role in roles) > len(
            roles
        )

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

    def at(self, x: float, y: float) -> int | None:
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


def _filled(
    lying: Sequence[Edge], standing: Sequence[Edge], text: GlyphColumns, page: int
) -> tuple[list[_Grid], list[Glyph]]:
    """Return the tables between the rules with the glyphs in them, and the glyphs in none."""
    found = _find_cells(lying, standing)
    if not found:
        return [], list(text)
    columns = lines.TextColumns(text)
    grids = [_Grid(cells, columns, page) for cells in found]
    return grids, text.records(_fill(grids, columns))


def _fill(grids: Sequence[_Grid], text: lines.TextColumns) -> list[Stretch]:
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
            spot = index.at(x, y) or index.near(x, y, NEAR * (y1 - y0))
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

    grid: _Grid
    cell: int
    reach: Box


class _Index:
    """Finds the cell at a point among the tables of a page, the innermost table first."""

    def __init__(self, grids: Sequence[_Grid]) -> None:
        # A strip is some two lines high, and no page has more than a thousand.
        self._strip = max(24.0, max((grid.box[3] for grid in grids), default=0.0) / 1000)
        self._top = min((grid.box[1] for grid in grids), default=0.0)
        self._bottom = max((grid.box[3] for grid in grids), default=0.0)
        self._strips: defaultdict[int, list[_Grid]] = defaultdict(list)
        self._alone = _alone(grids)
        for grid in sorted(grids, key=lambda grid: _area(grid.box)):
            _, top, _, bottom = grid.box
            for strip in range(int(top // self._strip), int(bottom // self._strip) + 1):
                self._strips[strip].append(grid)

    def at(self, x: float, y: float) -> _Spot | None:
        """Return the cell at a point, if there is one."""
        for grid in self._strips.get(int(y // self._strip), ()):
            number = grid.at(x, y)
            if number is not None:
                # Beside or inside another table, only this point is known to be in this cell.
                reach = grid.cells[number] if id(grid) in self._alone else (x, y, x, y)
                return _Spot(grid, number, reach)
        return None

    def near(self, x: float, y: float, reach: float) -> _Spot | None:
        """Return a cell within reach above, below or beside a point."""
        if y + reach < self._top or y - reach > self._bottom:
            return None
        steps = ((0.0, reach), (0.0, -reach), (reach, 0.0), (-reach, 0.0))
        spots = (self.at(x + dx, y + dy) for dx, dy in steps)
        return next((spot for spot in spots if spot is not None), None)


def _alone(grids: Iterable[_Grid]) -> set[int]:
    """Return the ids of the tables that have no other table beside or inside them."""
    alone: set[int] = set()
    last: _Grid | None = None
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
