"""Which figure of the analysis was reached in an item, in rows of several and without a target."""

import pytest

from tests.typed_rows import judged

GROWN = (
    "二、辦理情形：\n(一)合格張數105年為3,789張，104年為3,620張。"
    "\n(二)徵才場次105年為388場次，104年為352場次。"
    "\n三、年度目標值及達成率："
    "\n(一)合格張數成長率【(3,789張-3,620張)/3,620張】×100％=4.67%，已達較104年提升3％之目標。"
    "\n(二)徵才場次成長率【(388場次-352場次)/352場次】×100％=10.23%，已達較104年提升5％之目標。"
)
ASIDE = (
    "二、辦理情形：網頁瀏覽量以7月及8月最為集中，合計占全年62.5%。\n三、年度目標值及達成率："
    "\n(一)預算執行率目標值91%以上，實際完成84.72%，達成率93.1%。"
    "\n(二)收回面積目標值4.0公頃，實際完成5.09公頃，達成率127.3%。"
)
UNSET = (
    "二、辦理情形：\n(一)合格率105年度計93.9%。\n(二)罰鍰金額105年度計8,913千元。"
    "\n三、年度目標值及達成率：\n(一)合格率目標值90.5%，達成率104%。"
    "\n(二)罰鍰金額本年度未訂目標值。"
)
CASES = [
    pytest.param("1. 3%\n2. 5%", "1.合格張數較104年提升3%\n2.徵才場次較104年提升5%", GROWN,
                 ["3789 張 3620", "388 場次 352"], id="two-growth-targets"),
    pytest.param("1.至少91%\n2. 4.0公頃", "1.預算執行率\n2.收回面積", ASIDE,
                 ["84.72 %", "5.09 公頃"], id="a-share-in-passing-before-the-list"),
    pytest.param("1.90.5%\n2.-", "1.合格率\n2.罰鍰金額", UNSET,
                 ["93.9 %", "8913000 元"], id="no-target"),
    pytest.param("無", "接種劑數", "接種劑數本年度未訂目標值，接種劑數105年度計289,250劑。",
                 ["289250 劑"], id="no-target-and-one-item"),
    pytest.param("無", "接種劑數", "本年度未訂目標值，另宣導120場，補助經費3,000元。",
                 [""], id="no-target-and-other-figures"),
    pytest.param("無", "接種劑數", "接種劑數上半年100劑。接種劑數下半年120劑。",
                 [""], id="no-target-and-two-figures"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "indicator", "analysis", "expected"), CASES)
def test_what_was_reached(target: str, indicator: str, analysis: str, expected: list[str]) -> None:
    items, _ = judged(target, analysis, indicator)
    assert [
        " ".join(
            part
            for figure in (item.actual, item.baseline)
            if figure
            for part in (
                f"{figure.quantity.value:f}",
                figure.quantity.unit if figure is item.actual else "",
            )
            if part
        )
        for item in items
    ] == expected


@pytest.mark.parametrize(
    ("indicator", "lower"),
    [
        ("同仁資安訓練時數", False),
        ("志工服務時數", False),
        ("平均處理時間", True),
        ("審查作業", True),
    ],
)
def test_hours_given_are_better_when_there_are_more(indicator: str, lower: bool) -> None:
    items, _ = judged("200小時", "完成210小時，達成率105%。", indicator)
    assert [item.lower for item in items] == [lower]
