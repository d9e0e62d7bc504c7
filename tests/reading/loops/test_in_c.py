"""The loops in C tell what those in Python tell, to the last bit, of files and of anything else."""

from __future__ import annotations

import random
from array import array
from pathlib import Path

import pytest

from pipeline.reading.document import Document
from pipeline.reading.loops import in_c
from pipeline.reading.loops.in_python import BaseLines
from tests.reading.loops.both_makes import CUT, INF, NAN, ROOT

PDFS = sorted(
    path
    for folder in ("samples", "tests/layouts", "../shared/reports", "../shared/real")
    for path in (ROOT / folder).rglob("*.pdf")
)


def pages(path: Path) -> list[object]:
    with Document.open(path) as document:
        return [*document.pages(), document.warnings, document.left_out]


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_pages_are_read_alike(makes, monkeypatch, path) -> None:
    compiled = pages(path)
    monkeypatch.setattr(in_c, "best", makes[0])
    assert pages(path) == compiled


def boxes_of(source: random.Random, count: int, figures: list[float]) -> array:
    return array("f", source.choices(figures, k=4 * count))


@pytest.mark.parametrize("seed", range(300))
def test_whatever_comes_is_told_alike(makes, seed) -> None:
    source = random.Random(seed)
    count = source.randrange(40)
    wild = [*range(5), 10.25, 1e-4, -3.5, NAN, INF, -INF, 1e30]
    # Of the tame ones, most are placed; of the wild ones, few.
    boxes = boxes_of(source, count, wild if seed % 3 == 0 else [*map(float, range(300))])
    cuts, other = [make.find_starts(source_objects(seed, count), boxes) for make in makes]
    assert cuts == other
    x = [boxes[4 * at] for at in cuts[1]]
    y = source.choices([100.0, 120.5, 300.0, -40.0, 9000.0], k=len(x))
    lines = BaseLines(x, y, source.choices([9.0, 12.5], k=len(x)))
    mapped, compiled = [make.place_glyphs(boxes, cuts, lines, CUT) for make in makes]
    assert mapped == compiled


def source_objects(seed: int, count: int) -> list[int]:
    return random.Random(-seed).choices([1, 2, 3, 1 << 40], k=count)
