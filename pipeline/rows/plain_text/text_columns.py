"""The blocks of a plain text table -> its rows, with the blocks of each column.

Nothing but their printed widths and list numbers tells cells apart:

* the analysis column is wide, the others are narrow;
* a row opens with the goal number that is due (一、 二、 …) over narrow lines;
* its narrow blocks are shared out among the narrow columns at the least cost (`text_costs`);
* after a page break, narrow lines go on in the column whose width they have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil
from statistics import median

import regex

from pipeline.quantities import LabelRun, ListLabel, parse_label
from pipeline.records import Line, Place
from pipeline.rows.column_extents import ColumnExtent
from pipeline.rows.plain_text.text_blocks import (
    TextBlock,
    inner_lines,
    line_width,
    opens_section,
    slice_blocks,
)
from pipeline.rows.plain_text.text_costs import CUT_COST, ColumnCosts
from pipeline.rows.row_parts import RowPart, cell_part_from_lines

_NARROW = 0.6
"""A line of up to this share of the widest lines is narrow."""
_GOAL_STYLES = ("一、", "壹、", "(一)")
"""How goals are numbered; 1. and (1) number the items of a cell too, and tell no goal."""
_MOST_LINES = 90
"""How many narrow lines a row may have on a page; more are no cells that could be told apart."""
_TITLED = regex.compile(r"[^、]{1,3}、 [^：:。，]{2,12} [：:]", regex.VERBOSE)
"""A numbered part with a title of its own: 二、實施內容：."""

Blocks = Sequence[TextBlock]
RowBlocks = Mapping[str, list[TextBlock]]
"""The blocks of a row by role."""


def row_parts_from_pages(roles: tuple[str, ...], pages: Sequence[Blocks]) -> Iterator[RowPart]:
    """Yield one part for each row; the second pass knows how wide each column is."""
    reader = _TextTable(roles, pages)
    reader.learn_widths(reader.rows())
    for cells in reader.rows():
        yield _row_part(cells)


class _TextTable:
    """Shares the blocks of a table out among its rows and columns."""

    def __init__(self, roles: tuple[str, ...], pages: Sequence[Blocks]) -> None:
        self._roles = roles
        self._narrow, self._last_role = roles[:-1], roles[-1]
        self._pages = pages
        widths = sorted(line_width(line) for page in pages for b in page for line in b.lines)
        wide = widths[ceil(0.95 * (len(widths) - 1))] if widths else 0
        self._narrow_width = _NARROW * wide
        self._costs = ColumnCosts(last_role=self._last_role, wide=wide)
        first = next((parse_label(page[0].text) for page in pages if page), None)
        self._goal_style = first.base if first and first.base in _GOAL_STYLES else _GOAL_STYLES[0]

    def learn_widths(self, rows: Sequence[RowBlocks]) -> None:
        """Learn from rows how wide the lines of each narrow column usually are."""
        for role in self._narrow:
            widths = [w for cells in rows for block in cells[role] for w in block.full_widths]
            if widths:
                self._costs.usual_widths[role] = median(widths)

    def rows(self) -> list[RowBlocks]:
        """Return the blocks of each row by role."""
        rows: list[RowBlocks] = []
        for page in self._pages:
            index = 0
            while index < len(page):
                if self._opens_row(page[index], rows):
                    rows.append({role: [] for role in self._roles})
                end = self._narrow_end(page, index, rows)
                if not rows:
                    index = max(end, index + 1)  # before the first row: nothing to belong to
                    continue
                wide = end
                while wide < len(page) and not self._opens_row(page[wide], rows):
                    wide += 1
                # Cells that the page cuts all reach its foot: they have as many lines as this one.
                foot = sum(len(block.lines) for block in page[end:wide]) if wide == len(page) else 0
                self._share(page[index:end], rows[-1], foot)
                rows[-1][self._last_role].extend(page[end:wide])
                index = wide
        return rows

    def _opens_row(self, block: TextBlock, rows: Sequence[RowBlocks]) -> bool:
        """Tell whether a block is the goal of the row that comes next."""
        text = block.text
        label = parse_label(text)
        return (
            label is not None
            and label.base == self._goal_style
            and label.number == len(rows) + 1
            # A page cut may glue a wide block to a narrow one: its first line counts.
            and line_width(block.lines[0]) <= self._narrow_width
            and not opens_section(text)
            and not (rows and _TITLED.match(text) and self._is_due(label, rows[-1]))
        )

    def _is_due(self, label: ListLabel, cells: RowBlocks) -> bool:
        """Tell whether a number goes on from those of the analysis (一、… 二、實施內容：)."""
        run = LabelRun()
        for block in cells[self._last_role]:
            run.record(parse_label(block.text))
        return label.number > 1 and run.is_due(label)

    def _narrow_end(self, page: Blocks, index: int, rows: Sequence[RowBlocks]) -> int:
        """Return where the narrow blocks from ``index`` on end."""
        end = index
        while (
            end < len(page)
            and page[end].width <= self._narrow_width
            and not opens_section(page[end].text)
            and not (end > index and self._opens_row(page[end], rows))
        ):
            end += 1
        return end

    def _share(self, blocks: Blocks, cells: RowBlocks, foot: int) -> None:
        """Share narrow blocks out among the columns, in order and at the least cost.

        The last column takes part only where a row goes on after a page break: its first lines
        there may be short ones.

        A cell that a page break cut ends without the mark of a paragraph's end, so that the first
        lines of the next cell look like its own: a column may also begin within a block, at a cost.
        """
        count = sum(len(block.lines) for block in blocks)
        if not blocks or count > _MOST_LINES:
            cells[self._narrow[-1]].extend(blocks)
            return
        fresh = not any(cells.values())
        inside = inner_lines(blocks)
        # The least cost of the columns so far for each number of lines, and where each one ends.
        best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
        roles = self._narrow if fresh else self._roles
        for role in roles:
            before = cells[role]
            best = [
                min(
                    (
                        cost
                        + (CUT_COST if start in inside and start < end else 0)
                        + self._costs.cell_cost(
                            role, slice_blocks(blocks, start, end), before, foot if fresh else None
                        ),
                        (*ends, end),
                    )
                    for start, (cost, ends) in enumerate(best[: end + 1])
                )
                for end in range(count + 1)
            ]
        ends = best[count][1]
        for role, (start, end) in zip(roles, pairwise((0, *ends)), strict=True):
            cells[role].extend(slice_blocks(blocks, start, end))


def _row_part(cells: RowBlocks) -> RowPart:
    """Make a row part of the blocks of a row."""
    lines = {
        role: tuple(ln for block in blocks for ln in block.lines) for role, blocks in cells.items()
    }
    parts = {
        role: cell_part_from_lines(own, ColumnExtent(0.0, _column_width(own)), filled=False)
        for role, own in lines.items()
    }
    used = [line for own in lines.values() for line in own]
    first, last = min(used, key=_line_number), max(used, key=_line_number)
    return RowPart(parts, {}, Place(first.page, None, first.top, None, last.bottom))


def _column_width(lines: Sequence[Line]) -> float:
    """Return the width of a column in half-width characters, as its usual full line shows."""
    full = Counter(line_width(line) for line in lines if not line.ends)
    return float(max(full, key=lambda w: (full[w], w))) if full else 0.0


def _line_number(line: Line) -> float:
    return line.top
