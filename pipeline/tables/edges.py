"""Rules -> Edge: the lines that the rules of a page make, and those that its tables lack.

Pieces, dots and dashes of one line are snapped to it and joined. A table that a page end cuts, or that
is set without outer rules, has edges that end in the open; rules through their ends close it.

>>> horizontal, vertical = edges_from_rules([Rule(10, 10, 50, 10), Rule(51, 10, 90, 10.1)])
>>> [(round(edge.at), edge.low, edge.high) for edge in horizontal], vertical
([(10, 10, 90)], [])
>>> open_below = [Edge(x, 10, 40) for x in (10, 50, 90)]
>>> imply_rules(horizontal, open_below)
([Edge(at=40.0, low=10, high=90)], [])
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from pipeline.reading import Rule
from pipeline.tables import lattice
from pipeline.tables.snapping import JOIN, SHORTEST, SNAP, TOUCH, Edge, group_near, snap_edges

# The pieces of one line differ this little; boxes around single cells stand up to this far apart.
LEVEL, DOUBLE = 0.3, 6.0
# A rule that runs this far past the last one across it is open; less is a sloppy corner.
OPEN = 6.0
# Columns that no rule crosses are at least this high, in points.
BARE = 72.0

Reach = tuple[float, float]


def _along(rules: Iterable[Rule]) -> tuple[list[Edge], list[Edge]]:
    """Return the horizontal and the vertical rules; a dot of a dotted line goes either way."""
    horizontal: list[Edge] = []
    vertical: list[Edge] = []
    for x0, top, x1, bottom in rules:
        width, height = x1 - x0, bottom - top
        dot = width < SHORTEST > height
        if dot or width >= height:
            horizontal.append(Edge((top + bottom) / 2 + 0.0, x0, x1))  # a place is never -0
        if dot or height > width:
            vertical.append(Edge((x0 + x1) / 2 + 0.0, top, bottom))
    return horizontal, vertical


def edges_from_rules(rules: Iterable[Rule]) -> tuple[list[Edge], list[Edge]]:
    """Return the horizontal and the vertical lines that the rules make, snapped and joined."""
    # Dots and dashes become lines before anything snaps: the dots of a vertical line, each taken
    # as horizontal, would chain all the horizontal lines of the page into one.
    drawn_horizontal, drawn_vertical = _along(rules)
    horizontal = snap_edges(drawn_horizontal, LEVEL, JOIN, horizontal=True)
    vertical = snap_edges(drawn_vertical, LEVEL, JOIN, horizontal=False)
    near, gap = (DOUBLE, DOUBLE) if _is_double(horizontal, vertical) else (SNAP, JOIN)
    return (
        snap_edges(horizontal, near, gap, horizontal=True),
        snap_edges(vertical, near, gap, horizontal=False),
    )


def _is_double(horizontal: Sequence[Edge], vertical: Sequence[Edge]) -> bool:
    """Tell whether most lines have a twin: each cell is boxed on its own, with a gap between boxes.

    The gap is no cell; snapping the twins to one line leaves it none. All lines but the outer four
    should have a twin; one that is missing at a page end, or an extra one, is no objection.
    """
    places = [[group[0].at for group in group_near(one, SNAP)] for one in (horizontal, vertical)]
    twins = sum(after - before <= DOUBLE for one in places for before, after in pairwise(one))
    return twins >= 2 and 2 * twins >= 0.6 * (sum(map(len, places)) - 4)


def _touch(edge: Edge, across: Edge) -> bool:
    """Tell whether two edges at right angles meet."""
    at, low, high = edge
    place, begin, end = across
    return low - TOUCH <= place <= high + TOUCH and begin - TOUCH <= at <= end + TOUCH


# --------------------------------------------------------------------------- open ends


class _End(NamedTuple):
    """The end of an edge that lies in the open, and the rules across the edge."""

    at: float
    edge: Edge
    met: Sequence[Edge]


_Foot = tuple[float, float, Sequence[Edge]]
"""Where an edge is, where it ends, the rules across it."""


def imply_rules(
    horizontal: Sequence[Edge], vertical: Sequence[Edge]
) -> tuple[list[Edge], list[Edge]]:
    """Return the horizontal and the vertical rules that a table without them would need."""
    on_horizontal: list[list[int]] = [[] for _ in horizontal]
    on_vertical: list[list[int]] = [[] for _ in vertical]
    for upright, level in lattice.find_meetings(horizontal, vertical, _touch):
        on_horizontal[level].append(upright)
        on_vertical[upright].append(level)
    for met in (*on_horizontal, *on_vertical):
        met.sort()
    return (
        _missing(vertical, on_vertical, horizontal, _reaches(vertical, on_horizontal)),
        # A horizontal stroke that nothing crosses is an underline; a vertical one may be the side of a
        # merged cell that fills the page.
        _missing(
            [edge for edge, met in zip(horizontal, on_horizontal, strict=True) if met],
            [met for met in on_horizontal if met],
            vertical,
            _reaches(horizontal, on_vertical),
        ),
    )


def _reaches(edges: Sequence[Edge], touching: Sequence[Sequence[int]]) -> list[Reach]:
    """Return, for each rule across some edges, from where to where those that it touches run."""
    reaches: list[Reach] = []
    for met in touching:
        own = [edges[at] for at in met]
        reaches.append(
            (
                min([low for _, low, _ in own], default=math.inf),
                max([high for _, _, high in own], default=-math.inf),
            )
        )
    return reaches


def _missing(
    edges: Sequence[Edge],
    touching: Sequence[list[int]],
    others: Sequence[Edge],
    reaches: Sequence[Reach],
) -> list[Edge]:
    """Return the rules that are implied where several edges of a table end in the open.

    ``touching`` tells which of the others are across each edge, and ``reaches`` how far the edges
    across each of the others run. A browser that cuts a row at a page end prints the rules beside
    it, and neither a bottom rule there nor a top rule on the next page. The same holds sideways: a
    table set without outer rules has horizontal rules that end in the open.
    """
    heads: list[_End] = []
    tails: list[_End] = []
    feet: list[_Foot] = []
    tops: list[_Foot] = []
    known: list[int] = []
    for edge, numbers in zip(edges, touching, strict=True):
        place, begin, end = edge
        if not numbers:
            met: list[Edge] = []
            low, high, first, last = begin, end, end, begin
        elif numbers != known:  # the sides of neighbouring columns mostly meet the same rules
            met = [others[at] for at in numbers]
            low = min([reaches[at][0] for at in numbers])
            high = max([reaches[at][1] for at in numbers])
            ats = [at for at, _, _ in met]
            first, last = min(ats), max(ats)
        known = numbers
        # An end that others of the same table pass is no end of the table: an underlined word.
        if high - SNAP <= end:
            feet.append((place, end, met))
            if end > last + OPEN:
                tails.append(_End(end, edge, met))
        if begin <= low + SNAP:
            tops.append((place, begin, met))
            if begin < first - OPEN:
                heads.append(_End(begin, edge, met))
    return [*_closing(tails), *_closing(heads), *_gaps(feet), *_gaps(tops)]


def _gaps(ends: list[_Foot]) -> Iterator[Edge]:
    """Yield the piece of a table's last rule that is missing between two of its edges.

    A merged cell that a page end cuts leaves its own side open there, while the rows beside it are
    closed.
    """
    ends.sort(key=itemgetter(0))
    for (left, at, met), (right, beside, others) in pairwise(ends):
        if abs(at - beside) > SNAP:
            continue
        rules = (*met, *others)
        for place, low, high in rules:
            if abs(place - at) <= SNAP and low <= left + SNAP and high >= right - SNAP:
                break  # most are closed
        else:
            level = [place for place, _, _ in rules if abs(place - at) <= SNAP]
            if level and not set(met).isdisjoint(others):
                yield Edge(level[0], left, right)


def _closing(ends: list[_End]) -> Iterator[Edge]:
    """Yield a rule for each row of open ends that are level and belong to one table."""
    level: list[_End] = []
    for end in sorted(ends, key=lambda end: end.at):
        if level and end.at - level[-1].at > SNAP:
            yield from _across(level)
            level = []
        level.append(end)
    if level:
        yield from _across(level)


def _across(level: list[_End]) -> Iterator[Edge]:
    """Yield a rule through each chain of neighbouring ends that are tied to one another."""
    level.sort(key=lambda end: end.edge.at)
    chain = level[:1]
    for before, after in pairwise(level):
        if not _tied(before, after):
            yield from _bridge(chain)
            chain = []
        chain.append(after)
    yield from _bridge(chain)


def _tied(before: _End, after: _End) -> bool:
    """Tell whether one rule meets both edges, or a bare one runs just as far as the other."""
    if not before.met or not after.met:
        return (
            abs(before.edge.low - after.edge.low) <= SNAP
            and abs(before.edge.high - after.edge.high) <= SNAP
        )
    return not set(before.met).isdisjoint(after.met)


def _bridge(chain: Sequence[_End]) -> Iterator[Edge]:
    # Strokes that nothing crosses are no table, unless they stand side by side like the columns of
    # a row that fills the page; underlined words on several lines do not.
    bare = not any(end.met for end in chain)
    if len(chain) >= (3 if bare else 2) and (not bare or chain[0].edge.length >= BARE):
        at = sum(end.at for end in chain) / len(chain)
        yield Edge(at, chain[0].edge.at, chain[-1].edge.at)
