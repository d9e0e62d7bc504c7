"""Lines of a table that are a row, and what is set aside: titles, notes, blank rows, totals."""

from __future__ import annotations

import pytest

from pipeline.rows import titles
from tests.cells import HEADER, page, table
from tests.rows.pages import ROW, ROW_TEXTS, printed, read

NUMBERED = ("編號", "衡量指標", "目標值", "實際值")


def test_a_numbered_line_across_all_columns_is_the_goal_of_what_follows() -> None:
    first = [("一、守護湖域",), ("1", "巡護航次", "300航次", "330航次"), ("二、友善服務",)]
    second = [("1", "行動船", "9場", "9場"), ("2", "服務據點", "5處", "6處")]
    contents = read(page(1, table(NUMBERED, *first)), page(2, table(NUMBERED, *second, page=2)))
    assert [(row.goal_no, row.text("goal"), row.text("indicator")) for row in contents.rows] == [
        (1, "守護湖域", "巡護航次"),
        (2, "友善服務", "行動船"),
        (2, "友善服務", "服務據點"),
    ]


def test_a_line_that_says_that_it_is_a_goal() -> None:
    lines = [("績效目標：守護湖域",), ("1", "巡護航次", "300航次", "330航次")]
    assert [row.text("goal") for row in read(page(1, table(NUMBERED, *lines))).rows] == ["守護湖域"]


def test_years_side_by_side() -> None:
    heads = ("衡量指標", "109年度目標值", "109年度實際值", "110年度目標值", "110年度實際值")
    edges = (0.0, 90.0, 180.0, 270.0, 360.0, 450.0)
    [row] = read(page(1, table(heads, ("航次", "9", "8", "12", "11"), edges=edges))).rows
    assert (row.text("target"), row.text("actual")) == ("12", "11")
    assert [(measure.year, measure.is_own) for measure in row.measures] == [
        (109, False),
        (110, True),
    ]
    names = row.measures[0].columns
    assert [row.other[names[role]][0].text for role in ("target", "actual")] == ["9", "8"]


def test_units_are_not_those_of_rates() -> None:
    heads = ("計畫名稱", "預算數(千元)", "決算數(千元)", "執行率(千元)")
    [row] = read(page(1, table(heads, ("港務", "200", "190", "95.00")))).rows
    assert row.units == {"target": "千元", "actual": "千元"}


def test_the_place_of_an_indicator_in_a_column() -> None:
    heads = [
        ("項目", "引水", "巡查", "救援"),
        ("目標值", "12", "9", "3"),
        ("實際值", "11", "9", "3"),
    ]
    grid = table(*heads, ("達成率", "92%", "100%", "100%"))
    rows = read(page(1, grid)).rows
    assert [row.text("indicator") for row in rows] == ["引水", "巡查", "救援"]
    assert [row.fragments[0].x0 for row in rows] == [80.0, 160.0, 230.0]
    assert {(row.fragments[0].top, row.fragments[0].bottom) for row in rows} == {
        (50.0, grid.bottom)
    }


def test_rows_under_one_goal_line_on_two_pages_are_two() -> None:
    heads = ("衡量指標", "目標值", "實際值", "達成率")
    first = [("一、守護湖域",), ("湖域巡護航次數（12%）", "300航次", "330航次", "110.00")]
    second = ("違規案件查獲件數（8%）", "200件", "190件", "95.00")
    contents = read(page(1, table(heads, *first)), page(2, table(heads, second, page=2)))
    assert [(row.text("goal"), row.text("rate")) for row in contents.rows] == [
        ("守護湖域", "110.00"),
        ("守護湖域", "95.00"),
    ]


@pytest.mark.parametrize("note", ["備註：本表為全年之數字", "2.5公里以上者"])
def test_another_line_across_all_columns_is_no_goal(note: str) -> None:
    contents = read(page(1, table(NUMBERED, (note,), ("1", "巡護航次", "300航次", "330航次"))))
    assert [row.text("goal") for row in contents.rows] == [""]


@pytest.mark.parametrize("name", ["合計", "總　計", "平均", "合計（4項）"])
def test_a_line_of_totals_is_no_row(name: str) -> None:
    header = ("施政目標", "衡量指標", "權重", "目標值")
    contents = read(page(1, table(header, ("守護", "航次", "10", "9次"), (name, "", "100", ""))))
    assert [row.text("indicator") for row in contents.rows] == ["航次"]
    assert contents.counts["rows of totals"] == 1


def test_a_total_with_a_target_is_a_row() -> None:
    header = ("施政目標", "衡量指標", "權重", "目標值")
    contents = read(page(1, table(header, ("守護", "合計", "10", "9次"))))
    assert [row.text("indicator") for row in contents.rows] == ["合計"]


def test_merged_indicator() -> None:
    grid = table(
        HEADER,
        ("一、守護湖域", ("巡護航次", 2), "300航次", "330航次。"),
        ("二、友善服務", None, "9場", "9場。"),
    )
    assert [row.text("indicator") for row in read(page(1, grid)).rows] == ["巡護航次"] * 2


def test_blank_rows_and_notes() -> None:
    grid = table(HEADER, ROW, ("", "", "", ""), ("註：航次以出港紀錄計算。",))
    contents = read(page(1, grid))
    assert [printed(row) for row in contents.rows] == [ROW_TEXTS]
    assert contents.counts["blank rows"] == 1
    assert contents.counts["rows across all columns"] == 1
    assert [(found.text, before) for found, before in contents.loose] == [
        ("註：航次以出港紀錄計算。", False)
    ]


def test_title_in_the_table() -> None:
    contents = read(page(1, table(("霧汀湖域管理局105年度施政績效報告",), HEADER, ROW)))
    assert titles.read_heading(contents.loose, "").agency == "霧汀湖域管理局"


def test_the_title_of_a_card_names_what_is_measured() -> None:
    edges = (0.0, 90.0, 180.0, 270.0, 360.0)
    lines = [
        ("1-1 引水服務",),
        ("目標值", "12航次", "實際值", "11航次"),
        ("達成率", "92%", "說明", "依計畫辦理。"),
    ]
    [row] = read(page(1, table(*lines, edges=edges))).rows
    assert [row.text(role) for role in ("indicator", "target", "actual", "rate")] == [
        "引水服務", "12航次", "11航次", "92%",
    ]  # fmt: skip
