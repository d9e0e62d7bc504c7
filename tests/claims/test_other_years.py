"""Which figures of a sentence are another year's, and which rates may be."""

import pytest

from pipeline.claims.mentions import Role
from pipeline.claims.other_years import YearsInSentence
from pipeline.claims.records import Reason
from pipeline.quantities import QUANTITIES, find

ROLES = [
    pytest.param("105年完成222件", "actual", id="own-year"),
    pytest.param("104年完成240件", "baseline", id="last-year"),
    pytest.param("103年完成240件", "other", id="an-earlier-year"),
    pytest.param("106年完成240件", "actual", id="a-later-year"),
    pytest.param("較104年增加，完成240件", "actual", id="compared-to-the-end-of-the-clause"),
    pytest.param("由104年增至240件", "actual", id="from-a-year-to"),
    pytest.param("自101年起辦理240件", "actual", id="since"),
    pytest.param("104年起草，本年完成240件", "actual", id="this-year-in-words"),
    pytest.param("104學年度招收240人", "actual", id="school-year"),
    pytest.param("完成240件", "actual", id="no-year"),
]
DOUBTS = [
    pytest.param("104年度達成率98%", Reason.OTHER_YEAR, id="last-year"),
    pytest.param("104學年度達成率98%", Reason.SCHOOL_YEAR, id="school-year"),
    pytest.param("105年度達成率98%", None, id="own-year"),
    pytest.param("展延至106年2月，達成率98%", None, id="work-that-goes-on"),
    pytest.param("較104年增加，達成率98%", None, id="compared"),
    pytest.param("達成率98%", None, id="no-year"),
]


def last_figure(sentence: str):
    years = YearsInSentence(sentence, 105)
    for quantity in find(sentence):
        if quantity.kind in QUANTITIES:
            figure = quantity
        else:
            years.note(quantity)
    return years, figure


@pytest.mark.parametrize(("sentence", "role"), ROLES)
def test_the_role_of_an_actual_figure(sentence: str, role: str) -> None:
    years, figure = last_figure(sentence)
    assert str(years.judge(Role.ACTUAL, figure)) == role


@pytest.mark.parametrize(("sentence", "reason"), DOUBTS)
def test_why_a_rate_may_be_another_years(sentence: str, reason: Reason | None) -> None:
    years, figure = last_figure(sentence)
    assert years.doubt(figure) is reason


def test_nothing_is_known_without_the_year_of_the_report() -> None:
    years = YearsInSentence("104年完成240件", None)
    (year, figure) = find("104年完成240件")
    years.note(year)
    assert years.judge(Role.ACTUAL, figure) is Role.ACTUAL
    assert years.doubt(figure) is None
