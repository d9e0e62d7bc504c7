"""Pages to rows: headers, tables that go on without one, other tables, and the sum of all glyphs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.cells import EDGES, HEADER, line, page, table
from tests.rows.pages import ROLES, ROW, ROW_TEXTS, printed, read

HEADERS = [
    pytest.param([HEADER, ROW], id="plain"),
    pytest.param(
        [("年度績效|目標", "衡量|指標", "原定目|標值", "績效衡量暨達成|情形分析"), ROW],
        id="wrapped",
    ),
    pytest.param(
        [("年 度 績 效 目 標", "衡 量 指 標", "目 標 值", "辦 理 情 形"), ROW], id="spaced"
    ),
    pytest.param(
        [("105年度績效目標", "衡量指標", "105年度|目標值(A)", "達成情形|分析"), ROW],
        id="with years",
    ),
    pytest.param([("施政目標", "考成項目", "預定進度", "自我評估報告"), ROW], id="other words"),
    pytest.param([("105年度施政績效及達成情形",), HEADER, ROW], id="title above, in the table"),
    pytest.param([HEADER, HEADER, ROW], id="printed twice"),
    pytest.param([HEADER, ROW, HEADER], id="printed below"),
]
NO_HEADERS = [
    pytest.param([ROW], id="none"),
    pytest.param([("編號", "場次", "人數", "備註"), ("1", "12", "300", "")], id="another table"),
    pytest.param([("年度績效目標", "備註", "承辦人", "日期"), ROW], id="one known word"),
    pytest.param([("項目", "達成率", "執行率", "說明"), ROW], id="nothing that is measured"),
    pytest.param([("年度績效目標", "衡量指標", "承辦人", "日期"), ROW], id="nothing to be reached"),
    pytest.param([], id="no line at all"),
]


@pytest.mark.parametrize("lines", HEADERS)
def test_header(lines: list[tuple[str, ...]]) -> None:
    contents = read(page(1, table(*lines)))
    assert [printed(row) for row in contents.rows] == [ROW_TEXTS]
    assert contents.roles == ROLES
    assert contents.rows[0].goal_no == 1


@pytest.mark.parametrize("lines", NO_HEADERS)
def test_no_header(lines: list[tuple[str, ...]]) -> None:
    contents = read(page(1, table(*lines)))
    assert list(contents.rows) == []
    assert contents.roles == ()
    assert contents.counts["tables without a known header"] == 1


def test_header_on_the_first_page_only() -> None:
    contents = read(
        page(1, table(HEADER, ROW)), page(2, table(("二、友善服務", "行動船", "9場", "實際9場。")))
    )
    assert [row.goal_no for row in contents.rows] == [1, 2]
    assert contents.counts["header rows"] == 1


def test_header_on_each_page() -> None:
    second = ("二、友善服務", "行動船", "9場", "實際9場。")
    contents = read(page(1, table(HEADER, ROW)), page(2, table(HEADER, second)))
    assert [row.goal_no for row in contents.rows] == [1, 2]
    assert contents.counts["header rows"] == 2


FITS = [
    pytest.param(EDGES, 2, id="the same"),
    pytest.param([edge + 28 for edge in EDGES], 2, id="other margin, as left and right pages have"),
    pytest.param(
        [edge + shift for edge, shift in zip(EDGES, (0, 2, -2, 1, 0), strict=True)],
        2,
        id="a hair off",
    ),
    pytest.param([0.0, 80.0, 160.0, 230.0], 1, id="fewer columns"),
    pytest.param([0.0, 120.0, 200.0, 260.0, 460.0], 1, id="other widths"),
]


@pytest.mark.parametrize(("edges", "found"), FITS)
def test_a_table_without_a_header_has_to_fit(edges: Sequence[float], found: int) -> None:
    second = ("二、友善服務", "行動船", "9場", "實際9場。")[: len(edges) - 1]
    contents = read(page(1, table(HEADER, ROW)), page(2, table(second, edges=edges)))
    assert len(contents.rows) == found
    assert contents.counts["tables without a known header"] == 2 - found


def test_other_tables_are_left_alone() -> None:
    other = table(("航線", "班次"), ("北岸線", "12"), edges=(0.0, 100.0, 200.0), top=400)
    contents = read(page(1, table(HEADER, ROW), other))
    assert [printed(row) for row in contents.rows] == [ROW_TEXTS]
    assert contents.counts["glyphs in other tables"] == len("航線班次北岸線12")


def test_header_of_two_lines() -> None:
    edges = (0.0, 80.0, 160.0, 230.0, 290.0, 460.0)
    grid = table(
        (("年度績效目標", 2), ("衡量指標", 2), "年度目標值", None, ("達成情形分析", 2)),
        (None, None, "數值", "單位", None),
        ("一、守護湖域", "巡護航次", "300", "航次", "實際330航次。"),
        edges=edges,
    )
    wide = grid.grid[0][2]
    assert wide is not None
    over = type(wide)(160, wide.top, 290, wide.bottom, 2, 2, 1, wide.lines)
    first = (*grid.grid[0][:2], over, None, grid.grid[0][4])
    merged = type(grid)(1, grid.x0, grid.top, grid.x1, grid.bottom, (first, *grid.grid[1:]))
    flat = tuple(
        c and type(c)(c.x0, c.top, c.x1, c.bottom, c.column, c.columns, 1, c.lines) for c in first
    )
    blank = tuple(
        c or type(over)(edges[at], 75, edges[at + 1], 100, at, 1, 1, ())
        for at, c in enumerate(grid.grid[1])
    )
    unmerged = type(grid)(1, grid.x0, grid.top, grid.x1, grid.bottom, (flat, blank, grid.grid[2]))
    for printed_table in (merged, unmerged):
        (row,) = read(page(1, printed_table)).rows
        assert printed(row) == [["守護湖域"], ["巡護航次"], ["300"], ["實際330航次。"]]
        assert [[p.text for p in cell] for cell in row.other.values()] == [["航次"]]


def test_columns_without_a_role_keep_their_word() -> None:
    edges = (0.0, 80.0, 160.0, 230.0, 400.0, 460.0)
    grid = table((*HEADER, "承辦單位"), (*ROW, "巡護科"), edges=edges)
    (row,) = read(page(1, grid)).rows
    assert {word: [p.text for p in cell] for word, cell in row.other.items()} == {
        "承辦單位": ["巡護科"]
    }


YEARS = [
    pytest.param(
        ("衡量指標", "104年度實際值", "105年度目標值", "105年度實際值"), "b", id="later last"
    ),
    pytest.param(
        ("衡量指標", "105年度實際值", "105年度目標值", "104年度實際值"), "a", id="later first"
    ),
    pytest.param(("衡量指標", "實際值", "目標值", "實際值"), "a", id="no years"),
]


@pytest.mark.parametrize(("header", "actual"), YEARS)
def test_of_two_years_the_later_counts(header: tuple[str, ...], actual: str) -> None:
    (row,) = read(page(1, table(header, ("巡護航次", "a", "300", "b")))).rows
    assert row.text("actual") == actual
    assert len(row.other) == 1


def test_loose_lines() -> None:
    above, below = line("105年度施政績效", top=20), line("註：依出港紀錄。", top=700)
    second = page(
        2, table(("二、友善服務", "行動船", "9場", "9場。"), page=2), loose=[line("續", page=2)]
    )
    contents = read(page(1, table(HEADER, ROW), loose=[above, below]), second)
    assert [before for _, before in contents.loose] == [True, False, False]


def test_nothing() -> None:
    contents = read()
    assert (list(contents.rows), contents.roles, list(contents.loose)) == ([], (), [])


CARD_EDGES = (0.0, 80.0, 160.0)


def test_a_card_over_two_pages_is_one_row() -> None:
    first = table(("衡量指標", "引水"), ("目標值", "12艘次"), edges=CARD_EDGES)
    rest = table(("實際值", "11艘次"), ("達成率", "92%"), page=2, edges=CARD_EDGES)
    other = table(("衡量指標", "巡查"), ("目標值", "9次"), ("實際值", "9次"), page=2, top=400, edges=CARD_EDGES)  # fmt: skip
    contents = read(page(1, first), page(2, rest, other))
    assert [
        [row.text(role) for role in ("indicator", "target", "actual", "rate")]
        for row in contents.rows
    ] == [["引水", "12艘次", "11艘次", "92%"], ["巡查", "9次", "9次", ""]]
    assert [place.page for place in contents.rows[0].fragments] == [1, 2]


def test_a_card_at_the_foot_of_the_last_page() -> None:
    lines = [("衡量指標", "引水"), ("目標值", "12艘次"), ("實際值", "11艘次")]
    contents = read(page(1, table(*lines, edges=CARD_EDGES)), page(2))
    assert [row.text("actual") for row in contents.rows] == ["11艘次"]


def test_lines_above_a_turned_table_stand_before_the_first() -> None:
    lines = [
        ("項目", "引水", "巡查", "救援"),
        ("目標值", "12", "9", "3"),
        ("達成率", "92%", "100%", "75%"),
    ]
    above, below = line("105年度施政績效", top=20), line("註：略。", top=700)
    contents = read(page(1, table(*lines), loose=[above, below]))
    assert [before for _, before in contents.loose] == [True, False]
