"""Boxes and lines for the tests of both makes of the loops."""

from __future__ import annotations

import math
from array import array
from pathlib import Path

from pipeline.geometry import Frame
from pipeline.reading.loops.in_python import BaseLines

ROOT = Path(__file__).parents[3]


A4 = Frame(0, 0, 595, 842, 0)


CUT = Frame(-10.5, 20.25, 300, 400, 0)


NAN, INF = math.nan, math.inf


NAN, INF = math.nan, math.inf


def flat(boxes) -> array:
    return array("f", [side for box in boxes for side in box])


ONE = BaseLines([10.0], [100.0], [12.0])


TWO = BaseLines([10.0, 10.0], [100.0, 120.0], [12.0, 10.0])


def box(x0: float, x1: float) -> tuple[float, float, float, float]:
    return (x0, 110.0, x1, 98.0)


# Left, top, right, bottom of a box, as pdfium tells them.
LOW, HIGH = (10.0, 110.0, 20.0, 98.0), (10.0, 130.0, 20.0, 118.0)
