"""A table whose lines take turns under one name -> a line for each name, what took turns side by side.

    | 指標 | 區分   | 第1季 | 第2季 |
    | 引水 | 目標值 | 300   | 320   |        | 指標 | 第1季                    | 第2季                    |
    |      | 實際值 | 312   | 304   |   ->   |      | 目標值 | 實際值 | 達成率 | 目標值 | 實際值 | 達成率 |
    |      | 達成率 | 104%  | 95%   |        | 引水 | 300    | 312    | 104%   | 320    | 304    | 95%    |

The cells keep their places on the page. A column with one cell for all lines of a name stays as it is.

>>> from pipeline.records import Line
>>> def cell(text, row, column, rows=1):
...     line = Line(text, 1, 20 * row, 20 * row + 10)
...     return Cell(50 * column, 20 * row, 50 * column + 50, 20 * (row + rows), column, 1, rows, (line,))
>>> grid = (
...     (cell("指標", 0, 0), cell("區分", 0, 1), cell("第1季", 0, 2)),
...     (cell("引水", 1, 0, 2), cell("目標值", 1, 1), cell("300", 1, 2)),
...     (None, cell("達成率", 2, 1), cell("104%", 2, 2)),
... )
>>> for cells in unstack(Table(1, 0, 0, 150, 60, grid)).grid:
...     print([cell.text if cell else None for cell in cells])
['指標', '第1季', None]
[None, '目標值', '達成率']
['引水', '300', '104%']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from pipeline.records import Cell, Table
from pipeline.tables import header_words

GridRow = tuple[Cell | None, ...]
_LEADS = 3
"""In so many columns at the left the labels of lines are looked for."""
_RATED = frozenset(("rate",))
_FIGURES = frozenset(("target", "actual", "budget", "account"))


def unstack(table: Table) -> Table | None:
    """Put the lines of each name side by side, under the words that label them.

    None where the lines do not take turns: the same labels in the same order under each name, with a rate and
    a figure among them.
    """
    for column in range(1, min(_LEADS, len(table.grid[0]) - 1)):
        start, turns = _find_turns(table, column)
        if turns and start and (len(table.grid) - start) % turns == 0:
            own = range(start, len(table.grid), turns)
            if _take_turns(table, column, own, turns):
                return _put_side_by_side(table, column, own, turns)
    return None


def _find_turns(table: Table, column: int) -> tuple[int, int]:
    """Return with which line the labels in a column begin, and how many there are until they begin anew."""
    labels = [_text(cells[column]) for cells in table.grid]
    start = next((r for r, label in enumerate(labels) if _roles(label)), 0)
    again = next(
        (r for r in range(start + 1, len(labels)) if labels[r] == labels[start]), len(labels)
    )
    return start, again - start


def _take_turns(table: Table, column: int, own: range, turns: int) -> bool:
    """Tell whether the labels are the same under each name, and measure it."""
    labels = [_text(cells[column]) for cells in table.grid[own.start :]]
    first = labels[:turns]
    roles = set(chain.from_iterable(map(_roles, first)))
    return (
        1 < turns == len(set(first))
        and all(map(_roles, first))
        and not _RATED.isdisjoint(roles)
        and not _FIGURES.isdisjoint(roles)
        and labels == first * len(own)
        and all(_is_one(table, r, 0, turns) and _text(table.grid[r][0]) for r in own)
    )


def _is_one(table: Table, row: int, column: int, turns: int) -> bool:
    """Tell whether a name has one cell in a column, beside all its lines."""
    return not any(_text(table.grid[r][column]) for r in range(row + 1, row + turns))


def _put_side_by_side(table: Table, labels: int, own: range, turns: int) -> Table:
    width = len(table.grid[0])
    whole = [
        column < labels or (column > labels and all(_is_one(table, r, column, turns) for r in own))
        for column in range(width)
    ]
    starts: dict[int, int] = {}
    for column in range(width):
        if column != labels:
            starts[column] = sum(1 if whole[c] else turns for c in starts)
    columns = sum(1 if whole[c] else turns for c in starts)
    head = [
        _header_row(cells, starts, whole, turns, columns, is_last=r == own.start - 1)
        for r, cells in enumerate(table.grid[: own.start])
    ]
    words: list[Cell | None] = [None] * columns
    for turn in range(turns):
        label = table.grid[own.start + turn][labels]
        for column, at in starts.items():
            if label is not None and not whole[column]:
                words[at + turn] = replace(label, column=at + turn, columns=1, rows=1)
    lines = [_line(table, row, starts, whole, turns, columns) for row in own]
    return replace(table, grid=(*head, tuple(words), *lines))


def _header_row(
    cells: GridRow,
    starts: dict[int, int],
    whole: Sequence[bool],
    turns: int,
    width: int,
    *,
    is_last: bool,
) -> GridRow:
    """Return a line of the header, each cell over as many columns as there are now."""
    row: list[Cell | None] = [None] * width
    for cell in filter(None, cells):
        covered = [c for c in range(cell.column, cell.column + cell.columns) if c in starts]
        if covered:
            at = starts[covered[0]]
            over = sum(1 if whole[c] else turns for c in covered)
            rows = cell.rows + 1 if is_last and all(whole[c] for c in covered) else cell.rows
            row[at] = replace(cell, column=at, columns=over, rows=rows)
    return tuple(row)


def _line(
    table: Table,
    row: int,
    starts: dict[int, int],
    whole: Sequence[bool],
    turns: int,
    width: int,
) -> GridRow:
    """Return the line of a name."""
    line: list[Cell | None] = [None] * width
    for column, at in starts.items():
        for turn in range(1 if whole[column] else turns):
            cell = table.grid[row + turn][column]
            if cell is not None:
                rows = max(cell.rows // turns, 1)
                line[at + turn] = replace(cell, column=at + turn, columns=1, rows=rows)
    return tuple(line)


def _roles(label: str) -> frozenset[str]:
    """Return the roles that the label of a line may have, if it is one of a figure or a rate."""
    reading = header_words.read(label) if label else None
    own = (reading.role, *reading.others) if reading else ()
    return frozenset([role for role in own if role in _RATED or role in _FIGURES])


def _text(cell: Cell | None) -> str:
    return cell.text if cell else ""
