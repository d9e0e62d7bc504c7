"""The words before a figure -> its role; what such words do not make a rate, a target or an actual figure."""

import pytest

from pipeline.claims.mentions import Goal
from pipeline.claims.roles import is_cumulative, is_in_passing, label_in_list
from pipeline.claims.statements import statements_from_row
from tests.typed_rows import row

COUNTS = [
    pytest.param("目標值400件", "400件 target", id="target"),
    pytest.param("年度目標值：400件", "400件 target", id="a-title"),
    pytest.param("原定400件", "400件 target", id="set"),
    pytest.param("完成460件", "460件 actual", id="actual"),
    pytest.param("去年完成380件", "380件 baseline", id="last-year"),
    pytest.param("由380件增加至460件", "380件 baseline, 460件 actual", id="from-to"),
    pytest.param("較去年增加60件", "60件 other", id="a-difference"),
    pytest.param("尚差60件", "60件 other", id="what-is-left"),
    pytest.param("超過目標值400件", "400件 target", id="beyond-the-target"),
    pytest.param("超過目標60件", "60件 other", id="by-so-much"),
    pytest.param("平均每場60人", "60人 other", id="of-each"),
    pytest.param("上半年完成200件", "200件 other", id="half-a-year"),
    pytest.param("完成460件，包括契作200件", "460件 actual, 200件 other", id="a-part-of-it"),
]
PERCENTAGES = [
    pytest.param("達成率115%", "115% rate", id="rate"),
    pytest.param("達成率為115%", "115% rate", id="rate-with-a-link"),
    pytest.param("達成年度目標之115%", "115% rate", id="of-the-target"),
    pytest.param("占目標值93%", "93% rate", id="part-of-the-target"),
    pytest.param("達成率由90%提升至95%", "90% baseline, 95% rate", id="risen"),
    pytest.param("全國達成率115%", "115% ratio", id="others"),
    pytest.param("達成率90%以上者5校", "90%以上 ratio, 5校 actual", id="a-group"),
    pytest.param("超過100%者以100%計", "超過100% other, 100% other", id="a-cap"),
    pytest.param("成長率5%", "5% growth", id="growth"),
    pytest.param("合格率98%", "98% ratio", id="a-share"),
    pytest.param("上半年達成率50%", "50% other", id="rate-of-half-a-year"),
]


@pytest.mark.parametrize(("sentence", "expected"), [*COUNTS, *PERCENTAGES])
def test_role(sentence: str, expected: str) -> None:
    statements = statements_from_row(row("400件", f"二、辦理情形：\n(一){sentence}。"), 105)
    told = ", ".join(f"{m.quantity.text} {m.role}" for m in statements.mentions)
    assert told == expected


GOAL = Goal(frozenset(), "甲類宣導、乙類宣導，服務人數", percent=False)
LISTED = [
    pytest.param("達成率：甲類宣導", "甲類宣導", id="first"),
    pytest.param("達成率：甲類宣導104%、乙類宣導", "乙類宣導", id="second"),
    pytest.param("達成率：丙區", "", id="not-of-the-row"),
    pytest.param("達成率：目標甲類宣導", "", id="a-target"),
    pytest.param("滿意度：甲類宣導", "", id="another-heading"),
]


@pytest.mark.parametrize(("before", "label"), LISTED)
def test_label_in_a_list_of_rates(before: str, label: str) -> None:
    assert label_in_list(before, GOAL) == label


CUMULATIVE = [
    pytest.param("自101年起累計", True, id="since"),
    pytest.param("歷年", True, id="over-the-years"),
    pytest.param("全年累計", False, id="of-the-year"),
    pytest.param("完成", False, id="plain"),
]


@pytest.mark.parametrize(("clause", "is_so"), CUMULATIVE)
def test_cumulative(clause: str, is_so: bool) -> None:
    assert is_cumulative(clause, GOAL) is is_so
    assert not is_cumulative(clause, GOAL._replace(words="累計服務人數"))


def test_in_passing() -> None:
    assert is_in_passing("女性", GOAL)
    assert not is_in_passing("女性", GOAL._replace(words="女性比率"))
    assert not is_in_passing("合格", GOAL)


PERCENT_TARGETS = [
    pytest.param(
        "達成14.88%，達成目標值15%，達成率100.8%",
        "14.88% actual, 15% target, 100.8% rate",
        id="met",
    ),
    pytest.param("達成14.88%，達成目標值15%", "14.88% actual, 15% rate", id="no-rate-behind"),
    pytest.param("達成14%，占目標值15%之93%", "14% actual, 15% target, 93% rate", id="of-it"),
    pytest.param(
        "達成14%，占其他目標16%之93%", "14% actual, 16% target, 93% actual", id="of-another"
    ),
    pytest.param(
        "實際14%，達成目標值93%，達成率93%", "14% actual, 93% rate, 93% rate", id="another"
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), PERCENT_TARGETS)
def test_a_target_that_was_met(sentence: str, expected: str) -> None:
    statements = statements_from_row(row("15%", f"二、辦理情形：\n(一){sentence}。"), 105)
    told = ", ".join(f"{m.quantity.text} {m.role}" for m in statements.mentions)
    assert told == expected
