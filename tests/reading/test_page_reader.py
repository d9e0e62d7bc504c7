"""One page: turned, cropped, over a cap; a scan; and the characters that pdfplumber finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pdfplumber
import pytest

from pipeline.reading import document, drawing, glyphs, hidden, page_reader
from pipeline.reading.page_warnings import PageWarnings
from pipeline.reading.pages import LostPage, Page
from pipeline.reading.sources import PdfSource
from tests.pdfs import Form, Leaf, grid, line, pdf, text
from tests.reading.raw_pages import Save, only_page, read, rounded, words

pytestmark = pytest.mark.usefixtures("each_make")


SHARED = Path(__file__).parents[3] / "shared"


REPORTS = sorted(SHARED.glob("reports/*.pdf"))


TURNED = [
    pytest.param("", (600, 800), (72, 89.9), (50, 150, 150, 150), id="0"),
    pytest.param("/Rotate 90", (800, 600), (698.1, 72), (650, 50, 650, 150), id="90"),
    pytest.param("/Rotate 180", (600, 800), (520, 698.1), (450, 650, 550, 650), id="180"),
    pytest.param("/Rotate 270", (800, 600), (89.9, 520), (150, 450, 150, 550), id="270"),
    pytest.param("/Rotate -90", (800, 600), (89.9, 520), (150, 450, 150, 550), id="-90"),
    pytest.param(
        "/CropBox [40 60 540 760]", (500, 700), (32, 49.9), (10, 110, 110, 110), id="crop"
    ),
    pytest.param(
        "/CropBox [40 60 540 760] /Rotate 90",
        (700, 500),
        (638.1, 32),
        (590, 10, 590, 110),
        id="crop 90",
    ),
    pytest.param(
        "/CropBox [40 60 540 760] /Rotate 180",
        (500, 700),
        (460, 638.1),
        (390, 590, 490, 590),
        id="crop 180",
    ),
    pytest.param(
        "/CropBox [40 60 540 760] /Rotate 270",
        (700, 500),
        (49.9, 460),
        (110, 390, 110, 490),
        id="crop 270",
    ),
]


@pytest.mark.parametrize(("extra", "size", "corner", "rule"), TURNED)
def test_turned_and_cropped(
    save: Save,
    extra: str,
    size: tuple[float, float],
    corner: tuple[float, float],
    rule: tuple[float, ...],
) -> None:
    leaf = Leaf(text(72, 700, "A") + line(50, 650, 150, 650), extra=extra)
    page = only_page(save(pdf(leaf)))
    (glyph,) = page.glyphs
    assert (page.width, page.height) == size
    assert rounded(((glyph.x0, glyph.top),)) == [corner]
    assert rounded(page.rules) == [rule]


def test_media_box_not_at_zero(save: Save) -> None:
    leaf = Leaf(text(172, 700, "A") + line(150, 650, 250, 650), media="[100 100 500 750]")
    page = only_page(save(pdf(leaf)))
    assert (page.width, page.height) == (400, 650)
    assert page.glyphs[0].x0 == 72
    assert rounded(page.rules) == [(50, 100, 150, 100)]


INNER = text(10, 100, "A") + line(10, 90, 60, 90)


def second_reading(path: Path) -> Iterator[list[tuple[str, float, float, float]]]:
    """Yield pdfplumber's characters of each page: text, x0, x1, middle height."""
    with pdfplumber.open(path) as opened:
        for page in opened.pages:
            yield [
                (
                    char["text"],
                    char["x0"] - page.bbox[0],
                    char["x1"] - page.bbox[0],
                    (char["top"] + char["bottom"]) / 2,
                )
                for char in page.chars
            ]


SAME_AS_PDFPLUMBER = [
    pytest.param(Leaf(text(72, 700, "Ab 12")), id="plain"),
    pytest.param(Leaf("/X Do", forms={"X": Form(INNER, matrix="[2 0 0 2 30 -40]")}), id="form"),
]


@pytest.mark.parametrize("leaf", SAME_AS_PDFPLUMBER)
def test_places_as_pdfplumber(save: Save, leaf: Leaf) -> None:
    path = save(pdf(leaf))
    page = only_page(path)
    (chars,) = second_reading(path)
    for glyph, (char, x0, x1, middle) in zip(page.glyphs, chars, strict=True):
        height = glyph.bottom - glyph.top
        assert glyph.text == char
        assert glyph.x0 == pytest.approx(x0, abs=0.05)
        assert glyph.x1 == pytest.approx(x1, abs=0.05)
        assert (glyph.top + glyph.bottom) / 2 == pytest.approx(middle, abs=0.2 * height)


@pytest.mark.skipif(not REPORTS, reason="no ../shared/reports here")
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"report {REPORTS.index(path)}")
def test_report_characters_as_pdfplumber(path: Path) -> None:
    for page, chars in zip(read(path), second_reading(path), strict=True):
        assert isinstance(page, Page)
        # pdfium prints runs of spaces as one; every other character is there, place for place.
        ours = [(glyph.text, glyph.x0, glyph.x1) for glyph in page.glyphs if glyph.text > " "]
        theirs = [(char, x0, x1) for char, x0, x1, _ in chars if char > " "]
        for mine, other in zip(sorted(ours), sorted(theirs), strict=True):
            assert mine[0] == other[0]
            assert mine[1:] == pytest.approx(other[1:], abs=0.1)


LIMITS = [
    pytest.param(glyphs, "MAX_GLYPHS", "glyphs", id="glyphs"),
    pytest.param(drawing, "MAX_OBJECTS", "objects", id="objects"),
    pytest.param(drawing, "MAX_SEGMENTS", "pieces", id="segments"),
    pytest.param(document, "MAX_ALL_GLYPHS", "glyphs", id="glyphs of a file"),
    pytest.param(document, "MAX_ALL_RULES", "ruling lines", id="rules of a file"),
]


@pytest.mark.parametrize(("module", "cap", "reason"), LIMITS)
def test_page_over_a_cap(
    save: Save, monkeypatch: pytest.MonkeyPatch, module: ModuleType, cap: str, reason: str
) -> None:
    monkeypatch.setattr(module, cap, 3)
    (page,) = read(save(pdf(Leaf(text(72, 700, "ABCDE") + grid([50, 150], [600, 720])))))
    assert isinstance(page, LostPage)
    assert reason in page.reason


FOUND = [
    pytest.param(Leaf(text(72, 700, "95%")), "95%", {}, id="text"),
    pytest.param(Leaf(""), "", {}, id="blank"),
    pytest.param(Leaf(text(72, 700, "1") + "1 g " + text(72, 600, "95%")), "1", {hidden.WHITE: 3}, id="hidden-is-counted"),
    pytest.param(Leaf(text(72, 700, "1") + text(72, 700, "1")), "1", {hidden.DOUBLED: 1}, id="printed-twice"),
]  # fmt: skip


@pytest.mark.parametrize(("leaf", "printed", "left_out"), FOUND)
def test_a_page_and_what_is_to_be_known_of_it(
    save: Save, leaf: Leaf, printed: str, left_out: dict[str, int]
) -> None:
    source = PdfSource.open_file(save(pdf(leaf)))
    warnings = PageWarnings()
    page = page_reader.read_page(source, 0, warnings)
    source.close()
    assert words(page) == printed
    assert warnings.left_out == left_out


def test_a_page_that_is_not_there(save: Save) -> None:
    source = PdfSource.open_file(save(pdf(Leaf())))
    lost = page_reader.read_page(source, 5, PageWarnings())
    source.close()
    assert (lost.number, lost.reason) == (6, "it cannot be loaded")
