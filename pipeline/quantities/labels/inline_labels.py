"""List labels in front of items: 一、 (一) 1. 1、 (1) ① ㈠, also those glued to a figure.

A number glued to its figure is the worst trap: 1.10秒 2.15% 3.97.5% are ten seconds, 15 % and 97.5 %.
Only the run 1. 2. 3. over the paragraphs of a cell tells; where there is none, 2.15% is what it says,
while 3.97.5% and 4.24100人次 can be read in one way only.

>>> sorted(find_glued(["1.10秒", "2.15%", "3.97.5%"])), find_glued(["2.15%"])
([0, 1, 2], set())
>>> match_opening("3.97.5%", 0, in_run=False)
InlineLabel(style='before_point', number=Decimal('3'), start=0, end=2)
>>> match_opening("2.15%", 0, in_run=False), match_opening("2.15%", 0, in_run=True) is None
(None, False)
>>> sorted(find_glued(["1、2件", "2、3件"])), match_opening("1-2 辦理3場", 0, in_run=False).end
([0, 1], 4)
>>> match_label("(一)8,656人", 1, 0, None)
InlineLabel(style='chinese', number=Decimal('1'), start=0, end=3)
>>> match_label("比率(1)", 3, 0, None), match_label("104、105年", 0, 0, None)
(None, None)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import counters, numeral_characters, numerals, units
from pipeline.quantities.characters import fold_text, han_end
from pipeline.quantities.labels.label_styles import (
    CHINESE_CHARACTERS,
    CHINESE_SPOKEN,
    NUMBER_OF_SINGLE,
    STYLES,
)

# How a label within a text is called, the styles that are called so, and what may stand about them.
_CALLED = {
    "chinese": ("(一)",),
    "bracketed": ("(1)",),
    "before_comma": ("一、", "壹、", "1、"),
    "before_point": ("1.",),
    "before_bracket": ("1)",),
}
_BEHIND = {"before_point": "(?![0-9])[ ]*", "before_bracket": "(?![)])"}


def _pattern(called: str) -> str:
    """Return the pattern of the styles that are called so; the group holds the number."""
    first = STYLES[_CALLED[called][0]]
    number = "|".join(STYLES[name].within for name in _CALLED[called])
    space = "[ ]?" if first.opening else ""
    opening = re.escape(first.opening)
    closing = re.escape(first.closing) + _BEHIND.get(called, "")
    return f"{opening}{space}(?P<{called}>{number}){space}{closing}"


_LABEL = re.compile("|".join(map(_pattern, _CALLED)))
# 104、105年, 1、2月: what looks like a label is one of several.
_SEVERAL = late(
    rf"""
    (?: [0-9{CHINESE_CHARACTERS}]{{1,3}} 、 ){{1,8}} [0-9{CHINESE_CHARACTERS}]{{1,3}}
    (?: [年月季期級類] | [^0-9、.]{{0,4}}等 )
    """,
    re.VERBOSE,
)
_ENDS_AN_ITEM = frozenset("\n;。!?")
_ITEM_MAY_BEGIN_BEHIND = frozenset("\n:;。!?,、(")
# What shows that a point was one: 1.5 億元, 3.2 成.
_GOES_ON_AS_FIGURE = frozenset((*numeral_characters.POWERS, *"成倍折餘多以至到較比之的為"))
_NOTHING_TO_COUNT = frozenset(",。;)、%/+-×÷=")

_OPENING = late(
    rf"""
    [ ]{{0,9}}
    (?: (?P<before_point> [0-9]{{1,2}} ) \. | (?P<before_comma> [0-9]{{1,2}} | {CHINESE_SPOKEN} ) 、 )
    [ ]* (?= \S )
    """,
    re.VERBOSE,
)
# 1.1 目標, 1-2 辦理: the number of an item of an item, with words behind it and no unit.
_NESTED = re.compile(
    r"""
    [ ]{0,9} (?P<nested> [1-9][0-9]? )
    (?: (?: - [1-9][0-9]? ){1,3} | (?P<point> \. ) [1-9] ) [ ]+
    """,
    re.VERBOSE,
)
_SURE_OPENING = re.compile(
    rf"""
    [ ]{{0,9}} (?P<before_point> [0-9]{{1,2}} ) \.
    (?= [0-9]+ \.[0-9]+ [ ]? (?: [%{counters.BEHIND_SURE_DECIMAL}] | $ )
      | [0-9]{{1,3}} (?: ,[0-9]{{3}} )+
      | [0-9]{{3,}} [ ]? (?: {counters.alternatives(counters.WHOLE_COUNTERS)} ) )
    """,
    re.VERBOSE,
)


# What stands behind the digits of any list label.
BEHIND_DIGITS = frozenset(".、)- ")


class InlineLabel(NamedTuple):
    """A list label: how it is written, its number, where it begins and ends."""

    style: str
    number: Decimal
    start: int
    end: int


def find_glued(paragraphs: Sequence[str]) -> set[int]:
    """Return the indexes of the paragraphs that belong to a run 1. 2. 3. of two and more."""
    runs: list[list[int]] = []
    due: tuple[str, Decimal] | None = None  # what would go on from the last one
    for index, text in enumerate(paragraphs):
        head = fold_text(text[:60])
        match = _OPENING.match(head)
        if match is None:
            continue
        style = match.lastgroup or ""
        number = numerals.parse_numeral(match[style])
        if (style, number) == due:
            runs[-1].append(index)
        elif number == 1 or _SURE_OPENING.match(head):
            runs.append([index])
        else:
            continue
        due = (style, number + 1)
    return {index for run in runs if len(run) > 1 for index in run}


def match_opening(text: str, start: int, *, in_run: bool) -> InlineLabel | None:
    """Return the list label that a line opens with at a place, glued to what follows."""
    match = (_OPENING if in_run else _SURE_OPENING).match(text, start)
    if match is None:
        match = _NESTED.match(text, start)
        if match is None or not _words_follow(text, match):
            return None
        return InlineLabel("nested", numerals.parse_numeral(match["nested"]), start, match.end())
    style = match.lastgroup or ""
    return InlineLabel(style, numerals.parse_numeral(match[style]), start, match.end())


def _words_follow(text: str, nested: re.Match[str]) -> bool:
    """Tell whether words stand behind the number of an item of an item, and no unit."""
    at = nested.end()
    words = han_end(text, at, 4)
    if words < at + 2 or (nested["point"] and words < at + 4 and not text.startswith(":", words)):
        return False
    unit = units.unit_end(text, at)
    counted = unit > at and text[unit : unit + 1] != ":"
    return not counted and text[at] not in _GOES_ON_AS_FIGURE


def match_label(text: str, start: int, floor: int, last: InlineLabel | None) -> InlineLabel | None:
    """Return the list label whose digits begin at a place; the one before it helps to tell."""
    if number := NUMBER_OF_SINGLE.get(text[start]):
        return InlineLabel("circled", Decimal(number), start, start + 1)
    bracketed = start > floor and text[start - 1] == "("
    begin = start - 1 if bracketed else start
    match = _LABEL.match(text, begin)
    if match is None:
        return None
    style = match.lastgroup or ""
    label = InlineLabel(style, numerals.parse_numeral(match[style]), begin, match.end())
    if match["chinese"]:
        return label
    behind = _character_before(text, begin, floor)
    opens = (
        behind in _ITEM_MAY_BEGIN_BEHIND
        if behind
        else floor == 0 or (last is not None and last.end == floor)
    )
    due = last is not None and (style, label.number) == (last.style, last.number + 1)
    return label if (opens or due) and _item_follows(text, match, behind, due=due) else None


def _is_one_of_several(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number goes on to the next one: 104、105年; 5、6人."""
    if _SEVERAL.match(text, match.start()):
        return True
    number, following = (
        match["before_comma"],
        numerals.scan_numeral(text[match.end() : match.end() + 4], 0),
    )
    if following is None:
        return False
    one_more = numerals.parse_numeral(number) + 1
    if number.isascii():
        return following.value == one_more
    # 二、三十人; 十五、六歲; 三十五、六萬
    return following.value.scaleb(-following.power) in (one_more, one_more % 10)


def _character_before(text: str, start: int, floor: int) -> str:
    """Return the last character before a place that is no space; none at the floor."""
    while start > floor and text[start - 1] == " ":
        start -= 1
    return text[start - 1] if start > floor else ""


def _item_follows(text: str, match: re.Match[str], behind: str, *, due: bool) -> bool:
    """Tell whether what follows can be the item of a list."""
    following = text[match.end() : match.end() + 1]
    if match["bracketed"] or match["before_bracket"]:
        return bool(following) and following not in _NOTHING_TO_COUNT
    if match["before_comma"]:
        if behind in (",", "、", "("):
            return False
        due = due and bool(behind) and behind in _ENDS_AN_ITEM  # 一、...;二、三十人
        return due or not _is_one_of_several(text, match)
    return bool(following)
