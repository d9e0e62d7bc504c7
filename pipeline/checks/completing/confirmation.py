"""Checks with a second reading of their pages -> checks of which it tells, and no error where it differs."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.checks.records import Check
from pipeline.checks.verdicts import Level
from pipeline.claims import Figure, Pair, RateKind
from pipeline.quantities import CHINESE_NUMERALS
from pipeline.records import Place, SecondReading

ReadAgain = Callable[[Sequence[Place]], Sequence[str | None]]
"""Reads some places once more: what stands in each, or none where it cannot be told."""

_KEPT = frozenset(f"0123456789.{CHINESE_NUMERALS}")
"""What makes a figure; commas, blanks, units and signs are left out."""


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
    readings = _read_figures([figure for own in figures.values() for figure in own], read_again)
    confirmed = list(checks)
    for index, own in figures.items():
        told = [readings.get(id(figure), SecondReading.NONE) for figure in own]
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


def _read_figures(
    figures: Sequence[Figure | None], read_again: ReadAgain | None
) -> dict[int, SecondReading]:
    """Return what comes of the figures that have places of their own, by their identity."""
    placed = [(figure, place) for figure in figures if figure and (place := _own_place(figure))]
    if not placed or read_again is None:
        return {}
    texts = read_again([place for _, place in placed])
    return {
        id(figure): compare_digits(figure.quantity.text, text)
        for (figure, _), text in zip(placed, texts, strict=True)
    }


def _own_place(figure: Figure) -> Place | None:
    """Return where a figure is printed; none for a sum, and for a part of a formula."""
    place = figure.place
    if place is None or place.x0 is None or figure.parted[1] != figure.quantity.text:
        return None
    return place


def compare_digits(text: str, again: str | None) -> SecondReading:
    """Compare a figure with what was read in its place.

    A figure that a line end cuts in two has the place of its first part: that decides nothing.

    >>> compare_digits("1萬2,500人", "１萬2500"), compare_digits("115％", "175%")
    (<SecondReading.AGREES: 'agrees'>, <SecondReading.DIFFERS: 'differs'>)
    """
    if again is None:
        return SecondReading.NONE
    first, second = _folded(text), _folded(again)
    digits = _digits(first)
    if not digits:
        return SecondReading.NONE
    if digits == _digits(second):
        return SecondReading.AGREES
    cut_in_two = second and first.startswith(second)
    return SecondReading.NONE if cut_in_two else SecondReading.DIFFERS


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _digits(text: str) -> str:
    return "".join([char for char in text if char in _KEPT]).strip(".")


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
