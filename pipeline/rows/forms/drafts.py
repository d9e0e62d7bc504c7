"""The parts of an indicator, as they come in -> its row: the year columns that hold figures, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.patterns import late
from pipeline.records import CellText, Line, Paragraph, Place, Row
from pipeline.rows.column_extents import ColumnExtent
from pipeline.rows.forms.year_lines import NO_YEAR, YearLine
from pipeline.rows.paragraphs import paragraphs_from_lines
from pipeline.rows.row_parts import FIGURES

_NO_FIGURE = late(r"[-－–—─/／…‥.]*|無|略|[(（]略[)）]|不適用|[Nn][./]?[Aa]\.?")


@dataclass(slots=True)
class TextLines:
    """Lines of a text with the room that they had; running text shows its room itself."""

    lines: list[Line] = field(default_factory=list)
    extents: list[ColumnExtent | None] = field(default_factory=list)

    def add(self, lines: Iterable[Line], extent: ColumnExtent | None = None) -> None:
        """Add lines that had one room; None for running text."""
        for line in lines:
            self.lines.append(line)
            self.extents.append(extent)

    def drop_last(self) -> None:
        """Drop the last line: it has turned out to name what follows."""
        self.extents.pop()
        self.lines.pop()

    def paragraphs(self) -> CellText:
        """Return the text as paragraphs."""
        running = [
            line
            for line, extent in zip(self.lines, self.extents, strict=True)
            if extent is None and line.text.strip() and line.lefts
        ]
        shown = ColumnExtent(0.0, 0.0)
        if running:
            shown = ColumnExtent(min(line.x0 for line in running), max(line.x1 for line in running))
        return paragraphs_from_lines(self.lines, [extent or shown for extent in self.extents])


RUNNING_TEXTS = ("indicator", "standard", "analysis")
"""The texts of an indicator, in the order of its cells."""


@dataclass(slots=True)
class IndicatorDraft:
    """An indicator while its parts come in."""

    goal_no: int | None
    goal: TextLines
    texts: dict[str, TextLines] = field(
        default_factory=lambda: {role: TextLines() for role in RUNNING_TEXTS}
    )
    lines: dict[str, dict[int, list[Line]]] = field(default_factory=dict)
    """The printed lines of each line of the table, by role and year."""
    units: dict[str, str] = field(default_factory=dict)
    years: dict[int, None] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    opened: set[str] = field(default_factory=set)
    """Which texts have had their heading."""

    @property
    def has_figures(self) -> bool:
        """Tell whether a table has brought a target or an actual figure."""
        return not self.lines.keys().isdisjoint(("target", "actual"))

    def add_year_line(self, entry: YearLine) -> None:
        """Add a line of figures, or of what else a table tells by year."""
        line = self.lines.setdefault(entry.role, {})
        for year, cell in entry.cells.items():
            if year != NO_YEAR:
                self.years.setdefault(year)
            line.setdefault(year, []).extend(cell.lines)
        if entry.unit:
            self.units[entry.role] = entry.unit

    def add_place(self, place: Place) -> None:
        """Add the place of a line of a table; those of one page are one place."""
        last = self.places[-1] if self.places else None
        if last is None or last.page != place.page:
            self.places.append(place)
            return
        boxes = [(p.x0 or 0.0, p.top, p.x1 or 0.0, p.bottom) for p in (last, place)]
        x0, top, x1, bottom = zip(*boxes, strict=True)
        self.places[-1] = Place(place.page, min(x0), min(top), max(x1), max(bottom))

    def row(self) -> Row | None:
        """Return the row, with the number 0; None where no year column holds a figure."""
        years = tuple(year for year in self.years if self._has_figure(year))
        if not years:
            return None
        by_year = {
            role: tuple(_one_paragraph(cells.get(y, cells.get(NO_YEAR, ()))) for y in years)
            for role, cells in self.lines.items()
        }
        figures = {role: text for role, text in by_year.items() if role in FIGURES}
        other = {role: text for role, text in by_year.items() if role not in FIGURES}
        texts = {"goal": self.goal, **self.texts}
        units = dict(self.units)
        if "target" in units:
            units.setdefault("actual", units["target"])
        return Row(
            number=0,
            goal_no=self.goal_no,
            cells={**{role: text.paragraphs() for role, text in texts.items()}, **figures},
            fragments=tuple(self.places),
            other=other,
            units=units,
            periods=years,
        )

    def _has_figure(self, year: int) -> bool:
        """Tell whether a year column holds a figure."""
        texts = (_one_paragraph(self.lines.get(role, {}).get(year, ())).text for role in FIGURES)
        return any(not _NO_FIGURE.fullmatch("".join(text.split())) for text in texts)


def _one_paragraph(lines: Sequence[Line]) -> Paragraph:
    """Return the text of a cell as one paragraph, so that those of all years stay side by side."""
    joined = tuple(line for paragraph in paragraphs_from_lines(lines) for line in paragraph.lines)
    return Paragraph("".join(line.text for line in joined), joined)
