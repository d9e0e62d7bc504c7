"""What nobody sees on a page is left out and told; what anybody sees stays."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import pytest

from pipeline.reading import hidden
from pipeline.reading.pages import LostPage
from tests.pdfs import Form, Leaf, grid, text
from tests.reading.raw_pages import IMAGE, SEEN, WORD, box, result, words

pytestmark = pytest.mark.usefixtures("each_make")


WHITE_WORD = f"1 1 1 rg {WORD} 0 0 0 rg\n"
LEFT_OUT = [
    pytest.param(f"3 Tr {WORD} 0 Tr", hidden.INVISIBLE, id="render mode 3"),
    pytest.param(f"7 Tr {WORD} 0 Tr", hidden.INVISIBLE, id="render mode 7"),
    pytest.param(f"q /Clear gs {WORD} Q", hidden.CLEAR, id="alpha 0"),
    pytest.param(f"q 1 Tr /Clear gs {WORD} Q", hidden.CLEAR, id="outline with alpha 0"),
    pytest.param(WHITE_WORD, hidden.WHITE, id="white on paper"),
    pytest.param(f"0.98 g {WORD} 0 g", hidden.WHITE, id="nearly white on paper"),
    pytest.param(f"1 Tr 1 G {WORD} 0 Tr 0 G", hidden.WHITE, id="white outline"),
    pytest.param(
        grid([60, 300], [690, 720]) + WHITE_WORD, hidden.WHITE, id="white in a ruled cell"
    ),
    pytest.param(
        box("0 0 0.5", 60, 690, 100, 40) + f"0 0 0.5 rg {WORD} 0 g", hidden.WHITE, id="blue on blue"
    ),
    pytest.param(
        box("0 0 0.5", 50, 650, 200, 80) + box("1 1 1", 60, 690, 100, 40) + WHITE_WORD,
        hidden.WHITE,
        id="white on a white box on a blue one",
    ),
    pytest.param(
        box("0 0 0.5", 60, 590, 100, 40) + WHITE_WORD, hidden.WHITE, id="white beside a dark box"
    ),
    pytest.param(
        f"{WHITE_WORD} {box('0 0 0.5', 400, 690, 100, 40)}", hidden.WHITE, id="white before a box"
    ),
    pytest.param(text(72, 700, "95%", size=0.9), hidden.TINY, id="0.9 points high"),
    pytest.param(f"q 0.1 0 0 0.1 60 600 cm {WORD} Q", hidden.TINY, id="scaled down"),
    pytest.param(text(72, 850, "95%"), hidden.OFF, id="above the page"),
    pytest.param(text(-100, 700, "95%"), hidden.OFF, id="left of the page"),
    pytest.param(f"q 0 0 50 50 re W n {WORD} Q", hidden.CLIPPED, id="outside of its clip"),
    pytest.param(
        f"q 0 0 300 50 re W n 0 0 50 900 re W n {WORD} Q", hidden.CLIPPED, id="outside of two clips"
    ),
    pytest.param(WORD + box("1 1 1", 60, 690, 100, 40), hidden.COVERED, id="under a white box"),
    pytest.param(WORD + box("0 0 0", 60, 690, 100, 40), hidden.COVERED, id="under a black box"),
    pytest.param(WORD + IMAGE.format(100, 40, 60, 690), hidden.COVERED, id="under an image"),
]


@pytest.mark.parametrize(("content", "reason"), LEFT_OUT)
def test_left_out_and_told(tmp_path: Path, content: str, reason: str) -> None:
    leaf = Leaf(f"{content}\n{SEEN}", resources="/ExtGState << /Clear << /ca 0 /CA 0 >> >>")
    (page,), opened = result(tmp_path, leaf)
    assert words(page) == "seen"
    assert opened.left_out == Counter({reason: 3})
    (warning,) = opened.warnings
    assert warning == f"hidden text: 3 glyphs {reason} are left out (page 1)"


STAYS = [
    pytest.param(WORD, id="black on paper"),
    pytest.param(f"0.8 g {WORD} 0 g", id="grey on paper"),
    pytest.param(f"1 0 0 rg {WORD} 0 g", id="red on paper"),
    pytest.param(f"1 Tr {WORD} 0 Tr", id="outlined"),
    pytest.param(f"2 Tr 1 g {WORD} 0 g 0 Tr", id="white with a black outline"),
    pytest.param(f"q /Half gs {WORD} Q", id="half transparent"),
    pytest.param(box("0 0 0.5", 60, 690, 100, 40) + WHITE_WORD, id="white on a dark box"),
    pytest.param(
        box("0 0 0.5", 60, 690, 100, 40) + grid([60, 160], [690, 730]) + WHITE_WORD,
        id="white in a dark cell",
    ),
    pytest.param(IMAGE.format(100, 40, 60, 690) + WHITE_WORD, id="white on an image"),
    pytest.param(f"20 w 60 704 m 160 704 l S 1 w {WHITE_WORD}", id="white on a broad line"),
    pytest.param(
        "0 0 0.5 rg 60 690 m 160 690 l 160 730 l 110 740 l 60 730 l f 0 g " + WHITE_WORD,
        id="white on a dark shape",
    ),
    pytest.param(box("1 1 1", 60, 690, 100, 40) + WORD, id="black on a white box"),
    pytest.param(WORD + box("0.9 0.9 0.9", 60, 640, 100, 50), id="above a box painted later"),
    pytest.param(WORD + box("0 0 0", 60, 703, 100, 3.5), id="struck out"),
    pytest.param(f"{WORD} q /Half gs {box('1 1 0', 60, 690, 100, 40)} Q", id="under a marker"),
    pytest.param(
        f"{WORD} q /Times gs {box('1 1 0', 60, 690, 100, 40)} Q", id="under a blended box"
    ),
    pytest.param(f"{WORD} q /Half gs {IMAGE.format(100, 40, 60, 690)} Q", id="under a faint image"),
    pytest.param(f"q 60 690 200 50 re W n {WORD} Q", id="within its clip"),
    pytest.param(f"q 0 0 300 702 re W n {WORD} Q", id="cut in half by its clip"),
    pytest.param(text(72, 700, "95%", size=4), id="4 points high"),
    pytest.param(text(576, 700, "95%"), id="to the edge of the page"),
]


@pytest.mark.parametrize("content", STAYS)
def test_stays(tmp_path: Path, content: str) -> None:
    states = "/ExtGState << /Half << /ca 0.5 /CA 0.5 >> /Times << /BM /Multiply >> >>"
    (page,), opened = result(tmp_path, Leaf(f"{content}\n{SEEN}", resources=states))
    assert sorted(words(page)) == sorted("95%seen")
    assert not opened.left_out


def test_printed_again_over_a_box(tmp_path: Path) -> None:
    (page,), opened = result(tmp_path, Leaf(WORD + box("1 1 1", 60, 690, 100, 40) + WORD))
    assert words(page) == "95%"
    assert opened.left_out == Counter({hidden.DOUBLED: 3})


def test_white_shadow_of_what_is_seen(tmp_path: Path) -> None:
    content = f"1 g {text(72.3, 699.7, '95%')} 0 g {SEEN} {WORD}"
    (page,), opened = result(tmp_path, Leaf(content))
    assert sorted(words(page)) == sorted("seen95%")
    assert opened.left_out == Counter({hidden.DOUBLED: 3})


def test_text_that_runs_off_the_page(tmp_path: Path) -> None:
    (page,), opened = result(tmp_path, Leaf(text(596, 700, "95%")))
    assert words(page) == "9"
    assert opened.left_out == Counter({hidden.OFF: 2})


def test_page_size_counts_for_tiny_text(tmp_path: Path) -> None:
    (page,), _ = result(tmp_path, Leaf(text(10, 70, "95%", size=1.5), media="[0 0 60 84]"))
    assert words(page) == "95%"


def test_cropped_text_is_off_the_page(tmp_path: Path) -> None:
    leaf = Leaf(WORD + SEEN, extra="/CropBox [0 0 600 600]")
    (page,), opened = result(tmp_path, leaf)
    assert words(page) == "seen"
    assert opened.left_out == Counter({hidden.OFF: 3})


def askew(words: str, degrees: float, x: float = 200, y: float = 500) -> str:
    """Print words at an angle."""
    turn = math.radians(degrees)
    a, b = math.cos(turn), math.sin(turn)
    return f"BT {a:.4f} {b:.4f} {-b:.4f} {a:.4f} {x} {y} Tm /F1 12 Tf ({words}) Tj ET\n"


ASKEW = [
    pytest.param(25, 9, id="a stamp"),
    pytest.param(45, 9, id="a watermark"),
    pytest.param(-30, 9, id="downwards"),
    pytest.param(2, 0, id="a crooked line"),
    pytest.param(90, 0, id="upwards"),
    pytest.param(180, 0, id="on its head"),
]


@pytest.mark.parametrize(("degrees", "left_out"), ASKEW)
def test_what_is_printed_askew(tmp_path: Path, degrees: float, left_out: int) -> None:
    _, opened = result(
        tmp_path, Leaf(text(72, 700, "what the report says") + askew("checked05", degrees))
    )
    assert opened.left_out[hidden.ASKEW] == left_out


def test_a_page_that_is_askew_as_a_whole_is_read(tmp_path: Path) -> None:
    (page,), opened = result(tmp_path, Leaf(askew("checked05", 25)))
    assert words(page) == "checked05"
    assert not opened.left_out


def test_hidden_in_a_form(tmp_path: Path) -> None:
    form = Form(f"3 Tr {WORD} 0 Tr {SEEN}")
    (page,), opened = result(tmp_path, Leaf("/X Do", forms={"X": form}))
    assert words(page) == "seen"
    assert opened.left_out == Counter({hidden.INVISIBLE: 3})


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_on_a_turned_page(tmp_path: Path, rotate: int) -> None:
    content = WORD + box("1 1 1", 60, 690, 100, 40) + f"1 g {text(100, 100, 'abc')} 0 g {SEEN}"
    (page,), opened = result(tmp_path, Leaf(content, extra=f"/Rotate {rotate}"))
    assert words(page) == "seen"
    assert opened.left_out == Counter({hidden.COVERED: 3, hidden.WHITE: 3})


# --------------------------------------------------------------------------- printed twice


DOUBLED = [
    pytest.param(WORD + WORD, id="at once"),
    pytest.param(WORD + text(72.3, 700, "95%"), id="a little to the right"),
    pytest.param(WORD + text(72, 700.3, "95%"), id="a little higher"),
    pytest.param(WORD + SEEN + text(72.3, 700, "95%"), id="later"),
    pytest.param(
        WORD + "".join(text(72 + 40 * i, 300, "x") for i in range(9)) + text(72.4, 700, "95%"),
        id="much later",
    ),
    pytest.param(
        "".join(text(72 + 7 * i, 700, c) + text(72.3 + 7 * i, 700, c) for i, c in enumerate("95%")),
        id="glyph by glyph",
    ),
]


@pytest.mark.parametrize("content", DOUBLED)
def test_printed_twice_is_read_once(tmp_path: Path, content: str) -> None:
    (page,), opened = result(tmp_path, Leaf(content))
    assert words(page).replace("seen", "").replace("x", "") == "95%"
    assert opened.left_out == Counter({hidden.DOUBLED: 3})
    assert opened.warnings == [
        "doubled glyphs: 3 glyphs printed twice on the same spot are read once (page 1)"
    ]


ONCE = [
    pytest.param(
        text(72, 700, "1110%") + text(110, 700, "100%"), "1110%100%", id="repeated digits"
    ),
    pytest.param(
        text(72, 700, "ill..") + text(72, 690, "ill.."), "ill..ill..", id="narrow letters"
    ),
    pytest.param(text(72, 700, "95") + text(80, 700, "95"), "9595", id="other glyphs laid over"),
    pytest.param(
        text(72, 700, "95", size=4) + text(72, 695, "95", size=4), "9595", id="tight lines"
    ),
]


@pytest.mark.parametrize(("content", "expected"), ONCE)
def test_printed_once_each(tmp_path: Path, content: str, expected: str) -> None:
    (page,), opened = result(tmp_path, Leaf(content))
    assert words(page) == expected
    assert opened.warnings == []


# --------------------------------------------------------------------------- no characters


# --------------------------------------------------------------------------- scans


SCAN = IMAGE.format(600, 800, 0, 0)


def test_scan_is_no_page(tmp_path: Path) -> None:
    (first, second), _ = result(tmp_path, Leaf(SCAN), Leaf(SEEN))
    assert isinstance(first, LostPage)
    assert first.scan
    assert "OCR" in first.reason
    assert words(second) == "seen"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"{SCAN} 3 Tr {WORD}", id="invisible over the picture"),
        pytest.param(WORD + SCAN, id="under the picture"),
    ],
)
def test_recognised_text_is_not_read(tmp_path: Path, content: str) -> None:
    (page,), opened = result(tmp_path, Leaf(content))
    assert isinstance(page, LostPage)
    assert page.scan
    assert "3 glyphs are an invisible layer of recognised text" in page.reason
    assert opened.left_out.total() == 3


def test_picture_with_text_over_it_is_a_page(tmp_path: Path) -> None:
    (page,), opened = result(tmp_path, Leaf(SCAN + WHITE_WORD))
    assert words(page) == "95%"
    assert opened.warnings == []


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="blank"),
        pytest.param(IMAGE.format(100, 100, 50, 50), id="small picture"),
        pytest.param(grid([50, 150], [600, 720]), id="drawing"),
    ],
)
def test_page_without_text(tmp_path: Path, content: str) -> None:
    (page,), opened = result(tmp_path, Leaf(content))
    assert words(page) == ""
    assert opened.warnings == []


def test_many_areas_over_many_texts_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hidden, "MAX_COMPARISONS", 10)
    content = WORD + "".join(box("0 0 0", 60, 690, 100, 40 + i) for i in range(20))
    (page,), _ = result(tmp_path, Leaf(content))
    assert words(page) == "95%"


# --------------------------------------------------------------------------- over the content
