"""Ruling lines of drawn paths."""

from __future__ import annotations

import pytest

from pipeline.geometry import Box, Frame, Point
from pipeline.reading import path_rules

STROKED = [
    pytest.param([(0, 5), (90, 5)], [(0, 5, 90, 5)], id="lying"),
    pytest.param([(5, 90), (5, 0)], [(5, 0, 5, 90)], id="standing, downwards"),
    pytest.param([(0, 5), (90, 5.4)], [(0, 5, 90, 5.4)], id="a little crooked"),
    pytest.param([(0, 5), (90, 9)], [], id="oblique"),
    pytest.param([(5, 5), (5, 5)], [], id="no length"),
    pytest.param([(0, 0), (9, 0), (9, 9)], [(0, 0, 9, 0), (9, 0, 9, 9)], id="corner"),
]


@pytest.mark.parametrize(("points", "expected"), STROKED)
def test_stroked(points: list[Point], expected: list[Box]) -> None:
    assert list(path_rules.stroked(points)) == expected


KINDS = [
    pytest.param((0, 0, 90, 3), True, False, id="line"),
    pytest.param((0, 0, 2, 3), True, True, id="dot"),
    pytest.param((0, 0, 90, 3.1), False, False, id="area"),
]


@pytest.mark.parametrize(("box", "thin", "dot"), KINDS)
def test_thin_and_dot(box: Box, thin: bool, dot: bool) -> None:
    assert (path_rules.is_thin(box), path_rules.is_dot(box)) == (thin, dot)


FRAME = Frame(0, 0, 600, 800, turns=0)
LYING, SHADE = (50.0, 700.0, 700.0, 700.0), (0.0, 0.0, 90.0, 0.0)
ON_PAGE = [
    pytest.param([LYING], [SHADE], [(50, 100, 600, 100)], id="lines, cut by the page"),
    pytest.param([], [SHADE], [(0, 800, 90, 800)], id="shades where there is no line"),
    pytest.param([(700.0, 0.0, 800.0, 0.0)], [], [], id="off the page"),
    pytest.param([(float("nan"), 0.0, 9.0, 0.0)], [], [], id="no number"),
]


@pytest.mark.parametrize(("rules", "shades", "expected"), ON_PAGE)
def test_on_page(rules: list[Box], shades: list[Box], expected: list[Box]) -> None:
    assert [tuple(rule) for rule in path_rules.on_page(rules, shades, FRAME)] == expected
