"""The records handed from stage to stage; they know no file and no PDF library.

    report -> Page -> Table -> Row -> Indicator -> Claim -> Finding -> Report

Places are PDF points from the top left of the page as a reader sees it (rotated, cropped); for plain
text, ``top`` and ``bottom`` are line numbers counted from 1. Figures are `Decimal` or `Fraction`.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate, compress
from operator import ne
from struct import pack
from typing import TYPE_CHECKING, NamedTuple

from pipeline.messages import Language, Message, joined

if TYPE_CHECKING:
    from pipeline.formulas import Formula
    from pipeline.quantities import Quantity

# --------------------------------------------------------------------------- what is on a page


class Glyph(NamedTuple):
    """One printed character with its box (advance width by font height), in points."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


Stretch = tuple[int, int]
"""Neighbours in the stream with the same top and bottom, by index: the first, and the one behind."""


def stretches(
    tops: Sequence[float], bottoms: Sequence[float], starts: Sequence[int], count: int
) -> list[Stretch]:
    """Return the stretches of so many glyphs, from the tops and bottoms of those at ``starts``.

    Each of the others has the top and bottom of the one before.
    """
    if not starts:
        return []
    reaches = zip(tops, bottoms, strict=True)
    after = zip(tops[1:], bottoms[1:], strict=True)
    cuts = [*compress(starts[1:], map(ne, after, reaches))]
    return list(zip([0, *cuts], [*cuts, count], strict=True))


def turns(stretches: Iterable[Stretch], x0: Sequence[float], x1: Sequence[float]) -> list[int]:
    """Return which glyphs begin or end left of the one before in their stretch."""
    # To sort what is in order costs less than to compare each with the next.
    jumbled = [
        stretch
        for stretch in stretches
        if (own := list(x0[stretch[0] : stretch[1]])) != sorted(own)
        or (own := list(x1[stretch[0] : stretch[1]])) != sorted(own)
    ]
    return [
        at
        for start, end in jumbled
        for at in range(start + 1, end)
        if x0[at] < x0[at - 1] or x1[at] < x1[at - 1]
    ]


def column_of(places: Sequence[float]) -> array[float]:
    """Return some places as an array of doubles, which is a quarter of the memory."""
    return array("d", pack(f"{len(places)}d", *places))  # an array alone takes thrice as long


@dataclass(frozen=True, slots=True)
class GlyphColumns:
    """Glyphs as columns, each with an item for each glyph; a slice of one costs next to nothing.

    The places are arrays of doubles. ``stretches`` holds all of the glyphs, in the order of the
    stream; two neighbours may have the same top and bottom. ``turns`` are the indexes of those that
    begin or end left of the one before in their stretch. The glyphs one by one are made whenever they
    are asked for.
    """

    text: str
    x0: array[float]
    top: array[float]
    x1: array[float]
    bottom: array[float]
    stretches: list[Stretch]
    turns: list[int]

    @classmethod
    def of(cls, glyphs: Iterable[Glyph]) -> GlyphColumns:
        """Return some glyphs as columns."""
        texts, x0, top, x1, bottom = tuple(zip(*glyphs, strict=True)) or ((), (), (), (), ())
        found = stretches(top, bottom, range(len(top)), len(top))
        turned = turns(found, x0, x1)
        lefts, tops, rights, bottoms = map(column_of, (x0, top, x1, bottom))
        return cls("".join(texts), lefts, tops, rights, bottoms, found, turned)

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, at: int) -> Glyph:
        return Glyph(self.text[at], self.x0[at], self.top[at], self.x1[at], self.bottom[at])

    def __iter__(self) -> Iterator[Glyph]:
        return map(Glyph, self.text, self.x0, self.top, self.x1, self.bottom)

    def records(self, own: Iterable[Stretch]) -> list[Glyph]:
        """Return the glyphs of some stretches."""
        found: list[Glyph] = []
        for start, end in own:
            columns = (self.text, self.x0, self.top, self.x1, self.bottom)
            found += map(Glyph, *[column[start:end] for column in columns])
        return found

    def count(self, own: Iterable[Stretch]) -> int:
        """Return how many characters some stretches have, white space left out."""
        text = self.text
        return len("".join("".join([text[start:end] for start, end in own]).split()))


class Rule(NamedTuple):
    """A straight ruling line, horizontal or vertical, in points; a thin filled box is one too."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        """Tell whether the rule lies rather than stands."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """The glyphs and rules of one page, in the order of the content stream."""

    number: int
    width: float
    height: float
    glyphs: GlyphColumns
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class LostPage:
    """Stands where a page could not be read.

    ``limit`` tells that a cap was the reason, ``scan`` that what it shows is not read: a
    picture of text, or form fields.
    """

    number: int
    reason: str
    limit: bool = False
    scan: bool = False


class Place(NamedTuple):
    """Where something is printed; ``x0`` and ``x1`` are ``None`` for plain text."""

    page: int
    x0: float | None
    top: float
    x1: float | None
    bottom: float

    @property
    def box(self) -> dict[str, int | str | None]:
        """Return page and ends by name, with two decimals, as text: a float brings its noise along."""
        ends = {"x0": self.x0, "top": self.top, "x1": self.x1, "bottom": self.bottom}
        told = {name: None if end is None else f"{end:.2f}" for name, end in ends.items()}
        return {"page": self.page, **told}


@dataclass(slots=True)  # a frozen one costs four times as much to make, and there are thousands
class Line:
    """One printed line: its characters from left to right, and the x range of each.

    ``lefts`` and ``rights`` are as long as ``text``; both are empty for plain text. ``ends`` tells
    whether a paragraph ends here, where the source itself says so; ``None`` leaves it to geometry.
    """

    text: str
    page: int
    top: float
    bottom: float
    lefts: Sequence[float] = ()
    rights: Sequence[float] = ()
    ends: bool | None = None

    @property
    def x0(self) -> float:
        """Return the left end of the first character."""
        return self.lefts[0] if self.lefts else 0.0

    @property
    def x1(self) -> float:
        """Return the right end of the last character."""
        return self.rights[-1] if self.rights else 0.0

    def keep(self, offsets: Sequence[int]) -> Line:
        """Return the line with only the characters at these offsets."""
        if len(offsets) == len(self.text):
            return self
        if isinstance(offsets, range):
            place = slice(offsets.start, offsets.stop)
            return Line(
                self.text[place],
                self.page,
                self.top,
                self.bottom,
                self.lefts[place],
                self.rights[place],
                self.ends,
            )
        return Line(
            "".join([self.text[i] for i in offsets]),
            self.page,
            self.top,
            self.bottom,
            [self.lefts[i] for i in offsets] if self.lefts else (),
            [self.rights[i] for i in offsets] if self.rights else (),
            self.ends,
        )

    def of_parts(self, parts: Sequence[slice]) -> Line:
        """Return the line with only these parts of it."""
        text = "".join([self.text[part] for part in parts])
        if len(text) == len(self.text):
            return self
        lefts, rights = _of_parts(self.lefts, parts), _of_parts(self.rights, parts)
        return Line(text, self.page, self.top, self.bottom, lefts, rights, self.ends)

    def place(self, start: int, end: int) -> Place:
        """Return where the characters from ``start`` to ``end`` are printed."""
        if not self.lefts:
            return Place(self.page, None, self.top, None, self.bottom)
        return Place(self.page, self.lefts[start], self.top, self.rights[end - 1], self.bottom)


def _of_parts(ends: Sequence[float], parts: Sequence[slice]) -> Sequence[float]:
    if isinstance(ends, array):  # copied as bytes, not number by number
        return array("d", b"".join([ends[part] for part in parts]))
    return [end for part in parts for end in ends[part]]


@dataclass(slots=True)  # not frozen, as `Line` is not
class Cell:
    """One cell of a ruled table: its box, the grid columns it covers, its printed lines.

    ``column`` is the index of its left grid column, ``columns`` how many it covers; ``rows`` how
    many grid rows it covers.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    column: int
    columns: int
    rows: int
    lines: tuple[Line, ...]
    _text: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        """Return the printed text without white space, as headers are compared."""
        if self._text is None:
            self._text = "".join("".join([line.text for line in self.lines]).split())
        return self._text


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table on one page; ``grid[r][c]`` is the cell whose top left corner is there."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    grid: tuple[tuple[Cell | None, ...], ...]

    @property
    def lefts(self) -> list[float]:
        """Return the left end of each grid column, in points."""
        lefts: dict[int, float] = {}
        for cells in self.grid:
            for cell in cells:
                if cell is not None:
                    lefts.setdefault(cell.column, cell.x0)
        return [lefts[column] for column in sorted(lefts)]


@dataclass(frozen=True, slots=True)
class PageTables:
    """What `tables` makes of a page: every glyph is in a cell of a table or in a loose line.

    ``glyphs`` counts those that are not white space.
    """

    number: int
    width: float
    height: float
    tables: tuple[Table, ...]
    loose: tuple[Line, ...]
    glyphs: int


# --------------------------------------------------------------------------- rows and their text


@dataclass(slots=True)  # not frozen, as `Line` is not
class Paragraph:
    """A paragraph of a cell; ``text`` is the texts of its ``lines`` put together."""

    text: str
    lines: tuple[Line, ...]

    def places(self, start: int, end: int) -> Iterator[Place]:
        """Yield where the characters from ``start`` to ``end`` are printed, a place for a line."""
        for line, first in zip(self.lines, self._starts(), strict=True):
            if first >= end:
                break
            low, high = max(start - first, 0), min(end - first, len(line.text))
            if low < high:
                yield line.place(low, high)

    def place(self, start: int, end: int) -> Place:
        """Return the first of `places`; an empty range stands for its first character."""
        first = 0
        for line in self.lines:
            behind = first + len(line.text)
            if start < behind:
                stop = end if end > start else start + 1
                return line.place(start - first, (stop if stop < behind else behind) - first)
            first = behind
        raise IndexError(start)

    def _starts(self) -> Iterator[int]:
        return accumulate((len(line.text) for line in self.lines[:-1]), initial=0)


CellText = tuple[Paragraph, ...]


@dataclass(slots=True)  # not frozen, as `Line` is not
class Row:
    """One logical table row, wherever pages cut it.

    ``cells`` maps a role (``goal``, ``indicator``, ``target``, …) to its paragraphs, ``other`` a
    header without a role to its text; ``fragments`` are the boxes of the pieces, page by page.
    ``units`` gives the unit that a header or a unit column says for the bare figures of a role;
    ``periods`` the ROC years of the items, where the row has a column for each year.
    """

    number: int
    goal_no: int | None
    cells: dict[str, CellText]
    fragments: tuple[Place, ...]
    other: dict[str, CellText] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    periods: tuple[int, ...] = ()

    def cell(self, role: str) -> CellText:
        """Return the paragraphs of a role, none where the report has no such column."""
        return self.cells.get(role, ())

    def text(self, role: str) -> str:
        """Return the text of a role, paragraphs set apart by line ends."""
        return "\n".join([paragraph.text for paragraph in self.cell(role)])

    def without_lines(self) -> Row:
        """Return the row without the places of its characters, which are most of its memory.

        They are of use until its figures are judged; what is written then are texts.
        """
        return replace(self, cells=_texts(self.cells), other=_texts(self.other))


def _texts(cells: Mapping[str, CellText]) -> dict[str, CellText]:
    return {
        name: tuple(Paragraph(paragraph.text, ()) for paragraph in cell)
        for name, cell in cells.items()
    }


# --------------------------------------------------------------------------- what a row asserts


@dataclass(slots=True)  # not frozen, as `Line` is not
class Figure:
    """A quantity with its sentence and the place it is printed at.

    ``start`` is where its text begins in the sentence; ``None`` if it is not one of the sentence.
    """

    quantity: Quantity
    sentence: str
    place: Place
    start: int | None = None

    @property
    def parted(self) -> tuple[str, str, str]:
        """Return the sentence in three parts: before the figure, the figure, behind it.

        What is not told to stand in the sentence leaves it whole.
        """
        if self.start is None:
            return self.sentence, "", ""
        end = self.start + len(self.quantity.text)
        return self.sentence[: self.start], self.sentence[self.start : end], self.sentence[end:]


@dataclass(slots=True)  # not frozen, as `Line` is not
class Indicator:
    """One measured item of a row: what was to be reached, what was.

    ``target_text`` and ``actual_text`` are as printed, also where no figure stands in them. For a
    growth target, ``target`` is the growth in percent, ``actual`` this year's figure and
    ``baseline`` last year's.
    """

    row: int
    item: int
    label: str
    target_text: str
    target: Figure | None
    actual_text: str
    actual: Figure | None
    baseline: Figure | None
    lower: bool
    growth: bool
    period: int | None = None
    """The ROC year of its figures, where that is told by a column; else the report's."""
    cumulative: bool = False
    """Whether the actual figure sums up several years, and the target does not."""


class Kind(StrEnum):
    """What a stated rate claims to be."""

    ACHIEVEMENT = "achievement"
    GROWTH = "growth"
    RATIO = "ratio"


@dataclass(slots=True)  # not frozen, as `Line` is not
class Pair:
    """A target and an actual figure that may belong to a stated rate."""

    target: Figure | None
    actual: Figure | None


@dataclass(slots=True)  # not frozen, as `Line` is not
class Claim:
    """A stated rate with all that is needed to recompute it, or a target for which none is stated.

    ``pairs`` holds the figures that belong to it; more than one where several are equally likely.
    ``names`` gives the figures for the names in ``formula``. ``missing`` says what is not printed.
    """

    row: int
    item: int
    label: str
    kind: Kind
    stated: Figure | None
    pairs: tuple[Pair, ...] = ()
    baseline: Figure | None = None
    formula: Formula | None = None
    names: tuple[tuple[str, Fraction], ...] = ()
    lower: bool = False
    growth: bool = False
    all_met: bool = False
    called_rate: bool = True
    cell_target: Figure | None = None
    told_target: Figure | None = None
    """What the running text gives for the target, where that differs from its column's figure."""
    told_actual: Figure | None = None
    told_again: Figure | None = None
    """Another figure that the running text gives for what was reached."""
    in_formula: tuple[Figure, Figure] | None = None
    """A figure of the formula, and the row's own one that it differs from."""
    counted: bool = False
    """A share of the pair's target, a count, whose part is not printed but has to be whole."""
    missing: str = ""
    period: int | None = None
    spare: tuple[Pair, ...] = ()
    """Figures that hardly belong to it, but may explain it: sums, figures of several years."""
    doubt: str = ""
    """Why a rate that does not follow from its figures is left open."""
    this_year: Figure | None = None
    """The figure that grew from the baseline, for the attainment of a growth target."""


# --------------------------------------------------------------------------- what is found


class Verdict(StrEnum):
    """How a stated rate compares with the printed figures."""

    CONSISTENT = "consistent"
    TRUNCATED = "truncated"
    CAPPED = "capped"
    INCONSISTENT = "inconsistent"
    UNVERIFIABLE = "unverifiable"
    UNSTATED = "unstated"


class Level(StrEnum):
    """How much a finding matters; in rising order."""

    NONE = "none"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Return 0 for none up to 3 for error."""
        return _RANKS[self]


_RANKS = {level: rank for rank, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say about a claim."""

    code: str
    level: Level
    message: Message


@dataclass(slots=True)  # not frozen, as `Line` is not
class Check:
    """A claim judged: the arithmetic, the verdict and the finding, as `checks.csv` shows it."""

    claim: Claim
    verdict: Verdict
    finding: Finding | None
    formula: str
    recomputed: Fraction | None
    difference: Fraction | None
    messages: tuple[Message, ...]
    """What the findings say; for a consistent rate, what made it so."""
    target: Figure | None
    actual: Figure | None
    unit: str
    findings: tuple[Finding, ...] = ()
    """All that the rules have to say, the gravest first; ``finding`` is the first."""
    power: Fraction | None = None
    """How many of the other rates within 20 points would have been refused, from 0 to 1."""

    @property
    def level(self) -> Level:
        """Return the level of the finding, none where there is none."""
        return self.finding.level if self.finding else Level.NONE

    @property
    def message(self) -> str:
        """Return all messages in English, as one text."""
        return self.told(Language.ENGLISH)

    def told(self, language: Language) -> str:
        """Return all messages as one text."""
        return joined(self.messages, language)


@dataclass(frozen=True, slots=True)
class Report:
    """All that is known of one input: what was read, what was judged, what was set aside."""

    document: str
    sha256: str
    status: str
    error: str = ""
    warnings: tuple[str, ...] = ()
    pages: int = 0
    roc_year: int | None = None
    agency: str = ""
    title: str = ""
    layout: str = ""
    rows: Sequence[Row] = ()
    indicators: Sequence[Indicator] = ()
    checks: Sequence[Check] = ()
    counts: dict[str, int] = field(default_factory=dict)
    path: str = ""
    """The path as it was given; it is told to a code host, never written to a table."""
    language: Language | None = None
    """The language that its findings are to be told in, where one was asked for."""

    @property
    def told_in(self) -> Language:
        """Return the language of its messages: English unless another was asked for."""
        return self.language or Language.ENGLISH
