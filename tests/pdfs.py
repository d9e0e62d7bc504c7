"""Raw PDFs for the tests, written byte by byte: text, lines, forms, turned and cropped pages."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_ID = bytes(range(16))


@dataclass(frozen=True)
class Form:
    """A form XObject: what it draws, its matrix and box, and the forms that it uses itself."""

    content: str
    matrix: str = "[1 0 0 1 0 0]"
    box: str = "[-2000 -2000 2000 2000]"
    forms: Mapping[str, Form] = field(default_factory=dict)


@dataclass(frozen=True)
class Leaf:
    """A page: its content stream, and what stands in its dictionary and in those within it.

    ``filter`` is told of the stream, whatever it really is.
    """

    content: str = ""
    media: str = "[0 0 600 800]"
    extra: str = ""
    forms: Mapping[str, Form] = field(default_factory=dict)
    resources: str = ""
    filter: str = ""


def text(x: float, y: float, words: str, size: float = 12, font: str = "F1") -> str:
    """Return the operators that print words in Helvetica (``F1``), or codes in hex.

    The codes of ``F2`` and ``F4`` mean the characters of the file; those of ``F3`` mean nothing,
    and the glyphs of ``F4`` have no width.
    """
    shown = f"({words})" if font == "F1" else f"<{words}>"
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm {shown} Tj ET\n"


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """Return the operators that stroke a straight line."""
    return f"{x0} {y0} m {x1} {y1} l S\n"


def grid(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Return the operators that stroke a table with these rules."""
    lying = (line(min(xs), y, max(xs), y) for y in ys)
    standing = (line(x, min(ys), x, max(ys)) for x in xs)
    return "".join([*lying, *standing])


def pdf(
    *leaves: Leaf,
    characters: Mapping[int, str] | None = None,
    missing: int = 0,
    user: str | None = None,
    owner: str = "owner",
) -> bytes:
    """Return a PDF file.

    ``characters`` says what the codes of font ``F2`` mean; ``missing`` names that many pages that
    are not in the file; ``user`` is the password to read it, ``""`` for an owner password only.
    """
    return _Writer(characters or {}, user, owner).write(leaves, missing)


class _Writer:
    def __init__(self, characters: Mapping[int, str], user: str | None, owner: str) -> None:
        self._bodies: list[bytes] = []
        self._characters = characters
        self._lock = None if user is None else _Lock(user, owner)

    def write(self, leaves: Sequence[Leaf], missing: int) -> bytes:
        catalog, pages = self._reserve(), self._reserve()
        plain, named = self._helvetica(), self._composite(self._to_unicode())
        nameless, narrow = self._composite(""), self._composite(self._to_unicode(), width=0)
        fonts = f"<< /F1 {plain} 0 R /F2 {named} 0 R /F3 {nameless} 0 R /F4 {narrow} 0 R >>"
        kids = [self._leaf(leaf, pages, fonts) for leaf in leaves]
        kids += [9000 + number for number in range(missing)]
        references = " ".join(f"{kid} 0 R" for kid in kids)
        self._set(catalog, f"<< /Type /Catalog /Pages {pages} 0 R >>")
        self._set(pages, f"<< /Type /Pages /Count {len(kids)} /Kids [{references}] >>")
        return self._file(catalog)

    def _leaf(self, leaf: Leaf, pages: int, fonts: str) -> int:
        content = self._stream(leaf.content, leaf.filter)
        return self._add(
            f"<< /Type /Page /Parent {pages} 0 R /MediaBox {leaf.media} {leaf.extra} "
            f"/Contents {content} 0 R "
            f"/Resources {self._resources(fonts, leaf.forms, leaf.resources)} >>"
        )

    def _resources(self, fonts: str, forms: Mapping[str, Form], others: str = "") -> str:
        named = " ".join(f"/{name} {self._form(form, fonts)} 0 R" for name, form in forms.items())
        return f"<< /Font {fonts} /XObject << {named} >> {others} >>"

    def _form(self, form: Form, fonts: str) -> int:
        resources = self._resources(fonts, form.forms)
        head = f"/Type /XObject /Subtype /Form /BBox {form.box} /Matrix {form.matrix}"
        return self._stream(form.content, f"{head} /Resources {resources}")

    def _helvetica(self) -> int:
        return self._add(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        )

    def _to_unicode(self) -> str:
        pairs = "\n".join(
            f"<{code:04X}> <{meaning.encode('utf-16-be').hex()}>"
            for code, meaning in self._characters.items()
        )
        count = len(self._characters)
        table = self._stream(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            f"{count} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
        )
        return f"/ToUnicode {table} 0 R"

    def _composite(self, to_unicode: str, width: int = 1000) -> int:
        descendant = self._add(
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain "
            f"/DW {width} "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        )
        return self._add(
            "<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H "
            f"/DescendantFonts [{descendant} 0 R] {to_unicode} >>"
        )

    def _reserve(self) -> int:
        self._bodies.append(b"")
        return len(self._bodies)

    def _set(self, number: int, body: str) -> None:
        self._bodies[number - 1] = body.encode("latin-1")

    def _add(self, body: str) -> int:
        number = self._reserve()
        self._set(number, body)
        return number

    def _stream(self, content: str, head: str = "") -> int:
        number = self._reserve()
        data = content.encode("latin-1")
        if self._lock:
            data = self._lock.shut(number, data)
        start = f"<< {head} /Length {len(data)} >>\nstream\n".encode("latin-1")
        self._bodies[number - 1] = start + data + b"\nendstream"
        return number

    def _file(self, catalog: int) -> bytes:
        trailer = f"/Root {catalog} 0 R"
        if self._lock:
            trailer += f" /Encrypt {self._add(self._lock.dictionary)} 0 R"
            trailer += f" /ID [<{_ID.hex()}> <{_ID.hex()}>]"
        out = bytearray(b"%PDF-1.4\n")
        places = []
        for number, body in enumerate(self._bodies, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        size = len(places) + 1
        out += f"trailer\n<< /Size {size} {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()
        return bytes(out)


class _Lock:
    """The standard security handler, revision 2: 40 bits of RC4."""

    _PERMISSIONS = -4

    def __init__(self, user: str, owner: str) -> None:
        padded = _padded(user)
        self._owner = _rc4(hashlib.md5(_padded(owner)).digest()[:5], padded)
        rights = struct.pack("<i", self._PERMISSIONS)
        self._key = hashlib.md5(padded + self._owner + rights + _ID).digest()[:5]
        self._user = _rc4(self._key, _PADDING)

    @property
    def dictionary(self) -> str:
        return (
            f"<< /Filter /Standard /V 1 /R 2 /P {self._PERMISSIONS} "
            f"/O <{self._owner.hex()}> /U <{self._user.hex()}> >>"
        )

    def shut(self, number: int, data: bytes) -> bytes:
        key = self._key + struct.pack("<I", number)[:3] + b"\0\0"
        return _rc4(hashlib.md5(key).digest()[:10], data)


def _padded(password: str) -> bytes:
    return (password.encode("latin-1") + _PADDING)[:32]


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
