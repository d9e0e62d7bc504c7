"""Cells to row parts: whether they are filled to the foot, and what opens there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.records import Place
from pipeline.rows import row_parts
from pipeline.rows.column_extents import ColumnExtent
from pipeline.rows.row_parts import CellPart, RowPart
from tests.cells import PITCH, cell, said

# The text of a cell (| between its lines), how many lines it has room for, whether it is filled.
FILLED = [
    pytest.param("航次", 1, True, id="one line"),
    pytest.param("航次|以上", 3, True, id="one line missing"),
    pytest.param("航次|以上|者", 8, False, id="room for more"),
    pytest.param("航次", 6, False, id="one line, room for more"),
    pytest.param("", 1, False, id="nothing that could go on"),
    pytest.param(" ", 1, False, id="a space"),
]


@pytest.mark.parametrize(("text", "lines", "filled"), FILLED)
def test_filled(text: str, lines: int, filled: bool) -> None:
    printed = cell(text, 0, 70, height=10 + PITCH * lines)
    assert row_parts.cell_part_from_cell(printed).filled is filled


def test_text_in_the_middle_of_its_cell_may_go_on() -> None:
    printed = cell("航次|以上", 0, 70, height=200, centred=True)
    assert row_parts.cell_part_from_cell(printed).filled


def part(**texts: str) -> RowPart:
    cells = {role: cell_part(text) for role, text in texts.items()}
    return RowPart(cells, {}, Place(1, 0, 0, 9, 9), opens_page=True, closes_page=True)


def cell_part(text: str) -> CellPart:
    lines = tuple(said(line, ends=True) for line in text.split("|"))
    return row_parts.cell_part_from_lines(lines, ColumnExtent(0, 0), filled=False)


def test_texts_of_a_cell_part() -> None:
    own = cell_part(" |守 護|湖域")
    assert (own.text, own.joined_text, own.may_go_on) == ("守護", "守護湖域", False)
    assert cell_part(" ").may_go_on


GOALS = [
    pytest.param("一、守護", 1, id="ideograph"),
    pytest.param("(二)守護", 2, id="in brackets"),
    pytest.param("1.5公里", None, id="a figure"),
    pytest.param("守護", None, id="none"),
    pytest.param("", None, id="blank"),
]


@pytest.mark.parametrize(("goal", "number"), GOALS)
def test_goal_label(goal: str, number: int | None) -> None:
    label = part(goal=goal).goal_label
    assert (label.number if label else None) == number
    assert part(indicator="一、守護").goal_label is None


ANALYSES = [
    pytest.param("一、衡量標準：航次。", True, id="first part"),
    pytest.param("二、辦理情形：北岸。", False, id="second part"),
    pytest.param("1.北岸", False, id="a list"),
    pytest.param("北岸", False, id="running text"),
]


@pytest.mark.parametrize(("analysis", "opens"), ANALYSES)
def test_opens_analysis(analysis: str, opens: bool) -> None:
    assert part(analysis=analysis).opens_analysis is opens
    assert not part(goal=analysis).opens_analysis


def test_cells_that_hold_text() -> None:
    own = part(goal="守護", indicator="", target="9場")
    assert list(own.filled_cells) == ["goal", "target"]
    assert [own.holds(role) for role in ("goal", "indicator", "actual")] == [True, False, False]
    assert list(own.without({"goal"}).cells) == ["indicator", "target"]


def test_the_next_page() -> None:
    before, after = part(), replace(part(), place=Place(2, 0, 0, 9, 9))
    assert after.follows_over_page(before)
    assert not before.follows_over_page(after)
    assert not replace(after, opens_page=False).follows_over_page(before)
    assert not after.follows_over_page(replace(before, closes_page=False))
    assert not replace(after, place=Place(3, 0, 0, 9, 9)).follows_over_page(before)
