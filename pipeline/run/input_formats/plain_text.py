"""A text file in UTF-8 -> its contents."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import DocumentError, Status
from pipeline.rows import rows_from_text
from pipeline.run.formats import FileContents, Step


def read_file(path: Path, step: Step) -> FileContents:  # noqa: ARG001 - it is read in one go
    """Read a text; raises `DocumentError` where it is not UTF-8."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        reason = f"line {line}: not UTF-8 text; save it as UTF-8"
        raise DocumentError(Status.UNSUPPORTED, path, reason) from error
    contents = rows_from_text(text)
    return FileContents(contents, contents.counts["pages"] or text.count("\f") + 1, layout="text")
