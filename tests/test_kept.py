"""What is kept of a long document: in order, the same when pressed, and in little memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import reports, rows, titles
from pipeline.kept import Kept
from pipeline.model import Line, PageTables
from pipeline.write import review

ROOT = Path(__file__).parents[1]
REPORTS = [
    next((ROOT / "samples").glob("105*.pdf")),
    *(ROOT / "tests" / "layouts" / f"{name}-chromium.pdf" for name in ("form", "mixed")),
]


@pytest.mark.parametrize("size", [1, 2, 3, 50])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 5, 6, 7, 20])
def test_order(count: int, size: int) -> None:
    kept = Kept(range(count), size=size)
    assert (len(kept), list(kept), list(kept)) == (count, [*range(count)], [*range(count)])
    assert [kept[index] for index in range(count)] == [*range(count)]
    assert (count - 1 in kept, count in kept) == (count > 0, False)
    assert list(kept.drained()) == [*range(count)]
    assert (len(kept), list(kept)) == (0, [])
    kept.append(7)
    assert list(kept) == [7]


@pytest.mark.parametrize("index", [3, -4, 100])
def test_no_item(index: int) -> None:
    with pytest.raises(IndexError):
        Kept(range(3), size=1)[index]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_pressed_report_is_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = reports.report(path, path.name)
    for module, name in ((rows, "_ROWS"), (rows, "_LOOSE"), (titles, "_HELD")):
        monkeypatch.setattr(module, name, 2)
    pressed = reports.report(path, path.name)
    assert pressed == usual
    assert list(review.page(pressed)) == list(review.page(usual))


def pages(count: int) -> Iterator[PageTables]:
    """Yield pages of running text, each line another."""
    for number in range(1, count + 1):
        lines = []
        for at in range(40):
            text = f"第{number * 40 + at}段說明本年度辦理情形及其後續之規劃"
            lefts = tuple(60 + 12.0 * n for n in range(len(text)))
            rights = tuple(72 + 12.0 * n for n in range(len(text)))
            lines.append(Line(text, number, 60 + 18.0 * at, 72 + 18.0 * at, lefts, rights))
        yield PageTables(number, 595.0, 842.0, (), tuple(lines), 1000)


def test_running_text_of_a_long_report_takes_little_memory() -> None:
    most = []
    for count in (200, 600):
        tracemalloc.start()
        contents = rows.from_pages(pages(count))
        titles.from_lines(contents.loose, "")
        most.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # The places of the characters of a page alone are 60 KB, unpressed.
    assert most[1] - most[0] < 400 * 8_000
