"""Tables of all pages -> logical rows: headers gone by meaning, rows cut by pages whole again.

Tables under a known header become row parts (`table_rows`), parts that a page break cut apart become
one row (`page_joins`), and rows under one goal get the whole of it (`merged_goals`). The small year tables
of a form, and the headings and running text about them, become rows of their own (`forms`), as do the rates
that are told outside of tables (`running_text`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.records import PageTables, Table
from pipeline.rows.contents import Contents, count_inked, table_cells
from pipeline.rows.forms.form_rows import read_forms
from pipeline.rows.forms.table_joins import may_be_form
from pipeline.rows.merged_goals import rows_with_goals
from pipeline.rows.page_joins import group_parts
from pipeline.rows.row_parts import RowPart
from pipeline.rows.running_text.rate_rows import add_told_rows
from pipeline.rows.table_rows import TableRowReader
from pipeline.tables import Header, find_headers


def from_pages(pages: Iterable[PageTables]) -> Contents:
    """Read the rows of a report out of the tables of its pages, in order."""
    contents = Contents()
    reader = _PageReader(contents)
    parts = (part for page in pages for part in reader.read(page))
    contents.rows.extend(rows_with_goals(group_parts(parts), contents.counts))
    if reader.year_tables:
        _add_form_rows(contents, reader.year_tables, reader.others)
    add_told_rows(contents, reader.places)
    contents.counts["rows"] = len(contents.rows)
    return contents


class _PageReader:
    """Reads page after page; the header of one holds for a table without one on the next."""

    def __init__(self, contents: Contents) -> None:
        self.year_tables: list[Table] = []
        """Those that may be of a form."""
        self.others: list[tuple[int, float]] = []
        """Where other tables begin: page and height."""
        self.places: list[tuple[int, float]] = []
        """Where all tables begin."""
        self._contents = contents
        self._tables = TableRowReader(contents)
        self._header: Header | None = None

    def read(self, page: PageTables) -> Iterator[RowPart]:
        """Yield the row parts of a page; put the rest of it aside, and count it."""
        contents = self._contents
        contents.counts["pages"] += 1
        contents.counts["glyphs"] += page.glyphs
        headers = [find_headers(table, self._header) for table in page.tables]
        tops = [table.top for table, own in zip(page.tables, headers, strict=True) if own]
        above = 0.0 if self._header else tops[0] if tops else page.height
        contents.loose.extend((line, line.top < above) for line in page.loose)
        for table, own in zip(page.tables, headers, strict=True):
            contents.counts["tables"] += 1
            self.places.append((table.page, table.top))
            last = self.year_tables[-1] if self.year_tables else None
            if not own and may_be_form(table, last):
                self.year_tables.append(table)
                continue
            self.others.append((table.page, table.top))
            header = next(iter(own.values()), self._header)
            if header is None or not (own or header.fits(table)):
                contents.set_table_aside(table)
                continue
            self._header = header
            contents.unknown_headers.update(dict.fromkeys(header.unknown))
            contents.roles = contents.roles or tuple(filter(None, header.roles))
            yield from self._tables.read(table, header, own)


def _add_form_rows(
    contents: Contents, year_tables: list[Table], others: list[tuple[int, float]]
) -> None:
    """Put the rows of the year tables among the others, in the order of print."""
    lines = [line for line, _ in contents.loose]
    forms = read_forms(lines, year_tables, others)
    for table in year_tables:
        if table not in forms.tables:
            contents.set_table_aside(table)
    if not forms.rows:
        return
    contents.layout = "form" if not contents.rows else ""
    contents.roles = contents.roles or tuple(forms.rows[0].cells)
    for table in forms.tables:
        contents.count_glyphs("cells", table_cells(table))
    contents.counts["glyphs in cells"] += count_inked(lines[index] for index in forms.lines)
    contents.loose = [pair for at, pair in enumerate(contents.loose) if at not in forms.lines]
    contents.add_rows(forms.rows)
