"""Headings, small year tables and running text -> rows: the `form` layout.

Such a report prints a heading for the goal and one for the indicator, then a table whose columns are
years and whose lines are target, actual figure and rate, then the measure and the analysis as running
text, over page breaks:

    一、關鍵策略目標：…
    1.關鍵績效指標：…
    | 項目       | 104年度 | 105年度 |
    | 原訂目標值 | 30      | 35      |
    | 實際值     | 34      | 33      |
    | 達成度(%)  | 113.33  | 94.29   |
    衡量標準：…
    績效衡量暨達成情形分析：…

Each year column that holds figures is an item of the row, for its own year.

>>> heading_of("（一）關鍵策略目標：落實聯合稽查")
Heading(role='goal', number=1, start=10, style='(一)')
>>> heading_of("2.本年度目標值46筆，實際值53筆") is None
True
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from pipeline import layouts, markers, paragraphs, titles
from pipeline.model import Cell, CellText, Line, Paragraph, Place, Row, Table
from pipeline.paragraphs import Column

_YEAR = re.compile(r"(?:民國)?(?P<year>[0-9０-９]{2,4})年?度?(?:[(（].*[)）])?")
_FIRST_WORDS = frozenset(("", "項目", "年度", "項次", "類別", "年度別", "指標"))
_NOTHING = frozenset("-－–—─/／") | {"無", "NA", "N/A", "na", "不適用", "--", "——", "…"}
_COLON = re.compile(r"[：:]")
_LONGEST_TITLE = 14
_LONGEST_HEADING = 24
_ENDS_SENTENCE = re.compile(r"[。；：:;，]")
_NEAR = 3.0
"""How far, in points, the columns of one table may stand apart from page to page."""


_Event = tuple[int, float, int, Line | Table]
"""A page, a height, the index of a line (-1 for a table), and what stands there."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line of running text opens: a role, its list number, where its own text begins."""

    role: str
    number: int | None
    start: int
    style: str = ""


@dataclass(slots=True)
class _Draft:
    """An indicator while its parts come in."""

    goal_no: int | None
    goal: list[Line]
    indicator: list[Line] = field(default_factory=list)
    standard: list[Line] = field(default_factory=list)
    analysis: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)


def heading_of(text: str) -> Heading | None:
    """Return what a line opens, None for running text."""
    text = text.strip()
    marker = markers.marker_of(text)
    start = marker.length if marker else 0
    colon = _COLON.search(text, start)
    title = "".join(text[start : colon.start() if colon else len(text)].split())
    if not 1 < len(title) <= _LONGEST_TITLE:
        return None
    role = layouts.role_of(title)
    if role in ("goal", "indicator") and not (colon and text[colon.end() :].strip()):
        return None
    if role not in ("goal", "indicator", "standard", "analysis"):
        return None
    end = colon.end() if colon else len(text)
    end += len(text[end:]) - len(text[end:].lstrip())
    return Heading(role, marker.number if marker else None, end, marker.base if marker else "")


def is_year_table(table: Table) -> bool:
    """Tell whether the first line of a table names years, one to a column."""
    return bool(table.grid) and bool(_years(table.grid[0]))


def goes_on(table: Table, before: Table | None) -> bool:
    """Tell whether a table is the rest of the year table on the page before it."""
    if before is None or table.page != before.page + 1:
        return False
    ours, theirs = table.lefts, before.lefts
    return len(ours) == len(theirs) and all(
        abs(a - b) <= _NEAR for a, b in zip(ours, theirs, strict=True)
    )


def rows(lines: Sequence[Line], tables: Iterable[Table]) -> tuple[list[Row], set[int]]:
    """Return the rows of a report's year tables, and which of the lines stand in them.

    Rows are numbered from 1 in the order of print; lines are told by their index.
    """
    furniture = titles.furniture(lines) | {
        index for index, line in enumerate(lines) if titles.is_page_number(line.text)
    }
    events: list[_Event] = [(line.page, line.top, i, line) for i, line in enumerate(lines)]
    events += [(table.page, table.top, -1, table) for table in tables]
    events.sort(key=lambda event: event[:3])
    drafts, used = _drafts(_without_margins(events, furniture))
    found = [row for draft in drafts for row in _row(draft)]
    return found, used


def _without_margins(events: Sequence[_Event], furniture: Collection[int]) -> Iterator[_Event]:
    """Leave out running titles and page numbers: at the head and foot of a page, not amid its text.

    Pages that look alike have the same words (衡量標準：) at the same height.
    """
    for _, page in groupby(events, key=lambda event: event[0]):
        inner = list(page)
        while inner and inner[0][2] in furniture:
            inner.pop(0)
        while inner and inner[-1][2] in furniture:
            inner.pop()
        yield from inner


def _drafts(events: Iterable[_Event]) -> tuple[list[_Draft], set[int]]:
    """Gather headings, tables and running text by indicator."""
    gathered = _Gathered()
    for _, _, index, event in events:
        if isinstance(event, Table):
            gathered.takes_table(event)
        else:
            gathered.takes_line(index, event)
    return [draft for draft in gathered.drafts if draft.tables], gathered.used


class _Gathered:
    """The indicators so far, and where the next line of running text belongs."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self.used: set[int] = set()
        self._goal_no: int | None = None
        self._goal: list[Line] = []
        self._style = ""
        self._waiting: list[int] = []  # the lines of headings whose table has not come yet
        self._into: list[Line] | None = None

    def takes_table(self, table: Table) -> None:
        """Give a year table to the indicator whose heading stands above it."""
        if self.drafts:
            self.drafts[-1].tables.append(table)
            self.used.update(self._waiting)
        self._waiting, self._into = [], None

    def takes_line(self, index: int, line: Line) -> None:
        """Take a line as a heading or as a part of what the last one opened."""
        heading = heading_of(line.text)
        if heading is not None:
            rest = line.keep(range(_inked(line, heading.start), len(line.text)))
            if self._opens(heading, rest, index):
                return
        if self._into is not None and self._closes(line):
            self._into = None
        if self._into is not None:
            self._into.append(line)
            if self._waiting:
                self._waiting.append(index)
            else:
                self.used.add(index)

    def _closes(self, line: Line) -> bool:
        """Tell whether a line is the heading of another chapter (陸、未來展望)."""
        text = line.text.strip()
        marker = markers.marker_of(text)
        if marker is None or len(text) > _LONGEST_HEADING or _ENDS_SENTENCE.search(text):
            return False
        return marker.base == "壹、" or (
            marker.base == self._style and marker.number == (self._goal_no or 0) + 1
        )

    def _opens(self, heading: Heading, rest: Line, index: int) -> bool:
        """Tell whether a heading opens a part here; the measure and the analysis follow a table."""
        if heading.role == "goal":
            self._goal_no, self._goal, self._style = heading.number, [rest], heading.style
            self._into, self._waiting = self._goal, [index]
        elif heading.role == "indicator":
            self.drafts.append(_Draft(self._goal_no, self._goal, [rest]))
            self._into = self.drafts[-1].indicator
            self._waiting.append(index)
        elif self.drafts and self.drafts[-1].tables:
            draft = self.drafts[-1]
            self._into = draft.standard if heading.role == "standard" else draft.analysis
            self.used.add(index)
            if rest.text.strip():
                self._into.append(rest)
        else:
            return False
        return True


def _inked(line: Line, start: int) -> int:
    """Return the offset in the whole line of one counted without its leading spaces."""
    return start + len(line.text) - len(line.text.lstrip())


def _row(draft: _Draft) -> Iterator[Row]:
    """Make the row of an indicator: its year columns that hold figures, side by side."""
    years: tuple[tuple[int, int], ...] = ()
    lines: dict[str, dict[int, Cell]] = {}
    units: dict[str, str] = {}
    for table in draft.tables:
        for grid_row in table.grid:
            if found := _years(grid_row):
                years = found
                continue
            cells = {cell.column: cell for cell in grid_row if cell}
            if 0 not in cells:
                continue
            word = cells[0].text
            known_role = layouts.role_of(word)
            role = known_role if known_role in _FIGURES else word
            lines.setdefault(role, {}).update(cells)
            if unit := layouts.unit_of(word):
                units[role] = unit
    held = [(column, year) for column, year in years if _holds(lines, column)]
    if not held:
        return
    texts = {
        role: tuple(_one(cells.get(column)) for column, _ in held) for role, cells in lines.items()
    }
    figures = {role: text for role, text in texts.items() if role in _FIGURES}
    other = {role: text for role, text in texts.items() if role not in _FIGURES}
    running = {
        role: _text(getattr(draft, role)) for role in ("goal", "indicator", "standard", "analysis")
    }
    if "target" in units:
        units.setdefault("actual", units["target"])
    yield Row(
        0,
        draft.goal_no,
        {**running, **figures},
        tuple(_place(table) for table in draft.tables),
        other,
        units,
        tuple(year for _, year in held),
    )


_FIGURES = ("target", "actual", "rate")


def _holds(lines: dict[str, dict[int, Cell]], column: int) -> bool:
    """Tell whether a year column holds a figure."""
    return any(
        (cell := lines.get(role, {}).get(column)) is not None and cell.text not in {"", *_NOTHING}
        for role in _FIGURES
    )


def _one(cell: Cell | None) -> Paragraph:
    """Return the text of a cell as one paragraph, so that those of all years stay side by side."""
    found = paragraphs.from_lines(cell.lines) if cell else ()
    lines = tuple(line for paragraph in found for line in paragraph.lines)
    return Paragraph("".join(line.text for line in lines), lines)


def _text(lines: Sequence[Line]) -> CellText:
    """Return running text as paragraphs: its room is as wide as it shows."""
    inked = [line for line in lines if line.text.strip() and line.lefts]
    if not inked:
        return ()
    room = Column(min(line.x0 for line in inked), max(line.x1 for line in inked))
    return paragraphs.from_lines(lines, [room] * len(lines))


def _years(cells: Sequence[Cell | None]) -> tuple[tuple[int, int], ...]:
    """Return the columns of a header line that name years, with their ROC years; else nothing."""
    named = [cell for cell in cells if cell]
    if len(named) < 2 or named[0].text not in _FIRST_WORDS:
        return ()
    matches = [_YEAR.fullmatch(cell.text) for cell in named[1:]]
    if not all(matches):
        return ()
    years = [int(match["year"]) for match in matches if match]
    return tuple(
        (cell.column, year - 1911 if year >= 1912 else year)
        for cell, year in zip(named[1:], years, strict=True)
    )


def _place(table: Table) -> Place:
    return Place(table.page, table.x0, table.top, table.x1, table.bottom)
