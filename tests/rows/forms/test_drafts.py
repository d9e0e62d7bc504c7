"""The parts of an indicator to its row: one item for each year that has figures."""

from __future__ import annotations

from pipeline.rows.forms import form_rows
from tests.rows.forms.year_grids import ABOVE, HEAD, table


def test_a_year_without_figures_is_left_out() -> None:
    grid = (HEAD, "原訂目標值 | -- | 35", "實際值 | （略） | 33", "達成度(%) | — | 94")
    [row] = form_rows.read_forms(list(ABOVE), [table(*grid)]).rows
    assert (row.periods, row.text("target")) == ((105,), "35")
