"""One file read and judged: its status and reason, its steps, and what changes meanwhile."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.run import file_report, inputs, tasks
from tests.pdfs import Leaf, pdf, text
from tests.run.runs import SAMPLES


def test_a_file_that_changes_or_vanishes_while_it_is_read(tmp_path, monkeypatch) -> None:

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

    steps: list[int] = []
    found = file_report.read_report(SAMPLES[0], "a.pdf", steps.append, "never")
    assert steps == [*range(found.pages), *[found.pages] * (1 + len(found.rows))]


STATUSES = [
    pytest.param("a.txt", "本局訂於105年9月1日開會。\n".encode(), "no_table", "a.txt: no table with", id="no-table"),
    pytest.param("a.pdf", b"", "damaged", "a.pdf: the file is empty", id="empty"),
    pytest.param("a.pdf", "達成率".encode(), "unsupported", "a.pdf: not a PDF", id="not-a-pdf"),
    pytest.param("a.pdf", pdf(Leaf(text(72, 700, "Ab"))), "no_table", "a.pdf: no table with", id="pdf"),
    pytest.param("a.pdf", pdf(Leaf()), "no_text", "a.pdf: no text on any page (1 in all)", id="blank-pdf"),
    pytest.param("report.txt", pdf(Leaf(text(72, 700, "Ab"))), "no_table", "report.txt: no table", id="pdf-called-txt"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "status", "reason"), STATUSES)
def test_the_status_has_its_reason(
    tmp_path: Path, name: str, content: bytes, status: str, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    found = file_report.read_report(path, name)
    assert found.status == status
    assert found.error.startswith(reason)
    assert bool(found.sha256) == (content != b"")


def test_a_good_report_has_no_reason() -> None:
    found = file_report.read_report(SAMPLES[0], "a.pdf")
    assert (found.status, found.error, found.document) == ("ok", "", "a.pdf")
    assert found.path == SAMPLES[0].as_posix()
    assert all(paragraph.lines == () for row in found.rows for paragraph in row.cell("target"))


SECOND_READER = "pipeline.reading.pdfplumber_reader.second_reading"
CLEAN = SAMPLES[0].parents[1] / "tests" / "layouts" / "ministry-several-chromium.pdf"


def test_what_another_reader_reads_otherwise_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = file_report.read_report(SAMPLES[0], "a.pdf", second_reading="never")
    levels = {check.level for check in plain.checks}
    assert "error" in levels
    assert {check.second_reading for check in plain.checks} == {None}
    monkeypatch.setattr(f"{SECOND_READER}.read_boxes", lambda *asked: ["9876"] * len(asked[2]))
    found = file_report.read_report(SAMPLES[0], "a.pdf")
    assert "error" not in {check.level for check in found.checks}
    for before, after in zip(plain.checks, found.checks, strict=True):
        told = "differs" if before.level in ("error", "warning") else None
        assert after.second_reading == told
        assert after.verdict == before.verdict


def test_a_report_without_findings_loads_no_second_reader(tmp_path: Path) -> None:
    """Nor does one that is not to be read twice."""
    script = (
        "import sys; from pathlib import Path; from pipeline.run import file_report\n"
        "found = file_report.read_report(Path(sys.argv[1]), 'a.pdf', int, sys.argv[2])\n"
        "flagged = any(check.level in ('error', 'warning') for check in found.checks)\n"
        "print(bool(found.checks), flagged, 'pdfminer' in sys.modules)"
    )

    def told(path: Path, which: str) -> str:
        command = [sys.executable, "-c", script, str(path), which]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    assert told(SAMPLES[0], "findings") == "True True True"
    assert told(SAMPLES[0], "never") == "True True False"
    assert told(CLEAN, "findings") == "True False False"
