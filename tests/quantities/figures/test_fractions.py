"""Fractions, and the divisions of a formula that look like one."""

from __future__ import annotations

import pytest

from pipeline.quantities.figures.fractions import in_formula
from tests.quantities.tables import read

FRACTIONS = [
    pytest.param("三分之二", "2/3", id="Chinese"),
    pytest.param("占3/4。", "0.75", id="slash"),
    pytest.param("負三分之一", "-1/3", id="negative"),
    pytest.param("-1/3", "-1/3", id="sign"),
]
DIVISIONS = [
    pytest.param("210/200", "210; 200", id="more than one"),
    pytest.param("(19/74)/0.25", "19; 74; 0.25", id="operators beside it"),
    pytest.param("五千分之一地形圖", "", id="scale of a map"),
    pytest.param("3/0", "3; 0", id="by nought"),
    pytest.param("1,200/3,000", "1200; 3000", id="grouped"),
]


@pytest.mark.parametrize(("text", "shown"), FRACTIONS + DIVISIONS)
def test_reads(text: str, shown: str) -> None:
    assert read(text) == shown


def test_operators_beside_a_part() -> None:
    assert in_formula("5×(3-1)", 2, 7)
    assert not in_formula("第(3-1)期", 1, 6)
