"""What is timed, each task in a process of its own: `python -m benchmarks.tasks NAME FILE`.

Prints a JSON object: seconds from the open file to the result, imports apart, and what was found.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import logging
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Task = Callable[[Path], int]
"""Reads a file and returns how many tables (or rows, or glyphs) it found."""


def _pipeline() -> Task:
    """From the open file to the written CSV files, with the entry of the journal and the page."""
    from pipeline.output import review, tables
    from pipeline.output.entries import Entry
    from pipeline.run import file_report, worker

    worker.collect_rarely()  # as the processes of a run do

    def run(path: Path) -> int:
        report = file_report.read_report(path, path.name)
        entry = Entry.pack(report, review.review_page(report))
        with tempfile.TemporaryDirectory() as folder:
            (written,) = tables.write_tables([entry], Path(folder))
        return written.summary.rows

    return run


def _pdfium() -> Task:
    """Only the glyphs with their places, by pdfium's own functions: no reader can be faster."""
    raw = importlib.import_module("pypdfium2.raw")

    def run(path: Path) -> int:
        document = raw.FPDF_LoadDocument(str(path).encode(), None)
        glyphs = 0
        box = raw.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        for index in range(raw.FPDF_GetPageCount(document)):
            page = raw.FPDF_LoadPage(document, index)
            text = raw.FPDFText_LoadPage(page)
            for char in range(raw.FPDFText_CountChars(text)):
                raw.FPDFText_GetUnicode(text, char)
                raw.FPDFText_GetCharOrigin(text, char, x, y)
                raw.FPDFText_GetLooseCharBox(text, char, box)
                glyphs += 1
            raw.FPDFText_ClosePage(text)
            raw.FPDF_ClosePage(page)
        raw.FPDF_CloseDocument(document)
        return glyphs

    return run


def _pdfplumber() -> Task:
    library = importlib.import_module("pdfplumber")
    logging.disable(logging.WARNING)

    def run(path: Path) -> int:
        with library.open(path) as opened:
            found = 0
            for page in opened.pages:
                found += len(page.extract_tables())
                page.close()
        return found

    return run


def _camelot() -> Task:
    library = importlib.import_module("camelot")

    def run(path: Path) -> int:
        return len(library.read_pdf(str(path), pages="all", flavor="lattice"))

    return run


def _tabula() -> Task:
    """Starts a Java machine, whose start is part of its time."""
    library = importlib.import_module("tabula")

    def run(path: Path) -> int:
        found: list[Any] = library.read_pdf(
            str(path), pages="all", lattice=True, output_format="json", silent=True
        )
        return len(found)

    return run


def _pymupdf() -> Task:
    library = importlib.import_module("pymupdf")

    def run(path: Path) -> int:
        with library.open(path) as opened:
            return sum(len(page.find_tables().tables) for page in opened)

    return run


TASKS: dict[str, Callable[[], Task]] = {
    "pipeline": _pipeline,
    "pdfium, glyphs only": _pdfium,
    "pdfplumber extract_tables": _pdfplumber,
    "camelot lattice": _camelot,
    "tabula lattice": _tabula,
    "PyMuPDF find_tables": _pymupdf,
}


def main() -> int:
    try:
        task = TASKS[sys.argv[1]]()
    except ImportError as error:
        print(json.dumps({"missing": str(error)}))
        return 0
    start = time.perf_counter()
    found = task(Path(sys.argv[2]))
    print(json.dumps({"seconds": time.perf_counter() - start, "found": found}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
