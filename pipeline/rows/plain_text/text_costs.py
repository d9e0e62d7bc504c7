"""Blocks of a plain text, taken for a cell -> how unlike a cell of its column they are.

The costs weigh against each other when narrow blocks are shared out among columns: runs 1. 2. 3. stay
together, and the lines of a column are alike in width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.rows.plain_text.text_blocks import TextBlock

CUT_COST = 3
"""A column that begins within a block, or goes on though it seemed complete."""
_EMPTY_COST = 5
"""A row that opens without a text in the column."""
_NUMBER_COST = 4
"""A list number in digits that is not due."""
_UNNUMBERED_COST = 2
"""A paragraph without a number behind one with a number."""
_GOAL_PARAGRAPH_COST = 1
"""Each paragraph of a goal behind its first."""
_TELLING_FOOT = 2
"""So many lines at a page's foot tell how many a cut cell beside them has; fewer may be chance."""
_WIDTH_SHARE = 4
"""So many half-width characters of another width cost one."""
_HANGING = 6
"""By so many half-width characters the first line of a hanging paragraph may be wider."""


@dataclass(slots=True)
class ColumnCosts:
    """What is known of the columns: which is the last, and how wide their lines usually are."""

    last_role: str
    wide: float
    """The width of the lines of the last column."""
    usual_widths: dict[str, float] = field(default_factory=dict)
    """Those of the narrow columns."""

    def cell_cost(
        self, role: str, cell: Sequence[TextBlock], before: Sequence[TextBlock], foot: int | None
    ) -> float:
        """Return how unlike one cell of this column, or the rest of one, the blocks are.

        ``before`` are the blocks of the cell on earlier pages; ``foot`` is None for the rest of a row,
        else the lines that a cell to the page's foot has.
        """
        if role == self.last_role:
            return self._last_column_cost(cell, before)
        is_cut = bool(before) and not before[-1].lines[-1].ends
        if not cell:
            return _EMPTY_COST if foot is not None else CUT_COST if is_cut else 0
        cost = _number_cost(cell, before, is_cut=is_cut, is_rest=foot is None)
        if foot is not None and foot >= _TELLING_FOOT and not cell[-1].lines[-1].ends:
            cost += min(abs(sum(len(block.lines) for block in cell) - foot) / 2, CUT_COST)
        if role == "goal":
            cost += _GOAL_PARAGRAPH_COST * (len(cell) - 1)
        if role in self.usual_widths:
            cost += sum(_width_cost(block, self.usual_widths[role]) for block in cell)
        return cost

    def _last_column_cost(self, cell: Sequence[TextBlock], before: Sequence[TextBlock]) -> float:
        """Return how unlike the rest of the last column the blocks at a page's head are."""
        last = next((b.number for b in reversed(before) if b.number and b.digits), 0)
        cost = sum(_width_cost(block, self.wide) for block in cell)
        for block in cell:
            if block.number and block.digits:
                cost += 0 if block.number in (1, last + 1) else _NUMBER_COST
                last = block.number
        return cost


def _number_cost(
    cell: Sequence[TextBlock], before: Sequence[TextBlock], *, is_cut: bool, is_rest: bool
) -> float:
    """Return how badly the list numbers of a cell follow one another.

    Those of a rest go on from the last one of the cell; a paragraph that was cut goes on without one.
    """
    cost = 0.0
    last = next((block.number for block in reversed(before) if block.number), 0)
    first = cell[0].number
    if is_rest and (bool(first) if is_cut else first != last + 1):
        cost += CUT_COST
    for index, block in enumerate(cell):
        if block.number and block.digits and block.number != last + 1:
            cost += _NUMBER_COST
        if not block.number and last and not (is_cut and index == 0):
            cost += _UNNUMBERED_COST
        last = block.number or last
    return cost


def _width_cost(block: TextBlock, usual: float) -> float:
    """Return how much the lines of a block that had to break differ from the column's width."""
    cost = 0.0
    for index, full in enumerate(block.full_widths):
        hangs = index == 0 and block.number and full - usual <= _HANGING
        cost += 0 if hangs and full > usual else abs(full - usual) / _WIDTH_SHARE
    return cost
