"""Chinese numerals that are meant as figures, and those that are not."""

from __future__ import annotations

import pytest

from pipeline.quantities.figures.figure import FigureText
from pipeline.quantities.figures.plausibility import bare_power, is_counted, is_plausible
from pipeline.quantities.numerals import scan_numeral


def plausible(text: str, start: int) -> bool:
    source = FigureText.from_text(text)
    numeral = scan_numeral(source.folded, start) or bare_power(source.folded, start)
    assert numeral is not None
    return is_plausible(source, start, 0, numeral)


MEANT = [
    pytest.param("三人", 0, id="counted"),
    pytest.param("三千五百", 0, id="with powers"),
    pytest.param("三成", 0, id="percentage"),
    pytest.param("二至三公升", 0, id="range"),
    pytest.param("百人以上", 0, id="bare hundred"),
    pytest.param("三", 0, id="by itself"),
    pytest.param("值為三。", 2, id="behind 為"),
    pytest.param("一二三", 0, id="three digits"),
]
NOT_MEANT = [
    pytest.param("三級", 0, id="grade"),
    pytest.param("數十人", 1, id="some tens"),
    pytest.param("單位:百萬元", 3, id="label of a unit"),
    pytest.param("千萬別", 0, id="by no means"),
    pytest.param("一", 0, id="dash"),
    pytest.param("○", 0, id="mark"),
    pytest.param("項目\n二 機關", 3, id="heading"),
    pytest.param("一至三級", 0, id="range of grades"),
    pytest.param("甲三乙", 1, id="within a word"),
]


@pytest.mark.parametrize(("text", "start"), MEANT)
def test_meant(text: str, start: int) -> None:
    assert plausible(text, start)


@pytest.mark.parametrize(("text", "start"), NOT_MEANT)
def test_not_meant(text: str, start: int) -> None:
    assert not plausible(text, start)


def test_counted() -> None:
    assert is_counted(FigureText.from_text("三餘人"), 1)
    assert is_counted(FigureText.from_text("兩期"), 1)
    assert not is_counted(FigureText.from_text("三期"), 1)
