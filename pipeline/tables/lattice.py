"""Edges -> cells of each table: which rectangles the ruling lines of a page close.

The outcome is that of pdfplumber's ``TableFinder`` with its default settings, down to the last bit
of every place; a test compares the two on the reports at hand and on thousands of made-up rule
sets. This finder is here for its cost: it looks at each edge, each crossing and each cell a fixed
number of times, where that one compares each with each other, and it needs no import that takes
longer than reading a page.

>>> horizontal = [Edge(top, 10, 90) for top in (10.0, 30.0)]
>>> vertical = [Edge(x, 10, 30) for x in (10.0, 50.0, 90.0)]
>>> find_cells(horizontal, vertical)
[[(10.0, 10.0, 50.0, 30.0), (50.0, 10.0, 90.0, 30.0)]]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, count

from pipeline.tables.snapping import JOIN, SNAP, TOUCH, Edge, snap_edges

_SPECK = 1.0  # shorter edges, in points, are dropped before anything is joined
# A hair more than any rounding of a sum takes away.
_HAIR = 0.001
# More than any table has; a page of hatching ends here, and so does a lattice without cells.
MAX_CROSSINGS = 100_000
MAX_STEPS = 2_000_000

Box = tuple[float, float, float, float]  # x0, top, x1, bottom
Point = tuple[float, float]  # x, top


class TableLimitError(ValueError):
    """A page with more ruling lines than a table can have."""


def find_cells(horizontal: Sequence[Edge], vertical: Sequence[Edge]) -> list[list[Box]]:
    """Return the cells of each table of two and more, table by table down the page.

    Raises `TableLimitError` for more crossings than a table can have.
    """
    columns, rows = _crossings(
        snap_edges(_without_specks(horizontal), SNAP, JOIN, horizontal=True),
        snap_edges(_without_specks(vertical), SNAP, JOIN, horizontal=False),
    )
    return _tables(_cells(columns, rows))


def _without_specks(edges: Iterable[Edge]) -> list[Edge]:
    return [edge for edge in edges if edge.length >= _SPECK]


def find_meetings(
    horizontal: Sequence[Edge], vertical: Sequence[Edge], meet: Callable[[Edge, Edge], bool]
) -> Iterator[tuple[int, int]]:
    """Yield the indexes of each vertical and horizontal edge that meet, down the page.

    ``meet`` is asked about a horizontal and a vertical edge whose reaches, widened by TOUCH, cross.
    Raises `TableLimitError` for more meetings than a table can have.
    """
    reach = TOUCH + _HAIR
    opening = sorted(range(len(vertical)), key=lambda index: vertical[index].low)
    closing = sorted(opening, key=lambda index: vertical[index].high)
    opened = closed = met = 0
    active: list[tuple[float, int]] = []  # x and index of the edges that stand at this height
    for index in sorted(range(len(horizontal)), key=horizontal.__getitem__):
        across = horizontal[index]
        top = across.at
        while opened < len(opening) and vertical[opening[opened]].low <= top + reach:
            insort(active, (vertical[opening[opened]].at, opening[opened]))
            opened += 1
        while closed < len(closing) and vertical[closing[closed]].high < top - reach:
            gone = closing[closed]
            del active[bisect_left(active, (vertical[gone].at, gone))]
            closed += 1
        first = bisect_left(active, (across.low - reach, -1))
        last = bisect_right(active, (across.high + reach, len(vertical)))
        for _, other in active[first:last]:
            if meet(across, vertical[other]):
                met += 1
                yield other, index
        if met > MAX_CROSSINGS:
            raise TableLimitError(f"ruling lines cross more than {MAX_CROSSINGS} times")


def _crosses(horizontal: Edge, vertical: Edge) -> bool:
    """Tell whether two edges touch, in the sums that the peer makes of it."""
    top, left, right = horizontal
    x, low, high = vertical
    return low <= top + TOUCH and high >= top - TOUCH and left - TOUCH <= x <= right + TOUCH


# --------------------------------------------------------------------------- crossings


class _Line:
    """The crossings on one line, in order, and how far each is joined to those after it.

    ``ends[i]`` is the index of the last crossing on an edge that the one at ``places[i]`` is on.
    """

    __slots__ = ("ends", "index", "places")

    def __init__(self, edges_of: dict[float, list[int]]) -> None:
        self.places = sorted(edges_of)
        self.index = dict(zip(self.places, count()))
        if len({*chain.from_iterable(edges_of.values())}) == 1:  # as most lines are
            self.ends = [len(self.places) - 1] * len(self.places)
            return
        last = {edge: index for index, p in enumerate(self.places) for edge in edges_of[p]}
        self.ends = [max([last[edge] for edge in edges_of[place]]) for place in self.places]

    def joins(self, place: float, other: float) -> bool:
        """Tell whether an edge runs from one crossing to another, further one."""
        return self.ends[self.index[place]] >= self.index[other]


_Lines = dict[float, _Line]
_Crossed = defaultdict[float, list[int]]
"""The edges through each crossing on a line, by their index."""


def _crossings(horizontal: Sequence[Edge], vertical: Sequence[Edge]) -> tuple[_Lines, _Lines]:
    """Return the crossings on each vertical line, by its x, and on each horizontal one, by its height."""
    columns: defaultdict[float, _Crossed] = defaultdict(_crossed)
    rows: defaultdict[float, _Crossed] = defaultdict(_crossed)
    for upright, level in find_meetings(horizontal, vertical, _crosses):
        x, top = vertical[upright].at, horizontal[level].at
        columns[x][top].append(upright)
        rows[top][x].append(level)
    return (
        {x: _Line(columns[x]) for x in sorted(columns)},
        {top: _Line(rows[top]) for top in rows},
    )


def _crossed() -> _Crossed:
    return defaultdict(list)


def _cells(columns: _Lines, rows: _Lines) -> Iterator[Box]:
    """Yield the smallest cell that each crossing is the top left corner of, if there is one."""
    steps = 0
    for x, column in columns.items():
        for above, top in enumerate(column.places):
            row = rows[top]
            left = row.index[x]
            if row.ends[left] == left:
                continue
            for bottom in column.places[above + 1 : column.ends[above] + 1]:
                right, tried = _right_side(x, top, bottom, columns, rows)
                steps += 1 + tried
                if right is not None:
                    yield x, top, right, bottom
                    break
            if steps > MAX_STEPS:
                raise TableLimitError(f"ruling lines that close no cell after {MAX_STEPS} tries")


def _right_side(
    x: float, top: float, bottom: float, columns: _Lines, rows: _Lines
) -> tuple[float | None, int]:
    """Return the nearest line that closes a cell on its right, and how many were tried."""
    row, below = rows[top], rows[bottom]
    left, start = row.index[x], below.index[x]
    # Of the two sides, the one with fewer crossings names the candidates.
    upper = row.places[left + 1 : row.ends[left] + 1]
    lower = below.places[start + 1 : below.ends[start] + 1]
    tried = 0
    for right in min(upper, lower, key=len):
        tried += 1
        if (
            right in row.index
            and right in below.index
            and row.joins(x, right)
            and below.joins(x, right)
            and columns[right].joins(top, bottom)
        ):
            return right, tried
    return None, tried


# --------------------------------------------------------------------------- tables


def _tables(cells: Iterable[Box]) -> list[list[Box]]:
    """Group the cells that share corners; a cell that shares none is no table."""
    all_cells = list(cells)
    at_corner: defaultdict[Point, list[int]] = defaultdict(list)
    for number, cell in enumerate(all_cells):
        for corner in _corners(cell):
            at_corner[corner].append(number)
    seen = [False] * len(all_cells)
    tables: list[list[Box]] = []
    for number in range(len(all_cells)):
        if seen[number]:
            continue
        seen[number] = True
        group = [number]
        for member in group:  # grows as it is walked
            for corner in _corners(all_cells[member]):
                for other in at_corner.pop(corner, ()):
                    if not seen[other]:
                        seen[other] = True
                        group.append(other)
        if len(group) > 1:
            tables.append([all_cells[member] for member in sorted(group)])
    return sorted(tables, key=lambda table: min((top, x0) for x0, top, _, _ in table))


def _corners(cell: Box) -> tuple[Point, Point, Point, Point]:
    x0, top, x1, bottom = cell
    return (x0, top), (x0, bottom), (x1, top), (x1, bottom)
