"""Tables with lines and columns exchanged: merged cells, titles and notes over all columns."""

from __future__ import annotations

from pipeline.records import Table
from pipeline.tables.turned.transposed import transpose
from tests.tables.test_column_roles import table


def texts(one: Table | None) -> list[list[str | None]]:
    assert one is not None
    return [[cell.text if cell else None for cell in row] for row in one.grid]


def test_lines_become_columns() -> None:
    turned = transpose(table(["指標", "引水", "巡查"], ["目標值", "12", "30"]))
    assert texts(turned) == [["指標", "目標值"], ["引水", "12"], ["巡查", "30"]]


def test_a_cell_over_two_columns_reaches_over_two_lines() -> None:
    turned = transpose(table(["目標", ("一、服務", 2, 1), None], ["指標", "引水", "巡查"]))
    assert texts(turned) == [["目標", "指標"], ["一、服務", "引水"], [None, "巡查"]]
    goal = turned.grid[1][0] if turned else None
    assert goal is not None
    assert (goal.rows, goal.columns, goal.column) == (2, 1, 0)


def test_cells_keep_their_places() -> None:
    before = table(["指標", "引水"], ["目標值", "12"])
    after = transpose(before)
    assert after is not None
    boxes = {(c.text, c.x0, c.top) for row in before.grid for c in row if c}
    assert {(c.text, c.x0, c.top) for row in after.grid for c in row if c} == boxes


def test_titles_and_notes_stay_over_all_columns() -> None:
    turned = transpose(table([("附表", 2, 1), None], ["指標", "引水"], [("註：略", 2, 1), None]))
    assert texts(turned) == [["附表"], ["指標"], ["引水"], ["註：略"]]


def test_a_title_amid_the_table() -> None:
    assert transpose(table(["指標", "引水"], [("附表", 2, 1), None], ["目標值", "12"])) is None
