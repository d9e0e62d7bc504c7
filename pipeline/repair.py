"""A damaged PDF -> the same pages in a sound file, where that can be done; the second chance.

qpdf, by pikepdf, finds objects that a broken table of contents hides, and pages whose tree is wrong.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from pipeline.patterns import late

LARGEST = 256 * 1024 * 1024
"""Files with more bytes are not read into memory to be repaired."""

_CONTENTS = late(rb"/Contents\s{0,9}(?P<references>\d{1,10}\s+\d{1,5}\s+R|\[[^\]]{0,9999}\])")
_REFERENCE = late(rb"(\d{1,10})\s+\d{1,5}\s+R")
_OBJECT = late(rb"(?<!\d)(\d{1,10})\s+\d{1,5}\s+obj\b")
_BLOCK, _OVERLAP = 1 << 20, 64  # bytes
_PAGE = re.compile(rb"/Type\s{0,9}/Page(?![A-Za-z])")


def resaved(path: Path) -> bytes | None:
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


def misses_contents(path: Path) -> bool:
    """Tell whether a page in plain sight names a content stream that is not in the file."""
    if path.stat().st_size > LARGEST:
        return False
    data = path.read_bytes()
    named = {
        number
        for found in _CONTENTS.finditer(data)
        for number in _REFERENCE.findall(found["references"])
    }
    return bool(named - set(_OBJECT.findall(data)))


def uncounted(path: Path) -> bytes | None:
    """Return a file without the page counts of its tree: a reader then counts the pages itself."""
    if path.stat().st_size > LARGEST:
        return None
    # As long as before, so that all objects stay where the file says.
    return path.read_bytes().replace(b"/Count", b"/Kount")
