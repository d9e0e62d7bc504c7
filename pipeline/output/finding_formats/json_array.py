"""Reports -> one JSON array of all findings, for programs and for ``--baseline``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from pipeline.checks import Check, Report
from pipeline.output.findings import Screen, finding_code, notable_findings
from pipeline.output.places import place_fields
from pipeline.output.visible_text import escape_json
from pipeline.quantities import fixed_decimal, plain_decimal


def format_findings(reports: Iterable[Report], screen: Screen) -> Iterator[str]:  # noqa: ARG001
    """Yield the array as one text."""
    records = [_record(report, check) for report, check in notable_findings(reports)]
    yield escape_json(json.dumps(records, ensure_ascii=False, indent=2))


def _record(report: Report, check: Check) -> dict[str, object]:
    claim = check.claim
    place = claim.stated.place if claim.stated else None
    return {
        "id": check.id,
        "document": report.document,
        "row": claim.row,
        "item": claim.item,
        "label": claim.label,
        "kind": str(claim.kind),
        "code": finding_code(check),
        "level": str(check.level),
        "verdict": str(check.verdict),
        "stated": plain_decimal(claim.stated.quantity.value) if claim.stated else None,
        "formula": check.formula or None,
        "recomputed": fixed_decimal(check.recomputed, 6) or None,
        "message": check.told(report.told_in),
        "place": place_fields(place) if place else None,
    }
