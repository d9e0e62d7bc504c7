"""Cells with target, actual figure and rate under labels: split into one each, or left whole."""

from __future__ import annotations

import pytest

from tests.cells import page, table
from tests.rows.pages import read

HEADER = ("年度績效目標", "衡量指標", "目標值及達成情形", "達成率")
SPLIT = [
    pytest.param("目標：300航次|實際：285航次", ("300航次", "285航次"), id="two lines"),
    pytest.param("目標值：300航次 達成值：285航次", ("300航次", "285航次"), id="one line"),
    pytest.param("目標：300航次|達成：285航次", ("300航次", "285航次"), id="a short label"),
    pytest.param("預定：300航次|完成：285航次", ("300航次", "285航次"), id="that of a plan"),
    pytest.param("目標：年底剩450隻以下|達成：438隻", ("年底剩450隻以下", "438隻"), id="words"),
    pytest.param(
        "目標：毛豆12公噸|鳳梨4公噸|達成：毛豆13公噸|鳳梨3公噸",
        ("毛豆12公噸鳳梨4公噸", "毛豆13公噸鳳梨3公噸"),
        id="several lines",
    ),
]
WHOLE = [
    pytest.param("辦理巡護。|目標：300航次|實際：285航次", id="running text in front"),
    pytest.param("目標：300航次，未達成", id="no actual figure"),
    pytest.param("達成：285航次|未達原因：風浪", id="no target"),
    pytest.param("巡護航次達成：285航次|目標：300航次", id="a label behind a name"),
    pytest.param("1.目標：3場|實際：2場|2.目標：5場|實際：4場", id="several items"),
]


@pytest.mark.parametrize(("cell", "figures"), SPLIT)
def test_split(cell: str, figures: tuple[str, str]) -> None:
    contents = read(page(1, table(HEADER, ("一、守護湖域", "巡護航次", cell, "95%"))))
    (row,) = contents.rows
    assert (row.text("target"), row.text("actual"), row.text("rate")) == (*figures, "95%")


def test_a_rate_among_them() -> None:
    header = (*HEADER[:3], "重要成果及檢討")
    cell = "目標值：300航次|達成值：285航次|達成率：95%"
    contents = read(page(1, table(header, ("一、守護湖域", "巡護航次", cell, "因疫情減少航次。"))))
    (row,) = contents.rows
    assert row.text("rate") == "95%"
    assert row.text("analysis") == "因疫情減少航次。"


def test_under_the_word_of_a_target() -> None:
    header = ("年度績效目標", "衡量指標", "目標值|實際值", "達成率")
    cell = "目標值：300航次|實際值：285航次"
    (row,) = read(page(1, table(header, ("一、守護湖域", "巡護航次", cell, "95%")))).rows
    assert (row.text("target"), row.text("actual")) == ("300航次", "285航次")


JOINED = [
    pytest.param("目標值/實際值", "300航次/285航次", ("300航次", "285航次"), id="a stroke"),
    pytest.param("目標值／實際值", "300航次|285航次", ("300航次", "285航次"), id="line by line"),
    pytest.param("實際值/目標值", "285航次/300航次", ("300航次", "285航次"), id="the other order"),
    pytest.param("目標值/實際值", "1/2場/285航次", ("", "1/2場/285航次"), id="too many parts"),
    pytest.param("目標值/實際值", "285航次", ("", "285航次"), id="one figure"),
    pytest.param("目標值/實際值", "300航次/未達", ("", "300航次/未達"), id="no figure in one"),
    pytest.param("實際值", "300航次/285航次", ("", "300航次/285航次"), id="not told in the header"),
]


@pytest.mark.parametrize(("head", "cell", "figures"), JOINED)
def test_one_behind_the_other(head: str, cell: str, figures: tuple[str, str]) -> None:
    header = ("年度績效目標", "衡量指標", head, "達成率")
    (row,) = read(page(1, table(header, ("一、守護湖域", "巡護航次", cell, "95%")))).rows
    assert (row.text("target"), row.text("actual")) == figures


def test_a_rate_behind_a_text() -> None:
    header = ("年度績效目標", "衡量指標", "目標值", "達成情形（達成率）")
    cell = "完成巡護285航次（95%）"
    (row,) = read(page(1, table(header, ("一、守護湖域", "巡護航次", "300航次", cell)))).rows
    assert (row.text("analysis"), row.text("rate")) == ("完成巡護285航次", "95%")


@pytest.mark.parametrize("cell", WHOLE)
def test_whole(cell: str) -> None:
    contents = read(page(1, table(HEADER, ("一、守護湖域", "巡護航次", cell, "95%"))))
    (row,) = contents.rows
    assert row.text("target") == ""


BEHIND = [
    pytest.param("實際值（達成率）", "285航次（95%）", ("285航次", "95%"), id="told in the header"),
    pytest.param("實際值", "285航次|(達成率95%)", ("285航次", "95%"), id="told in the cell"),
    pytest.param("實際值", "285航次（95%）", ("285航次（95%）", ""), id="not told"),
    pytest.param("實際值（達成率）", "95%（285航次）", ("95%（285航次）", ""), id="a count behind a rate"),
    pytest.param("實際值", "3億元（執行率95%）", ("3億元（執行率95%）", ""), id="that of the money"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "cell", "texts"), BEHIND)
def test_a_rate_behind_the_actual_figure(head: str, cell: str, texts: tuple[str, str]) -> None:
    header = ("年度績效目標", "衡量指標", "目標值", head)
    (row,) = read(page(1, table(header, ("一、守護湖域", "巡護航次", "300航次", cell)))).rows
    assert (row.text("actual"), row.text("rate")) == texts
