"""Grids with rules between their columns alone -> the rules that part their rows, told by level lines.

Where a table is ruled down and around only, all its rows stand in one tall cell of each column. If every
cell holds as many lines, each level with those beside it, each of these is a row. Numbered lines are the
list of one row, and are left alone.

>>> def cell(column, *texts):
...     lines = tuple(Line(text, 1, 20 * n, 20 * n + 10) for n, text in enumerate(texts))
...     return Cell(50 * column, 0, 50 * column + 50, 60, column, 1, 1, lines)
>>> rows_between((cell(0, "參訪", "研習", "演出"), cell(1, "90", "30", "24"), cell(2, "95", "31", "25")))
[(15.0, 0), (35.0, 0)]
>>> rows_between((cell(0, "參訪"), cell(1, "1.90", "2.30", "3.24"), cell(2, "1.95", "2.31", "3.25")))
[]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.patterns import late
from pipeline.records import Cell, Line
from pipeline.tables.cell_grids import HEADER_LINES, CellGrid
from pipeline.tables.columns.contents import MOST, read_content
from pipeline.tables.snapping import Edge

LEAST = 3
"""Fewer lines may be one text that is cut by the width of its column."""
_FIGURES = 2
"""So many columns hold a figure in each line; the lines of texts that wrap may be as many by chance."""
_WITH_GOALS = 4
"""A table of so many columns may have one of goals, whose cells stand for several rows."""
_LABEL = late(r"\s*(?:[(（]?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳])[)）.、．:：]?)")
_NUMBERS = ("123456789", "一二三四五六七八九", "①②③④⑤⑥⑦⑧⑨")


def find_rules(grids: Sequence[CellGrid]) -> Iterator[Edge]:
    """Yield the rules that part the rows in the tall cells of the last line of each grid."""
    for grid in grids:
        if 3 <= len(grid.ys) <= HEADER_LINES + 1:
            table = grid.table()
            for at, left in rows_between([cell for cell in table.grid[-1] if cell]):
                yield Edge(at, left, grid.xs[-1])


def rows_between(cells: Sequence[Cell]) -> list[tuple[float, float]]:
    """Return how high the rows of tall cells part, and from where to the right; none if they are one row."""
    first = 1 if len(cells) >= _WITH_GOALS and len(cells[0].lines) < len(cells[-1].lines) else 0
    own = cells[first:]
    if len(own) < LEAST or len({len(cell.lines) for cell in own}) > 1 or len(own[0].lines) < LEAST:
        return []
    levels = list(zip(*(cell.lines for cell in own), strict=True))
    if not all(map(_is_level, levels)) or any(map(_is_list, own[1:])):
        return []
    if sum(map(_holds_figures, own)) < _FIGURES:
        return []
    bounds = [
        (max(line.bottom for line in above), min(line.top for line in below))
        for above, below in pairwise(levels)
    ]
    return [((bottom + top) / 2, own[0].x0) for bottom, top in bounds]


def _is_level(lines: Sequence[Line]) -> bool:
    """Tell whether lines of several cells stand at one height, and each holds a text."""
    middles = [(line.top + line.bottom) / 2 for line in lines]
    height = min(line.bottom - line.top for line in lines)
    return max(middles) - min(middles) < height / 2 and all(line.text.strip() for line in lines)


def _holds_figures(cell: Cell) -> bool:
    """Tell whether each line of a cell is a figure and nothing else."""
    texts = ["".join(line.text.split()) for line in cell.lines[:MOST]]
    return read_content(texts).figures == len(texts)


def _is_list(cell: Cell) -> bool:
    """Tell whether the lines of a cell are numbered from one on."""
    matches = [_LABEL.match(line.text) for line in cell.lines[:9]]
    numbers = [match["number"] if match else "" for match in matches]
    return any(numbers == [*run[: len(numbers)]] for run in _NUMBERS)
