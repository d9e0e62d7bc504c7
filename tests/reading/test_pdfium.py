"""pdfium's functions as plain calls: they answer what the bindings answer."""

from __future__ import annotations

import ctypes

import pytest

from pipeline.reading import pdfium
from pipeline.reading.pdfium import raw
from tests.pdfs import Leaf, line, pdf, text

DATA = pdf(Leaf(text(72, 700, "Ab") + line(10, 10, 90, 10)))


@pytest.fixture
def page():
    document = raw.FPDF_LoadMemDocument64(DATA, len(DATA), None)
    handle = raw.FPDF_LoadPage(document, 0)
    yield handle
    raw.FPDF_ClosePage(handle)
    raw.FPDF_CloseDocument(document)


def test_objects(page) -> None:
    address = pdfium.handle_address(page)
    assert pdfium.page_count(address) == raw.FPDFPage_CountObjects(page) == 2
    objects = [pdfium.page_object(pdfium.pointer(address), index) for index in range(2)]
    assert [pdfium.object_type(each) for each in objects] == [
        raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH,
    ]  # fmt: skip
    assert pdfium.segment_count(pdfium.pointer(objects[1])) == 2


def test_characters(page) -> None:
    handle = raw.FPDFText_LoadPage(page)
    text_page = pdfium.pointer(pdfium.handle_address(handle))
    assert [pdfium.unicode(text_page, at) for at in range(2)] == [ord("A"), ord("b")]
    assert pdfium.font_size(text_page, 0) == 12
    assert pdfium.text_object(text_page, 0) == pdfium.text_object(text_page, 1)
    raw.FPDFText_ClosePage(handle)


def test_figures_go_where_they_are_told(page) -> None:
    address = pdfium.handle_address(page)
    target = pdfium.page_object(pdfium.pointer(address), 1)
    figures, places = pdfium.allocate("f", 4)
    pdfium.object_bounds(pdfium.pointer(target), *places)
    assert figures.tolist() == pytest.approx([9.5, 9.5, 90.5, 10.5], abs=1)


def test_no_handle_has_no_address() -> None:
    assert pdfium.handle_address(None) == 0
    assert pdfium.handle_address(ctypes.c_void_p(5)) == 5
