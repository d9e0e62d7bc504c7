"""The styles of list labels, as data: 一、 壹、 (一) 1. 1、 (1) 1), and ① ㈠, which are one character.

`list_labels` reads them at the head of a paragraph as printed, `inline_labels` within a running text as
`characters.fold_text` writes it. A new style is a new line here.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.quantities.numeral_characters import FORMAL_ONES, ONES

CHINESE_CHARACTERS = f"{ONES}十"
FORMAL_CHARACTERS = f"{FORMAL_ONES}叁拾"
DIGIT_CHARACTERS = "0123456789０１２３４５６７８９"
NUMBER_CHARACTERS = f"{DIGIT_CHARACTERS}{CHINESE_CHARACTERS}○〇{FORMAL_CHARACTERS}"
"""What the number of a label is written with, for the inside of a class."""

_FORMAL = f"{FORMAL_ONES}叁"

# Patterns of the number. A label is seldom over twenty; 一二 and 一○ are twelve and ten, digit by digit.
CHINESE_SPOKEN = f"(?:[{ONES}]?十[{ONES}]?|[{ONES}])"
CHINESE = f"(?:[{ONES}]?十[{ONES}]?|[{ONES}][{ONES}○〇]{{0,2}})"
FORMAL_SPOKEN = f"(?:[{_FORMAL}]?拾[{_FORMAL}]?|[{_FORMAL}])"
FORMAL = f"(?:[{_FORMAL}]?拾[{_FORMAL}]?|[{_FORMAL}]{{1,3}})"
DIGITS = "[0-9０-９]{1,2}"


class LabelStyle(NamedTuple):
    """How labels of one style are written: the marks about the number, and patterns of that."""

    name: str
    """Its first label."""
    opening: str
    closing: str
    at_head: str
    """The number at the head of a paragraph; empty where such a label opens none."""
    within: str
    """The number within a running text, where less is a label: (一二) may be days of the week."""


STYLES = {
    style.name: style
    for style in (
        LabelStyle("一、", "", "、", CHINESE, CHINESE_SPOKEN),
        LabelStyle("壹、", "", "、", FORMAL, FORMAL_SPOKEN),
        LabelStyle("(一)", "(", ")", CHINESE, CHINESE_SPOKEN),
        LabelStyle("1.", "", ".", DIGITS, "[0-9]{1,2}"),
        LabelStyle("1、", "", "、", DIGITS, "[0-9]{1,2}"),
        LabelStyle("(1)", "(", ")", DIGITS, "[1-9][0-9]?"),
        LabelStyle("1)", "", ")", "", "[0-9]{1,2}"),
    )
}


class _Block(NamedTuple):
    """Characters that are labels by themselves, one after the other from number one on."""

    first: str
    size: int
    style: str = ""
    """The style that it has at the head of a paragraph, if it opens one."""

    def characters(self) -> str:
        return "".join(chr(ord(self.first) + step) for step in range(self.size))


_BLOCKS = (
    _Block("①", 20, "①"),
    _Block("㈠", 10, "(一)"),
    _Block("⑴", 20, "(1)"),
    _Block("⒈", 20, "1."),
    _Block("㊀", 10),
    _Block("❶", 10),
)
SINGLES = {block.style: block.characters() for block in _BLOCKS if block.style}
"""The labels that are one character and open a paragraph, by their style."""
NUMBER_OF_SINGLE = {
    char: number for block in _BLOCKS for number, char in enumerate(block.characters(), 1)
}
"""The number of each label that is one character."""
STYLE_OF_SINGLE = {char: style for style, characters in SINGLES.items() for char in characters}
