"""A one-page PDF -> whether its content prints anything, though no reader got anything out of it.

A damaged content stream leaves an empty page that looks like an honest blank one. Only the bytes
tell them apart; they are looked at only for a page on which nothing at all was found. The file is
one that pdfium wrote: plain objects, no object streams.

>>> head, tail = b"1 0 obj <</Type/Page/Contents 2 0 R>> endobj 2 0 obj <<", b"endstream endobj"
>>> find_loss(head + b">>stream 0 0 m " + tail)
''
>>> find_loss(head + b">>stream BT (95%) Tj ET " + tail)
'its content prints text or pictures, but none of it can be read'
>>> find_loss(head + b"/Filter/FlateDecode>>stream not compressed " + tail)
'its content is damaged: it cannot be decompressed'
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from pipeline.patterns import late

_STREAM = late(
    rb"""(?P<number>\d+)\s+\d+\s+obj\s*(?P<head><<(?:(?!endobj).)*?)>>\s*stream\r?\n?   # its dictionary
         (?P<data>.*?)endstream""",
    re.VERBOSE | re.DOTALL,
)
_CONTENTS = late(rb"/Contents\s*(?:(?P<one>\d+)\s+\d+\s+R|\[(?P<several>[^\]]*)\])")
_XOBJECTS = late(rb"/XObject\s*(?:<<(?P<names>[^>]*)>>|(?P<one>\d+)\s+\d+\s+R)")
_REFERENCE = late(rb"(\d+)\s+\d+\s+R")
_FORM = late(rb"/Subtype\s*/Form\b")
_DRAWN = late(rb"/Subtype\s*/(?:Form|Image)\b")
_FILTER = late(rb"/(?:Filter)\s*(?P<names>/\w+|\[[^\]]*\])")
_OURS = late(rb"\[?\s*/(?:FlateDecode|Fl)\s*\]?")
# Operators that show text (with something in it) or a picture of their own.
_PRINTS = late(
    rb"""\([^)]+\)\s*(?:Tj|'|") | <[0-9A-Fa-f\s]+>\s*(?:Tj|'|") | \]\s*TJ | \bEI\b""",
    re.VERBOSE,
)
_DRAWS = late(rb"/(\S+)\s+Do\b")
_MOST = 1 << 24  # bytes of a stream that are looked at


def find_loss(data: bytes) -> str:
    """Return what is wrong with the page of a file, where nothing was found on it; ``""``: nothing."""
    drawn: set[bytes] = set()
    prints = False
    for head, stream in _streams(data):
        plain = _plain(head, stream)
        if plain is None:
            return "its content is damaged: it cannot be decompressed"
        prints = prints or _PRINTS.search(plain) is not None
        drawn.update(_DRAWS.findall(plain))
    there = sum(1 for found in _STREAM.finditer(data) if _DRAWN.search(found["head"]))
    # A form that draws nothing is no loss; one that is not there is.
    if prints or len(drawn) > there:
        return "its content prints text or pictures, but none of it can be read"
    return ""


def has_field_text(data: bytes) -> bool:
    """Tell whether text stands in form fields or comments of the page, which are not its content.

    >>> has_field_text(b"3 0 obj <</Subtype/Form>>stream BT (95%) Tj ET endstream endobj")
    True
    """
    named = _named(data)
    return any(
        found["number"] not in named
        and _FORM.search(found["head"])
        and _PRINTS.search(_plain(found["head"], found["data"]) or b"")
        for found in _STREAM.finditer(data)
    )


def _plain(head: bytes, stream: bytes) -> bytes | None:
    """Return a stream without its compression; ``None`` where that is damaged or another one."""
    named = _FILTER.search(head)
    if named is None:
        return stream
    if not _OURS.fullmatch(named["names"]):
        return b""
    try:
        return zlib.decompressobj().decompress(stream, _MOST)
    except zlib.error:
        return None


def _named(data: bytes) -> set[bytes]:
    """Return the numbers of the forms and images that content may draw by their names."""
    named: set[bytes] = set()
    for found in _XOBJECTS.finditer(data):
        names = found["names"]
        if names is None:
            there = re.search(rb"\b%s\s+\d+\s+obj\s*<<([^>]*)>>" % found["one"], data)
            names = there[1] if there else b""
        named.update(_REFERENCE.findall(names))
    return named


def _streams(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the dictionary and the bytes of the page's content streams and of its forms."""
    numbers = _named(data)
    contents: set[bytes] = set()
    for found in _CONTENTS.finditer(data):
        one = found["one"]
        contents.update([one] if one else _REFERENCE.findall(found["several"]))
    for found in _STREAM.finditer(data):
        if found["number"] in contents or (
            found["number"] in numbers and _FORM.search(found["head"])
        ):
            yield found["head"], found["data"]
