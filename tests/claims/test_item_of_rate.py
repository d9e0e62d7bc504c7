"""The item that a stated rate is for: by its target, list number, words, counter or order; or none."""

import pytest

from pipeline.claims import items_from_statements, statements_from_row
from pipeline.claims.item_of_rate import find_item, find_rivals, is_budget_rate
from pipeline.claims.items.item_index import Items
from tests.typed_rows import row

TWO = ("1. 30張\n2. 450人", "1.取得證照\n2.參加演練")
CLASSES = ("1. 5梯次\n2. 200人", "1.辦理訓練\n2.參訓人數")
ITEMS = [
    pytest.param(*TWO, "目標值450人，達成率98%。", [2], id="by-its-target"),
    pytest.param(*TWO, "(一)達成率110%。\n(二)達成率98%。", [1, 2], id="by-number"),
    pytest.param(*TWO, "參加演練之達成率98%。", [2], id="by-words"),
    pytest.param(*TWO, "計33張，達成率110%。", [1], id="by-counter"),
    pytest.param(*TWO, "達成率分別為110%、98%。", [1, 2], id="by-order-in-a-series"),
    pytest.param(*TWO, "參加441人、取得33張，達成率分別為98%、110%。", [2, 1], id="by-the-order-of-the-sentence"),
    pytest.param(*TWO, "達成率（441人/450人）×100%＝98%。", [2], id="by-the-divisor"),
    pytest.param(*TWO, "達成率98%。", [None], id="not-told"),
    pytest.param("30張", "取得證照", "達成率98%。", [1], id="only-one"),
]  # fmt: skip


def read(target: str, indicator: str, analysis: str):
    statements = statements_from_row(row(target, analysis, indicator), 105)
    return statements, Items(items_from_statements(statements))


@pytest.mark.parametrize(("target", "indicator", "analysis", "expected"), ITEMS)
def test_item(target: str, indicator: str, analysis: str, expected: list[int | None]) -> None:
    statements, items = read(target, indicator, analysis)
    found = [find_item(statements, rate, items) for rate in statements.rates]
    assert [item and item.item for item in found] == expected


RIVALS = [
    pytest.param("辦理5梯次，共計210人，達成率105%。", 1, id="figures-of-both"),
    pytest.param("共計210人，達成率105%。", 0, id="figures-of-one"),
    pytest.param("目標值200人，辦理5梯次，共計210人，達成率105%。", 0, id="the-target-is-told"),
]


@pytest.mark.parametrize(("analysis", "count"), RIVALS)
def test_rivals(analysis: str, count: int) -> None:
    statements, items = read(*CLASSES, analysis)
    (rate,) = statements.rates
    assert len(find_rivals(statements, rate, items[1], items)) == count


def test_the_rate_of_a_budget_is_that_of_an_item_of_money_alone() -> None:
    statements, items = read("30張", "取得證照", "預算達成率98%。")
    assert is_budget_rate(statements.rates[0], items[0])
    statements, items = read("30萬元", "補助經費", "預算達成率98%。")
    assert not is_budget_rate(statements.rates[0], items[0])
    statements, items = read("30張", "取得證照", "證照達成率98%。")
    assert not is_budget_rate(statements.rates[0], items[0])
