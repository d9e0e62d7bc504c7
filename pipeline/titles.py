"""Loose lines of a report -> its title, agency and year; furniture told apart from headings.

>>> year_of("霧汀湖域管理局105年度施政績效報告"), year_of("一○四年度施政績效"), year_of("2016年報告")
(105, 104, 105)
>>> agency_of("霧汀湖域管理局105年度施政績效報告")
'霧汀湖域管理局'
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Line

_YEAR = re.compile(r"(?:中華民國|民國)?\s*(?P<year>[0-9０-９]{2,4}|[一二三四五六七八九十百○〇零]{2,5})\s*年")
_TITLE = re.compile(r"(?:施政|績效|工作).{0,12}(?:績效|達成情形|報告|成果|目標)|績效報告")
_AGENCY = re.compile(r"(?:機關名稱|機關|單位名稱|主管機關)[：:](?P<agency>\S+)")
_OFFICE = re.compile(r"^[\u4e00-\u9fff]{2,20}?(?:部|會|署|局|處|院|府|中心|所|室|館|委員會|總處)$")
_PAGE_NUMBER = re.compile(
    r"[(（]?第?[-–—~\s]*[0-9０-９]{1,4}[-–—~\s]*(?:頁|/[0-9]{1,4})?(?:[，,、\s]*共[0-9０-９\s]{1,6}頁)?[)）]?"
)
_DIGITS = {char: str(index) for index, char in enumerate("○一二三四五六七八九")} | {
    "〇": "0", "零": "0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """What the lines outside of tables say of a report."""

    title: str
    agency: str
    roc_year: int | None
    glyphs: dict[str, int]
    """How many glyphs outside of tables are headings, furniture or neither."""


def from_lines(loose: Sequence[tuple[Line, bool]], name: str) -> Heading:
    """Read title, agency and year from the loose lines, the year last of all from the file name.

    ``loose`` tells for each line whether it stands before the first table with a known header.
    """
    furniture = _furniture([line for line, _ in loose])
    glyphs: Counter[str] = Counter()
    above: list[str] = []
    for line, before in loose:
        text = " ".join(line.text.split())
        inked = sum(not char.isspace() for char in text)
        if _key(line) in furniture or _PAGE_NUMBER.fullmatch("".join(text.split())):
            glyphs["furniture"] += inked
        elif before:
            above.append(text)
            glyphs["headings"] += inked
        else:
            glyphs["other"] += inked
    # A running title is furniture on the page, and still says whose report it is.
    running = [" ".join(line.text.split()) for line, _ in loose if _key(line) in furniture]
    titles = [text for text in (*above, *running) if _TITLE.search(text)]
    title = next((text for text in titles if _YEAR.search(text)), titles[0] if titles else "")
    if not title and above:
        title = above[0]
    texts = [title, *above, *running]
    agency = next((m["agency"] for text in texts if (m := _AGENCY.search(text))), "")
    agency = agency or next(filter(None, map(agency_of, [*texts, name])), "")
    years = (year_of(text) for text in [*texts, name])
    return Heading(title, agency, next((y for y in years if y is not None), None), dict(glyphs))


def year_of(text: str) -> int | None:
    """Return the ROC year that a text names first, None where it names none."""
    match = _YEAR.search(text)
    if match is None:
        return None
    digits = match["year"]
    if "十" in digits or "百" in digits:
        year = _spelt(digits)
    else:
        year = int("".join(_DIGITS.get(char, char) for char in digits))
    if year >= 1912:
        year -= 1911
    return year if 1 <= year < 1000 else None


def _spelt(digits: str) -> int:
    """Return a year written with 百 and 十: 一百零五, 九十九."""
    hundreds, hundred, rest = digits.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    total = int(_DIGITS.get(hundreds, "1")) * 100 if hundred else 0
    total += int(_DIGITS.get(tens.strip("零○〇"), "1")) * 10 if ten else 0
    ones = ones.strip("零○〇")
    return total + (int(_DIGITS.get(ones, "0")) if ones else 0)


def agency_of(text: str) -> str:
    """Return the agency that stands before the year of a title, if one does."""
    match = _YEAR.search(text)
    before = re.sub(r"\s", "", text[: match.start()]) if match else ""
    return before if _OFFICE.match(before) else ""


def _key(line: Line) -> tuple[str, int]:
    """Return what two running titles or page numbers share: their words and their height."""
    return re.sub(r"[0-9０-９]+", "#", "".join(line.text.split())), round(line.top / 12)


def _furniture(lines: Sequence[Line]) -> set[tuple[str, int]]:
    """Return the lines that stand at the same height of two or more pages."""
    pages: dict[tuple[str, int], set[int]] = {}
    for line in lines:
        pages.setdefault(_key(line), set()).add(line.page)
    return {key for key, seen in pages.items() if len(seen) > 1}
