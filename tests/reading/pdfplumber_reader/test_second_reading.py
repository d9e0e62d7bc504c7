"""What stands in some places of a file, read once more; and files of which nothing is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading.pdfplumber_reader import second_reading
from pipeline.reading.pdfplumber_reader.second_reading import read_places
from pipeline.records import Place
from tests.pdfs import Form, Leaf, text
from tests.reading.both_readers import data

PAGES = data(Leaf(text(72, 700, "ab 115% cd 230")), Leaf(text(72, 700, "98%")))
# Helvetica of 12 points: each digit is 6.67 wide, and stands on a base line 100 points from the top.
LEFT, TOP, RIGHT, BOTTOM = 72.0, 90.0, 72.0 + 2 * 6.67, 102.0


def place(page: int, left: float | None = LEFT) -> Place:
    return Place(page, left, TOP, None if left is None else left + RIGHT - LEFT, BOTTOM)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    written = tmp_path / "a.pdf"
    written.write_bytes(PAGES)
    return written


PLACES = [
    pytest.param(place(2), "98", id="there"),
    pytest.param(place(2, LEFT + 6.67), "8%", id="beside"),
    pytest.param(place(2, 200.0), "", id="elsewhere"),
    pytest.param(place(1), "ab", id="another-page"),
    pytest.param(place(2, None), "", id="no-sides"),
]


@pytest.mark.parametrize(("where", "found"), PLACES)
def test_read_places(path: Path, where: Place, found: str) -> None:
    assert read_places(path, 2, [where], int) == [found]


@pytest.mark.parametrize("count", [1, 3])
def test_of_a_file_with_other_pages_nothing_is_told(path: Path, count: int) -> None:
    assert read_places(path, count, [place(1)], int) == [None]


def test_a_page_is_read_once_and_others_not_at_all(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(data(*(Leaf(text(72, 700, f"{number}0")) for number in range(1, 6))))
    read, counts, steps = second_reading.read_boxes, [], []

    def counted(page, resources, boxes):
        counts.append(len(boxes))
        return read(page, resources, boxes)

    monkeypatch.setattr(second_reading, "read_boxes", counted)
    places = [place(4), place(2), place(4)]
    assert read_places(path, 5, places, lambda: steps.append(1)) == ["40", "20", "40"]
    assert counts == [1, 2]
    assert len(steps) == 2


LOST = [
    pytest.param(b"no pdf at all", id="not-a-pdf"),
    pytest.param(PAGES[:200], id="cut-short"),
    pytest.param(data(Leaf(""), Leaf("")), id="no-text"),
    pytest.param(data(Leaf("x", filter="/Filter /FlateDecode"), Leaf("")), id="damaged-content"),
]


@pytest.mark.parametrize("content", LOST)
def test_what_cannot_be_read_tells_nothing(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert read_places(path, 2, [place(1)], int) == [None]


def test_a_damaged_page_takes_nothing_from_the_others(path: Path) -> None:
    path.write_bytes(data(Leaf("x", filter="/Filter /FlateDecode"), Leaf(text(72, 700, "98%"))))
    assert read_places(path, 2, [place(1), place(2)], int) == [None, "98"]


def test_a_form_that_draws_itself_tells_nothing(path: Path) -> None:
    content = data(Leaf(text(72, 700, "98") + "/X Do", forms={"X": Form("/X Do")}))
    before, within, after = content.partition(b"/Type /XObject")
    number = before.rsplit(b" 0 obj", 1)[0].rsplit(b"\n", 1)[-1]
    after = after.replace(b"/XObject <<  >>", b"/XObject << /X %s 0 R >>" % number, 1)
    path.write_bytes(before + within + after)
    assert read_places(path, 1, [place(1)], int) == [None]


@pytest.mark.parametrize("asked", ["read_boxes", "PDFDocument"])
def test_want_of_memory_tells_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(second_reading, asked, fail)
    assert read_places(path, 2, [place(1)], int) == [None]
