"""Lines outside of tables -> title, agency and year of a report.

>>> title_year("霧汀湖域管理局105年度施政績效報告"), title_year("一○四年度施政績效"), title_year("2016年報告")
(105, 104, 105)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

import regex

from pipeline.quantities import parse_label, parse_year
from pipeline.records import Line
from pipeline.rows.agencies import (
    TITLE_YEAR,
    compiling_agency,
    file_agency,
    full_name,
    is_agency,
    labelled_agency,
    title_agency,
)
from pipeline.rows.contents import count_inked
from pipeline.rows.furniture import find_running_titles, is_page_number
from pipeline.rows.spaces import clean_text

_FILE_YEAR = regex.compile(
    r"""
    (?<! [0-9] )
    (?P<year> 1[0-9]{2} | 9[0-9] )
    (?= 施政 | 績效 | 工作 )         # 105施政績效; a date (20160315) is no year of a report
    """,
    regex.VERBOSE,
)
_TITLE = regex.compile(
    r"""
      (?: 施政 | 績效 | 工作 ) .{0,12} (?: 績效 | 達成情形 | 報告 | 成果 | 目標 )
    | 績效報告
    """,
    regex.VERBOSE,
)
_SENTENCE = regex.compile("[，。；]")
"""What no title holds, but a line of running text on the same subject does."""
_LARGER = 1.15
"""How many times as high as another line a title is at least, if that is no title."""


class DocumentHeading(NamedTuple):
    """What the lines outside of tables say of a report."""

    title: str
    agency: str
    roc_year: int | None
    glyphs: dict[str, int]
    """How many glyphs outside of tables are headings, furniture or neither."""


class _LooseLines(NamedTuple):
    """The lines outside of tables by what they are."""

    above: list[str]
    """Those above the first table with a known header."""
    running: list[str]
    """Running titles: furniture of the page, which still says whose report it is."""
    heads: list[Line]
    """Those above the first table that may be a title."""


def read_heading(loose: Collection[tuple[Line, bool]], name: str) -> DocumentHeading:
    """Read title, agency and year from the loose lines, the year last of all from the file name.

    ``loose`` tells for each line whether it stands before the first table with a known header.
    """
    glyphs: Counter[str] = Counter()
    lines = _sort_lines(loose, glyphs)
    title = _find_title(lines)
    texts = (title, *lines.above, *lines.running)
    agency = _find_agency(lines, texts, name)
    year = _find_year(texts, name)
    return DocumentHeading(title or _untitled(lines, agency), agency, year, dict(glyphs))


def _sort_lines(loose: Collection[tuple[Line, bool]], glyphs: Counter[str]) -> _LooseLines:
    """Sort the lines by what they are, and count their glyphs."""
    running = find_running_titles(line for line, _ in loose)
    lines = _LooseLines([], [], [])
    for index, (line, above) in enumerate(loose):
        text = _heading_text(line)
        kind = "headings" if above else "other"
        if index in running:
            lines.running.append(text)
            kind = "furniture"
        elif is_page_number(text):
            kind = "furniture"
        elif above:
            lines.above.append(text)
            if _TITLE.search(text) and not _SENTENCE.search(text):
                lines.heads.append(line)
        glyphs[kind] += count_inked([line])
    return lines


def _find_title(lines: _LooseLines) -> str:
    """Return the first title with a year, else the first."""
    titles = [*_by_size(lines.heads), *(text for text in lines.running if _TITLE.search(text))]
    return next((text for text in titles if TITLE_YEAR.search(text)), titles[0] if titles else "")


def _find_agency(lines: _LooseLines, texts: Sequence[str], name: str) -> str:
    """Return the agency that is named most plainly."""
    sources: tuple[Iterable[str], ...] = (
        map(labelled_agency, texts),
        map(title_agency, (texts[0], name)),
        (file_agency(name),),
        map(title_agency, texts[1:]),
        map(compiling_agency, texts),
        filter(is_agency, (*lines.above, *lines.running)),  # on a line of its own
    )
    agency = next(filter(None, chain.from_iterable(sources)), "")
    return full_name(agency, map(title_agency, (*texts, name)))


def _find_year(texts: Sequence[str], name: str) -> int | None:
    """Return the first year that a text names, that of the title before others."""
    years = map(title_year, (*texts, name))
    year = next((year for year in years if year is not None), None)
    if year is None and (match := _FILE_YEAR.search(name)):
        return int(match["year"])
    return year


def _untitled(lines: _LooseLines, agency: str) -> str:
    """Return what stands for a title where there is none.

    The heading of a part (三、…) is the title of that part, not of the report.
    """
    whole = (text for text in lines.above if text != agency and parse_label(text) is None)
    running = (text for text in lines.running if text != agency and not is_page_number(text))
    return next(chain(whole, running, lines.above), "")


def _by_size(heads: Sequence[Line]) -> list[str]:
    """Return the texts of lines that may be a title; first the larger ones of the first one's page.

    The title is printed larger than what runs above each page, or stands above it only once.
    """
    if not heads:
        return []
    large = _LARGER * (heads[0].bottom - heads[0].top)
    larger = [n for n in heads if n.page == heads[0].page and n.bottom - n.top > large]
    return [_heading_text(line) for line in (*larger, *heads)]


def title_year(text: str) -> int | None:
    """Return the ROC year that a text names first, None where it names none."""
    match = TITLE_YEAR.search(text)
    year = parse_year(match["year"]) if match else None
    return year if year and 1 <= year < 1000 else None


def _heading_text(line: Line) -> str:
    """Return the text of a heading: closed up if it is letter-spaced, else with single spaces."""
    words = line.text.split()
    spaced = len(words) > 2 and 2 * sum(len(word) == 1 for word in words) > len(words)
    return clean_text(line.text) if spaced else " ".join(words)
