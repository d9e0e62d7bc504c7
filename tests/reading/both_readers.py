"""Raw PDFs read by pdfium and by pdfplumber, for the tests of the second reader."""

from __future__ import annotations

import io
from pathlib import Path

import pdfplumber
import pytest

from pipeline.reading.document import Document
from pipeline.reading.pages import LostPage, Page
from pipeline.reading.pdfplumber_reader.files import OpenPdf
from tests.pdfs import Leaf, pdf, text

CHARACTERS = {1: "目", 2: "A", 3: "ffi"}
WORD = text(72, 700, "95%")


def data(*leaves: Leaf) -> bytes:
    return pdf(*leaves, characters=CHARACTERS)


def by_pdfium(path: Path) -> list[Page | LostPage]:
    with Document.open(path) as opened:
        return list(opened.pages())


def by_pdfplumber(content: bytes) -> tuple[list[Page | LostPage], OpenPdf]:
    with pdfplumber.open(io.BytesIO(content)) as opened:
        found = OpenPdf(opened)
        return list(found.pages()), found


def words(page: Page | LostPage) -> str:
    assert isinstance(page, Page)
    return page.glyphs.text


def written(folder: Path, content: bytes) -> Path:
    path = folder / f"{len(content)}.pdf"
    path.write_bytes(content)
    return path


def assert_same(folder: Path, leaf: Leaf) -> None:
    """Check that both readers give one page for a leaf, but for blanks."""
    path = folder / "report.pdf"
    path.write_bytes(data(leaf))
    (first,), ((second,), _) = by_pdfium(path), by_pdfplumber(path.read_bytes())
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.number, first.width, first.height) == (
        second.number,
        second.width,
        second.height,
    )
    # Of blanks, each reader leaves out its own; which of them matters, whole reports tell.
    ours, theirs = (
        [glyph for glyph in page.glyphs if glyph.text > " "] for page in (first, second)
    )
    for mine, other in zip(ours, theirs, strict=True):
        assert mine.text == other.text
        assert mine[1:] == pytest.approx(other[1:], abs=0.05)
    for mine, other in zip(sorted(first.rules), sorted(second.rules), strict=True):
        assert tuple(mine) == pytest.approx(tuple(other), abs=0.01)
