"""Reports -> their findings as a SARIF 2.1.0 log, which code hosts and editors read.

A PDF has no lines, so a place in it is told as properties of its location (page and box in points)
and by the row and item; plain text has a region. An input that could not be read is a notification.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from pipeline import __version__
from pipeline.checks import (
    RULES,
    Check,
    FindingKey,
    Language,
    Level,
    Report,
    Text,
    compose,
    explain_rule,
    finding_key,
)
from pipeline.output.findings import Screen, finding_item, notable_findings
from pipeline.output.places import place_fields
from pipeline.output.visible_text import escape_json
from pipeline.records import Place

_ANALYSED = "analysisTarget"
Object = dict[str, object]


def format_findings(reports: Iterable[Report], screen: Screen) -> Iterator[str]:  # noqa: ARG001
    """Yield the log as one text."""
    yield escape_json(json.dumps(sarif_log(list(reports)), ensure_ascii=False, indent=2))


def sarif_log(reports: Sequence[Report]) -> Object:
    """Return the log of a run."""
    language = reports[0].told_in if reports else Language.ENGLISH
    findings = list(notable_findings(reports))
    codes = sorted({check.finding.code for _, check in findings if check.finding})
    indices = {report.document: index for index, report in enumerate(reports)}
    alike: Counter[FindingKey] = Counter()
    results = []
    for report, check in findings:
        key = finding_key(report, check)
        fingerprint = _fingerprint(key, alike[key])
        alike[key] += 1
        results.append(_result(report, check, indices[report.document], codes, fingerprint))
    run: Object = {
        "tool": {
            "driver": {
                "name": "pipeline",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(code, language) for code in codes],
            }
        },
        "language": str(language),
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(reports)],
        "artifacts": [_artifact(report) for report in reports],
        "results": results,
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }


def _rule(code: str, language: Language) -> Object:
    rule = RULES[code]
    words = rule.words(language)
    return {
        "id": code,
        "shortDescription": {"text": words.meaning},
        "fullDescription": {"text": f"{words.meaning} {words.reason}"},
        "help": {"text": explain_rule(code)},
        "defaultConfiguration": {"level": rule.usual_level},
    }


def _result(
    report: Report, check: Check, index: int, codes: Sequence[str], fingerprint: str
) -> Object:
    assert check.finding is not None
    language = report.told_in
    item = finding_item(check).text(language)
    return {
        "ruleId": check.finding.code,
        "ruleIndex": codes.index(check.finding.code),
        "level": str(check.level),
        "message": {
            "text": compose(Text.BESIDE, name=item, told=check.told(language)).text(language)
        },
        "locations": [_location(report, check, index, item)],
        "partialFingerprints": {"finding/v1": fingerprint},
        "properties": {"id": check.id},
    }


def _location(report: Report, check: Check, index: int, item: str) -> Object:
    stated = check.claim.stated
    physical: Object = {"artifactLocation": {"uri": input_uri(report), "index": index}}
    logical = {
        "name": item,
        "fullyQualifiedName": f"row {check.claim.row}/item {check.claim.item}",
        "kind": "tableRow",
    }
    location: Object = {"physicalLocation": physical, "logicalLocations": [logical]}
    if stated is not None and stated.place.x0 is None:
        physical["region"] = _region(stated.place, stated.sentence)
    elif stated is not None:
        location["properties"] = place_fields(stated.place)
    return location


def _region(place: Place, sentence: str) -> Object:
    return {
        "startLine": int(place.top),
        "endLine": int(place.bottom),
        "snippet": {"text": sentence},
    }


def _fingerprint(key: FindingKey, alike_before: int) -> str:
    """Return what a finding is known by, without its place."""
    text = json.dumps([*key, alike_before], ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


# --------------------------------------------------------------------------- what was read


def _artifact(report: Report) -> Object:
    hashes: Mapping[str, object] = {"hashes": {"sha-256": report.sha256}} if report.sha256 else {}
    return {"location": {"uri": input_uri(report)}, "roles": [_ANALYSED], **hashes}


def _invocation(reports: Iterable[Report]) -> Object:
    """Tell which inputs could not be read, and what else a reader should know of them."""
    notes: list[Object] = []
    read = True
    for index, report in enumerate(reports):
        read = read and report.status.is_complete
        if report.error:
            level = Level.NOTE if report.status.is_complete else Level.ERROR
            notes.append(_notification(report, index, level, report.status, report.error))
        notes.extend(
            _notification(report, index, Level.WARNING, "warning", warning)
            for warning in report.warnings
        )
    return {"executionSuccessful": read, "toolExecutionNotifications": notes}


def _notification(report: Report, index: int, level: Level, name: str, text: str) -> Object:
    place = {"physicalLocation": {"artifactLocation": {"uri": input_uri(report), "index": index}}}
    return {
        "descriptor": {"id": name},
        "level": str(level),
        "message": {"text": text},
        "locations": [place],
    }


def input_uri(report: Report) -> str:
    """Return the path of an input as a URI: relative as it was given, absolute ones with file:.

    The bytes of the name count, also where they are no UTF-8.
    """
    name = report.path or report.document
    quoted = quote(os.fsencode(name))
    return f"file://{quoted}" if name.startswith("/") else quoted
