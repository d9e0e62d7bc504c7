"""Printed lines of a cell -> paragraphs: the breaks of narrow columns go, those of the author stay.

A line ends its paragraph if the next line's first word would still have fitted on it, if the next
line opens with the list number that is due, if the indent changes, or if the source says so (plain
text). Punctuation alone decides nothing. Spaces that only justify a line go (`spaces`).

>>> lines = [Line("水域巡", 1, 1, 1, ends=False), Line("護 船隊", 1, 2, 2, ends=True)]
>>> [paragraph.text for paragraph in paragraphs_from_lines(lines)]
['水域巡護船隊']
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import pairwise, repeat
from statistics import median

import regex

from pipeline.quantities import LABEL_OPENINGS, LabelRun, ListLabel, find_glued_among, parse_label
from pipeline.records import CellText, Line, Paragraph
from pipeline.rows.column_extents import ColumnExtent, exceeds_em_share, stripped_has_room
from pipeline.rows.line_parts import strip_line, take_slices, with_mark
from pipeline.rows.spaces import LAST_WESTERN, clean_text, is_western, kept_slices, text_width

_LATIN_END = regex.compile(r"[A-Za-z][,;:]?$")
_SENTENCE_END = "。：；！？:;!?"
_BULLETS = "●■◆▲★○◎※•‧"
_OPENS = frozenset("(（「『〔【《〈")
"""What no paragraph ends with."""
_GOES_ON = frozenset("%％﹪)）」』〕】》〉、，。；：")
"""What no paragraph begins with."""
_PERCENT_SIGNS = frozenset("%％﹪")
_NO_ROOM = ColumnExtent(0.0, 0.0)


def paragraphs_from_lines(lines: Iterable[Line], columns: Sequence[ColumnExtent] = ()) -> CellText:
    """Put the lines of one cell, of all its parts in order, together to paragraphs.

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
        bare = strip_line(line) if spaced else line
        shown.append(bare)
        cleaned.append(take_slices(bare, kept_slices(bare.text)) if spaced else bare)
        rooms.append(room)
    begins = _first_lines(shown, [line.text for line in cleaned], rooms)
    return tuple([_join_lines(cleaned[a:b]) for a, b in pairwise([*begins, len(cleaned)])])


def _first_lines(
    shown: Sequence[Line], texts: Sequence[str], rooms: Sequence[ColumnExtent]
) -> list[int]:
    """Return with which lines paragraphs begin; ``texts`` are those of the lines, cleaned."""
    if len(shown) < 2:
        return [0] * len(shown)
    opening = [parse_label(text) if text[0] in LABEL_OPENINGS else None for text in texts]
    chain = _glued_list_lines(texts, opening)
    pitch = _pitch(shown)
    begins = [0]
    run = LabelRun()
    run.record(opening[0])
    for index in range(1, len(shown)):
        label, above = opening[index], opening[index - 1]
        # What a list number counts is on the next line where the number stands alone.
        if above is not None and above.length == len(texts[index - 1]):
            continue
        listed = label is not None and (not label.glued or index in chain) and run.is_due(label)
        before, line, room = shown[index - 1], shown[index], rooms[index - 1]
        if listed or _begins_paragraph(before, line, room, pitch, second=index - begins[-1] == 1):
            begins.append(index)
            run.record(label)
    return begins


def _glued_list_lines(texts: Sequence[str], opening: Sequence[ListLabel | None]) -> set[int]:
    """Return which lines open with a glued list number (1.10秒 2.15%).

    A list opens a cell or follows the end of a sentence; elsewhere, figures that happen to begin two
    lines are no list.
    """
    if not [label for label in opening if label and label.glued]:
        return set()
    chain = find_glued_among(opening)
    first = min(chain, default=0)
    return chain if first == 0 or texts[first - 1][-1] in _SENTENCE_END else set()


def list_goes_on(lines: Sequence[Line], after: Sequence[Line]) -> bool:
    """Tell whether other lines open with the list number, past 1, that is due after these."""
    run = LabelRun()
    for line in lines:
        run.record(parse_label(clean_text(line.text)))
    label = next((parse_label(clean_text(line.text)) for line in after if line.text.strip()), None)
    return label is not None and label.number > 1 and run.is_due(label)


def _begins_paragraph(
    previous: Line, line: Line, column: ColumnExtent, pitch: float, *, second: bool
) -> bool:
    """Tell whether a new paragraph begins between two lines that no list number sets apart."""
    if previous.text[-1:] in _OPENS or line.text[:1] in _GOES_ON:
        return False
    if previous.text[-1] in _PERCENT_SIGNS and line.text[0].isdigit():
        return True  # 103% over 110%: no figure goes on behind its sign
    if previous.ends is not None:
        return previous.ends and not _is_forced(previous, line, column)
    if not line.lefts or not previous.lefts:
        return False
    if line.text[0] in _BULLETS or stripped_has_room(previous, column, line):
        return True
    if line.page != previous.page:
        return False
    if line.top - previous.top > 1.4 * pitch:
        return True
    # The second line of a paragraph may stand in or out as it likes; from there on, indents tell.
    if second or column.centred:
        return False
    shift = abs(line.lefts[0] - previous.lefts[0])
    return shift > 0 and exceeds_em_share(shift, 0.7, line)


def _is_forced(previous: Line, line: Line, column: ColumnExtent) -> bool:
    """Tell whether plain text says "paragraph" where a full line merely ended in a space."""
    full = column.x1 > 0 and text_width(previous.text) >= column.x1 - 2
    return full and previous.text[-1] not in _SENTENCE_END and parse_label(line.text) is None


def _pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance from line to line, in points; boundless where it does not show."""
    if len(lines) < 4:
        return float("inf")
    steps = [b.top - a.top for a, b in pairwise(lines) if a.page == b.page and b.top > a.top]
    return median(steps) if len(steps) > 2 else float("inf")


def _join_lines(lines: Sequence[Line]) -> Paragraph:
    """Join cleaned lines, one space put in where a Latin word ended."""
    if len(lines) == 1:
        line = lines[0] if type(lines[0].lefts) is array else _pack(lines[0])
        return Paragraph(line.text, (line,))
    joined = list(lines)
    for at, (before, line) in enumerate(pairwise(lines)):
        if line.text[0] <= LAST_WESTERN and _needs_space(before.text, line.text):
            joined[at] = with_mark(before, " ")
    packed = [line if type(line.lefts) is array else _pack(line) for line in joined]
    return Paragraph("".join([line.text for line in packed]), tuple(packed))


def _pack(line: Line) -> Line:
    """Return a line with its places in a quarter of the memory: rows are kept to the end."""
    if not line.lefts:
        return line
    lefts, rights = array("d", line.lefts), array("d", line.rights)
    return Line(line.text, line.page, line.top, line.bottom, lefts, rights, line.ends)


def _needs_space(before: str, after: str) -> bool:
    """Tell whether two lines need a space between them.

    A word or a list number ends there; a figure that was cut (123,14 / 3) goes on.
    """
    if not is_western(after):
        return False
    label = parse_label(before)
    if label is not None and label.length == len(before):
        return True
    return bool(_LATIN_END.search(before[-2:])) and bool(regex.match(r"[A-Za-z]", after))
