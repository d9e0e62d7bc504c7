"""Pictures of pages, and which images let something through."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading import bitmaps
from pipeline.reading.document import Document
from tests.pdfs import Leaf, pdf
from tests.reading.raw_pages import IMAGE, Save, only_page

BLACK_BOX = Leaf("0 g 0 400 300 400 re f")


def pixel(picture: tuple[int, int, bytes], x: int, y: int) -> tuple[int, ...]:
    width, _, content = picture
    return tuple(content[4 * (y * width + x) : 4 * (y * width + x) + 3])


def test_a_page_as_it_looks(save: Save) -> None:
    with Document.open(save(pdf(BLACK_BOX))) as opened:
        picture = opened.picture(1, 0.5)
    assert picture is not None
    assert picture[:2] == (300, 400)
    assert pixel(picture, 10, 10) == (0, 0, 0)
    assert pixel(picture, 290, 390) == (255, 255, 255)


@pytest.mark.parametrize(("number", "scale"), [(2, 1.0), (1, 1000.0)], ids=["no-page", "too-large"])
def test_what_cannot_be_drawn(save: Save, number: int, scale: float) -> None:
    with Document.open(save(pdf(BLACK_BOX))) as opened:
        assert opened.picture(number, scale) is None


def test_a_page_is_never_without_pixels(save: Save) -> None:
    with Document.open(save(pdf(BLACK_BOX))) as opened:
        picture = opened.picture(1, 0.0001)
    assert picture is not None
    assert picture[:2] == (1, 1)


OVER = [
    pytest.param(IMAGE.format(200, 100, 50, 650), "", id="opaque"),
    pytest.param("q /Half gs " + IMAGE.format(200, 100, 50, 650) + " Q\n", "95%", id="half-opaque"),
]


@pytest.mark.parametrize(("image", "seen"), OVER)
def test_an_opaque_image_hides_what_is_under_it(tmp_path: Path, image: str, seen: str) -> None:
    content = "BT /F1 12 Tf 72 700 Td (95%) Tj ET\n" + image
    states = "/ExtGState << /Half << /ca 0.5 >> >>"
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(Leaf(content + "BT /F1 12 Tf 72 400 Td (x) Tj ET", resources=states)))
    assert only_page(path).glyphs.text == f"{seen}x"


def test_no_image_is_not_opaque() -> None:
    assert bitmaps.is_opaque(None, None, 0) is False
