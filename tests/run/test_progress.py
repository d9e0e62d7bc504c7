"""How far a run is: a bar on a terminal, lines elsewhere."""

from __future__ import annotations

import io

import pytest

from pipeline.errors import Status
from pipeline.output.file_summary import FileSummary
from pipeline.run import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "160")
    with progress.show_progress(2, verbose=False) as shown:
        for text in ("a.pdf", "[bold]\x1b[2Jb.pdf"):
            shown.add(
                FileSummary(text, Status.OK, pages=3, rows=1, findings=((("R101", "error"),),))
            )
    printed = terminal.getvalue()
    assert "2/2" in printed
    assert "6 pages, 2 findings" in printed
    assert "files/s" in printed
    assert "[bold]\\x1b[2Jb.pdf: ok" in printed


def test_lines_elsewhere(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    with progress.show_progress(2, verbose=False) as shown:
        shown.add(FileSummary("a.pdf", Status.OK, pages=3))
        shown.add(FileSummary("b.pdf", Status.DAMAGED, "b.pdf: broken"))
    told = capsys.readouterr().err.split("\n")
    assert told[0] == "a.pdf: ok"
    assert told[1].startswith("progress: 1 of 2 files, 3 pages, 0 findings, ")
    assert told[2:] == ["b.pdf: damaged: broken", ""]
