"""A printed line -> the same line with only some of its characters, each still in its place.

>>> line = Line("1. 水域", 1, 0, 9, [0, 4, 8, 12, 21], [4, 8, 12, 21, 30])
>>> take_characters(line, range(3, 5)).lefts
[12, 21]
>>> take_slices(line, [slice(0, 2), slice(3, 5)]).text
'1.水域'
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from pipeline.records import Line


def with_mark(line: Line, mark: str) -> Line:
    """Return a line with a mark of no width at its end.

    >>> with_mark(Line("水域", 1, 0, 9, [12, 21], [21, 30]), "，").rights
    [21, 30, 30]
    """
    if not line.lefts:
        return Line(line.text + mark, line.page, line.top, line.bottom, ends=line.ends)
    return Line(
        line.text + mark,
        line.page,
        line.top,
        line.bottom,
        [*line.lefts, line.x1],
        [*line.rights, line.x1],
        line.ends,
    )


def take_characters(line: Line, offsets: Sequence[int]) -> Line:
    """Return the line with only the characters at these offsets."""
    if len(offsets) == len(line.text):
        return line
    if isinstance(offsets, range):
        part = slice(offsets.start, offsets.stop)
        return Line(
            line.text[part],
            line.page,
            line.top,
            line.bottom,
            line.lefts[part],
            line.rights[part],
            line.ends,
        )
    return Line(
        "".join([line.text[i] for i in offsets]),
        line.page,
        line.top,
        line.bottom,
        [line.lefts[i] for i in offsets] if line.lefts else (),
        [line.rights[i] for i in offsets] if line.rights else (),
        line.ends,
    )


def take_slices(line: Line, slices: Sequence[slice]) -> Line:
    """Return the line with only these slices of it."""
    text = "".join([line.text[part] for part in slices])
    if len(text) == len(line.text):
        return line
    lefts, rights = _take(line.lefts, slices), _take(line.rights, slices)
    return Line(text, line.page, line.top, line.bottom, lefts, rights, line.ends)


def _take(ends: Sequence[float], slices: Sequence[slice]) -> Sequence[float]:
    if isinstance(ends, array):  # copied as bytes, not number by number
        return array("d", b"".join([ends[part] for part in slices]))
    return [end for part in slices for end in ends[part]]


def strip_line(line: Line) -> Line:
    """Return the line without white space at its ends."""
    text = line.text
    if not text or not (text[0].isspace() or text[-1].isspace()):
        return line
    bare = text.lstrip()
    start = len(text) - len(bare)
    return take_characters(line, range(start, start + len(bare.rstrip())))


def strip_lines(lines: Iterable[Line]) -> list[Line]:
    """Return the lines with text, without white space at their ends."""
    bare = [(line, line.text.strip()) for line in lines]
    return [line if text == line.text else strip_line(line) for line, text in bare if text]
