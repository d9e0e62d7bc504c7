"""Lost pages and open PDFs read by pdfplumber, and whole reports beside pdfium's reading."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pdfplumber
import pytest

import pipeline
from pipeline.errors import DocumentError
from pipeline.reading import page_reader
from pipeline.reading.document import Document
from pipeline.reading.pages import LostPage, Page
from pipeline.reading.pdfplumber_reader.files import Fallback, OpenPdf
from tests.pdfs import Leaf, line, text
from tests.reading.both_readers import WORD, by_pdfium, data, words, written

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
OURS = sorted([*ROOT.glob("samples/*.pdf"), *ROOT.glob("tests/layouts/*.pdf")])
THEIRS = sorted([*SHARED.glob("reports/*.pdf"), *SHARED.glob("exam/pdf/*.pdf")])


# --------------------------------------------------------------------------- lost pages


@pytest.fixture
def lose(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what makes pdfium lose every second page, and the mended copy no help."""

    def start(**how: bool) -> None:
        read = page_reader.read_page

        def lost(source: Any, index: int, noted: Any) -> Page | LostPage:
            if index % 2 == 0:
                return read(source, index, noted)
            return LostPage(index + 1, "it cannot be loaded", **how)

        monkeypatch.setattr(page_reader, "read_page", lost)

    return start


def read_file(path: Path, content: bytes) -> tuple[list[Page | LostPage], list[str]]:
    path.write_bytes(content)
    with Document.open(path) as opened:
        return list(opened.pages()), opened.warnings


def test_lost_page_is_read_by_pdfplumber(tmp_path: Path, lose: Callable[..., None]) -> None:
    lose()
    leaves = [Leaf(text(72, 700, word)) for word in ("one", "two", "three", "four")]
    pages, warnings = read_file(tmp_path / "a.pdf", data(*leaves))
    assert [words(page) for page in pages] == ["one", "two", "three", "four"]
    assert [page.number for page in pages] == [1, 2, 3, 4]
    (warning,) = warnings
    assert warning.startswith("another reader: some pages could be read only by pdfplumber, which")
    assert warning.endswith("(pages 2, 4)")


@pytest.mark.parametrize("how", ["limit", "scan"])
def test_page_over_a_cap_and_scan_are_not_tried(
    tmp_path: Path, lose: Callable[..., None], monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    lose(**{how: True})
    monkeypatch.setattr(Fallback, "page", lambda *_: pytest.fail("it was tried"))
    pages, _ = read_file(tmp_path / "a.pdf", data(Leaf(WORD), Leaf(WORD)))
    assert isinstance(pages[1], LostPage)


DEFLATED = zlib.compress(WORD.encode() * 50).decode("latin-1")
STAY_LOST = [
    pytest.param(Leaf(""), id="blank"),
    pytest.param(Leaf(line(0, 0, 90, 0)), id="lines alone"),
    pytest.param(Leaf(f"1 g {WORD}"), id="nothing that is seen"),
    pytest.param(Leaf(DEFLATED[:-9], filter="/Filter /FlateDecode"), id="cut short"),
    pytest.param(Leaf(DEFLATED[:20] + "\0" * 40, filter="/Filter /FlateDecode"), id="damaged"),
    pytest.param(Leaf(WORD, filter="/Filter /Unknown"), id="unknown filter"),
    pytest.param(Leaf(WORD + " " * (1 << 22)), id="too much"),
    pytest.param(Leaf(WORD, media="[0 0 /Wide 800]"), id="no page box"),
]


@pytest.mark.parametrize("leaf", STAY_LOST)
def test_lost_in_both(tmp_path: Path, lose: Callable[..., None], leaf: Leaf) -> None:
    lose()
    pages, warnings = read_file(tmp_path / "a.pdf", data(Leaf(WORD), leaf))
    assert isinstance(pages[1], LostPage)
    assert pages[1].reason == "it cannot be loaded"
    assert not any("another reader" in warning for warning in warnings)


def test_whole_compressed_content_is_read(tmp_path: Path, lose: Callable[..., None]) -> None:
    lose()
    leaf = Leaf(DEFLATED, filter="/Filter /FlateDecode")
    pages, _ = read_file(tmp_path / "a.pdf", data(Leaf(WORD), leaf))
    assert words(pages[1]).startswith("95%")


def test_file_with_other_pages_is_not_trusted(
    tmp_path: Path, lose: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lose()
    with Document.open(written(tmp_path, data(Leaf(WORD), Leaf(WORD), Leaf(WORD)))) as opened:
        opened._fallback = Fallback(written(tmp_path, data(Leaf(WORD), Leaf(WORD))), 3)
        assert isinstance(list(opened.pages())[1], LostPage)


def test_no_memory_is_no_damage(
    tmp_path: Path, lose: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise MemoryError

    lose()
    monkeypatch.setattr("pdfminer.pdfinterp.PDFPageInterpreter.process_page", full)
    with pytest.raises(MemoryError):
        read_file(tmp_path / "a.pdf", data(Leaf(WORD), Leaf(WORD)))


# --------------------------------------------------------------------------- open PDFs


def test_open_file_has_its_name_and_stays_open() -> None:
    path = OURS[0]
    with pdfplumber.open(path) as opened:
        found = pipeline.audit(opened)
        again = pipeline.audit(opened)
        assert opened.pages[0].chars
    line, same = found.documents.iloc[0], pipeline.audit(path).documents.iloc[0]
    assert (line.document, line.sha256) == (same.document, same.sha256)
    pd.testing.assert_frame_equal(found.checks, again.checks)


def test_bytes_have_no_name() -> None:
    content = OURS[0].read_bytes()
    with pdfplumber.open(io.BytesIO(content)) as opened:
        assert pipeline.audit(opened).documents.iloc[0].document == "pdf"


def test_some_pages_only() -> None:
    path = next(path for path in OURS if len(by_pdfium(path)) > 2)
    with pdfplumber.open(path, pages=[2, 3]) as opened:
        found = OpenPdf(opened)
        assert [page.number for page in found.pages()] == [2, 3]


def test_cropped_and_filtered_pages() -> None:
    content = data(Leaf(WORD + text(72, 300, "low") + line(0, 650, 600, 650)), Leaf(WORD))
    with pdfplumber.open(io.BytesIO(content)) as opened:
        first, second = opened.pages
        opened.pages[:] = [
            first.crop((0, 50, 400, 400)),
            second.filter(lambda item: item.get("text") != "5"),
        ]
        cropped, filtered = OpenPdf(opened).pages()
    assert (words(cropped), words(filtered)) == ("95%", "9%")
    assert isinstance(cropped, Page)
    assert [tuple(rule) for rule in cropped.rules] == [(0, 150, 400, 150)]
    assert (cropped.width, cropped.height) == (600, 800)
    assert cropped.glyphs[0].x0 == 72


NO_PDF = [None, 3, b"%PDF-", ["a.pdf"]]


@pytest.mark.parametrize("given", NO_PDF, ids=["none", "number", "bytes", "list"])
def test_audit_of_something_else(given: Any) -> None:
    with pytest.raises(ValueError, match=r"neither a path nor an open pdfplumber\.PDF"):
        pipeline.audit(given)


def test_audit_of_a_closed_pdf() -> None:
    opened = pdfplumber.open(OURS[0])
    opened.close()
    with pytest.raises(DocumentError, match="cannot be read"):
        pipeline.audit(opened)


def test_audit_of_a_pdf_without_pages() -> None:
    with (
        pdfplumber.open(io.BytesIO(data())) as opened,
        pytest.raises(DocumentError, match="no pages"),
    ):
        pipeline.audit(opened)


# --------------------------------------------------------------------------- whole reports


# What may differ: pdfium leaves out a blank that a text object prints alone, so that a title may
# lose one; warnings tell which reader it was.
OTHERWISE = ["title", "warnings"]


REPORTS = [
    *(pytest.param(path, id=path.stem if path.stem.isascii() else f"sample {at}") for at, path in enumerate(OURS)),
    *(pytest.param(path, id=f"shared {at}") for at, path in enumerate(THEIRS)),
]  # fmt: skip
if not THEIRS:
    reason = pytest.mark.skip("no ../shared/reports and ../shared/exam here")
    REPORTS.append(pytest.param(None, id="shared", marks=reason))


@pytest.mark.parametrize("path", REPORTS)
def test_report_as_by_pdfium(path: Path) -> None:
    ours = pipeline.audit(path)
    with pdfplumber.open(path) as opened:
        theirs = pipeline.audit(opened)
    pd.testing.assert_frame_equal(
        ours.documents.drop(columns=OTHERWISE), theirs.documents.drop(columns=OTHERWISE)
    )
    pd.testing.assert_frame_equal(ours.rows, theirs.rows)
    pd.testing.assert_frame_equal(ours.indicators, theirs.indicators)
    places = ["x0", "top", "x1", "bottom"]
    # What pdfplumber read is not confirmed by pdfplumber.
    assert set(theirs.checks["second_reading"].dropna()) <= {"", "none"}
    apart = [*places, "second_reading"]
    pd.testing.assert_frame_equal(
        ours.checks.drop(columns=apart), theirs.checks.drop(columns=apart)
    )
    for place in places:
        assert ours.checks[place].dropna().astype(float).tolist() == pytest.approx(
            theirs.checks[place].dropna().astype(float).tolist(), abs=0.1
        )
