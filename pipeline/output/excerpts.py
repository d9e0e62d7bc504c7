r"""A sentence -> what a terminal shows of it: one line, cut to its width, with the rate underlined.

>>> Excerpt("完成修復，目標值400件，達成率", "115％", "。").lines(24)
('...400件，達成率115％。', '                ^^^^^')
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from pipeline.claims import Figure
from pipeline.output.visible_text import escape_line

_CUT = "..."
"""Three ASCII dots: how wide a terminal shows … depends on its font."""


class Excerpt(NamedTuple):
    """A sentence in three parts, each as a terminal can show it: the rate is the middle one."""

    before: str
    rate: str
    after: str

    @classmethod
    def from_figure(cls, stated: Figure) -> Excerpt:
        """Return the sentence of a stated rate, parted where the rate stands in it."""
        return cls(*map(escape_line, stated.parted))

    def cut(self, columns: int) -> Excerpt:
        """Return what fits into so many columns: the rate, and more of what stands before it."""
        if display_width(self.before + self.rate + self.after) <= columns:
            return self
        if not self.rate:
            return Excerpt(_end_cut(self.before, columns), "", "")
        room = max(columns - display_width(self.rate), 2 * len(_CUT))
        behind = min(display_width(self.after), max(room // 4, room - display_width(self.before)))
        after = _end_cut(self.after, behind)
        before = _end_cut(self.before[::-1], room - display_width(after))[::-1]
        return Excerpt(before, self.rate, after)

    def lines(self, columns: int) -> tuple[str, ...]:
        """Return the sentence and, where the rate stands in it, the line that underlines it."""
        shown = self.cut(columns)
        text = shown.before + shown.rate + shown.after
        if not shown.rate:
            return (text,)
        return text, " " * display_width(shown.before) + "^" * display_width(shown.rate)


def display_width(text: str) -> int:
    """Return how many columns of a terminal a text takes: full-width characters take two.

    >>> display_width("達成率10.5％"), display_width("e\u0301")
    (12, 1)
    """
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _end_cut(text: str, columns: int) -> str:
    """Return as much of a text as fits into so many columns, with dots where its end is missing."""
    if display_width(text) <= columns:
        return text
    room = columns - len(_CUT)
    kept = 0
    for char in text:
        room -= _columns(char)
        if room < 0:
            break
        kept += 1
    return text[:kept] + _CUT
