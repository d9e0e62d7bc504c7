"""Opening a file: what is refused and why, what is mended, pages that the tree does not count."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.errors import DocumentError
from pipeline.reading.document import Document
from tests.pdfs import Leaf, pdf, text
from tests.reading.raw_pages import THREE, WORD, Save, only_page, read_opened, words

pytestmark = pytest.mark.usefixtures("each_make")

SHARED = Path(__file__).parents[3] / "shared"


REPORTS = sorted(SHARED.glob("reports/*.pdf"))


FAILING = [
    pytest.param(b"", "damaged", "empty", id="empty"),
    pytest.param(b"plain text\n" * 200, "unsupported", "not a PDF", id="text renamed"),
    pytest.param(b"x" * 2000 + b"%PDF-1.4\n%%EOF", "unsupported", "not a PDF", id="mark too late"),
    pytest.param(b"%PDF-1.4\n%%EOF\n", "damaged", "damaged", id="nothing in it"),
    pytest.param(pdf(), "damaged", "no pages", id="no pages"),
    pytest.param(pdf(Leaf(), user="secret"), "encrypted", "password", id="user password"),
]


@pytest.mark.parametrize(("data", "status", "reason"), FAILING)
def test_unreadable(save: Save, data: bytes, status: str, reason: str) -> None:
    path = save(data)
    with pytest.raises(DocumentError, match=reason) as caught:
        Document.open(path)
    assert caught.value.status == status
    assert path.name in str(caught.value)


@pytest.mark.parametrize("share", [0.5, 0.95])
@pytest.mark.skipif(not REPORTS, reason="no ../shared/reports here")
def test_cut_short(save: Save, share: float) -> None:
    data = REPORTS[0].read_bytes()
    with pytest.raises(DocumentError) as caught:
        Document.open(save(data[: int(len(data) * share)]))
    assert caught.value.status == "damaged"


def test_missing_end_mark_is_told(save: Save) -> None:
    data = pdf(Leaf(text(72, 700, "A"))).replace(b"%%EOF\n", b"")
    with Document.open(save(data)) as opened:
        assert any("repaired" in warning for warning in opened.warnings)
        assert opened.page_count == 1


def test_owner_password_only_is_readable(save: Save) -> None:
    assert words(only_page(save(pdf(Leaf(text(72, 700, "open")), user="")))) == "open"


def test_leading_bytes_before_the_mark(save: Save) -> None:
    assert words(only_page(save(b"\xef\xbb\xbf\n" + pdf(Leaf(text(72, 700, "A")))))) == "A"


def test_not_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    loop = tmp_path / "loop.pdf"
    loop.symlink_to(loop)
    for path in (tmp_path, tmp_path / "missing.pdf", pipe, loop, tmp_path / "nul\0.pdf"):
        with pytest.raises(DocumentError) as caught:
            Document.open(path)
        assert caught.value.status == "skipped"


def test_odd_file_names(tmp_path: Path) -> None:
    for name in (b"\xff\xfe.pdf", b"-o.pdf", "績效 報告\n.pdf".encode()):
        path = tmp_path / os.fsdecode(name)
        path.write_bytes(pdf(Leaf(text(72, 700, "A"))))
        assert words(only_page(path)) == "A"
        path.write_bytes(b"")
        with pytest.raises(DocumentError) as caught:
            Document.open(path)
        str(caught.value).encode()


TRAILERS = [
    pytest.param(b"\n3 0 obj", b"\ntrailer\n<< /Size 9 >>\n3 0 obj", id="before an object"),
    pytest.param(b"\n3 0 obj", b"\ntrailer\n3 0 obj", id="a bare word"),
    pytest.param(b"xref\n0 ", b"trailer\n<< /Size 9 >>\nxref\n0 ", id="before the table"),
    pytest.param(b"startxref\n", b"startxref\n9", id="table not where it is said to be"),
]


@pytest.mark.parametrize(("old", "new"), TRAILERS)
def test_trailer_in_the_middle(tmp_path: Path, old: bytes, new: bytes) -> None:
    assert THREE.count(old) == 1
    assert read_opened(tmp_path, THREE.replace(old, new))[0] == ["one", "two", "three"]


def test_tree_that_counts_too_few(tmp_path: Path) -> None:
    pages, opened = read_opened(tmp_path, THREE.replace(b"/Count 3", b"/Count 1"))
    assert pages == ["one", "two", "three"]
    assert opened.warnings == ["repaired: the file tells of 1 pages, but holds 3; all are read"]


def test_tree_that_counts_too_many(tmp_path: Path) -> None:
    pages, _ = read_opened(tmp_path, THREE.replace(b"/Count 3", b"/Count 5"))
    assert pages == ["one", "two", "three", *["[it cannot be loaded]"] * 2]


def test_page_given_up_is_not_missed(tmp_path: Path) -> None:
    # An incremental change that deletes a page leaves its object in the file.
    start = THREE.index(b"/Kids [") + 7
    end = THREE.index(b"]", start)
    kids = THREE[start:end].split(b" 0 R")[0] + b" 0 R"
    data = THREE[:start] + kids.ljust(end - start) + THREE[end:]
    pages, opened = read_opened(tmp_path, data.replace(b"/Count 3", b"/Count 1"))
    assert pages == ["one"]
    assert opened.warnings == []


def test_cycle_ends(tmp_path: Path) -> None:
    data = pdf(Leaf(WORD), missing=1)
    tree = data[: data.index(b" 0 obj\n<< /Type /Pages")].rsplit(b"\n", 1)[-1]
    data = data.replace(b"9000 0 R", tree + b" 0 R   ")
    pages, _ = read_opened(tmp_path, data)
    assert pages[0] == "95%"
    assert len(pages) <= 2
