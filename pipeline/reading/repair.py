"""A damaged PDF -> the same pages in a sound file, where that can be done; the second chance.

qpdf, by pikepdf, finds objects that a broken table of contents hides, and pages whose tree is wrong.
"""

from __future__ import annotations

import io
import re
from collections.abc import Container, Mapping
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.patterns import late

if TYPE_CHECKING:
    import pikepdf

LARGEST = 256 * 1024 * 1024
"""Files with more bytes are not read into memory to be repaired."""

_CONTENTS = late(rb"/Contents\s{0,9}(?P<references>\d{1,10}\s+\d{1,5}\s+R|\[[^\]]{0,9999}\])")
_REFERENCE = late(rb"(\d{1,10})\s+\d{1,5}\s+R")
_OBJECT = late(rb"(?<!\d)(?P<number>\d{1,10})\s+(?P<generation>\d{1,5})\s+obj\b")
_END = re.compile(rb"endobj|>>\s{0,9}stream")
_ARRAY = late(rb"\s*\[[^\]]{0,9999}\]\s*")
_HOLDS_OBJECTS = re.compile(rb"/Type\s{0,9}/ObjStm\b")
_BLOCK, _OVERLAP = 1 << 20, 64  # bytes
_PAGE = re.compile(rb"/Type\s{0,9}/Page(?![A-Za-z])")


def resave(path: Path) -> bytes | None:
    """Return a file as qpdf writes it anew; ``None`` if it cannot."""
    import pikepdf  # takes longer to load than most reports to read

    if path.stat().st_size > LARGEST:
        return None
    sound = io.BytesIO()
    try:
        with pikepdf.open(path) as opened:
            if not len(opened.pages):
                return None
            opened.save(sound)
    except (pikepdf.PdfError, pikepdf.DataDecodingError, OSError, ValueError):
        return None
    return sound.getvalue()


def page_objects(path: Path) -> int:
    """Return how many pages stand in a file in plain sight, some of them perhaps given up."""
    count, before = 0, b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            data = before + block
            # One at the very end may go on in the next block, and is counted there.
            ends = (found.end() for found in _PAGE.finditer(data))
            count += sum(len(before) <= end < len(data) for end in ends)
            before = data[-_OVERLAP:]
    return count


def without_contents(path: Path, count: int) -> Container[int]:
    """Return which of so many pages, from 0, name a content stream that is not in the file.

    Where it cannot be told which, all do as soon as one does.
    """
    import pikepdf

    if path.stat().st_size > LARGEST:
        return ()
    data = path.read_bytes()
    try:
        with pikepdf.open(io.BytesIO(data)) as opened:
            objects = _objects(data, opened)
            pages = [page.obj.objgen[0] for page in opened.pages]
    except (pikepdf.PdfError, pikepdf.DataDecodingError, ValueError):
        objects, pages = _objects(data, None), []
    lost = {number for number, told in objects.items() if _names_a_lost_one(told, objects)}
    if len(pages) != count or not objects.keys() >= set(pages):
        return range(count if lost else 0)
    return {index for index, number in enumerate(pages) if number in lost}


def _names_a_lost_one(page: bytes, objects: Mapping[int, bytes]) -> bool:
    """Tell whether a page names a content stream, or a list of them with one, that is not there."""
    found = _CONTENTS.search(page)
    named = [*map(int, _REFERENCE.findall(found["references"]))] if found else []
    lists = [objects[number] for number in named if _ARRAY.fullmatch(objects.get(number, b""))]
    named += [int(number) for told in lists for number in _REFERENCE.findall(told)]
    return any(number not in objects for number in named)


def _objects(data: bytes, opened: pikepdf.Pdf | None) -> dict[int, bytes]:
    """Return the objects of a file by number, streams without what is in them.

    Those within object streams are among them, as far as ``opened`` can read these. Of several
    versions the last one counts.
    """
    objects: dict[int, bytes] = {}
    for found in _OBJECT.finditer(data):
        end = _END.search(data, found.end())
        own = data[found.end() : end.start() if end else len(data)]
        objects[int(found["number"])] = own
        if opened is not None and _HOLDS_OBJECTS.search(own):
            objects |= _packed(opened, int(found["number"]), int(found["generation"]))
    return objects


def _packed(opened: pikepdf.Pdf, number: int, generation: int) -> dict[int, bytes]:
    """Return the objects within an object stream; none if it cannot be read."""
    import pikepdf

    try:
        stream = opened.get_object(number, generation)
        data, first = stream.read_bytes(), int(stream.First)
        head = [*map(int, data[:first].split())]
        places = dict(zip(head[::2], head[1::2], strict=True))
    except (pikepdf.PdfError, pikepdf.DataDecodingError, AttributeError, TypeError, ValueError):
        return {}
    starts = sorted({*places.values(), len(data) - first})
    ends = dict(pairwise(starts))
    return {
        inner: data[first + start : first + ends.get(start, start)]
        for inner, start in places.items()
    }


def drop_page_counts(path: Path) -> bytes | None:
    """Return a file without the page counts of its tree: a reader then counts the pages itself."""
    if path.stat().st_size > LARGEST:
        return None
    # As long as before, so that all objects stay where the file says.
    return path.read_bytes().replace(b"/Count", b"/Kount")
