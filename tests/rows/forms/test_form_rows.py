"""Tables of years, with the lines around them, to the rows of a form; what is left alone."""

from __future__ import annotations

import pytest

from pipeline.rows.forms import form_rows
from tests.rows.forms.year_grids import FIGURES, HEAD, TOLD, table, text

READ = [
    pytest.param(("項目 | 104年度 | 105年度", *FIGURES), (104, 105), id="years with their word"),
    pytest.param(("項目 | 104 | 105", *FIGURES), (104, 105), id="bare years"),
    pytest.param(
        ("項目 | 105 | 104", "原訂目標值 | 35 | 30", "實際值 | 33 | 34", "達成度 | 94 | 113"),
        (105, 104),
        id="the newest first",
    ),
    pytest.param(("年度 | 104年 | 105年", *FIGURES), (104, 105), id="no 度"),
    pytest.param((" | 民國104年 | 民國105年", *FIGURES), (104, 105), id="era, no word in front"),
    pytest.param(("項目／年度 | 2015 | 2016", *FIGURES), (104, 105), id="Gregorian"),
    pytest.param(
        ("項目 | 年度 | =", "^ | 104年度 | 105年度", *FIGURES), (104, 105), id="header of two lines"
    ),
    pytest.param(
        ("年度 | 原訂目標值 | 實際值 | 達成度(%)", "104年度 | 30 | 34 | 113", "105 | 35 | 33 | 94"),
        (104, 105),
        id="years down the first column",
    ),
    pytest.param(
        ("項目 | 104年度 | 105年度", "目標 | 30 | 35", "實績 | 34 | 33", "達成率 | 113 | 94"),
        (104, 105),
        id="short words",
    ),
]
LEFT_ALONE = [
    pytest.param(("年度 | 104 | 105", "職員 | 30 | 35", "合計 | 34 | 33"), id="staff"),
    pytest.param(
        ("項目 | 104年度 | 105年度", "預算 | 30 | 35", "決算 | 34 | 33", "執行率(%) | 113 | 94"),
        id="budget",
    ),
    pytest.param(("項目 | 30 | 35", *FIGURES), id="figures that are no years"),
    pytest.param(("達成值 | 104 | 105", "目標值 | 104 | 105"), id="figures that look like years"),
    pytest.param(("項目 | 原訂目標值 | 實際值", "辦理場次 | 30 | 34"), id="one line to an item"),
]


@pytest.mark.parametrize(("grid", "years"), READ)
def test_reads_years(grid: tuple[str, ...], years: tuple[int, ...]) -> None:
    forms = form_rows.read_forms([], [table(*grid)])
    [row] = forms.rows
    assert row.periods == years
    by_year = dict(zip(row.periods, row.text("target").split("\n"), strict=True))
    assert by_year == {104: "30", 105: "35"}
    rates = dict(zip(row.periods, row.text("rate").split("\n"), strict=True))
    assert rates == {104: "113", 105: "94"}


@pytest.mark.parametrize("grid", LEFT_ALONE)
def test_leaves_alone(grid: tuple[str, ...]) -> None:
    forms = form_rows.read_forms([], [table(*grid)])
    assert (forms.rows, forms.tables) == ([], [])


def test_a_sentence_that_stands_alike_on_two_pages() -> None:
    again = [text("2.未來將持續辦理。", page, 50) for page in (2, 3)]
    lines = [*TOLD, again[0], text("2.關鍵績效指標：複查家數", 2, 80), again[1]]
    tables = [table(HEAD, *FIGURES), table(HEAD, *FIGURES, page=2)]
    forms = form_rows.read_forms(lines, tables)
    assert forms.rows[0].text("analysis").endswith("2.未來將持續辦理。")


def test_a_page_number_in_reach_of_the_text() -> None:
    numbers = [text(f"第 {page} 頁", page, 800, 200.0) for page in (1, 2)]
    lines = [*TOLD[:-1], numbers[0], text("參加者眾。", 2, 50), numbers[1]]
    forms = form_rows.read_forms(lines, [table(HEAD, *FIGURES)])
    assert forms.rows[0].text("analysis").endswith("說明會三場次，參加者眾。")
