"""Tall cells whose lines are rows, and tall cells of one row."""

from __future__ import annotations

import pytest

from pipeline.records import Cell, Line
from pipeline.tables.level_lines import rows_between

NAMES, FIRST, SECOND = ["參訪", "研習", "演出"], ["90", "30", "24"], ["95", "31", "25"]
ROWS = [
    pytest.param([NAMES, FIRST, SECOND], [(15.0, 0), (35.0, 0)], id="three rows"),
    pytest.param(
        [["推展"], NAMES, FIRST, SECOND], [(15.0, 50), (35.0, 50)], id="a goal over all of them"
    ),
    pytest.param(
        [["1.參訪", "2.研習", "3.演出"], FIRST, SECOND],
        [(15.0, 0), (35.0, 0)],
        id="numbered names",
    ),
]
ONE_ROW = [
    pytest.param([["參訪"], FIRST, SECOND], id="one name"),
    pytest.param(
        [
            ["民眾滿", "意度及", "辦結率"],
            ["94％及", "百分之", "八十"],
            ["滿意度", "調查結", "果良好"],
        ],
        id="texts that wrap as often",
    ),
    pytest.param([NAMES, FIRST, ["如期", "完成", "辦理"]], id="one column of figures"),
    pytest.param([NAMES, FIRST], id="two columns"),
    pytest.param([NAMES, FIRST, SECOND[:2]], id="a line less"),
    pytest.param([NAMES[:2], FIRST[:2], SECOND[:2]], id="two lines"),
    pytest.param(
        [NAMES, ["(1)90", "(2)30", "(3)24"], ["(1)95", "(2)31", "(3)25"]], id="a numbered list"
    ),
    pytest.param(
        [["推展"], ["參訪"], ["1.90", "2.30", "3.24"], ["1.95", "2.31", "3.25"]],
        id="a numbered list of one name",
    ),
]


def cells(texts: list[list[str]], step: float = 0) -> list[Cell]:
    return [
        Cell(
            50 * n, 0, 50 * n + 50, 60, n, 1, 1,
            tuple(Line(t, 1, 20 * i + n * step, 20 * i + n * step + 10) for i, t in enumerate(own)),
        )
        for n, own in enumerate(texts)
    ]  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), ROWS)
def test_rows(texts: list[list[str]], expected: list[tuple[float, float]]) -> None:
    assert rows_between(cells(texts)) == expected


@pytest.mark.parametrize("texts", ONE_ROW)
def test_one_row(texts: list[list[str]]) -> None:
    assert rows_between(cells(texts)) == []


def test_lines_that_are_not_level_are_no_rows() -> None:
    assert rows_between(cells([NAMES, FIRST, SECOND], step=4)) == []
