"""Verdicts and findings, from rows typed by hand: what is flagged, and what must not be."""

import pytest

from pipeline.checks import audit, suite
from pipeline.checks.records import Check
from pipeline.checks.verdicts import Level, Verdict
from tests.typed_rows import judged, row

RESULT = "三、年度目標值及達成率："


def said(check: Check) -> tuple[str, str, str]:
    return str(check.verdict), check.finding.code if check.finding else "", str(check.level)


CONSISTENT = [
    pytest.param("8,050人", "目標值8,050人，實際8,656人，達成率108%。", id="rounded-up"),
    pytest.param("200場", "目標值200場，實際223場，達成率112％。", id="half-up"),
    pytest.param("200場", "目標值200場，實際223場，達成率111％。", id="half-down"),
    pytest.param("15%", "使用比率14.1%，達成率94%。", id="measured-percentage"),
    pytest.param("99%", "可用度99.5%，達成率100%。", id="only-because-99.5-is-rounded"),
    pytest.param("10秒", "平均可於10秒內完成，達成率100％。", id="bound-meets-target"),
    pytest.param("10日以內", "實際8日，達成率125％。", id="lower-target-over-actual"),
    pytest.param("10日以內", "實際8日，達成率120％。", id="lower-two-minus-quotient"),
    pytest.param("0件", "目標值0件，實際0件，達成率100％。", id="zero-met"),
    pytest.param("25％(19個單位)", "達成率103％【(19/74)/0.25×100％】。", id="printed-formula"),
    pytest.param("較104年提升2％", "105年度成長率【(20,200件-16,000件)/16,000件】×100％=26％。", id="growth-formula"),
    pytest.param("成長5％", "成長率為6％，達成率為(6％÷5％)×100％=120％。", id="attainment-of-growth"),
    pytest.param("9,000人次", "目標值9,000人次，較104年10,000人次增加，實際11,088人次，達成率123％。", id="base-year-beside"),
    pytest.param("90%以上", "滿意度95.4%，達成率100%以上。", id="stated-as-at-least"),
    pytest.param("１，２００件", "目標值１，２００件，實際１，３２０件，達成率１１０％。", id="full-width"),
    pytest.param("2萬人", "目標值2萬人，實際2萬678人，達成率103%。", id="unpadded-magnitude"),
]  # fmt: skip

FLAGGED = [
    pytest.param("400件", "目標值400件，實際500件，達成率115％。", "inconsistent R101 error", id="R101"),
    pytest.param("35場", "目標值35場，實際34場，達成率107％。", "inconsistent R102 error", id="R102-said-met"),
    pytest.param("35場", "目標值35場，實際42場，達成率95％。", "inconsistent R102 error", id="R102-said-missed"),
    pytest.param("420場", "目標值420場，實際441場，達成率10.5％。", "inconsistent R103 error", id="R103"),
    pytest.param("420場", "目標值420場，實際441場，達成率1050％。", "inconsistent R103 error", id="R103-up"),
    pytest.param("300場", "目標值300場，實際332場，達成率112％。", "inconsistent R104 warning", id="R104"),
    pytest.param("280場", "目標值280場，實際251場，達成率89％。", "truncated R110 note", id="R110"),
    pytest.param("25張", "目標值25張，實際27張，達成率100％。", "capped R120 note", id="R120"),
    pytest.param("400人", "達成率99％。", "unverifiable R140 none", id="R140"),
    pytest.param("25％", "達成率120％【(17/64)/0.25×100％】。", "inconsistent R201 error", id="R201"),
    pytest.param("130次以上", "目標值125次，實際140次，達成率112％。", "consistent R401 warning", id="R401"),
    pytest.param("100公頃", "造林108公頃（原訂105公頃），達成率108％。", "consistent R401 warning", id="R401-by-the-cells-target"),
    pytest.param("10件以下", "目標值不超過10件，實際11件，達成率80％。", "inconsistent R101 error", id="no-reading-of-lower"),
    pytest.param("0件", "目標值0件，實際3件，達成率100％。", "inconsistent R102 error", id="zero-missed"),
    pytest.param("較104年提升2％", "105年度達成率【(20,200件-16,000件)/16,000件】×100％=26％。",
                 "consistent R210 note", id="R210"),
]  # fmt: skip

NO_RATE = [
    pytest.param("95%", "整體滿意度達93.4%，其中非常滿意者占51%。", id="satisfaction"),
    pytest.param("100件", "女性占比42%，較去年增加3.2%。", id="share-and-growth-in-passing"),
    pytest.param("100件", "進度超前6%。", id="percentage-points"),
    pytest.param("100件", "達成率目標為95%以上。", id="a-target-for-the-rate"),
    pytest.param("100件", "104年達成率98%。", id="last-years-rate"),
]


@pytest.mark.parametrize(("target", "sentence"), CONSISTENT)
def test_right_rates_are_left_alone(target: str, sentence: str) -> None:
    _, found = judged(target, RESULT + sentence)
    assert [(str(c.verdict), c.level.rank < Level.WARNING.rank) for c in found if c.claim.stated][
        -1:
    ] == [("consistent", True)]


@pytest.mark.parametrize(("target", "sentence", "expected"), FLAGGED)
def test_rates_that_a_rule_speaks_of(target: str, sentence: str, expected: str) -> None:
    _, found = judged(target, RESULT + sentence)
    assert [" ".join(said(check)) for check in found] == [expected]


@pytest.mark.parametrize(("target", "sentence"), NO_RATE)
def test_percentages_that_are_no_stated_rate(target: str, sentence: str) -> None:
    _, found = judged(target, RESULT + sentence)
    assert [check for check in found if check.claim.stated is not None] == []


def test_every_finding_shows_its_arithmetic() -> None:
    _, (check,) = judged("400件", RESULT + "目標值400件，實際500件，達成率115％。")
    assert "500 / 400 * 100 = 125" in check.message
    assert "115" in check.message
    assert check.formula == "500 / 400 * 100"


def test_a_pairing_that_is_not_certain_is_never_an_error() -> None:
    sentence = "目標值100件，第一類辦理80件，第二類辦理90件，達成率70％。"
    _, (check,) = judged("100件", RESULT + sentence)
    assert check.verdict is Verdict.INCONSISTENT
    assert check.level is Level.WARNING
    assert "not certain" in check.message


def test_one_of_several_pairs_that_gives_the_rate_is_enough() -> None:
    sentence = "目標值100件，第一類辦理80件，第二類辦理90件，達成率80％。"
    _, (check,) = judged("100件", RESULT + sentence)
    assert check.verdict is Verdict.CONSISTENT
    assert "not certain" in check.message


def test_all_met_gives_a_line_for_each_item() -> None:
    analysis = (
        "二、辦理情形：\n(一)取得證照33張。\n(二)參加演練419人。\n"
        f"{RESULT}\n(一)年度目標值：如原定目標值。\n(二)達成率：各項目標值均達成，達成率100％。"
    )
    _, found = judged("1. 30張\n2. 450人", analysis)
    assert [" ".join(said(check)) for check in found] == [
        "capped R120 note",
        "inconsistent R301 error",
    ]
    assert "419 / 450" in found[1].message


def test_capping_is_a_warning_where_the_document_prints_more_than_100() -> None:
    capped = row("25張", RESULT + "目標值25張，實際27張，達成率100％。")
    above = row("20場", RESULT + "目標值20場，實際26場，達成率130％。", number=2)
    levels = {
        len(rows): audit.judge_rows(rows, 105)[1][0].level for rows in ([capped], [capped, above])
    }
    assert levels == {1: Level.NOTE, 2: Level.WARNING}


ROUNDED = [
    (300, 332, 111), (300, 329, 110), (700, 614, 88), (900, 808, 90), (30, 23, 77), (60, 52, 87),
]  # fmt: skip


def test_off_by_one_where_the_document_shows_that_it_rounds() -> None:
    rows = [
        row(f"{t}場", RESULT + f"目標值{t}場，實際{a}場，達成率{s}％。", number=n)
        for n, (t, a, s) in enumerate([*ROUNDED, (280, 251, 89)], start=1)
    ]
    _, found = audit.judge_rows(rows, 105)
    assert said(found[-1]) == ("inconsistent", "R104", "warning")


@pytest.mark.parametrize("known", [ROUNDED[:5], [(t, a, s - 1) for t, a, s in ROUNDED]])
def test_cut_off_where_the_document_does_not_show_that_it_rounds(
    known: list[tuple[int, int, int]],
) -> None:
    rows = [
        row(f"{t}場", RESULT + f"目標值{t}場，實際{a}場，達成率{s}％。", number=n)
        for n, (t, a, s) in enumerate([*known, (280, 251, 89)], start=1)
    ]
    _, found = audit.judge_rows(rows, 105)
    assert said(found[-1]) == ("truncated", "R110", "note")


def test_a_mean_of_printed_rates_is_one_of_all_that_they_may_stand_for() -> None:
    analysis = "1.辦理9場，達成率75%。\n2.參加1,005人，達成率101%。\n3.發放90份，達成率88.3%。"
    _, found = judged("1.12場\n2.1,000人\n3.100份", analysis)
    assert said(found[-1]) == ("inconsistent", "R310", "warning")


def test_the_suite_is_a_tuple_of_functions_that_say_what_ought_to_be_true() -> None:
    assert all(check.__doc__ for check in suite.CHECKS)
