"""What the terminal says of a file and of a run."""

from __future__ import annotations

from pipeline.output.file_summary import FileSummary
from pipeline.output.summary_text import Tally, summary_line
from tests.output.reports import (
    acting,
    acts,
    hostile_report,
)


@acting
def test_what_is_told_on_the_terminal(text: str) -> None:
    summary = FileSummary.from_report(hostile_report(text))
    tally = Tally([])
    for _ in range(2):
        tally.add(summary, 1.0)
    for printed in (summary_line(summary, verbose=True), tally.text()):
        assert not acts(printed)
    assert len(summary_line(summary, verbose=False).split("\n")) == 3
