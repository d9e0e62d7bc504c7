"""Lines that take turns under one name, put side by side; what is no such table stays as it is."""

from __future__ import annotations

import pytest

from pipeline.tables.turned.stacked import find_turns, unstack
from tests.tables.test_column_roles import Printed, table

QUARTERS = [
    ["指標", "區分", "第1季", "第2季"],
    [("引水", 1, 3), "目標值", "30", "32"],
    [None, "實際值", "31", "33"],
    [None, "達成率", "103%", "103%"],
    [("巡查", 1, 3), "目標值", "9", "9"],
    [None, "實際值", "8", "9"],
    [None, "達成率", "89%", "100%"],
]
STACKED = [
    pytest.param(
        QUARTERS,
        [
            ["指標", "第1季", None, None, "第2季", None, None],
            [None, "目標值", "實際值", "達成率", "目標值", "實際值", "達成率"],
            ["引水", "30", "31", "103%", "32", "33", "103%"],
            ["巡查", "9", "8", "89%", "9", "9", "100%"],
        ],
        id="quarters",
    ),
    pytest.param(
        [
            [("項目", 2, 1), None, "102", "103"],
            ["合計", "預算", "50", "60"],
            ["", "決算", "48", "57"],
            ["", "執行率(%)", "96", "95"],
        ],
        [
            ["項目", "102", None, None, "103", None, None],
            [None, "預算", "決算", "執行率(%)", "預算", "決算", "執行率(%)"],
            ["合計", "50", "48", "96", "60", "57", "95"],
        ],
        id="years of money, blank cells below the name",
    ),
    pytest.param(
        QUARTERS[:-1],
        [
            ["指標", "第1季", None, None, "第2季", None, None],
            [None, "目標值", "實際值", "達成率", "目標值", "實際值", "達成率"],
            ["引水", "30", "31", "103%", "32", "33", "103%"],
            ["巡查", "9", "8", None, "9", "9", None],
        ],
        id="cut amid the turns",
    ),
    pytest.param(
        [
            ["目標", "指標", "類別", "101年", "102年"],
            [("安全", 1, 4), ("引水", 1, 2), "目標值", "30", "32"],
            [None, None, "達成率", "90%", "95%"],
            [None, ("巡查", 1, 2), "目標值", "9", "9"],
            [None, None, "達成率", "80%", "100%"],
        ],
        [
            ["目標", "指標", "101年", None, "102年", None],
            [None, None, "目標值", "達成率", "目標值", "達成率"],
            ["安全", "引水", "30", "90%", "32", "95%"],
            [None, "巡查", "9", "80%", "9", "100%"],
        ],
        id="below a goal",
    ),
    pytest.param(
        [
            ["指標", "區分", "數值", "說明"],
            [("引水", 1, 3), "目標值", "30", ("如期完成", 1, 3)],
            [None, "實際值", "31", None],
            [None, "達成率", "103%", None],
        ],
        [
            ["指標", "數值", None, None, "說明"],
            [None, "目標值", "實際值", "達成率", None],
            ["引水", "30", "31", "103%", "如期完成"],
        ],
        id="a column with one cell for all lines",
    ),
]
AS_IT_IS = [
    pytest.param(
        [["指標", "目標值", "實際值", "達成率"], ["引水", "30", "31", "103%"]], id="a header in one line"
    ),
    pytest.param([row for row in QUARTERS if row[1] != "達成率"], id="no rate"),
    pytest.param([row for row in QUARTERS if row[1] in ("區分", "達成率")], id="nothing but rates"),
    pytest.param(QUARTERS[1:], id="no header"),
    pytest.param([*QUARTERS, [None, "目標值", "9", "9"]], id="a label twice"),
    pytest.param([*QUARTERS, ["總計", "", "39", "41"]], id="a line without a label"),
    pytest.param(
        [["機關", "項目", "人數"], ["本局", "預算員額", "40"], ["", "現有員額", "36"]], id="staff"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "side_by_side"), STACKED)
def test_side_by_side(rows: list[list[Printed]], side_by_side: list[list[str | None]]) -> None:
    given = table(*rows)
    turned = unstack(given, find_turns(given))
    assert turned is not None
    assert [
        [cell.text if cell else None for cell in cells] for cells in turned.grid
    ] == side_by_side


@pytest.mark.parametrize("rows", AS_IT_IS)
def test_as_it_is(rows: list[list[Printed]]) -> None:
    given = table(*rows)
    assert unstack(given, find_turns(given)) is None


def test_cells_keep_their_places_and_count_their_columns_anew() -> None:
    given = table(*QUARTERS)
    turned = unstack(given, find_turns(given))
    assert turned is not None
    places = {(cell.text, cell.x0, cell.top) for cells in given.grid for cell in cells if cell}
    assert all(
        (cell.text, cell.x0, cell.top) in places and cell.column == at
        for cells in turned.grid
        for at, cell in enumerate(cells)
        if cell
    )
    assert [cell.columns for cell in turned.grid[0] if cell] == [1, 3, 3]


def test_goes_on_under_the_header_of_the_page_before() -> None:
    turns = find_turns(table(*QUARTERS[:-1]))
    turned = unstack(table(["", "達成率", "89%", "100%"], *QUARTERS[1:4]), turns)
    assert turned is not None
    assert [[cell.text if cell else None for cell in cells] for cells in turned.grid[2:]] == [
        ["", None, None, "89%", None, None, "100%"],
        ["引水", "30", "31", "103%", "32", "33", "103%"],
    ]


@pytest.mark.parametrize(
    "below",
    [
        pytest.param([["", "達成率", "89%"]], id="other columns"),
        pytest.param([["備註", "略", "", ""]], id="no label"),
        pytest.param(
            [["指標", "區分", "上半年", "下半年"], *QUARTERS[1:4]], id="a header of its own"
        ),
    ],
)
def test_does_not_go_on(below: list[list[Printed]]) -> None:
    assert unstack(table(*below), find_turns(table(*QUARTERS))) is None
