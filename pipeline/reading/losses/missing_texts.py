"""Drawn texts -> those that pdfium gave no glyph for: printed a second time on one spot, or lost.

pdfium drops what is printed twice on the same spot; a text that is missing anywhere else is lost.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from pipeline.geometry import Box, overlap
from pipeline.reading import pdfium
from pipeline.reading.drawing import Drawing
from pipeline.reading.glyphs import Glyphs
from pipeline.reading.pdfium import raw

_MOST = 0.6
"""The share of its width and of its height that a second print has in common with the first."""
_BUILT_IN = (b"Arial", b"Courier", b"Helvetica", b"Symbol", b"Times", b"ZapfDingbats")
"""Fonts whose shapes pdfium brings itself."""


@dataclass(slots=True)
class MissingTexts:
    """The texts without a glyph, by the addresses of their objects.

    ``duplicates`` holds, for a text that has glyphs, the others that print the same on the same spot;
    ``doubled`` counts their glyphs, ``lost`` the texts that are not printed anywhere else.
    """

    duplicates: dict[int, list[int]] = field(default_factory=dict)
    doubled: int = 0
    lost: int = 0


def find_missing_texts(glyphs: Glyphs, printed: AbstractSet[int], drawing: Drawing) -> MissingTexts:
    """Return the texts of a page without a glyph; ``printed`` are the objects that have some."""
    missing = MissingTexts()
    if len(printed) >= len(drawing.texts):
        return missing
    unprinted = list(_not_blank(drawing, printed))
    if not unprinted:
        return missing
    texts = set(drawing.texts)
    boxes = [(drawing.bounds(t), t) for t in dict.fromkeys(glyphs.objects) if t in texts]
    sizes = Counter(glyphs.targets)
    for text, box in unprinted:
        first = next((first for first in boxes if _lies_in(box, first[0])), None)
        if first is None:
            missing.lost += 1
        else:
            (left, _, right, _), other = first
            share = (box[2] - box[0]) / (right - left) if right > left else 1.0
            missing.doubled += max(round(sizes[other] * min(share, 1.0)), 1)
            missing.duplicates.setdefault(other, []).append(text)
    return missing


def _not_blank(drawing: Drawing, printed: AbstractSet[int]) -> Iterator[tuple[int, Box]]:
    """Yield the texts that have no glyph although they print something, with their boxes."""
    for text in drawing.texts:
        if text not in printed:
            box = drawing.bounds(text)
            if box[3] > box[1] or not _is_blank(text):
                yield text, box


def _is_blank(text: int) -> bool:
    """Tell whether a text without height prints nothing: spaces.

    In a font that is not in the file, it may be a single character that pdfium has no shape for.
    """
    font = ctypes.cast(pdfium.text_font(pdfium.pointer(text)), raw.FPDF_FONT)
    if raw.FPDFFont_GetIsEmbedded(font) == 1:
        return True
    name = ctypes.create_string_buffer(64)
    raw.FPDFFont_GetBaseFontName(font, name, 64)
    return name.value.startswith(_BUILT_IN)


def _lies_in(box: Box, other: Box) -> bool:
    """Tell whether most of a text stands where another one does."""
    shared = overlap(box, other)
    return shared is not None and all(
        shared[side + 2] - shared[side] >= _MOST * (box[side + 2] - box[side]) for side in (0, 1)
    )
