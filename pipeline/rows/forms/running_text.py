"""Lines below a heading -> whether each still belongs to its text, or to something that has come between.

Running text goes on over pages, page numbers, captions and tables of another kind. Behind these, a line
is taken only if the text must go on: its last line was full and ended no sentence, or a list has its next.
"""

from __future__ import annotations

from pipeline.quantities import LabelRun, parse_label
from pipeline.records import Line
from pipeline.rows.column_extents import ColumnExtent
from pipeline.rows.forms.drafts import TextLines
from pipeline.rows.forms.headings import is_title

SENTENCE_ENDS = frozenset("。；：！？;:!?")
_APART = 6.0
"""How far to the right of running text a line of it may begin, in heights of a line."""


class RunningText:
    """The text that is open, and how wide the running text of the report is."""

    def __init__(self) -> None:
        self.listed: set[str] = set()
        """The styles of lists in the text that is open."""
        self._into: TextLines | None = None
        self._interrupted = False  # something else stands between, perhaps behind, the text
        self._run = LabelRun()
        self._extent: ColumnExtent | None = None

    def open(self, into: TextLines) -> None:
        """Open another text."""
        self._into, self._interrupted = into, False
        self.listed, self._run = set(), LabelRun()

    def close(self) -> None:
        """Take no more lines until a text is opened."""
        self._into = None

    def interrupt(self) -> None:
        """Take note of something of another kind: the text may go on below it, or be at its end."""
        self._interrupted = True

    def add(self, line: Line, *, of_heading: bool) -> bool:
        """Add a line to the text that is open, and tell whether it was one of it.

        ``of_heading`` tells that the text is a heading whose table has not come yet.
        """
        if self._into is None:
            return False
        label = parse_label(line.text.strip())
        if not of_heading and (self._interrupted or self._stands_apart(line)):
            due = label is not None and label.number > 1 and self._run.is_due(label)
            self._interrupted = not (due or self._is_unfinished())
            if self._interrupted:
                return False
        self._into.add([line])
        self._run.record(label)
        if label is not None and label.number == 1:
            self.listed.add(label.base)
        if not of_heading:
            self._widen(line)
        return True

    def _widen(self, line: Line) -> None:
        extent = self._extent or ColumnExtent(line.x0, line.x1)
        self._extent = ColumnExtent(min(extent.x0, line.x0), max(extent.x1, line.x1))

    def _stands_apart(self, line: Line) -> bool:
        """Tell whether a line begins far to the right of running text: a title, a unit, a caption."""
        return (
            self._extent is not None
            and bool(line.lefts)
            and line.x0 - self._extent.x0 > _APART * (line.bottom - line.top)
        )

    def _is_unfinished(self) -> bool:
        """Tell whether the last line fills its room and ends no sentence, so that it must go on."""
        if self._into is None or not self._into.lines:
            return False
        line = self._into.lines[-1]
        extent = self._extent or ColumnExtent(0.0, 0.0)
        text = line.text.strip()
        return text[-1:] not in SENTENCE_ENDS and extent.x1 - line.x1 < 1.5 * (
            line.bottom - line.top
        )


class ChapterTitles:
    """The last number of each style of title, by which the heading of another chapter is known."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self._goal_style = ""
        self._goal_no: int | None = None

    def open_goal(self, number: int | None, style: str) -> None:
        """Take note of the number of a goal, and of the style in which goals are numbered."""
        self._goal_no, self._goal_style = number, style or self._goal_style

    def is_next(self, line: Line, listed: set[str]) -> bool:
        """Tell whether a line is the heading of another chapter (陸、未來展望).

        ``listed`` are the styles of lists in the text that is open: their numbers are none of chapters.
        """
        label = parse_label(line.text.strip()) if is_title(line.text) else None
        if label is None:
            return False
        due = self._last.get(label.base, 0) + 1
        if label.base == self._goal_style:
            due = (self._goal_no or 0) + 1
        is_chapter = label.base not in listed and (
            label.base == "壹、" or (label.number == due and due > 1)
        )
        if is_chapter or not self._goal_style:
            self._last[label.base] = label.number
        return is_chapter
