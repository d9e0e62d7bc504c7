"""The journal: locked while a run writes, whole entries or none, keys that depend on all that results do."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from pipeline.run import journal
from tests.run.runs import ROOT, SAMPLES, run, written


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


@pytest.mark.parametrize("content", [b"", b"half", None], ids=["empty", "garbage", "cut"])
def test_a_damaged_entry_is_read_again(tmp_path, content) -> None:
    out = tmp_path / "out"
    assert run(SAMPLES[0], "-o", out) == 0
    before = written(out)
    entry = next(out.glob(".pipeline/entries/*/*"))
    entry.write_bytes(entry.read_bytes()[:-9] if content is None else content)
    assert run(SAMPLES[0], "-o", out) == 0
    assert written(out) == before


def test_the_digest_is_of_the_whole_program(monkeypatch) -> None:
    """Every module counts: results of a program that reads otherwise are not current ones."""
    read: list[Path] = []
    read_bytes = Path.read_bytes

    def noted(path: Path) -> bytes:
        read.append(path)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    journal.program_digest.cache_clear()
    assert len(journal.program_digest()) == 64
    assert set(read) == set((ROOT / "pipeline").rglob("*.py"))


KEYS = [
    pytest.param(("g", "a.pdf", "1"), id="fingerprint"),
    pytest.param(("f", "b.pdf", "1"), id="name"),
    pytest.param(("f", "a.pdf", "2"), id="content"),
    pytest.param(("f", "a.pdf1", ""), id="not-put-together"),
]


@pytest.mark.parametrize("other", KEYS)
def test_a_key_depends_on_all_of_it(other: tuple[str, str, str]) -> None:
    assert journal.entry_key("f", "a.pdf", "1") != journal.entry_key(*other)


def test_options_are_part_of_the_fingerprint() -> None:
    prints = {journal.fingerprint(*given) for given in ((), (None,), ("en",), ("en", 1))}
    assert len(prints) == 4


def test_an_entry_that_is_gone_is_told(tmp_path: Path) -> None:
    with journal.Journal(tmp_path) as kept, pytest.raises(OSError, match="gone or damaged"):
        kept.get("a" * 64)


def test_only_the_entries_of_a_run_stay(tmp_path: Path) -> None:
    with journal.Journal(tmp_path) as kept:
        for key in ("a" * 64, "ab" + "0" * 62, "b" * 64):
            kept.put(key, b"packed")
        kept.prune(["a" * 64])
        left = [path.name for path in (kept.folder / "entries").rglob("*") if path.is_file()]
        assert left == ["a" * 64]
        assert [path.name for path in (kept.folder / "entries").iterdir()] == ["aa"]


def test_half_written_files_of_a_run_that_was_killed_go(tmp_path: Path) -> None:
    with journal.Journal(tmp_path) as kept:
        kept.new.mkdir()
        (kept.new / "rows.csv").write_text("half")
    assert not kept.new.exists()


@pytest.mark.parametrize("library", journal._LIBRARIES)
def test_versions_are_those_of_the_libraries_that_are_loaded(library: str, monkeypatch) -> None:
    expected = version(library)
    assert journal._version(library) == expected
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr("importlib.metadata.version", lambda name: f"asked for {name}")
    assert journal._version(library) == f"asked for {library}"
