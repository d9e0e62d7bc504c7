"""What a page of pdfminer shows of user space, and whether all of its content is there."""

from __future__ import annotations

import io

import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from pipeline.geometry import Frame
from pipeline.reading.pdfplumber_reader import pdfminer_pages
from pipeline.reading.pdfplumber_reader.pdfminer_pages import is_whole, page_frame, streams
from tests.pdfs import Form, Leaf, pdf, text


def page_of(leaf: Leaf) -> PDFPage:
    (page,) = PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(pdf(leaf)))))
    return page


FRAMES = [
    pytest.param(Leaf(), (0, 0, 600, 800, 0), id="plain"),
    pytest.param(Leaf(media="[600 800 0 0]"), (0, 0, 600, 800, 0), id="corners-the-other-way"),
    pytest.param(Leaf(extra="/CropBox [9 8 90 80]"), (9, 8, 90, 80, 0), id="cropped"),
    pytest.param(Leaf(extra="/CropBox [-9 -8 900 80]"), (0, 0, 600, 80, 0), id="cropped-wider"),
    pytest.param(Leaf(extra="/CropBox [700 0 900 80]"), (0, 0, 600, 800, 0), id="cropped-away"),
    pytest.param(Leaf(extra="/Rotate 90"), (0, 0, 600, 800, 1), id="turned"),
    pytest.param(Leaf(extra="/Rotate -90"), (0, 0, 600, 800, 3), id="turned-back"),
]


@pytest.mark.parametrize(("leaf", "frame"), FRAMES)
def test_frame(leaf: Leaf, frame: tuple[float, ...]) -> None:
    assert page_frame(page_of(leaf)) == frame


@pytest.mark.parametrize("turns", range(4))
def test_a_point_is_taken_to_the_page_as_a_box_is_placed(turns: int) -> None:
    frame = Frame(10, 20, 400, 600, turns)
    (x0, top, x1, bottom) = frame.place_all([(50, 70, 50, 70)])[0]
    assert frame.to_page.apply(50, 70) == (x0, top) == (x1, bottom)


WHOLE = [
    pytest.param(Leaf(text(72, 700, "95%")), True, id="text"),
    pytest.param(Leaf(""), False, id="empty"),
    pytest.param(Leaf("x" * 100, filter="/Filter /FlateDecode"), None, id="no-flate"),
]


@pytest.mark.parametrize(("leaf", "whole"), WHOLE)
def test_whole(leaf: Leaf, whole: bool | None) -> None:
    page = page_of(leaf)
    if whole is None:
        with pytest.raises(pdfminer_pages.LEAKS):
            is_whole(page)
    else:
        assert is_whole(page) == whole


def test_streams_are_those_of_the_page_and_of_its_forms() -> None:
    inner = Form("(inner)")
    leaf = Leaf("(page)", forms={"X": Form("(form)", forms={"Y": inner}), "Z": Form("(other)")})
    found = [stream.get_data() for stream in streams(page_of(leaf))]
    assert sorted(found) == [b"(form)", b"(inner)", b"(other)", b"(page)"]
