"""Texts that pdfium gives no glyph for: lost ones are told, second prints and spaces are not missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading import hidden
from pipeline.reading.losses import missing_texts
from pipeline.reading.pages import LostPage
from pipeline.reading.pdfplumber_reader.files import Fallback
from tests.pdfs import Leaf, text
from tests.reading.raw_pages import SEEN, WORD, result, words

pytestmark = pytest.mark.usefixtures("each_make")


@pytest.mark.parametrize("font", ["F2", "F4"])
def test_text_that_pdfium_drops_is_told(tmp_path: Path, font: str) -> None:
    # One character that is not wide: pdfium gives no glyph for it, and no shape of it either.
    (page,), opened = result(tmp_path, Leaf(SEEN + text(72, 700, "0001", font=font)))
    assert words(page) == "seen"
    assert opened.warnings == ["fewer glyphs than the file holds: 1 text gives no glyph (page 1)"]


def test_page_of_text_that_pdfium_drops_is_read_by_the_other_reader(tmp_path: Path) -> None:
    (page,), opened = result(tmp_path, Leaf(text(72, 700, "0001", font="F4")))
    assert words(page) == "目"
    assert [warning.partition(":")[0] for warning in opened.warnings] == ["another reader"]


def test_page_of_text_that_pdfium_drops_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Fallback, "page", lambda *_: None)
    (page,), _ = result(tmp_path, Leaf(text(72, 700, "0001", font="F4")))
    assert isinstance(page, LostPage)
    assert page.reason == "1 text gives no glyph"


def test_spaces_are_not_missed(tmp_path: Path) -> None:
    (page,), opened = result(tmp_path, Leaf(text(72, 700, "a") + text(80, 700, " ")))
    assert words(page).strip() == "a"
    assert opened.warnings == []


def test_a_second_print_that_pdfium_drops_is_a_duplicate(tmp_path: Path) -> None:
    """Which of two prints has the glyphs is pdfium's choice; the other is known to print the same."""
    (page,), opened = result(tmp_path, Leaf(WORD + WORD))
    assert words(page) == "95%"
    assert opened.left_out == {hidden.DOUBLED: 3}


IN = [
    pytest.param((0, 0, 10, 10), (0, 0, 10, 10), True, id="same"),
    pytest.param((0, 0, 10, 10), (3, 0, 13, 10), True, id="most-of-it"),
    pytest.param((0, 0, 10, 10), (5, 0, 15, 10), False, id="half"),
    pytest.param((0, 0, 10, 10), (0, 5, 10, 15), False, id="another-line"),
    pytest.param((0, 0, 10, 10), (20, 0, 30, 10), False, id="beside"),
    pytest.param((0, 0, 2, 2), (-50, -50, 50, 50), True, id="within-a-larger-one"),
]


@pytest.mark.parametrize(("box", "other", "lies_in"), IN)
def test_where_a_second_print_stands(box, other, lies_in: bool) -> None:
    assert missing_texts._lies_in(box, other) is lies_in
