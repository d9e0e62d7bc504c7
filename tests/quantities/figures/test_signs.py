"""The sign of a figure: told from operators and hyphens."""

from __future__ import annotations

import pytest

from pipeline.quantities.figures.signs import find_sign
from tests.quantities.tables import cases, read

SIGNS = """
    －9 | -9
    -4.79% | -4.79 %
    △3 | -3
    (+15.9%) | 15.9 %
    (一)8,656人 | 8656 人
    (25%) | 25 %
    -3.5個百分點 | -3.5 百分點
    (權數:2) | 2
    (十二)25人 | 25 人
    負3.2% | -3.2 %
    -0.5% | -0.5 %
    −0.5% | -0.5 %
    －０．５％ | -0.5 %
    △1,234 | -1234
    (1,234) | -1234
    +5人 | 5 人
    ±3% | 3 %
    (cid:123)5人 | 5 人
    ±5% | 5 %
    成長率為負2.3% | -2.3 %
    減少△12.3% | -12.3 %
    －1,234元 | -1234 元
    負10度 | -10 度
    －４．７９％ | -4.79 %
    """


@pytest.mark.parametrize(("text", "expected"), cases("signs", SIGNS))
def test_reads(text: str, expected: str) -> None:
    assert read(text) == expected


NO_SIGNS = [
    pytest.param("5-3", 2, 0, id="between figures"),
    pytest.param("(5)-3", 4, 0, id="behind a bracket"),
    pytest.param("A-3", 2, 0, id="behind a letter"),
    pytest.param("人-3", 2, 2, id="behind the last figure"),
    pytest.param("3", 0, 0, id="nothing in front"),
]


@pytest.mark.parametrize(("text", "start", "floor"), NO_SIGNS)
def test_no_sign(text: str, start: int, floor: int) -> None:
    assert find_sign(text, start, floor) == (start, False)
