"""Glyphs -> Piece: what stands together on a line of a page, and the white between.

A line is cut into pieces where the white is as wide as that between two columns can be, and into
stretches of ink wherever its glyphs do not touch.

>>> line = [Glyph(c, x, 0, x + 10, 10) for c, x in (("目", 0), ("標", 14), ("值", 31))]
>>> [piece.text for piece in cut_pieces(line)]
['目標', '值']
>>> [piece.text for piece in cut_ink(cut_pieces(line))]
['目', '標', '值']
>>> subtract_span([(0, 10)], 4, 6)
[(0, 4), (6, 10)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.reading import Glyph, Rule

# In shares of the height of a character:
WORD = 0.6  # pieces of a header stand this far apart
INK = 0.15  # glyphs nearer than this are one stretch of ink
OFFSET = 0.8  # lines whose middles are nearer than this stand beside one another

Span = tuple[float, float]
Stroke = tuple[float, float, float]
"""A horizontal rule: its height, its left and its right end."""


class Upright:
    """What has a top and a bottom on the page."""

    __slots__ = ()
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Return the height of its middle."""
        return (self.top + self.bottom) / 2

    @property
    def em(self) -> float:
        """Return the height of its characters."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Piece(Upright):
    """Glyphs of one line that stand together, with their box and their text without spaces."""

    x0: float
    top: float
    x1: float
    bottom: float
    text: str
    glyphs: tuple[Glyph, ...]

    @property
    def centre(self) -> float:
        """Return how far to the right its middle is."""
        return (self.x0 + self.x1) / 2


class Sheet(NamedTuple):
    """What is on a page outside of its ruled tables."""

    strips: Sequence[tuple[Piece, ...]]
    rules: Sequence[Rule]
    horizontal: Sequence[Stroke]
    tops: Sequence[float]

    def crossed(self, above: float, below: float, x0: float, x1: float) -> bool:
        """Tell whether a rule runs between two heights from about x0 to about x1."""
        return any(
            above < at < below and min(high, x1) - max(low, x0) > 0.9 * (x1 - x0)
            for at, low, high in self.horizontal
        )


def cut_pieces(glyphs: Sequence[Glyph]) -> tuple[Piece, ...]:
    """Cut a line into the pieces that stand apart."""
    return tuple(_pieces(glyphs, WORD))


def _pieces(glyphs: Iterable[Glyph], gap: float) -> Iterator[Piece]:
    """Cut glyphs from left to right where the white between them is wide; blank glyphs are white."""
    group: list[Glyph] = []
    right = 0.0
    for glyph in glyphs:
        blank = glyph.text.isspace()
        if group and not blank and glyph.x0 - right > gap * (glyph.bottom - glyph.top):
            yield make_piece(group)
            group = []
        if blank and not group:
            continue  # white in front of a line belongs to nothing
        group.append(glyph)
        right = right if blank else max(right, glyph.x1) if len(group) > 1 else glyph.x1
    if group:
        yield make_piece(group)


def make_piece(glyphs: Sequence[Glyph]) -> Piece:
    """Return glyphs that stand together, blank ones among them, as one piece."""
    inked = [glyph for glyph in glyphs if not glyph.text.isspace()]
    return Piece(
        min(glyph.x0 for glyph in inked),
        min(glyph.top for glyph in inked),
        max(glyph.x1 for glyph in inked),
        max(glyph.bottom for glyph in inked),
        "".join(glyph.text for glyph in inked),
        tuple(glyphs),
    )


def cut_ink(strip: Sequence[Piece]) -> Iterator[Piece]:
    """Cut the pieces of a line into stretches of ink."""
    for one in strip:
        yield from _pieces(one.glyphs, INK)


def subtract_span(spans: Iterable[Span], x0: float, x1: float) -> list[Span]:
    """Return what is left of some stretches without the one from x0 to x1."""
    left: list[Span] = []
    for low, high in spans:
        if x1 <= low or high <= x0:
            left.append((low, high))
            continue
        left.extend(span for span in ((low, x0), (x1, high)) if span[1] - span[0] > 0.5)
    return left
