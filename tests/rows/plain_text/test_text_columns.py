"""Blocks of a plain text table to rows: which block opens a row, and which column each belongs to."""

from __future__ import annotations

import pytest

from pipeline.rows.plain_text import text_blocks, text_columns
from tests.cells import said

ROLES = ("goal", "indicator", "target", "analysis")
WIDE = "一、衡量標準：沿岸巡護船隊全年出動航次及其較前一年度增加之比率。"


def read(*pages: str) -> list[list[list[str]]]:
    """Return the lines of each cell; ``|`` sets the lines apart, ``/`` ends a paragraph."""
    blocks = []
    top = 0
    for page in pages:
        lines = []
        for text in page.split("|"):
            top += 1
            lines.append(said(text.rstrip("/"), top, ends=text.endswith("/")))
        blocks.append(text_blocks.blocks_from_lines(lines))
    parts = text_columns.row_parts_from_pages(ROLES, blocks)
    return [[[line.text for line in part.cells[role].lines] for role in ROLES] for part in parts]


ONE = [["一、守護"], ["航次"], ["9場"], [WIDE]]
SHARED = [
    pytest.param([f"一、守護/|航次/|9場/|{WIDE}/"], [ONE], id="one block for each column"),
    pytest.param(
        [f"一、守護/|航次/|1. 甲/|2. 乙/|{WIDE}/"],
        [[["一、守護"], ["航次"], ["1. 甲", "2. 乙"], [WIDE]]],
        id="a list is one cell",
    ),
    pytest.param(
        [f"一、守護/|航次/|9場/|{WIDE}/|二、友善/|步道/|9公里/|{WIDE}/"],
        [ONE, [["二、友善"], ["步道"], ["9公里"], [WIDE]]],
        id="the next goal opens a row",
    ),
    pytest.param(
        [f"一、守護/|航次/|9場/|{WIDE}/|三、友善/"],
        [[*ONE[:3], [WIDE, "三、友善"]]],
        id="a number that is not due opens none",
    ),
    pytest.param(
        [f"一、守護/|航次/|1. 甲/|{WIDE}/", f"2. 乙/|{WIDE}/"],
        [[["一、守護"], ["航次"], ["1. 甲", "2. 乙"], [WIDE, WIDE]]],
        id="a list goes on over the page",
    ),
    pytest.param([f"備註/|一、守護/|航次/|9場/|{WIDE}/"], [ONE], id="a note above the first row"),
]


@pytest.mark.parametrize(("pages", "rows"), SHARED)
def test_shared(pages: list[str], rows: list[list[list[str]]]) -> None:
    assert read(*pages) == rows


def test_no_pages() -> None:
    assert read() == []
