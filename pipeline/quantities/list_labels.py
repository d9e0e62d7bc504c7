"""List numbers at the head of a paragraph: 一、 (一) 1. 1、 (1) ①, and which of them is due.

>>> parse_label("(十二)辦理情形")
ListLabel(style='(一)', number=12, length=4)
>>> parse_label("2.15%").style, parse_label("105年") is None
('1.glued', True)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIGITS = {char: index for index, char in enumerate("零一二三四五六七八九")} | {"○": 0, "〇": 0}
_FORMAL = str.maketrans("壹貳參叁肆伍陸柒捌玖拾", "一二三三四五六七八九十")
_STYLES = {
    "一、": r"([一二三四五六七八九十][一二三四五六七八九十○〇]{0,2})、",
    "壹、": r"([壹貳參叁肆伍陸柒捌玖拾]{1,3})、",
    "(一)": r"[(（]([一二三四五六七八九十][一二三四五六七八九十○〇]{0,2})[)）]",
    "1.": r"([0-9０-９]{1,2})[.．](?![0-9０-９])",
    "1.glued": r"([0-9０-９]{1,2})[.．](?=[0-9０-９])",
    "1、": r"([0-9０-９]{1,2})、(?![0-9０-９])",
    "1、glued": r"([0-9０-９]{1,2})、(?=[0-9０-９])",
    "(1)": r"[(（]([0-9０-９]{1,2})[)）]",
}
_MARKER = re.compile("|".join(_STYLES.values()))
"""One group for the number of each style."""
_SINGLE = {
    chr(first + n): (style, n + 1)
    for first, count, style in (
        (0x2460, 20, "①"),
        (0x2474, 20, "(1)"),  # ⑴
        (0x2488, 20, "1."),  # ⒈
        (0x3220, 10, "(一)"),  # ㈠
    )
    for n in range(count)
}
"""List numbers that are one character each."""
LABEL_OPENINGS = frozenset(
    "(（0123456789０１２３４５６７８９一二三四五六七八九十壹貳參叁肆伍陸柒捌玖拾"
) | {*_SINGLE}
"""What a list number begins with; most texts begin otherwise."""


@dataclass(frozen=True, slots=True)
class ListLabel:
    """A list number in front of a paragraph: its style, its number, its length in characters."""

    style: str
    number: int
    length: int
    base: str = field(init=False, repr=False, compare=False)
    """The style, whether glued to a figure or not."""
    glued: bool = field(init=False, repr=False, compare=False)
    """Whether a figure follows without a space, so that the number may be part of it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "base", self.style.removesuffix("glued"))
        object.__setattr__(self, "glued", self.style.endswith("glued"))


def parse_label(text: str) -> ListLabel | None:
    """Return the list number that a text opens with.

    >>> parse_label("(十二)辦理情形")
    ListLabel(style='(一)', number=12, length=4)
    >>> parse_label("2.15%").style, parse_label("105年") is None
    ('1.glued', True)
    """
    if text[:1] not in LABEL_OPENINGS:
        return None
    if text[0] in _SINGLE:
        return ListLabel(*_SINGLE[text[0]], 1)
    match = _MARKER.match(text)
    if match is None or match.lastindex is None:
        return None
    return _marker(match.lastindex, match[match.lastindex], match.end())


@lru_cache(maxsize=512)  # there are few, and they open most paragraphs
def _marker(style: int, number: str, length: int) -> ListLabel:
    """Return the list number of the style that is the pattern's group of this index."""
    return ListLabel(tuple(_STYLES)[style - 1], _small_number(number), length)


def _small_number(text: str) -> int:
    """Return a list number below 100: in digits, in 十 notation, or spelt digit by digit (一二)."""
    if text.isdecimal():
        return int(text)
    text = text.translate(_FORMAL)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(str(_DIGITS[char]) for char in text))
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)


class LabelRun:
    """Which list numbers have been seen in a cell, so that the one that is due can be told."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def due(self, marker: ListLabel) -> bool:
        """Tell whether a number goes on from the last of its style, or opens a list."""
        return marker.number in (1, self._last.get(marker.base, 0) + 1)

    def sees(self, marker: ListLabel | None) -> None:
        """Take note of a number that opened a paragraph."""
        if marker is not None:
            self._last[marker.base] = marker.number


def find_glued_runs(texts: Sequence[str]) -> set[int]:
    """Return which lines open with a number that belongs to a run 1. 2. 3. … of two and more.

    A number glued to a figure (2.15%) is a list number only in such a run: alone, 1.5公里 at the
    head of a line is one and a half kilometres.

    >>> sorted(find_glued_runs(["1.10秒", "2.15%", "3.97.5%"])), find_glued_runs(["長約", "1.5公里"])
    ([0, 1, 2], set())
    """
    return find_glued_among([parse_label(text) for text in texts])


def find_glued_among(opening: Sequence[ListLabel | None]) -> set[int]:
    """Return the same where the numbers that the lines open with are known."""
    chains: dict[str, list[int]] = {"1.": [], "1、": []}
    for index, marker in enumerate(opening):
        chain = chains.get(marker.base) if marker else None
        if marker and chain is not None and marker.number == len(chain) + 1:
            chain.append(index)
    return {index for chain in chains.values() if len(chain) > 1 for index in chain}
