"""Lines outside of tables -> a row for each rate that they tell."""

from __future__ import annotations

import pytest

from pipeline.records import Line
from pipeline.rows.running_text.rate_rows import read_running_text
from tests.cells import HEADER, line, page, table
from tests.rows.pages import ROW, read


def lines(*printed: str, number: int = 1) -> list[Line]:
    return [line(text, top=40 + 20 * at, page=number) for at, text in enumerate(printed)]


BOOK = (
    "一、前年度概況",
    "（一）歲入：預算數50千元，決算數48千元，執行率",
    "96%。",
    "（二）歲出：預算數40千元，決算數30千元，執行率75%。",
    "利率1.5%，滿意度92%。",
)


def test_rows() -> None:
    found = read_running_text(lines(*BOOK), [], beside_tables=False)
    assert [
        (
            row.goal_no,
            row.text("goal"),
            row.text("indicator"),
            row.text("target"),
            row.text("actual"),
            row.text("rate"),
        )
        for row in found.rows
    ] == [
        (1, "前年度概況", "歲入", "50千元", "48千元", "96%"),
        (1, "前年度概況", "歲出", "40千元", "30千元", "75%"),
    ]
    assert found.lines == {1, 2, 3}
    assert {row.years_back for row in found.rows} == {2}


def test_a_rate_is_where_it_is_printed() -> None:
    found = read_running_text(lines(*BOOK), [], beside_tables=False)
    first, second = (row.told for row in found.rows)
    assert first is not None
    assert second is not None
    assert (first.rate.place.top, first.rate.place.x0) == (80, 0.0)
    assert second.rate.place.top == 100
    assert [place.top for place in found.rows[0].fragments] == [60]


def test_a_sentence_goes_on_over_a_page() -> None:
    text = [*lines("歲入預算數50千元，"), *lines("決算數48千元，執行率96%。", number=2)]
    (row,) = read_running_text(text, [], beside_tables=False).rows
    assert [place.page for place in row.fragments] == [1, 2]


@pytest.mark.parametrize(
    ("text", "beside", "alone"),
    [
        ("預算數50千元，決算數48千元，執行率96%。", 1, 1),
        ("本年度執行率達96%。", 0, 1),
        ("滿意度96%。", 0, 0),
        ("共計50件。", 0, 0),
    ],
)
def test_beside_tables_a_rate_needs_its_figures(text: str, beside: int, alone: int) -> None:
    assert len(read_running_text(lines(text), [], beside_tables=True).rows) == beside
    assert len(read_running_text(lines(text), [], beside_tables=False).rows) == alone


def test_no_table_is_one_sentence_with_the_text_above_it() -> None:
    text = lines("歲入預算數50千元，", "決算數48千元，執行率96%。")
    (row,) = read_running_text(text, [(1, 50.0)], beside_tables=False).rows
    assert row.text("target") == ""


def test_a_unit_in_the_first_line() -> None:
    text = lines("單位：新臺幣千元", "歲入預算數50，決算數48，執行率96%。")
    (row,) = read_running_text(text, [], beside_tables=False).rows
    assert row.told is not None
    assert row.told.base is not None
    assert row.told.base.quantity.value == 50_000


def test_glyphs_of_told_sentences_are_in_cells() -> None:
    contents = read(page(1, loose=lines(*BOOK)))
    assert contents.layout == "prose"
    inked = sum(len(text) for text in BOOK[1:4])
    assert contents.counts["glyphs in cells"] == inked
    assert [line.text for line, _ in contents.loose] == [BOOK[0], BOOK[4]]


def test_rows_of_tables_and_text_stand_in_the_order_of_print() -> None:
    text = lines("本年度預算數50千元，決算數48千元，執行率96%。")
    contents = read(page(1, table(HEADER, ROW, top=200), loose=text))
    assert contents.layout == ""
    assert [row.text("indicator") for row in contents.rows] == ["執行率", "巡護航次"]
    assert [row.number for row in contents.rows] == [1, 2]


NAMED = [
    ("訪視：核發33件；預定30件，達成率110%。", ["訪視"]),
    (
        "生活扶助：扶助33人次，高於目標30人次，達成率110%；經費預算50千元，實支48千元，執行率96%。",
        ["生活扶助", "生活扶助經費"],
    ),
    (
        "公園：預定40座，完工44座，達成率110%。工程經費50千元，實支48千元，執行率96%。",
        ["公園", "公園工程經費"],
    ),
    (
        "道路：銑鋪路面預定40公尺，完成44公尺，達成率110%；側溝改善預定40處，完成30處，達成率75%。",
        ["銑鋪路面", "側溝改善"],
    ),
    ("調解：成立率88%，與年度目標成立率80%相比，達成率110%。", ["調解成立率"]),
    ("歲出部分：歲出預算數50千元，決算數48千元，執行率96%。", ["歲出"]),
    ("檢查：109年度預定辦理役男檢查40人，實際完成44人，達成率110%。", ["檢查"]),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_names(text: str, names: list[str]) -> None:
    found = read_running_text(lines("一、概況", text), [], beside_tables=False)
    assert [row.text("indicator") for row in found.rows] == names


LONG = "本處各單位全年配合辦理整備業務，預算數50千元，決算數48千元，執行率96%。"
COMMAS = [
    pytest.param("三、防災整備，強化應變能力", "防災整備，強化應變能力", id="heading"),
    pytest.param("三、防災整備，", "上層", id="ends with a comma"),
    pytest.param("三、防災整備，強化應變能力6場，", "上層", id="figure"),
    pytest.param("防災整備，強化應變能力", "上層", id="no number"),
    pytest.param(
        "三、防災整備，強化應變能力，本處各單位全年配合辦理各項整備業務並持續",
        "上層",
        id="full line",
    ),
]


@pytest.mark.parametrize(("above", "goal"), COMMAS)
def test_headings_with_commas(above: str, goal: str) -> None:
    printed = (
        "壹、上層",
        above,
        LONG,
        "本年度完成。",
        "1、其他：預算數40千元，決算數30千元，執行率75%。",
    )
    found = read_running_text(lines(*printed), [], beside_tables=False)
    assert found.rows[0].text("goal") == goal


ORDERS = [
    pytest.param(
        "抽驗500件，合格480件，合格率96%，目標95%，達成率101%。", ["101%", "96%"], id="of-its-plan"
    ),
    pytest.param(
        "抽驗500件，合格480件，合格率96%；訓練目標30場，完成33場，達成率110%。",
        ["96%", "110%"],
        id="of-another",
    ),
]


@pytest.mark.parametrize(("text", "rates"), ORDERS)
def test_a_share_comes_behind_the_rate_of_its_plan(text: str, rates: list[str]) -> None:
    found = read_running_text(lines("一、檢驗", text), [], beside_tables=False)
    assert [row.text("rate") for row in found.rows] == rates
