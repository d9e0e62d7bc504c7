"""Year tables cut by pages are one; another table, or another indicator, is not."""

from __future__ import annotations

from pipeline.records import Line
from pipeline.rows.forms import form_rows, table_joins
from tests.rows.forms.year_grids import ABOVE, FIGURES, HEAD, table, text


def test_a_table_cut_by_a_page() -> None:
    first = table(HEAD, FIGURES[0], top=700.0)
    rest = table(*FIGURES[1:], page=2, top=50.0)
    [row] = form_rows.read_forms(list(ABOVE), [first, rest]).rows
    assert row.text("rate") == "113\n94"
    assert [place.page for place in row.fragments] == [1, 2]


def test_a_line_cut_by_a_page() -> None:
    first = table(HEAD, FIGURES[0], "績效衡量暨達成情形 | 已達成 | =", top=700.0)
    rest = table("分析 | 目標。 | =", page=2, top=50.0)
    [row] = form_rows.read_forms(list(ABOVE), [first, rest]).rows
    assert row.text("analysis").replace("\n", "") == "已達成目標。"


def test_a_unit_cut_by_a_page() -> None:
    first = table(HEAD, "原訂目標值(單位： | 30 | 35", top=700.0)
    rest = table("公頃) |  | ", *FIGURES[1:], page=2, top=50.0)
    [row] = form_rows.read_forms(list(ABOVE), [first, rest]).rows
    assert row.text("target") == "30\n35"
    assert row.units == {"target": "公頃", "actual": "公頃", "rate": "%"}


def test_the_rest_of_a_table_without_rules() -> None:
    first = table(HEAD, FIGURES[0], top=700.0)
    rest = Line(
        "實際值34 33",
        2,
        50,
        59,
        [2, 11, 20, 62, 71, 80, 122, 131],
        [11, 20, 29, 71, 80, 89, 131, 140],
    )
    forms = form_rows.read_forms([*ABOVE, rest], [first])
    assert forms.rows[0].text("actual") == "34\n33"
    assert 2 in forms.lines


def test_the_next_table_is_another_indicator() -> None:
    tables = [table(HEAD, *FIGURES, top=700.0), table(HEAD, *FIGURES, page=2, top=80.0)]
    lines = [*ABOVE, text("2.關鍵績效指標：複查家數", 2, 50)]
    assert [r.text("indicator") for r in form_rows.read_forms(lines, tables).rows] == [
        "稽查家數",
        "複查家數",
    ]


def test_goes_on_needs_the_same_sides() -> None:
    before = table(HEAD, FIGURES[0])
    assert table_joins.is_continuation(table(*FIGURES[1:], page=2), before)
    assert not table_joins.is_continuation(table(*FIGURES[1:], page=3), before)
    assert not table_joins.is_continuation(table("實際值 | 34", page=2), before)
