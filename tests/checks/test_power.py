"""How sharp a check is: counted, and compared with trying every rate."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from pipeline.checks import check_lines
from pipeline.checks.judging import claims
from pipeline.checks.verdicts import Verdict
from pipeline.claims import assertions, statements
from pipeline.claims.items import actual_figures
from pipeline.claims.records import Claim
from tests.typed_rows import judged, row

RESULT = "三、年度目標值及達成率："

KNOWN = [
    pytest.param("400件", "目標值400件，實際380件，達成率95％。", Fraction(1), id="all-refused"),
    pytest.param("8,050人", "目標值8,050人，實際8,656人，達成率108%。", Fraction(38, 40), id="107-cut-off-and-100-pass"),
    pytest.param("400件", "目標值400件，實際460件，達成率115％。", Fraction(39, 40), id="100-passes"),
    pytest.param("400件", "目標值400件，實際500件，達成率115％。", Fraction(38, 40), id="100-and-125-pass"),
    pytest.param("25張", "目標值25張，實際27張，達成率100％。", Fraction(39, 40), id="capped"),
    pytest.param("300件", "目標值300件，實際309件，達成率103.00％。", Fraction(3999, 4000), id="two-decimals-100-passes"),
    pytest.param("90%以上", "滿意度95.4%，達成率100%以上。", Fraction(14, 40), id="at-least"),
    pytest.param("200場", "目標值200場，實際223場，達成率112.00％。", Fraction(3998, 4000), id="far-off"),
]  # fmt: skip

KNOWN_ROWS = [pytest.param(*case.values[:2], id=case.id) for case in KNOWN]

OTHERS = [
    pytest.param("15%", "使用比率14.1%，達成率94%。", id="measured"),
    pytest.param("10日以內", "實際8日，達成率125％。", id="lower"),
    pytest.param("10日以內", "實際9.5日，達成率105.3％。", id="lower-one-decimal"),
    pytest.param("10秒", "平均可於10秒內完成，達成率100％。", id="bound"),
    pytest.param("10日以內", "實際12日，達成率80％。", id="lower-missed"),
    pytest.param("0件", "目標值0件，實際0件，達成率100％。", id="zero"),
    pytest.param("99%", "可用度99.5%，達成率100%。", id="rounded-input"),
    pytest.param("200場", "目標值200場，實際223場，達成率112％。", id="half"),
    pytest.param("25％", "達成率103.4％【(19/74)/0.25×100％】。", id="formula"),
    pytest.param("100件", "目標值100件，第一類辦理80件，第二類辦理90件，達成率80％。", id="several-pairs"),
    pytest.param("較104年提升2％", "105年度成長率【(20,200件-16,000件)/16,000件】×100％=26％。", id="growth"),
    pytest.param("98.5％", "系統可用度99.4％，達成率100％。", id="capped-measured"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "sentence", "share"), KNOWN)
def test_share_of_rates_that_would_be_refused(target: str, sentence: str, share: Fraction) -> None:
    _, found = judged(target, RESULT + sentence)
    assert found[-1].power == share


@pytest.mark.parametrize(("target", "sentence"), [*OTHERS, *KNOWN_ROWS])
def test_trying_every_rate_gives_the_same(target: str, sentence: str) -> None:
    claim = claim_of(target, RESULT + sentence)
    (check,) = check_lines.check_claims([claim])
    assert claim.stated is not None
    quantity = claim.stated.quantity
    step = Decimal(10) ** -quantity.decimals
    verdicts = [
        claims.judge_claim(with_stated(claim, Decimal(quantity.value) + k * step)).verdict
        for k in range(-int(20 / step), int(20 / step) + 1)
        if k
    ]
    assert check.power == Fraction(verdicts.count(Verdict.INCONSISTENT), len(verdicts))


def claim_of(target: str, analysis: str) -> Claim:
    found = statements.statements_from_row(row(target, analysis), 105)
    items = actual_figures.items_from_statements(found)
    return assertions.claims_from_statements(found, items, 105)[-1]


def with_stated(claim: Claim, value: Decimal) -> Claim:
    assert claim.stated is not None
    quantity = claim.stated.quantity._replace(value=value)
    return replace(claim, stated=replace(claim.stated, quantity=quantity))


UNCHECKED = [
    pytest.param("400人", "達成率99％。", id="unverifiable"),
    pytest.param("5處", "完成修復6處。", id="unstated"),
]


@pytest.mark.parametrize(("target", "sentence"), UNCHECKED)
def test_none_where_nothing_was_compared(target: str, sentence: str) -> None:
    _, (check,) = judged(target, RESULT + sentence)
    assert check.power is None
