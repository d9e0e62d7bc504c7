"""Lines that stand between those of a running text and are none of it: 續, captions, words of a picture.

>>> is_aside(Line("（續）", 1, 0, 10)), is_aside(Line("續辦理稽查", 1, 0, 10))
(True, False)
"""

from __future__ import annotations

from itertools import pairwise

import regex

from pipeline.patterns import late
from pipeline.quantities import CHINESE_CHARACTERS
from pipeline.records import Line
from pipeline.rows.forms.headings import is_short_title

_CONTINUED = late(
    r"""
    [(（]?
    (?: 接?續
      | [接承][上次下前]頁     # 承上頁
      | 續[上前]頁
      | [次下]頁續
    )
    [)）]?
    """,
    regex.VERBOSE,
)
_CAPTION = late(
    rf"""
    [圖表照片]{{1,2}} \s?
    (?: [0-9０-９]+ (?: [-.－] [0-9０-９]+ )? | [{CHINESE_CHARACTERS}]+ )   # 1, 3-1, 一
    (?P<end> [\s：:.、] )?
    """,
    regex.VERBOSE,
)
_HUGE = 30.0
"""How high, in points, no line of running text is: a watermark."""
_APART = 2.0
"""White between words of a picture, in heights of a line."""


def is_aside(line: Line) -> bool:
    """Tell whether a line between those of a text is none of it."""
    return (
        _CONTINUED.fullmatch("".join(line.text.split())) is not None
        or line.bottom - line.top >= _HUGE
        or _is_caption(line)
        or _is_scattered(line)
    )


def _is_caption(line: Line) -> bool:
    """Tell whether a line is short and begins with the number of a picture, set apart."""
    text = line.text.strip()
    match = _CAPTION.match(text)
    if match is None or not is_short_title(text, match.end()):
        return False
    if match["end"] or not line.lefts or match.end() == len(text):
        return True
    at = match.end() + len(line.text) - len(line.text.lstrip())
    return line.lefts[at] - line.rights[at - 1] > 0.4 * (line.bottom - line.top)


def _is_scattered(line: Line) -> bool:
    """Tell whether a line is no more than short words far apart: the axis of a chart."""
    inked = [at for at, char in enumerate(line.text) if not char.isspace()]
    if len(inked) < 3 or not line.lefts:
        return False
    em = line.bottom - line.top
    gaps = [line.lefts[b] - line.rights[a] for a, b in pairwise(inked)]
    wide = sum(gap > _APART * em for gap in gaps)
    return wide >= 2 and len(inked) <= 6 * (wide + 1)
