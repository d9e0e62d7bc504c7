"""Which figures a rate of a plan is of, and whether it can be of no others."""

from __future__ import annotations

import pytest

from tests.rows.running_text.told import Told, rates, told

BOUND = [
    "歲出預算數50千元，決算數48千元，執行率96%。",
    "預算數50千元，決算數48千元，合計執行率96%。",
    "預算數50千元，實現數40千元、保留數8千元，合計執行率96%。",
    "分配數50千元，實支數48千元，占分配數96%。",
    "全年預算數90千元，分配數50千元，執行48千元，占分配數96%。",
    "預算數50千元，決算數48千元，賸餘2千元，執行率96%。",
    "預算數50千元，決算數48千元，辦理說明會3場，執行率96%。",
    "歲出預算數50千元，決算數48千元，歲出執行率96%。",
    "執行率（48千元／50千元）96%。",
    "預算數3億2,000萬餘元，決算數3億餘元，執行率93.8%。",
]
OPEN = [
    pytest.param("預算數50千元，決算數48千元，資本門執行率96%。", id="a rate of another name"),
    pytest.param("預算數50千元，其中工程40千元，決算數48千元，執行率96%。", id="another sum"),
    pytest.param("預算數50千元，修正後預算數60千元，決算數48千元，執行率96%。", id="two plans"),
    pytest.param("預算數50千元，實現數40千元、保留數8千元，執行率96%。", id="kept, not summed up"),
    pytest.param("預算數50千元，決算數48千元，實支數45千元，執行率96%。", id="two results"),
    pytest.param("預定訓練50人，實際48人，達成率96%。", id="not named outright"),
    pytest.param("預算數50千元，決算數48千元，執行率約96%。", id="about"),
    pytest.param("預算數50千元，決算數48千元，執行率95%以上。", id="at least"),
    pytest.param("預算數50千元。執行率96%。", id="nothing reached"),
    pytest.param("預算數50千元，決算數48人，執行率96%。", id="unlike units"),
    pytest.param("歲入預算數50千元，決算數48千元，執行率96%，執行率95%。", id="used up"),
]


@pytest.mark.parametrize("text", BOUND)
def test_bound(text: str) -> None:
    assert rates(text)[-1].bound


@pytest.mark.parametrize("text", OPEN)
def test_open(text: str) -> None:
    assert not rates(text)[-1].bound


SUMMED_UP = [
    ("預算數100千元，實支數70千元，應付數5千元，保留數15千元，合計90千元，執行率90%。", True),
    ("預算數100千元，實支數70千元，應付數5千元，預付9千元，合計84千元，執行率84%。", True),
    ("預算數100千元，實支數70千元，應付數5千元，合計90千元，執行率90%。", False),
]
"""A printed sum is what was reached where its parts make it."""


@pytest.mark.parametrize(("text", "sums_up"), SUMMED_UP)
def test_summed_up(text: str, sums_up: bool) -> None:
    (rate,) = rates(text)
    assert rate.bound is sums_up
    assert (len(rate.parts) == 1) is sums_up


UNNAMED_PLANS: list[tuple[str, Told]] = [
    ("籌組60個，實際成立63個，達成率105%。", ("105%", "60個", ("63個",))),
    ("辦理籌組60個，實際成立63個，達成率105%。", ("105%", "60個", ("63個",))),
    ("改善50公頃，實際改善46.5公頃，達成率93%。", ("93%", "50公頃", ("46.5公頃",))),
    ("補助60案，已完成54案，完成率90%。", ("90%", "60案", ("54案",))),
    ("訪視80案，籌組60個，實際成立63案，達成率105%。", ("105%", "80案", ("63案",))),
    ("訪視80個，籌組60個，實際成立63個，達成率105%。", ("105%", "", ("63個",))),
    ("較去年60個，實際成立63個，達成率105%。", ("105%", "", ("63個",))),
    ("籌組60個。實際成立63個，達成率105%。", ("105%", "", ("63個",))),
    ("實際成立63個，其中南部60個，達成率105%。", ("105%", "", ("63個",))),
]
"""Where no word names a plan, the only other figure may be it, and nothing is an error."""


@pytest.mark.parametrize(("text", "wanted"), UNNAMED_PLANS)
def test_unnamed_plans(text: str, wanted: Told) -> None:
    assert told(text) == [wanted]
    assert not rates(text)[0].bound
    assert not rates(text)[0].likely


def test_sums() -> None:
    text = "預算數100千元，實現數70千元、應付保留數20千元，合計執行率90%。"
    assert told(text) == [("90%", "100千元", ("70千元", "20千元"))]


def test_rivals_are_other_pairs_of_one_kind() -> None:
    (rate,) = rates("預算數90千元，分配數50千元，參加3場，實支數48千元，執行率96%。")
    pairs = {(a.quantity.text, b.quantity.text) for a, b in rate.rivals}
    assert pairs == {("90千元", "48千元")}


def test_a_long_paragraph_is_read_in_time() -> None:
    text = "預算數50千元，決算數48千元，執行率96%，" * 2000
    assert len(told(text)) == 2000


OWN_SENTENCE: list[tuple[str, Told, bool]] = [
    (
        "應檢30人，完成24人；抽籤目標20人，完成抽籤22人，達成率110%。",
        ("110%", "20人", ("22人",)),
        True,
    ),
    (
        "甲預算數40千元；乙預算數20千元，決算數22千元，執行率110%。",
        ("110%", "20千元", ("22千元",)),
        True,
    ),
    ("應檢30人，完成33人；抽籤目標20人，達成率110%。", ("110%", "20人", ("33人",)), False),
]
"""What stands in the sentence of a rate goes before what stands in others, but then nothing is an error."""


@pytest.mark.parametrize(("text", "wanted", "likely"), OWN_SENTENCE)
def test_own_sentence(text: str, wanted: Told, likely: bool) -> None:
    (rate,) = rates(text)
    assert told(text) == [wanted]
    assert (rate.likely, rate.bound) == (likely, False)


LEFT_OVER: list[tuple[str, Told, bool]] = [
    (
        "預計查核非營業特種基金40單位，實際查核36單位，達成率90%，餘4單位併入下年度。",
        ("90%", "40單位", ("36單位",)),
        True,
    ),
    ("預計查核40單位，實際36單位，餘4單位，達成率90%。", ("90%", "40單位", ("36單位",)), True),
    (
        "預計查核40單位，實際36單位，其餘4單位未辦，達成率90%。",
        ("90%", "40單位", ("36單位",)),
        True,
    ),
    ("預計查核40單位，實際36單位，另4單位，達成率90%。", ("90%", "40單位", ("36單位",)), False),
    (
        "預計查核40單位，原訂45單位，實際36單位，達成率90%。",
        ("90%", "45單位", ("36單位",)),
        False,
    ),
    (
        "預計於年底前完成辦理機關員工線上學習系統訓練40班，實際36班，達成率90%。",
        ("90%", "40班", ("36班",)),
        False,
    ),
    ("業餘團體預計40隊，盈餘36隊，達成率90%。", ("90%", "40隊", ("36隊",)), True),
]
"""What is left over is no rival of what was reached; the words of a plan may be long, but not without end."""


@pytest.mark.parametrize(("text", "wanted", "likely"), LEFT_OVER)
def test_left_over(text: str, wanted: Told, likely: bool) -> None:
    (rate,) = rates(text)
    assert told(text) == [wanted]
    assert (rate.likely, rate.bound) == (likely, False)


def test_a_sum_goes_over_sentences() -> None:
    text = "甲預算數40千元，決算數30千元；乙預算數20千元，決算數22千元，合計執行率86.7%。"
    assert not rates(text)[-1].bound
