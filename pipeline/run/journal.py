"""Results of a run as they come, on disk: what is done is not done again, whatever ends the run.

A folder ``.pipeline`` within the output folder:

    lock               held while a run writes there
    entries/ab/abcd…   an `Entry` for each file, under its key
    new/               the output files while they are written

A key is made of the content of a file, its name, the program and the options that results depend on. An
entry is whole or not there: it is written under another name, brought to the disk, and then moved to its
place. After a run that came to its end, only the entries of its own files stay.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.errors import UsageError
from pipeline.output import Entry

FOLDER = ".pipeline"
_LIBRARIES = ("pypdfium2", "pikepdf", "pdfplumber", "pdfminer.six", "regex")


@cache
def program_digest() -> str:
    """Return a digest of the program: its own source and the libraries that read."""
    folder = Path(__file__).parents[1]  # the whole package
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    digest.update("".join(f"{name} {_version(name)}\n" for name in _LIBRARIES).encode())
    return digest.hexdigest()


def _version(library: str) -> str:
    """Return the version of a library that is installed, as its folder beside the library tells it."""
    start = f"{library.replace('.', '_')}-"
    for folder in filter(os.path.isdir, sys.path):
        for name in os.listdir(folder):  # noqa: PTH208 - paths of hundreds of names are not needed
            if name.startswith(start) and name.endswith(".dist-info"):
                return name.removeprefix(start).removesuffix(".dist-info")
    from importlib.metadata import version  # knows every way to install, but takes 40 ms to load

    return version(library)


def fingerprint(*options: object) -> str:
    """Return what stands for this program with these options."""
    return _digest([program_digest(), *map(repr, options)])


def entry_key(fingerprint: str, name: str, digest: str) -> str:
    """Return the key of a file: of its content, its name, the program and the options."""
    return _digest([fingerprint, name, digest])


def _digest(parts: list[str]) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def load_entry(folder: Path, key: str) -> Entry | None:
    """Return an entry from a journal's folder, if it is there and whole."""
    try:
        return Entry.unpack(_place(folder, key).read_bytes())
    except (OSError, ValueError):
        return None


def _place(folder: Path, key: str) -> Path:
    return folder / "entries" / key[:2] / key


class Journal:
    """The journal of an output folder; use it as a context manager, it is locked meanwhile."""

    def __init__(self, output: Path, *, fresh: bool = False) -> None:
        self.folder = output / FOLDER
        self.new = self.folder / "new"
        self._output = output
        self._fresh = fresh
        self._lock = -1

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
        if not _locked(self._lock):
            os.close(self._lock)
            raise UsageError(f"{self._output}: another run writes to this folder")
        if self._fresh:
            shutil.rmtree(self.folder / "entries", ignore_errors=True)
        self._remove_new()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._remove_new()
        os.close(self._lock)  # which unlocks it; the kernel does so for a process that is killed

    def _remove_new(self) -> None:
        shutil.rmtree(self.new, ignore_errors=True)

    def put(self, key: str, packed: bytes) -> None:
        """Keep an entry."""
        place = _place(self.folder, key)
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_suffix(".part")
        with part.open("wb") as file:
            file.write(packed)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)

    def get(self, key: str) -> Entry:
        """Return an entry of this run; raises `OSError` where somebody has taken it away."""
        entry = load_entry(self.folder, key)
        if entry is None:
            raise OSError(5, "a result of this run is gone or damaged", str(self.folder))
        return entry

    def prune(self, keys: Iterable[str]) -> None:
        """Remove every entry but these."""
        kept = set(keys)
        for path in (self.folder / "entries").glob("*/*"):
            if path.name not in kept:
                path.unlink(missing_ok=True)
        for folder in (self.folder / "entries").glob("*"):
            if not any(folder.iterdir()):
                folder.rmdir()


def _locked(descriptor: int) -> bool:
    """Lock a file for this process, if no other holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
