"""The parts of a row to its cells: goal numbers, ends of figures, units."""

from __future__ import annotations

import pytest

from pipeline.records import Place
from pipeline.rows import row_parts, whole_rows
from pipeline.rows.column_extents import ColumnExtent
from pipeline.rows.row_parts import CellPart, RowPart
from tests.cells import HEADER, page, said, table
from tests.rows.pages import ROW, printed, read


def test_centred_cells() -> None:
    row = (
        "一、守護湖域並|提升居民及遊|客之意識",
        "沿岸巡護船隊|出動航次",
        "300航次",
        "實際330航次。",
    )
    (found,) = read(page(1, table(HEADER, row, centred=True))).rows
    assert printed(found) == [
        ["守護湖域並提升居民及遊客之意識"], ["沿岸巡護船隊出動航次"], ["300航次"], ["實際330航次。"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [
        ("達9,200公噸|以上", "達9,200公噸以上"),
        ("1.9人|2.8人|以上", "1.9人\n2.8人以上"),
        ("300航|次", "300航次"),
        ("1.9人|2.8人", "1.9人\n2.8人"),
    ],
)
def test_the_end_of_a_figure_is_no_paragraph(printed: str, read_as: str) -> None:
    row = ("一、守護湖域", "巡護航次", printed, "330航次。")
    contents = read(page(1, table(HEADER, row)))
    assert contents.rows[0].text("target") == read_as


GOALS = [
    pytest.param("一、守護湖域", 1, "守護湖域", id="ideograph"),
    pytest.param("十二、守護湖域|環境", 12, "守護湖域環境", id="past ten, wrapped"),
    pytest.param("一、 守護湖域", 1, "守護湖域", id="space behind"),
    pytest.param("一 、守 護 湖|域", 1, "守護湖域", id="letter-spaced"),
    pytest.param("一、|守護湖域", 1, "守護湖域", id="number alone"),
    pytest.param("(三)守護湖域", 3, "守護湖域", id="in brackets"),
    pytest.param("2.守護湖域", 2, "守護湖域", id="digit"),
    pytest.param("守護湖域", None, "守護湖域", id="none"),
    pytest.param("105年守護湖域", None, "105年守護湖域", id="a year"),
    pytest.param("1.5公里養護", None, "1.5公里養護", id="a figure"),
    pytest.param("一定比率", None, "一定比率", id="a word"),
]


@pytest.mark.parametrize(("goal", "number", "text"), GOALS)
def test_goal_number(goal: str, number: int | None, text: str) -> None:
    (row,) = read(page(1, table(HEADER, (goal, *ROW[1:])))).rows
    assert (row.goal_no, row.text("goal")) == (number, text)


# Units of the parts, units of the row.
UNITS = [
    pytest.param([{"target": "場"}], {"target": "場", "actual": "場"}, id="told once, for both"),
    pytest.param([{"actual": "人"}], {"actual": "人", "target": "人"}, id="told of the actual"),
    pytest.param(
        [{"target": "場"}, {"target": "人", "actual": "件"}],
        {"target": "場", "actual": "件"},
        id="the first part counts",
    ),
    pytest.param([{"rate": "%"}], {"rate": "%"}, id="a rate tells nothing of the others"),
    pytest.param([{}], {}, id="none"),
]


@pytest.mark.parametrize(("printed_units", "units"), UNITS)
def test_units(printed_units: list[dict[str, str]], units: dict[str, str]) -> None:
    parts = [RowPart({}, {}, Place(1, 0, 0, 9, 9), units=own) for own in printed_units]
    assert whole_rows.make_row(1, parts).units == units


def test_columns_come_in_the_order_of_their_parts() -> None:
    first, second = (
        RowPart(
            {role: cell_part(text) for role, text in texts.items()}, {}, Place(page, 0, 0, 9, 9)
        )
        for page, texts in enumerate(({"target": "9場", "goal": "一、友善"}, {"rate": "98%"}), 1)
    )
    row = whole_rows.make_row(3, [first, second])
    assert (row.number, row.goal_no, list(row.cells)) == (3, 1, ["target", "goal", "rate"])
    assert [place.page for place in row.fragments] == [1, 2]
    assert row.text("goal") == "友善"


def cell_part(text: str) -> CellPart:
    return row_parts.cell_part_from_lines(
        (said(text, ends=True),), ColumnExtent(0, 0), filled=False
    )
