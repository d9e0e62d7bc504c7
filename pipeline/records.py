"""The records that every room may use: places, lines, tables and rows; they know no file.

Places are PDF points from the top left of the page as a reader sees it (rotated, cropped); for plain
text, ``top`` and ``bottom`` are line numbers counted from 1. What one room makes and only those above it
use stands in that room: `pipeline.reading.Page`, `pipeline.claims.Claim`, `pipeline.checks.Check`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Place(NamedTuple):
    """Where something is printed; ``x0`` and ``x1`` are ``None`` for plain text."""

    page: int
    x0: float | None
    top: float
    x1: float | None
    bottom: float


class SecondReading(StrEnum):
    """What comes of reading a figure in its place once more, by another reader."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NONE = "none"


@dataclass(slots=True)  # a frozen one costs four times as much to make, and there are thousands
class Line:
    """One printed line: its characters from left to right, and the x range of each.

    ``lefts`` and ``rights`` are as long as ``text``; both are empty for plain text. ``ends`` tells
    whether a paragraph ends here, where the source itself says so; ``None`` leaves it to geometry.
    """

    text: str
    page: int
    top: float
    bottom: float
    lefts: Sequence[float] = ()
    rights: Sequence[float] = ()
    ends: bool | None = None

    @property
    def x0(self) -> float:
        """Return the left end of the first character."""
        return self.lefts[0] if self.lefts else 0.0

    @property
    def x1(self) -> float:
        """Return the right end of the last character."""
        return self.rights[-1] if self.rights else 0.0

    def place(self, start: int, end: int) -> Place:
        """Return where the characters from ``start`` to ``end`` are printed."""
        if not self.lefts:
            return Place(self.page, None, self.top, None, self.bottom)
        return Place(self.page, self.lefts[start], self.top, self.rights[end - 1], self.bottom)


@dataclass(slots=True)  # not frozen, as `Line` is not
class Cell:
    """One cell of a ruled table: its box, the grid columns it covers, its printed lines.

    ``column`` is the index of its left grid column, ``columns`` how many it covers; ``rows`` how
    many grid rows it covers.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    column: int
    columns: int
    rows: int
    lines: tuple[Line, ...]
    _text: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        """Return the printed text without white space, as headers are compared."""
        if self._text is None:
            self._text = "".join("".join([line.text for line in self.lines]).split())
        return self._text


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table on one page; ``grid[r][c]`` is the cell whose top left corner is there."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    grid: tuple[tuple[Cell | None, ...], ...]

    @property
    def lefts(self) -> list[float]:
        """Return the left end of each grid column, in points."""
        lefts: dict[int, float] = {}
        for cells in self.grid:
            for cell in cells:
                if cell is not None:
                    lefts.setdefault(cell.column, cell.x0)
        return [lefts[column] for column in sorted(lefts)]


@dataclass(frozen=True, slots=True)
class PageTables:
    """What `tables` makes of a page: every glyph is in a cell of a table or in a loose line.

    ``glyphs`` counts those that are not white space.
    """

    number: int
    width: float
    height: float
    tables: tuple[Table, ...]
    loose: tuple[Line, ...]
    glyphs: int


@dataclass(slots=True)  # not frozen, as `Line` is not
class Paragraph:
    """A paragraph of a cell; ``text`` is the texts of its ``lines`` put together."""

    text: str
    lines: tuple[Line, ...]

    def place(self, start: int, end: int) -> Place:
        """Return where the characters from ``start`` to ``end`` are printed.

        Of several lines the first counts; an empty range stands for its first character.
        """
        first = 0
        for line in self.lines:
            behind = first + len(line.text)
            if start < behind:
                stop = end if end > start else start + 1
                return line.place(start - first, (stop if stop < behind else behind) - first)
            first = behind
        raise IndexError(start)


CellText = tuple[Paragraph, ...]
COLUMN_ROLES = ("goal", "indicator", "weight", "standard", "target", "actual", "rate", "analysis")
"""The roles that have a column of their own in the output; other columns keep their words."""


class Measure(NamedTuple):
    """Columns of a row that are of one item: a year's of several side by side, or those of money beside work.

    ``columns`` names the column of each role, as the row's `cells` or `other` have it; ``years_on`` tells
    how many years after the report's own they are for, where no ``year`` is named.
    """

    columns: Mapping[str, str]
    label: str = ""
    year: int | None = None
    years_on: int = 0
    is_own: bool = False
    """Whether the running text of the row speaks of it."""
    is_shared: bool = False
    """Whether it has a figure of another item, as it has none of its own."""
    is_named: bool = False
    """Whether the header of its rate names its columns, so that no others count: 執行率(4)/(1)."""


@dataclass(slots=True)  # not frozen, as `Line` is not
class Row:
    """One logical table row, wherever pages cut it.

    ``cells`` maps a role (``goal``, ``indicator``, ``target``, …) to its paragraphs, ``other`` a
    header without a role to its text; ``fragments`` are the boxes of its parts, page by page.
    ``units`` gives the unit that a header or a unit column says for the bare figures of a role;
    ``periods`` the ROC years of the items, where the row has a column for each year; ``measures`` their
    columns, where several of each role stand side by side.
    """

    number: int
    goal_no: int | None
    cells: dict[str, CellText]
    fragments: tuple[Place, ...]
    other: dict[str, CellText] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    periods: tuple[int, ...] = ()
    measures: tuple[Measure, ...] = ()

    def cell(self, role: str) -> CellText:
        """Return the paragraphs of a role, none where the report has no such column."""
        return self.cells.get(role, ())

    def text(self, role: str) -> str:
        """Return the text of a role, paragraphs set apart by line ends."""
        return "\n".join([paragraph.text for paragraph in self.cell(role)])
