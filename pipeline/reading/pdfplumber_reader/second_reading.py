"""Figures with their places -> whether pdfplumber finds the same digits there: agrees, differs or none.

pdfplumber reads with pdfminer, which shares no code with pdfium: what both read in one place stands there.
Each page is read once, whatever number of figures stands on it.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path

from pipeline.reading.page_warnings import PageWarnings
from pipeline.reading.pages import Glyph, Page
from pipeline.reading.pdfplumber_reader.files import Fallback
from pipeline.records import Place, SecondReading

_ASIDE = 1.0
"""Points by which the centre of a glyph may lie left or right of a box: less than half of a digit."""
_ABOVE = 3.0
"""Points by which it may lie above or below: less than half of a line."""
_KEPT = frozenset("0123456789.〇零一二三四五六七八九十百千萬億兆廿卅卌壹貳參肆伍陸柒捌玖拾佰仟")
"""What makes a figure; commas, blanks, units and signs are left out."""


def read_again(
    path: Path, page_count: int, figures: Sequence[tuple[Place, str]], step: Callable[[], object]
) -> list[SecondReading]:
    """Read the pages of some figures once more, and compare each with what stands in its place.

    ``step`` is called before each page. What cannot be read gives none.
    """
    by_page: defaultdict[int, list[int]] = defaultdict(list)
    for index, (place, _) in enumerate(figures):
        by_page[place.page].append(index)
    readings = [SecondReading.NONE] * len(figures)
    with closing(Fallback(path, page_count)) as reader:
        for number in sorted(by_page):
            step()
            page = _read(reader, number)
            if page is not None:
                glyphs = tuple(page.glyphs)  # the columns make them anew each time they are asked
                for index in by_page[number]:
                    place, text = figures[index]
                    readings[index] = compare_digits(text, text_in_box(glyphs, place))
    return readings


def _read(reader: Fallback, number: int) -> Page | None:
    try:
        return reader.page(number - 1, PageWarnings())
    except MemoryError:  # the first reading is worth more than the second one
        return None


def text_in_box(glyphs: Iterable[Glyph], place: Place) -> str:
    """Return the characters whose centres lie in a box, from left to right."""
    _, x0, top, x1, bottom = place
    if x0 is None or x1 is None:
        return ""
    inside = [
        (glyph.x0, glyph.text)
        for glyph in glyphs
        if x0 - _ASIDE <= (glyph.x0 + glyph.x1) / 2 <= x1 + _ASIDE
        and top - _ABOVE <= (glyph.top + glyph.bottom) / 2 <= bottom + _ABOVE
    ]
    inside.sort(key=lambda glyph: glyph[0])
    return "".join([char for _, char in inside])


def compare_digits(text: str, again: str) -> SecondReading:
    """Compare a figure with what was read in its place.

    A figure that a line end cuts in two has the place of its first part: that decides nothing.

    >>> compare_digits("1萬2,500人", "１萬2500"), compare_digits("115％", "175%")
    (<SecondReading.AGREES: 'agrees'>, <SecondReading.DIFFERS: 'differs'>)
    """
    first, second = _folded(text), _folded(again)
    digits = _digits(first)
    if not digits:
        return SecondReading.NONE
    if digits == _digits(second):
        return SecondReading.AGREES
    cut_in_two = second and first.startswith(second)
    return SecondReading.NONE if cut_in_two else SecondReading.DIFFERS


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _digits(text: str) -> str:
    return "".join([char for char in text if char in _KEPT]).strip(".")
