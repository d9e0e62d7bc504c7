"""Which kind of mistake explains a rate that no reading gives: the first that fits."""

import pytest

from pipeline.checks.disagreements import explain_disagreement
from pipeline.checks.judging.claims import judge_claim
from pipeline.checks.other_rates import Context, Habits
from pipeline.claims.records import Claim
from tests.checks.judging.test_claims import claim

OTHERS = (claim("100次", "110次", "110%"), claim("100件", "120件", "120%"))
CASES = [
    pytest.param(claim("420場", "441場", "10.5%"), "R103", id="a-tenth"),
    pytest.param(claim("420場", "441場", "10500%"), "R103", id="a-hundred-times"),
    pytest.param(claim("35場", "34場", "107%"), "R102", id="said-to-be-met"),
    pytest.param(claim("35場", "42場", "95%"), "R102", id="said-to-be-missed"),
    pytest.param(claim("1000場", "999場", "100%"), "R102", id="outcome-before-last-place"),
    pytest.param(claim("300場", "332場", "112%"), "R104", id="last-place"),
    pytest.param(claim("400件", "500件", "0%"), "R102", id="nought-is-no-slipped-point"),
    pytest.param(claim("400件", "500件", "115%"), "R101", id="nothing-explains-it"),
]
SHARED = [
    pytest.param(claim("400件", "500件", "115%"), "R310", id="the-mean-of-the-others"),
    pytest.param(claim("400件", "500件", "118%"), "R310", id="the-mean-of-all-recomputed"),
    pytest.param(claim("400件", "500件", "140%"), "R101", id="no-mean"),
]


def code(wrong: Claim, *others: Claim) -> str:
    claims = [wrong, *others]
    for number, one in enumerate(claims, start=1):
        one.item = number
    judged = [judge_claim(one) for one in claims]
    return explain_disagreement(judged[0], Context(judged, Habits())).code


@pytest.mark.parametrize(("wrong", "expected"), CASES)
def test_alone(wrong: Claim, expected: str) -> None:
    assert code(wrong) == expected


@pytest.mark.parametrize(("wrong", "expected"), SHARED)
def test_with_other_rates_in_the_row(wrong: Claim, expected: str) -> None:
    assert code(wrong, *OTHERS) == expected
