"""Cells of ruled tables: typed edges, and pdfplumber's table finder as the second reader."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.reading.document import Document
from pipeline.reading.pages import Page
from pipeline.tables import edges, lattice, underlines
from pipeline.tables.lattice import Box
from pipeline.tables.snapping import Edge

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
FOLDERS = (ROOT / "samples", ROOT / "tests" / "layouts", SHARED / "reports", SHARED / "real")

XS, TOPS = (50.0, 150.0, 250.0), (100.0, 140.0, 180.0)


def grid(xs: Sequence[float] = XS, tops: Sequence[float] = TOPS) -> tuple[list[Edge], list[Edge]]:
    """Return the horizontal and the vertical edges of a full grid."""
    return (
        [Edge(top, min(xs), max(xs)) for top in tops],
        [Edge(x, min(tops), max(tops)) for x in xs],
    )


def both(*parts: tuple[list[Edge], list[Edge]]) -> tuple[list[Edge], list[Edge]]:
    return [edge for horizontal, _ in parts for edge in horizontal], [
        e for _, up in parts for e in up
    ]


CELLS = [
    pytest.param(grid(), [4], id="plain"),
    pytest.param(([], []), [], id="nothing"),
    pytest.param(grid((50, 250), (100, 140)), [], id="one cell is no table"),
    pytest.param((grid()[0], []), [], id="only horizontal"),
    pytest.param(both(grid(), grid(tops=(300, 340, 380))), [4, 4], id="two tables"),
    pytest.param(both(grid(), grid((250, 350), (180, 220))), [5], id="tables that share a corner"),
    pytest.param(
        both(([], [Edge(100, 100, 140)]), grid()), [5], id="a cell parted in one row alone"
    ),
    pytest.param(
        ([Edge(t, 50, 250) for t in TOPS], [Edge(50, 100, 180), Edge(250, 100, 180), Edge(150, 140, 180)]),
        [3],
        id="a merged cell",
    ),
    pytest.param(both(grid(), grid(tops=(102, 141, 181))), [4], id="twins are one line"),
    pytest.param(
        ([Edge(t, x, x + 97.5) for t in TOPS for x in (50, 150)], grid()[1]), [4], id="small gaps"
    ),
    pytest.param(
        ([Edge(t, x, x + 90) for t in TOPS for x in (50, 150)], grid()[1]), [], id="wide gaps"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("edges", "expected"), CELLS)
def test_cells(edges: tuple[list[Edge], list[Edge]], expected: list[int]) -> None:
    found = lattice.find_cells(*edges)
    assert [len(cells) for cells in found] == expected
    assert found == by_pdfplumber(*edges)


# --------------------------------------------------------------------------- the second reader


class Ruled:
    """What pdfplumber's table finder looks at in a page."""

    def __init__(self, horizontal: Iterable[Edge], vertical: Iterable[Edge]) -> None:
        self.bbox = (0.0, 0.0, 600.0, 800.0)
        self.chars: list[dict[str, Any]] = []
        self.edges = [line("h", e.low, e.at, e.high, e.at) for e in horizontal]
        self.edges += [line("v", e.at, e.low, e.at, e.high) for e in vertical]


def line(orientation: str, x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    return {
        "object_type": "line",
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def by_pdfplumber(horizontal: Iterable[Edge], vertical: Iterable[Edge]) -> list[list[Box]]:
    """Return the cells that pdfplumber finds with its default settings, table by table."""
    finder = pytest.importorskip("pdfplumber.table").TableFinder
    return [sorted(table.cells) for table in finder(Ruled(horizontal, vertical)).tables]


def drawn(path: Path) -> list[tuple[list[Edge], list[Edge]]]:
    """Return the edges that the cells of each page of a report are made of."""
    asked: list[tuple[list[Edge], list[Edge]]] = []
    with Document.open(path) as document:
        for page in document.pages():
            if isinstance(page, Page):
                horizontal, vertical = edges.edges_from_rules(
                    underlines.drop_underlines(page.rules, page.glyphs)
                )
                lower, outer = edges.imply_rules(horizontal, vertical)
                asked.append(([*horizontal, *lower], [*vertical, *outer]))
    return asked


@pytest.mark.parametrize("folder", FOLDERS, ids=["samples", "layouts", "reports", "real"])
def test_reports_as_pdfplumber(folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"no folder {folder.name}")
    pages = [edges for path in sorted(folder.glob("*.pdf")) for edges in drawn(path)]
    assert pages
    for horizontal, vertical in pages:
        found = lattice.find_cells(horizontal, vertical)
        assert found == by_pdfplumber(horizontal, vertical)


def random_edges(random: Random) -> tuple[list[Edge], list[Edge]]:
    """Return edges that often meet, nearly meet, or lie beside one another."""
    step = random.choice((4.0, 10.0, 40.0))
    shake = random.choice((0.0, 0.5, 2.0, 3.0, 4.0))
    sharp = random.random() < 0.3

    def place(low: int = 0, high: int = 8) -> float:
        at = random.randint(low, high) * step + random.choice((0, 0, 0, 1, -1)) * shake
        return at if sharp else at + random.uniform(-shake, shake) / 2

    def edges() -> list[Edge]:
        found = []
        for _ in range(random.randint(0, 14)):
            low, high = sorted((place(), place()))
            found.append(Edge(place(), low, high))
        return found

    full = grid([place() for _ in range(3)], [place() for _ in range(3)])
    return both((edges(), edges()), full) if random.random() < 0.5 else (edges(), edges())


@pytest.mark.parametrize("seed", range(20))
def test_random_edges_as_pdfplumber(seed: int) -> None:
    for number in range(200):
        horizontal, vertical = random_edges(Random(1000 * seed + number))
        found = lattice.find_cells(horizontal, vertical)
        assert found == by_pdfplumber(horizontal, vertical), (horizontal, vertical)


PLACES = st.integers(0, 120).map(lambda n: n / 2)
EDGES = st.lists(
    st.tuples(PLACES, PLACES, PLACES).map(lambda e: Edge(e[0], min(e[1:]), max(e[1:]))), max_size=12
)


@given(EDGES, EDGES)
@settings(deadline=None, max_examples=300)
def test_any_edges_as_pdfplumber(horizontal: list[Edge], vertical: list[Edge]) -> None:
    assert lattice.find_cells(horizontal, vertical) == by_pdfplumber(horizontal, vertical)


# --------------------------------------------------------------------------- limits


def test_a_large_table_is_read() -> None:
    xs, tops = [9.0 * n for n in range(150)], [9.0 * n for n in range(400)]
    (cells,) = lattice.find_cells(*grid(xs, tops))
    assert len(cells) == 149 * 399


HATCHED = [
    pytest.param(grid([7.0 * n for n in range(330)], [7.0 * n for n in range(330)]), id="lattice"),
    # Each line comes near to all others and closes no cell with them.
    pytest.param(
        (
            [Edge(7.0 * n, 7.0 * n, 4000) for n in range(500)],
            [Edge(7.0 * n, 0, 7.0 * n) for n in range(500)],
        ),
        id="stairs",
    ),
]


@pytest.mark.parametrize("edges", HATCHED)
def test_hatching_ends_soon(edges: tuple[list[Edge], list[Edge]]) -> None:
    start = time.process_time()
    with pytest.raises(lattice.TableLimitError, match="ruling lines"):
        lattice.find_cells(*edges)
    assert time.process_time() - start < 10
