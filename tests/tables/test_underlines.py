"""Lines under words go, rules of tables stay."""

from __future__ import annotations

import pytest

from pipeline.reading.pages import Glyph, GlyphColumns, Rule
from pipeline.tables import table_finder, underlines
from tests.ruled_pages import TOPS, XS, horizontal, page, ruled, shape, vertical, word

WORDS = [
    pytest.param(
        [horizontal(117, 51.2, 148.8)],
        word(51.2, 102, "一" * 6, 97.6 / 6),
        [(2, 2)],
        id="underline",
    ),
    pytest.param(
        [horizontal(120, 50, 150)], word(60, 105, "一二", 10), [(3, 2)], id="rule under words"
    ),
]


@pytest.mark.parametrize(("more", "glyphs", "expected"), WORDS)
def test_lines_under_words(
    more: list[Rule], glyphs: list[Glyph], expected: list[tuple[int, int]]
) -> None:
    assert shape(table_finder.find_tables(page(ruled(XS, TOPS) + more, glyphs))) == expected


TEXT = word(60, 105, "一二三")
UNDER = [
    pytest.param([horizontal(115, 60, 90)], [], id="under the word"),
    pytest.param([horizontal(115, 60, 80)], [], id="under a part of it"),
    pytest.param([horizontal(115, 60, 100)], [0], id="longer than the word"),
    pytest.param([horizontal(110, 60, 90)], [0], id="through the word"),
    pytest.param([horizontal(125, 60, 90)], [0], id="far below"),
    pytest.param([horizontal(115, 60, 63)], [0], id="a dash"),
    pytest.param([horizontal(115, 60, 90), vertical(60, 100, 140)], [0, 1], id="at a side"),
    pytest.param([vertical(60, 105, 115)], [0], id="upright"),
]


@pytest.mark.parametrize(("rules", "expected"), UNDER)
def test_drop_underlines(rules: list[Rule], expected: list[int]) -> None:
    left = underlines.drop_underlines(rules, GlyphColumns.from_glyphs(TEXT))
    assert list(left) == [rules[at] for at in expected]
