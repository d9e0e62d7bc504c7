"""Pages with rules and characters typed by hand: each character is as wide as high."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.reading.pages import Glyph, GlyphColumns, Page, Rule
from pipeline.records import PageTables, Table

XS, TOPS = (50, 150, 250), (100, 140, 180)
"""The sides and the heights of a table of two rows and two columns."""


def horizontal(top: float, x0: float, x1: float) -> Rule:
    return Rule(x0, top, x1, top)


def vertical(x: float, top: float, bottom: float) -> Rule:
    return Rule(x, top, x, bottom)


def ruled(xs: Sequence[float], tops: Sequence[float]) -> list[Rule]:
    return [horizontal(top, min(xs), max(xs)) for top in tops] + [
        vertical(x, min(tops), max(tops)) for x in xs
    ]


def word(x: float, top: float, characters: str, size: float = 10) -> list[Glyph]:
    """Return characters side by side, each as wide as high."""
    return [
        Glyph(character, x + size * at, top, x + size * (at + 1), top + size)
        for at, character in enumerate(characters)
    ]


def page(rules: Sequence[Rule], glyphs: Sequence[Glyph] = ()) -> Page:
    return Page(1, 600, 800, GlyphColumns.from_glyphs(glyphs), tuple(rules))


def texts(table: Table) -> list[list[str | None]]:
    return [[None if cell is None else cell.text for cell in row] for row in table.grid]


def shape(found: PageTables) -> list[tuple[int, int]]:
    return [(len(table.grid), len(table.grid[0])) for table in found.tables]
