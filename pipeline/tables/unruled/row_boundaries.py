"""Draft -> RowBoundaries: between which lines the rows of a table are parted, and in which columns.

Rules part the rows where they are drawn; elsewhere each line with figures in most of the short
columns is a row, and what stands about it is parted where the white is widest.

>>> from pipeline.tables.unruled.gutters import Columns
>>> from pipeline.tables.unruled.ink import Piece
>>> columns = Columns((0, 50, 80, 99), (), ("indicator", "target", "actual"), ("", "", ""))
>>> def item(column, top, text):
...     x0 = 30.0 * column
...     return Piece(x0, top, x0 + 10, top + 10, text, ())
>>> first = [item(0, 0, "參訪"), item(0, 12, "人次"), item(2, 0, "90"), item(3, 0, "95")]
>>> second = [item(0, 40, "檢查"), item(2, 40, "30"), item(3, 40, "24")]
>>> boundaries = RowBoundaries(Draft(columns, None, first + second, (), True), Sheet((), (), (), ()))
>>> boundaries.cuts()
[(31.0, {0, 1, 2})]
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import regex

from pipeline.patterns import late
from pipeline.tables.unruled.body_lines import BLOCK
from pipeline.tables.unruled.drafts import SHORT, Draft, Item
from pipeline.tables.unruled.ink import OFFSET, Sheet

CLEAR = 1.2  # a step this many times the usual one is seen to be wider
NEARLY = 1.12  # and this many times, where else speaks for it
_LEAST_FILLED = 3
_LISTS = frozenset({"indicator", "target", "actual", "rate"})
_TAIL = late(
    r"""
      [^0-9０-９\W無]{1,2}    # 以上, 人次; but 無 is a figure
    | [%％﹪)）]+
    | [^0-9０-９\W無] [)）]
    """,
    regex.VERBOSE,
)
"""The end of a wrapped figure."""
_LISTED = late(r"[(（]? (?P<number>[0-9０-９]{1,2}) [.．、)）]", regex.VERBOSE)

Cut = tuple[float, set[int]]
"""A height between two rows, and the columns that are parted there."""


@dataclass(slots=True)
class Chunk:
    """Lines of different columns that stand beside one another."""

    items: list[Item]

    @property
    def top(self) -> float:
        """Return the top of the highest line."""
        return min(item.top for item in self.items)

    @property
    def bottom(self) -> float:
        """Return the bottom of the lowest line."""
        return max(item.bottom for item in self.items)

    @property
    def columns(self) -> set[int]:
        """Return the columns that have a line here."""
        return {item.column for item in self.items}


class RowBoundaries:
    """Finds the heights between the rows of the body of a table."""

    def __init__(self, draft: Draft, sheet: Sheet) -> None:
        self.draft = draft
        self.columns = draft.columns
        self.count = len(draft.columns.roles)
        self.items = sorted(draft.items(), key=lambda item: item.middle)
        self.middles = [item.middle for item in self.items]
        self.em = (
            median(item.em for item in self.items) if self.items else draft.header_pieces()[0].em
        )
        self.years = draft.columns.is_years()
        self.merged_columns = self._merged_columns()
        boxes = self.items or draft.header_pieces()
        self.bottom = max(box.bottom for box in boxes) + 0.2 * self.em
        self.top = min(i.top for i in self.items) - 0.2 * self.em if self.items else self.bottom
        self.rules = self._inner_rules(sheet)
        self.chunks = self._chunks()

    def _merged_columns(self) -> set[int]:
        """Return the columns whose cells may stand for several rows: those in front of the indicator.

        A column of numbers is none.
        """
        roles = self.columns.roles
        if "indicator" not in roles:
            return set()
        before = roles.index("indicator")
        return {
            column
            for column, role in enumerate(roles)
            if (role == "goal" or (role is None and column < before))
            and not all(len(i.text) <= 3 for i in self.items if i.column == column)
        }

    def _inner_rules(self, sheet: Sheet) -> list[Cut]:
        """Return the rules between the lines of the body, each with the columns that it parts."""
        first = min((item.middle for item in self.items), default=0.0)
        last = max((item.middle for item in self.items), default=0.0)
        parted: defaultdict[float, set[int]] = defaultdict(set)
        for at, low, high in sorted(sheet.horizontal):  # a merged cell leaves a rule in two pieces
            if first < at < last:
                parted[at].update(
                    n
                    for n, (a, b) in enumerate(pairwise(self.columns.edges))
                    if min(high, b) - max(low, a) > 0.6 * (b - a)
                )
        return [(at, own) for at, own in parted.items() if 2 * len(own) >= self.count]

    def _chunks(self) -> list[Chunk]:
        """Gather the lines that stand beside one another, but for the merged cells."""
        chunks: list[Chunk] = []
        last = float("-inf")
        cuts = [at for at, _ in self.rules]
        for item in self.items:
            if item.column in self.merged_columns:
                continue
            ruled = bisect_right(cuts, last) != bisect_right(cuts, item.middle)
            if item.middle - last < OFFSET * item.em and not ruled:
                chunks[-1].items.append(item)
            else:
                chunks.append(Chunk([item]))
            last = item.middle
        return chunks

    def cuts(self) -> list[Cut]:
        """Return the heights between the rows, each with the columns that are parted there."""
        if not self.chunks:
            return []
        anchors = self._anchors()
        self.merged_columns -= {n for n in self.merged_columns if self._is_beside(n, anchors)}
        free = set(range(self.count)) - self.merged_columns
        cuts = list(self.rules)
        cuts.extend(
            (height, free)
            for height in self._white_cuts(anchors)
            if all(abs(height - at) > self.em for at, _ in self.rules)
        )
        return sorted(cuts, key=lambda cut: cut[0])

    def _anchors(self) -> list[int]:
        """Return the lines that hold the figures of a row: most of the short columns are filled."""
        short = self._short_columns()
        counts = {n: sum(n in chunk.columns for chunk in self.chunks) for n in short}
        most = max(counts.values(), default=0)
        usual = {n for n, count in counts.items() if 2 * count >= most}
        step = self._line_step()
        wide_set = step is not None and self._is_wide_set(step)
        anchors: list[int] = []
        for index, chunk in enumerate(self.chunks):
            if 5 * len(chunk.columns & usual) < 3 * len(usual) or not usual:
                continue
            if anchors and self._goes_on(anchors[-1], index, step, wide_set=wide_set):
                continue
            if index and self._is_tail(index, usual):
                continue
            anchors.append(index)
        if len(usual) == 1 and step is None and "analysis" in self.columns.roles:
            # Lines of a target beside those of an analysis, all as close: one row.
            return anchors[:1]
        return anchors

    def _short_columns(self) -> set[int]:
        if self.years:
            return set(range(1, self.count))
        longest: defaultdict[int, int] = defaultdict(int)
        for item in self.items:
            longest[item.column] = max(longest[item.column], len(item.text))
        short = {n for n, role in enumerate(self.columns.roles) if role in SHORT}
        other = {n for n, role in enumerate(self.columns.roles) if role is None and longest[n] <= 5}
        return short | (other - self.merged_columns)

    def _line_step(self) -> float | None:
        """Return how far apart the lines of a cell are, if rows are clearly further apart."""
        steps: list[float] = []
        last: dict[int, Item] = {}
        for item in self.items:
            above = last.get(item.column)
            if above is not None:
                steps.append(item.middle - above.middle)
            last[item.column] = item
        steps.sort()
        if len(steps) < 2 or steps[-1] < CLEAR * steps[0]:
            return None
        least = steps[0]
        near = [step for step in steps if step <= 1.1 * least]
        return median(near) if least < BLOCK * self.em else None

    def _goes_on(self, above: int, index: int, step: float | None, *, wide_set: bool) -> bool:
        """Tell whether a line is the second of a row: set close below the first, as a list is."""
        near = NEARLY * step if step else BLOCK * self.em
        if any(self._step(n) > near for n in range(above, index)):
            return False
        before = {item.column: item for item in self.chunks[index - 1].items}
        now = {item.column: item for item in self.chunks[index].items}
        listed = {
            self.columns.roles[n]
            for n in now
            if n in before and _is_next(before[n].text, now[n].text)
        } & _LISTS
        return len(listed) >= 2 or wide_set

    def _is_tail(self, index: int, short: set[int]) -> bool:
        """Tell whether a line holds no more than the ends of wrapped figures: 以上, 人次, ％."""
        texts = [item.text for item in self.chunks[index].items if item.column in short]
        return self._step(index - 1) < BLOCK * self.em and all(map(_TAIL.fullmatch, texts))

    def _is_wide_set(self, step: float) -> bool:
        """Tell whether rows are set further apart than the lines of a cell.

        Not if the wider white is that between the paragraphs of a long cell.
        """
        steps = [self._step(n) for n in range(len(self.chunks) - 1)]
        wide = [n for n, own in enumerate(steps) if own > CLEAR * step]
        if not wide:
            wide = [n for n, own in enumerate(steps) if own > NEARLY * step]
            if not self._open_rows(wide):
                return False
        long = {n for n, role in enumerate(self.columns.roles) if role in ("analysis", "standard")}
        inside = sum(self.chunks[n + 1].columns <= long for n in wide)
        return bool(wide) and 2 * inside <= len(wide)

    def _open_rows(self, chunks: Sequence[int]) -> bool:
        """Tell whether all that the first line fills is filled right behind these lines, and nowhere else.

        Then their white parts rows, though it is hardly wider than that between the lines of a cell.
        """
        first = self.chunks[0].columns
        full = [n - 1 for n, chunk in enumerate(self.chunks) if n and chunk.columns >= first]
        return len(first) >= _LEAST_FILLED and len(full) > 1 and full == list(chunks)

    def _step(self, n: int) -> float:
        """Return the step from a chunk to the next: last line to first line."""
        above, below = self.chunks[n], self.chunks[n + 1]
        return min(i.middle for i in below.items) - max(i.middle for i in above.items)

    def _white_cuts(self, anchors: Sequence[int]) -> Iterator[float]:
        """Yield a height between any two rows, in the widest white there."""
        step = self._line_step()
        if anchors and anchors[0] > 0:
            lead = max(range(anchors[0]), key=self._step)
            if step and self._top_set(anchors) and self._step(lead) > CLEAR * step:
                yield self._height(lead)
        start = 0
        ruled = [at for at, _ in self.rules]
        for a, b in pairwise(anchors):
            cut = self._best_cut(start, a, b, anchors)
            parted = bisect_right(ruled, self.chunks[a].top) != bisect_right(
                ruled, self.chunks[b].top
            )
            # Rules part the rows; where some stand between two of them, the white must be plain.
            if ruled and (parted or (step and self._step(cut) <= CLEAR * step)):
                continue
            yield self._height(cut)
            start = cut + 1

    def _is_beside(self, column: int, anchors: Sequence[int]) -> bool:
        """Tell whether a column has an entry beside the figures of each row."""
        middles = sorted(item.middle for item in self.items if item.column == column)
        beside = 0
        for anchor in anchors:
            own = [item.middle for item in self.chunks[anchor].items]
            low = bisect_right(middles, min(own) - 0.25 * self.em)
            beside += low < len(middles) and middles[low] <= max(own) + 0.25 * self.em
        return len(anchors) > 1 and beside >= 0.9 * len(anchors)

    def _best_cut(self, start: int, a: int, b: int, anchors: Sequence[int]) -> int:
        """Return the chunk that ends the row of anchor ``a``."""
        candidates = range(a, b)
        widest = max(candidates, key=self._step)
        steps = sorted((self._step(n) for n in candidates), reverse=True)
        if len(steps) == 1 or steps[0] > NEARLY * steps[1]:
            return widest
        if self._top_set(anchors):
            return b - 1
        middle = (self.chunks[a].top + self.chunks[a].bottom) / 2
        foot = 2 * middle - self.chunks[start].top
        return min(candidates, key=lambda n: abs(self.chunks[n].bottom - foot))

    def _top_set(self, anchors: Sequence[int]) -> bool:
        """Tell whether the figures stand in the first line of their rows."""
        if anchors[0] == 0 or anchors[-1] < len(self.chunks) - 1:
            return True
        # Cut by the page at both ends: the white is above the figures, then.
        step = self._line_step()
        wide = sum(self._step(n - 1) > CLEAR * step for n in anchors[1:]) if step else 0
        return wide > len(anchors[1:]) / 2

    def _height(self, n: int) -> float:
        """Return a height right above the chunk below, but below what else ends above it."""
        above, below = self.chunks[n], self.chunks[n + 1]
        first = bisect_right(self.middles, above.top)
        last = bisect_right(self.middles, below.top)
        ends = (i.bottom for i in self.items[first:last] if i.bottom < below.top)
        return (max([above.bottom, *ends]) + below.top) / 2


def _is_next(before: str, text: str) -> bool:
    """Tell whether two lines open with numbers of a list that follow one another."""
    a, b = _LISTED.match(before), _LISTED.match(text)
    return a is not None and b is not None and int(a["number"]) + 1 == int(b["number"])
