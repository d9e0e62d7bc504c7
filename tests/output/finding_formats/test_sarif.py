"""Findings as a SARIF log, which is valid by its schema."""

from __future__ import annotations

import json
import os
import re
import urllib.parse
from dataclasses import replace

import jsonschema
import pytest

from pipeline.checks.records import Report
from pipeline.checks.rules import RULES
from pipeline.checks.texts import Language
from pipeline.errors import Status
from pipeline.records import Place
from pipeline.run import file_report
from tests.output.reports import (
    ROOT,
    SAMPLES,
    WRONG,
    printed,
    report,
)
from tests.typed_rows import judged

SCHEMA = json.loads((ROOT / "tests" / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))


URI = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")


def sarif(*shown: Report) -> dict[str, object]:
    """Return the one run of a log that is valid by the schema."""
    log = json.loads(printed("sarif", *shown))
    validator = jsonschema.validators.validator_for(SCHEMA)
    assert [error.message for error in validator(SCHEMA).iter_errors(log)] == []
    (run,) = log["runs"]
    return run


def test_the_schema_refuses_what_is_no_log() -> None:
    validator = jsonschema.validators.validator_for(SCHEMA)(SCHEMA)
    for wrong in (
        {},
        {"version": "2.0", "runs": []},
        {"version": "2.1.0", "runs": [{"results": []}]},
    ):
        assert not validator.is_valid(wrong)


@pytest.mark.parametrize("language", [None, *Language])
def test_samples_make_a_valid_log(language: Language | None) -> None:
    read = [file_report.read_report(path, path.name) for path in sorted(SAMPLES.glob("*.pdf"))]
    shown = [replace(item, language=language) for item in read]
    run = sarif(*shown)
    results = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert len(results) == sum(check.level.rank > 0 for item in shown for check in item.checks)
    assert all(len(result["locations"]) == 1 for result in results)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    assert {result["level"] for result in results} == {"error", "warning", "note"}
    marks = [result["partialFingerprints"]["finding/v1"] for result in results]
    assert len(set(marks)) == len(marks)
    for rule in rules:
        assert RULES[rule["id"]].english.meaning in rule["help"]["text"]
        assert RULES[rule["id"]].chinese.meaning in rule["help"]["text"]


def test_places_are_told_and_do_not_make_the_fingerprint() -> None:
    (check,) = judged(*WRONG)[1]

    def moved(place: Place) -> Report:
        stated = replace(check.claim.stated, place=place)
        return Report(
            "a.pdf",
            "",
            Status.OK,
            checks=(replace(check, claim=replace(check.claim, stated=stated)),),
        )

    first, second = (
        sarif(moved(place))["results"][0]
        for place in (Place(1, 10.0, 20.0, 30.0, 40.0), Place(2, 11.0, 21.0, 31.0, 41.0))
    )
    assert first["partialFingerprints"] == second["partialFingerprints"]
    (location,) = first["locations"]
    assert location["properties"] == {
        "page": 1,
        "x0": "10.00",
        "top": "20.00",
        "x1": "30.00",
        "bottom": "40.00",
    }
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "row 1/item 1"
    assert "region" not in location["physicalLocation"]


def test_findings_that_are_alike_are_told_apart() -> None:
    (check,) = judged(*WRONG)[1]
    results = sarif(Report("a.pdf", "", Status.OK, checks=(check, check)))["results"]
    assert len({result["partialFingerprints"]["finding/v1"] for result in results}) == 2


def test_plain_text_has_a_region() -> None:
    (result,) = sarif(report(*WRONG))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"]) == (1, 1)
    assert region["snippet"]["text"].endswith("達成率115％")


def test_inputs_that_could_not_be_read_are_notifications() -> None:
    run = sarif(
        Report("a.pdf", "1" * 64, Status.DAMAGED, "a.pdf: broken", path="in/a.pdf"),
        Report("b.pdf", "2" * 64, Status.NO_TABLE, "b.pdf: no table", path="in/b.pdf"),
        Report("c.pdf", "3" * 64, Status.OK, warnings=("repaired",), path="in/c.pdf"),
    )
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    told = invocation["toolExecutionNotifications"]
    assert [(note["level"], note["descriptor"]["id"]) for note in told] == [
        ("error", "damaged"), ("note", "no_table"), ("warning", "warning"),
    ]  # fmt: skip
    uris = [note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for note in told]
    assert uris == ["in/a.pdf", "in/b.pdf", "in/c.pdf"]
    assert [item["hashes"]["sha-256"][0] for item in run["artifacts"]] == ["1", "2", "3"]
    assert run["results"] == []


NAMES = [
    pytest.param("報告 105年.pdf", id="chinese-and-space"),
    pytest.param("a\nb.pdf", id="newline"),
    pytest.param("50%#?.pdf", id="percent-hash"),
    pytest.param("a:b.pdf", id="colon"),
    pytest.param("../up/a.pdf", id="upwards"),
    pytest.param("/srv/in/a b.pdf", id="absolute"),
    pytest.param(os.fsdecode(b"\xb3\xf8.pdf"), id="not-utf8"),
    pytest.param("\u202efdp.exe", id="bidi"),
]


@pytest.mark.parametrize("name", NAMES)
def test_odd_names_are_uris(name: str) -> None:
    run = sarif(report(*WRONG, path=name))
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert URI.fullmatch(uri)
    assert ":" not in uri.removeprefix("file://")
    parsed = urllib.parse.urlparse(uri)
    assert parsed.scheme == ("file" if name.startswith("/") else "")
    assert os.fsdecode(urllib.parse.unquote_to_bytes(parsed.path)) == name
