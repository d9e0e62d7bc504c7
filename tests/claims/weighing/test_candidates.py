"""Figures of a row -> candidates with their evidence; what can never be target and actual."""

import pytest

from pipeline.claims import items_from_statements, statements_from_row
from pipeline.claims.records import Figure
from pipeline.claims.weighing.candidates import Candidates, is_unlike
from pipeline.claims.weighing.evidence import Evidence
from pipeline.quantities.scanner import Quantity
from pipeline.records import Place
from tests.typed_rows import paragraphs, row

PLACE = Place(1, None, 1, None, 1)


def figure(text: str) -> Figure:
    return Figure(Quantity.parse(text), text, PLACE)


UNLIKE = [
    pytest.param("9,000隻", "4,600人", id="animals-and-people"),
    pytest.param("20萬趟次", "60輛", id="trips-and-cars"),
    pytest.param("70%", "1,250隻", id="a-share-and-a-count"),
    pytest.param("3億元", "12件", id="money-and-cases"),
    pytest.param("35公里", "18條", id="length-and-paths"),
    pytest.param("5個", "3個月", id="things-and-months"),
    pytest.param("46個", "45件", id="another-counter"),
    pytest.param("46個據點", "45個品種", id="other-things"),
]
ALIKE = [
    pytest.param("30場", "32場次", id="events"),
    pytest.param("400人", "412人次", id="people"),
    pytest.param("3億元", "29,500萬元", id="money"),
    pytest.param("5,000千元", "0.05億元", id="scales-of-money"),
    pytest.param("95%", "96.3％", id="per-cents"),
    pytest.param("60", "63場", id="one-without-a-unit"),
    pytest.param("10日", "8天", id="days"),
    pytest.param("45個品種", "46個", id="only-one-says-of-what"),
]


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_unlike_figures(one: str, other: str) -> None:
    assert is_unlike(figure(one), figure(other))
    assert is_unlike(figure(other), figure(one))


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_figures_that_may_belong_together(one: str, other: str) -> None:
    assert not is_unlike(figure(one), figure(other))


def candidates(
    target: str, analysis: str = "", other: dict[str, str] | None = None, **cells: str
) -> Candidates:
    typed = row(target, analysis, **cells)
    for header, text in (other or {}).items():
        typed.other[header] = paragraphs(text)
    statements = statements_from_row(typed, 110)
    return Candidates(statements, items_from_statements(statements))


def evidence(found: Candidates, text: str) -> set[Evidence]:
    (one,) = [c for c in (*found.targets, *found.actuals) if c.figure.quantity.text == text]
    return set(one.evidence)


IS_SAID = [
    pytest.param({"target": "200件", "actual": "合計212件"}, "212件", Evidence.TOTAL, id="total"),
    pytest.param({"target": "200件", "actual": "212件，其中女性98件"}, "98件", Evidence.PART, id="part"),
    pytest.param({"target": "200件", "actual": "318件（甲地240件）"}, "240件", Evidence.PART_IN_BRACKETS, id="part-in-brackets"),
    pytest.param({"target": "58,000人", "actual": "54,216人，較109年減少3,784人"}, "3,784人", Evidence.DIFFERENCE, id="difference"),
    pytest.param({"target": "累計150處", "actual": "新增12處，累計158處"}, "158處", Evidence.CUMULATIVE_AS_THE_TARGET, id="cumulative"),
    pytest.param({"target": "分4年輔導120家（110年度30家）"}, "30家", Evidence.TARGET_OF_THE_YEAR, id="this-year"),
    pytest.param({"target": "分4年輔導120家（110年度30家）"}, "120家", Evidence.TARGET_OF_SEVERAL_YEARS, id="several-years"),
    pytest.param({"target": "100件", "other": {"修正後目標值": "80件"}}, "80件", Evidence.REVISED_TARGET, id="revised-column"),
    pytest.param({"target": "100件", "other": {"修正後目標值": "80件"}}, "100件", Evidence.SUPERSEDED_TARGET, id="superseded"),
    pytest.param({"target": "100件", "other": {"上半年實績": "52件"}}, "52件", Evidence.PART_OF_THE_YEAR, id="half-year"),
    pytest.param({"target": "100件", "other": {"109年度實際值": "97件"}}, "97件", Evidence.OTHER_YEAR, id="last-year-s-column"),
]  # fmt: skip
IS_NO_CANDIDATE = [
    pytest.param(
        {"target": "100件", "actual": "—", "analysis": "受理105件。"},
        "105件",
        id="a-dash-stays-missing",
    ),
    pytest.param(
        {"target": "100件", "actual": "尚未統計", "analysis": "受理105件。"},
        "105件",
        id="not-counted-yet",
    ),
    pytest.param({"target": "100件", "other": {"備註": "另有5件"}}, "5件", id="a-remark"),
    pytest.param(
        {"target": "100件", "other": {"達成率說明": "105件"}}, "105件", id="an-explanation"
    ),
]


@pytest.mark.parametrize(("cells", "text", "expected"), IS_SAID)
def test_what_is_said_of_a_figure(cells: dict, text: str, expected: Evidence) -> None:
    assert expected in evidence(candidates(**cells), text)


@pytest.mark.parametrize(("cells", "text"), IS_NO_CANDIDATE)
def test_what_is_no_candidate(cells: dict, text: str) -> None:
    found = candidates(**cells)
    assert text not in {c.figure.quantity.text for c in found.actuals}


KEPT = [
    pytest.param("－", False, id="a-dash"),
    pytest.param("", False, id="blank"),
    pytest.param("90%", True, id="revised"),
]


@pytest.mark.parametrize(("revised", "superseded"), KEPT)
def test_an_original_target_holds_where_none_is_revised(revised: str, superseded: bool) -> None:
    printed = row(revised, "", actual="91.2%", rate="93.20%")
    printed.other["原訂目標值"] = paragraphs("85%")
    statements = statements_from_row(printed, 105)
    found = Candidates(statements, items_from_statements(statements)).targets
    (original,) = [c for c in found if c.figure.quantity.value == 85]
    assert (Evidence.SUPERSEDED_TARGET in original.evidence) is superseded


TOTALS = [
    pytest.param("取得發明專利6件、新型專利3件，合計9件。", ["6件", "3件"], id="parts"),
    pytest.param(
        "水箱車2輛、雲梯車1輛，共3輛，另4輛於113年交車。", ["2輛", "1輛", "4輛"], id="what-is-left"
    ),
    pytest.param("發明6件、新型3件，合計10件。", [], id="they-do-not-add-up"),
    pytest.param("發明6件，合計6件。", [], id="one-alone"),
    pytest.param("發明6件、新型3件，另輔導9件。", [], id="no-total"),
    pytest.param("發明6件、新型3人，合計9件。", [], id="other-units"),
]


@pytest.mark.parametrize(("actual", "parts"), TOTALS)
def test_what_adds_up_to_a_total_is_a_part(actual: str, parts: list[str]) -> None:
    found = candidates("8件", actual=actual)
    told = [c.figure.quantity.text for c in found.actuals if Evidence.PART in c.evidence]
    assert told == parts
