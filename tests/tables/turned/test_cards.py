"""Cards: headers with their values beside them; and tables whose lines are something else."""

from __future__ import annotations

import pytest

from pipeline.tables.turned.cards import split_cards
from tests.tables.test_column_roles import Printed, table

CARDS = [
    pytest.param(
        [["衡量指標", "引水"], ["目標值", "12次"], ["達成率", "95%"]],
        [[["衡量指標", "目標值", "達成率"], ["引水", "12次", "95%"]]],
        id="one pair in a line",
    ),
    pytest.param(
        [["指標", ("引水", 3, 1), None, None], ["目標值", "12次", "實際值", "11次"]],
        [[["指標", "目標值", "實際值"], ["引水", "12次", "11次"]]],
        id="two pairs in a line",
    ),
    pytest.param(
        [["指標", "引水"], ["目標值", "12次"], ["指標", "巡查"], ["目標值", "9次"]],
        [[["指標", "目標值"], ["引水", "12次"]], [["指標", "目標值"], ["巡查", "9次"]]],
        id="two in one table",
    ),
    pytest.param(
        [["衡量指標", "引水"], ["目標值", ""], ["實際值", "11次"], ["承辦窗口", "港務組"]],
        [
            [
                ["衡量指標", "目標值", "實際值", "承辦窗口"],
                ["引水", "", "11次", "港務組"],
            ]
        ],
        id="a blank value and an unknown header",
    ),
]
TITLED = [
    pytest.param(
        [
            [("1-1 引水", 4, 1), None, None, None],
            ["目標值", "12次", "實際值", "11次"],
            ["達成率", "92%", "說明", "—"],
        ],
        [
            [
                ["1-1引水", "", "", ""],
                ["目標值", "實際值", "達成率", "說明"],
                ["12次", "11次", "92%", "—"],
            ]
        ],
        id="one",
    ),
    pytest.param(
        [
            [("引水", 2, 1), None],
            ["目標值", "12次"],
            ["實際值", "11次"],
            ["達成率", "92%"],
            [("巡查", 2, 1), None],
            ["目標值", "9次"],
            ["實際值", "9次"],
            ["達成率", "100%"],
        ],
        [
            [["引水", "", ""], ["目標值", "實際值", "達成率"], ["12次", "11次", "92%"]],
            [["巡查", "", ""], ["目標值", "實際值", "達成率"], ["9次", "9次", "100%"]],
        ],
        id="two in one table",
    ),
]
NO_CARDS = [
    pytest.param([["目標值", "12次"], ["實際值", "11次"]], id="two lines"),
    pytest.param([["指標", "引水", "巡查"], ["目標值", "12", "9"]], id="transposed"),
    pytest.param(
        [["指標", "甲", "乙", "丙"], ["目標值", "1", "2", "3"], ["實際值", "1", "2", "3"]],
        id="transposed, an even number of columns",
    ),
    pytest.param([["姓名", "王小明"], ["電話", "1234"], ["職稱", "科員"]], id="persons"),
    pytest.param([["一月", "12"], ["二月", "30"], ["三月", "9"]], id="statistics"),
    pytest.param(
        [["指標", "引水"], ["", "12次"], ["達成率", "95%"]], id="a value without a header"
    ),
]


@pytest.mark.parametrize(("rows", "cards"), CARDS)
def test_cards(rows: list[list[Printed]], cards: list[list[list[str]]]) -> None:
    found = split_cards(table(*rows))
    assert [[[c.text for c in row if c] for row in card.grid] for card in found] == cards


@pytest.mark.parametrize(("rows", "cards"), TITLED)
def test_a_line_of_one_cell_is_the_title_of_the_card_below(
    rows: list[list[Printed]], cards: list[list[list[str]]]
) -> None:
    found = split_cards(table(*rows))
    assert [[[c.text if c else "" for c in row] for row in card.grid] for card in found] == cards


@pytest.mark.parametrize("rows", NO_CARDS)
def test_no_cards(rows: list[list[Printed]]) -> None:
    assert split_cards(table(*rows)) == []
