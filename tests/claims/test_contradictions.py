"""Figures that cannot both be right, or cannot have been counted: what is told, and what is not."""

import pytest

from pipeline.checks.records import Check
from pipeline.checks.verdicts import Level, Verdict
from tests.typed_rows import judged

RESULT = "三、年度目標值及達成率："

DIFFERING = [
    pytest.param("40件", "實際完成36件，達成率95％【(38件/40件)×100％】。", "uses 38件, the row prints 36件", id="actual"),
    pytest.param("40件", "實際完成36件，達成率90％【(36件/42件)×100％】。", "uses 42件, the row prints 40件", id="target"),
    pytest.param("8,050人", "實際參加8,656人，達成率106％【(8,566人/8,050人)×100％】。", "uses 8,566人", id="swapped-digits"),
    pytest.param("較104年提升2％", "105年19,200件，較104年16,000件增加，成長率【(20,200件-16,000件)/16,000件】×100％=26％。", "uses 20,200件", id="growth"),
]  # fmt: skip

AGREEING = [
    pytest.param("40件", "實際完成38件，達成率95％【(38件/40件)×100％】。", id="same"),
    pytest.param("40件", "實際完成36件，另補辦2件，達成率95％【(38件/40件)×100％】。", id="a-third-figure"),
    pytest.param("40件", "實際完成36件，加計跨年度案件共38件，達成率95％【(38件/40件)×100％】。", id="printed-elsewhere"),
    pytest.param("40件", "受理42件，實際完成36件，達成率86％【(36件/42件)×100％】。", id="another-base"),
    pytest.param("40件", "目標值修正為42件，實際完成36件，達成率86％【(36件/42件)×100％】。", id="revised"),
    pytest.param("40件", "實際完成36件，達成率95％【(38/40)×100％】。", id="no-counter"),
    pytest.param("40件", "辦理2場，參加36人，達成率95％【(38件/40件)×100％】。", id="other-counters"),
    pytest.param("40件", "完成36件，達成率95％【(38件/40件)×100％】。", id="not-called-actual"),
    pytest.param("40件", "實際完成約36件，達成率95％【(38件/40件)×100％】。", id="about"),
    pytest.param("40件", "實際完成1萬件，達成率95％【(38件/40件)×100％】。", id="rounded"),
    pytest.param("25％(19個單位)", "達成率103％【(19/74)/0.25×100％】。", id="quotient-of-a-quotient"),
    pytest.param("40件", "104年實際完成36件，105年完成38件，達成率95％【(38件/40件)×100％】。", id="last-years"),
    pytest.param("40件", "截至6月底實際完成36件，達成率95％【(38件/40件)×100％】。", id="half-year"),
    pytest.param("較104年提升2％", "105年4,200件，新增16,000件，成長率【(20,200件-16,000件)/16,000件】×100％=26％。", id="growth-by-an-increase"),
    pytest.param("較104年提升2％", "105年20,200件，較104年16,000件增加，成長率【(20,200件-16,000件)/16,000件】×100％=26％。", id="growth"),
]  # fmt: skip

TWICE = "二、辦理情形：{}。\n三、年度目標值及達成率：參加研習8,656人，達成率108%。"
TOLD_AGAIN = [
    pytest.param(TWICE.format("105年度參加研習8,566人"), id="swapped-digits"),
    pytest.param(
        TWICE.format("參加研習8,566人，其中女性4,210人"), id="a-slip-beside-a-third-figure"
    ),
    pytest.param(TWICE.format("辦理研習20場，參加研習共計8,665人"), id="behind-another-counter"),
]
TOLD_ONCE = [
    pytest.param(TWICE.format("105年度參加研習8,656人"), id="same"),
    pytest.param(TWICE.format("參加研習8,120人，其中女性4,210人"), id="a-third-figure"),
    pytest.param(TWICE.format("上半年：參加研習4,310人"), id="half-year"),
    pytest.param(TWICE.format("104年度參加研習8,566人"), id="last-year"),
    pytest.param(TWICE.format("自101年起累計參加研習45,310人"), id="over-the-years"),
    pytest.param(TWICE.format("北區參加研習4,310人"), id="a-region"),
    pytest.param(TWICE.format("邀請參加研習9,310人"), id="other-words"),
    pytest.param(TWICE.format("參加研習約8,600人"), id="about"),
    pytest.param(TWICE.format("參加研習8千人"), id="rounded"),
    pytest.param(TWICE.format("報名研習（參加研習8,566人）"), id="in-brackets"),
    pytest.param(TWICE.format("原定參加研習8,050人"), id="the-target"),
    pytest.param(TWICE.format("參加研習8,566人（未含遠距）"), id="in-more-than-one-way"),
]  # fmt: skip

UNCOUNTED = [
    pytest.param("受訪200人，滿意者占33.3％。", "66 / 200 * 100 = 33", id="survey"),
    pytest.param("經抽驗50件，其中合格者占97.3％。", "49 / 50 * 100 = 98", id="inspection"),
    pytest.param("有效問卷25份，滿意者占90％。", "23 / 25 * 100 = 92", id="no-decimals"),
]

COUNTABLE = [
    pytest.param("受訪200人，滿意者占33.5％。", id="67-of-200"),
    pytest.param("受訪201人，滿意者占33.3％。", id="67-of-201"),
    pytest.param("受訪300人，滿意者占33.4％。", id="rounded-upwards"),
    pytest.param("受訪300人，滿意者占66.6％。", id="cut-off"),
    pytest.param("受訪1,068人，滿意者占33.3％。", id="many"),
    pytest.param("受訪200人，滿意者占33.3％（66人）。", id="part-is-printed"),
    pytest.param("受訪200人，男性90人，滿意者占33.3％。", id="two-counts"),
    pytest.param("受訪200人，女性120人中滿意者占33.3％。", id="a-group-of-it"),
    pytest.param("受訪200人，經加權後滿意者占33.3％。", id="weighted"),
    pytest.param("受訪200人，滿意者約占33.3％。", id="about"),
    pytest.param("受訪約200人，滿意者占33.3％。", id="about-so-many"),
    pytest.param("受訪200人以上，滿意者占33.3％。", id="at-least-so-many"),
    pytest.param("受訪200人，滿意度33.3％。", id="a-score"),
    pytest.param("受訪200人，平均滿意度達93.3％。", id="a-mean"),
    pytest.param("受訪200人，滿意者較104年增加33.3％。", id="growth"),
    pytest.param("受訪200人，占全國人口33.3％。", id="a-share-of-others"),
    pytest.param("參加200人，滿意者占33.3％。", id="those-who-took-part"),
    pytest.param("受訪200人。滿意者占33.3％。", id="another-sentence"),
    pytest.param("受訪2萬人，滿意者占33.3％。", id="rounded-count"),
    pytest.param("受訪200人，滿意者占100.0％。", id="all"),
]


def codes(check: Check) -> set[str]:
    return {finding.code for finding in check.findings}


@pytest.mark.parametrize(("target", "sentence", "told"), DIFFERING)
def test_a_formula_with_other_figures(target: str, sentence: str, told: str) -> None:
    _, found = judged(target, RESULT + sentence)
    (finding,) = [f for check in found for f in check.findings if f.code == "R202"]
    assert finding.level is Level.WARNING
    assert told in str(finding.message)


@pytest.mark.parametrize(("target", "sentence"), AGREEING)
def test_a_formula_that_another_figure_explains(target: str, sentence: str) -> None:
    _, found = judged(target, RESULT + sentence)
    assert found
    assert not any("R202" in codes(check) for check in found)


@pytest.mark.parametrize("analysis", TOLD_AGAIN)
def test_an_actual_figure_that_is_told_in_two_ways(analysis: str) -> None:
    _, (check,) = judged("8,050人", analysis)
    assert (check.verdict, check.level) == (Verdict.CONSISTENT, Level.WARNING)
    assert codes(check) == {"R402"}
    assert "8,656人 beside the rate" in check.message


def test_figures_of_two_items_that_are_told_alike() -> None:
    analysis = f"{RESULT}\n(一)課程目標值7,260人，實際辦理7,700人，達成率106%。"
    analysis += "\n(二)參訪目標值160,000人次，實際辦理152,608人次，達成率95%。"
    _, found = judged("1. 7,260人\n2. 160,000人次", analysis, "1.課程人數\n2.參訪人次")
    assert [check.finding for check in found] == [None, None]


@pytest.mark.parametrize("analysis", TOLD_ONCE)
def test_an_actual_figure_that_is_told_once(analysis: str) -> None:
    _, found = judged("8,050人", analysis)
    assert not any("R402" in codes(check) for check in found)


def test_a_rate_of_the_figure_told_elsewhere_is_no_error() -> None:
    _, (check,) = judged("8,000人", TWICE.format("參加研習8,640人").replace("8,656", "6,840"))
    assert (check.verdict, codes(check)) == (Verdict.CONSISTENT, {"R402"})


@pytest.mark.parametrize(("sentence", "nearest"), UNCOUNTED)
def test_a_share_that_no_whole_number_gives(sentence: str, nearest: str) -> None:
    _, found = judged("90%", "二、辦理情形：" + sentence)
    (check,) = [check for check in found if "R410" in codes(check)]
    assert (check.verdict, check.level) == (Verdict.INCONSISTENT, Level.WARNING)
    assert nearest in check.message
    assert check.power is not None
    assert 0 < check.power < 1


@pytest.mark.parametrize("sentence", COUNTABLE)
def test_a_share_that_may_have_been_counted(sentence: str) -> None:
    _, found = judged("90%", "二、辦理情形：" + sentence)
    assert not any("R410" in codes(check) for check in found)


BESIDE_COLUMNS = [
    ("32.0公頃 39.2公頃 122.50", "實際值為39.3公頃", "R402"),
    ("32.0公頃 39.2公頃 122.50", "目標值為32.1公頃", "R401"),
    ("91% 97.17% 106.78", "實際值為97.18％", "R402"),
    ("3億元 3億9,012萬元 130.04", "實際值為3億9,000萬元", "R402"),
    ("32.0公頃 39.2公頃 122.50", "實際值為39.24公頃", None),
    ("32.0公頃 39.2公頃 122.50", "實際值為39.20公頃", None),
    ("32.0公頃 39.25公頃 122.66", "實際值為39.3公頃", None),
    ("3億元 3億9,012萬元 130.04", "實際值為3.9億元", None),
    ("32.0公頃 39.2公頃 122.50", "實際值為約39.3公頃", None),
    # The same figures beside the rate that the column holds: a word more or less changes nothing.
    ("40公噸 39.2公噸 98", "實際值39.3公噸，達成率98％", "R402"),
    ("40公噸 39.2公噸 98", "完成39.3公噸，達成率98％", "R402"),
    ("40公噸 39.2公噸 98", "實際值39.24公噸，達成率98％", None),
    ("40公噸 39.2公噸 98", "完成39.24公噸，達成率98％", None),
    ("40公噸 39.2公噸 98", "實際值約39.3公噸，達成率98％", None),
    ("40公噸 39.2公噸 98", "完成約39.3公噸，達成率98％", None),
    ("40公噸 39.2公噸 98", "完成39.2公噸，達成率98％", None),
    ("90% 97.17% 107.97", "實際值97.18％，達成率107.97％", "R402"),
    ("90% 97.17% 107.97", "達到97.18％，達成率107.97％", "R402"),
    ("90% 97.17% 107.97", "達到97.2％，達成率107.97％", None),
    ("3億元 3億9,012萬元 130.04", "完成3億9,000萬元，達成率130.04％", "R402"),
    ("3億元 3億9,012萬元 130.04", "完成3.9億元，達成率130.04％", None),
]


@pytest.mark.parametrize(("figures", "note", "code"), BESIDE_COLUMNS)
def test_a_note_beside_the_columns(figures: str, note: str, code: str | None) -> None:
    target, actual, rate = figures.split()
    _, [check] = judged(target, f"本年度{note}。", actual=actual, rate=rate)
    assert check.verdict is Verdict.CONSISTENT
    assert (check.finding and check.finding.code) == code
