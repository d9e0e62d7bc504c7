"""One file read and judged: its status and reason, its steps, and what changes meanwhile."""

from __future__ import annotations

import shutil

from pipeline.run import inputs, tasks
from tests.run.runs import SAMPLES


def test_a_file_that_changes_or_vanishes_while_it_is_read(tmp_path, monkeypatch) -> None:
    from pipeline.run import file_report

    path = tmp_path / "a.pdf"
    judge = file_report.judge_rows

    def changing(*arguments):
        path.write_bytes(b"other")
        return judge(*arguments)

    def vanishing(*arguments):
        path.unlink()
        return judge(*arguments)

    for change, told in ((changing, "changed while"), (vanishing, "vanished while")):
        shutil.copy(SAMPLES[0], path)
        monkeypatch.setattr(file_report, "judge_rows", change)
        outcome = tasks.read_source(inputs.InputFile("a.pdf", str(path)), 1, tasks.Order("f"))
        assert outcome.summary.status == "skipped"
        assert told in outcome.summary.error


def test_each_page_and_then_each_row_is_a_step() -> None:
    from pipeline.run import file_report

    steps: list[int] = []
    found = file_report.read_report(SAMPLES[0], "a.pdf", steps.append)
    assert steps == [*range(found.pages), *[found.pages] * (1 + len(found.rows))]
