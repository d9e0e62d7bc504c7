"""Rows whose columns hold several items side by side -> a row for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.checks import judge_rows
from pipeline.checks.records import Check
from pipeline.claims.measures import split_row
from pipeline.records import Measure, Row
from tests.typed_rows import paragraphs, row

OWN = {role: role for role in ("target", "actual", "rate")}
LAST = {"target": "109年度目標值", "actual": "109年度實際值", "rate": "109年度達成率"}


def side_by_side(*measures: Measure, **other: str) -> Row:
    whole = row("1,200艘次", "本年引水1,350艘次。", actual="1,350艘次", rate="112.5%")
    return replace(
        whole,
        other={name: paragraphs(text, 20) for name, text in other.items()},
        measures=measures,
    )


def judged(whole: Row) -> Sequence[Check]:
    return judge_rows([whole], 110)[1]


def told(checks: Sequence[Check]) -> list[tuple[int, int | None, str, str]]:
    return [(c.claim.item, c.claim.period, c.claim.label, str(c.verdict)) for c in checks]


TWO_YEARS = side_by_side(
    Measure(LAST, year=109),
    Measure(OWN, year=110, is_own=True),
    **dict(zip(LAST.values(), ("1,000艘次", "1,100艘次", "110%"), strict=True)),
)


def test_each_year_has_its_own_figures() -> None:
    last, own = split_row(TWO_YEARS, 110)
    assert (last.period, own.period) == (109, 110)
    assert [last.row.text(role) for role in OWN] == ["1,000艘次", "1,100艘次", "110%"]
    assert [own.row.text(role) for role in OWN] == ["1,200艘次", "1,350艘次", "112.5%"]
    assert (last.row.other, own.row.other) == ({}, {})


def test_columns_that_a_header_names_stand_alone() -> None:
    named = {"target": "target", "actual": "actual", "rate": "rate"}
    whole = side_by_side(Measure(named, is_own=True, is_named=True), 另一實際數="1,300艘次")
    (own,) = split_row(whole, 110)
    assert own.row.other == {}
    assert own.label == ""


def test_the_running_text_speaks_of_the_own_year() -> None:
    last, own = split_row(TWO_YEARS, 110)
    assert (last.row.text("analysis"), own.row.text("analysis")) == ("", "本年引水1,350艘次。")


def test_items_and_checks_bear_number_and_period() -> None:
    items, checks = judge_rows([TWO_YEARS], 110)
    assert [(item.item, item.period) for item in items] == [(1, 109), (2, 110)]
    assert [verdict for *_, verdict in told(checks)] == ["consistent", "consistent"]
    assert [check.claim.period for check in checks] == [109, 110]


def test_labels_tell_groups_that_are_of_no_year() -> None:
    quarter = side_by_side(
        Measure({"target": "季目標", "actual": "季實際", "rate": "季率"}, label="第1季"),
        Measure(OWN, label="全年", is_own=True),
        季目標="200艘次", 季實際="210艘次", 季率="105%",
    )  # fmt: skip
    labels = [label for _, _, label, _ in told(judged(quarter))]
    assert [label[-5:] for label in labels] == ["（第1季）", "形（全年）"]


def test_a_shared_figure_accuses_nobody() -> None:
    half = side_by_side(
        Measure(OWN, is_own=True),
        Measure({**OWN, "actual": "半年實際", "rate": "半年率"}, label="上半年", is_shared=True),
        半年實際="600艘次", 半年率="90%",
    )  # fmt: skip
    assert [str(check.verdict) for check in judged(half)] == ["consistent", "unverifiable"]
    right = replace(half, other={**half.other, "半年率": paragraphs("50%", 22)})
    assert [str(check.verdict) for check in judged(right)] == ["consistent", "consistent"]


def test_a_group_that_is_empty_is_no_item() -> None:
    empty = replace(TWO_YEARS, other={})
    assert [part.period for part in split_row(empty, 110)] == [110]


def test_last_year_by_word() -> None:
    measures = (Measure(LAST, years_on=-1), Measure(OWN, is_own=True))
    last, own = split_row(replace(TWO_YEARS, measures=measures), 110)
    assert (last.period, last.year, own.period, own.year) == (109, 109, None, 110)


def test_units_are_those_of_the_columns() -> None:
    units = {"target": "艘次", "109年度目標值": "千元"}
    last, own = split_row(replace(TWO_YEARS, units=units), 110)
    assert last.row.units == {"target": "千元", "actual": "千元"}
    assert own.row.units == {"target": "艘次"}


def test_a_row_of_one_item_stays_as_it_is() -> None:
    whole = row("30場", "辦理30場。")
    [part] = split_row(whole, 110)
    assert part.row is whole
    assert (part.year, part.period, part.label) == (110, None, "")


YEARS = [
    pytest.param("年度", "109年", 109, id="said"),
    pytest.param("年別", "109", 109, id="bare"),
    pytest.param("年度", "12", None, id="no year"),
    pytest.param("年度", "109至112年", None, id="several"),
    pytest.param("核定年度", "109年", None, id="another header"),
]


@pytest.mark.parametrize(("header", "text", "period"), YEARS)
def test_a_column_of_years_tells_the_period(header: str, text: str, period: int | None) -> None:
    whole = replace(row("30場", "辦理30場。"), other={header: paragraphs(text, 20)})
    [part] = split_row(whole, 110)
    assert part.period == period


def test_what_stands_above_a_group_tells_whether_lower_is_better() -> None:
    beside = side_by_side(
        Measure(OWN, label="教育訓練", is_own=True),
        Measure({"target": "甲", "actual": "乙", "rate": "丙"}, label="公文處理天數"),
        甲="3.0", 乙="2.8", 丙="107.1%",
    )  # fmt: skip
    unnamed = replace(beside, cells={**beside.cells, "indicator": ()})
    assert [str(check.verdict) for check in judged(unnamed)] == ["consistent", "consistent"]


MONEY = {"target": "經費（千元）核定經費", "actual": "執行數", "rate": "經費執行率"}


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        pytest.param({"經費（千元）核定經費": "千元", "rate": "%"}, {"元"}, id="money-over-both"),
        pytest.param({"經費（千元）核定經費": "場"}, {"場", ""}, id="no-money"),
    ],
)
def test_money_is_that_of_both_figures(units: dict[str, str], expected: set[str]) -> None:
    cells = dict(zip(MONEY.values(), ("69,286", "66,015", "95%"), strict=True))
    whole = replace(side_by_side(Measure(MONEY, "經費"), **cells), units=units)
    check = judged(whole)[0]
    pair = check.claim.pairs[0]
    figures = [figure for figure in (pair.target, pair.actual) if figure is not None]
    assert {figure.quantity.unit for figure in figures} == expected
    assert str(check.verdict) == "consistent"
