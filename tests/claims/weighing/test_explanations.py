"""Stated rates -> their explanations, the weightiest first."""

from dataclasses import replace

import pytest

from pipeline.checks import judge_rows
from tests.typed_rows import judged, paragraphs, row

BEST = [
    pytest.param({"target": "1萬隻", "actual": "犬5,120隻、貓5,744隻，合計1萬864隻。", "rate": "108.6%"}, "10864 / 10000", id="the-total"),
    pytest.param({"target": "55.5萬趟次", "actual": "復康巴士150輛，服務57萬2,904趟次。", "rate": "103.2%"}, "572904 / 555000", id="the-unit"),
    pytest.param({"target": "98%", "actual": "通報1萬9,876件，處理1萬9,598件，處理率98.6%。", "rate": "100.6%"}, "98.6 / 98", id="the-share"),
    pytest.param({"target": "累計150處", "actual": "新增12處，累計158處，面積42公頃。", "rate": "105.3%"}, "158 / 150", id="cumulative"),
    pytest.param({"target": "58,000人", "actual": "54,216人", "rate": "93.48", "analysis": "參訓人數減少3,784人。"}, "54216 / 58000", id="the-column"),
    pytest.param({"target": "15案", "indicator": "農村再生計畫核定案數", "actual": "提案21案，核定14案。", "rate": "93.3%"}, "14 / 15", id="called-as-the-indicator"),
    pytest.param({"target": "40人", "analysis": "達成率110%。全年培訓44人。"}, "44 / 40", id="in-the-next-sentence"),
    pytest.param({"target": "45個品種", "actual": "現有品種46個，凍存精液3.8萬劑。", "rate": "102.2%"}, "46 / 45", id="what-is-counted-in-front"),
    pytest.param({"target": "3個據點", "actual": "培訓5個，設置3個據點。", "rate": "100%"}, "3 / 3", id="that-says-what-it-counts"),
]  # fmt: skip
TARGET_ELSEWHERE = [
    pytest.param("污染事件", "consistent", id="named-so"),
    pytest.param("防災演練", "inconsistent", id="not-named-so"),
]
LEFT_OPEN = [
    pytest.param(
        {"target": "40個據點", "actual": "編製教材38個。", "rate": "90%"},
        id="may-count-something-else",
    ),
    pytest.param(
        {"target": "100%", "actual": "列冊5,138人，均完成訪視。", "rate": "98%"},
        id="no-figure-of-its-unit",
    ),
    pytest.param(
        {"target": "200件", "actual": "—", "rate": "95%", "analysis": "受理210件。"},
        id="the-column-has-none",
    ),
]
ACCUSED = [
    pytest.param({"target": "500場次", "actual": "稽查536場次，裁處18件。", "rate": "10.72%"}, "R103", id="slipped-point"),
    pytest.param({"target": "2,500人次", "actual": "計扶助2,743人次，補助經費3,512萬1,488元。", "rate": "101.9%"}, "R101", id="digits"),
    pytest.param({"target": "15案", "indicator": "核定案數", "actual": "提案21案，核定14案。", "rate": "107.1%"}, "R105", id="turned-round"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "expected"), BEST)
def test_what_a_rate_was_taken_from(cells: dict[str, str], expected: str) -> None:
    _, (check,) = judged(**{"analysis": "", **cells})
    assert check.formula.startswith(expected)
    assert str(check.verdict) == "consistent"


@pytest.mark.parametrize("cells", LEFT_OPEN)
def test_what_is_left_open(cells: dict[str, str]) -> None:
    _, (check,) = judged(**{"analysis": "", **cells})
    assert str(check.verdict) == "unverifiable"


@pytest.mark.parametrize(("cells", "code"), ACCUSED)
def test_what_nothing_gives(cells: dict[str, str], code: str) -> None:
    _, (check,) = judged(**{"analysis": "", **cells})
    assert check.finding is not None
    assert check.finding.code == code


@pytest.mark.parametrize(("indicator", "verdict"), TARGET_ELSEWHERE)
def test_which_way_is_better_where_another_column_has_the_target(
    indicator: str, verdict: str
) -> None:
    own = row("-", "", indicator, actual="10件", rate="109.1%")
    _, (check,) = judge_rows([replace(own, other={"原定目標值": paragraphs("11件")})], 105)
    assert str(check.verdict) == verdict


COLUMN_BESIDE = [
    pytest.param("105%", {"實際值": "2,100小時"}, "unverifiable", id="counts-hours"),
    pytest.param("95%", {"實際值": "2,100小時"}, "consistent", id="follows-all-the-same"),
    pytest.param("97%", {"實際值": "1,164千元"}, "consistent", id="counts-money-too"),
    pytest.param("97%", {"備註": "2,100小時"}, "inconsistent", id="no-column-of-what-was-reached"),
    pytest.param("97%", {"104年實際值": "2,100小時"}, "inconsistent", id="of-another-year"),
    pytest.param("97%", {"實際值": "—"}, "inconsistent", id="no-figure"),
]


@pytest.mark.parametrize(("rate", "other", "verdict"), COLUMN_BESIDE)
def test_nothing_is_built_on_money_where_a_column_counts_something_else(
    rate: str, other: dict[str, str], verdict: str
) -> None:
    own = row("1,200千元", "", actual="1,140千元", rate=rate)
    cells = {header: paragraphs(text) for header, text in other.items()}
    _, (check,) = judge_rows([replace(own, other=cells)], 105)
    assert str(check.verdict) == verdict
