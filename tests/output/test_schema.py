"""The cells of the tables: figures in plain decimals as printed, empty where nothing is known."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from pipeline.errors import Status
from pipeline.output import schema
from pipeline.output.schema import SCHEMAS
from pipeline.records import Place
from tests.output.reports import WRONG, report
from tests.typed_rows import judged, row

TABLES = {table.name: table for table in SCHEMAS}


def cells(table: str, told: object) -> list[dict[str, object]]:
    names = [column.name for column in TABLES[table].columns]
    return [dict(zip(names, record, strict=True)) for record in TABLES[table].records(told)]


@pytest.mark.parametrize("table", TABLES)
def test_a_record_has_a_cell_for_each_column(table: str) -> None:
    indicators, checks = judged(*WRONG)
    told = replace(
        report(*WRONG), rows=(row(*WRONG),), indicators=indicators, checks=checks, roc_year=105
    )
    assert cells(table, told)
    names = [column.name for column in TABLES[table].columns]
    assert len(set(names)) == len(names)
    assert set(TABLES[table].key) <= set(names)


def test_every_status_is_one_of_the_contract() -> None:
    (status,) = [column for column in TABLES["documents"].columns if column.name == "status"]
    assert status.values == tuple(map(str, Status))


YEARS = [pytest.param(105, 105, 2016, id="known"), pytest.param(None, None, None, id="not-known")]


@pytest.mark.parametrize(("roc_year", "roc", "gregorian"), YEARS)
def test_years(roc_year: int | None, roc: int | None, gregorian: int | None) -> None:
    (line,) = cells("documents", report(*WRONG, roc_year=roc_year))
    assert (line["roc_year"], line["year"]) == (roc, gregorian)


FIGURES = [
    pytest.param("400件", "400", "件", "=", id="plain"),
    pytest.param("77萬2,280人次", "772280", "人次", "=", id="chinese-unit"),
    pytest.param("3億元以上", "300000000", "元", ">=", id="bound"),
    pytest.param("97.5%", "97.5", "%", "=", id="percent"),
]


@pytest.mark.parametrize(("target", "value", "unit", "bound"), FIGURES)
def test_a_target(target: str, value: str, unit: str, bound: str) -> None:
    indicators, checks = judged(target, f"三、年度目標值及達成率：完成{target}。")
    told = replace(report(*WRONG), indicators=indicators, checks=checks)
    line = cells("indicators", told)[0]
    assert (line["target"], line["target_unit"], line["target_bound"]) == (value, unit, bound)


STATED = [
    pytest.param("達成率25.50％", "25.50", id="decimals-stay"),
    pytest.param("達成率115％", "115", id="whole"),
]


@pytest.mark.parametrize(("sentence", "stated"), STATED)
def test_a_stated_rate_keeps_its_decimals(sentence: str, stated: str) -> None:
    line = cells("checks", report("400件", f"實際完成500件，{sentence}。"))[0]
    assert (line["stated"], line["recomputed"]) == (stated, "125.000000")


def test_a_target_without_a_rate_has_no_stated_one_and_no_place() -> None:
    line = cells("checks", report("5處", "完成修復6處。"))[0]
    names = ("stated_text", "stated", "page", "x0", "top", "x1", "bottom")
    assert [line[name] for name in names] == [None] * 7
    assert line["verdict"] == "unstated"


PLACES = [
    pytest.param(Place(2, 1, 2.345, 3, 4), (2, "1.00", "2.35", "3.00", "4.00"), id="pdf"),
    pytest.param(Place(1, None, 7, None, 8), (1, None, "7", None, "8"), id="text"),
]


@pytest.mark.parametrize(("place", "told"), PLACES)
def test_places(place: Place, told: tuple[object, ...]) -> None:
    (check,) = judged(*WRONG)[1]
    stated = replace(check.claim.stated, place=place)
    moved = replace(check, claim=replace(check.claim, stated=stated))
    (line,) = cells("checks", replace(report(*WRONG), checks=(moved,)))
    assert tuple(line[name] for name in ("page", "x0", "top", "x1", "bottom")) == told


SHARES = [
    pytest.param(None, "", id="none"),
    pytest.param(Fraction(1), "1.000", id="all"),
    pytest.param(Fraction(0), "0.000", id="nothing"),
    pytest.param(Fraction(1999, 2000), "0.999", id="cut-off-not-rounded"),
]


@pytest.mark.parametrize(("share", "told"), SHARES)
def test_power(share: Fraction | None, told: str) -> None:
    assert schema._thousandths(share) == told
