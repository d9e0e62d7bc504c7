"""The year tables of a report -> those that are one table, cut by pages.

A table goes on on the next page where its columns do, unless a heading stands between or it tells again
what it began with. Its last lines may have no rules: they are then among the lines that the page opens with.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.records import Cell, Line, Table
from pipeline.rows.forms.line_labels import TEXTS, entry_key, has_open_bracket
from pipeline.rows.forms.year_headers import find_year_headers
from pipeline.rows.forms.year_lines import YearLine
from pipeline.rows.forms.year_tables import has_figures, read_year_table
from pipeline.rows.line_parts import take_characters
from pipeline.rows.row_parts import FIGURES
from pipeline.tables import column_role, label_role

_NEAR = 3.0
"""How far, in points, the columns of one table may stand apart from page to page."""


class YearTable(NamedTuple):
    """A table of years, wherever pages cut it."""

    parts: tuple[Table, ...]
    entries: tuple[YearLine, ...]


def may_be_form(table: Table, before: Table | None) -> bool:
    """Tell whether a table may be one of a form, or the rest of the one before it."""
    return is_year_table(table) or is_continuation(table, before)


def is_year_table(table: Table) -> bool:
    """Tell whether a table may be one of years: a line names them, or the first column does.

    A page may also end below its first lines, which tell goal and indicator.
    """
    if names_years(table):
        return True
    rows = [own for cells in table.grid if (own := [cell for cell in cells if cell])]
    return bool(rows) and all(
        len(cells) == 2 and column_role(cells[0].text) in TEXTS for cells in rows
    )


def names_years(table: Table) -> bool:
    """Tell whether a line of a table names years, or its first column does."""
    rows = [[cell for cell in cells if cell] for cells in table.grid]
    return any(True for _ in find_year_headers(rows))


def join_year_tables(
    tables: Iterable[Table], headings: Sequence[tuple[int, float]]
) -> Iterator[YearTable]:
    """Put the parts of tables that pages cut together; leave out those that tell no performance.

    ``headings`` are the places of the lines that open something; what is below one is another table.
    """
    parts: list[Table] = []
    for table in tables:
        if parts and not _goes_on(table, parts[-1], headings):
            yield from _year_table(parts)
            parts = []
        parts.append(table)
    yield from _year_table(parts)


def _year_table(parts: Sequence[Table]) -> Iterator[YearTable]:
    entries = tuple(read_year_table(parts)) if parts else ()
    if has_figures(entries):
        yield YearTable(tuple(parts), entries)


def _goes_on(table: Table, before: Table, headings: Sequence[tuple[int, float]]) -> bool:
    below = bisect_right(headings, (before.page, before.bottom))
    return (
        not (below < len(headings) and headings[below] < (table.page, table.top))
        and is_continuation(table, before)
        and not begins_anew(table, before)
    )


def is_continuation(table: Table, before: Table | None) -> bool:
    """Tell whether a table may be the rest of one on the page before it: the same sides and columns."""
    if before is None or table.page != before.page + 1:
        return False
    if abs((table.x1 - table.x0) - (before.x1 - before.x0)) > 2 * _NEAR:
        return False
    one = [left - table.x0 for left in table.lefts]
    other = [left - before.x0 for left in before.lefts]
    fewer, more = sorted((one, other), key=len)
    return len(fewer) > 1 and all(any(abs(a - b) <= _NEAR for b in more) for a in fewer)


def begins_anew(table: Table, before: Table) -> bool:
    """Tell whether a table that has a header of its own tells again what the one before it told."""
    rows = [[cell for cell in cells if cell] for cells in table.grid]
    headers = dict(find_year_headers(rows))
    if not headers:
        return False
    keys = {entry_key(c.text) for cells in before.grid for c in cells[:2] if c and c.text}
    first = next((cells for r, cells in enumerate(rows) if cells and r not in headers), ())
    return any(entry_key(cell.text) in keys for cell in first[:2])


# --------------------------------------------------------------------------- rests without rules


def add_unruled_rests(
    tables: Sequence[Table], lines: Sequence[tuple[int, Line]]
) -> tuple[list[Table], set[int]]:
    """Add the rests of tables without rules that stand at the head of the next page.

    ``lines`` come with their index. Returns all parts in their order, and which of the lines are in one.
    """
    by_page: dict[int, list[tuple[int, Line]]] = {}
    for pair in sorted(lines, key=lambda pair: (pair[1].page, pair[1].top)):
        by_page.setdefault(pair[1].page, []).append(pair)
    tops = {table.page: table.top for table in reversed(tables)}
    parts: list[Table] = []
    used: set[int] = set()
    for number, table in enumerate(tables):
        parts.append(table)
        below = any(line.top >= table.bottom - 1 for _, line in by_page.get(table.page, ()))
        later = number + 1 < len(tables) and tables[number + 1].page == table.page
        if below or later:
            continue
        page = table.page + 1
        heads = [p for p in by_page.get(page, ()) if p[1].top < tops.get(page, p[1].bottom)]
        rest, count = read_unruled_rest(table, [line for _, line in heads])
        if rest:
            parts.append(rest)
            used.update(index for index, _ in heads[:count])
    return parts, used


def read_unruled_rest(table: Table, lines: Sequence[Line]) -> tuple[Table | None, int]:
    """Return the rest of a table that has no rules of its own, and of how many lines it is made.

    ``lines`` are those that the next page opens with; each of the rest begins with the name of a line
    of figures or of a review.
    """
    lefts = table.lefts
    ends = [*lefts[1:], table.x1]
    grid: list[tuple[Cell | None, ...]] = []
    count = 0
    for number, line in enumerate(lines, start=1):
        texts = _split_at_columns(line, lefts)
        filled = [c for c, text in enumerate(texts) if text.text.strip()]
        label = grid[-1][0] if grid else None
        if filled == [0] and label and has_open_bracket(label.text):
            # The label goes on on a line of its own: 原訂目標值(單位：, 公頃).
            grid[-1] = (replace(label, lines=(*label.lines, texts[0])), *grid[-1][1:])
            count = number
            continue
        role = label_role(texts[0].text) or column_role(texts[0].text)
        if role not in (*FIGURES, "review") or len(filled) < 2:
            break
        count = number
        grid.append(
            tuple(
                Cell(
                    lefts[c], line.top, ends[c], line.bottom, c, 1, 1, (text,) if text.text else ()
                )
                for c, text in enumerate(texts)
            )
        )
    if not count:
        return None, 0
    box = table.x0, lines[0].top, table.x1, lines[count - 1].bottom
    return Table(lines[0].page, *box, tuple(grid)), count


def _split_at_columns(line: Line, lefts: Sequence[float]) -> list[Line]:
    """Return what a line has in each column, by the middle of its characters."""
    columns: list[list[int]] = [[] for _ in lefts]
    for at, (left, right) in enumerate(zip(line.lefts, line.rights, strict=True)):
        middle = (left + right) / 2
        columns[max(sum(middle >= x for x in lefts) - 1, 0)].append(at)
    return [take_characters(line, offsets) for offsets in columns]
