"""List labels at the head of a paragraph: 一、 (一) 1. 1、 (1) ①, and which of them is due.

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

from pipeline.quantities.labels.label_styles import (
    CHINESE_CHARACTERS,
    DIGIT_CHARACTERS,
    DIGITS,
    FORMAL_CHARACTERS,
    NUMBER_OF_SINGLE,
    STYLE_OF_SINGLE,
    STYLES,
)
from pipeline.quantities.numerals import parse_numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

# The marks of a style as they are printed, in either width.
_PRINTED = {"": "", "(": "[(（]", ")": "[)）]", ".": "[.．]", "、": "、"}
_GLUED = "glued"


def _head_patterns() -> dict[str, str]:
    """Return the pattern of each style at the head of a paragraph, with one group for the number.

    Behind a point or a comma a figure may follow at once; that is a style of its own (1.glued).
    """
    patterns: dict[str, str] = {}
    for style in STYLES.values():
        pattern = f"{_PRINTED[style.opening]}({style.at_head}){_PRINTED[style.closing]}"
        if style.at_head == DIGITS and not style.opening:
            patterns[style.name] = f"{pattern}(?![0-9０-９])"
            patterns[style.name + _GLUED] = f"{pattern}(?=[0-9０-９])"
        elif style.at_head:
            patterns[style.name] = pattern
    return patterns


_STYLES = _head_patterns()
_LABEL = re.compile("|".join(_STYLES.values()))
LABEL_OPENINGS = frozenset(
    ("(", "（", *DIGIT_CHARACTERS, *CHINESE_CHARACTERS, *FORMAL_CHARACTERS, *STYLE_OF_SINGLE)
)
"""What a list label begins with; most texts begin otherwise."""


@dataclass(frozen=True, slots=True)
class ListLabel:
    """A list label in front of a paragraph: its style, its number, its length in characters."""

    style: str
    number: int
    length: int
    base: str = field(init=False, repr=False, compare=False)
    """The style, whether glued to a figure or not."""
    glued: bool = field(init=False, repr=False, compare=False)
    """Whether a figure follows without a space, so that the number may be part of it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "base", self.style.removesuffix(_GLUED))
        object.__setattr__(self, "glued", self.style.endswith(_GLUED))


def parse_label(text: str) -> ListLabel | None:
    """Return the list label that a text opens with.

    >>> parse_label("(十二)辦理情形")
    ListLabel(style='(一)', number=12, length=4)
    >>> parse_label("2.15%").style, parse_label("105年") is None
    ('1.glued', True)
    """
    if text[:1] not in LABEL_OPENINGS:
        return None
    if text[0] in STYLE_OF_SINGLE:
        return ListLabel(STYLE_OF_SINGLE[text[0]], NUMBER_OF_SINGLE[text[0]], 1)
    match = _LABEL.match(text)
    if match is None or match.lastindex is None:
        return None
    return _label(match.lastindex, match[match.lastindex], match.end())


@lru_cache(maxsize=512)  # there are few, and they open most paragraphs
def _label(style: int, number: str, length: int) -> ListLabel:
    """Return the list label of the style that is the pattern's group of this index."""
    return ListLabel(tuple(_STYLES)[style - 1], int(parse_numeral(number)), length)


class LabelRun:
    """Which list labels have been seen in a cell, so that the one that is due can be told."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def is_due(self, label: ListLabel) -> bool:
        """Tell whether a number goes on from the last of its style, or opens a list."""
        return label.number in (1, self._last.get(label.base, 0) + 1)

    def record(self, label: ListLabel | None) -> None:
        """Take note of a number that opened a paragraph."""
        if label is not None:
            self._last[label.base] = label.number


def find_glued_runs(texts: Sequence[str]) -> set[int]:
    """Return which lines open with a number that belongs to a run 1. 2. 3. … of two and more.

    A number glued to a figure (2.15%) is a list label only in such a run: alone, 1.5公里 at the
    head of a line is one and a half kilometres.

    >>> sorted(find_glued_runs(["1.10秒", "2.15%", "3.97.5%"])), find_glued_runs(["長約", "1.5公里"])
    ([0, 1, 2], set())
    """
    return find_glued_among([parse_label(text) for text in texts])


def find_glued_among(opening: Sequence[ListLabel | None]) -> set[int]:
    """Return the same where the numbers that the lines open with are known."""
    chains: dict[str, list[int]] = {"1.": [], "1、": []}
    for index, label in enumerate(opening):
        chain = chains.get(label.base) if label else None
        if label and chain is not None and label.number == len(chain) + 1:
            chain.append(index)
    return {index for chain in chains.values() if len(chain) > 1 for index in chain}
