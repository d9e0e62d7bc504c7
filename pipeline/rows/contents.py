"""The rows of a report with what else its pages hold, and the counts that show that nothing was lost.

Each glyph of a report is in exactly one of these: a cell of a row, a header, a table of another kind, or
a line outside of tables. The tests add them up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pipeline.records import Cell, Line, Row, Table
from pipeline.tables import has_rate_column


@dataclass(slots=True)
class Contents:
    """The rows of a report, what else its pages hold, and the counts of all that was set aside."""

    rows: list[Row] = field(default_factory=list)
    roles: tuple[str, ...] = ()
    layout: str = ""
    """The name of the layout, where the roles alone do not tell it."""
    loose: list[tuple[Line, bool]] = field(default_factory=list)
    """Lines outside of tables, and whether they stand before the first with a known header."""
    counts: Counter[str] = field(default_factory=Counter)
    unknown_headers: dict[str, None] = field(default_factory=dict)
    """Headers of columns in tables of rows whose words are not known, in the order of print."""
    pages_of_rates_aside: list[int] = field(default_factory=list)
    """Pages with a table that has a column of rates, and of which no row is made."""

    def warnings(self) -> Iterator[str]:
        """Yield what a reader of the figures should know of the columns."""
        if self.unknown_headers:
            yield f"headers that are not known: {', '.join(self.unknown_headers)} (under other)"
        if self.pages_of_rates_aside:
            pages = ", ".join(str(page) for page in dict.fromkeys(self.pages_of_rates_aside))
            yield f"a table with a column of rates is not read (page {pages})"

    def add_rows(self, rows: Iterable[Row]) -> None:
        """Put rows among the others, in the order of print, and number all anew."""
        ordered = sorted(
            [*self.rows, *rows], key=lambda row: (row.fragments[0].page, row.fragments[0].top)
        )
        self.rows = [replace(row, number=number) for number, row in enumerate(ordered, start=1)]

    def count_glyphs(self, kind: str, cells: Iterable[Cell]) -> None:
        """Add the glyphs of cells to those of a kind (``cells``, ``headers``)."""
        self.counts[f"glyphs in {kind}"] += sum(len(cell.text) for cell in cells)

    def discount_glyphs(self, kind: str, cells: Iterable[Cell]) -> None:
        """Take the glyphs of cells from those of a kind: they are counted elsewhere."""
        self.counts[f"glyphs in {kind}"] -= sum(len(cell.text) for cell in cells)

    def set_table_aside(self, table: Table) -> None:
        """Count a table that no row is made of."""
        self.counts["tables without a known header"] += 1
        if has_rate_column(table):
            self.pages_of_rates_aside.append(table.page)
        self.count_glyphs("other tables", table_cells(table))


def table_cells(table: Table) -> Iterator[Cell]:
    """Yield the cells of a table, each once."""
    for cells in table.grid:
        yield from (cell for cell in cells if cell)


def count_inked(lines: Iterable[Line]) -> int:
    """Return how many characters of lines are not white space."""
    return sum(not char.isspace() for line in lines for char in line.text)
