"""Form fields: what the page shows of them is read in its place; comments and what is not shown are not."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from tests.pdfs import Leaf, pdf
from tests.reading.raw_pages import WORD, read_opened

SHOWN = b"/Tx BMC BT /F1 12 Tf 2 4 Td (104%) Tj ET EMC"
HIDDEN_FLAG, PRINT_FLAG = 2, 4


def with_annotation(kind: str, shown: bytes, flags: int = PRINT_FLAG, **entries: str) -> bytes:
    """Return a PDF of a word, with an annotation that looks so over it."""
    opened = pikepdf.open(io.BytesIO(pdf(Leaf(WORD))))
    fonts = opened.pages[0].Resources.Font
    look = opened.make_stream(
        shown, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 90, 20]),
        Resources=Dictionary(Font=Dictionary(F1=next(iter(fonts.values())))),
    )  # fmt: skip
    annotation = Dictionary(
        Type=Name.Annot, Subtype=Name(kind), Rect=Array([72, 500, 162, 520]), F=flags,
        AP=Dictionary(N=look), **entries,
    )  # fmt: skip
    opened.pages[0].Annots = Array([opened.make_indirect(annotation)])
    opened.Root.AcroForm = Dictionary(Fields=Array(list(opened.pages[0].Annots)))
    saved = io.BytesIO()
    opened.save(saved)
    return saved.getvalue()


CASES = [
    pytest.param(("/Widget", SHOWN), "95%104%", 0, id="its value is its parent's"),
    pytest.param(("/Widget", b"q Q"), "95%", 0, id="nothing is shown"),
    pytest.param(("/Widget", SHOWN, HIDDEN_FLAG), "95%", 0, id="hidden"),
    pytest.param(("/Stamp", SHOWN), "95%", 0, id="a stamp"),
    pytest.param(("/Link", SHOWN), "95%", 0, id="a link"),
]


@pytest.mark.parametrize(("annotation", "text", "told"), CASES)
def test_fields_that_a_page_shows(
    tmp_path: Path, annotation: tuple[str, bytes], text: str, told: int
) -> None:
    pages, opened = read_opened(tmp_path, with_annotation(*annotation))
    assert pages == [text]
    assert len(opened.warnings) == told


def test_a_comment_is_told_and_not_read(tmp_path: Path) -> None:
    data = with_annotation("/FreeText", SHOWN, Contents="104%")
    pages, opened = read_opened(tmp_path, data)
    assert pages == ["95%"]
    assert opened.warnings == ["form fields or comments: the text of 1 is not read (page 1)"]
