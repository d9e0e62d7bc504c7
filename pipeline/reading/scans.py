"""Images of a page -> whether it is a scan, and the reason why such a page is not read."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.geometry import Box, Frame, overlap

# A picture over this share of a page without text is a scan.
_SHARE = 0.7
_ONLY_A_PICTURE = "a scan: only a picture, no text; it needs text recognition (OCR)"
_RECOGNISED = (
    "a scan: its {} glyphs are an invisible layer of recognised text (OCR), which is not read"
)


def cover(images: Iterable[Box], frame: Frame) -> bool:
    """Tell whether images, by their boxes on the page, cover it.

    >>> cover([(0, 0, 600, 500), (0, 500, 600, 900)], Frame(0, 0, 600, 800, turns=0))
    True
    """
    whole = (0.0, 0.0, frame.width, frame.height)
    shown = list(filter(None, (overlap(box, whole) for box in images)))
    covered = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in shown)
    return bool(shown) and covered >= _SHARE * frame.width * frame.height


def reason(unseen: int) -> str:
    """Return why a scan is not read, with so many glyphs that nobody sees."""
    return _RECOGNISED.format(unseen) if unseen else _ONLY_A_PICTURE
