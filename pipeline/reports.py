"""One file -> Report: reads it, finds its rows, judges its rates; says why where it cannot.

This is the edge where files meet the pure stages. Every outcome is a `Report` with a status of the
contract; an exception that is not about the input is a bug and is seen.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import flow, layouts, rows, titles
from pipeline.errors import DocumentError
from pipeline.model import LostPage, PageTables, Report
from pipeline.rows import Contents

if TYPE_CHECKING:
    from pipeline.document import Document

_TEXT_SUFFIXES = (".txt", ".text")
_MAGIC = b"%PDF-"
SUFFIXES = (".pdf", *_TEXT_SUFFIXES)
"""Endings of the files that a folder is searched for."""


def report(path: Path, name: str) -> Report:
    """Read one file; ``name`` is what the tables call it."""
    digest = ""
    try:
        head = _head(path)
        digest = _sha256(path)
        if _is_text(path, head):
            return _from_text(path, name, digest)
        return _from_pdf(path, name, digest)
    except DocumentError as error:
        return Report(name, digest, error.status, str(error))


def _head(path: Path) -> bytes:
    """Return the first bytes of a regular file; anything else is not opened (a pipe would block)."""
    if not path.exists():
        raise DocumentError("skipped", f"{path}: there is no such file")
    if not path.is_file():
        raise DocumentError("skipped", f"{path}: not a regular file")
    try:
        with path.open("rb") as file:
            head = file.read(1024)
    except OSError as error:
        raise DocumentError("skipped", f"{path}: cannot be opened: {error.strerror}") from error
    if not head:
        raise DocumentError("damaged", f"{path}: the file is empty (0 bytes)")
    return head


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_text(path: Path, head: bytes) -> bool:
    return path.suffix.lower() in _TEXT_SUFFIXES and _MAGIC not in head


# --------------------------------------------------------------------------- PDF


def _from_pdf(path: Path, name: str, digest: str) -> Report:
    from pipeline.document import (
        Document,
    )  # loads the PDF library, which text and --help do not need

    lost: list[LostPage] = []
    with Document.open(path) as document:
        contents = rows.from_pages(_tables(document, lost))
        count, warnings = document.page_count, tuple(document.warnings)
    status, error = _pdf_status(path, contents, lost, count)
    return _finished(name, digest, contents, status, error, warnings, count)


def _tables(document: Document, lost: list[LostPage]) -> Iterator[PageTables]:
    """Yield the tables of each page that can be read; take note of the others."""
    from pipeline import tables

    for page in document.pages():
        if isinstance(page, LostPage):
            lost.append(page)
            continue
        try:
            found = tables.from_page(page)
        except tables.TableLimitError as error:
            lost.append(LostPage(page.number, str(error), limit=True))
            continue
        yield found


def _pdf_status(
    path: Path, contents: Contents, lost: list[LostPage], pages: int
) -> tuple[str, str]:
    """Return the status that a PDF's content gives, with the reason where it is not ok."""
    if lost:
        told = "; ".join(f"page {page.number}: {page.reason}" for page in lost[:20])
        told += f"; and {len(lost) - 20} more" if len(lost) > 20 else ""
        if len(lost) == pages:
            status = "limit" if all(page.limit for page in lost) else "damaged"
            return status, f"{path}: none of its {pages} pages could be read: {told}"
        return "partial", f"{path}: {len(lost)} of {pages} pages could not be read: {told}"
    if not contents.counts["glyphs"]:
        return "no_text", f"{path}: no text on its {pages} pages (a scan?); it needs OCR first"
    return _table_status(path, contents)


def _table_status(path: Path, contents: Contents) -> tuple[str, str]:
    if contents.rows:
        return "ok", ""
    if not contents.roles:
        other = contents.counts["tables without a known header"]
        found = f"{other} tables, none" if other else "no table"
        return "no_table", f"{path}: {found} with the header of a performance report"
    return "no_table", f"{path}: the header of a performance table, but no row under it"


# --------------------------------------------------------------------------- plain text


def _from_text(path: Path, name: str, digest: str) -> Report:
    from pipeline import plaintext

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise DocumentError(
            "unsupported", f"{path}: line {line}: not UTF-8 text; save it as UTF-8"
        ) from error
    contents = plaintext.read(text)
    status, error_text = _table_status(path, contents)
    pages = contents.counts["pages"] or text.count("\f") + 1
    return _finished(name, digest, contents, status, error_text, (), pages, layout="text")


# --------------------------------------------------------------------------- both


def _finished(
    name: str,
    digest: str,
    contents: Contents,
    status: str,
    error: str,
    warnings: tuple[str, ...],
    pages: int,
    layout: str = "",
) -> Report:
    """Judge what was read, and put the report together."""
    heading = titles.from_lines(contents.loose, Path(name).stem)
    items, checks = flow.judge(contents.rows, heading.roc_year)
    counts = Counter(contents.counts)
    for kind in ("headings", "furniture", "other"):
        counts[f"glyphs in {kind}"] = heading.glyphs.get(kind, 0)
    return Report(
        name,
        digest,
        status,
        error,
        warnings,
        pages,
        heading.roc_year,
        heading.agency,
        heading.title,
        (layout or layouts.shape_of(contents.roles)) if contents.rows else "",
        tuple(contents.rows),
        items,
        checks,
        dict(counts),
    )
