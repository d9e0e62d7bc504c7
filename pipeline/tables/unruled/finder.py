"""Loose glyphs and horizontal rules of a page -> tables that are ruled only across, or not at all.

Only header words make a table: neighbouring lines whose pieces name the columns of a performance
table. The white gutters that run on between the words part the columns; the table ends where text
crosses them. Rules part the rows where they are drawn; elsewhere each line with figures in most of
the short columns is a row, and the cells about it are parted where the white is widest.

>>> def word(x, top, text):
...     return [Glyph(c, x + 10 * n, top, x + 10 * n + 10, top + 10) for n, c in enumerate(text)]
>>> header = word(0, 0, "衡量指標") + word(80, 0, "目標值") + word(150, 0, "實際值")
>>> first = word(0, 20, "參訪人次") + word(80, 20, "90") + word(150, 20, "95")
>>> second = word(0, 40, "檢查家數") + word(80, 40, "30") + word(150, 40, "24")
>>> unruled = find_unruled(header + first + second, (), 1)
>>> [[cell.text for cell in row if cell] for row in unruled.tables[0].grid]
[['衡量指標', '目標值', '實際值'], ['參訪人次', '90', '95'], ['檢查家數', '30', '24']]
>>> find_unruled(first + second, (), 1).tables
()
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.reading import Glyph, Rule
from pipeline.records import Table
from pipeline.tables import lines
from pipeline.tables.unruled import drafts, grids, header_bands, header_search, ink
from pipeline.tables.unruled.drafts import Draft
from pipeline.tables.unruled.gutters import Columns
from pipeline.tables.unruled.ink import Sheet, Stroke


class UnruledTables(NamedTuple):
    """The tables of a page, the glyphs in none, and the columns that the next page may go on with."""

    tables: tuple[Table, ...]
    loose: list[Glyph]
    columns: Columns | None


def find_unruled(
    glyphs: Sequence[Glyph],
    rules: Sequence[Rule],
    page: int,
    *,
    horizontal: Sequence[Stroke] = (),
    tops: Sequence[float] = (),
    before: Columns | None = None,
) -> UnruledTables:
    """Find the tables among the glyphs that are in no ruled one.

    ``horizontal`` are the rules as joined lines, ``tops`` where ruled tables begin, and ``before`` the
    columns of the page before, if its table may go on here without a header.
    """
    pieces = (
        tuple(header_bands.part_words(ink.cut_pieces(line))) for line in lines.cut_strips(glyphs)
    )
    strips = [strip for strip in pieces if strip]
    sheet = Sheet(strips, rules, horizontal, sorted(tops))
    bands = list(header_search.find_bands(sheet)) if len(strips) > 1 else []
    if not bands and before is None:
        return UnruledTables((), list(glyphs), None)
    columns = before
    made = list(_rest(sheet, before, 0, bands[0].first if bands else len(strips)))
    for number, band in enumerate(bands):
        stop = bands[number + 1].first if number + 1 < len(bands) else len(strips)
        below = [
            drafts.draft_below(sheet, part, stop, columns)
            for part in header_search.split_band(sheet, band)
        ]
        own = [draft for draft in below if draft]
        made.extend(own)
        if own:
            columns = own[-1].columns
        if len(own) == 1:
            made.extend(_rest(sheet, columns, _end(sheet, own[0]), stop))
    used = {id(glyph) for draft in made for glyph in draft.glyphs()}
    loose = [glyph for glyph in glyphs if id(glyph) not in used]
    return UnruledTables(
        tuple(grids.grid_from_draft(draft, sheet, page) for draft in made), loose, columns
    )


def _rest(sheet: Sheet, columns: Columns | None, begin: int, stop: int) -> Iterator[Draft]:
    """Yield what goes on in the same columns between two lines, around pictures and text."""
    while columns is not None:
        draft = drafts.draft_continued(sheet, columns, begin, stop)
        if draft is None:
            return
        yield draft
        begin = _end(sheet, draft)


def _end(sheet: Sheet, draft: Draft) -> int:
    """Return the number of the first line below a table."""
    bottom = max(piece.bottom for piece in [*draft.pieces, *draft.header_pieces()])
    below = (n for n, strip in enumerate(sheet.strips) if min(p.middle for p in strip) > bottom)
    return next(below, len(sheet.strips))
