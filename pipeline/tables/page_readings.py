"""What a strategy of `table_finder` reads of a page, and what it makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipeline.reading import Glyph, GlyphColumns, Rule
from pipeline.records import Table
from pipeline.tables.cell_grids import CellGrid
from pipeline.tables.snapping import Edge
from pipeline.tables.unruled import finder
from pipeline.tables.unruled.finder import UnruledTables
from pipeline.tables.unruled.gutters import Columns


class PageContent(NamedTuple):
    """What a strategy reads: the text of a page, its rules, and the columns of the page before."""

    number: int
    text: GlyphColumns
    rules: Sequence[Rule]
    columns_before: Columns | None


@dataclass(frozen=True, slots=True)
class Reading:
    """The tables of a page as one strategy reads them."""

    outside: Sequence[Glyph]
    """The glyphs that are in no grid."""
    horizontal: Sequence[Edge] = ()
    vertical: Sequence[Edge] = ()
    grids: Sequence[CellGrid] = ()
    unruled: UnruledTables | None = None
    """The tables among the glyphs outside."""

    @property
    def loose(self) -> Sequence[Glyph]:
        """Return the glyphs that are in no table."""
        return self.outside if self.unruled is None else self.unruled.loose

    @property
    def unruled_tables(self) -> tuple[Table, ...]:
        """Return the tables that are in no grid."""
        return () if self.unruled is None else self.unruled.tables

    @property
    def score(self) -> int:
        """Return how good the reading is: the fewer glyphs it leaves outside of cells, the better."""
        return -len(self.loose)

    def with_unruled(self, page: PageContent) -> Reading:
        """Return the reading with the tables that stand among the glyphs outside of the grids."""
        unruled = finder.find_unruled(
            self.outside,
            page.rules,
            page.number,
            horizontal=self.horizontal,
            tops=[grid.box[1] for grid in self.grids],
            before=page.columns_before,
        )
        return replace(self, unruled=unruled)
