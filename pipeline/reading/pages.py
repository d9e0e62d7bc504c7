"""The records of a page as every reader gives it: its glyphs and ruling lines, or why it was lost.

Places are PDF points from the top left of the page as a reader sees it (rotated, cropped).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import ne
from struct import pack
from typing import NamedTuple


class Glyph(NamedTuple):
    """One printed character with its box (advance width by font height), in points."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


Stretch = tuple[int, int]
"""Neighbours in the stream with the same top and bottom, by index: the first, and the one behind."""


def find_stretches(
    tops: Sequence[float], bottoms: Sequence[float], starts: Sequence[int], count: int
) -> list[Stretch]:
    """Return the stretches of so many glyphs, from the tops and bottoms of those at ``starts``.

    Each of the others has the top and bottom of the one before.
    """
    if not starts:
        return []
    reaches = zip(tops, bottoms, strict=True)
    after = zip(tops[1:], bottoms[1:], strict=True)
    cuts = [*compress(starts[1:], map(ne, after, reaches))]
    return list(zip([0, *cuts], [*cuts, count], strict=True))


def find_turns(stretches: Iterable[Stretch], x0: Sequence[float], x1: Sequence[float]) -> list[int]:
    """Return which glyphs begin or end left of the one before in their stretch."""
    # To sort what is in order costs less than to compare each with the next.
    jumbled = [
        stretch
        for stretch in stretches
        if (own := list(x0[stretch[0] : stretch[1]])) != sorted(own)
        or (own := list(x1[stretch[0] : stretch[1]])) != sorted(own)
    ]
    return [
        at
        for start, end in jumbled
        for at in range(start + 1, end)
        if x0[at] < x0[at - 1] or x1[at] < x1[at - 1]
    ]


def to_column(places: Sequence[float]) -> array[float]:
    """Return some places as an array of doubles, which is a quarter of the memory."""
    return array("d", pack(f"{len(places)}d", *places))  # an array alone takes thrice as long


@dataclass(frozen=True, slots=True)
class GlyphColumns:
    """Glyphs as columns, each with an item for each glyph; a slice of one costs next to nothing.

    The places are arrays of doubles. ``find_stretches`` holds all of the glyphs, in the order of the
    stream; two neighbours may have the same top and bottom. ``find_turns`` are the indexes of those that
    begin or end left of the one before in their stretch. The glyphs one by one are made whenever they
    are asked for.
    """

    text: str
    x0: array[float]
    top: array[float]
    x1: array[float]
    bottom: array[float]
    stretches: list[Stretch]
    turns: list[int]

    @classmethod
    def from_glyphs(cls, glyphs: Iterable[Glyph]) -> GlyphColumns:
        """Return some glyphs as columns."""
        texts, x0, top, x1, bottom = tuple(zip(*glyphs, strict=True)) or ((), (), (), (), ())
        stretches = find_stretches(top, bottom, range(len(top)), len(top))
        turns = find_turns(stretches, x0, x1)
        lefts, tops, rights, bottoms = map(to_column, (x0, top, x1, bottom))
        return cls("".join(texts), lefts, tops, rights, bottoms, stretches, turns)

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, at: int) -> Glyph:
        return Glyph(self.text[at], self.x0[at], self.top[at], self.x1[at], self.bottom[at])

    def __iter__(self) -> Iterator[Glyph]:
        return map(Glyph, self.text, self.x0, self.top, self.x1, self.bottom)

    def records(self, own: Iterable[Stretch]) -> list[Glyph]:
        """Return the glyphs of some stretches."""
        glyphs: list[Glyph] = []
        for start, end in own:
            columns = (self.text, self.x0, self.top, self.x1, self.bottom)
            glyphs += map(Glyph, *[column[start:end] for column in columns])
        return glyphs

    def count(self, own: Iterable[Stretch]) -> int:
        """Return how many characters some stretches have, white space left out."""
        text = self.text
        return len("".join("".join([text[start:end] for start, end in own]).split()))


class Rule(NamedTuple):
    """A straight ruling line, horizontal or vertical, in points; a thin filled box is one too."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Tell whether the rule lies rather than stands."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """The glyphs and rules of one page, in the order of the content stream."""

    number: int
    width: float
    height: float
    glyphs: GlyphColumns
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class LostPage:
    """Stands where a page could not be read.

    ``limit`` tells that a cap was the reason, ``scan`` that what it shows is not read: a
    picture of text, or form fields.
    """

    number: int
    reason: str
    limit: bool = False
    scan: bool = False
