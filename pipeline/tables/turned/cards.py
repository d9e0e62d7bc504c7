"""A table of headers with their values beside them -> a table for each indicator, with its headers in one line.

    | 衡量指標   | 進港引水                    |
    | 年度目標值 | 1,200艘次 | 實際值 | 1,350艘次 |
    | 達成度     | 112.5%    | 權重   | 10%       |

>>> from pipeline.records import Line
>>> def cell(text, row, column):
...     line = Line(text, 1, 20 * row, 20 * row + 10)
...     return Cell(50 * column, 20 * row, 50 * column + 50, 20 * row + 20, column, 1, 1, (line,))
>>> texts = (("衡量指標", "引水"), ("目標值", "12"), ("實際值", "11"), ("衡量指標", "巡查"), ("目標值", "9"))
>>> grid = tuple(tuple(cell(t, r, c) for c, t in enumerate(row)) for r, row in enumerate(texts))
>>> for card in split_cards(Table(1, 0, 0, 100, 100, grid)):
...     print([[cell.text for cell in row] for row in card.grid])
[['衡量指標', '目標值', '實際值'], ['引水', '12', '11']]
[['衡量指標', '目標值'], ['巡查', '9']]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.records import Cell, Table
from pipeline.tables import header_words

Pair = tuple[Cell, Cell]
_LEAST = 3
"""A card of fewer headers is none."""


def split_cards(table: Table) -> list[Table]:
    """Return the cards of a table, none where its lines are not headers with their values."""
    pairs: list[Pair] = []
    for cells in table.grid:
        own = [cell for cell in cells if cell]
        if len(own) % 2 or any(not header.text for header in own[::2]):
            return []
        pairs.extend(zip(own[::2], own[1::2], strict=True))
    known = sum(header_words.read(header.text) is not None for header, _ in pairs)
    if len(pairs) < _LEAST or 3 * known < 2 * len(pairs):
        return []
    return [_table(table.page, card) for card in _by_card(pairs)]


def _by_card(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Yield the headers of each card: the first one begins the next."""
    card: list[Pair] = []
    for pair in pairs:
        if card and pair[0].text == card[0][0].text:
            yield card
            card = []
        card.append(pair)
    yield card


def _table(page: int, pairs: Sequence[Pair]) -> Table:
    cells = [cell for pair in pairs for cell in pair]
    lines = zip(*pairs, strict=True)
    grid = tuple(tuple(_copy(cell, n) for n, cell in enumerate(line)) for line in lines)
    return Table(
        page,
        min(cell.x0 for cell in cells),
        min(cell.top for cell in cells),
        max(cell.x1 for cell in cells),
        max(cell.bottom for cell in cells),
        grid,
    )


def _copy(cell: Cell, column: int) -> Cell:
    return Cell(cell.x0, cell.top, cell.x1, cell.bottom, column, 1, 1, cell.lines)
