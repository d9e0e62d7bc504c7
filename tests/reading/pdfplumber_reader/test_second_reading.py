"""Figures read once more: the same digits in the same place, or others, or nothing to compare."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading.pdfplumber_reader import second_reading
from pipeline.reading.pdfplumber_reader.files import Fallback
from pipeline.reading.pdfplumber_reader.second_reading import compare_digits, read_again
from pipeline.records import Place
from tests.pdfs import Leaf, text
from tests.reading.both_readers import data

DIGITS = [
    pytest.param("115％", "115%", "agrees", id="full-width-sign"),
    pytest.param("115%", "１１５％", "agrees", id="full-width-digits"),
    pytest.param("1萬2,500人", "1 萬2500人", "agrees", id="blanks-and-commas"),
    pytest.param("二十三件", "二十三", "agrees", id="chinese-numerals"),
    pytest.param("⼆⼗件", "二十件", "agrees", id="radicals"),
    pytest.param("95.5%", "（95.5%。", "agrees", id="signs-about-it"),
    pytest.param("115％", "175％", "differs", id="another-digit"),
    pytest.param("115％", "11.5％", "differs", id="a-point-more"),
    pytest.param("23萬人", "23億人", "differs", id="another-numeral"),
    pytest.param("115％", "1115％", "differs", id="a-digit-more"),
    pytest.param("00艘", "1,200艘", "differs", id="the-end-of-a-figure"),
    pytest.param("115％", "", "differs", id="nothing-there"),
    pytest.param("至少850家", "至少", "none", id="cut-in-two-before-it"),
    pytest.param("1,234人", "1,2", "none", id="cut-in-two-within-it"),
    pytest.param("若干", "若干", "none", id="no-figure"),
]


@pytest.mark.parametrize(("told", "again", "reading"), DIGITS)
def test_compare_digits(told: str, again: str, reading: str) -> None:
    assert compare_digits(told, again) == reading


PAGES = data(Leaf(text(72, 700, "ab 115% cd 230")), Leaf(text(72, 700, "98%")))
# Helvetica of 12 points: each digit is 6.67 wide, and stands on a base line 100 points from the top.
TOP, BOTTOM = 90.0, 102.0
NINETY_EIGHT = (72.0, 72.0 + 2 * 6.67)

PLACES = [
    pytest.param(2, NINETY_EIGHT, "98%", "agrees", id="there"),
    pytest.param(2, NINETY_EIGHT, "96%", "differs", id="other-digits"),
    pytest.param(2, (200.0, 220.0), "98%", "differs", id="elsewhere"),
    pytest.param(1, NINETY_EIGHT, "98%", "differs", id="another-page"),
    pytest.param(3, NINETY_EIGHT, "98%", "none", id="no-such-page"),
]


@pytest.mark.parametrize(("page", "across", "told", "reading"), PLACES)
def test_read_again(
    tmp_path: Path, page: int, across: tuple[float, float], told: str, reading: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(PAGES)
    place = Place(page, across[0], TOP, across[1], BOTTOM)
    count = max(page, 2)  # of a file with other pages than the first reader saw, nothing is said
    assert read_again(path, count, [(place, told)], int) == [reading]


def test_a_page_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(PAGES)
    read, numbers, steps = Fallback.page, [], []

    def counted(self, index, warnings):
        numbers.append(index)
        return read(self, index, warnings)

    monkeypatch.setattr(Fallback, "page", counted)
    places = [Place(page, *NINETY_EIGHT[:1], TOP, NINETY_EIGHT[1], BOTTOM) for page in (2, 1, 2)]
    figures = [(place, "98%") for place in places]
    readings = read_again(path, 2, figures, lambda: steps.append(1))
    assert readings == ["agrees", "differs", "agrees"]
    assert numbers == [0, 1]
    assert len(steps) == 2


LOST = [
    pytest.param(b"no pdf at all", id="not-a-pdf"),
    pytest.param(PAGES[:200], id="cut-short"),
]


@pytest.mark.parametrize("content", LOST)
def test_what_cannot_be_read_gives_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    place = Place(1, *NINETY_EIGHT[:1], TOP, NINETY_EIGHT[1], BOTTOM)
    assert read_again(path, 2, [(place, "98%")], int) == ["none"]


def test_want_of_memory_gives_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(PAGES)

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(second_reading.Fallback, "page", fail)
    place = Place(1, *NINETY_EIGHT[:1], TOP, NINETY_EIGHT[1], BOTTOM)
    assert read_again(path, 2, [(place, "98%")], int) == ["none"]
