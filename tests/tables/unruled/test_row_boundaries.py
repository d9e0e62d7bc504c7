"""Between which lines the rows are parted: white, rules, wrapped cells, lists."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.tables.unruled.drafts import Draft
from pipeline.tables.unruled.gutters import Columns
from pipeline.tables.unruled.ink import Stroke
from pipeline.tables.unruled.row_boundaries import RowBoundaries
from tests.tables.unruled.typed import piece, sheet

COLUMNS = Columns((0, 60, 120, 180), (), ("indicator", "target", "actual"), ("", "", ""))
Typed = tuple[int, float, str]
"""A column, a height and a text."""


def boundaries(own: Sequence[Typed], rules: Sequence[Stroke] = ()) -> RowBoundaries:
    pieces = [piece(60 * column + 5, top, text) for column, top, text in own]
    return RowBoundaries(Draft(COLUMNS, None, pieces, (), True), sheet(horizontal=rules))


FIRST = [(0, 0, "參訪"), (1, 0, "90"), (2, 0, "95")]
SECOND = [(0, 40, "檢查"), (1, 40, "30"), (2, 40, "24")]
CUTS = [
    pytest.param([*FIRST, *SECOND], [], [25], id="two rows"),
    pytest.param([*FIRST, (0, 12, "人次"), *SECOND], [], [31], id="a wrapped cell"),
    pytest.param(
        [*FIRST, (1, 12, "人次"), (2, 12, "人次"), *SECOND], [], [31], id="ends of figures"
    ),
    pytest.param(FIRST, [], [], id="one row"),
    pytest.param([*FIRST, *SECOND], [(20.0, 0.0, 180.0)], [20], id="a rule"),
    pytest.param([*FIRST, *SECOND], [(20.0, 0.0, 50.0)], [25], id="a rule below one cell"),
    pytest.param(
        [
            (0, 0, "參訪"),
            (1, 0, "1.九十"),
            (2, 0, "1.九五"),
            (1, 12, "2.三十"),
            (2, 12, "2.二四"),
            *SECOND,
        ],
        [],
        [31],
        id="a list is one row",
    ),
]


@pytest.mark.parametrize(("own", "rules", "expected"), CUTS)
def test_cuts(own: list[Typed], rules: list[Stroke], expected: list[float]) -> None:
    assert [at for at, _ in boundaries(own, rules).cuts()] == expected
