"""What running text tells: a rate with the figures that its words bind to it, and the row made of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from pipeline.quantities import LENGTHS_OF_TIME, Quantity
from pipeline.records import Paragraph, Place, Row


class ToldKind(StrEnum):
    """What a rate of running text compares."""

    PLAN = "plan"
    """What was reached with what was planned: 執行率, 占分配數."""
    WHOLE = "whole"
    """A part with the whole of it: 支出共500千元：甲項120千元，占24％."""
    CHANGE = "change"
    """A figure with another of its kind: 較上年度增加5％."""


class Sentences(NamedTuple):
    """A stretch of a paragraph, from the beginning of a sentence to the end of one."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return what is printed there."""
        return self.paragraph.text[self.start : self.end]


class ToldFigure(NamedTuple):
    """A figure with the sentences that it stands in; its offsets are those of the paragraph."""

    quantity: Quantity
    sentences: Sentences
    is_target: bool = False
    """Whether it is named a target, which was set as it is printed; budgets may be rounded."""

    @property
    def start(self) -> int:
        """Return where it begins in its sentences."""
        return self.quantity.start - self.sentences.start

    @property
    def place(self) -> Place:
        """Return where it is printed."""
        return self.sentences.paragraph.place(self.quantity.start, self.quantity.end)


@dataclass(frozen=True, slots=True)
class ToldRate:
    """A rate that running text tells, with its figures.

    ``parts`` are added up. ``bound`` tells that words name both figures and bind the rate to them, so
    that it must follow from them; else it may be that of other figures.
    """

    kind: ToldKind
    label: str
    rate: ToldFigure
    base: ToldFigure | None = None
    parts: tuple[ToldFigure, ...] = ()
    difference: ToldFigure | None = None
    """By how much one figure is more or less than the other, where that is printed."""
    rivals: tuple[tuple[ToldFigure, ToldFigure], ...] = ()
    """Other bases and parts that it may be of."""
    bound: bool = False
    likely: bool = False
    """Whether nothing speaks for other figures, though words only lead to these."""
    called: str = ""
    """The word of the rate: 執行率, 占分配數."""
    falls: bool = False
    """Whether the change is told as a fall: 減少5％."""
    year: int | None = None
    """The ROC year that the sentence names."""

    @property
    def prints_its_plan(self) -> bool:
        """Tell whether its plan stands in its own words: 占分配數62千元之93％."""
        of_plan = self.kind is ToldKind.PLAN and self.base is not None and not self.called
        return of_plan and len(self.parts) == 1

    @property
    def rate_of_time(self) -> bool:
        """Tell whether it compares lengths of time, of which less may be better."""
        return self.base is not None and self.base.quantity.unit in LENGTHS_OF_TIME

    @property
    def is_whole(self) -> bool:
        """Tell whether its figures are printed."""
        told = sum(map(bool, (self.base, self.parts, self.difference)))
        return told >= 2


@dataclass(slots=True)  # not frozen, as `Row` is not
class ToldRow(Row):
    """A row that running text tells, with the rate that it is made of."""

    told: ToldRate | None = None
    year: int | None = None
    """The ROC year that it is of, where its sentence or a heading names one."""
    years_back: int | None = None
    """How many years before the report's own one it is of, where a heading says so: 前年度."""
