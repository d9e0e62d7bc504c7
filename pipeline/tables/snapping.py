"""Pieces of rules -> ruling lines: near ones on one line, and the pieces of each line joined.

Groups, sums and lengths are those of pdfplumber's ``snap_edges`` and ``join_edge_group``, down to the last
bit of every place.

>>> pieces = [Edge(10.0, 10, 50), Edge(10.5, 51, 90), Edge(30.0, 10, 12)]
>>> snap_edges(pieces, 3.0, 3.0, horizontal=True)
[Edge(at=10.25, low=10, high=90)]
>>> [[edge.at for edge in group] for group in group_near(pieces, 3.0)]
[[10.0, 10.5], [30.0]]
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

# In points: edges this near are one line, pieces this near are joined, ends this near touch; shorter
# edges are no ruling lines. These are pdfplumber's own tolerances.
SNAP = JOIN = TOUCH = SHORTEST = 3.0


class Edge(NamedTuple):
    """A rule along its axis: ``at`` is its height (or its x), ``low`` and ``high`` its ends."""

    at: float
    low: float
    high: float

    @property
    def length(self) -> float:
        """Return how long the rule is, in points."""
        return self.high - self.low


def have_same_widths(lefts: Sequence[float], others: Sequence[float]) -> bool:
    """Tell whether columns that begin at these places are as wide as others.

    Only the widths count: left and right pages of a bound report have other margins.
    """
    return len(lefts) == len(others) and all(
        abs((a - lefts[0]) - (b - others[0])) <= SNAP for a, b in zip(lefts, others, strict=True)
    )


def snap_edges(edges: Collection[Edge], near: float, gap: float, *, horizontal: bool) -> list[Edge]:
    """Put edges that are near to one another on one line, and join the pieces of each line."""
    lines: list[Edge] = []
    for group in group_near(edges, near):
        if len(group) == 1:  # as most are
            if group[0].length >= SHORTEST:
                lines += group
            continue
        middle = sum([at for at, _, _ in group]) / len(group)
        # Not simply the middle: rounding may leave the edges of one line on two.
        snapped = [Edge(at + (middle - at), low, high) for at, low, high in group]
        snapped.sort(key=itemgetter(0, 1))
        for _, line in groupby(snapped, itemgetter(0)):
            lines += [
                edge
                for edge, length in _join_pieces(list(line), gap, horizontal=horizontal)
                if length >= SHORTEST
            ]
    return lines


def group_near(edges: Collection[Edge], near: float) -> list[list[Edge]]:
    """Return groups of edges, each of which is near to another one in its group, in order.

    The edges of a group stay in the order in which they are given.
    """
    numbers: dict[float, int] = {}
    number, last = -1, -math.inf
    for at in sorted({edge.at for edge in edges}):
        if at > last + near:
            number += 1
        numbers[at] = number
        last = at
    groups: list[list[Edge]] = [[] for _ in range(number + 1)]
    for edge in edges:
        groups[numbers[edge.at]].append(edge)
    return groups


def _join_pieces(
    line: Sequence[Edge], gap: float, *, horizontal: bool
) -> Iterator[tuple[Edge, float]]:
    """Yield the edges of one line with their lengths, those that touch made one."""
    at, low, high = line[0]
    length = high - low
    for edge in line[1:]:
        if edge.low > high + gap:
            yield Edge(at, low, high), length
            _, low, high = edge
            length = high - low
        elif edge.high > high:
            # Two ways to the same length, but for the last bit; pdfplumber takes these.
            length = edge.high - low if horizontal else length + (edge.high - high)
            high = edge.high
    yield Edge(at, low, high), length
