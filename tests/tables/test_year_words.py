"""Header cells that are years, words that lead them, labels of the lines of a table of years."""

from __future__ import annotations

import pytest

from pipeline.tables import year_words

YEARS = [
    pytest.param("104年度", (104, True), id="year"),
    pytest.param("104 年", (104, True), id="spaced"),
    pytest.param("民國104年", (104, True), id="with its era"),
    pytest.param("中華民國104", (104, True), id="era and a bare number"),
    pytest.param("2015年", (104, True), id="Gregorian"),
    pytest.param("西元2015", (104, True), id="Gregorian, said so"),
    pytest.param("104學年度", (104, True), id="school year"),
    pytest.param("１０４年度(決算)", (104, True), id="full width, brackets behind"),
    pytest.param("104", (104, False), id="bare"),
    pytest.param("(104)", (104, False), id="in brackets"),
]
NO_YEARS = ["", "項目", "30場", "104年度目標值", "104-105", "1", "一○四", "104.5"]


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_year(text: str, expected: tuple[int, bool]) -> None:
    assert year_words.read_header_year(text) == expected


@pytest.mark.parametrize("text", NO_YEARS, ids=ascii)
def test_no_year(text: str) -> None:
    assert year_words.read_header_year(text) is None


SIDE_BY_SIDE = [
    pytest.param(["104年度", "105年度"], ["項目"], [104, 105], id="said"),
    pytest.param(["104年度", "107年度"], ["人事費"], [104, 107], id="said, whatever leads"),
    pytest.param(["104年度", "105"], ["項目"], [104, 105], id="half said"),
    pytest.param(["105年度"], ["項目"], [105], id="one, said"),
    pytest.param(["104", "105"], ["項目"], [104, 105], id="bare"),
    pytest.param(["105", "104"], ["項目", "單位"], [105, 104], id="bare, backwards"),
    pytest.param(["2015", "2016"], ["關鍵績效指標"], [104, 105], id="bare, Gregorian"),
    pytest.param(["104", "105"], [], [104, 105], id="nothing in front"),
]
NO_ROW_OF_YEARS = [
    pytest.param([], ["項目"], id="none"),
    pytest.param(["104"], ["項目"], id="one bare number"),
    pytest.param(["104", "106"], ["項目"], id="bare, a year left out"),
    pytest.param(["24", "25"], ["項目"], id="too small"),
    pytest.param(["104", "105"], ["實際值"], id="behind a word of figures"),
    pytest.param(["104", "105"], ["人事費"], id="behind another word"),
    pytest.param(["104年度", "104年度"], ["項目"], id="twice the same"),
    pytest.param(["104年度", "備註"], ["項目"], id="another word among them"),
]


@pytest.mark.parametrize(("texts", "leads", "years"), SIDE_BY_SIDE)
def test_years(texts: list[str], leads: list[str], years: list[int]) -> None:
    assert year_words.match_years(texts, leads) == years


@pytest.mark.parametrize(("texts", "leads"), NO_ROW_OF_YEARS)
def test_no_years(texts: list[str], leads: list[str]) -> None:
    assert year_words.match_years(texts, leads) is None


LEADS = [
    ("項目", True),
    ("年度別", True),
    ("項次 指標", True),
    ("", True),
    ("年度績效", False),
    ("人事費", False),
]


@pytest.mark.parametrize(("text", "expected"), LEADS, ids=ascii)
def test_leads(text: str, expected: bool) -> None:
    assert year_words.leads_years(text) == expected


LABELS = [
    pytest.param("原訂目標值", "target", id="a header word"),
    pytest.param("原訂目標值(單位：", "target", id="cut within its brackets"),
    pytest.param("目標", "target", id="short"),
    pytest.param("實際：", "actual", id="short, with a colon"),
    pytest.param("達成情形", "actual", id="elsewhere an analysis"),
    pytest.param("達成度(%)", "rate", id="rate"),
    pytest.param("衡量標準", "standard", id="a text"),
    pytest.param("目標值實際值", None, id="two labels"),
    pytest.param("人事費", None, id="unknown"),
    pytest.param("", None, id="empty"),
]


@pytest.mark.parametrize(("label", "role"), LABELS)
def test_label(label: str, role: str | None) -> None:
    assert year_words.label_role(label) == role
