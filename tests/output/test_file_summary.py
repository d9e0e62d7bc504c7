"""Summaries of files: what they count, and that they come back from JSON."""

from __future__ import annotations

import json

import pytest

from pipeline.errors import Status
from pipeline.output.file_summary import FileSummary
from tests.output.reports import WRONG, report

MORE = ("130次以上", "目標值125次，實際156次，達成率110％。")


def test_counts_of_a_report() -> None:
    summary = FileSummary.from_report(report(*WRONG))
    assert (summary.document, summary.status, summary.checks) == ("a.txt", Status.OK, 1)
    assert summary.findings == ((("R101", "error"),),)
    assert summary.levels == ["error"]
    assert (summary.flagged, summary.codes) == (1, {"R101": 1})
    assert summary.coverage


def test_a_check_counts_once_by_its_gravest_finding() -> None:
    summary = FileSummary.from_report(report(*MORE))
    (codes,) = summary.findings
    assert len(codes) > 1
    assert len(summary.levels) == 1
    assert sum(summary.codes.values()) == 1


def test_a_report_without_checks_says_nothing_of_coverage() -> None:
    assert FileSummary.from_report(report("", "")).coverage == ""


@pytest.mark.parametrize("status", Status)
def test_it_comes_back_from_json(status: Status) -> None:
    summary = FileSummary("a.pdf", status, "why", ("w",), findings=((("R101", "error"),),))
    again = FileSummary.from_json(json.loads(json.dumps(summary.as_json())))
    assert again == summary
    assert again.status is status


@pytest.mark.parametrize(
    "changed",
    [{"status": "well"}, {"more": 1}, {"findings": 3}],
    ids=["status", "field", "findings"],
)
def test_other_json_is_refused(changed: dict[str, object]) -> None:
    content = FileSummary("a.pdf", Status.OK).as_json() | changed
    with pytest.raises((TypeError, ValueError)):
        FileSummary.from_json(content)


SELECTED = [
    pytest.param({"R101"}, (), id="another-code"),
    pytest.param({"R401"}, ((("R401", "warning"),),), id="a-lesser-one"),
    pytest.param(set(), (), id="none"),
]


@pytest.mark.parametrize(("codes", "left"), SELECTED)
def test_only_some_codes(codes: set[str], left: tuple[object, ...]) -> None:
    summary = FileSummary("a.pdf", Status.OK, findings=((("R110", "note"), ("R401", "warning")),))
    assert summary.with_codes(codes).findings == left


def test_findings_of_another_report() -> None:
    summary = FileSummary("a.pdf", Status.OK, findings=((("R110", "note"),),))
    assert summary.with_findings_of(report(*WRONG)).findings == ((("R101", "error"),),)
