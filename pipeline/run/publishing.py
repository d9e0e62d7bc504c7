"""A journal -> the output files: written aside as streams, then moved to their places all together.

Whatever goes wrong while they are written, a full disk for one, the files of an earlier run stay as
they are. The data package comes last: where it stands, the files that it describes do.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from errno import EISDIR
from pathlib import Path
from typing import NamedTuple

from pipeline.checks import Language
from pipeline.output import (
    DEFAULT_TABLE_FORMAT,
    PACKAGE_NAME,
    SCHEMAS,
    TABLE_FORMATS,
    write_review,
    write_tables,
)
from pipeline.run.journal import Journal

_PAGE = re.compile(r"[0-9]{4,}\.html")


class OutputStyle(NamedTuple):
    """How the tables are written: in which of `FORMATS`, and whether no cell may run; pages in a language."""

    form: str = DEFAULT_TABLE_FORMAT
    safe: bool = False
    language: Language | None = None

    def check(self) -> None:
        """Raise `UsageError` if what it needs is not installed, before anything is read."""
        TABLE_FORMATS[self.form].load()

    @property
    def files(self) -> str:
        """Return the names of the files, as they are told."""
        names = ", ".join(schema.name for schema in SCHEMAS)
        return f"{names} ({TABLE_FORMATS[self.form].suffix}), {PACKAGE_NAME}, review/index.html"


def publish(journal: Journal, keys: Sequence[str], output: Path, style: OutputStyle) -> int:
    """Write the entries with these keys, in this order, as the output files.

    Returns how many documents had results there before and have none now.
    """
    before = _documents(output)
    entries = write_tables(map(journal.get, keys), journal.new, style.form, safe=style.safe)
    deque(write_review(entries, journal.new / "review", style.language), maxlen=0)
    names = [TABLE_FORMATS[style.form].file_name(schema.name) for schema in SCHEMAS]
    for name in (*names, PACKAGE_NAME):
        if (output / name).is_dir():
            reason = "a folder stands where a file is to be written"
            raise IsADirectoryError(EISDIR, reason, str(output / name))
    (output / "review").mkdir(exist_ok=True)
    with os.scandir(journal.new / "review") as pages:
        for page in pages:
            Path(page.path).replace(output / "review" / page.name)
    for name in (*names, PACKAGE_NAME):
        (journal.new / name).replace(output / name)
    _remove_old(output, len(keys), style)
    return len(before - _documents(output))


def _documents(output: Path) -> set[str]:
    """Return the documents whose results stand in a folder; none where another has written there."""
    documents: set[str] = set()
    for form in TABLE_FORMATS.values():
        path = output / form.file_name("documents")
        if path.is_file():
            with suppress(OSError, ValueError):  # what it needs may not be installed any more
                documents.update(form.load().read_column(path, "document"))
    return documents


def _remove_old(output: Path, pages: int, style: OutputStyle) -> None:
    """Remove what an earlier run left that this one has no place for: it would not be true."""
    for form in TABLE_FORMATS.keys() - {style.form}:
        for schema in SCHEMAS:
            (output / TABLE_FORMATS[form].file_name(schema.name)).unlink(missing_ok=True)
    with os.scandir(output / "review") as pages_there:
        for page in pages_there:
            if _PAGE.fullmatch(page.name) and int(Path(page.name).stem) > pages:
                Path(page.path).unlink()
