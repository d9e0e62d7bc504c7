"""The verdict on one stated rate, and rates that are left open because they may be of other figures."""

from fractions import Fraction

import pytest

from pipeline.checks.judging.claims import Stated, against_usage, judge_claim, without_conflicts
from pipeline.claims.records import Claim, Figure, Pair, RateKind, Reason
from pipeline.quantities import Quantity
from pipeline.records import Place

PLACE = Place(1, None, 1, None, 1)


def figure(text: str, sentence: str = "") -> Figure:
    return Figure(Quantity.parse(text), sentence or text, PLACE)


def claim(target: str, actual: str, stated: str | None, sentence: str = "", **fields) -> Claim:
    pair = Pair(figure(target), figure(actual, fields.pop("beside", "")))
    rate = figure(stated, sentence) if stated else None
    return Claim(1, 1, "受理申請", RateKind.ACHIEVEMENT, rate, (pair,), **fields)


VERDICTS = [
    pytest.param(claim("400件", "460件", "115%"), "consistent", id="exact"),
    pytest.param(claim("280場", "251場", "90%"), "consistent", id="rounded"),
    pytest.param(claim("280場", "251場", "89%"), "truncated", id="cut-off"),
    pytest.param(claim("280場", "251場", "88%"), "inconsistent", id="neither"),
    pytest.param(claim("280場", "251場", "91%"), "inconsistent", id="above"),
    pytest.param(claim("280場", "290場", "100%"), "capped", id="capped"),
    pytest.param(claim("280場", "270場", "100%"), "inconsistent", id="not-reached"),
    pytest.param(claim("280場", "290場", "100%以上"), "consistent", id="at-least"),
    pytest.param(claim("280場", "251場", None), "unstated", id="none-stated"),
    pytest.param(Claim(1, 1, "", RateKind.ACHIEVEMENT, figure("90%")), "unverifiable", id="no-figures"),
    pytest.param(claim("280場", "200場", "90%", spare=(Pair(figure("280場"), figure("251場")),)),
                 "consistent", id="spare-figures-explain"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "verdict"), VERDICTS)
def test_verdict(claim: Claim, verdict: str) -> None:
    assert str(judge_claim(claim).verdict) == verdict


RANGES = [
    pytest.param("108%", ("1", "215/2", "217/2"), id="whole"),
    pytest.param("98.5%", ("1/10", "1969/20", "1971/20"), id="one-decimal"),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_what_a_stated_rate_stands_for(text: str, expected: tuple[str, str, str]) -> None:
    stated = Stated.from_quantity(Quantity.parse(text))
    assert tuple(map(str, (stated.unit, stated.low, stated.high))) == expected
    assert stated.value == Fraction(text.rstrip("%"))


HABITS = [
    pytest.param(claim("280場", "251場", "90%"), True, id="rounded-up"),
    pytest.param(claim("280場", "251場", "89%"), True, id="cut-off"),
    pytest.param(claim("400件", "460件", "115%"), False, id="exact"),
    pytest.param(claim("300場", "331場", "110%"), False, id="both-give-the-same"),
    pytest.param(claim("280場", "251場", "88%"), False, id="neither"),
]


@pytest.mark.parametrize(("claim", "shows"), HABITS)
def test_which_rates_show_a_habit(claim: Claim, shows: bool) -> None:
    assert judge_claim(claim).shows_a_habit is shows


OPEN = [
    pytest.param([claim("400件", "500件", "115%", doubt=Reason.OTHER_YEAR)], Reason.OTHER_YEAR, id="doubted"),
    pytest.param([claim("400件", "500件", "100%", doubt=Reason.CUMULATIVE)], Reason.CUMULATIVE, id="doubted-and-capped"),
    pytest.param([claim("400件", "440件", "110%", "達成率110%"), claim("400件", "440件", "98%", "南區達成率98%")],
                 Reason.OF_SOMETHING_ELSE, id="another-rate-has-the-figures"),
    pytest.param([claim("400件", "440件", "98%", "南區達成率98%")], Reason.OF_SOMETHING_ELSE, id="a-foreign-name"),
]  # fmt: skip
ACCUSED = [
    pytest.param([claim("400件", "500件", "115%", "達成率115%")], id="no-doubt"),
    pytest.param([claim("400件", "500件", "115%", "實際500件，達成率115%", beside="實際500件，達成率115%")], id="beside"),
    pytest.param([claim("400件", "440件", "110%", "達成率110%"), claim("400件", "440件", "98%", "達成率98%")],
                 id="two-rates-without-a-name"),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "reason"), OPEN)
def test_left_open(claims: list[Claim], reason: Reason) -> None:
    last = without_conflicts([judge_claim(claim) for claim in claims])[-1]
    assert (str(last.verdict), last.claim.missing, last.taken) == ("unverifiable", reason, None)


@pytest.mark.parametrize("claims", ACCUSED)
def test_not_left_open(claims: list[Claim]) -> None:
    last = without_conflicts([judge_claim(claim) for claim in claims])[-1]
    assert str(last.verdict) == "inconsistent"


def test_a_doubted_rate_that_follows_is_consistent() -> None:
    (item,) = without_conflicts(
        [judge_claim(claim("400件", "460件", "115%", doubt=Reason.OTHER_YEAR))]
    )
    assert str(item.verdict) == "consistent"


LOWER = {"lower": True, "says_lower": True}
KEPT = claim("10件", "8件", "80%", **LOWER)
MIRRORED = [claim("10件", "8件", "125%", **LOWER), claim("20天", "16天", "120%", lower=True)]
USAGE = [
    pytest.param([*MIRRORED, KEPT], "inconsistent", id="others-the-other-way-round"),
    pytest.param([MIRRORED[0], KEPT], "consistent", id="one-other"),
    pytest.param([*MIRRORED, KEPT, KEPT], "consistent", id="as-many-as-the-others"),
    pytest.param([KEPT, KEPT, KEPT], "consistent", id="the-usage-of-the-report"),
    pytest.param([*MIRRORED, claim("10件", "8件", "80%", lower=True)], "consistent", id="only-words-hint"),
    pytest.param([*MIRRORED, claim("10件", "8件", "80%")], "consistent", id="more-is-better"),
    pytest.param([*MIRRORED, claim("10件", "10件", "100%", **LOWER)], "consistent", id="met-just-so"),
    pytest.param([*MIRRORED, claim("10件", "12件", "120%", **LOWER)], "consistent", id="above-the-target"),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "last"), USAGE)
def test_a_limit_told_against_the_usage_of_its_report(claims: list[Claim], last: str) -> None:
    rows = against_usage([[judge_claim(one)] for one in claims])
    *others, own = [item for row in rows for item in row]
    assert (str(own.verdict), own.uncalled) == (last, last == "inconsistent")
    assert {str(item.verdict) for item in others} == {"consistent"}
