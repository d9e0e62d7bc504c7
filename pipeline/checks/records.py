"""What is found: what the rules say of a claim, the claim judged, and all that is known of an input."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.checks.messages import Message, compose, join_messages
from pipeline.checks.texts import Language, Text
from pipeline.checks.verdicts import Level, Verdict
from pipeline.records import SecondReading

if TYPE_CHECKING:  # what writes results has no need of what reads figures
    from collections.abc import Sequence
    from fractions import Fraction

    from pipeline.claims import Certainty, Claim, Figure, Indicator
    from pipeline.errors import Status
    from pipeline.records import Row


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has to say about a claim."""

    code: str
    level: Level
    message: Message


@dataclass(slots=True)  # not frozen, as `Line` is not
class Check:
    """A claim judged: the arithmetic, the verdict and the finding, as `suite.csv` shows it."""

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
    certainty: Certainty | None = None
    """How sure its figures are; none where nothing was recomputed from them."""
    id: str = ""
    """A stable name, in every output and in links."""
    second_reading: SecondReading | None = None
    """Whether another reader finds the same digits; none where it was not asked."""

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
        return join_messages((*self.messages, *self.doubts), language)

    @property
    def doubts(self) -> tuple[Message, ...]:
        """Return what a second reading of the page casts doubt on."""
        differs = self.second_reading is SecondReading.DIFFERS
        return (compose(Text.READ_DIFFERENTLY),) if differs else ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that is known of one input: what was read, what was judged, what was set aside."""

    document: str
    sha256: str
    status: Status
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
