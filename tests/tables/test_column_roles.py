"""Headers of a grid: one line of cells or two, cells over several columns, years, units; and no headers."""

from __future__ import annotations

import pytest

from pipeline.records import Cell, Line, Table
from pipeline.tables import column_roles

Printed = tuple[str, int, int] | str | None
"""A text, over so many columns and rows; None where another cell covers the place."""


def table(*rows: list[Printed], page: int = 1) -> Table:
    grid = []
    for r, row in enumerate(rows):
        cells: list[Cell | None] = []
        for column, printed in enumerate(row):
            if printed is None:
                cells.append(None)
                continue
            text, columns, deep = (printed, 1, 1) if isinstance(printed, str) else printed
            box = (50.0 * column, 20.0 * r, 50.0 * (column + columns), 20.0 * (r + deep))
            lines = (Line(text, page, box[1], box[3]),) if text else ()
            cells.append(Cell(*box, column, columns, deep, lines))
        grid.append(tuple(cells))
    return Table(page, 0, 0, 50.0 * len(grid[0]), 20.0 * len(grid), tuple(grid))


ROLES = [
    pytest.param(
        [["績效目標", "衡量指標", "目標值", "實際值"]],
        ("goal", "indicator", "target", "actual"),
        id="one line",
    ),
    pytest.param(
        [["績效目標", "備註", "目標值", "實際值"]],
        ("goal", None, "target", "actual"),
        id="unknown word",
    ),
    pytest.param(
        [[("績效目標及衡量指標", 2, 1), None, "目標值", "實際值"]],
        ("goal", "indicator", "target", "actual"),
        id="one cell names two columns",
    ),
    pytest.param(
        [[("衡量指標", 2, 1), None, "目標值", "實際值"], ["1", "參訪人次", "90", "95"]],
        (None, "indicator", "target", "actual"),
        id="a cell over a number and a name",
    ),
    pytest.param(
        [
            [("衡量指標", 1, 2), ("105年度", 2, 1), None, ("達成率", 1, 2)],
            [None, "目標值", "實際值", None],
        ],
        ("indicator", "target", "actual", "rate"),
        id="two lines",
    ),
    pytest.param(
        [
            [("衡量指標", 1, 2), "年度目標值", ("實際值", 1, 2)],
            [None, "金額（千元）", None],
        ],
        ("indicator", "target", "actual"),
        id="a cell in two lines",
    ),
    pytest.param(
        [["衡量指標", "104年度實際值", "105年度目標值", "105年度實際值"]],
        ("indicator", None, "target", "actual"),
        id="the latest year",
    ),
    pytest.param(
        [["衡量指標", "目標值", "原定目標值", "實際值"]],
        ("indicator", "target", None, "actual"),
        id="the first of two",
    ),
    pytest.param(
        [
            [("績效指標", 1, 3), ("113年度", 3, 1), None, None, ("達成率", 1, 3)],
            [None, ("目標值", 2, 1), None, ("實績", 1, 2), None],
            [None, "原訂", "修正", None, None],
        ],
        ("indicator", None, "target", "actual", "rate"),
        id="three lines",
    ),
    pytest.param(
        [
            [
                ("績效指標", 1, 2),
                ("111年度", 2, 1),
                None,
                ("112年度", 2, 1),
                None,
                ("達成率", 1, 2),
            ],
            [None, "目標值", "實績", "目標值", "實績", None],
        ],
        ("indicator", None, None, "target", "actual", "rate"),
        id="two years side by side",
    ),
    pytest.param(
        [["工作計畫", "預算數", "決算數", "執行率"]],
        ("indicator", "target", "actual", "rate"),
        id="a table of money",
    ),
    pytest.param(
        [["衡量指標", "單位", "目標值", "實際值", "初核"]],
        ("indicator", None, "target", "actual", None),
        id="roles without a column in the output",
    ),
]
NO_HEADERS = [
    pytest.param([["績效目標", "衡量指標"]], id="nothing to be reached"),
    pytest.param([["目標值", "實際值"]], id="nothing that is measured"),
    pytest.param([["參訪人次", "90", "95"]], id="figures"),
    pytest.param([[("年度績效目標及達成情形", 3, 1), None, None]], id="a title over the columns"),
    pytest.param([["衡量指標", ("疫苗完成率", 2, 1), None]], id="a word with its text"),
    pytest.param([["績效目標", "甲", "乙", "丙", "達成率"]], id="too many unknown words"),
    pytest.param([["工作計畫", "預算數", "執行率"]], id="money without what was spent"),
    pytest.param([["年度目標值", "96%", "達成率", "101%"]], id="a line of words and figures"),
    pytest.param([["", "", ""]], id="empty"),
]


@pytest.mark.parametrize(("rows", "roles"), ROLES)
def test_header(rows: list[list[Printed]], roles: tuple[str | None, ...]) -> None:
    header = column_roles.match_header(table(*rows), 0)
    assert header is not None
    assert header.roles == roles


@pytest.mark.parametrize("rows", NO_HEADERS)
def test_no_header(rows: list[list[Printed]]) -> None:
    assert column_roles.match_header(table(*rows), 0) is None


def test_units_and_words() -> None:
    rows: list[Printed] = ["衡量指標", "計量單位", "目標值（人）", "實際值", "備註"]
    header = column_roles.match_header(table(rows), 0)
    assert header is not None
    assert header.units == ("", "", "人", "", "")
    assert header.unit_of == {1: "unit"}
    assert header.words == tuple(rows)


def test_headers_by_row() -> None:
    own: list[Printed] = ["衡量指標", "目標值", "實際值"]
    rows = table([("附表", 3, 1), None, None], own, ["參訪人次", "90", "95"], own)
    assert list(column_roles.find_headers(rows)) == [1, 3]


GROUPS = [
    pytest.param(
        [[("指標", 1, 2), ("目標值", 2, 1), None, ("實際值", 2, 1), None, ("達成率", 2, 1), None],
         [None, "東區", "西區", "東區", "西區", "東區", "西區"]],
        [("東區", [1, 3, 5]), ("西區", [2, 4, 6])],
        id="what is told over regions",
    ),
    pytest.param(
        [[("指標", 1, 2), ("東區", 3, 1), None, None, ("西區", 3, 1), None, None],
         [None, "預定", "實際", "%", "預定", "實際", "%"]],
        [("東區", [1, 2, 3]), ("西區", [4, 5, 6])],
        id="regions over what is told",
    ),
    pytest.param(
        [[("指標", 1, 2), ("目標值", 1, 2), ("實際值", 1, 2), ("達成率", 2, 1), None],
         [None, None, None, "自評", "複核"]],
        [("", [1, 2, 3]), ("達成率複核", [1, 2, 4])],
        id="by whom the rate is told",
    ),
    pytest.param(
        [["計畫", "預計參加(人)", "實際參加(人)", "參加率", "預計辦理(場)", "實際辦理(場)", "辦理率"]],
        [("參加", [1, 2, 3]), ("辦理", [4, 5, 6])],
        id="headers of one word",
    ),
    pytest.param(
        [[("指標", 1, 2), ("110年度", 3, 1), None, None], [None, "目標值", "實際值", "達成率"]],
        [],
        id="one alone",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "groups"), GROUPS)
def test_groups(rows: list[list[Printed]], groups: list[tuple[str, list[int]]]) -> None:
    header = column_roles.match_header(table(*rows), 0)
    assert header is not None
    assert [(g.label, [n for _, n in g.columns]) for g in header.groups] == groups


BRACKETS = [
    pytest.param("實際值（達成率）", True, id="rate"),
    pytest.param("實際值（人次）", False, id="unit"),
    pytest.param("實際值", False, id="nothing"),
]


@pytest.mark.parametrize(("word", "told"), BRACKETS)
def test_a_rate_in_the_brackets_of_a_header(word: str, told: bool) -> None:
    header = column_roles.match_header(table(["衡量指標", "目標值", word]), 0)
    assert header is not None
    assert header.tells_rate(2) is told


def test_columns_of_one_word_have_names_of_their_own() -> None:
    header = column_roles.match_header(
        table(["衡量指標", "目標值", "實際值", "備註", "備註", ""]), 0
    )
    assert header is not None
    assert header.names == ("indicator", "target", "actual", "備註", "備註 5", "column 6")


def test_a_line_above_may_name_what_is_measured() -> None:
    rows = table(["目標值", "實際值", "達成率"], ["90", "95", "105.6"])
    assert column_roles.find_headers(rows) == {}
    assert list(column_roles.find_headers(rows, named=True)) == [0]


DEPTHS = [
    pytest.param([["甲", "乙"], ["丙", "丁"]], 1, id="one line"),
    pytest.param([[("甲", 1, 2), "乙"], [None, "丁"]], 2, id="a cell over two lines"),
    pytest.param(
        [["甲", ("乙", 2, 1), None], ["", "數值", "單位"]], 2, id="words under a wide cell"
    ),
    pytest.param([["甲", ("乙", 2, 1), None], ["丙", "90", "人"]], 1, id="text beside them"),
    pytest.param([[("甲", 1, 3), "乙"]], 1, id="no more lines than there are"),
]


@pytest.mark.parametrize(("rows", "depth"), DEPTHS)
def test_depth(rows: list[list[Printed]], depth: int) -> None:
    assert column_roles.header_depth(table(*rows), 0) == depth


def test_a_table_without_a_header_has_the_same_columns() -> None:
    header = column_roles.match_header(table(["衡量指標", "目標值", "實際值"]), 0)
    assert header is not None
    assert header.fits(table(["參訪人次", "90", "95"]))
    assert not header.fits(table(["參訪人次", "90"]))
