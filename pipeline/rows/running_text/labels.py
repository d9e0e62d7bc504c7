"""The words before a named figure -> what it is of: 歲入 in 本年度歲入預算數35千元.

>>> text = "二、歲出：截至6月底止，經常門分配數50千元"
>>> subject_before(text, text.index("分配數")), subject_before("本年度預算數", 3), split_names("歲入、歲出")
('經常門', '', ['歲入', '歲出'])
"""

from __future__ import annotations

import regex

from pipeline.patterns import late
from pipeline.quantities import parse_label

_CLAUSE = late(r"[，,](?![0-9]{3})|[。；;：:、(（)）!！?？\n]")
_SENTENCE = late(r"[，。；;：:(（)）!！?？\n]")
_LEADING = late(
    r"""
    (?: [\s●■◆▲★○◎※•‧·►➤◇□] | 其中 | 另外?(?!案) | 而 | 惟 | 又 | 截?至(?!善) | 迄 | 期間 | 累計 | 以來
      | [本該][局處署部會府院所校館站場隊段廠庫課科室司期案項次]
      | [本當該]?(?:年度?|月) | 今年 | [前上去]一?年度?(?:同期)? | 同期 | 民國 | 全年度? | [上下]?半年度?
      | [0-9]{2,3}\s*年度? | [0-9一二三四五六七八九十]{1,2}\s*月[底份初]? | [0-9]{1,2}\s*日 | [底止]
      | 較 | 比(?!賽|例|率) | 與 | 以(?!及|工) | 超[越過] | [高低]於 | 優於 | 未達 | 達成?(?!率) | [占佔] | 之 | 的
    )*
    """,
    regex.VERBOSE,
)
"""Words that say when, or only lead to the name."""
_TRAILING = late(
    r"(?:[本當該]|[0-9]{2,3}年?|之|的|部分|方面|計|共計|合計|編列|共|為|約|累計|全年度?|年度)*$"
)
_NAMES = late(r"[、,，]|以及|及|與|和")
_LONGEST = 40


def subject_before(text: str, at: int, *, since: int = 0, listed: bool = False) -> str:
    """Return what stands before a name in its clause, without words of when.

    ``since`` is where the figure before ends; ``listed`` takes several names (歲入、歲出) as one.
    """
    marks = (_SENTENCE if listed else _CLAUSE).finditer(text, max(at - 4 * _LONGEST, since), at)
    begin = max((match.end() for match in marks), default=since)
    words = text[max(begin, at - _LONGEST) : at].strip()
    if begin == 0 and (label := parse_label(words)):
        words = words[label.length :]
    while (match := _LEADING.match(words)) and match.end():
        words = words[match.end() :]
    return _TRAILING.sub("", words).strip()


def split_names(subject: str) -> list[str]:
    """Return the names that a subject lists."""
    return [name.strip() for name in _NAMES.split(subject) if name.strip()]
