"""A table whose lines take turns under one name -> a line for each name, what took turns side by side.

    | 指標 | 區分   | 第1季 | 第2季 |
    | 引水 | 目標值 | 300   | 320   |        | 指標 | 第1季                    | 第2季                    |
    |      | 實際值 | 312   | 304   |   ->   |      | 目標值 | 實際值 | 達成率 | 目標值 | 實際值 | 達成率 |
    |      | 達成率 | 104%  | 95%   |        | 引水 | 300    | 312    | 104%   | 320    | 304    | 95%    |

The cells keep their places on the page. A column with one cell for all lines of a name stays as it is, and a name
may lack a line. What a page cuts goes on under the header of the page before.

>>> from pipeline.records import Line
>>> def cell(text, row, column, rows=1):
...     line = Line(text, 1, 20 * row, 20 * row + 10)
...     return Cell(50 * column, 20 * row, 50 * column + 50, 20 * (row + rows), column, 1, rows, (line,))
>>> grid = (
...     (cell("指標", 0, 0), cell("區分", 0, 1), cell("第1季", 0, 2)),
...     (cell("引水", 1, 0, 2), cell("目標值", 1, 1), cell("300", 1, 2)),
...     (None, cell("達成率", 2, 1), cell("104%", 2, 2)),
... )
>>> table = Table(1, 0, 0, 150, 60, grid)
>>> for cells in unstack(table, find_turns(table)).grid:
...     print([cell.text if cell else None for cell in cells])
['指標', '第1季', None]
[None, '目標值', '達成率']
['引水', '300', '104%']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.records import Cell, Table
from pipeline.tables import header_words
from pipeline.tables.snapping import have_same_widths

GridRow = tuple[Cell | None, ...]
_LEADS = 3
"""In so many columns at the left the labels of lines are looked for."""
_RATE = "rate"
_FIGURES = ("target", "actual", "budget", "account")


class Turns(NamedTuple):
    """What takes turns in a table: under which header, in which column its labels stand, and these."""

    header: tuple[GridRow, ...]
    column: int
    labels: tuple[Cell, ...]
    lefts: Sequence[float]
    """Where the columns begin."""


def find_turns(table: Table, *, leads: int = 1) -> Turns | None:
    """Return what takes turns in the lines of a table; ``leads`` columns at least stand before the labels.

    None where the lines do not take turns: each under a name, with a label of its own, a rate and a figure
    among them.
    """
    width = len(table.grid[0]) if table.grid else 0
    for column in range(leads, min(_LEADS, width - 1)):
        words = [_text(cells[column]) for cells in table.grid]
        start = next((r for r, word in enumerate(words) if _role(word)), 0)
        labels: dict[str, Cell] = {}
        for cells in table.grid[start:]:
            if cell := cells[column]:
                labels.setdefault(cell.text, cell)
        roles = {_role(word) for word in labels}
        if start and len(labels) > 1 and _RATE in roles and None not in roles and len(roles) > 1:
            turns = Turns(table.grid[:start], column, tuple(labels.values()), table.lefts)
            if _blocks(table, start, turns):
                return turns
    return None


def unstack(table: Table, turns: Turns | None) -> Table | None:
    """Put the lines of each name side by side, under the words that label them.

    ``turns`` are those of the table, or of the one before, under whose header it may go on.
    """
    if turns is None or len(table.lefts) != len(table.grid[0]):
        return None
    if not have_same_widths(table.lefts, turns.lefts):
        return None
    start = next((r for r, cells in enumerate(table.grid) if _role(_text(cells[turns.column]))), 0)
    blocks = _blocks(table, start, turns)
    if not blocks or (start and table.grid[:start] != turns.header):
        return None
    return _put_side_by_side(table, turns, blocks)


_Block = dict[int, GridRow]
"""The lines of a name, by the number of their label."""


def _blocks(table: Table, start: int, turns: Turns) -> list[_Block]:
    """Return the lines of each name; none where a line has no label, or a name two lines of one label.

    Only the first may go without a name: it began on the page before.
    """
    numbers = {label.text: n for n, label in enumerate(turns.labels)}
    blocks: list[_Block] = []
    name: list[str] = []
    for cells in table.grid[start:]:
        number = numbers.get(_text(cells[turns.column]))
        if number is None:
            return []
        own = [_text(cell) for cell in cells[: turns.column]]
        if not blocks or (own[-1] and (own != name or number in blocks[-1])):
            blocks.append({})
            name = own
        elif number in blocks[-1] or not all(a in ("", b) for a, b in zip(own, name, strict=True)):
            return []
        blocks[-1][number] = cells
    complete = max(map(len, blocks), default=0)
    return blocks if complete > 1 or start == 0 else []


class _Layout(NamedTuple):
    """Where the columns of a table go: where each begins now, and over how many columns it is."""

    starts: dict[int, int]
    widths: dict[int, int]
    width: int
    """How many columns there are now."""


def _lay_out(table: Table, turns: Turns, blocks: Sequence[_Block]) -> _Layout:
    starts: dict[int, int] = {}
    widths: dict[int, int] = {}
    width = 0
    for column in range(len(table.grid[0])):
        if column == turns.column:
            continue
        whole = column < turns.column or all(_is_one(block, column) for block in blocks)
        starts[column], widths[column] = width, 1 if whole else len(turns.labels)
        width += widths[column]
    return _Layout(starts, widths, width)


def _put_side_by_side(table: Table, turns: Turns, blocks: Sequence[_Block]) -> Table:
    layout = _lay_out(table, turns, blocks)
    *upper, last = turns.header
    head = [
        *(_header_row(cells, layout, 0) for cells in upper),
        _header_row(last, layout, 1),
        _words(turns.labels, layout),
    ]
    return replace(table, grid=(*head, *(_line(block, layout) for block in blocks)))


def _is_one(block: _Block, column: int) -> bool:
    """Tell whether a name has one cell in a column, beside all its lines."""
    return not any(_text(cells[column]) for cells in list(block.values())[1:])


def _header_row(cells: GridRow, layout: _Layout, more: int) -> GridRow:
    """Return a line of the header, each cell over as many columns as there are now.

    ``more`` is by how many lines a cell grows that stands over nothing that takes turns.
    """
    row: list[Cell | None] = [None] * layout.width
    for cell in filter(None, cells):
        covered = range(cell.column, cell.column + cell.columns)
        covered_now = [c for c in covered if c in layout.starts]
        if covered_now:
            at, over = layout.starts[covered_now[0]], sum(layout.widths[c] for c in covered_now)
            rows = cell.rows + (more if over == len(covered_now) else 0)
            row[at] = replace(cell, column=at, columns=over, rows=rows)
    return tuple(row)


def _words(labels: Sequence[Cell], layout: _Layout) -> GridRow:
    """Return the labels under each cell of the header that is over what takes turns."""
    words: list[Cell | None] = [None] * layout.width
    for column, at in layout.starts.items():
        if layout.widths[column] > 1:
            for turn, label in enumerate(labels, start=at):
                words[turn] = replace(label, column=turn, columns=1, rows=1)
    return tuple(words)


def _line(block: _Block, layout: _Layout) -> GridRow:
    """Return the line of a name; a cell beside several names is over as many lines."""
    line: list[Cell | None] = [None] * layout.width
    first = next(iter(block.values()))
    for column, at in layout.starts.items():
        if layout.widths[column] > 1:
            for number, cells in block.items():
                if cell := cells[column]:
                    line[at + number] = replace(cell, column=at + number, columns=1, rows=1)
        elif cell := first[column]:
            line[at] = replace(cell, column=at, columns=1, rows=max(cell.rows // len(block), 1))
    return tuple(line)


def _role(label: str) -> str | None:
    """Return the role that the label of a line has, if it is one of a figure or a rate."""
    reading = header_words.read(label) if label else None
    roles = (reading.role, *reading.others) if reading else ()
    return next((role for role in roles if role == _RATE or role in _FIGURES), None)


def _text(cell: Cell | None) -> str:
    return cell.text if cell else ""
