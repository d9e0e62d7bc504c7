"""Tables without vertical rules: typed pages that hold one, and typed pages that hold none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.reading.pages import Glyph, GlyphColumns, Page, Rule
from pipeline.records import PageTables
from pipeline.tables import table_finder

EM = 10.0


def word(x: float, top: float, text: str) -> list[Glyph]:
    """Set a text: a full-width character is as wide as high, a Latin one half as wide."""
    glyphs = []
    for char in text:
        wide = EM / 2 if char.isascii() else EM
        glyphs.append(Glyph(char, x, top, x + wide, top + EM))
        x += wide
    return glyphs


Line = tuple[float, Sequence[tuple[float, str]]]
"""A printed line: its top, and its words with their left ends."""


def page(*lines: Line, rules: Sequence[Rule] = (), number: int = 1) -> Page:
    glyphs = [g for top, words in lines for x, text in words for g in word(x, top, text)]
    return Page(number, 600, 800, GlyphColumns.from_glyphs(glyphs), tuple(rules))


def horizontal(*tops: float, x0: float = 45, x1: float = 500) -> list[Rule]:
    return [Rule(x0, top, x1, top) for top in tops]


def box(x0: float, x1: float, tops: Sequence[float]) -> list[Rule]:
    """Frame some rows from x0 to x1."""
    return horizontal(*tops, x0=x0, x1=x1) + [Rule(x, tops[0], x, tops[-1]) for x in (x0, x1)]


def texts(found: PageTables) -> list[list[list[str]]]:
    """Return each table's rows of cells, those that others cover left out."""
    return [[[c.text for c in row if c] for row in table.grid] for table in found.tables]


def spans(found: PageTables) -> list[tuple[str, int, int]]:
    """Return the cells that cover several rows or columns."""
    cells = (c for table in found.tables for row in table.grid for c in row if c)
    return [(c.text, c.rows, c.columns) for c in cells if c.rows > 1 or c.columns > 1]


def count(found: PageTables) -> int:
    """Count the characters in cells and loose lines."""
    cells = [c for table in found.tables for row in table.grid for c in row if c]
    lines = [*found.loose, *(line for c in cells for line in c.lines)]
    return sum(not char.isspace() for line in lines for char in line.text)


A, B, C, D, E = 50.0, 150.0, 260.0, 330.0, 400.0
HEAD: Line = (100, [(A, "施政目標"), (B, "衡量指標"), (C, "目標值"), (D, "實際值"), (E, "達成率")])
HEADS = ["施政目標", "衡量指標", "目標值", "實際值", "達成率"]


def row(top: float, *words: str) -> Line:
    """Set a line of words below those of the header; an empty one leaves its column blank."""
    return top, [(x, text) for x, text in zip((A, B, C, D, E), words, strict=False) if text]


PLAIN = [
    HEAD,
    row(120, "提升服務", "參訪人次", "90人", "95人", "106%"),
    row(140, "加強檢查", "檢查家數", "30家", "24家", "80%"),
]
PLAIN_TEXTS = [
    HEADS,
    ["提升服務", "參訪人次", "90人", "95人", "106%"],
    ["加強檢查", "檢查家數", "30家", "24家", "80%"],
]

TABLES = [
    pytest.param(page(*PLAIN), [PLAIN_TEXTS], id="no rules"),
    pytest.param(page(*PLAIN, rules=horizontal(95, 115, 155)), [PLAIN_TEXTS], id="three rules"),
    pytest.param(
        page(*PLAIN, rules=horizontal(95, 115, 135, 155)), [PLAIN_TEXTS], id="a rule under each row"
    ),
    pytest.param(
        page(
            HEAD, *[row(115 + 15 * n, f"目標{n}", f"指標{n}", "90", "95", "106") for n in (1, 2, 3)]
        ),
        [[HEADS, *[[f"目標{n}", f"指標{n}", "90", "95", "106"] for n in (1, 2, 3)]]],
        id="as close as lines",
    ),
    pytest.param(
        page(
            (
                100,
                [
                    (A, "施 政 目 標"),
                    (B, "衡  量  指  標"),
                    (C, "目 標 值"),
                    (D, "實 際 值"),
                    (E, "達 成 率"),
                ],
            ),
            *PLAIN[1:],
        ),
        [PLAIN_TEXTS],
        id="letters set wide",
    ),
    pytest.param(
        page(
            (94, [(C, "原定目"), (E, "達成率")]),
            (100, [(A, "施政目標"), (B, "衡量指標"), (D, "實際值")]),
            (106, [(C, "標值"), (E, "(%)")]),
            *PLAIN[1:],
        ),
        [[["施政目標", "衡量指標", "原定目標值", "實際值", "達成率(%)"], *PLAIN_TEXTS[1:]]],
        id="wrapped header",
    ),
    pytest.param(
        page(
            HEAD,
            row(120, "提升服務", "遊客中心參訪", "90人", "95人", "106%"),
            row(132, "", "人次", "", "", ""),
            row(152, "加強檢查", "檢查家數", "30家", "24家", "80%"),
        ),
        [[HEADS, ["提升服務", "遊客中心參訪人次", "90人", "95人", "106%"], PLAIN_TEXTS[2]]],
        id="wrapped cell at the top",
    ),
    pytest.param(
        page(
            HEAD,
            row(120, "", "遊客中心參訪", "", "", ""),
            row(126, "提升服務", "", "90人", "95人", "106%"),
            row(132, "", "人次", "", "", ""),
            row(152, "加強檢查", "檢查家數", "30家", "24家", "80%"),
        ),
        [[HEADS, ["提升服務", "遊客中心參訪人次", "90人", "95人", "106%"], PLAIN_TEXTS[2]]],
        id="figures in the middle",
    ),
    pytest.param(
        page(
            HEAD,
            row(120, "提升服務", "1.參訪", "1.90人", "1.95人", "1.106%"),
            row(132, "", "2.訪問", "2.30人", "2.24人", "2.80%"),
            row(160, "加強檢查", "檢查家數", "30家", "24家", "80%"),
        ),
        [
            [
                HEADS,
                ["提升服務", "1.參訪2.訪問", "1.90人2.30人", "1.95人2.24人", "1.106%2.80%"],
                PLAIN_TEXTS[2],
            ]
        ],
        id="a list in each cell",
    ),
    pytest.param(
        page(
            *PLAIN,
            (170, [(A, "附註：本表由各單位填報，並經首長核定，各項數據以年底為準。")]),
            (185, [(A, "其餘事項均依相關規定辦理，並按季檢討各項執行進度與成效。")]),
        ),
        [PLAIN_TEXTS],
        id="prose below",
    ),
    pytest.param(
        page(
            (60, [(150, "提升服務績效報告")]),
            (80, [(330, "機關名稱：港務局")]),
            *PLAIN,
            (760, [(300, "- 3 -")]),
        ),
        [PLAIN_TEXTS],
        id="title and page number",
    ),
    pytest.param(
        page(
            (
                100,
                [
                    (50, "衡量指標"),
                    (130, "目標值"),
                    (190, "實際值"),
                    (320, "衡量指標"),
                    (400, "目標值"),
                    (460, "實際值"),
                ],
            ),
            (
                120,
                [
                    (50, "參訪人次"),
                    (130, "90人"),
                    (190, "95人"),
                    (320, "修護卷數"),
                    (400, "10卷"),
                    (460, "12卷"),
                ],
            ),
            (140, [(50, "檢查家數"), (130, "30家"), (190, "24家")]),
        ),
        [
            [
                ["衡量指標", "目標值", "實際值"],
                ["參訪人次", "90人", "95人"],
                ["檢查家數", "30家", "24家"],
            ],
            [["衡量指標", "目標值", "實際值"], ["修護卷數", "10卷", "12卷"]],
        ],
        id="side by side",
    ),
    pytest.param(
        page(
            (100, [(50, "項目"), (200, "102年度"), (300, "103年度")]),
            (120, [(50, "原訂目標值"), (200, "90%"), (300, "92%")]),
            (140, [(50, "實際值"), (200, "95%"), (300, "97%")]),
            (170, [(50, "衡量標準：達成件數除以全部件數，以百分比表示之，並以年底資料為準。")]),
        ),
        [[["項目", "102年度", "103年度"], ["原訂目標值", "90%", "92%"], ["實際值", "95%", "97%"]]],
        id="a table of years",
    ),
]


@pytest.mark.parametrize(("sheet", "expected"), TABLES)
def test_tables(sheet: Page, expected: list[list[list[str]]]) -> None:
    found = table_finder.find_tables(sheet)
    assert texts(found) == expected
    assert count(found) == found.glyphs


MERGED = [
    pytest.param(
        page(
            HEAD,
            row(120, "", "參訪人次", "90人", "95人", "106%"),
            row(130, "一、提升", "", "", "", ""),
            row(140, "", "檢查家數", "30家", "24家", "80%"),
            row(160, "二、加強", "修護卷數", "10卷", "12卷", "120%"),
        ),
        [("一、提升", 2, 1)],
        id="in the middle of two rows",
    ),
    pytest.param(
        page(
            HEAD,
            row(120, "", "參訪人次", "90人", "95人", "106%"),
            row(130, "一、提升", "", "", "", ""),
            row(140, "", "檢查家數", "30家", "24家", "80%"),
            row(160, "二、加強", "修護卷數", "10卷", "12卷", "120%"),
            rules=[*horizontal(95, 115, 155, 175), Rule(145, 135, 500, 135)],
        ),
        [("一、提升", 2, 1)],
        id="a rule beside it",
    ),
    pytest.param(
        page(
            (88, [(C + 35, "98年度")]),
            (100, [(A, "施政目標"), (B, "衡量指標")]),
            (112, [(C, "目標值"), (D, "實際值"), (E, "達成率")]),
            *[(top + 15, words) for top, words in PLAIN[1:]],
        ),
        [("施政目標", 2, 1), ("衡量指標", 2, 1), ("98年度", 1, 3)],
        id="a word over three columns",
    ),
]


@pytest.mark.parametrize(("sheet", "expected"), MERGED)
def test_merged_cells(sheet: Page, expected: list[tuple[str, int, int]]) -> None:
    found = table_finder.find_tables(sheet)
    assert spans(found) == expected
    assert count(found) == found.glyphs


PROSE = "本年度依施政計畫辦理各項業務，並按季檢討目標值與實際值之差異。"
NO_TABLES = [
    pytest.param(page(), id="blank"),
    pytest.param(page(*[(100 + 15 * n, [(50, PROSE)]) for n in range(9)]), id="prose"),
    pytest.param(
        page(*[(100 + 15 * n, [(50, PROSE[:18]), (300, PROSE[3:21])]) for n in range(9)]),
        id="prose in two columns",
    ),
    pytest.param(
        page(
            (100, [(50, "科目"), (150, "預算數"), (260, "決算數"), (330, "比較增減")]),
            row(120, "業務費", "90", "95", "5"),
        ),
        id="a budget table",
    ),
    pytest.param(
        page(
            (100, [(50, "區分"), (150, "預算員額"), (260, "現有員額"), (330, "說明")]),
            row(120, "職員", "90", "95", "無"),
        ),
        id="one header word",
    ),
    pytest.param(
        page(
            (100, [(50, "項目"), (200, "102年度"), (300, "103年度")]),
            (120, [(50, "歲入"), (200, "90"), (300, "92")]),
            (140, [(50, "歲出"), (200, "95"), (300, "97")]),
        ),
        id="years of something else",
    ),
    pytest.param(
        page((100, [(50, "衡量指標"), (150, "目標值")]), row(120, "參訪人次", "90人")),
        id="two columns are too few",
    ),
    pytest.param(
        page(
            (100, [(50, "施政目標、衡量指標、目標值、實際值及達成率如附表。")]),
            row(120, "一", "二", "三"),
        ),
        id="header words in a sentence",
    ),
    pytest.param(
        page(HEAD, *[(120 + 15 * n, [(50, PROSE)]) for n in range(4)]),
        id="prose right under header words",
    ),
    pytest.param(
        page(
            *[
                (100 + 20 * n, [(50, f"{n}."), (70, name), (400, str(n))])
                for n, name in enumerate(HEADS)
            ]
        ),
        id="a table of contents",
    ),
    pytest.param(
        page(row(120, "提升服務", "參訪人次", "90人", "95人", "106%")), id="a body without a header"
    ),
    pytest.param(page(HEAD, rules=box(45, 440, (95, 115))), id="a lone header in a frame"),
]


@pytest.mark.parametrize("sheet", NO_TABLES)
def test_no_tables(sheet: Page) -> None:
    found = table_finder.find_tables(sheet)
    assert [t for t in texts(found) if len(t) > 1] == []
    assert count(found) == found.glyphs


NEXT_PAGES = [
    pytest.param(
        [
            row(60, "擴大參與", "志工人數", "50人", "55人", "110%"),
            row(80, "", "服務時數", "20時", "25時", "125%"),
        ],
        [
            [
                ["擴大參與", "志工人數", "50人", "55人", "110%"],
                ["服務時數", "20時", "25時", "125%"],
            ]
        ],
        id="goes on without a header",
    ),
    pytest.param(
        [(40, [(430, "（承上頁）")]), row(60, "擴大參與", "志工人數", "50人", "55人", "110%")],
        [[["擴大參與", "志工人數", "50人", "55人", "110%"]]],
        id="under a mark",
    ),
    pytest.param([(60 + 15 * n, [(50, PROSE)]) for n in range(4)], [], id="prose"),
    pytest.param([(60, [(50, "貳、未來展望")]), (90, [(50, PROSE)])], [], id="a heading"),
    pytest.param(
        [(60, [(A, "貳、預算執行")]), row(90, "業務費", "", "50", "55", "110")],
        [],
        id="figures under a heading",
    ),
    pytest.param(
        [
            (60, [(A, "科目"), (C, "預算數"), (D, "決算數"), (E, "比較")]),
            row(80, "業務費", "", "50", "55", "110"),
        ],
        [],
        id="figures under other words",
    ),
    pytest.param([(60, [(90, "歲入"), (225, "100"), (315, "200")])], [], id="other columns"),
]


@pytest.mark.parametrize(("lines", "expected"), NEXT_PAGES)
def test_next_page(lines: list[Line], expected: list[list[list[str]]]) -> None:
    reader = table_finder.TableFinder()
    reader.read(page(*PLAIN))
    found = reader.read(page(*lines, number=2))
    assert texts(found) == expected
    assert count(found) == found.glyphs


LAST = row(60, "擴大參與", "志工人數", "50人", "55人", "110%")
PICTURE = [(300, [(200, "圖一　各季件數")]), (380, [(100, "3月"), (200, "6月"), (300, "9月")])]


def test_a_table_goes_on_below_a_picture() -> None:
    rest = row(420, "擴大參與", "志工人數", "50人", "55人", "110%")
    found = table_finder.find_tables(page(*PLAIN, *PICTURE, rest))
    assert texts(found) == [PLAIN_TEXTS, [["擴大參與", "志工人數", "50人", "55人", "110%"]]]
    assert count(found) == found.glyphs


@pytest.mark.parametrize("between", [0, 1, 2])
def test_a_table_goes_on_after_text_or_pages_of_pictures(between: int) -> None:
    reader = table_finder.TableFinder()
    reader.read(page(*PLAIN, *[(170 + 15 * n, [(50, PROSE)]) for n in range(3)]))
    for number in range(between):
        assert reader.read(page(*PICTURE, number=2 + number)).tables == ()
    assert len(reader.read(page(LAST, number=2 + between)).tables) == 1


def test_a_table_does_not_go_on_after_a_chapter() -> None:
    reader = table_finder.TableFinder()
    reader.read(page(*PLAIN))
    for number in range(2, 6):
        reader.read(page((60, [(50, PROSE)]), number=number))
    assert reader.read(page(LAST, number=6)).tables == ()


def test_columns_of_the_next_page_are_where_they_were() -> None:
    reader = table_finder.TableFinder()
    first = reader.read(page(*PLAIN)).tables[0]
    second = reader.read(
        page(row(60, "擴大參與", "志工人數", "50人", "55人", "110%"), number=2)
    ).tables[0]
    assert [c.x0 for c in first.grid[0] if c] == [c.x0 for c in second.grid[0] if c]


def test_a_framed_header_over_open_rows_is_one_table() -> None:
    frame = box(45, 440, (95, 115)) + [Rule(x, 95, x, 115) for x in (140, 250, 320, 390)]
    found = table_finder.find_tables(page(*PLAIN, rules=frame))
    assert texts(found) == [PLAIN_TEXTS]
    assert count(found) == found.glyphs


GOAL_LINES = [
    (100, [(A, "衡量指標"), (C, "目標值"), (D, "實際值"), (E, "達成率")]),
    (120, [(A, "一、提升服務品質以利民眾參訪並提升整體之滿意度")]),
    (140, [(A, "參訪人次"), (C, "90人"), (D, "95人"), (E, "106%")]),
]


@pytest.mark.parametrize(
    ("last", "taken"),
    [
        ("二、加強檢查各類場所以維護公共安全並提升防災能力", True),
        ("三、加強檢查各類場所以維護公共安全並提升防災能力", False),
        ("加強檢查各類場所以維護公共安全並提升防災能力", False),
    ],
)
def test_a_goal_that_the_page_end_parts_from_its_rows(last: str, taken: bool) -> None:
    found = table_finder.find_tables(page(*GOAL_LINES, (160, [(A, last)])))
    assert ([last] in texts(found)[0], [line.text for line in found.loose]) == (
        taken,
        [] if taken else [last],
    )
    assert count(found) == found.glyphs


def test_a_goal_above_the_mark_that_the_table_goes_on() -> None:
    goal = "二、加強檢查各類場所以維護公共安全並提升防災能力"
    found = table_finder.find_tables(
        page(*GOAL_LINES, (160, [(A, goal)]), (180, [(420, "（接次頁）")]), (760, [(280, "- 1 -")]))
    )
    assert texts(found)[0][-1] == [goal]
    assert [line.text for line in found.loose] == ["（接次頁）", "- 1 -"]


def test_a_list_within_a_note_is_no_goal() -> None:
    lines = [
        (100, [(A, "衡量指標"), (B, "目標值"), (C, "實際值"), (D, "達成情形說明")]),
        (120, [(A, "參訪人次"), (B, "90人"), (C, "95人"), (D, "本年度辦理如下：")]),
        (132, [(D, "(一)參訪人次目標")]),
        (144, [(D, "值為90人。")]),
        (168, [(A, "檢查家數"), (B, "30家"), (C, "24家"), (D, "檢討中。")]),
    ]
    found = table_finder.find_tables(page(*lines))
    note = "本年度辦理如下：(一)參訪人次目標值為90人。"
    assert texts(found)[0][1:] == [
        ["參訪人次", "90人", "95人", note],
        ["檢查家數", "30家", "24家", "檢討中。"],
    ]


def test_rules_about_a_merged_cell_part_the_other_columns() -> None:
    goal = (125, [(B, "提升服務")])
    lines = [
        (100, [(x, text) for x, text in zip((A, B, C, D, E), ["編號", *HEADS[:1], *HEADS[1:4]], strict=True)]),
        (120, [(A, "1"), (C, "參訪"), (D, "90人"), (E, "95人")]),
        goal,
        (132, [(A, "2"), (C, "檢查"), (D, "30家"), (E, "24家")]),
    ]  # fmt: skip
    between = [Rule(45, 131, 140, 131), Rule(255, 131, 500, 131)]
    found = table_finder.find_tables(page(*lines, rules=[*horizontal(95, 115, 145), *between]))
    assert texts(found)[0][1:] == [
        ["1", "提升服務", "參訪", "90人", "95人"],
        ["2", "檢查", "30家", "24家"],
    ]
    assert spans(found) == [("提升服務", 2, 1)]


def test_shaded_headers_of_tables_side_by_side() -> None:
    def half(left: float, *words: str) -> list[tuple[float, str]]:
        return [(left + 70 * n, text) for n, text in enumerate(words)]

    heads = HEADS[1:4]
    lines = [
        (100, [*half(50, *heads), *half(330, *heads)]),
        (120, [*half(50, "參訪", "90人", "95人"), *half(330, "訓練", "50人", "55人")]),
        (140, [*half(50, "檢查", "30家", "24家"), *half(330, "宣導", "20場", "25場")]),
    ]
    frames = [
        rule
        for left in (45, 325)
        for rule in (
            *box(left, left + 210, (95, 115)),
            *(Rule(left + 70 * n, 95, left + 70 * n, 115) for n in (1, 2)),
        )
    ]
    found = table_finder.find_tables(page(*lines, rules=frames))
    assert texts(found) == [
        [heads, ["參訪", "90人", "95人"], ["檢查", "30家", "24家"]],
        [heads, ["訓練", "50人", "55人"], ["宣導", "20場", "25場"]],
    ]
