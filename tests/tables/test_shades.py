"""The sides of rows between shaded ones, and texts that keep to no columns."""

from __future__ import annotations

import pytest

from pipeline.reading.pages import Glyph
from pipeline.tables import shades

XS = (0.0, 50.0, 80.0, 110.0)


def row(top: float, *columns: int) -> list[Glyph]:
    """Set a character into some columns."""
    return [Glyph("人", XS[n] + 10, top, XS[n] + 20, top + 10) for n in columns]


def shade(top: float, bottom: float, xs: tuple[float, ...] = XS) -> shades.Box:
    return xs, top, bottom


TWO = [shade(15, 30), shade(45, 60)]
SENTENCE = [Glyph("註", 40, 32, 60, 42)]
ROWS = [
    pytest.param(TWO, row(32, 0, 1, 2), [(30, 45)], id="between two shades"),
    pytest.param(TWO, row(32, 0, 1), [(30, 45)], id="most columns filled"),
    pytest.param(TWO, [*row(32, 0, 1, 2), *row(2, 0, 1, 2)], [(0, 15), (30, 45)], id="above too"),
    pytest.param(TWO, [*row(32, 0, 1, 2), *row(62, 0, 1, 2)], [(30, 45), (60, 74)], id="below too"),
    pytest.param([shade(15, 30)], row(32, 0, 1, 2), [(30, 44)], id="one shade"),
    pytest.param(TWO, row(32, 0), [], id="one column filled"),
    pytest.param(TWO, SENTENCE, [], id="text across two columns"),
    pytest.param(TWO, [*row(32, 0, 1, 2), *row(90, 0, 1, 2)], [(30, 45)], id="far below"),
    pytest.param(
        [shade(15, 30), shade(45, 60, (0, 40, 80, 110))],
        row(32, 0, 1, 2),
        [(30, 44), (30, 45)],
        id="other columns: each shade on its own",
    ),
    pytest.param([shade(15, 30, XS[:3])], row(32, 0, 1), [], id="two columns are too few"),
    pytest.param([], row(32, 0, 1, 2), [], id="no shade"),
]


@pytest.mark.parametrize(("boxes", "glyphs", "expected"), ROWS)
def test_sides(
    boxes: list[shades.Box], glyphs: list[Glyph], expected: list[tuple[float, float]]
) -> None:
    sides = shades.find_sides(boxes, glyphs)
    assert sorted({(top, bottom) for _, top, bottom in sides.vertical}) == expected
    assert len(sides.vertical) == len(XS) * len(expected)
