"""The loops over all glyphs or objects of a page, most of them one function of pdfium for each.

There are two makes of them: in Python (`in_python`), and in C (``loops.c``), where that could be compiled at
installation (`build_hook`); ``best`` is the one to use. Both tell the same, to the last bit.
"""

from __future__ import annotations

import ctypes
import zlib
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pipeline.geometry import Frame
from pipeline.reading import pdfium
from pipeline.reading.loops.in_python import (
    ASCENT,
    DESCENT,
    NEAR,
    UNKNOWN,
    BaseLines,
    Function,
    Placement,
    PythonLoops,
    Starts,
    runs_overlap,
)

# Lines that no page is longer than, each a point high; what stands elsewhere is looked at in Python.
_LINES = 5000


class CompiledLoops(PythonLoops):
    """The same loops in C (``loops.c``), where a compiler was at hand at installation.

    What they answer is the same to the last bit. Arrays stay in a variable while C works on them,
    for their memory is gone with the last reference.
    """

    def __init__(self, library: ctypes.PyDLL) -> None:
        super().__init__()
        self._library = library

    def object_handles(self, addresses: Iterable[int]) -> Sequence[Any]:
        return array("Q", addresses)

    def child_objects(self, function: Function, parent: Any, count: int) -> list[int]:
        out = array("Q", bytes(8 * count))
        self._library.child_objects(function, parent, count, _begin(out))
        return out.tolist()

    def part_handles(self, function: Function, handles: Sequence[Any]) -> Sequence[Any]:
        given, out = array("Q", handles), array("Q", bytes(8 * len(handles)))
        self._library.part_handles(function, _begin(given), len(given), _begin(out))
        return out

    def ask_objects(self, function: Function, handles: Sequence[Any]) -> list[int]:
        given, out = array("Q", handles), array("i", bytes(4 * len(handles)))
        self._library.ask_objects(function, _begin(given), len(given), _begin(out))
        return out.tolist()

    def ask_glyphs(self, function: Function, page: Any, indexes: Sequence[int]) -> Sequence[int]:
        given, out = array("i", indexes), array("i", bytes(4 * len(indexes)))
        self._library.ask_glyphs(function, page, _begin(given), len(given), _begin(out))
        return out

    def glyph_figures(
        self, function: Function, page: Any, indexes: Sequence[int], width: int
    ) -> array[float]:
        given, out = array("i", indexes), array("f", bytes(4 * width * len(indexes)))
        self._library.glyph_figures(function, page, _begin(given), len(given), width, _begin(out))
        return out

    def object_colours(self, function: Function, handles: Sequence[Any]) -> array[int]:
        given, out = array("Q", handles), array("I", [UNKNOWN]) * (4 * len(handles))
        self._library.object_colours(function, _begin(given), len(given), _begin(out))
        return out

    def printed_glyphs(
        self, page: Any, text: str
    ) -> tuple[list[str], Sequence[int], Sequence[int]]:
        count = len(text)
        codes = array("I", text.encode("utf-32-le", "surrogatepass"))
        indexes, objects = array("i", bytes(4 * count)), array("Q", bytes(8 * count))
        kept = self._library.printed_glyphs(
            *(pdfium.text_object, pdfium.is_generated, page, count),
            *(_begin(indexes), _begin(objects), _begin(codes)),
        )
        chars = codes[:kept].tobytes().decode("utf-32-le", "surrogatepass")
        return list(chars), indexes[:kept], objects[:kept]

    def base_lines(self, page: Any, indexes: Sequence[int], bands: Sequence[int]) -> BaseLines:
        given, chosen = array("i", indexes), array("i", bands)
        own = len(chosen)
        out = array("d", bytes(8 * 3 * own))
        if not self._library.base_lines(
            *(pdfium.char_matrix, pdfium.font_size, page),
            *(_begin(given), _begin(chosen), own, _begin(out)),
        ):
            return super().base_lines(page, indexes, bands)
        return BaseLines(out[:own], out[own : 2 * own], out[2 * own :])

    def find_starts(self, objects: Sequence[int], boxes: array[float]) -> Starts:
        count = len(objects)
        given, out = array("Q", objects), array("i", bytes(4 * (2 * count + 2)))
        self._library.find_starts(_begin(given), _begin(boxes), count, _begin(out))
        runs, bands = out[-2:]
        return Starts(out[:runs].tolist(), out[count : count + bands].tolist())

    def place_glyphs(
        self, boxes: array[float], starts: Starts, lines: BaseLines, frame: Frame
    ) -> Placement | None:
        count = len(boxes) // 4
        runs, bands = [array("i", places) for places in starts]
        stands = array("d")
        for column in (lines.x, lines.y, lines.heights):
            stands.extend(column)
        page = array("d", [frame.left, frame.top, frame.width, frame.height])
        page.extend((ASCENT, DESCENT, NEAR))
        out = array("d", bytes(8 * 4 * count))
        marks = array("i", bytes(4 * (len(bands) + count + 3)))
        if not self._library.place_glyphs(
            *(_begin(boxes), count, _begin(bands), len(bands), _begin(stands), _begin(page)),
            *(_begin(out), _begin(marks)),
        ):
            return None
        x0, top, x1, bottom = [out[at * count : (at + 1) * count] for at in range(4)]
        stretch_count, turn_count, off_page = marks[-3:]
        firsts = marks[:stretch_count].tolist()
        stretches = list(zip(firsts, [*firsts[1:], count], strict=True)) if count else []
        turns = marks[len(bands) : len(bands) + turn_count].tolist()
        ends = array("d", bytes(8 * _LINES))
        overlapping = self._library.runs_overlap(
            *(_begin(runs), len(runs), _begin(x0), _begin(x1), _begin(bottom), count),
            *(_begin(ends), _LINES),
        )
        if overlapping < 0:
            overlapping = runs_overlap(runs, x0, x1, bottom)
        return Placement(x0, top, x1, bottom, stretches, turns, bool(overlapping), bool(off_page))


def _begin(values: array[Any]) -> ctypes.c_void_p:
    return ctypes.c_void_p(values.buffer_info()[0])


def library_path() -> Path:
    """Return where the loops in C are, if they were built from this very text of them."""
    source = Path(__file__).with_name("loops.c")
    return source.with_name(f"_loops-{zlib.crc32(source.read_bytes()):08x}.so")


def best_loops() -> PythonLoops:
    """Return the best make of the loops that there is."""
    try:
        return CompiledLoops(ctypes.PyDLL(str(library_path())))
    except OSError:  # not built, or for another machine
        return PythonLoops()


best = best_loops()
"""The make of the loops to use."""
