"""The made-up reports of `header_words`: no correct rate is accused, and every glyph is somewhere."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.run import file_report
from tests.layouts import score

FOLDER = Path(score.__file__).parent
with (FOLDER / "documents.csv").open(encoding="utf-8-sig") as file:
    DOCUMENTS = [pytest.param(line, id=line["document"]) for line in csv.DictReader(file)]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_made_up_report(document: dict[str, str]) -> None:
    path = FOLDER / document["document"]
    counts = file_report.read_report(path, path.name).counts
    parts = sum(n for name, n in counts.items() if name.startswith("glyphs in "))
    assert parts == counts["glyphs"]
    assert score.score(path, document).false == []
