"""Runs over the samples, and what they wrote."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from pipeline import cli

ROOT = Path(__file__).parents[2]


SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))


def copies(folder: Path, number: int) -> Path:
    """Make a folder with so many copies of each sample."""
    folder.mkdir()
    for copy in range(number):
        for path in SAMPLES:
            shutil.copy(path, folder / f"{copy}-{path.name}")
    return folder


def written(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder, the journal among them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def documents(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        return {line["document"]: line for line in csv.DictReader(file)}


def run(*arguments: object) -> int:
    return cli.main(["run", *map(str, arguments)])
