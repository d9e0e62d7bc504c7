"""Captions, watermarks and words of a chart are none of a running text."""

from __future__ import annotations

import pytest

from pipeline.records import Line
from pipeline.rows.forms import asides


def line(text: str, *lefts: float) -> Line:
    """Set a text, each glyph 10 wide; ``lefts`` where the words begin, else all in one run."""
    places: list[float] = []
    words = text.split("|")
    for n, word in enumerate(words):
        left = lefts[n] if lefts else 0.0
        places += [left + 10 * k for k in range(len(word))]
    return Line("".join(words), 1, 0, 10, places, [x + 10 for x in places])


ASIDES = [
    pytest.param(line("（續）"), id="goes on"),
    pytest.param(line("承上頁"), id="goes on from the page above"),
    pytest.param(line("圖1　各季辦理件數"), id="caption"),
    pytest.param(line("圖1|各季辦理件數", 100, 130), id="caption, set apart by white"),
    pytest.param(line("表3-1：歷年比較"), id="table caption"),
    pytest.param(Line("草", 1, 300, 360, [100], [160]), id="watermark"),
    pytest.param(line("3月|6月|9月|12月", 100, 180, 260, 340), id="axis"),
]
TEXT = [
    pytest.param(line("圖1顯示各季件數增加"), id="a sentence on a picture"),
    pytest.param(line("圖1　各季辦理件數逐年增加，成效良好。"), id="a sentence after a picture"),
    pytest.param(line("本項辦理3場"), id="plain"),
    pytest.param(line("續辦理稽查"), id="a word that begins so"),
    pytest.param(line("辦理|情形", 0, 60), id="two words far apart"),
]


@pytest.mark.parametrize("printed", ASIDES)
def test_aside(printed: Line) -> None:
    assert asides.is_aside(printed)


@pytest.mark.parametrize("printed", TEXT)
def test_no_aside(printed: Line) -> None:
    assert not asides.is_aside(printed)
