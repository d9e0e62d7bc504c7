"""Groups of row parts -> rows, each with the whole of its goal.

A goal cell that is merged over several rows, or cut by a page end within its text, is one goal: its rows
wait until it is complete.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.records import Row
from pipeline.rows.page_joins import is_left_open
from pipeline.rows.row_parts import CellPart, RowPart
from pipeline.rows.whole_rows import join_cells, make_row_under_goal, split_goal_label


class _Goal:
    """The goal of the rows that wait, in the parts that have come so far."""

    def __init__(self) -> None:
        self.parts: list[CellPart] = []
        self.rows: list[Row] = []
        self.last: RowPart | None = None
        self.numbered = False
        """Whether the report has numbered a goal so far."""

    def covers(self, group: Sequence[RowPart], goals: Sequence[CellPart]) -> bool:
        """Tell whether a row, with these parts of a goal in it, is under this goal."""
        if not goals:  # a blank cell in the column of goals: the row still names what it measures
            has_column = any("goal" in part.cells for part in group)
            return has_column and any(part.holds("indicator") for part in group)
        first, goal = group[0], goals[0]
        if not self.parts or not first.holds("goal"):
            return False
        above = self.parts[-1]
        return goal == above or (
            self.last is not None
            and first.follows_over_page(self.last)
            and self.numbered
            and first.goal_label is None
            and is_left_open(above, goal)
        )

    def complete_rows(self) -> Iterator[Row]:
        """Yield the rows that wait, with the goal as it is now."""
        number, goal = split_goal_label(join_cells(self.parts)) if self.parts else (None, ())
        for row in self.rows:
            row.goal_no, row.cells["goal"] = number, goal
            yield row
        self.rows = []


def rows_with_goals(groups: Iterable[Sequence[RowPart]], counts: Counter[str]) -> Iterator[Row]:
    """Yield the rows that groups of parts make; ``counts`` learns how many share a goal."""
    goal = _Goal()
    for number, group in enumerate(groups, start=1):
        goals = [part.cells["goal"] for part in group if part.holds("goal")]
        repeated = number > 1 and goal.covers(group, goals)
        counts["goals repeated"] += repeated
        if not repeated:
            yield from goal.complete_rows()
            goal.parts = []
        goal.parts.extend(cell for cell in goals if cell not in goal.parts)
        goal.numbered = goal.numbered or group[0].goal_label is not None
        goal.last = group[-1]
        goal.rows.append(make_row_under_goal(number, group, None, ()))
        if not goal.parts:  # none that could go on
            yield from goal.complete_rows()
    yield from goal.complete_rows()
