"""The lines right above a table -> the goal of its rows, what it measures, the unit of its figures.

A heading is a numbered line that is short and no sentence (一、強化海域執法), or one that says what it is
(施政目標：…, 關鍵績效指標1：…); titles of tables and chapters are none.

>>> is_title_of_tables("一、年度施政目標達成情形"), is_title_of_tables("一、強化海域執法")
(True, False)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from pipeline.patterns import late
from pipeline.quantities import parse_label
from pipeline.records import Line, PageTables
from pipeline.rows.column_extents import ColumnExtent
from pipeline.rows.forms.headings import is_header_line, match_heading, unit_line
from pipeline.rows.furniture import is_page_number
from pipeline.rows.line_parts import strip_lines, take_characters
from pipeline.rows.row_parts import CellPart, cell_part_from_lines

_TITLE = late(
    r"""
      (?: 表 | 結果 | 情形 | 分析 | 概況 | 說明 | 報告 | 摘要 | 一覽 | 統計 | 現況 | 目標值? | 指標 | 評核 | 績效
        | 比較 | 資料 | 執行率 | 達成率 | 決算 | 預算 | 附件 )
      (?: [一二三四五六七八九十0-9]* | [(（][^()（）]*[)）] ) [：:]? $
    | 如下 | 附表 | 績效評核 | 達成情形 | 執行情形 | 辦理情形
    | 年度 .* (?: 成果 | 績效 )
    | ^施政 (?: 成果 | 績效 ) | 重要施政成果 | ^前言 | ^組織 | ^總?目錄
    """,
    regex.VERBOSE,
)
_CAPTION = late(r"[附續]?[圖表]\s?[0-9０-９一二三四五六七八九十.\-－]+")
_ENDS = "。；;，,"
_LONGEST = 48
"""How many characters a heading has at most."""
_MOST_LINES = 3
_CHAPTER = "壹、"
"""Headings in this style are those of chapters."""
_WORDED = "word"
_CURRENCY = late(r"^新[臺台]幣")
_OF_SEVERAL = late(r"[、/／,，;；％%]")
_UNIT_AT_END = late(r"[(（]單位[：:][^()（）]+[)）]$")
_SLACK = 2.0


class TableHeading(NamedTuple):
    """What the lines above a table say of it."""

    goal: CellPart | None = None
    name: CellPart | None = None
    """What it measures, where none of its columns tells that."""
    goal_of_name: CellPart | None = None
    """The heading above that."""
    unit: str = ""
    opens: bool = False
    """Whether lines stand between it and another table of its page."""


NO_HEADING = TableHeading()


class _Heading(NamedTuple):
    role: str
    """``goal``, ``indicator``, or nothing where it may be either."""
    style: str
    lines: tuple[Line, ...]

    def part(self, *, label: bool = True) -> CellPart:
        """Return its lines as a cell, without its number if ``label`` is not asked for."""
        lines = tuple(strip_lines(self.lines))
        if not label and (own := parse_label(lines[0].text)):
            rest = range(own.length, len(lines[0].text))
            lines = tuple(strip_lines((take_characters(lines[0], rest), *lines[1:])))
        extent = ColumnExtent(min(line.x0 for line in lines), max(line.x1 for line in lines))
        return cell_part_from_lines(lines, extent, filled=False)


def is_title_of_tables(text: str) -> bool:
    """Tell whether a heading is the title of tables or of a chapter, and names no goal."""
    label = parse_label(text)
    return _TITLE.search("".join(text[label.length if label else 0 :].split())) is not None


class TableHeadings:
    """Reads page after page; a heading may stand at the foot of the page before its table."""

    def __init__(self) -> None:
        self._open: list[_Heading] = []  # the last of each style, the outer ones first
        self._foot: list[Line] = []  # the lines below the last table of the page before

    def read(self, page: PageTables) -> list[TableHeading]:
        """Return what stands above each table of a page."""
        lines = [line for line in page.loose if line.text.strip()]
        lines = [line for line in lines if not is_page_number(line.text)]
        lines.sort(key=lambda line: line.top)
        headings: list[TableHeading] = []
        above = self._foot
        at = 0
        for table in page.tables:
            own: list[Line] = []
            while at < len(lines) and lines[at].top < table.top + _SLACK:
                own.append(lines[at])
                at += 1
            headings.append(self._above(own or above, opens=bool(own and headings)))
            above = []
        self._foot = lines[at:] if page.tables else [*self._foot, *lines]
        return headings

    def _above(self, lines: Sequence[Line], *, opens: bool) -> TableHeading:
        unit = ""
        rest = [*lines]
        while rest and (told := _beside_table(rest[-1].text)) is not None:
            unit = told or unit
            rest.pop()
        heading = self._read(rest)
        if heading is None or heading.style == _CHAPTER:
            return TableHeading(unit=unit, opens=opens)
        unit = unit or _unit_at_end(heading.lines[-1].text)
        outer = [one for one in self._open[:-1] if one.style != _CHAPTER]
        goal = outer[-1].part() if outer else None
        name = heading.part(label=False) if heading.role != "goal" else None
        if heading.role == "indicator":
            return TableHeading(goal, name, goal, unit, opens)
        return TableHeading(heading.part(), name, goal, unit, opens)

    def _read(self, lines: Sequence[Line]) -> _Heading | None:
        """Read lines in order; return the heading that the last of them is, or ends."""
        last: _Heading | None = None
        for line in lines:
            heading = _heading(line)
            if heading is not None:
                styles = [one.style for one in self._open]
                if heading.style in styles:
                    del self._open[styles.index(heading.style) :]
                self._open.append(heading)
            elif (
                last is not None
                and _goes_on(last.lines[-1], line)
                and len(last.lines) < _MOST_LINES
            ):
                heading = last._replace(lines=(*last.lines, line))
                self._open[-1] = heading
            last = heading
        return last


def _heading(line: Line) -> _Heading | None:
    text = line.text.strip()
    if len(text) > _LONGEST or text[-1] in _ENDS:
        return None
    worded = match_heading(text)
    if worded is not None and worded.role in ("goal", "indicator"):
        start = worded.start + len(line.text) - len(line.text.lstrip())
        own = take_characters(line, range(start, len(line.text)))
        return _Heading(worded.role, _WORDED + worded.role, (own,))
    label = parse_label(text)
    if label is None or label.glued or label.length == len(text) or is_title_of_tables(text):
        return None
    return _Heading("", label.base, (line,))


def _unit_at_end(heading: str) -> str:
    """Return the unit that a heading gives in brackets: 一、加強巡護（單位：航次）."""
    match = _UNIT_AT_END.search("".join(heading.split()))
    return _of_all(unit_line(match[0])) if match else ""


def _of_all(unit: str) -> str:
    """Return a unit that is that of all figures; nothing for a list of several."""
    return "" if _OF_SEVERAL.search(unit) else _CURRENCY.sub("", unit)


def _goes_on(line: Line, below: Line) -> bool:
    """Tell whether a line is the rest of a heading: the one above it is full."""
    height = line.bottom - line.top
    return (
        below.page == line.page
        and below.top - line.bottom < height
        and bool(line.lefts and below.lefts)
        and line.x1 > below.x1 + height
        and _heading(below) is None
        and below.text.strip()[-1] not in _ENDS
    )


def _beside_table(text: str) -> str | None:
    """Return the unit that a line gives if it belongs to the table below; None for other lines."""
    unit = unit_line(text)
    if unit:
        return _of_all(unit)
    return "" if _CAPTION.match(text.strip()) or is_header_line(text) else None
