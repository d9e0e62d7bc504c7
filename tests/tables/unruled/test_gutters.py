"""The edges of columns: in the white, at the ends of rules, as on the page before."""

from __future__ import annotations

import pytest

from pipeline.reading.pages import Rule
from pipeline.tables.unruled import gutters, header_bands
from pipeline.tables.unruled.body_lines import Body
from pipeline.tables.unruled.gutters import Columns
from pipeline.tables.unruled.ink import Piece
from tests.tables.unruled.typed import FIRST, HEADER, piece, sheet

GAPS = ((40.0, 60.0), (90.0, 120.0))
WORDS = ("衡量指標", "目標值", "實際值")
COLUMNS = Columns((0, 50, 105, 150), GAPS, ("indicator", "target", "actual"), WORDS)


def columns(*rules: Rule, before: Columns | None = None) -> Columns:
    own = sheet(HEADER, FIRST, rules=rules)
    body = Body([[gap] for gap in GAPS])
    return gutters.find_columns(own, header_bands.read_band(own, 0, 1), body, FIRST, before)


def test_edges_are_in_the_middle_of_the_white() -> None:
    assert columns().edges == (-5, 50, 105, 155)
    assert columns().roles == ("indicator", "target", "actual")
    assert columns().words == WORDS


def test_edges_are_where_rules_end() -> None:
    assert columns(Rule(-5, 12, 57, 12), Rule(57, 12, 155, 12)).edges[1] == 57
    assert columns(Rule(0, 300, 57, 300)).edges[1] == 50


def test_a_repeated_header_has_the_white_of_both_pages() -> None:
    first = columns()
    moved = first._replace(gaps=((44.0, 52.0), (90.0, 120.0)))
    assert columns(before=moved).gaps == ((44, 52), (90, 120))
    assert columns(before=moved._replace(words=("", "", ""))).gaps == GAPS


AT = [(-9, 0), (0, 0), (49, 0), (50, 1), (104, 1), (105, 2), (999, 2)]


@pytest.mark.parametrize(("x", "column"), AT)
def test_column_at(x: float, column: int) -> None:
    assert COLUMNS.column_at(x) == column


CROSSING = [
    pytest.param([piece(0, 0, "參訪人次"), piece(64, 0, "90")], False, id="in the columns"),
    pytest.param([piece(30, 0, "參訪人次")], True, id="through the white"),
    pytest.param([piece(30, 0, "參訪")], False, id="into the white"),
    pytest.param([piece(130, 0, "參訪人次")], True, id="beyond the last edge"),
    pytest.param([piece(-20, 0, "參訪")], True, id="in front of the first edge"),
]


@pytest.mark.parametrize(("pieces", "expected"), CROSSING)
def test_crossed(pieces: list[Piece], expected: bool) -> None:
    assert COLUMNS.crossed_by(pieces) == expected
