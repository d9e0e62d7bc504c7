"""Lines and year tables in the order of print -> the indicators that they belong to.

A heading opens a goal, an indicator, or (behind the table of an indicator) its measure or analysis; a
table brings the figures of the indicator whose heading stands above it, or in it; running text goes to
what was opened last.
"""

from __future__ import annotations

from pipeline.quantities import parse_label
from pipeline.records import Cell, Line, Table
from pipeline.rows.column_extents import column_extent
from pipeline.rows.forms.asides import is_aside
from pipeline.rows.forms.drafts import IndicatorDraft, TextLines
from pipeline.rows.forms.headings import FormHeading, is_header_line, match_heading, unit_line
from pipeline.rows.forms.line_labels import TEXTS
from pipeline.rows.forms.running_text import ChapterTitles, RunningText
from pipeline.rows.forms.table_joins import YearTable
from pipeline.rows.forms.year_lines import NO_YEAR, YearLine
from pipeline.rows.line_parts import strip_lines, take_characters
from pipeline.rows.row_parts import FIGURES

_LONGEST_NAME = 40
_NO_NAME_ENDS = "。；：，;:,"


class FormReader:
    """The indicators so far, and where the next line of running text belongs."""

    def __init__(self) -> None:
        self.drafts: list[IndicatorDraft] = []
        self.used: set[int] = set()
        """The lines that the drafts are made of, by index."""
        self._goal_no: int | None = None
        self._goal = TextLines()
        self._draft: IndicatorDraft | None = None
        self._waiting: list[int] = []  # the lines of headings whose table has not come yet
        self._text = RunningText()
        self._chapters = ChapterTitles()
        self._last: tuple[int, Line] | None = None  # the line above

    # ----------------------------------------------------------------- tables

    def read_table(self, table: YearTable) -> None:
        """Give the lines of a table to the indicator whose heading stands above it, or in it."""
        first = table.entries[0]
        named = first.role in ("goal", "indicator") or "indicator" in first.leads
        if (self._draft is None or self._draft.has_figures) and not named:
            self._draft = self._open_unheaded(table.parts[0])
        for entry in table.entries:
            self._read_entry(entry)
        self.used.update(self._waiting)
        self._waiting, self._last = [], None
        self._text.close()

    def _read_entry(self, entry: YearLine) -> None:
        for role, cell in entry.leads.items():
            self._read_text_cell(role, cell, goes_on=entry.leads_go_on)
        if entry.role in TEXTS:
            for cell in entry.cells.values():
                self._read_text_cell(entry.role, cell, goes_on=entry.goes_on)
        elif entry.cells:
            draft = self._current_draft()
            if entry.role in FIGURES and entry.role in draft.lines and not entry.goes_on:
                draft = self._open_draft()
            draft.add_year_line(entry)
        self._current_draft().add_place(entry.place)

    def _read_text_cell(self, role: str, cell: Cell, *, goes_on: bool) -> None:
        """Read a cell that tells the goal, the indicator, or how it was measured and met."""
        extent = column_extent(strip_lines(cell.lines), cell.x0, cell.x1)
        if role == "goal" and not goes_on:
            self._open_goal(TextLines(), None, "")
        elif role == "indicator" and not goes_on and (not self._draft or self._draft.has_figures):
            self._open_draft()
        if role == "goal":
            self._goal.add(cell.lines, extent)
        elif role in TEXTS:
            self._current_draft().texts[role].add(cell.lines, extent)
        else:
            self._current_draft().lines.setdefault(role, {}).setdefault(NO_YEAR, []).extend(
                cell.lines
            )

    def _current_draft(self) -> IndicatorDraft:
        return self._draft or self._open_draft()

    def _open_draft(self) -> IndicatorDraft:
        self._draft = IndicatorDraft(self._goal_no, self._goal)
        self.drafts.append(self._draft)
        return self._draft

    def _open_unheaded(self, table: Table) -> IndicatorDraft:
        """Open an indicator that has no heading; a short line right above the table names it."""
        index, line = self._last or (-1, None)
        before = self.drafts[-1] if self.drafts else None
        draft = self._open_draft()
        if line is not None and line.page == table.page and _may_be_name(line):
            for role in ("analysis", "standard"):
                text = (before or draft).texts[role]
                if text.lines and text.lines[-1] is line:
                    text.drop_last()
            label = parse_label(line.text.strip())
            draft.texts["indicator"].add([_from_letter(line, label.length if label else 0)])
            self.used.add(index)
        return draft

    # ----------------------------------------------------------------- lines

    def read_line(self, index: int, line: Line) -> None:
        """Read a line as a heading or as a part of what the last one opened."""
        if is_aside(line):
            return
        heading = match_heading(line.text)
        if heading is not None and self._open(heading, _from_letter(line, heading.start), index):
            return
        unit = unit_line(line.text)
        if self._waiting and self._draft and (unit or is_header_line(line.text)):
            self._draft.units.update({"target": unit} if unit else {})
            self._waiting.append(index)
            return
        if self._chapters.is_next(line, self._text.listed):
            self._text.close()
            if self._draft and self._draft.has_figures:
                self._draft = None
        if self._text.add(line, of_heading=bool(self._waiting)):
            if self._waiting:
                self._waiting.append(index)
            else:
                self.used.add(index)
        self._last = index, line

    def read_other_table(self) -> None:
        """Take note of a table of another kind."""
        self._text.interrupt()

    def _open(self, heading: FormHeading, own_text: Line, index: int) -> bool:
        """Tell whether a heading opens a text here; the measure and the analysis follow a table."""
        if heading.role == "goal":
            into = TextLines([own_text], [None])
            self._open_goal(into, heading.number, heading.style)
            self._waiting = [index]
        elif heading.role == "indicator":
            into = self._open_draft().texts["indicator"]
            into.add([own_text])
            self._waiting.append(index)
        elif self._draft and self._draft.has_figures and heading.role not in self._draft.opened:
            self._draft.opened.add(heading.role)
            into = self._draft.texts[heading.role]
            if own_text.text.strip():
                into.add([own_text])
            self.used.add(index)
        else:
            return False
        self._text.open(into)
        self._last = None
        return True

    def _open_goal(self, goal: TextLines, number: int | None, style: str) -> None:
        """Open a goal, which has no indicator yet."""
        self._goal_no, self._goal, self._draft = number, goal, None
        self._chapters.open_goal(number, style)


def _may_be_name(line: Line) -> bool:
    """Tell whether a line may be the name of what a table below it measures."""
    text = line.text.strip()
    return 1 < len(text) <= _LONGEST_NAME and text[-1] not in _NO_NAME_ENDS


def _from_letter(line: Line, start: int) -> Line:
    """Return a line from one of its characters on, counted without its leading spaces."""
    offset = start + len(line.text) - len(line.text.lstrip())
    return take_characters(line, range(offset, len(line.text)))
