"""Printed lines of a cell -> paragraphs: the breaks of narrow columns go, those of the author stay.

A line ends its paragraph if the next line's first word would still have fitted on it, if the next
line opens with the list number that is due, if the indent changes, or if the source says so (plain
text). Punctuation alone decides nothing. Spaces that only justify a line go; those between Latin
words or figures stay.

>>> clean_text("美 國 防")
'美國防'
>>> clean_text("提升 3.5 ％ , open data 與 NGO 團體")
'提升3.5％, open data與NGO團體'
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import pairwise, repeat
from operator import sub
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import regex

from pipeline.quantities import LABEL_OPENINGS, LabelRun, ListLabel, find_glued_among, parse_label
from pipeline.records import CellText, Line, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# What a line break never precedes (closing marks) and never follows (opening marks).
_CLOSING = "，。、；：！？）」』】〕》〉％﹪…·,.;:!?)]}%‰”’"
_OPENING = "（「『【〔《〈([{“‘"
_LAST_WESTERN = "\u024f"
_WESTERN = regex.compile(rf"[!-~\u00a1-{_LAST_WESTERN}]")
_RUN = r"[A-Za-z0-9.,%/+×÷=~_&@#'\-]"
_UNIT = regex.compile(
    rf"[{regex.escape(_OPENING)}]*(?:{_RUN}+|.)"
    # What hangs on it: closing marks, and what a hyphen, a slash or a bracket ties on (人-16,851).
    rf"(?:[{regex.escape(_CLOSING)}]|[-/)\]}}×÷=]{_RUN}*)*",
    regex.DOTALL,
)
_INKED = regex.compile(r"\S+")
_WORD_END = regex.compile(r"[A-Za-z][,;:]?$")
_ENDING = "。：；！？:;!?"
_BULLETS = "●■◆▲★○◎※•‧"
# The em of a line is at least this share of its height.
_LEAST_EM = 0.8


def clean_text(text: str) -> str:
    """Return a text without the spaces that only justify it."""
    return "".join([text[part] for part in _kept(text)]) if _has_space(text) else text


def _has_space(text: str) -> bool:
    return text.split() != [text]


def _kept(text: str) -> list[slice]:
    """Return the parts of a text that stay: a space only between Western characters."""
    if _is_spaced_out(text):
        return [slice(at, at + 1) for at, char in enumerate(text) if not char.isspace()]
    kept: list[slice] = []
    first = last = 0  # where the part that is not among them yet begins and ends
    for word in _INKED.finditer(text):
        start, end = word.span()
        if last:
            before, char = text[last - 1], text[start]
            # A mark that closes hangs on what stands before it ("3.5 ％ ," keeps no space).
            hangs = char in ",;:!?)]}%" or (char == "." and before.isdecimal())
            spaced = _WESTERN.match(before) and _WESTERN.match(char) and not hangs
            if spaced and start == last + 1:
                last = end
                continue
            kept.append(slice(first, last + 1 if spaced else last))
        first, last = start, end
    return [*kept, slice(first, last)]


def _is_spaced_out(text: str) -> bool:
    """Tell whether a space stands between any two characters, as where a line is stretched.

    "8 , 0 5 0 人" is one figure; a few Latin letters ("A B C") may be names.
    """
    words = text.split()
    return (
        len(words) > 2
        and all(len(word) == 1 for word in words)
        and any(not "A" <= word.upper() <= "Z" for word in words)
    )


class ColumnExtent(NamedTuple):
    """The room that the lines of a cell had: left and right end in points.

    Where lines are ``centred``, indents tell nothing, and the room left over is on both sides.
    """

    x0: float
    x1: float
    centred: bool = False


_NO_ROOM = ColumnExtent(0.0, 0.0)


def paragraphs_from_lines(lines: Iterable[Line], columns: Sequence[ColumnExtent] = ()) -> CellText:
    """Put the lines of one cell, of all its pieces in order, together to paragraphs.

    ``columns`` holds the room of each line (see `column_extent`); without it the lines themselves must
    say where paragraphs end.
    """
    shown: list[Line] = []
    cleaned: list[Line] = []
    rooms: list[ColumnExtent] = []
    for line, room in zip(lines, columns or repeat(_NO_ROOM), strict=bool(columns)):
        words = line.text.split()
        if not words:
            continue
        spaced = len(words[0]) < len(line.text)
        bare = _strip(line) if spaced else line
        shown.append(bare)
        cleaned.append(bare.of_parts(_kept(bare.text)) if spaced else bare)
        rooms.append(room)
    begins = _beginnings(shown, [line.text for line in cleaned], rooms)
    return tuple([_paragraph(cleaned[a:b]) for a, b in pairwise([*begins, len(cleaned)])])


def _beginnings(
    shown: Sequence[Line], texts: Sequence[str], rooms: Sequence[ColumnExtent]
) -> list[int]:
    """Return with which lines paragraphs begin; ``texts`` are those of the lines, cleaned."""
    if len(shown) < 2:
        return [0] * len(shown)
    opening = [parse_label(text) if text[0] in LABEL_OPENINGS else None for text in texts]
    chain = _list_lines(texts, opening)
    pitch = _pitch(shown)
    begins = [0]
    run = LabelRun()
    run.sees(opening[0])
    for index in range(1, len(shown)):
        marker, above = opening[index], opening[index - 1]
        # What a list number counts is on the next line where the number stands alone.
        if above is not None and above.length == len(texts[index - 1]):
            continue
        listed = marker is not None and (not marker.glued or index in chain) and run.due(marker)
        before, line, room = shown[index - 1], shown[index], rooms[index - 1]
        if listed or _breaks(before, line, room, pitch, second=index - begins[-1] == 1):
            begins.append(index)
            run.sees(marker)
    return begins


def _list_lines(texts: Sequence[str], opening: Sequence[ListLabel | None]) -> set[int]:
    """Return which lines open with a glued list number (1.10秒 2.15%).

    A list opens a cell or follows the end of a sentence; elsewhere, figures that happen to begin two
    lines are no list.
    """
    if not [marker for marker in opening if marker and marker.glued]:
        return set()
    chain = find_glued_among(opening)
    first = min(chain, default=0)
    return chain if first == 0 or texts[first - 1][-1] in _ENDING else set()


def strip_lines(lines: Iterable[Line]) -> list[Line]:
    """Return the lines with text, without white space at their ends."""
    bare = [(line, line.text.strip()) for line in lines]
    return [line if text == line.text else _strip(line) for line, text in bare if text]


def column_extent(lines: Sequence[Line], x0: float, x1: float) -> ColumnExtent:
    """Return the room of `strip_lines` lines: as wide as they show, else as their box less the padding."""
    placed = [line for line in lines if line.lefts]
    if not placed:
        return ColumnExtent(x0, x1)
    begins = [line.lefts[0] for line in placed]
    stops = [line.rights[-1] for line in placed]
    ends = sorted(stops)
    left, right = min(begins), ends[-1]
    if _is_centred(placed[0], begins, stops, x0, x1):
        padding = 0.45 * _em(placed[0])
        return ColumnExtent(min(left, x0 + padding), max(right, x1 - padding), centred=True)
    for end in reversed(ends):
        if end - x0 <= 0.6 * (x1 - x0):
            break
        if _is_shared(end, ends):
            return ColumnExtent(left, end)
    # A long word or figure may reach further than the lines do.
    return ColumnExtent(left, max(right, x1 - max(left - x0, 0.0)))


def _is_centred(
    first: Line, begins: Sequence[float], stops: Sequence[float], x0: float, x1: float
) -> bool:
    """Tell whether the middle of each line is that of the cell, and one stands clear of its sides."""
    if not _is_more(max(begins) - x0, 0.9, first):
        return False
    off = max([abs((left - x0) - (x1 - right)) for left, right in zip(begins, stops, strict=True)])
    return off <= 0.6 * _em(first)


def _is_shared(end: float, ends: Sequence[float]) -> bool:
    """Tell whether three lines and more end there; ``ends`` are sorted."""
    return bisect_left(ends, end + 1.5) - bisect_right(ends, end - 1.5) > 2


def has_room(previous: Line, column: ColumnExtent, line: Line) -> bool:
    """Tell whether the first word of a line would still have fitted on the line before it."""
    previous, line = _strip(previous), _strip(line)
    return bool(previous.lefts and line.lefts) and _has_room(previous, line, column)


def list_goes_on(lines: Sequence[Line], after: Sequence[Line]) -> bool:
    """Tell whether other lines open with the list number, past 1, that is due after these."""
    run = LabelRun()
    for line in lines:
        run.sees(parse_label(clean_text(line.text)))
    marker = next((parse_label(clean_text(line.text)) for line in after if line.text.strip()), None)
    return marker is not None and marker.number > 1 and run.due(marker)


def _breaks(
    previous: Line, line: Line, column: ColumnExtent, pitch: float, *, second: bool
) -> bool:
    """Tell whether a new paragraph begins between two lines that no list number sets apart."""
    if previous.ends is not None:
        return previous.ends and not _forced(previous, line, column)
    if not line.lefts or not previous.lefts:
        return False
    if line.text[0] in _BULLETS or _has_room(previous, line, column):
        return True
    if line.page != previous.page:
        return False
    if line.top - previous.top > 1.4 * pitch:
        return True
    # The second line of a paragraph may stand in or out as it likes; from there on, indents tell.
    if second or column.centred:
        return False
    shift = abs(line.lefts[0] - previous.lefts[0])
    return shift > 0 and _is_more(shift, 0.7, line)


def _forced(previous: Line, line: Line, column: ColumnExtent) -> bool:
    """Tell whether plain text says "paragraph" where a full line merely ended in a space."""
    full = column.x1 > 0 and text_width(previous.text) >= column.x1 - 2
    return full and previous.text[-1] not in _ENDING and parse_label(line.text) is None


def text_width(text: str) -> int:
    """Return how many half-width columns a text takes."""
    return sum(1 if _WESTERN.match(char) or char == " " else 2 for char in text)


def _has_room(previous: Line, line: Line, column: ColumnExtent) -> bool:
    """Tell whether the first word of a line would still have fitted on the line before it."""
    left_over = column.x1 - previous.rights[-1]
    if column.centred:
        left_over = (column.x1 - column.x0) - (previous.rights[-1] - previous.lefts[0])
    if left_over <= 0.25 * _LEAST_EM * (line.bottom - line.top):
        return False  # most lines are full: their next word need not be measured
    unit = _UNIT.match(line.text)
    if unit is None:
        return False
    needed = line.rights[unit.end() - 1] - line.lefts[0]
    # A letter-spaced line widens its first word too: count it as wide as its glyphs alone.
    glyphs: float = sum(map(sub, line.rights[: unit.end()], line.lefts[: unit.end()]))
    return left_over > min(needed, glyphs) + 0.25 * _em(line)


def _em(line: Line) -> float:
    """Return about the width of a full-width character on a line, in points."""
    widest: float = max(map(sub, line.rights, line.lefts))
    return max(widest, _LEAST_EM * (line.bottom - line.top))


def _is_more(distance: float, share: float, line: Line) -> bool:
    """Tell whether a distance is more than a share of the em, which is seldom measured for that."""
    least = _LEAST_EM * (line.bottom - line.top)
    return distance > share * least and distance > share * _em(line)


def _pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance from line to line, in points; boundless where it does not show."""
    if len(lines) < 4:
        return float("inf")
    steps = [b.top - a.top for a, b in pairwise(lines) if a.page == b.page and b.top > a.top]
    return median(steps) if len(steps) > 2 else float("inf")


def _strip(line: Line) -> Line:
    """Return a line without white space at its ends."""
    text = line.text
    if not text or not (text[0].isspace() or text[-1].isspace()):
        return line
    bare = text.lstrip()
    start = len(text) - len(bare)
    return line.keep(range(start, start + len(bare.rstrip())))


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    """Join cleaned lines, one space put in where a Latin word ended."""
    if len(lines) == 1:
        line = lines[0] if type(lines[0].lefts) is array else _packed(lines[0])
        return Paragraph(line.text, (line,))
    joined = list(lines)
    for at, (before, line) in enumerate(pairwise(lines)):
        if line.text[0] <= _LAST_WESTERN and _needs_space(before.text, line.text):
            joined[at] = _with_space(before)
    packed = [line if type(line.lefts) is array else _packed(line) for line in joined]
    return Paragraph("".join([line.text for line in packed]), tuple(packed))


def _packed(line: Line) -> Line:
    """Return a line with its places in a quarter of the memory: rows are kept to the end."""
    if not line.lefts:
        return line
    lefts, rights = array("d", line.lefts), array("d", line.rights)
    return Line(line.text, line.page, line.top, line.bottom, lefts, rights, line.ends)


def _needs_space(before: str, after: str) -> bool:
    """Tell whether two lines need a space between them.

    A word or a list number ends there; a figure that was cut (123,14 / 3) goes on.
    """
    if not _WESTERN.match(after):
        return False
    marker = parse_label(before)
    if marker is not None and marker.length == len(before):
        return True
    return bool(_WORD_END.search(before[-2:])) and bool(regex.match(r"[A-Za-z]", after))


def _with_space(line: Line) -> Line:
    """Return a line with a space of no width at its end."""
    if not line.lefts:
        return Line(line.text + " ", line.page, line.top, line.bottom, ends=line.ends)
    return Line(
        line.text + " ",
        line.page,
        line.top,
        line.bottom,
        [*line.lefts, line.x1],
        [*line.rights, line.x1],
        line.ends,
    )
