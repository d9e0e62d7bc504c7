"""Which tables are performance tables if they are turned, and which are none either way."""

from __future__ import annotations

import pytest

from pipeline.tables.turned.turned_tables import read_turned
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
