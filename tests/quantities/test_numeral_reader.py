"""One numeral read part by part: where it ends, its power, and what stops it."""

from __future__ import annotations

import pytest

from pipeline.quantities.numeral_reader import Numeral, NumeralReader


def numeral(text: str) -> Numeral | None:
    return NumeralReader(text, 0).numeral()


READ = [
    pytest.param("77萬2,280人次", "772280", 8, id="mixed"),
    pytest.param("1.2萬人", "12000", 4, id="decimals before ten thousand"),
    pytest.param("三千五百件", "3500", 4, id="Chinese"),
    pytest.param("3點五個", "3.5", 3, id="spelt point"),
    pytest.param("12千米", "12", 2, id="kilometres"),
    pytest.param("一百 五人", "100", 2, id="two figures in a row"),
    pytest.param("5萬3千4", "53004", 5, id="rest without padding"),
    pytest.param("2萬12345", "20000", 2, id="more digits than the rest has places"),
    pytest.param("3點30分", "3", 1, id="time of day"),
    pytest.param("0百萬元", "0", 3, id="nothing, told in millions"),
    pytest.param("0千元", "0", 2, id="nothing, told in thousands"),
    pytest.param("0 億元", "0", 3, id="nothing, behind a space"),
]


@pytest.mark.parametrize(("text", "value", "end"), READ)
def test_reads_as_far_as_it_fits(text: str, value: str, end: int) -> None:
    found = numeral(text)
    assert found is not None
    assert (f"{found.value:f}", found.end) == (value, end)


@pytest.mark.parametrize("text", ["", "人", "點五", "餘萬", ",1", "萬"])
def test_no_numeral(text: str) -> None:
    assert numeral(text) is None


def test_how_it_is_written() -> None:
    more = numeral("500餘萬")
    assert more is not None
    assert (more.more, more.chinese, more.plain, more.power) == (True, False, False, 4)
    plain = numeral("十二")
    assert plain is not None
    assert (plain.chinese, plain.plain) == (True, False)
