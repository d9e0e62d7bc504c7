"""Whole files: lost pages between others, caps for a file, long files in portions."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading import document
from pipeline.reading.document import Document, DocumentError
from pipeline.reading.pages import LostPage, Page
from tests.pdfs import Leaf, pdf, text
from tests.reading.raw_pages import Save, read, words

pytestmark = pytest.mark.usefixtures("each_make")

SHARED = Path(__file__).parents[3] / "shared"
REPORTS = sorted(SHARED.glob("reports/*.pdf"))
OTHERS = sorted(SHARED.glob("real/*.pdf"))


# The same mark on a page of 600 by 800 points: a glyph at 72 from the left and 100 from the top,
# and a lying rule from 50 to 150, 150 from the top.


# Not among them: a MediaBox that does not start at 0, where pdfplumber counts from elsewhere.


def test_lost_page_stands_between_the_others(save: Save) -> None:
    first, *others = read(save(pdf(Leaf(text(72, 700, "A")), missing=2)))
    assert isinstance(first, Page)
    assert [other.number for other in others if isinstance(other, LostPage)] == [2, 3]


def test_too_many_pages(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_PAGES", 2)
    with pytest.raises(DocumentError, match="3 pages") as caught:
        Document.open(save(pdf(Leaf(), Leaf(), Leaf())))
    assert caught.value.status == "limit"


@pytest.mark.skipif(not OTHERS, reason="no ../shared/real here")
@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_reads_other_peoples_files(path: Path) -> None:
    assert all(isinstance(page, Page) for page in read(path))


def test_many_pages_are_read_in_portions(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "_REFRESH", 2)
    path = save(pdf(*(Leaf(text(72, 700, str(number))) for number in range(7))))
    assert [words(page) for page in read(path) if isinstance(page, Page)] == list("0123456")
