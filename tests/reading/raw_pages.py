"""Raw PDFs read, and what stands on their pages, for the tests of this room."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.reading.document import Document
from pipeline.reading.pages import LostPage, Page
from tests.pdfs import Form, Leaf, pdf, text

Save = Callable[[bytes], Path]


CHARACTERS = {1: "目", 2: "A", 3: "\U00020bb7", 4: "ffi"}


def read(path: Path) -> list[Page | LostPage]:
    with Document.open(path) as opened:
        return list(opened.pages())


def only_page(path: Path) -> Page:
    (page,) = read(path)
    assert isinstance(page, Page)
    return page


def words(page: Page | LostPage) -> str:
    assert isinstance(page, Page)
    return "".join(glyph.text for glyph in page.glyphs)


def rounded(boxes: tuple[tuple[float, ...], ...]) -> list[tuple[float, ...]]:
    return [tuple(round(value, 1) for value in box) for box in boxes]


SEEN = text(72, 400, "seen")


IMAGE = "q {0} 0 0 {1} {2} {3} cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q\n"


WORD = text(72, 700, "95%")


def result(tmp_path: Path, *leaves: Leaf) -> tuple[list[Page | LostPage], Document]:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(*leaves, characters=CHARACTERS))
    with Document.open(path) as opened:
        return list(opened.pages()), opened


def box(colour: str, x: float, y: float, width: float, height: float) -> str:
    return f"{colour} rg {x} {y} {width} {height} re f 0 0 0 rg\n"


THREE = pdf(*(Leaf(text(72, 700, word)) for word in ("one", "two", "three")))


PACKED = zlib.compress(WORD.encode() * 5)


SPOILT = (b"\xff" * 20 + PACKED[20:]).decode("latin-1")


DAMAGED = "[its content is damaged: it cannot be decompressed]"


GONE = "[its content is not in the file]"


UNREAD = "[its content prints text or pictures, but none of it can be read]"


LOST = [
    pytest.param(Leaf(SPOILT, filter="/Filter /FlateDecode"), DAMAGED, id="spoilt"),
    pytest.param(Leaf(SPOILT, filter="/Filter [/FlateDecode]"), DAMAGED, id="spoilt, a list"),
    pytest.param(Leaf("/X Do"), UNREAD, id="form that is not there"),
    pytest.param(Leaf("/X Do", forms={"X": Form("/Y Do")}), UNREAD, id="form in a form not there"),
]


def read_opened(tmp_path: Path, data: bytes) -> tuple[list[str], Document]:
    """Return the text of each page, or in brackets why it is lost."""
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    with Document.open(path) as opened:
        pages = list(opened.pages())
    return [
        "".join(glyph.text for glyph in page.glyphs)
        if isinstance(page, Page)
        else f"[{page.reason}]"
        for page in pages
    ], opened
