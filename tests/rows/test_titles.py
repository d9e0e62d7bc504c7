"""Lines outside of tables to title, agency and year."""

from __future__ import annotations

import pytest

from pipeline.records import Line
from pipeline.rows import titles
from tests.cells import line

YEARS = [
    pytest.param("105年度施政績效", 105, id="digits"),
    pytest.param("１０５年度施政績效", 105, id="full width"),
    pytest.param("105 年 度 施政績效", 105, id="spaces"),
    pytest.param("99年度施政績效", 99, id="two digits"),
    pytest.param("中華民國105年度", 105, id="with the era"),
    pytest.param("民國一百零五年度", 105, id="spelt"),
    pytest.param("一百一十年度", 110, id="spelt, round"),
    pytest.param("一百年度", 100, id="spelt, a hundred"),
    pytest.param("九十九年度", 99, id="spelt, below a hundred"),
    pytest.param("一○五年度", 105, id="digit by digit"),
    pytest.param("一〇五年度", 105, id="digit by digit, the other zero"),
    pytest.param("2016年度報告", 105, id="common era"),
    pytest.param("105學年度", 105, id="school year"),
    pytest.param("施政績效（105年度）", 105, id="in brackets"),
]
NO_YEARS = [
    pytest.param("", id="empty"),
    pytest.param("施政績效報告", id="none"),
    pytest.param("第105號函", id="document number"),
    pytest.param("(0801)-017", id="page mark"),
    pytest.param("年度施政績效", id="the word alone"),
    pytest.param("5年計畫", id="one digit"),
]


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_year(text: str, year: int) -> None:
    assert titles.title_year(text) == year


@pytest.mark.parametrize("text", NO_YEARS)
def test_no_year(text: str) -> None:
    assert titles.title_year(text) is None


def above(*texts: str) -> list[tuple[Line, bool]]:
    return [(line(text, top=40 + 20 * at), True) for at, text in enumerate(texts)]


TITLE = "105年度施政績效及達成情形"
# Loose lines, file name; title, agency, year.
SEEN_IN_REPORTS = [
    pytest.param([TITLE], "report", (TITLE, "", 105), id="title alone"),
    pytest.param(
        [TITLE, "機關名稱：霧汀湖域管理局"], "x", (TITLE, "霧汀湖域管理局", 105), id="agency"
    ),
    pytest.param(
        [TITLE], "105年度-霧汀湖域管理局", (TITLE, "霧汀湖域管理局", 105), id="agency of the file"
    ),
    pytest.param(
        ["霧汀湖域管理局104年度施政績效"],
        "103年度",
        ("霧汀湖域管理局104年度施政績效", "霧汀湖域管理局", 104),
        id="the page before the file",
    ),
    pytest.param(
        [], "105年度施政績效-霧汀湖域管理局", ("", "霧汀湖域管理局", 105), id="file alone"
    ),
]
MADE_UP = [
    pytest.param(
        ["1 0 5 年 度 施 政 績 效 報 告"], "x", ("105年度施政績效報告", "", 105), id="letter-spaced"
    ),
    pytest.param(
        ["霧汀湖域管理局", "施政績效報告"],
        "105年度",
        ("施政績效報告", "霧汀湖域管理局", 105),
        id="the agency on a line of its own, no year on the page",
    ),
    pytest.param(
        ["106年3月編印", TITLE], "x", (TITLE, "", 105), id="the title's year before a date above"
    ),
    pytest.param(
        ["壹、工作成果", TITLE], "x", (TITLE, "", 105), id="a title with a year before one without"
    ),
    pytest.param(
        ["礁岩港務處", "港務說明", "強化施政績效，提升執行成果"],
        "x",
        ("港務說明", "礁岩港務處", None),
        id="neither a sentence nor the agency",
    ),
    pytest.param(["湖區年報"], "x", ("湖區年報", "", None), id="no title word: the first line"),
    pytest.param(
        ["三、以前年度成果概述", "湖域預算總說明"],
        "x",
        ("湖域預算總說明", "", None),
        id="the heading of a part is no title",
    ),
    pytest.param(
        ["三、以前年度成果概述"],
        "x",
        ("三、以前年度成果概述", "", None),
        id="but where there is no other",
    ),
    pytest.param(["湖區一覽", "各局"], "x", ("湖區一覽", "", None), id="no office"),
    pytest.param([], "105施政績效", ("", "", 105), id="year without its word, in the file"),
    pytest.param([], "report-20160315", ("", "", None), id="a date in the file is no year"),
    pytest.param([], "", ("", "", None), id="nothing"),
    pytest.param(
        [TITLE, "機關名稱：霧汀湖域管理局 填表日期：106年1月5日"],
        "x",
        (TITLE, "霧汀湖域管理局", 105),
        id="something behind the agency",
    ),
]


@pytest.mark.parametrize(("texts", "name", "expected"), SEEN_IN_REPORTS + MADE_UP)
def test_heading(texts: list[str], name: str, expected: tuple[str, str, int | None]) -> None:
    heading = titles.read_heading(above(*texts), name)
    assert (heading.title, heading.agency, heading.roc_year) == expected


def loose(lines: list[tuple[int, float, str]]) -> list[tuple[Line, bool]]:
    return [(line(text, top=top, page=page), page == 1) for page, top, text in lines]


def test_a_running_title_says_whose_report_it_is() -> None:
    lines = loose([(page, 40.0, "霧汀湖域管理局 105年度施政績效") for page in (1, 2, 3)])
    heading = titles.read_heading(lines, "x")
    assert (heading.agency, heading.roc_year) == ("霧汀湖域管理局", 105)
    assert heading.title == "霧汀湖域管理局 105年度施政績效"


def test_glyphs_behind_the_table_are_neither() -> None:
    heading = titles.read_heading([(line("註：依出港紀錄計算。"), False)], "x")
    assert heading.glyphs == {"other": 10}
    assert heading.title == ""


@pytest.mark.parametrize(
    ("size", "page", "title"),
    [(18.0, 1, "中華民國105年度施政績效報告"), (10.0, 1, "霧汀湖域管理局 105年度績效報告"), (18.0, 2, "霧汀湖域管理局 105年度績效報告")],
)  # fmt: skip
def test_the_title_is_larger_than_what_runs_above_it(size: float, page: int, title: str) -> None:
    running = line("霧汀湖域管理局 105年度績效報告", top=30.0)
    printed = "中華民國105年度施政績效報告"
    large = Line(printed, page, 60.0, 60.0 + size)
    heading = titles.read_heading([(running, True), (large, True)], "x")
    assert (heading.title, heading.agency) == (title, "霧汀湖域管理局")
