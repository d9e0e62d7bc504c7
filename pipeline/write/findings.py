"""Reports -> the findings of `pipeline check`, for a person, a program or a code host.

Text from a document never reaches a terminal as it is: control characters and marks that turn the
direction of writing are shown as their code points.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

from pipeline.model import Check, Level, Place, Report
from pipeline.rounding import fixed, plain
from pipeline.rules import RULES


def as_text(reports: Iterable[Report]) -> Iterator[str]:
    """Yield each finding with its sentence and the place of the rate in it."""
    for report, check in _found(reports):
        claim = check.claim
        yield f"{_where(report, check)}: {check.level}: {_code(check)} {printable(check.message)}"
        yield f"    {printable(claim.label)}"
        if claim.stated is not None:
            sentence = printable(claim.stated.sentence)
            rate = printable(claim.stated.quantity.text)
            yield f"  | {sentence}"
            at = sentence.rfind(rate)
            if at >= 0:
                yield f"  | {' ' * _width(sentence[:at])}{'^' * _width(rate)}"
        yield ""


def as_concise(reports: Iterable[Report]) -> Iterator[str]:
    """Yield each finding on a line."""
    for report, check in _found(reports):
        yield f"{_where(report, check)}: {_code(check)} [{check.level}] {printable(check.message)}"


def as_json(reports: Iterable[Report]) -> Iterator[str]:
    """Yield one JSON array of all findings."""
    found = [_record(report, check) for report, check in _found(reports)]
    yield json.dumps(found, ensure_ascii=False, indent=2)


def as_github(reports: Iterable[Report]) -> Iterator[str]:
    """Yield each finding as a workflow command."""
    words = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
    for report, check in _found(reports):
        place = check.claim.stated.place if check.claim.stated else None
        # A PDF has no lines; only a place in plain text is one.
        line = int(place.top) if place and place.x0 is None else 1
        message = _escaped(f"{_code(check)} {_row(check)}: {check.message}")
        name = _escaped(report.path or report.document).replace(":", "%3A").replace(",", "%2C")
        yield f"::{words[check.level]} file={name},line={line},title={_code(check)}::{message}"


def as_sarif(reports: Iterable[Report]) -> Iterator[str]:
    """Yield a SARIF 2.1.0 log."""
    found = list(_found(reports))
    codes = sorted({_code(check) for _, check in found})
    rules = [
        {"id": code, "shortDescription": {"text": RULES[code].english.meaning}} for code in codes
    ]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "pipeline", "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(report, check) for report, check in found],
            }
        ],
    }
    yield json.dumps(log, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Iterable[Report]], Iterator[str]]] = {
    "text": as_text,
    "concise": as_concise,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}


def _found(reports: Iterable[Report]) -> Iterator[tuple[Report, Check]]:
    """Yield what is at least a note, in the order of the documents."""
    for report in reports:
        for check in report.checks:
            if check.level.rank >= Level.NOTE.rank:
                yield report, check


def _code(check: Check) -> str:
    return check.finding.code if check.finding else ""


def _row(check: Check) -> str:
    return f"row {check.claim.row} item {check.claim.item}"


def _where(report: Report, check: Check) -> str:
    place = check.claim.stated.place if check.claim.stated else None
    name = printable(report.document)
    if place is None:
        return f"{name}: {_row(check)}"
    if place.x0 is None:
        return f"{name}:{int(place.top)}: {_row(check)}"
    return f"{name}: p.{place.page} at ({place.x0:.0f}, {place.top:.0f}): {_row(check)}"


def _record(report: Report, check: Check) -> dict[str, object]:
    claim = check.claim
    place = claim.stated.place if claim.stated else None
    return {
        "document": report.document,
        "row": claim.row,
        "item": claim.item,
        "label": claim.label,
        "kind": str(claim.kind),
        "code": _code(check),
        "level": str(check.level),
        "verdict": str(check.verdict),
        "stated": plain(claim.stated.quantity.value) if claim.stated else None,
        "formula": check.formula or None,
        "recomputed": fixed(check.recomputed, 6) or None,
        "message": check.message,
        "place": _box(place) if place else None,
    }


def _box(place: Place) -> dict[str, int | str | None]:
    """Return a place with two decimals, as text: a float would bring its noise along."""
    numbers = {name: getattr(place, name) for name in ("x0", "top", "x1", "bottom")}
    return {"page": place.page} | {
        name: None if value is None else f"{value:.2f}" for name, value in numbers.items()
    }


def _sarif_result(report: Report, check: Check) -> dict[str, object]:
    levels = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"}
    place = check.claim.stated.place if check.claim.stated else None
    physical: dict[str, object] = {
        "artifactLocation": {"uri": _uri(report.path or report.document)}
    }
    if place is not None and place.x0 is None:
        physical["region"] = {"startLine": int(place.top), "endLine": int(place.bottom)}
    return {
        "ruleId": _code(check),
        "level": levels[check.level],
        "message": {"text": f"{_row(check)}: {check.message}"},
        "locations": [{"physicalLocation": physical}],
        "partialFingerprints": {
            "claim/v1": f"{report.document}/{check.claim.row}/{check.claim.item}/{check.claim.kind}"
        },
    }


def _uri(name: str) -> str:
    from urllib.parse import quote  # only this format needs it

    return quote(name)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def printable(text: str) -> str:
    r"""Return a text that a terminal shows as it is, on one line.

    >>> printable("a\nb\x1b[31m")
    'a\\nb\\x1b[31m'
    """
    return "".join(
        char
        if unicodedata.category(char)[0] != "C" and unicodedata.category(char) not in ("Zl", "Zp")
        else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
