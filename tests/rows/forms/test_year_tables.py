"""Year tables, in one part or cut by pages, to their lines."""

from __future__ import annotations

import pytest

from pipeline.rows.forms import year_tables
from pipeline.rows.forms.year_lines import YearLine
from tests.rows.forms.year_grids import FIGURES, HEAD, table

Entry = tuple[str, dict[int, str], bool]


def read(*parts: tuple[str, ...]) -> list[YearLine]:
    return year_tables.read_year_table(
        [table(*grid, page=page) for page, grid in enumerate(parts, start=1)]
    )


def shown(entries: list[YearLine]) -> list[Entry]:
    return [(e.role, {y: cell.text for y, cell in e.cells.items()}, e.goes_on) for e in entries]


TARGET: Entry = ("target", {104: "30", 105: "35"}, False)
ACTUAL: Entry = ("actual", {104: "34", 105: "33"}, False)
RATE: Entry = ("rate", {104: "113", 105: "94"}, False)
PLACE_OF_A_LINE: Entry = ("", {}, True)
"""Where years are lines, what is behind the first of them."""
TABLES = [
    pytest.param([(HEAD, *FIGURES)], [TARGET, ACTUAL, RATE], id="one part"),
    pytest.param([(HEAD, FIGURES[0]), FIGURES[1:]], [TARGET, ACTUAL, RATE], id="no header again"),
    pytest.param(
        [(HEAD, FIGURES[0]), (HEAD, *FIGURES[1:])], [TARGET, ACTUAL, RATE], id="a header again"
    ),
    pytest.param(
        [(HEAD, "達成情形分 | 已達 | ="), ("析 | 成。 | =",)],
        [("analysis", {104: "已達"}, False), ("analysis", {104: "成。"}, True)],
        id="a label cut in two",
    ),
    pytest.param(
        [(HEAD, "衡量標準 | 家數 | ="), (" | 合計 | =",)],
        [("standard", {0: "家數"}, False), ("standard", {104: "合計"}, True)],
        id="a text cut in two",
    ),
    pytest.param(
        [("年度 | 目標值 | 實際值", "104 | 30 | 34", "105 | 35 | 33")],
        [TARGET, ACTUAL, PLACE_OF_A_LINE],
        id="years down",
    ),
    pytest.param(
        [("年度 | 目標值 | 實際值", "104 | 30 | 34"), ("105 | 35 | 33",)],
        [TARGET, ACTUAL, PLACE_OF_A_LINE],
        id="years down, cut by a page",
    ),
]


@pytest.mark.parametrize(("parts", "entries"), TABLES)
def test_table(parts: list[tuple[str, ...]], entries: list[Entry]) -> None:
    assert shown(read(*parts)) == entries


FIGURES_OR_NOT = [
    pytest.param((HEAD, *FIGURES), True, id="target and actual"),
    pytest.param((HEAD, FIGURES[2]), False, id="a rate alone"),
    pytest.param((HEAD, "職員 | 30 | 35"), False, id="staff"),
    pytest.param((HEAD,), False, id="a header alone"),
]


@pytest.mark.parametrize(("grid", "figures"), FIGURES_OR_NOT)
def test_has_figures(grid: tuple[str, ...], figures: bool) -> None:
    assert year_tables.has_figures(read(grid)) is figures
