"""A bare figure beside one with its unit: when it is in the same, and when it stands as it is."""

from __future__ import annotations

import pytest

from pipeline.claims.items.scales import unit_beside
from pipeline.quantities import Quantity, find

SHARED = [
    pytest.param("1,023", "900萬包", "萬包", id="ten thousands"),
    pytest.param("1,364", "1,250億元", "億元", id="hundred millions"),
    pytest.param("12.5", "13百萬元", "百萬元", id="millions"),
    pytest.param("8,120", "8,000千元", "千元", id="thousands"),
    pytest.param("0.9", "1億元", "億元", id="a little less"),
]
ITS_OWN = [
    pytest.param("31,250", "3萬人", id="as large as the value"),
    pytest.param("30,000,000", "3,000萬元", id="the value itself"),
    pytest.param("1,023萬包", "900萬包", id="its own scale"),
    pytest.param("1,023包", "900萬包", id="its own unit"),
    pytest.param("96.3", "95%", id="a percentage"),
    pytest.param("22", "22場", id="no scale"),
    pytest.param("1,023", "2萬678人", id="a scale inside the number"),
    pytest.param("0", "900萬包", id="nought"),
    pytest.param("1,023", "900萬", id="no unit to share"),
]


def parse(text: str) -> Quantity:
    return next(quantity for quantity in find(text) if quantity.is_quantity)


@pytest.mark.parametrize(("bare", "other", "unit"), SHARED)
def test_shares_the_unit(bare: str, other: str, unit: str) -> None:
    assert unit_beside(parse(bare), parse(other)) == unit


@pytest.mark.parametrize(("bare", "other"), ITS_OWN)
def test_stands_as_it_is(bare: str, other: str) -> None:
    assert unit_beside(parse(bare), parse(other)) == ""
