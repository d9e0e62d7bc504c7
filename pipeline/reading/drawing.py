"""Page objects -> what a page draws: ruling lines, painted areas, and how each text is shown.

Ruling lines are the straight pieces of stroked paths and thin filled boxes. Painted areas and the
colours of texts are for `hidden`, which tells what nobody sees. All places are user space.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import compress
from typing import NamedTuple

from pipeline.geometry import EVERYWHERE, IDENTITY, Box, Matrix, Point, bounding_box, overlap
from pipeline.reading import path_rules, pdfium
from pipeline.reading.loops import in_c, in_python
from pipeline.reading.pdfium import raw

# Caps that end a page before it eats the machine; the densest drawing seen in a report has 20,000
# paths.
MAX_OBJECTS = 100_000
MAX_SEGMENTS = 1_000_000
MAX_CLIP = 50
MAX_FORM_DEPTH = 12

# From here up a colour is white to the eye.
WHITE = 250

# The bytes of the four figures of a colour, and what stands there where pdfium knows of none.
_FILL = 16
_UNKNOWN = array("I", [in_python.UNKNOWN] * 4).tobytes()

Colour = tuple[int, int, int]
"""Red, green and blue, from 0 to 255."""


class Paint(NamedTuple):
    """A filled area or an image: where it is, and ``order``, when it is painted.

    ``colour`` is known only for a plain box that is filled with it and lets nothing through.
    ``image`` is the address of an image that may let nothing through, else 0.
    """

    order: float
    box: Box
    colour: Colour | None = None
    image: int = 0
    is_image: bool = False


class Style(NamedTuple):
    """How a text is shown: its render mode, fill and stroke colour with alpha as the last figure.

    ``None`` stands for a colour that is not known, such as a pattern.
    """

    mode: int
    fill: tuple[int, int, int, int] | None
    stroke: tuple[int, int, int, int] | None = None


class Text(NamedTuple):
    """A text object: its address, when it is painted, how, and the part of the page it shows in."""

    target: int
    order: float
    style: Style
    clip: Box


class View(NamedTuple):
    """How the objects of a form come to stand on the page.

    ``clip`` is where they show, ``depth`` how deep the form is nested, ``order`` and ``step`` when
    the first of them is painted and how much later each next one; ``faint`` tells that the form as
    a whole lets something through.
    """

    matrix: Matrix
    clip: Box
    depth: int
    order: float = 0.0
    step: float = 1.0
    faint: bool = False


class DrawingLimitError(ValueError):
    """A page with more drawn objects, or more pieces of paths, than are read."""


def read_drawing(page: int, texts: AbstractSet[int]) -> Drawing:
    """Return what the objects of a page draw, or raise `DrawingLimitError`.

    ``texts`` are objects that are known to be texts.
    """
    drawing = Drawing(texts)
    drawing.read(page, pdfium.page_count(page), pdfium.page_object, View(IDENTITY, EVERYWHERE, 0))
    return drawing


class Drawing:
    """Collects what the objects of a page, and of the forms in it, draw."""

    def __init__(self, known: AbstractSet[int] = frozenset()) -> None:
        self._known_texts = known
        self.rules: list[Box] = []
        self.shades: list[Box] = []
        self.paints: list[Paint] = []
        self.texts: list[int] = []
        self.objects = self.images = self.paths = 0
        self._segments = 0
        self._orders: list[float] = []
        self._styles: list[Style] = []
        self._clips: dict[int, Box] = {}
        self._known: dict[tuple[int, bytes], Style] = {}
        self._matrix, self._matrix_places = pdfium.allocate("f", 6)
        self._modes, self._mode_places = pdfium.allocate("i", 2)
        self._floats, self._float_places = pdfium.allocate("f", 4)
        self._colour, self._colour_places = pdfium.allocate("I", 4)

    @property
    def styles(self) -> set[Style]:
        """Return the different ways in which texts are shown."""
        return set(self._known.values())

    @property
    def is_clipped(self) -> bool:
        """Tell whether any text shows in a part of the page only."""
        return bool(self._clips)

    def shown_texts(self) -> Iterator[Text]:
        """Yield the text objects in the order in which they are painted."""
        for target, order, style in zip(self.texts, self._orders, self._styles, strict=True):
            yield Text(target, order, style, self._clips.get(target, EVERYWHERE))

    def bounds(self, target: int) -> Box:
        """Return the box of an object in the space of its page or form."""
        pdfium.object_bounds(pdfium.pointer(target), *self._float_places)
        left, bottom, right, top = self._floats
        return left, bottom, right, top

    # ----------------------------------------------------------------------- objects

    def read(self, parent: int, count: int, child: Callable[..., int], view: View) -> None:
        """Read the objects of a page or form."""
        self.objects += count
        if self.objects > MAX_OBJECTS:
            raise DrawingLimitError(f"more drawn objects than the {MAX_OBJECTS} that are read")
        targets: list[int] = in_c.best.child_objects(child, pdfium.pointer(parent), count)
        known = self._known_texts
        others = [
            (index, target, pdfium.object_type(target))
            for index, target in enumerate(targets)
            if target not in known
        ]
        drawn = [other for other in others if other[2] != raw.FPDF_PAGEOBJ_TEXT]
        is_text = bytearray(b"\1") * count
        for index, _, _ in drawn:
            is_text[index] = False
        self._read_texts(list(compress(targets, is_text)), compress(range(count), is_text), view)
        for index, target, kind in drawn:
            order = view.order + index * view.step
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._read_path(target, order, view)
            elif kind == raw.FPDF_PAGEOBJ_FORM:
                self._read_form(target, order, view)
            else:
                self._read_image(target, order, kind, view)
            if self._segments > MAX_SEGMENTS:
                raise DrawingLimitError(
                    f"paths of more than the {MAX_SEGMENTS} pieces that are read"
                )

    def _read_form(self, target: int, order: float, view: View) -> None:
        if view.depth >= MAX_FORM_DEPTH:
            return
        count = pdfium.form_count(target)
        inner = View(
            self._whole_matrix(target, view.matrix),
            self._clip(target, view),
            view.depth + 1,
            order,
            view.step / (count + 1),
            view.faint or bool(pdfium.is_see_through(target)),
        )
        self.read(target, count, pdfium.form_object, inner)

    def _read_image(self, target: int, order: float, kind: int, view: View) -> None:
        """Note an image; anything else (a shading) may be of any colour, and let any through."""
        is_image = kind == raw.FPDF_PAGEOBJ_IMAGE
        self.images += is_image
        image = target if is_image and not self._is_faint(target, view) else 0
        box = self._placed_bounds(target, view.matrix)
        self._add_paint(Paint(order, box, image=image, is_image=is_image), target, view)

    def _is_faint(self, target: int, view: View) -> bool:
        return view.faint or bool(pdfium.is_see_through(target))

    # ----------------------------------------------------------------------- texts

    def _read_texts(self, texts: list[int], orders: Iterable[int], view: View) -> None:
        """Note how each text is shown; by columns, for a page has hundreds of them."""
        if not texts:
            return
        self.texts += texts
        self._orders += [view.order + index * view.step for index in orders]
        handles = in_c.best.object_handles(texts)
        modes = in_c.best.ask_objects(pdfium.text_mode, handles)
        fills = in_c.best.object_colours(pdfium.text_fill, handles).tobytes()
        if modes.count(0) == len(modes) and fills == fills[:_FILL] * len(modes):
            # Most pages print everything in one colour.
            self._styles += [self._known_style((0, fills[:_FILL]), texts[0])] * len(modes)
        else:
            parts = [fills[at : at + _FILL] for at in range(0, len(fills), _FILL)]
            self._add_styles(list(zip(modes, parts, strict=True)), texts)
        counts = in_c.best.ask_objects(
            pdfium.clip_count, in_c.best.part_handles(pdfium.clip_path, handles)
        )
        if view.clip is not EVERYWHERE or max(counts) > 0:
            self._clips.update((target, self._clip(target, view)) for target in texts)

    def _add_styles(self, keys: list[tuple[int, bytes]], texts: list[int]) -> None:
        for key, target in dict(zip(keys, texts, strict=True)).items():
            self._known_style(key, target)
        if all(style.mode == 0 for style in self._known.values()):
            self._styles += map(self._known.__getitem__, keys)
        else:
            # Few texts are stroked; their colours are asked for one by one.
            self._styles += [self._style(*pair) for pair in zip(keys, texts, strict=True)]

    def _known_style(self, key: tuple[int, bytes], target: int) -> Style:
        if key not in self._known:
            self._known[key] = self._style(key, target)
        return self._known[key]

    def _style(self, key: tuple[int, bytes], target: int) -> Style:
        mode, colour = key
        red, green, blue, alpha = array("I", colour)
        fill = None if colour == _UNKNOWN else (red, green, blue, alpha)
        stroke = self._asked(target, pdfium.stroke_colour) if mode in (1, 2, 5, 6) else None
        return Style(mode, fill, stroke)

    def _asked(self, target: int, ask: Callable[..., int]) -> tuple[int, int, int, int] | None:
        """Return the red, green, blue and alpha of an object's colour; ``None`` if not known."""
        if not ask(pdfium.pointer(target), *self._colour_places):
            return None
        red, green, blue, alpha = self._colour
        return red, green, blue, alpha

    # ----------------------------------------------------------------------- paths

    def _own_matrix(self, target: int) -> Matrix:
        pdfium.object_matrix(pdfium.pointer(target), self._matrix_places[0])
        return Matrix._make(self._matrix)

    def _whole_matrix(self, target: int, outer: Matrix) -> Matrix:
        own = self._own_matrix(target)
        return own if outer is IDENTITY else own.then(outer)

    def _read_path(self, target: int, order: float, view: View) -> None:
        pdfium.draw_mode(pdfium.pointer(target), *self._mode_places)
        filled, stroked = self._modes
        self.paths += 1
        lined = bool(stroked) and self._shows(self._asked(target, pdfium.stroke_colour))
        if filled:
            self._read_fill(target, order, view, lined=lined)
        if lined:
            matrix = self._whole_matrix(target, view.matrix)
            boxes = [
                box for part in self._parts(target, matrix) for box in path_rules.stroked(part)
            ]
            self._add_rules(boxes, target, view)
            self._read_broad_stroke(boxes, target, order, matrix, view)

    def _read_broad_stroke(
        self, boxes: Sequence[Box], target: int, order: float, matrix: Matrix, view: View
    ) -> None:
        """Note what a line paints that is as broad as a line of text is high."""
        pdfium.stroke_width(pdfium.pointer(target), self._float_places[0])
        half = self._floats[0] * math.hypot(matrix.a, matrix.b) / 2
        if 2 * half > path_rules.THIN:
            for x0, y0, x1, y1 in boxes:
                box = (x0 - half, y0 - half, x1 + half, y1 + half)
                self._add_paint(Paint(order, box), target, view)

    def _add_rules(self, boxes: Sequence[Box], target: int, view: View) -> None:
        if boxes:
            shown = self._clip(target, view)
            self.rules.extend([box for box in [overlap(box, shown) for box in boxes] if box])

    def _read_fill(self, target: int, order: float, view: View, *, lined: bool) -> None:
        """Note what a filled path paints: its thin boxes are rules, unless its outline is drawn."""
        colour = self._asked(target, pdfium.fill_colour)
        count = pdfium.segment_count(pdfium.pointer(target))
        box = self._placed_bounds(target, view.matrix)
        shows = self._shows(colour)
        thin = path_rules.is_thin(box)
        # The usual box has five segments; more may be the outline of a character.
        if thin and (path_rules.is_dot(box) or count <= 5):
            if shows and not lined:
                self._add_rules([box], target, view)
            return
        parts: list[list[Point]] = []
        if shows or count <= 5:
            parts = list(self._parts(target, self._whole_matrix(target, view.matrix)))
        if not thin and (colour is None or colour[3]):
            plain = count <= 5 and [
                points for points in parts if path_rules.is_box([*points, points[0]])
            ]
            if not plain or colour is None or colour[3] < 255 or self._is_faint(target, view):
                self._add_paint(Paint(order, box), target, view)
            else:
                self._add_paint(Paint(order, box, colour[:3]), target, view)
        if shows and not lined:
            self._add_rules(self._thin_boxes(parts), target, view)

    def _thin_boxes(self, parts: Sequence[Sequence[Point]]) -> list[Box]:
        """Return the thin boxes of a filled path, and note its thick ones as shades."""
        boxes = []
        for points in parts:
            box = bounding_box(points)
            if path_rules.is_thin(box):
                boxes.append(box)
            elif path_rules.is_box(points):
                self.shades.extend(path_rules.sides(box))
        return boxes

    def _add_paint(self, paint: Paint, target: int, view: View) -> None:
        shown = overlap(paint.box, self._clip(target, view))
        if shown:
            self.paints.append(paint._replace(box=shown))

    @staticmethod
    def _shows(colour: tuple[int, int, int, int] | None) -> bool:
        """Tell whether a path's colour shows on white paper."""
        return colour is None or (colour[3] > 0 and min(colour[:3]) < WHITE)

    def _placed_bounds(self, target: int, outer: Matrix) -> Box:
        left, bottom, right, top = box = self.bounds(target)
        if outer is IDENTITY:
            return box
        return bounding_box(outer.apply(x, y) for x in (left, right) for y in (bottom, top))

    def _clip(self, target: int, view: View) -> Box:
        """Return the part of a view that the object's own clip paths leave."""
        path = pdfium.clip_path(pdfium.pointer(target))
        left, bottom, right, top = view.clip
        for number in range(min(pdfium.clip_count(path), MAX_CLIP) if path else 0):
            count = pdfium.clip_segment_count(path, number)
            if 0 < count <= MAX_CLIP:  # more is a picture's outline
                segments = [pdfium.clip_segment(path, number, index) for index in range(count)]
                box = bounding_box(view.matrix.apply(*self._point(segment)) for segment in segments)
                left, bottom = max(left, box[0]), max(bottom, box[1])
                right, top = min(right, box[2]), min(top, box[3])
        return left, bottom, right, top

    def _point(self, segment: int) -> Point:
        x, y = self._float_places[:2]
        pdfium.segment_point(pdfium.pointer(segment), x, y)
        return self._floats[0], self._floats[1]

    def _parts(self, target: int, matrix: Matrix) -> Iterator[list[Point]]:
        """Yield the straight sub-paths as points of user space; one with a curve is left out."""
        points: list[Point] = []
        curved = False
        path = pdfium.pointer(target)
        place, (to_x, to_y) = self._floats, self._float_places[:2]
        count = pdfium.segment_count(path)
        self._segments += count
        for index in range(count if self._segments <= MAX_SEGMENTS else 0):
            segment = pdfium.pointer(pdfium.segment(path, index))
            kind = pdfium.segment_type(segment)
            pdfium.segment_point(segment, to_x, to_y)
            point = matrix.apply(place[0], place[1])
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if len(points) > 1 and not curved:
                    yield points
                points, curved = [point], False
            else:
                curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
                points.append(point)
            if pdfium.segment_close(segment) and points:
                points.append(points[0])
        if len(points) > 1 and not curved:
            yield points
