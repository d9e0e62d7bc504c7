"""Tables of whole pages: typed pages, raw PDFs, pdfplumber as the second reader."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.reading.document import Document
from pipeline.reading.pages import Glyph, Page, Rule
from pipeline.records import PageTables
from pipeline.tables import TableLimitError, table_finder
from tests.pdfs import Leaf, grid, pdf, text
from tests.ruled_pages import TOPS, XS, horizontal, page, ruled, shape, texts, vertical, word

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
REPORTS = sorted(SHARED.glob("reports/*.pdf"))
OTHERS = sorted(SHARED.glob("real/*.pdf"))
SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))


def homes(found: PageTables) -> list[str]:
    """Return the characters in cells and loose lines, without spaces: gaps may stand for some."""
    cells = (cell for table in found.tables for row in table.grid for cell in row if cell)
    kept = [*found.loose, *(line for cell in cells for line in cell.lines)]
    return sorted("".join("".join(line.text.split()) for line in kept))


def printed(sheet: Page) -> list[str]:
    """Return the characters of a page, without spaces."""
    return sorted("".join("".join(glyph.text.split()) for glyph in sheet.glyphs))


# --------------------------------------------------------------------------- grids

SHAPES = [
    pytest.param(ruled(XS, TOPS), [(2, 2)], id="plain"),
    pytest.param([], [], id="no rules"),
    pytest.param([horizontal(100, 50, 250)], [], id="one rule"),
    pytest.param(ruled((50, 250), (100, 140)), [], id="a box is no table"),
    pytest.param(ruled(XS, TOPS) + ruled(XS, (300, 340, 380)), [(2, 2), (2, 2)], id="two tables"),
    pytest.param(ruled(XS, TOPS) * 3, [(2, 2)], id="drawn three times"),
    pytest.param(
        [horizontal(t, x, x + 100) for t in TOPS for x in (50, 150)]
        + [vertical(x, t, t + 40) for x in XS for t in (100, 140)],
        [(2, 2)],
        id="cell by cell",
    ),
    pytest.param(
        [Rule(49.5, t, 250.5, t + 1) for t in TOPS] + [Rule(x, 100, x + 1, 181) for x in XS],
        [(2, 2)],
        id="thin boxes",
    ),
    pytest.param(
        [Rule(x, t, x + 0.7, t + 0.7) for t in TOPS for x in range(50, 251, 2)]
        + [Rule(x, t, x + 0.7, t + 0.7) for x in XS for t in range(100, 181, 2)],
        [(2, 2)],
        id="dotted",
    ),
    pytest.param(
        [r for x in (50, 155) for t in (100, 145) for r in ruled((x, x + 100), (t, t + 40))],
        [(2, 2)],
        id="boxes with gaps",
    ),
    pytest.param(
        ruled(XS, TOPS) + [r for d in (1.5,) for r in ruled([x + d for x in XS], TOPS)],
        [(2, 2)],
        id="double lines",
    ),
]


@pytest.mark.parametrize(("rules", "expected"), SHAPES)
def test_shapes(rules: list[Rule], expected: list[tuple[int, int]]) -> None:
    assert shape(table_finder.find_tables(page(rules))) == expected


def test_a_watermark_is_in_no_cell() -> None:
    under = word(12, 5, "草", 60)
    found = table_finder.find_tables(
        page(ruled((0, 100, 200), (0, 20, 40)), [*word(2, 5, "目標值"), *under])
    )
    assert texts(found.tables[0])[0][0] == "目標值"
    assert [line.text for line in found.loose] == ["草"]


@given(
    st.lists(
        st.tuples(
            st.floats(-50, 650), st.floats(-50, 850), st.sampled_from("中A1 ，"), st.floats(4, 30)
        ),
        max_size=60,
    )
)
@example([(0.0, 0.0, "中", 4.0)] * 3 + [(0.0, 0.0, "中", 30.0)] * 2)
@settings(max_examples=150, deadline=None)
def test_every_glyph_has_one_home(marks: list[tuple[float, float, str, float]]) -> None:
    glyphs = [glyph for x, top, character, size in marks for glyph in word(x, top, character, size)]
    rules = ruled((50, 200, 350, 500), (100, 200, 300, 700))
    drawn = page(rules, glyphs)
    found = table_finder.find_tables(drawn)
    assert found.glyphs == sum(map(len, printed(drawn)))
    # A raised digit is written as such.
    assert sorted("".join(homes(found)).replace("¹", "1")) == sorted("".join(printed(drawn)))


# --------------------------------------------------------------------------- strategies


def row(top: float, *texts: str) -> list[Glyph]:
    """Set a word into each column of a table with sides every hundred points."""
    return [g for n, characters in enumerate(texts) for g in word(60 + 100 * n, top, characters)]


HEADER = ("衡量指標", "目標值", "實際值")
ROWS = [*row(130, "參訪人次", "九十", "九五"), *row(160, "檢查家數", "三十", "二四")]
SHADED_XS = (50, 150, 250, 350)
STRATEGIES = [
    pytest.param(page(ruled(SHADED_XS, (100, 120, 150)), row(105, *HEADER)), [(2, 3)], id="ruled"),
    pytest.param(
        page(
            [r for top in (122, 182) for r in ruled(SHADED_XS, (top, top + 28))],
            [*row(105, *HEADER), *row(130, *"一二三"), *row(160, *"四五六"), *row(190, *"七八九")],
        ),
        [(4, 3)],
        id="a row between two shaded ones",
    ),
    pytest.param(page([], [*row(105, *HEADER), *ROWS]), [(3, 3)], id="unruled"),
    pytest.param(
        page([horizontal(120, 50, 350)], [*row(105, *HEADER), *ROWS]), [(3, 3)], id="ruled across"
    ),
    pytest.param(
        page(ruled(SHADED_XS, (100, 120)), [*row(105, *HEADER), *ROWS]),
        [(3, 3)],
        id="a framed header over open rows",
    ),
    pytest.param(
        page(ruled(SHADED_XS, (100, 120)), row(105, *HEADER)), [(1, 3)], id="a framed header alone"
    ),
    pytest.param(
        page(
            ruled(SHADED_XS, (100, 120, 260)),
            [*row(105, *HEADER), *ROWS, *row(190, "演練場次", "二十", "二一")],
        ),
        [(4, 3)],
        id="rules between columns alone",
    ),
    pytest.param(
        page(
            ruled((50, 150, 250, 350, 450), (100, 120, 260)),
            [
                *row(105, "衡量指標", "目標值", "甲乙丙", "達成率"),
                *row(130, "參訪人次", "九十", "九五", "百五"),
                *row(160, "檢查家數", "三十", "二四", "八十"),
                *row(190, "演練場次", "二十", "二一", "百五"),
            ],
        ),
        [(4, 4)],
        id="rules between columns alone, one of an unknown word",
    ),
    pytest.param(
        page(
            ruled(SHADED_XS, (100, 120, 260)),
            [
                *row(105, *HEADER),
                *row(130, "參訪", "九十", "九五"),
                *row(160, "", "三十", "二四"),
                *row(190, "", "二十", "二一"),
            ],
        ),
        [(2, 3)],
        id="the lists of one row",
    ),
    pytest.param(
        page(
            [],
            [
                *row(105, "目標值", "九十", "三十"),
                *row(130, "實際值", "九五", "二四"),
                *row(155, "達成率", "百五", "八十"),
            ],
        ),
        [(3, 3)],
        id="headers down the first column",
    ),
    pytest.param(page([], [*row(105, "甲", "乙", "丙"), *ROWS]), [], id="no header word"),
]


@pytest.mark.parametrize(("sheet", "expected"), STRATEGIES)
def test_strategies(sheet: Page, expected: list[tuple[int, int]]) -> None:
    found = table_finder.find_tables(sheet)
    assert shape(found) == expected
    assert homes(found) == printed(sheet)


def test_each_strategy_has_its_reason() -> None:
    names = [strategy.name for strategy in table_finder.STRATEGIES]
    assert len(set(names)) == len(names)
    assert all(strategy.reason for strategy in table_finder.STRATEGIES)


# --------------------------------------------------------------------------- the second reader


def second_reading(path: Path) -> list[list[list[list[str | None]]]]:
    """Return pdfplumber's tables of each page, white space apart."""
    with pdfplumber.open(path) as opened:
        return [
            [
                [[squeezed(cell) for cell in row] for row in table]
                for table in sheet.extract_tables()
            ]
            for sheet in opened.pages
        ]


def squeezed(cell: str | None) -> str | None:
    return None if cell is None else "".join(cell.split())


def reading(path: Path) -> list[PageTables]:
    with Document.open(path) as opened:
        return [
            table_finder.find_tables(sheet) for sheet in opened.pages() if isinstance(sheet, Page)
        ]


@pytest.mark.skipif(not REPORTS, reason="no ../shared/reports here")
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"report {REPORTS.index(path)}")
def test_report_tables_as_pdfplumber(path: Path) -> None:
    ours = [[texts(table) for table in sheet.tables] for sheet in reading(path)]
    assert ours == second_reading(path)


@pytest.mark.parametrize(
    "path", [*REPORTS, *OTHERS, *SAMPLES], ids=lambda path: f"{path.parent.name} {len(path.name)}"
)
def test_every_glyph_of_a_file_has_one_home(path: Path) -> None:
    with Document.open(path) as opened:
        for sheet in opened.pages():
            assert isinstance(sheet, Page)
            found = table_finder.find_tables(sheet)
            assert found.glyphs == sum(map(len, printed(sheet)))
            assert homes(found) == printed(sheet)


def rotated(quarter: int) -> Leaf:
    """Return a page that is shown upright after its content was set on its side."""
    turn = {90: "0 1 -1 0 600 0", 180: "-1 0 0 -1 600 800", 270: "0 -1 1 0 0 800"}[quarter]
    content = f"q {turn} cm {grid((50, 150, 250), (400, 450, 500))}"
    content += text(60, 470, "one") + text(160, 420, "two") + "Q"
    return Leaf(content, extra=f"/Rotate {quarter}")


@pytest.mark.parametrize("quarter", [90, 180, 270])
def test_turned_tables(tmp_path: Path, quarter: int) -> None:
    path = tmp_path / "turned.pdf"
    path.write_bytes(pdf(rotated(quarter)))
    (sheet,) = reading(path)
    (table,) = sheet.tables
    assert texts(table) == [["one", ""], ["", "two"]]


@pytest.mark.parametrize("quarter", ["", "/CropBox [30 30 570 770]"])
def test_raw_tables_as_pdfplumber(tmp_path: Path, quarter: str) -> None:
    content = grid((50, 150, 250), (600, 650, 700)) + text(60, 670, "one") + text(160, 620, "two")
    path = tmp_path / "raw.pdf"
    path.write_bytes(pdf(Leaf(content, extra=quarter)))
    assert [[texts(table) for table in sheet.tables] for sheet in reading(path)] == second_reading(
        path
    )


# --------------------------------------------------------------------------- limits


def scattered(count: int) -> list[Rule]:
    """Return that many rules, half of them horizontal, that do not join."""
    return [horizontal(7 * n, 0, 600) for n in range(count // 2)] + [
        vertical(7 * n, 0, 800) for n in range(count // 2)
    ]


def staircase(count: int) -> list[Rule]:
    """Return a table of two cells on each step, each step lower and further right."""
    return [
        rule
        for at in range(0, 20 * count, 20)
        for rule in ruled((at, at + 10, at + 20), (at, at + 20))
    ]


OVER_A_CAP: list[Callable[[], list[Rule]]] = [
    lambda: ruled(range(0, 2310, 7), range(0, 2310, 7)),
    lambda: staircase(1_000),
    lambda: scattered(100_000),
]


@pytest.mark.parametrize("rules", OVER_A_CAP, ids=["crossings", "squares", "rules"])
def test_too_many_rules(rules: Callable[[], list[Rule]]) -> None:
    with pytest.raises(TableLimitError, match="ruling lines"):
        table_finder.find_tables(page(rules()))


JUST_UNDER: list[Callable[[], list[Rule]]] = [
    lambda: [Rule(x, y, x + 2, y) for x in range(0, 600, 4) for y in range(0, 8000, 4)],
    lambda: [
        r for n in range(450) for r in (horizontal(7 * n, 0, 100), vertical(200 + 7 * n, 0, 800))
    ],
    lambda: scattered(6_000),
    lambda: ruled(range(0, 1540, 7), range(0, 1540, 7)),
    lambda: staircase(400),
]
IDS = ["300,000 pieces", "pairs", "more pairs", "crossings", "squares"]


@pytest.mark.parametrize("rules", JUST_UNDER, ids=IDS)
def test_many_rules_end_soon(rules: Callable[[], list[Rule]]) -> None:
    drawn = page(rules())
    start = time.process_time()
    table_finder.find_tables(drawn)
    assert time.process_time() - start < 15


def test_cost_grows_with_the_glyphs() -> None:
    rules = ruled(range(50, 551, 100), range(50, 751, 50))
    glyphs = [glyph for top in range(50, 750, 10) for glyph in word(50, top, "中" * 50)]
    found = table_finder.find_tables(page(rules, glyphs))
    assert len(homes(found)) == len(glyphs)
    assert all(before.top <= after.top for before, after in pairwise(found.loose))
