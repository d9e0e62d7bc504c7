"""The bytes of a page on which nothing was found: whether they print anything."""

from __future__ import annotations

import zlib

import pytest

from pipeline.reading.losses import lost_content

DAMAGED = "its content is damaged: it cannot be decompressed"
PRINTS = "its content prints text or pictures, but none of it can be read"
PACKED = "/Filter /FlateDecode"


def page(content: bytes, head: str = "", more: bytes = b"", contents: str = "2 0 R") -> bytes:
    """Return a page as pdfium saves it, with its content stream as object 2."""
    return (
        f"1 0 obj <</Type/Page/Contents {contents}>> endobj 2 0 obj <<{head}>>stream\n".encode()
        + content + b"endstream endobj\n" + more
    )  # fmt: skip


def form(content: bytes, number: int = 4) -> bytes:
    return b"%d 0 obj <</Type/XObject/Subtype/Form>>stream\n%sendstream endobj\n" % (
        number,
        content,
    )


NAMED = b"1 0 obj <</XObject<</X 4 0 R>>/Contents 2 0 R>> endobj\n"
LOST = [
    pytest.param(page(b"BT (95%) Tj ET "), PRINTS, id="text"),
    pytest.param(page(b"BT <0001> Tj ET "), PRINTS, id="text-in-hex"),
    pytest.param(page(b"BT [(95) 3 (%)] TJ ET "), PRINTS, id="text-in-pieces"),
    pytest.param(page(b"BT (a) ' ET "), PRINTS, id="text-on-the-next-line"),
    pytest.param(page(b"BI /W 1 ID x EI "), PRINTS, id="picture-in-line"),
    pytest.param(page(zlib.compress(b"BT (95%) Tj ET"), PACKED), PRINTS, id="compressed"),
    pytest.param(page(b"no zlib at all", PACKED), DAMAGED, id="damaged"),
    pytest.param(page(b"/X Do "), PRINTS, id="a-form-that-is-not-there"),
    pytest.param(NAMED + page(b"/X Do ", more=form(b"BT (a) Tj ET ")), PRINTS, id="text-in-a-form"),
    pytest.param(page(b"BT (a) Tj ET ", contents="[2 0 R]"), PRINTS, id="list-of-streams"),
]
BLANK = [
    pytest.param(b"", id="nothing-saved"),
    pytest.param(page(b""), id="empty"),
    pytest.param(page(b"q 1 0 0 1 0 0 cm Q "), id="nothing-drawn"),
    pytest.param(page(b"BT () Tj ET "), id="empty-text"),
    pytest.param(page(zlib.compress(b"q Q"), PACKED), id="compressed-nothing"),
    pytest.param(page(b"anything", "/Filter /DCTDecode"), id="another-filter-is-not-looked-into"),
    pytest.param(NAMED + page(b"/X Do ", more=form(b"q Q ")), id="a-form-that-draws-nothing"),
    pytest.param(page(b"q Q ") + form(b"BT (a) Tj ET "), id="a-form-that-nothing-names"),
]


@pytest.mark.parametrize(("data", "reason"), LOST)
def test_what_prints_is_lost(data: bytes, reason: str) -> None:
    assert lost_content.find_loss(data) == reason


@pytest.mark.parametrize("data", BLANK)
def test_what_prints_nothing_is_no_loss(data: bytes) -> None:
    assert lost_content.find_loss(data) == ""


FIELDS = [
    pytest.param(form(b"BT (95%) Tj ET "), True, id="a-field-with-text"),
    pytest.param(form(b"q Q "), False, id="an-empty-field"),
    pytest.param(NAMED + form(b"BT (95%) Tj ET "), False, id="a-form-of-the-content"),
    pytest.param(b"", False, id="nothing"),
]


@pytest.mark.parametrize(("data", "there"), FIELDS)
def test_text_in_fields(data: bytes, there: bool) -> None:
    assert lost_content.has_field_text(data) is there


def test_a_bomb_is_looked_at_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lost_content, "_MOST", 100)
    packed = zlib.compress(b" " * 1000 + b"BT (95%) Tj ET")
    assert lost_content.find_loss(page(packed, PACKED)) == ""
