"""Files before they are read: what is none is refused, and what changes meanwhile is told."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from pipeline.errors import DocumentError
from pipeline.reading import files
from pipeline.reading.files import FileState


def test_ends_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"head" + b"x" * 5000 + b"tail")
    ends = files.inspect_file(path)
    assert (ends.head[:4], len(ends.head)) == (b"head", 1024)
    assert (ends.tail[-4:], len(ends.tail)) == (b"tail", 2048)
    path.write_bytes(b"short")
    assert files.inspect_file(path) == (b"short", b"short")


REFUSED = [
    pytest.param(lambda p: None, "skipped", "there is no such file", id="missing"),
    pytest.param(lambda p: p.symlink_to("gone"), "skipped", "a link that leads nowhere", id="dead-link"),
    pytest.param(lambda p: p.symlink_to(p.name), "skipped", "symbolic links", id="link-to-itself"),
    pytest.param(lambda p: p.mkdir(), "skipped", "a folder, not a file", id="folder"),
    pytest.param(os.mkfifo, "skipped", "not a regular file", id="pipe"),
    pytest.param(lambda p: p.symlink_to("/dev/zero"), "skipped", "not a regular file", id="device"),
    pytest.param(lambda p: p.write_bytes(b""), "damaged", "the file is empty (0 bytes)", id="empty"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "status", "reason"), REFUSED)
def test_what_is_no_file_is_refused(tmp_path: Path, make, status: str, reason: str) -> None:
    path = tmp_path / "a.pdf"
    make(path)
    with pytest.raises(DocumentError) as error:
        files.inspect_file(path)
    assert error.value.status == status
    assert reason in error.value.reason


def test_a_nul_in_the_name(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as error:
        files.inspect_file(tmp_path / "a\0b")
    assert error.value.status == "skipped"


def test_digest(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"content")
    assert files.file_digest(path) == hashlib.sha256(b"content").hexdigest()
    with pytest.raises(DocumentError, match="it cannot be read"):
        files.file_digest(tmp_path)


CHANGES = [
    pytest.param(lambda p: p.write_bytes(b"longer than before"), "it changed", id="written-to"),
    pytest.param(lambda p: p.unlink(), "it vanished", id="gone"),
    pytest.param(lambda p: os.utime(p, (1, 1)), "it changed", id="other-time"),
]


@pytest.mark.parametrize(("change", "reason"), CHANGES)
def test_what_changes_while_it_is_read(tmp_path: Path, change, reason: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"before")
    state = FileState.read(path)
    state.check_unchanged(path)
    change(path)
    with pytest.raises(DocumentError, match=reason):
        state.check_unchanged(path)
