"""A page of pdfminer -> its frame and its content streams; what pdfminer raises for a damaged file."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Any

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psexceptions import PSException

from pipeline.geometry import Box, Frame, overlap

LEAKS = (
    PSException,  # all that pdfminer means to raise: PDFException, PSSyntaxError, PSEOF
    AssertionError,  # it asserts the kinds of objects that a file holds
    AttributeError,  # a name where a dictionary was looked for
    TypeError,  # text where a number was looked for
    ValueError,  # numbers and text that cannot be read
    LookupError,  # a key or an item that is not there
    ArithmeticError,  # a matrix that has no inverse, figures without end
    NotImplementedError,  # filters, encryption
    RecursionError,  # a tree of pages or forms without end
    EOFError,  # a stream that ends too early
    OSError,  # a stream that cannot be read, as its PDFIOError
    struct.error,  # fonts cut short
    zlib.error,  # compressed data cut short
)
"""What comes out of pdfminer for a damaged file, each seen or documented there."""

# Content of more bytes is not given to pdfminer, which reads some megabyte in a second.
_MOST = 1 << 22


def page_frame(page: Any) -> Frame:
    """Return what a page shows of user space."""
    whole = sorted_box(page.mediabox)
    shown = overlap(sorted_box(page.cropbox), whole) or whole
    return Frame(*shown, page.rotate // 90 % 4)


def sorted_box(box: Box) -> Box:
    """Return a box whose corners may have been told in any order."""
    x0, x1 = sorted((box[0], box[2]))
    y0, y1 = sorted((box[1], box[3]))
    return x0, y0, x1, y1


def is_whole(page: Any) -> bool:
    """Tell whether all of a page's content can be had; pdfminer reads what is left of a damaged one.

    A figure cut in half would be read as another figure.
    """
    size = 0
    for stream in streams(page):
        filters = [getattr(name, "name", "") for name, _ in stream.get_filters()]
        data = stream.rawdata
        if data is not None and filters[:1] in (["FlateDecode"], ["Fl"]):
            if stream.decipher:
                data = stream.decipher(stream.objid or 0, stream.genno or 0, data, stream.attrs)
            inflater = zlib.decompressobj()
            size += len(inflater.decompress(data, _MOST))  # zlib.error where it is damaged
            if not inflater.eof:  # cut short, or too large
                return False
        else:
            size += len(stream.get_data())
        if size > _MOST:
            return False
    return size > 0


def streams(page: Any) -> Iterator[PDFStream]:
    """Yield the content streams of a page, and the forms that they may draw."""
    for content in page.contents:
        stream = resolve1(content)
        if isinstance(stream, PDFStream):
            yield stream
    seen: set[object] = set()
    waiting = [page.resources]
    while waiting:
        resources = resolve1(waiting.pop())
        named = resolve1(resources.get("XObject")) if isinstance(resources, dict) else None
        for value in named.values() if isinstance(named, dict) else ():
            form = resolve1(value)
            if not isinstance(form, PDFStream) or form.objid in seen:
                continue
            seen.add(form.objid)
            if getattr(resolve1(form.get("Subtype")), "name", "") == "Form":
                yield form
                waiting.append(form.get("Resources"))
