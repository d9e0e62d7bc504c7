"""A run that is killed or interrupted: what is done is kept, and the next one goes on to the same bytes."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.run.runs import ROOT, SAMPLES, copies, documents, run, written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with nine reports."""
    return copies(tmp_path / "in", 3)


def started(*arguments: object) -> subprocess.Popen:
    command = [sys.executable, "-m", "pipeline", "run", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)


def wait_for_entries(out: Path, number: int, process: subprocess.Popen) -> None:
    while len([*out.glob(".pipeline/entries/*/*")]) < number:
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.01)


@pytest.mark.parametrize("number", [0, 1, 4, 8], ids=["first", "second", "middle", "last"])
def test_a_killed_run_goes_on_to_the_same_bytes(tmp_path, folder, number) -> None:
    assert run(folder, "-o", tmp_path / "whole") == 0
    out = tmp_path / "out"
    with started(folder, "-o", out, "--jobs", 2) as process:
        wait_for_entries(out, number, process)
        process.kill()
    assert run(folder, "-o", out) == 0
    assert written(out) == written(tmp_path / "whole")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "sigterm"])
def test_an_interrupted_run_writes_what_is_done(tmp_path, number) -> None:
    # So many that the run still goes on when the signal is sent, however busy the machine is.
    folder = copies(tmp_path / "many", 16)
    count = 16 * len(SAMPLES)
    out = tmp_path / "out"
    with started(folder, "-o", out, "--jobs", 1) as process:
        wait_for_entries(out, 2, process)
        process.send_signal(number)
        told = process.communicate()[1]
    assert process.returncode == 130
    assert "interrupted" in told
    assert "Traceback" not in told
    lines = documents(out)
    assert len(lines) == count
    statuses = [line["status"] for line in lines.values()]
    assert 1 <= statuses.count("ok") < count
    assert statuses.count("ok") + statuses.count("skipped") == count
    assert all(line["error"] for line in lines.values() if line["status"] == "skipped")
    assert run(folder, "-o", out) == 0
    assert run(folder, "-o", tmp_path / "whole") == 0
    assert written(out) == written(tmp_path / "whole")


def test_fresh_reads_all_anew_and_stale_results_go(tmp_path, folder) -> None:
    out = tmp_path / "out"
    assert run(folder, "-o", out) == 0
    assert len([*out.glob(".pipeline/entries/*/*")]) == 9
    pages = {"index.html", *(f"{number:04d}.html" for number in range(1, 10))}
    assert {path.name for path in (out / "review").iterdir()} == pages
    for path in [*folder.glob("1-*"), *folder.glob("2-*")]:
        path.unlink()
    entry = next(out.glob(".pipeline/entries/*/*"))
    stale = entry.with_name("0" * 64)
    stale.write_bytes(b"old")
    assert run(folder, "-o", out, "--fresh") == 0
    assert len([*out.glob(".pipeline/entries/*/*")]) == 3
    assert len([*(out / "review").iterdir()]) == 4
    assert run(folder, "-o", tmp_path / "whole") == 0
    assert written(out) == written(tmp_path / "whole")
