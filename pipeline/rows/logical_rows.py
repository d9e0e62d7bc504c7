"""Tables of all pages -> logical rows: headers gone by meaning, rows cut by pages whole again.

Tables under a known header become row parts (`table_rows`), parts that a page break cut apart become
one row (`page_joins`), and rows under one goal get the whole of it (`merged_goals`). The small year tables
of a form, and the headings and running text about them, become rows of their own (`forms`), as do the rates
that are told outside of tables (`running_text`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from pipeline.records import PageTables, Table
from pipeline.rows.contents import Contents, count_inked, table_cells
from pipeline.rows.forms.form_rows import read_forms
from pipeline.rows.forms.table_headings import NO_HEADING, TableHeading, TableHeadings
from pipeline.rows.forms.table_joins import may_be_form, names_years
from pipeline.rows.merged_goals import rows_with_goals
from pipeline.rows.page_joins import group_parts
from pipeline.rows.row_parts import RowPart
from pipeline.rows.running_text.rate_rows import add_told_rows
from pipeline.rows.table_rows import TableRowReader
from pipeline.tables import (
    Header,
    Turns,
    find_headers,
    find_turns,
    join_cut_card,
    may_be_cut_card,
    read_turned,
)


def from_pages(pages: Iterable[PageTables]) -> Contents:
    """Read the rows of a report out of the tables of its pages, in order."""
    contents = Contents()
    reader = _PageReader(contents)
    parts = chain(chain.from_iterable(map(reader.read, pages)), reader.finish())
    contents.rows.extend(rows_with_goals(group_parts(parts), contents.counts))
    if reader.year_tables:
        _add_form_rows(contents, reader.year_tables, reader.others)
    add_told_rows(contents, reader.places)
    contents.counts["rows"] = len(contents.rows)
    return contents


class _Printed(NamedTuple):
    """A table with the headers that stand in it, else the tables that it is if it is turned."""

    table: Table
    headers: dict[int, Header]
    heading: TableHeading
    turned: list[tuple[Table, dict[int, Header]]]


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
        self._headings = TableHeadings()
        self._has_begun = False
        """Whether a table with a known header has come."""
        self._cut: _Printed | None = None
        self._turns: Turns | None = None
        """What takes turns in the lines of the table before, which may go on."""

    def read(self, page: PageTables) -> Iterator[RowPart]:
        """Yield the row parts of a page; put the rest of it aside, and count it.

        A card at its foot waits for the next page, where it may go on.
        """
        contents = self._contents
        contents.counts["pages"] += 1
        contents.counts["glyphs"] += page.glyphs
        contents.counts["tables"] += len(page.tables)
        printed = [
            self._find_headers(table, heading)
            for table, heading in zip(page.tables, self._headings.read(page), strict=True)
        ]
        tops = [one.table.top for one in printed if one.headers or one.turned]
        above = 0.0 if self._has_begun else tops[0] if tops else page.height
        self._has_begun = self._has_begun or bool(tops)
        contents.loose.extend((line, line.top < above) for line in page.loose)
        self.places.extend((table.page, table.top) for table in page.tables)
        yield from self._end_card(printed)
        if printed and not printed[-1].headers and may_be_cut_card(printed[-1].table):
            self._cut = printed.pop()
        for one in printed:
            yield from self._read(one)

    def finish(self) -> Iterator[RowPart]:
        """Yield the row parts of what waits."""
        return self._end_card([])

    def _find_headers(self, table: Table, heading: TableHeading) -> _Printed:
        named = heading.name is not None
        headers = find_headers(table, self._header, named=named)
        # Years over one column of names are a form; what a goal and an indicator name is none.
        of_years = not headers and names_years(table)
        turns = None if headers else find_turns(table, leads=2 if of_years else 1)
        is_plain = headers or (of_years and turns is None)
        self._turns = turns or self._turns
        turned = [] if is_plain else read_turned(table, named=named, turns=self._turns)
        if not turned:
            self._turns = None
        return _Printed(table, headers, heading, turned)

    def _end_card(self, below: list[_Printed]) -> Iterator[RowPart]:
        """Read the card that waits, with the rest of it that a page opens with, if it does."""
        cut, self._cut = self._cut, None
        if cut is None:
            return
        joined = None
        if below and not below[0].headers and not names_years(below[0].table):
            named = cut.heading.name is not None
            joined = join_cut_card(cut.table, below[0].table, named=named)
        if not joined:
            yield from self._read(cut)
            return
        del below[0]
        for table, headers in joined:
            self.others.append((table.page, table.top))
            heading = cut.heading if table is joined[0][0] else NO_HEADING
            yield from self._read_table(table, headers, headers[0], heading)

    def _read(self, printed: _Printed) -> Iterator[RowPart]:
        """Yield the row parts of a table, or put it aside."""
        table, headers, heading, turned = printed
        last = self.year_tables[-1] if self.year_tables else None
        if not headers and may_be_form(table, last):
            self.year_tables.append(table)
            return
        self.others.append((table.page, table.top))
        header = next(iter(headers.values()), self._header)
        if turned:
            # Labels that all lines repeat are one header now, those of one line those of several columns.
            self._contents.count_glyphs("headers", table_cells(table))
            for one, own in turned:
                self._contents.discount_glyphs("headers", table_cells(one))
                yield from self._read_table(one, own, next(iter(own.values())), heading)
        elif header is None or not (headers or header.fits(table)):
            self._contents.set_table_aside(table)
        else:
            self._header = header
            yield from self._read_table(table, headers, header, heading)

    def _read_table(
        self, table: Table, headers: dict[int, Header], header: Header, heading: TableHeading
    ) -> Iterator[RowPart]:
        """Yield the row parts of a table; ``header`` holds until one of its own ``headers``."""
        self._contents.unknown_headers.update(dict.fromkeys(header.unknown))
        self._contents.roles = self._contents.roles or tuple(filter(None, header.roles))
        return self._tables.read(table, header, headers, heading)


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
