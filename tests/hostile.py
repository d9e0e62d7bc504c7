"""Inputs that are made to break a reader, with the statuses that each may end in.

    python -m tests.hostile FOLDER [SEED]     writes one of each, and many cut reports, to look at

Every family gives one or more files; what they are made of is drawn from a seed where that matters.
"""

from __future__ import annotations

import os
import random
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.pdfs import Form, Leaf, line, pdf, text

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.pdf"))
WHOLE = {"ok", "no_table", "no_text"}
"""Statuses of a file that was read, whatever was in it."""
STOPPED = {"limit", "timeout", "crashed"}
"""Statuses of a file that hit a limit of the machine; which one is a matter of where it hits first."""


@dataclass(frozen=True)
class Hostile:
    """A hostile input: its name, what writes it to a path, and how it may end."""

    name: str
    make: Callable[[Path], object]
    statuses: frozenset[str]


def family(name: str, content: Callable[[], bytes], *statuses: str) -> Hostile:
    return Hostile(name, lambda path: path.write_bytes(content()), frozenset(statuses))


# --------------------------------------------------------------------------- raw files


def raw(*bodies: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Return a PDF of these objects, numbered from 1; its cross-reference table is right."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    out += b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, table)
    return bytes(out)


def stream(data: bytes, head: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(data), data)


def page(content: bytes, extra: bytes = b"") -> bytes:
    """Return a PDF of one page with this content stream, an object of its own."""
    return raw(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> "
        b"%s >> >>" % extra,
        content,
    )


def flate(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 1)
    return stream(data, b"/Filter [%s]" % b" ".join([b"/FlateDecode"] * times))


# --------------------------------------------------------------------------- bombs


def bomb_of_spaces() -> bytes:
    return page(flate(b" " * (300 << 20)))


def bomb_in_bomb() -> bytes:
    return page(flate(b" " * (400 << 20), 2))


def bomb_of_operators() -> bytes:
    return page(flate(b"0 0 m 1 1 l S\n" * 1_000_000))


def bomb_of_text() -> bytes:
    return page(flate(b"BT /F1 9 Tf 9 9 Td (" + b"x" * (20 << 20) + b") Tj ET"))


def bomb_in_object_stream() -> bytes:
    """Return a file whose catalogue hides in an object stream that unpacks to 400 MB."""
    inner = (
        b"1 0 2 34 " + b"<< /Type /Catalog /Pages 2 0 R >>\n<< /Type /Pages /Count 0 /Kids [] >>"
    )
    packed = zlib.compress(inner + b" " * (400 << 20), 1)
    head = b"/Type /ObjStm /N 2 /First 9 /Filter /FlateDecode"
    out = bytearray(b"%PDF-1.7\n")
    place = len(out)
    out += b"3 0 obj\n%s\nendobj\n" % stream(packed, head)
    table = len(out)
    rows = b"\0\0\0\0\0\0" + b"\2\0\0\0\3\0" + b"\2\0\0\0\3\1"
    rows += b"\1" + place.to_bytes(4, "big") + b"\0" + b"\1" + table.to_bytes(4, "big") + b"\0"
    head = b"/Type /XRef /Size 5 /W [1 4 1] /Root 1 0 R"
    out += b"4 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stream(rows, head), table)
    return bytes(out)


# --------------------------------------------------------------------------- too much of a thing


def many_pages() -> bytes:
    kids = b" ".join(b"3 0 R" for _ in range(50_000))
    return raw(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 50000 /Kids [%s] >>" % kids,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
    )


def claimed_pages() -> bytes:
    """Return a file that says it has two thousand million pages, and has one."""
    return raw(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 2000000000 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
    )


def million_glyphs() -> bytes:
    lines = (b"1 0 0 1 20 %d Tm (%s) Tj\n" % (n % 780, b"x" * 1000) for n in range(1000))
    return page(flate(b"BT /F1 1 Tf\n" + b"".join(lines) + b"ET"))


def many_rules() -> bytes:
    lines = (
        b"0 %d.%02d m 600 %d.%02d l S\n" % (n // 100 % 800, n % 100, n // 100 % 800, n % 100)
        for n in range(300_000)
    )
    return page(flate(b"".join(lines)))


def fine_grid() -> bytes:
    """Return a page of 290 by 290 cells, fewer rules than the cap and more cells than a report has."""
    lying = "".join(line(5, 5 + 2 * n, 590, 5 + 2 * n) for n in range(291))
    standing = "".join(line(5 + 2 * n, 5, 5 + 2 * n, 590) for n in range(291))
    return pdf(Leaf(lying + standing + text(20, 700, "target")))


def wide_numbers() -> bytes:
    """Return a page of figures with thousands of digits."""
    lines = (text(9, 780 - 9 * n, "9" * 5000 + "%", 5) for n in range(30))
    return pdf(Leaf("".join(lines), media="[0 0 14000 800]"))


# --------------------------------------------------------------------------- turning in circles


def page_tree_cycle() -> bytes:
    return raw(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 10 /Kids [3 0 R 3 0 R] >>",
        b"<< /Type /Pages /Parent 2 0 R /Count 5 /Kids [2 0 R 3 0 R 4 0 R] >>",
        b"<< /Type /Page /Parent 3 0 R /MediaBox [0 0 600 800] >>",
    )


def own_parent() -> bytes:
    return raw(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] /Parent 3 0 R >>",
        b"<< /Type /Page /Parent 3 0 R /Contents 3 0 R >>",
    )


def own_reference() -> bytes:
    return raw(b"1 0 R", b"3 0 R", b"2 0 R")


def cross_reference_cycle() -> bytes:
    content = pdf(Leaf(text(50, 700, "a")))
    place = content.rindex(b"xref\n0")
    return content.replace(b"trailer\n<<", b"trailer\n<< /Prev %d" % place)


def recursive_form() -> bytes:
    return raw(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /XObject << /X 5 0 R >> >> >>",
        stream(b"/X Do"),
        stream(b"/Y Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Y 6 0 R >> >>"),
        stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"),
    )  # fmt: skip


def multiplying_forms(depth: int, times: int) -> bytes:
    """Return a page whose form uses another so many times, and that the next, so deep."""
    form = Form(text(10, 10, "x") + line(0, 0, 9, 0))
    for _ in range(depth):
        form = Form("/X Do\n" * times, forms={"X": form})
    return pdf(Leaf("/X Do\n", forms={"X": form}))


# --------------------------------------------------------------------------- nesting


def nested_marked_content(number: int) -> bytes:
    return page(
        flate(b"/P <</A 1>> BDC\n" * number + b"BT /F1 9 Tf (a) Tj ET\n" + b"EMC\n" * number)
    )


def nested_states(number: int) -> bytes:
    return page(flate(b"q\n" * number + b"BT /F1 9 Tf (a) Tj ET\n" + b"Q\n" * number))


def nested_clips() -> bytes:
    return page(flate(b"0 0 600 800 re W n\n" * 20_000 + b"BT /F1 9 Tf (a) Tj ET\n" * 500))


def nested_arrays(number: int) -> bytes:
    return page(stream(b""), b"/Deep " + b"[" * number + b"]" * number)


def nested_operands(number: int) -> bytes:
    return page(flate(b"[" * number + b"]" * number + b" TJ"))


def nested_page_tree() -> bytes:
    depth = 5000
    nodes = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    nodes += [
        b"<< /Type /Pages /Count 1 /Kids [%d 0 R] /Parent %d 0 R >>" % (n + 3, n + 1)
        for n in range(depth)
    ]
    nodes.append(b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 9 9] >>" % (depth + 1))
    return raw(*nodes)


# --------------------------------------------------------------------------- not what it seems


def no_unicode() -> bytes:
    """Return a page in a font that does not tell what its glyphs mean."""
    content = pdf(
        Leaf("".join(text(50, 700 - 20 * n, "004100420043", font="F2") for n in range(9)))
    )
    return content.replace(b"/ToUnicode", b"/NotUnicod")


def scan() -> bytes:
    pixels = zlib.compress(b"\x80" * 600 * 800)
    return raw(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /XObject << /I 5 0 R >> >> >>",
        stream(b"q 600 0 0 800 0 0 cm /I Do Q"),
        stream(pixels, b"/Type /XObject /Subtype /Image /Width 600 /Height 800 "
               b"/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"),
    )  # fmt: skip


def acting_text() -> bytes:
    """Return a page whose text would clear a terminal, open a tag and turn the writing round."""
    meanings = dict(enumerate("\x1b[2J\x9b31m<script>=1+1\u202e\u2066\u0000", 1))
    codes = "".join(f"{code:04X}" for code in meanings)
    return pdf(Leaf(text(50, 700, codes, font="F2")), characters=meanings)


def corrupt_stream() -> bytes:
    packed = bytearray(zlib.compress(b"BT /F1 9 Tf (a) Tj ET\n" * 999))
    packed[20:60] = b"?" * 40
    return page(stream(bytes(packed), b"/Filter /FlateDecode"))


def far_away() -> bytes:
    return pdf(Leaf(text(1e30, -1e30, "a") + line(-1e38, 0, 1e38, 0), media="[-1e30 0 1e30 1e-30]"))


def zeros() -> bytes:
    return b"%PDF-1.7\n" + b"\0" * (20 << 20)


def noise() -> bytes:
    return b"%PDF-1.7\n" + random.Random(7).randbytes(3 << 20)


FAMILIES = (
    family("bomb of spaces.pdf", bomb_of_spaces, "no_text", "limit", "timeout", "damaged", "partial"),
    family("bomb in bomb.pdf", bomb_in_bomb, "no_text", "limit", "timeout", "damaged", "partial"),
    family("bomb of operators.pdf", bomb_of_operators, *STOPPED),
    family("bomb of text.pdf", bomb_of_text, "no_table", *STOPPED),
    family("bomb in object stream.pdf", bomb_in_object_stream, "limit", "timeout", "damaged", "partial"),
    family("many pages.pdf", many_pages, "limit"),
    family("claimed pages.pdf", claimed_pages, "limit", "damaged", "partial", "no_text"),
    family("million glyphs.pdf", million_glyphs, "limit"),
    family("many rules.pdf", many_rules, "limit"),
    family("fine grid.pdf", fine_grid, "limit", "no_table"),
    family("wide numbers.pdf", wide_numbers, "no_table"),
    family("page tree cycle.pdf", page_tree_cycle, "no_text", "damaged", "partial"),
    family("own parent.pdf", own_parent, "no_text", "damaged", "partial"),
    family("own reference.pdf", own_reference, "damaged"),
    family("cross reference cycle.pdf", cross_reference_cycle, "no_table", "damaged", "partial"),
    family("recursive form.pdf", recursive_form, "no_text", "limit", "damaged", "partial", "crashed"),
    family("few forms.pdf", lambda: multiplying_forms(3, 3), "no_table"),
    family("multiplying forms.pdf", lambda: multiplying_forms(9, 10), "limit", "timeout"),
    family("deep forms.pdf", lambda: multiplying_forms(200, 1), "no_table", "no_text", "damaged", "partial", *STOPPED),
    family("marked content.pdf", lambda: nested_marked_content(1_000_000), "limit", "timeout"),
    family("nested states.pdf", lambda: nested_states(1_000_000), "no_table", *STOPPED),
    family("nested clips.pdf", nested_clips, "no_table", *STOPPED),
    family("nested arrays.pdf", lambda: nested_arrays(100_000), "no_text", "damaged", "partial", *STOPPED),
    family("nested operands.pdf", lambda: nested_operands(1_000_000), "no_text", "damaged", "partial", *STOPPED),
    family("nested page tree.pdf", nested_page_tree, "no_text", "damaged", "partial", *STOPPED),
    family("no unicode.pdf", no_unicode, "no_text", "no_table", "damaged", "partial"),
    family("scan.pdf", scan, "no_text"),
    family("acting text.pdf", acting_text, "no_table"),
    family("corrupt stream.pdf", corrupt_stream, "no_text", "no_table", "damaged", "partial"),
    family("far away.pdf", far_away, *WHOLE, "damaged", "partial", "limit"),
    family("zeros.pdf", zeros, "damaged"),
    family("noise.pdf", noise, "damaged"),
    family("user password.pdf", lambda: pdf(Leaf(text(50, 700, "a")), user="secret"), "encrypted"),
    family("owner password.pdf", lambda: pdf(Leaf(text(50, 700, "a")), user=""), "no_table"),
    family("empty.pdf", lambda: b"", "damaged", "partial"),
    family("picture.pdf", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 999, "unsupported"),
    family("archive.pdf", lambda: b"PK\3\4" + b"\0" * 999, "unsupported"),
    family("web.pdf", lambda: b"<!doctype html><p>105", "unsupported"),
    family("text.txt", lambda: b"\xff\xfe" + "達成率".encode("utf-16-le"), "unsupported"),
    family("nothing.txt", lambda: b"\0" * 5000, "no_table"),
    family("long line.txt", lambda: "達成率100%，".encode() * 100_000, "no_table", "limit", "timeout"),
    family("report.txt", SAMPLES[0].read_bytes, "ok"),
    Hostile("pipe.pdf", os.mkfifo, frozenset({"skipped"})),
    Hostile("loop.pdf", lambda path: path.symlink_to(path.name), frozenset({"skipped"})),
    Hostile("nowhere.pdf", lambda path: path.symlink_to("no such file"), frozenset({"skipped"})),
    Hostile("outside.pdf", lambda path: path.symlink_to("/etc/hostname"), frozenset({"skipped"})),
    Hostile("null.pdf", lambda path: path.symlink_to("/dev/zero"), frozenset({"skipped"})),
    family("-o.pdf", SAMPLES[0].read_bytes, "ok"),
    family("two\nlines.pdf", SAMPLES[0].read_bytes, "ok"),
    family("\x1b[2J\u202e.pdf", SAMPLES[0].read_bytes, "ok"),
    family("<script>alert(1)<script>.pdf", SAMPLES[0].read_bytes, "ok"),
    family("=1+1.pdf", SAMPLES[0].read_bytes, "ok"),
    family(os.fsdecode(b"not utf-8 \xff\xfe.pdf"), SAMPLES[0].read_bytes, "ok"),
)  # fmt: skip


def cut(seed: int, number: int) -> Iterator[Hostile]:
    """Yield reports that were cut short, or had bytes changed, at places drawn from a seed."""
    draw = random.Random(seed)
    ends = frozenset({*WHOLE, *STOPPED, "damaged", "partial", "unsupported", "encrypted"})
    for index in range(number):
        content = bytearray(draw.choice(SAMPLES).read_bytes())
        if index % 2:
            for _ in range(draw.choice((1, 20, 400))):
                content[draw.randrange(len(content))] = draw.randrange(256)
            name = f"changed {index}.pdf"
        else:
            del content[draw.randrange(len(content)) :]
            name = f"cut {index}.pdf"
        kept = bytes(content)
        yield Hostile(name, lambda path, kept=kept: path.write_bytes(kept), ends)


def write(folder: Path, families: Iterator[Hostile] | tuple[Hostile, ...]) -> None:
    """Write these inputs into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for hostile in families:
        hostile.make(folder / hostile.name)


if __name__ == "__main__":
    write(Path(sys.argv[1]), FAMILIES)
    write(Path(sys.argv[1]), cut(int(sys.argv[2]) if len(sys.argv) > 2 else 1, 40))
