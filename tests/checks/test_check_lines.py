"""Claims -> checks: the gravest finding first, the unit, what is said of a consistent rate."""

from dataclasses import replace
from fractions import Fraction

import pytest

from pipeline.checks.check_lines import check_claims
from pipeline.claims.records import Claim, Pair, RateKind
from tests.checks.judging.test_claims import claim, figure


def test_a_line_for_each_claim_in_order() -> None:
    claims = [claim("400件", "460件", "115%"), claim("400件", "460件", None)]
    checks = check_claims(claims)
    assert [check.claim for check in checks] == claims
    assert check_claims([]) == []
    first = checks[0]
    assert (first.formula, first.recomputed, first.difference) == ("460 / 400 * 100", 115, 0)
    assert (first.unit, first.findings) == ("件", ())


def test_the_gravest_finding_comes_first() -> None:
    (check,) = check_claims([claim("125次", "156次", "110%", cell_target=figure("130次"))])
    assert [finding.code for finding in check.findings] == ["R101", "R401"]
    assert check.finding is check.findings[0]
    assert check.difference == Fraction(110) - Fraction("124.8")


UNITS = [
    pytest.param(claim("20場次", "21場", "105%"), "場", id="the-shorter-word"),
    pytest.param(
        replace(claim("3%", "206件", "3%", baseline=figure("200件")), kind=RateKind.GROWTH),
        "%",
        id="growth",
    ),
    pytest.param(replace(claim("200人", "50人", "25%"), kind=RateKind.RATIO), "%", id="share"),
]


@pytest.mark.parametrize(("claim", "unit"), UNITS)
def test_unit(claim: Claim, unit: str) -> None:
    (check,) = check_claims([claim])
    assert check.unit == unit


TWO = (Pair(figure("400件"), figure("300件")), Pair(figure("400件"), figure("460件")))
SAID = [
    pytest.param(claim("400件", "460件", "115%"), "", id="plain"),
    pytest.param(claim("10日", "8日", "125%", lower=True), "lower is better, target / actual", id="lower-quotient"),
    pytest.param(claim("10日", "8日", "120%", lower=True), "lower is better, 2 - actual / target", id="lower-difference"),
    pytest.param(claim("70件", "75件", "50%", lower=True, baseline=figure("80件")), "share of the reduction", id="reduction"),
    pytest.param(claim("0件", "0件", "100%"), "zero target", id="zero"),
    pytest.param(claim("15%", "14.1%", "94.3%"), "consistent because a figure was rounded or is a bound: 93.666667 to 94.333333", id="bounds"),
    pytest.param(replace(claim("400件", "460件", "115%"), pairs=TWO),
                 "which figures belong together is not certain; these give the stated rate", id="unsure"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "message"), SAID)
def test_what_makes_a_rate_consistent(claim: Claim, message: str) -> None:
    (check,) = check_claims([claim])
    assert (str(check.verdict), check.message) == ("consistent", message)


def test_off_by_one_where_the_document_rounds_is_inconsistent() -> None:
    rounded = [claim("280場", "251場", "90%")] * 6
    *_, last = check_claims([*rounded, claim("280場", "251場", "89%")])
    assert (str(last.verdict), last.finding and last.finding.code) == ("inconsistent", "R104")
