"""Rows cut by a page end: which go on over it, which do not, and for what reason."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.records import PageTables, Place
from pipeline.rows import logical_rows, page_joins, row_parts
from pipeline.rows.row_parts import RowPart
from tests.cells import EDGES, HEADER, cell, page, table
from tests.rows.pages import ROLES, Texts, printed, read

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


# --------------------------------------------------------------------------- reasons


def part(texts: Sequence[str], page: int = 1, height: float = 30.0) -> RowPart:
    """Make the only row part of a page, its cells so high."""
    cells = {
        role: row_parts.cell_part_from_cell(
            cell(text, EDGES[c], EDGES[c + 1], 50, page, height=height)
        )
        for c, (role, text) in enumerate(zip(ROLES, texts, strict=True))
    }
    return RowPart(cells, {}, Place(page, 0, 50, 460, 80), opens_page=True, closes_page=True)


CELL_REASONS = [
    pytest.param("analysis", None, "另行辦理", "the row above has no such cell", id="none above"),
    pytest.param(
        "analysis", "", "另行辦理", "the cell above had room left at its foot", id="blank above"
    ),
    pytest.param(
        "analysis", "辦理情形", "另行辦理", "running text to the foot of the page", id="analysis"
    ),
    pytest.param("rate", "98.5%", "100%", "a whole weight or rate above another", id="two rates"),
    pytest.param("weight", "10", "20", "a whole weight or rate above another", id="two weights"),
    pytest.param(
        "target", "1. 北岸", "2. 南岸", "the text above is left open", id="next of a list"
    ),
    pytest.param(
        "indicator", "沿岸巡護船隊", "航次", "the text above is left open", id="no room was left"
    ),
    pytest.param(
        "indicator", "航次", "稽查", "nothing above is left unfinished", id="room was left"
    ),
    pytest.param("target", "1. 北岸", "3. 東岸", "nothing above is left unfinished", id="not next"),
]


@pytest.mark.parametrize(("role", "above", "below", "reason"), CELL_REASONS)
def test_cell_reason(role: str, above: str | None, below: str, reason: str) -> None:
    cells = [
        None if text is None else row_parts.cell_part_from_cell(cell(text, 0, 70, 50, height=30))
        for text in (above, below)
    ]
    assert cells[1] is not None
    cut = page_joins.CellCut(role, cells[0], cells[1])
    assert page_joins.cell_reason(cut).reason == reason


def test_a_cell_with_room_at_its_foot_does_not_go_on() -> None:
    above, below = cell("辦理情形", 0, 70, 50, height=90), cell("另行辦理", 0, 70, 50, height=30)
    cut = page_joins.CellCut("analysis", *map(row_parts.cell_part_from_cell, (above, below)))
    assert page_joins.cell_reason(cut).reason == "the cell above had room left at its foot"


FULL = ("一、守護湖域環境", "沿岸巡護船隊之", "300航次", "實際330航次。")
ROW_REASONS = [
    pytest.param(
        FULL, ("二、永續", "", "", "另行辦理。"), True,
        "a goal label beside the end of running text", id="running text ends beside a new goal",
    ),
    pytest.param(FULL, ("二、永續", "步道", "9公里", "9公里。"), True, "a goal label", id="new goal"),
    pytest.param(
        FULL, ("", "", "", "一、衡量標準：場次。"), False,
        "the analysis begins again with its first part", id="another analysis",
    ),
    pytest.param(
        FULL, ("之永續", "", "", "另行辦理。"), False,
        "the rest of a goal, without an indicator or with the rest of one", id="rest of a goal",
    ),
    pytest.param(
        ("一、守護湖域環境", "航次", "300航次", "330航次。"), ("之永續", "步道", "9公里", ""), False,
        "the rest of a goal beside another indicator", id="rest of a goal, new indicator",
    ),
    pytest.param(FULL, ("", "", "", "另行辦理。"), False, "no goal and no indicator", id="analysis"),
    pytest.param(FULL, ("", "出動航次", "", "另行。"), False, "every cell may go on", id="all go on"),
    pytest.param(
        ("一、守護", "航次", "300航次", "330航次。"), ("", "步道", "9公里", "9公里。"), False,
        "a cell is another one", id="another indicator",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("above", "below", "opens_goal", "reason"), ROW_REASONS)
def test_row_reason(
    above: tuple[str, ...], below: tuple[str, ...], opens_goal: bool, reason: str
) -> None:
    cut = page_joins.RowCut(part(above), part(below, page=2), opens_goal, numbered=True)
    assert page_joins.row_reason(cut).reason == reason


def test_parts_of_one_page_are_two_rows() -> None:
    cut = page_joins.RowCut(
        part(FULL), part(("", "", "", "另行。")), opens_goal=False, numbered=True
    )
    assert page_joins.row_reason(cut).reason == "no page ends between them"


def test_each_reason_has_a_case() -> None:
    told = {case.values[-1] for case in (*CELL_REASONS, *ROW_REASONS)} | {
        "no page ends between them"
    }
    reasons = (*page_joins.CELL_REASONS, *page_joins.ROW_REASONS)
    assert {one.reason for one in reasons} <= told
