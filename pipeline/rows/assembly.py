"""Tables of all pages -> logical rows: headers gone by meaning, rows cut by pages whole again.

A row that a page break cut goes on in the first row of the next page's table. Where it does, no
column opens something new: its goal bears no due number, and text stands only under cells that were
filled to the foot of the page before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import regex

from pipeline.patterns import late
from pipeline.quantities import ListLabel, parse_label
from pipeline.records import Cell, CellText, Line, PageTables, Paragraph, Place, Row, Table
from pipeline.rows import forms, paragraphs
from pipeline.rows.paragraphs import ColumnExtent
from pipeline.tables import Header, find_headers, header_depth, is_band

FIGURES = ("target", "actual", "rate")
"""The columns that hold figures."""


class CellPart(NamedTuple):
    """The lines of one column in one piece of a row, the room they had, and whether they fill it."""

    lines: tuple[Line, ...]
    columns: tuple[ColumnExtent, ...]
    filled: bool
    text: str
    """The text of the first line that has any, without the spaces of justified setting."""

    @classmethod
    def of(cls, lines: tuple[Line, ...], room: ColumnExtent, *, filled: bool) -> CellPart:
        """Return lines that had one room as a part."""
        first = next((line.text for line in lines if line.text.strip()), "")
        return cls(lines, (room,) * len(lines), filled, paragraphs.clean_text(first))

    @property
    def whole(self) -> str:
        """Return the text of all lines without white space."""
        return "".join([word for line in self.lines for word in line.text.split()])


@dataclass(slots=True)  # not frozen, as `records.Line` is not
class RowPart:
    """What one page holds of a row: its parts by role (or by header word), and its box."""

    parts: Mapping[str, CellPart]
    others: Mapping[str, CellPart]
    place: Place
    opens_page: bool = False
    closes_page: bool = False
    units: Mapping[str, str] = field(default_factory=dict)


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
    over: CellPart | None = None
    """The goal that stands over the rows of a table without a column for it."""
    forms: list[Table] = field(default_factory=list)
    """The small year tables of the `form` layout, which `forms` makes rows of."""
    others: list[tuple[int, float]] = field(default_factory=list)
    """Where other tables begin: page and height."""

    def add_forms(self) -> None:
        """Put the rows of the year tables among the others, in the order of print."""
        lines = [line for line, _ in self.loose]
        found = forms.form_rows(lines, self.forms, self.others)
        left = [table for table in self.forms if table not in found.tables]
        self.counts["tables without a known header"] += len(left)
        self.counts["glyphs in other tables"] += sum(_glyphs(_cells(t)) for t in left)
        if not found.rows:
            return
        self.layout = "form" if not self.rows else ""
        self.roles = self.roles or tuple(found.rows[0].cells)
        self.counts["glyphs in cells"] += sum(_glyphs(_cells(t)) for t in found.tables) + sum(
            not char.isspace() for index in found.lines for char in lines[index].text
        )
        self.loose = [pair for at, pair in enumerate(self.loose) if at not in found.lines]
        merged = sorted(
            [*self.rows, *found.rows],
            key=lambda row: (row.fragments[0].page, row.fragments[0].top),
        )
        self.rows = [replace(row, number=number) for number, row in enumerate(merged, start=1)]


def from_pages(pages: Iterable[PageTables]) -> Contents:
    """Read the rows of a report out of the tables of its pages, in order."""
    contents = Contents()
    contents.rows.extend(_Goals(contents.counts).given(_grouped(_pieces(pages, contents))))
    if contents.forms:
        contents.add_forms()
    contents.counts["rows"] = len(contents.rows)
    return contents


class _Goals:
    """The goals of a report; a cell merged over several rows, or cut by a page end, is one goal."""

    def __init__(self, counts: Counter[str]) -> None:
        self._counts = counts
        self._parts: list[CellPart] = []  # of the goal of the last row
        self._last: RowPart | None = None
        self._numbered = False

    def given(self, groups: Iterable[Sequence[RowPart]]) -> Iterator[Row]:
        """Yield the rows that groups of pieces make, each with the whole of its goal."""
        waiting: list[Row] = []
        for number, group in enumerate(groups, start=1):
            parts = [piece.parts["goal"] for piece in group if _holds("goal", piece)]
            named = any(_holds("indicator", piece) for piece in group)
            again = number > 1 and (self._goes_on(group[0], parts[0]) if parts else named)
            self._counts["goals repeated"] += again
            if not again:
                yield from self._to(waiting)
                waiting, self._parts = [], []
            self._parts.extend(part for part in parts if part not in self._parts)
            self._numbered = self._numbered or _goal_marker(group[0]) is not None
            self._last = group[-1]
            waiting.append(_row(number, group, None, ()))
            if not self._parts:  # none that could go on
                yield from self._to(waiting)
                waiting = []
        yield from self._to(waiting)

    def _to(self, rows: Sequence[Row]) -> Iterator[Row]:
        """Yield rows with the goal as it is now."""
        number, goal = _numbered(_of_parts(self._parts)) if self._parts else (None, ())
        for row in rows:
            row.goal_no, row.cells["goal"] = number, goal
            yield row

    def _goes_on(self, piece: RowPart, part: CellPart) -> bool:
        """Tell whether a row is under the goal above: the same cell, or the rest of its text."""
        if not self._parts or not _holds("goal", piece):
            return False
        above = self._parts[-1]
        return part == above or (
            self._last is not None
            and _is_next_page(self._last, piece)
            and self._numbered
            and _goal_marker(piece) is None
            and _leaves_open(above, part)
        )


def build_row(number: int, pieces: Sequence[RowPart]) -> Row:
    """Put the pieces of a row together: each column's lines become paragraphs."""
    return _row(number, pieces, *_numbered(_joined(pieces, "goal")))


def _row(number: int, pieces: Sequence[RowPart], goal_no: int | None, goal: CellText) -> Row:
    """Put the pieces of a row together but for its goal, which may go on in rows below."""
    roles = _names(piece.parts for piece in pieces)
    cells = {role: goal if role == "goal" else _joined(pieces, role) for role in roles}
    cells.setdefault("goal", goal)
    others = {
        word: paragraphs.paragraphs_from_lines(
            [line for piece in pieces if word in piece.others for line in piece.others[word].lines],
            [c for piece in pieces if word in piece.others for c in piece.others[word].columns],
        )
        for word in _names(piece.others for piece in pieces)
    }
    cells.update({role: _unbroken(cells[role]) for role in FIGURES if role in cells})
    units = {role: unit for piece in reversed(pieces) for role, unit in piece.units.items()}
    for one, other in (("target", "actual"), ("actual", "target")):
        if one in units:  # a unit told once is for both
            units.setdefault(other, units[one])
    places = tuple(piece.place for piece in pieces)
    return Row(number, goal_no, cells, places, others, units)


_REST = regex.compile(
    r"[(（]?含?[)）]?(?:以上|以下|以內|之內|內|上|下)|[次件人家場處元噸%％)）]{1,2}"
)
"""The end of a figure: no paragraph of its own, whatever room its line had."""


def _unbroken(cell: CellText) -> CellText:
    """Return the cell of a figure with 以上 in the paragraph of the figure that it belongs to."""
    whole: list[Paragraph] = []
    for paragraph in cell:
        if whole and _REST.fullmatch(paragraph.text):
            last = whole.pop()
            whole.append(Paragraph(last.text + paragraph.text, last.lines + paragraph.lines))
        else:
            whole.append(paragraph)
    return tuple(whole)


def _joined(pieces: Sequence[RowPart], role: str) -> CellText:
    return _of_parts([piece.parts[role] for piece in pieces if role in piece.parts])


def _of_parts(parts: Sequence[CellPart]) -> CellText:
    if len(parts) == 1:
        return paragraphs.paragraphs_from_lines(parts[0].lines, parts[0].columns)
    return paragraphs.paragraphs_from_lines(
        [line for part in parts for line in part.lines],
        [column for part in parts for column in part.columns],
    )


def _names(mappings: Iterable[Mapping[str, CellPart]]) -> Iterator[str]:
    yield from dict.fromkeys(name for mapping in mappings for name in mapping)


def _numbered(goal: CellText) -> tuple[int | None, CellText]:
    """Return the printed number of a goal (一、 → 1) and the goal without it."""
    marker = parse_label(goal[0].text) if goal else None
    if marker is None or marker.glued:
        return None, goal
    first = goal[0]
    skip = len(first.text) - len(first.text[marker.length :].lstrip())
    kept: list[Line] = []
    for line in first.lines:
        dropped = min(skip, len(line.text))
        skip -= dropped
        if dropped < len(line.text):
            kept.append(line.keep(range(dropped, len(line.text))))
    if not kept:
        return marker.number, goal[1:]
    return marker.number, (Paragraph("".join(line.text for line in kept), tuple(kept)), *goal[1:])


def _grouped(pieces: Iterable[RowPart]) -> Iterator[list[RowPart]]:
    """Group the pieces that belong to one row."""
    group: list[RowPart] = []
    style: str | None = None
    for printed in pieces:
        piece = _without_repeats(printed) if group else printed
        marker = _goal_marker(piece)
        # A list within a goal (1. 2.) is in another style than the goals are.
        opens = marker is not None and (
            marker.number == 1 if style is None else marker.base == style
        )
        if group and piece.parts.get("goal") == group[-1].parts.get("goal"):
            opens = False  # one cell, or one line, over both
        if group and opens and _is_tail(group[-1], piece):
            held = _holds("goal", group[-1])
            rest = {role: part for role, part in piece.parts.items() if role != "goal" or not held}
            group.append(replace(piece, parts=rest))
            continue
        if group and (opens or not _continues(group[-1], piece, numbered=style is not None)):
            yield group
            group = []
        if marker is not None and style is None and not group:
            style = marker.base
        group.append(piece)
    if group:
        yield group


def _without_repeats(piece: RowPart) -> RowPart:
    """Return a piece without what only repeats the row above: a goal that ends in 續 or 承上頁."""
    repeated = {
        role
        for role in ("goal", "indicator")
        if piece.opens_page and role in piece.parts and _AGAIN.search(piece.parts[role].whole)
    }
    if not repeated:
        return piece
    parts = {role: part for role, part in piece.parts.items() if role not in repeated}
    return replace(piece, parts=parts)


def _goal_marker(piece: RowPart) -> ListLabel | None:
    """Return the number in front of a goal; one glued to a figure is none (1.5公里)."""
    goal = piece.parts.get("goal")
    marker = parse_label(goal.text) if goal else None
    return None if marker is None or marker.glued else marker


def _continues(before: RowPart, piece: RowPart, *, numbered: bool) -> bool:
    """Tell whether a piece is the rest of the row that the page before it ends with.

    ``numbered`` tells that the report numbers its goals: a goal without a number is then the rest
    of one. Without a goal, an indicator may be the rest of one, or a new one under the same goal.
    """
    if not _is_next_page(before, piece):
        return False
    texts = {role: part for role, part in piece.parts.items() if part.text}
    if _opens_analysis(piece) and _holds("analysis", before):
        return False
    if "goal" in texts and texts["goal"] == before.parts.get("goal"):
        del texts["goal"]  # a line over both tells nothing
    elif numbered and "goal" in texts and _holds("goal", before):
        return "indicator" not in texts or _goes_on("indicator", before, texts["indicator"])
    if "goal" not in texts and "indicator" not in texts:
        return True
    return all(_goes_on(role, before, part) for role, part in texts.items())


def _is_tail(before: RowPart, piece: RowPart) -> bool:
    """Tell whether a piece holds no more than the end of the running text of the row before.

    The goal beside it is that of the row, if its text was left to the second page, or of the rows
    that follow.
    """
    if not _is_next_page(before, piece) or "goal" not in piece.parts or "goal" not in before.parts:
        return False
    texts = {role: part for role, part in piece.parts.items() if part.text and role != "goal"}
    return (
        bool(texts)
        and set(texts) <= {"analysis", "standard"}
        and "indicator" in before.parts
        and not _opens_analysis(piece)
        and all(role in before.parts and _is_open(before.parts[role]) for role in texts)
    )


def _is_open(part: CellPart) -> bool:
    """Tell whether a cell may go on: it is filled, or its text did not fit at all."""
    return part.filled or not part.text


def _is_next_page(before: RowPart, piece: RowPart) -> bool:
    """Tell whether a piece opens the page after the one that another closes."""
    following = piece.place.page == before.place.page + 1
    return before.closes_page and piece.opens_page and following


def _goes_on(role: str, before: RowPart, part: CellPart) -> bool:
    """Tell whether a cell may be the rest of the one above."""
    above = before.parts.get(role)
    return above is not None and above.filled and not _begins_anew(role, before, part)


def _holds(role: str, piece: RowPart) -> bool:
    return role in piece.parts and bool(piece.parts[role].text)


_SHORT = frozenset({"goal", "indicator", "weight", "target", "actual", "rate"})
"""Roles whose cells hold one paragraph or one list."""
_AGAIN = regex.compile(
    r"[(（](?:續|續前頁|續上頁|承前頁|承上頁|接前頁|接上頁)[)）]$|^(?:續|承上頁|接上頁|續上頁)$"
)
"""What says that a cell only repeats the one on the page before."""
_WHOLE = late(r"[0-9０-９,.，．]+[%％﹪]|[0-9０-９]+")
"""A rate or a weight, whole."""


def _begins_anew(role: str, before: RowPart, part: CellPart) -> bool:
    """Tell whether a cell cannot be the rest of the one above: nothing there is left unfinished."""
    if role not in _SHORT:
        return False
    above = before.parts[role]
    if role in ("weight", "rate") and _WHOLE.fullmatch(above.text) and _WHOLE.fullmatch(part.text):
        return True
    return not _leaves_open(above, part)


def _leaves_open(above: CellPart, part: CellPart) -> bool:
    """Tell whether a text goes on in the cell below: no room was left, or a list has its next."""
    if paragraphs.list_goes_on(above.lines, part.lines):
        return True
    lines = zip(above.lines, above.columns, strict=True)
    last, room = [(line, room) for line, room in lines if line.text.strip()][-1]
    below = next(line for line in part.lines if line.text.strip())
    return not paragraphs.has_room(last, room, below)


def _opens_analysis(piece: RowPart) -> bool:
    """Tell whether the analysis of a piece begins with its first part (一、衡量標準)."""
    analysis = piece.parts.get("analysis")
    marker = parse_label(analysis.text) if analysis else None
    return marker is not None and marker.style == "一、" and marker.number == 1


# --------------------------------------------------------------------------- tables to pieces


def _pieces(pages: Iterable[PageTables], contents: Contents) -> Iterator[RowPart]:
    """Yield the pieces of rows, page by page, and count what is none."""
    header: Header | None = None
    for page in pages:
        contents.counts["pages"] += 1
        contents.counts["glyphs"] += page.glyphs
        headers = [find_headers(table) for table in page.tables]
        tops = [table.top for table, own in zip(page.tables, headers, strict=True) if own]
        above = 0.0 if header else tops[0] if tops else page.height
        contents.loose.extend((line, line.top < above) for line in page.loose)
        for table, own in zip(page.tables, headers, strict=True):
            contents.counts["tables"] += 1
            last = contents.forms[-1] if contents.forms else None
            if not own and forms.may_be_form(table, last):
                contents.forms.append(table)
                continue
            contents.others.append((table.page, table.top))
            if not own and (header is None or not header.fits(table)):
                contents.counts["tables without a known header"] += 1
                contents.counts["glyphs in other tables"] += _glyphs(_cells(table))
                continue
            header = next(iter(own.values()), header)
            assert header is not None
            contents.roles = contents.roles or tuple(filter(None, header.roles))
            yield from _body(table, header, own, contents)


def _body(
    table: Table, header: Header, headers: Mapping[int, Header], contents: Contents
) -> Iterator[RowPart]:
    """Yield the rows of a table below its header; what is none is counted and set aside.

    ``header`` holds until one of the table's own ``header_search``.
    """
    counts = contents.counts
    rows: list[RowPart] = []
    above = min(headers, default=None)
    skip_until = 0
    covering: dict[int, tuple[Cell, int]] = {}
    for r, cells in enumerate(table.grid):
        own = [cell for cell in cells if cell]
        if r in headers:
            if headers[r].words != header.words:
                contents.over = None
            header = headers[r]
            skip_until = r + header_depth(table, r)
            covering.clear()
        titles = above is not None and r < above
        if is_band(own, len(cells)):
            _set_aside(own[0], header, contents, titles=titles)
            continue
        if r < skip_until or (titles and not rows):
            counts["header rows"] += 1
            counts["glyphs in headers"] += _glyphs(own)
            continue
        counts["glyphs in cells"] += _glyphs(own)
        piece = _piece(table, header, _present(own, r, covering))
        if _is_of_interest(piece, counts):
            if contents.over and "goal" not in piece.parts and _holds("indicator", piece):
                piece = replace(piece, parts={"goal": contents.over, **piece.parts})
            rows.append(piece)
    for index, piece in enumerate(rows):
        piece.opens_page, piece.closes_page = index == 0, index == len(rows) - 1
        yield piece


def _present(own: Sequence[Cell], r: int, covering: dict[int, tuple[Cell, int]]) -> dict[int, Cell]:
    """Return the cells of a grid row by column, those that reach down from above among them."""
    present = {cell.column: cell for cell in own}
    for column, (above, last) in list(covering.items()):
        if last < r:
            del covering[column]
        elif column not in present:
            present[column] = above
    covering.update({c.column: (c, r + c.rows - 1) for c in own if c.rows > 1})
    return present


def _set_aside(cell: Cell, header: Header, contents: Contents, *, titles: bool) -> None:
    """Take what stands across all columns for a title or a note, or for the goal of what follows."""
    marker = parse_label(paragraphs.clean_text(cell.lines[0].text)) if cell.lines else None
    numbered = marker is not None and not marker.glued
    if numbered and not titles and "goal" not in header.roles:
        contents.over = _part(cell)
        contents.counts["glyphs in cells"] += _glyphs([cell])
        return
    contents.counts["rows across all columns"] += 1
    contents.loose.extend((line, titles) for line in cell.lines)


_TOTAL = regex.compile(r"(?:合計|總計|小計|總分|總和|加權平均|平均)(?:[(（].*[)）])?")
_TOTALS = frozenset("合總小加平")
"""How a total begins."""


def _is_of_interest(piece: RowPart, counts: Counter[str]) -> bool:
    """Tell whether a line is a row, not blank and not one that only adds up others.

    A line of totals has a name that says so, and no target or actual figure.
    """
    parts = [part for part in (*piece.parts.values(), *piece.others.values()) if part.text]
    if not parts:
        counts["blank rows"] += 1
        return False
    if _holds("target", piece) or _holds("actual", piece):
        return True
    names = [part.whole for part in parts if part.text[0] in _TOTALS]
    total = any(map(_TOTAL.fullmatch, names))
    counts["rows of totals"] += total
    return not total


def _piece(table: Table, header: Header, cells: Mapping[int, Cell]) -> RowPart:
    """Make a piece of one grid row."""
    parts: dict[str, CellPart] = {}
    others: dict[str, CellPart] = {}
    units: dict[str, str] = {}
    for column in sorted(cells):
        cell = cells[column]
        role, word = header.roles[column], header.words[column]
        if column in header.unit_of and cell.text:
            units.update(dict.fromkeys(_for(header.unit_of[column]), cell.text))
        elif role in FIGURES and header.units[column]:
            units.setdefault(role, header.units[column])
        target, name = (parts, role) if role else (others, word or f"column {column + 1}")
        part = _part(cell)
        if name in target:  # two columns of one word
            name = f"{name} {column + 1}"
        target[name] = part
    boxes = list(cells.values())
    place = Place(
        table.page,
        min([cell.x0 for cell in boxes], default=table.x0),
        max([cell.top for cell in boxes], default=table.top),
        max([cell.x1 for cell in boxes], default=table.x1),
        min([cell.bottom for cell in boxes], default=table.bottom),
    )
    return RowPart(parts, others, place, units=units)


def _for(role: str | None) -> tuple[str, ...]:
    """Return the roles that a unit column is for: that which it stands under, else both figures."""
    return (role,) if role in FIGURES else FIGURES[:2]


def _part(cell: Cell) -> CellPart:
    """Return the lines of a cell with their room."""
    lines = tuple(paragraphs.strip_lines(cell.lines))
    room = paragraphs.column_extent(lines, cell.x0, cell.x1)
    return CellPart.of(lines, room, filled=_is_filled(cell, lines))


def _is_filled(cell: Cell, inked: Sequence[Line]) -> bool:
    """Tell whether a cell's text reaches its foot, so that it may go on on the next page.

    Two lines may be missing: word processors keep the first or last two lines of a paragraph
    together. Text set in the middle or at the foot of its cell tells nothing.
    """
    if not inked:
        return False
    steps = [b.top - a.top for a, b in pairwise(inked) if b.top > a.top]
    above, below = inked[0].top - cell.top, cell.bottom - inked[-1].bottom
    if steps and below < 2.5 * min(steps):
        return True  # whatever step is the usual one
    pitch = median(steps) if steps else 1.5 * (inked[-1].bottom - inked[-1].top)
    return below < 2.5 * pitch or above > pitch


def _cells(table: Table) -> Iterator[Cell]:
    for cells in table.grid:
        yield from (cell for cell in cells if cell)


def _glyphs(cells: Iterable[Cell]) -> int:
    return sum(len(cell.text) for cell in cells)
