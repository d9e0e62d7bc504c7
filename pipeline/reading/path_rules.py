"""Points of drawn paths -> ruling lines; whichever library gives the paths.

Ruling lines are the straight pieces of stroked paths and thin filled boxes.

>>> list(stroked([(10, 10), (90, 10), (50, 50)]))
[(10, 10, 90, 10)]
>>> is_thin((10, 10, 90, 12)), is_box([(10, 10), (90, 10), (90, 40)])
(True, True)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.geometry import Box, Frame, Point
from pipeline.reading.pages import Rule

# A box this thin, in points, is a ruling line, and a line that strays this little is straight.
THIN = 3.0
STRAIGHT = 0.5


def is_thin(box: Box) -> bool:
    """Tell whether a filled box is a ruling line."""
    return min(box[2] - box[0], box[3] - box[1]) <= THIN


def is_dot(box: Box) -> bool:
    """Tell whether a filled box is as short as it is thin."""
    return max(box[2] - box[0], box[3] - box[1]) <= THIN


def stroked(points: Sequence[Point]) -> Iterator[Box]:
    """Yield the pieces of a stroked path that lie or stand."""
    for (x0, y0), (x1, y1) in pairwise(points):
        level, upright = abs(y1 - y0) <= STRAIGHT, abs(x1 - x0) <= STRAIGHT
        if (level or upright) and (x0, y0) != (x1, y1):
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def is_box(points: Sequence[Point]) -> bool:
    """Tell whether every piece of a path lies or stands."""
    return all(
        abs(x1 - x0) <= STRAIGHT or abs(y1 - y0) <= STRAIGHT
        for (x0, y0), (x1, y1) in pairwise(points)
    )


def sides(box: Box) -> tuple[Box, Box, Box, Box]:
    """Return the four sides of a box of user space."""
    left, bottom, right, top = box
    return (
        (left, top, right, top),
        (left, bottom, right, bottom),
        (left, bottom, left, top),
        (right, bottom, right, top),
    )


def on_page(rules: Sequence[Box], shades: Sequence[Box], frame: Frame) -> tuple[Rule, ...]:
    """Return the rules of a page, from those of user space and from the sides of shaded boxes.

    Shading gives the edges of its boxes only on a page without any line: beside ruling lines, the
    edges of a shaded heading or of marked words would cut cells where nobody drew a line.
    """
    return tuple(_clipped(frame.place_all(rules or shades), frame))


def _clipped(boxes: Iterable[Box], frame: Frame) -> Iterator[Rule]:
    """Yield the parts of rules that are on the page."""
    width, height = frame.width, frame.height
    for x0, top, x1, bottom in boxes:
        # Asked this way round, a place that is not a number is not on the page.
        if x1 >= -THIN and bottom >= -THIN and x0 <= width + THIN and top <= height + THIN:
            yield Rule(max(x0, 0.0), max(top, 0.0), min(x1, width), min(bottom, height))
