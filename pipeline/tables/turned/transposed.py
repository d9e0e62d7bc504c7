"""A table whose headers stand in its first column -> the same with lines and columns exchanged.

    | 衡量指標 | 進港引水 | 碼頭巡查 |
    | 目標值   | 1,200    | 300      |
    | 實際值   | 1,350    | 285      |
    | 達成率   | 112.5%   | 95%      |

The cells keep their places on the page; only what is a line and what a column is told anew.

>>> from pipeline.records import Line
>>> def cell(text, row, column):
...     line = Line(text, 1, 20 * row, 20 * row + 10)
...     return Cell(50 * column, 20 * row, 50 * column + 50, 20 * row + 20, column, 1, 1, (line,))
>>> texts = (("指標", "引水"), ("目標值", "12"), ("實際值", "11"))
>>> grid = tuple(tuple(cell(t, r, c) for c, t in enumerate(row)) for r, row in enumerate(texts))
>>> [[cell.text for cell in row] for row in transpose(Table(1, 0, 0, 100, 60, grid)).grid]
[['指標', '目標值', '實際值'], ['引水', '12', '11']]
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.records import Cell, Table

GridRow = tuple[Cell | None, ...]


def transpose(table: Table) -> Table | None:
    """Exchange lines and columns; titles above and notes below, over all columns, stay lines of their own.

    None where such a band stands amid the table.
    """
    width = len(table.grid[0]) if table.grid else 0
    bands = [_is_band(cells, width) for cells in table.grid]
    rows = [cells for cells, band in zip(table.grid, bands, strict=True) if not band]
    first = bands.index(False) if rows else len(bands)
    if any(bands[first : first + len(rows)]):
        return None
    turned: list[list[Cell | None]] = [[None] * len(rows) for _ in range(width)]
    for r, cells in enumerate(rows):
        for cell in filter(None, cells):
            turned[cell.column][r] = _copy(cell, r, cell.rows, cell.columns)
    bands_above, bands_below = table.grid[:first], table.grid[first + len(rows) :]
    grid = (
        *(_band(cells, len(rows)) for cells in bands_above),
        *(tuple(cells) for cells in turned),
        *(_band(cells, len(rows)) for cells in bands_below),
    )
    return Table(table.page, table.x0, table.top, table.x1, table.bottom, grid)


def _is_band(cells: Sequence[Cell | None], width: int) -> bool:
    own = [cell for cell in cells if cell]
    return width > 1 and len(own) == 1 and own[0].columns == width and own[0].rows == 1


def _band(cells: Sequence[Cell | None], width: int) -> GridRow:
    [cell] = [cell for cell in cells if cell]
    return (_copy(cell, 0, width, 1), *[None] * (width - 1))


def _copy(cell: Cell, column: int, columns: int, rows: int) -> Cell:
    return Cell(cell.x0, cell.top, cell.x1, cell.bottom, column, columns, rows, cell.lines)
