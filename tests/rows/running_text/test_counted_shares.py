"""Figures of a paragraph -> the shares of counts whose part and whole are printed with them."""

from __future__ import annotations

import pytest

from tests.rows.running_text.told import rates, told

CERTAIN = [
    ("抽驗50件，合格48件，合格率96%。", "48件", "50件"),
    ("抽驗50件，不合格2件，不合格率4%。", "2件", "50件"),
    ("抽驗50件，合格48件、不合格2件，不合格率4%。", "2件", "50件"),
    ("檢驗50件，48件合格，合格率為96%。", "48件", "50件"),
    ("應受檢50人，實際受檢48人，受檢率96%。", "48人", "50人"),
    ("受理50件，如期結案48件，結案率達96%。", "48件", "50件"),
    ("參訓50人，結訓48人，結訓率96%。", "48人", "50人"),
    ("求職50人，媒合40人，媒合率約80.0%。", "40人", "50人"),
    ("核定40件，占申請件數50件之80%。", "40件", "50件"),
    ("跨區收件40件，占全部收件50件的80%。", "40件", "50件"),
    ("繳納4千元，占資本門預算數5千元之80%。", "4千元", "5千元"),
    ("抽驗結果合格率96%（抽驗50件，合格48件）。", "48件", "50件"),
    ("全年申訴50件，其中不宜內容20件，占40%。", "20件", "50件"),
    ("說明會50場（其中線上20場，占40%）。", "20場", "50場"),
]
UNCERTAIN = [
    ("在隊50人，服勤達標40人，達標率80%。", "40人", "50人"),
    ("訪視50家，限期改善18家，改善率90%。", "18家", "50家"),
    ("訪視50家，違規20家，限期改善18家，改善率90%。", "18家", "20家"),
    ("採樣50點；超標2點，超標率4%。", "2點", "50點"),
    ("開放60席，查核50席，裁罰2席，占查核席數之4%。", "2席", "50席"),
    ("目標50人，實際領用45人，領用率90%。", "45人", "50人"),
    ("計畫60件，實際抽驗50件，合格48件，合格率96%。", "48件", "50件"),
    ("收件40件，另申訴50件，其中不宜內容20件，占50%。", "20件", "50件"),
    ("報名50人，其中申請複審20人，通過18人，通過率90%。", "18人", "20人"),
]
"""The rate may follow, but where it does not nobody is blamed."""
NOT_TOLD = [
    pytest.param("合格48件，合格率96%。", id="no whole"),
    pytest.param("合格48件，不合格2件，合格率96%。", id="two parts"),
    pytest.param("合格2件，不合格48件，合格率4%。", id="two parts, the other larger"),
    pytest.param("抽驗50件，合格率96%。", id="no part"),
    pytest.param("抽驗50件，合格48家，合格率96%。", id="unlike units"),
    pytest.param("上年度抽驗50件，合格48件，合格率96%。", id="another year"),
    pytest.param("抽驗50件。合格48件，合格率96%。", id="another sentence"),
    pytest.param("合格48件，較去年抽驗50件為少，合格率96%。", id="compared"),
    pytest.param("參訓50人，女性20人，出席率96%。", id="the name of no figure"),
    pytest.param("貸放50件，年利率1.5%，合計48件。", id="interest"),
    pytest.param("參訓50人，女性20人，占40%。", id="who took part"),
    pytest.param("委員50人，其中女性20人占40%。", id="who took part, without a comma"),
    pytest.param("實際辦理50件，其中甲20件，占40%。", id="a bare share of what was reached"),
    pytest.param("目標48件，受理50件，其中甲20件，占40%。", id="a bare share beside a plan"),
    pytest.param("申訴50件。其中不宜內容20件，占40%。", id="a bare share of another sentence"),
    pytest.param("申訴50件，不宜內容20件，占40%。", id="a bare share of what is called no part"),
    pytest.param("申訴50件，其中不宜內容20則，占40%。", id="a bare share of unlike units"),
    pytest.param("目標50件，其中不宜內容20件，占40%。", id="a bare share of a plan"),
    pytest.param("上年度申訴50件，其中不宜內容20件，占40%。", id="a bare share of another year"),
    pytest.param("申訴50件，其中不宜內容20件，占所有網站40%。", id="a share of something else"),
    pytest.param("合計90件，其中甲50件，其中乙20件，占40%。", id="a bare share of a part"),
    pytest.param("回收問卷50份，整體滿意度96%。", id="satisfaction"),
    pytest.param("抽驗50件，合格48件，較去年合格率95%以上。", id="at least"),
    pytest.param("合格48件，抽驗20件，合格率96%。", id="no larger figure"),
    pytest.param("抽驗50件，預計合格48件，合格件數成長96%。", id="growth"),
    pytest.param("支付2千元，占合併負債總額之7%。", id="a whole that is not printed"),
    pytest.param("資產50件，支付2件，占合併負債總額之4%。", id="a whole of another name"),
    pytest.param("抽驗50件，合格48件，合格率196%。", id="more than all"),
    pytest.param("抽驗50件合格48件合格率96%", id="a line of a table"),
    pytest.param("負債$ 230,279 $ 244,275總資產$ 463,932負債比率49.64%", id="a line of amounts"),
    pytest.param("抽驗500，合格480，合格率96%。", id="no units"),
    pytest.param("平均修復時效4.2小時，24小時內修復比率98.7%。", id="lengths of time"),
]


@pytest.mark.parametrize(("text", "part", "whole"), [*CERTAIN, *UNCERTAIN])
def test_told(text: str, part: str, whole: str) -> None:
    (found,) = told(text)
    assert found[1:] == (whole, (part,))


@pytest.mark.parametrize(
    ("text", "likely"),
    [*((case[0], True) for case in CERTAIN), *((case[0], False) for case in UNCERTAIN)],
)
def test_certainty(text: str, likely: bool) -> None:
    (rate,) = rates(text)
    assert (rate.likely, rate.bound) == (likely, False)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_not_told(text: str) -> None:
    assert told(text) == []


def test_labels() -> None:
    texts = ("抽驗50件，合格48件，合格率96%。", "核定40件，占申請件數50件之80%。")
    assert [rates(text)[0].label for text in texts] == ["合格率", "核定"]


LEFT = [
    ("抽驗50件，不合格2件，合格率96%。", "2件"),
    ("受理50件，未結案2件，結案率96%。", "2件"),
    ("應受檢50人，未受檢2人，受檢率96%。", "2人"),
    ("抽驗50件，合格48件，不合格率4%。", "48件"),
]
NOT_LEFT = [
    pytest.param("抽驗50件，不合格2件，複驗合格率96%。", id="a rate of what is left"),
    pytest.param("抽驗50件，不合格2件，未回覆3件，合格率90%。", id="two that are left"),
    pytest.param("在庫50件，不合格2件，合格率96%。", id="no word for the whole"),
    pytest.param("抽驗50件，不合格2家，合格率96%。", id="unlike units"),
    pytest.param("抽驗50件。不合格2件，合格率96%。", id="another sentence"),
    pytest.param("上年度抽驗50件，不合格2件，合格率96%。", id="another year"),
    pytest.param("不合格2件，抽驗50件，合格率96%。", id="the other way round"),
    pytest.param("不合格50件，複驗不合格2件，合格率96%。", id="of what is left itself"),
    pytest.param("抽驗50件不合格2件合格率96%", id="a line of a table"),
    pytest.param("抽驗50件，限期改善2件，合格率96%。", id="another word"),
]


@pytest.mark.parametrize(("text", "left"), LEFT)
def test_only_what_is_left(text: str, left: str) -> None:
    (rate,) = rates(text)
    assert rate.base is not None
    assert rate.difference is not None
    assert (rate.base.quantity.value, rate.difference.quantity.text) == (50, left)
    assert (rate.parts, rate.likely, rate.is_whole) == ((), True, True)


@pytest.mark.parametrize("text", NOT_LEFT)
def test_not_what_is_left(text: str) -> None:
    assert told(text) == []
