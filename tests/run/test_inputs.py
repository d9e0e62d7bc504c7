"""Arguments -> files: each with its name and its line; a run with nothing to read touches nothing."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.output.table_formats.csv_table import read_column
from pipeline.run import inputs
from tests.run.runs import SAMPLES, documents, run, written

TEXT = "本局訂於105年9月1日開會。\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working folder, with files to read and with what is none."""
    monkeypatch.chdir(tmp_path)
    for name in ("samples/a.txt", "samples/b.txt", "samples/=c.txt", "outside/d.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(TEXT + name, encoding="utf-8")
    Path("empty/deeper").mkdir(parents=True)
    Path("others").mkdir()
    Path("others/notes.csv").write_text("no report")
    Path("links").mkdir()
    Path("links/out").symlink_to("../outside")
    Path("links/d.txt").symlink_to("../outside/d.txt")
    return tmp_path


NOTHING = [
    pytest.param(["smaples"], ["no such file or folder"], id="mistyped-folder"),
    pytest.param(["samples/x.pdf"], ["no such file or folder"], id="mistyped-file"),
    pytest.param(["smaples/*.txt"], ["no file has such a name"], id="pattern"),
    pytest.param(["empty"], ["no PDF or text file"], id="empty-folder"),
    pytest.param(["others"], ["no PDF or text file"], id="folder-of-other-files"),
    pytest.param(["links"], ["a link"], id="links-out-of-the-folder"),
    pytest.param([""], ["no such file or folder"], id="no-name"),
    pytest.param(["a\0b"], ["no such file or folder"], id="nul"),
    pytest.param(["x" * 300], ["no such file or folder"], id="too-long"),
    pytest.param(["smaples", "empty"], ["no such file", "no PDF"], id="two"),
    pytest.param(["smaples", "smaples/"], ["no such file", "no such file"], id="twice"),
]


@pytest.mark.parametrize("options", [[], ["--fresh"], ["--debug-layout"]], ids=" ".join)
@pytest.mark.parametrize(("given", "reasons"), NOTHING)
def test_nothing_to_read_leaves_all_as_it_was(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    given: Sequence[str],
    reasons: Sequence[str],
    options: Sequence[str],
) -> None:
    assert cli.main(["run", "samples"]) == 0
    before = written(here)
    capsys.readouterr()
    assert cli.main(["run", *given, *options]) == 3
    assert written(here) == before
    told = capsys.readouterr().err.splitlines()
    assert told[-1] == "nothing to read, nothing written"
    for name, reason, line in zip(given, reasons, told[:-1], strict=True):
        assert line.startswith(
            f"error: {inputs.printable_name(name) if name.isprintable() else ''}"[:80]
        )
        assert reason in line
    assert cli.main(["run", *given, "-o", "new"]) == 3
    assert not Path("new").exists()


def test_a_folder_that_cannot_be_read_is_nothing_to_read(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refused)
    assert cli.main(["run", "samples"]) == 3
    assert "samples: the folder cannot be read: Permission denied" in capsys.readouterr().err
    assert not Path("output").exists()


def test_a_url_without_a_file_is_nothing_to_read(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("fsspec", reason="the extra remote is not installed")
    for name in ("smaples/a.pdf", "smaples/*.pdf", "empty"):
        url = f"file://{here}/{name}"
        assert cli.main(["run", url]) == 3
        assert f"error: {url}: " in capsys.readouterr().err
        assert not Path("output").exists()
    assert cli.main(["run", f"file://{here}/samples/a.txt"]) == 0


THERE = [
    pytest.param(["broken.pdf"], ["broken.pdf"], id="damaged"),
    pytest.param(["smaples", "samples/a.txt"], ["a.txt", "smaples"], id="one-of-two"),
    pytest.param(["samples/a.txt", "empty"], ["a.txt", "empty"], id="beside-an-empty-folder"),
    pytest.param(["loop.pdf"], ["loop.pdf"], id="a-link-to-itself"),
]


@pytest.mark.parametrize(("given", "names"), THERE)
def test_what_is_there_has_its_line(here: Path, given: Sequence[str], names: list[str]) -> None:
    Path("broken.pdf").write_bytes(b"%PDF-1.7\n")
    Path("loop.pdf").symlink_to("loop.pdf")
    assert cli.main(["run", *given]) == 3
    assert [*read_column(Path("output/documents.csv"), "document")] == names


AGAIN = [
    pytest.param(["samples"], ["samples"], 0, id="the-same"),
    pytest.param(["samples/a.txt"], ["samples"], 0, id="more"),
    pytest.param(["samples"], ["samples/a.txt"], 2, id="fewer"),
    pytest.param(["samples/a.txt"], ["samples/b.txt"], 1, id="another"),
    pytest.param(["samples"], ["samples/a.txt", "smaples"], 2, id="one-of-them-mistyped"),
    pytest.param(["samples", "--excel-safe"], ["samples"], 0, id="safe-before"),
    pytest.param(["samples"], ["samples", "--excel-safe"], 0, id="safe-now"),
    pytest.param(["samples", "--output-format", "parquet"], ["samples"], 0, id="parquet-before"),
    pytest.param(["samples"], ["outside", "--output-format", "parquet"], 3, id="parquet-now"),
    pytest.param([], ["samples"], 0, id="nothing-before"),
]


@pytest.mark.parametrize(("before", "now", "gone"), AGAIN)
def test_replaced_results_are_told(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    before: Sequence[str],
    now: Sequence[str],
    gone: int,
) -> None:
    if "parquet" in (*before, *now):
        pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    if before:
        assert cli.main(["run", *before]) == 0
    capsys.readouterr()
    cli.main(["run", *now])
    told = [line for line in capsys.readouterr().err.splitlines() if "replaced" in line]
    count = "1 document" if gone == 1 else f"{gone} documents"
    expected = [f"replaced: {count} of the earlier run not in this one"] if gone else []
    assert told == expected


OTHERS = [
    pytest.param(b"", id="empty"),
    pytest.param(b"name,size\na,1\n", id="other-columns"),
    pytest.param(b"\xff\xfe\x00", id="not-utf8"),
    pytest.param("document\n年".encode()[:-1], id="cut"),
]


@pytest.mark.parametrize("content", OTHERS)
def test_a_file_of_that_name_that_no_run_wrote(
    here: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    Path("output").mkdir()
    Path("output/documents.csv").write_bytes(content)
    Path("output/documents.parquet").write_bytes(content)
    assert cli.main(["run", "samples"]) == 0
    assert "replaced" not in capsys.readouterr().err


def test_a_long_field_of_an_earlier_run_is_read(here: Path) -> None:
    path = here / "documents.csv"
    path.write_text(f'document,error\na.pdf,"{"x" * 200_000}"\n', encoding="utf-8")
    assert read_column(path, "document") == ["a.pdf"]


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
