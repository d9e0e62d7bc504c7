"""Draw docs/result.png: a piece of a sample report with its rates boxed, beside what was found.

    .venv/bin/python docs/result.py FONT     # one with Chinese characters: NotoSansCJK-Regular.ttc

Everything on it comes from `pipeline.audit`: the boxes are the places of the stated rates, the
cards are lines of checks.csv.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageDraw, ImageFont

import pipeline

ROOT = Path(__file__).resolve().parent.parent
REPORT = "samples/105年度施政績效及達成情形-霧汀湖域管理局.pdf"
ROW = 3
SCALE = 2.0
CROP = (40, 44, 555, 473)  # left, top, right, bottom in points: the header of page 3 and row 3
CARD = (560, 172)
GAP, MARGIN = 20, 28
PAPER, INK, QUIET = "#ffffff", "#1f2328", "#59636e"
GROUND = "#f3f4f6"
COLOURS = {"none": "#1a7f37", "note": "#0969da", "warning": "#bc4c00", "error": "#cf222e"}
TINTS = {"none": "#eaf6ec", "note": "#e8f1fb", "warning": "#fdf0e4", "error": "#fdeaec"}


def main(font: str) -> None:
    """Draw the picture."""
    checks = pipeline.audit(ROOT / REPORT).checks
    found: list[Any] = list(checks[checks["row"] == ROW].itertuples())
    page = _page(int(found[0].page))
    width = MARGIN + page.width + 60 + CARD[0] + MARGIN
    height = page.height + 2 * MARGIN
    picture = Image.new("RGB", (width, height), GROUND)
    picture.paste(page, (MARGIN, MARGIN))
    draw = ImageDraw.Draw(picture, "RGBA")
    draw.rectangle((MARGIN, MARGIN, MARGIN + page.width, MARGIN + page.height), outline="#d1d9e0")
    left = width - MARGIN - CARD[0]
    top = MARGIN + page.height - len(found) * (CARD[1] + GAP) + GAP
    for check in found:
        box = _box(check)
        colour = COLOURS[check.level]
        draw.rectangle(box, fill=(*_rgb(colour), 38), outline=colour, width=4)
        _leader(draw, box, (left, top + CARD[1] // 2), colour, len(found) - check.item)
        _card(draw, (left, top), check, font)
        top += CARD[1] + GAP
    picture.quantize(128, dither=Image.Dither.NONE).save(ROOT / "docs/result.png", optimize=True)


def _page(number: int) -> Image.Image:
    with pdfium.PdfDocument(ROOT / REPORT) as document:
        whole: Image.Image = document[number - 1].render(scale=SCALE).to_pil()
    left, top, right, bottom = (round(at * SCALE) for at in CROP)
    return whole.crop((left, top, right, bottom))


def _box(check: Any) -> tuple[float, float, float, float]:
    """Return the place of a stated rate on the picture."""
    x0, top, x1, bottom = (float(getattr(check, name)) for name in ("x0", "top", "x1", "bottom"))
    move_x, move_y = MARGIN - CROP[0] * SCALE, MARGIN - CROP[1] * SCALE
    return (
        x0 * SCALE + move_x - 5,
        top * SCALE + move_y - 3,
        x1 * SCALE + move_x + 3,
        bottom * SCALE + move_y + 3,
    )


def _leader(
    draw: ImageDraw.ImageDraw,
    box: tuple[float, float, float, float],
    end: tuple[int, int],
    colour: str,
    lane: int,
) -> None:
    """Draw a line from a box to the middle of its card, each with a lane of its own."""
    middle = (box[1] + box[3]) / 2
    turn = end[0] - 16 - 10 * lane
    draw.line([(box[2], middle), (turn, middle), (turn, end[1]), end], fill=colour, width=3)


def _card(draw: ImageDraw.ImageDraw, at: tuple[int, int], check: Any, font: str) -> None:
    x, y = at
    colour, level = COLOURS[check.level], check.level
    draw.rounded_rectangle((x, y, x + CARD[0], y + CARD[1]), 12, PAPER, "#d1d9e0", 2)
    draw.rounded_rectangle((x, y, x + 12, y + CARD[1]), 6, colour)
    draw.text((x + 34, y + 14), str(check.label), INK, _font(font, 27))
    told = check.verdict if level == "none" else f"{check.code} {level}"
    face = _font(font, 23)
    wide = draw.textlength(told, face)
    chip = (x + CARD[0] - wide - 48, y + 14, x + CARD[0] - 18, y + 54)
    draw.rounded_rectangle(chip, 20, TINTS[level])
    draw.text(((chip[0] + chip[2]) / 2, y + 34), told, colour, face, anchor="mm")
    figures = f"{check.formula} = "
    draw.text((x + 34, y + 66), figures, QUIET, _font(font, 27))
    after = x + 34 + draw.textlength(figures, _font(font, 27))
    draw.text((after, y + 66), _short(check.recomputed), INK, _font(font, 27))
    draw.text((x + 34, y + 117), f"stated 所載 {check.stated_text}", colour, _font(font, 27))


def _short(value: object) -> str:
    """Write a rate without its closing zeros."""
    return str(value).rstrip("0").rstrip(".")


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _font(path: str, size: int) -> ImageFont.FreeTypeFont:
    """Return the font; of a collection, the face for Traditional Chinese if there is one."""
    for index in range(10):
        try:
            font = ImageFont.truetype(path, size, index=index)
        except OSError:
            break
        if (font.getname()[0] or "").endswith(" TC"):
            return font
    return ImageFont.truetype(path, size)


if __name__ == "__main__":
    main(sys.argv[1])
