"""Plain text of a report -> rows: the dump that a word processor makes of a prose table.

Such a dump gives the cells one after the other, a line for each printed line. A line that ends in a
space ends a paragraph; the table header stands again wherever a page began. Nothing else tells
cells apart, so their printed widths and list numbers have to:

* the analysis column is wide, the others are narrow;
* a row opens with the goal number that is due (一、 二、 …) over narrow lines;
* its narrow paragraphs are shared out among the narrow columns so that runs 1. 2. 3. stay together
  and the lines of a column are alike in width;
* after a page break, narrow lines go on in the column whose width they have.

Places are line numbers counted from 1; pages are told apart by form feeds alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from math import ceil
from statistics import median
from typing import NamedTuple

import regex

from pipeline.quantities import LabelRun, ListLabel, mend_text, parse_label
from pipeline.records import Line, Place
from pipeline.rows import assembly
from pipeline.rows.assembly import CellPart, Contents, RowPart
from pipeline.rows.paragraphs import ColumnExtent, clean_text, text_width
from pipeline.tables import begins_header, is_header, section_role, split_header

_HEADER_LINES = 12
"""How many lines a header may take at most."""
_NARROW = 0.6
"""A line of up to this share of the widest lines is narrow."""
_GOAL_STYLES = ("一、", "壹、", "(一)")
"""How goals are numbered; 1. and (1) number the items of a cell too, and tell no goal."""
_MOST_LINES = 90
"""How many narrow lines a row may have on a page; more are no cells that could be told apart."""
_CUT = 3
"""The cost of a column that begins within a block, or goes on though it seemed complete."""
_TELLING = 2
"""So many lines at a page's foot tell how many a cut cell beside them has; fewer may be chance."""
_OPENS_ANALYSIS = regex.compile(
    r"^(?P<cell>.*\S)\s+(?P<analysis>一、\s*(?P<title>[^：:]{2,12})[：:].*)$"
)

_TITLED = regex.compile(r"[^、]{1,3}、[^：:。，]{2,12}[：:]")


class TextBlock(NamedTuple):
    """Consecutive lines of one paragraph, as far as the text tells."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Return the paragraph's text without the spaces of justified setting."""
        return "".join(clean_text(line.text) for line in self.lines)

    @property
    def number(self) -> int:
        """Return the list number that the paragraph opens with, 0 for none."""
        marker = _marker(self.lines[0].text)
        return marker.number if marker else 0

    @property
    def digits(self) -> bool:
        """Tell whether its list number is in digits, as those of items are."""
        marker = _marker(self.lines[0].text)
        return marker is not None and marker.style[0] == "1"

    @property
    def full_widths(self) -> list[int]:
        """Return the widths of the lines that had to break, in half-width characters."""
        return [_width(line.text) for line in self.lines if not line.ends]

    @property
    def width(self) -> int:
        """Return the width of the widest line, in half-width characters."""
        return max(_width(line.text) for line in self.lines)


@lru_cache(maxsize=4096)
def _marker(text: str) -> ListLabel | None:
    return parse_label(clean_text(text))


@lru_cache(maxsize=4096)
def _width(text: str) -> int:
    return text_width(clean_text(text))


def rows_from_text(text: str) -> Contents:
    """Read the rows of a report out of its plain text."""
    lines = list(_lines(text))
    contents = Contents()
    contents.counts["glyphs"] = _glyphs(lines)
    pages = list(_split_at_headers(lines))
    contents.roles = pages[1][0] if len(pages) > 1 else ()
    contents.counts["glyphs in headers"] = contents.counts["glyphs"] - sum(
        _glyphs(page) for _, page in pages
    )
    contents.loose.extend((line, True) for line in pages[0][1])
    contents.counts["pages"] = lines[-1].page if lines else 1
    pieces: list[RowPart] = []
    if "analysis" in contents.roles[-1:]:  # only a wide last column can be told from the others
        pieces = list(_Columns(contents.roles, [_blocks(page) for _, page in pages[1:]]).pieces())
    placed = {line.top for piece in pieces for part in piece.parts.values() for line in part.lines}
    contents.loose.extend(
        (line, False) for _, page in pages[1:] for line in page if line.top not in placed
    )
    contents.counts["glyphs in cells"] = sum(
        _glyphs(part.lines) for piece in pieces for part in piece.parts.values()
    )
    contents.rows.extend(assembly.build_row(n, [piece]) for n, piece in enumerate(pieces, start=1))
    contents.counts["rows"] = len(contents.rows)
    return contents


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines that hold something, with their numbers; blank ones tell nothing."""
    page = 1
    for number, raw in enumerate(mend_text(text.removeprefix("\ufeff")).split("\n"), start=1):
        page += raw.count("\f")
        content = raw.replace("\f", "").rstrip("\r")
        if content.strip():
            yield Line(content, page, number, number, ends=content[-1].isspace())


def _glyphs(lines: Sequence[Line]) -> int:
    return sum(not char.isspace() for line in lines for char in line.text)


def _split_at_headers(lines: Sequence[Line]) -> Iterator[tuple[tuple[str, ...], list[Line]]]:
    """Yield what stands before the first header, then each header's roles and what follows it."""
    roles: tuple[str, ...] = ()
    page: list[Line] = []
    index = 0
    while index < len(lines):
        length, found = _header_at(lines, index)
        if found:
            yield roles, page
            roles, page, index = found, [], index + length
        else:
            page.append(lines[index])
            index += 1
    yield roles, page


def _header_at(lines: Sequence[Line], index: int) -> tuple[int, tuple[str, ...]]:
    """Return how many lines from here are a table header, and the roles of its columns."""
    best: tuple[int, tuple[str, ...]] = (0, ())
    text = ""
    for length, line in enumerate(lines[index : index + _HEADER_LINES], start=1):
        text += "".join(line.text.split())
        roles = split_header(text)
        if roles is None and not begins_header(text):
            break
        if roles and is_header(roles):
            best = (length, roles)
    return best


def _blocks(lines: Sequence[Line]) -> list[TextBlock]:
    """Group the lines of a page to paragraphs; a new part of the analysis opens one too."""
    blocks: list[list[Line]] = []
    open_ = False
    for line in lines:
        match = _OPENS_ANALYSIS.match(line.text)
        split = match is not None and section_role(match["title"]) is not None
        pieces = [line]
        if match is not None and split:
            pieces = [
                Line(match["cell"], line.page, line.top, line.bottom, ends=True),
                Line(match["analysis"], line.page, line.top, line.bottom, ends=line.ends),
            ]
        for piece in pieces:
            if open_ and not _opens_section(piece.text):
                blocks[-1].append(piece)
            else:
                blocks.append([piece])
            open_ = not piece.ends
    return [TextBlock(tuple(block)) for block in blocks]


def _opens_section(text: str) -> bool:
    """Tell whether a line opens a part of the analysis (一、衡量標準：…)."""
    text = clean_text(text)
    marker = parse_label(text)
    if marker is None or marker.style != "一、":
        return False
    return section_role(regex.split("[：:]", text[marker.length :])[0]) is not None


class _Columns:
    """Shares the blocks of a table out among its columns."""

    def __init__(self, roles: tuple[str, ...], pages: Sequence[Sequence[TextBlock]]) -> None:
        self.roles = roles
        self.narrow = roles[:-1]
        self.pages = pages
        widths = [_width(line.text) for page in pages for b in page for line in b.lines]
        self.wide = sorted(widths)[ceil(0.95 * (len(widths) - 1))] if widths else 0
        self.widths: dict[str, float] = {}
        first = next((parse_label(page[0].text) for page in pages if page), None)
        self.style = first.base if first and first.base in _GOAL_STYLES else _GOAL_STYLES[0]

    def pieces(self) -> Iterator[RowPart]:
        """Yield one piece for each row; the second pass knows how wide each column is."""
        self._learn(self._rows())
        for cells in self._rows():
            yield self._piece(cells)

    def _learn(self, found: Sequence[dict[str, list[TextBlock]]]) -> None:
        for role in self.narrow:
            widths = [w for cells in found for block in cells[role] for w in block.full_widths]
            if widths:
                self.widths[role] = median(widths)

    def _is_narrow(self, block: TextBlock) -> bool:
        return block.width <= _NARROW * self.wide

    def _rows(self) -> list[dict[str, list[TextBlock]]]:
        """Return the blocks of each row by role."""
        found: list[dict[str, list[TextBlock]]] = []
        for page in self.pages:
            index = 0
            while index < len(page):
                if self._opens_row(page[index], found):
                    found.append({role: [] for role in self.roles})
                end = self._narrow_end(page, index, found)
                if not found:
                    index = max(end, index + 1)  # before the first row: nothing to belong to
                    continue
                wide = end
                while wide < len(page) and not self._opens_row(page[wide], found):
                    wide += 1
                # Cells that the page cuts all reach its foot: they have as many lines as this one.
                foot = sum(len(block.lines) for block in page[end:wide]) if wide == len(page) else 0
                self._share(page[index:end], found[-1], foot)
                found[-1][self.roles[-1]].extend(page[end:wide])
                index = wide
        return found

    def _opens_row(self, block: TextBlock, found: Sequence[dict[str, list[TextBlock]]]) -> bool:
        """Tell whether a block is the goal of the row that comes next."""
        text = block.text
        marker = parse_label(text)
        return (
            marker is not None
            and marker.base == self.style
            and marker.number == len(found) + 1
            and self._is_narrow_start(block)
            and not _opens_section(text)
            and not (found and _TITLED.match(text) and self._goes_on(marker, found[-1]))
        )

    def _goes_on(self, marker: ListLabel, cells: dict[str, list[TextBlock]]) -> bool:
        """Tell whether a number goes on from those of the analysis (一、… 二、實施內容：)."""
        run = LabelRun()
        for block in cells[self.roles[-1]]:
            run.sees(parse_label(block.text))
        return marker.number > 1 and run.due(marker)

    def _is_narrow_start(self, block: TextBlock) -> bool:
        """Tell whether a block begins in a narrow column (a page cut may glue a wide one to it)."""
        return _width(block.lines[0].text) <= _NARROW * self.wide

    def _narrow_end(
        self, page: Sequence[TextBlock], index: int, found: Sequence[dict[str, list[TextBlock]]]
    ) -> int:
        """Return where the narrow blocks from ``index`` on end."""
        end = index
        while end < len(page) and self._is_narrow(page[end]) and not _opens_section(page[end].text):
            if end > index and self._opens_row(page[end], found):
                break
            end += 1
        return end

    def _share(
        self, blocks: Sequence[TextBlock], cells: dict[str, list[TextBlock]], foot: int
    ) -> None:
        """Share narrow blocks out among the columns, in order and at the least cost.

        The last column takes part only where a row goes on after a page break: its first lines
        there may be short ones.

        A cell that a page break cut ends without the mark of a paragraph's end, so that the first
        lines of the next cell look like its own: a column may also begin within a block, at a cost.
        """
        count = sum(len(block.lines) for block in blocks)
        if not blocks or count > _MOST_LINES:
            cells[self.narrow[-1]].extend(blocks)
            return
        fresh = not any(cells.values())
        inside = _inside(blocks)
        # The least cost of the columns so far for each number of lines, and where each one ends.
        best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
        roles = self.narrow if fresh else self.roles
        for role in roles:
            before = cells[role]
            best = [
                min(
                    (
                        cost
                        + (_CUT if start in inside and start < end else 0)
                        + self._cost(
                            role, _slice(blocks, start, end), before, foot if fresh else None
                        ),
                        (*ends, end),
                    )
                    for start, (cost, ends) in enumerate(best[: end + 1])
                )
                for end in range(count + 1)
            ]
        ends = best[count][1]
        for role, (start, end) in zip(roles, pairwise((0, *ends)), strict=True):
            cells[role].extend(_slice(blocks, start, end))

    def _cost(
        self, role: str, cell: Sequence[TextBlock], before: Sequence[TextBlock], foot: int | None
    ) -> float:
        """Return how unlike one cell of this column, or the rest of one, the blocks are.

        ``foot`` is None for the rest of a row, else the lines that a cell to the page's foot has.
        """
        fresh = foot is not None
        cut = bool(before) and not before[-1].lines[-1].ends
        if role == self.roles[-1]:
            return self._tail_cost(cell, before)
        if not cell:
            return 5 if fresh else _CUT if cut else 0
        cost = 0.0
        if foot is not None and foot >= _TELLING and not cell[-1].lines[-1].ends:
            cost += min(abs(sum(len(block.lines) for block in cell) - foot) / 2, _CUT)
        # Numbers go on from the last one of the cell; a paragraph that was cut goes on without one.
        last = next((block.number for block in reversed(before) if block.number), 0)
        first = cell[0].number
        if not fresh and (bool(first) if cut else first != last + 1):
            cost += _CUT
        for index, block in enumerate(cell):
            if block.number and block.digits and block.number != last + 1:
                cost += 4
            if not block.number and last and not (cut and index == 0):
                cost += 2  # a paragraph without a number behind one with a number
            last = block.number or last
        if role == "goal":
            cost += len(cell) - 1
        if role in self.widths:
            cost += sum(_unlike(block, self.widths[role]) for block in cell)
        return cost

    def _tail_cost(self, cell: Sequence[TextBlock], before: Sequence[TextBlock]) -> float:
        """Return how unlike the rest of the last column the blocks at a page's head are."""
        last = next((b.number for b in reversed(before) if b.number and b.digits), 0)
        cost = sum(_unlike(block, self.wide) for block in cell)
        for block in cell:
            if block.number and block.digits:
                cost += 0 if block.number in (1, last + 1) else 4
                last = block.number
        return cost

    def _piece(self, cells: dict[str, list[TextBlock]]) -> RowPart:
        parts = {}
        for role, blocks in cells.items():
            lines = tuple(line for block in blocks for line in block.lines)
            room = ColumnExtent(0.0, self._room(lines))
            parts[role] = CellPart.of(lines, room, filled=False)
        used = [line for part in parts.values() for line in part.lines]
        first, last = min(used, key=_number), max(used, key=_number)
        return RowPart(parts, {}, Place(first.page, None, first.top, None, last.bottom))

    @staticmethod
    def _room(lines: Sequence[Line]) -> float:
        """Return the width of a column in half-width characters, as its usual full line shows."""
        full = Counter(_width(line.text) for line in lines if not line.ends)
        return float(max(full, key=lambda w: (full[w], w))) if full else 0.0


def _slice(blocks: Sequence[TextBlock], start: int, end: int) -> list[TextBlock]:
    """Return the blocks that the lines from ``start`` to ``end`` make."""
    found: list[TextBlock] = []
    first = 0
    for block in blocks:
        lines = block.lines[max(start - first, 0) : max(end - first, 0)]
        if lines:
            found.append(TextBlock(lines))
        first += len(block.lines)
    return found


def _inside(blocks: Sequence[TextBlock]) -> set[int]:
    """Return the numbers of the lines, counted through all blocks, that open none of them."""
    opening = set(accumulate((len(block.lines) for block in blocks), initial=0))
    return set(range(max(opening))) - opening


def _unlike(block: TextBlock, usual: float) -> float:
    """Return how much the lines of a block that had to break differ from the column's width."""
    cost = 0.0
    for index, full in enumerate(block.full_widths):
        # The first line of a hanging paragraph may be wider than the rest.
        hangs = index == 0 and block.number and full - usual <= 6
        cost += 0 if hangs and full > usual else abs(full - usual) / 4
    return cost


def _number(line: Line) -> float:
    return line.top
