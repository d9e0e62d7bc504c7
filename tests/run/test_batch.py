"""A batch that cannot be stopped: what is kept, what goes on, what a second run must not do."""

import csv
import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.errors import Status
from pipeline.output import tables
from pipeline.run import batch, inputs, isolation, journal, tasks

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with nine reports."""
    return copies(tmp_path / "in", 3)


def copies(folder: Path, number: int) -> Path:
    """Make a folder with so many copies of each sample."""
    folder.mkdir()
    for copy in range(number):
        for path in SAMPLES:
            shutil.copy(path, folder / f"{copy}-{path.name}")
    return folder


def written(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder, the journal among them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def documents(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        return {line["document"]: line for line in csv.DictReader(file)}


def run(*arguments: object) -> int:
    return cli.main(["run", *map(str, arguments)])


# --------------------------------------------------------------------------- going on


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


def order(out: Path) -> tasks.Order:
    return tasks.Order("f", "limits", str(out / journal.FOLDER))


def test_what_is_kept_is_not_read_again(tmp_path, monkeypatch) -> None:
    source = inputs.InputFile("a.pdf", str(SAMPLES[0]))
    first = tasks.read_source(source, 1, order(tmp_path))
    with journal.Journal(tmp_path) as kept:
        kept.put(first.key, first.entry)
    again = tasks.read_source(source, 1, order(tmp_path))
    assert (again.key, again.entry, again.summary) == (first.key, None, first.summary)


CHANGES = [
    pytest.param(inputs.InputFile("b.pdf", str(SAMPLES[0])), "f", id="another-name"),
    pytest.param(inputs.InputFile("a.pdf", str(SAMPLES[1])), "f", id="another-content"),
    pytest.param(inputs.InputFile("a.pdf", str(SAMPLES[0])), "g", id="other-options"),
]


@pytest.mark.parametrize(("source", "fingerprint"), CHANGES)
def test_what_has_changed_is_read_again(tmp_path, source, fingerprint) -> None:
    first = tasks.read_source(inputs.InputFile("a.pdf", str(SAMPLES[0])), 1, order(tmp_path))
    with journal.Journal(tmp_path) as kept:
        kept.put(first.key, first.entry)
    changed = tasks.read_source(
        source, 1, tasks.Order(fingerprint, "", str(tmp_path / journal.FOLDER))
    )
    assert changed.key != first.key
    assert changed.entry is not None


def test_only_what_hit_a_limit_is_read_again_under_other_limits(tmp_path) -> None:
    good = inputs.InputFile("a.pdf", str(SAMPLES[0]))
    bad = inputs.InputFile("b.pdf", str(SAMPLES[1]))
    digest = tasks.read_source(bad, 1, tasks.Order("f", findings=True)).report.sha256
    lost = tasks.make_outcome(
        tasks.failed_report(bad, Status.TIMEOUT, "too slow", digest), order(tmp_path)
    )
    first = tasks.read_source(good, 1, order(tmp_path))
    with journal.Journal(tmp_path) as kept:
        kept.put(first.key, first.entry)
        kept.put(lost.key, lost.entry)
    assert tasks.read_source(bad, 1, order(tmp_path)).summary.status == "timeout"
    other = order(tmp_path)._replace(limits="other")
    assert tasks.read_source(good, 1, other).entry is None
    assert tasks.read_source(bad, 1, other).summary.status == "ok"


@pytest.mark.parametrize("content", [b"", b"half", None], ids=["empty", "garbage", "cut"])
def test_a_damaged_entry_is_read_again(tmp_path, content) -> None:
    out = tmp_path / "out"
    assert run(SAMPLES[0], "-o", out) == 0
    before = written(out)
    entry = next(out.glob(".pipeline/entries/*/*"))
    entry.write_bytes(entry.read_bytes()[:-9] if content is None else content)
    assert run(SAMPLES[0], "-o", out) == 0
    assert written(out) == before


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


# --------------------------------------------------------------------------- two runs, no room


def test_a_second_run_into_one_folder_ends(tmp_path, capsys) -> None:
    with journal.Journal(tmp_path):
        assert run(SAMPLES[0], "-o", tmp_path) == 2
    told = capsys.readouterr().err
    assert "another run" in told
    assert not (tmp_path / "documents.csv").exists()
    assert run(SAMPLES[0], "-o", tmp_path) == 0


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path) -> None:
    code = (
        "import os, sys, pathlib; from pipeline.run import journal\n"
        "journal.Journal(pathlib.Path(sys.argv[1])).__enter__(); os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path], cwd=ROOT, check=False)
    assert (tmp_path / ".pipeline" / "lock").exists()
    assert run(SAMPLES[0], "-o", tmp_path) == 0


FULL = OSError(errno.ENOSPC, "No space left on device", "rows.csv")


def full(*arguments: object) -> None:
    raise FULL


@pytest.mark.parametrize(
    ("owner", "name"),
    [(journal.Journal, "put"), (tables.CsvTable, "add"), (tables, "_package")],
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


# --------------------------------------------------------------------------- what hits a limit


def test_what_is_lost_is_tried_once_more_alone() -> None:
    class Executor:
        """Loses b at first, and c for good."""

        def __init__(self) -> None:
            self.asked = []

        def submit(self, task, source, number, order):
            future = isolation.Future()
            self.asked.append(source.name)
            lost = source.name == "c" or (source.name == "b" and self.asked.count("b") == 1)
            if lost:
                error = isolation.TaskLostError(Status.TIMEOUT, "too slow", "digest")
                future.set_exception(error)
            else:
                future.set_result(source.name)
            return future

    found = [inputs.InputFile(name, name) for name in "abcd"]
    executor = Executor()
    done = dict(batch.read_batch(found, tasks.Order("f"), executor, 2))
    assert sorted(executor.asked[:4]) == ["a", "b", "c", "d"]
    assert executor.asked[4:] == ["b", "c"]
    assert [done[0], done[1], done[3]] == ["a", "b", "d"]
    assert done[2].summary.status == "timeout"
    assert done[2].summary.error == "c: too slow"


# --------------------------------------------------------------------------- what is given


def names(*given: object) -> dict[str, str]:
    return {source.name: source.reason for source in inputs.find_inputs([*map(str, given)])}


def test_names_that_are_not_utf8_are_shown_as_escapes(tmp_path) -> None:
    for name in (b"a\xff.pdf", b"b\nc.pdf", b"-d.pdf", "年.pdf".encode()):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"")
    assert list(names(tmp_path)) == ["-d.pdf", "a\\xff.pdf", "b\nc.pdf", "年.pdf"]
    out = tmp_path / "out"
    assert run(tmp_path, "-o", out) == 3
    lines = documents(out)
    assert list(lines) == list(names(tmp_path))
    assert {line["status"] for line in lines.values()} == {"damaged"}


def test_names_that_are_shown_alike_are_two(tmp_path) -> None:
    for name in (b"a\xff.pdf", b"a\\xff.pdf"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"")
    assert len(names(tmp_path)) == 2


def test_links_are_not_followed_out_of_the_folder(tmp_path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "secret.pdf").write_bytes(b"x")
    inside = tmp_path / "in"
    (inside / "sub" / "a.pdf").write_bytes(b"x")
    (inside / "file.pdf").symlink_to(tmp_path / "out" / "secret.pdf")
    (inside / "folder").symlink_to(tmp_path / "out")
    (inside / "up").symlink_to("..")
    (inside / "again").symlink_to("sub")
    (inside / "loop.pdf").symlink_to("loop.pdf")
    found = names(inside)
    assert set(found) == {"file.pdf", "folder", "up", "loop.pdf", "sub/a.pdf"}
    assert found["sub/a.pdf"] == ""
    assert all("link" in found[name] for name in ("file.pdf", "folder", "up"))
    out = tmp_path / "written"
    assert run(inside, "-o", out) == 3
    lines = documents(out)
    assert {name: line["status"] for name, line in lines.items()} == {
        "file.pdf": "skipped", "folder": "skipped", "loop.pdf": "skipped", "up": "skipped",
        "sub/a.pdf": "unsupported",
    }  # fmt: skip
    assert "symbolic links" in lines["loop.pdf"]["error"]


def test_a_folder_that_cannot_be_read_has_its_line(tmp_path, monkeypatch) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.pdf").write_bytes(b"x")
    scandir = os.scandir

    def refused(path):
        if str(path).endswith("shut"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert names(tmp_path) == {"a.pdf": "", "shut": "the folder cannot be read: Permission denied"}


ODD = [
    pytest.param("x" * 300 + ".pdf", id="too-long"),
    pytest.param("no*such?.pdf", id="pattern-without-match"),
    pytest.param("[", id="half-a-pattern"),
    pytest.param("**x/*", id="not-a-pattern"),
    pytest.param("a\0b.pdf", id="nul"),
    pytest.param("../../no.pdf", id="above"),
    pytest.param("~/no.pdf", id="tilde"),
    pytest.param("", id="empty"),
]


@pytest.mark.parametrize("given", ODD)
def test_what_is_odd_is_one_skipped_line(tmp_path, monkeypatch, given) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(given, SAMPLES[0], "-o", "out") == 3
    lines = documents(tmp_path / "out")
    assert lines.pop(SAMPLES[0].name)["status"] == "ok"
    assert [(line["status"], bool(line["error"])) for line in lines.values()] == [("skipped", True)]


def test_the_same_file_twice_is_one_line_and_two_of_a_name_are_two(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.pdf").write_bytes(b"")
    assert list(names("a/x.pdf", "./a/x.pdf", tmp_path / "a")) == ["x.pdf"]
    assert list(names("a/x.pdf", "b/x.pdf", "a/../b/x.pdf")) == ["a/x.pdf", "b/x.pdf"]
    assert list(names("a/*.pdf")) == ["x.pdf"]


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
