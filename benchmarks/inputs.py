"""Makes the inputs of `python -m benchmarks`: reports of any length, and folders of reports."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

import pypdfium2


def pages(sources: Sequence[Path], count: int, folder: Path) -> Path:
    """Return a PDF of so many pages: those of the sources, one after another, again and again."""
    made = folder / f"{count}-pages.pdf"
    if made.exists():
        return made
    folder.mkdir(parents=True, exist_ok=True)
    joined = pypdfium2.PdfDocument.new()
    left = count
    for path in cycle(sources):
        with pypdfium2.PdfDocument(path) as source:
            taken = min(len(source), left)
            joined.import_pages(source, list(range(taken)))
        left -= taken
        if not left:
            break
    part = made.with_suffix(".part")
    joined.save(part)
    joined.close()
    part.replace(made)
    return made


def reports(sources: Sequence[Path], count: int, folder: Path) -> Path:
    """Return a folder with so many reports, copies of the sources."""
    made = folder / f"{count}-reports"
    made.mkdir(parents=True, exist_ok=True)
    for number, path in zip(range(count), cycle(sources), strict=False):
        copy = made / f"{number:05d}.pdf"
        if not copy.exists():
            shutil.copyfile(path, copy)
    return made
