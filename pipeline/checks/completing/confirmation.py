"""Checks with a second reading of their pages -> checks of which it tells, and no error where it differs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.checks.records import Check
from pipeline.checks.verdicts import Level
from pipeline.claims import Figure, Pair, RateKind
from pipeline.records import Place, SecondReading

ReadAgain = Callable[[Sequence[tuple[Place, str]]], Sequence[SecondReading]]
"""Reads figures once more: their places with what was read there -> what comes of each."""


def confirm_checks(
    checks: Sequence[Check], which: str, read_again: ReadAgain | None
) -> Sequence[Check]:
    """Have the figures of some checks read once more; ``read_again`` is none for what is no PDF.

    ``which`` is ``findings`` (those of level error or warning), ``all`` or ``never``.
    """
    chosen = [index for index, check in enumerate(checks) if _is_asked_for(check, which)]
    if not chosen:
        return checks
    figures = {index: _figures(checks[index]) for index in chosen}
    placed = [figure for own in figures.values() for figure in own if _has_its_place(figure)]
    printed = [(figure.place, figure.quantity.text) for figure in placed if figure is not None]
    readings = read_again(printed) if read_again and printed else [SecondReading.NONE] * len(placed)
    by_figure = {id(figure): reading for figure, reading in zip(placed, readings, strict=True)}
    confirmed = list(checks)
    for index, own in figures.items():
        told = [by_figure.get(id(figure), SecondReading.NONE) for figure in own]
        confirmed[index] = _with_reading(checks[index], _joint(told))
    return confirmed


def _is_asked_for(check: Check, which: str) -> bool:
    return which == "all" or (which == "findings" and check.level.rank >= Level.WARNING.rank)


def _figures(check: Check) -> list[Figure | None]:
    """Return the stated rate and the figures that it is recomputed from; none for what has no figure."""
    claim = check.claim
    own = [claim.stated] if claim.stated else []
    if claim.formula is not None:
        return [*own, None]  # its figures have no places of their own
    pair = claim.pairs[0] if claim.pairs else Pair(None, None)
    if claim.kind is RateKind.ACHIEVEMENT:
        return [*own, check.target, check.actual]
    base = claim.baseline if claim.kind is RateKind.GROWTH else pair.target
    return [*own, base, pair.actual]


def _has_its_place(figure: Figure | None) -> bool:
    """Tell whether a figure is printed where its place is: no sum, no part of a formula."""
    if figure is None or figure.place is None or figure.place.x0 is None:
        return False
    return figure.parted[1] == figure.quantity.text


def _joint(readings: Sequence[SecondReading]) -> SecondReading:
    """Return what comes of all figures of a check: the least of it."""
    order = (SecondReading.DIFFERS, SecondReading.NONE)
    return next((one for one in order if one in readings), SecondReading.AGREES)


def _with_reading(check: Check, reading: SecondReading) -> Check:
    """Return a check with its second reading; where that differs there is no error."""
    if reading is not SecondReading.DIFFERS:
        return replace(check, second_reading=reading)
    findings = tuple(
        replace(finding, level=Level.WARNING) if finding.level is Level.ERROR else finding
        for finding in check.findings
    )
    finding = findings[0] if findings else None
    return replace(check, finding=finding, findings=findings, second_reading=reading)
