"""Tables to rows: headers, cut rows, merged goals, what is set aside, and the sum of all glyphs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.records import PageTables, Place, Row
from pipeline.rows import logical_rows, titles
from pipeline.rows.contents import Contents
from tests.cells import EDGES, HEADER, line, page, table

ROLES = ("goal", "indicator", "target", "analysis")
Texts = list[list[str]]


def printed(found: Row) -> Texts:
    return [[paragraph.text for paragraph in found.cell(role)] for role in ROLES]


def read(*pages: PageTables) -> Contents:
    """Read pages, and see that each of their glyphs is accounted for."""
    contents = logical_rows.from_pages(pages)
    counts = contents.counts
    kept = ("cells", "headers", "other tables")
    loose = sum(titles.read_heading(contents.loose, "").glyphs.values())
    assert sum(counts[f"glyphs in {kind}"] for kind in kept) + loose == counts["glyphs"]
    assert counts["glyphs"] == sum(sheet.glyphs for sheet in pages)
    assert counts["pages"] == len(pages)
    assert counts["rows"] == len(contents.rows)
    assert [row.number for row in contents.rows] == list(range(1, len(contents.rows) + 1))
    return contents


# --------------------------------------------------------------------------- headers

ROW = ("一、守護湖域", "巡護航次", "300航次", "實際330航次。")
ROW_TEXTS = [["守護湖域"], ["巡護航次"], ["300航次"], ["實際330航次。"]]
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


# --------------------------------------------------------------------------- rows cut by pages

# The first page's row, the second page's, and the one row that they are.
CUT = [
    pytest.param(
        ("一、守護湖域", "巡護航次", "300航次", "本局全年出動巡護船共計一百二十航次，沿岸之巡"),
        ("", "", "", "護及取締違規捕撈。"),
        [["守護湖域"], ["巡護航次"], ["300航次"],
         ["本局全年出動巡護船共計一百二十航次，沿岸之巡護及取締違規捕撈。"]],
        id="analysis, within a word",
    ),
    pytest.param(
        ("一、守護湖域", "巡護航次", "300航次", "一、衡量標準：航次。|二、辦理情形：北岸。"),
        ("", "", "", "另辦理南岸巡護。"),
        [["守護湖域"], ["巡護航次"], ["300航次"],
         ["一、衡量標準：航次。", "二、辦理情形：北岸。", "另辦理南岸巡護。"]],
        id="analysis, between two paragraphs",
    ),
    pytest.param(
        ("一、守護湖域並|提升居民及遊|客環境意識之", "巡護航次", "300航次", "一、衡量標準：巡護航次。|二、辦理情形：|(一)北岸。"),
        ("深化及擴展。", "", "", "(二)南岸。"),
        [["守護湖域並提升居民及遊客環境意識之深化及擴展。"], ["巡護航次"], ["300航次"],
         ["一、衡量標準：巡護航次。", "二、辦理情形：", "(一)北岸。", "(二)南岸。"]],
        id="goal goes on",
    ),
    pytest.param(
        ("一、守護湖域", "沿岸巡護船隊|全年出動航次|較前一年度增", "300航次", "一、衡量標準：航次。|二、辦理情形：|(一)北岸。"),
        ("", "加之比率。", "", "(二)南岸。"),
        [["守護湖域"], ["沿岸巡護船隊全年出動航次較前一年度增加之比率。"], ["300航次"],
         ["一、衡量標準：航次。", "二、辦理情形：", "(一)北岸。", "(二)南岸。"]],
        id="indicator goes on",
    ),
    pytest.param(
        ("一、守護湖域", "巡護航次", "1. 北岸|2. 南岸|3. 東岸", "一、衡量標準：航次。|二、辦理情形：|(一)北岸。"),
        ("", "", "4. 西岸", "(二)南岸。"),
        [["守護湖域"], ["巡護航次"], ["1.北岸", "2.南岸", "3.東岸", "4.西岸"],
         ["一、衡量標準：航次。", "二、辦理情形：", "(一)北岸。", "(二)南岸。"]],
        id="target goes on with its list",
    ),
    pytest.param(
        ("一、守護湖域", "巡護航次", "全年人次12,3", "一、衡量標準：航次。"),
        ("", "", "45人次", "二、辦理情形：北岸。"),
        [["守護湖域"], ["巡護航次"], ["全年人次12,345人次"], ["一、衡量標準：航次。", "二、辦理情形：北岸。"]],
        id="figure cut in two",
    ),
    pytest.param(
        ("一、守護湖域並|提升居民及遊|客環境意識之", "沿岸巡護船隊|全年出動航次|較前一年度增", "1. 北岸|2. 南岸|3. 東岸", "一、衡量標準：航次。|二、辦理情形：|(一)北岸。"),
        ("深化及擴展。", "加之比率。", "4. 西岸", "(二)南岸。"),
        [["守護湖域並提升居民及遊客環境意識之深化及擴展。"], ["沿岸巡護船隊全年出動航次較前一年度增加之比率。"],
         ["1.北岸", "2.南岸", "3.東岸", "4.西岸"],
         ["一、衡量標準：航次。", "二、辦理情形：", "(一)北岸。", "(二)南岸。"]],
        id="all four columns",
    ),
    pytest.param(
        ("一、守護湖域：|1. 巡護|2. 稽查", "巡護航次", "300航次", "一、衡量標準：航次。|二、辦理情形：|(一)北岸。"),
        ("3. 復育", "", "", "(二)南岸。"),
        [["守護湖域：", "1.巡護", "2.稽查", "3.復育"], ["巡護航次"], ["300航次"],
         ["一、衡量標準：航次。", "二、辦理情形：", "(一)北岸。", "(二)南岸。"]],
        id="a list within the goal",
    ),
    pytest.param(
        ("一、守護湖域並|養護沿岸步道", "巡護航次", "300航次", "一、衡量標準：航次。|二、辦理情形："),
        ("2.5公里。", "", "", "(一)北岸。"),
        [["守護湖域並養護沿岸步道2.5公里。"], ["巡護航次"], ["300航次"],
         ["一、衡量標準：航次。", "二、辦理情形：", "(一)北岸。"]],
        id="a figure is no goal number",
    ),
    pytest.param(
        ("一、守護湖域", "巡護航次", "300航次", "一、衡量標準：航次。|二、辦理情形："),
        ("一、守護湖域(續)", "", "", "(一)北岸。"),
        [["守護湖域"], ["巡護航次"], ["300航次"], ["一、衡量標準：航次。", "二、辦理情形：", "(一)北岸。"]],
        id="goal repeated with its mark",
    ),
    pytest.param(
        ("一、守護湖域", "巡護航次", "300航次", "一、衡量標準：航次。|二、辦理情形："),
        ("（承上頁）", "", "", "(一)北岸。"),
        [["守護湖域"], ["巡護航次"], ["300航次"], ["一、衡量標準：航次。", "二、辦理情形：", "(一)北岸。"]],
        id="said to go on",
    ),
    pytest.param(
        ("守護湖域並提|升居民及遊客|環境意識之深", "巡護航次", "300航次", "一、衡量標準：航次。|二、辦理情形：|(一)北岸。"),
        ("化及擴展。", "", "", "(二)南岸。"),
        [["守護湖域並提升居民及遊客環境意識之深化及擴展。"], ["巡護航次"], ["300航次"],
         ["一、衡量標準：航次。", "二、辦理情形：", "(一)北岸。", "(二)南岸。"]],
        id="goals without numbers",
    ),
]  # fmt: skip
# The first page's row and the second's, which is another one.
NOT_CUT = [
    pytest.param(
        ("一、守護湖域", "巡護航次", "300航次", "實際330航次。"),
        ("二、友善服務", "行動船", "9場", "實際9場。"),
        id="the goal that is due",
    ),
    pytest.param(
        ("一、守護湖域並|提升居民及遊|客環境意識之", "沿岸巡護船隊|全年出動航次|較前一年度增", "1. 北岸|2. 南岸|3. 東岸", "二、辦理情形：|(一)北岸。|(二)南岸。"),
        ("二、友善服務", "行動船", "4. 西岸", "(三)西岸。"),
        id="the goal that is due, all cells filled",
    ),
    pytest.param(
        ("1. 守護湖域", "巡護航次", "300航次", "實際330航次。"),
        ("2. 友善服務", "行動船", "9場", "實際9場。"),
        id="goals in digits",
    ),
    pytest.param(
        ("(一)守護湖域", "巡護航次", "300航次", "實際330航次。"),
        ("(三)友善服務", "行動船", "9場", "實際9場。"),
        id="a goal left out",
    ),
    pytest.param(
        ("三、守護湖域", "巡護航次", "300航次", "實際330航次。"),
        ("一、友善服務", "行動船", "9場", "實際9場。"),
        id="goals begin again",
    ),
    pytest.param(
        ("一、守護湖域", "巡護航次", "300航次", "一、衡量標準：航次。|二、辦理情形：|(一)北岸。|(二)南岸。"),
        ("", "行動船", "9場", "一、衡量標準：場次。"),
        id="merged goal, cells that had room",
    ),
    pytest.param(
        ("一、守護湖域", "巡護航次", "300航次", "全年330航次。"),
        ("", "行動船", "9場", "全年9場。"),
        id="merged goal, short cells",
    ),
    pytest.param(
        ("一、守護湖域", "巡護航次", "300航次", "一、衡量標準：航次。|二、辦理情形：北岸。"),
        ("", "行動船", "9場", "一、衡量標準：場次。"),
        id="merged goal, the analysis begins again",
    ),
    pytest.param(
        ("守護湖域", "巡護航次", "300航次", "全年330航次。"),
        ("友善服務", "行動船", "9場", "全年9場。"),
        id="goals without numbers",
    ),
    pytest.param(
        ("守護湖域", "巡護航次", "300航次", "一、衡量標準：航次。|二、辦理情形：|(一)北岸。|(二)南岸。"),
        ("友善服務", "行動船", "9場", "全年9場。"),
        id="goals without numbers, cells that had room",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "whole"), CUT)
@pytest.mark.parametrize(
    "header", [pytest.param([], id="one header"), pytest.param([HEADER], id="two")]
)
def test_cut(
    first: tuple[str, ...], second: tuple[str, ...], whole: Texts, header: list[tuple[str, ...]]
) -> None:
    sheets = [page(1, table(HEADER, first)), page(2, table(*header, second, page=2))]
    contents = read(*sheets)
    assert [printed(row) for row in contents.rows] == [whole]
    (row,) = contents.rows
    assert [place.page for place in row.fragments] == [1, 2]


@pytest.mark.parametrize(("first", "second"), NOT_CUT)
def test_not_cut(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    contents = read(page(1, table(HEADER, first)), page(2, table(HEADER, second, page=2)))
    assert [len(row.fragments) for row in contents.rows] == [1, 1]


TAIL = ("", "", "", "(二)南岸。")
HEAD = ("一、守護湖域", "巡護航次", "300航次", "一、衡量標準：航次。|二、辦理情形：|(一)北岸。")
NOT_NEXT = [
    pytest.param(
        [page(1, table(HEADER, HEAD)), page(3, table(TAIL, page=3))], id="a page between is lost"
    ),
    pytest.param(
        [page(1, table(HEADER, HEAD), table(HEADER, TAIL, top=400))], id="on the same page"
    ),
    pytest.param([page(1, table(HEADER, HEAD, TAIL))], id="in the same table"),
]


@pytest.mark.parametrize("pages", NOT_NEXT)
def test_not_the_next_page(pages: list[PageTables]) -> None:
    numbers = [sheet.number for sheet in pages]
    contents = logical_rows.from_pages(pages)
    assert [len(row.fragments) for row in contents.rows] == [1, 1], numbers


def test_cut_twice() -> None:
    middle = ("", "", "", "(二)南岸。|(三)東岸。")
    contents = read(
        page(1, table(HEADER, HEAD)),
        page(2, table(middle, page=2)),
        page(
            3, table(("", "", "", "(四)西岸。"), ("二、友善服務", "行動船", "9場", "9場。"), page=3)
        ),
    )
    assert [[place.page for place in row.fragments] for row in contents.rows] == [[1, 2, 3], [3]]
    assert (
        contents.rows[0].text("analysis").endswith("(一)北岸。\n(二)南岸。\n(三)東岸。\n(四)西岸。")
    )


def test_fragments_are_boxes() -> None:
    contents = read(page(1, table(HEADER, HEAD)), page(2, table(TAIL, page=2)))
    assert contents.rows[0].fragments == (Place(1, 0, 75, 460, 130), Place(2, 0, 50, 460, 75))


COLUMNS = ("衡量指標", "年度目標值", "年度實際值", "達成率(%)")


SHORT_ROWS = [
    pytest.param(
        ("巡護航次", "300航次", "330航次", "110%"),
        ("步道養護", "9公里", "9公里", "100%"),
        id="one line",
    ),
    pytest.param(
        ("沿岸巡護船隊|出動航次", "300航次", "330航次", "110%"),
        ("沿岸步道養護|之總里程數", "9公里", "9公里", "100%"),
        id="two lines",
    ),
    pytest.param(
        ("沿岸巡護船隊之", "300航次以上", "330航次", "110.00%"),
        ("沿岸步道養護之", "9公里以上", "9公里", "100.00%"),
        id="full lines",
    ),
    pytest.param(
        ("巡護", "無", "無", "100"), ("養護", "無", "無", "100"), id="rates without a sign"
    ),
]


@pytest.mark.parametrize(
    "centred", [pytest.param(False, id="left"), pytest.param(True, id="centred")]
)
@pytest.mark.parametrize(("first", "second"), SHORT_ROWS)
def test_short_rows_of_columns_are_not_joined(
    first: tuple[str, ...], second: tuple[str, ...], centred: bool
) -> None:
    contents = read(
        page(1, table(COLUMNS, first, centred=centred)),
        page(2, table(COLUMNS, second, page=2, centred=centred)),
    )
    assert [len(row.fragments) for row in contents.rows] == [1, 1]
    assert [row.text("rate") for row in contents.rows] == [first[3], second[3]]


def test_centred_cells() -> None:
    row = (
        "一、守護湖域並|提升居民及遊|客之意識",
        "沿岸巡護船隊|出動航次",
        "300航次",
        "實際330航次。",
    )
    (found,) = read(page(1, table(HEADER, row, centred=True))).rows
    assert printed(found) == [
        ["守護湖域並提升居民及遊客之意識"], ["沿岸巡護船隊出動航次"], ["300航次"], ["實際330航次。"],
    ]  # fmt: skip


# --------------------------------------------------------------------------- merged cells


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


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("達9,200公噸|以上", "達9,200公噸以上"),
        ("1.9人|2.8人|以上", "1.9人\n2.8人以上"),
        ("300航|次", "300航次"),
        ("1.9人|2.8人", "1.9人\n2.8人"),
    ],
)
def test_the_end_of_a_figure_is_no_paragraph(printed: str, read_as: str) -> None:
    row = ("一、守護湖域", "巡護航次", printed, "330航次。")
    contents = read(page(1, table(HEADER, row)))
    assert contents.rows[0].text("target") == read_as


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


# --------------------------------------------------------------------------- what is set aside


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


GOALS = [
    pytest.param("一、守護湖域", 1, "守護湖域", id="ideograph"),
    pytest.param("十二、守護湖域|環境", 12, "守護湖域環境", id="past ten, wrapped"),
    pytest.param("一、 守護湖域", 1, "守護湖域", id="space behind"),
    pytest.param("一 、守 護 湖|域", 1, "守護湖域", id="letter-spaced"),
    pytest.param("一、|守護湖域", 1, "守護湖域", id="number alone"),
    pytest.param("(三)守護湖域", 3, "守護湖域", id="in brackets"),
    pytest.param("2.守護湖域", 2, "守護湖域", id="digit"),
    pytest.param("守護湖域", None, "守護湖域", id="none"),
    pytest.param("105年守護湖域", None, "105年守護湖域", id="a year"),
    pytest.param("1.5公里養護", None, "1.5公里養護", id="a figure"),
    pytest.param("一定比率", None, "一定比率", id="a word"),
]


@pytest.mark.parametrize(("goal", "number", "text"), GOALS)
def test_goal_number(goal: str, number: int | None, text: str) -> None:
    (row,) = read(page(1, table(HEADER, (goal, *ROW[1:])))).rows
    assert (row.goal_no, row.text("goal")) == (number, text)
