"""Entries of a column whose cells are merged -> the row at which the cell of each begins.

Where no rule tells, an entry stands in the middle of the rows that its cell covers, or beside the
first line of its first row.

>>> from pipeline.tables.unruled.drafts import Draft
>>> from pipeline.tables.unruled.gutters import Columns
>>> from pipeline.tables.unruled.ink import Piece, Sheet
>>> columns = Columns((0, 50, 80, 99), (), ("goal", "indicator", "target"), ("", "", ""))
>>> def item(column, top, text):
...     x0 = (0.0, 50.0, 80.0)[column]
...     return Piece(x0, top, x0 + 10, top + 10, text, ())
>>> figures = [item(column, top, "九十人") for top in (0, 20, 40) for column in (1, 2)]
>>> goals = [item(0, 10, "一、提升"), item(0, 40, "二、加強")]
>>> draft = Draft(columns, None, goals + figures, (), True)
>>> boundaries = RowBoundaries(draft, Sheet((), (), (), ()))
>>> {item.text: row for item, row in find_first_rows(boundaries, 0, boundaries.cuts()).items()}
{'一、提升': 0, '二、加強': 2}
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import regex

from pipeline.patterns import late
from pipeline.quantities import CHINESE_CHARACTERS
from pipeline.tables.unruled.body_lines import BLOCK
from pipeline.tables.unruled.drafts import Item
from pipeline.tables.unruled.ink import Span
from pipeline.tables.unruled.row_boundaries import Chunk, Cut, RowBoundaries

MOST_ROWS = 80  # on a page; merged cells are not looked for among more
_GOAL = late(
    rf"""
      [(（]? [{CHINESE_CHARACTERS}]+ [、)）.．]    # 一、 (一)
    | [0-9０-９]{{1,2}} [.．、] (?![0-9０-９])    # 1. but not 1.5
    """,
    regex.VERBOSE,
)


def find_first_rows(boundaries: RowBoundaries, column: int, cuts: Sequence[Cut]) -> dict[Item, int]:
    """Return the row at which the cell of each item of a column begins."""
    items = [item for item in boundaries.items if item.column == column]
    heights = [at for at, _ in cuts]
    if boundaries.rules and len(cuts) == len(boundaries.rules):
        starts = [0] + [n + 1 for n, (_, parted) in enumerate(cuts) if column in parted]
        return {
            item: starts[bisect_right(starts, bisect_right(heights, item.middle)) - 1]
            for item in items
        }
    rows = list(pairwise([boundaries.top, *heights, boundaries.bottom]))
    tops = _first_middles(boundaries.chunks, rows)
    entries = _entries(items, [at for at, parted in cuts if column in parted])
    firsts, off = _centred(entries, rows, tops)
    if off > 0.3 * boundaries.em:
        firsts = _top_aligned(entries, tops, 0.25 * boundaries.em) or firsts
    return {item: row for entry, row in zip(entries, firsts, strict=True) for item in entry}


def _entries(items: Sequence[Item], heights: Sequence[float]) -> list[list[Item]]:
    """Group the lines of a column: one entry goes on while its lines are close."""
    numbered = any(_GOAL.match(item.text) for item in items)
    steps = [b.middle - a.middle for a, b in pairwise(items)]
    usual = min(steps, default=0.0)
    entries: list[list[Item]] = []
    for n, item in enumerate(items):
        marked = bool(_GOAL.match(item.text))
        close = n > 0 and steps[n - 1] <= min(BLOCK * item.em, 1.25 * max(usual, item.em))
        apart = n > 0 and any(items[n - 1].middle < at < item.middle for at in heights)
        if entries and close and not apart and not (numbered and marked):
            entries[-1].append(item)
        else:
            entries.append([item])
    return entries


def _top_aligned(
    entries: Sequence[Sequence[Item]], firsts: Sequence[float], near: float
) -> list[int] | None:
    """Return the row of each entry if each begins beside the first line of a row."""
    rows = []
    for entry in entries:
        row = min(range(len(firsts)), key=lambda r: abs(firsts[r] - entry[0].middle))
        if abs(firsts[row] - entry[0].middle) > near:
            return None
        rows.append(row)
    return rows if len(set(rows)) == len(rows) else None


def _first_middles(chunks: Sequence[Chunk], rows: Sequence[Span]) -> list[float]:
    """Return where the first line of each row stands, but for the merged cells."""
    firsts = [float("-inf")] * len(rows)
    starts = [top for top, _ in rows]
    for chunk in chunks:
        middle = min(item.middle for item in chunk.items)
        row = min(max(bisect_right(starts, middle) - 1, 0), len(rows) - 1)
        if firsts[row] == float("-inf"):
            firsts[row] = middle
    return firsts


def _centred(
    entries: Sequence[Sequence[Item]], rows: Sequence[Span], firsts: Sequence[float]
) -> tuple[list[int], float]:
    """Return the first row of each entry if each stands in the middle of its rows, in order.

    Also return by how much the worst misses the middle. The first entry may leave rows in front of
    it to the page before, if it begins level with the row after them.
    """
    if not entries or len(entries) > len(rows) or len(rows) > MOST_ROWS:
        return [min(n, len(rows) - 1) for n in range(len(entries))], float("inf") * bool(entries)
    # best[b]: what the entries so far miss if the last of them ends with row b, and their rows.
    best: dict[int, tuple[float, float, tuple[int, ...]]] = {-1: (0.0, 0.0, ())}
    first = entries[0][0]
    for row in range(len(rows) - 1):
        if abs(firsts[row + 1] - first.middle) <= 0.25 * first.em:
            best[row] = (0.5 * first.em**2, 0.0, ())
    for number, entry in enumerate(entries):
        after: dict[int, tuple[float, float, tuple[int, ...]]] = {}
        left = len(entries) - number - 1
        for end, (cost, worst, starts) in best.items():
            for last in range(end + 1, len(rows) - left):
                off = _miss(entry, rows, firsts, end + 1, last)
                option = (cost + off * off, max(worst, off), (*starts, end + 1))
                if last not in after or option < after[last]:
                    after[last] = option
        best = after
    _, worst, starts = best[len(rows) - 1]
    return list(starts), worst


def _miss(
    entry: Sequence[Item], rows: Sequence[Span], firsts: Sequence[float], first: int, last: int
) -> float:
    """Return how far an entry is from the middle of its rows, or from the top of its one row."""
    middle = (entry[0].middle + entry[-1].middle) / 2
    off = abs((rows[first][0] + rows[last][1]) / 2 - middle)
    return min(off, abs(entry[0].middle - firsts[first])) if first == last else off
