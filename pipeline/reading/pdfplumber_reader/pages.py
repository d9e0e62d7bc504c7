"""pdfplumber's pages -> Page: the second reader, written apart from the first one.

It reads a page that pdfium lost, and whatever somebody has open (`files`). Glyphs and rules
are those that `document` would give: places are points from the top left of the page as it is shown,
and the box of a glyph is its advance width by a share of its font size about the base line.

pdfminer, which pdfplumber reads with, tells neither how a text is painted nor where it is clipped.
Left out is only what surely nobody sees: white on white, too small, off the page, printed twice.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import mode
from typing import NamedTuple

from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from pipeline.geometry import Box, Matrix
from pipeline.reading import (
    drawing,
    glyphs,
    hidden,
    page_warnings,
    path_rules,
    scans,
)
from pipeline.reading.drawing import Colour
from pipeline.reading.glyphs import Glyphs
from pipeline.reading.loops import in_python
from pipeline.reading.page_warnings import PageWarnings
from pipeline.reading.pages import LostPage, Page
from pipeline.reading.pdfplumber_reader import drawing as plumber_drawing
from pipeline.reading.pdfplumber_reader import pdfminer_pages
from pipeline.reading.pdfplumber_reader.drawing import Item, Sheet, colour_of, shows

LEAKS = (
    PdfminerException,  # pdfplumber's wrapping of whatever ends the reading of a page
    MalformedPDFException,  # its own: a page box that holds no numbers
    *pdfminer_pages.LEAKS,
)
"""What comes out of pdfplumber for a damaged file."""


# What pdfminer writes for a code without a character.
_NO_CHARACTER = re.compile(r"\(cid:\d+\)")
# Text painted in an invisible mode.
_INVISIBLE = re.compile(rb"(?<![\d.])[37]\s+Tr\b")
# A rise below this share of the font size is noise.
_RISE = 0.02


def let_through(error: BaseException) -> None:
    """Raise what was wrapped where it is not about the file: memory has its own limit."""
    if isinstance(error, PdfminerException) and isinstance(error.args[0], MemoryError):
        raise error.args[0]


# --------------------------------------------------------------------------- one page


def from_page(page: PlumberPage, number: int, warnings: PageWarnings) -> Page | LostPage:
    """Return a page of pdfplumber as a page of the house, or why there is none."""
    try:
        content = _PageContent.ask(page)
    except LEAKS as error:
        let_through(error)
        cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
        return LostPage(number, f"pdfplumber cannot read it: {type(cause).__name__}: {cause}")
    return content.over_a_cap(number) or _read(content, number, warnings)


class _PageContent(NamedTuple):
    """What pdfplumber tells of a page.

    ``invisible`` tells whether any text may be printed in an invisible mode.
    """

    chars: list[Item]
    paths: list[Item]
    images: list[Item]
    sheet: Sheet
    invisible: bool

    @classmethod
    def ask(cls, page: PlumberPage) -> _PageContent:
        """Ask for all of it, which ends in an error of `LEAKS` where the page is damaged."""
        chars = _without_loose_blanks(page.chars)
        paths = [*page.lines, *page.rects, *page.curves]
        images = page.images
        # Only beside a picture it makes a difference.
        invisible = bool(images) and any(
            _INVISIBLE.search(stream.get_data()) for stream in pdfminer_pages.streams(page.page_obj)
        )
        return cls(chars, paths, images, Sheet.from_page(page), invisible)

    def over_a_cap(self, number: int) -> LostPage | None:
        """Return the page as lost where it has more than is read."""
        for items, cap, what in (
            (self.chars, glyphs.MAX_GLYPHS, "glyphs"),
            (self.paths, drawing.MAX_OBJECTS, "drawn objects"),
        ):
            if len(items) > cap:
                reason = f"{len(items)} {what}, more than the {cap} that are read"
                return LostPage(number, reason, limit=True)
        return None


def _read(content: _PageContent, number: int, warnings: PageWarnings) -> Page | LostPage:
    chars, sheet = content.chars, content.sheet
    frame = sheet.frame
    drawn = plumber_drawing.read(content.paths, sheet)
    images = [sheet.box(image) for image in content.images]
    printed = _glyphs(chars, sheet)
    printed_count = sum(not char.isspace() for char in printed.chars)
    if (content.invisible or not printed_count) and scans.cover(frame.place_all(images), frame):
        return LostPage(number, scans.reason(printed_count), scan=True)
    reasons = _unseen(printed, chars, [*drawn.fills, *((box, None) for box in images)], sheet)
    if any(reasons):
        _count(printed, reasons, warnings, number)
        printed = printed.without(reasons)
    unmapped = printed.chars.count(glyphs.UNMAPPED)
    if unmapped:
        warnings.add(page_warnings.UNMAPPED, unmapped, number)
    rules = path_rules.on_page(drawn.rules, drawn.shades, frame)
    return Page(number, frame.width, frame.height, printed.columns(), rules)


def _count(printed: Glyphs, reasons: Sequence[str], warnings: PageWarnings, number: int) -> None:
    for reason, count in hidden.count_reasons(printed.chars, reasons).items():
        warnings.add(reason, count, number)


# --------------------------------------------------------------------------- glyphs


def _without_loose_blanks(chars: Sequence[Item]) -> list[Item]:
    """Leave out the blanks that begin or end a piece of text, as pdfium does; they print nothing.

    A title with a blank behind it would not stand in the middle of the page.
    """
    kept: list[Item] = []
    for piece in _pieces(chars):
        printed = [at for at, char in enumerate(piece) if not char["text"].isspace()]
        if printed:
            kept += piece[printed[0] : printed[-1] + 1]
    return kept


def _pieces(chars: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield neighbours of one font that stand close on one line."""
    piece: list[Item] = []
    for char in chars:
        if piece and not _goes_on(piece[-1], char):
            yield piece
            piece = []
        piece.append(char)
    if piece:
        yield piece


def _goes_on(char: Item, after: Item) -> bool:
    """Tell whether a character stands in the piece of the one before, be it spaced."""
    size: float = char["size"]
    return bool(
        char["fontname"] == after["fontname"]
        and abs(char["bottom"] - after["bottom"]) <= size / 4
        and abs(after["x0"] - char["x1"]) <= size
    )


class _Stand(NamedTuple):
    """How a character stands on its base line, in user space; ``height`` is its font size.

    ``lift`` is how far the box of pdfminer begins above the base line, in font sizes.
    """

    matrix: Matrix
    advance: float
    height: float
    lift: float


def _glyphs(chars: Sequence[Item], sheet: Sheet) -> Glyphs:
    """Return the glyphs of some characters; a ligature has one for each of its characters."""
    stands = [_stand(char, sheet) for char in chars]
    lifts = _usual_lifts(chars, stands)
    texts: list[str] = []
    boxes: list[Box] = []
    heights: list[float] = []
    for char, stand in zip(chars, stands, strict=True):
        box = _box(stand, lifts[char["fontname"]]) if stand else sheet.box(char)
        text = _text(char["text"])
        texts += text
        boxes += _shared_out(box, len(text))
        heights += [stand.height if stand else 0.0] * len(text)
    return glyphs.from_boxes(texts, boxes, heights, sheet.frame)


def _stand(char: Item, sheet: Sheet) -> _Stand | None:
    """Return how a character stands; ``None`` unless it stands upright in a line that lies."""
    matrix = Matrix(*char["matrix"]).then(sheet.back)
    a, b, c, d = matrix[:4]
    advance = char["adv"]
    if advance < 0 or not in_python.is_upright(a, b, c, d):
        return None
    # Of the box, only what stands across the base line is the font's.
    across = char["x1"] - char["x0"] if sheet.frame.turns % 2 else char["size"]
    size = (across - abs(b) * advance) / d
    if not size > 0:
        return None
    low = sheet.back.apply(char["x0"] - sheet.left, char["y0"])[1]
    if sheet.frame.turns:
        low = sheet.box(char)[1]
    base = matrix.f + min(b, 0) * advance
    return _Stand(matrix, advance, size * math.hypot(c, d), (low - base) / (size * d))


def _usual_lifts(chars: Sequence[Item], stands: Sequence[_Stand | None]) -> dict[str, float]:
    """Return for each font how far its boxes reach below the base line: what most of them do.

    Others are raised or lowered by the text's rise, of which pdfminer tells nothing else.
    """
    lifts: defaultdict[str, list[float]] = defaultdict(list)
    for char, stand in zip(chars, stands, strict=True):
        lifts[char["fontname"]].append(round(stand.lift, 3) if stand else 0.0)
    return {font: mode(own) for font, own in lifts.items()}


def _box(stand: _Stand, usual: float) -> Box:
    matrix, advance, height, lift = stand
    rise = lift - usual
    rise = rise * height if abs(rise) > _RISE else 0.0
    x0, base = matrix.e, matrix.f + rise
    low, high = in_python.line_extents([base], [height])
    return x0, low[0], x0 + advance * matrix.a, high[0]


def _text(text: str) -> list[str]:
    """Return the characters that a glyph prints."""
    if _NO_CHARACTER.fullmatch(text) or not text:
        return [glyphs.UNMAPPED]
    return [glyphs.character_of(ord(char)) for char in text]


def _shared_out(box: Box, count: int) -> list[Box]:
    """Return the part of each of so many characters in the box that they come with."""
    if count == 1:
        return [box]
    x0, y0, x1, y1 = box
    width = (x1 - x0) / count
    return [(x0 + width * at, y0, x0 + width * (at + 1), y1) for at in range(count)]


# --------------------------------------------------------------------------- what nobody sees


def _unseen(
    printed: Glyphs,
    chars: Sequence[Item],
    fills: Sequence[tuple[Box, Colour | None]],
    sheet: Sheet,
) -> list[str]:
    """Return for each glyph why nobody sees it, as far as that can be told; ``""`` if it is seen."""
    reasons = hidden.find_hidden(printed, drawing.Drawing(), sheet.frame, {}, lambda _: False)
    reasons = reasons or [""] * len(printed)
    counts = [len(_text(char["text"])) for char in chars]
    whites = in_python.repeat_values([_is_white(char) for char in chars], counts)
    if any(whites):
        boxes = sheet.frame.place_all([box for box, _ in fills])
        dark = [
            box
            for box, (_, colour) in zip(boxes, fills, strict=True)
            if colour is None or shows(colour)
        ]
        for at, white in enumerate(whites):
            if white and not reasons[at] and not _lies_on(printed, at, dark):
                reasons[at] = hidden.WHITE
    return reasons


def _is_white(char: Item) -> bool:
    # One figure of another space is how much ink there is, and 1 is not white.
    if char.get("ncs") in ("Separation", "DeviceN", "Indexed", "Pattern"):
        return False
    colour = colour_of(char["non_stroking_color"])
    return colour is not None and not shows(colour)


def _lies_on(printed: Glyphs, at: int, areas: Sequence[Box]) -> bool:
    x0, top, x1, bottom = (column[at] for column in printed.places[:4])
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in areas)
