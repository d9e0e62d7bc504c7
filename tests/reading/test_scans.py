"""Pages that are pictures, by either reader."""

from __future__ import annotations

import pytest

from pipeline.geometry import Box, Frame
from pipeline.reading import scans
from pipeline.reading.pages import LostPage
from tests.pdfs import Leaf
from tests.reading.both_readers import WORD, by_pdfplumber, data, words

COVERS = [
    pytest.param([(0, 0, 600, 800)], True, id="whole"),
    pytest.param([(-50, -50, 650, 850)], True, id="larger than the page"),
    pytest.param([(0, 0, 600, 400), (0, 400, 600, 800)], True, id="in strips"),
    pytest.param([(0, 0, 300, 400)], False, id="small"),
    pytest.param([(700, 0, 1500, 800)], False, id="off the page"),
    pytest.param([], False, id="none"),
]


@pytest.mark.parametrize(("boxes", "expected"), COVERS)
def test_cover(boxes: list[Box], expected: bool) -> None:
    assert scans.cover(boxes, Frame(0, 0, 600, 800, turns=0)) is expected


IMAGE = "q {0} 0 0 {1} 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q\n"
SCANS = [
    pytest.param(IMAGE.format(600, 800), "only a picture", id="picture"),
    pytest.param(IMAGE.format(600, 800) + f"3 Tr {WORD}", "3 glyphs", id="invisible text"),
]


@pytest.mark.parametrize(("content", "reason"), SCANS)
def test_scan_is_no_page(content: str, reason: str) -> None:
    ((page,), _) = by_pdfplumber(data(Leaf(content)))
    assert isinstance(page, LostPage)
    assert page.scan
    assert reason in page.reason


def test_small_picture_is_no_scan() -> None:
    ((page,), _) = by_pdfplumber(data(Leaf(IMAGE.format(60, 80) + f"3 Tr {WORD}")))
    assert words(page) == "95%"
