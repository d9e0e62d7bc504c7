"""The words before a figure -> its role, and whether it is named outright."""

from __future__ import annotations

import pytest

from pipeline.rows.running_text.figure_words import (
    FigureRole,
    is_said_barely,
    is_set,
    measure_of,
    read_role,
)

NAMED = [
    ("歲出預算數", FigureRole.PLANNED),
    ("，法定預算數為", FigureRole.PLANNED),
    ("全年度預算編列", FigureRole.PLANNED),
    ("截至7月份累計分配數計", FigureRole.PLANNED),
    ("分配預算數（含追加）", FigureRole.PLANNED),
    ("年度目標值：", FigureRole.PLANNED),
    ("，決算數", FigureRole.REACHED),
    ("決算審定數共", FigureRole.REACHED),
    ("底實付數", FigureRole.REACHED),
    ("累計實現數", FigureRole.REACHED),
    ("，實際支用金額約", FigureRole.REACHED),
    ("實際值", FigureRole.REACHED),
    ("實際培訓學員", FigureRole.REACHED),
    ("實際核定", FigureRole.REACHED),
    ("，執行", FigureRole.REACHED),
    ("應付保留數", FigureRole.HELD),
    ("暫付款", FigureRole.HELD),
    ("較預算數增加", FigureRole.DIFFERENCE),
    ("，短收", FigureRole.DIFFERENCE),
    ("賸餘數", FigureRole.DIFFERENCE),
    ("較原訂目標超前", FigureRole.DIFFERENCE),
    ("，超出", FigureRole.DIFFERENCE),
    ("計畫數", FigureRole.PLANNED),
]
UNNAMED = [
    ("原定", FigureRole.PLANNED),
    ("預計訓練", FigureRole.PLANNED),
    ("核定經費", FigureRole.PLANNED),
    ("應追蹤", FigureRole.PLANNED),
    ("已完成", FigureRole.REACHED),
]
NONE = [
    "反應民眾",
    "供應",
    "共",
    "購置車輛",
    "，其中女性",
    "平均每場",
    "決算書第",
    "預算員額",
    "目標客群約",
    "",
]


@pytest.mark.parametrize(("before", "role"), NAMED)
def test_named(before: str, role: FigureRole) -> None:
    words = read_role(before, "number")
    assert (words.role, words.named) == (role, True)


@pytest.mark.parametrize(("before", "role"), UNNAMED)
def test_only_led_to(before: str, role: FigureRole) -> None:
    words = read_role(before, "number")
    assert (words.role, words.named) == (role, False)


@pytest.mark.parametrize("before", NONE)
def test_no_words_of_a_count(before: str) -> None:
    words = read_role(before, "number")
    assert words.role is FigureRole.OTHER or not words.named


RATES = [
    ("，執行率", FigureRole.RATE, ""),
    ("整體預算執行率約為", FigureRole.RATE, ""),
    ("達成率（不含保留）", FigureRole.RATE, ""),
    ("支用比率達", FigureRole.RATE, ""),
    ("，占分配數", FigureRole.RATE, "allotted"),
    ("，約占全年預算數之", FigureRole.RATE, "planned"),
    ("佔預算分配數", FigureRole.RATE, "allotted"),
    ("達年度目標值之", FigureRole.RATE, "target"),
    ("，為計畫數之", FigureRole.RATE, "target"),
    ("，達成預算", FigureRole.RATE, "planned"),
    ("，達目標值", FigureRole.PLANNED, "target"),
    ("，達標率", FigureRole.RATE, ""),
    ("，占收入總額", FigureRole.SHARE, ""),
    ("，占", FigureRole.SHARE, ""),
    ("，增幅", FigureRole.CHANGE, ""),
    ("減少率為", FigureRole.CHANGE, ""),
    ("較預算數增加", FigureRole.CHANGE, ""),
    ("目標值", FigureRole.PLANNED, "target"),
    ("，實際值", FigureRole.REACHED, ""),
]
NO_RATES = [
    "年利率",
    "滿意度",
    "稅率",
    "失業率為",
    "毛利率",
    "合格率",
    "出席率",
    "折扣後",
    "持股",
    "指數年變動",
    "涵蓋率達",
    "預算",
    "執行率偏低，利率",
    "，達",
    "成長目標達成",
]


@pytest.mark.parametrize(("before", "role", "measure"), RATES)
def test_percentages(before: str, role: FigureRole, measure: str) -> None:
    words = read_role(before, "percent")
    assert (words.role, words.measure) == (role, measure)


@pytest.mark.parametrize("before", NO_RATES)
def test_percentages_of_something_else(before: str) -> None:
    assert read_role(before, "percent").role is FigureRole.OTHER


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("預算分配數", "allotted"),
        ("全年預算數", "planned"),
        ("年度目標值", "target"),
        ("歲入總額", ""),
        ("員額", ""),
    ],
)
def test_measure(words: str, measure: str) -> None:
    assert measure_of(words) == measure


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("金額預期", True),
        ("原訂辦理", True),
        ("年度目標", True),
        ("預定培訓", True),
        ("預算數", False),
        ("工程經費", False),
        ("核定", False),
        ("實際", False),
        ("完成", False),
    ],
)
def test_what_was_set_is_exact(before: str, wanted: bool) -> None:
    assert is_set(read_role(before, "number")) is wanted


PLANNED_SHARES = [
    ("，目標", True),
    ("年度目標成立率", True),
    ("目標訂為", True),
    ("預計達成", True),
    ("目標達成率", False),
    ("年度目標執行率", False),
    ("預計達成率", False),
    ("占", False),
    ("滿意度", False),
]


@pytest.mark.parametrize(("before", "wanted"), PLANNED_SHARES)
def test_planned_shares(before: str, wanted: bool) -> None:
    assert (read_role(before, "percent").role is FigureRole.PLANNED) is wanted


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("，達", True),
        ("，達目標值", True),
        ("，達成預算", True),
        ("，達目標值之", False),
        ("，達成率", False),
        ("滿意度達", False),
        ("，為", False),
    ],
)
def test_what_may_be_a_plan_itself(before: str, wanted: bool) -> None:
    assert is_said_barely(before) is wanted
