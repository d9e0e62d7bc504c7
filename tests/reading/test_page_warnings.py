"""Counts over pages as warnings: each thing once, with its count and pages."""

from __future__ import annotations

import pytest

from pipeline.reading import hidden, page_warnings
from pipeline.reading.page_warnings import PageWarnings

TOLD = [
    pytest.param([(hidden.WHITE, 3, 1), (hidden.WHITE, 2, 4)],
                 [f"hidden text: 5 glyphs {hidden.WHITE} are left out (pages 1, 4)"], id="two-pages"),
    pytest.param([(hidden.DOUBLED, 1, 2)],
                 ["doubled glyphs: 1 glyphs printed twice on the same spot are read once (page 2)"], id="doubled"),
    pytest.param([(page_warnings.LOST, 1, 1)],
                 ["fewer glyphs than the file holds: 1 text gives no glyph (page 1)"], id="one-lost"),
    pytest.param([(page_warnings.LOST, 2, 1)],
                 ["fewer glyphs than the file holds: 2 texts give no glyph (page 1)"], id="two-lost"),
    pytest.param([(page_warnings.REPAIRED, 0, 2), (page_warnings.REPAIRED, 0, 3)],
                 ["repaired: some pages could be read only after the file was mended (pages 2-3)"], id="no-count"),
    pytest.param([], [], id="nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("counts", "told"), TOLD)
def test_warnings(counts: list[tuple[str, int, int]], told: list[str]) -> None:
    warnings = PageWarnings()
    for what, count, page in counts:
        warnings.add(what, count, page)
    assert list(warnings.warnings()) == told


def test_only_hidden_glyphs_are_left_out() -> None:
    warnings = PageWarnings()
    for what in (hidden.TINY, page_warnings.UNMAPPED, page_warnings.FIELDS):
        warnings.add(what, 4, 1)
    assert warnings.left_out == {hidden.TINY: 4}


def test_what_another_reader_brought_back_is_taken_back() -> None:
    warnings = PageWarnings()
    for page in (1, 2):
        warnings.add(page_warnings.LOST, 2, page)
    warnings.take_back(page_warnings.LOST, 1)
    (told,) = warnings.warnings()
    assert told.endswith("2 texts give no glyph (page 2)")
    warnings.take_back(page_warnings.LOST, 2)
    assert list(warnings.warnings()) == []


PAGES = [
    pytest.param([1], "page 1", id="one"),
    pytest.param([1, 2, 3], "pages 1-3", id="range"),
    pytest.param([1, 3, 4, 9], "pages 1, 3-4, 9", id="ranges"),
    pytest.param(list(range(1, 61, 2)), "and 10 more places", id="many"),
]


@pytest.mark.parametrize(("pages", "told"), PAGES)
def test_pages(pages: list[int], told: str) -> None:
    assert told in page_warnings._page_list(pages)
