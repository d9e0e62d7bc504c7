"""What a run writes replaces what an earlier one wrote, whole or not at all, in little memory."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.output import tables
from pipeline.output.entries import Entry
from pipeline.output.table_formats import csv_table
from pipeline.run import journal, publishing
from pipeline.run.journal import Journal
from tests.output.reports import REPORT, hostile_report
from tests.run.runs import SAMPLES, run, written


def test_one_form_replaces_the_other(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    for form in ("csv", "parquet", "csv"):
        assert cli.main(["run", str(REPORT), "-o", str(tmp_path), "--output-format", form]) == 0
        found = {path.suffix for path in tmp_path.iterdir() if path.stem in ("rows", "checks")}
        assert found == {f".{form}"}


def test_many_reports_take_no_more_memory_than_few(tmp_path: Path) -> None:
    import tracemalloc

    shown = hostile_report("x")
    packed = Entry.pack(shown, ["y" * 20_000]).packed
    most = []
    for number in (20, 400):
        with Journal(tmp_path / str(number)) as journal:
            journal.put("k" * 64, packed)
            keys = ["k" * 64] * number
            peaks = []
            for _ in range(3):  # threads that other tests left behind may add to one, not to all
                tracemalloc.start()
                publishing.publish(journal, keys, tmp_path / str(number), publishing.OutputStyle())
                peaks.append(tracemalloc.get_traced_memory()[1])
                tracemalloc.stop()
            most.append(min(peaks))
    # What is left to grow is the list of the pages that are to be moved.
    assert most[1] < most[0] + 400 * 2_000


FULL = OSError(errno.ENOSPC, "No space left on device", "rows.csv")


def full(*arguments: object) -> None:
    raise FULL


@pytest.mark.parametrize(
    ("owner", "name"),
    [(journal.Journal, "put"), (csv_table.CsvTable, "add"), (tables, "write_data_package")],
    ids=["result", "table", "package"],
)
def test_a_full_disk_is_told_and_earlier_files_stay(
    tmp_path, monkeypatch, capsys, owner, name
) -> None:
    out = tmp_path / "out"
    assert run(SAMPLES[0], "-o", out) == 0
    before = written(out)
    monkeypatch.setattr(owner, name, full)
    assert run(SAMPLES[1], "-o", out) == 3
    assert "No space left on device" in capsys.readouterr().err
    after = written(out)
    assert {name: after[name] for name in before} == before


def test_a_folder_in_the_place_of_a_file_is_told_before_any_is_moved(tmp_path, capsys) -> None:
    out = tmp_path / "out"
    assert run(SAMPLES[0], "-o", out) == 0
    (out / "rows.csv").unlink()
    (out / "rows.csv").mkdir()
    before = (out / "checks.csv").read_bytes()
    assert run(SAMPLES[1], "-o", out) == 3
    assert "rows.csv" in capsys.readouterr().err
    assert (out / "checks.csv").read_bytes() == before
