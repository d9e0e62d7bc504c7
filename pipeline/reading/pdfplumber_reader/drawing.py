"""What a page of pdfplumber draws -> ruling lines, shades and painted areas, in user space."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pdfplumber.page import Page as PlumberPage

from pipeline.geometry import Box, Frame, Matrix, Point, bounding_box, overlap
from pipeline.reading import drawing, path_rules
from pipeline.reading.drawing import Colour
from pipeline.reading.pdfplumber_reader.pdfminer_pages import page_frame

Item = dict[str, Any]
"""A character, a path or an image of pdfplumber, by its attributes."""
_CURVES = frozenset("cvy")


class Sheet(NamedTuple):
    """How pdfplumber's places come to stand on the page as it is shown.

    ``back`` takes its layout, which is turned and counts from the bottom left, to user space;
    ``left`` and ``height`` take its places, which count from the top left, to its layout.
    ``cropped`` is the part of user space that somebody has cropped the page to, if anybody has.
    """

    frame: Frame
    back: Matrix
    left: float
    height: float
    cropped: Box | None = None

    @classmethod
    def from_page(cls, page: PlumberPage) -> Sheet:
        """Return that of a page."""
        frame = page_frame(page.page_obj)
        root = page.root_page.mediabox
        sheet = cls(frame, _back(page.page_obj.mediabox, frame.turns), root[0], root[3])
        if page.bbox == page.root_page.bbox:
            return sheet
        x0, top, x1, bottom = page.bbox
        return sheet._replace(cropped=bounding_box(sheet.points([(x0, top), (x1, bottom)])))

    def points(self, places: Sequence[Point]) -> list[Point]:
        """Return places of pdfplumber in user space."""
        return [self.back.apply(x - self.left, self.height - top) for x, top in places]

    def box(self, item: Item) -> Box:
        """Return the box of an object of pdfplumber in user space."""
        return bounding_box(self.points([(item["x0"], item["top"]), (item["x1"], item["bottom"])]))


def _back(media: Box, turns: int) -> Matrix:
    """Return the matrix that takes pdfminer's layout to user space: it turns the page back."""
    x0, y0, x1, y1 = media
    return (
        Matrix(1, 0, 0, 1, x0, y0),
        Matrix(0, 1, -1, 0, x1, y0),
        Matrix(-1, 0, 0, -1, x1, y1),
        Matrix(0, -1, 1, 0, x0, y1),
    )[turns]


@dataclass(slots=True)
class Drawn:
    """The rules of a page, the sides of its shaded boxes, and its filled areas with their colours."""

    rules: list[Box] = field(default_factory=list)
    shades: list[Box] = field(default_factory=list)
    fills: list[tuple[Box, Colour | None]] = field(default_factory=list)


def read(paths: Sequence[Item], sheet: Sheet) -> Drawn:
    """Return what the paths of a page draw."""
    drawn = Drawn()
    for path in paths:
        _draw(path, sheet, drawn)
    if sheet.cropped is not None:
        for found in (drawn.rules, drawn.shades):
            found[:] = filter(None, [overlap(box, sheet.cropped) for box in found])
    return drawn


def _draw(path: Item, sheet: Sheet, drawn: Drawn) -> None:
    """Add what a piece of a path draws, as `drawing` does."""
    steps = path["path"]
    start = steps[0][-1]
    points = sheet.points([start if step[0] == "h" else step[-1] for step in steps])
    curved = any(step[0] in _CURVES for step in steps)
    stroke, fill = colour_of(path["stroking_color"]), colour_of(path["non_stroking_color"])
    lined = bool(path["stroke"]) and shows(stroke)
    if lined and not curved:
        drawn.rules += path_rules.stroked(points)
    if not path["fill"]:
        return
    box = bounding_box(points)
    thin = path_rules.is_thin(box)
    if not thin:
        drawn.fills.append((box, fill))
    if lined or not shows(fill):
        return
    if thin and (path_rules.is_dot(box) or len(steps) <= 5 or not curved):
        drawn.rules.append(box)
    elif not thin and not curved and path_rules.is_box(points):
        drawn.shades += path_rules.sides(box)


def shows(colour: Colour | None) -> bool:
    """Tell whether a colour shows on white paper."""
    return colour is None or min(colour) < drawing.WHITE


def colour_of(components: object) -> Colour | None:
    """Return a colour of pdfminer in red, green and blue; ``None`` where it is not known.

    >>> colour_of((0.0, 0.0, 0.0, 0.0)), colour_of(1), colour_of("P1")
    ((255, 255, 255), (255, 255, 255), None)
    """
    parts = components if isinstance(components, (tuple, list)) else (components,)
    if not all(isinstance(part, (int, float)) and 0 <= part <= 1 for part in parts):
        return None
    if len(parts) == 1:
        parts = (*parts, *parts, *parts)
    elif len(parts) == 4:
        cyan, magenta, yellow, black = parts
        parts = [(1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)]
    if len(parts) != 3:
        return None
    red, green, blue = (round(255 * part) for part in parts)
    return red, green, blue
