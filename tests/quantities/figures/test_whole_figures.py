"""A numeral with all that belongs to it by form."""

from __future__ import annotations

import pytest

from pipeline.quantities.figures.figure import Figure, FigureText
from pipeline.quantities.figures.whole_figures import make_figure
from pipeline.quantities.numerals import scan_numeral


def figure(text: str, start: int) -> Figure:
    source = FigureText.from_text(text)
    numeral = scan_numeral(source.folded, start)
    assert numeral is not None
    found = make_figure(source, start, 0, numeral)
    assert isinstance(found, Figure)
    return found


WHOLE = [
    pytest.param("8,656人次", 0, "number", "8656", "人次", 7, id="unit"),
    pytest.param("-4.79%", 1, "percent", "-4.79", "%", 6, id="sign"),
    pytest.param("3個百分點", 0, "percent_point", "3", "百分點", 5, id="points"),
    pytest.param("NT$500", 3, "number", "500", "元", 6, id="currency"),
    pytest.param("8,656(人次)", 0, "number", "8656", "人次", 9, id="unit in brackets"),
    pytest.param("3元5角", 0, "number", "3.5", "元", 4, id="small money"),
    pytest.param("1/3", 0, "fraction", "1/3", "", 3, id="fraction"),
]


@pytest.mark.parametrize(("text", "start", "kind", "value", "unit", "end"), WHOLE)
def test_figure(text: str, start: int, kind: str, value: str, unit: str, end: int) -> None:
    found = figure(text, start)
    assert (found.kind, str(found.value), found.unit, found.end) == (kind, value, unit, end)


def test_more_before_and_behind_the_unit() -> None:
    assert figure("76餘人", 0).more
    assert figure("76人餘", 0).more
    assert not figure("76人餘款", 0).more
