"""The evidence for and against a figure being what a stated rate was taken from, in one table.

An explanation of a rate is a target, an actual figure and a reading. Its weight is the sum of what speaks
for its two figures and against them. The weights were fitted on reports with typed truth
(``python -m benchmarks.calibration``), not chosen one by one.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Evidence(Enum):
    """One piece of evidence: its weight, and what it says in English and in Chinese."""

    # ------------------------------------------------------------- for and against a target
    NAMED_TARGET = (7, "named as the target beside the rate", "同句敘明為目標值")
    TARGET_COLUMN = (3, "stands in the target column", "載於目標值欄")
    ONLY_TARGET = (2, "the only target of its row", "為該列唯一目標值")
    TARGET_OF_ITEM = (3, "target of the item that the rate is for", "為該比率所屬項目之目標值")
    TARGET_OF_OTHER_ITEM = (-4, "target of another item", "為其他項目之目標值")
    REVISED_TARGET = (4, "a revised target", "為修正後目標值")
    SUPERSEDED_TARGET = (-6, "an original target that was revised", "為已修正之原訂目標值")
    TARGET_OF_THE_YEAR = (3, "target of the report's own year", "為本年度目標值")
    TARGET_OF_OTHER_YEAR = (-5, "target of another year", "為其他年度目標值")
    TARGET_OF_SEVERAL_YEARS = (-3, "target of a plan of several years", "為多年期計畫目標值")
    CONDITION = (-3, "only says what is counted", "僅為計數條件")
    RESTATED_TARGET = (1, "told as a target in the text", "內文敘為目標值")
    # ------------------------------------------------------------- for and against an actual figure
    ACTUAL_COLUMN = (5, "stands in the column of actual figures", "載於實際值欄")
    BESIDE_THE_RATE = (5, "stands in the sentence of the rate", "與比率同句")
    SAME_ENTRY = (2, "stands under the same list number as the rate", "與比率同一項次")
    ENTRY_OF_ITEM = (3, "stands under the list number of the item", "列於該項目項次之下")
    ENTRY_OF_OTHER_ITEM = (-4, "stands under the list number of another item", "列於其他項次之下")
    ONLY_OF_ITS_UNIT = (2, "the only figure of its unit there", "為該處唯一同單位數值")
    TOTAL = (2, "said to be a total", "敘明為合計")
    REACHED = (1, "said to be what was reached", "敘明為實際達成")
    LIKE_THE_ITEM = (3, "called as the item is", "名稱與項目相符")
    CUMULATIVE_AS_THE_TARGET = (3, "cumulative, as the target is", "與目標值同為累計")
    CUMULATIVE = (-3, "cumulative over several years", "為多年累計")
    YEARLY_FOR_CUMULATIVE = (
        -2,
        "of the year alone, where the target is cumulative",
        "僅為當年度，目標值為累計",
    )
    PART = (-4, "a part of another figure", "為其他數值之部分")
    PART_IN_BRACKETS = (
        -4,
        "in brackets behind a larger figure of its unit",
        "載於較大同單位數值後之括號內",
    )
    DIFFERENCE = (-5, "a difference between two figures", "為增減數")
    PART_OF_THE_YEAR = (-4, "of a part of the year", "僅為年度之部分期間")
    OTHER_YEAR = (-5, "of another year", "為其他年度之數值")
    IN_PASSING = (-4, "told in passing", "僅為附帶敘述")
    BENEFIT = (-3, "told of benefits or of what is to come", "敘於效益或展望")
    MEASURE = (-6, "told of how it is measured", "敘於衡量標準")
    BEHIND_THE_COLUMN = (
        -3,
        "told in the text, where a column gives the figure",
        "內文所載，實際值另有專欄",
    )
    IN_BRACKETS = (-1, "stands in brackets", "載於括號內")
    SUM_OF_PARTS = (-1, "the sum of the parts that are told", "為所列各部分之合計")
    # ------------------------------------------------------------- of the pair
    PAIRED_ALONE = (4, "the only pair by number, words and order", "依項次、文字及順序為唯一對應")
    PAIRED = (1, "one of the pairs by number, words and order", "依項次、文字及順序為可能對應之一")
    NO_UNIT = (-2, "one of the two has no unit", "其一未載單位")
    UNLIKE_THE_COLUMN = (
        -1,
        "a column of actual figures counts something else",
        "實際值欄所計為他物",
    )
    BARE_COUNTER = (-2, "one of the two does not say what it counts", "其一未載明所計何物")

    def __init__(self, weight: int, english: str, chinese: str) -> None:
        self.weight = weight
        self.english = english
        self.chinese = chinese

    __hash__ = object.__hash__  # that of `Enum` takes a call


def weight_of(evidence: Iterable[Evidence]) -> int:
    """Return the weight of all that speaks for and against.

    >>> weight_of([Evidence.ACTUAL_COLUMN, Evidence.PART])
    1
    """
    return sum([piece.weight for piece in evidence])


CERTAIN = 11
"""The least weight of an explanation that is certain."""
APART = 3
"""How much heavier than any rival an explanation is that is certain."""
FAR = 12
"""How much heavier a certain explanation is than one that gives the rate by mere accident."""
LEAST = 3
"""The least weight of an explanation that counts beside one that is certain."""
LIKELY = 7
"""The least weight of an explanation that a warning may be built on."""
