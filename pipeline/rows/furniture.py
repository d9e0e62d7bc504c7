"""Lines outside of tables -> those that are page furniture: page numbers and running titles.

>>> is_page_number("第 3 頁，共 7 頁"), is_page_number("(0801)-017"), is_page_number("8,050")
(True, True, False)
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from operator import itemgetter

import regex

from pipeline.quantities import CHINESE_CHARACTERS, FORMAL_CHARACTERS
from pipeline.records import Line

_NUMERAL = r"(?:[0-9０-９]{1,4}|[IVXivx]{1,6})"
_CHAPTER = rf"(?:[0-9０-９]{{1,4}}|[{CHINESE_CHARACTERS}{FORMAL_CHARACTERS}甲乙丙丁]{{1,3}}|附錄?)"
_PAGE_NUMBER = regex.compile(
    rf"""
      [(（]? (?:第|頁次?[：:]?)? [-–—~～－]* {_NUMERAL} [-–—~～－]* 頁?   # 第3頁，共7頁
        (?:(?:[/／] | [/／,，、]?共) {_NUMERAL} 頁?)? [)）]?
    | [(（] [0-9０-９]{{2,6}} [)）] [-–—－]? [0-9０-９]{{1,4}}             # (0801)-017
    | {_CHAPTER} [-–—－.] {_NUMERAL}                                    # 貳-15
    | [Pp](?:age|\.)? {_NUMERAL} (?:(?:of|/) {_NUMERAL})?               # Page3of7
    """,
    regex.VERBOSE,
)
_NUMBER = regex.compile(r"[0-9０-９]+")
_LEVEL = 6.0
"""How far, in points, the same running title may stand higher or lower from page to page."""


def is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but a page number."""
    return _PAGE_NUMBER.fullmatch("".join(text.split())) is not None


def find_running_titles(lines: Iterable[Line]) -> set[int]:
    """Return which lines stand at the same height, give or take half a line, of several pages.

    Only their figures may differ.
    """
    alike: dict[str, list[tuple[float, int, int]]] = {}
    for index, line in enumerate(lines):
        words = _NUMBER.sub("#", "".join(line.text.split()))
        alike.setdefault(words, []).append((line.top, line.page, index))
    running: set[int] = set()
    for group in alike.values():
        group.sort(key=itemgetter(0))
        for (top, page, index), (lower_top, other_page, other) in pairwise(group):
            if lower_top - top <= _LEVEL and other_page != page:
                running |= {index, other}
    return running
