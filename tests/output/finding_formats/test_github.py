"""Findings as workflow commands."""

from __future__ import annotations

from dataclasses import replace

from pipeline.checks.records import Report
from pipeline.errors import Status
from pipeline.records import Place
from tests.output.reports import (
    WRONG,
    printed,
    report,
)
from tests.typed_rows import judged


def test_a_workflow_command_is_escaped() -> None:
    shown = report(*WRONG, path="a,b:c%\nd.txt", document="x")
    (line,) = printed("github", shown).splitlines()
    name, _, message = line.removeprefix("::error ").partition("::")
    assert name == "file=a%2Cb%3Ac%25%0Ad.txt,line=1,title=R101"
    assert message.startswith("R101 row 1 item 1: the stated rate differs")


def test_a_place_in_a_pdf_has_no_line() -> None:
    (check,) = judged(*WRONG)[1]
    stated = replace(check.claim.stated, place=Place(3, 10.0, 20.0, 30.0, 40.0))
    shown = Report(
        "a.pdf", "", Status.OK, checks=(replace(check, claim=replace(check.claim, stated=stated)),)
    )
    assert printed("github", shown).startswith("::error file=a.pdf,title=R101::R101 row 1")
