"""All lines and year tables of a report -> the rows of its form, and which of them these are made of.

Running titles and page numbers are left out, but not a sentence that stands alike on two pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from pipeline.records import Line, Row, Table
from pipeline.rows.forms.form_reader import FormReader
from pipeline.rows.forms.headings import match_heading
from pipeline.rows.forms.running_text import SENTENCE_ENDS
from pipeline.rows.forms.table_joins import YearTable, add_unruled_rests, join_year_tables
from pipeline.rows.furniture import find_running_titles, is_page_number


class FormRows(NamedTuple):
    """The rows of a report's year tables, and which of its lines and tables they are made of."""

    rows: list[Row]
    lines: set[int]
    tables: list[Table]


class _Printed(NamedTuple):
    """What stands at a height of a page: a line, a year table, or a table of another kind (None).

    Of a table that a page cuts, the later parts stand for themselves. ``number`` is the index of a
    line, -1 for tables.
    """

    page: int
    top: float
    number: int
    item: Line | YearTable | Table | None


def read_forms(
    lines: Sequence[Line], tables: Sequence[Table], others: Iterable[tuple[int, float]] = ()
) -> FormRows:
    """Return the rows of a report's year tables in the order of print, all with the number 0.

    ``others`` are the pages and heights of tables of another kind. Lines are told by their index.
    """
    numbers = {index for index, line in enumerate(lines) if is_page_number(line.text)}
    running = find_running_titles(lines)
    headings = {index for index, line in enumerate(lines) if match_heading(line.text)}
    # No running title ends a sentence, but sentences may stand alike on two pages.
    sentences = {i for i, line in enumerate(lines) if line.text.rstrip()[-1:] in SENTENCE_ENDS}
    margins = (running | numbers) - headings - sentences
    inner = [(index, line) for index, line in enumerate(lines) if index not in margins]
    parts, unruled = add_unruled_rests(tables, inner)
    heading_places = sorted((lines[index].page, lines[index].top) for index in headings)
    year_tables = list(join_year_tables(parts, heading_places))
    dropped = unruled | (running & numbers)
    printed = [
        _Printed(line.page, line.top, index, line)
        for index, line in enumerate(lines)
        if index not in dropped
    ]
    printed += [_Printed(t.parts[0].page, t.parts[0].top, -1, t) for t in year_tables]
    printed += [_Printed(p.page, p.top, -1, p) for t in year_tables for p in t.parts[1:]]
    printed += [_Printed(page, top, -1, None) for page, top in others]
    printed.sort(key=lambda one: one[:3])
    reader = FormReader()
    for one in _without_margins(printed, margins):
        if isinstance(one.item, YearTable):
            reader.read_table(one.item)
        elif isinstance(one.item, Line):
            reader.read_line(one.number, one.item)
        elif one.item is None:
            reader.read_other_table()
    rows = [row for draft in reader.drafts if (row := draft.row())]
    ruled = {id(table) for table in tables}
    used = [part for table in year_tables for part in table.parts if id(part) in ruled]
    return FormRows(rows, reader.used | unruled, used)


def _without_margins(printed: Sequence[_Printed], margins: Collection[int]) -> Iterator[_Printed]:
    """Leave out running titles and page numbers: at the head and foot of a page, not amid its text.

    Pages that look alike have the same words (衡量標準：) at the same height.
    """
    for _, page in groupby(printed, key=lambda one: one.page):
        inner = list(page)
        while inner and inner[0].number in margins:
            inner.pop(0)
        while inner and inner[-1].number in margins:
            inner.pop()
        yield from inner
