"""What is kept of a long document: in order, the same when pressed, and in little memory."""

from __future__ import annotations

import errno
import io
import pickle
import tempfile
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from pipeline import checks, flow, kept, reports, rows, titles
from pipeline.entries import Entry
from pipeline.kept import Kept
from pipeline.markers import Marker
from pipeline.model import Level, Line, PageTables, Place, Report, Row
from pipeline.write import review
from tests.typed_rows import row

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


@pytest.mark.parametrize("held", [0, 60, 1 << 20], ids=["in a file", "partly", "in memory"])
def test_what_is_pressed_is_as_it_was(held: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_HELD", held)
    items = [
        Fraction(1, 3),
        Level.NOTE,
        Place(1, None, 2, 3.5, 4),
        Marker("(一)glued", 1, 3),
        "x" * 200,
    ]
    own = Kept(items * 4, size=3)
    assert [*map(type, own)] == [*map(type, items * 4)]
    assert own == items * 4 == [*own]
    assert (own[4:9], own[-2], own.index(items[3])) == ((items * 4)[4:9], items[-2], 3)
    sent = pickle.loads(pickle.dumps(own))
    assert (type(sent), sent, len(sent)) == (Kept, own, 20)
    sent.append("more")
    assert (sent == own, [*sent.drained()]) == (False, [*items * 4, "more"])


def test_without_a_place_for_files_it_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(buffering: int) -> None:
        raise FileNotFoundError("No usable temporary directory found")

    monkeypatch.setattr(kept, "_HELD", 0)
    monkeypatch.setattr(tempfile, "TemporaryFile", none)
    assert list(Kept(range(50), size=1)) == [*range(50)]


class Disk(io.BytesIO):
    """A file on a disk that is full after so many bytes, and then writes a part or fails."""

    def __init__(self, room: int, part: int) -> None:
        super().__init__()
        self.room, self.part = room, part

    def write(self, data: bytes) -> int:
        if self.tell() + len(data) <= self.room:
            return super().write(data)
        if self.part:
            return super().write(data[: self.part])
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("part", [0, 3], ids=["fails", "writes a part"])
@pytest.mark.parametrize("room", [0, 100])
def test_on_a_full_disk_it_stays_in_memory(room, part, monkeypatch) -> None:
    monkeypatch.setattr(kept, "_HELD", 0)
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda buffering: Disk(room, part))
    own = Kept(range(50), size=1)
    assert list(own) == [*range(50)]
    assert own[20:23] == [20, 21, 22]
    assert list(pickle.loads(pickle.dumps(own))) == [*range(50)]


@pytest.mark.parametrize("index", [3, -4, 100])
def test_no_item(index: int) -> None:
    with pytest.raises(IndexError):
        Kept(range(3), size=1)[index]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_pressed_report_is_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = reports.report(path, path.name)
    for module, name in ((rows, "KEPT"), (rows, "_LOOSE"), (titles, "_HELD"), (checks, "_ROWS")):
        monkeypatch.setattr(module, name, 2)
    monkeypatch.setattr(Kept.__init__, "__defaults__", ((), 2, ()))
    monkeypatch.setattr(kept, "_HELD", 2000)
    pressed = reports.report(path, path.name)
    assert pressed == usual
    assert Entry.of(pressed, review.page(pressed)) == Entry.of(usual, review.page(usual))


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


def judged_rows(count: int) -> Iterator[Row]:
    """Yield rows with a rate that does not follow, each of figures of its own."""
    for number in range(1, count + 1):
        told = f"本年度實際辦理{number + 500}件，達成率{number % 90 + 10}％。"
        yield replace(row(f"{number + 400}件", told), number=number)


def test_rates_of_a_long_report_take_little_memory() -> None:
    most = []
    for count in (768, 1536):
        tracemalloc.start()
        items, found = flow.judge(judged_rows(count), 105)
        told = Report("a.pdf", "", "ok", indicators=items, checks=found)
        entry = Entry.of(told, review.page(told))
        most.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert (entry.summary.indicators, entry.summary.checks) == (count, count)
    # As objects, what is said of a rate takes 5 KB.
    assert most[1] - most[0] < 768 * 600
