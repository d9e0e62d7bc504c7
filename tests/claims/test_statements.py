"""Which figures of a row are read, in which role, and what is put together or left out."""

import pytest

from pipeline.claims.mentions import Role
from pipeline.claims.statements import (
    find_list,
    is_target_list,
    statements_from_row,
    target_mentions,
)
from tests.typed_rows import row

RESULT = "三、年度目標值及達成率："

ROLES = [
    pytest.param("400件", "目標值400件，實際完成460件，達成率115％。",
                 [("400件", "target"), ("460件", "actual"), ("115％", "rate")], id="plain"),
    pytest.param("400件", "較104年380件增加，105年完成400件。",
                 [("380件", "baseline"), ("400件", "actual")], id="last-year"),
    pytest.param("400件", "女性占比42％。", [("42％", "ratio")], id="a-share-is-no-rate"),
    pytest.param("400件", "較104年成長3.2％。", [("3.2％", "growth")], id="a-growth-is-no-rate"),
    pytest.param("400件", "達成率分別為105％、98％。", [("105％", "rate"), ("98％", "rate")], id="a-series"),
    pytest.param("400件", "截至6月底完成195件，達成率49％。", [("195件", "other"), ("49％", "other")], id="a-part-of-the-year"),
    pytest.param("400件", "進度超前6個百分點。", [("6個百分點", "other")], id="points"),
]  # fmt: skip

FIGURES = [
    pytest.param("平均耗時1小時40分鐘。", [("1小時40分鐘", "小時")], id="a-time-in-two-units"),
    pytest.param("搭乘人次300萬。", [("300萬", "人次")], id="the-counter-in-front"),
    pytest.param("較去年增加1.2倍。", [("1.2倍", "%")], id="an-increase-by-times"),
    pytest.param("為去年的1.2倍。", [("1.2倍", "倍")], id="times-as-many"),
    pytest.param(
        "平均耗時1小時，另有40分鐘休息。", [("1小時", "小時"), ("40分鐘", "分鐘")], id="two-times"
    ),
]

TARGETS = [
    pytest.param("25％(19個單位)", ["25％"], id="in-brackets"),
    pytest.param("辦理50場次，參加2,000人次以上", ["50場次", "2,000人次以上"], id="two"),
    pytest.param("賡續辦理", [], id="none"),
    pytest.param("105年度", [], id="a-year"),
]


@pytest.mark.parametrize(("target", "sentence", "expected"), ROLES)
def test_roles(target: str, sentence: str, expected: list[tuple[str, str]]) -> None:
    statements = statements_from_row(row(target, RESULT + sentence), 105)
    assert [(m.quantity.text, str(m.role)) for m in statements.mentions] == expected
    rates = [text for text, role in expected if role == "rate"]
    assert [rate.mention.quantity.text for rate in statements.rates] == rates


@pytest.mark.parametrize(("sentence", "expected"), FIGURES)
def test_figures_with_what_the_words_about_them_say(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    statements = statements_from_row(row("100件", "二、辦理情形：" + sentence), 105)
    assert [(m.quantity.text, m.unit) for m in statements.mentions] == expected


@pytest.mark.parametrize(("target", "expected"), TARGETS)
def test_target_mentions(target: str, expected: list[str]) -> None:
    (entry,) = statements_from_row(row(target, "無"), 105).cells["target"]
    mentions = list(target_mentions(entry))
    assert [m.quantity.text for m in mentions] == expected
    assert {m.role for m in mentions} <= {Role.TARGET}


def test_a_list_has_as_many_entries_as_are_asked_for() -> None:
    analysis = "二、辦理情形：\n(一)取得證照33張。\n(二)參加演練419人。"
    statements = statements_from_row(row("1. 30張\n2. 450人", analysis), 105)
    assert len(find_list(statements, "progress", 2).heads) == 2
    assert not find_list(statements, "progress", 3).heads
    assert not find_list(statements, "result", 2).heads
    assert not find_list(statements, "progress", 1).heads


def test_titles_that_only_divide_a_part_are_no_list() -> None:
    analysis = f"{RESULT}\n(一)年度目標值：30張。\n(二)達成率：110％。"
    statements = statements_from_row(row("30張", analysis), 105)
    assert not find_list(statements, "result", 2).heads
    (top,) = statements.cells["analysis"]
    assert [is_target_list(entry) for entry in top.children] == [True, False]


RATES_IN_ACTUAL = [
    pytest.param("", "完成460件，達成率115％。", "", ["115％"], id="nowhere else"),
    pytest.param("目標值400件，達成率115％。", "完成460件，達成率110％。", "", ["115％"], id="also-in-the-text"),
    pytest.param("", "完成460件，達成率115％。", "115%", [], id="also-in-a-column"),
    pytest.param("", "完成460件，占42％。", "", [], id="a-share"),
]  # fmt: skip


@pytest.mark.parametrize(("analysis", "actual", "rate", "rates"), RATES_IN_ACTUAL)
def test_rates_in_the_column_of_actual_figures(
    analysis: str, actual: str, rate: str, rates: list[str]
) -> None:
    whole = row("400件", analysis and RESULT + analysis, actual=actual, rate=rate)
    found = statements_from_row(whole, 105).rates
    assert [stated.mention.quantity.text for stated in found] == rates
