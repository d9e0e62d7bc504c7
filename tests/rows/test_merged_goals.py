"""Goals merged over rows, or cut by a page end: each row has the whole of its goal."""

from __future__ import annotations

from tests.cells import HEADER, page, table
from tests.rows.pages import read


def test_merged_goal() -> None:
    contents = read(
        page(
            1,
            table(
                HEADER,
                (("一、守護湖域", 2), "巡護航次", "300航次", "330航次。"),
                (None, "稽查件數", "20件", "30件。"),
                ("二、友善服務", "行動船", "9場", "9場。"),
            ),
        )
    )
    assert [(row.goal_no, row.text("goal"), row.text("indicator")) for row in contents.rows] == [
        (1, "守護湖域", "巡護航次"),
        (1, "守護湖域", "稽查件數"),
        (2, "友善服務", "行動船"),
    ]


def test_merged_goal_over_a_page() -> None:
    contents = read(
        page(
            1,
            table(
                HEADER,
                ("一、守護湖域", "巡護航次", "300航次", "一、衡量標準：|二、辦理|情形|分析|說明"),
            ),
        ),
        page(2, table(("", "稽查件數", "20件", "一、衡量標準：件數。"), page=2)),
    )
    assert [(row.goal_no, row.text("goal")) for row in contents.rows] == [(1, "守護湖域")] * 2
    assert contents.counts["goals repeated"] == 1


def test_merged_goal_cut_in_its_text() -> None:
    first = [
        (("一、守護湖域並|提升居民及遊|客環境意識之", 2), "巡護航次", "300航次", "330航次。"),
        (None, "稽查件數", "20件", "30件。"),
    ]
    second = ("深化及擴展。", "違規取締", "9件", "9件。")
    contents = read(page(1, table(HEADER, *first)), page(2, table(HEADER, second, page=2)))
    assert [row.text("indicator") for row in contents.rows] == ["巡護航次", "稽查件數", "違規取締"]
    whole = "守護湖域並提升居民及遊客環境意識之深化及擴展。"
    assert {(row.goal_no, row.text("goal")) for row in contents.rows} == {(1, whole)}


def test_goal_cut_within_the_row_that_the_page_cuts() -> None:
    first = (
        "一、守護湖域並|提升居民及遊|客環境意識之",
        "巡護航次",
        "300航次",
        "辦理|情形|分析說明並",
    )
    second = [
        (("深化。", 2), "", "", "檢討。"),
        (None, "違規取締", "9件", "9件。"),
        ("二、友善服務", "行動船", "9場", "9場。"),
    ]
    contents = read(page(1, table(HEADER, first)), page(2, table(HEADER, *second, page=2)))
    goal = "守護湖域並提升居民及遊客環境意識之深化。"
    assert [(row.goal_no, row.text("goal"), row.text("indicator")) for row in contents.rows] == [
        (1, goal, "巡護航次"),
        (1, goal, "違規取締"),
        (2, "友善服務", "行動船"),
    ]


def test_a_goal_without_a_number_that_opens_a_page_is_new() -> None:
    first = ("守護湖域", "巡護航次", "300航次", "330航次。")
    second = ("友善服務", "行動船", "9場", "9場。")
    contents = read(page(1, table(HEADER, first)), page(2, table(HEADER, second, page=2)))
    assert [row.text("goal") for row in contents.rows] == ["守護湖域", "友善服務"]


def test_a_table_without_goals_has_none_of_the_table_before() -> None:
    money = table(
        ("計畫名稱", "預算數", "決算數", "執行率"), ("一般行政", "200", "190", "95"), top=400.0
    )
    contents = read(
        page(1, table(HEADER, ("一、守護湖域", "巡護航次", "300航次", "330航次。")), money)
    )
    assert [row.text("goal") for row in contents.rows] == ["守護湖域", ""]
