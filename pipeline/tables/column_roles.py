"""Grid rows of a table -> Header: where a header stands, and the role of each column under it.

>>> from pipeline.records import Line
>>> def cell(text, column, columns=1):
...     line = Line(text, 1, 0, 10)
...     return Cell(column * 50, 0, (column + columns) * 50, 10, column, columns, 1, (line,))
>>> grid = ((cell("績效目標及衡量指標", 0, 2), None, cell("目標值（人）", 2), cell("備註", 3)),)
>>> [header] = find_headers(Table(1, 0, 0, 200, 10, grid)).values()
>>> header.roles, header.words[2:], header.units
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
    headers = ((r, match_header(table, r)) for r in range(len(table.grid)))
    return {r: header for r, header in headers if header is not None}


def is_band(cells: Sequence[Cell], columns: int) -> bool:
    """Tell whether one cell with text covers a line of the table from side to side."""
    return columns > 1 and len(cells) == 1 and cells[0].columns == columns and bool(cells[0].text)


@dataclass(slots=True)
class _Column:
    """One column of a header in the making."""

    cell: Cell | None
    """The cell above it in the first line."""
    word: str = ""
    """All that the header says above it."""
    name: str = ""
    """The word that a column without a role is known by."""
    first_role: str | None = None
    """The role that the first line alone gives it."""
    role: str | None = None


def match_header(table: Table, r: int) -> Header | None:
    """Return the header that stands in a grid row, where one does.

    Under a header cell that covers several columns, the cells of the next line tell the role.
    """
    printed = [cell for cell in table.grid[r] if cell]
    if is_band(printed, len(table.grid[r])) or _is_word_with_text(printed):
        return None  # a title over the header
    columns = _first_line(table, r)
    merged = any(cell.rows > 1 or cell.columns > 1 for cell in printed)
    if not merged and not any(column.role for column in columns):
        return None  # nor does a cell say anything together with those below it
    depth = header_depth(table, r)
    if depth > 1:
        _read_second_line(columns, table.grid[r + 1])
    for cell in printed:
        if cell.columns > 1 and cell.rows >= depth:
            _share_cell(columns, table, cell, r)
    words = [column.word for column in columns]
    if not header_words.is_header([column.role for column in columns], words):
        return None
    if not header_words.mostly_known(_roles_of_cells(columns)):
        return None
    return Header(
        _latest(columns),
        tuple(column.name for column in columns),
        tuple(table.lefts),
        tuple(map(header_words.header_unit, words)),
        {n: column.first_role for n, column in enumerate(columns) if column.role == "unit"},
    )


def _is_word_with_text(cells: Sequence[Cell]) -> bool:
    """Tell whether a line is a word with its text beside it: 關鍵績效指標, 疫苗完成率."""
    return len(cells) == 2 and cells[0].rows == 1 and cells[1].columns > 1


def _first_line(table: Table, r: int) -> list[_Column]:
    """Return what the first line of a header says of each column."""
    columns = [_Column(None) for _ in table.grid[r]]
    for cell in table.grid[r]:
        if cell is None:
            continue
        word = cell.text
        role = header_words.column_role(word) if word else None
        for n in range(cell.column, min(cell.column + cell.columns, len(columns))):
            columns[n] = _Column(cell, word, word, role, role)
    return columns


def _read_second_line(columns: Sequence[_Column], cells: Sequence[Cell | None]) -> None:
    """Put what the second line of a header says to what the first one says above it."""
    for cell in cells:
        column = columns[cell.column] if cell else None
        above = column.cell if column else None
        if not (cell and column and above) or not (cell.text or above.columns > 1):
            continue
        column.word = above.text + cell.text
        own_role = header_words.column_role(cell.text)
        if above.columns > 1:
            column.name = cell.text if own_role else column.word
            column.role = own_role or column.role
        else:
            # 金額（千元） under 年度目標值: one column, in two lines of cells.
            column.role = column.role or header_words.column_role(column.word)


def _share_cell(columns: Sequence[_Column], table: Table, cell: Cell, r: int) -> None:
    """Give the columns under one header cell their roles: each its own, or one for the longest.

    績效目標及衡量指標 names two columns; 衡量指標 over a number and a name is the header of the name.
    """
    under = columns[cell.column : cell.column + cell.columns]
    roles: Sequence[str | None] = header_words.shared_roles(cell.text)
    if len(roles) != cell.columns:
        sizes = [0] * cell.columns
        for below in (other for row in table.grid[r + 1 :] for other in row if other):
            if cell.column <= below.column < cell.column + cell.columns:
                sizes[below.column - cell.column] += len(below.text)
        longest = sizes.index(max(sizes))
        role = header_words.column_role(cell.text)
        roles = [role if n == longest else None for n in range(cell.columns)]
    for column, role in zip(under, roles, strict=False):
        column.role = role


def _roles_of_cells(columns: Sequence[_Column]) -> list[str | None]:
    """Return the role of each header cell; a group of columns (執行績效) is named by those below it."""
    roles: dict[int, str | None] = {}
    for column in columns:
        cell = column.cell
        if cell and cell.text:
            roles[cell.column] = column.first_role or columns[cell.column].role
    return [*roles.values()]


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


def _latest(columns: Sequence[_Column]) -> tuple[str | None, ...]:
    """Return the roles of the output, each for its first column or for that of the latest year.

    The other columns (104年度實際值 before 105年度實際值) keep their words.
    """
    years = [header_words.header_year(column.word) or 0 for column in columns]
    best: dict[str, int] = {}
    for n, column in enumerate(columns):
        role = column.role
        if role in COLUMN_ROLES and (role not in best or years[n] > years[best[role]]):
            best[role] = n
    kept = {n: role for role, n in best.items()}
    return tuple(kept.get(n) for n in range(len(columns)))
