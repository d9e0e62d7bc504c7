"""URLs: what lies below them, what is fetched, and what is not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.errors import DocumentError, UsageError
from pipeline.run import remote
from tests.output.reports import (
    REPORT,
)


@pytest.fixture
def fsspec():
    return pytest.importorskip("fsspec", reason="the extra remote is not installed")


def test_files_below_a_url(tmp_path: Path, fsspec) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.pdf", "sub/a.PDF", "c.csv"):
        (tmp_path / name).write_bytes(REPORT.read_bytes())
    url = f"file://{tmp_path}"
    out = tmp_path / "out"
    assert cli.main(["run", url, f"{url}/no.pdf", "-o", str(out)]) == 3
    with (out / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        found = {record["document"]: record for record in csv.DictReader(file)}
    assert {name: record["status"] for name, record in found.items()} == {
        "b.pdf": "ok", "no.pdf": "skipped", "sub/a.PDF": "ok",
    }  # fmt: skip
    assert cli.main(["run", str(REPORT), "-o", str(tmp_path / "local")]) == 0
    local = (tmp_path / "local" / "checks.csv").read_text("utf-8")
    assert (out / "checks.csv").read_text("utf-8").count("R103") == 2 * local.count("R103")


def test_a_url_in_memory_with_a_pattern(fsspec) -> None:
    files = fsspec.filesystem("memory")
    for name in ("/reports/a.pdf", "/reports/b.txt", "/reports/c.doc"):
        files.pipe(name, b"content")
    found = [
        (name, reason)
        for name, _, reason in remote.list_remote("memory://reports", (".pdf", ".txt"))
    ]
    assert found == [("a.pdf", ""), ("b.txt", "")]
    named = list(remote.list_remote("memory://reports/*.pdf", (".pdf",)))
    assert [name for name, _, _ in named] == ["a.pdf"]
    with remote.fetch(named[0][1]) as copy:
        assert copy.read_bytes() == b"content"
    assert not copy.exists()
    files.rm("/reports", recursive=True)


def test_a_file_that_is_too_large_is_not_fetched(monkeypatch: pytest.MonkeyPatch, fsspec) -> None:
    fsspec.filesystem("memory").pipe("/large.pdf", b"x" * 5000)
    monkeypatch.setattr(remote, "MAX_BYTES", 4000)
    with pytest.raises(DocumentError) as error, remote.fetch("memory://large.pdf"):
        pass
    assert error.value.status == "limit"


def test_a_url_of_no_file_system(tmp_path: Path, capsys, fsspec) -> None:
    assert cli.main(["run", "nonsense://x/y.pdf", "-o", str(tmp_path)]) == 2
    assert "nonsense" in capsys.readouterr().err
    with pytest.raises(UsageError):
        remote.check_url("nonsense://x")
