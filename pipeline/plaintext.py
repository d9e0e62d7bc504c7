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

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, pairwise
from statistics import median

from pipeline import layouts, markers, rows
from pipeline.model import Line, Place
from pipeline.paragraphs import Column, clean, width
from pipeline.rows import Contents, Part, Piece

_HEADER_LINES = 12
"""How many lines a header may take at most."""
_NARROW = 0.6
"""A line of up to this share of the widest lines is narrow."""
_OPENS_ANALYSIS = re.compile(r"^(?P<cell>.*\S)\s+(?P<analysis>一、\s*(?P<title>[^：:]{2,12})[：:].*)$")


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive lines of one paragraph, as far as the text tells."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Return the paragraph's text without the spaces of justified setting."""
        return "".join(clean(line.text) for line in self.lines)

    @property
    def full_widths(self) -> list[int]:
        """Return the widths of the lines that had to break, in half-width characters."""
        return [width(clean(line.text)) for line in self.lines if not line.ends]

    @property
    def width(self) -> int:
        """Return the width of the widest line, in half-width characters."""
        return max(width(clean(line.text)) for line in self.lines)


def read(text: str) -> Contents:
    """Read the rows of a report out of its plain text."""
    lines = list(_lines(text))
    contents = Contents()
    contents.counts["glyphs"] = _glyphs(lines)
    pages = list(_split_at_headers(lines))
    contents.roles = pages[1][0] if len(pages) > 1 else ()
    contents.counts["glyphs in headers"] = contents.counts["glyphs"] - sum(
        _glyphs(page) for _, page in pages
    )
    contents.loose = [(line, True) for line in pages[0][1] if line.text.strip()]
    if not contents.roles:
        return contents
    table = [_blocks(page) for _, page in pages[1:]]
    pieces = list(_Columns(contents.roles, table).pieces())
    contents.counts["glyphs in cells"] = sum(
        _glyphs(part.lines) for piece in pieces for part in piece.parts.values()
    )
    contents.counts["pages"] = lines[-1].page
    contents.rows = [rows.build(number, [piece]) for number, piece in enumerate(pieces, start=1)]
    contents.counts["rows"] = len(contents.rows)
    return contents


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines that hold something, with their numbers; blank ones tell nothing."""
    page = 1
    for number, raw in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
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
        roles = layouts.split_header(text)
        if roles is None and not layouts.begins_header(text):
            break
        if roles and layouts.is_header(roles):
            best = (length, roles)
    return best


def _blocks(lines: Sequence[Line]) -> list[Block]:
    """Group the lines of a page to paragraphs; a new part of the analysis opens one too."""
    blocks: list[list[Line]] = []
    open_ = False
    for line in lines:
        match = _OPENS_ANALYSIS.match(line.text)
        split = match is not None and layouts.section_of(match["title"]) is not None
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
    return [Block(tuple(block)) for block in blocks]


def _opens_section(text: str) -> bool:
    """Tell whether a line opens a part of the analysis (一、衡量標準：…)."""
    text = clean(text)
    marker = markers.marker_of(text)
    if marker is None or marker.style != "一、":
        return False
    return layouts.section_of(re.split("[：:]", text[marker.length :])[0]) is not None


class _Columns:
    """Shares the blocks of a table out among its columns."""

    def __init__(self, roles: tuple[str, ...], pages: Sequence[Sequence[Block]]) -> None:
        self.roles = roles
        self.narrow = roles[:-1]
        self.pages = pages
        widths = [width(clean(line.text)) for page in pages for b in page for line in b.lines]
        self.wide = sorted(widths)[int(0.95 * (len(widths) - 1))] if widths else 0
        self.widths: dict[str, float] = {}

    def pieces(self) -> Iterator[Piece]:
        """Yield one piece for each row; the second pass knows how wide each column is."""
        self._learn(self._rows())
        for cells in self._rows():
            yield self._piece(cells)

    def _learn(self, found: Sequence[dict[str, list[Block]]]) -> None:
        for role in self.narrow:
            widths = [w for cells in found for block in cells[role] for w in block.full_widths]
            if widths:
                self.widths[role] = median(widths)

    def _is_narrow(self, block: Block) -> bool:
        return block.width <= _NARROW * self.wide

    def _rows(self) -> list[dict[str, list[Block]]]:
        """Return the blocks of each row by role."""
        found: list[dict[str, list[Block]]] = []
        for page in self.pages:
            index = 0
            while index < len(page):
                if self._opens_row(page[index], len(found) + 1):
                    found.append({role: [] for role in self.roles})
                end = self._narrow_end(page, index, len(found) + 1)
                if not found:
                    index = max(end, index + 1)  # before the first row: nothing to belong to
                    continue
                self._share(page[index:end], found[-1])
                index = end
                while index < len(page) and not self._opens_row(page[index], len(found) + 1):
                    found[-1][self.roles[-1]].append(page[index])
                    index += 1
        return found

    def _opens_row(self, block: Block, number: int) -> bool:
        text = block.text
        marker = markers.marker_of(text)
        return (
            marker is not None
            and marker.style == "一、"
            and marker.number == number
            and self._is_narrow_start(block)
            and not _opens_section(text)
        )

    def _is_narrow_start(self, block: Block) -> bool:
        """Tell whether a block begins in a narrow column (a page cut may glue a wide one to it)."""
        return width(clean(block.lines[0].text)) <= _NARROW * self.wide

    def _narrow_end(self, page: Sequence[Block], index: int, number: int) -> int:
        """Return where the narrow blocks from ``index`` on end."""
        end = index
        while end < len(page) and self._is_narrow(page[end]) and not _opens_section(page[end].text):
            if end > index and self._opens_row(page[end], number):
                break
            end += 1
        return end

    def _share(self, blocks: Sequence[Block], cells: dict[str, list[Block]]) -> None:
        """Share narrow blocks out among the narrow columns, at the least cost."""
        if not blocks:
            return
        fresh = not any(cells.values())
        options = self._splits(blocks) if fresh else [list(blocks)]
        best = min(
            (
                (self._cost(option, cuts, fresh) + 3 * (len(option) - len(blocks)), n, option, cuts)
                for n, option in enumerate(options)
                for cuts in combinations_with_replacement(
                    range(len(option) + 1), len(self.narrow) - 1
                )
            ),
            key=lambda choice: choice[:2],
        )
        _, _, option, cuts = best
        for role, (start, end) in zip(
            self.narrow, pairwise((0, *cuts, len(option))), strict=True
        ):
            cells[role].extend(option[start:end])

    def _splits(self, blocks: Sequence[Block]) -> list[list[Block]]:
        """Return the blocks as they are and, where too few, with one cut between two lines.

        A cell that a page break cut ends without the mark of a paragraph's end, so that the first
        lines of the next cell look like its own.
        """
        options = [list(blocks)]
        for index, block in enumerate(blocks):
            for at in range(1, len(block.lines)):
                head, tail = Block(block.lines[:at]), Block(block.lines[at:])
                options.append([*blocks[:index], head, tail, *blocks[index + 1 :]])
        return options

    def _cost(self, blocks: Sequence[Block], cuts: tuple[int, ...], fresh: bool) -> float:
        cost = 0.0
        for role, (start, end) in zip(
            self.narrow, pairwise((0, *cuts, len(blocks))), strict=True
        ):
            cell = blocks[start:end]
            if not cell:
                cost += 5 if fresh else 0
                continue
            cost += self._cell_cost(role, cell)
        return cost

    def _cell_cost(self, role: str, cell: Sequence[Block]) -> float:
        """Return how unlike one cell of this column the blocks are."""
        numbers = [markers.marker_of(block.text) for block in cell]
        cost = 0.0
        for before, marker in pairwise((None, *numbers)):
            due = before.number + 1 if before else 1
            if marker is not None and marker.style[0] == "1" and marker.number != due:
                cost += 4
            if marker is None and before is not None:
                cost += 2  # a paragraph without a number behind one with a number
        if role == "goal":
            cost += len(cell) - 1
        if role in self.widths:
            usual = self.widths[role]
            for block in cell:
                for index, full in enumerate(block.full_widths):
                    # The first line of a hanging paragraph may be wider than the rest.
                    wider = 0 if index == 0 and full - usual <= 6 else max(full - usual, 0)
                    cost += (wider + max(usual - full, 0)) / 4
        return cost

    def _piece(self, cells: dict[str, list[Block]]) -> Piece:
        parts = {}
        for role, blocks in cells.items():
            lines = tuple(line for block in blocks for line in block.lines)
            room = Column(0.0, self._room(lines))
            parts[role] = Part(lines, (room,) * len(lines), filled=False)
        used = [line for part in parts.values() for line in part.lines]
        first, last = min(used, key=_number), max(used, key=_number)
        return Piece(parts, {}, Place(first.page, None, first.top, None, last.bottom))

    @staticmethod
    def _room(lines: Sequence[Line]) -> float:
        """Return the width of a column in half-width characters, as its usual full line shows."""
        full = Counter(width(clean(line.text)) for line in lines if not line.ends)
        return float(max(full, key=lambda w: (full[w], w))) if full else 0.0


def _number(line: Line) -> float:
    return line.top
