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
    Cuts,
    Function,
    Lines,
    Placed,
    PythonLoops,
    steps_back,
)

# Lines that no page is longer than, each a point high; what stands elsewhere is looked at in Python.
_LINES = 5000


class Compiled(PythonLoops):
    """The same loops in C (`in_c.c`), where a compiler was at hand at installation.

    What they answer is the same to the last bit. Arrays stay in a variable while C works on them,
    for their memory is gone with the last reference.
    """

    def __init__(self, library: ctypes.PyDLL) -> None:
        super().__init__()
        self._library = library

    def handles(self, addresses: Iterable[int]) -> Sequence[Any]:
        return array("Q", addresses)

    def children(self, function: Function, parent: Any, count: int) -> list[int]:
        out = array("Q", bytes(8 * count))
        self._library.children(function, parent, count, _begin(out))
        return out.tolist()

    def parts(self, function: Function, handles: Sequence[Any]) -> Sequence[Any]:
        given, out = array("Q", handles), array("Q", bytes(8 * len(handles)))
        self._library.parts(function, _begin(given), len(given), _begin(out))
        return out

    def answers(self, function: Function, handles: Sequence[Any]) -> list[int]:
        given, out = array("Q", handles), array("i", bytes(4 * len(handles)))
        self._library.answers(function, _begin(given), len(given), _begin(out))
        return out.tolist()

    def tells(self, function: Function, page: Any, indexes: Sequence[int]) -> Sequence[int]:
        given, out = array("i", indexes), array("i", bytes(4 * len(indexes)))
        self._library.tells(function, page, _begin(given), len(given), _begin(out))
        return out

    def records(
        self, function: Function, page: Any, indexes: Sequence[int], width: int
    ) -> array[float]:
        given, out = array("i", indexes), array("f", bytes(4 * width * len(indexes)))
        self._library.records(function, page, _begin(given), len(given), width, _begin(out))
        return out

    def colours(self, function: Function, handles: Sequence[Any]) -> array[int]:
        given, out = array("Q", handles), array("I", [UNKNOWN]) * (4 * len(handles))
        self._library.colours(function, _begin(given), len(given), _begin(out))
        return out

    def printed(self, page: Any, text: str) -> tuple[list[str], Sequence[int], Sequence[int]]:
        count = len(text)
        codes = array("I", text.encode("utf-32-le", "surrogatepass"))
        indexes, objects = array("i", bytes(4 * count)), array("Q", bytes(8 * count))
        kept = self._library.printed(
            *(pdfium.text_object, pdfium.is_generated, page, count),
            *(_begin(indexes), _begin(objects), _begin(codes)),
        )
        chars = codes[:kept].tobytes().decode("utf-32-le", "surrogatepass")
        return list(chars), indexes[:kept], objects[:kept]

    def lines(self, page: Any, indexes: Sequence[int], bands: Sequence[int]) -> Lines:
        given, chosen = array("i", indexes), array("i", bands)
        own = len(chosen)
        out = array("d", bytes(8 * 3 * own))
        if not self._library.lines(
            *(pdfium.char_matrix, pdfium.font_size, page),
            *(_begin(given), _begin(chosen), own, _begin(out)),
        ):
            return super().lines(page, indexes, bands)
        return Lines(out[:own], out[own : 2 * own], out[2 * own :])

    def cuts(self, objects: Sequence[int], boxes: array[float]) -> Cuts:
        count = len(objects)
        given, out = array("Q", objects), array("i", bytes(4 * (2 * count + 2)))
        self._library.cuts(_begin(given), _begin(boxes), count, _begin(out))
        runs, bands = out[-2:]
        return Cuts(out[:runs].tolist(), out[count : count + bands].tolist())

    def place(self, boxes: array[float], cuts: Cuts, lines: Lines, frame: Frame) -> Placed | None:
        count = len(boxes) // 4
        starts, bands = [array("i", places) for places in cuts]
        stood = array("d")
        for column in (lines.x, lines.y, lines.heights):
            stood.extend(column)
        page = array("d", [frame.left, frame.top, frame.width, frame.height])
        page.extend((ASCENT, DESCENT, NEAR))
        out = array("d", bytes(8 * 4 * count))
        marks = array("i", bytes(4 * (len(bands) + count + 3)))
        if not self._library.place(
            *(_begin(boxes), count, _begin(bands), len(bands), _begin(stood), _begin(page)),
            *(_begin(out), _begin(marks)),
        ):
            return None
        x0, top, x1, bottom = [out[at * count : (at + 1) * count] for at in range(4)]
        begun, turning, off = marks[-3:]
        begins = marks[:begun].tolist()
        found = list(zip(begins, [*begins[1:], count], strict=True)) if count else []
        turned = marks[len(bands) : len(bands) + turning].tolist()
        reached = array("d", bytes(8 * _LINES))
        back = self._library.steps_back(
            *(_begin(starts), len(starts), _begin(x0), _begin(x1), _begin(bottom), count),
            *(_begin(reached), _LINES),
        )
        if back < 0:
            back = steps_back(starts, x0, x1, bottom)
        return Placed(x0, top, x1, bottom, found, turned, bool(back), bool(off))


def _begin(values: array[Any]) -> ctypes.c_void_p:
    return ctypes.c_void_p(values.buffer_info()[0])


def library_path() -> Path:
    """Return where the loops in C are, if they were built from this very text of them."""
    source = Path(__file__).with_name("loops.c")
    return source.with_name(f"_loops-{zlib.crc32(source.read_bytes()):08x}.so")


def best_loops() -> PythonLoops:
    """Return the best make of the loops that there is."""
    try:
        return Compiled(ctypes.PyDLL(str(library_path())))
    except OSError:  # not built, or for another machine
        return PythonLoops()


best = best_loops()
"""The make of the loops to use."""
