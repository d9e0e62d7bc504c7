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

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from pipeline.records import Cell, Table
from pipeline.tables import header_words
from pipeline.tables.columns.assignment import assign_roles
from pipeline.tables.columns.contents import MOST, read_content
from pipeline.tables.columns.scores import MEASURED, Column
from pipeline.tables.columns.side_by_side import ColumnGroup
from pipeline.tables.columns.word_stems import find_stems
from pipeline.tables.header_grammar import QUALIFIERS, HeaderReading
from pipeline.tables.snapping import have_same_widths


@dataclass(frozen=True)
class Header:
    """What the columns of a table hold: a role or, where the word is unknown, the word."""

    roles: tuple[str | None, ...]
    words: tuple[str, ...]
    lefts: tuple[float, ...]
    units: tuple[str, ...] = ()
    """The unit that each header gives in brackets."""
    unit_of: Mapping[int, str | None] = field(default_factory=dict)
    """For each unit column the role whose figures it is for; None for all."""
    reasons: tuple[str, ...] = ()
    """Why each column has its role, or none."""
    unknown: tuple[str, ...] = ()
    """The words that are not those of headers."""
    groups: tuple[ColumnGroup, ...] = ()
    """The groups of target, actual and rate, where there are several side by side."""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return what the cell of each column is kept under: its role, else its word."""
        names: list[str] = []
        for n, (role, word) in enumerate(zip(self.roles, self.words, strict=True)):
            name = role or word or f"column {n + 1}"
            # Two columns may have one word.
            names.append(f"{name} {n + 1}" if name in names else name)
        return tuple(names)

    def tells_rate(self, column: int) -> bool:
        """Tell whether a header names a rate in brackets behind its word: 實際值（達成率）."""
        reading = header_words.read(self.words[column])
        inside = reading.brackets if reading else ()
        return any(header_words.column_role(word) == "rate" for word in inside)

    def joined_roles(self, column: int) -> tuple[str, ...]:
        """Return what a header says that each cell holds one behind the other: 目標值/實際值."""
        return header_words.shared_roles(self.words[column])

    def fits(self, table: Table) -> bool:
        """Tell whether a table without a header has the same columns."""
        return have_same_widths(table.lefts, self.lefts)


def find_headers(
    table: Table, before: Header | None = None, *, named: bool = False
) -> dict[int, Header]:
    """Return the headers that stand in a table, by the grid row in which each begins.

    ``before`` is the header of the tables before it: under the same words the columns hold the same.
    ``named`` tells that a line above the table names what it measures, so that no column has to.
    """
    headers: dict[int, Header] = {}
    r = 0
    while r < len(table.grid):
        header = match_header(table, r, before, named=named)
        if header is not None:
            headers[r] = before = header
        r += 1 if header is None else header_depth(table, r)
    return headers


def has_rate_column(table: Table) -> bool:
    """Tell whether a cell of the first lines, or of the first column, is the header of rates."""
    cells = [
        cell
        for r, own in enumerate(table.grid)
        for cell in own
        if cell and (r < 3 or not cell.column)
    ]
    readings = (header_words.read(cell.text) for cell in cells if cell.text)
    return any(r is not None and r.role == "rate" and r.sure for r in readings)


def is_band(cells: Sequence[Cell], columns: int) -> bool:
    """Tell whether one cell with text covers a line of the table from side to side."""
    return columns > 1 and len(cells) == 1 and cells[0].columns == columns and bool(cells[0].text)


@dataclass(slots=True)
class _Column:
    """One column of a header in the making."""

    cell: Cell | None
    """The cell above it in the first line."""
    above: tuple[Cell, ...] = ()
    """The cells above it that cover several columns."""
    word: str = ""
    """All that the header says above it."""
    name: str = ""
    """What it is known by if it has no role."""
    first_role: str | None = None
    """The role that the first line alone gives it."""
    role: str | None = None
    """The role that words known by heart, or the place under a shared cell, give it."""
    reading: HeaderReading | None = None

    stem: str = ""
    """The word that it has in common with two others."""
    lowest: str = ""
    """What the lowest cell above it says, where that is not the first."""

    @property
    def is_known(self) -> bool:
        """Tell whether its words are those of headers."""
        return self.role is not None or self.reading is not None

    @property
    def says_measured(self) -> bool:
        """Tell whether the words above it say that it holds targets, what was reached, or rates."""
        return (self.role or (self.reading.role if self.reading else None)) in MEASURED

    @property
    def is_unit(self) -> bool:
        """Tell whether it holds the units of the figures beside it."""
        return self.role == "unit" or (self.reading is not None and self.reading.role == "unit")


_MEASURED = frozenset((*MEASURED, "analysis", "budget", "account"))


def match_header(
    table: Table, r: int, before: Header | None = None, *, named: bool = False
) -> Header | None:
    """Return the header that stands in a grid row, where one does.

    Under a header cell that covers several columns, the cells of the lines below tell the role. Under
    the words of the header ``before``, the columns hold what they held there.
    """
    printed = [cell for cell in table.grid[r] if cell]
    if is_band(printed, len(table.grid[r])) or _is_word_with_text(printed):
        return None  # a title over the header
    columns = _first_line(table, r)
    _read_stems(columns)
    merged = any(cell.rows > 1 or cell.columns > 1 for cell in printed)
    if not merged and sum(column.is_known for column in columns) < _LEAST_KNOWN:
        return None  # nor does a cell say anything together with those below it
    depth = header_depth(table, r)
    for below in table.grid[r + 1 : r + depth]:
        _read_line_below(columns, below)
    for cell in printed:
        if cell.columns > 1 and cell.rows >= depth:
            _share_cell(columns, table, cell, r)
    _read_stems(columns)
    if not _may_be_header(columns):
        return None
    names = tuple(column.name for column in columns)
    if before is not None and before.words == names:
        return replace(before, lefts=tuple(table.lefts))
    cells = _body_texts(table, r + depth)
    assignment = assign_roles(
        [
            Column(
                column.word,
                own,
                column.role,
                column.reading,
                _group_word(columns, column) or column.stem,
            )
            for column, own in zip(columns, cells, strict=True)
        ]
    )
    if not (assignment.is_performance or (named and assignment.is_measured)):
        return None
    return Header(
        assignment.roles,
        names,
        tuple(table.lefts),
        tuple(header_words.header_unit(column.word) for column in columns),
        {n: column.first_role for n, column in enumerate(columns) if column.is_unit},
        assignment.reasons,
        tuple(column.word for column in columns if column.word and not column.is_known),
        assignment.groups,
    )


_LEAST_KNOWN = 2


def _read_stems(columns: Sequence[_Column]) -> None:
    """Let three headers of one word say what they say together: 預計參加, 實際參加, 參加率."""
    for n, stem in find_stems([column.word for column in columns]).items():
        columns[n].reading, columns[n].stem = stem.reading, stem.word


def _may_be_header(columns: Sequence[_Column]) -> bool:
    """Tell whether the words alone may be those of a performance table."""
    said = {role for column in columns if column.reading for role in _said(column.reading)}
    said |= {column.role for column in columns if column.role}
    cells = _columns_by_cell(columns)
    return (
        not said.isdisjoint(_MEASURED)
        and header_words.mostly_known(
            [("known" if any(c.is_known for c in own) else None) for own in cells]
        )
        and not any(_is_figure(own) for own in cells)
    )


def _said(reading: HeaderReading) -> Iterator[str]:
    if reading.role:
        yield reading.role
    yield from reading.others


def _is_figure(columns: Sequence[_Column]) -> bool:
    """Tell whether a cell holds a figure with a unit: a line of the body."""
    word = columns[0].word
    return not columns[0].is_known and not word.isdecimal() and read_content([word]).figures > 0


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
        reading = header_words.read(word) if word else None
        if word and reading is None and _is_turned(cell):
            reading = header_words.read(word[::-1])
            word = word[::-1] if reading else word
        role = header_words.column_role(word) if word else None
        known = (
            header_words.learnt_role(word) or (role if reading is None else None) if role else None
        )
        for n in range(cell.column, min(cell.column + cell.columns, len(columns))):
            above = (cell,) if cell.columns > 1 else ()
            columns[n] = _Column(cell, above, word, word, role, known, reading)
    return columns


def _group_word(columns: Sequence[_Column], column: _Column) -> str:
    """Return the word that a column has in common with others that tell something else.

    It is 110年度 over 目標值 and 實際值, and under 目標值, where 109年度 stands beside it.
    """
    for cell in reversed(column.above):
        under = [other for other in columns if cell in other.above]
        if len({other.reading.role if other.reading else other.role for other in under}) > 1:
            return cell.text
    own = header_words.read(column.lowest) if column.above else None
    if own is not None and own.role == "review":
        return ""
    return column.lowest if column.above and (own is None or own.role not in MEASURED) else ""


_VAGUE = (None, "figures", "share")
"""What a word below another says that leaves the role to that above it: 數值, 金額, 第1季."""


def _says_when(joined: HeaderReading | None, own: HeaderReading | None) -> bool:
    """Tell whether a word above another says more than what it is about: 111年度 over 目標值."""
    more = (joined.kinds if joined else frozenset()) - (own.kinds if own else frozenset())
    return not more.isdisjoint(QUALIFIERS)


def _is_turned(cell: Cell) -> bool:
    """Tell whether a cell holds one character below the other, as words turned by 90° are read."""
    return len(cell.lines) > 1 and all(len(line.text.strip()) == 1 for line in cell.lines)


def _read_line_below(columns: Sequence[_Column], cells: Sequence[Cell | None]) -> None:
    """Put what a further line of a header says to what the lines above it say.

    金額（千元） under 年度目標值 is one column in two lines of cells; 目標值 under 110年度 is of that year.
    """
    for cell in cells:
        first = columns[cell.column] if cell else None
        above = first.cell if first else None
        if not (cell and first and above) or not (cell.text or above.columns > 1):
            continue
        word = first.word + cell.text
        own_role, own = header_words.learnt_role(cell.text), header_words.read(cell.text)
        joined = header_words.read(word)
        for n in range(cell.column, min(cell.column + cell.columns, len(columns))):
            column = columns[n]
            column.above += (cell,) if cell.columns > 1 else ()
            column.lowest = cell.text
            if own and own.role == "review" and column.says_measured:
                # 達成率 over 自評 and 複核: by whom, not what.
                column.word, column.name = word, word
                continue
            if joined is None or joined.subject:
                column.reading = own or joined or column.reading
            elif own is not None and own.role not in _VAGUE:
                # The word below is what is told; that above says of what, and when.
                column.reading = own._replace(
                    kinds=joined.kinds,
                    year=joined.year,
                    letters=joined.letters or own.letters,
                    when=joined.when,
                )
            else:
                column.reading = joined
            if own is not None and own.role not in _VAGUE:
                column.role = own_role
            column.role = own_role or column.role
            column.word = word
            column.name = cell.text if own_role and not _says_when(joined, own) else word


def _share_cell(columns: Sequence[_Column], table: Table, cell: Cell, r: int) -> None:
    """Give the columns under one header cell their roles: each its own, or one for the longest.

    績效目標及衡量指標 names two columns; 衡量指標 over a number and a name is the header of the name.
    """
    under = columns[cell.column : cell.column + cell.columns]
    roles: Sequence[str | None] = header_words.shared_roles(cell.text)
    readings: Sequence[HeaderReading | None] = [None] * cell.columns
    if len(roles) != cell.columns:
        sizes = [0] * cell.columns
        for below in (other for row in table.grid[r + 1 :] for other in row if other):
            if cell.column <= below.column < cell.column + cell.columns:
                sizes[below.column - cell.column] += len(below.text)
        longest = sizes.index(max(sizes))
        roles = [under[0].role if n == longest else None for n in range(cell.columns)]
        readings = [under[0].reading if n == longest else None for n in range(cell.columns)]
    for column, role, reading in zip(under, roles, readings, strict=False):
        column.role, column.reading = role, reading


def _columns_by_cell(columns: Sequence[_Column]) -> list[list[_Column]]:
    """Return the columns under each header cell with text; a group is named by those below it."""
    by_cell: dict[int, list[_Column]] = {}
    for column in columns:
        if column.cell and column.cell.text:
            by_cell.setdefault(column.cell.column, []).append(column)
    return [*by_cell.values()]


def _body_texts(table: Table, first: int) -> list[list[str]]:
    """Return the texts of the cells of each column below a header, without white space."""
    columns: list[list[str]] = [[] for _ in table.grid[0]]
    for cells in table.grid[first : first + MOST]:
        for n, cell in enumerate(cells):
            columns[n].append(cell.text if cell else "")
    return columns


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
