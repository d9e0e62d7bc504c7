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
from typing import NamedTuple

import regex

from pipeline.patterns import late
from pipeline.quantities import CHINESE_CHARACTERS, parse_label
from pipeline.rows.forms.line_labels import TEXTS
from pipeline.tables import column_role, is_header_word, leads_years

_LONGEST_WORD = 14
_LONGEST_TITLE = 24
_ENDS_SENTENCE = late(r"[。；：:;，]")
_BULLET = late(r"[\s●■◆▲★○◎※▓►•➤]*")
_TWO_LEVELS = late(
    r"[0-9０-９]{1,2} (?:[.．\-－][0-9０-９]{1,2})+ [.．、]? (?=[\s\p{Han}])",
    regex.VERBOSE,
)
"""A number of two levels: 2.1 or 2-1."""
_WORD_END = late(rf"[：:】〕\]」、\s0-9０-９{CHINESE_CHARACTERS}]|$")
_NUMERAL = rf"(?:[0-9０-９]{{1,2}}|[{CHINESE_CHARACTERS}]{{1,3}})"
_BEHIND_WORD = late(
    rf"""
    \s* (?P<number>{_NUMERAL})? (?:[.．\-－](?P<lower>{_NUMERAL}))*    # 1, 一 or 2-1
    (?P<mark>\s*[：:】〕\]」、.．]+|\s+|$) [：:\s]*
    """,
    regex.VERBOSE,
)
_LEADERS = late(r"[.．…‥·⋯]{3,}\s*[0-9０-９]{1,4}\s*$")
"""How a line of a table of contents ends."""
_UNIT = late(
    r"[(（]? 單位[：:] (?P<unit>[^()（）：:；，。]{1,8}) [)）]?",
    regex.VERBOSE,
)


class FormHeading(NamedTuple):
    """What a line opens: a role, its list number, where its own text begins."""

    role: str
    number: int | None
    start: int
    """Counted from the first letter of the line."""
    style: str = ""
    word: str = ""


def match_heading(text: str) -> FormHeading | None:
    """Return what a line opens, None for running text."""
    text = text.strip()
    if _LEADERS.search(text):
        return None
    start = _BULLET.match(text).end()  # type: ignore[union-attr]  # it may be empty
    label = parse_label(text[start:])
    two_levels = _TWO_LEVELS.match(text, start)
    if two_levels:
        start, label = two_levels.end(), None
    elif label:
        start += label.length
    for end in _word_ends(text, start):
        word = "".join(text[start:end].split()).lstrip("【〔[「")
        role = column_role(word) if 1 < len(word) <= _LONGEST_WORD else None
        behind = _BEHIND_WORD.match(text, end) if role in TEXTS else None
        if role is None or behind is None:
            continue
        own_text = text[behind.end() :]
        if role in ("goal", "indicator") and not own_text.strip():
            return None
        whole = not own_text and is_header_word(word)
        if not (behind["mark"].strip() or behind["number"] or label or two_levels or whole):
            continue  # a sentence that begins with the word, or a title that ends with it
        number = label.number if label else _number(behind)
        return FormHeading(role, number, behind.end(), label.base if label else "", word)
    return None


def _word_ends(text: str, start: int) -> Iterator[int]:
    """Yield where the word of a heading may end: the first mark, number or white, and on to a colon."""
    for match in _WORD_END.finditer(text, start + 1):
        if match.start() - start > 2 * _LONGEST_WORD:
            return
        yield match.start()
        if match[0] in ("：", ":", "】"):
            return


def _number(behind: regex.Match[str]) -> int | None:
    """Return the last number behind the word of a heading: 1 of 2-1."""
    digits = behind["lower"] or behind["number"]
    if not digits:
        return None
    label = parse_label(f"{digits}、" if digits.isdecimal() else f"({digits})")
    return label.number if label else None


def is_title(text: str) -> bool:
    """Tell whether a line may be the heading of a chapter: numbered, short, no sentence.

    >>> is_title("肆、未來展望"), is_title("一、辦理說明會30場，參加者眾。")
    (True, False)
    """
    text = text.strip()
    return parse_label(text) is not None and is_short_title(text, 0)


def is_short_title(text: str, start: int) -> bool:
    """Tell whether a text is short, and no sentence from ``start`` on."""
    return len(text) <= _LONGEST_TITLE and not _ENDS_SENTENCE.search(text, start)


def unit_line(text: str) -> str:
    """Return the unit that a line over a table gives for all its figures.

    >>> unit_line("（單位：公頃）"), unit_line("單位主管：王")
    ('公頃', '')
    """
    match = _UNIT.fullmatch("".join(text.split()))
    return match["unit"] if match else ""


def is_header_line(text: str) -> bool:
    """Tell whether a line over a table is no more than words of its header: 項目, 年度.

    >>> is_header_line("項目　年度"), is_header_line("年度績效")
    (True, False)
    """
    return bool(text.strip()) and leads_years(text)
