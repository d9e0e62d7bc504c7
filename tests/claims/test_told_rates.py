"""Rates of running text, judged: an error needs figures that words name and bind to the rate."""

from __future__ import annotations

import pytest

from pipeline.checks import Check, judge_rows
from pipeline.records import Line, Paragraph, Place, Row
from pipeline.rows.running_text.rate_rows import read_running_text


def judged(text: str, *above: str) -> list[Check]:
    lines = [Line(one, 1, at, at, ends=True) for at, one in enumerate((*above, text), start=1)]
    rows = read_running_text(lines, [], beside_tables=False).rows
    _, checks = judge_rows(rows, 115)
    return list(checks)


FOLLOWS = [
    ("預算數50千元，決算數48千元，執行率96%。", "48000 / 50000 * 100"),
    ("預算數50千元，決算數42.5千元，執行率85.0%。", "42500 / 50000 * 100"),
    ("預算數50千元，實現數40千元、保留數8千元，執行率96%。", "48000 / 50000 * 100"),
    ("預算數50千元，實現數40千元、保留數8千元，執行率80%。", "40000 / 50000 * 100"),
    ("預算數3億餘元，決算數2億9,000萬餘元，執行率94%。", "290000000 / 300000000 * 100"),
    ("預算數90千元，分配數50千元，實支數48千元，執行率53.33%。", "48000 / 90000 * 100"),
    ("平均等候天數由10天降至8天，減少20%。", "(10 - 8) / 10 * 100"),
    ("預算數55千元，較上年度預算數50千元，增加5千元，增幅10%。", "(55000 - 50000) / 50000 * 100"),
    ("本年度預算數55千元，較上年度增加5千元，約10.0%。", "(55000 - 50000) / 50000 * 100"),
    ("目標值40日，實際值30日，達成率75%。", "30 / 40 * 100"),
    ("目標值10日，實際值8日，達成率125%。", "10 / 8 * 100"),
    ("預算數35千元，決算數62千元，執行率175.83%。", "62000 / 35000 * 100"),
    ("預算數100元，其中資本門60元，決算數50元，執行率83.33%。", "50 / 60 * 100"),
    ("抽驗50件，不合格2件，合格率96%。", "48 / 50 * 100"),
    ("抽驗50件，合格48件，不合格率4%。", "2 / 50 * 100"),
    ("預算數500元，決算數450元，較上年度決算數400元增加，執行率90.0%。", "450 / 500 * 100"),
]
ACCUSED = [
    ("預算數50千元，決算數48千元，執行率86%。", "R101"),
    ("預算數50千元，決算數48千元，執行率9.6%。", "R103"),
    ("預算數50千元，決算數48千元，執行率120%。", "R102"),
    ("預算數5,000元，決算數4,800元，執行率96.5%。", "R101"),
    ("分配數5,000元，實支數4,800元，占分配數97.5%。", "R101"),
    ("目標值50人，實際值48人，達成率91%。", "R101"),
    ("預算數50千元，實現數40千元、保留數8千元，合計執行率91%。", "R101"),
    ("預算數55千元，較上年度預算數50千元，增加5千元，增幅12.5%。", "R101"),
    ("預算數50千元，決算數48千元。辦理會議12場。執行率91%。", "R101"),
]
TURNED = [
    "預算數50千元，決算數48千元，執行率104.2%。",
    "預計查核非營業特種基金50單位，實際查核48單位，達成率104.2%，餘2單位併入下年度。",
]
LOWER = [
    "公車誤點率（目標6.5%、實際6.2%、達成率104.8%）。",
    "（三）就展品損壞件數而言，目標設定為5件，執行結果為4件，達成率125%。",
    "113年度遲延案件數目標值為46件，實際達成48件，達成率95.8%。",
    "債務付息支出原訂21.14億元，實際20.03億元，達成率105.5%。",
    "經統計登記錯誤件數為18件，達年度設定目標值14件，達成率為77.78%。",
    "預計詐欺犯罪發生件數1,040件，實際執行731件，達成率計為142.27%。",
    "目標達成率98%：公文逾期率目標4.03%，實際4.11%。",
    "依第3次會議決議辦理失業率，目標4.2%，完成4.4%，達成率95.5%。",
    "盜伐案件預計8件，已完成7件（達成率114%）。",
    "輕症人次目標值49人次以下，實際值59人次，達成率83.1%。",
]
NOT_LOWER = [
    "為降低死亡人數，宣導目標46場，實際48場，達成率95.8%。",
    "查緝走私目標46件，實際48件，達成率95.8%。",
    "宣導場次（目標65場、實際62場、達成率104.8%）。",
]


@pytest.mark.parametrize("text", LOWER)
def test_lower_is_better_by_the_words_of_the_sentence(text: str) -> None:
    (check,) = judged(text)
    assert (check.claim.lower, str(check.verdict)) == (True, "consistent")


@pytest.mark.parametrize("text", NOT_LOWER)
def test_lower_is_not_better_by_any_word(text: str) -> None:
    (check,) = judged(text)
    assert (check.claim.lower, str(check.verdict)) == (False, "inconsistent")


LED_TO = [
    pytest.param("巡迴34校，超越年度目標30校，達成率131.3%。", id="told before its target"),
    pytest.param("合格率88%，目標值為80%，達成率101%。", id="shares"),
    pytest.param("據點設置66處，占年度目標60處之101%。", id="the plan in its own words"),
    pytest.param("增加收入預期5億元，實際6億1,380萬元，達成率127.2%。", id="what was set is exact"),
    pytest.param("應檢30人，完成24人；抽籤目標20人，完成22人，達成率120%。", id="its own sentence"),
    pytest.param("訓練原定80人次，實際84人次，達成率110%。", id="originally set"),
    pytest.param("預定辦理20人，實際辦理24人，執行率125%。", id="done in fact"),
    pytest.param("目標值50場次，已辦理55場次，達成率120%。", id="already held"),
    pytest.param("抽驗50件，不合格2件，合格率86%。", id="what is left"),
    pytest.param("實際辦理55場，為年度目標（50場）之120%。", id="a plan in brackets"),
    pytest.param("預定辦理50場，實際辦理55場，目標達成情形為120%。", id="how far the goal was met"),
    pytest.param(
        "預計查核50單位，實際查核45單位，達成率80%，餘5單位停辦。", id="what is left over"
    ),
    pytest.param("申訴50件，其中不宜內容20件，占45%。", id="a share of a part"),
]
LEFT_OPEN = [
    pytest.param("受理62件、立案44件，目標40件，達成率120%。", id="two before the target"),
    pytest.param("收件40件，申訴50件，其中不宜內容20件，占45%。", id="two wholes of a share"),
    pytest.param("上年度辦理44件，目標40件，達成率120%。", id="reached last year"),
    pytest.param("完成率88%，滿意度70%，目標80%，達成率120%。", id="two shares"),
    pytest.param("其中北部44場，目標40場，達成率120%。", id="a part alone"),
    pytest.param("培訓44人，目標40班，達成率120%。", id="another kind"),
    pytest.param("訓練80人次，實際84人次，執行率86%。", id="it may be that of money"),
    pytest.param("預算數50千元，決算數48千元，資本門執行率86%。", id="a rate of another name"),
    pytest.param("預算數50千元，決算數48千元，執行率約86%。", id="about"),
    pytest.param(
        "預算數50千元，追加4千元，決算數48千元，其中人事費20千元，實支數9千元，執行率86%。",
        id="several figures",
    ),
    pytest.param("預算數500元，減列50元，決算數450元，執行率100%。", id="the plan was cut"),
    pytest.param("歲入預算數500元，決算數450元，執行率90%。歲出執行率75%。", id="named anew"),
    pytest.param("平均等候天數由10天降至8天，減少25%。", id="from and to"),
    pytest.param("支出共500千元：甲項120千元，占26%。", id="share of a sum"),
    pytest.param("決算數5,500元，較預算數5,000元增加12%。", id="no difference beside it"),
    pytest.param("預算數50千元，執行率86%。", id="nothing reached"),
    pytest.param("歲出執行率達98.2%。", id="no figure"),
    pytest.param("決算數55千元，較上年度決算數增加5%。", id="compared with what is not printed"),
]


@pytest.mark.parametrize(("text", "formula"), FOLLOWS)
def test_follows(text: str, formula: str) -> None:
    (check,) = judged(text)
    assert (check.verdict, check.level, check.formula) == ("consistent", "none", formula)


@pytest.mark.parametrize(("text", "code"), ACCUSED)
def test_accused(text: str, code: str) -> None:
    (check,) = judged(text)
    assert check.finding is not None
    assert (check.verdict, check.level, check.finding.code) == ("inconsistent", "error", code)


@pytest.mark.parametrize("text", TURNED)
def test_turned_round_is_a_warning(text: str) -> None:
    (check,) = judged(text)
    assert check.finding is not None
    assert (check.level, check.finding.code) == ("warning", "R105")


@pytest.mark.parametrize("text", LED_TO)
def test_a_person_must_look_where_words_lead_to_two_figures_alone(text: str) -> None:
    check = judged(text)[-1]
    assert (check.verdict, check.level) == ("inconsistent", "warning")


@pytest.mark.parametrize("text", LEFT_OPEN)
def test_left_open(text: str) -> None:
    check = judged(text)[-1]
    assert (check.verdict, check.level) == ("unverifiable", "none")


def test_two_figures_are_shown_of_each_kind() -> None:
    text = "支出共500千元：甲項120千元，占24%。預算數55千元，較上年度預算數50千元，增加5千元，增幅10%。"
    shown = [(c.claim.kind, c.target, c.actual, c.unit) for c in judged(text)]
    values = [
        (kind, t and int(t.quantity.value), a and int(a.quantity.value), unit)
        for kind, t, a, unit in shown
    ]
    assert values == [("ratio", 500000, 120000, "元"), ("growth", 50000, 55000, "元")]


@pytest.mark.parametrize(
    ("text", "above", "period"),
    [
        ("預算數50千元，決算數48千元，執行率96%。", "一、前年度概況", 113),
        ("預算數50千元，截至114年6月底實支數48千元，執行率96%。", "一、前年度概況", 114),
        ("預算數50千元，決算數48千元，執行率96%。", "一、112年度決算", 112),
        ("預算數50千元，決算數48千元，執行率96%。", "一、概況", None),
    ],
)
def test_period(text: str, above: str, period: int | None) -> None:
    (check,) = judged(text, above)
    assert check.claim.period == period


def test_a_label_from_the_heading_where_the_sentence_has_none() -> None:
    (check,) = judged("歲出：預算數50千元，決算數48千元，執行率96%。", "一、前年度概況")
    assert (check.claim.label, check.claim.stated and check.claim.stated.place.top) == ("歲出", 2)


IN_CELLS = [
    ("實際執行數48千元，占預算分配數50千元之96%。", [("96", "ratio", "consistent")]),
    ("實際執行數48千元，占預算分配數50千元之86%。", [("86", "ratio", "inconsistent")]),
    ("實際執行數48千元，占預算分配數96%。", []),
    ("參加者女性48人，占96%。", []),
    ("辦理3場，占年度目標4場之75%，另占其他場次50%。", []),
]


@pytest.mark.parametrize(("text", "wanted"), IN_CELLS)
def test_shares_in_the_analysis_of_a_table(text: str, wanted: list[tuple[str, str, str]]) -> None:
    paragraph = Paragraph(text, (Line(text, 1, 1, 1),))
    target = Paragraph("全年預算數90千元", (Line("全年預算數90千元", 1, 1, 1),))
    row = Row(
        1, None, {"target": (target,), "analysis": (paragraph,)}, (Place(1, None, 1, None, 1),)
    )
    _, checks = judge_rows([row], 115)
    told = [
        (str(c.claim.stated.quantity.value), str(c.claim.kind), str(c.verdict))
        for c in checks
        if c.claim.stated
    ]
    assert told == wanted
