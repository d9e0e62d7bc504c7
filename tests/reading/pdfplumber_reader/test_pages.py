"""Pages as pdfplumber reads them: the same as pdfium gives, and what nobody sees is left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.reading import drawing, glyphs, hidden
from pipeline.reading.pages import LostPage, Page
from tests.pdfs import Form, Leaf, grid, line, text
from tests.reading.both_readers import WORD, assert_same, by_pdfium, by_pdfplumber, data, written

# --------------------------------------------------------------------------- as pdfium gives them


CROP = "/CropBox [40 60 540 760]"
MARK = text(72, 700, "A") + line(50, 650, 150, 650)
INNER = text(10, 100, "A") + line(10, 90, 60, 90)
SAME = [
    pytest.param(Leaf(MARK), id="plain"),
    *[
        pytest.param(Leaf(MARK, extra=f"{crop} /Rotate {turn}"), id=f"turned {turn}{name}")
        for turn in (90, 180, 270, -90)
        for crop, name in (("", ""), (CROP, " cropped"))
    ],
    pytest.param(Leaf(MARK, extra=CROP), id="cropped"),
    pytest.param(Leaf(MARK, media="[30 20 500 750]"), id="media box not at zero"),
    pytest.param(Leaf(MARK, media="[30 20 500 750]", extra=f"{CROP} /Rotate 90"), id="all of that"),
    pytest.param(Leaf(text(72, 700, "small") + text(110, 700, "LARGE", size=24)), id="sizes"),
    pytest.param(Leaf("BT /F1 12 Tf 0.5 0 0 2 72 700 Tm (ab) Tj ET"), id="stretched"),
    pytest.param(Leaf("BT /F1 12 Tf 50 Tz 72 700 Td (ab) Tj ET"), id="condensed"),
    pytest.param(Leaf("BT /F1 12 Tf 3 Tc 6 Tw 72 700 Td (a b) Tj ET"), id="spaced"),
    pytest.param(Leaf("BT /F1 12 Tf 72 700 Td (abc) Tj 5 Ts (d) Tj 0 Ts (e) Tj ET"), id="raised"),
    pytest.param(Leaf("q 2 0 0 2 10 20 cm /X Do Q", forms={"X": Form(INNER)}), id="form"),
    pytest.param(Leaf(text(72, 700, "0001", font="F2")), id="mapped"),
    pytest.param(Leaf(text(72, 700, "0003", font="F2")), id="ligature"),
    pytest.param(Leaf(text(72, 700, "0001", font="F3")), id="unmapped"),
    pytest.param(Leaf(WORD + WORD), id="printed twice"),
    pytest.param(Leaf(f"1 g {WORD} 0 g" + text(72, 500, "a")), id="white on paper"),
    pytest.param(Leaf(f"0 g 50 690 90 40 re f 1 g {WORD}"), id="white on black"),
    pytest.param(Leaf(text(72, 700, "95%", size=1) + text(72, 500, "a")), id="tiny"),
    pytest.param(Leaf(text(-200, 700, "95%") + text(72, 500, "a")), id="off the page"),
    pytest.param(Leaf(text(72, 700, "a") + text(90, 700, "  ")), id="blanks alone"),
    pytest.param(Leaf(""), id="blank"),
]


@pytest.mark.parametrize("leaf", SAME)
def test_as_pdfium(tmp_path: Path, leaf: Leaf) -> None:
    assert_same(tmp_path, leaf)


def test_slanted_text_ends_with_its_advance(tmp_path: Path) -> None:
    # pdfium adds how far its font's highest letters lean over.
    content = data(Leaf("BT /F1 12 Tf 1 0 0.2 1 72 700 Tm (ab) Tj ET"))
    (upright,) = by_pdfium(written(tmp_path, data(Leaf(text(72, 700, "ab")))))
    (first,), ((second,), _) = by_pdfium(written(tmp_path, content)), by_pdfplumber(content)
    assert isinstance(upright, Page)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    for mine, other, plain in zip(first.glyphs, second.glyphs, upright.glyphs, strict=True):
        assert (mine.x0, mine.top, mine.bottom) == pytest.approx(
            (other.x0, other.top, other.bottom)
        )
        assert other.x1 == pytest.approx(plain.x1, abs=0.05)


def test_what_nobody_sees_is_told() -> None:
    _, opened = by_pdfplumber(data(Leaf(f"1 g {WORD}"), Leaf(WORD + WORD)))
    assert opened.left_out == {hidden.WHITE: 3, hidden.DOUBLED: 3}
    assert "does not tell all hidden text apart (page 2)" in opened.warnings[-1]


@pytest.mark.parametrize(
    ("module", "cap"), [(glyphs, "MAX_GLYPHS"), (drawing, "MAX_OBJECTS")], ids=["glyphs", "paths"]
)
def test_page_over_a_cap(monkeypatch: pytest.MonkeyPatch, module: Any, cap: str) -> None:
    monkeypatch.setattr(module, cap, 2)
    ((page,), _) = by_pdfplumber(data(Leaf(WORD + grid([50, 150], [600, 720]))))
    assert isinstance(page, LostPage)
    assert page.limit
