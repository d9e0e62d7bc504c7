"""Finished tables: header cells in one line or two, cells of rows, lines that run across."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.records import Table
from pipeline.tables.unruled import drafts, grids, header_bands
from pipeline.tables.unruled.ink import Piece
from tests.tables.unruled.typed import FIRST, HEADER, SECOND, piece, sheet, strip

GROUP = [
    strip(-12, (0, "衡量指標"), (90, "98年度")),
    strip(0, (60, "目標值"), (120, "實際值")),
]
TEXTS = [
    pytest.param(
        [HEADER],
        [FIRST, SECOND],
        [["衡量指標", "目標值", "實際值"], ["參訪人次", "90", "95"], ["檢查家數", "30", "24"]],
        id="rows",
    ),
    pytest.param(
        GROUP,
        [FIRST, SECOND],
        [
            ["衡量指標", "98年度"],
            ["目標值", "實際值"],
            ["參訪人次", "90", "95"],
            ["檢查家數", "30", "24"],
        ],
        id="a header of two lines",
    ),
    pytest.param(
        [HEADER],
        [[piece(0, 20, "一、提升服務品質以利參訪")], SECOND],
        [["衡量指標", "目標值", "實際值"], ["一、提升服務品質以利參訪"], ["檢查家數", "30", "24"]],
        id="a goal across",
    ),
    pytest.param(
        [HEADER],
        [FIRST, strip(32, (0, "及場次"))],
        [["衡量指標", "目標值", "實際值"], ["參訪人次及場次", "90", "95"]],
        id="a wrapped cell",
    ),
]


def made(header: list[Sequence[Piece]], rows: list[Sequence[Piece]]) -> Table:
    own = sheet(*header, *rows)
    band = header_bands.read_band(own, 0, len(header))
    draft = drafts.draft_below(own, band, len(own.strips), None)
    assert draft is not None
    return grids.grid_from_draft(draft, own, 7)


@pytest.mark.parametrize(("header", "rows", "expected"), TEXTS)
def test_texts(
    header: list[Sequence[Piece]], rows: list[Sequence[Piece]], expected: list[list[str]]
) -> None:
    table = made(header, rows)
    texts = [["".join(cell.text.split()) for cell in row if cell] for row in table.grid]
    assert texts == expected
    assert table.page == 7


def test_cells_say_what_they_cover() -> None:
    table = made(GROUP, [FIRST, SECOND])
    indicator, year, _ = table.grid[0]
    assert indicator is not None
    assert year is not None
    assert (indicator.rows, indicator.columns, year.rows, year.columns) == (2, 1, 1, 2)
