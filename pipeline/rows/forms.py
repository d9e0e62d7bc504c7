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

Each year column that holds figures is an item of the row, for its own year. All of this, or several
indicators, may also stand in one table. A table of years that tells no target and no actual figure
(staff, budgets) is left alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import LabelRun, parse_label
from pipeline.records import Cell, CellText, Line, Paragraph, Place, Row, Table
from pipeline.rows import form_headings, paragraphs, titles, year_tables
from pipeline.rows.form_headings import FormHeading
from pipeline.rows.paragraphs import ColumnExtent
from pipeline.rows.year_tables import FIGURES, NO_YEAR, YearLine

_NOTHING = late(r"[-－–—─/／…‥.]*|無|略|[(（]略[)）]|不適用|[Nn][./]?[Aa]\.?")
_LONGEST_NAME = 40
_STOPS = "。；，：;,:"
_ENDS = frozenset("。；：！？;:!?")
_APART = 6.0
"""How far to the right of running text a line of it may begin, in heights of a line."""


class FormTable(NamedTuple):
    """The rows of a report's year tables, and which of its lines and tables they are made of."""

    rows: list[Row]
    lines: set[int]
    tables: list[Table]


class _Form(NamedTuple):
    """A table of years, wherever pages cut it."""

    pieces: tuple[Table, ...]
    entries: tuple[YearLine, ...]


_Event = tuple[int, float, int, "Line | _Form | Table | None"]
"""A page, a height, the index of a line (-1 for a table), and what stands there.

Of a table that a page cuts, the later pieces stand for themselves; None is a table of another kind.
"""


@dataclass(slots=True)
class _Text:
    """Lines of a text with the room that they had; running text shows its room itself."""

    lines: list[Line] = field(default_factory=list)
    rooms: list[ColumnExtent | None] = field(default_factory=list)

    def add(self, lines: Iterable[Line], room: ColumnExtent | None = None) -> None:
        for line in lines:
            self.lines.append(line)
            self.rooms.append(room)

    def pop(self) -> Line:
        self.rooms.pop()
        return self.lines.pop()

    def cell(self) -> CellText:
        """Return the text as paragraphs."""
        pairs = zip(self.lines, self.rooms, strict=True)
        inked = [line for line, room in pairs if room is None and line.text.strip() and line.lefts]
        shown = ColumnExtent(0.0, 0.0)
        if inked:
            shown = ColumnExtent(min(line.x0 for line in inked), max(line.x1 for line in inked))
        return paragraphs.paragraphs_from_lines(self.lines, [room or shown for room in self.rooms])


@dataclass(slots=True)
class _Draft:
    """An indicator while its parts come in."""

    goal_no: int | None
    goal: _Text
    indicator: _Text = field(default_factory=_Text)
    standard: _Text = field(default_factory=_Text)
    analysis: _Text = field(default_factory=_Text)
    lines: dict[str, dict[int, list[Line]]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    years: dict[int, None] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    opened: set[str] = field(default_factory=set)
    """Which parts have had their heading."""

    @property
    def has_figures(self) -> bool:
        """Tell whether a table has brought a target or an actual figure."""
        return not self.lines.keys().isdisjoint(("target", "actual"))

    def part(self, role: str) -> _Text:
        """Return the text of a role."""
        found: _Text = getattr(self, role)
        return found

    def takes(self, entry: YearLine) -> None:
        """Take a line of figures, or of what else a table tells by year."""
        line = self.lines.setdefault(entry.role, {})
        for year, cell in entry.cells.items():
            if year != NO_YEAR:
                self.years.setdefault(year)
            line.setdefault(year, []).extend(cell.lines)
        if entry.unit:
            self.units[entry.role] = entry.unit

    def stands(self, place: Place) -> None:
        """Take note of where a line of a table stands; those of one page are one place."""
        last = self.places[-1] if self.places else None
        if last is None or last.page != place.page:
            self.places.append(place)
            return
        boxes = [(p.x0 or 0.0, p.top, p.x1 or 0.0, p.bottom) for p in (last, place)]
        x0, top, x1, bottom = zip(*boxes, strict=True)
        self.places[-1] = Place(place.page, min(x0), min(top), max(x1), max(bottom))


def may_be_form(table: Table, before: Table | None) -> bool:
    """Tell whether a table may be one of a form, or the rest of the one before it."""
    return year_tables.is_year_table(table) or year_tables.is_continuation(table, before)


def form_rows(
    lines: Sequence[Line], tables: Iterable[Table], others: Iterable[tuple[int, float]] = ()
) -> FormTable:
    """Return the rows of a report's year tables in the order of print, all with the number 0.

    ``others`` are the pages and heights of tables of another kind. Lines are told by their index.
    """
    numbers = {index for index, line in enumerate(lines) if titles.is_page_number(line.text)}
    repeated = titles.find_furniture(lines.__iter__)
    margins = repeated | numbers
    headings = {index for index, line in enumerate(lines) if form_headings.match_heading(line.text)}
    # No running title ends a sentence, but sentences may stand alike on two pages.
    margins -= headings | {i for i, line in enumerate(lines) if line.text.rstrip()[-1:] in _ENDS}
    given = list(tables)
    pieces, torn = _with_torn(given, [(i, x) for i, x in enumerate(lines) if i not in margins])
    forms = list(_forms(pieces, sorted((lines[i].page, lines[i].top) for i in headings)))
    events: list[_Event] = [
        (line.page, line.top, i, line)
        for i, line in enumerate(lines)
        if i not in torn and i not in repeated & numbers
    ]
    events += [(form.pieces[0].page, form.pieces[0].top, -1, form) for form in forms]
    events += [(p.page, p.top, -1, p) for form in forms for p in form.pieces[1:]]
    events += [(page, top, -1, None) for page, top in others]
    events.sort(key=lambda event: event[:3])
    gathered = _Gathered()
    for _, _, index, event in _without_margins(events, margins):
        if isinstance(event, _Form):
            gathered.takes_table(event)
        elif isinstance(event, Line):
            gathered.takes_line(index, event)
        elif event is None:
            gathered.turns_aside()
    found = [row for draft in gathered.drafts for row in _row(draft)]
    printed = {id(table) for table in given}
    used = [piece for form in forms for piece in form.pieces if id(piece) in printed]
    return FormTable(found, gathered.used | torn, used)


def _with_torn(
    tables: Sequence[Table], lines: Sequence[tuple[int, Line]]
) -> tuple[list[Table], set[int]]:
    """Add the rests of tables without rules that stand at the head of the next page.

    Returns all pieces in their order, and which of the lines are in one.
    """
    by_page: dict[int, list[tuple[int, Line]]] = {}
    for pair in sorted(lines, key=lambda pair: (pair[1].page, pair[1].top)):
        by_page.setdefault(pair[1].page, []).append(pair)
    tops = {table.page: table.top for table in reversed(tables)}
    found: list[Table] = []
    torn: set[int] = set()
    for number, table in enumerate(tables):
        found.append(table)
        below = any(line.top >= table.bottom - 1 for _, line in by_page.get(table.page, ()))
        later = number + 1 < len(tables) and tables[number + 1].page == table.page
        if below or later:
            continue
        page = table.page + 1
        heads = [p for p in by_page.get(page, ()) if p[1].top < tops.get(page, p[1].bottom)]
        rest, taken = year_tables.split_torn(table, [line for _, line in heads])
        if rest:
            found.append(rest)
            torn.update(index for index, _ in heads[:taken])
    return found, torn


def _forms(tables: Iterable[Table], headings: Sequence[tuple[int, float]]) -> Iterator[_Form]:
    """Put the pieces of tables that pages cut together; leave out those that tell no performance.

    ``header_bands`` are the places of the lines that open something; what is below one is another table.
    """
    pieces: list[Table] = []
    for table in tables:
        if pieces and not _goes_on(table, pieces[-1], headings):
            yield from _form(pieces)
            pieces = []
        pieces.append(table)
    yield from _form(pieces)


def _goes_on(table: Table, before: Table, headings: Sequence[tuple[int, float]]) -> bool:
    at = bisect_right(headings, (before.page, before.bottom))
    parted = at < len(headings) and headings[at] < (table.page, table.top)
    return (
        not parted
        and year_tables.is_continuation(table, before)
        and not year_tables.begins_anew(table, before)
    )


def _form(pieces: Sequence[Table]) -> Iterator[_Form]:
    entries = tuple(year_tables.read_year_table(pieces)) if pieces else ()
    if year_tables.has_figures(entries):
        yield _Form(tuple(pieces), entries)


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


class _Gathered:
    """The indicators so far, and where the next line of running text belongs."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self.used: set[int] = set()
        self._goal_no: int | None = None
        self._goal = _Text()
        self._chapters: dict[str, int] = {}  # the last number of each style of title
        self._goal_style = ""
        self._draft: _Draft | None = None
        self._waiting: list[int] = []  # the lines of headings whose table has not come yet
        self._into: _Text | None = None
        self._listed: set[str] = set()  # the styles of lists in the part that is open
        self._last: tuple[int, Line] | None = None  # the line above
        self._aside = False  # something else stands between, perhaps behind, the running text
        self._run = LabelRun()
        self._room: ColumnExtent | None = None  # how wide running text is

    # ----------------------------------------------------------------- tables

    def takes_table(self, form: _Form) -> None:
        """Give the lines of a table to the indicator whose heading stands above it, or in it."""
        first = form.entries[0]
        named = first.role in ("goal", "indicator") or "indicator" in first.leads
        if (self._draft is None or self._draft.has_figures) and not named:
            self._draft = self._unheaded(form.pieces[0])
        for entry in form.entries:
            for role, cell in entry.leads.items():
                self._takes_text(role, cell, goes_on=entry.leads_go_on)
            if entry.role in year_tables.TEXTS:
                for cell in entry.cells.values():
                    self._takes_text(entry.role, cell, goes_on=entry.goes_on)
            elif entry.cells:
                draft = self._current()
                if entry.role in FIGURES and entry.role in draft.lines and not entry.goes_on:
                    draft = self._new()
                draft.takes(entry)
            self._current().stands(entry.place)
        self.used.update(self._waiting)
        self._waiting, self._into, self._last = [], None, None

    def _current(self) -> _Draft:
        return self._draft or self._new()

    def _new(self) -> _Draft:
        self._draft = _Draft(self._goal_no, self._goal)
        self.drafts.append(self._draft)
        return self._draft

    def _unheaded(self, table: Table) -> _Draft:
        """Open an indicator that has no heading; a short line right above the table names it."""
        index, line = self._last or (-1, None)
        draft = self._new()
        if line is not None and line.page == table.page and _names(line):
            before = self.drafts[-2] if len(self.drafts) > 1 else draft
            for part in (before.analysis, before.standard):
                if part.lines and part.lines[-1] is line:
                    part.pop()
            marker = parse_label(line.text.strip())
            start = _inked(line, marker.length if marker else 0)
            draft.indicator.add([line.keep(range(start, len(line.text)))])
            self.used.add(index)
        return draft

    def _takes_text(self, role: str, cell: Cell, *, goes_on: bool = False) -> None:
        """Take a cell that tells the goal, the indicator, or how it was measured and met."""
        room = paragraphs.column_extent(paragraphs.strip_lines(cell.lines), cell.x0, cell.x1)
        if role == "goal" and not goes_on:
            self._opens_goal(_Text(), None, "")
            self._draft = None
        elif role == "indicator" and not goes_on and (not self._draft or self._draft.has_figures):
            self._new()
        if role == "goal":
            self._goal.add(cell.lines, room)
        elif role in year_tables.TEXTS:
            self._current().part(role).add(cell.lines, room)
        else:
            self._current().lines.setdefault(role, {}).setdefault(NO_YEAR, []).extend(cell.lines)

    # ----------------------------------------------------------------- lines

    def takes_line(self, index: int, line: Line) -> None:
        """Take a line as a heading or as a part of what the last one opened."""
        if form_headings.is_aside(line):
            return
        heading = form_headings.match_heading(line.text)
        if heading is not None:
            rest = line.keep(range(_inked(line, heading.start), len(line.text)))
            if self._opens(heading, rest, index):
                return
        unit = form_headings.heading_unit(line.text)
        if self._waiting and self._draft and (unit or form_headings.is_head(line.text)):
            self._draft.units.update({"target": unit} if unit else {})
            self._waiting.append(index)
            return
        if self._closes(line):
            self._into = None
            if self._draft and self._draft.has_figures:
                self._draft = None
        if self._into is not None:
            self._takes_running(index, line)
        self._last = index, line

    def turns_aside(self) -> None:
        """Take note of a table of another kind: running text may go on below it, or be at its end."""
        self._aside = True

    def _takes_running(self, index: int, line: Line) -> None:
        """Take a line of running text, unless it is of something that has come between."""
        assert self._into is not None
        marker = parse_label(line.text.strip())
        due = marker is not None and marker.number > 1 and self._run.due(marker)
        if not self._waiting and (self._aside or self._stands_apart(line)):
            if not (due or (self._into.lines and self._is_unfinished(self._into.lines[-1]))):
                self._aside = True
                return
            self._aside = False
        self._into.add([line])
        self._run.sees(marker)
        if marker is not None and marker.number == 1:
            self._listed.add(marker.base)
        if self._waiting:
            self._waiting.append(index)
        else:
            self.used.add(index)
            self._widens(line)

    def _widens(self, line: Line) -> None:
        room = self._room or ColumnExtent(line.x0, line.x1)
        self._room = ColumnExtent(min(room.x0, line.x0), max(room.x1, line.x1))

    def _stands_apart(self, line: Line) -> bool:
        """Tell whether a line begins far to the right of running text: a title, a unit, a caption."""
        return (
            self._room is not None
            and bool(line.lefts)
            and line.x0 - self._room.x0 > _APART * (line.bottom - line.top)
        )

    def _is_unfinished(self, line: Line) -> bool:
        """Tell whether a line fills its room and ends no sentence, so that it must go on."""
        text = line.text.strip()
        room = self._room or ColumnExtent(0.0, 0.0)
        return text[-1:] not in _ENDS and room.x1 - line.x1 < 1.5 * (line.bottom - line.top)

    def _closes(self, line: Line) -> bool:
        """Tell whether a line is the heading of another chapter (陸、未來展望)."""
        if not form_headings.is_title(line.text):
            return False
        marker = parse_label(line.text.strip())
        assert marker is not None
        due = self._chapters.get(marker.base, 0) + 1
        if marker.base == self._goal_style:
            due = (self._goal_no or 0) + 1
        chapter = marker.base not in self._listed and (
            marker.base == "壹、" or (marker.number == due and due > 1)
        )
        if chapter or not self._goal_style:
            self._chapters[marker.base] = marker.number
        return chapter

    def _opens(self, heading: FormHeading, rest: Line, index: int) -> bool:
        """Tell whether a heading opens a part here; the measure and the analysis follow a table."""
        if heading.role == "goal":
            self._opens_goal(_Text([rest], [None]), heading.number, heading.style)
            self._draft, self._into, self._waiting = None, self._goal, [index]
        elif heading.role == "indicator":
            draft = self._new()
            draft.indicator.add([rest])
            self._into = draft.indicator
            self._waiting.append(index)
        elif self._draft and self._draft.has_figures and heading.role not in self._draft.opened:
            draft = self._draft
            draft.opened.add(heading.role)
            self._into = draft.part(heading.role)
            self.used.add(index)
            if rest.text.strip():
                self._into.add([rest])
        else:
            return False
        self._listed, self._last = set(), None
        self._aside, self._run = False, LabelRun()
        return True

    def _opens_goal(self, goal: _Text, number: int | None, style: str) -> None:
        self._goal_no, self._goal, self._goal_style = number, goal, style or self._goal_style


def _names(line: Line) -> bool:
    """Tell whether a line may be the name of what a table below it measures."""
    text = line.text.strip()
    return 1 < len(text) <= _LONGEST_NAME and text[-1] not in _STOPS


def _inked(line: Line, start: int) -> int:
    """Return the offset in the whole line of one counted without its leading spaces."""
    return start + len(line.text) - len(line.text.lstrip())


# --------------------------------------------------------------------------- drafts -> rows


def _row(draft: _Draft) -> Iterator[Row]:
    """Make the row of an indicator: its year columns that hold figures, side by side."""
    held = [year for year in draft.years if _holds(draft, year)]
    if not held:
        return
    texts = {
        role: tuple(_one(cells.get(year, cells.get(NO_YEAR, ()))) for year in held)
        for role, cells in draft.lines.items()
    }
    figures = {role: text for role, text in texts.items() if role in FIGURES}
    other = {role: text for role, text in texts.items() if role not in FIGURES}
    goal_no, goal = draft.goal_no, draft.goal.cell()
    running = {role: draft.part(role).cell() for role in ("indicator", "standard", "analysis")}
    units = dict(draft.units)
    if "target" in units:
        units.setdefault("actual", units["target"])
    yield Row(
        0,
        goal_no,
        {"goal": goal, **running, **figures},
        tuple(draft.places),
        other,
        units,
        tuple(held),
    )


def _holds(draft: _Draft, year: int) -> bool:
    """Tell whether a year column holds a figure."""
    return any(
        not _NOTHING.fullmatch("".join(_one(draft.lines.get(role, {}).get(year, ())).text.split()))
        for role in FIGURES
    )


def _one(lines: Sequence[Line]) -> Paragraph:
    """Return the text of a cell as one paragraph, so that those of all years stay side by side."""
    found = paragraphs.paragraphs_from_lines(lines)
    kept = tuple(line for paragraph in found for line in paragraph.lines)
    return Paragraph("".join(line.text for line in kept), kept)
