"""The cells of a column to what they hold; and which column is the quotient of two others."""

from __future__ import annotations

import pytest

from pipeline.tables.columns.contents import divide, read_content

FIGURES = [
    "1,200艘次",
    "95.1%",
    "3億元",
    "24.80億立方公尺",
    "≦4,500件",
    "至少30場",
    "△3",
    "27.0",
    "約5萬人",
    "100％以上",
    "2.46‰",
    "105%、108%",
    "106%；105%",
    "103%110%",
    "(一)108%(二)110%",
    "①105.0%②98.3%③100%",
    "1.112.5%2.95%",
    "超前，103.4%",
    "落後(97.1%)",
    "逾119%",
    "90.4%（未達成）",
]
NO_FIGURES = [
    "2.守護湖域",
    "105年守護湖域",
    "第1季",
    "3月底",
    "12月份",
    "一、提升服務",
    "進港引水",
    "完成規劃",
    "113年5月完成",
    "1.辦理30場次說明會",
    "105%、108%及其他",
    "男性45%、女性55%",
    "年增率3.5%",
    "超前",
]


@pytest.mark.parametrize("text", FIGURES, ids=range(len(FIGURES)))
def test_figure(text: str) -> None:
    assert read_content([text]).figures == 1


@pytest.mark.parametrize("text", NO_FIGURES, ids=range(len(NO_FIGURES)))
def test_no_figure(text: str) -> None:
    assert read_content([text]).figures == 0


PROSE = ["全年死亡478人，較112年減少34人。"] * 2
CONTENTS = [
    pytest.param(["1,200", "300", "—"], "is_figures", id="figures and none"),
    pytest.param(PROSE, "is_prose", id="prose with figures in it"),
    pytest.param(["★", "▲", "綠燈"], "is_lights", id="lights"),
    pytest.param(["優", "良", "優"], "is_lights", id="grades"),
    pytest.param(["1", "1", "3"], "is_codes", id="codes"),
    pytest.param(["1", "2", "3"], "counting", id="numbers of rows"),
    pytest.param(["進港引水", "碼頭巡查"], "is_text", id="names"),
]


@pytest.mark.parametrize(("texts", "what"), CONTENTS)
def test_content(texts: list[str], what: str) -> None:
    assert getattr(read_content(texts), what)
    assert not getattr(read_content([]), what)


FITS = [
    pytest.param(["104.5", "95"], ["209", "19"], ["200", "20"], (2, 2, 0), id="per cent"),
    pytest.param(["1.045", "0.95"], ["209", "19"], ["200", "20"], (2, 2, 0), id="factor"),
    pytest.param(["104.5％", "80%"], ["209人", "20天"], ["200人", "16天"], (2, 1, 1), id="inverse"),
    pytest.param(["100", "95"], ["209", "19"], ["200", "20"], (2, 1, 0), id="capped"),
    pytest.param(["—", "95"], ["209", "無"], ["200", "20"], (0, 0, 0), id="figures are missing"),
    pytest.param(["10", "20"], ["209", "19"], ["0", "20"], (1, 0, 0), id="by nothing"),
]


@pytest.mark.parametrize(("rates", "over", "under", "fit"), FITS)
def test_divide(rates, over, under, fit) -> None:
    assert divide(rates, over, under) == fit
