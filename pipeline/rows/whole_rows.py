"""The parts of a row, page by page -> `Row`: the lines of each column become paragraphs.

>>> split_goal_label((Paragraph("十二、守護湖域", (Line("十二、守護湖域", 1, 1, 1),)),))[0]
12
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import regex

from pipeline.quantities import ENDS_OF_UNITS, parse_label
from pipeline.records import CellText, Line, Paragraph, Row
from pipeline.rows.line_parts import take_characters
from pipeline.rows.paragraphs import paragraphs_from_lines
from pipeline.rows.row_parts import FIGURES, CellPart, RowPart

_FIGURE_END = regex.compile(
    rf"""
      [(（]?含?[)）]? (?:以上|以下|以內|之內|內|上|下)    # 9,200公噸 / 以上
    | [{ENDS_OF_UNITS}%％)）]{{1,2}}                      # 300航 / 次
    """,
    regex.VERBOSE,
)
"""The end of a figure: no paragraph of its own, whatever room its line had."""


def make_row(number: int, parts: Sequence[RowPart]) -> Row:
    """Put the parts of a row together."""
    goal = join_cells([part.cells["goal"] for part in parts if "goal" in part.cells])
    return make_row_under_goal(number, parts, *split_goal_label(goal))


def make_row_under_goal(
    number: int, parts: Sequence[RowPart], goal_no: int | None, goal: CellText
) -> Row:
    """Put the parts of a row together but for its goal, which may go on in rows below."""
    cells = _join_columns([part.cells for part in parts], {"goal": goal})
    cells.setdefault("goal", goal)
    cells.update({role: _join_figure_ends(cells[role]) for role in FIGURES if role in cells})
    units = {role: unit for part in reversed(parts) for role, unit in part.units.items()}
    for one, other in (("target", "actual"), ("actual", "target")):
        if one in units:  # a unit told once is for both
            units.setdefault(other, units[one])
    places = tuple(part.place for part in parts)
    others = _join_columns([part.others for part in parts], {})
    in_columns = {name for measure in parts[0].measures for name in measure.columns.values()}
    others.update({name: _join_figure_ends(others[name]) for name in in_columns & others.keys()})
    return Row(number, goal_no, cells, places, others, units, measures=parts[0].measures)


def _join_columns(
    columns: Sequence[Mapping[str, CellPart]], known: Mapping[str, CellText]
) -> dict[str, CellText]:
    """Return the text of each column by its name, in the order in which the parts bring them."""
    names = dict.fromkeys(name for cells in columns for name in cells)
    return {
        name: known[name]
        if name in known
        else join_cells([cells[name] for cells in columns if name in cells])
        for name in names
    }


def join_cells(parts: Sequence[CellPart]) -> CellText:
    """Return the paragraphs of a cell that stands in these parts, in order."""
    if len(parts) == 1:
        return paragraphs_from_lines(parts[0].lines, parts[0].columns)
    return paragraphs_from_lines(
        [line for part in parts for line in part.lines],
        [column for part in parts for column in part.columns],
    )


def _join_figure_ends(cell: CellText) -> CellText:
    """Return the cell of a figure with 以上 in the paragraph of the figure that it belongs to."""
    joined: list[Paragraph] = []
    for paragraph in cell:
        if joined and _FIGURE_END.fullmatch(paragraph.text):
            last = joined.pop()
            joined.append(Paragraph(last.text + paragraph.text, last.lines + paragraph.lines))
        else:
            joined.append(paragraph)
    return tuple(joined)


def split_goal_label(goal: CellText) -> tuple[int | None, CellText]:
    """Return the printed number of a goal (一、 → 1) and the goal without it."""
    label = parse_label(goal[0].text) if goal else None
    if label is None or label.glued:
        return None, goal
    first = goal[0]
    skip = len(first.text) - len(first.text[label.length :].lstrip())
    lines = list(_drop_characters(first.lines, skip))
    if not lines:
        return label.number, goal[1:]
    return label.number, (Paragraph("".join(line.text for line in lines), tuple(lines)), *goal[1:])


def _drop_characters(lines: Iterable[Line], count: int) -> Iterable[Line]:
    """Yield lines without so many characters at the head of their text."""
    for line in lines:
        dropped = min(count, len(line.text))
        count -= dropped
        if dropped < len(line.text):
            yield take_characters(line, range(dropped, len(line.text)))
