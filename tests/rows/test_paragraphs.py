"""Lines to paragraphs: what is joined, what is set apart, where it is printed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.records import Line, Place
from pipeline.rows import column_extents, line_parts, paragraphs
from pipeline.rows.column_extents import ColumnExtent
from tests.cells import EM, PADDING, PITCH, line, said, stretched
from tests.rows.lines import SIDE, block


def centred(*printed: str, side: float = SIDE) -> list[Line]:
    lines = [line(text, 0, PITCH * at) for at, text in enumerate(printed)]
    return [line(found.text, (side - found.x1) / 2, found.top) for found in lines]


def read(*pieces: Sequence[Line], side: float = SIDE) -> list[str]:
    """Return the paragraphs of a cell that stands in these pieces."""
    rooms = [
        column_extents.column_extent(line_parts.strip_lines(lines), 0, side) for lines in pieces
    ]
    return [
        paragraph.text
        for paragraph in paragraphs.paragraphs_from_lines(
            [printed for lines in pieces for printed in lines],
            [room for lines, room in zip(pieces, rooms, strict=True) for _ in lines],
        )
    ]


JOINED = [
    pytest.param(["擴大湖區巡護船隊之服", "務範圍"], "擴大湖區巡護船隊之服務範圍", id="full line"),
    pytest.param(
        ["全年提供巡護服務共計，", "達成"], "全年提供巡護服務共計，達成", id="hanging comma"
    ),
    pytest.param(
        ["全年共服務遊客合計為", "1,234人"], "全年共服務遊客合計為1,234人", id="figure behind"
    ),
    pytest.param(["全年共服務遊客合計為", "1.5公里"], "全年共服務遊客合計為1.5公里", id="no list"),
    pytest.param(["全年共服務遊客自民國", "105年起"], "全年共服務遊客自民國105年起", id="a year"),
    pytest.param(
        ["服務遊客總合計123,14", "3人"], "服務遊客總合計123,143人", id="figure cut by the line"
    ),
    pytest.param(
        ["服務遊客之合計12,34", "5,678人"], "服務遊客之合計12,345,678人", id="cut before a comma"
    ),
    pytest.param(
        ["設置計量文件之 open", "data 平臺"], "設置計量文件之open data平臺", id="Latin words"
    ),
    pytest.param(["設置計量之文件庫 web", "平臺"], "設置計量之文件庫web平臺", id="Latin, then not"),
    pytest.param(["服務達成(", "98.5%)"], "服務達成(98.5%)", id="no end with an opening mark"),
    pytest.param(["達成率98.5", "%"], "達成率98.5%", id="no beginning with a percent sign"),
    pytest.param(["達成(98%", ")"], "達成(98%)", id="no beginning with a closing mark"),
    pytest.param(["1.", "8,050人"], "1. 8,050人", id="number alone on its line"),
    pytest.param(["一、", "水域巡護"], "一、水域巡護", id="ideograph alone on its line"),
    pytest.param(["1.", "2.5公里"], "1. 2.5公里", id="number alone before a glued look-alike"),
    pytest.param(
        [">>擴大湖區巡護船隊", "之服務範圍並增加班次", "共三航次"],
        "擴大湖區巡護船隊之服務範圍並增加班次共三航次",
        id="first line indented",
    ),
    pytest.param(
        ["(一)擴大湖區巡護船隊", ">>之服務範圍並增加", ">>班次"],
        "(一)擴大湖區巡護船隊之服務範圍並增加班次",
        id="hanging indent",
    ),
    pytest.param(
        ["依甲案辦理並依乙案及", "三、四年級之意見修正"],
        "依甲案辦理並依乙案及三、四年級之意見修正",
        id="a number that is not due",
    ),
    pytest.param(
        ["步道全長合計為甲線約", "1.5公里，乙線全長約為", "2.6公里"],
        "步道全長合計為甲線約1.5公里，乙線全長約為2.6公里",
        id="figures that happen to run 1. 2.",
    ),
    pytest.param(
        ["甲乙丙丁戊(包括己庚", "(辛壬癸))"],
        "甲乙丙丁戊(包括己庚(辛壬癸))",
        id="bracket with its word",
    ),
    pytest.param(["", "水域巡護", " "], "水域巡護", id="blank lines"),
]
SET_APART = [
    pytest.param(
        ["全年巡護之達成率103%", "110%"],
        ["全年巡護之達成率103%", "110%"],
        id="figure behind a percent sign",
    ),
    pytest.param(["水域巡護", "步道養護"], ["水域巡護", "步道養護"], id="short line"),
    pytest.param(
        ["擴大湖區巡護船隊之服", "務。", "增加班次"],
        ["擴大湖區巡護船隊之服務。", "增加班次"],
        id="short last line",
    ),
    pytest.param(
        ["一、擴大湖區巡護船隊", "二、增加班次"],
        ["一、擴大湖區巡護船隊", "二、增加班次"],
        id="number due behind a full line",
    ),
    pytest.param(
        ["辦理下列各項重要工作", "(一)增加班次"],
        ["辦理下列各項重要工作", "(一)增加班次"],
        id="list opens behind a full line",
    ),
    pytest.param(
        ["1.10秒", "2.15%", "3.97.5%"], ["1.10秒", "2.15%", "3.97.5%"], id="glued to their figures"
    ),
    pytest.param(
        ["驗票所需時間及使用率：", "1.10秒", "2.15%"],
        ["驗票所需時間及使用率：", "1.10秒", "2.15%"],
        id="glued behind a colon",
    ),
    pytest.param(["1.", "8,050人", "2.", "30％"], ["1. 8,050人", "2. 30％"], id="numbers alone"),
    pytest.param(["①25張", "②30場"], ["①25張", "②30場"], id="circled"),
    pytest.param(
        ["㈠增加班次㈡㈢㈣㈤㈥㈦", "㈡養護"],
        ["㈠增加班次㈡㈢㈣㈤㈥㈦", "㈡養護"],
        id="one character",
    ),
    pytest.param(
        ["擴大湖區巡護船隊服務", "●增加班次"], ["擴大湖區巡護船隊服務", "●增加班次"], id="bullet"
    ),
    pytest.param(
        ["(一)擴大湖區巡護船隊", ">>之服務範圍並增加", ">>班次及更多的巡護", "另增加步道養護班次"],
        ["(一)擴大湖區巡護船隊之服務範圍並增加班次及更多的巡護", "另增加步道養護班次"],
        id="out of a hanging indent",
    ),
    pytest.param(
        [">>擴大湖區巡護船隊", "之服務範圍並增加班次", ">>另增加步道之養護", "工作"],
        ["擴大湖區巡護船隊之服務範圍並增加班次", "另增加步道之養護工作"],
        id="first lines indented",
    ),
    pytest.param(["100場", "200場", "300場"], ["100場", "200場", "300場"], id="short words alike"),
]


@pytest.mark.parametrize(("printed", "text"), JOINED)
def test_joined(printed: list[str], text: str) -> None:
    assert read(block(*printed)) == [text]


@pytest.mark.parametrize(("printed", "texts"), SET_APART)
def test_set_apart(printed: list[str], texts: list[str]) -> None:
    assert read(block(*printed)) == texts


def test_a_wide_gap_sets_apart() -> None:
    lines = [line("擴大湖區巡護船隊服務", PADDING, top) for top in (0, 15, 30, 45, 85)]
    assert [len(text) for text in read(lines)] == [40, 10]


CENTRED = [
    pytest.param(
        ["擴大湖區巡護船隊服務", "範圍"], ["擴大湖區巡護船隊服務範圍"], id="last line short"
    ),
    pytest.param(
        ["擴大湖區巡護船隊服務", "之範圍並增加各線班次", "共三航次"],
        ["擴大湖區巡護船隊服務之範圍並增加各線班次共三航次"],
        id="three lines",
    ),
    pytest.param(["8,050人", "30％"], ["8,050人", "30％"], id="two short lines"),
    pytest.param(["1. 8,050人", "2. 30％"], ["1. 8,050人", "2. 30％"], id="numbers"),
]


@pytest.mark.parametrize(("printed", "texts"), CENTRED)
def test_centred(printed: list[str], texts: list[str]) -> None:
    assert read(centred(*printed)) == texts


def test_stretched_lines() -> None:
    right = PADDING + 4 * EM
    lines = [
        stretched("美國防", PADDING, right, 0),
        stretched("制人口", PADDING, right, PITCH),
        stretched("販運報", PADDING, right, 2 * PITCH),
        line("告評", PADDING, 3 * PITCH),
    ]
    assert read(lines, side=right + PADDING) == ["美國防制人口販運報告評"]


def test_stretched_figure() -> None:
    right = PADDING + 6 * EM
    lines = [
        stretched("目標值為", PADDING, right, 0),
        stretched("8,050", PADDING, right, PITCH),
        stretched("人次以上", PADDING, right, 2 * PITCH),
    ]
    assert read(lines, side=right + PADDING) == ["目標值為8,050人次以上"]


OVER_PAGES = [
    pytest.param(
        ["擴大湖區巡護船隊之服"], ["務範圍"], ["擴大湖區巡護船隊之服務範圍"], id="within a word"
    ),
    pytest.param(
        ["(一)擴大湖區巡護船隊"], [">>之服務範圍"], ["(一)擴大湖區巡護船隊之服務範圍"], id="hanging"
    ),
    pytest.param(
        [">>擴大湖區巡護船隊"],
        ["之服務範圍"],
        ["擴大湖區巡護船隊之服務範圍"],
        id="first line alone",
    ),
    pytest.param(
        ["服務遊客總合計123,14"], ["3人"], ["服務遊客總合計123,143人"], id="within a figure"
    ),
    pytest.param(["增加班次。"], ["另養護步道"], ["增加班次。", "另養護步道"], id="short line"),
    pytest.param(
        ["一、擴大湖區巡護船隊"],
        ["二、增加班次"],
        ["一、擴大湖區巡護船隊", "二、增加班次"],
        id="due",
    ),
    pytest.param(["1."], ["8,050人"], ["1. 8,050人"], id="number alone at the foot"),
]


@pytest.mark.parametrize(("first", "second", "texts"), OVER_PAGES)
def test_over_pages(first: list[str], second: list[str], texts: list[str]) -> None:
    assert read(block(*first), block(*second, page=2)) == texts


SAID = [
    pytest.param([("擴大湖區", False), ("巡護", True)], ["擴大湖區巡護"], id="goes on"),
    pytest.param([("擴大湖區", True), ("巡護", True)], ["擴大湖區", "巡護"], id="ends"),
    pytest.param([("1.10秒", False), ("2.15%", True)], ["1.10秒", "2.15%"], id="list without ends"),
    pytest.param([("全長約", False), ("1.5公里", True)], ["全長約1.5公里"], id="no list"),
    pytest.param([("美 國 防", False), ("制 人 口", True)], ["美國防制人口"], id="justified"),
]


@pytest.mark.parametrize(("lines", "texts"), SAID)
def test_said(lines: list[tuple[str, bool]], texts: list[str]) -> None:
    said_lines = [said(text, top, ends=ends) for top, (text, ends) in enumerate(lines, start=1)]
    assert [paragraph.text for paragraph in paragraphs.paragraphs_from_lines(said_lines)] == texts


def test_a_full_line_of_text_may_end_in_a_space() -> None:
    lines = [said("擴大湖區巡護", 1, ends=True), said("船隊", 2, ends=True)]
    rooms = [ColumnExtent(0.0, 12.0)] * 2
    assert [p.text for p in paragraphs.paragraphs_from_lines(lines, rooms)] == ["擴大湖區巡護船隊"]


def test_places() -> None:
    first = block("擴大湖區巡護", "服務 open", side=6 * EM + 2 * PADDING)
    second = block("data 範圍", page=2)
    rooms = [ColumnExtent(PADDING, PADDING + 6 * EM)] * 3
    (paragraph,) = paragraphs.paragraphs_from_lines([*first, *second], rooms)
    assert paragraph.text == "擴大湖區巡護服務open data範圍"
    start = paragraph.text.index("巡護服務")
    assert paragraph.place(start, start + 2) == Place(1, 45, 0, 65, 10)
    assert paragraph.place(start, start + 4) == Place(1, 45, 0, 65, 10)  # of two lines the first
    assert paragraph.place(start + 2, start + 4) == Place(1, 5, 15, 25, 25)
    data = paragraph.text.index("data")
    assert paragraph.place(data, data + 4) == Place(2, 5, 0, 25, 10)
    assert paragraph.place(len(paragraph.text) - 1, len(paragraph.text)).page == 2
    assert paragraph.place(3, 3) == Place(1, 35, 0, 45, 10)


def test_places_of_text() -> None:
    (paragraph,) = paragraphs.paragraphs_from_lines(
        [said("擴大湖區", 7, ends=False), said("巡 護", 8, ends=True)]
    )
    assert paragraph.place(3, 4) == Place(1, None, 7, None, 7)
    assert paragraph.place(4, 6) == Place(1, None, 8, None, 8)


@pytest.mark.parametrize("printed", [case.values[0] for case in JOINED + SET_APART])
def test_every_character_has_its_place(printed: list[str]) -> None:
    lines = block(*printed)
    ink = sorted(
        (char, left, found.top)
        for found in lines
        for char, left in zip(found.text, found.lefts, strict=True)
        if not char.isspace()
    )
    cell = paragraphs.paragraphs_from_lines(
        lines, [column_extents.column_extent(line_parts.strip_lines(lines), 0, SIDE)] * len(lines)
    )
    placed = [
        (char, place.x0, place.top)
        for paragraph in cell
        for at, char in enumerate(paragraph.text)
        if not char.isspace()
        for place in [paragraph.place(at, at + 1)]
    ]
    assert sorted(placed) == ink
    assert all(p.text == "".join(found.text for found in p.lines) for p in cell)
