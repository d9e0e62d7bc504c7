"""Loose lines of a report -> its title, agency and year; furniture told apart from headings.

>>> title_year("霧汀湖域管理局105年度施政績效報告"), title_year("一○四年度施政績效"), title_year("2016年報告")
(105, 104, 105)
>>> title_agency("霧汀湖域管理局105年度施政績效報告")
'霧汀湖域管理局'
"""

from __future__ import annotations

from array import array
from collections import Counter
from itertools import chain, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import regex

from pipeline.quantities import (
    CHINESE_CHARACTERS,
    ERA,
    FORMAL_CHARACTERS,
    YEAR_DIGITS,
    YEAR_IN_CHINESE,
    YEAR_WORDS,
    parse_label,
    parse_year,
)
from pipeline.rows.spaces import clean_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from pipeline.records import Line

_YEAR = regex.compile(rf"{ERA}?\s*(?P<year>{YEAR_DIGITS}|{YEAR_IN_CHINESE})\s*{YEAR_WORDS}")
_FILE_YEAR = regex.compile(r"(?<![0-9])(?P<year>1[0-9]{2}|9[0-9])(?=施政|績效|工作)")
_TITLE = regex.compile(r"(?:施政|績效|工作).{0,12}(?:績效|達成情形|報告|成果|目標)|績效報告")
_AGENCY = regex.compile(
    r"(?:機關名稱|機關|單位名稱|主管機關|填報機關|填表機關)[：:](?P<agency>[^\s：:]+)"
)
_KINDS = (
    "部", "會", "署", "局", "處", "院", "府", "中心", "所", "室", "館", "總隊", "大隊", "大學", "學校",
    "銀行", "公司", "辦公室", "改良場", "農場", "園區", "公所", "關務署", "分署", "圖書館", "博物館", "馆", "站",
)  # fmt: skip
_SUBJECT = regex.compile(r"(?:重要|年度|單位)?(?:施政|績效|工作|執行|計畫|目標).*")
"""What a report is about, behind the agency."""
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
LARGER = 1.15
"""How many times as high as another line a title is at least, if that is no title."""
_LEVEL = 6.0
"""How far, in points, the same running title may stand higher or lower from page to page."""


class DocumentHeading(NamedTuple):
    """What the lines outside of tables say of a report."""

    title: str
    agency: str
    roc_year: int | None
    glyphs: dict[str, int]
    """How many glyphs outside of tables are headings, furniture or neither."""


def read_heading(loose: Collection[tuple[Line, bool]], name: str) -> DocumentHeading:
    """Read title, agency and year from the loose lines, the year last of all from the file name.

    ``loose`` tells for each line whether it stands before the first table with a known header.
    """
    found = find_furniture(lambda: (line for line, _ in loose))
    glyphs: Counter[str] = Counter()
    above: list[str] = []
    running: list[str] = []
    heads: list[Line] = []
    for index, (line, before) in enumerate(loose):
        text = _text(line)
        inked = sum(not char.isspace() for char in text)
        if index in found:
            # A running title is furniture on the page, and still says whose report it is.
            running.append(text)
            glyphs["furniture"] += inked
        elif is_page_number(text):
            glyphs["furniture"] += inked
        elif before:
            above.append(text)
            if _TITLE.search(text):
                heads.append(line)
            glyphs["headings"] += inked
        else:
            glyphs["other"] += inked
    title = _title(heads, running)
    texts = (title,), above, running
    agency = next((m["agency"] for text in chain(*texts) if (m := _AGENCY.search(text))), "")
    agency = agency or next(filter(None, map(title_agency, chain(*texts, (name,)))), "")
    agency = agency or _named(name) or next(filter(_is_office, chain(above, running)), "")
    years = (title_year(text) for text in chain(*texts, (name,)))
    year = next((y for y in years if y is not None), None)
    if year is None and (match := _FILE_YEAR.search(name)):
        year = int(match["year"])
    return DocumentHeading(title or _untitled(above, running, agency), agency, year, dict(glyphs))


def _title(heads: Sequence[Line], running: Iterable[str]) -> str:
    """Return the first title with a year, else the first."""
    titles = [*_by_size(heads), *(text for text in running if _TITLE.search(text))]
    return next((text for text in titles if _YEAR.search(text)), titles[0] if titles else "")


def _untitled(above: Iterable[str], running: Iterable[str], agency: str) -> str:
    """Return what stands for a title where there is none.

    The heading of a part (三、…) is the title of that part, not of the report.
    """
    whole = (text for text in above if parse_label(text) is None)
    repeated = (text for text in running if text != agency and not is_page_number(text))
    return next(chain(whole, repeated, above), "")


def _by_size(heads: Sequence[Line]) -> list[str]:
    """Return the texts of lines that may be a title; first the larger ones of the first one's page.

    The title is printed larger than what runs above each page, or stands above it only once.
    """
    if not heads:
        return []
    large = LARGER * (heads[0].bottom - heads[0].top)
    larger = [n for n in heads if n.page == heads[0].page and n.bottom - n.top > large]
    return [_text(line) for line in (*larger, *heads)]


def is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but a page number.

    >>> is_page_number("第 3 頁，共 7 頁"), is_page_number("(0801)-017"), is_page_number("8,050")
    (True, True, False)
    """
    return bool(_PAGE_NUMBER.fullmatch("".join(text.split())))


def title_year(text: str) -> int | None:
    """Return the ROC year that a text names first, None where it names none."""
    match = _YEAR.search(text)
    year = parse_year(match["year"]) if match else None
    return year if year and 1 <= year < 1000 else None


def title_agency(text: str) -> str:
    """Return the agency that a title names before its year or behind it, if it does.

    >>> title_agency("105年度霧汀湖域管理局施政績效報告"), title_agency("105年度施政績效及達成情形")
    ('霧汀湖域管理局', '')
    """
    text = regex.sub(r"\s", "", text)
    match = _YEAR.search(text)
    if match is None:
        return ""
    before, after = text[: match.start()], _SUBJECT.sub("", text[match.end() :])
    return next((part for part in (before, after) if _is_office(part)), "")


def _is_office(text: str) -> bool:
    """Tell whether a text is the name of an agency by its last word, and nothing else.

    A class of so many characters takes long to compile into a pattern.

    >>> _is_office("霧汀湖域管理局"), _is_office("本局"), _is_office("管理局105")
    (True, False, False)
    """
    if not text.endswith(_KINDS) or text[0] in "本各該":
        return False
    sizes = [len(text) - len(kind) for kind in _KINDS if text.endswith(kind)]
    return any(2 <= size <= 20 for size in sizes) and all("一" <= char <= "\u9fff" for char in text)


def _named(name: str) -> str:
    """Return the agency that stands between dashes, spaces or brackets in a file name."""
    return next((part for part in regex.split(r"[-_－—()（）\s]+", name) if _is_office(part)), "")


def _text(line: Line) -> str:
    """Return the text of a heading: closed up if it is letter-spaced, else with single spaces."""
    words = line.text.split()
    spaced = len(words) > 2 and 2 * sum(len(word) == 1 for word in words) > len(words)
    return clean_text(line.text) if spaced else " ".join(words)


def _words(line: Line) -> str:
    """Return what two running titles or page numbers share: all but their figures."""
    return regex.sub(r"[0-9０-９]+", "#", "".join(line.text.split()))


def find_furniture(lines: Callable[[], Iterable[Line]]) -> set[int]:
    """Return which lines stand at the same height, give or take half a line, of several pages.

    ``lines`` gives all lines, as often as it is asked: those of a long report are not held here.
    """
    hashes = array("q", (hash(_words(line)) for line in lines()))
    repeated = {one for one, other in pairwise(sorted(hashes)) if one == other}
    alike: dict[str, list[tuple[float, int, int]]] = {}
    for index, line in enumerate(lines()):
        if hashes[index] in repeated:
            alike.setdefault(_words(line), []).append((line.top, line.page, index))
    found: set[int] = set()
    for group in alike.values():
        group.sort(key=itemgetter(0))
        for (top, page, before), (below, other, after) in pairwise(group):
            if below - top <= _LEVEL and other != page:
                found |= {before, after}
    return found
