"""Plain text to rows: headers, columns told by width, cells cut by pages, and texts without a table."""

from __future__ import annotations

import pytest

from pipeline.rows import titles
from pipeline.rows.contents import Contents
from pipeline.rows.plain_text import text_rows

ROLES = ("goal", "indicator", "target", "analysis")
HEADER = "年度績效目標 衡量指標 \n原定目\n標值 \n績效衡量暨達成情形分析 \n"

# Each cell's lines as a word processor dumps them; a space at the end (␣) ends a paragraph.
ONE = """一、守護湖域環

境資源␣

沿岸巡護船

隊出動航次␣

1. 300

航次␣

2. 5％␣

一、衡量標準：沿岸巡護船隊全年出動航次及其較前一

年度增加之比率。␣

二、辦理情形：本局全年出動三百三十航次。␣

""".replace("␣", " ")
TWO = """二、友善服務␣

行動服務船␣

9場␣

一、衡量標準：行動服務船停靠湖畔聚落之場次數合計。␣

二、辦理情形：全年停靠九場，服務居民約五百人次及遊

客若干。␣

""".replace("␣", " ")
ONE_TEXTS = [
    ["守護湖域環境資源"],
    ["沿岸巡護船隊出動航次"],
    ["1. 300航次", "2. 5％"],
    [
        "一、衡量標準：沿岸巡護船隊全年出動航次及其較前一年度增加之比率。",
        "二、辦理情形：本局全年出動三百三十航次。",
    ],
]
TWO_TEXTS = [
    ["友善服務"],
    ["行動服務船"],
    ["9場"],
    [
        "一、衡量標準：行動服務船停靠湖畔聚落之場次數合計。",
        "二、辦理情形：全年停靠九場，服務居民約五百人次及遊客若干。",
    ],
]


def read(text: str) -> Contents:
    """Read a text, and see that each of its characters is accounted for."""
    contents = text_rows.rows_from_text(text)
    counts = contents.counts
    loose = sum(titles.read_heading(contents.loose, "").glyphs.values())
    kept = counts["glyphs in cells"] + counts["glyphs in headers"] + loose
    assert counts["glyphs"] == len("".join(text.replace("\ufeff", "").split()))
    assert counts["glyphs"] == kept
    assert counts["rows"] == len(contents.rows)
    return contents


def rows(text: str) -> list[list[list[str]]]:
    return [
        [[paragraph.text for paragraph in row.cell(role)] for role in ROLES]
        for row in read(text).rows
    ]


def squeezed(text: str) -> str:
    """Drop the blank lines, which tell nothing."""
    return "".join(line + "\n" for line in text.split("\n") if line.strip())


SAME = [
    pytest.param(HEADER + ONE + TWO, id="plain"),
    pytest.param(" 105年度施政績效 \n\n" + HEADER + ONE + TWO, id="title above"),
    pytest.param("\ufeff" + HEADER + ONE + TWO, id="byte order mark"),
    pytest.param((HEADER + ONE + TWO).replace("\n", "\r\n"), id="CRLF"),
    pytest.param(squeezed(HEADER + ONE + TWO), id="no blank lines"),
    pytest.param((HEADER + ONE + TWO).rstrip("\n"), id="no line end at the end"),
    pytest.param(HEADER + ONE + HEADER + TWO, id="header repeated between rows"),
    pytest.param(HEADER + ONE + "\f" + HEADER + TWO, id="form feed before the header"),
    pytest.param("".join(HEADER.split()) + "\n" + ONE + TWO, id="header in one line"),
    pytest.param("\n".join(HEADER.split()) + "\n" + ONE + TWO, id="header word by word"),
    pytest.param(
        "年度績效目標 衡量指標 \n105年度目標\n值(單位：人) \n達成情形分析 \n" + ONE + TWO,
        id="header with a year and a unit",
    ),
    pytest.param(
        HEADER + ONE.replace("2. 5％ \n\n一、衡量", "2. 5％ 一、衡量") + TWO,
        id="a line of two cells",
    ),
]
NO_ROWS = [
    pytest.param("", id="empty"),
    pytest.param("\n \n\n", id="blank"),
    pytest.param("\ufeff", id="byte order mark alone"),
    pytest.param(ONE + TWO, id="no header"),
    pytest.param(HEADER, id="a header alone"),
    pytest.param(HEADER + "本表依規定填列。 \n", id="a header and a note"),
    pytest.param("年度績效目標 衡量指標 \n" + ONE, id="half a header"),
    pytest.param("年度績效目標之衡量指標及原定目標值 \n" + ONE, id="header words in a sentence"),
    pytest.param("衡量指標 目標值 實際值 達成率 \n巡護 \n300 \n330 \n110% \n", id="no wide column"),
    pytest.param("本局年度施政績效報告如附表。 \n", id="prose"),
]


@pytest.mark.parametrize("text", SAME)
def test_rows(text: str) -> None:
    assert rows(text) == [ONE_TEXTS, TWO_TEXTS]


@pytest.mark.parametrize("text", NO_ROWS)
def test_no_rows(text: str) -> None:
    assert rows(text) == []


# --------------------------------------------------------------------------- cut by pages


def cut(before: str, between: str = HEADER) -> str:
    """Put a page break in front of some words of the first row."""
    at = ONE.index(before)
    return HEADER + ONE[:at] + between + ONE[at:] + TWO


CUTS = [
    pytest.param(cut("年度增加"), id="analysis, within a paragraph"),
    pytest.param(cut("二、辦理情形"), id="analysis, between two parts"),
    pytest.param(
        HEADER
        + "一、守護湖域環\n沿岸巡護船\n1. 300\n一、衡量標準：沿岸巡護船隊全年出動航次及其較前一\n"
        + HEADER
        + "境資源 \n隊出動航次 \n航次 \n2. 5％ \n年度增加之比率。 \n二、辦理情形：本局全年出動三百三十航次。 \n"
        + TWO,
        id="all columns, cells without a mark",
    ),
]


@pytest.mark.parametrize("text", CUTS)
def test_cut(text: str) -> None:
    assert rows(text) == [ONE_TEXTS, TWO_TEXTS]


def test_a_short_last_line_at_the_head_of_a_page() -> None:
    tail = "二、辦理情形：全年停靠九場，服務居民約五百人次及遊\n"
    assert tail in squeezed(TWO)
    text = squeezed(HEADER + ONE + TWO).replace(tail, tail + squeezed(HEADER))
    third = squeezed(TWO).replace("二、友善服務", "三、環境教育")
    assert rows(text + third) == [ONE_TEXTS, TWO_TEXTS, [["環境教育"], *TWO_TEXTS[1:]]]


def test_goals_past_ten() -> None:
    numbers = (*"一二三四五六七八九十", "十一", "十二", "十三")
    text = HEADER + "".join(TWO.replace("二、友善", f"{number}、友善") for number in numbers)
    found = read(text).rows
    assert [row.goal_no for row in found] == list(range(1, 14))
    assert {row.text("target") for row in found} == {"9場"}


def test_goals_in_formal_numbers() -> None:
    text = HEADER + ONE.replace("一、守護", "壹、守護") + TWO.replace("二、友善", "貳、友善")
    assert rows(text) == [ONE_TEXTS, TWO_TEXTS]


NOT_A_GOAL = [
    pytest.param("二、實施內容：全年停靠。", id="a part with a title of its own"),
    pytest.param("二、效益：安全。", id="a short part"),
    pytest.param("三、友善服務", id="a number that is not due"),
    pytest.param("2.友善服務", id="another style"),
    pytest.param("二成以上", id="a word"),
]


@pytest.mark.parametrize("line", NOT_A_GOAL)
def test_not_a_goal(line: str) -> None:
    text = ONE.replace("二、辦理情形：本局全年出動三百三十航次。", line)
    found = rows(HEADER + text)
    assert len(found) == 1
    assert found[0][:3] == ONE_TEXTS[:3]
    assert found[0][3][-1] == line


def test_a_cut_cell_followed_by_the_next_without_a_mark() -> None:
    text = squeezed(HEADER + ONE + TWO)
    three = """三、推動湖岸環
境教育及生態之
環境教育課程␣
12場␣
一、衡量標準：環境教育課程之場次數及參加學童人數。␣
""".replace("␣", " ")
    rest = "深耕計畫 \n二、辦理情形：全年辦理十二場次環境教育課程及說明會。 \n"
    found = rows(text + three + squeezed(HEADER) + rest)
    assert found[2] == [
        ["推動湖岸環境教育及生態之深耕計畫"],
        ["環境教育課程"],
        ["12場"],
        [
            "一、衡量標準：環境教育課程之場次數及參加學童人數。",
            "二、辦理情形：全年辦理十二場次環境教育課程及說明會。",
        ],
    ]


# --------------------------------------------------------------------------- places


def test_places_are_line_numbers() -> None:
    contents = read("105年度施政績效 \n" + HEADER + ONE + TWO)
    lines = ("105年度施政績效 \n" + HEADER + ONE + TWO).split("\n")
    for row in contents.rows:
        for cell in row.cells.values():
            for paragraph in cell:
                place = paragraph.place(0, 1)
                assert (place.x0, place.x1) == (None, None)
                assert paragraph.text[0] in lines[int(place.top) - 1]
    assert [(p.page, p.top) for row in contents.rows for p in row.fragments] == [(1, 6), (1, 26)]


def test_form_feeds_are_pages() -> None:
    contents = read(HEADER + ONE + "\f" + HEADER + TWO)
    assert [row.fragments[0].page for row in contents.rows] == [1, 2]
    assert contents.counts["pages"] == 2


def test_heading() -> None:
    contents = read("霧汀湖域管理局105年度施政績效 \n" + HEADER + ONE)
    heading = titles.read_heading(contents.loose, "x")
    assert (heading.agency, heading.roc_year) == ("霧汀湖域管理局", 105)
