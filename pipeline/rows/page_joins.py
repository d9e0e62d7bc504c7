"""Row parts in the order of print -> the groups of parts that are one row, cut by a page break.

Whether the first row part of a page goes on with the last row of the page before is decided by the first
reason of `ROW_REASONS` that applies; whether one cell may go on in the cell of the same column below, by
the first of `CELL_REASONS`. Each reason is tried only where those above it have not decided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import regex

from pipeline.patterns import late
from pipeline.rows.column_extents import has_room
from pipeline.rows.paragraphs import list_goes_on
from pipeline.rows.row_parts import CellPart, RowPart

# --------------------------------------------------------------------------- cells


class CellCut(NamedTuple):
    """The last part of a cell on one page, and what stands in its column on the next."""

    role: str
    above: CellPart | None
    below: CellPart


_SHORT_TEXTS = frozenset({"goal", "indicator", "weight", "target", "actual", "rate"})
"""Roles whose cells hold one paragraph or one list."""
_WHOLE_FIGURE = late(r"[0-9０-９,.，．]+[%％﹪]|[0-9０-９]+")
"""A rate or a weight, whole."""


def _are_two_figures(cut: CellCut) -> bool:
    return (
        cut.role in ("weight", "rate")
        and cut.above is not None
        and bool(_WHOLE_FIGURE.fullmatch(cut.above.text))
        and bool(_WHOLE_FIGURE.fullmatch(cut.below.text))
    )


class CellReason(NamedTuple):
    """Why a cell goes on over the page, or does not."""

    reason: str
    applies: Callable[[CellCut], bool]
    goes_on: bool


CELL_REASONS = (
    CellReason("the row above has no such cell", lambda cut: cut.above is None, False),
    CellReason(
        "the cell above had room left at its foot",
        lambda cut: cut.above is not None and not cut.above.filled,
        False,
    ),
    CellReason("running text to the foot of the page", lambda c: c.role not in _SHORT_TEXTS, True),
    CellReason("a whole weight or rate above another", _are_two_figures, False),
    CellReason(
        "the text above is left open",
        lambda cut: cut.above is not None and is_left_open(cut.above, cut.below),
        True,
    ),
    CellReason("nothing above is left unfinished", lambda _: True, False),
)
"""First that applies decides."""


def cell_reason(cut: CellCut) -> CellReason:
    """Return why a cell goes on over the page, or does not."""
    return next(reason for reason in CELL_REASONS if reason.applies(cut))


def is_left_open(above: CellPart, below: CellPart) -> bool:
    """Tell whether a text goes on in the cell below: no room was left, or a list has its next."""
    if list_goes_on(above.lines, below.lines):
        return True
    lines = zip(above.lines, above.columns, strict=True)
    last, extent = [(line, extent) for line, extent in lines if line.text.strip()][-1]
    first = next(line for line in below.lines if line.text.strip())
    return not has_room(last, extent, first)


# --------------------------------------------------------------------------- rows

_NAMES = ("goal", "indicator")
"""The roles that say what a row is about."""


@dataclass(frozen=True)
class RowCut:
    """The last part of a row so far, and the part printed next.

    ``opens_goal`` tells that the next part has a goal label in the style of the report's goals,
    ``numbered`` that the report numbers its goals: a goal without a number is then the rest of one.
    """

    before: RowPart
    part: RowPart
    opens_goal: bool
    numbered: bool

    @cached_property
    def cells(self) -> dict[str, CellPart]:
        """Return the cells of the part that hold text, but for a goal line over both rows."""
        cells = self.part.filled_cells
        if "goal" in cells and cells["goal"] == self.before.cells.get("goal"):
            del cells["goal"]
        return cells

    @property
    def over_page(self) -> bool:
        """Tell whether a page ends between the two."""
        return self.part.follows_over_page(self.before)

    def goes_on(self, role: str) -> bool:
        """Tell whether the cell of a role may be the rest of the one above."""
        cut = CellCut(role, self.before.cells.get(role), self.cells[role])
        return cell_reason(cut).goes_on


def _is_end_of_running_text(cut: RowCut) -> bool:
    """Tell whether a part holds no more than the end of the running text of the row before.

    The goal beside it is that of the row, if its text was left to the second page, or of the rows
    that follow.
    """
    before, part = cut.before, cut.part
    texts = part.filled_cells.keys() - {"goal"}
    return (
        cut.over_page
        and "goal" in part.cells
        and "goal" in before.cells
        and bool(texts)
        and texts <= {"analysis", "standard"}
        and "indicator" in before.cells
        and not part.opens_analysis
        and all(role in before.cells and before.cells[role].may_go_on for role in texts)
    )


def _has_rest_of_goal(cut: RowCut) -> bool:
    return cut.numbered and "goal" in cut.cells and cut.before.holds("goal")


class RowReason(NamedTuple):
    """Why a row goes on over the page, or does not."""

    reason: str
    applies: Callable[[RowCut], bool]
    goes_on: bool


ROW_REASONS = (
    RowReason(
        "a goal label beside the end of running text",
        lambda cut: cut.opens_goal and _is_end_of_running_text(cut),
        True,
    ),
    RowReason("a goal label", lambda cut: cut.opens_goal, False),
    RowReason("no page ends between them", lambda cut: not cut.over_page, False),
    RowReason(
        "the analysis begins again with its first part",
        lambda cut: cut.part.opens_analysis and cut.before.holds("analysis"),
        False,
    ),
    RowReason(
        "the rest of a goal, without an indicator or with the rest of one",
        lambda cut: (
            _has_rest_of_goal(cut) and ("indicator" not in cut.cells or cut.goes_on("indicator"))
        ),
        True,
    ),
    RowReason("the rest of a goal beside another indicator", _has_rest_of_goal, False),
    RowReason("no goal and no indicator", lambda cut: cut.cells.keys().isdisjoint(_NAMES), True),
    RowReason("every cell may go on", lambda cut: all(map(cut.goes_on, cut.cells)), True),
    RowReason("a cell is another one", lambda _: True, False),
)
"""First that applies decides."""


def row_reason(cut: RowCut) -> RowReason:
    """Return why a row goes on over the page, or does not."""
    return next(reason for reason in ROW_REASONS if reason.applies(cut))


# --------------------------------------------------------------------------- groups


def group_parts(parts: Iterable[RowPart]) -> Iterator[list[RowPart]]:
    """Group the parts that belong to one row."""
    group: list[RowPart] = []
    style: str | None = None  # how the report numbers its goals
    for printed in parts:
        part = _without_repeats(printed) if group else printed
        label = part.goal_label
        # A list within a goal (1. 2.) is in another style than the goals are.
        opens = label is not None and (label.number == 1 if style is None else label.base == style)
        if group:
            before = group[-1]
            # One cell, or one line, over both opens nothing.
            opens = opens and part.cells.get("goal") != before.cells.get("goal")
            if not row_reason(RowCut(before, part, opens, style is not None)).goes_on:
                yield group
                group = []
            elif opens and before.holds("goal"):
                part = part.without({"goal"})  # it is that of the rows that follow
        if label is not None and style is None and not group:
            style = label.base
        group.append(part)
    if group:
        yield group


_REPEATED = regex.compile(
    r"""
      [(（] (?: 續 | 續前頁 | 續上頁 | 承前頁 | 承上頁 | 接前頁 | 接上頁 ) [)）] $
    | ^ (?: 續 | 承上頁 | 接上頁 | 續上頁 ) $
    """,
    regex.VERBOSE,
)
"""What says that a cell only repeats the one on the page before."""


def _without_repeats(part: RowPart) -> RowPart:
    """Return a part without what only repeats the row above: a goal that ends in 續 or 承上頁."""
    repeated = {
        role
        for role in _NAMES
        if part.opens_page and role in part.cells and _REPEATED.search(part.cells[role].joined_text)
    }
    return part.without(repeated) if repeated else part
