"""Lines of a plain text -> blocks: consecutive lines of one paragraph, as far as the text tells.

>>> lines = [Line("一、衡量標準：航", 1, 1, 1, ends=False), Line("次。 ", 1, 2, 2, ends=True)]
>>> [block.text for block in blocks_from_lines(lines)]
['一、衡量標準：航次。']
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import regex

from pipeline.quantities import ListLabel, parse_label
from pipeline.records import Line
from pipeline.rows.spaces import clean_text, text_width
from pipeline.tables import section_role

_OPENS_ANALYSIS = regex.compile(
    r"""
    ^ (?P<cell> .*\S ) \s+                     # the end of a narrow cell,
    (?P<analysis>                              # and on the same line the analysis
      一、\s* (?P<title> [^：:]{2,12} ) [：:] .*
    ) $
    """,
    regex.VERBOSE,
)


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
        label = _line_label(self.lines[0].text)
        return label.number if label else 0

    @property
    def digits(self) -> bool:
        """Tell whether its list number is in digits, as those of items are."""
        label = _line_label(self.lines[0].text)
        return label is not None and label.style[0] == "1"

    @property
    def full_widths(self) -> list[int]:
        """Return the widths of the lines that had to break, in half-width characters."""
        return [line_width(line) for line in self.lines if not line.ends]

    @property
    def width(self) -> int:
        """Return the width of the widest line, in half-width characters."""
        return max(map(line_width, self.lines))


@lru_cache(maxsize=4096)
def _line_label(text: str) -> ListLabel | None:
    return parse_label(clean_text(text))


def line_width(line: Line) -> int:
    """Return the width of a line in half-width characters, without the spaces of justified setting."""
    return _clean_width(line.text)


@lru_cache(maxsize=4096)
def _clean_width(text: str) -> int:
    return text_width(clean_text(text))


def blocks_from_lines(lines: Sequence[Line]) -> list[TextBlock]:
    """Group the lines of a page to paragraphs; a new part of the analysis opens one too."""
    blocks: list[list[Line]] = []
    is_open = False
    for line in lines:
        for part in _split_at_analysis(line):
            if is_open and not opens_section(part.text):
                blocks[-1].append(part)
            else:
                blocks.append([part])
            is_open = not part.ends
    return [TextBlock(tuple(block)) for block in blocks]


def _split_at_analysis(line: Line) -> list[Line]:
    """Return the end of a narrow cell and the analysis behind it, else the whole line."""
    match = _OPENS_ANALYSIS.match(line.text)
    if match is None or section_role(match["title"]) is None:
        return [line]
    return [
        Line(match["cell"], line.page, line.top, line.bottom, ends=True),
        Line(match["analysis"], line.page, line.top, line.bottom, ends=line.ends),
    ]


def opens_section(text: str) -> bool:
    """Tell whether a line opens a part of the analysis.

    >>> opens_section("一、衡量標準：航次。"), opens_section("一、守護湖域")
    (True, False)
    """
    text = clean_text(text)
    label = parse_label(text)
    if label is None or label.style != "一、":
        return False
    return section_role(regex.split("[：:]", text[label.length :])[0]) is not None


def slice_blocks(blocks: Sequence[TextBlock], start: int, end: int) -> list[TextBlock]:
    """Return the blocks that the lines from ``start`` to ``end``, counted through all blocks, make."""
    sliced: list[TextBlock] = []
    first = 0
    for block in blocks:
        lines = block.lines[max(start - first, 0) : max(end - first, 0)]
        if lines:
            sliced.append(TextBlock(lines))
        first += len(block.lines)
    return sliced


def inner_lines(blocks: Sequence[TextBlock]) -> set[int]:
    """Return the numbers of the lines, counted through all blocks, that open none of them."""
    opening = set(accumulate((len(block.lines) for block in blocks), initial=0))
    return set(range(max(opening))) - opening
