"""Glyphs and drawing -> which glyphs nobody sees on the page, and why.

A figure that no reader sees must not become one of the report's. Left out is only what surely
leaves no trace: text in an invisible mode, wholly transparent, too small to be read, off the page,
outside of its clip path, under an opaque box or image painted later, of the colour of the plain box
(or of the paper) that it stands on, or printed a second time on the same spot. Over a picture,
a shading or anything not plain, text counts as seen. What is printed askew over the page, a stamp or a
watermark, is seen, but is none of the report's text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from pipeline.geometry import EVERYWHERE, Box, Frame, overlap
from pipeline.reading.drawing import Colour, Drawing, Paint, Style, Text
from pipeline.reading.glyphs import Glyphs

# Why a glyph is left out, in the words of the warnings.
INVISIBLE = "in invisible text"
CLEAR = "in wholly transparent text"
TINY = "too small to be read"
OFF = "off the page"
CLIPPED = "clipped away"
COVERED = "covered by what is drawn over them"
WHITE = "in the colour of their background"
DOUBLED = "printed twice on the same spot"
ASKEW = "printed askew over the page"
HIDDEN_REASONS = (INVISIBLE, CLEAR, TINY, OFF, CLIPPED, COVERED, WHITE, DOUBLED, ASKEW)

# Text this high, in points on a page as high as A4, cannot be read; a larger page does not excuse it.
_TINY, _PAGE = 2.0, 842.0
# Channels this near, of 0 to 255, are one colour to the eye; an alpha this low is none.
_NEAR, _FAINT = 10, 12
# A clip path that leaves less than this of a glyph, as a share of its box, leaves no trace of it.
_TRACE = 0.05
_PAPER: Colour = (255, 255, 255)
_UNSEEN_MODES = (3, 7)
_FILLING, _STROKING = (0, 2, 4, 6), (1, 2, 5, 6)
# A second print of a glyph stands this near, as a share of its height, and no further in points.
_TWICE, _FARTHEST = 0.1, 3.0
# Of one character no more than these are kept for a square of the page, as wide as the farthest.
_MOST_ON_A_SPOT = 100
# So far a line goes up or down for each step across, or the other way round, if it is askew.
_SLANT = 0.15
# A strip of the page is some two lines high, and no page has more than a thousand. A page on which
# more areas lie over and under texts than this is looked at no further.
_STRIP, _STRIPS = 24.0, 1000
MAX_COMPARISONS = 2_000_000


class _TextLook(NamedTuple):
    """How the glyphs of a text object are shown: why nobody sees any of them, or where they are."""

    order: float
    reason: str
    colours: tuple[Colour, ...]
    clip: Box | None


def find_hidden(
    glyphs: Glyphs,
    drawing: Drawing,
    frame: Frame,
    duplicates: Mapping[int, Sequence[int]],
    is_opaque: Callable[[int], bool],
) -> list[str] | None:
    """Return for each glyph why nobody sees it, ``""`` if it is seen; ``None`` if all of them are.

    ``duplicates`` holds, for a text object, the others that print the same on the same spot and have no
    glyphs; ``is_opaque`` tells of the address of an image whether it lets nothing through.
    """
    reasons: list[str] | None = None
    for more in (
        _off_page(glyphs, frame),
        _too_small(glyphs, frame),
        _askew(glyphs),
        _CoverSearch(drawing, frame, is_opaque).reasons(glyphs, duplicates),
    ):
        if more is not None:
            reasons = more if reasons is None else list(map(_first, reasons, more))
    if glyphs.places.overlapping:
        reasons = _printed_twice(glyphs, reasons or [""] * len(glyphs))
    return reasons if reasons is not None and any(reasons) else None


def count_reasons(chars: Iterable[str], reasons: Iterable[str]) -> Counter[str]:
    """Count the glyphs that are not seen, for each reason; blanks are never missed."""
    return Counter(
        reason for char, reason in zip(chars, reasons, strict=True) if reason and not char.isspace()
    )


def _first(one: str, other: str) -> str:
    return one or other


# --------------------------------------------------------------------------- by place and size


def _off_page(glyphs: Glyphs, frame: Frame) -> list[str] | None:
    """Find the glyphs that stand wholly outside of the page."""
    if not glyphs.places.off_page:
        return None
    width, height = frame.width, frame.height
    return [
        "" if right >= 0 and low >= 0 and left <= width and high <= height else OFF
        for left, high, right, low in _boxes(glyphs)
    ]


def _too_small(glyphs: Glyphs, frame: Frame) -> list[str] | None:
    """Find the glyphs that are too small to be read."""
    smallest = _TINY * min(max(frame.width, frame.height) / _PAGE, 1.0)
    if min(glyphs.heights, default=smallest) >= smallest:
        return None
    # The height of a band is 0 where it does not stand upright; then its boxes tell.
    return [
        TINY if (height or max(x1 - x0, bottom - top)) < smallest else ""
        for height, (x0, top, x1, bottom) in zip(
            glyphs.heights_of_glyphs(), _boxes(glyphs), strict=True
        )
    ]


def _askew(glyphs: Glyphs) -> list[str] | None:
    """Find the glyphs of stamps and watermarks: each goes on from the one before neither level nor upright.

    A page most of which is askew was scanned so.
    """
    if all(glyphs.heights):
        return None
    heights, boxes = glyphs.heights_of_glyphs(), list(_boxes(glyphs))
    askew = [False] * len(boxes)
    for at, (before, after) in enumerate(pairwise(boxes), start=1):
        if not (heights[at - 1] or heights[at]) and _goes_on_askew(before, after):
            askew[at - 1] = askew[at] = True
    if not any(askew) or 2 * sum(askew) > len(askew):
        return None
    return [ASKEW if one else "" for one in askew]


def _goes_on_askew(before: Box, after: Box) -> bool:
    """Tell whether a glyph stands beside another at a slant."""
    across = abs(after[0] + after[2] - before[0] - before[2]) / 2
    down = abs(after[1] + after[3] - before[1] - before[3]) / 2
    size = max(before[2] - before[0], before[3] - before[1])
    return min(across, down) > _SLANT * max(across, down) and max(across, down) < 2 * size


def _boxes(glyphs: Glyphs) -> Iterator[Box]:
    return zip(*glyphs.places[:4], strict=True)


# --------------------------------------------------------------------------- by what is drawn


class _CoverSearch:
    """Looks at what lies over and under the texts of a page."""

    def __init__(self, drawing: Drawing, frame: Frame, is_opaque: Callable[[int], bool]) -> None:
        self._drawing = drawing
        self._frame = frame
        self._is_opaque = is_opaque
        self._strips: defaultdict[int, list[Paint]] = defaultdict(list)
        self._strip = max(_STRIP, frame.height / _STRIPS)
        self._comparisons = MAX_COMPARISONS

    def reasons(self, glyphs: Glyphs, duplicates: Mapping[int, Sequence[int]]) -> list[str] | None:
        """Return for each glyph why it is not seen, ``None`` where nothing could hide one."""
        if not self._may_hide_text():
            return None
        self._fill_strips()
        shown = {text.target: self._look_of(text) for text in self._drawing.shown_texts()}
        targets = glyphs.targets
        reasons = [
            self._reason(shown[target], box) if target in shown else ""
            for target, box in zip(targets, _boxes(glyphs), strict=True)
        ]
        if duplicates and any(reasons):
            for at, (target, box) in enumerate(zip(targets, _boxes(glyphs), strict=True)):
                if reasons[at] and not all(
                    self._reason(shown[t], box) for t in duplicates.get(target, ())
                ):
                    reasons[at] = ""
        return reasons

    def _may_hide_text(self) -> bool:
        """Tell whether anything on the page could hide a text."""
        drawing = self._drawing
        if not drawing.texts:
            return False
        first = next(drawing.shown_texts()).order
        backgrounds = {paint.colour for paint in drawing.paints if paint.colour} | {_PAPER}
        return (
            drawing.is_clipped
            or any(
                paint.order > first and (paint.colour or paint.image) for paint in drawing.paints
            )
            or any(
                reason or any(_is_alike(colours, background) for background in backgrounds)
                for reason, colours in map(_style_shown, drawing.styles)
            )
        )

    def _fill_strips(self) -> None:
        """Put the painted areas into the strips of the page that they touch, in their order."""
        paints = sorted(self._drawing.paints, key=lambda paint: paint.order)
        height = self._frame.height
        boxes = self._frame.place_all([paint.box for paint in paints])
        for paint, box in zip(paints, boxes, strict=True):
            top, bottom = max(box[1], 0.0), min(box[3], height)
            if top <= bottom:  # else off the page, or no number
                for strip in range(int(top // self._strip), int(bottom // self._strip) + 1):
                    self._strips[strip].append(paint._replace(box=box))

    def _look_of(self, text: Text) -> _TextLook:
        reason, colours = _style_shown(text.style)
        clip = None if text.clip is EVERYWHERE else self._frame.place_all([text.clip])[0]
        return _TextLook(text.order, reason, colours, clip)

    def _reason(self, shown: _TextLook, box: Box) -> str:
        if shown.reason:
            return shown.reason
        x0, top, x1, bottom = box
        x, y = (x0 + x1) / 2, (top + bottom) / 2
        if shown.clip is not None and _share_in(box, shown.clip) <= _TRACE:
            return CLIPPED
        paints = self._strips.get(int(y // self._strip), ())
        self._comparisons -= len(paints)
        if self._comparisons < 0:
            return ""
        beneath: Paint | None = None
        for paint in paints:
            if not _contains(paint.box, x, y):
                continue
            if paint.order < shown.order:
                beneath = paint
            elif self._covers(paint, box):
                return COVERED
        background = beneath.colour if beneath else _PAPER
        return WHITE if background and _is_alike(shown.colours, background) else ""

    def _covers(self, paint: Paint, box: Box) -> bool:
        """Tell whether a painted area leaves nothing of a glyph to be seen."""
        x0, top, x1, bottom = box
        # What stands between its advance and its font height is less than the box of a glyph.
        dx, dy = (x1 - x0) / 5, (bottom - top) / 5
        whole = _contains(paint.box, x0 + dx, top + dy) and _contains(
            paint.box, x1 - dx, bottom - dy
        )
        return whole and (
            paint.colour is not None or bool(paint.image and self._is_opaque(paint.image))
        )


def _share_in(box: Box, clip: Box) -> float:
    """Return the share of a glyph's box that a clip path leaves."""
    x0, top, x1, bottom = box
    shown = overlap(box, clip)
    if shown is None:
        return 0.0
    across = (shown[2] - shown[0]) / (x1 - x0) if x1 > x0 else 1.0
    upright = (shown[3] - shown[1]) / (bottom - top) if bottom > top else 1.0
    return min(across, upright)


def _contains(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _style_shown(style: Style) -> tuple[str, tuple[Colour, ...]]:
    """Return why a text in this style is not seen, or the colours that it is seen in.

    There is no colour where one is not known: such a text is of no background's colour.
    """
    if style.mode in _UNSEEN_MODES:
        return INVISIBLE, ()
    asked = [style.fill] if style.mode in _FILLING else []
    asked += [style.stroke] if style.mode in _STROKING else []
    seen = [colour for colour in asked if colour is None or colour[3] > _FAINT]
    if not seen:
        return CLEAR, ()
    colours = tuple(colour[:3] for colour in seen if colour is not None)
    return "", colours if len(colours) == len(seen) else ()


@lru_cache(1024)  # a document has few colours, and this is asked for each glyph
def _is_alike(colours: tuple[Colour, ...], background: Colour) -> bool:
    """Tell whether all the colours of a text are those of its background."""
    return bool(colours) and all(
        abs(one - other) <= _NEAR
        for colour in colours
        for one, other in zip(colour, background, strict=True)
    )


# --------------------------------------------------------------------------- printed twice


def _printed_twice(glyphs: Glyphs, reasons: Sequence[str]) -> list[str]:
    """Add those that stand a second time where the same character is seen (fake bold)."""
    reasons = list(reasons)
    places: defaultdict[tuple[str, int, int], list[tuple[float, float]]] = defaultdict(list)
    columns = zip(glyphs.chars, _boxes(glyphs), strict=True)
    for at, (char, (x0, top, x1, bottom)) in enumerate(columns):
        if reasons[at] or char.isspace():
            continue
        near = min(_TWICE * (bottom - top), _FARTHEST)
        across = min(near, (x1 - x0) / 2)
        columns_near = range(int((x0 - across) // _FARTHEST), int((x0 + across) // _FARTHEST) + 1)
        rows_near = range(int((bottom - near) // _FARTHEST), int((bottom + near) // _FARTHEST) + 1)
        for key in product([char], columns_near, rows_near):
            for x, y in places.get(key, ()):
                if abs(x - x0) <= across and abs(y - bottom) <= near:
                    reasons[at] = DOUBLED
        if not reasons[at]:
            own = places[char, int(x0 // _FARTHEST), int(bottom // _FARTHEST)]
            if len(own) < _MOST_ON_A_SPOT:
                own.append((x0, bottom))
    return reasons
