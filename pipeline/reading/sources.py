"""File -> open pdfium document, mended where that is needed and can be done."""

from __future__ import annotations

import os
from collections.abc import Callable, Container
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.errors import DocumentError, Status
from pipeline.reading import files, repair
from pipeline.reading.pdfium import raw


class PdfSource:
    """An open pdfium document, and how to open it again."""

    def __init__(self, handle: Any, load: Callable[[], Any], path: Path | None) -> None:
        self.handle = handle
        self._path = path
        self._load = load
        self.page_count: int = raw.FPDF_GetPageCount(handle)

    @classmethod
    def open_file(cls, path: Path) -> PdfSource | None:
        """Open a file; ``None`` if pdfium cannot."""
        return cls._loaded(lambda: raw.FPDF_LoadDocument(os.fsencode(path), None), path)

    @classmethod
    def open_bytes(cls, data: bytes) -> PdfSource | None:
        """Open a file in memory; ``None`` if pdfium cannot."""
        # The bytes must stay as long as the document.
        return cls._loaded(lambda: raw.FPDF_LoadMemDocument64(data, len(data), None))

    @classmethod
    def _loaded(cls, load: Callable[[], Any], path: Path | None = None) -> PdfSource | None:
        handle = load()
        return cls(handle, load, path) if handle else None

    @cached_property
    def without_contents(self) -> Container[int]:
        """Return which pages, from 0, name content that is not in the file."""
        return repair.without_contents(self._path, self.page_count) if self._path else ()

    def refresh(self) -> None:
        """Open the document anew, which forgets all that was parsed of it."""
        handle = self._load()
        if handle:
            raw.FPDF_CloseDocument(self.handle)
            self.handle = handle

    def close(self) -> None:
        """Give the file's memory back."""
        if self.handle:
            raw.FPDF_CloseDocument(self.handle)
            self.handle = None


NO_END = "repaired: the file has no end mark (%%EOF); it may have been cut short"
TRUNCATED = "the file is cut short; only {} pages could be brought back, perhaps not all of them"


def check_file(path: Path) -> list[str]:
    """Refuse what is not a PDF before pdfium opens it; return warnings about one that is."""
    look = files.inspect_file(path)
    if b"%PDF-" not in look.head:
        raise DocumentError(Status.UNSUPPORTED, path, "not a PDF file (no %PDF- at its beginning)")
    if b"%%EOF" not in look.tail:
        return [NO_END]
    return []


_LOAD_ERRORS: dict[int, tuple[Status, str]] = {
    raw.FPDF_ERR_FILE: (Status.SKIPPED, "the file cannot be opened"),
    raw.FPDF_ERR_FORMAT: (Status.DAMAGED, "the file is not a readable PDF: damaged or cut short"),
    raw.FPDF_ERR_PASSWORD: (Status.ENCRYPTED, "the file needs a password"),
    raw.FPDF_ERR_SECURITY: (
        Status.ENCRYPTED,
        "the file is protected in a way that is not supported",
    ),
    raw.FPDF_ERR_PAGE: (Status.DAMAGED, "the file's pages cannot be found"),
}


def open_source(path: Path, warnings: list[str]) -> tuple[PdfSource, bool]:
    """Open a file, and tell whether it had to be mended first; take note of it."""
    source = PdfSource.open_file(path)
    if source is not None and source.page_count > 0:
        return _with_all_pages(path, source, warnings), False
    if source is None:
        code = int(raw.FPDF_GetLastError())
        unknown = (Status.DAMAGED, f"pdfium cannot load it (error {code})")
        status, reason = _LOAD_ERRORS.get(code, unknown)
    else:
        status, reason = Status.DAMAGED, "the file has no pages"
        source.close()
    if status is not Status.DAMAGED:
        raise DocumentError(status, path, reason)
    data = repair.resave(path)
    source = PdfSource.open_bytes(data) if data else None
    if source is None or not source.page_count:
        raise DocumentError(status, path, f"{reason}; it could not be repaired either")
    warnings.append(
        f"repaired: {reason}; it was read after a repair, which may have lost some of it"
    )
    return source, True


def _with_all_pages(path: Path, source: PdfSource, warnings: list[str]) -> PdfSource:
    """Return the document with the pages that its tree does not count, if there are any."""
    if repair.page_objects(path) <= source.page_count:
        return source
    data = repair.drop_page_counts(path)
    whole = PdfSource.open_bytes(data) if data else None
    if whole is None:
        return source
    if whole.page_count <= source.page_count:
        whole.close()
        return source
    warnings.append(
        f"repaired: the file tells of {source.page_count} pages, but holds {whole.page_count}; "
        "all are read"
    )
    source.close()
    return whole
