"""Where running text goes on, and where something else has come between."""

from __future__ import annotations

import pytest

from pipeline.records import Line
from pipeline.rows.forms import form_rows
from tests.rows.forms.year_grids import FIGURES, HEAD, TOLD, table, text

BEHIND = [
    pytest.param([text("單位：新臺幣千元", 2, 60, 300.0)], id="a unit to the right"),
    pytest.param([text("歲出計畫概況表", 2, 60, 150.0), text("編列經費。", 2, 80)], id="a title"),
]


@pytest.mark.parametrize("behind", BEHIND)
def test_running_text_ends_where_something_else_begins(behind: list[Line]) -> None:
    forms = form_rows.read_forms([*TOLD, *behind], [table(HEAD, *FIGURES)])
    assert forms.rows[0].text("analysis").endswith("參加者眾。")
    assert forms.lines == {0, 1, 2, 3, 4}


def test_running_text_ends_at_another_table() -> None:
    lines = [*TOLD, text("經費編列如下。", 1, 400)]
    forms = form_rows.read_forms(lines, [table(HEAD, *FIGURES)], [(1, 300.0)])
    assert forms.rows[0].text("analysis").endswith("參加者眾。")


def test_running_text_goes_on_below_another_table() -> None:
    lines = [*TOLD, text("2.未來將持續辦理。", 1, 400), text("列管追蹤。", 1, 420)]
    forms = form_rows.read_forms(lines, [table(HEAD, *FIGURES)], [(1, 300.0)])
    assert forms.rows[0].text("analysis").endswith("2.未來將持續辦理。\n列管追蹤。")
    cut = [*TOLD[:-1], text("參加者眾。", 1, 400)]
    forms = form_rows.read_forms(cut, [table(HEAD, *FIGURES)], [(1, 300.0)])
    assert forms.rows[0].text("analysis").endswith("說明會三場次，參加者眾。")
