"""Lines and tables go to the goal and the indicator that they are printed under."""

from __future__ import annotations

from pipeline.rows.forms import form_rows
from tests.rows.forms.year_grids import ABOVE, FIGURES, HEAD, table, text


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
    forms = form_rows.read_forms(lines, [table(HEAD, *FIGURES)])
    [row] = forms.rows
    assert (row.goal_no, row.text("goal"), row.text("indicator")) == (1, "落實稽查", "稽查家數")
    assert row.text("standard") == "實際家數"
    assert row.text("analysis") == "1.辦理情形：照計畫辦理。\n2.已達成目標。"
    assert forms.lines == {0, 1, 2, 3, 4, 6}


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


def test_a_short_line_names_a_table_without_a_heading() -> None:
    tables = [table(HEAD, *FIGURES), table(HEAD, *FIGURES, top=300.0)]
    lines = [*ABOVE, text("衡量標準：實際家數", 1, 200), text("2、民眾滿意度", 1, 280)]
    first, second = form_rows.read_forms(lines, tables).rows
    assert (first.text("standard"), second.text("indicator")) == ("實際家數", "民眾滿意度")


def test_a_short_line_names_the_first_table_too() -> None:
    lines = [text("一、強化服務", 1, 40), text("(一)民眾滿意度", 1, 60)]
    [row] = form_rows.read_forms(lines, [table(HEAD, *FIGURES)]).rows
    assert row.text("indicator") == "民眾滿意度"


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
