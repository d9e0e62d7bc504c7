"""Findings on a line each, behind a place that tools can jump to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.checks.records import Report
from pipeline.checks.texts import Language
from pipeline.errors import Status
from pipeline.records import Place
from tests.output.reports import WRONG, printed, report
from tests.typed_rows import judged

PLACES = [
    pytest.param(Place(1, None, 7.0, None, 7.0), "a.pdf:7: row 1 item 1: R101 [error] ", id="text"),
    pytest.param(
        Place(3, 10.4, 20.6, 30.0, 40.0), "a.pdf: p.3 at (10, 21): row 1 item 1: R101 [error] ", id="pdf"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("place", "start"), PLACES)
def test_a_line_begins_with_the_place(place: Place, start: str) -> None:
    (check,) = judged(*WRONG)[1]
    stated = replace(check.claim.stated, place=place)
    moved = replace(check, claim=replace(check.claim, stated=stated))
    line = printed("concise", Report("a.pdf", "", Status.OK, checks=(moved,)))
    assert line.startswith(start)
    assert "\n" not in line


def test_a_finding_without_a_rate_has_no_place() -> None:
    line = printed("concise", report("5處", "完成修復6處。"))
    assert line.startswith("a.txt: row 1 item 1: R130 [note] ")


def test_in_chinese() -> None:
    line = printed("concise", report(*WRONG, language=Language.CHINESE))
    assert line.startswith("a.txt:1: 第1列第1項: R101 [錯誤] ")


def test_nothing_wrong_is_no_line() -> None:
    assert printed("concise", report("400件", "實際完成400件，達成率100％。")) == ""
