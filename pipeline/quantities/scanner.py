"""Text -> the quantities in it: value, unit, bound, printed precision; and what only looks like one.

The notation that is read stands in `docs/notation.md`, with examples.

>>> [(item.text, str(item.value), item.unit) for item in find("訪視8,656人，達成率為108%。")]
[('8,656人', '8656', '人'), ('108%', '108', '%')]
>>> [str(item.kind) for item in find("105年9月1日第1130302285號函")], find("大陸地區人民參與，一般")
(['date', 'document_number'], [])

A text that has to be one quantity is refused if it is not.

>>> Quantity.parse("8,656人次").value
Decimal('8656')
>>> Quantity.parse("賡續辦理")
Traceback (most recent call last):
    ...
pipeline.quantities.scanner.QuantityError: not a quantity: '賡續辦理'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import (
    bounds,
    counters,
    numeral_characters,
    precision,
    ranges,
)
from pipeline.quantities.figures.figure import Figure, FigureText, Passed
from pipeline.quantities.figures.reader import read_arabic, read_figure
from pipeline.quantities.kinds import QUANTITIES, QuantityKind
from pipeline.quantities.labels import inline_labels
from pipeline.quantities.labels.inline_labels import InlineLabel
from pipeline.quantities.labels.label_styles import NUMBER_OF_SINGLE
from pipeline.quantities.lookalikes import matching
from pipeline.quantities.lookalikes.lookalike import Lookalike
from pipeline.quantities.precision import printed_decimals
from pipeline.quantities.units import same_counter

__all__ = [
    "Quantity",
    "QuantityError",
    "QuantityKind",
    "find",
    "find_in_paragraphs",
    "may_be_one",
    "same_counter",
]


class QuantityError(ValueError):
    """Text that is not one quantity; the message names the text."""


class Quantity(NamedTuple):
    """A figure with the text that it was read from.

    ``text`` is what stands from ``start`` to ``end``: the figure, its unit and the bound words beside
    it; ``number_start`` and ``number_end`` leave out the bound words. A range has ``low`` and ``high``,
    and ``value`` is its low end.
    """

    text: str
    start: int
    end: int
    value: Decimal | Fraction
    kind: QuantityKind
    unit: str = ""
    bound: str = bounds.EQUAL
    decimals: int = 0
    low: Decimal | Fraction | None = None
    high: Decimal | Fraction | None = None
    year: int | None = None
    number_start: int = 0
    number_end: int = 0

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """Read a text that is one quantity and nothing else."""
        quantities = [item for item in find(text) if item.is_quantity]
        if len(quantities) == 1:
            (only,) = quantities
            if not (text[: only.start] + text[only.end :]).strip():
                return only
        shown = text if len(text) <= 60 else f"{text[:60]}…"
        raise QuantityError(f"not a quantity: {shown!r}")

    @property
    def is_quantity(self) -> bool:
        """Tell whether the figure measures or counts something."""
        return self.kind in QUANTITIES

    @property
    def is_exact(self) -> bool:
        """Tell whether it stands for one value only."""
        if self.low is not None and self.high is not None:
            return self.low == self.high
        if self.kind == QuantityKind.NUMBER:
            return self.decimals == 0 and self.bound != bounds.ABOUT
        return self.kind == QuantityKind.FRACTION or self.kind not in QUANTITIES

    @property
    def is_plain(self) -> bool:
        """Tell whether it is one figure, given without 約 or 餘."""
        return self.low is None and self.high is None and self.bound != bounds.ABOUT

    @property
    def rounded(self) -> tuple[Fraction, Fraction]:
        """Return the ends of what rounds to its value, to the last printed place."""
        return precision.rounded(self.value, self.decimals)

    @property
    def interval(self) -> tuple[Fraction, Fraction]:
        """Return the least and the greatest value that would be printed so."""
        if self.low is not None and self.high is not None:
            return Fraction(self.low), Fraction(self.high)
        if self.is_exact:
            value = Fraction(self.value)
            return value, value
        if self.bound != bounds.ABOUT:
            return self.rounded
        counted = self.kind == QuantityKind.NUMBER and self.decimals <= 0
        more = not _MORE.isdisjoint(self.text)
        return precision.about(self.value, self.decimals, counted=counted, more=more)


def may_be_one(a: Quantity, b: Quantity) -> bool:
    """Tell whether two printed figures of the same counter may stand for one value.

    They may where some value would be printed as both: 39,012千元 and 3,901萬元. Printed to the same
    place, one value is printed in one way only: 39.2 is not 39.3, though 39.25 lies on the edge of
    both. 約 and ranges leave that open.

    >>> [may_be_one(Quantity.parse("39.2公噸"), Quantity.parse(f"{other}公噸"))
    ...  for other in ("39.20", "39.24", "39.3", "約39.3", "39")]
    [True, True, False, True, False]
    """
    if a.decimals == b.decimals and a.is_plain and b.is_plain:
        return a.value == b.value
    (low, high), (least, most) = a.interval, b.interval
    return low <= most and least <= high


_MORE = frozenset("餘余多")
# Where a figure may begin, with all digits there; a point alone is none.
_CANDIDATE = re.compile(
    f"[.0-9{numeral_characters.CHINESE_NUMERALS}半{''.join(NUMBER_OF_SINGLE)}][0-9]*"
)
# Addresses and unmapped glyphs, whose digits are no figures, each by what all of its kind hold. Few
# texts hold any of these: to look for them first saves 1.9 % of the work for a long report.
MASKED = {
    "://": r"https?://[!-~]+",
    "www.": r"www\.[!-~]+",
    "(cid:": r"\(cid:[0-9]+\)",
    "@": r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+",
}
_MASKED = late("|".join(MASKED.values()))
# A whole cell such as (1,234) is a negative amount, as accountants write it.
_ACCOUNTANTS = late(r"\s*\((?P<amount>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?)\)\s*")


def find(text: str) -> list[Quantity]:
    """Return the figures of a text in their order, also those that are no quantity."""
    return find_in(text, FigureText.from_text(text), 0)


def find_in(
    text: str, whole: FigureText, start: int, glued: AbstractSet[int] | None = None
) -> list[Quantity]:
    """Return the figures of a text that begins at a place of another, which was folded at once.

    ``glued`` is where its lines begin with a number of a run 1. 2. 3., if that is known.
    """
    end = start + len(text)
    folded = whole.folded[start:end]
    first = _CANDIDATE.search(folded)
    if first is None:
        return []
    if glued is None:
        glued = _glued(text) if "\n" in text else _NONE
    return _Scanner(text, FigureText(whole.printed[start:end], folded), glued).run(first)


_NONE: AbstractSet[int] = frozenset()


def _glued(text: str) -> AbstractSet[int]:
    """Return where lines of a text begin with a number of a run 1. 2. 3."""
    lines = text.split("\n")
    glued = inline_labels.find_glued(lines)
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return {start for index, start in enumerate(starts) if index in glued}


def find_in_paragraphs(paragraphs: Sequence[str]) -> list[list[Quantity]]:
    """Read the paragraphs of a cell, whose run 1. 2. 3. tells a list number glued to its figure."""
    glued = inline_labels.find_glued(paragraphs)
    return [
        find_in(text, FigureText.from_text(text), 0, {0} if index in glued else _NONE)
        for index, text in enumerate(paragraphs)
    ]


class _Scanner:
    """Reads one text from left to right; no place is read twice."""

    def __init__(self, text: str, source: FigureText, glued: AbstractSet[int]) -> None:
        self.text = text
        self.source = source
        self.glued = glued
        self.items: list[Quantity] = []
        self.floor = 0  # where the last figure ends, with its bounds
        self.last: Figure | None = None  # the last one, while it can be the low end of a range
        self.last_bound = (bounds.EQUAL, 0)
        self.label: InlineLabel | None = None

    def run(self, candidate: re.Match[str] | None) -> list[Quantity]:
        """Return what the text holds, from the first place on where a figure may begin."""
        folded = self.source.folded
        if any(mark in folded for mark in MASKED):
            folded = _MASKED.sub(lambda match: "\0" * len(match[0]), folded)
            self.source = FigureText(self.source.printed, folded)
            candidate = _CANDIDATE.search(folded)
        while candidate:
            start, at = candidate.span()
            if at - start > 1 or folded[start] != ".":
                self._read(start, at)
                at = self.floor
            candidate = _CANDIDATE.search(folded, at)
        return self.items

    def _read(self, start: int, stop: int) -> None:
        """Read what begins with the numeral character at a place, and move on.

        Arabic digits go on to ``stop``.
        """
        folded = self.source.folded
        arabic = folded[start] <= "9"
        if not arabic or (
            stop - start < 3 and folded[stop : stop + 1] in inline_labels.BEHIND_DIGITS
        ):
            label = self._opening(start) or inline_labels.match_label(
                folded, start, self.floor, self.label
            )
            if label:
                self._add_label(label)
                return
        lookalike = (
            matching.match_arabic(folded, start, stop, self.floor)
            if arabic
            else matching.match_chinese(folded, start, self.floor)
        )
        if lookalike:
            self._add_lookalike(lookalike)
            return
        read = read_arabic if arabic else read_figure
        figure = read(self.source, start, self.floor, stop)
        if isinstance(figure, Passed):
            self.floor, self.last = figure.end, None
        else:
            self._add_figure(figure)

    def _opening(self, start: int) -> InlineLabel | None:
        """Return the list number glued to its item, where a line begins."""
        line = start
        while line > self.floor and self.source.folded[line - 1] == " ":
            line -= 1
        if line > 0 and self.source.folded[line - 1] != "\n":
            return None
        return inline_labels.match_opening(self.source.folded, start, in_run=line in self.glued)

    def _add_label(self, label: InlineLabel) -> None:
        self.label = label
        self._add_lookalike(
            Lookalike(QuantityKind.LIST_MARKER, label.start, label.end, label.number)
        )

    def _add_lookalike(self, lookalike: Lookalike) -> None:
        text = self.text[lookalike.start : lookalike.end]
        self.items.append(
            Quantity(
                text, lookalike.start, lookalike.end, lookalike.value, lookalike.kind, lookalike.unit,
                year=lookalike.year, number_start=lookalike.start, number_end=lookalike.end,
            )
        )  # fmt: skip
        self.floor, self.last = lookalike.end, None

    def _add_figure(self, figure: Figure) -> None:
        """Add a figure with its bounds, and as a range if it goes on from the one before."""
        if self.source.folded.startswith("(") and _ACCOUNTANTS.fullmatch(self.source.folded):
            figure = figure._replace(value=-figure.value, start=0, end=len(self.text))
        folded = self.source.folded
        joined, last = None, self.last
        if last and figure.start - last.end <= ranges.LONGEST_BETWEEN:
            joined = ranges.join_range(folded, last, figure)
        if joined:
            self.items.pop()
            figure = joined
            bound, start = self.last_bound
        else:
            bound, start = bounds.bound_before(folded, self.floor, figure.start)
            if start < figure.start and self._is_no_bound(figure, start):
                bound, start = bounds.EQUAL, figure.start
        self.last, self.last_bound = figure, (bound, start)
        behind, end = bounds.bound_behind(folded, figure.end)
        if behind != bounds.EQUAL:
            bound, self.last = behind, None
        elif figure.more and bound == bounds.EQUAL:
            bound = bounds.ABOUT
        low = figure.value if figure.high is not None else None
        self.items.append(
            Quantity(
                self.text[start:end], start, end, figure.value, figure.kind, figure.unit, bound,
                printed_decimals(figure.value), low, figure.high, None, figure.start, figure.end,
            )
        )  # fmt: skip
        self.floor = end

    def _compares(self, figure: Figure, start: int) -> bool:
        """Tell whether the word between two figures compares them: 1,500人超出230人."""
        last = self.items[-1] if self.items else None
        return (
            last is not None
            and last.end == start
            and last.kind == figure.kind
            and last.bound == bounds.EQUAL
            and bool(last.unit)
            and same_counter(last.unit, figure.unit)
            and bounds.is_comparison(self.source.folded, start)
        )

    def _is_no_bound(self, figure: Figure, start: int) -> bool:
        """Tell whether the word before a figure sets none: 近3年 are the last three, not about three."""
        return self._compares(figure, start) or (
            self.source.folded[start] == "近" and figure.unit in counters.LENGTHS_OF_TIME
        )
