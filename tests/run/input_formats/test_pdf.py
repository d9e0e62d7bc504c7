"""PDFs: what their lost pages make of the status and its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.reading import GlyphColumns, LostPage, Page
from pipeline.reading.pages import Glyph
from pipeline.run.input_formats import pdf as pdf_format
from tests.pdfs import Leaf, pdf, text


class Pages:
    """An open PDF with these pages."""

    def __init__(self, *pages: Page | LostPage, truncated: str = "", hidden: str = "") -> None:
        self._pages = pages
        self.page_count = len(pages)
        self.truncated = truncated
        self.warnings: list[str] = []
        self.left_out = Counter({hidden: 3} if hidden else {})

    def pages(self) -> Iterator[Page | LostPage]:
        yield from self._pages


def page(number: int, printed: str = "") -> Page:
    glyphs = [Glyph(char, 50 + 9 * at, 50, 59 + 9 * at, 60) for at, char in enumerate(printed)]
    return Page(number, 600, 800, GlyphColumns.from_glyphs(glyphs), ())


def scan(number: int) -> LostPage:
    return LostPage(number, "a scan", scan=True)


def lost(number: int, *, limit: bool = False) -> LostPage:
    return LostPage(number, "it cannot be loaded", limit=limit)


LOSSES = [
    pytest.param(Pages(page(1, "年")), None, "", id="whole"),
    pytest.param(Pages(scan(1), scan(2)), "no_text", "no text on any page (2 in all): a scan", id="scan"),
    pytest.param(Pages(scan(1), page(2)), "no_text", "(2 in all): a scan", id="scan-and-blank"),
    pytest.param(Pages(scan(1), page(2, "年")), "partial", "1 of 2 pages could not be read: page 1: a scan", id="scan-and-text"),
    pytest.param(Pages(lost(1), page(2, "年")), "partial", "page 1: it cannot be loaded", id="one-lost"),
    pytest.param(Pages(lost(1), lost(2)), "damaged", "none of its pages could be read (2 in all)", id="all-lost"),
    pytest.param(Pages(lost(1, limit=True), lost(2, limit=True)), "limit", "none of its pages", id="all-over-a-cap"),
    pytest.param(Pages(lost(1, limit=True), lost(2)), "damaged", "none of its pages", id="one-over-a-cap"),
    pytest.param(Pages(page(1, "年"), truncated="cut short"), "partial", "cut short", id="cut"),
    pytest.param(Pages(page(1)), "no_text", "a scan? It needs OCR first", id="blank"),
    pytest.param(Pages(page(1), hidden="off the page"), "no_text", "cannot be seen", id="hidden"),
    pytest.param(Pages(*[lost(n) for n in range(1, 26)], page(26, "年")), "partial", "page 20: it cannot be loaded; and 5 more", id="many"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "status", "reason"), LOSSES)
def test_losses(document: Pages, status: str | None, reason: str) -> None:
    read = pdf_format.read_pages(document, int)
    assert read.status == status
    assert reason in read.error
    assert bool(read.error) == (status is not None)


def test_each_page_is_a_step_and_the_end_another() -> None:
    steps: list[int] = []
    pdf_format.read_pages(Pages(page(1), lost(2), page(3)), steps.append)
    assert steps == [0, 1, 2, 3]


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(Leaf(text(72, 700, "Ab"))))
    read = pdf_format.read_file(path, int)
    assert (read.pages, read.status, read.warnings) == (1, None, ())
    assert read.contents.counts["glyphs"] == 2
