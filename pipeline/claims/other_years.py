"""The years named in a sentence -> which of its figures are another year's."""

from __future__ import annotations

import regex

from pipeline.claims.mentions import CLAUSE, DROP_WORDS, GROWTH_WORDS, Role, is_open
from pipeline.claims.records import Reason
from pipeline.patterns import late
from pipeline.quantities import Quantity, from_gregorian

_COMPARED = regex.compile(r"(?:較|比(?![率例重])|相較於?|與)[^，。；]{0,3}$")
_FROM, _TO = regex.compile(r"(?:由|從)[^，。；]{0,2}$"), regex.compile(r"[至為到，,]")
_TIMES_OF = regex.compile(r"[^，。；]{0,14}[的之](?:約)?[0-9.]+倍")
_CHANGED = late(rf"{GROWTH_WORDS}|{DROP_WORDS}")
_SINCE = regex.compile(r"度?(?:起|以來|開始)")
_THIS_YEAR = regex.compile(r"本年|今年|當年")
_CLOSED = regex.compile(r"[)）]")


class YearsInSentence:
    """Which year the figures of a sentence are for, from the years named before them.

    A year that is only compared with (較104年10,000人次) holds to the end of its clause, another to
    the next year that is named.
    """

    def __init__(self, text: str, roc_year: int | None) -> None:
        self._text = text
        self._report = roc_year
        self._year: int | None = None
        self._until: int | None = None
        self._named = 0
        self._own_named = False
        self._school_year = False

    def note(self, quantity: Quantity) -> None:
        """Take note of a year or date."""
        if quantity.kind not in ("roc_year", "date") or quantity.year is None:
            return
        if _SINCE.match(self._text, quantity.end):
            return
        self._own_named |= self._year is not None and self._year == self._report
        self._year = from_gregorian(quantity.year)
        self._until = None
        self._school_year = "學年" in quantity.text
        self._named = quantity.end
        before = self._text[: quantity.start]
        if _COMPARED.search(before) or _TIMES_OF.match(self._text, quantity.end):
            clause = CLAUSE.search(self._text, quantity.end)
            self._until = clause.start() if clause else len(self._text)
        elif _FROM.search(before):
            to = _TO.search(self._text, quantity.end)
            self._until = to.start() if to else len(self._text)
        elif is_open(before):
            bracket = _CLOSED.search(self._text, quantity.end)
            self._until = bracket.start() if bracket else len(self._text)

    def judge(self, role: Role, quantity: Quantity) -> Role:
        """Return the role of an actual figure or a rate once its year is known.

        An earlier year's is none of ours.
        """
        if self._report is None or self._year is None:
            return role
        if self._until is not None and quantity.start > self._until:
            return role
        if self._year >= self._report or _THIS_YEAR.search(self._text, self._named, quantity.start):
            return role
        if role is Role.RATE and self.leaves_open(quantity):
            return role
        if role is Role.ACTUAL and self._is_school_year:
            return role
        last = self._year == self._report - 1 and role is Role.ACTUAL
        return Role.BASELINE if last else Role.OTHER

    @property
    def _is_school_year(self) -> bool:
        """Tell whether the school year was named that began in the year before and ends in this."""
        return self._school_year and self._report is not None and self._year == self._report - 1

    def leaves_open(self, quantity: Quantity) -> bool:
        """Tell whether a rate may be this year's although an earlier one was named last.

        105年222件，104年240件，達成率92%: the rate stands in a clause of its own.
        """
        return (self._own_named or self._is_school_year) and bool(
            CLAUSE.search(self._text, self._named, quantity.start)
        )

    def doubt(self, quantity: Quantity) -> Reason | None:
        """Say why a rate may be another year's; None where the two years are compared first."""
        if self._report is None or self._year is None:
            return None
        if self._year == self._report or self._until is not None:
            return None
        between = self._text[self._named : quantity.start]
        if self._is_school_year:
            return Reason.SCHOOL_YEAR
        # Work that goes on to a later year (展延至106年2月，達成率93%) does not take its rate along.
        parted = CLAUSE if self._year > self._report else _CHANGED
        return None if parted.search(between) else Reason.OTHER_YEAR
