"""Lines above tables: the goal, what is measured, the unit; and lines that are none of these."""

from __future__ import annotations

import pytest

from pipeline.records import PageTables
from pipeline.rows.forms.table_headings import TableHeading, TableHeadings
from tests.cells import line, page, table
from tests.rows.pages import read

HEADER = ("衡量指標", "目標值", "實際值", "達成率")
ROW = ("引水艘次", "12艘次", "11艘次", "92%")


def sheet(*lines: str, number: int = 1, top: float = 300.0) -> PageTables:
    loose = [line(text, top=100.0 + 20 * n, page=number) for n, text in enumerate(lines)]
    return page(number, table(HEADER, ROW, page=number, top=top), loose=loose)


def above(*lines: str) -> TableHeading:
    [heading] = TableHeadings().read(sheet(*lines))
    return heading


GOALS = [
    pytest.param(["一、強化海域執法"], "一、強化海域執法", id="numbered"),
    pytest.param(["（二）強化海域執法"], "（二）強化海域執法", id="in brackets"),
    pytest.param(["施政目標：強化海域執法"], "強化海域執法", id="behind its word"),
    pytest.param(["一、強化海域執法", "單位：公斤"], "一、強化海域執法", id="a unit between"),
    pytest.param(["一、強化海域執法", "表3 成果"], "一、強化海域執法", id="a caption between"),
    pytest.param(["一、服務", "（一）強化海域執法"], "（一）強化海域執法", id="the nearest"),
]
NO_GOALS = [
    pytest.param([], id="nothing"),
    pytest.param(["一、年度施政目標達成情形"], id="a title of tables"),
    pytest.param(["貳、強化海域執法"], id="a chapter"),
    pytest.param(["強化海域執法"], id="no number"),
    pytest.param(["一、本年度辦理演練11場，達成目標。"], id="a sentence"),
    pytest.param(["一、強化海域執法", "本局依年度計畫辦理演練。"], id="text between"),
    pytest.param(["110年度執行成果"], id="a year"),
    pytest.param(["2.5公里之步道"], id="a figure"),
]


@pytest.mark.parametrize(("lines", "goal"), GOALS)
def test_goal(lines: list[str], goal: str) -> None:
    part = above(*lines).goal
    assert part is not None
    assert part.joined_text == goal


@pytest.mark.parametrize("lines", NO_GOALS)
def test_no_goal(lines: list[str]) -> None:
    assert above(*lines).goal is None


UNITS = [
    pytest.param("單位：公斤", "公斤", id="plain"),
    pytest.param("一、加強巡護（單位：航次）", "航次", id="at the end of a heading"),
    pytest.param("一、加強巡護（主辦單位：巡護隊）", "", id="an office at the end of a heading"),
    pytest.param("（單位：新臺幣千元）", "千元", id="money"),
    pytest.param("單位：人、%", "", id="of several"),
    pytest.param("單位主管：王小明", "", id="a person"),
]


@pytest.mark.parametrize(("text", "unit"), UNITS)
def test_unit(text: str, unit: str) -> None:
    assert above("一、強化海域執法", text).unit == unit


def test_a_heading_of_two_lines() -> None:
    heading = above("一、強化海域執法量能，維護海洋主權及漁民權益，落實護漁", "任務")
    assert heading.goal is None  # too far below to be its rest
    lines = [
        line("一、強化海域執法量能，維護海洋主權及漁民權益，落實護漁", top=100.0),
        line("任務", top=112.0),
    ]
    [heading] = TableHeadings().read(page(1, table(HEADER, ROW, top=300.0), loose=lines))
    assert heading.goal is not None
    assert heading.goal.joined_text.endswith("落實護漁任務")


def test_the_heading_of_what_is_measured_and_that_above_it() -> None:
    heading = above("一、強化海域執法", "指標一：演練場次")
    assert heading.name is not None
    assert heading.goal_of_name is not None
    assert heading.name.joined_text == "演練場次"
    assert heading.goal_of_name.joined_text == "一、強化海域執法"


def test_a_heading_at_the_foot_of_the_page_before() -> None:
    headings = TableHeadings()
    headings.read(page(1, loose=[line("一、強化海域執法", top=800.0), line("- 1 -", top=820.0)]))
    [heading] = headings.read(sheet(number=2))
    assert heading.goal is not None


def test_rows_take_the_goal_above_their_table() -> None:
    contents = read(sheet("一、強化海域執法"))
    assert [(row.goal_no, row.text("goal")) for row in contents.rows] == [(1, "強化海域執法")]


def test_a_column_of_goals_goes_before_the_heading() -> None:
    header = ("施政目標", "衡量指標", "目標值", "實際值")
    lines = [line("一、強化海域執法", top=100.0)]
    grid = table(header, ("提升引水", "引水艘次", "12艘次", "11艘次"), top=300.0)
    [row] = read(page(1, grid, loose=lines)).rows
    assert row.text("goal") == "提升引水"


def test_a_goal_holds_over_the_page_but_not_beyond_other_lines() -> None:
    second = page(2, table(HEADER, ROW, page=2))
    other = page(3, table(HEADER, ROW, page=3), table(HEADER, ROW, page=3, top=400.0), loose=[
        line("依年度計畫辦理如下。", top=380.0, page=3)])  # fmt: skip
    goals = [row.text("goal") for row in read(sheet("一、強化海域執法"), second, other).rows]
    assert goals == ["強化海域執法", "強化海域執法", "強化海域執法", ""]


def test_what_no_column_names_the_heading_does() -> None:
    edges = (0.0, 80.0, 160.0, 230.0)
    grid = table(("目標值", "實際值", "達成率"), ROW[1:], top=300.0, edges=edges)
    lines = [line("一、強化海域執法", top=100.0), line("（一）演練場次", top=120.0)]
    [row] = read(page(1, grid, loose=lines)).rows
    assert (row.text("goal"), row.text("indicator")) == ("強化海域執法", "演練場次")
