"""A claim judged -> what each rule has to say about it: a rule is a function, the suite a tuple.

A wrong accusation costs more than a missed one: where rounding, direction or an unsure pairing can explain
a figure, no rule says error. The docstring of a rule is the sentence that ought to be true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.checks import coverage
from pipeline.checks.arithmetic import as_printed, show_arithmetic, with_arithmetic, with_result
from pipeline.checks.disagreements import explain_disagreement
from pipeline.checks.judging.judged import Judged, likeliest_pair
from pipeline.checks.messages import compose
from pipeline.checks.other_rates import Context
from pipeline.checks.records import Finding
from pipeline.checks.texts import Text
from pipeline.checks.verdicts import Level, Verdict
from pipeline.claims import HUNDRED, Certainty, RateKind, ReadingKind

_UNCALLED = {
    ReadingKind.LOWER_DIFFERENCE: Text.R105_MIRRORED,
    ReadingKind.QUOTIENT: Text.R105_UPWARDS,
}
"""What is said of an arithmetic that the report does not call for."""


def rate_disagrees(item: Judged, context: Context) -> Iterator[Finding]:
    """A stated rate is what the printed figures give."""
    if item.verdict is not Verdict.INCONSISTENT or item.taken is None or item.claim.counted:
        return
    claim, reading = item.claim, item.taken
    shown = show_arithmetic(item)
    if item.uncalled:
        reason = compose(_UNCALLED.get(reading.kind, Text.R105))
        told = compose(Text.DISAGREES, reason=reason, shown=shown)
        yield Finding("R105", Level.WARNING, told)
        return
    if claim.all_met:
        yield Finding("R301", Level.ERROR, compose(Text.ALL_MET, shown=shown))
        return
    code, level, reason = explain_disagreement(item, context)
    if code == "R101" and reading.kind is ReadingKind.PRINTED_FORMULA:
        code, reason = "R201", compose(Text.R201)
    if len(claim.pairs) > 1 or item.certainty is not Certainty.HIGH:
        level = min(level, Level.WARNING, key=lambda one: one.rank)
        reason = compose(Text.UNSURE, reason=reason)
    yield Finding(code, level, compose(Text.DISAGREES, reason=reason, shown=shown))


def truncated(item: Judged, context: Context) -> Iterator[Finding]:
    """A rate is rounded, not cut off."""
    if item.verdict is Verdict.TRUNCATED:
        if item.stated.unit == 1 and context.habits.rounds(item):
            yield Finding("R104", Level.WARNING, with_arithmetic(Text.CUT_OFF_BY_ONE, item))
        else:
            yield Finding("R110", Level.NOTE, with_arithmetic(Text.CUT_OFF, item))


def capped(item: Judged, context: Context) -> Iterator[Finding]:
    """A rate above 100 % is stated as it is, unless the document stops at 100 or says that it may."""
    if item.verdict is not Verdict.CAPPED:
        return
    # Where lower is better, 100 is what many agencies state for any limit that was kept.
    warn = (
        context.habits.above_hundred > 0
        and not context.habits.stops_at_hundred
        and not item.claim.all_met
        and not item.claim.lower
        and item.stated.value == HUNDRED
        and item.certainty is Certainty.HIGH
    )
    if warn:
        message = with_arithmetic(
            Text.MORE_THAN_100_HERE, item, count=str(context.habits.above_hundred)
        )
        yield Finding("R120", Level.WARNING, message)
    else:
        yield Finding("R120", Level.NOTE, with_arithmetic(Text.MORE_THAN_100, item))


def unstated(item: Judged, context: Context) -> Iterator[Finding]:
    """A numeric target has a stated rate."""
    if item.verdict is Verdict.UNSTATED:
        message = with_arithmetic(Text.NO_RATE_BUT, item) if item.taken else compose(Text.NO_RATE)
        yield Finding("R130", Level.NOTE, message)


def unverifiable(item: Judged, context: Context) -> Iterator[Finding]:
    """All figures that a stated rate needs are printed."""
    if item.verdict is Verdict.UNVERIFIABLE:
        yield Finding("R140", Level.NONE, compose(coverage.unverifiable_reason(item.claim)))


def growth_called_achievement(item: Judged, context: Context) -> Iterator[Finding]:
    """達成率 means the share of the target that was reached, not a growth rate."""
    claim = item.claim
    if claim.called_rate and claim.kind is not RateKind.ACHIEVEMENT and claim.stated is not None:
        yield Finding(
            "R210", Level.NOTE, with_arithmetic(Text.CALLED, item, kind=compose(claim.kind))
        )


def target_differs(item: Judged, context: Context) -> Iterator[Finding]:
    """The analysis gives the target that the target cell gives."""
    claim = item.claim
    target = claim.pairs[0].target if claim.pairs else None
    cell, in_analysis = (
        (claim.cell_target, target) if claim.cell_target else (target, claim.told_target)
    )
    if cell is not None and in_analysis is not None:
        shown = compose(Text.TARGET_DIFFERS, cell=as_printed(cell), told=as_printed(in_analysis))
        yield Finding("R401", Level.WARNING, shown)


def actual_differs(item: Judged, context: Context) -> Iterator[Finding]:
    """The row gives one figure for what was reached."""
    cell = item.claim.pairs[0].actual if item.claim.pairs else None
    in_analysis, elsewhere = item.claim.told_actual, item.claim.told_again
    if cell is not None and elsewhere is not None:
        shown = compose(
            Text.ACTUAL_DIFFERS_AGAIN, cell=cell.quantity.text, told=elsewhere.quantity.text
        )
        yield Finding("R402", Level.WARNING, shown)
    if cell is not None and in_analysis is not None:
        shown = compose(Text.ACTUAL_DIFFERS, cell=as_printed(cell), told=as_printed(in_analysis))
        yield Finding("R402", Level.WARNING, shown)


def formula_differs(item: Judged, context: Context) -> Iterator[Finding]:
    """A formula uses the figures that its row prints."""
    if item.claim.in_formula is not None:
        used, in_row = item.claim.in_formula
        shown = compose(Text.FORMULA_DIFFERS, used=as_printed(used), own=as_printed(in_row))
        yield Finding("R202", Level.WARNING, shown)


def uncounted(item: Judged, context: Context) -> Iterator[Finding]:
    """A share of a count is that of a whole number out of it."""
    whole = likeliest_pair(item.claim).target
    if item.claim.counted and item.verdict is Verdict.INCONSISTENT and whole and item.claim.stated:
        nearest = tuple(map(with_result, item.readings[:2]))
        stated, count = as_printed(item.claim.stated), as_printed(whole)
        message = compose(Text.UNCOUNTED, stated=stated, whole=count, nearest=nearest)
        yield Finding("R410", Level.WARNING, message)


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
