"""A path -> a text file that is on the disk once it is closed: what moves it to its place relies on that."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def open_synced(path: Path) -> Iterator[TextIO]:
    """Open a text file to write, in UTF-8, line ends as they are; at the end it is on the disk."""
    with path.open("w", encoding="utf-8", newline="") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
