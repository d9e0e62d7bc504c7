"""Means of a row's rates, and the habits that a document shows."""

from fractions import Fraction

import pytest

from pipeline.checks.judging.claims import judge_claim
from pipeline.checks.other_rates import Context, Habits, RateEnds, RowRates
from tests.checks.judging.test_claims import claim

RATES = RowRates(
    [RateEnds(*map(Fraction, ends)) for ends in ((110, 109, 111), (120, 119, 121), (130, 130, 130))]
)
MEANS = [
    pytest.param(None, (120, Fraction(358, 3), Fraction(362, 3)), "(110 + 120 + 130) / 3", id="all"),
    pytest.param(0, (125, Fraction(249, 2), Fraction(251, 2)), "(120 + 130) / 2", id="without-the-first"),
]  # fmt: skip


@pytest.mark.parametrize(("left_out", "ends", "formula"), MEANS)
def test_mean(left_out: int | None, ends: tuple[Fraction, ...], formula: str) -> None:
    assert RATES.mean(left_out) == ends
    assert RATES.formula(left_out) == formula


def test_no_mean_of_fewer_than_two() -> None:
    assert RowRates(RATES.parts[:1]).mean(None) is None
    assert RowRates(RATES.parts[:2]).mean(0) is None


def test_rates_of_the_row() -> None:
    claims = [
        claim("100件", "110件", "110%"),
        claim("100件", "120件", "115%"),
        claim("100件", "130件", None),
    ]
    for number, one in enumerate(claims, start=1):
        one.item = number
    context = Context([judge_claim(one) for one in claims], Habits())
    (recomputed, all_of_them), (printed, own) = context.others(claims[1])
    assert [rate.value for rate in recomputed.parts] == [110, 120, 130]
    assert [rate.value for rate in printed.parts] == [110, 115]
    assert (all_of_them, own) == (None, 1)


ROUNDED = [claim("280場", "251場", "90%")] * 6
CUT_OFF = [claim("280場", "251場", "89%")] * 6
HABITS = [
    pytest.param(ROUNDED, CUT_OFF[:1], True, id="six-rounded"),
    pytest.param(ROUNDED[:5], CUT_OFF[:1], False, id="five-are-too-few"),
    pytest.param(CUT_OFF, CUT_OFF[:1], False, id="six-cut-off"),
    pytest.param(ROUNDED[:3] + CUT_OFF[:3], CUT_OFF[:1], False, id="as-many-of-each"),
    pytest.param(
        [claim("400件", "460件", "115%")] * 9, CUT_OFF[:1], False, id="exact-rates-show-nothing"
    ),
]


@pytest.mark.parametrize(("others", "own", "rounds"), HABITS)
def test_habit_of_rounding(others: list, own: list, rounds: bool) -> None:
    judged = [judge_claim(one) for one in (*others, *own)]
    habits = Habits()
    habits.count(judged)
    assert habits.rounds(judged[-1]) is rounds


def test_rates_above_a_hundred_are_counted_as_printed() -> None:
    habits = Habits()
    habits.count(judge_claim(claim("100件", "130件", stated)) for stated in ("130%", "100%", None))
    assert habits.above_hundred == 1
