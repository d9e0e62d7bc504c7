"""Pages on which nothing was found: blank ones are pages, lost ones say what is missing; text in form fields."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, ObjectStreamMode

from tests.pdfs import Form, Leaf, pdf
from tests.reading.raw_pages import GONE, LOST, PACKED, WORD, read_opened, result, words

pytestmark = pytest.mark.usefixtures("each_make")


@pytest.mark.parametrize(("leaf", "reason"), LOST)
def test_page_that_gives_nothing_is_lost(tmp_path: Path, leaf: Leaf, reason: str) -> None:
    pages, _ = read_opened(tmp_path, pdf(Leaf(WORD), leaf))
    assert pages == ["95%", reason]


def test_page_without_its_content_is_lost(tmp_path: Path) -> None:
    data = pdf(Leaf(WORD), Leaf(WORD, extra="/Last true"))
    start = data.index(b"/Contents", data.index(b"/Last true"))
    end = data.index(b" R", start)
    dangling = data[:start] + b"/Contents 99 0".ljust(end - start) + data[end:]
    assert read_opened(tmp_path, dangling)[0] == ["95%", "[its content is not in the file]"]
    none = data[:start] + b" " * (end + 2 - start) + data[end + 2 :]
    assert read_opened(tmp_path, none)[0] == ["95%", ""]


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
    pages, _ = read_opened(tmp_path, made([first, *["blank"] * blank, last], packing))
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
    assert read_opened(tmp_path, made(["one", "blank", "list"], plain))[0] == ["95%", "", "95%"]
    assert read_opened(tmp_path, made(["one", "blank", "lost"], plain))[0] == ["95%", GONE, GONE]


BLANK = [
    pytest.param(Leaf(""), id="no content"),
    pytest.param(Leaf("q 1 0 0 1 0 0 cm Q"), id="nothing drawn"),
    pytest.param(Leaf("BT /F1 12 Tf () Tj ET"), id="empty text"),
    pytest.param(Leaf("/X Do", forms={"X": Form("")}), id="empty form"),
]


@pytest.mark.parametrize("leaf", BLANK)
def test_blank_page_is_a_page(tmp_path: Path, leaf: Leaf) -> None:
    pages, opened = read_opened(tmp_path, pdf(Leaf(WORD), leaf))
    assert pages == ["95%", ""]
    assert opened.warnings == []


def test_compressed_content(tmp_path: Path) -> None:
    leaf = Leaf(PACKED.decode("latin-1"), filter="/Filter /FlateDecode")
    assert read_opened(tmp_path, pdf(leaf))[0] == ["95%"]


def test_no_media_box(tmp_path: Path) -> None:
    data = pdf(Leaf(WORD), Leaf(WORD)).replace(b"/MediaBox", b"/XediaBox", 1)
    assert read_opened(tmp_path, data)[0] == ["95%", "95%"]


ANNOTATIONS = [
    pytest.param("/Subtype /Widget /FT /Tx /V (95%)", 1, id="form field"),
    pytest.param("/Subtype /FreeText /Contents (95%)", 1, id="text put onto the page"),
    pytest.param("/Subtype /Widget /FT /Tx /V ()", 0, id="empty form field"),
    pytest.param("/Subtype /Widget /FT /Btn /V /Off", 0, id="button"),
    pytest.param("/Subtype /Link /Contents (95%)", 0, id="link"),
    pytest.param("/Subtype /Text /Contents (95%)", 0, id="note that opens"),
]


@pytest.mark.parametrize(("entries", "told"), ANNOTATIONS)
def test_text_that_is_not_content_is_told(tmp_path: Path, entries: str, told: int) -> None:
    leaf = Leaf(WORD, extra=f"/Annots [<< /Type /Annot /Rect [9 9 90 30] {entries} >>]")
    (page,), opened = result(tmp_path, leaf)
    assert words(page) == "95%"
    assert opened.warnings == [
        "form fields or comments: the text of 1 is not read (page 1)" for _ in range(told)
    ]
