"""Reading pages: raw PDFs with known places, pdfplumber as the second reader, files that fail."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pdfplumber
import pytest

from pipeline.reading import document, drawing, glyphs
from pipeline.reading.document import Document, DocumentError
from pipeline.reading.loops import in_python
from pipeline.reading.pages import LostPage, Page
from tests.pdfs import Form, Leaf, grid, line, pdf, text

pytestmark = pytest.mark.usefixtures("each_make")

SHARED = Path(__file__).parents[3] / "shared"
REPORTS = sorted(SHARED.glob("reports/*.pdf"))
OTHERS = sorted(SHARED.glob("real/*.pdf"))

Save = Callable[[bytes], Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Return what writes bytes into a file of its own."""

    def write(data: bytes) -> Path:
        path = tmp_path / "report.pdf"
        path.write_bytes(data)
        return path

    return write


def read(path: Path) -> list[Page | LostPage]:
    with Document.open(path) as opened:
        return list(opened.pages())


def only_page(path: Path) -> Page:
    (page,) = read(path)
    assert isinstance(page, Page)
    return page


def words(page: Page) -> str:
    return "".join(glyph.text for glyph in page.glyphs)


def rounded(boxes: tuple[tuple[float, ...], ...]) -> list[tuple[float, ...]]:
    return [tuple(round(value, 1) for value in box) for box in boxes]


# --------------------------------------------------------------------------- glyphs


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
CHARACTERS = {1: "目", 2: "A", 3: "\U00020bb7", 4: "ffi"}


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


# The same mark on a page of 600 by 800 points: a glyph at 72 from the left and 100 from the top,
# and a lying rule from 50 to 150, 150 from the top.
TURNED = [
    pytest.param("", (600, 800), (72, 89.9), (50, 150, 150, 150), id="0"),
    pytest.param("/Rotate 90", (800, 600), (698.1, 72), (650, 50, 650, 150), id="90"),
    pytest.param("/Rotate 180", (600, 800), (520, 698.1), (450, 650, 550, 650), id="180"),
    pytest.param("/Rotate 270", (800, 600), (89.9, 520), (150, 450, 150, 550), id="270"),
    pytest.param("/Rotate -90", (800, 600), (89.9, 520), (150, 450, 150, 550), id="-90"),
    pytest.param(
        "/CropBox [40 60 540 760]", (500, 700), (32, 49.9), (10, 110, 110, 110), id="crop"
    ),
    pytest.param(
        "/CropBox [40 60 540 760] /Rotate 90",
        (700, 500),
        (638.1, 32),
        (590, 10, 590, 110),
        id="crop 90",
    ),
    pytest.param(
        "/CropBox [40 60 540 760] /Rotate 180",
        (500, 700),
        (460, 638.1),
        (390, 590, 490, 590),
        id="crop 180",
    ),
    pytest.param(
        "/CropBox [40 60 540 760] /Rotate 270",
        (700, 500),
        (49.9, 460),
        (110, 390, 110, 490),
        id="crop 270",
    ),
]


@pytest.mark.parametrize(("extra", "size", "corner", "rule"), TURNED)
def test_turned_and_cropped(
    save: Save,
    extra: str,
    size: tuple[float, float],
    corner: tuple[float, float],
    rule: tuple[float, ...],
) -> None:
    leaf = Leaf(text(72, 700, "A") + line(50, 650, 150, 650), extra=extra)
    page = only_page(save(pdf(leaf)))
    (glyph,) = page.glyphs
    assert (page.width, page.height) == size
    assert rounded(((glyph.x0, glyph.top),)) == [corner]
    assert rounded(page.rules) == [rule]


def test_media_box_not_at_zero(save: Save) -> None:
    leaf = Leaf(text(172, 700, "A") + line(150, 650, 250, 650), media="[100 100 500 750]")
    page = only_page(save(pdf(leaf)))
    assert (page.width, page.height) == (400, 650)
    assert page.glyphs[0].x0 == 72
    assert rounded(page.rules) == [(50, 100, 150, 100)]


INNER = text(10, 100, "A") + line(10, 90, 60, 90)
FORMS = [
    pytest.param("/X Do", {"X": Form(INNER)}, (10, 689.9), [(10, 710, 60, 710)], id="plain"),
    pytest.param(
        "q 2 0 0 2 10 20 cm /X Do Q",
        {"X": Form(INNER, matrix="[1 0 0 1 5 0]")},
        (40, 559.8),
        [(40, 600, 140, 600)],
        id="both matrices",
    ),
    pytest.param(
        "q 2 0 0 2 10 20 cm /X Do Q",
        {"X": Form("q 1 0 0 1 100 0 cm /Y Do Q", forms={"Y": Form(INNER)})},
        (230, 559.8),
        [(230, 600, 330, 600)],
        id="form in a form",
    ),
    pytest.param(
        "/X Do",
        {"X": Form(INNER, box="[0 0 40 800]")},
        (10, 689.9),
        [(10, 710, 40, 710)],
        id="cut by its box",
    ),
]


@pytest.mark.parametrize(("content", "forms", "corner", "rules"), FORMS)
def test_forms(
    save: Save,
    content: str,
    forms: dict[str, Form],
    corner: tuple[float, float],
    rules: list[tuple[float, ...]],
) -> None:
    page = only_page(save(pdf(Leaf(content, forms=forms))))
    (glyph,) = page.glyphs
    assert rounded(((glyph.x0, glyph.top),)) == [corner]
    assert rounded(page.rules) == rules


def test_forms_too_deep_are_left_alone(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MAX_FORM_DEPTH", 1)
    inner = Form(line(10, 90, 60, 90))
    leaf = Leaf("/X Do", forms={"X": Form(line(10, 80, 60, 80) + "/Y Do", forms={"Y": inner})})
    assert rounded(only_page(save(pdf(leaf))).rules) == [(10, 720, 60, 720)]


# --------------------------------------------------------------------------- rules


RULES = [
    pytest.param(line(50, 700, 150, 700), [(50, 100, 150, 100)], id="lying line"),
    pytest.param(line(50, 700, 50, 600), [(50, 100, 50, 200)], id="standing line"),
    pytest.param(line(50, 700, 150, 700.4), [(50, 99.6, 150, 100)], id="almost level"),
    pytest.param(
        "50 700 100 -50 re S",
        [(50, 100, 150, 100), (150, 100, 150, 150), (50, 150, 150, 150), (50, 100, 50, 150)],
        id="stroked box",
    ),
    pytest.param(
        "50 700 m 150 700 l 150 650 l S",
        [(50, 100, 150, 100), (150, 100, 150, 150)],
        id="polyline",
    ),
    pytest.param(
        "50 700 m 150 700 l 150 650 l s",
        [(50, 100, 150, 100), (150, 100, 150, 150)],
        id="closed polyline without its slanted side",
    ),
    pytest.param("50 700 100 0.5 re f", [(50, 99.5, 150, 100)], id="thin filled box"),
    pytest.param("50 600 1 100 re f", [(50, 100, 51, 200)], id="thin standing box"),
    pytest.param(
        "50 700 100 1 re 50 600 1 100 re f",
        [(50, 99, 150, 100), (50, 100, 51, 200)],
        id="two boxes in a path",
    ),
    pytest.param("50 700 1 1 re f", [(50, 99, 51, 100)], id="dot"),
    pytest.param("1 0 0 1 10 20 cm 40 680 100 1 re f", [(50, 99, 150, 100)], id="object matrix"),
    pytest.param("[3 2] 0 d " + line(50, 700, 150, 700), [(50, 100, 150, 100)], id="dash pattern"),
    pytest.param(
        "0 600 100 200 re W n " + line(50, 700, 150, 700), [(50, 100, 100, 100)], id="clipped"
    ),
    pytest.param(line(500, 700, 700, 700), [(500, 100, 600, 100)], id="runs off the page"),
    pytest.param(
        "0.9 g 50 700 100 50 re f " + line(50, 10, 90, 10),
        [(50, 790, 90, 790)],
        id="shading beside a line",
    ),
    pytest.param(
        "0.9 g 50 700 100 50 re f",
        [(50, 50, 150, 50), (50, 100, 150, 100), (50, 50, 50, 100), (150, 50, 150, 100)],
        id="shading alone",
    ),
]
NO_RULES = [
    pytest.param("50 700 m 150 700 l n", id="neither filled nor stroked"),
    pytest.param("50 700 100 50 re n", id="box that is not drawn"),
    pytest.param("1 G " + line(50, 700, 150, 700), id="white line"),
    pytest.param("1 g 50 700 100 1 re f", id="white thin box"),
    pytest.param("1 g 50 700 100 50 re f", id="white box"),
    pytest.param(line(50, 700, 150, 600), id="slanted"),
    pytest.param("50 700 m 60 720 90 720 100 700 c S", id="curve"),
    pytest.param(line(50, 900, 150, 900), id="above the page"),
    pytest.param("0 0 10 10 re W n " + line(50, 700, 150, 700), id="clipped away"),
]


@pytest.mark.parametrize(("content", "expected"), RULES)
def test_rules(save: Save, content: str, expected: list[tuple[float, ...]]) -> None:
    page = only_page(save(pdf(Leaf(content))))
    assert sorted(rounded(page.rules)) == sorted(expected)


@pytest.mark.parametrize("content", NO_RULES)
def test_no_rules(save: Save, content: str) -> None:
    assert only_page(save(pdf(Leaf(content)))).rules == ()


# --------------------------------------------------------------------------- the second reader


def second_reading(path: Path) -> Iterator[list[tuple[str, float, float, float]]]:
    """Yield pdfplumber's characters of each page: text, x0, x1, middle height."""
    with pdfplumber.open(path) as opened:
        for page in opened.pages:
            yield [
                (
                    char["text"],
                    char["x0"] - page.bbox[0],
                    char["x1"] - page.bbox[0],
                    (char["top"] + char["bottom"]) / 2,
                )
                for char in page.chars
            ]


# Not among them: a MediaBox that does not start at 0, where pdfplumber counts from elsewhere.
SAME_AS_PDFPLUMBER = [
    pytest.param(Leaf(text(72, 700, "Ab 12")), id="plain"),
    pytest.param(Leaf("/X Do", forms={"X": Form(INNER, matrix="[2 0 0 2 30 -40]")}), id="form"),
]


@pytest.mark.parametrize("leaf", SAME_AS_PDFPLUMBER)
def test_places_as_pdfplumber(save: Save, leaf: Leaf) -> None:
    path = save(pdf(leaf))
    page = only_page(path)
    (chars,) = second_reading(path)
    for glyph, (char, x0, x1, middle) in zip(page.glyphs, chars, strict=True):
        height = glyph.bottom - glyph.top
        assert glyph.text == char
        assert glyph.x0 == pytest.approx(x0, abs=0.05)
        assert glyph.x1 == pytest.approx(x1, abs=0.05)
        assert (glyph.top + glyph.bottom) / 2 == pytest.approx(middle, abs=0.2 * height)


@pytest.mark.skipif(not REPORTS, reason="no ../shared/reports here")
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: f"report {REPORTS.index(path)}")
def test_report_characters_as_pdfplumber(path: Path) -> None:
    for page, chars in zip(read(path), second_reading(path), strict=True):
        assert isinstance(page, Page)
        # pdfium prints runs of spaces as one; every other character is there, place for place.
        ours = [(glyph.text, glyph.x0, glyph.x1) for glyph in page.glyphs if glyph.text > " "]
        theirs = [(char, x0, x1) for char, x0, x1, _ in chars if char > " "]
        for mine, other in zip(sorted(ours), sorted(theirs), strict=True):
            assert mine[0] == other[0]
            assert mine[1:] == pytest.approx(other[1:], abs=0.1)


# --------------------------------------------------------------------------- files that fail


FAILING = [
    pytest.param(b"", "damaged", "empty", id="empty"),
    pytest.param(b"plain text\n" * 200, "unsupported", "not a PDF", id="text renamed"),
    pytest.param(b"x" * 2000 + b"%PDF-1.4\n%%EOF", "unsupported", "not a PDF", id="mark too late"),
    pytest.param(b"%PDF-1.4\n%%EOF\n", "damaged", "damaged", id="nothing in it"),
    pytest.param(pdf(), "damaged", "no pages", id="no pages"),
    pytest.param(pdf(Leaf(), user="secret"), "encrypted", "password", id="user password"),
]


@pytest.mark.parametrize(("data", "status", "reason"), FAILING)
def test_unreadable(save: Save, data: bytes, status: str, reason: str) -> None:
    path = save(data)
    with pytest.raises(DocumentError, match=reason) as caught:
        Document.open(path)
    assert caught.value.status == status
    assert path.name in str(caught.value)


@pytest.mark.parametrize("share", [0.5, 0.95])
@pytest.mark.skipif(not REPORTS, reason="no ../shared/reports here")
def test_cut_short(save: Save, share: float) -> None:
    data = REPORTS[0].read_bytes()
    with pytest.raises(DocumentError) as caught:
        Document.open(save(data[: int(len(data) * share)]))
    assert caught.value.status == "damaged"


def test_missing_end_mark_is_told(save: Save) -> None:
    data = pdf(Leaf(text(72, 700, "A"))).replace(b"%%EOF\n", b"")
    with Document.open(save(data)) as opened:
        assert any("repaired" in warning for warning in opened.warnings)
        assert opened.page_count == 1


def test_owner_password_only_is_readable(save: Save) -> None:
    assert words(only_page(save(pdf(Leaf(text(72, 700, "open")), user="")))) == "open"


def test_leading_bytes_before_the_mark(save: Save) -> None:
    assert words(only_page(save(b"\xef\xbb\xbf\n" + pdf(Leaf(text(72, 700, "A")))))) == "A"


def test_not_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    loop = tmp_path / "loop.pdf"
    loop.symlink_to(loop)
    for path in (tmp_path, tmp_path / "missing.pdf", pipe, loop, tmp_path / "nul\0.pdf"):
        with pytest.raises(DocumentError) as caught:
            Document.open(path)
        assert caught.value.status == "skipped"


def test_odd_file_names(tmp_path: Path) -> None:
    for name in (b"\xff\xfe.pdf", b"-o.pdf", "績效 報告\n.pdf".encode()):
        path = tmp_path / os.fsdecode(name)
        path.write_bytes(pdf(Leaf(text(72, 700, "A"))))
        assert words(only_page(path)) == "A"
        path.write_bytes(b"")
        with pytest.raises(DocumentError) as caught:
            Document.open(path)
        str(caught.value).encode()


def test_lost_page_stands_between_the_others(save: Save) -> None:
    first, *others = read(save(pdf(Leaf(text(72, 700, "A")), missing=2)))
    assert isinstance(first, Page)
    assert [other.number for other in others if isinstance(other, LostPage)] == [2, 3]


def test_places_that_are_no_numbers_stay_countable(save: Save) -> None:
    huge = "9" * 60
    content = f"q {huge} 0 0 {huge} 0 0 cm {text(5, 5, 'A')} {line(0, 0, 1, 0)} Q"
    page = only_page(save(pdf(Leaf(content + text(72, 700, "B")))))
    assert all(abs(value) < 1e39 for glyph in page.glyphs for value in glyph[1:])
    assert all(0 <= value <= 800 for rule in page.rules for value in rule)


LIMITS = [
    pytest.param(glyphs, "MAX_GLYPHS", "glyphs", id="glyphs"),
    pytest.param(drawing, "MAX_OBJECTS", "objects", id="objects"),
    pytest.param(drawing, "MAX_SEGMENTS", "pieces", id="segments"),
    pytest.param(document, "MAX_ALL_GLYPHS", "glyphs", id="glyphs of a file"),
    pytest.param(document, "MAX_ALL_RULES", "ruling lines", id="rules of a file"),
]


@pytest.mark.parametrize(("module", "cap", "reason"), LIMITS)
def test_page_over_a_cap(
    save: Save, monkeypatch: pytest.MonkeyPatch, module: ModuleType, cap: str, reason: str
) -> None:
    monkeypatch.setattr(module, cap, 3)
    (page,) = read(save(pdf(Leaf(text(72, 700, "ABCDE") + grid([50, 150], [600, 720])))))
    assert isinstance(page, LostPage)
    assert reason in page.reason


def test_too_many_pages(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_PAGES", 2)
    with pytest.raises(DocumentError, match="3 pages") as caught:
        Document.open(save(pdf(Leaf(), Leaf(), Leaf())))
    assert caught.value.status == "limit"


@pytest.mark.skipif(not OTHERS, reason="no ../shared/real here")
@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_reads_other_peoples_files(path: Path) -> None:
    assert all(isinstance(page, Page) for page in read(path))


def test_many_pages_are_read_in_portions(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "_REFRESH", 2)
    path = save(pdf(*(Leaf(text(72, 700, str(number))) for number in range(7))))
    assert [words(page) for page in read(path) if isinstance(page, Page)] == list("0123456")
