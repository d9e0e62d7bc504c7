"""The characters of Chinese numerals, as data: digits, 十百千, 萬億兆.

Written as `characters.fold_text` leaves them: one form for Simplified, full width and radicals.
"""

from __future__ import annotations

ONES = "一二三四五六七八九"
FORMAL_ONES = "壹貳參肆伍陸柒捌玖"
"""The digits but zero, in their order, for the classes of patterns."""

DIGITS = {
    char: digit
    for digit, chars in enumerate(
        ["〇零", "一壹弌", "二貳兩", "三參", "四肆", "五伍", "六陸", "七柒", "八捌", "九玖"]
    )
    for char in chars
}
TENS = {"廿": 2, "卅": 3, "卌": 4}
SMALL = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3}
LARGE = {"萬": 4, "億": 8, "兆": 12}
POWERS = SMALL | LARGE
ZEROS = "〇零"
SOME_MORE = "餘多"  # "and some more", between digits and 萬: 500餘萬, 三十多億
CHINESE_NUMERALS = "".join((*DIGITS, *TENS, *SMALL, *LARGE))
