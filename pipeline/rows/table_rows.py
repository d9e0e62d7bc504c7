"""A table under a known header -> its row parts; headers, titles, notes, blank rows and totals set aside.

What is set aside is counted. A numbered line across all columns is the goal of the rows that follow it,
in this table and in those after it, where no column is for the goal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import regex

from pipeline.quantities import parse_label
from pipeline.records import Cell, Measure, Place, Table
from pipeline.rows.contents import Contents
from pipeline.rows.forms.headings import match_heading
from pipeline.rows.forms.table_headings import NO_HEADING, TableHeading
from pipeline.rows.labelled_cells import split_joined, split_labelled, split_rate
from pipeline.rows.line_parts import strip_line, take_characters
from pipeline.rows.row_parts import FIGURES, CellPart, RowPart, cell_part_from_cell
from pipeline.rows.spaces import clean_text
from pipeline.tables import ColumnGroup, Header, header_depth, is_band

_TOTAL = regex.compile(
    r"(?: \L<names> ) (?: [(（] .* [)）] )?",  # 合計, 合計（4項）
    regex.VERBOSE,
    names=("合計", "總計", "小計", "總分", "總和", "加權平均", "平均"),
)


_PART_NUMBER = regex.compile(r"\s*[0-9]{1,2}(?:[-.－][0-9]{1,2})+[.、]?\s+")
_NAMES = frozenset(("goal", "indicator"))


class TableRowReader:
    """Reads the tables of a report in order; a goal line holds until the header changes."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._goal_line: CellPart | None = None
        self._name: CellPart | None = None

    def read(
        self,
        table: Table,
        header: Header,
        headers: Mapping[int, Header],
        heading: TableHeading = NO_HEADING,
    ) -> Iterator[RowPart]:
        """Yield the rows of a table below its header.

        ``header`` holds until one of the table's own ``headers``, which go by the grid row; ``heading`` is
        what the lines above the table say.
        """
        parts = list(self._parts(table, header, headers, heading))
        for index, part in enumerate(parts):
            part.opens_page, part.closes_page = index == 0, index == len(parts) - 1
            yield part

    def _parts(
        self, table: Table, header: Header, headers: Mapping[int, Header], heading: TableHeading
    ) -> Iterator[RowPart]:
        contents = self._contents
        first_header = min(headers, default=0)
        if not headers:
            self._open_heading(header, heading)
        body_from = 0
        in_body = False  # whether a row has come
        title: CellPart | None = None  # of the table itself, where it names what no column does
        reaching: dict[int, tuple[Cell, int]] = {}
        for r, cells in enumerate(table.grid):
            own = [cell for cell in cells if cell]
            if r in headers:
                if headers[r].words != header.words:
                    self._goal_line = None
                header = headers[r]
                if r == first_header:
                    self._open_heading(header, heading, title)
                body_from = r + header_depth(table, r)
                reaching.clear()
            above_header = r < first_header
            if is_band(own, len(cells)):
                if above_header and _NAMES.isdisjoint(header.roles):
                    title = _without_number(own[0])
                    contents.count_glyphs("cells", own)
                else:
                    self._read_band(own[0], header, above_header=above_header)
                continue
            if r < body_from or (above_header and not in_body):
                contents.counts["header rows"] += 1
                contents.count_glyphs("headers", own)
                continue
            contents.count_glyphs("cells", own)
            part = make_row_part(table, header, _cells_by_column(own, r, reaching), heading.unit)
            if self._is_row(part):
                in_body = True
                yield self._under_goal_line(part)

    def _open_heading(
        self, header: Header, heading: TableHeading, title: CellPart | None = None
    ) -> None:
        """Take the goal, and what is measured, from the lines above a table, where no column tells them.

        What its own title says goes before these.
        """
        names_itself = "indicator" in header.roles or title is not None
        goal = heading.goal if names_itself else heading.goal_of_name
        self._name = title if names_itself else heading.name
        if goal is not None:
            self._goal_line = goal
        elif heading.opens:
            self._goal_line = None  # something else stands between it and the table before

    def _read_band(self, cell: Cell, header: Header, *, above_header: bool) -> None:
        """Read what stands across all columns as the goal of what follows, or as a title or note."""
        goal = None if above_header or "goal" in header.roles else read_goal_band(cell)
        if goal is not None:
            self._goal_line = goal
            self._contents.count_glyphs("cells", [cell])
            return
        self._contents.counts["rows across all columns"] += 1
        self._contents.loose.extend((line, above_header) for line in cell.lines)

    def _under_goal_line(self, part: RowPart) -> RowPart:
        if self._name and "indicator" not in part.cells:
            part = replace(part, cells={"indicator": self._name, **part.cells})
        if self._goal_line and "goal" not in part.cells and part.holds("indicator"):
            return replace(part, cells={"goal": self._goal_line, **part.cells})
        return part

    def _is_row(self, part: RowPart) -> bool:
        """Tell whether a line is a row, not blank and not one that only adds up others."""
        counts = self._contents.counts
        if not any(cell.text for cell in (*part.cells.values(), *part.others.values())):
            counts["blank rows"] += 1
            return False
        if is_total(part):
            counts["rows of totals"] += 1
            return False
        return True


def _without_number(cell: Cell) -> CellPart:
    """Return a title without the number of its part: 1-1 引水服務."""
    part = cell_part_from_cell(cell)
    number = _PART_NUMBER.match(part.lines[0].text) if part.lines else None
    if number is None:
        return part
    own = take_characters(part.lines[0], range(number.end(), len(part.lines[0].text)))
    return part._replace(lines=(own, *part.lines[1:]), text=clean_text(part.text[number.end() :]))


def read_goal_band(cell: Cell) -> CellPart | None:
    """Return the goal that stands across all columns: numbered, or behind its word (績效目標：…)."""
    part = cell_part_from_cell(cell)
    worded = match_heading(cell.lines[0].text) if cell.lines else None
    if worded is not None and worded.role == "goal":
        first = strip_line(cell.lines[0])
        own = take_characters(first, range(worded.start, len(first.text)))
        lines = (own, *part.lines[1:])
        return part._replace(lines=lines, text=clean_text(own.text))
    label = parse_label(part.text)
    return part if label is not None and not label.glued else None


def is_total(part: RowPart) -> bool:
    """Tell whether a line adds up others: its name says so, and it has no target or actual figure."""
    if part.holds("target") or part.holds("actual"):
        return False
    cells = (*part.cells.values(), *part.others.values())
    return any(cell.text and _TOTAL.fullmatch(cell.joined_text) for cell in cells)


def _cells_by_column(
    own: Sequence[Cell], r: int, reaching: dict[int, tuple[Cell, int]]
) -> dict[int, Cell]:
    """Return the cells of a grid row by column, those that reach down from above among them."""
    present = {cell.column: cell for cell in own}
    for column, (above, last) in list(reaching.items()):
        if last < r:
            del reaching[column]
        elif column not in present:
            present[column] = above
    reaching.update({c.column: (c, r + c.rows - 1) for c in own if c.rows > 1})
    return present


def make_row_part(
    table: Table, header: Header, cells: Mapping[int, Cell], unit: str = ""
) -> RowPart:
    """Make a row part of the cells of one grid row; ``unit`` is that of all its bare figures."""
    by_role: dict[str, CellPart] = {}
    others: dict[str, CellPart] = {}
    units: dict[str, str] = {}
    grouped = {n: role for group in header.groups for role, n in group.columns}
    for column in sorted(cells):
        cell = cells[column]
        role, name = header.roles[column], header.names[column]
        figures = role if role in FIGURES else grouped.get(column)
        if column in header.unit_of and cell.text:
            units.update(dict.fromkeys(_roles_with_unit(header.unit_of[column]), cell.text))
        elif figures and _may_be_in(header.units[column], figures):
            units.setdefault(name, header.units[column])
        column_cells = by_role if role else others
        column_cells[name] = cell_part_from_cell(cell)
    for role, other in (("actual", "target"), ("target", "actual")):
        if role in by_role and other not in header.roles:
            joined = header.joined_roles(header.roles.index(role))
            both = by_role[role]
            by_role.update(split_labelled(both) or split_joined(both, joined) or {})
    for role in ("actual", "analysis"):
        if role in by_role and "rate" not in header.roles and "rate" not in by_role:
            is_told = header.tells_rate(header.roles.index(role))
            own = (
                split_rate(by_role[role], is_told=is_told) if role == "actual" or is_told else None
            )
            by_role.update(
                {role if name == "actual" else name: c for name, c in (own or {}).items()}
            )
    for role in FIGURES[:2] if unit else ():
        units.setdefault(role, unit)
    place = _place(table, list(cells.values()))
    measures = tuple(_measure(header, group) for group in header.groups)
    return RowPart(by_role, others, place, units=units, measures=measures)


def _place(table: Table, cells: Sequence[Cell]) -> Place:
    """Return the box of a row: what its cells share in height, for some reach over other rows."""
    top = max([cell.top for cell in cells], default=table.top)
    bottom = min([cell.bottom for cell in cells], default=table.bottom)
    if top >= bottom:  # its cells stand one below the other
        top = min([cell.top for cell in cells], default=table.top)
        bottom = max([cell.bottom for cell in cells], default=table.bottom)
    x0 = min([cell.x0 for cell in cells], default=table.x0)
    x1 = max([cell.x1 for cell in cells], default=table.x1)
    return Place(table.page, x0, top, x1, bottom)


def _may_be_in(unit: str, role: str) -> bool:
    """Tell whether figures of a role may be in a unit: no rate is in that which its money is in."""
    return bool(unit) and (role != "rate" or unit == "%")


def _measure(header: Header, group: ColumnGroup) -> Measure:
    columns = {role: header.names[n] for role, n in group.columns}
    return Measure(columns, *group[3:])


def _roles_with_unit(role: str | None) -> tuple[str, ...]:
    """Return the roles that a unit column is for: that which it stands under, else both figures."""
    return (role,) if role in FIGURES else FIGURES[:2]
