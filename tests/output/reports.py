"""Reports as the writers get them: of one row, and with hostile text wherever a document can bring it along."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.checks.records import Report
from pipeline.errors import Status
from pipeline.output.findings import Screen
from pipeline.output.formats import format_findings
from tests.typed_rows import judged, row

ROOT = Path(__file__).parents[2]


SAMPLES = ROOT / "samples"


REPORT = next(SAMPLES.glob("105*.pdf"))


RESULT = "三、年度目標值及達成率："


def report(target: str, sentence: str, name: str = "a.txt", **fields: object) -> Report:
    """Return a report of one row, as `check` gets it."""
    checks = judged(target, RESULT + sentence)[1]
    return replace(Report(name, "0" * 64, Status.OK, checks=checks, path=name), **fields)


def printed(form: str, *shown: Report, columns: int = 100, coloured: bool = False) -> str:
    return "\n".join(format_findings(form, shown, Screen(columns, coloured)))


WRONG = ("400件", "目標值400件，實際完成500件，達成率115％。")


ACTING = [
    pytest.param("\x1b[2J\x1b]0;own\x07", id="ansi"),
    pytest.param("\x9b31m", id="c1"),
    pytest.param("\u202egnp.exe\u2066\u200f", id="bidi"),
    pytest.param("a\x00b\x08\x7f", id="control"),
    pytest.param("a\r\nb\u2028c\u2029d\x85e", id="line-ends"),
    pytest.param("<script>alert(1)</script>\"'&amp;", id="html"),
    pytest.param("::error::x%0A::set-output name=a::b", id="workflow-command"),
    pytest.param("\ud800half\udfff", id="half-pairs"),
    pytest.param("../../etc/passwd", id="path"),
    pytest.param("=cmd|'/C calc'!A0", id="formula"),
]  # fmt: skip


acting = pytest.mark.parametrize("text", ACTING)


def acts(text: str, allowed: str = "\n") -> list[str]:
    """Return the characters that would act on a terminal, or on who reads the text."""
    return [
        char
        for char in text
        if char not in allowed and (unicodedata.category(char)[0] == "C" or char in "\u2028\u2029")
    ]


def hostile_report(text: str) -> Report:
    """Return a report that has this text wherever a document can bring one along."""
    indicators, checks = judged("400件", f"三、年度目標值及達成率：{text}實際500件，達成率115％。")
    return Report(
        text, "0" * 64, Status.OK, text, (text,), 1, 105, text, text, "text",
        (row(text, text),), indicators, checks, {}, text.encode("utf-8", "replace").decode(),
    )  # fmt: skip
