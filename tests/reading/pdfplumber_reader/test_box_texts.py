"""Boxes on a page read by pdfminer alone: the same characters as pdfplumber tells of the page."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from pipeline.geometry import Box
from pipeline.reading.pages import Glyph, Page
from pipeline.reading.pdfplumber_reader import box_texts
from pipeline.reading.pdfplumber_reader.box_texts import read_boxes
from tests.pdfs import Form, Leaf, text
from tests.reading.both_readers import by_pdfplumber, data

TJ = "BT /F1 12 Tf 72 700 Td [(9)-500(8)250(%)] TJ (7) Tj ET"
LEADED = "BT /F1 12 Tf 15 TL 72 700 Td (98) Tj T* (76) Tj (54) ' 3 2 (3 2) \" ET"
SPACED = (
    "BT /F1 12 Tf 3 Tc 9 Tw 150 Tz 72 700 Td (9 8) Tj (7 6) Tj 0 Tc 1 0 0 1 72 600 Tm (5) Tj ET"
)
INLINE = "q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q "

SAME = [
    pytest.param(Leaf(text(72, 700, "95%") + text(72, 600, "7")), id="lines"),
    pytest.param(Leaf(TJ), id="moved-within-a-line"),
    pytest.param(Leaf(LEADED), id="leading"),
    pytest.param(Leaf(SPACED), id="spaced-and-stretched"),
    pytest.param(Leaf("BT /F1 12 Tf 72 700 TD (9) Tj 0 -14 TD (8) Tj T* (7) Tj ET"), id="TD"),
    pytest.param(
        Leaf("BT /F1 12 Tf 72 700 Td 5 Ts (9) Tj -5 Ts (8) Tj 0 Ts (765) Tj ET"), id="rise"
    ),
    pytest.param(Leaf("q 2 0 0 2 10 20 cm " + text(9, 90, "95") + "Q " + text(9, 9, "7")), id="cm"),
    pytest.param(Leaf("1 0 0 -1 0 800 cm BT /F1 9 Tf 1 0 0 -1 72 90 Tm (95) Tj ET"), id="flipped"),
    pytest.param(Leaf("BT /F1 9 Tf 1 0 .3 1 72 90 Tm (95) Tj ET"), id="slanted"),
    pytest.param(Leaf("BT /F1 9 Tf 0 1 -1 0 72 90 Tm (95) Tj ET"), id="on-end"),
    pytest.param(Leaf(text(72, 700, "00010002", font="F2")), id="two-bytes"),
    pytest.param(Leaf(text(72, 700, "95%"), extra="/Rotate 90"), id="turned"),
    pytest.param(Leaf(text(72, 700, "95%"), extra="/Rotate 180"), id="upside-down"),
    pytest.param(Leaf(text(72, 700, "95%"), extra="/Rotate 270"), id="turned-back"),
    pytest.param(Leaf(text(72, 700, "95"), extra="/CropBox [50 40 500 750]"), id="cropped"),
    pytest.param(Leaf(text(72, 700, "95"), media="[-50 20 550 820]"), id="moved"),
    pytest.param(
        Leaf(text(72, 700, "95"), media="[-50 20 550 820]", extra="/Rotate 90"), id="moved-turned"
    ),
    pytest.param(
        Leaf("q 2 0 0 2 10 20 cm /X Do Q", forms={"X": Form(text(10, 90, "95"))}), id="form"
    ),
    pytest.param(Leaf(INLINE + text(72, 700, "95%") + text(72, 600, "7")), id="inline-image"),
    pytest.param(Leaf(r"BT /F1 12 Tf 72 700 Td (9\0655\(%) Tj ET"), id="escapes"),
    pytest.param(Leaf("0.1 w q 9 9 m 99 9 l S Q 9 9 9 9 re f " + text(72, 700, "95")), id="drawn"),
    pytest.param(Leaf("BT /Lost 12 Tf 72 700 Td () Tj ET" + text(72, 90, "95")), id="no-such-font"),
    pytest.param(Leaf("1 cm 2 Tm (9) ' " + text(72, 90, "95")), id="numbers-wanting"),
    pytest.param(Leaf(text(72, 700, "95") + text(72.4, 700, "95")), id="bold-by-two-prints"),
    pytest.param(Leaf("Q Q q " + text(72, 700, "95")), id="more-Q-than-q"),
]


def read(leaf: Leaf, boxes: Sequence[Box]) -> list[str] | None:
    (page,) = PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data(leaf)))))
    return read_boxes(page, PDFResourceManager(), boxes)


def glyphs_of(leaf: Leaf) -> list[Glyph]:
    ((page,), _) = by_pdfplumber(data(leaf))
    assert isinstance(page, Page)
    return [glyph for glyph in page.glyphs if not glyph.text.isspace()]


def middle_of(glyph: Glyph) -> Box:
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    return x - 0.5, y - 2.5, x + 0.5, y + 2.5


@pytest.mark.parametrize("leaf", SAME)
def test_each_character_stands_where_pdfplumber_puts_it(leaf: Leaf) -> None:
    glyphs = glyphs_of(leaf)
    assert glyphs
    assert read(leaf, [middle_of(glyph) for glyph in glyphs]) == [glyph.text for glyph in glyphs]


@pytest.mark.parametrize("leaf", SAME)
def test_plain_content_is_read_as_pdfminer_reads_it(
    leaf: Leaf, monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes = [(0.0, float(top), 900.0, top + 9.0) for top in range(0, 900, 5)]
    ours = read(leaf, boxes)
    monkeypatch.setattr(box_texts, "parse_operations", lambda _: None)
    assert read(leaf, boxes) == ours
    assert ours is not None
    assert any(ours)


APART = [
    pytest.param(text(72, 700, "95%"), (72, 90, 84, 102), ["95"], id="part-of-a-line"),
    pytest.param(text(72, 700, "95%"), (72, 120, 92, 132), [""], id="line-below"),
    pytest.param(text(72, 700, "95%"), (200, 90, 220, 102), [""], id="beside"),
    pytest.param(text(72, 700, "95%"), (0, 0, -1, -1), [""], id="no-box"),
    pytest.param(
        text(80, 700, "5") + text(72, 700, "9"), (70, 90, 99, 102), ["95"], id="out-of-order"
    ),
    pytest.param(
        text(72, 700, "0001", font="F3"), (70, 90, 99, 102), ["\ufffd"], id="no-character"
    ),
    pytest.param(text(72, 700, "11"), (70, 90, 99, 102), ["11"], id="a-digit-twice"),
    pytest.param(text(72, 700, "1") * 2, (70, 90, 99, 102), ["1"], id="a-digit-printed-twice"),
    pytest.param("9 9 m 99 9 l S", (0, 0, 600, 800), None, id="no-text"),
    pytest.param("", (0, 0, 600, 800), None, id="empty"),
]


@pytest.mark.parametrize(("content", "box", "texts"), APART)
def test_boxes(content: str, box: Box, texts: list[str] | None) -> None:
    assert read(Leaf(content), [box]) == texts


@pytest.mark.parametrize("plain", [True, False])
def test_what_follows_a_form_does_not_stand_in_it(
    plain: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pdfminer forgets to come back from the matrix of a form that stands between no q and Q."""
    if not plain:
        monkeypatch.setattr(box_texts, "parse_operations", lambda _: None)
    moved = Form(text(10, 90, "95"), "[1 0 0 1 5 6]")
    leaf = Leaf("/X Do " + text(72, 9, "7"), forms={"X": moved})
    assert read(leaf, [(15, 694, 29, 706), (72, 781, 79, 793)]) == ["95", "7"]
