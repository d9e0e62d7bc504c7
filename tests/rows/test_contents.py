"""What was read and what was set aside, counted."""

from __future__ import annotations

from pipeline.rows.contents import Contents, count_inked, table_cells
from tests.cells import line, said, table


def test_glyphs_are_counted_by_kind() -> None:
    contents = Contents()
    grid = table(("航 線", "班次"), ("北岸線", ""), edges=(0.0, 100.0, 200.0))
    assert [cell.text for cell in table_cells(grid)] == ["航線", "班次", "北岸線", ""]
    contents.count_glyphs("cells", table_cells(grid))
    contents.set_table_aside(grid)
    contents.set_table_aside(table(("航線",)))
    assert contents.counts == {
        "glyphs in cells": 7,
        "glyphs in other tables": 9,
        "tables without a known header": 2,
    }


def test_white_space_is_no_glyph() -> None:
    assert count_inked([line(" 水 域\u3000"), said("1. 航次", ends=True), line("")]) == 6


def test_what_is_not_known_of_the_columns_is_a_warning() -> None:
    contents = Contents()
    assert [*contents.warnings()] == []
    contents.unknown_headers.update(dict.fromkeys(["相關活動", "佐證", "相關活動"]))
    contents.set_table_aside(table(("航線", "人數", "比率")))
    contents.set_table_aside(table(("航線", "達成率(%)")))
    contents.set_table_aside(table(("航線", "達成率(%)")))
    assert [*contents.warnings()] == [
        "headers that are not known: 相關活動, 佐證 (under other)",
        "a table with a column of rates is not read (page 1)",
    ]
