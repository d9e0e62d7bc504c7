"""A page of pdfminer, and boxes on it -> the characters that stand in each box.

pdfminer decodes the fonts, keeps the state of the text and tells where each character stands. All else that
pdfplumber asks of it is left out: layout, paths, colours, pictures, and lines in which no box stands.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, cast

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import (
    PDFGraphicState,
    PDFPageInterpreter,
    PDFResourceManager,
    PDFStackT,
    PDFTextState,
)
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import stream_value
from pdfminer.utils import apply_matrix_pt

from pipeline.geometry import Box
from pipeline.reading.loops.in_python import ASCENT, DESCENT
from pipeline.reading.pdfplumber_reader.operations import (
    END,
    parse_operations,
    read_font,
    read_numbers,
    read_shown,
)
from pipeline.reading.pdfplumber_reader.pdfminer_pages import page_frame

_UNDEFINED = "\ufffd"
_MIDDLE = (ASCENT - DESCENT) / 2
"""How far the middle of a character stands above its base line, in font sizes."""
_SAME_SPOT = 0.1
"""Two prints of a character that stand nearer than this, in font sizes, are one in bold."""

SixNumbers = tuple[float, float, float, float, float, float]


def read_boxes(
    page: PDFPage, resources: PDFResourceManager, boxes: Sequence[Box]
) -> list[str] | None:
    """Return the characters whose middles lie in each box, from left to right.

    Boxes are in points from the top left of the page as it is shown. ``None`` for a page without text.
    """
    device = _BoxDevice(resources, boxes)
    interpreter = _TextInterpreter(resources, device)
    to_page = page_frame(page).to_page
    interpreter.render_contents(page.resources, page.contents, ctm=(*to_page,))
    return device.texts() if device.has_text else None


# --------------------------------------------------------------------------- characters


class _Printed(NamedTuple):
    """A character by its middle, and its font size, on the page as it is shown."""

    x: float
    y: float
    size: float
    text: str

    def doubles(self, other: _Printed) -> bool:
        """Tell whether this is another print of a character on the same spot."""
        near = _SAME_SPOT * self.size
        return self.text == other.text and abs(self.x - other.x) <= near >= abs(self.y - other.y)


class _BoxDevice(PDFTextDevice):
    """Keeps of all characters those that stand in some boxes."""

    def __init__(self, resources: PDFResourceManager, boxes: Sequence[Box]) -> None:
        super().__init__(resources)
        self.has_text = False
        self._boxes: list[tuple[Box, list[_Printed]]] = [(box, []) for box in boxes]
        self.heights = {
            height
            for _, top, _, bottom in boxes
            for height in range(math.floor(top), math.floor(bottom) + 1)
        }
        """How far from the top a box stands, in whole points."""

    def render_char(
        self,
        matrix: SixNumbers,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        *_: object,
    ) -> float:
        """Keep a character where it stands in a box; return its advance."""
        self.has_text = True
        advance = font.char_width(cid) * fontsize * scaling
        middle = (advance / 2, rise + _MIDDLE * fontsize)
        if font.is_vertical():
            middle = _middle_in_column(font, cid, fontsize, rise + advance / 2)
        x, y = apply_matrix_pt(matrix, middle)
        if not matrix[1]:  # a line that lies: where its characters lean, their boxes do not
            x -= matrix[2] * middle[1]
        for (x0, top, x1, bottom), inside in self._boxes:
            if x0 <= x <= x1 and top <= y <= bottom:
                size = fontsize * math.hypot(matrix[2], matrix[3])
                printed = _Printed(x, y, size, _text(font, cid))
                if not any(map(printed.doubles, inside)):
                    inside.append(printed)
        return advance

    def texts(self) -> list[str]:
        """Return the characters in each box."""
        return ["".join([one.text for one in sorted(inside)]) for _, inside in self._boxes]


def _middle_in_column(font: PDFFont, cid: int, size: float, y: float) -> tuple[float, float]:
    """Return the middle of a character of a font that runs from top to bottom."""
    across, down = cast("tuple[float | None, float]", font.char_disp(cid))
    x = 0.0 if across is None else size * (0.5 - across * 0.001)
    return x, y + (1000 - down) * size * 0.001


def _text(font: PDFFont, cid: int) -> str:
    try:
        return font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        return _UNDEFINED


# --------------------------------------------------------------------------- operations


class _TextInterpreter(PDFPageInterpreter):
    """Performs the operations that print text, and what moves them; no others where content is plain."""

    device: _BoxDevice
    fonts: dict[bytes, tuple[PDFFont | None, float]]
    """The fonts with their sizes that were set, by the operands."""

    def execute(self, streams: Sequence[object]) -> None:
        """Perform the operations of some streams."""
        contents = [stream_value(stream).get_data() for stream in streams]
        operations = parse_operations(b"\n".join(contents))
        if operations is None:
            super().execute(streams)
            return
        self.fonts = {}
        for (operands, operator), (_, following) in pairwise(operations):
            perform = _PERFORM.get(operator)
            if perform is not None and not (
                operator in _SHOWING and following in _MOVING and self._is_away()
            ):
                perform(self, operands)

    def _is_away(self) -> bool:
        """Tell whether what is shown now stands in a line without a box: a line that lies."""
        self.device.has_text = True
        state, page = self.textstate, self.ctm
        _, b, _, d, _, f = state.matrix
        if b or page[1] or state.font is None or state.font.is_vertical():
            return False
        y = d * (state.rise + _MIDDLE * state.fontsize) + f
        return math.floor(page[3] * y + page[5]) not in self.device.heights

    def get_current_state(self) -> tuple[SixNumbers, PDFTextState, PDFGraphicState]:
        """Return what ``Q`` brings back; the state of drawing is not kept."""
        return self.ctm, self.textstate.copy(), self.graphicstate

    def do_Do(self, xobjid_arg: PDFStackT) -> None:  # noqa: N802 (pdfminer's name)
        """Perform a form; pdfminer forgets to come back from its matrix."""
        super().do_Do(xobjid_arg)
        self.device.set_ctm(self.ctm)


_Perform = Callable[[_TextInterpreter, bytes], None]


def _by_numbers(perform: Callable[..., None], count: int) -> _Perform:
    """Return an operation of so many numbers; one that lacks some is left out, as pdfminer does."""

    def perform_numbers(interpreter: _TextInterpreter, operands: bytes) -> None:
        numbers = read_numbers(operands)[-count:]
        if len(numbers) == count:
            perform(interpreter, *numbers)

    return perform_numbers


def _set_matrix(interpreter: _TextInterpreter, operands: bytes) -> None:
    numbers = read_numbers(operands)
    if len(numbers) >= 6:
        a, b, c, d, e, f = numbers[-6:]
        interpreter.textstate.matrix = a, b, c, d, e, f
        interpreter.textstate.linematrix = 0, 0


def _set_font(interpreter: _TextInterpreter, operands: bytes) -> None:
    fonts, state = interpreter.fonts, interpreter.textstate
    if operands not in fonts and (font := read_font(operands)):
        interpreter.do_Tf(*font)
        fonts[operands] = state.font, state.fontsize
    if operands in fonts:
        state.font, state.fontsize = fonts[operands]


def _show_spaced(interpreter: _TextInterpreter, operands: bytes) -> None:
    shown = read_shown(operands)
    if len(shown) == 3:
        interpreter.do__w(*shown)


_PERFORM: Mapping[bytes, _Perform] = {
    b"q": lambda interpreter, _: interpreter.do_q(),
    b"Q": lambda interpreter, _: interpreter.do_Q(),
    b"cm": _by_numbers(PDFPageInterpreter.do_cm, 6),
    b"Do": lambda interpreter, operands: interpreter.do_Do(operands.strip()[1:].decode()),
    b"BT": lambda interpreter, _: interpreter.do_BT(),
    b"Tf": _set_font,
    b"Tc": _by_numbers(PDFPageInterpreter.do_Tc, 1),
    b"Tw": _by_numbers(PDFPageInterpreter.do_Tw, 1),
    b"Tz": _by_numbers(PDFPageInterpreter.do_Tz, 1),
    b"TL": _by_numbers(PDFPageInterpreter.do_TL, 1),
    b"Ts": _by_numbers(PDFPageInterpreter.do_Ts, 1),
    b"Td": _by_numbers(PDFPageInterpreter.do_Td, 2),
    b"TD": _by_numbers(PDFPageInterpreter.do_TD, 2),
    b"Tm": _set_matrix,
    b"T*": lambda interpreter, _: interpreter.do_T_a(),
    b"Tj": lambda interpreter, operands: interpreter.do_TJ(read_shown(operands)),
    b"TJ": lambda interpreter, operands: interpreter.do_TJ(read_shown(operands)),
    b"'": lambda interpreter, operands: interpreter.do__q(*read_shown(operands)[-1:]),
    b'"': _show_spaced,
}
"""The operations that have a say in what stands where; all others are left out."""
_SHOWING = {b"Tj", b"TJ"}
_MOVING = {b"BT", b"ET", b"Td", b"TD", b"Tm", b"T*", b"'", b'"', END}
"""What follows begins at a place of its own, wherever the text before it has ended."""
