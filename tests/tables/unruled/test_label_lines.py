"""Lines that begin with headers, without vertical rules: tables and cards; and lines that are none."""

from __future__ import annotations

import pytest

from pipeline.reading.pages import Glyph
from pipeline.tables.unruled.label_lines import find_labelled
from tests.tables.unruled.typed import word

Words = list[tuple[float, str]]


def printed(*lines: Words, step: float = 20.0) -> list[Glyph]:
    return [g for n, line in enumerate(lines) for x, text in line for g in word(x, n * step, text)]


def texts(glyphs: list[Glyph]) -> list[list[list[str]]]:
    tables, loose = find_labelled(glyphs, 1)
    kept = sum(len(cell.text) for table in tables for row in table.grid for cell in row if cell)
    assert kept + len(loose) == len(glyphs)
    return [[[cell.text for cell in row if cell] for row in table.grid] for table in tables]


BODY: list[Words] = [
    [(0, "目標值"), (100, "12"), (160, "30")],
    [(0, "實際值"), (100, "11"), (160, "33")],
    [(0, "達成率"), (100, "92%"), (160, "110%")],
]
BODY_TEXTS = [["目標值", "12", "30"], ["實際值", "11", "33"], ["達成率", "92%", "110%"]]
TABLES = [
    pytest.param(
        [[(0, "項目"), (100, "引水"), (160, "巡查")], *BODY],
        [["項目", "引水", "巡查"], *BODY_TEXTS],
        id="names in the first line",
    ),
    pytest.param(
        [[(100, "引水"), (160, "巡查")], *BODY],
        [["", "引水", "巡查"], *BODY_TEXTS],
        id="a blank corner",
    ),
    pytest.param(
        [[(30, "港務局施政績效報告")], *BODY, [(0, "註：略。")]], BODY_TEXTS, id="title and note"
    ),
    pytest.param(
        [*BODY, [(0, "說明"), (100, "靠港"), (160, "因颱風")], [(100, "減少"), (160, "停航")]],
        [*BODY_TEXTS, ["說明", "靠港減少", "因颱風停航"]],
        id="texts over two lines",
    ),
    pytest.param(
        [[(0, "指標"), (100, "引水")], [(0, "目標值"), (100, "12"), (160, "實際值"), (220, "11")],
         [(0, "達成率"), (100, "92%"), (160, "權重"), (220, "5%")]],
        [["指標", "引水"], ["目標值", "12", "實際值", "11"], ["達成率", "92%", "權重", "5%"]],
        id="a card",
    ),
    pytest.param(
        [[(0, "年度目"), (100, "12"), (160, "30")], [(0, "標值")], *BODY[1:]],
        [["年度目標值", "12", "30"], *BODY_TEXTS[1:]],
        id="a header over two lines",
    ),
]  # fmt: skip
NO_TABLES = [
    pytest.param(BODY[:2], id="no rate"),
    pytest.param([[(0, "目標值實際值達成率")]], id="a line of headers"),
    pytest.param([[(0, "指標"), (60, "目標值"), (120, "實際值"), (180, "達成率")]], id="a header"),
    pytest.param([[(0, "目標值")], [(0, "實際值")], [(0, "達成率")]], id="words without figures"),
    pytest.param([[(0, "年別"), (100, "旅客")], [(0, "109年"), (100, "12")]], id="statistics"),
    pytest.param([], id="nothing"),
]


@pytest.mark.parametrize(("lines", "table"), TABLES)
def test_tables(lines: list[Words], table: list[list[str]]) -> None:
    assert texts(printed(*lines)) == [table]


@pytest.mark.parametrize("lines", NO_TABLES)
def test_no_tables(lines: list[Words]) -> None:
    assert texts(printed(*lines)) == []


def test_lines_far_apart_are_no_table() -> None:
    assert texts(printed(*BODY, step=50)) == []


def test_columns_that_run_into_each_other() -> None:
    lines = [*BODY[:2], [(0, "達成率"), (80, "九成二以上，已達"), (240, "110%")]]
    assert texts(printed(*lines)) == []


def test_a_short_line_reaches_to_the_last_column() -> None:
    lines: list[Words] = [
        [(0, "目標值"), (100, "12"), (160, "實際值"), (220, "11")],
        [(0, "達成率"), (100, "92%"), (160, "權重"), (220, "5%")],
        [(0, "說明"), (100, "靠港")],
    ]
    [table], _ = find_labelled(printed(*lines), 1)
    last = table.grid[2][1]
    assert last is not None
    assert (last.columns, last.x1) == (3, table.x1)
