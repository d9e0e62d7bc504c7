"""Damaged files: what can be brought back is, what cannot is told, and nothing is lost silently."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import DocumentError
from pipeline.reading import repair
from pipeline.reading.document import Document
from pipeline.run import file_report
from tests.pdfs import Leaf, pdf
from tests.reading.raw_pages import LOST, THREE, WORD, read_opened

# --------------------------------------------------------------------------- the file


def cut(data: bytes) -> bytes:
    """Return a file without its end: its table of contents, and more."""
    return data[: data.rindex(b"xref\n0 ")]


def test_cut_file_is_partial(tmp_path: Path) -> None:
    path = tmp_path / "cut.pdf"
    path.write_bytes(cut(THREE))
    found = file_report.read_report(path, "cut.pdf")
    assert found.status == "partial"
    assert "cut short" in found.error
    assert any(told.startswith("repaired") for told in found.warnings)
    assert found.pages >= 2


def test_nothing_to_bring_back(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF-1.4\n%%EOF\n")
    assert repair.resave(path) is None
    with pytest.raises(DocumentError, match="could not be repaired either") as caught:
        Document.open(path)
    assert caught.value.status == "damaged"


# --------------------------------------------------------------------------- statuses


def status(tmp_path: Path, *leaves: Leaf) -> tuple[str, str]:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(*leaves))
    found = file_report.read_report(path, "report.pdf")
    assert found.status == "ok" or found.error
    return found.status, found.error


SCAN = Leaf("q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q\n")
RECOGNISED = Leaf(f"{SCAN.content} 3 Tr {WORD}")
STATUSES = [
    pytest.param((SCAN, SCAN), "no_text", "OCR", id="scan"),
    pytest.param((SCAN, Leaf("")), "no_text", "OCR", id="scan with a blank page"),
    pytest.param((RECOGNISED,), "no_text", "invisible layer", id="scan with recognised text"),
    pytest.param((Leaf(WORD), SCAN), "partial", "page 2: a scan", id="scan among pages"),
    pytest.param((Leaf(""),), "no_text", "a scan?", id="blank"),
    pytest.param((Leaf(f"3 Tr {WORD}"),), "no_text", "cannot be seen", id="all hidden"),
    pytest.param(
        (Leaf(WORD), LOST[0].values[0]), "partial", "page 2: its content is damaged", id="one lost"
    ),
    pytest.param((LOST[0].values[0],), "damaged", "page 1: its content is damaged", id="all lost"),
]


@pytest.mark.parametrize(("leaves", "expected", "reason"), STATUSES)
def test_status(tmp_path: Path, leaves: tuple[Leaf, ...], expected: str, reason: str) -> None:
    told, error = status(tmp_path, *leaves)
    assert told == expected
    assert reason in error


def test_a_page_brought_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = pdf(Leaf(WORD), Leaf(WORD))
    monkeypatch.setattr(repair, "resave", lambda path: sound)
    pages, opened = read_opened(tmp_path, pdf(Leaf(WORD), LOST[0].values[0]))
    assert pages == ["95%", "95%"]
    assert opened.warnings == [
        "repaired: some pages could be read only after the file was mended (page 2)"
    ]
