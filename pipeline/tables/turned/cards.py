"""A table of headers with their values beside them -> a table for each indicator, with its headers in one line.

    | 衡量指標   | 進港引水                    |
    | 年度目標值 | 1,200艘次 | 實際值 | 1,350艘次 |
    | 達成度     | 112.5%    | 權重   | 10%       |

A line of one cell above them is the name of what is measured.

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
from dataclasses import replace

from pipeline.records import Cell, Table
from pipeline.tables import header_words

Pair = tuple[Cell, Cell]
_LEAST = 3
"""A card of fewer headers is none."""


def split_cards(table: Table) -> list[Table]:
    """Return the cards of a table, none where its lines are not headers with their values."""
    cards: list[Table] = []
    for title, part in _split_titles(table):
        pairs = [pair for row in read_pairs(part) for pair in row]
        if len(pairs) < _LEAST or not are_known(pairs):
            return []
        first, *others = group_pairs(pairs)
        cards.append(card_table(table.page, first, title))
        cards.extend([card_table(table.page, card) for card in others])
    return cards


def _split_titles(table: Table) -> Iterator[tuple[Cell | None, Table]]:
    """Yield the parts of a table below lines of one cell, each with that cell: it names what is measured."""
    title: Cell | None = None
    rows: list[tuple[Cell | None, ...]] = []
    for cells in table.grid:
        own = [cell for cell in cells if cell]
        if len(own) == 1:
            if rows:
                yield title, replace(table, grid=tuple(rows))
            title, rows = own[0], []
        else:
            rows.append(cells)
    yield title, replace(table, grid=tuple(rows))


def read_pairs(table: Table) -> list[list[Pair]]:
    """Return the headers of each line with their values, nothing where a line is not made of them.

    Headers of the first line may be missing: a page end has cut their values.
    """
    rows: list[list[Pair]] = []
    for cells in table.grid:
        own = [cell for cell in cells if cell]
        if not own or len(own) % 2 or (rows and not all(header.text for header in own[::2])):
            return []
        rows.append(list(zip(own[::2], own[1::2], strict=True)))
    return rows


def are_known(pairs: Sequence[Pair]) -> bool:
    """Tell whether most headers are known words, and none is missing."""
    known = sum(_is_known(header.text) for header, _ in pairs)
    return 3 * known >= 2 * len(pairs) and all(header.text for header, _ in pairs)


def _is_known(word: str) -> bool:
    return header_words.read(word) is not None


def _is_rest_of_word(rest: str, word: str) -> bool:
    return header_words.learnt_role(rest) is None and _is_known(word + rest)


def join_line(above: Sequence[Pair], below: Sequence[Pair]) -> list[Pair] | None:
    """Return the last line of a page with the rest of it that the next page opens with; None if it is whole.

    年度目 and 標值 are one header; a value without a header is the rest of the one above it.
    """
    if len(above) != len(below) or not all(
        not rest.text or _is_rest_of_word(rest.text, header.text)
        for (header, _), (rest, _) in zip(above, below, strict=True)
    ):
        return None
    return [
        (_joined(header, rest), value)
        for (header, value), (rest, _) in zip(above, below, strict=True)
    ]


def _joined(cell: Cell, rest: Cell) -> Cell:
    lines = (*cell.lines, *rest.lines)
    return Cell(cell.x0, cell.top, cell.x1, cell.bottom, cell.column, 1, 1, lines)


def group_pairs(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Yield the headers of each card: the first one begins the next."""
    card: list[Pair] = []
    for pair in pairs:
        if card and pair[0].text == card[0][0].text:
            yield card
            card = []
        card.append(pair)
    if card:
        yield card


def card_table(page: int, pairs: Sequence[Pair], title: Cell | None = None) -> Table:
    """Return the table of a card: its title across all columns, its headers in one line, its values in the next."""
    cells = [cell for pair in pairs for cell in pair]
    lines = zip(*pairs, strict=True)
    grid: tuple[tuple[Cell | None, ...], ...] = tuple(
        tuple(_copy(cell, n) for n, cell in enumerate(line)) for line in lines
    )
    if title is not None:
        cells.append(title)
        grid = ((replace(title, column=0, columns=len(pairs)), *[None] * (len(pairs) - 1)), *grid)
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
