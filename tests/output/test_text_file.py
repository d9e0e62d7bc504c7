"""A text file that is on the disk once it is closed: UTF-8, line ends as they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.output.text_file import open_synced


@pytest.mark.parametrize("text", ["", "達成率\n", "a\r\nb\n"], ids=["empty", "chinese", "crlf"])
def test_what_is_written_is_there(tmp_path: Path, text: str) -> None:
    with open_synced(tmp_path / "a.txt") as file:
        file.write(text)
    assert (tmp_path / "a.txt").read_bytes() == text.encode()


def test_it_is_brought_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    with open_synced(tmp_path / "a.txt") as file:
        number = file.fileno()
        assert synced == []
    assert synced == [number]
