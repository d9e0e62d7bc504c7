"""Headers that say one word of a plan, of what was done and of its rate -> what each says: 預計參加, 實際參加, 參加率.

The word in common may be any; only all three of it together say that it is one.

>>> stems = find_stems(["計畫", "預計參加(人)", "實際參加(人)", "參加率", "出席率"])
>>> [(n, stem.reading.role, stem.word) for n, stem in stems.items()]
[(1, 'target', '參加'), (2, 'actual', '參加'), (3, 'rate', '參加')]
>>> find_stems(["計畫", "應收件數", "收件率"]), find_stems(["預計參加", "實際參加"])
({}, {})
>>> [stem.reading.role for stem in find_stems(["稅目", "應收數", "實收數", "收繳率"]).values()]
['target', 'actual', 'rate']
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.tables.header_grammar import HeaderReading
from pipeline.tables.header_tokens import Kind, strip_header

_NOUN = r"(?:人數|人次|場次|件數|家數|次數|戶數|金額|數量|面積|數|值|量)?"
_WORDS = {
    "target": late(rf"(?:預計|預定|預估|計畫|規劃|原訂|原定|應)(?P<stem>\p{{Han}}{{2,6}}?){_NOUN}"),
    "actual": late(rf"(?:實際|已|實)(?P<stem>\p{{Han}}{{2,6}}?){_NOUN}"),
    "rate": late(rf"(?P<stem>\p{{Han}}{{2,6}}?){_NOUN}(?:比率|率)"),
}
_DUE = {
    "target": late(rf"應(?P<stem>\p{{Han}}){_NOUN}"),
    "actual": late(rf"[已實](?P<stem>\p{{Han}}){_NOUN}"),
    "rate": late(r"(?P<stem>\p{Han})\p{Han}?(?:比率|率)"),
}
"""The same of one character: 應收, 實收, 收繳率."""
_KINDS = {"target": Kind.PLANNED, "actual": Kind.DONE, "rate": Kind.RATE}


class Stem(NamedTuple):
    """The word that three headers have in common, and what one of them says with it."""

    word: str
    reading: HeaderReading


def find_stems(headers: Sequence[str]) -> dict[int, Stem]:
    """Return what headers say that have a word in common with two others, by the number of the column."""
    found: dict[str, dict[str, int]] = {}
    if not any("率" in header for header in headers):
        return {}
    bare = [strip_header(header) for header in headers]
    for n, header in enumerate(bare):
        for role, pattern in (*_WORDS.items(), *_DUE.items()):
            match = pattern.fullmatch(header.word)
            if match is not None and found.setdefault(match["stem"], {}).setdefault(role, n) != n:
                found[match["stem"]] = {}  # it is no word of three headers alone
    return {
        n: Stem(word, HeaderReading(role, (), True, frozenset((_KINDS[role],)), None, *bare[n][1:]))
        for word, columns in found.items()
        if len(columns) == len(_WORDS)
        for role, n in columns.items()
    }
