"""Header and cells of a column -> how much each role is worth for it.

>>> score_roles(Column.from_word("112年成果", ["191萬通", "1,176千件"]))["actual"]
2.5
>>> "analysis" in score_roles(Column.from_word("112年成果", ["191萬通", "1,176千件"]))
False
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from pipeline.tables.columns.contents import ColumnContent, Figures, read_content
from pipeline.tables.header_grammar import HeaderReading, read_header
from pipeline.tables.header_tokens import Kind

MEASURED = ("target", "actual", "rate")
NAMES = ("goal", "indicator")


class Column:
    """A column of a table: all that its header says, and the texts of its cells."""

    def __init__(
        self,
        word: str,
        cells: Sequence[str] = (),
        role: str | None = None,
        reading: HeaderReading | None = None,
        group: str = "",
    ) -> None:
        self.word = word
        self.group = group
        """What the header cell over it and its neighbours says: 上半年 over 目標值, 實際值, 達成率."""
        self.reading = reading
        """What the header says."""
        self.role = role
        """The role that words learnt by heart, or the place in the header, give it."""
        self.cells = cells
        self.figures = Figures(cells)

    @classmethod
    def from_word(cls, word: str, cells: Sequence[str] = ()) -> Column:
        """Make a column of its header alone."""
        return cls(word, cells, reading=read_header(word))

    @cached_property
    def content(self) -> ColumnContent:
        """What its cells hold."""
        return read_content(self.cells)

    @property
    def is_known(self) -> bool:
        """Tell whether the words of the header are known, with a role or without."""
        return self.role is not None or self.reading is not None

    @property
    def is_name(self) -> bool:
        """Tell whether the header says that it names something: 業務項目, 計畫名稱."""
        return self.reading is not None and self.reading.role == "name"

    @property
    def is_money(self) -> bool:
        """Tell whether the header says that it is money that was planned or spent."""
        return self.role is None and (
            self.reading is not None and self.reading.role in ("budget", "account")
        )

    @property
    def year(self) -> int | None:
        """Return the ROC year that the header names."""
        return self.reading.year if self.reading else None

    def has(self, *kinds: Kind) -> bool:
        """Tell whether the header holds a word of one of these kinds."""
        return self.reading is not None and not self.reading.kinds.isdisjoint(kinds)


LEARNT, SURE, UNSURE, OTHER, PLAIN = 4.0, 3.0, 2.0, 1.5, 1.0
"""How much a header is worth: a word known by heart, one that grammar reads, one that may mean more;
what else it may be, and what its cells alone say."""


class Evidence(NamedTuple):
    """What the content of a column is worth for or against some roles."""

    name: str
    roles: frozenset[str]
    applies: Callable[[ColumnContent], bool]
    weight: float


def _roles(*names: str) -> frozenset[str]:
    return frozenset(names)


CONTENT: tuple[Evidence, ...] = (
    Evidence("figures name nothing", _roles(*NAMES), lambda c: c.is_figures and c.filled > 1, -5),
    Evidence("figures are no text", _roles("analysis", "standard"), lambda c: c.is_figures, -3.5),
    Evidence("figures", _roles(*MEASURED), lambda c: c.is_figures, 1),
    Evidence("words are no rate", _roles("rate", "weight"), lambda c: c.is_text, -4),
    Evidence("words are a text", _roles("analysis", "goal", "indicator"), lambda c: c.is_text, 0.5),
    Evidence("marks", _roles(*MEASURED, *NAMES, "weight", "analysis"), lambda c: c.is_lights, -5),
    Evidence("counts the rows", _roles(*NAMES, *MEASURED), lambda c: c.counting, -5),
)  # fmt: skip


def score_roles(column: Column) -> dict[str, float]:
    """Return what header and content of a column are worth for each role."""
    scores: dict[str, float] = {}
    if column.reading is not None:
        scores.update(_said_roles(column.reading))
    if column.role:
        scores[column.role] = LEARNT
    if (rate := _tells_rates(column)) is not None:
        scores["rate"] = rate
    for money, role in (("budget", "target"), ("account", "actual")):
        if money in scores:
            scores[role] = max(scores.get(role, 0), scores[money])
    if column.content.filled:
        for evidence in CONTENT:
            if evidence.applies(column.content):
                for role in evidence.roles & scores.keys():
                    scores[role] += evidence.weight
    return {role: score for role, score in scores.items() if score > 0}


def _tells_rates(column: Column) -> float | None:
    """Return how likely a column of what was reached holds rates: 達成情形 over 超前（109.5%）, or 109.5%."""
    content = column.content
    if not (column.has(Kind.DONE) and column.has(Kind.STATE)):
        return None
    if 3 * content.percents < 2 * content.filled or not content.filled:
        return None
    return SURE if any(state in cell for cell in column.cells for state in _STATES) else PLAIN


_STATES = ("超前", "落後", "符合", "達成", "達標")
"""Words beside a rate that tell how it goes; percentages without them may be what was reached."""


def _said_roles(reading: HeaderReading) -> Iterator[tuple[str, float]]:
    for place, role in enumerate(reading.others):
        # A rate among shares is told by arithmetic alone.
        if role != "rate":
            yield role, OTHER - 0.1 * place
    if reading.role:
        yield reading.role, SURE if reading.sure else UNSURE
