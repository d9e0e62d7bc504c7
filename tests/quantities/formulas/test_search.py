"""Printed formulas: what is one, what it gives, and what only looks like one."""

from fractions import Fraction

import pytest

from pipeline.quantities.formulas.arithmetic import FormulaError
from pipeline.quantities.formulas.search import find_formula

SEEN_IN_REPORTS = [
    pytest.param("達成率【(20,678人-16,851人)/16,851人】×100％=23％", "(20678 - 16851) / 16851 * 100",
                 Fraction(382700, 16851), id="growth"),
    pytest.param("(19/74)/0.25×100％", "19 / 74 / 0.25 * 100", Fraction(7600, 74), id="of-a-share"),
    pytest.param("(265.1÷235)x100%≒113%", "265.1 / 235 * 100", Fraction(26510, 235), id="division-sign"),
    pytest.param("達成率為(6％÷5％)×100％=120％", "0.06 / 0.05 * 100", Fraction(120), id="two-percentages"),
    pytest.param("〔2萬678人÷1億人〕＊100", "20678 / 100000000 * 100", Fraction(20678, 10**6), id="magnitudes"),
    pytest.param("（８，６５６÷８，０５０）×１００％", "8656 / 8050 * 100", Fraction(865600, 8050), id="full-width"),
]  # fmt: skip

MADE_UP = [
    pytest.param("8,656÷8,050×100％＝108％", "8656 / 8050 * 100", Fraction(865600, 8050), id="no-brackets"),
    pytest.param("(1/(2-1))×100％", "1 / (2 - 1) * 100", Fraction(100), id="bracket-on-the-right"),
    pytest.param("((8/4)/(2/1))", "8 / 4 / (2 / 1) * 100", Fraction(100), id="divisor-keeps-brackets"),
    pytest.param("100×(3/4)", None, None, id="factor-in-front-belongs-to-no-bracket"),
    pytest.param("【(90/100)×0.5+1×0.5】×100％", "(90 / 100 * 0.5 + 1 * 0.5) * 100", Fraction(95), id="weighted"),
    pytest.param("[(5+5)/20]×100", "(5 + 5) / 20 * 100", Fraction(50), id="sum"),
]  # fmt: skip

NO_FORMULA = [
    pytest.param("達成率100%，較去年(95%)提升", id="percentage-in-brackets"),
    pytest.param("(105年)", id="year-in-brackets"),
    pytest.param("105/9/1啟用", id="date"),
    pytest.param("(一)預防宣導", id="list-number"),
    pytest.param("國家(地區)", id="word-in-brackets"),
    pytest.param("【(20,678人-16,851人/16,851人】×100％", id="bracket-left-open"),
    pytest.param("(3-5)", id="range"),
    pytest.param("(02)2345-6789", id="phone"),
    pytest.param("(" * 5000, id="nothing-but-brackets"),
    pytest.param("(/)", id="nothing-to-divide"),
    pytest.param("", id="empty"),
]


@pytest.mark.parametrize(("text", "arithmetic", "value"), SEEN_IN_REPORTS + MADE_UP)
def test_formula(text: str, arithmetic: str | None, value: Fraction | None) -> None:
    formula = find_formula(text)
    if arithmetic is None and formula is not None:
        assert formula.start > 0
        return
    assert formula is not None
    assert (formula.arithmetic(), formula.value()) == (arithmetic, value)
    low, high = formula.interval()
    assert low <= formula.value() <= high


@pytest.mark.parametrize("text", NO_FORMULA)
def test_no_formula(text: str) -> None:
    assert find_formula(text) is None


def test_interval_is_that_of_the_rounded_figures() -> None:
    formula = find_formula("(265.1÷235)×100%")
    assert formula is not None
    assert formula.interval() == (Fraction(26505, 235), Fraction(26515, 235))
    assert formula.interval(exact={Fraction(2651, 10)}) == (formula.value(), formula.value())


def test_names_are_resolved_by_the_caller() -> None:
    formula = find_formula("(105年查處人數/105年目標值人數)×100％")
    assert formula is not None
    names = dict(zip([n.name for n in formula.names()], map(Fraction, (20678, 12361)), strict=True))
    assert formula.arithmetic(names) == "20678 / 12361 * 100"
    with pytest.raises(FormulaError, match="105年查處人數"):
        formula.value()


def test_division_by_zero_is_an_error_of_the_formula() -> None:
    formula = find_formula("(5/0)×100％")
    assert formula is not None
    with pytest.raises(FormulaError, match="zero"):
        formula.value()
