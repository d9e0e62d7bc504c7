"""Figures of a paragraph -> the changes told with them."""

from __future__ import annotations

import pytest

from tests.rows.running_text.told import Told, rates, told

TOLD: list[tuple[str, list[Told]]] = [
    (
        "預算編列55千元，較上年度預算數50千元，增加5千元，增幅10%。",
        [("10%", "50千元", ("55千元",))],
    ),
    (
        "租金收入決算數45千元，較預算數50千元，短收5千元，約10.0%。",
        [("約10.0%", "50千元", ("45千元",))],
    ),
    (
        "決算數55千元，較預算數50千元增10%；較去年同期60千元減8.33%。",
        [("10%", "50千元", ("55千元",)), ("8.33%", "60千元", ("55千元",))],
    ),
    ("預算數50千元，決算數55千元，較預算數增10%。", [("10%", "50千元", ("55千元",))]),
    ("平均等候天數由10天降至8天，減少20%。", [("20%", "10天", ("8天",))]),
    ("平均每案由40元降為30元，降幅25%。", [("25%", "40元", ("30元",))]),
    ("遊客55萬人次，較上年50萬人次成長10%。", [("10%", "50萬人次", ("55萬人次",))]),
    ("本年度預算數55千元，較上年度增加5千元，約10%。", [("約10%", "", ("55千元",))]),
    ("決算數55千元，較上年度決算數增加10%。", [("10%", "", ("55千元",))]),
    (
        "目標50人，實際55人，達成率110%，較上年50人成長10%。",
        [("110%", "50人", ("55人",)), ("10%", "50人", ("55人",))],
    ),
    (
        "補助由5次增至8次，全年55人次，較上年50人次增加5人次，增幅10%。",
        [("10%", "50人次", ("55人次",))],
    ),
]
NOT_TOLD = [
    "營收成長10%。",
    "滿意度較去年提升5%。",
    "綜合滿意度由85%提升至90%，成長5.88%。",
    "預計增加10%之服務量。",
    "公告地價調漲6.59%。",
    "物價指數較上年上漲2.1%。",
    "遊客55萬人次，較上年成長10%。",
    "薪資調增4%。",
    "降低失業率0.5%。",
    "預算數5千元，較上年度4千元，其中人事費增加12%。",
    "由各處室推薦，增加10%名額。",
    "辦理55人。較上年50人成長10%。",
    "由5次增至8次，較上年成長10%。",
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_told(text: str, wanted: list[Told]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize("text", NOT_TOLD)
def test_not_told(text: str) -> None:
    assert told(text) == []


FALLS = [
    ("決算數45千元，較預算數50千元，減少5千元，減幅10%。", True),
    ("平均等候天數由10天降至8天，減少20%。", True),
    ("收入45千元，較預算數50千元，短收5千元，約10%。", True),
    ("決算數55千元，較預算數50千元，增加5千元，增幅10%。", False),
    ("支出55千元，較預算數50千元，超支5千元，增加10%。", False),
]


@pytest.mark.parametrize(("text", "falls"), FALLS)
def test_falls(text: str, falls: bool) -> None:
    assert [rate.falls for rate in rates(text)] == [falls]


BOUND = [
    ("預算數55千元，較上年度預算數50千元，增加5千元，增幅12%。", True),
    ("決算數45千元，較預算數50千元，減少5千元，減幅12%。", True),
    ("預算數55千元，較上年度預算數50千元，增加6千元，增幅12%。", False),
    ("預算數55千元，較上年度預算數50千元，增幅12%。", False),
    ("平均等候天數由10天降至8天，減少25%。", False),
]


@pytest.mark.parametrize(("text", "bound"), BOUND)
def test_only_three_figures_that_agree_bind_a_rate(text: str, bound: bool) -> None:
    assert [rate.bound for rate in rates(text)] == [bound]
