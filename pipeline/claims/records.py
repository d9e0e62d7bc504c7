"""What a row asserts: its items, its stated rates with their figures, and why some have none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what writes results has no need of what reads figures
    from fractions import Fraction

    from pipeline.claims.weighing.evidence import Evidence
    from pipeline.quantities import Formula, Quantity
    from pipeline.records import Place


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
    says_lower: bool = False
    """Whether a bound, a mark or a formula says in so many words that lower is better."""
    cumulative: bool = False
    """Whether the actual figure sums up several years, and the target does not."""


class Certainty(StrEnum):
    """How sure it is that a rate was taken from the figures that it is judged by."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class RateKind(StrEnum):
    """What a stated rate claims to be."""

    ACHIEVEMENT = "achievement"
    GROWTH = "growth"
    RATIO = "ratio"


class Reason(Enum):
    """Why a stated rate cannot be recomputed, or is left open though its figures do not give it.

    Of two that are as frequent in a document the one that stands first here is told first.
    """

    NO_FIGURE = auto()
    NO_WEIGHTS = auto()
    OTHER_YEAR = auto()
    NO_BASELINE = auto()
    NO_ITEM = auto()
    NO_ACTUAL = auto()
    CUMULATIVE = auto()
    NOT_BOTH_YEARS = auto()
    NOT_CALLED_A_RATE = auto()
    SCHOOL_YEAR = auto()
    FEWER_THAN_FIRST = auto()
    SEVERAL_FIGURES = auto()
    UNSURE_FIGURES = auto()
    TARGET_IS_A_RANGE = auto()
    TARGET_IS_NO_FIGURE = auto()
    OF_SOMETHING_ELSE = auto()
    NOT_ITS_OWN_COLUMN = auto()
    NOTHING_PLANNED = auto()


class ReadingKind(Enum):
    """Which arithmetic a rate is recomputed by."""

    PRINTED_FORMULA = auto()
    QUOTIENT = auto()
    LOWER_QUOTIENT = auto()
    LOWER_DIFFERENCE = auto()
    SHARE_OF_REDUCTION = auto()
    NEGATIVE_CHANGE = auto()
    GROWTH_ATTAINED = auto()
    ZERO_TARGET = auto()
    GROWTH = auto()
    REDUCTION = auto()
    WHOLE_COUNT = auto()


@dataclass(slots=True)  # not frozen, as `Line` is not
class Pair:
    """A target and an actual figure that may belong to a stated rate."""

    target: Figure | None
    actual: Figure | None


@dataclass(slots=True)  # not frozen, as `Line` is not
class Explanation:
    """A target and an actual figure that a stated rate may have been taken from, with the evidence."""

    pair: Pair
    evidence: tuple[Evidence, ...]
    weight: int


@dataclass(slots=True)  # not frozen, as `Line` is not
class Claim:
    """A stated rate with all that is needed to recompute it, or a target for which none is stated.

    ``pairs`` holds the figures that belong to it; more than one where several are equally likely.
    ``names`` gives the figures for the names in ``formula``. ``missing`` says what is not printed.
    """

    row: int
    item: int
    label: str
    kind: RateKind
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
    missing: Reason | None = None
    period: int | None = None
    spare: tuple[Pair, ...] = ()
    """Figures that hardly belong to it, but may explain it: sums, figures of several years."""
    doubt: Reason | None = None
    """Why a rate that does not follow from its figures is left open."""
    this_year: Figure | None = None
    """The figure that grew from the baseline, for the attainment of a growth target."""
    in_running_text: bool = False
    """Whether no table tells it: what it compares with is no target that was set, but rounded as it is printed."""
    says_lower: bool = False
    """Whether the report says in so many words that lower is better, and the rate is none of money spent."""
    missed: bool = False
    """Whether the row says that its target was missed."""
    explanations: tuple[Explanation, ...] = ()
    """What it may have been taken from, the weightiest first; none where it is not weighed."""
