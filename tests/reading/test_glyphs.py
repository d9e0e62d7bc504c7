"""Glyphs: their characters, boxes and base lines; ligatures, codes without a character, places that are no numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading.loops import in_python
from tests.pdfs import Leaf, line, pdf, text
from tests.reading.raw_pages import CHARACTERS, SEEN, Save, only_page, result, words

pytestmark = pytest.mark.usefixtures("each_make")


GLYPHS = [
    pytest.param(text(72, 700, "Ab 12"), "Ab 12", id="printed space stays"),
    pytest.param(text(72, 700, "Ab") + text(120, 700, "cd"), "Abcd", id="gap invents none"),
    pytest.param(text(72, 700, "Ab") + text(72, 650, "cd"), "Abcd", id="line end invents none"),
    pytest.param(text(72, 700, "end-") + text(72, 680, "less"), "end-less", id="hyphen stays"),
    pytest.param(text(72, 700, "A") + text(72, 700, "A"), "A", id="printed twice is one"),
    pytest.param("", "", id="empty page"),
    pytest.param(text(72, 700, "00010002", font="F2"), "目A", id="mapped codes"),
    pytest.param(
        text(72, 700, "00020003", font="F2"), "A\U00020bb7", id="above U+FFFF is one glyph"
    ),
    pytest.param(text(72, 700, "0004", font="F2"), "ffi", id="ligature"),
]


@pytest.mark.parametrize(("content", "expected"), GLYPHS)
def test_characters(save: Save, content: str, expected: str) -> None:
    assert words(only_page(save(pdf(Leaf(content), characters=CHARACTERS)))) == expected


def test_glyph_box(save: Save) -> None:
    (glyph,) = only_page(save(pdf(Leaf(text(72, 700, "A"))))).glyphs
    assert glyph.x0 == 72
    assert glyph.x1 == pytest.approx(80, abs=0.01)
    assert glyph.top == pytest.approx(100 - 12 * in_python.ASCENT)
    assert glyph.bottom == pytest.approx(100 + 12 * in_python.DESCENT)


def test_sizes_share_a_base_line(save: Save) -> None:
    content = text(72, 700, "A", size=12) + text(90, 700, "B", size=24)
    small, large = only_page(save(pdf(Leaf(content)))).glyphs
    assert large.top < small.top < small.bottom < large.bottom
    assert large.bottom - large.top == pytest.approx(24)


def test_ligature_is_shared_out(save: Save) -> None:
    content = text(72, 700, "0004", size=12, font="F2")
    glyphs = only_page(save(pdf(Leaf(content), characters=CHARACTERS))).glyphs
    assert [(round(glyph.x0, 2), round(glyph.x1, 2)) for glyph in glyphs] == [
        (72, 76),
        (76, 80),
        (80, 84),
    ]


def test_text_set_sideways_has_a_sideways_box(save: Save) -> None:
    content = "BT /F1 12 Tf 0 1 -1 0 100 200 Tm (ab) Tj ET"
    first, second = only_page(save(pdf(Leaf(content)))).glyphs
    assert first.top > second.top
    assert first.x0 == pytest.approx(second.x0, abs=3)


def test_places_that_are_no_numbers_stay_countable(save: Save) -> None:
    huge = "9" * 60
    content = f"q {huge} 0 0 {huge} 0 0 cm {text(5, 5, 'A')} {line(0, 0, 1, 0)} Q"
    page = only_page(save(pdf(Leaf(content + text(72, 700, "B")))))
    assert all(abs(value) < 1e39 for glyph in page.glyphs for value in glyph[1:])
    assert all(0 <= value <= 800 for rule in page.rules for value in rule)


def test_font_that_does_not_name_its_glyphs(tmp_path: Path) -> None:
    content = SEEN + text(72, 700, "003900350025", font="F3") + text(72, 600, "00010002", font="F2")
    (page,), opened = result(tmp_path, Leaf(content))
    assert words(page) == "seen\ufffd\ufffd\ufffd目A"
    (warning,) = opened.warnings
    assert warning.startswith("unmapped glyphs: the file does not tell which characters 3 glyphs")


def test_codes_that_a_font_does_not_name(tmp_path: Path) -> None:
    (page,), opened = result(tmp_path, Leaf(text(72, 700, "000100350001", font="F2")))
    assert words(page) == "目\ufffd目"
    assert len(opened.warnings) == 1
