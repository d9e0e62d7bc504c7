"""At which row the cell of each goal begins: in the middle of its rows, or beside the first line."""

from __future__ import annotations

import pytest

from pipeline.tables.unruled import merged_cells
from pipeline.tables.unruled.drafts import Draft
from pipeline.tables.unruled.gutters import Columns
from pipeline.tables.unruled.ink import Stroke
from pipeline.tables.unruled.row_boundaries import RowBoundaries
from tests.tables.unruled.typed import piece, sheet

COLUMNS = Columns((0, 60, 120, 180), (), ("goal", "indicator", "target"), ("", "", ""))
GOALS = [
    pytest.param(
        [(10, "一、提升"), (40, "二、加強")], [], {"一、提升": 0, "二、加強": 2}, id="in the middle"
    ),
    pytest.param(
        [(0, "一、提升"), (40, "二、加強")], [], {"一、提升": 0, "二、加強": 2}, id="at the top"
    ),
    pytest.param([(20, "一、提升")], [], {"一、提升": 0}, id="one for all rows"),
    pytest.param(
        [(0, "一、提升"), (20, "二、加強"), (40, "三、推動")],
        [],
        {"一、提升": 0, "二、加強": 1, "三、推動": 2},
        id="one beside each row",
    ),
    pytest.param(
        [(14, "一、提升"), (26, "服務"), (26 + 14, "二、加強")],
        [(35.0, 0.0, 180.0), (15.0, 60.0, 180.0)],
        {"一、提升": 0, "服務": 0, "二、加強": 2},
        id="rules",
    ),
]


@pytest.mark.parametrize(("goals", "rules", "expected"), GOALS)
def test_first_rows(
    goals: list[tuple[float, str]], rules: list[Stroke], expected: dict[str, int]
) -> None:
    pieces = [piece(5, top, text) for top, text in goals]
    pieces += [piece(x, top, "九十") for top in (0, 20, 40) for x in (65, 125)]
    boundaries = RowBoundaries(Draft(COLUMNS, None, pieces, (), True), sheet(horizontal=rules))
    cuts = boundaries.cuts()
    rows = merged_cells.find_first_rows(boundaries, 0, cuts)
    assert {item.text: row for item, row in rows.items()} == expected
