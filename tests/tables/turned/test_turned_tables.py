"""Which tables are performance tables if they are turned, and which are none either way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from pipeline.records import Cell, Line, Table
from pipeline.tables.turned.turned_tables import join_cut_card, may_be_cut_card, read_turned
from tests.tables.test_column_roles import Printed, table

TURNED = [
    pytest.param(
        [["項目", "引水", "巡查"], ["目標值", "12", "9"], ["實際值", "11", "9"], ["達成率", "92%", "100%"]],
        ["indicator", "target", "actual", "rate"],
        id="transposed",
    ),
    pytest.param(
        [["", "引水", "巡查"], ["目標", "12", "9"], ["實績", "11", "9"], ["達成率", "92%", "100%"]],
        ["indicator", "target", "actual", "rate"],
        id="a blank corner",
    ),
    pytest.param(
        [["科目", "業務", "行政"], ["預算數", "12", "9"], ["決算數", "11", "9"], ["執行率", "92%", "100%"]],
        ["indicator", "target", "actual", "rate"],
        id="money",
    ),
    pytest.param(
        [["指標", ("引水", 3, 1), None, None], ["目標值", "12", "實際值", "11"], ["達成率", "92%", "權重", "5%"]],
        ["indicator", "target", "actual", "rate", "weight"],
        id="a card",
    ),
]  # fmt: skip
NOT_TURNED = [
    pytest.param(
        [["年別", "旅客", "貨物"], ["109年", "12", "9"], ["110年", "11", "9"], ["增減率", "-8%", "0%"]],
        id="statistics",
    ),
    pytest.param(
        [["項目", "引水", "巡查"], ["預算數", "12", "9"], ["決算數", "11", "9"]], id="money without a rate"
    ),
    pytest.param([["職稱", "局長", "科員"], ["預算員額", "1", "40"], ["現有員額", "1", "36"]], id="staff"),
    pytest.param([["機關名稱", "港務局"], ["填表人", "王小明"], ["電話", "1234"]], id="a form to fill"),
    pytest.param([["目標值", "12"], ["實際值", "11"], ["達成率", "92%"]], id="nothing that is measured"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "roles"), TURNED)
def test_turned(rows: list[list[Printed]], roles: list[str]) -> None:
    [(_, headers)] = read_turned(table(*rows))
    assert [list(header.roles) for header in headers.values()] == [roles]


@pytest.mark.parametrize("rows", NOT_TURNED)
def test_not_turned(rows: list[list[Printed]]) -> None:
    assert read_turned(table(*rows)) == []


def test_a_line_above_names_what_is_measured() -> None:
    rows: list[list[Printed]] = [["目標值", "12"], ["實際值", "11"], ["達成率", "92%"]]
    [(_, headers)] = read_turned(table(*rows), named=True)
    assert headers[0].roles == ("target", "actual", "rate")


def test_a_table_that_lies_sideways_is_not_turned() -> None:
    upright = table(["項目", "引水"], ["目標值", "12次"], ["實際值", "11次"], ["達成率", "92%"])
    grid = tuple(
        tuple(cell and replace(cell, lines=tuple(letters(cell))) for cell in row)
        for row in upright.grid
    )
    assert read_turned(upright)
    assert read_turned(replace(upright, grid=grid)) == []


def letters(cell: Cell) -> Iterator[Line]:
    for n, letter in enumerate(cell.text):
        yield Line(letter, 1, cell.top + 5 * n, cell.top + 5 * n + 5)


CARD: list[list[Printed]] = [
    ["指標", ("引水", 3, 1), None, None],
    ["目標值", "12", "實際值", "11"],
    ["達成率", "92%", "權重", "5%"],
    ["說明", ("靠港船舶減少。", 3, 1), None, None],
]
NEXT: list[list[Printed]] = [["指標", ("巡查", 3, 1), None, None], ["目標值", "9", "實際值", "9"]]
CUTS = [
    pytest.param(CARD[:2], CARD[2:], id="between lines"),
    pytest.param(CARD[:1], CARD[1:], id="behind the first line"),
    pytest.param([*CARD[:2], ["達成", "92%", "權重", "5%"]], [["率", "", "", ""], CARD[3]], id="in a word"),
    pytest.param([*CARD[:3], ["說明", ("靠港船舶", 3, 1), None, None]],
                 [["", ("減少。", 3, 1), None, None]], id="in a text"),
]  # fmt: skip


def words(card: Table) -> list[list[str]]:
    return [[cell.text for cell in row if cell] for row in card.grid]


@pytest.mark.parametrize(("above", "below"), CUTS)
@pytest.mark.parametrize("others", [[], NEXT], ids=["alone", "before another"])
def test_a_card_that_a_page_cuts(
    above: list[list[Printed]], below: list[list[Printed]], others: list[list[Printed]]
) -> None:
    first, last = table(*above), table(*below, *others, page=2)
    assert may_be_cut_card(first)
    joined = join_cut_card(first, last)
    assert [one.page for one, _ in joined] == [1, 2, 2][: 3 if others else 2]
    roles: dict[str, str] = {}
    for one, headers in joined[:2]:
        _, values = words(one)
        for role, value in zip(headers[0].roles, values, strict=True):
            assert role is not None
            roles[role] = roles.get(role, "") + value
    assert roles == {
        "indicator": "引水", "target": "12", "actual": "11", "rate": "92%", "weight": "5%",
        "analysis": "靠港船舶減少。",
    }  # fmt: skip


NOT_CUT = [
    pytest.param(CARD, CARD, id="another card"),
    pytest.param(CARD, [["姓名", "王小明"], ["電話", "1234"]], id="persons"),
    pytest.param(CARD, [["年度", "109", "110"], ["旅客", "12", "13"]], id="statistics"),
    pytest.param([["姓名", "王小明"], ["電話", "1234"]], [["單位", "港務組"]], id="no card"),
]


@pytest.mark.parametrize(("above", "below"), NOT_CUT)
def test_a_card_that_no_page_cuts(above: list[list[Printed]], below: list[list[Printed]]) -> None:
    assert join_cut_card(table(*above), table(*below, page=2)) == []


@pytest.mark.parametrize(
    "rows", [[["指標", "甲", "乙"]], [["姓名", "王小明"]], [["目標值", "12", "", "11"]]],
    ids=["odd", "unknown", "no header"],
)  # fmt: skip
def test_what_is_no_part_of_a_card(rows: list[list[Printed]]) -> None:
    assert not may_be_cut_card(table(*rows))
