"""The accepted readings of a claim: their kinds, results and ends, and which are not accepted."""

from dataclasses import replace
from fractions import Fraction

import pytest

from pipeline.claims.readings import Reading, list_readings
from pipeline.claims.records import Claim, Figure, Pair, RateKind, ReadingKind
from pipeline.quantities import Quantity, find_formulas
from pipeline.records import Place

PLACE = Place(1, None, 1, None, 1)


def figure(text: str) -> Figure:
    return Figure(Quantity.parse(text), text, PLACE)


def claim(target: str, actual: str, stated: str = "100%", **fields) -> Claim:
    pair = Pair(figure(target) if target else None, figure(actual) if actual else None)
    return Claim(1, 1, "", RateKind.ACHIEVEMENT, figure(stated), (pair,), **fields)


def shown(found: list[Reading]) -> list[tuple[str, str]]:
    return [(reading.kind.name, str(reading.value)) for reading in found]


LOWER = {"lower": True}
CASES = [
    pytest.param(claim("400件", "460件"), [("QUOTIENT", "115")], id="plain"),
    pytest.param(claim("0件", "0件"), [("ZERO_TARGET", "100")], id="zero-and-met"),
    pytest.param(claim("0件", "3件"), [("ZERO_TARGET", "0")], id="zero-and-missed"),
    pytest.param(claim("0%", "-0.4%"), [], id="zero-and-below"),
    pytest.param(claim("0千元", "0千元"), [], id="no-money-planned"),
    pytest.param(claim("0元", "3元"), [], id="no-money-planned-and-spent"),
    pytest.param(claim("10日", "8日", **LOWER),
                 [("LOWER_QUOTIENT", "125"), ("LOWER_DIFFERENCE", "120"), ("QUOTIENT", "80")], id="lower"),
    pytest.param(claim("10日以內", "11日", **LOWER),
                 [("LOWER_QUOTIENT", "1000/11"), ("LOWER_DIFFERENCE", "90")], id="a-crossed-limit-is-no-success"),
    pytest.param(claim("10日", "0日", **LOWER), [("LOWER_DIFFERENCE", "200"), ("QUOTIENT", "0")], id="lower-and-none"),
    pytest.param(claim("70件", "75件", baseline=figure("80件"), **LOWER),
                 [("LOWER_QUOTIENT", "280/3"), ("LOWER_DIFFERENCE", "650/7"), ("SHARE_OF_REDUCTION", "50"),
                  ("QUOTIENT", "750/7")], id="share-of-a-reduction"),
    pytest.param(claim("5%", "-6%"), [("NEGATIVE_CHANGE", "120"), ("QUOTIENT", "-120")], id="a-fall-as-negative-change"),
    pytest.param(claim("5%", "", baseline=figure("200件"), this_year=figure("212件"), growth=True),
                 [("GROWTH_ATTAINED", "120")], id="growth-attained"),
    pytest.param(replace(claim("", "212件", baseline=figure("200件")), kind=RateKind.GROWTH),
                 [("GROWTH", "6")], id="growth"),
    pytest.param(replace(claim("", "180件", baseline=figure("200件"), lower=True), kind=RateKind.GROWTH),
                 [("GROWTH", "-10"), ("REDUCTION", "10")], id="reduction"),
    pytest.param(replace(claim("200人", "", "50%", counted=True), kind=RateKind.RATIO, pairs=(Pair(figure("3人"), None),)),
                 [("WHOLE_COUNT", "100/3"), ("WHOLE_COUNT", "200/3")], id="whole-counts"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "expected"), CASES)
def test_readings(claim: Claim, expected: list[tuple[str, str]]) -> None:
    assert shown(list_readings(claim)) == expected


NONE = [
    pytest.param(claim("", "460件"), id="no-target"),
    pytest.param(claim("400件", ""), id="no-actual"),
    pytest.param(claim("400件", "460至500件"), id="a-range-that-was-reached"),
    pytest.param(replace(claim("", "6件", baseline=figure("0件")), kind=RateKind.GROWTH), id="growth-from-nothing"),
    pytest.param(replace(claim("", ""), pairs=()), id="no-figures"),
]  # fmt: skip


@pytest.mark.parametrize("claim", NONE)
def test_no_reading(claim: Claim) -> None:
    assert list_readings(claim) == []


def test_a_printed_formula_comes_before_all() -> None:
    (formula,) = find_formulas("(17/64)/0.25×100％")
    (reading,) = list_readings(replace(claim("25%", "30%"), formula=formula))
    assert reading.kind is ReadingKind.PRINTED_FORMULA
    assert reading.value == Fraction(425, 4)


ENDS = [
    pytest.param(claim("15%", "14.1%"), ("281/3", "283/3"), id="measured"),
    pytest.param(claim("10秒", "10秒內", **LOWER), ("100", None), id="a-bound"),
    pytest.param(claim("400件", "460件"), ("115", "115"), id="exact"),
]


@pytest.mark.parametrize(("claim", "ends"), ENDS)
def test_ends(claim: Claim, ends: tuple[str, str | None]) -> None:
    reading = list_readings(claim)[0]
    assert (str(reading.low), reading.high and str(reading.high)) == ends
    assert reading.exact is (ends[0] == ends[1])


def test_meets() -> None:
    low, high = Fraction(94), Fraction(95)
    reading = Reading(ReadingKind.QUOTIENT, low, low, high, "", Pair(None, None))
    assert reading.meets(Fraction(95), Fraction(96))
    assert reading.meets(Fraction(93), Fraction(94))
    assert not reading.meets(Fraction(93), Fraction(94), below=True)
    assert not reading.meets(Fraction(96), None)
    assert reading._replace(high=None).meets(Fraction(200), None)


def test_a_range_gives_the_rate_of_either_end() -> None:
    assert [str(reading.value) for reading in list_readings(claim("400至500件", "450件"))] == [
        "225/2",
        "90",
    ]
