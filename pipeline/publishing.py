"""A journal -> the output files: written aside as streams, then moved to their places all together.

Whatever goes wrong while they are written, a full disk for one, the files of an earlier run stay as
they are. The data package comes last: where it stands, the files that it describes do.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from errno import EISDIR
from importlib import import_module
from pathlib import Path

from pipeline.journal import Journal
from pipeline.messages import Language
from pipeline.schema import SCHEMAS
from pipeline.write import review, tables

FORMS = ("csv", "parquet")
_PAGE = re.compile(r"[0-9]{4,}\.html")


@dataclass(frozen=True, slots=True)
class Style:
    """How the tables are written: as csv or parquet, and whether no cell may run; pages in a language."""

    form: str = "csv"
    safe: bool = False
    language: Language | None = None

    def check(self) -> None:
        """Raise `UsageError` if what it needs is not installed, before anything is read."""
        if self.form == "parquet":
            import_module("pipeline.write.parquet")

    @property
    def files(self) -> str:
        """Return the names of the files, as they are told."""
        names = ", ".join(schema.name for schema in SCHEMAS)
        return f"{names} (.{self.form}), datapackage.json, review/index.html"


def publish(journal: Journal, keys: Iterable[str], output: Path, style: Style) -> None:
    """Write the entries with these keys, in this order, as the output files."""
    entries = tables.write(map(journal.get, keys), journal.new, style.form, safe=style.safe)
    deque(review.write(entries, journal.new / "review", style.language), maxlen=0)
    found = sorted(
        journal.new.rglob("*.*"), key=lambda path: (path.name == "datapackage.json", path)
    )
    moves = {path: output / path.relative_to(journal.new) for path in found}
    for target in moves.values():
        if target.is_dir():
            raise IsADirectoryError(EISDIR, "a folder stands where a file is to be written", target)
    for path, target in moves.items():
        target.parent.mkdir(exist_ok=True)
        path.replace(target)
    _remove_old(output, {target.name for target in moves.values()}, style)


def _remove_old(output: Path, written: set[str], style: Style) -> None:
    """Remove what an earlier run left that this one has no place for: it would not be true."""
    for form in set(FORMS) - {style.form}:
        for schema in SCHEMAS:
            (output / f"{schema.name}.{form}").unlink(missing_ok=True)
    for path in (output / "review").iterdir():
        if _PAGE.fullmatch(path.name) and path.name not in written:
            path.unlink()
