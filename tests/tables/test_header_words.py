"""Header words to roles: wrapped, spaced, dated, bracketed; and words that give no role."""

from __future__ import annotations

import time

import pytest

from pipeline.tables import header_words

SEEN_IN_REPORTS = [
    pytest.param("年度績效目標", "goal", id="goal of the year"),
    pytest.param("關鍵策略目標", "goal", id="key goal"),
    pytest.param("業務計畫", "goal", id="business plan"),
    pytest.param("衡量指標", "indicator", id="indicator"),
    pytest.param("績效衡量指標", "indicator", id="performance indicator"),
    pytest.param("考成項目", "indicator", id="item assessed"),
    pytest.param("權重(%)", "weight", id="weight with per cent"),
    pytest.param("權重（％）", "weight", id="weight, full width"),
    pytest.param("配分%", "weight", id="points with per cent"),
    pytest.param("評分說明", "standard", id="standard"),
    pytest.param("原定目標值", "target", id="target"),
    pytest.param("103年年度目標值", "target", id="target with year"),
    pytest.param("預定進度", "target", id="planned progress"),
    pytest.param("年度實際值", "actual", id="actual"),
    pytest.param("實際執行成果", "actual", id="results"),
    pytest.param("達成度(%)", "rate", id="rate with unit"),
    pytest.param("目標達成率", "rate", id="rate"),
    pytest.param("績效衡量暨達成情形分析", "analysis", id="analysis"),
    pytest.param("自我評估報告", "analysis", id="own report"),
    pytest.param("初核結果", "review", id="first review"),
    pytest.param("複核", "review", id="second review"),
]
MADE_UP = [
    pytest.param("預期目標", "target", id="expected target"),
    pytest.param("年度預定目標值", "target", id="planned target"),
    pytest.param("實際達成數", "actual", id="number reached"),
    pytest.param("年度執行結果", "actual", id="outcome"),
    pytest.param("達成百分比", "rate", id="per cent reached"),
    pytest.param("評核指標", "indicator", id="indicator assessed"),
    pytest.param("未達成原因說明", "analysis", id="reasons"),
    pytest.param("比重(%)", "weight", id="share"),
    pytest.param("原定目\n標值", "target", id="wrapped"),
    pytest.param("衡　量　指　標", "indicator", id="letter-spaced, full-width spaces"),
    pytest.param("達 成 率", "rate", id="letter-spaced"),
    pytest.param(" 績效衡量暨\n 達成情形\n 分析 ", "analysis", id="wrapped twice, padded"),
    pytest.param("105年度目標值(A)", "target", id="year and letter"),
    pytest.param("１０５年度實際值（Ｂ）", "actual", id="full-width year and letter"),
    pytest.param("民國105年度目標值", "target", id="year with its era"),
    pytest.param("中華民國105年度目標值", "target", id="year with its era in full"),
    pytest.param("一○五年度目標值", "target", id="year in Chinese digits"),
    pytest.param("前（112）年度實際值", "actual", id="year in brackets"),
    pytest.param("年度目標值（單位：人次）", "target", id="unit in brackets"),
    pytest.param("達成率(%)(B/A)", "rate", id="two brackets"),
    pytest.param("達成率：", "rate", id="colon"),
    pytest.param("*達成率", "rate", id="footnote mark"),
    pytest.param("本局年度績效目標", "goal", id="longer, same ending"),
    pytest.param("各單位關鍵績效指標", "indicator", id="longer, the longest ending counts"),
]
NO_ROLE = [
    pytest.param("", id="empty"),
    pytest.param("105年度", id="a year alone"),
    pytest.param("承辦人", id="person in charge"),
    pytest.param("備註", id="remarks"),
    pytest.param("年度績效目標暨衡量指標之關聯性", id="header words in a longer phrase"),
    pytest.param("補充說明", id="a short word ends many others"),
    pytest.param("計算公式", id="another short ending"),
    pytest.param("本年度各項工作均已達到原先所定之目標值", id="a sentence that ends alike"),
    pytest.param("目標", id="half a word"),
    pytest.param("(%)", id="brackets alone"),
    pytest.param("8,050人", id="a figure"),
]


@pytest.mark.parametrize(("header", "role"), SEEN_IN_REPORTS + MADE_UP)
def test_role(header: str, role: str) -> None:
    assert header_words.column_role(header) == role


@pytest.mark.parametrize("header", NO_ROLE)
def test_no_role(header: str) -> None:
    assert header_words.column_role(header) is None


YEARS = [
    pytest.param("104年度實際值", 104, id="year"),
    pytest.param("前（112）年度實際值", 112, id="year in brackets"),
    pytest.param("１０５年目標值", 105, id="full width"),
    pytest.param("99 年度目標值", 99, id="two digits"),
    pytest.param("原定目標值", None, id="none"),
    pytest.param("權重(25)", None, id="a weight is no year"),
]


@pytest.mark.parametrize(("header", "year"), YEARS)
def test_year(header: str, year: int | None) -> None:
    assert header_words.header_year(header) == year


RUNS = [
    pytest.param(
        "年度績效目標衡量指標原定目標值績效衡量暨達成情形分析",
        ("goal", "indicator", "target", "analysis"),
        id="four columns",
    ),
    pytest.param(
        "策略績效目標績效指標105年度目標值辦理情形",
        ("goal", "indicator", "target", "analysis"),
        id="with a year",
    ),
    pytest.param(
        "施政目標評估指標權重(%)年度目標值（單位：人）實際值(B)達成率％",
        ("goal", "indicator", "weight", "target", "actual", "rate"),
        id="with brackets and marks",
    ),
    pytest.param("年度目標目標值", ("goal", "target"), id="a short word before a longer one"),
    pytest.param("目標達成率", ("rate",), id="one word, not two"),
    pytest.param("", (), id="empty"),
]
NOT_RUNS = [
    pytest.param("年度績效目標衡量指標原定目", id="cut off"),
    pytest.param("年度績效目標之衡量指標", id="a word between"),
    pytest.param("年度績效目標(1)", id="a number in brackets"),
    pytest.param("衡量指標105年度", id="a year with nothing behind"),
    pytest.param("一、衡量指標", id="a list number in front"),
]


@pytest.mark.parametrize(("text", "roles"), RUNS)
def test_run(text: str, roles: tuple[str, ...]) -> None:
    assert header_words.split_header(text) == roles
    assert all(header_words.begins_header(text[:end]) for end in range(len(text) + 1))


@pytest.mark.parametrize("text", NOT_RUNS)
def test_not_a_run(text: str) -> None:
    assert header_words.split_header(text) is None


NOT_BEGUN = [
    pytest.param("年度績效目標之", id="goes on otherwise"),
    pytest.param("年度績效目標衡量指標一、", id="the first row"),
    pytest.param("105年1月", id="a date"),
    pytest.param("(一)", id="a list number"),
]


@pytest.mark.parametrize("text", NOT_BEGUN)
def test_not_begun(text: str) -> None:
    assert not header_words.begins_header(text)


HEADERS = [
    pytest.param(["goal", "indicator", "target", "analysis"], id="prose"),
    pytest.param(["indicator", "target", "actual", "rate"], id="columns without a goal"),
    pytest.param(["goal", None, "rate"], id="an unknown column"),
]
NOT_HEADERS = [
    pytest.param([], id="nothing"),
    pytest.param([None, None], id="unknown words"),
    pytest.param(["goal", "indicator"], id="nothing to be reached"),
    pytest.param(["target", "actual", "rate"], id="nothing that is measured"),
    pytest.param(["analysis", None, None], id="one word of many tables"),
]


@pytest.mark.parametrize("roles", HEADERS)
def test_header(roles: list[str | None]) -> None:
    assert header_words.is_header(roles)


@pytest.mark.parametrize("roles", NOT_HEADERS)
def test_not_a_header(roles: list[str | None]) -> None:
    assert not header_words.is_header(roles)


SECTIONS = [
    pytest.param("衡量標準", "standard", id="standard"),
    pytest.param("辦 理 情 形", "progress", id="letter-spaced"),
    pytest.param("年度目標值及達成率：", "result", id="with a colon"),
    pytest.param("105年度目標值及達成率", "result", id="with a year"),
    pytest.param("效益(質化)", "benefit", id="with brackets"),
    pytest.param("未達成原因分析", "outlook", id="outlook"),
]
NO_SECTIONS = [
    pytest.param("", id="empty"),
    pytest.param("達成率說明會", id="begins alike"),
    pytest.param("加強辦理情形", id="ends alike"),
    pytest.param("本局全年共辦理說明會", id="a sentence"),
    pytest.param("達成率100%", id="a rate"),
]


@pytest.mark.parametrize(("title", "section"), SECTIONS)
def test_section(title: str, section: str) -> None:
    assert header_words.section_role(title) == section


@pytest.mark.parametrize("title", NO_SECTIONS)
def test_no_section(title: str) -> None:
    assert header_words.section_role(title) is None


SHAPES = [
    pytest.param(["goal", "indicator", "target", "analysis"], "prose", id="rates told in text"),
    pytest.param(["indicator", "target", "actual", "rate"], "columns", id="rates in a column"),
    pytest.param(["goal", "target", "rate", "analysis"], "columns", id="both"),
]


@pytest.mark.parametrize(("roles", "shape"), SHAPES)
def test_shape(roles: list[str], shape: str) -> None:
    assert header_words.layout_name(roles) == shape


UNITS = [
    pytest.param("預算執行情形（單位：新臺幣千元）預算數", "千元", id="a currency"),
    pytest.param("原訂目標值(單位：場次)", "場次", id="said"),
    pytest.param("目標值（萬人次）", "萬人次", id="scale and counter"),
    pytest.param("達成度（％）", "%", id="per cent"),
    pytest.param("目標值(A)", "", id="a letter"),
    pytest.param("實際值（105年）", "", id="a year"),
    pytest.param("目標值", "", id="no brackets"),
]


@pytest.mark.parametrize(("header", "unit"), UNITS)
def test_unit(header: str, unit: str) -> None:
    assert header_words.header_unit(header) == unit


SHARED = [
    pytest.param("績效目標及衡量指標", ("goal", "indicator"), id="two"),
    pytest.param("目標值／實際值／達成率", ("target", "actual", "rate"), id="three"),
    pytest.param("績效衡量暨達成情形分析", (), id="one word with an and in it"),
    pytest.param("衡量指標", (), id="one"),
]


@pytest.mark.parametrize(("header", "roles"), SHARED)
def test_shared(header: str, roles: tuple[str, ...]) -> None:
    assert header_words.shared_roles(header) == roles


def test_half_of_the_columns_are_known() -> None:
    assert header_words.mostly_known(["goal", None])
    assert not header_words.mostly_known(["goal", None, None])


AMBIGUOUS = "達成情形說明"  # one word, or two


@pytest.mark.parametrize("count", [1, 30, 3_000])
def test_long_runs_end_soon(count: int) -> None:
    run = AMBIGUOUS * count
    start = time.process_time()
    assert header_words.split_header(run) == ("analysis",) * count
    assert header_words.split_header(f"{run}之") is None
    assert not header_words.begins_header(f"{AMBIGUOUS * min(count, 300)}之")
    assert time.process_time() - start < 10
