"""Where a line is cut, what a stretch leaves of others, which rules cross."""

from __future__ import annotations

import pytest

from pipeline.reading.pages import Glyph
from pipeline.tables.unruled import ink
from tests.tables.unruled.typed import sheet, word

CUTS = [
    pytest.param(word(0, 0, "目標值"), ["目標值"], id="one word"),
    pytest.param(word(0, 0, "目標") + word(30, 0, "值"), ["目標", "值"], id="wide white"),
    pytest.param(word(0, 0, "目標") + word(25, 0, "值"), ["目標值"], id="little white"),
    pytest.param(word(0, 0, "目標 ") + word(35, 0, "值"), ["目標", "值"], id="a blank is white"),
    pytest.param(word(0, 0, "　目標"), ["目標"], id="white in front"),
    pytest.param([], [], id="nothing"),
]


@pytest.mark.parametrize(("glyphs", "expected"), CUTS)
def test_pieces(glyphs: list[Glyph], expected: list[str]) -> None:
    assert [piece.text for piece in ink.cut_pieces(glyphs)] == expected


def test_ink_is_cut_at_little_white() -> None:
    pieces = ink.cut_pieces(word(0, 0, "目標") + word(25, 0, "值"))
    assert [piece.text for piece in ink.cut_ink(pieces)] == ["目標", "值"]


SPANS = [
    pytest.param([(0, 10)], (4, 6), [(0, 4), (6, 10)], id="within"),
    pytest.param([(0, 10)], (-5, 4), [(4, 10)], id="at the left"),
    pytest.param([(0, 10)], (10, 20), [(0, 10)], id="beside"),
    pytest.param([(0, 10)], (0, 9.8), [], id="a sliver is left"),
    pytest.param([(0, 4), (6, 10)], (3, 7), [(0, 3), (7, 10)], id="across two"),
]


@pytest.mark.parametrize(("spans", "gone", "expected"), SPANS)
def test_subtract(spans: list[ink.Span], gone: ink.Span, expected: list[ink.Span]) -> None:
    assert ink.subtract_span(spans, *gone) == expected


CROSSED = [
    pytest.param((15.0, 0.0, 100.0), True, id="from side to side"),
    pytest.param((15.0, 4.0, 97.0), True, id="nearly"),
    pytest.param((15.0, 0.0, 60.0), False, id="half way"),
    pytest.param((25.0, 0.0, 100.0), False, id="below"),
]


@pytest.mark.parametrize(("rule", "expected"), CROSSED)
def test_crossed(rule: ink.Stroke, expected: bool) -> None:
    assert sheet(horizontal=[rule]).crossed(10, 20, 0, 100) == expected
