"""Ruling lines of rules in pieces, and the rules that open tables need."""

from __future__ import annotations

import pytest

from pipeline.reading.pages import Rule
from pipeline.tables import edges, table_finder
from pipeline.tables.snapping import Edge
from tests.ruled_pages import TOPS, XS, horizontal, page, ruled, shape, vertical

LINES = [
    pytest.param([horizontal(10, 0, 50), horizontal(10, 51, 90)], ([(10, 0, 90)], []), id="pieces"),
    pytest.param(
        [horizontal(10, 0, 50), horizontal(10, 60, 90)], ([(10, 0, 50), (10, 60, 90)], []), id="gap"
    ),
    pytest.param([Rule(0, 9, 90, 11)], ([(10, 0, 90)], []), id="thin box"),
    pytest.param([Rule(9, 0, 11, 90)], ([], [(10, 0, 90)]), id="thin upright box"),
    pytest.param(
        [Rule(x, 10, x + 1, 11) for x in range(0, 90, 3)], ([(10.5, 0, 88)], []), id="dots"
    ),
    pytest.param([Rule(10, 10, 12, 12)], ([], []), id="a lone dot"),
    pytest.param([], ([], []), id="nothing"),
]


@pytest.mark.parametrize(("rules", "expected"), LINES)
def test_lines(rules: list[Rule], expected: tuple[list[Edge], list[Edge]]) -> None:
    assert edges.edges_from_rules(rules) == expected


OPEN_ENDS = [
    pytest.param(
        ruled(XS, (100, 140)) + [vertical(x, 140, 700) for x in XS], [(2, 2)], id="cut at the foot"
    ),
    pytest.param(
        ruled(XS, (600, 640)) + [vertical(x, 40, 600) for x in XS], [(2, 2)], id="cut at the head"
    ),
    pytest.param(
        [horizontal(300, 50, 250)] + [vertical(x, 40, 760) for x in XS], [(2, 2)], id="cut at both"
    ),
    pytest.param([vertical(x, 40, 760) for x in XS], [(1, 2)], id="a row fills the page"),
    pytest.param(
        [horizontal(top, 20, 280) for top in TOPS] + [vertical(150, 100, 180)],
        [(2, 2)],
        id="no sides",
    ),
    pytest.param(
        [horizontal(top, 20, 280) for top in TOPS] + [vertical(x, 100, 180) for x in (100, 200)],
        [(2, 3)],
        id="no sides, three columns",
    ),
]
NOT_OPEN = [
    pytest.param([vertical(50, 40, 760), vertical(250, 40, 760)], [], id="two margin strokes"),
    pytest.param(
        [horizontal(top, 100, 130) for top in (100, 130, 160, 190)], [], id="underlined words"
    ),
    pytest.param(
        [*ruled(XS, TOPS), horizontal(120, 52, 80), horizontal(160, 52, 80)],
        [(2, 2)],
        id="underlined in cells",
    ),
    pytest.param(
        ruled(XS, (100, 140)) + [vertical(x, 140, 144) for x in XS], [(1, 2)], id="short overhang"
    ),
]


@pytest.mark.parametrize(("rules", "expected"), OPEN_ENDS + NOT_OPEN)
def test_open_ends(rules: list[Rule], expected: list[tuple[int, int]]) -> None:
    assert shape(table_finder.find_tables(page(rules))) == expected


def test_side_of_a_merged_cell_that_fills_the_page() -> None:
    rules = [vertical(x, 40, 760) for x in (50, 150, 250, 350)] + [horizontal(300, 150, 350)]
    assert shape(table_finder.find_tables(page(rules))) == [(2, 3)]


def test_what_is_closed_needs_no_rule() -> None:
    lines = edges.edges_from_rules(ruled(XS, TOPS))
    assert edges.imply_rules(*lines) == ([], [])
