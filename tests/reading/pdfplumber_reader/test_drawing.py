"""Rules and shades as pdfplumber reads them: the same as pdfium gives; colours."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading.pdfplumber_reader.drawing import colour_of
from tests.pdfs import Form, Leaf, grid, line
from tests.reading.both_readers import assert_same

SAME = [
    pytest.param(Leaf(grid([50, 150, 300], [600, 650, 720])), id="grid"),
    pytest.param(Leaf("50 600 100 50 re S 20 20 200 0.5 re f 20 20 0.5 200 re f"), id="boxes"),
    pytest.param(Leaf("0.9 g 50 600 100 50 re f"), id="shade alone"),
    pytest.param(Leaf("0.9 g 50 600 100 50 re f " + line(0, 9, 90, 9)), id="shade by a line"),
    pytest.param(Leaf("1 G 50 600 100 50 re S 1 g 9 9 200 0.5 re f"), id="white lines"),
    pytest.param(Leaf("10 10 m 50 90 90 90 130 10 c S 10 10 m 60 90 l S"), id="curved, oblique"),
    pytest.param(Leaf("0 0 0 0 K 9 9 m 99 9 l S 0 0 0 1 K 9 19 m 99 19 l S"), id="inks"),
    pytest.param(
        Leaf("q 2 0 0 2 10 20 cm /X Do Q", forms={"X": Form(line(10, 90, 60, 90))}), id="in a form"
    ),
    pytest.param(
        Leaf(line(-50, 90, 60, 90) + line(700, 9, 800, 9)), id="over the edge of the page"
    ),
    pytest.param(Leaf("9 9 m 99 9 l 99 99 l 9 99 l f"), id="box without a close"),
    pytest.param(Leaf("9 9 90 1 re 9 99 90 1 re 9 199 90 1 re f"), id="several boxes in one path"),
]


@pytest.mark.parametrize("leaf", SAME)
def test_as_pdfium(tmp_path: Path, leaf: Leaf) -> None:
    assert_same(tmp_path, leaf)


COLOURS = [
    pytest.param(0, (0, 0, 0), id="black"),
    pytest.param((0.5,), (128, 128, 128), id="grey"),
    pytest.param((1, 0, 0), (255, 0, 0), id="red"),
    pytest.param([0, 0, 0, 0], (255, 255, 255), id="no ink"),
    pytest.param((0, 0, 0, 1), (0, 0, 0), id="black ink"),
    pytest.param((0.1, 0.2), None, id="two inks of a kind"),
    pytest.param((7,), None, id="a number of a palette"),
    pytest.param("P1", None, id="pattern"),
    pytest.param(None, None, id="none"),
    pytest.param((None,), None, id="not told"),
]


@pytest.mark.parametrize(("told", "expected"), COLOURS)
def test_colour(told: object, expected: tuple[int, int, int] | None) -> None:
    assert colour_of(told) == expected
