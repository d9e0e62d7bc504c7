"""Headers of year tables: which column is which year; figures that look like years are none."""

from __future__ import annotations

import pytest

from pipeline.records import Table
from pipeline.rows.forms import year_headers
from pipeline.tables import read_header_year
from tests.rows.forms.year_grids import table


def read(grid: Table) -> list[tuple[int, dict[int, int], dict[int, str]]]:
    rows = [[cell for cell in cells if cell] for cells in grid.grid]
    return [
        (r, dict(columns.years), dict(columns.words))
        for r, columns in year_headers.find_year_headers(rows)
    ]


FIGURES = "原訂目標值 | 30 | 35"
HEADERS = [
    pytest.param(
        ("項目 | 104年度 | 105年度", FIGURES), (0, {1: 104, 2: 105}, {0: "項目"}), id="with 年度"
    ),
    pytest.param(("項目 | 104 | 105", FIGURES), (0, {1: 104, 2: 105}, {0: "項目"}), id="bare"),
    pytest.param(("項目 | 105 | 104", FIGURES), (0, {1: 105, 2: 104}, {0: "項目"}), id="backwards"),
    pytest.param(
        ("衡量指標 | 2015年 | 2016年", FIGURES),
        (0, {1: 104, 2: 105}, {0: "衡量指標"}),
        id="Gregorian",
    ),
    pytest.param(
        ("項目 | 年度 | =", "^ | 104 | 105", FIGURES),
        (1, {1: 104, 2: 105}, {0: "項目"}),
        id="two lines",
    ),
    pytest.param(
        ("項目 | 單位 | 104年度 | 105年度", "原訂目標值 | 人 | 30 | 35"),
        (0, {2: 104, 3: 105}, {0: "項目", 1: "單位"}),
        id="two columns in front",
    ),
    pytest.param(
        ("年度 | 原訂目標值 | 實際值", "104年度 | 30 | 34"),
        (0, {}, {1: "原訂目標值", 2: "實際值"}),
        id="years down",
    ),
]
NO_HEADERS = [
    pytest.param(("項目 | 30 | 35", FIGURES), id="small figures"),
    pytest.param(("項目 | 104 | 106", FIGURES), id="bare numbers that do not follow one another"),
    pytest.param(("經費 | 104 | 105", FIGURES), id="bare numbers under another word"),
    pytest.param(("項目 | 105", "目標值 | 35"), id="one bare number"),
    pytest.param(("項目 | 105年度 | 105年度", FIGURES), id="a year twice"),
    pytest.param(("實際值 | 104年度 | 105年度",), id="figures that look like years"),
    pytest.param(("104年度 | 105年度", "30 | 35"), id="a year in the first column"),
    pytest.param(("年度 | 原訂目標值 | 實際值", "巡護航次 | 30 | 34"), id="no years below"),
    pytest.param(("項目 | 原訂目標值 | 備註", "104年度 | 30 | 無"), id="a target alone"),
]


@pytest.mark.parametrize(("grid", "header"), HEADERS)
def test_header(grid: tuple[str, ...], header: tuple[int, dict[int, int], dict[int, str]]) -> None:
    assert read(table(*grid)) == [header]


@pytest.mark.parametrize("grid", NO_HEADERS)
def test_no_header(grid: tuple[str, ...]) -> None:
    assert read(table(*grid)) == []


def test_the_upper_line_of_a_header() -> None:
    grid = table("項目 | 年度 | =", "^ | 104 | 105", FIGURES)
    rows = [[cell for cell in cells if cell] for cells in grid.grid]
    headers = dict(year_headers.find_year_headers(rows))
    assert year_headers.upper_header_rows(rows, headers) == {0}


YEARS = [
    pytest.param("104年度", 104, id="ROC"),
    pytest.param("民國 104 年", 104, id="era, spaces"),
    pytest.param("2015", 104, id="Gregorian"),
    pytest.param("105年度(目標)", 105, id="a word in brackets"),
    pytest.param("105學年度", 105, id="school year"),
]
NO_YEARS = [
    pytest.param("30場", id="figure"),
    pytest.param("105年度目標", id="a word behind"),
    pytest.param("1,050", id="comma"),
    pytest.param("5", id="one digit"),
    pytest.param("", id="blank"),
]


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_year(text: str, year: int) -> None:
    found = read_header_year(text)
    assert found is not None
    assert found.year == year


@pytest.mark.parametrize("text", NO_YEARS)
def test_no_year(text: str) -> None:
    assert read_header_year(text) is None
