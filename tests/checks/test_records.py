"""A check: its level and its messages as one text; a report: the language of its findings."""

from dataclasses import replace

from pipeline.checks.messages import compose
from pipeline.checks.records import Finding, Report
from pipeline.checks.texts import Language, Text
from pipeline.checks.verdicts import Level
from tests.typed_rows import judged


def test_level_and_message() -> None:
    (check,) = judged("400件", "實際460件，達成率115％。")[1]
    assert (check.level, check.message) == (Level.NONE, "")
    note = Finding("R130", Level.NOTE, compose(Text.NO_RATE))
    noted = replace(check, finding=note, messages=(note.message, compose(Text.R104)))
    assert noted.level is Level.NOTE
    assert noted.message == (
        "no rate is stated for this target; off by one unit in the last printed place"
    )
    assert noted.told(Language.CHINESE) == "此項目標未載達成率；所載比率末位差一"


def test_english_unless_asked() -> None:
    report = Report("a.pdf", "", "ok")
    assert report.told_in is Language.ENGLISH
    assert replace(report, language=Language.CHINESE).told_in is Language.CHINESE
