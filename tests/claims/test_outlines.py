"""Paragraphs to a tree: which entry stands under which, and in which part of the analysis."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.claims import outlines
from pipeline.claims.outlines import Entry
from pipeline.records import Line, Paragraph, Place


def cell(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(text, (Line(text, 1, number, number),))
        for number, text in enumerate(texts, start=1)
    )


Tree = list[tuple[str, "Tree"]]


def tree(entries: Sequence[Entry]) -> Tree:
    return [(entry.text, tree(entry.children)) for entry in entries]


def flat(text: str) -> tuple[str, Tree]:
    return text, []


TREES = [
    pytest.param(["一、標準", "二、情形"], [flat("標準"), flat("情形")], id="one level"),
    pytest.param(
        ["一、標準", "(一)北岸", "(二)南岸", "二、情形", "(一)北岸"],
        [("標準", [flat("北岸"), flat("南岸")]), ("情形", [flat("北岸")])],
        id="two levels",
    ),
    pytest.param(
        ["一、標準", "(一)北岸", "1. 春", "2. 夏", "(二)南岸", "1.秋"],
        [("標準", [("北岸", [flat("春"), flat("夏")]), ("南岸", [flat("秋")])])],
        id="three levels",
    ),
    pytest.param(
        ["1. 標準", "(一)北岸", "(二)南岸", "2. 情形", "(一)北岸"],
        [("標準", [flat("北岸"), flat("南岸")]), ("情形", [flat("北岸")])],
        id="digits over ideographs",
    ),
    pytest.param(
        ["(一)標準", "一、北岸", "二、南岸", "(二)情形"],
        [("標準", [flat("北岸"), flat("南岸")]), flat("情形")],
        id="brackets over ideographs",
    ),
    pytest.param(
        ["壹、標準", "一、北岸", "(一)春", "①甲", "貳、情形"],
        [("標準", [("北岸", [("春", [flat("甲")])])]), flat("情形")],
        id="formal at the top",
    ),
    pytest.param(
        ["(1)標準", "①北岸", "②南岸", "(2)情形"],
        [("標準", [flat("北岸"), flat("南岸")]), flat("情形")],
        id="circled",
    ),
    pytest.param(
        ["1.10秒", "2.15%", "3.97.5%"], [flat("10秒"), flat("15%"), flat("97.5%")], id="glued"
    ),
    pytest.param(["1、200場", "2、300場"], [flat("200場"), flat("300場")], id="glued to a comma"),
    pytest.param(
        ["一、標準", "另依規定辦理", "二、情形"],
        [("標準", [flat("另依規定辦理")]), flat("情形")],
        id="paragraph without a number",
    ),
    pytest.param(
        ["一、標準", "(一)北岸", "另依規定辦理", "(二)南岸"],
        [("標準", [("北岸", [flat("另依規定辦理")]), flat("南岸")])],
        id="without a number, deeper",
    ),
    pytest.param(
        ["全年辦理", "已完成"], [flat("全年辦理"), flat("已完成")], id="no numbers at all"
    ),
    pytest.param(
        ["全年辦理", "1. 北岸", "2. 南岸"],
        [flat("全年辦理"), flat("北岸"), flat("南岸")],
        id="number later",
    ),
    pytest.param([], [], id="nothing"),
    pytest.param(["1."], [flat("")], id="a number alone"),
]
NO_LIST = [
    pytest.param(["1.5公里"], id="a figure"),
    pytest.param(["全長", "1.5公里"], id="a figure behind a text"),
    pytest.param(["105年辦理", "106年辦理"], id="years"),
    pytest.param(["3. 另依規定"], id="a number that is not due"),
    pytest.param(["2.15%", "3.97.5%"], id="glued without a one"),
    pytest.param(["一定比率", "二成以上"], id="words"),
]


@pytest.mark.parametrize(("texts", "expected"), TREES)
def test_tree(texts: list[str], expected: Tree) -> None:
    assert tree(outlines.outline_paragraphs(cell(*texts))) == expected


@pytest.mark.parametrize("texts", NO_LIST)
def test_no_list(texts: list[str]) -> None:
    entries = outlines.outline_paragraphs(cell(*texts))
    assert [(entry.text, entry.number, entry.style) for entry in entries] == [
        (t, 0, "") for t in texts
    ]


SECTIONS = [
    pytest.param(
        ["一、衡量標準：航次", "二、辦理情形：", "(一)北岸", "1. 春", "三、效益：安全"],
        ["standard", "progress", "progress", "progress", "benefit"],
        id="inherited",
    ),
    pytest.param(
        ["三、年度目標值及達成率：", "(一)年度目標值：300", "(二)達成率：110%"],
        ["result", "result", "result"],
        id="of its own within another",
    ),
    pytest.param(
        ["一、辦理情形", "另依規定辦理", "二、105年度目標值及達成率："],
        ["progress", "progress", "result"],
        id="title without a colon, title with a year",
    ),
    pytest.param(
        ["衡量標準：航次", "辦理情形：", "(一)北岸", "(二)南岸", "另依規定", "達成率：110%"],
        ["standard", "progress", "progress", "progress", "progress", "result"],
        id="titles without numbers",
    ),
    pytest.param(
        ["三、年度目標值及達成率：", "辦理情形：北岸", "(一)南岸"],
        ["result", "progress", "result"],
        id="a title without a number, under one with a number",
    ),
    pytest.param(["一、北岸", "(一)春"], [None, None], id="none"),
    pytest.param(["達成率說明會：9場", "(一)北岸"], [None, None], id="a title that begins alike"),
]


@pytest.mark.parametrize(("texts", "sections"), SECTIONS)
def test_sections(texts: list[str], sections: list[str | None]) -> None:
    entries = outlines.outline_paragraphs(cell(*texts))
    assert [entry.section for root in entries for entry in root.walk()] == sections


TITLES = [
    pytest.param("一、辦理情形：全年辦理", "辦理情形", id="before a colon"),
    pytest.param("(一) 北岸: 全年辦理", "北岸", id="half-width colon"),
    pytest.param("一、辦理情形", "辦理情形", id="short text"),
    pytest.param("一、全年辦理，達成率：110%", "", id="a colon past a comma"),
    pytest.param("一、本局為提升湖區遊客之安全及便利性全年辦理：", "", id="too long"),
    pytest.param("一、", "", id="nothing"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title(text: str, title: str) -> None:
    (entry,) = outlines.outline_paragraphs(cell(text))
    assert entry.title == title


RUNS = [
    pytest.param(["1.10秒", "2.15%", "3.97.5%"], ["10秒", "15%", "97.5%"], id="glued"),
    pytest.param(
        ["一、標準", "(一)北岸", "(二)南岸", "(三)東岸", "二、情形"],
        ["北岸", "南岸", "東岸"],
        id="the longest, though deeper",
    ),
    pytest.param(["一、標準", "二、情形"], ["標準", "情形"], id="at the top"),
    pytest.param(["全年辦理"], [], id="none"),
    pytest.param(["另依規定", "1. 北岸", "2. 南岸"], ["北岸", "南岸"], id="behind a text"),
]


@pytest.mark.parametrize(("texts", "run"), RUNS)
def test_longest_run(texts: list[str], run: list[str]) -> None:
    assert [
        entry.text for entry in outlines.longest_run(outlines.outline_paragraphs(cell(*texts)))
    ] == run


def test_runs_in_the_order_of_print() -> None:
    entries = outlines.outline_paragraphs(
        cell("一、標準", "(一)北岸", "(二)南岸", "二、情形", "(一)春", "(二)夏")
    )
    found = [[entry.text for entry in run] for run in outlines.find_runs(entries)]
    assert found == [["標準", "情形"], ["北岸", "南岸"], ["春", "夏"]]


def test_figures_are_found_behind_the_number() -> None:
    first, second = outlines.outline_paragraphs(cell("1.10秒", "2.15%"))
    assert [[q.text for q in entry.found] for entry in (first, second)] == [["10秒"], ["15%"]]


def test_places() -> None:
    lines = (
        Line("1. 北岸", 1, 10, 20, (0, 5, 10, 15, 25), (5, 10, 15, 25, 35)),
        Line("9場", 1, 30, 40, (0, 5), (5, 15)),
    )
    (entry,) = outlines.outline_paragraphs((Paragraph("1. 北岸9場", lines),))
    assert entry.text == "北岸9場"
    assert entry.place(0, 2) == Place(1, 15, 10, 35, 20)
    assert entry.place(2, 4) == Place(1, 0, 30, 15, 40)
