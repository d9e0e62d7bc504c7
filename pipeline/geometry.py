"""Where things are: boxes and matrices of PDF user space, and the frame that turns them into pages.

User space counts from the bottom left, a page as it is shown from the top left; a frame knows how
the page is turned (``/Rotate``) and cut (CropBox).

>>> Matrix(2, 0, 0, 2, 10, 20).apply(1, 1)
(12, 22)
>>> Frame(0, 0, 600, 800, turns=0).place_all([(50, 700, 150, 710)])
[(50, 90, 150, 100)]
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in user space; x0, top, x1, bottom on a page."""
Point = tuple[float, float]
Column = list[float]
Columns = tuple[Column, Column, Column, Column]

EVERYWHERE: Box = (-math.inf, -math.inf, math.inf, math.inf)


class Matrix(NamedTuple):
    """The six figures of a PDF matrix."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def apply(self, x: float, y: float) -> Point:
        """Return where the matrix takes a point."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, other: Matrix) -> Matrix:
        """Return the matrix that does this one first, and then the other."""
        e, f = other.apply(self.e, self.f)
        return Matrix(
            self.a * other.a + self.b * other.c,
            self.a * other.b + self.b * other.d,
            self.c * other.a + self.d * other.c,
            self.c * other.b + self.d * other.d,
            e,
            f,
        )


IDENTITY = Matrix(1, 0, 0, 1, 0, 0)


class Frame(NamedTuple):
    """The part of user space that a page shows, and the quarter turns clockwise that it makes."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Return the width of the page as shown."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Return the height of the page as shown."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    @property
    def to_page(self) -> Matrix:
        """Return the matrix that takes user space to the page as shown, from its top left."""
        left, bottom, right, top, turns = self
        return (
            Matrix(1, 0, 0, -1, -left, top),
            Matrix(0, 1, 1, 0, -bottom, -left),
            Matrix(-1, 0, 0, 1, right, -bottom),
            Matrix(0, -1, -1, 0, top, right),
        )[turns]

    def place(self, x0: Column, y0: Column, x1: Column, y1: Column) -> Columns:
        """Return the x0, top, x1 and bottom of boxes in user space, column by column.

        Without a turn, or half way round, x and y columns need not be as long as each other.
        """
        left, bottom, right, top, turns = self
        if turns == 0:
            return _above(x0, left), _below(y1, top), _above(x1, left), _below(y0, top)
        if turns == 1:
            return _above(y0, bottom), _above(x0, left), _above(y1, bottom), _above(x1, left)
        if turns == 2:
            return _below(x1, right), _above(y0, bottom), _below(x0, right), _above(y1, bottom)
        return _below(y1, top), _below(x1, right), _below(y0, top), _below(x0, right)

    def place_all(self, boxes: Sequence[Box]) -> list[Box]:
        """Return boxes of user space as boxes of the page."""
        columns = ([box[side] for box in boxes] for side in range(4))
        return list(zip(*self.place(*columns), strict=True))


def _above(column: Column, zero: float) -> Column:
    return [value - zero for value in column] if zero else column


def _below(column: Column, zero: float) -> Column:
    return [zero - value for value in column]


def bounding_box(points: Iterable[Point]) -> Box:
    """Return the smallest box about some points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def overlap(box: Box, other: Box) -> Box | None:
    """Return what two boxes share, if anything; in user space or on a page."""
    x0, y0 = max(box[0], other[0]), max(box[1], other[1])
    x1, y1 = min(box[2], other[2]), min(box[3], other[3])
    return (x0, y0, x1, y1) if x0 <= x1 and y0 <= y1 else None
