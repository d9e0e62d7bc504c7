"""Lines outside of tables -> blocks of running text, and where each line came from.

Page numbers and running titles at the head and foot of a page are left out, lines whose words stand far apart
(an organisation chart, columns without rules) too; these and tables end a block, a page break does not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from pipeline.quantities import parse_label
from pipeline.records import Line
from pipeline.rows.column_extents import ColumnExtent
from pipeline.rows.furniture import find_running_titles, is_page_number
from pipeline.rows.running_text.headings import BULLETS
from pipeline.rows.running_text.text_columns import in_reading_order

_APART = 2.5
"""White within a line of running text is narrower than so many heights of the line."""
_ENDS = frozenset("。；：！？;:!?")


class ProseLine(NamedTuple):
    """A line of running text, its number among all lines, and the room that it had."""

    number: int
    line: Line
    room: ColumnExtent


def prose_blocks(
    lines: Sequence[Line], tables: Iterable[tuple[int, float]], cards: Collection[int] = ()
) -> Iterator[list[ProseLine]]:
    """Yield the blocks of running text; ``tables`` are the pages and heights where tables begin.

    ``cards`` are the numbers of lines that are read as cards, and as no running text.
    """
    running = find_running_titles(lines)
    breaks = sorted(tables)
    block: list[ProseLine] = []
    at = 0
    numbered = enumerate(lines)
    for _, page in groupby(numbered, key=lambda one: one[1].page):
        inner = _without_margins(list(page), running)
        for stretch in _stretches(inner, breaks):
            room = _room([line for _, line in stretch if not stands_apart(line)])
            for index, line in stretch:
                cut = at
                while at < len(breaks) and breaks[at] <= (line.page, line.top):
                    at += 1
                apart = index in cards or stands_apart(line)
                if (at > cut or apart) and block:
                    yield block
                    block = []
                if not apart and line.text.strip():
                    block.append(
                        ProseLine(index, line if line.lefts else _ended(line, lines, index), room)
                    )
    if block:
        yield block


def _stretches(
    page: Sequence[tuple[int, Line]], tables: Sequence[tuple[int, float]]
) -> Iterable[list[tuple[int, Line]]]:
    """Return the lines of a page as they are read; with a table among them they are read from above."""
    if not page:
        return []
    number = page[0][1].page
    if any(page_of == number for page_of, _ in tables):
        return [list(page)]
    return in_reading_order(page)


def _without_margins(page: list[tuple[int, Line]], running: set[int]) -> list[tuple[int, Line]]:
    """Leave out what runs at the head and foot of a page; no sentence and no heading does."""
    first, last = 0, len(page)
    while first < last and _is_furniture(*page[first], running):
        first += 1
    while last > first and _is_furniture(*page[last - 1], running):
        last -= 1
    return page[first:last]


def _is_furniture(index: int, line: Line, running: set[int]) -> bool:
    text = line.text.strip()
    if not text or is_page_number(text):
        return True
    return index in running and text[-1] not in _ENDS and parse_label(text) is None


def _room(lines: Sequence[Line]) -> ColumnExtent:
    placed = [line for line in lines if line.lefts]
    if not placed:
        return ColumnExtent(0.0, 0.0)
    return ColumnExtent(min(map(attrgetter("x0"), placed)), max(map(attrgetter("x1"), placed)))


def _ended(line: Line, lines: Sequence[Line], index: int) -> Line:
    """Return a line of plain text that says whether a paragraph ends with it, as far as the lines show.

    One does at a blank line, at the end of a sentence or heading, and before a bullet.
    """
    following = lines[index + 1] if index + 1 < len(lines) else None
    ends = (
        following is None
        or bool(line.ends)
        or following.top > line.bottom + 1
        or line.text.strip()[-1:] in _ENDS
        or following.text.strip()[:1] in BULLETS
    )
    return Line(line.text, line.page, line.top, line.bottom, ends=ends)


def stands_apart(line: Line) -> bool:
    """Tell whether the words of a line stand too far apart for running text, a list number left out.

    >>> spread = Line("甲組乙組", 1, 0, 10, [0, 10, 90, 100], [10, 20, 100, 110])
    >>> stands_apart(spread), stands_apart(Line("一、甲", 1, 0, 10, [0, 10, 50], [10, 20, 60]))
    (True, False)
    """
    if not line.lefts:
        return False
    most = _APART * (line.bottom - line.top)
    if line.x1 - line.x0 <= most:
        return False
    inked = [at for at, char in enumerate(line.text) if not char.isspace()]
    lefts, rights = line.lefts, line.rights
    gaps = [b for a, b in pairwise(inked) if lefts[b] - rights[a] > most]
    if not gaps:
        return False
    label = parse_label(line.text.strip())
    blank = len(line.text) - len(line.text.lstrip())
    return len(gaps) > 1 or label is None or gaps[0] > label.length + blank
