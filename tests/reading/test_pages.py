"""The records of a page: glyphs as columns, their stretches and turns; rules that lie or stand."""

from __future__ import annotations

import pytest

from pipeline.reading.pages import (
    Glyph,
    GlyphColumns,
    Rule,
    find_stretches,
    find_turns,
    to_column,
)

LINE = [Glyph("目", 10, 90, 20, 100), Glyph("標", 20, 90, 30, 100), Glyph(" ", 30, 90, 34, 100)]
NEXT = [Glyph("值", 10, 110, 20, 120)]


def test_columns_are_the_glyphs() -> None:
    columns = GlyphColumns.from_glyphs([*LINE, *NEXT])
    assert (len(columns), columns.text) == (4, "目標 值")
    assert list(columns) == [*LINE, *NEXT]
    assert columns[3] == NEXT[0]
    assert columns.stretches == [(0, 3), (3, 4)]
    assert columns.records([(0, 1), (3, 4)]) == [LINE[0], NEXT[0]]
    assert columns.count([(0, 3)]) == 2  # a blank is none


def test_no_glyph() -> None:
    columns = GlyphColumns.from_glyphs([])
    assert (list(columns), columns.stretches, columns.turns) == ([], [], [])


STRETCHES = [
    pytest.param([1, 1], [2, 2], [0, 1], 2, [(0, 2)], id="one"),
    pytest.param([1, 3], [2, 4], [0, 1], 2, [(0, 1), (1, 2)], id="two-lines"),
    pytest.param([1, 1], [2, 4], [0, 1], 2, [(0, 1), (1, 2)], id="two-heights"),
    pytest.param([1, 3], [2, 4], [0, 5], 9, [(0, 5), (5, 9)], id="of-bands"),
    pytest.param([], [], [], 0, [], id="nothing"),
]


@pytest.mark.parametrize(("tops", "bottoms", "starts", "count", "expected"), STRETCHES)
def test_stretches(tops, bottoms, starts, count, expected) -> None:
    assert find_stretches(tops, bottoms, starts, count) == expected


TURNS = [
    pytest.param([(0, 3)], [10, 20, 30], [20, 30, 40], [], id="onward"),
    pytest.param([(0, 3)], [10, 5, 30], [20, 25, 40], [1], id="begins-left"),
    pytest.param([(0, 3)], [10, 12, 30], [30, 20, 40], [1], id="ends-left"),
    pytest.param([(0, 1), (1, 2)], [30, 10], [40, 20], [], id="another-line"),
]


@pytest.mark.parametrize(("stretches", "x0", "x1", "expected"), TURNS)
def test_turns(stretches, x0, x1, expected) -> None:
    assert find_turns(stretches, x0, x1) == expected


def test_column() -> None:
    assert to_column([1.5, 2]).tolist() == [1.5, 2.0]


@pytest.mark.parametrize(
    ("rule", "lies"),
    [(Rule(0, 5, 90, 5), True), (Rule(5, 0, 5, 90), False), (Rule(5, 5, 5, 5), True)],
    ids=["lying", "standing", "dot"],
)
def test_rules(rule: Rule, lies: bool) -> None:
    assert rule.horizontal is lies
