"""Which cell a glyph is in, what cells cover, and which grids are the header of a table alone."""

from __future__ import annotations

import pytest

from pipeline.reading.pages import GlyphColumns
from pipeline.tables import cell_grids, edges, table_finder
from tests.ruled_pages import TOPS, XS, horizontal, page, ruled, texts, vertical, word

PLACES = [
    pytest.param((60, 110), "0,0", id="inside"),
    pytest.param((145, 110), "0,1", id="middle on the rule goes right"),
    pytest.param((60, 135), "1,0", id="middle on the rule goes down"),
    pytest.param((60, 92), "0,0", id="a little above the table"),
    pytest.param((60, 178), "1,0", id="a little below the table"),
    pytest.param((43, 110), "0,0", id="a little left of the table"),
    pytest.param((60, 80), None, id="above"),
    pytest.param((300, 110), None, id="beside"),
    pytest.param((-50, -50), None, id="off the page"),
    pytest.param((60, 900), None, id="below the page"),
]


@pytest.mark.parametrize(("corner", "home"), PLACES)
def test_home_of_a_glyph(corner: tuple[float, float], home: str | None) -> None:
    found = table_finder.find_tables(page(ruled(XS, TOPS), word(*corner, "中")))
    cells = {
        f"{row},{column}": cell.text
        for row, line in enumerate(found.tables[0].grid)
        for column, cell in enumerate(line)
        if cell and cell.text
    }
    assert cells == ({home: "中"} if home else {})
    assert len(found.loose) == (0 if home else 1)


def test_table_in_a_cell_keeps_its_glyphs() -> None:
    rules = ruled((50, 300, 550), (100, 400)) + ruled((80, 160, 240), (150, 200, 250))
    glyphs = word(60, 110, "外") + word(90, 160, "內") + word(60, 380, "外")
    found = table_finder.find_tables(page(rules, glyphs))
    assert sorted("".join(filter(None, row)) for t in found.tables for row in texts(t)) == [
        "",
        "內",
        "外外",
    ]
    assert len(found.loose) == 0


def test_merged_cells_say_what_they_cover() -> None:
    rules = [horizontal(100, 50, 350), horizontal(180, 50, 350), horizontal(140, 150, 350)]
    rules += [vertical(x, 100, 180) for x in (50, 150, 350)] + [vertical(250, 140, 180)]
    (table,) = table_finder.find_tables(
        page(rules, word(60, 150, "縱") + word(160, 105, "橫"))
    ).tables
    assert texts(table) == [["縱", "橫", None], [None, "", ""]]
    tall, wide = table.grid[0][0], table.grid[0][1]
    assert tall is not None
    assert (tall.column, tall.columns, tall.rows) == (0, 1, 2)
    assert wide is not None
    assert (wide.column, wide.columns, wide.rows) == (1, 2, 1)
    assert (table.x0, table.top, table.x1, table.bottom) == (50, 100, 350, 180)


HEADERS = [
    pytest.param(["衡量指標", "目標值", "實際值"], True, id="header words"),
    pytest.param(["衡量指標", "目標值", ""], True, id="an empty cell"),
    pytest.param(["衡量指標", "目標值", "甲", "乙"], False, id="half of them"),
    pytest.param(["衡量指標", "參訪人次", "九十"], False, id="one word"),
    pytest.param(["衡量指標", "目標值", "中" * 19], False, id="a long text"),
]


@pytest.mark.parametrize(("words", "expected"), HEADERS)
def test_is_header(words: list[str], expected: bool) -> None:
    xs = range(0, 200 * len(words) + 1, 200)
    glyphs = [g for n, characters in enumerate(words) for g in word(5 + 200 * n, 5, characters)]
    lines = edges.edges_from_rules(ruled(xs, (0, 20)))
    (grid,), loose = cell_grids.fill_cells(*lines, GlyphColumns.from_glyphs(glyphs), 1)
    assert (grid.is_header, loose) == (expected, [])
    assert len([*grid.glyphs()]) == len(glyphs)
