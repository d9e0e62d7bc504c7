"""What it costs to take blocks for a cell: good cells nothing, cut lists and other widths more."""

from __future__ import annotations

import pytest

from pipeline.rows.plain_text.text_blocks import TextBlock
from pipeline.rows.plain_text.text_costs import CUT_COST, ColumnCosts
from tests.cells import said


def block(text: str, *, ends: bool = True) -> TextBlock:
    """Make a block of the lines that ``|`` sets apart."""
    texts = text.split("|")
    last = len(texts) - 1
    return TextBlock(tuple(said(t, n, ends=ends and n == last) for n, t in enumerate(texts)))


def blocks(*texts: str) -> list[TextBlock]:
    return [block(text) for text in texts]


# Role, the blocks of the cell, those before a page end, the lines to the foot (None: a rest); cost.
COSTS = [
    pytest.param("target", blocks("300航次"), [], 0, 0, id="one paragraph"),
    pytest.param("target", blocks("1. 甲", "2. 乙"), [], 0, 0, id="a list"),
    pytest.param("target", [], [], 0, 5, id="no text in a new row"),
    pytest.param("target", [], blocks("9場"), None, 0, id="nothing goes on"),
    pytest.param(
        "target", [], [block("9", ends=False)], None, CUT_COST, id="a cut cell stays open"
    ),
    pytest.param("target", blocks("2. 乙", "3. 丙"), [], 0, 4, id="a list that begins with 2"),
    pytest.param("target", blocks("1. 甲", "3. 丙"), [], 0, 4, id="a number left out"),
    pytest.param("target", blocks("1. 甲", "乙"), [], 0, 2, id="no number behind a number"),
    pytest.param("goal", blocks("一、守護", "湖域", "環境"), [], 0, 6, id="a goal of three"),
    pytest.param("target", blocks("2. 乙"), blocks("1. 甲"), None, 0, id="the next goes on"),
    pytest.param("target", blocks("4. 丁"), blocks("1. 甲"), None, CUT_COST + 4, id="not the next"),
    pytest.param(
        "target", blocks("乙"), [block("1. 甲", ends=False)], None, 0, id="the rest of a paragraph"
    ),
    pytest.param("indicator", blocks("沿岸巡護|航次"), [], 0, 0, id="as wide as usual"),
    pytest.param("indicator", blocks("沿岸|航次"), [], 0, 1, id="narrower"),
    pytest.param("indicator", blocks("1. 沿岸巡護|航次"), [], 0, 0, id="a hanging first line"),
    pytest.param("target", [block("甲|乙|丙", ends=False)], [], 3, 0, id="cut, as long as beside"),
    pytest.param("target", [block("甲", ends=False)], [], 5, 2, id="cut, shorter than beside"),
    pytest.param("analysis", blocks("1. 甲", "2. 乙"), [], None, 0, id="last column: a list"),
    pytest.param("analysis", blocks("3. 丙"), blocks("1. 甲"), None, 4, id="last column: not next"),
]


@pytest.mark.parametrize(("role", "cell", "before", "foot", "cost"), COSTS)
def test_cost(
    role: str, cell: list[TextBlock], before: list[TextBlock], foot: int | None, cost: float
) -> None:
    costs = ColumnCosts(last_role="analysis", wide=40, usual_widths={"indicator": 8})
    assert costs.cell_cost(role, cell, before, foot) == cost
