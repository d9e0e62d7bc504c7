"""Claims -> checks: the verdict on each stated rate, and what each rule has to say about it.

Figures are recomputed exactly. A stated 108 stands for [107.5, 108.5], ends in, and is consistent if
an accepted reading of the printed figures meets that (see `readings`). A wrong accusation costs more
than a missed one: where rounding, direction or an unsure pairing can explain a figure, no rule says
error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from pipeline.checks import coverage, power
from pipeline.checks.judging import (
    Judged,
    judge_claim,
    likeliest_pair,
    may_be_capped,
    stated_upper,
    without_conflicts,
)
from pipeline.checks.messages import Arithmetic, Message, bounds_message, compose
from pipeline.checks.records import Check, Finding
from pipeline.checks.texts import Text, TextKey
from pipeline.checks.verdicts import Level, Verdict
from pipeline.claims import HUNDRED, Claim, Figure, Pair, RateKind, Reading, ReadingKind
from pipeline.quantities import plain_decimal, short_decimal

_HABIT = 6
"""So many rates that tell rounding from truncation show which of the two a document does."""
_NOT_PLAIN = (
    ReadingKind.LOWER_QUOTIENT,
    ReadingKind.LOWER_DIFFERENCE,
    ReadingKind.SHARE_OF_REDUCTION,
    ReadingKind.ZERO_TARGET,
)
"""Arithmetic that is named where it makes a rate consistent."""
_SCALES = tuple(Fraction(10) ** exponent for exponent in (-3, -2, -1, 1, 2, 3))


class _Ends(NamedTuple):
    """A rate or a mean of rates: its value, and the least and greatest that it stands for."""

    value: Fraction
    low: Fraction
    high: Fraction


@dataclass(frozen=True)
class _Rates:
    """Rates of a row that a stated one may be the mean of; they are added up once."""

    parts: Sequence[_Ends]

    @cached_property
    def _sums(self) -> _Ends:
        return _Ends(*(sum(ends, Fraction(0)) for ends in zip(*self.parts, strict=True)))

    def mean(self, but: int | None) -> _Ends | None:
        """Return the mean of the rates without the one at a place; none of fewer than two."""
        count = len(self.parts) - (but is not None)
        if count < 2:
            return None
        left_out = (Fraction(0),) * 3 if but is None else self.parts[but]
        return _Ends(
            *((total - one) / count for total, one in zip(self._sums, left_out, strict=True))
        )

    def formula(self, but: int | None) -> str:
        """Write out how the mean is taken."""
        values = [_six(part.value) for place, part in enumerate(self.parts) if place != but]
        return f"({' + '.join(values)}) / {len(values)}"


class _Row(NamedTuple):
    """The achievement rates of a row: as their figures give them, and as printed."""

    recomputed: _Rates
    printed: _Rates
    places: Mapping[int, int | None]
    """For each item, where its rate stands among those that are printed."""


@dataclass
class Habits:
    """What the rates of a document show together; they are counted row by row."""

    above_hundred: int = 0
    """How many achievement rates are printed above 100 %."""
    told: Counter[Verdict] = field(default_factory=Counter)
    """How many rates were rounded, and how many cut off, where that makes a difference."""

    def count(self, judged: Iterable[Judged]) -> None:
        """Count the rates of a row."""
        for item in judged:
            claim = item.claim
            if claim.kind is RateKind.ACHIEVEMENT and claim.stated is not None:
                self.above_hundred += claim.stated.quantity.value > 100
            if item.shows_a_habit:
                self.told[item.verdict] += 1

    def round(self, item: Judged) -> bool:
        """Tell whether the document's other rates show that it rounds rather than cuts off."""
        own = item.verdict if item.shows_a_habit else None
        rounded = self.told[Verdict.CONSISTENT] - (own is Verdict.CONSISTENT)
        cut_off = self.told[Verdict.TRUNCATED] - (own is Verdict.TRUNCATED)
        return rounded + cut_off >= _HABIT and rounded > cut_off


@dataclass(frozen=True)
class Context:
    """What the other rates show: those of the row, and the habits of the document."""

    judged: Sequence[Judged]
    habits: Habits

    @cached_property
    def _row(self) -> _Row:
        return _row(self.judged)

    def others(self, claim: Claim) -> Iterator[tuple[_Rates, int | None]]:
        """Yield the rates of a claim's row, and the printed ones with the place of its own."""
        row = self._row
        if claim.item in row.places:
            yield row.recomputed, None
            yield row.printed, row.places[claim.item]


def check_claims(claims: Iterable[Claim]) -> Sequence[Check]:
    """Judge the claims of one document, in its order."""
    rows: list[list[Judged]] = []
    habits = Habits()
    for _, told in groupby(claims, key=lambda claim: claim.row):
        judged = without_conflicts([judge_claim(claim) for claim in told])
        habits.count(judged)
        rows.append(judged)
    found: list[Check] = []
    for judged in rows:
        context = Context(judged, habits)
        found.extend([_check(item, context) for item in judged])
    return found


def _row(judged: Sequence[Judged]) -> _Row:
    """Return the rates of a row that a mean may have been taken of.

    A printed rate stands for all that prints so, and so does their mean.
    """
    rates = [item for item in judged if item.claim.kind is RateKind.ACHIEVEMENT]
    recomputed = {
        item.claim.item: _Ends(item.taken.value, item.taken.low, item.taken.high)
        for item in rates
        if item.taken and item.taken.high is not None
    }
    printed: list[_Ends] = []
    places: dict[int, int | None] = {}
    for item in rates:
        places[item.claim.item] = len(printed) if item.rate else None
        if item.rate:
            printed.append(_Ends(item.rate.value, item.rate.low, item.rate.high))
    return _Row(_Rates(tuple(recomputed.values())), _Rates(printed), places)


# --------------------------------------------------------------------------- the rules


def rate_disagrees(item: Judged, context: Context) -> Iterator[Finding]:
    """A stated rate is what the printed figures give."""
    if item.verdict is not Verdict.INCONSISTENT or item.taken is None or item.claim.counted:
        return
    claim, reading = item.claim, item.taken
    shown = _arithmetic(item)
    if claim.all_met:
        yield Finding("R301", Level.ERROR, compose(Text.ALL_MET, shown=shown))
        return
    code, level, reason = _explained(item, context)
    if code == "R101" and reading.kind is ReadingKind.PRINTED_FORMULA:
        code, reason = "R201", compose(Text.R201)
    if len(claim.pairs) > 1:
        level = min(level, Level.WARNING, key=lambda found: found.rank)
        reason = compose(Text.UNSURE, reason=reason)
    yield Finding(code, level, compose(Text.DISAGREES, reason=reason, shown=shown))


def _explained(item: Judged, context: Context) -> tuple[str, Level, Message]:
    """Say what kind of mistake explains a rate that no reading gives."""
    stated, unit, least, most = item.stated
    for scale in _SCALES:
        low, high = least * scale, most * scale
        if stated and any(r.meets(low, high) for r in item.tried):
            return "R103", Level.ERROR, compose(Text.R103)
    reading = item.taken
    assert reading is not None
    crosses = (
        stated >= HUNDRED and all(r.high is not None and r.high < HUNDRED for r in item.readings)
    ) or (stated < HUNDRED and all(r.low >= HUNDRED for r in item.readings))
    if crosses and item.claim.kind is RateKind.ACHIEVEMENT:
        return (
            "R102",
            Level.ERROR,
            compose(Text.R102_MET if stated >= HUNDRED else Text.R102_NOT_MET),
        )
    low, high = least - unit, most + unit
    if any(r.meets(low, high) for r in item.tried):
        return "R104", Level.WARNING, compose(Text.R104)
    for rates, but in context.others(item.claim):
        mean = rates.mean(but)
        if mean and least <= mean.high and mean.low <= most:
            shown = compose(Text.R310, mean=rates.formula(but), result=_six(mean.value))
            return "R310", Level.WARNING, shown
    return "R101", Level.ERROR, compose(Text.R101)


def truncated(item: Judged, context: Context) -> Iterator[Finding]:
    """A rate is rounded, not cut off."""
    if item.verdict is Verdict.TRUNCATED:
        if item.stated.unit == 1 and context.habits.round(item):
            yield Finding("R104", Level.WARNING, _shown(Text.CUT_OFF_BY_ONE, item))
        else:
            yield Finding("R110", Level.NOTE, _shown(Text.CUT_OFF, item))


def capped(item: Judged, context: Context) -> Iterator[Finding]:
    """A rate above 100 % is stated as it is, unless the whole document stops at 100."""
    if item.verdict is not Verdict.CAPPED:
        return
    warn = context.habits.above_hundred > 0 and not item.claim.all_met
    if warn:
        told = _shown(Text.MORE_THAN_100_HERE, item, count=str(context.habits.above_hundred))
        yield Finding("R120", Level.WARNING, told)
    else:
        yield Finding("R120", Level.NOTE, _shown(Text.MORE_THAN_100, item))


def unstated(item: Judged, context: Context) -> Iterator[Finding]:
    """A numeric target has a stated rate."""
    if item.verdict is Verdict.UNSTATED:
        told = _shown(Text.NO_RATE_BUT, item) if item.taken else compose(Text.NO_RATE)
        yield Finding("R130", Level.NOTE, told)


def unverifiable(item: Judged, context: Context) -> Iterator[Finding]:
    """All figures that a stated rate needs are printed."""
    if item.verdict is Verdict.UNVERIFIABLE:
        yield Finding("R140", Level.NONE, compose(coverage.unverifiable_reason(item.claim)))


def growth_called_achievement(item: Judged, context: Context) -> Iterator[Finding]:
    """達成率 means the share of the target that was reached, not a growth rate."""
    claim = item.claim
    if claim.called_rate and claim.kind is not RateKind.ACHIEVEMENT and claim.stated is not None:
        yield Finding("R210", Level.NOTE, _shown(Text.CALLED, item, kind=compose(claim.kind)))


def target_differs(item: Judged, context: Context) -> Iterator[Finding]:
    """The analysis gives the target that the target cell gives."""
    claim = item.claim
    own = claim.pairs[0].target if claim.pairs else None
    cell, told = (claim.cell_target, own) if claim.cell_target else (own, claim.told_target)
    if cell is not None and told is not None:
        shown = compose(Text.TARGET_DIFFERS, cell=_words(cell), told=_words(told))
        yield Finding("R401", Level.WARNING, shown)


def actual_differs(item: Judged, context: Context) -> Iterator[Finding]:
    """The row gives one figure for what was reached."""
    cell = item.claim.pairs[0].actual if item.claim.pairs else None
    told, again = item.claim.told_actual, item.claim.told_again
    if cell is not None and again is not None:
        shown = compose(
            Text.ACTUAL_DIFFERS_AGAIN, cell=cell.quantity.text, told=again.quantity.text
        )
        yield Finding("R402", Level.WARNING, shown)
    if cell is not None and told is not None:
        shown = compose(Text.ACTUAL_DIFFERS, cell=_words(cell), told=_words(told))
        yield Finding("R402", Level.WARNING, shown)


def formula_differs(item: Judged, context: Context) -> Iterator[Finding]:
    """A formula uses the figures that its row prints."""
    if item.claim.in_formula is not None:
        used, own = item.claim.in_formula
        shown = compose(Text.FORMULA_DIFFERS, used=_words(used), own=_words(own))
        yield Finding("R202", Level.WARNING, shown)


def uncounted(item: Judged, context: Context) -> Iterator[Finding]:
    """A share of a count is that of a whole number out of it."""
    whole = likeliest_pair(item.claim).target
    if item.claim.counted and item.verdict is Verdict.INCONSISTENT and whole and item.claim.stated:
        nearest = tuple(map(_result, item.readings[:2]))
        stated, of = _words(item.claim.stated), _words(whole)
        told = compose(Text.UNCOUNTED, stated=stated, whole=of, nearest=nearest)
        yield Finding("R410", Level.WARNING, told)


CHECKS: tuple[Callable[[Judged, Context], Iterator[Finding]], ...] = (
    rate_disagrees,
    truncated,
    capped,
    unstated,
    unverifiable,
    growth_called_achievement,
    target_differs,
    actual_differs,
    formula_differs,
    uncounted,
)


# --------------------------------------------------------------------------- what is shown


def _check(item: Judged, context: Context) -> Check:
    """Make the line of a claim; where several rules speak, the gravest gives its code."""
    spoken = [finding for rule in CHECKS for finding in rule(item, context)]
    findings = spoken
    if len(spoken) > 1:
        findings = sorted(spoken, key=lambda finding: -finding.level.rank)
    reading = item.taken
    pair = likeliest_pair(item.claim)
    if reading and (reading.pair.target or reading.pair.actual):
        pair = reading.pair
    verdict = item.verdict
    if "R104" in [finding.code for finding in findings]:
        verdict = Verdict.INCONSISTENT
    return Check(
        claim=item.claim,
        verdict=verdict,
        finding=findings[0] if findings else None,
        formula=reading.formula if reading else "",
        recomputed=reading.value if reading else None,
        difference=item.rate.value - reading.value if reading and item.rate else None,
        messages=tuple(_messages(item, findings)),
        target=None if item.claim.kind is RateKind.RATIO else pair.target,
        actual=None if item.claim.kind is not RateKind.ACHIEVEMENT else pair.actual,
        unit=_unit(item.claim, pair),
        findings=tuple(findings),
        power=_power(item, context),
    )


def _power(item: Judged, context: Context) -> Fraction | None:
    """Return how many other rates near the stated one would have been refused."""
    if item.taken is None or item.rate is None:
        return None
    stated, unit, _, high = item.rate
    return power.measure_power(
        item.tried,
        stated,
        unit,
        cut_off=not (unit == 1 and context.habits.round(item)),
        at_least=stated_upper(item.claim, high) is None,
        capped=any(may_be_capped(reading, item.claim) for reading in item.readings),
    )


def _messages(item: Judged, findings: Sequence[Finding]) -> Iterator[Message]:
    yield from (finding.message for finding in findings)
    reading = item.taken
    if item.verdict is Verdict.CONSISTENT and reading is not None:
        if len(item.claim.pairs) > 1:
            yield compose(Text.UNSURE_BUT_FITTING)
        if reading.kind in _NOT_PLAIN:
            yield compose(reading.kind)
        if not item.stated.low <= reading.value <= item.stated.high:
            yield compose(Text.CONSISTENT_BY_BOUNDS, bounds=bounds_message(*_ends(reading)))


def _ends(reading: Reading) -> tuple[str, str]:
    return _six(reading.low), "" if reading.high is None else _six(reading.high)


def _unit(claim: Claim, pair: Pair) -> str:
    """Return the counter of the figures, % for growth and shares."""
    if claim.kind is not RateKind.ACHIEVEMENT:
        return "%"
    # 場 and 場次 count the same: the shorter word stands for both.
    units = [figure.quantity.unit for figure in (pair.actual, pair.target) if figure]
    return min(units, key=len, default="")


def _shown(key: TextKey, item: Judged, **fields: str | Message) -> Message:
    """Return a message with the arithmetic in it."""
    return compose(key, shown=_arithmetic(item), **fields)


def _arithmetic(item: Judged) -> Arithmetic | str:
    """Show the arithmetic: stated 109 %, but 6 / 4 * 100 = 150 (target 4國, actual 6個國家)."""
    reading = item.taken
    if reading is None:
        return ""
    claim, pair = item.claim, reading.pair
    low, high = ("", "") if reading.exact else _ends(reading)
    others = item.readings if item.verdict is Verdict.INCONSISTENT else ()
    compared = claim.kind is RateKind.ACHIEVEMENT
    return Arithmetic(
        stated=_words(claim.stated) if claim.stated else "",
        formula=_formula(reading),
        result=_six(reading.value),
        low=low,
        high=high,
        tried=tuple(_result(other) for other in others if other is not reading),
        target=_words(pair.target) if compared and pair.target else "",
        actual=_words(pair.actual) if compared and pair.actual else "",
    )


def _formula(reading: Reading) -> str | Message:
    """Return the formula of a reading; a target of nought has none but is told in words."""
    actual = reading.pair.actual
    if reading.kind is not ReadingKind.ZERO_TARGET or actual is None:
        return reading.formula
    return compose(
        Text.FOR_NOUGHT, met=_six(reading.value), actual=plain_decimal(actual.quantity.value)
    )


def _result(reading: Reading) -> str:
    return f"{reading.formula} = {_six(reading.value)}"


def _words(figure: Figure) -> str:
    return figure.quantity.text


def _six(value: Fraction) -> str:
    """Write a value with at most six decimals, rounded half up, without closing zeros."""
    return short_decimal(value, 6)
