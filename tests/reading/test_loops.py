"""The two makes of the loops over a page tell the same, to the last bit."""

import math
import random
import shutil
import subprocess
from array import array
from pathlib import Path

import pytest

from pipeline.geometry import Frame
from pipeline.reading.document import Document
from pipeline.reading.loops import build_hook, in_c
from pipeline.reading.loops.in_c import CompiledLoops
from pipeline.reading.loops.in_python import BaseLines, PythonLoops, Starts

ROOT = Path(__file__).parents[2]
PDFS = sorted(
    path
    for folder in ("samples", "tests/layouts", "../shared/reports", "../shared/real")
    for path in (ROOT / folder).rglob("*.pdf")
)
A4 = Frame(0, 0, 595, 842, 0)
CUT = Frame(-10.5, 20.25, 300, 400, 0)
NAN, INF = math.nan, math.inf


@pytest.fixture
def makes() -> tuple[PythonLoops, CompiledLoops]:
    if not isinstance(in_c.best, CompiledLoops):
        pytest.skip("the loops are not compiled: there was no C compiler at installation")
    return PythonLoops(), in_c.best


def pages(path: Path) -> list[object]:
    with Document.open(path) as document:
        return [*document.pages(), document.warnings, document.left_out]


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_pages_are_read_alike(makes, monkeypatch, path) -> None:
    compiled = pages(path)
    monkeypatch.setattr(in_c, "best", makes[0])
    assert pages(path) == compiled


# --------------------------------------------------------------------------- runs and bands

# Left, top, right, bottom of a box, as pdfium tells them.
LOW, HIGH = (10.0, 110.0, 20.0, 98.0), (10.0, 130.0, 20.0, 118.0)
CUTS = [
    pytest.param([], [], ([], []), id="nothing"),
    pytest.param([7], [LOW], Starts([0], [0]), id="one glyph"),
    pytest.param([7, 7, 7], [LOW] * 3, Starts([0], [0]), id="one object"),
    pytest.param([7, 8, 7], [LOW] * 3, ([0, 1, 2], [0]), id="three runs of one height"),
    pytest.param([7, 7, 8], [LOW, LOW, HIGH], ([0, 2], [0, 2]), id="two heights"),
    pytest.param([7, 8, 9], [LOW, HIGH, LOW], ([0, 1, 2], [0, 1, 2]), id="up and down"),
    pytest.param([7, 7, 8], [LOW, HIGH, LOW], ([0, 2], [0]), id="only where runs begin"),
    pytest.param(
        [7, 8], [(0, NAN, 1, 0)] * 2, Starts([0, 1], [0, 1]), id="no number is like another"
    ),
    pytest.param([1 << 63, 1 << 63, 1], [LOW] * 3, ([0, 2], [0]), id="high addresses"),
]


def flat(boxes) -> array:
    return array("f", [side for box in boxes for side in box])


@pytest.mark.parametrize(("objects", "boxes", "expected"), CUTS)
def test_cuts(makes, objects, boxes, expected) -> None:
    for make in makes:
        assert make.find_starts(objects, flat(boxes)) == expected


# --------------------------------------------------------------------------- places

ONE = BaseLines([10.0], [100.0], [12.0])
TWO = BaseLines([10.0, 10.0], [100.0, 120.0], [12.0, 10.0])


def box(x0: float, x1: float) -> tuple[float, float, float, float]:
    return (x0, 110.0, x1, 98.0)


PLACES = [
    pytest.param(
        [box(10, 20)], [0], ONE, A4, ([10], [842 - 110.08], [20], [842 - 98.08]), id="one"
    ),
    pytest.param(
        *([box(10, 20), box(20, 32), box(10, 15)], [0, 2], TWO, A4),
        (
            *([10, 20, 10], [842 - 110.08] * 2 + [842 - 128.4]),
            *([20, 32, 15], [842 - 98.08] * 2 + [842 - 118.4]),
        ),
        id="two bands",
    ),
    pytest.param(
        *([box(10, 20)], [0], ONE, CUT),
        ([20.5], [400 - 110.08], [30.5], [400 - 98.08]),
        id="a page that is cut",
    ),
    pytest.param(
        *([box(10, 4)], [0], ONE, A4, ([10], [842 - 110.08], [10], [842 - 98.08])),
        id="no width",
    ),
    pytest.param([box(10.01, 20)], [0], ONE, A4, None, id="does not begin at its origin"),
    pytest.param([box(10, 20), box(10, 20)], [0], ONE, A4, None, id="a ligature"),
    pytest.param(
        *([box(10, 20)] * 2, [0, 1], TWO._replace(y=[100.0, 100.0]), A4, None),
        id="a ligature of two bands",
    ),
    pytest.param([box(NAN, 20)], [0], ONE, A4, None, id="no number"),
    pytest.param([box(10, INF)], [0], ONE, A4, None, id="infinite"),
    pytest.param([box(10, 20)], [0], ONE._replace(y=[INF]), A4, None, id="infinite base line"),
    pytest.param([box(10, 20)], [0], ONE._replace(x=[NAN]), A4, None, id="origin is no number"),
    pytest.param([], [], BaseLines([], [], []), A4, ([], [], [], []), id="nothing"),
]


@pytest.mark.parametrize(("boxes", "bands", "lines", "frame", "expected"), PLACES)
def test_places(makes, boxes, bands, lines, frame, expected) -> None:
    cuts = Starts(bands, bands)
    mapped, compiled = [make.place_glyphs(flat(boxes), cuts, lines, frame) for make in makes]
    assert mapped == compiled
    if expected is None:
        assert mapped is None
    else:
        assert [pytest.approx(column) for column in expected] == [*map(list, mapped[:4])]


# Runs of one glyph each, and the base line of each.
STEPS = [
    pytest.param([(10, 20)], [100], False, id="one run"),
    pytest.param([(10, 20), (20, 30)], [100, 100], False, id="onward"),
    pytest.param([(10, 20), (11, 21)], [100, 100], True, id="back"),
    pytest.param([(10, 20), (16, 26)], [100, 100], False, id="by less than half a glyph"),
    pytest.param([(10, 20), (11, 21)], [100, 130], False, id="on another line"),
    pytest.param([(10, 20), (9, 20), (11, 21)], [100, 130, 100.25], True, id="a line later"),
    pytest.param([(10, 20), (11, 21)], [900, 900], True, id="above the page"),
    pytest.param([(10, 20), (11, 21)], [-1e6, -1e6], True, id="far below the page"),
    pytest.param([], [], False, id="nothing"),
]


@pytest.mark.parametrize(("sides", "base", "expected"), STEPS)
def test_steps_back(makes, sides, base, expected) -> None:
    boxes = flat([box(*both) for both in sides])
    bands = [*range(len(sides))]
    lines = BaseLines([left for left, _ in sides], base, [12.0] * len(sides))
    for make in makes:
        assert make.place_glyphs(boxes, Starts(bands, bands), lines, A4).overlapping is expected


STRETCHES = [
    pytest.param([100, 100], [12, 12], [(0, 2)], id="one"),
    pytest.param([100, 120], [12, 12], [(0, 1), (1, 2)], id="two base lines"),
    pytest.param([100, 100], [12, 10], [(0, 1), (1, 2)], id="two heights"),
    pytest.param([100, 120, 120, 100], [12] * 4, [(0, 1), (1, 3), (3, 4)], id="up and down"),
]


@pytest.mark.parametrize(("base", "heights", "expected"), STRETCHES)
def test_stretches(makes, base, heights, expected) -> None:
    bands = [*range(len(base))]
    x = [10.0 * at for at in bands]
    boxes = flat([box(left, left + 9) for left in x])
    for make in makes:
        placed = make.place_glyphs(boxes, Starts(bands, bands), BaseLines(x, base, heights), A4)
        assert placed.stretches == expected


# Boxes of one stretch, and which of them turn back.
TURNS = [
    pytest.param([(10, 20), (20, 30)], [], id="onward"),
    pytest.param([(10, 20), (5, 25), (30, 40)], [1], id="begins left"),
    pytest.param([(10, 30), (12, 20), (30, 40)], [1], id="ends left"),
    pytest.param([(30, 40), (20, 30), (10, 20)], [1, 2], id="backward"),
    pytest.param([(10, 20), (10.5, 20)], [], id="ends as the one before"),
]


@pytest.mark.parametrize(("sides", "expected"), TURNS)
def test_turns(makes, sides, expected) -> None:
    boxes = flat([box(*both) for both in sides])
    for make in makes:
        assert (
            make.place_glyphs(boxes, Starts([0], [0]), ONE._replace(x=[sides[0][0]]), A4).turns
            == expected
        )


def test_what_begins_a_stretch_turns_nothing(makes) -> None:
    boxes = flat([box(30, 40), box(10, 20)])
    lines = TWO._replace(x=[30.0, 10.0])
    for make in makes:
        assert make.place_glyphs(boxes, Starts([0, 1], [0, 1]), lines, A4).turns == []


OFF = [
    pytest.param((10, 20), 100, False, id="on the page"),
    pytest.param((-10, 0), 100, False, id="at its left side"),
    pytest.param((-10, -0.5), 100, True, id="left of it"),
    pytest.param((595, 600), 100, False, id="at its right side"),
    pytest.param((595.5, 600), 100, True, id="right of it"),
    pytest.param((10, 20), -9, False, id="partly below it"),
    pytest.param((10, 20), -11, True, id="below it"),
    pytest.param((10, 20), 843, False, id="partly above it"),
    pytest.param((10, 20), 845, True, id="above it"),
]


@pytest.mark.parametrize(("sides", "base", "expected"), OFF)
def test_off_the_page(makes, sides, base, expected) -> None:
    lines = BaseLines([float(sides[0])], [float(base)], [12.0])
    for make in makes:
        assert (
            make.place_glyphs(flat([box(*sides)]), Starts([0], [0]), lines, A4).off_page is expected
        )


# --------------------------------------------------------------------------- anything


def boxes_of(source: random.Random, count: int, figures: list[float]) -> array:
    return array("f", source.choices(figures, k=4 * count))


@pytest.mark.parametrize("seed", range(300))
def test_whatever_comes_is_told_alike(makes, seed) -> None:
    source = random.Random(seed)
    count = source.randrange(40)
    wild = [*range(5), 10.25, 1e-4, -3.5, NAN, INF, -INF, 1e30]
    # Of the tame ones, most are placed; of the wild ones, few.
    boxes = boxes_of(source, count, wild if seed % 3 == 0 else [*map(float, range(300))])
    cuts, other = [make.find_starts(source_objects(seed, count), boxes) for make in makes]
    assert cuts == other
    x = [boxes[4 * at] for at in cuts[1]]
    y = source.choices([100.0, 120.5, 300.0, -40.0, 9000.0], k=len(x))
    lines = BaseLines(x, y, source.choices([9.0, 12.5], k=len(x)))
    mapped, compiled = [make.place_glyphs(boxes, cuts, lines, CUT) for make in makes]
    assert mapped == compiled


def source_objects(seed: int, count: int) -> list[int]:
    return random.Random(-seed).choices([1, 2, 3, 1 << 40], k=count)


# --------------------------------------------------------------------------- as they are built


LOOPS = "pipeline/reading/loops"


@pytest.fixture
def house(monkeypatch, tmp_path) -> Path:
    """Return a folder with the source of the loops, where the program looks for them."""
    folder = tmp_path / LOOPS
    folder.mkdir(parents=True)
    shutil.copy(ROOT / LOOPS / "loops.c", folder)
    monkeypatch.setattr(in_c, "__file__", str(folder / "in_c.py"))
    return tmp_path


class App:
    """Stands for what the build hook talks to."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def display_warning(self, message: str) -> None:
        self.told.append(message)


def built(house: Path) -> tuple[dict[str, object], list[str]]:
    """Run the build hook, and return what it tells the builder and the user."""
    app, data = App(), {"artifacts": [], "pure_python": True}
    hook = build_hook.CompileLoops(str(house), {}, None, None, "", "wheel", app)
    hook.initialize("standard", data)
    return data, app.told


@pytest.mark.skipif(not shutil.which("cc"), reason="no C compiler")
def test_the_hook_builds_what_the_program_loads(house) -> None:
    assert type(in_c.best_loops()) is PythonLoops
    data, told = built(house)
    assert told == []
    assert data["artifacts"] == [f"/{LOOPS}/{in_c.library_path().name}"]
    assert data["pure_python"] is False
    assert type(in_c.best_loops()) is CompiledLoops
    with (house / LOOPS / "loops.c").open("a", encoding="utf-8") as file:
        file.write("/* changed */\n")
    assert type(in_c.best_loops()) is PythonLoops
    built(house)
    assert type(in_c.best_loops()) is CompiledLoops
    assert len([*house.glob(f"{LOOPS}/_loops-*")]) == 1


@pytest.mark.parametrize("compiler", ["false", "no-such-compiler"])
def test_without_a_compiler_nothing_fails(house, monkeypatch, compiler) -> None:
    monkeypatch.setenv("CC", compiler)
    data, (told,) = built(house)
    assert told.startswith("the loops over a page stay in Python")
    assert data == {"artifacts": [], "pure_python": True}
    assert type(in_c.best_loops()) is PythonLoops


@pytest.mark.skipif(not shutil.which("cc"), reason="no C compiler")
def test_the_source_has_no_warnings(tmp_path) -> None:
    options = ["-std=c99", "-pedantic", "-Wall", "-Wextra", "-Werror", "-O2", "-fsyntax-only"]
    source = ROOT / LOOPS / "loops.c"
    done = subprocess.run(["cc", *options, source], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("content", [b"", b"no library"], ids=["empty", "other"])
def test_what_is_no_library_is_not_used(house, content) -> None:
    in_c.library_path().write_bytes(content)
    assert type(in_c.best_loops()) is PythonLoops
