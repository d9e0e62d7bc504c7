"""Grid rows of a table -> Header: where a header stands, and the role of each column under it.

>>> from pipeline.records import Line
>>> def cell(text, column, columns=1):
...     line = Line(text, 1, 0, 10)
...     return Cell(column * 50, 0, (column + columns) * 50, 10, column, columns, 1, (line,))
>>> grid = ((cell("績效目標及衡量指標", 0, 2), None, cell("目標值（人）", 2), cell("備註", 3)),)
>>> [found] = find_headers(Table(1, 0, 0, 200, 10, grid)).values()
>>> found.roles, found.words[2:], found.units
(('goal', 'indicator', 'target', None), ('目標值（人）', '備註'), ('', '', '人', ''))
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.records import COLUMN_ROLES, Cell, Table
from pipeline.tables import header_words

SNAP = 3.0
"""How far, in points, the rules of one column may stand apart from page to page."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the columns of a table hold: a role or, where the word is unknown, the word."""

    roles: tuple[str | None, ...]
    words: tuple[str, ...]
    lefts: tuple[float, ...]
    units: tuple[str, ...] = ()
    """The unit that each header gives in brackets."""
    unit_of: Mapping[int, str | None] = field(default_factory=dict)
    """For each unit column the role whose figures it is for; None for all."""

    def fits(self, table: Table) -> bool:
        """Tell whether a table without a header has the same columns."""
        # Only the widths count: left and right pages of a bound report have other margins.
        lefts = table.lefts
        return len(lefts) == len(self.lefts) and all(
            abs((a - lefts[0]) - (b - self.lefts[0])) <= SNAP
            for a, b in zip(lefts, self.lefts, strict=True)
        )


def find_headers(table: Table) -> dict[int, Header]:
    """Return the headers that stand in a table, by the grid row in which each begins."""
    found = ((r, match_header(table, r)) for r in range(len(table.grid)))
    return {r: header for r, header in found if header is not None}


def is_band(cells: Sequence[Cell], columns: int) -> bool:
    """Tell whether one cell with text covers a line of the table from side to side."""
    return columns > 1 and len(cells) == 1 and cells[0].columns == columns and bool(cells[0].text)


def match_header(table: Table, r: int) -> Header | None:
    """Return the header that stands in a grid row, where one does.

    Under a header cell that covers several columns, the cells of the next line tell the role.
    """
    tops: list[Cell | None] = [None] * len(table.grid[r])
    for cell in table.grid[r]:
        if cell is not None:
            tops[cell.column : cell.column + cell.columns] = [cell] * cell.columns
    printed = [cell for cell in table.grid[r] if cell]
    if is_band(printed, len(tops)) or _is_word_with_text(printed):
        return None  # a title over the header
    texts = {cell.column: cell.text for cell in printed}
    words = [texts[cell.column] if cell else "" for cell in tops]
    names = list(words)
    roles = [header_words.column_role(word) if word else None for word in words]
    if not any(roles) and not [cell for cell in printed if cell.rows > 1 or cell.columns > 1]:
        return None  # nor does a cell say anything together with those below it
    over = dict(enumerate(roles))
    deep = header_depth(table, r)
    if deep > 1:
        _read_below(table.grid[r + 1], tops, words, names, roles)
    for cell in printed:
        if cell.columns > 1 and cell.rows >= deep:
            roles[cell.column : cell.column + cell.columns] = _shared(table, cell, r)
    if not header_words.is_header(roles, words):
        return None
    # A group of columns (執行績效) is named by the words below it.
    named = {
        cell.column: role or roles[cell.column]
        for cell, role in zip(tops, over.values(), strict=True)
        if cell and cell.text
    }
    if 2 * sum(role is not None for role in named.values()) < len(named):
        return None
    unit_of = {column: over[column] for column, role in enumerate(roles) if role == "unit"}
    roles = [role if role in COLUMN_ROLES else None for role in roles]
    units = tuple(map(header_words.header_unit, words))
    return Header(_latest(roles, words), tuple(names), tuple(table.lefts), units, unit_of)


def _is_word_with_text(cells: Sequence[Cell]) -> bool:
    """Tell whether a line is a word with its text beside it: 關鍵績效指標, 疫苗完成率."""
    return len(cells) == 2 and cells[0].rows == 1 and cells[1].columns > 1


def _read_below(
    cells: Sequence[Cell | None],
    tops: Sequence[Cell | None],
    words: list[str],
    names: list[str],
    roles: list[str | None],
) -> None:
    """Put what the second line of a header says to what the first one says above it."""
    for cell in cells:
        above = tops[cell.column] if cell else None
        if cell is None or above is None or not (cell.text or above.columns > 1):
            continue
        at = cell.column
        words[at] = above.text + cell.text
        own = header_words.column_role(cell.text)
        if above.columns > 1:
            names[at] = cell.text if own else words[at]
            roles[at] = own or roles[at]
        else:
            # 金額（千元） under 年度目標值: one column, in two lines of cells.
            roles[at] = roles[at] or header_words.column_role(words[at])


def _shared(table: Table, cell: Cell, r: int) -> list[str | None]:
    """Return the roles of the columns under one header cell: each its own, or one for the longest.

    績效目標及衡量指標 names two columns; 衡量指標 over a number and a name is the header of the name.
    """
    each = header_words.column_roles(cell.text)
    if len(each) == cell.columns:
        return list(each)
    sizes = [0] * cell.columns
    for below in (other for row in table.grid[r + 1 :] for other in row if other):
        if cell.column <= below.column < cell.column + cell.columns:
            sizes[below.column - cell.column] += len(below.text)
    longest = sizes.index(max(sizes))
    role = header_words.column_role(cell.text)
    return [role if n == longest else None for n in range(cell.columns)]


def header_depth(table: Table, r: int) -> int:
    """Return how many lines of the grid the header takes that begins in this one.

    More than one if a cell covers several, or if the next line has text only under cells that cover
    several columns (年度目標值 over 數值 and 單位).
    """
    cells = [cell for cell in table.grid[r] if cell]
    depth = max((cell.rows for cell in cells), default=1)
    if depth == 1 and r + 1 < len(table.grid):
        wide = {
            c
            for cell in cells
            if cell.columns > 1
            for c in range(cell.column, cell.column + cell.columns)
        }
        if not wide:
            return 1
        below = {cell.column for cell in table.grid[r + 1] if cell and cell.text}
        return 2 if below and below <= wide else 1
    return min(depth, len(table.grid) - r)


def _latest(roles: Sequence[str | None], words: Sequence[str]) -> tuple[str | None, ...]:
    """Return the roles, each one only for its first column or for that of the latest year.

    The other columns (104年度實際值 before 105年度實際值) keep their words.
    """
    years = [header_words.header_year(word) or 0 for word in words]
    best: dict[str, int] = {}
    for column, role in enumerate(roles):
        if role and (role not in best or years[column] > years[best[role]]):
            best[role] = column
    return tuple(
        role if role and best[role] == column else None for column, role in enumerate(roles)
    )
