"""Tables of years, typed as grids, with the lines around them -> rows of the form layout."""

from __future__ import annotations

import pytest

from pipeline.records import Cell, Line, Table
from pipeline.rows.forms import form_rows, table_joins

HEIGHT = 20.0
WIDTH = 60.0


def text(words: str, page: int, top: float, left: float = 0.0) -> Line:
    lefts = [left + 9 * k for k in range(len(words))]
    return Line(words, page, top, top + 9, lefts, [x + 9 for x in lefts])


def table(*rows: str, page: int = 1, top: float = 100.0) -> Table:
    """Make a table of rows written as `a | b | c`: `=` joins a cell to the one before, `^` to the one above."""
    texts = [[cell.strip() for cell in row.split("|")] for row in rows]
    grid: list[tuple[Cell | None, ...]] = []
    for r, own in enumerate(texts):
        cells: list[Cell | None] = []
        for c, words in enumerate(own):
            if words in ("=", "^"):
                cells.append(None)
                continue
            columns = next((n for n, w in enumerate(own[c + 1 :], 1) if w != "="), len(own) - c)
            below = [other[c] for other in texts[r + 1 :]]
            deep = next((n for n, w in enumerate(below, 1) if w != "^"), len(below) + 1)
            y = top + r * HEIGHT
            lines = tuple(text(w, page, y + 2, c * WIDTH + 2) for w in words.split("/n") if w)
            cells.append(
                Cell(
                    c * WIDTH, y, (c + columns) * WIDTH, y + deep * HEIGHT, c, columns, deep, lines
                )
            )
        grid.append(tuple(cells))
    right = max(len(own) for own in texts) * WIDTH
    return Table(page, 0.0, top, right, top + len(rows) * HEIGHT, tuple(grid))


FIGURES = ("原訂目標值 | 30 | 35", "實際值 | 34 | 33", "達成度(%) | 113 | 94")
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
    found = form_rows.read_forms([], [table(*grid)])
    [row] = found.rows
    assert row.periods == years
    by_year = dict(zip(row.periods, row.text("target").split("\n"), strict=True))
    assert by_year == {104: "30", 105: "35"}
    rates = dict(zip(row.periods, row.text("rate").split("\n"), strict=True))
    assert rates == {104: "113", 105: "94"}


@pytest.mark.parametrize("grid", LEFT_ALONE)
def test_leaves_alone(grid: tuple[str, ...]) -> None:
    found = form_rows.read_forms([], [table(*grid)])
    assert (found.rows, found.tables) == ([], [])


HEAD = "項目 | 104年度 | 105年度"
ABOVE = (text("一、關鍵策略目標：落實稽查", 1, 40), text("1.關鍵績效指標：稽查家數", 1, 60))


def test_running_text_goes_to_its_indicator() -> None:
    lines = [
        *ABOVE,
        text("衡量標準：實際家數", 1, 200),
        text("績效衡量暨達成情形分析：", 1, 220),
        text("1.辦理情形：照計畫辦理。", 1, 240),
        text("圖1　歷年稽查家數", 1, 260),
        text("2.已達成目標。", 1, 280),
        text("肆、未來展望", 1, 300),
        text("持續精進。", 1, 320),
    ]
    found = form_rows.read_forms(lines, [table(HEAD, *FIGURES)])
    [row] = found.rows
    assert (row.goal_no, row.text("goal"), row.text("indicator")) == (1, "落實稽查", "稽查家數")
    assert row.text("standard") == "實際家數"
    assert row.text("analysis") == "1.辦理情形：照計畫辦理。\n2.已達成目標。"
    assert found.lines == {0, 1, 2, 3, 4, 6}


def test_all_of_it_in_one_table() -> None:
    grid = (
        "關鍵策略目標 | 落實稽查 | =",
        "關鍵績效指標 | 疫苗完成率 | =",
        HEAD,
        *FIGURES,
        "衡量標準 | 實際家數 | =",
        "績效衡量暨達成情形分析 | 已達成。 | =",
    )
    [row] = form_rows.read_forms([], [table(*grid)]).rows
    assert [row.text(role) for role in ("goal", "indicator", "standard", "analysis")] == [
        *("落實稽查", "疫苗完成率", "實際家數", "已達成。")
    ]


def test_several_indicators_in_one_table() -> None:
    grid = (
        "關鍵績效指標 | 項目 | 104年度 | 105年度",
        "稽查家數 | 原訂目標值 | 30 | 35",
        "^ | 實際值 | 34 | 33",
        "複查家數 | 原訂目標值 | 10 | 11",
        "^ | 實際值 | 12 | 13",
    )
    rows = form_rows.read_forms([ABOVE[0]], [table(*grid)]).rows
    assert [(r.text("goal"), r.text("indicator"), r.text("actual")) for r in rows] == [
        ("落實稽查", "稽查家數", "34\n33"),
        ("落實稽查", "複查家數", "12\n13"),
    ]


def test_a_table_cut_by_a_page() -> None:
    first = table(HEAD, FIGURES[0], top=700.0)
    rest = table(*FIGURES[1:], page=2, top=50.0)
    [row] = form_rows.read_forms(list(ABOVE), [first, rest]).rows
    assert row.text("rate") == "113\n94"
    assert [place.page for place in row.fragments] == [1, 2]


def test_a_line_cut_by_a_page() -> None:
    first = table(HEAD, FIGURES[0], "績效衡量暨達成情形 | 已達成 | =", top=700.0)
    rest = table("分析 | 目標。 | =", page=2, top=50.0)
    [row] = form_rows.read_forms(list(ABOVE), [first, rest]).rows
    assert row.text("analysis").replace("\n", "") == "已達成目標。"


def test_a_unit_cut_by_a_page() -> None:
    first = table(HEAD, "原訂目標值(單位： | 30 | 35", top=700.0)
    rest = table("公頃) |  | ", *FIGURES[1:], page=2, top=50.0)
    [row] = form_rows.read_forms(list(ABOVE), [first, rest]).rows
    assert row.text("target") == "30\n35"
    assert row.units == {"target": "公頃", "actual": "公頃", "rate": "%"}


def test_the_rest_of_a_table_without_rules() -> None:
    first = table(HEAD, FIGURES[0], top=700.0)
    rest = Line(
        "實際值34 33",
        2,
        50,
        59,
        [2, 11, 20, 62, 71, 80, 122, 131],
        [11, 20, 29, 71, 80, 89, 131, 140],
    )
    found = form_rows.read_forms([*ABOVE, rest], [first])
    assert found.rows[0].text("actual") == "34\n33"
    assert 2 in found.lines


def test_the_next_table_is_another_indicator() -> None:
    tables = [table(HEAD, *FIGURES, top=700.0), table(HEAD, *FIGURES, page=2, top=80.0)]
    lines = [*ABOVE, text("2.關鍵績效指標：複查家數", 2, 50)]
    assert [r.text("indicator") for r in form_rows.read_forms(lines, tables).rows] == [
        "稽查家數",
        "複查家數",
    ]


def test_a_short_line_names_a_table_without_a_heading() -> None:
    tables = [table(HEAD, *FIGURES), table(HEAD, *FIGURES, top=300.0)]
    lines = [*ABOVE, text("衡量標準：實際家數", 1, 200), text("2、民眾滿意度", 1, 280)]
    first, second = form_rows.read_forms(lines, tables).rows
    assert (first.text("standard"), second.text("indicator")) == ("實際家數", "民眾滿意度")


def test_a_short_line_names_the_first_table_too() -> None:
    lines = [text("一、強化服務", 1, 40), text("(一)民眾滿意度", 1, 60)]
    [row] = form_rows.read_forms(lines, [table(HEAD, *FIGURES)]).rows
    assert row.text("indicator") == "民眾滿意度"


def test_a_year_without_figures_is_left_out() -> None:
    grid = (HEAD, "原訂目標值 | -- | 35", "實際值 | （略） | 33", "達成度(%) | — | 94")
    [row] = form_rows.read_forms(list(ABOVE), [table(*grid)]).rows
    assert (row.periods, row.text("target")) == ((105,), "35")


def test_units_of_a_column_and_of_a_line_above() -> None:
    grid = (
        "項目 | 單位 | 104年度 | 105年度",
        "原訂目標值 | 公頃 | 30 | 35",
        "實際值 | 公頃 | 34 | 33",
    )
    [row] = form_rows.read_forms(list(ABOVE), [table(*grid)]).rows
    assert row.units == {"target": "公頃", "actual": "公頃"}
    lines = [*ABOVE, text("（單位：公頃）", 1, 80)]
    [row] = form_rows.read_forms(lines, [table(HEAD, *FIGURES)]).rows
    assert (row.text("indicator"), row.units["actual"]) == ("稽查家數", "公頃")


def test_a_sentence_that_stands_alike_on_two_pages() -> None:
    again = [text("2.未來將持續辦理。", page, 50) for page in (2, 3)]
    lines = [*TOLD, again[0], text("2.關鍵績效指標：複查家數", 2, 80), again[1]]
    tables = [table(HEAD, *FIGURES), table(HEAD, *FIGURES, page=2)]
    found = form_rows.read_forms(lines, tables)
    assert found.rows[0].text("analysis").endswith("2.未來將持續辦理。")


def test_goes_on_needs_the_same_sides() -> None:
    before = table(HEAD, FIGURES[0])
    assert table_joins.is_continuation(table(*FIGURES[1:], page=2), before)
    assert not table_joins.is_continuation(table(*FIGURES[1:], page=3), before)
    assert not table_joins.is_continuation(table("實際值 | 34", page=2), before)


TOLD = [
    *ABOVE,
    text("績效衡量暨達成情形分析：", 1, 200),
    text("1.本年度辦理稽查計三十三家，並就缺失事項函請改善，另辦理說明會三場次，", 1, 220),
    text("參加者眾。", 1, 240),
]
BEHIND = [
    pytest.param([text("單位：新臺幣千元", 2, 60, 300.0)], id="a unit to the right"),
    pytest.param([text("歲出計畫概況表", 2, 60, 150.0), text("編列經費。", 2, 80)], id="a title"),
]


@pytest.mark.parametrize("behind", BEHIND)
def test_running_text_ends_where_something_else_begins(behind: list[Line]) -> None:
    found = form_rows.read_forms([*TOLD, *behind], [table(HEAD, *FIGURES)])
    assert found.rows[0].text("analysis").endswith("參加者眾。")
    assert found.lines == {0, 1, 2, 3, 4}


def test_running_text_ends_at_another_table() -> None:
    lines = [*TOLD, text("經費編列如下。", 1, 400)]
    found = form_rows.read_forms(lines, [table(HEAD, *FIGURES)], [(1, 300.0)])
    assert found.rows[0].text("analysis").endswith("參加者眾。")


def test_running_text_goes_on_below_another_table() -> None:
    lines = [*TOLD, text("2.未來將持續辦理。", 1, 400), text("列管追蹤。", 1, 420)]
    found = form_rows.read_forms(lines, [table(HEAD, *FIGURES)], [(1, 300.0)])
    assert found.rows[0].text("analysis").endswith("2.未來將持續辦理。\n列管追蹤。")
    cut = [*TOLD[:-1], text("參加者眾。", 1, 400)]
    found = form_rows.read_forms(cut, [table(HEAD, *FIGURES)], [(1, 300.0)])
    assert found.rows[0].text("analysis").endswith("說明會三場次，參加者眾。")


def test_a_page_number_in_reach_of_the_text() -> None:
    numbers = [text(f"第 {page} 頁", page, 800, 200.0) for page in (1, 2)]
    lines = [*TOLD[:-1], numbers[0], text("參加者眾。", 2, 50), numbers[1]]
    found = form_rows.read_forms(lines, [table(HEAD, *FIGURES)])
    assert found.rows[0].text("analysis").endswith("說明會三場次，參加者眾。")
