"""Text as a PDF gives it -> text with the characters that were meant, one for one.

Text layers bring look-alikes: Kangxi radicals (U+2F6C for 目), the radicals of the supplement,
compatibility ideographs, variants such as 逹 for 達. A reader sees no difference, a comparison of
characters fails. The tables here mend them. Each character is replaced by exactly one, so that every
offset in the mended text is an offset in the given one, and there is no map to carry about.

`repair_text` mends damage and leaves alone what an author may have meant: full-width digits, ½, ㎡, ①.
`fold_text` goes further and is meant for recognition, not for output: full width to half width, the many
dashes to one, Simplified numerals and units to Traditional. NFKC over a text is no cure: it turns
①25張 into 125張 and mends 2 radicals of the supplement.

>>> repair_text("⽬標值逹８０⼈") == "目標值達８０人"
True
>>> fold_text("⽬標值逹８０⼈，２万个﹪") == "目標值達80人,2萬個%"
True
>>> repair_text("①25張 ½ 5㎡ 10℃")
'①25張 ½ 5㎡ 10℃'
>>> repair_text("(cid:123)") == "(cid:123)"  # unreadable text is reported, not guessed
True
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Literal

from pipeline.quantities.radicals import RADICALS

# Blocks whose characters decompose to a single ideograph that looks the same: radicals, which do so
# only by NFKC, and compatibility ideographs. No other character is asked: NFKC makes 25 of ㉕.
RADICAL_BLOCKS = (range(0x2E80, 0x2FE0),)
COMPATIBILITY_BLOCKS = (range(0xF900, 0xFB00), range(0x2F800, 0x2FA20))

# Variants that fonts of Taiwanese reports put in place of the standard character. Only what is never
# told apart in Chinese, and is no Simplified character either: 裏 着 台 温 税 are left alone.
VARIANTS = dict(
    zip(
        "逹敎旣卽鄕靑淸爲衆啓査綫羣峯録産説閲緑尙戸毎増歩眞愼値",
        "達教既即鄉青清為眾啟查線群峰錄產說閱綠尚戶每增步真慎值",
        strict=True,
    )
)

# Simplified characters that bear on figures, units, bounds and dates, with the Traditional ones.
SIMPLIFIED = dict(
    zip(
        "万亿点个余负陆贰叁叄弍弎两俩倆圆场张项处吨顷数条台币镑辆间户页则门课时钟岁级届过于达"
        "约况内来从东车华满为实单师产亩国区县动无际团体学参队组优层届与码仑兹钱卢铢韩欧块双栋盏锭针"
        "种桥灯闸枪证专业乡镇栏网统职签预节违将计几连续历长号线热报转机楼阶电视听讲习项",
        "萬億點個餘負陸貳參參貳參兩兩兩圓場張項處噸頃數條台幣鎊輛間戶頁則門課時鐘歲級屆過於達"
        "約況內來從東車華滿為實單師產畝國區縣動無際團體學參隊組優層屆與碼侖茲錢盧銖韓歐塊雙棟盞錠針"
        "種橋燈閘槍證專業鄉鎮欄網統職簽預節違將計幾連續歷長號線熱報轉機樓階電視聽講習項",
        strict=True,
    )
)

# Marks that a font or an author varies. Dashes: hyphens, figure dash, en and em dash, minus.
MARKS = dict.fromkeys("‐‑‒–—―−﹣⁻─━ー", "-") | dict.fromkeys("～∼〜﹏˜", "~")
MARKS |= {
    "﹪": "%",
    "﹐": ",",
    "﹒": ".",
    "‧": ".",
    "﹑": "、",
    "﹔": ";",
    "﹕": ":",
    "﹙": "(",
    "﹚": ")",
}
MARKS |= {"〔": "(", "〕": ")", "⁄": "/", "∕": "/", "≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤"}
MARKS |= {
    "≒": "≈",
    "≅": "≈",
    "°": "°",
    "º": "°",
    "µ": "μ",
    "￥": "¥",
    "﹩": "$",
    "○": "〇",
    "◯": "〇",
}
MARKS |= dict.fromkeys(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "
)
MARKS |= dict.fromkeys("\u202f\u205f\u3000\t", " ") | dict.fromkeys(
    "\r\v\f\u0085\u2028\u2029", "\n"
)


def _decomposed(blocks: Iterable[range], form: Literal["NFC", "NFKC"]) -> Iterator[tuple[int, int]]:
    """Yield the characters of blocks that decompose to one ideograph, with that."""
    for block in blocks:
        for char in block:
            decomposed = unicodedata.normalize(form, chr(char))
            if len(decomposed) == 1 and ord(decomposed) != char:
                yield char, ord(decomposed)


def _full_width() -> Iterator[tuple[int, int]]:
    """Yield the full-width forms of ASCII."""
    return ((char, char - 0xFEE0) for char in range(0xFF01, 0xFF5F))


_SAME = RADICALS | dict(_decomposed(RADICAL_BLOCKS, "NFKC"))
_SAME |= dict(_decomposed(COMPATIBILITY_BLOCKS, "NFC"))
_REPAIRS = _SAME | {ord(a): ord(b) for a, b in VARIANTS.items()}
_FOLDS = dict(_full_width()) | {ord(a): ord(b) for a, b in (SIMPLIFIED | MARKS).items()}
_FOLDS |= {char: _FOLDS.get(meant, meant) for char, meant in _REPAIRS.items()}


_REPAIRED = frozenset(map(chr, _REPAIRS))


def _ranges(chars: Iterable[int]) -> str:
    """Write characters as the inside of a class, a pattern that is quickly made.

    >>> _ranges([0x41, 0x43, 0x42, 0x61])
    'A-Ca'
    """
    runs: list[list[int]] = []
    for char in sorted(chars):
        if runs and char == runs[-1][-1] + 1:
            runs[-1][1:] = [char]
        else:
            runs.append([char])
    return "".join(re.escape(chr(run[0])) + (f"-{chr(run[-1])}" if run[1:] else "") for run in runs)


# The blocks of radicals and of compatibility ideographs are looked for as a whole.
_BLOCKS = (*RADICAL_BLOCKS, *COMPATIBILITY_BLOCKS)
_IN_BLOCKS = "".join(f"{chr(block[0])}-{chr(block[-1])}" for block in _BLOCKS)
_SCATTERED = {char for char in _FOLDS if not any(char in block for block in _BLOCKS)}
_MENDABLE = re.compile(f"[{_IN_BLOCKS}]")
_FOLDABLE = re.compile(f"[{_ranges(_SCATTERED)}{_IN_BLOCKS}]")
RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The marks of notes and exponents, from nought to nine."""
_MANY = 24
"""So many replacements one by one take as long as one look at each character."""


def mend_text(text: str) -> str:
    """Replace only what is the same character under another code point: radicals, compatibility.

    This is for text that is handed on: variants such as 峯 may be what the author wrote.

    >>> mend_text("⽬標逹成") == "目標逹成"
    True
    """
    return text if text.isascii() or not _MENDABLE.search(text) else text.translate(_SAME)


def repair_text(text: str) -> str:
    """Replace look-alike characters by those that were meant; the length stays the same."""
    return repair_and_fold(text)[0]


def fold_text(text: str) -> str:
    """Write a text in the one way that the patterns know; the length stays the same."""
    return repair_and_fold(text)[1]


def han_end(text: str, start: int, most: int) -> int:
    """Return where the Chinese characters at a place end, so many of them at most.

    A class of so many characters takes long to compile into a pattern.

    >>> han_end("3場次A", 1, 9), han_end("3場次A", 1, 1), han_end("3場", 2, 9)
    (3, 2, 2)
    """
    end = min(start + most, len(text))
    while start < end and "㐀" <= text[start] <= "鿿":
        start += 1
    return start


def repair_and_fold(text: str) -> tuple[str, str]:
    """Return what `repair_text` and `fold_text` make of a text.

    >>> repair_and_fold("⽬標，２万") == ("目標，２万", "目標,2萬")
    True
    """
    # A text has few kinds of characters to replace, mostly marks: this beats looking up each one.
    odd = set(_FOLDABLE.findall(text))
    if not odd.isdisjoint(_REPAIRED):
        return text.translate(_REPAIRS), text.translate(_FOLDS)
    if len(odd) > _MANY:
        return text, text.translate(_FOLDS)
    folded = text
    for char in odd:
        folded = folded.replace(char, chr(_FOLDS.get(ord(char), ord(char))))
    return text, folded
