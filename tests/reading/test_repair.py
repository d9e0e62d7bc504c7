"""Damaged files: what can be brought back is, what cannot is told, and nothing is lost silently."""

from __future__ import annotations

import io
import re
import zlib
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode

from pipeline.errors import DocumentError
from pipeline.reading import repair
from pipeline.reading.document import Document
from pipeline.reading.pages import Page
from pipeline.run import file_report
from tests.pdfs import Form, Leaf, pdf, text

WORD = text(72, 700, "95%")
THREE = pdf(*(Leaf(text(72, 700, word)) for word in ("one", "two", "three")))


def read(tmp_path: Path, data: bytes) -> tuple[list[str], Document]:
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


# --------------------------------------------------------------------------- pages


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


@pytest.mark.parametrize(("leaf", "reason"), LOST)
def test_page_that_gives_nothing_is_lost(tmp_path: Path, leaf: Leaf, reason: str) -> None:
    pages, _ = read(tmp_path, pdf(Leaf(WORD), leaf))
    assert pages == ["95%", reason]


def test_page_without_its_content_is_lost(tmp_path: Path) -> None:
    data = pdf(Leaf(WORD), Leaf(WORD, extra="/Last true"))
    start = data.index(b"/Contents", data.index(b"/Last true"))
    end = data.index(b" R", start)
    dangling = data[:start] + b"/Contents 99 0".ljust(end - start) + data[end:]
    assert read(tmp_path, dangling)[0] == ["95%", "[its content is not in the file]"]
    none = data[:start] + b" " * (end + 2 - start) + data[end + 2 :]
    assert read(tmp_path, none)[0] == ["95%", ""]


PACKINGS = [
    pytest.param(ObjectStreamMode.disable, id="plain"),
    pytest.param(ObjectStreamMode.generate, id="object-streams"),
]
MADE = [
    pytest.param("list", 1, "list", ["95%", "", "95%"], id="blank-beside-lists"),
    pytest.param("list", 1, "one", ["95%", "", "95%"], id="blank-beside-a-list-and-a-stream"),
    pytest.param("lost", 1, "list", [GONE, "", "95%"], id="blank-behind-a-lost-one"),
    pytest.param("list", 1, "lost", ["95%", "", GONE], id="blank-before-a-lost-one"),
    pytest.param("lost", 2, "list", [GONE, "", "", "95%"], id="two-blank-behind-a-lost-one"),
    pytest.param("lost list", 1, "one", [GONE, "", "95%"], id="lost-out-of-a-list"),
    pytest.param("half", 1, "one", [GONE, "", "95%"], id="half-of-a-list-lost"),
    pytest.param("own list", 0, "list", ["95%", "95%"], id="list-in-the-page"),
    pytest.param(
        "lost own list", 1, "list", [GONE, "", "95%"], id="lost-out-of-a-list-in-the-page"
    ),
    pytest.param("empty list", 1, "lost list", ["", "", GONE], id="empty-list"),
]


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize(("first", "blank", "last", "expected"), MADE)
def test_blank_pages_among_lost_ones(
    tmp_path: Path,
    first: str,
    blank: int,
    last: str,
    expected: list[str],
    packing: ObjectStreamMode,
) -> None:
    """A page without content is blank, whatever is lost of its neighbours."""
    pages, _ = read(tmp_path, made([first, *["blank"] * blank, last], packing))
    assert pages == expected


def made(kinds: list[str], packing: ObjectStreamMode) -> bytes:
    """Return a file whose pages keep their content in these ways; what is lost is taken out of it."""
    made = pikepdf.new()
    font = made.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier))
    for kind in kinds:
        page = made.add_blank_page(page_size=(600, 800))
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        del page.Contents
        text = b"BT /F1 12 Tf 50 700 Td (95%) Tj ET"
        stream = made.make_stream(text + b" %gone" if "lost" in kind else text)
        if kind == "half":
            page.Contents = Array([made.make_stream(b"q Q"), made.make_stream(text + b" %gone")])
        elif "list" in kind:
            own = Array([] if "empty" in kind else [stream])
            page.Contents = own if "own" in kind else made.make_indirect(own)
        elif kind != "blank":
            page.Contents = stream
    written = io.BytesIO()
    made.save(written, object_stream_mode=packing, compress_streams=False)
    return _LOST_OBJECT.sub(lambda found: found[0].replace(b" obj", b" xxx"), written.getvalue())


_LOST_OBJECT = re.compile(rb"\d+ 0 obj\n(?:(?!endobj).)*%gone", re.DOTALL)


def test_a_blank_page_of_a_file_that_only_pdfium_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which page lost its content cannot be told then; that one did is told of all."""

    def refused(*_: object) -> None:
        raise pikepdf.PdfError("no")

    monkeypatch.setattr(pikepdf, "open", refused)
    plain = ObjectStreamMode.disable
    assert read(tmp_path, made(["one", "blank", "list"], plain))[0] == ["95%", "", "95%"]
    assert read(tmp_path, made(["one", "blank", "lost"], plain))[0] == ["95%", GONE, GONE]


BLANK = [
    pytest.param(Leaf(""), id="no content"),
    pytest.param(Leaf("q 1 0 0 1 0 0 cm Q"), id="nothing drawn"),
    pytest.param(Leaf("BT /F1 12 Tf () Tj ET"), id="empty text"),
    pytest.param(Leaf("/X Do", forms={"X": Form("")}), id="empty form"),
]


@pytest.mark.parametrize("leaf", BLANK)
def test_blank_page_is_a_page(tmp_path: Path, leaf: Leaf) -> None:
    pages, opened = read(tmp_path, pdf(Leaf(WORD), leaf))
    assert pages == ["95%", ""]
    assert opened.warnings == []


def test_compressed_content(tmp_path: Path) -> None:
    leaf = Leaf(PACKED.decode("latin-1"), filter="/Filter /FlateDecode")
    assert read(tmp_path, pdf(leaf))[0] == ["95%"]


def test_no_media_box(tmp_path: Path) -> None:
    data = pdf(Leaf(WORD), Leaf(WORD)).replace(b"/MediaBox", b"/XediaBox", 1)
    assert read(tmp_path, data)[0] == ["95%", "95%"]


TRAILERS = [
    pytest.param(b"\n3 0 obj", b"\ntrailer\n<< /Size 9 >>\n3 0 obj", id="before an object"),
    pytest.param(b"\n3 0 obj", b"\ntrailer\n3 0 obj", id="a bare word"),
    pytest.param(b"xref\n0 ", b"trailer\n<< /Size 9 >>\nxref\n0 ", id="before the table"),
    pytest.param(b"startxref\n", b"startxref\n9", id="table not where it is said to be"),
]


@pytest.mark.parametrize(("old", "new"), TRAILERS)
def test_trailer_in_the_middle(tmp_path: Path, old: bytes, new: bytes) -> None:
    assert THREE.count(old) == 1
    assert read(tmp_path, THREE.replace(old, new))[0] == ["one", "two", "three"]


# --------------------------------------------------------------------------- the page tree


def test_tree_that_counts_too_few(tmp_path: Path) -> None:
    pages, opened = read(tmp_path, THREE.replace(b"/Count 3", b"/Count 1"))
    assert pages == ["one", "two", "three"]
    assert opened.warnings == ["repaired: the file tells of 1 pages, but holds 3; all are read"]


def test_tree_that_counts_too_many(tmp_path: Path) -> None:
    pages, _ = read(tmp_path, THREE.replace(b"/Count 3", b"/Count 5"))
    assert pages == ["one", "two", "three", *["[it cannot be loaded]"] * 2]


def test_page_given_up_is_not_missed(tmp_path: Path) -> None:
    # An incremental change that deletes a page leaves its object in the file.
    start = THREE.index(b"/Kids [") + 7
    end = THREE.index(b"]", start)
    kids = THREE[start:end].split(b" 0 R")[0] + b" 0 R"
    data = THREE[:start] + kids.ljust(end - start) + THREE[end:]
    pages, opened = read(tmp_path, data.replace(b"/Count 3", b"/Count 1"))
    assert pages == ["one"]
    assert opened.warnings == []


def test_cycle_ends(tmp_path: Path) -> None:
    data = pdf(Leaf(WORD), missing=1)
    tree = data[: data.index(b" 0 obj\n<< /Type /Pages")].rsplit(b"\n", 1)[-1]
    data = data.replace(b"9000 0 R", tree + b" 0 R   ")
    pages, _ = read(tmp_path, data)
    assert pages[0] == "95%"
    assert len(pages) <= 2


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
    pages, opened = read(tmp_path, pdf(Leaf(WORD), LOST[0].values[0]))
    assert pages == ["95%", "95%"]
    assert opened.warnings == [
        "repaired: some pages could be read only after the file was mended (page 2)"
    ]
