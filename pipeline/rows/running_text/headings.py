"""Paragraphs in the order of print -> the headings above each, by their list numbers.

A numbered paragraph stands under those of other styles before it, and takes the place of the last of its own.
A short line without a number is a heading too, where it ends no sentence.

>>> outline = Outline()
>>> for text in ("一、歲出：", "1.人事費：預算數9千元。", "2.業務費：預算數8千元。"):
...     outline.read(Paragraph(text, ()))
>>> [heading.title for heading in outline.above], outline.title
(['歲出'], '業務費')
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import LABEL_OPENINGS, parse_label, parse_year
from pipeline.records import Paragraph
from pipeline.rows.agencies import is_agency

_TITLE = late(r"(?P<title>[^：:。；，,！？]{1,40}?)\s*(?:[(（][^()（）]{0,20}[)）]\s*)?[：:]")
_WHOLE = late(r"[^。；，,：:！？%％]{2,32}[：:]?")
_NUMBERED = late(r"[^。；：:！？%％0-9]{2,40}[：:]?\s*")
"""All of a numbered paragraph that is a heading although it holds commas: 一、防災整備，強化應變能力."""
_GOES_ON = ("，", ",", "、")
BULLETS = "●■◆▲★○◎※•‧·►➤◇□"
_BULLET = late(rf"[\s{BULLETS}\-–—]*")
_UNIT = late(r"單位[：:]\s*(?:新[臺台]幣)?\s*(?P<unit>[^\s()（）：:；，。、]{1,6})")
_OF_REPORT = late(r"(?:報告書?|總?說明書?|預算案?|決算書?|達成情形|[0-9]年度?|頁)$")
"""How a title ends that is that of the whole report, or only names its year."""
_BACK = {"前年度": 2, "上年度": 1, "本年度": 0}
_YEAR = late(r"(?<![0-9])(?P<year>[0-9]{2,3})\s*年度")


class Heading(NamedTuple):
    """A heading: its style of number, the number, the text behind it, and what it ends with."""

    style: str
    number: int | None
    title: str
    paragraph: Paragraph
    start: int
    """Where the title begins in the paragraph."""

    @property
    def years_back(self) -> int | None:
        """Return how many years before the report's own it says that it is of."""
        said = {word: back for word, back in _BACK.items() if word in self.title}
        return next(iter(said.values())) if len(said) == 1 else None

    @property
    def year(self) -> int | None:
        """Return the year that it names, where it names one."""
        years = {match["year"] for match in _YEAR.finditer(self.title)}
        return parse_year(years.pop()) if len(years) == 1 else None


class Outline:
    """The headings above the paragraph that was read last."""

    def __init__(self) -> None:
        self.above: list[Heading] = []
        self.title = ""
        """What the paragraph calls itself, before its first colon."""
        self.own: Heading | None = None
        self.unit = ""
        """The unit that a line or heading has given last."""
        self._stack: list[Heading] = []

    def read(self, paragraph: Paragraph) -> None:
        """Read the next paragraph."""
        text = paragraph.text
        if unit := _UNIT.search(text):
            self.unit = unit["unit"]
        start = _BULLET.match(text).end()  # type: ignore[union-attr]  # it may be empty
        label = parse_label(text[start:]) if text[start : start + 1] in LABEL_OPENINGS else None
        if label is not None and label.glued:
            label = None
        if label is not None:
            start += label.length
        start += len(text[start:]) - len(text[start:].lstrip())
        title = _title(text, start, numbered=label is not None)
        bullet = label is None and start > 0
        heading = Heading(
            label.base if label else "•" if bullet else "",
            label.number if label else None,
            title,
            paragraph,
            start,
        )
        is_heading = label is not None or bool(title and _is_plain_heading(text[start:]))
        self.above = _above(self._stack, heading.style) if is_heading or bullet else self._stack
        self.above = list(self.above)
        self.own, self.title = heading, title
        if is_heading:
            self._stack = [*self.above, heading]

    def under(self) -> Outline:
        """Return the outline of what stands under all that was read, and opens no heading."""
        inner = Outline()
        inner.above, inner.unit = list(self._stack), self.unit
        return inner

    def interrupt(self) -> None:
        """Take note of a table: a unit above it was its own."""
        self.unit = ""

    @property
    def goal(self) -> Heading | None:
        """Return the nearest heading above that says something."""
        return next((heading for heading in reversed(self.above) if heading.title), None)

    @property
    def period(self) -> tuple[int | None, int | None]:
        """Return the year that the nearest heading names, or how many years before the report's own."""
        for heading in reversed(self.above):
            if heading.year is not None or heading.years_back is not None:
                return heading.year, heading.years_back
        return None, None


def _is_plain_heading(text: str) -> bool:
    """Tell whether a text without a number is a heading: short, no sentence, and not the report's own."""
    return bool(_WHOLE.fullmatch(text)) and not (_OF_REPORT.search(text) or is_agency(text))


def is_numbered_heading(text: str) -> bool:
    """Tell whether a text is a heading behind a list number, with or without commas: 一、防災整備，強化應變能力.

    >>> is_numbered_heading("一、防災整備，強化應變能力"), is_numbered_heading("防災整備，強化應變能力")
    (True, False)
    """
    label = parse_label(text)
    if label is None or label.glued:
        return False
    title = text[label.length :].strip()
    return title[-1:] not in _GOES_ON and bool(_NUMBERED.fullmatch(title))


def _title(text: str, start: int, *, numbered: bool) -> str:
    """Return what a paragraph calls itself: what stands before its first colon, or all of a short one."""
    if numbered and _NUMBERED.fullmatch(text, start):
        return text[start:].rstrip("：: ")
    if _WHOLE.fullmatch(text, start):
        return text[start:].rstrip("：: ")
    match = _TITLE.match(text, start)
    return match["title"].strip() if match else ""


def _above(stack: list[Heading], style: str) -> list[Heading]:
    """Return the headings over one of this style: those before the last of the same style."""
    for depth, heading in enumerate(stack):
        if heading.style == style:
            return stack[:depth]
    return stack
