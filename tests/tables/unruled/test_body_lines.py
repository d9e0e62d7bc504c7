"""Which lines below a header are of its table, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.tables.unruled import body_lines
from pipeline.tables.unruled.body_lines import Body
from pipeline.tables.unruled.ink import Piece
from tests.tables.unruled.typed import FIRST, HEADER, SECOND, piece, sheet, strip

SENTENCE = strip(60, (0, "以上均為全年之數字"), (100, "並已公布"))
WRAPPED = strip(52, (0, "及場次"))
NOTE = strip(52, (0, "註："))
PAGE_NUMBER = strip(70, (80, "-3-"))
CAPTION = strip(52, (0, "圖1"))
LINES = [
    pytest.param([FIRST, SECOND], 2, True, id="rows to the foot of the page"),
    pytest.param([FIRST, SECOND, SENTENCE], 2, False, id="text across a gutter"),
    pytest.param([FIRST, SECOND, WRAPPED], 3, True, id="the rest of a cell"),
    pytest.param([FIRST, SECOND, NOTE], 2, False, id="a note"),
    pytest.param([FIRST, SECOND, CAPTION], 2, False, id="a caption"),
    pytest.param([FIRST, SECOND, PAGE_NUMBER], 2, True, id="a page number"),
    pytest.param([strip(60, (0, "參訪人次"), (65, "90"), (125, "95"))], 0, True, id="far below"),
    pytest.param([], 0, True, id="nothing"),
]


def gathered(strips: list[Sequence[Piece]], tops: Sequence[float] = ()) -> Body:
    body = Body([[(40, 60)], [(90, 120)]])
    own = sheet(HEADER, *strips, tops=tops)
    everywhere = (float("-inf"), float("inf"))
    body_lines.gather_lines(own, body, 1, len(own.strips), everywhere, 10)
    return body


@pytest.mark.parametrize(("strips", "count", "is_open"), LINES)
def test_lines(strips: list[Sequence[Piece]], count: int, is_open: bool) -> None:
    body = gathered(strips)
    assert (len(body.strips), body.open) == (count, is_open)


def test_another_table_ends_it() -> None:
    assert len(gathered([FIRST, SECOND], tops=[35]).strips) == 1


def test_a_goal_runs_across() -> None:
    body = Body([[(40, 60)], [(90, 120)]], goals=False)
    goal = [piece(0, 20, "一、提升服務品質以利參訪")]
    own = sheet(HEADER, goal, SECOND)
    body_lines.gather_lines(own, body, 1, 3, (float("-inf"), float("inf")), 10)
    assert [own[0].text for own in body.across] == ["一、提升服務品質以利參訪"]
    assert len(body.strips) == 1


WHITE = [
    pytest.param([piece(0, 0, "參訪人次"), piece(64, 0, "90")], [[(40, 64)]], id="free"),
    pytest.param([piece(0, 0, "參訪人次數")], [[(50, 70)]], id="narrower"),
    pytest.param([piece(0, 0, "以上均為全年之數字")], None, id="text across"),
    pytest.param([], [[(40, 70)]], id="an empty line"),
]


@pytest.mark.parametrize(("pieces", "expected"), WHITE)
def test_free_gaps(pieces: list[Piece], expected: list[list[tuple[float, float]]] | None) -> None:
    assert Body([[(40, 70)]]).free_gaps(pieces) == expected
