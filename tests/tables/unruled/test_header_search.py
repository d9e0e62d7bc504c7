"""Where headers are on a page, how many lines they take, and headers side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from pipeline.tables.unruled import header_search
from pipeline.tables.unruled.ink import Piece, Stroke
from tests.tables.unruled.typed import FIRST, HEADER, SECOND, piece, sheet, strip

WRAPPED = [strip(0, (0, "績效衡"), (60, "目標值"), (120, "實際值")), strip(12, (0, "量指標"))]
UNITS = strip(12, (60, "（人）"), (120, "（人）"))
TITLE = strip(-30, (30, "施政績效報告"))
FOUND = [
    pytest.param([HEADER, FIRST], [], [(0, 1)], id="one line"),
    pytest.param([TITLE, HEADER, FIRST], [], [(1, 2)], id="under a title"),
    pytest.param([*WRAPPED, FIRST], [], [(0, 2)], id="wrapped"),
    pytest.param([HEADER, UNITS, SECOND], [], [(0, 2)], id="units below"),
    pytest.param([HEADER, UNITS, SECOND], [(11.0, 0.0, 150.0)], [(0, 1)], id="a rule between"),
    pytest.param(
        [HEADER, FIRST, *[tuple(piece(p.x0, 80, p.text) for p in HEADER)]],
        [],
        [(0, 1), (2, 3)],
        id="two tables",
    ),
    pytest.param(
        [
            strip(0, (0, "衡量指標"), (75, "1-6月"), (170, "1-12月")),
            strip(12, (60, "目標值"), (110, "實際值"), (160, "目標值"), (210, "實際值")),
            strip(30, (0, "參訪人次"), (65, "90"), (115, "95"), (165, "30"), (215, "24")),
        ],
        [],
        [(0, 2)],
        id="a line of few letters of headers",
    ),
    pytest.param(
        [
            strip(0, (60, "截至6月底"), (130, "截至6月底"), (200, "占分配")),
            strip(12, (0, "科目"), (60, "累計分配數"), (130, "累計執行數"), (200, "數％")),
            strip(30, (0, "人力培訓"), (65, "90"), (135, "95"), (205, "105")),
        ],
        [],
        [(0, 2)],
        id="a first line that says when",
    ),
    pytest.param([FIRST, SECOND], [], [], id="rows alone"),
    pytest.param([], [], [], id="nothing"),
]


@pytest.mark.parametrize(("strips", "rules", "expected"), FOUND)
def test_bands(
    strips: list[Sequence[Piece]], rules: list[Stroke], expected: list[tuple[int, int]]
) -> None:
    bands = header_search.find_bands(sheet(*strips, horizontal=rules))
    assert [(band.first, band.end) for band in bands] == expected


SIDE_BY_SIDE = [
    pytest.param(2, [3, 3], id="two"),
    pytest.param(3, [3, 3, 3], id="three"),
    pytest.param(1, [3], id="one"),
]


@pytest.mark.parametrize(("times", "sizes"), SIDE_BY_SIDE)
def test_side_by_side(times: int, sizes: list[int]) -> None:
    header = tuple(piece(p.x0 + 200 * n, 0, p.text) for n in range(times) for p in HEADER)
    own = sheet(header)
    (band,) = header_search.find_bands(own)
    parts = list(header_search.split_band(own, band))
    assert [len(part.words) for part in parts] == sizes
    for left, right in pairwise(parts):
        assert left.limits[1] == right.limits[0]
        assert left.words[-1].x1 < left.limits[1] < right.words[0].x0
