"""Pieces of rules on one line: near ones snap, touching ones join, short ones go."""

from __future__ import annotations

import pytest

from pipeline.tables import snapping
from pipeline.tables.snapping import Edge

SNAPPED = [
    pytest.param([(10, 0, 50), (12, 50, 90)], [(11, 0, 90)], id="near ones join"),
    pytest.param([(10, 0, 50), (14, 0, 50)], [(10, 0, 50), (14, 0, 50)], id="too far apart"),
    pytest.param([(10, 0, 9), (12, 0, 9), (14, 0, 9)], [(12, 0, 9)], id="a chain of near ones"),
    pytest.param([(10, 0, 50), (10, 53, 90)], [(10, 0, 90)], id="a small gap"),
    pytest.param([(10, 0, 50), (10, 54, 90)], [(10, 0, 50), (10, 54, 90)], id="a wide gap"),
    pytest.param([(10, 0, 90), (10, 20, 30)], [(10, 0, 90)], id="one within another"),
    pytest.param([(10, 0, 2.9)], [], id="a short one"),
    pytest.param([(10, 0, 2), (10, 2, 4)], [(10, 0, 4)], id="short ones that join"),
    pytest.param([(20, 0, 9), (10, 0, 9)], [(10, 0, 9), (20, 0, 9)], id="in order"),
    pytest.param([], [], id="nothing"),
]


@pytest.mark.parametrize("horizontal", [True, False])
@pytest.mark.parametrize(("edges", "expected"), SNAPPED)
def test_snap(
    edges: list[tuple[float, float, float]],
    expected: list[tuple[float, float, float]],
    horizontal: bool,
) -> None:
    pieces = [Edge(*edge) for edge in edges]
    assert snapping.snap_edges(pieces, 3.0, 3.0, horizontal=horizontal) == expected


def test_other_tolerances() -> None:
    pieces = [Edge(10, 0, 50), Edge(15, 55, 90)]
    assert snapping.snap_edges(pieces, 6.0, 6.0, horizontal=True) == [(12.5, 0, 90)]


def test_groups_keep_the_order_in_which_edges_are_given() -> None:
    pieces = [Edge(12, 0, 9), Edge(30, 0, 9), Edge(10, 0, 9)]
    groups = snapping.group_near(pieces, 3.0)
    assert [[edge.at for edge in group] for group in groups] == [[12, 10], [30]]
