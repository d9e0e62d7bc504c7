"""A small table of the `form` layout -> its labelled lines, each with a cell for each year.

The years stand side by side in a line of the table, mostly the first, or in its first column, under a
header of target, actual figure and rate (`year_headers`). Lines that tell the goal, the indicator, the
measure or the analysis have one text.

>>> from pipeline.records import Line
>>> def cell(text, column, columns=1):
...     line = Line(text, 1, 0, 10, [0.0] * len(text), [9.0] * len(text))
...     return Cell(column * 50, 0, (column + columns) * 50, 20, column, columns, 1, (line,))
>>> head = (cell("項目", 0), cell("104年度", 1), cell("105年度", 2))
>>> target = (cell("原訂目標值", 0), cell("30", 1), cell("35", 2))
>>> standard = (cell("衡量標準", 0), cell("辦理場次", 1, 2), None)
>>> entries = read_year_table([Table(1, 0, 0, 150, 60, (head, target, standard))])
>>> [(entry.role, {year: c.text for year, c in entry.cells.items()}) for entry in entries]
[('target', {104: '30', 105: '35'}), ('standard', {0: '辦理場次'})]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.records import Cell, Place, Table
from pipeline.rows.forms.line_labels import entry_key, is_rest_of_label
from pipeline.rows.forms.year_headers import YearColumns, find_year_headers, upper_header_rows
from pipeline.rows.forms.year_lines import NO_YEAR, YearLine, read_year_line
from pipeline.rows.row_parts import FIGURES
from pipeline.tables import header_unit, read_header_year


def read_year_table(parts: Sequence[Table]) -> list[YearLine]:
    """Return the lines of one table, page by page; its parts stand on pages that follow."""
    reader = _Reader()
    for part in parts:
        reader.read(part)
    reader.finish_years()
    return reader.entries


def has_figures(entries: Iterable[YearLine]) -> bool:
    """Tell whether some lines hold a target or an actual figure for a year."""
    return any(
        entry.role in ("target", "actual") and entry.cells.keys() - {NO_YEAR} for entry in entries
    )


class _Reader:
    """The lines so far of one table."""

    def __init__(self) -> None:
        self.entries: list[YearLine] = []
        self._columns: YearColumns | None = None
        self._lefts: list[float] = []
        # Where the years are lines:
        self._by_column: dict[int, dict[int, Cell]] = {}
        self._year = NO_YEAR
        self._places: list[Place] = []

    def read(self, part: Table) -> None:
        """Read the lines of the part on the next page."""
        opens = bool(self._lefts)  # whether a line is the first behind a page end
        rows = self._rows(part)
        headers = dict(find_year_headers(rows))
        skipped = upper_header_rows(rows, headers)
        for r, cells in enumerate(rows):
            if r in headers:
                if headers[r] != self._columns:
                    self.finish_years()
                self._columns = headers[r]
            elif cells and r not in skipped:
                place = _bounding_place(part.page, cells)
                if self._columns is None or self._columns.years:
                    self._read_line(cells, place, opens=opens)
                else:
                    self._read_year(cells, place, opens=opens)
                opens = False

    def _rows(self, part: Table) -> list[list[Cell]]:
        """Return the cells of a part, their columns counted as in the first one."""
        own = [left - part.x0 for left in part.lefts]
        if len(own) > len(self._lefts):
            self._lefts = own
        lefts = self._lefts
        columns = [min((abs(left - at), n) for n, left in enumerate(lefts))[1] for at in own]
        return [
            [replace(cell, column=columns[cell.column]) for cell in cells if cell]
            for cells in part.grid
        ]

    def _read_line(self, cells: Sequence[Cell], place: Place, *, opens: bool) -> None:
        entry = read_year_line(cells, place, self._columns)
        if entry is None:
            return
        if opens and self.entries:
            entry = self._over_page(entry)
        self.entries.append(entry)

    def _over_page(self, entry: YearLine) -> YearLine:
        """Return the first line of a page as the rest of the one above, where a page end cut that."""
        if entry.leads:
            # What is new begins with the line that the others began with.
            first = next((e.role for e in self.entries if e.role in FIGURES), entry.role)
            return replace(entry, leads_go_on=entry.role in FIGURES and entry.role != first)
        before = self.entries[-1]
        empty = not any(cell.text for cell in entry.cells.values())
        if entry.label and not empty and not is_rest_of_label(before.label, entry.label):
            return entry
        label = before.label + entry.label
        role = entry_key(label) if entry.label else before.role
        unit = before.unit or header_unit(label)
        if (role, unit) != (before.role, before.unit):
            self.entries[-1] = replace(before, role=role, unit=unit)
        return replace(entry, role=role, label=label, unit=unit, goes_on=True)

    def _read_year(self, cells: Sequence[Cell], place: Place, *, opens: bool) -> None:
        first = cells[0] if cells[0].column == 0 else None
        year = read_header_year(first.text) if first else None
        is_rest = opens and not (first and first.text)
        if year is None and not is_rest:
            self.finish_years()
            self._read_line(cells, place, opens=False)
            return
        if is_rest and not self._by_column:
            self._add_to_header(cells)
            return
        self._year = self._year if year is None else year.year
        self._places.append(place)
        for cell in cells:
            if cell is not first:
                by_year = self._by_column.setdefault(cell.column, {})
                rest_of = is_rest and self._year in by_year
                before = by_year[self._year].lines if rest_of else ()
                by_year[self._year] = replace(cell, lines=(*before, *cell.lines))

    def _add_to_header(self, cells: Sequence[Cell]) -> None:
        """Put the rest of a header that a page end cut to its words."""
        words = dict(self._columns.words) if self._columns else {}
        for cell in cells:
            words[cell.column] = words.get(cell.column, "") + cell.text
        self._columns = YearColumns({}, words)

    def finish_years(self) -> None:
        """Make entries of the columns of a table whose lines are years."""
        words = self._columns.words if self._columns else {}
        for column, by_year in sorted(self._by_column.items()):
            word = words.get(column, "")
            for place in self._places[:1]:
                self.entries.append(
                    YearLine(entry_key(word), word, by_year, place, header_unit(word))
                )
        for place in self._places[1:]:
            self.entries.append(YearLine("", "", {}, place, goes_on=True))
        self._by_column, self._places, self._year = {}, [], NO_YEAR


def _bounding_place(page: int, cells: Sequence[Cell]) -> Place:
    return Place(
        page,
        min(cell.x0 for cell in cells),
        min(cell.top for cell in cells),
        max(cell.x1 for cell in cells),
        max(cell.bottom for cell in cells),
    )
