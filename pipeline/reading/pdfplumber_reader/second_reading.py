"""Places -> the text that pdfminer finds in each of them.

pdfminer, which pdfplumber reads with, shares no code with pdfium: what both read in one place stands there.
Each page is read once, whatever number of places is on it, and of others nothing is read.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from pipeline.geometry import Box
from pipeline.reading.pdfplumber_reader.box_texts import read_boxes
from pipeline.reading.pdfplumber_reader.pdfminer_pages import LEAKS, is_whole
from pipeline.records import Place

_ASIDE = 1.0
"""Points by which the middle of a character may lie left or right of a box: less than half of a digit."""
_ABOVE = 3.0
"""Points by which it may lie above or below: less than half of a line."""


def read_places(
    path: Path, page_count: int, places: Sequence[Place], step: Callable[[], object]
) -> list[str | None]:
    """Return what stands in some places; ``None`` for what cannot be told.

    ``step`` is called before each page. Of a file with other pages than the first reader saw nothing is told.
    """
    # What it finds wrong is for its log, and not for a terminal that has asked for none.
    logging.getLogger("pdfminer").addHandler(logging.NullHandler())
    texts: list[str | None] = [None] * len(places)
    by_page: defaultdict[int, list[int]] = defaultdict(list)
    for index, place in enumerate(places):
        by_page[place.page].append(index)
    with suppress(FileNotFoundError), path.open("rb") as file:
        pages = _pages(file)
        if len(pages) != page_count:
            return texts
        resources = PDFResourceManager()
        for number, indexes in sorted(by_page.items()):
            step()
            boxes = [_box_about(places[index]) for index in indexes]
            for index, text in zip(
                indexes, _read(pages[number - 1], resources, boxes), strict=True
            ):
                texts[index] = text
    return texts


def _pages(file: BinaryIO) -> list[PDFPage]:
    """Return the pages of a file; none where they cannot be found."""
    try:
        return list(PDFPage.create_pages(PDFDocument(PDFParser(file))))
    except (*LEAKS, MemoryError):
        return []


def _box_about(place: Place) -> Box:
    """Return where the middles of the characters in a place may lie; nowhere if it has no sides."""
    _, x0, top, x1, bottom = place
    if x0 is None or x1 is None:
        return 0.0, 0.0, -1.0, -1.0
    return x0 - _ASIDE, top - _ABOVE, x1 + _ASIDE, bottom + _ABOVE


def _read(
    page: PDFPage, resources: PDFResourceManager, boxes: Sequence[Box]
) -> Sequence[str | None]:
    """Read the boxes of a page; a page that is damaged, or has no text, tells nothing."""
    lost = [None] * len(boxes)
    try:
        return (read_boxes(page, resources, boxes) if is_whole(page) else None) or lost
    except (*LEAKS, MemoryError):  # the first reading is worth more than the second one
        return lost
