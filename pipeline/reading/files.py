"""Path -> what the file begins and ends with, or why it is not read; nothing but a file is opened.

A file may vanish or change while it is read; both are told, and neither is an error of the program.
"""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import DocumentError, Status

_HEAD, _TAIL = 1024, 2048


class FileEnds(NamedTuple):
    """The first and the last bytes of a file."""

    head: bytes
    tail: bytes


def inspect_file(path: Path) -> FileEnds:
    """Look at a file before anything reads it; raises `DocumentError` for what is none."""
    try:
        info = path.stat()
    except OSError as error:
        reason = str(error.strerror)
        if isinstance(error, FileNotFoundError):
            reason = "a link that leads nowhere" if path.is_symlink() else "there is no such file"
        raise DocumentError(Status.SKIPPED, path, reason) from None
    except ValueError as error:  # a NUL in the name
        raise DocumentError(Status.SKIPPED, path, str(error)) from None
    if stat.S_ISDIR(info.st_mode):
        raise DocumentError(Status.SKIPPED, path, "a folder, not a file")
    if not stat.S_ISREG(info.st_mode):
        # Opening a named pipe would wait for a writer for ever.
        raise DocumentError(Status.SKIPPED, path, "not a regular file")
    if info.st_size == 0:
        raise DocumentError(Status.DAMAGED, path, "the file is empty (0 bytes)")
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            file.seek(max(info.st_size - _TAIL, 0))
            return FileEnds(head, file.read(_TAIL))
    except OSError as error:
        raise DocumentError(
            Status.SKIPPED, path, f"it cannot be opened: {error.strerror}"
        ) from None


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal; raises `DocumentError`."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise DocumentError(Status.SKIPPED, path, f"it cannot be read: {error.strerror}") from None


class FileState(NamedTuple):
    """What changes when somebody writes to a file, or puts another one in its place."""

    inode: int
    size: int
    modified: int

    @classmethod
    def read(cls, path: Path) -> FileState:
        """Return the state that a file is in; raises `DocumentError` where it has vanished."""
        try:
            info = path.stat()
        except OSError as error:
            reason = f"it vanished while it was read: {error.strerror}"
            raise DocumentError(Status.SKIPPED, path, reason) from None
        return cls(info.st_ino, info.st_size, info.st_mtime_ns)

    def check_unchanged(self, path: Path) -> None:
        """Raise `DocumentError` if the file is not in this state any more."""
        if FileState.read(path) != self:
            raise DocumentError(Status.SKIPPED, path, "it changed while it was read; run again")
