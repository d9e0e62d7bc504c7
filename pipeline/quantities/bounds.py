"""The words before and behind a figure -> the bound that they set: 至少5件, 100次以上, 約300人.

>>> bound_before("目標至少", 0, 4), bound_before("附近", 0, 2), bound_before("簽約", 0, 2)
(('>=', 2), ('=', 2), ('=', 2))
>>> bound_behind("(含)以上", 0), bound_behind("以下簡稱", 0), bound_behind("內政部", 0)
(('>=', 5), ('=', 0), ('=', 0))
"""

from __future__ import annotations

import re

from pipeline.patterns import late
from pipeline.quantities.characters import han_end

EQUAL, AT_LEAST, AT_MOST, ABOUT = "=", ">=", "<=", "~"
LONGEST_BEFORE = 12  # characters in front of a figure that are looked at

# Texts are those of `characters.fold_text`. The negated word stands first: 不少於 is no 少於.
_LEAST_BEFORE = r"""
    不得?[少低小]於 | 不下於? | 至少 | 起碼 | 最少 | 最低 | 下限
  | 大於 (?:或者?)? 等於 | [高大多長]於 | 超[過出越] | 突破 | 超 (?=[^過出越]|$)
  | (?<![期愈]) 逾 | 年? (?<![未不豐充客圓屆]) 滿 | ≥ | > [ ]? = | >
"""
_MOST_BEFORE = r"""
    [不未]得?超[過出越] | 不得?[多高大長]於 | [不未]得?逾 | 未[滿達及足] | 不[到及滿] | (?<!尚) 不足
  | 小於 (?:或者?)? 等於 | [低小少短]於
  | 最[多高] | 至多 | 頂多 | 上限 | ≤ | < [ ]? = | <
"""
_ABOUT_BEFORE = r"""
    大約 | 大概 | 將近 | 接近 | 幾近
  | 約[莫略計]? (?<! [公契合預節簽條制解履違特綁邀租續換議毀失守爽赴婚訂要隱] 約 )
    (?: 節省 | 減少 | 增加 | 減碳 | 提供 | 提升 | 提高 | 降低 | 成長 | 下降 )?
  | (?<! [附鄰最晚新親逼靠] ) 近 | ≈ | 估計
"""
_BEFORE = re.compile(
    rf"(?: (?P<most>{_MOST_BEFORE}) | (?P<least>{_LEAST_BEFORE}) | (?P<about>{_ABOUT_BEFORE}) )"
    r" (?:為|有|是|了|達到?|需|要|應|計|於|在|占|佔|[：:])? (?:新?[臺台]幣|美金)? [ \n]{0,2} $",
    re.VERBOSE,
)
# 至少辦理2次: these adverbs may stand before the verb.
_BEFORE_VERB = re.compile(r"(?:(?P<least>至少|起碼)|至多|頂多)(?P<verb>[^\0-\xff]{1,3})[ ]?$")
_MORE_THAN_WHAT = late(r"較(?![高低多少佳])[^,。;:、]{0,10}$")
_BEHIND = re.compile(
    r"""
    [ \n]{0,2}
    (?: \(含\) | [(]?[含或及] 者? )? [ ]?
    (?: (?P<least> [以之]上 (?! [述開列揭課學游] ) | 更多 | 起跳 )
      | (?P<most> [以之]下 (?! 簡?稱 | [同列述各簡] ) | [以之]內 | 更少 | 為[上]?限
          | 內 (?! [政容部外湖科閣陸化含需涵控壢埔門線地銷子在衣褲幕] ) )
      | (?P<about> 左右 (?!手|側|邊|兩) | 上下 (?![學班游車半]) | 許 (?![多可願]) | 餘 (?![額款絀數地力震屋裕]) ) )
    (?: \(含\) )? [)]?
    """,
    re.VERBOSE,
)
_COMPARISONS = ("超過", "超出", "超越", "高於", "低於", "大於", "小於", "多於", "少於")


def is_comparison(text: str, start: int) -> bool:
    """Tell whether a word at a place says that what stands before it is more or less than what follows."""
    return text.startswith(_COMPARISONS, start)


def bound_before(text: str, floor: int, start: int) -> tuple[str, int]:
    """Return the bound set by the words that end at a place, and where they begin."""
    first = max(floor, start - LONGEST_BEFORE)
    window = text[first:start]
    match = _BEFORE.search(window)
    adverb = _BEFORE_VERB.search(window)
    if (
        adverb
        and (match is None or adverb.start() < match.start())
        and han_end(adverb["verb"], 0, 3) == len(adverb["verb"])
    ):
        return AT_LEAST if adverb["least"] else AT_MOST, first + adverb.start()
    if match is None:
        return EQUAL, start
    begin = start - len(window) + match.start()
    if text.startswith("超", begin) and _MORE_THAN_WHAT.search(window, 0, match.start()):
        return EQUAL, start  # 較去年超出12件: by twelve
    if match["most"]:
        return AT_MOST, begin
    return (AT_LEAST if match["least"] else ABOUT), begin


def bound_behind(text: str, end: int) -> tuple[str, int]:
    """Return the bound set by the words that begin at a place, and where they end."""
    match = _BEHIND.match(text, end)
    if match is None:
        return EQUAL, end
    if match["least"]:
        return AT_LEAST, match.end()
    return (AT_MOST if match["most"] else ABOUT), match.end()
