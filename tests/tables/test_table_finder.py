"""Cells, open tables and lines: typed pages, raw PDFs, pdfplumber as the second reader."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.reading.document import Document
from pipeline.reading.pages import Glyph, GlyphColumns, Page, Rule
from pipeline.records import PageTables, Table
from pipeline.tables import TableLimitError, lines, table_finder
from tests.pdfs import Leaf, grid, pdf, text

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
REPORTS = sorted(SHARED.glob("reports/*.pdf"))
OTHERS = sorted(SHARED.glob("real/*.pdf"))
SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))


def horizontal(top: float, x0: float, x1: float) -> Rule:
    return Rule(x0, top, x1, top)


def vertical(x: float, top: float, bottom: float) -> Rule:
    return Rule(x, top, x, bottom)


def ruled(xs: Sequence[float], tops: Sequence[float]) -> list[Rule]:
    return [horizontal(top, min(xs), max(xs)) for top in tops] + [
        vertical(x, min(tops), max(tops)) for x in xs
    ]


def word(x: float, top: float, characters: str, size: float = 10) -> list[Glyph]:
    """Return characters side by side, each as wide as high."""
    return [
        Glyph(character, x + size * at, top, x + size * (at + 1), top + size)
        for at, character in enumerate(characters)
    ]


def page(rules: Sequence[Rule], glyphs: Sequence[Glyph] = ()) -> Page:
    return Page(1, 600, 800, GlyphColumns.of(glyphs), tuple(rules))


def texts(table: Table) -> list[list[str | None]]:
    return [[None if cell is None else cell.text for cell in row] for row in table.grid]


def shape(found: PageTables) -> list[tuple[int, int]]:
    return [(len(table.grid), len(table.grid[0])) for table in found.tables]


def homes(found: PageTables) -> list[str]:
    """Return the characters in cells and loose lines, without spaces: gaps may stand for some."""
    cells = (cell for table in found.tables for row in table.grid for cell in row if cell)
    kept = [*found.loose, *(line for cell in cells for line in cell.lines)]
    return sorted("".join("".join(line.text.split()) for line in kept))


def printed(sheet: Page) -> list[str]:
    """Return the characters of a page, without spaces."""
    return sorted("".join("".join(glyph.text.split()) for glyph in sheet.glyphs))


# --------------------------------------------------------------------------- grids

XS, TOPS = (50, 150, 250), (100, 140, 180)
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


OPEN_ENDS = [
    pytest.param(
        ruled(XS, (100, 140)) + [vertical(x, 140, 700) for x in XS], [(2, 2)], id="cut at the foot"
    ),
    pytest.param(
        ruled(XS, (600, 640)) + [vertical(x, 40, 600) for x in XS], [(2, 2)], id="cut at the head"
    ),
    pytest.param(
        [horizontal(300, 50, 250)] + [vertical(x, 40, 760) for x in XS], [(2, 2)], id="cut at both"
    ),
    pytest.param([vertical(x, 40, 760) for x in XS], [(1, 2)], id="a row fills the page"),
    pytest.param(
        [horizontal(top, 20, 280) for top in TOPS] + [vertical(150, 100, 180)],
        [(2, 2)],
        id="no sides",
    ),
    pytest.param(
        [horizontal(top, 20, 280) for top in TOPS] + [vertical(x, 100, 180) for x in (100, 200)],
        [(2, 3)],
        id="no sides, three columns",
    ),
]
NOT_OPEN = [
    pytest.param([vertical(50, 40, 760), vertical(250, 40, 760)], [], id="two margin strokes"),
    pytest.param(
        [horizontal(top, 100, 130) for top in (100, 130, 160, 190)], [], id="underlined words"
    ),
    pytest.param(
        [*ruled(XS, TOPS), horizontal(120, 52, 80), horizontal(160, 52, 80)],
        [(2, 2)],
        id="underlined in cells",
    ),
    pytest.param(
        ruled(XS, (100, 140)) + [vertical(x, 140, 144) for x in XS], [(1, 2)], id="short overhang"
    ),
]


@pytest.mark.parametrize(("rules", "expected"), OPEN_ENDS + NOT_OPEN)
def test_open_ends(rules: list[Rule], expected: list[tuple[int, int]]) -> None:
    assert shape(table_finder.find_tables(page(rules))) == expected


WORDS = [
    pytest.param(
        [horizontal(117, 51.2, 148.8)],
        word(51.2, 102, "一" * 6, 97.6 / 6),
        [(2, 2)],
        id="underline",
    ),
    pytest.param(
        [horizontal(120, 50, 150)], word(60, 105, "一二", 10), [(3, 2)], id="rule under words"
    ),
]


@pytest.mark.parametrize(("more", "glyphs", "expected"), WORDS)
def test_lines_under_words(
    more: list[Rule], glyphs: list[Glyph], expected: list[tuple[int, int]]
) -> None:
    assert shape(table_finder.find_tables(page(ruled(XS, TOPS) + more, glyphs))) == expected


def test_side_of_a_merged_cell_that_fills_the_page() -> None:
    rules = [vertical(x, 40, 760) for x in (50, 150, 250, 350)] + [horizontal(300, 150, 350)]
    assert shape(table_finder.find_tables(page(rules))) == [(2, 3)]


def test_merged_cells_say_what_they_cover() -> None:
    rules = [horizontal(100, 50, 350), horizontal(180, 50, 350), horizontal(140, 150, 350)]
    rules += [vertical(x, 100, 180) for x in (50, 150, 350)] + [vertical(250, 140, 180)]
    (table,) = table_finder.find_tables(
        page(rules, word(60, 150, "縱") + word(160, 105, "橫"))
    ).tables
    assert texts(table) == [["縱", "橫", None], [None, "", ""]]
    tall, wide = table.grid[0][0], table.grid[0][1]
    assert tall is not None
    assert (tall.column, tall.columns, tall.rows) == (0, 1, 2)
    assert wide is not None
    assert (wide.column, wide.columns, wide.rows) == (1, 2, 1)
    assert (table.x0, table.top, table.x1, table.bottom) == (50, 100, 350, 180)


# --------------------------------------------------------------------------- glyphs in cells


PLACES = [
    pytest.param((60, 110), "0,0", id="inside"),
    pytest.param((145, 110), "0,1", id="middle on the rule goes right"),
    pytest.param((60, 135), "1,0", id="middle on the rule goes down"),
    pytest.param((60, 92), "0,0", id="a little above the table"),
    pytest.param((60, 178), "1,0", id="a little below the table"),
    pytest.param((43, 110), "0,0", id="a little left of the table"),
    pytest.param((60, 80), None, id="above"),
    pytest.param((300, 110), None, id="beside"),
    pytest.param((-50, -50), None, id="off the page"),
    pytest.param((60, 900), None, id="below the page"),
]


@pytest.mark.parametrize(("corner", "home"), PLACES)
def test_home_of_a_glyph(corner: tuple[float, float], home: str | None) -> None:
    found = table_finder.find_tables(page(ruled(XS, TOPS), word(*corner, "中")))
    cells = {
        f"{row},{column}": cell.text
        for row, line in enumerate(found.tables[0].grid)
        for column, cell in enumerate(line)
        if cell and cell.text
    }
    assert cells == ({home: "中"} if home else {})
    assert len(found.loose) == (0 if home else 1)


def test_a_watermark_is_in_no_cell() -> None:
    under = word(12, 5, "草", 60)
    found = table_finder.find_tables(
        page(ruled((0, 100, 200), (0, 20, 40)), [*word(2, 5, "目標值"), *under])
    )
    assert texts(found.tables[0])[0][0] == "目標值"
    assert [line.text for line in found.loose] == ["草"]


def test_table_in_a_cell_keeps_its_glyphs() -> None:
    rules = ruled((50, 300, 550), (100, 400)) + ruled((80, 160, 240), (150, 200, 250))
    glyphs = word(60, 110, "外") + word(90, 160, "內") + word(60, 380, "外")
    found = table_finder.find_tables(page(rules, glyphs))
    assert sorted("".join(filter(None, row)) for t in found.tables for row in texts(t)) == [
        "",
        "內",
        "外外",
    ]
    assert homes(found) == sorted("內外外")


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
    assert homes(found) == printed(drawn)


# --------------------------------------------------------------------------- lines


LINES = [
    pytest.param(word(10, 10, "⽬標值⼈"), ["目標值人"], id="radicals"),
    pytest.param(word(10, 10, "甲乙"), ["甲乙"], id="one line"),
    pytest.param(word(10, 30, "丙") + word(10, 10, "甲乙"), ["甲乙", "丙"], id="bottom up"),
    pytest.param(word(10, 10, "甲乙丙")[::-1], ["甲乙丙"], id="right to left"),
    pytest.param(word(30, 10, "12", 5) + word(10, 10, "甲乙"), ["甲乙12"], id="digits last"),
    pytest.param(word(10, 10, "甲") + word(20, 7, "2", 6), ["甲2"], id="raised"),
    pytest.param(word(10, 10, "甲") + word(20, 15, "2", 6), ["甲2"], id="lowered"),
    pytest.param(word(10, 10, "甲") + word(10, 18, "乙"), ["甲", "乙"], id="tight lines"),
    pytest.param(
        word(10, 10, "高", 22) + word(32, 10, "甲") + word(32, 22, "乙"),
        ["高甲", "乙"],
        id="high one across two lines",
    ),
    pytest.param(word(10, 10, "甲 ") + word(30, 10, "乙"), ["甲 乙"], id="printed space"),
    pytest.param(word(10, 10, "甲乙 "), ["甲乙 "], id="space at the end"),
    pytest.param(word(10, 10, "甲") + word(40, 10, "乙"), ["甲乙"], id="no space between Han"),
    pytest.param(word(10, 10, "ab") + word(33, 10, "cd"), ["ab cd"], id="gap between words"),
    pytest.param(word(10, 10, "ab") + word(32, 10, "cd"), ["abcd"], id="narrow gap"),
    pytest.param(word(10, 10, "3.5") + word(45, 10, "%"), ["3.5 %"], id="gap before a sign"),
    pytest.param(word(10, 10, "a ") + word(35, 10, "b"), ["a b"], id="no second space"),
    pytest.param([], [], id="nothing"),
]


@pytest.mark.parametrize(("glyphs", "expected"), LINES)
def test_lines(glyphs: list[Glyph], expected: list[str]) -> None:
    found = lines.lines_from_glyphs(glyphs, 1)
    assert [row.text for row in found] == expected
    assert all(len(row.text) == len(row.lefts) == len(row.rights) for row in found)


def test_line_keeps_its_places() -> None:
    (row,) = lines.lines_from_glyphs(word(10, 10, "ab") + word(40, 10, "c"), 7)
    assert (row.page, row.top, row.bottom) == (7, 10, 20)
    assert list(row.lefts) == [10, 20, 30, 40]
    assert list(row.rights) == [20, 30, 40, 50]


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
