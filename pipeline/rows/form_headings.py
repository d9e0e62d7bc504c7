"""A line of running text -> what it opens: a goal, an indicator, the measure, the analysis.

Headings are known by their word, however they are numbered and marked: 一、關鍵策略目標：…,
（一）…, 1.關鍵績效指標：…, 關鍵績效指標1-2：…, 【衡量標準】, ◎衡量標準：….

>>> match_heading("（一）關鍵策略目標：落實聯合稽查")
FormHeading(role='goal', number=1, start=10, style='(一)', word='關鍵策略目標')
>>> match_heading("關鍵績效指標2-1：稽查家數")
FormHeading(role='indicator', number=1, start=10, style='', word='關鍵績效指標')
>>> match_heading("2.本年度目標值46筆，實際值53筆") is None
True
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from pipeline.patterns import late
from pipeline.quantities import parse_label
from pipeline.tables import column_role, is_header_word

if TYPE_CHECKING:
    from pipeline.records import Line

ROLES = ("goal", "indicator", "standard", "analysis")
"""What a heading may open."""
_LONGEST_WORD = 14
_LONGEST_TITLE = 24
_ENDS_SENTENCE = late(r"[。；：:;，]")
_LEAD = late(r"[\s●■◆▲★○◎※▓►•➤]*")
_DEEP = late(r"[0-9０-９]{1,2}(?:[.．\-－][0-9０-９]{1,2})+[.．、]?(?=[\s\u4e00-\u9fff])")
"""A number of two levels: 2.1 or 2-1."""
_WORD_ENDS = late(r"[：:】〕\]」、\s0-9０-９一二三四五六七八九十]|$")
_NUMERAL = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_TAIL = late(
    rf"""
    \s* (?P<number>{_NUMERAL})? (?:[.．\-－](?P<lower>{_NUMERAL}))*    # 1, 一 or 2-1
    (?P<mark>\s*[：:】〕\]」、.．]+|\s+|$) [：:\s]*
    """,
    regex.VERBOSE,
)
_LEADERS = late(r"[.．…‥·⋯]{3,}\s*[0-9０-９]{1,4}\s*$")
_CAPTION = late(
    r"[圖表照片]{1,2}\s?(?:[0-9０-９]+(?:[-.－][0-9０-９]+)?|[一二三四五六七八九十]+)(?P<end>[\s：:.、])?"
)
_AGAIN = late(r"[(（]?(?:接?續|[接承][上次下前]頁|續[上前]頁|[次下]頁續)[)）]?")
_UNIT = late(r"[(（]?單位[：:](?P<unit>[^()（）：:；，。]{1,8})[)）]?")
_HEAD = late(r"(?:項目|年度|年別|區分|類別)+")
_HUGE = 30.0
"""How high, in points, no line of running text is: a watermark."""
_APART = 2.0
"""White between words of a picture, in widths of a character."""


class FormHeading(NamedTuple):
    """What a line opens: a role, its list number, where its own text begins."""

    role: str
    number: int | None
    start: int
    style: str = ""
    word: str = ""


def match_heading(text: str) -> FormHeading | None:
    """Return what a line opens, None for running text; offsets count from the first letter."""
    text = text.strip()
    if _LEADERS.search(text):
        return None  # a line of a table of contents
    start = _LEAD.match(text).end()  # type: ignore[union-attr]  # it may be empty
    marker = parse_label(text[start:])
    deep = _DEEP.match(text, start)
    if deep:
        start, marker = deep.end(), None
    elif marker:
        start += marker.length
    for end in _word_ends(text, start):
        word = "".join(text[start:end].split()).lstrip("【〔[「")
        role = column_role(word) if 1 < len(word) <= _LONGEST_WORD else None
        tail = _TAIL.match(text, end) if role in ROLES else None
        if role is None or tail is None:
            continue
        told = text[tail.end() :]
        if role in ("goal", "indicator") and not told.strip():
            return None
        whole = not told and is_header_word(word)
        if not (tail["mark"].strip() or tail["number"] or marker or deep or whole):
            continue  # a sentence that begins with the word, or a title that ends with it
        number = marker.number if marker else _number(tail)
        return FormHeading(role, number, tail.end(), marker.base if marker else "", word)
    return None


def _word_ends(text: str, start: int) -> Iterator[int]:
    """Yield where the word of a heading may end: the first mark, number or white, and on to a colon."""
    for match in _WORD_ENDS.finditer(text, start + 1):
        if match.start() - start > 2 * _LONGEST_WORD:
            return
        yield match.start()
        if match[0] in ("：", ":", "】"):
            return


def _number(tail: regex.Match[str]) -> int | None:
    """Return the last number behind the word of a heading: 1 of 2-1."""
    told = tail["lower"] or tail["number"]
    if not told:
        return None
    marker = parse_label(f"{told}、" if told.isdecimal() else f"({told})")
    return marker.number if marker else None


def is_title(text: str) -> bool:
    """Tell whether a line may be the heading of a chapter: numbered, short, no sentence.

    >>> is_title("肆、未來展望"), is_title("一、辦理說明會30場，參加者眾。")
    (True, False)
    """
    text = text.strip()
    return (
        parse_label(text) is not None
        and len(text) <= _LONGEST_TITLE
        and not _ENDS_SENTENCE.search(text)
    )


def heading_unit(text: str) -> str:
    """Return the unit that a line over a table gives for all its figures.

    >>> heading_unit("（單位：公頃）"), heading_unit("單位主管：王")
    ('公頃', '')
    """
    match = _UNIT.fullmatch("".join(text.split()))
    return match["unit"] if match else ""


def is_head(text: str) -> bool:
    """Tell whether a line over a table is no more than words of its header: 項目, 年度.

    >>> is_head("項目　年度"), is_head("年度績效")
    (True, False)
    """
    return bool(_HEAD.fullmatch("".join(text.split())))


def is_aside(line: Line) -> bool:
    """Tell whether a line between those of a text is none of it: 續, a caption, words of a picture."""
    text = "".join(line.text.split())
    if _AGAIN.fullmatch(text):
        return True
    return line.bottom - line.top >= _HUGE or _is_caption(line) or _is_scattered(line)


def _is_caption(line: Line) -> bool:
    """Tell whether a line is short and begins with the number of a picture, set apart."""
    text = line.text.strip()
    match = _CAPTION.match(text)
    if match is None or len(text) > _LONGEST_TITLE or _ENDS_SENTENCE.search(text, match.end()):
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
