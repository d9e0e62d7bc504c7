"""Lines, cells and tables typed by hand: a full-width character is 10 points wide, a Latin one 5."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records import Cell, Line, PageTables, Table

EM = 10.0
PITCH = 15.0
PADDING = 5.0
EDGES = (0.0, 80.0, 160.0, 230.0, 460.0)
"""The standing rules of a table of four columns: 7, 7, 6 and 22 full-width characters wide."""

HEADER = ("年度績效目標", "衡量指標", "原定目標值", "績效衡量暨達成情形分析")


def width(text: str) -> float:
    return sum(EM / 2 if char.isascii() else EM for char in text)


def line(text: str, x0: float = 0.0, top: float = 0.0, page: int = 1, gap: float = 0.0) -> Line:
    """Set a line from ``x0`` on, its characters ``gap`` points apart."""
    lefts, rights = [], []
    for char in text:
        lefts.append(x0)
        rights.append(x0 + width(char))
        x0 = rights[-1] + gap
    return Line(text, page, top, top + EM, tuple(lefts), tuple(rights))


def stretched(text: str, x0: float, x1: float, top: float = 0.0, page: int = 1) -> Line:
    """Set a line from side to side, a space between any two characters, as 分散對齊 does."""
    spaced = " ".join(text)
    gap = (x1 - x0 - sum(map(width, text))) / (len(text) - 1)
    lefts, rights = [], []
    for char in spaced:
        lefts.append(x0)
        x0 += gap if char == " " else width(char)
        rights.append(x0)
    return Line(spaced, page, top, top + EM, tuple(lefts), tuple(rights))


def said(text: str, top: int = 1, page: int = 1, *, ends: bool) -> Line:
    """Make a line of plain text, which itself says whether a paragraph ends."""
    return Line(text, page, top, top, ends=ends)


def cell(
    text: str,
    x0: float,
    x1: float,
    top: float = 0.0,
    page: int = 1,
    column: int = 0,
    columns: int = 1,
    rows: int = 1,
    height: float | None = None,
    *,
    centred: bool = False,
) -> Cell:
    """Make a cell of its printed lines (``|`` sets them apart), as high as it needs."""
    texts = text.split("|") if text else []
    needed = height if height is not None else 2 * PADDING + PITCH * max(len(texts), 1)
    first = top + ((needed - PITCH * len(texts)) / 2 if centred else PADDING)
    lines = tuple(
        line(
            printed,
            (x0 + x1 - width(printed)) / 2 if centred else x0 + PADDING,
            first + PITCH * at,
            page,
        )
        for at, printed in enumerate(texts)
        if printed
    )
    return Cell(x0, top, x1, top + needed, column, columns, rows, lines)


Printed = str | tuple[str, int] | None
"""The text of a cell, with how many grid rows it covers; None where one above reaches down."""


def table(
    *rows: Sequence[Printed],
    page: int = 1,
    top: float = 50.0,
    edges: Sequence[float] = EDGES,
    centred: bool = False,
) -> Table:
    """Make a table; a row of one cell covers all columns, and the rows are as high as they need."""
    grid: list[tuple[Cell | None, ...]] = []
    start = top
    heights = [_height(row) for row in rows]
    for r, row in enumerate(rows):
        columns = len(edges) - 1 if len(row) == 1 else 1
        cells: list[Cell | None] = []
        for column, printed in enumerate(row):
            if printed is None:
                cells.append(None)
                continue
            text, deep = (printed, 1) if isinstance(printed, str) else printed
            ends = (edges[column], edges[column + columns])
            room = sum(heights[r : r + deep])
            cells.append(
                cell(text, *ends, start, page, column, columns, deep, room, centred=centred)
            )
        grid.append((*cells, *[None] * (len(edges) - 1 - len(cells))))
        start += heights[r]
    return Table(page, edges[0], top, edges[-1], start, tuple(grid))


def _height(row: Sequence[Printed]) -> float:
    """Return what the cells of one grid row need; those that reach further down take what there is."""
    texts = [printed for printed in row if isinstance(printed, str)]
    return 2 * PADDING + PITCH * max((text.count("|") + 1 for text in texts), default=1)


def page(number: int, *tables: Table, loose: Sequence[Line] = ()) -> PageTables:
    """Make a page of tables and of loose lines; its glyphs are those that are printed on it."""
    cells = [c for found in tables for row in found.grid for c in row if c]
    lines = [*loose, *(printed for c in cells for printed in c.lines)]
    glyphs = sum(not char.isspace() for printed in lines for char in printed.text)
    return PageTables(number, 595.0, 842.0, tables, tuple(loose), glyphs)
