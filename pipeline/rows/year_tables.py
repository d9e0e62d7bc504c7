"""The small tables of the `form` layout -> labelled lines, with a cell for each year.

The years stand in a line of the table, mostly the first, behind the words of the columns that lead
(項目, 單位, 關鍵績效指標); or they stand in the first column, under a header of target, actual figure
and rate. Lines that tell the goal, the indicator, the measure or the analysis have one text.

>>> def cell(text, column, columns=1):
...     line = Line(text, 1, 0, 10, [0.0] * len(text), [9.0] * len(text))
...     return Cell(column * 50, 0, (column + columns) * 50, 20, column, columns, 1, (line,))
>>> head = (cell("項目", 0), cell("104年度", 1), cell("105年度", 2))
>>> target = (cell("原訂目標值", 0), cell("30", 1), cell("35", 2))
>>> standard = (cell("衡量標準", 0), cell("辦理場次", 1, 2), None)
>>> found = read_year_table([Table(1, 0, 0, 150, 60, (head, target, standard))])
>>> [(entry.role, {year: c.text for year, c in entry.cells.items()}) for entry in found]
[('target', {104: '30', 105: '35'}), ('standard', {0: '辦理場次'})]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

import regex

from pipeline.patterns import late
from pipeline.records import Cell, Line, Place, Table
from pipeline.tables import column_role, header_unit, split_header

FIGURES = ("target", "actual", "rate")
"""The lines that hold figures."""
TEXTS = ("goal", "indicator", "standard", "analysis")
"""The lines that hold one text for all years."""
NO_YEAR = 0
"""Stands for the year of a text that is for all years."""
_YEAR = late(
    r"(?P<era>中華民國|民國|西元)?(?P<year>[0-9０-９]{2,4})(?P<word>學?年度?)?(?:[(（][^()（）]*[)）])?"
)
_LEADS = late(r"(?:項目|年度?別?|項次|類別|指標|區分|名稱|內容|\W)*")
"""What may stand in front of bare years: 項目, 年度, 項目／年度."""
_LABELS: Mapping[str, str] = {
    "目標": "target", "原訂目標": "target", "原定目標": "target", "年度目標": "target",
    "實際": "actual", "實績": "actual", "實際達成": "actual", "達成情形": "actual",
}  # fmt: skip
"""Words of a line of figures that are too short to be known elsewhere, or mean something else there."""
_NEAR = 3.0
"""How far, in points, the columns of one table may stand apart from page to page."""


@dataclass(frozen=True, slots=True)
class YearLine:
    """A line of a form's table: its role, or its word where that has none, and its cells by year.

    ``leads`` are the cells of columns that stand before the label, by role (the indicator of several
    lines); ``is_continuation`` tells that a page cut the line, and this is its rest.
    """

    role: str
    label: str
    cells: Mapping[int, Cell]
    place: Place
    unit: str = ""
    leads: Mapping[str, Cell] = field(default_factory=dict)
    goes_on: bool = False
    leads_go_on: bool = False


class _Columns(NamedTuple):
    """What the columns of a table are, told by its header."""

    years: Mapping[int, int]
    """ROC years by column; empty where they stand in the first one."""
    words: Mapping[int, str]
    """Header words of the other columns."""

    @property
    def first(self) -> int:
        """Return the first column with a year."""
        return min(self.years)


def is_year_table(table: Table) -> bool:
    """Tell whether a table may be one of years: a line names them, or the first column does.

    A page may also end below its first lines, which tell goal and indicator.
    """
    rows = [[cell for cell in cells if cell] for cells in table.grid]
    if any(True for _ in _heads(rows)):
        return True
    rows = [cells for cells in rows if cells]
    return bool(rows) and all(
        len(cells) == 2 and column_role(cells[0].text) in TEXTS for cells in rows
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
    heads = dict(_heads(rows))
    if not heads:
        return False
    told = {_key(c.text) for cells in before.grid for c in cells[:2] if c and c.text}
    first = next((cells for r, cells in enumerate(rows) if cells and r not in heads), ())
    return any(_key(cell.text) in told for cell in first[:2])


def split_torn(table: Table, lines: Sequence[Line]) -> tuple[Table | None, int]:
    """Return the rest of a table that has no rules of its own, and how many of the lines it takes.

    ``lines`` are those that the next page opens with; each of the rest begins with the name of a line
    of figures or of a review.
    """
    lefts = table.lefts
    ends = [*lefts[1:], table.x1]
    grid: list[tuple[Cell | None, ...]] = []
    taken = 0
    for number, line in enumerate(lines, start=1):
        parts: list[list[int]] = [[] for _ in lefts]
        for at, (left, right) in enumerate(zip(line.lefts, line.rights, strict=True)):
            middle = (left + right) / 2
            parts[max(sum(middle >= x for x in lefts) - 1, 0)].append(at)
        texts = [line.keep(part) for part in parts]
        role = _role(texts[0].text) or column_role(texts[0].text)
        told = [c for c, part in enumerate(texts) if part.text.strip()]
        label = grid[-1][0] if grid else None
        if told == [0] and label and _is_open(label.text):
            # The label goes on on a line of its own: 原訂目標值(單位：, 公頃).
            grid[-1] = (replace(label, lines=(*label.lines, texts[0])), *grid[-1][1:])
            taken = number
            continue
        if role not in (*FIGURES, "review") or len(told) < 2:
            break
        taken = number
        grid.append(
            tuple(
                Cell(lefts[c], line.top, ends[c], line.bottom, c, 1, 1, (text,) if part else ())
                for c, (part, text) in enumerate(zip(parts, texts, strict=True))
            )
        )
    if not taken:
        return None, 0
    first, last = lines[0], lines[taken - 1]
    box = table.x0, first.top, table.x1, last.bottom
    return Table(first.page, *box, tuple(grid)), taken


def _is_open(text: str) -> bool:
    """Tell whether a bracket is opened and not closed."""
    return bool(regex.search(r"[(（][^()（）]*$", text))


def read_year_table(pieces: Sequence[Table]) -> list[YearLine]:
    """Return the lines of one table, page by page; its pieces stand on pages that follow."""
    reader = _Reader()
    for piece in pieces:
        reader.takes(piece)
    reader.turns()
    return reader.found


class _Reader:
    """The lines so far of one table."""

    def __init__(self) -> None:
        self.found: list[YearLine] = []
        self._columns: _Columns | None = None
        self._lefts: list[float] = []
        self._years: dict[int, dict[int, Cell]] = {}  # by column, where the years are lines
        self._year = NO_YEAR
        self._places: list[Place] = []

    def takes(self, piece: Table) -> None:
        """Read the lines of the piece on the next page."""
        opens = bool(self._lefts)
        rows = self._rows(piece)
        heads = dict(_heads(rows))
        skip = _above_heads(rows, heads)
        for r, cells in enumerate(rows):
            if r in heads:
                if heads[r] != self._columns:
                    self.turns()
                self._columns = heads[r]
            elif cells and r not in skip:
                place = _place(piece.page, cells)
                if self._columns is None or self._columns.years:
                    self._takes_line(cells, place, opens=opens)
                else:
                    self._takes_year(cells, place, opens=opens)
                opens = False

    def _rows(self, piece: Table) -> list[list[Cell]]:
        """Return the cells of a piece, their columns counted as in the first one."""
        own = [left - piece.x0 for left in piece.lefts]
        if len(own) > len(self._lefts):
            self._lefts = own
        lefts = self._lefts
        places = [min((abs(left - at), n) for n, left in enumerate(lefts))[1] for at in own]
        return [
            [replace(cell, column=places[cell.column]) for cell in cells if cell]
            for cells in piece.grid
        ]

    def _takes_line(self, cells: Sequence[Cell], place: Place, *, opens: bool) -> None:
        entry = _entry(cells, place, self._columns)
        if entry is None:
            return
        empty = not any(cell.text for cell in entry.cells.values())
        before = self.found[-1] if opens and self.found and not entry.leads else None
        if before and (not entry.label or empty or _is_rest(before.label, entry.label)):
            # A page end cut the line above.
            label = before.label + entry.label
            role = _key(label) if entry.label else before.role
            unit = before.unit or header_unit(label)
            if (role, unit) != (before.role, before.unit):
                self.found[-1] = replace(before, role=role, unit=unit)
            entry = replace(entry, role=role, label=label, unit=unit, goes_on=True)
        if opens and entry.leads and self.found:
            # What is new begins with the line that the others began with.
            first = next((e.role for e in self.found if e.role in FIGURES), entry.role)
            entry = replace(entry, leads_go_on=entry.role in FIGURES and entry.role != first)
        self.found.append(entry)

    def _takes_year(self, cells: Sequence[Cell], place: Place, *, opens: bool) -> None:
        first = cells[0] if cells[0].column == 0 else None
        match = _YEAR.fullmatch(_bare(first.text)) if first else None
        rest = opens and not (first and first.text)
        if not match and not rest:
            self.turns()
            self._takes_line(cells, place, opens=False)
            return
        if rest and not self._years:
            self._goes_on_with_header(cells)
            return
        self._year = _roc(match) if match else self._year
        self._places.append(place)
        for cell in cells:
            if cell is not first:
                held = self._years.setdefault(cell.column, {})
                before = held[self._year].lines if rest and self._year in held else ()
                held[self._year] = replace(cell, lines=(*before, *cell.lines))

    def _goes_on_with_header(self, cells: Sequence[Cell]) -> None:
        """Put the rest of a header that a page end cut to its words."""
        assert self._columns is not None
        words = dict(self._columns.words)
        for cell in cells:
            words[cell.column] = words.get(cell.column, "") + cell.text
        self._columns = _Columns({}, words)

    def turns(self) -> None:
        """Make lines of the columns of a table whose lines are years."""
        words = self._columns.words if self._columns else {}
        for column, held in sorted(self._years.items()):
            word = words.get(column, "")
            role = _key(word)
            unit = header_unit(word)
            for place in self._places[:1]:
                self.found.append(YearLine(role, word, held, place, unit))
        for place in self._places[1:]:
            self.found.append(YearLine("", "", {}, place, goes_on=True))
        self._years, self._places, self._year = {}, [], NO_YEAR


def _place(page: int, cells: Sequence[Cell]) -> Place:
    return Place(
        page,
        min(cell.x0 for cell in cells),
        min(cell.top for cell in cells),
        max(cell.x1 for cell in cells),
        max(cell.bottom for cell in cells),
    )


# --------------------------------------------------------------------------- headers


def _heads(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, _Columns]]:
    """Yield the lines of a table that name its columns, each with what it tells."""
    for r, cells in enumerate(rows):
        reaching = [cell for n, above in enumerate(rows[:r]) for cell in above if n + cell.rows > r]
        columns = _across(cells, reaching) or _down(rows, r)
        if columns:
            yield r, columns


def _above_heads(rows: Sequence[Sequence[Cell]], heads: Mapping[int, _Columns]) -> set[int]:
    """Return the lines that are the upper part of a header of two lines: 項目 beside 年度."""
    return {
        r
        for r, cells in enumerate(rows)
        for head in heads
        if r < head and any(r + cell.rows > head for cell in cells)
    }


def _across(cells: Sequence[Cell], reaching: Sequence[Cell]) -> _Columns | None:
    """Return the columns of a line that names years side by side, None for another line."""
    leads = [cell for cell in cells if not _YEAR.fullmatch(_bare(cell.text))]
    named = [cell for cell in cells if cell not in leads]
    if not named or (leads and max(c.column for c in leads) > min(c.column for c in named)):
        return None
    leads += [cell for cell in reaching if cell.column < min(c.column for c in named)]
    if named[0].column == 0 or any(_role(cell.text) in FIGURES for cell in leads):
        return None
    matches = [match for cell in named if (match := _YEAR.fullmatch(_bare(cell.text)))]
    years = [_roc(match) for match in matches]
    if not all(match["word"] or match["era"] for match in matches):
        # Bare numbers are years if they follow one another, under a word that says so.
        steps = {b - a for a, b in pairwise(years)}
        led = all(_LEADS.fullmatch(_bare(cell.text)) or column_role(cell.text) for cell in leads)
        if len(years) < 2 or steps not in ({1}, {-1}) or not led or min(years) < 80:
            return None
    if len(set(years)) < len(years):
        return None
    words = {cell.column: cell.text for cell in leads}
    return _Columns({c.column: y for c, y in zip(named, years, strict=True)}, words)


def _down(rows: Sequence[Sequence[Cell]], r: int) -> _Columns | None:
    """Return the columns of a line that names target, actual figure and rate over lines of years."""
    cells = rows[r]
    if len(cells) < 3 or cells[0].column or not _LEADS.fullmatch(_bare(cells[0].text)):
        return None
    roles = {_role(cell.text) for cell in cells[1:]}
    if "target" not in roles or roles.isdisjoint(("actual", "rate")):
        return None
    below = next((own for own in rows[r + 1 :] if own and own[0].column == 0), None)
    if below is not None and not _YEAR.fullmatch(_bare(below[0].text)):
        return None
    return _Columns({}, {cell.column: cell.text for cell in cells[1:]})


def _bare(text: str) -> str:
    return "".join(text.split())


def _roc(match: regex.Match[str]) -> int:
    year = int(match["year"])
    return year - 1911 if year >= 1912 else year


# --------------------------------------------------------------------------- lines


def _entry(cells: Sequence[Cell], place: Place, columns: _Columns | None) -> YearLine | None:
    """Make the entry of a line, None of a blank one."""
    if columns is not None and not columns.years:
        columns = None
    label, leads, values = _parted(cells, columns)
    text = label.text if label else ""
    role = _key(text)
    told = {c: cell for c, cell in leads.items() if _header_role(columns, c) == "unit"}
    unit = next((cell.text for cell in told.values() if cell.text), header_unit(text))
    named = {
        _header_role(columns, c) or f"column {c + 1}": cell
        for c, cell in leads.items()
        if c not in told and cell.text
    }
    years = columns.years if columns and role not in TEXTS else {}
    held: dict[int, Cell] = {}
    for cell in values:
        year = years.get(cell.column, NO_YEAR)
        before = held[year].lines if year in held else ()
        held[year] = replace(cell, lines=(*before, *cell.lines))
    if not (text or named or any(cell.text for cell in values)):
        return None
    return YearLine(role, text, held, place, unit, named)


def _parted(
    cells: Sequence[Cell], columns: _Columns | None
) -> tuple[Cell | None, dict[int, Cell], list[Cell]]:
    """Part a line into its label, the cells before that, and those of the years."""
    if columns is None:
        return cells[0], {}, list(cells[1:])
    before = [cell for cell in cells if cell.column < columns.first]
    values = [cell for cell in cells if cell.column >= columns.first]
    labels = [cell for cell in before if _header_role(columns, cell.column) not in (*TEXTS, "unit")]
    # The label is the last of them, or all there is where one cell covers the columns that lead.
    label = labels[-1] if labels else None
    if label is None and before and _role(before[0].text):
        label = before[0]
    return label, {cell.column: cell for cell in before if cell is not label}, values


def _header_role(columns: _Columns | None, column: int) -> str | None:
    return column_role(columns.words.get(column, "")) if columns else None


def _is_rest(label: str, rest: str) -> bool:
    """Tell whether a label is the rest of a word that a page end cut: 績效衡量暨達成情形, 分析."""
    return _role(rest) is None and _role(label + rest) is not None


def _key(label: str) -> str:
    """Return what a line is kept under: its role if it holds figures or a text, else its label."""
    role = _role(label)
    return role if role in (*FIGURES, *TEXTS) else label


def _role(label: str) -> str | None:
    """Return the role of a line by its label.

    >>> _role("原訂目標值(單位：人)"), _role("實際"), _role("人事費"), _role("目標值實際值")
    ('target', 'actual', None, None)
    """
    # A page end may cut a label within its brackets.
    word = regex.sub(r"[(（][^()（）]*$", "", _bare(label))
    bare = regex.sub(r"[(（].*?[)）]", "", word).strip("：:")
    if len(set(split_header(bare) or ())) > 1:
        return None  # a rule between two labels is missing: 目標值實際值
    return _LABELS.get(bare) or column_role(word)


def has_figures(entries: Iterable[YearLine]) -> bool:
    """Tell whether some lines hold a target or an actual figure for a year."""
    return any(
        entry.role in ("target", "actual") and entry.cells.keys() - {NO_YEAR} for entry in entries
    )
