"""The loops, in both makes: runs, bands, places, stretches, turns."""

from __future__ import annotations

import pytest

from pipeline.reading.loops.in_python import BaseLines, Starts
from tests.reading.loops.both_makes import A4, CUT, HIGH, INF, LOW, NAN, ONE, TWO, box, flat

CUTS = [
    pytest.param([], [], ([], []), id="nothing"),
    pytest.param([7], [LOW], Starts([0], [0]), id="one glyph"),
    pytest.param([7, 7, 7], [LOW] * 3, Starts([0], [0]), id="one object"),
    pytest.param([7, 8, 7], [LOW] * 3, ([0, 1, 2], [0]), id="three runs of one height"),
    pytest.param([7, 7, 8], [LOW, LOW, HIGH], ([0, 2], [0, 2]), id="two heights"),
    pytest.param([7, 8, 9], [LOW, HIGH, LOW], ([0, 1, 2], [0, 1, 2]), id="up and down"),
    pytest.param([7, 7, 8], [LOW, HIGH, LOW], ([0, 2], [0]), id="only where runs begin"),
    pytest.param(
        [7, 8], [(0, NAN, 1, 0)] * 2, Starts([0, 1], [0, 1]), id="no number is like another"
    ),
    pytest.param([1 << 63, 1 << 63, 1], [LOW] * 3, ([0, 2], [0]), id="high addresses"),
]


@pytest.mark.parametrize(("objects", "boxes", "expected"), CUTS)
def test_cuts(makes, objects, boxes, expected) -> None:
    for make in makes:
        assert make.find_starts(objects, flat(boxes)) == expected


PLACES = [
    pytest.param(
        [box(10, 20)], [0], ONE, A4, ([10], [842 - 110.08], [20], [842 - 98.08]), id="one"
    ),
    pytest.param(
        *([box(10, 20), box(20, 32), box(10, 15)], [0, 2], TWO, A4),
        (
            *([10, 20, 10], [842 - 110.08] * 2 + [842 - 128.4]),
            *([20, 32, 15], [842 - 98.08] * 2 + [842 - 118.4]),
        ),
        id="two bands",
    ),
    pytest.param(
        *([box(10, 20)], [0], ONE, CUT),
        ([20.5], [400 - 110.08], [30.5], [400 - 98.08]),
        id="a page that is cut",
    ),
    pytest.param(
        *([box(10, 4)], [0], ONE, A4, ([10], [842 - 110.08], [10], [842 - 98.08])),
        id="no width",
    ),
    pytest.param([box(10.01, 20)], [0], ONE, A4, None, id="does not begin at its origin"),
    pytest.param([box(10, 20), box(10, 20)], [0], ONE, A4, None, id="a ligature"),
    pytest.param(
        *([box(10, 20)] * 2, [0, 1], TWO._replace(y=[100.0, 100.0]), A4, None),
        id="a ligature of two bands",
    ),
    pytest.param([box(NAN, 20)], [0], ONE, A4, None, id="no number"),
    pytest.param([box(10, INF)], [0], ONE, A4, None, id="infinite"),
    pytest.param([box(10, 20)], [0], ONE._replace(y=[INF]), A4, None, id="infinite base line"),
    pytest.param([box(10, 20)], [0], ONE._replace(x=[NAN]), A4, None, id="origin is no number"),
    pytest.param([], [], BaseLines([], [], []), A4, ([], [], [], []), id="nothing"),
]


@pytest.mark.parametrize(("boxes", "bands", "lines", "frame", "expected"), PLACES)
def test_places(makes, boxes, bands, lines, frame, expected) -> None:
    cuts = Starts(bands, bands)
    mapped, compiled = [make.place_glyphs(flat(boxes), cuts, lines, frame) for make in makes]
    assert mapped == compiled
    if expected is None:
        assert mapped is None
    else:
        assert [pytest.approx(column) for column in expected] == [*map(list, mapped[:4])]


STEPS = [
    pytest.param([(10, 20)], [100], False, id="one run"),
    pytest.param([(10, 20), (20, 30)], [100, 100], False, id="onward"),
    pytest.param([(10, 20), (11, 21)], [100, 100], True, id="back"),
    pytest.param([(10, 20), (16, 26)], [100, 100], False, id="by less than half a glyph"),
    pytest.param([(10, 20), (11, 21)], [100, 130], False, id="on another line"),
    pytest.param([(10, 20), (9, 20), (11, 21)], [100, 130, 100.25], True, id="a line later"),
    pytest.param([(10, 20), (11, 21)], [900, 900], True, id="above the page"),
    pytest.param([(10, 20), (11, 21)], [-1e6, -1e6], True, id="far below the page"),
    pytest.param([], [], False, id="nothing"),
]


@pytest.mark.parametrize(("sides", "base", "expected"), STEPS)
def test_steps_back(makes, sides, base, expected) -> None:
    boxes = flat([box(*both) for both in sides])
    bands = [*range(len(sides))]
    lines = BaseLines([left for left, _ in sides], base, [12.0] * len(sides))
    for make in makes:
        assert make.place_glyphs(boxes, Starts(bands, bands), lines, A4).overlapping is expected


STRETCHES = [
    pytest.param([100, 100], [12, 12], [(0, 2)], id="one"),
    pytest.param([100, 120], [12, 12], [(0, 1), (1, 2)], id="two base lines"),
    pytest.param([100, 100], [12, 10], [(0, 1), (1, 2)], id="two heights"),
    pytest.param([100, 120, 120, 100], [12] * 4, [(0, 1), (1, 3), (3, 4)], id="up and down"),
]


@pytest.mark.parametrize(("base", "heights", "expected"), STRETCHES)
def test_stretches(makes, base, heights, expected) -> None:
    bands = [*range(len(base))]
    x = [10.0 * at for at in bands]
    boxes = flat([box(left, left + 9) for left in x])
    for make in makes:
        placed = make.place_glyphs(boxes, Starts(bands, bands), BaseLines(x, base, heights), A4)
        assert placed.stretches == expected


TURNS = [
    pytest.param([(10, 20), (20, 30)], [], id="onward"),
    pytest.param([(10, 20), (5, 25), (30, 40)], [1], id="begins left"),
    pytest.param([(10, 30), (12, 20), (30, 40)], [1], id="ends left"),
    pytest.param([(30, 40), (20, 30), (10, 20)], [1, 2], id="backward"),
    pytest.param([(10, 20), (10.5, 20)], [], id="ends as the one before"),
]


@pytest.mark.parametrize(("sides", "expected"), TURNS)
def test_turns(makes, sides, expected) -> None:
    boxes = flat([box(*both) for both in sides])
    for make in makes:
        assert (
            make.place_glyphs(boxes, Starts([0], [0]), ONE._replace(x=[sides[0][0]]), A4).turns
            == expected
        )


def test_what_begins_a_stretch_turns_nothing(makes) -> None:
    boxes = flat([box(30, 40), box(10, 20)])
    lines = TWO._replace(x=[30.0, 10.0])
    for make in makes:
        assert make.place_glyphs(boxes, Starts([0, 1], [0, 1]), lines, A4).turns == []


OFF = [
    pytest.param((10, 20), 100, False, id="on the page"),
    pytest.param((-10, 0), 100, False, id="at its left side"),
    pytest.param((-10, -0.5), 100, True, id="left of it"),
    pytest.param((595, 600), 100, False, id="at its right side"),
    pytest.param((595.5, 600), 100, True, id="right of it"),
    pytest.param((10, 20), -9, False, id="partly below it"),
    pytest.param((10, 20), -11, True, id="below it"),
    pytest.param((10, 20), 843, False, id="partly above it"),
    pytest.param((10, 20), 845, True, id="above it"),
]


@pytest.mark.parametrize(("sides", "base", "expected"), OFF)
def test_off_the_page(makes, sides, base, expected) -> None:
    lines = BaseLines([float(sides[0])], [float(base)], [12.0])
    for make in makes:
        assert (
            make.place_glyphs(flat([box(*sides)]), Starts([0], [0]), lines, A4).off_page is expected
        )
